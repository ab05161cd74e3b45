package register

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/tui/kit"
)

// columns are the widths of a row, in cells; 0 leaves a column out.
type columns struct{ number, unit, what, due, days, state, amount int }

// Widths that do not hang on the window: the marker and the sign of an entry.
const margin = 5

// layout fits the columns into the window: 60 cells have number, unit and what,
// and how late it is; 80 instead of that the due day, and the state; 100 and more
// all of it and the amount to be recovered. The unit takes as much as the longest
// name does, up to a bound; of one unit alone it is left out. What is left is for
// what it is about.
func layout(width int, oneUnit bool, longest int) columns {
	c := columns{number: 8, unit: 14, days: 9}
	switch {
	case width >= 100:
		c.unit, c.due, c.state, c.amount = 22, 10, 10, 10
	case width >= 80:
		c.unit, c.due, c.days, c.state = 16, 10, 0, 10
	}
	c.unit = min(c.unit, longest)
	if oneUnit {
		c.unit = 0
	}
	c.what = width - margin - 1
	for _, w := range []int{c.number, c.unit, c.due, c.days, c.state, c.amount} {
		if w > 0 {
			c.what -= w + 1
		}
	}
	c.what = max(c.what, 8)
	return c
}

func (s *Screen) layout() columns { return layout(s.width, s.oneUnit, s.longest) }

// cells are the texts of a row, in the order of its columns.
type cells struct{ number, unit, what, due, days, state, amount string }

// join puts the cells of a row together.
func (s *Screen) join(t cells) string {
	c, cut := s.layout(), s.env.Theme.Sign.CutRight
	var parts []string
	cell := func(text string, width int) {
		if width > 0 {
			parts = append(parts, kit.Fit(text, width, cut))
		}
	}
	cell(t.number, c.number)
	cell(t.unit, c.unit)
	cell(t.what, c.what)
	cell(t.due, c.due)
	if c.days > 0 {
		parts = append(parts, kit.FitRight(t.days, c.days, cut))
	}
	cell(t.state, c.state)
	if c.amount > 0 {
		parts = append(parts, kit.FitRight(t.amount, c.amount, cut))
	}
	return strings.TrimRight(strings.Join(parts, " "), " ")
}

// heads names the columns.
func (s *Screen) heads() string {
	w := s.env.Words.Register
	return strings.Repeat(" ", margin) + s.env.Theme.Muted.Render(s.join(cells{w.Number, w.Unit, w.What, w.Due, w.Days, w.State, w.Amount}))
}

// line draws the entry at a place. Rows without the marker are kept, since they
// are the same at every key.
func (s *Screen) line(i int) string {
	theme := s.env.Theme
	row, ok := s.pages.Row(i)
	if !ok {
		return strings.Repeat(" ", margin) + theme.Muted.Render(s.env.Words.List.Reading)
	}
	if i == s.scroll.At {
		return " " + theme.Focus.Render(theme.Sign.Focus+" "+s.sign(row)+" "+s.text(row))
	}
	if text, kept := s.drawn[i]; kept {
		return text
	}
	sign := s.sign(row)
	if s.isLate(row) {
		sign = theme.Problem.Render(sign)
	}
	text := "   " + sign + " " + s.text(row)
	if row.Head.Settled {
		text = "   " + theme.Muted.Render(sign+" "+s.text(row))
	}
	s.drawn[i] = text
	return text
}

// sign tells what is late, what is settled, and what is still open.
func (s *Screen) sign(row model.Summary) string {
	sign := s.env.Theme.Sign
	switch {
	case s.isLate(row):
		return sign.Problem
	case row.Head.Settled:
		return sign.Done
	}
	return sign.Ahead
}

// isLate reports whether an entry is overdue. That is never stored.
func (s *Screen) isLate(row model.Summary) bool {
	h := row.Head
	return !h.Settled && !h.Due.IsZero() && h.Due.Before(s.env.Today)
}

// text is a row without its marker: plain, so that the marker's style holds for
// all of it.
func (s *Screen) text(row model.Summary) string { return s.join(s.cells(row)) }

func (s *Screen) cells(row model.Summary) cells {
	h := row.Head
	t := cells{number: h.Number, unit: row.UnitName, what: kit.Flat(h.Title), state: s.stateShort(h.State)}
	if t.number == "" {
		t.number = s.env.Words.Kind(row.Kind).One
	}
	if !h.Due.IsZero() {
		t.due = h.Due.String()
		if !h.Settled {
			t.days = s.env.Words.DaysOf(h.Due, s.env.Today)
		}
	}
	if h.Amount != 0 {
		t.amount = h.Amount.Million()
	}
	return t
}

// stateShort is a state in the few cells of a column: in the program's own words,
// or for the state of a form that a person changed as that form has it.
func (s *Screen) stateShort(code string) string {
	if short, ok := s.env.Words.Register.States[code]; ok {
		return short
	}
	for _, kind := range model.Followed() {
		if label := s.stateLabel(kind, code); label != code {
			return label
		}
	}
	return code
}

// stateLabel is a state as the form has it.
func (s *Screen) stateLabel(kind model.Kind, code string) string {
	for _, c := range s.states[kind] {
		if c.Code == code {
			return c.Label.In(s.env.Words.Lang)
		}
	}
	return code
}

// firstRow has the text that is searched for and the facets, each with the key
// that changes it.
func (s *Screen) firstRow() (string, *kit.Cursor) {
	theme := s.env.Theme
	left, cursor := " ", (*kit.Cursor)(nil)
	if s.filter.Shown() {
		left, cursor = s.filter.View(s.env.Words.List.Filter)
		left += "  "
	}
	var list []string
	for _, f := range s.facets() {
		text := theme.Section.Render(f.text)
		if key := s.env.Keys.Short(s.Scope(), f.action); key != "" {
			text = theme.Key.Render(key) + " " + text
		}
		list = append(list, text)
	}
	return ansi.Truncate(left+strings.Join(list, "  "), s.width-1, theme.Sign.CutRight), cursor
}

// totals is what all that is shown comes to; not before all of it was found.
func (s *Screen) totals() string {
	if s.pages.Counting() {
		return ""
	}
	w, theme := s.env.Words.Register, s.env.Theme
	parts := []string{theme.Total.Render(fmt.Sprintf(w.Count, s.pages.Total()))}
	if s.late > 0 {
		parts = append(parts, theme.Problem.Render(theme.Sign.Problem+" "+fmt.Sprintf(w.CountLate, s.late)))
	}
	if m := s.money; m.owed != 0 {
		parts = append(parts, fmt.Sprintf(w.CountOwed, m.owed.Million()), fmt.Sprintf(w.CountBack, m.back.Million()))
	}
	return ansi.Truncate(strings.Join(parts, " "+theme.Sign.Sep+" "), s.width-2, theme.Sign.CutRight)
}

// note tells of the entry under the marker what its row has no room for.
func (s *Screen) note() string {
	row, ok := s.current()
	if !ok {
		return ""
	}
	w, h, c := s.env.Words.Register, row.Head, s.layout()
	parts := []string{strings.TrimRight(kit.Flat(h.Title), "."), s.origin(row)}
	if h.Responsible != "" {
		parts = append(parts, fmt.Sprintf(w.By, kit.Flat(h.Responsible)))
	}
	parts = append(parts, s.stateLabel(row.Kind, h.State))
	switch {
	case h.Due.IsZero():
	case c.due == 0:
		parts = append(parts, fmt.Sprintf(w.DueOn, h.Due))
	case c.days == 0 && !h.Settled:
		parts = append(parts, s.env.Words.Due(h.Due, s.env.Today))
	}
	if h.Amount != 0 {
		parts = append(parts, fmt.Sprintf(w.Owed, s.env.Words.Money(h.Amount)))
	}
	if h.Recovered != 0 {
		parts = append(parts, fmt.Sprintf(w.Back, s.env.Words.Money(h.Recovered)))
	}
	if c.unit < ansi.StringWidth(row.UnitName) {
		parts = append(parts, row.UnitName)
	}
	return s.env.Join(parts...)
}

// origin says which inspection an entry came from: the day of the record is that
// of the visit.
func (s *Screen) origin(row model.Summary) string {
	w := s.env.Words.Register
	switch {
	case row.Parent == "":
		return ""
	case row.Head.Item == "":
		return fmt.Sprintf(w.FoundOn, row.Day)
	}
	return fmt.Sprintf(w.FoundItem, kit.ShortCode(row.Head.Item), row.Day)
}
