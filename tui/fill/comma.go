package fill

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
)

// asked are the two readings of the amount that the question on the note line is
// about, and the one that its parts settle: it stands when the field is left, and
// again when one comes back to it and has typed nothing yet. It is nil while nothing
// is asked.
func (s *Screen) asked(e form.Entry) (*vn.Ambiguous, vn.Comma) {
	if s.widget == nil || !s.asking && !(s.anew && s.untouched()) {
		return nil, vn.CommaUnknown
	}
	return s.session().Ambiguity(e.Field)
}

// pressQuestion takes the key that answers which reading is meant. A letter that
// answers nothing, while leaving the field waits, is of who looks at the paper and
// goes on: it is typed into the next field, and the question stays open in the record,
// as a problem of this one.
func (s *Screen) pressQuestion(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	e, ok := s.entry()
	if !ok {
		return nil, false
	}
	amb, _ := s.asked(e)
	if amb == nil {
		return nil, false
	}
	text := field.Typed(msg)
	if meant, answers := i18n.ReadingBy(amb, text); answers {
		s.asking = false
		s.session().SettleComma(e.Field, meant.How)
		s.left = e.Field
		s.reload()
		return tea.Batch(s.commit(), s.move(1)), true
	}
	if !s.asking || text == "" {
		return nil, false
	}
	cmd, free := s.typeOn()
	if free {
		cmd = tea.Batch(cmd, s.key(msg))
	}
	return cmd, true
}

// typeOn goes to the field that whoever types on believes to be in. Behind the last
// one there is none: the question stays, and nothing is typed in the amount's place.
func (s *Screen) typeOn() (cmd tea.Cmd, free bool) {
	from, _ := s.entry()
	cmd = s.move(1)
	if now, ok := s.entry(); ok && now.Field == from.Field {
		s.asking = true
		return cmd, false
	}
	return cmd, true
}
