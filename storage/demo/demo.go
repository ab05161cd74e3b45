// Package demo fills a database with a sample: some twenty-five inspections of
// real units of Hà Tĩnh in every stage of completion, with the few figures that
// public sources give. It names offices, never persons.
//
// The sample is made the way a person makes it, through the form's own session,
// so that it obeys every rule of the form that is valid on the day.
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
}

// formID names the form of inspections in the library.
const formID = "inspection"

// Fill makes the sample and returns how many inspections it has. A unit, a form
// or an item that is not there is an error: the sample is part of the program.
func (m Maker) Fill(ctx context.Context) (int, error) {
	all := visits()
	for i, v := range all {
		if err := m.visit(ctx, v); err != nil {
			return i, fmt.Errorf("make sample %d, unit %s on %s: %w", i+1, v.unit, v.day, err)
		}
	}
	return len(all), nil
}

func (m Maker) visit(ctx context.Context, v visit) error {
	day, err := vn.ParseDate(v.day, vn.Date{})
	if err != nil {
		return err
	}
	unit, ok := m.Catalog.UnitOn(v.unit, day)
	if !ok {
		return fmt.Errorf("there is no such unit on that day")
	}
	def, err := m.Forms.For(formID, "", day)
	if err != nil {
		return err
	}
	id, err := m.begin(ctx, v, unit, day, def)
	if err != nil {
		return err
	}
	op, err := m.Store.Record(ctx, id)
	if err != nil {
		return err
	}
	s := form.NewSession(op.Form, op.Filled, m.setting(day))
	s.AnswerAll(head(unit, day), form.Typed)
	if err := answerFigures(s, v.figures); err != nil {
		return err
	}
	answerAreas(s, v.areas)
	save := model.Save{ID: id, Changes: s.TakeChanges(), Revs: op.Revs, Progress: s.Progress(), Facts: facts(s)}
	_, err = m.Store.Save(ctx, save)
	return err
}

func (m Maker) setting(day vn.Date) form.Setting {
	return form.Setting{Catalog: m.Catalog, Visit: day, Province: m.Catalog.Home(), NewRow: m.NewRow}
}

// begin makes the inspection with what is known of the visit.
func (m Maker) begin(ctx context.Context, v visit, unit catalog.Unit, day vn.Date, def *form.Definition) (model.RecordID, error) {
	projects := v.projects
	if projects == nil {
		for _, p := range m.Catalog.ProjectLeaves(def.Programme) {
			if p.Applies != catalog.No {
				projects = append(projects, p.Code)
			}
		}
	}
	_, above, _ := strings.Cut(m.Catalog.Path(unit, day), " · ")
	s := form.NewSession(def, form.Record{}, m.setting(day))
	s.Begin([]form.FieldText{
		{Field: form.Field{Item: "unit"}, Raw: unit.Key.String()},
		{Field: form.Field{Item: "visit_date"}, Raw: day.String()},
		{Field: form.Field{Item: "round"}, Raw: v.round},
		{Field: form.Field{Item: "projects"}, Raw: strings.Join(projects, " ")},
	})
	return m.Store.Create(ctx, model.NewRecord{
		Unit: unit.Key, UnitName: unit.FullName, UnitPath: above, Day: day, Round: v.round, Programme: def.Programme,
		Projects: projects, Form: def, Changes: s.TakeChanges(), Progress: s.Progress(),
	})
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
		{Field: form.Field{Item: "unit_kind"}, Raw: kind},
		{Field: form.Field{Item: "period_from"}, Raw: vn.Date{Year: day.Year, Month: 1, Day: 1}.String()},
		{Field: form.Field{Item: "period_to"}, Raw: until.String()},
		{Field: form.Field{Item: "cut_off"}, Raw: until.String()},
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
