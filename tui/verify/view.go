package verify

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// margin is what stands before the field that is typed, in cells.
const margin = 3

// View shows where the figure stands on the paper, and the empty field. What was
// typed before is never drawn, until three readings differ.
func (s *Screen) View() kit.Frame {
	w := s.env.Words
	if s.draft == nil {
		return kit.Frame{Title: w.Verify.Title}
	}
	frame := kit.Frame{Title: w.Verify.Title + " " + s.env.Theme.Sign.Sep + " " + s.env.Title(s.draft)}
	var lines []string
	if s.reading == nil {
		lines = s.end()
	} else {
		lines = append(s.place(), "")
		drawing := s.widget.View(1)
		if drawing.X >= 0 {
			frame.Cursor = &kit.Cursor{X: margin + drawing.X, Y: len(lines)}
		}
		lines = append(lines, " "+s.env.Theme.Focus.Render(s.env.Theme.Sign.Focus)+" "+drawing.Line())
		lines = append(lines, s.readings()...)
	}
	text, style := s.note()
	above, last := kit.Wrap(text, s.width, s.env.Theme.Sign.CutRight)
	foot := s.progress()
	for _, l := range above {
		foot = append(foot, " "+style.Render(l))
	}
	frame.Body, frame.Above = strings.Join(kit.Footed(lines, foot, s.height), "\n"), len(above)
	frame.Note = style.Render(last)
	return frame
}

// note is what was just said, the question about a comma, the echo of what is
// being typed, or what to do.
func (s *Screen) note() (string, lipgloss.Style) {
	w, t := s.env.Words, s.env.Theme
	switch {
	case s.reading == nil:
		return "", t.Hint
	case s.twofold != nil:
		return w.CommaQuestion(s.alone(), 0), t.Problem
	case s.said != "":
		return t.Sign.Problem + " " + s.said, t.Reason
	}
	if echo := s.widget.Echo(w); echo != "" {
		return echo, t.Hint
	}
	if s.reading.Disputed() {
		return w.Verify.Differ, t.Reason
	}
	return w.Verify.Ask, t.Hint
}

// alone is the amount that has two readings; the answer is about this one, and is
// not remembered.
func (s *Screen) alone() *vn.Ambiguous {
	alone := *s.twofold
	alone.ByComma = false
	return &alone
}

// place says which figure is meant: the section, the item, and in a table what
// the row is called and the column.
func (s *Screen) place() []string {
	t, lang, def := s.env.Theme, s.env.Words.Lang, s.draft.Session.Definition()
	it := def.Item(s.field.Item)
	lines := []string{""}
	if sec := def.Section(it.Section); sec != nil {
		lines = append(lines, " "+t.Muted.Render(kit.ShortCode(sec.Code)+" "+sec.Title.In(lang)))
	}
	add := func(indent, text string, style lipgloss.Style) {
		for line := range strings.SplitSeq(ansi.Wrap(text, max(s.width-len(indent)-1, 1), ""), "\n") {
			lines = append(lines, indent+style.Render(line))
		}
	}
	if !s.field.Cell() {
		add(" ", s.label(it), t.Focus)
		return lines
	}
	add(" ", kit.ShortCode(it.Code)+" "+it.Label.In(lang), t.Value)
	add("   ", s.row(it), t.Value)
	add("   ", s.label(def.At(s.field)), t.Focus)
	return lines
}

// label is what is asked for, with its unit.
func (s *Screen) label(it *form.Item) string {
	lang := s.env.Words.Lang
	label := kit.ShortCode(it.Code) + " " + it.Label.In(lang)
	unit := it.Unit.In(lang)
	if unit == "" && it.Kind == form.KindMoney {
		unit = s.env.Words.Verify.Unit // a table has it in its own label, or not at all
	}
	if unit != "" {
		label += " (" + unit + ")"
	}
	return label
}

// row names a row as a person finds it on the paper: by its place, its label, and
// what stands in the columns that tell rows apart. The column that is asked about
// is none of them.
func (s *Screen) row(it *form.Item) string {
	w, session := s.env.Words, s.draft.Session
	parts := []string{w.RowName(session, s.field)}
	columns := it.Table.Key
	for _, row := range session.Rows(it.Name) {
		if row.ID != s.field.Row {
			continue
		}
		parts = append(parts, row.Label.In(w.Lang))
		for _, c := range it.Table.Visible() {
			if _, given := row.Locked[c.Name]; given && len(it.Table.Key) == 0 {
				columns = append(columns, c.Name)
			}
		}
	}
	if len(columns) == 0 {
		columns = telling(it)
	}
	for _, name := range columns {
		if name != s.field.Part {
			parts = append(parts, session.Shown(form.Field{Item: it.Name, Row: s.field.Row, Part: name}, w.Lang))
		}
	}
	return s.env.Join(parts...)
}

// mostTelling is how many columns name a row where the form says of none that it
// does.
const mostTelling = 2

// telling are the first columns of words, days and codes.
func telling(it *form.Item) (columns []string) {
	for _, c := range it.Table.Visible() {
		switch c.Kind {
		case form.KindText, form.KindDate, form.KindOne, form.KindLookup:
			if len(columns) < mostTelling {
				columns = append(columns, c.Name)
			}
		case form.KindLongText, form.KindInteger, form.KindDecimal, form.KindMoney, form.KindPercent, form.KindTime,
			form.KindYesNo, form.KindYesNoNA, form.KindMany, form.KindTable, form.KindRecords:
		}
	}
	return columns
}

// latest is how many readings are shown behind the first: more are no help, and what
// is typed must stay in sight.
const latest = 4

// readings are those that all differ, once it does not help any more to hide them.
func (s *Screen) readings() []string {
	if !s.reading.Disputed() {
		return nil
	}
	lines, list := []string{""}, s.reading.Readings()
	for i, a := range list {
		if i > 0 && i < len(list)-latest {
			continue
		}
		text := s.env.Words.Reading(i) + ": " + s.draft.Session.ShownAs(s.field, a, s.env.Words.Lang)
		lines = append(lines, "   "+s.env.Theme.Value.Render(ansi.Truncate(text, s.width-margin-1, s.env.Theme.Sign.CutRight)))
	}
	return lines
}

// end says why nothing is asked about.
func (s *Screen) end() []string {
	w, t := s.env.Words, s.env.Theme
	text, style := w.Verify.Done, t.Good
	switch list := s.draft.Session.Verifiable(s.whole); {
	case s.draft.Closed():
		text, style = w.Fill.Closed, t.Hint
	case len(list) == 0:
		text, style = w.Verify.Nothing, t.Hint
	case len(s.passed) > 0:
		text, style = w.Verify.Left, t.Hint
	}
	lines := []string{""}
	for line := range strings.SplitSeq(ansi.Wrap(text, max(s.width-3, 1), ""), "\n") {
		lines = append(lines, "  "+style.Render(line))
	}
	return lines
}

// progress is the line that says how far the reading is; none while there is
// nothing to read.
func (s *Screen) progress() []string {
	if len(s.draft.Session.Verifiable(s.whole)) == 0 {
		return nil
	}
	text := ansi.Truncate(s.env.Words.Verified(s.draft.Session, s.whole), s.width-2, s.env.Theme.Sign.CutRight)
	return []string{" " + s.env.Theme.Muted.Render(text)}
}
