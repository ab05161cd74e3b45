package grid

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
)

// fillDown copies the cell's answer into the empty cells below it, after they
// were shown; an empty cell takes the answer of the cell above it.
func (s *Screen) fillDown() tea.Cmd {
	if why := s.refusal(s.row, s.col); why != "" {
		return s.env.Warn(why)
	}
	w := s.env.Words.Grid
	answer := s.session.Get(s.field())
	if answer.Raw == "" {
		return s.fromAbove()
	}
	b := &block{rows: slices.Clone(s.rows), least: slices.Clone(s.plan.least)}
	for r := s.row + 1; r < len(b.rows); r++ {
		x := b.rows[r].cells[s.col]
		switch {
		case x.access != typed:
			b.kept++
		case x.text != "":
			b.filled++
		case !answer.Doubtful() && s.session.Read(s.fieldAt(r, s.col), answer.Raw).Doubtful():
			b.refused++ // the row's own list does not have it
		default:
			b.rows[r].cells = slices.Clone(b.rows[r].cells)
			s.plotText(b, r, s.col, answer.Raw)
		}
	}
	if len(b.fills) == 0 {
		return s.env.Notice(w.FillNone)
	}
	b.width, b.good = len(b.fills), 0 // they say the same here
	s.look(b)
	return nil
}

// fromAbove takes the answer of the cell above into an empty one.
func (s *Screen) fromAbove() tea.Cmd {
	w := s.env.Words.Grid
	if s.row == 0 {
		return s.env.Notice(w.FillNothing)
	}
	above := s.session.Get(s.fieldAt(s.row-1, s.col))
	text := above.Raw
	if text == "" {
		// What the form fills in or computes above has a value, and was not typed.
		text = s.session.Editing(s.fieldAt(s.row-1, s.col))
	}
	if text == "" {
		return s.env.Notice(w.FillNothing)
	}
	if !s.session.AnswerAll([]form.FieldText{{Field: s.field(), Raw: text}}, form.Bulk) {
		return nil
	}
	return s.changed()
}
