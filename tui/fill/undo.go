package fill

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/tui/field"
)

// unwind takes the last piece of typing back, and when the open text is what it
// was, the last step; or it does them again. It goes to where a step was, and says
// what it was.
func (s *Screen) unwind(again bool) tea.Cmd {
	w := s.env.Words.Fill
	if s.draft.Closed() {
		s.said = w.Closed
		return nil
	}
	if s.retype(again) {
		return s.typedOpen()
	}
	if !again {
		s.bank()
	}
	if s.draft.Torn() {
		return nil // whose answer stands is asked first: undo would write over that of a colleague
	}
	step, none := s.session().Undo, w.NothingBack
	if again {
		step, none = s.session().Redo, w.NothingAgain
	}
	if again && s.unleft() {
		s.said = none // what was typed since is newer than any step to do again
		return nil
	}
	u, ok := step()
	if !ok {
		s.said = none
		return nil
	}
	if fields := u.Fields(); len(fields) > 0 {
		s.goTo(fields[0])
	}
	s.said = s.env.Unwound(s.session(), u, again, "")
	return s.commit()
}

// bank makes a step, taken back, of what was typed in the open field and taken back
// piece by piece: the field is about to be left, and what it can give again with it.
func (s *Screen) bank() {
	e, ok := s.entry()
	if !ok || s.widget == nil || !field.CanForward(s.widget) {
		return
	}
	for field.Forward(s.widget) {
	}
	if s.unleft() {
		s.session().Answer(e.Field, s.widget.Value())
		s.session().Undo()
	}
	s.open()
}

// retype takes back or gives again what was typed in the open field.
func (s *Screen) retype(again bool) bool {
	if s.widget == nil {
		return false
	}
	s.anew = false
	if again {
		return field.Forward(s.widget)
	}
	return field.Back(s.widget, s.before)
}

// typedOpen notes the text of the open field after it changed.
func (s *Screen) typedOpen() tea.Cmd {
	e, ok := s.entry()
	if !ok || !s.unleft() {
		return s.draft.ClearOpen()
	}
	return s.draft.SetOpen(e.Field, s.widget.Value(), s.widget.Caret())
}

// unleft reports whether the open field holds a text that is not its answer yet.
func (s *Screen) unleft() bool { return s.widget != nil && s.widget.Value() != s.before }
