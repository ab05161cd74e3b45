package kit

import (
	"fmt"
	"strconv"
	"strings"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
)

// Aside opens a grid at a cell for a moment: Esc goes back to where one was, not
// to the line of the table in the form.
type Aside struct {
	Field form.Field
	About form.Field // what the finding in the row is recorded from
	Known bool       // it had been recorded before
}

// CellText opens a grid at a cell whose text was being typed, with the caret where it
// was: so the next start goes on where a dropped line cut it off.
type CellText struct {
	Field form.Field
	Caret int // in graphemes
}

// shortcomings is the table that findings are recorded in, where a form has
// several whose rows are followed up as findings.
const shortcomings = "shortcomings"

// FindingTable is where a shortcoming is recorded; nil where the form has no
// table whose rows are followed up as findings, or does not ask for it now.
func (d *Draft) FindingTable() *form.Item {
	var found *form.Item
	for _, it := range d.Session.Definition().Items() {
		if it.Table == nil || it.Table.Opens == nil || model.Kind(it.Table.Opens.Form) != model.Finding || !d.Session.Visible(it.Name) {
			continue
		}
		if it.Name == shortcomings {
			return it
		}
		if found == nil {
			found = it
		}
	}
	return found
}

// RefuseFinding is the sentence why no finding can be recorded; "" when one can.
func (e *Env) RefuseFinding(d *Draft) string {
	switch {
	case d.Closed():
		return e.Words.Fill.Closed
	case d.FindingTable() != nil:
		return ""
	case d.neverFinds():
		return e.Words.Fill.FindsNothing
	}
	return e.Words.Fill.NoFindings
}

// FindingActions offers to record a finding wherever a form of this kind takes one.
func (e *Env) FindingActions(d *Draft, quiet bool) []Action {
	if d.neverFinds() {
		return nil
	}
	return []Action{{ID: keymap.Finding, Refused: e.RefuseFinding(d), Quiet: quiet}}
}

// neverFinds reports whether no form of the record's kind has a table of findings:
// of the program's own kinds only inspections do, unless a person's own form has one.
func (d *Draft) neverFinds() bool {
	switch d.Record.Kind() {
	case model.Round, model.Household, model.Finding, model.Difficulty, model.Recommendation, model.Evaluation,
		model.Conference, model.Supervision, model.Annex:
		return d.FindingTable() == nil
	}
	return false
}

// FindingOf leads to the finding that there is about a field, and records one where
// there is none: the same key pressed twice says nothing twice over. The caller has
// asked RefuseFinding, and commits.
func (e *Env) FindingOf(d *Draft, from form.Field) Aside {
	if cell, known := d.findingAbout(from); known {
		return Aside{Field: cell, About: from, Known: true}
	}
	return Aside{Field: e.RecordFinding(d, from), About: from}
}

// findingAbout is the finding about a field: its row has the item's code and, since
// the cells of a table share that, of a cell also says the same place.
func (d *Draft) findingAbout(from form.Field) (form.Field, bool) {
	table := d.FindingTable()
	it := d.Session.Definition().Item(from.Item)
	if it == nil || it == table || it.Code == "" {
		return form.Field{}, false
	}
	fill := table.Table.Opens.Fill
	place := placeOf(d.Session, from)
	for _, row := range d.Session.Rows(table.Name) {
		at := func(item string) form.Field { return form.Field{Item: table.Name, Row: row.ID, Part: fill[item]} }
		said := d.Session.Get(at("what")).Raw
		here := from.Row == "" || strings.HasPrefix(said, place+":") || strings.HasPrefix(said, place+".")
		if here && BareCode(d.Session.Get(at("item_code")).Raw) == BareCode(it.Code) {
			return at("what"), true
		}
	}
	return form.Field{}, false
}

// RecordFinding adds a row about a field to the table of findings, as one step of
// undo, with what is known: the item's code and area, what it says and what is the
// matter with it, and the law it rests on. It returns the first cell that is left
// to type. The caller has asked RefuseFinding, and commits.
func (e *Env) RecordFinding(d *Draft, from form.Field) form.Field {
	table := d.FindingTable()
	texts := map[string]string{}
	if from.Item != table.Name {
		for item, column := range table.Table.Opens.Fill {
			texts[column] = e.knownOfFinding(d, item, from)
		}
	}
	row := d.Session.AddFilledRow(table.Name, texts)
	return firstToType(d.Session, table, row)
}

// knownOfFinding is what a field says of an item of the finding's form.
func (e *Env) knownOfFinding(d *Draft, item string, from form.Field) string {
	it := d.Session.Definition().Item(from.Item)
	if it == nil {
		return ""
	}
	switch item {
	case "what":
		return told(d.Session, from)
	case "item_code":
		return it.Code
	case "area":
		sec := d.Session.Definition().Section(it.Section)
		if sec == nil || areaOf(sec.Code) == 0 {
			return "" // outside the five areas
		}
		return strconv.Itoa(areaOf(sec.Code))
	case "basis_text":
		return e.Catalog.Law(catalog.Basis(it.Basis))
	}
	return ""
}

// told says in a sentence or two what stands in a field, and of the rules that it
// breaks what they say of the unit. It becomes part of the minutes, so that it is Vietnamese whatever
// language the program speaks at the moment.
func told(s *form.Session, from form.Field) string {
	at := from
	if from.Row == "" {
		at.Part = "" // of a note: what it is about
	}
	it := s.Definition().At(at)
	if it == nil {
		it = s.Definition().Item(from.Item)
	}
	fact := placeOf(s, from)
	if shown := s.Shown(at, i18n.VI().Lang); shown != "" && it.Table == nil {
		fact += ": " + shown
		if it.Unit.VI != "" {
			fact += " " + it.Unit.VI
		}
	}
	parts := []string{fact}
	for _, p := range s.ProblemsAt(at) {
		parts = append(parts, p.Finding.VI) // the message tells who enters what to do: no word for the minutes
	}
	parts = append(parts, s.Get(form.Field{Item: from.Item, Row: from.Row, Part: form.Note}).Raw)
	return sentences(parts)
}

// placeOf names a field as a finding does: the item, of a cell also row and column.
func placeOf(s *form.Session, f form.Field) string {
	name := s.Definition().Item(f.Item).Label.VI
	col := s.Definition().At(f)
	if f.Row == "" || col == nil {
		return name
	}
	for i, r := range s.Rows(f.Item) {
		if r.ID == f.Row {
			name += ", " + fmt.Sprintf(i18n.VI().Grid.Row, i+1)
		}
	}
	return name + ", " + col.Label.VI
}

// sentences puts texts behind each other, each with its full stop.
func sentences(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		p = strings.TrimSpace(strings.ReplaceAll(p, "\n", " "))
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(" ")
		}
		b.WriteString(p)
		if !strings.ContainsAny(p[len(p)-1:], ".!?") {
			b.WriteString(".")
		}
	}
	return b.String()
}

// firstToType is the first cell of a row that a person has to fill: one that is
// asked for, else any that is empty, else the first.
func firstToType(s *form.Session, table *form.Item, row form.Row) form.Field {
	var first, empty form.Field
	for _, col := range table.Table.Visible() {
		at := form.Field{Item: table.Name, Row: row, Part: col.Name}
		if !s.Editable(at) {
			continue
		}
		switch {
		case s.Get(at).IsZero() && s.Required(at):
			return at
		case s.Get(at).IsZero() && empty == (form.Field{}):
			empty = at
		case first == (form.Field{}):
			first = at
		}
	}
	switch {
	case empty != (form.Field{}):
		return empty
	case first != (form.Field{}):
		return first
	}
	return form.Field{Item: table.Name, Row: row}
}
