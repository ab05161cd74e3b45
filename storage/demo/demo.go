// Package demo fills a database with a sample: some twenty-five inspections of
// real units of Hà Tĩnh in every stage of completion, with the few figures that
// public sources give, a round that is under way today, and findings that are
// followed up. It names offices, never persons; what was found is an example and
// says so.
//
// The sample is made the way a person makes it, through the forms' own sessions,
// so that it obeys every rule of the forms that are valid on the day. Only the
// findings come before their time: their inspections are not completed.
package demo

import (
	"context"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// Store is what the sample is written to.
type Store interface {
	Create(ctx context.Context, in model.NewRecord) (model.RecordID, error)
	Record(ctx context.Context, id model.RecordID) (*model.Opened, error)
	Save(ctx context.Context, s model.Save) (model.Saved, error)
}

// Maker is what the sample is made from.
type Maker struct {
	Store   Store
	Catalog *catalog.Catalog
	Forms   *form.Library
	NewRow  func() form.Row
	Today   vn.Date // the round is under way then
}

// Fill makes the sample and returns how many inspections it has. A unit, a form
// or an item that is not there is an error: the sample is part of the program.
func (m Maker) Fill(ctx context.Context) (int, error) {
	all := visits()
	for i, v := range all {
		if err := m.visit(ctx, v); err != nil {
			return i, fmt.Errorf("make sample %d, unit %s on %s: %w", i+1, v.unit, v.day, err)
		}
	}
	n, err := m.round(ctx)
	if err != nil {
		return len(all), fmt.Errorf("make the round of the sample: %w", err)
	}
	return len(all) + n, nil
}

func (m Maker) visit(ctx context.Context, v visit) error {
	day, err := vn.ParseDate(v.day, vn.Date{})
	if err != nil {
		return err
	}
	d, err := m.begin(ctx, beginning{kind: model.Inspection, unit: v.unit, day: day, round: v.round, projects: v.projects})
	if err != nil {
		return err
	}
	d.session.AnswerAll(head(d.unit, day), form.Typed)
	if err := answerFigures(d.session, v.figures); err != nil {
		return err
	}
	answerAreas(d.session, v.areas)
	if err := m.follow(ctx, d, v.found); err != nil {
		return err
	}
	return m.save(ctx, d)
}

// draft is a record of the sample that is being filled in.
type draft struct {
	record  model.Record
	unit    catalog.Unit
	revs    map[form.Field]int64
	session *form.Session
}

// beginning is what is known of a record before it is begun.
type beginning struct {
	kind      model.Kind
	unit      string // code on the day
	day       vn.Date
	round     string   // title
	programme string   // "": that of the form
	projects  []string // nil: all that are carried out in the province
	parent    *draft
	origin    form.Field
	known     []form.FieldText // beside unit, day, round, programme and projects
}

// begin makes a record with what is known of it, and takes it up again.
func (m Maker) begin(ctx context.Context, b beginning) (draft, error) {
	unit, ok := m.Catalog.UnitOn(b.unit, b.day)
	if !ok {
		return draft{}, fmt.Errorf("there is no unit %s on %s", b.unit, b.day)
	}
	def, err := m.Forms.For(string(b.kind), b.programme, b.day)
	if err != nil {
		return draft{}, err
	}
	if b.programme == "" {
		b.programme = def.Programme
	}
	if b.projects == nil {
		b.projects = m.applicable(b.programme)
	}
	_, above, _ := strings.Cut(m.Catalog.Path(unit, b.day), " · ")
	in := model.NewRecord{Unit: unit.Key, UnitName: unit.FullName, UnitPath: above, Day: b.day, Round: b.round, Programme: b.programme,
		Projects: b.projects, Form: def, Origin: b.origin}
	s := form.NewSession(def, form.Record{}, m.setting(b.day, b.programme))
	if b.parent != nil {
		in.Parent = b.parent.record.ID
		s.Inherit(b.parent.session, true)
	}
	s.Begin(append([]form.FieldText{
		answer("unit", unit.Key.String()), answer("visit_date", b.day.String()), answer("round", b.round), answer("programme", b.programme),
		answer("projects", strings.Join(b.projects, " ")), answer("projects_in_scope", strings.Join(b.projects, " ")),
	}, b.known...))
	in.Changes, in.Progress, in.Head = s.TakeChanges(), s.Progress(), s.Head()
	id, err := m.Store.Create(ctx, in)
	if err != nil {
		return draft{}, err
	}
	op, err := m.Store.Record(ctx, id)
	if err != nil {
		return draft{}, err
	}
	return draft{op.Record, unit, op.Revs, form.NewSession(op.Form, op.Filled, m.setting(b.day, b.programme))}, nil
}

// save writes what was answered.
func (m Maker) save(ctx context.Context, d draft) error {
	s := d.session
	_, err := m.Store.Save(ctx, model.Save{ID: d.record.ID, Changes: s.TakeChanges(), Revs: d.revs, Progress: s.Progress(), Head: s.Head(), Facts: facts(s)})
	return err
}

func (m Maker) setting(day vn.Date, programme string) form.Setting {
	return form.Setting{Catalog: m.Catalog, Visit: day, Province: m.Catalog.Home(), Programme: programme, NewRow: m.NewRow}
}

func (m Maker) applicable(programme string) (codes []string) {
	for _, p := range m.Catalog.ProjectLeaves(programme) {
		if p.Applies != catalog.No {
			codes = append(codes, p.Code)
		}
	}
	return codes
}

func answer(item, raw string) form.FieldText {
	return form.FieldText{Field: form.Field{Item: item}, Raw: raw}
}

// head answers what every visit's header says: an inspection looks at the year
// until the end of the month before it.
func head(unit catalog.Unit, day vn.Date) []form.FieldText {
	kind := "ubnd_xa"
	switch unit.Level() {
	case catalog.Province:
		kind = "so_nganh"
	case catalog.District:
		kind = "ubnd_huyen"
	case catalog.Commune:
	}
	until := vn.Date{Year: day.Year, Month: day.Month, Day: 1}.AddDays(-1)
	return []form.FieldText{
		answer("unit_kind", kind), answer("period_from", vn.Date{Year: until.Year, Month: 1, Day: 1}.String()),
		answer("period_to", until.String()), answer("cut_off", until.String()),
	}
}

// answerFigures answers what public sources give.
func answerFigures(s *form.Session, figures []figure) error {
	for _, f := range figures {
		at := form.Field{Item: f.item}
		if f.table != "" {
			row, ok := rowWith(s, f.table, f.row)
			if !ok {
				return fmt.Errorf("table %s has no row %v", f.table, f.row)
			}
			at = form.Field{Item: f.table, Row: row, Part: f.item}
		}
		if !s.Answer(at, f.raw) || s.Get(at).Doubtful() {
			return fmt.Errorf("answer %s with %q: not taken", at, f.raw)
		}
	}
	return nil
}

// rowWith finds the row of a table that the form gave these codes.
func rowWith(s *form.Session, table string, codes map[string]string) (form.Row, bool) {
	for _, row := range s.Rows(table) {
		fits := true
		for column, code := range codes {
			fits = fits && row.Locked[column].Value.Text() == code
		}
		if fits {
			return row.ID, true
		}
	}
	return "", false
}

// answerAreas says of so many percent of each area's questions that they
// conform; the last one answered of an area that is not complete does not, and
// waits for its note.
func answerAreas(s *form.Session, shares [5]int) {
	for _, sec := range s.Definition().Sections {
		digit, ok := strings.CutPrefix(sec.Code, "A")
		if !ok || len(digit) != 1 || digit < "1" || digit > "5" {
			continue
		}
		share := shares[digit[0]-'1']
		fields := s.Conforming(sec.Name)
		n := len(fields) * share / 100
		var answers []form.FieldText
		for _, f := range fields[:n] {
			answers = append(answers, form.FieldText{Field: f, Raw: form.Yes})
		}
		if n > 0 && share < 100 {
			answers[n-1].Raw = form.No
		}
		s.AnswerAll(answers, form.Typed)
	}
}

// facts are the figures of every row that reports add up.
func facts(s *form.Session) map[model.FactRow][]form.Fact {
	found := map[model.FactRow][]form.Fact{}
	for _, it := range s.Definition().Items() {
		if it.Table == nil || it.Table.Facts == nil {
			continue
		}
		for _, r := range s.Rows(it.Name) {
			if list := s.Facts(it.Name, r.ID); len(list) > 0 {
				found[model.FactRow{Table: it.Name, Row: r.ID}] = list
			}
		}
	}
	return found
}
