package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
)

// question asks what an amount means that has two readings. It is put when the
// cell is left, on the note line, and holds up what the person asked for by one
// key: a digit answers, anything else leaves it open.
type question struct {
	field    form.Field
	amb      *vn.Ambiguous
	proposed vn.Comma      // the reading that the sum of the parts settles, if any
	then     keymap.Action // what to do afterwards
}

// ask puts the question when the field's amount has two readings.
func (s *Screen) ask(f form.Field, then keymap.Action) {
	amb, proposed := s.session.Ambiguity(f)
	if amb == nil {
		return
	}
	s.question = &question{field: f, amb: amb, proposed: proposed, then: then}
}

// pressQuestion answers with 1 or 2. Another letter means that the person goes
// on: the question stays open in the record, as a problem of the cell.
func (s *Screen) pressQuestion(msg tea.KeyPressMsg) tea.Cmd {
	q := s.question
	s.question = nil
	var cmd tea.Cmd
	switch msg.Text {
	case "1", "2":
		if s.session.SettleComma(q.field, q.amb.Readings()[msg.Text[0]-'1'].How) {
			s.told = q.field
			cmd = s.changed()
		}
		return both(cmd, s.do(q.then))
	case "":
		s.question = q
		return nil
	}
	cmd = s.do(q.then)
	return both(cmd, s.press(msg))
}

// text spells the question: "8,842 là: [1] 8.842 triệu, khớp tổng các phần
// [2] 8,842 triệu  (nhớ cho phiếu)".
func (q *question) text(s *Screen) string { return s.env.Words.CommaQuestion(q.amb, q.proposed) }
