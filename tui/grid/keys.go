package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// press handles one key: what waits for an answer first, then what the open
// cell needs for itself, then the key map; what is left is typed into the cell.
func (s *Screen) press(msg tea.KeyPressMsg) tea.Cmd {
	if cmd, answered := s.answerQuestion(msg); answered {
		return cmd
	}
	action, bound := s.env.Keys.Action(s.Scope(), msg)
	s.again = s.again && action == keymap.Finding
	switch {
	case s.block != nil && s.decide(field.Typed(msg)):
		return nil
	case s.block != nil:
		return s.pressBlock(action)
	case s.editor != nil && s.editor.Captures(msg):
		return s.pressEditor(msg)
	case bound:
		return s.run(action)
	case s.question != nil:
		return s.pressQuestion(msg)
	case s.adrift != "":
		return s.env.Warn(s.adrift)
	}
	return s.typeKey(msg)
}

// run does an action, after the cell that is open is left. When leaving it
// raises a question, the action waits for the answer. What the root does itself
// (help, palette, language) leaves the cell open.
func (s *Screen) run(action keymap.Action) tea.Cmd {
	if s.block != nil {
		return s.pressBlock(action)
	}
	if !mine(action) {
		return nil
	}
	if s.stray(action) {
		return s.env.Warn(s.adrift)
	}
	adrift := s.adrift != ""
	s.adrift = ""
	if adrift && action == keymap.Next {
		return s.next() // what stands here was not looked at
	}
	if action != keymap.Ditto {
		s.ditto.Stop()
	}
	if s.takeMatch(action) {
		return nil
	}
	s.question = nil
	if s.retype(action) {
		return s.typed()
	}
	if action == keymap.Pick && s.seeking() {
		return s.pick() // whoever leaves the list goes on typing
	}
	left := s.leave(action)
	if s.question != nil {
		return left
	}
	return both(left, s.do(action))
}

// retype takes back or gives again what was typed in the open cell; the cell stays
// open.
func (s *Screen) retype(action keymap.Action) bool {
	switch {
	case s.editor == nil:
		return false
	case action == keymap.Undo:
		return field.Back(s.editor.Widget, s.editor.was)
	case action == keymap.Redo:
		return field.Forward(s.editor.Widget)
	}
	return false
}

// mine reports whether the screen does an action itself.
func mine(action keymap.Action) bool {
	switch action {
	case keymap.Help, keymap.Palette, keymap.Language, keymap.Input, keymap.Redraw, keymap.Pace, keymap.Quit:
		return false
	}
	return true
}

// both runs two commands, either of which may be none, side by side: nothing
// that is shown waits for a save.
func both(a, b tea.Cmd) tea.Cmd { return tea.Batch(a, b) }

func (s *Screen) do(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.Up, keymap.Down, keymap.Left, keymap.Right, keymap.PageUp, keymap.PageDown, keymap.First, keymap.Last:
		return s.step(action)
	case keymap.Next:
		return both(s.pass(), s.next())
	case keymap.Prev:
		return s.prev()
	case keymap.Return:
		return both(s.pass(), s.down())
	case keymap.ClearCell:
		return s.clear()
	case keymap.FillDown:
		return s.fillDown()
	case keymap.NewRow:
		return s.newRow()
	case keymap.DuplicateRow:
		return s.duplicate()
	case keymap.DeleteRow:
		return s.remove()
	case keymap.None:
		return s.none()
	case keymap.Undo, keymap.Redo:
		return s.unwind(action == keymap.Redo)
	case keymap.NextProblem:
		return s.problem(1)
	case keymap.PrevProblem:
		return s.problem(-1)
	case keymap.FirstUnanswered:
		return s.unanswered()
	case keymap.Note:
		return s.note()
	case keymap.Finding:
		return s.finding()
	case keymap.Ditto:
		return s.repeat()
	case keymap.Hold:
		return s.askHold()
	case keymap.Pick:
		return s.pick()
	case keymap.Goto:
		// The form owns going to an item: it is asked to do so when it is back.
		return s.env.Back(kit.RunMsg{Action: keymap.Goto})
	case keymap.Review:
		return s.open(kit.KindReview, nil)
	case keymap.Back:
		return s.back()
	}
	return nil
}

// refuseKey says why nothing can be typed here, to a key that would type.
func (s *Screen) refuseKey(msg tea.KeyPressMsg) tea.Cmd {
	if !writes(msg) {
		return nil
	}
	return s.env.Warn(s.refusal(s.row, s.col))
}

// edit opens the cell with the text that stands in it. Space does it, since no
// answer begins with a blank; on a choice it opens the list.
func (s *Screen) edit() tea.Cmd {
	if why := s.refusal(s.row, s.col); why != "" {
		return s.env.Warn(why)
	}
	if choosable(s.column(s.col)) {
		return s.pick()
	}
	s.editor = s.opened()
	s.redraw(s.row)
	return s.setOpen()
}

// leave keeps the text of the open cell. then is what the person asked for; it
// waits when the text has two readings. Undo asks nothing, as it takes the text
// back, nor does "", which is no wish of a person.
func (s *Screen) leave(then keymap.Action) tea.Cmd {
	if s.editor == nil {
		return nil
	}
	f, e := s.field(), s.editor
	s.editor = nil
	s.edges = edges{} // its matches stood at the foot
	s.redraw(s.row)
	if e.unchanged() || !s.session.Answer(f, e.Value()) {
		if e.anew && e.touched && s.session.Pass(f) { // the same was typed over it: it was looked at
			return both(s.changed(), s.draft.ClearOpen())
		}
		return s.draft.ClearOpen()
	}
	s.looking = false
	s.told = f
	saved := both(s.changed(), s.draft.ClearOpen())
	if then != keymap.Undo && then != "" {
		s.ask(f, then)
	}
	return saved
}

// pass says of a carried value that the person has seen it.
func (s *Screen) pass() tea.Cmd {
	if len(s.rows) == 0 || s.draft.Closed() || !s.session.Pass(s.field()) {
		return nil
	}
	s.looking = true
	return s.changed()
}

func (s *Screen) clear() tea.Cmd {
	if why := s.refusal(s.row, s.col); why != "" {
		return s.env.Warn(why)
	}
	if !s.session.Answer(s.field(), "") {
		return nil
	}
	return s.changed()
}
