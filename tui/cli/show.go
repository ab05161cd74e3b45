package cli

import (
	"context"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// inspection is one inspection in JSON.
type inspection struct {
	ID        model.RecordID      `json:"id"`
	Unit      string              `json:"unit"`
	UnitKey   string              `json:"unit_key"`
	Path      string              `json:"path"`
	Visit     string              `json:"visit"`
	Round     string              `json:"round,omitempty"`
	Programme string              `json:"programme"`
	Projects  []string            `json:"projects"`
	Form      string              `json:"form"`
	Version   string              `json:"version"`
	Status    model.Status        `json:"status"`
	Rev       int64               `json:"rev"`
	Answers   map[string]answer   `json:"answers"`
	Rows      map[string][]string `json:"rows,omitempty"`
	Progress  []form.Progress     `json:"progress"`
}

// answer is a field in JSON: the canonical value, or what was typed when it
// could not be read. Money is in đồng.
type answer struct {
	Value any    `json:"value"`
	Raw   string `json:"raw,omitempty"`
}

// Show prints one inspection: its answers under the sections of its form, the
// tables row by row, and what is the matter with it.
func (p Printer) Show(ctx context.Context, store Store, cat *catalog.Catalog, id model.RecordID) error {
	op, err := store.Record(ctx, id)
	if err != nil {
		return fmt.Errorf("read inspection %s: %w", id, err)
	}
	s := form.NewSession(op.Form, op.Filled, form.Setting{Catalog: cat, Visit: op.Record.Day, Province: cat.Home(),
		NewRow: func() form.Row { return "" }}) // nothing is added here
	if p.JSON {
		return p.json(inspectionOf(op, s))
	}
	in := op.Record
	head := []string{in.UnitName, in.UnitPath, in.Day.String(), in.Round, p.status(in.Status)}
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

func inspectionOf(op *model.Opened, s *form.Session) inspection {
	in := op.Record
	out := inspection{ID: in.ID, Unit: in.UnitName, UnitKey: in.Unit.String(), Path: in.UnitPath, Visit: in.Day.ISO(), Round: in.Round,
		Programme: in.Programme, Projects: in.Projects, Form: in.Form.ID, Version: in.Form.Version, Status: in.Status, Rev: in.Rev,
		Answers: map[string]answer{}, Rows: map[string][]string{}, Progress: s.Progress()}
	for f, a := range op.Filled.Answers {
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
		if !s.Visible(it.Name) {
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
		for _, col := range it.Table.Columns {
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
