package cli

import (
	"context"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// record is one record in JSON.
type record struct {
	ID        model.RecordID      `json:"id"`
	Kind      model.Kind          `json:"kind"`
	Parent    model.RecordID      `json:"parent,omitempty"`
	Unit      string              `json:"unit"`
	UnitKey   string              `json:"unit_key"`
	Path      string              `json:"path"`
	Visit     string              `json:"visit"`
	Round     string              `json:"round,omitempty"`
	Head      form.Head           `json:"head"`
	Programme string              `json:"programme"`
	Projects  []string            `json:"projects"`
	Form      string              `json:"form"`
	Version   string              `json:"version"`
	Status    model.Status        `json:"status"`
	Rev       int64               `json:"rev"`
	Answers   map[string]answer   `json:"answers"`
	Verified  map[string]string   `json:"verified,omitempty"` // by field: "same" or "corrected"; without those that changed since
	Rows      map[string][]string `json:"rows,omitempty"`
	Progress  []form.Progress     `json:"progress"`
}

// answer is a field in JSON: the canonical value, or what was typed when it
// could not be read. Money is in đồng.
type answer struct {
	Value any    `json:"value"`
	Raw   string `json:"raw,omitempty"`
}

// Show prints one record, whose id may be cut short as long as it is the only one
// that begins so: its answers under the sections of its form, the tables row by
// row. revision asks for a former one, as it was completed for the n-th time; 0
// is the record as it is now.
func (p Printer) Show(ctx context.Context, store Store, cat *catalog.Catalog, beginning string, revision int) error {
	id, err := p.find(ctx, store, beginning)
	if err != nil {
		return err
	}
	op, when, err := p.revision(ctx, store, id, revision)
	if err != nil {
		return err
	}
	set, err := kit.Looking(ctx, store, cat, op.Record, op.Form)
	if err != nil {
		return err
	}
	s := form.NewSession(op.Form, op.Filled, set)
	if p.JSON {
		return p.json(recordOf(op, s))
	}
	in := op.Record
	head := []string{named(in.Head), in.UnitName, in.UnitPath, in.Day.String(), in.Round, p.Words.Standing(in.Kind(), in.Status, in.Head.State), when}
	if in.Kind() == model.Inspection {
		head = head[1:]
	}
	if err := p.line(strings.Join(nonEmpty(head), " · ")); err != nil {
		return err
	}
	for _, sec := range op.Form.Sections {
		if err := p.section(s, sec); err != nil {
			return err
		}
	}
	return nil
}

// revision reads a record as it is now (0), or as it was when it was completed for
// the n-th time; when says which that was.
func (p Printer) revision(ctx context.Context, store Store, id model.RecordID, n int) (op *model.Opened, when string, err error) {
	if n == 0 {
		op, err = store.Record(ctx, id)
		return op, "", err
	}
	all, err := store.Revisions(ctx, id)
	if err != nil {
		return nil, "", err
	}
	for _, r := range all {
		if r.N == n {
			op, err = store.RecordAt(ctx, id, r.Seq)
			return op, fmt.Sprintf(p.Words.Start.Revision, n, r.At.Local().Format("02/01/2006 15:04"), r.By), err
		}
	}
	return nil, "", Said(i18n.Count(p.Words.Start.NoRevision, id, n, len(all)))
}

func recordOf(op *model.Opened, s *form.Session) record {
	in := op.Record
	out := record{ID: in.ID, Kind: in.Kind(), Parent: in.Parent, Head: in.Head, Unit: in.UnitName, UnitKey: in.Unit.String(), Path: in.UnitPath, Visit: in.Day.ISO(), Round: in.Round,
		Programme: in.Programme, Projects: in.Projects, Form: in.Form.ID, Version: in.Form.Version, Status: in.Status, Rev: in.Rev,
		Answers: map[string]answer{}, Verified: map[string]string{}, Rows: map[string][]string{}, Progress: s.Progress()}
	for f, a := range op.Filled.Answers {
		if of, beside := f.Verifies(); beside {
			if found := s.Verification(of); found != form.NotRead {
				out.Verified[of.String()] = string(found)
			}
			continue
		}
		shown := answer{Value: a.Value.Any()}
		if a.Value.IsZero() {
			shown.Raw = a.Raw
		}
		out.Answers[f.String()] = shown
	}
	for table, rows := range op.Filled.Rows {
		for _, r := range rows {
			out.Rows[table] = append(out.Rows[table], string(r))
		}
	}
	return out
}

// section prints what was answered in a section; one without answers is left
// out.
func (p Printer) section(s *form.Session, sec form.Section) error {
	var lines []string
	for _, it := range sec.Items {
		if it.Hidden || !s.Visible(it.Name) {
			continue
		}
		if it.Table != nil {
			lines = append(lines, p.tableLines(s, it)...)
			continue
		}
		f := form.Field{Item: it.Name}
		if shown := s.Shown(f, p.Words.Lang); shown != "" {
			lines = append(lines, "  "+it.Code+" "+it.Label.In(p.Words.Lang)+": "+withUnit(shown, it.Unit.In(p.Words.Lang)))
		}
		for _, part := range []string{form.Evidence, form.Note} {
			if text := s.Shown(form.Field{Item: it.Name, Part: part}, p.Words.Lang); text != "" {
				lines = append(lines, "    "+text)
			}
		}
	}
	if len(lines) == 0 {
		return nil
	}
	for _, line := range append([]string{"", sec.Code + " " + sec.Title.In(p.Words.Lang)}, lines...) {
		if err := p.line(line); err != nil {
			return err
		}
	}
	return nil
}

// tableLines prints the rows of a table that have an answer.
func (p Printer) tableLines(s *form.Session, it *form.Item) []string {
	lang := p.Words.Lang
	lines := []string{"  " + it.Code + " " + it.Label.In(lang)}
	for _, row := range s.Rows(it.Name) {
		var cells []string
		filled := false
		for _, col := range it.Table.Visible() {
			f := form.Field{Item: it.Name, Row: row.ID, Part: col.Name}
			if shown := s.Shown(f, lang); shown != "" {
				cells = append(cells, col.Label.In(lang)+": "+shown)
				_, locked := row.Locked[col.Name]
				filled = filled || !locked && !col.Computed()
			}
		}
		if filled {
			lines = append(lines, "    "+strings.Join(nonEmpty(append([]string{row.Label.In(lang)}, cells...)), "; "))
		}
	}
	if len(lines) > 1 {
		return lines
	}
	if s.None(it.Name) {
		return []string{lines[0] + ": " + p.Words.Fill.NoneRecorded}
	}
	return nil
}

func withUnit(value, unit string) string {
	if unit == "" {
		return value
	}
	return value + " " + unit
}

func nonEmpty(parts []string) []string {
	var kept []string
	for _, part := range parts {
		if vn.CleanLine(part) != "" {
			kept = append(kept, part)
		}
	}
	return kept
}
