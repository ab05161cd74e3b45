package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
)

// question asks what an amount means that has two readings. It is put on the note
// line when the cell is left, and holds up what the person asked for by one key; and
// again whenever the cursor stands on such an amount.
type question struct {
	field    form.Field
	amb      *vn.Ambiguous
	proposed vn.Comma      // the reading that the sum of the parts settles, if any
	then     keymap.Action // what to do afterwards; "": nothing, the cell was not left
}

// ask puts the question when the field's amount has two readings.
func (s *Screen) ask(f form.Field, then keymap.Action) {
	amb, proposed := s.session.Ambiguity(f)
	if amb == nil {
		return
	}
	s.question = &question{field: f, amb: amb, proposed: proposed, then: then}
}

// asked is the question that stands: the one that was put, or the one of the cell
// that the cursor is on; nil when there is none.
func (s *Screen) asked() *question {
	switch {
	case s.question != nil:
		return s.question
	case len(s.rows) == 0 || s.editor != nil || s.block != nil || s.adrift != "" || s.refusal(s.row, s.col) != "":
		return nil
	}
	f := s.field()
	amb, proposed := s.session.Ambiguity(f)
	if amb == nil {
		return nil
	}
	return &question{field: f, amb: amb, proposed: proposed}
}

// answerQuestion takes the key of a reading; it is false for any other key.
func (s *Screen) answerQuestion(msg tea.KeyPressMsg) (cmd tea.Cmd, answered bool) {
	q := s.asked()
	if q == nil {
		return nil, false
	}
	meant, answered := i18n.ReadingBy(q.amb, field.Typed(msg))
	if !answered {
		return nil, false
	}
	s.question = nil
	if s.session.SettleComma(q.field, meant.How) {
		s.told = q.field
		cmd = s.changed()
	}
	return both(cmd, s.do(q.then)), true
}

// pressQuestion takes a key that is no answer, while leaving the cell waits for one.
// A letter means that the person goes on, looking at the paper: it is typed where
// going on leads, and the question stays open in the record, as a problem of the cell.
func (s *Screen) pressQuestion(msg tea.KeyPressMsg) tea.Cmd {
	if field.Typed(msg) == "" {
		return nil
	}
	cmd, free := s.typeOn()
	if !free {
		return cmd
	}
	return both(cmd, s.press(msg))
}

// typeOn goes where whoever types on believes to be. Where that leads nowhere the
// question stays, and nothing is typed: it would take the place of the amount that is
// asked about.
func (s *Screen) typeOn() (cmd tea.Cmd, free bool) {
	q := s.question
	then := q.then
	switch {
	case then == "":
		s.question = nil
		return nil, true
	case !s.leadsOn(then):
		return nil, false
	case !moves(then):
		then = keymap.Next
	}
	s.question = nil
	if cmd = s.do(then); s.field() == q.field { // before the first cell there is none
		s.question = q
		return cmd, false
	}
	return cmd, true
}

// moves reports whether a wish is to go to another cell.
func moves(wish keymap.Action) bool {
	switch wish {
	case keymap.Up, keymap.Down, keymap.Left, keymap.Right, keymap.PageUp, keymap.PageDown, keymap.First, keymap.Last,
		keymap.Next, keymap.Prev, keymap.Return:
		return true
	}
	return false
}

// leadsOn reports whether going on by a wish leads to another cell of the table; any
// other wish than to move gives way to going to the next one.
func (s *Screen) leadsOn(wish keymap.Action) bool {
	grows := s.grows() && s.awaits() == ""
	switch wish {
	case keymap.Return:
		return s.row+1 < len(s.rows) || grows
	case keymap.Down, keymap.PageDown:
		return s.row+1 < len(s.rows)
	case keymap.Up, keymap.PageUp:
		return s.row > 0
	case keymap.Left, keymap.First:
		return s.col > 0
	case keymap.Right, keymap.Last:
		return s.col+1 < s.columns()
	case keymap.Prev:
		return true // going back says nothing where it leads nowhere
	}
	_, _, ok := s.ahead()
	return ok || grows
}

// text spells the question: "8,842 là: [,] 8,842 triệu  [.] 8.842 triệu, khớp tổng
// các phần  (nhớ cho phiếu)".
func (q *question) text(s *Screen) string { return s.env.Words.CommaQuestion(q.amb, q.proposed) }
