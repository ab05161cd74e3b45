package grid

import (
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Actions lists what can be done here: first what the line of keys shows.
func (s *Screen) Actions() []kit.Action {
	if s.table == nil {
		return []kit.Action{{ID: keymap.Back}}
	}
	if s.block != nil {
		// The note line says what Enter does now: its usual name would mislead.
		return []kit.Action{{ID: keymap.Return, Quiet: true}, {ID: keymap.Back}}
	}
	w := s.env.Words
	closed := ""
	if s.draft.Closed() {
		closed = w.Fill.Closed
	}
	list := []kit.Action{
		{ID: keymap.Next},
		{ID: keymap.NewRow, Refused: s.refuseNew()},
		{ID: keymap.DuplicateRow, Refused: s.refuseDuplicate()},
		{ID: keymap.DeleteRow, Refused: s.refuseRemove()},
		{ID: keymap.FillDown, Refused: s.refusal(s.row, s.col)},
		{ID: keymap.None, Refused: s.refuseNone(), Quiet: len(s.rows) > 0},
		{ID: keymap.Pick, Refused: s.refusePick(), Quiet: len(s.rows) == 0 || !choosable(s.column(s.col))},
		{ID: keymap.NextProblem},
		{ID: keymap.Undo, Refused: first(closed, none(s.session.CanUndo() || s.editor != nil && !s.editor.unchanged(), w.Fill.NothingBack))},
		{ID: keymap.Back},
		{ID: keymap.Return, Quiet: true},
		{ID: keymap.Prev, Quiet: true},
		{ID: keymap.Up, Quiet: true},
		{ID: keymap.Down, Quiet: true},
		{ID: keymap.PageUp, Quiet: true},
		{ID: keymap.PageDown, Quiet: true},
	}
	if s.editor == nil {
		list = append(list,
			kit.Action{ID: keymap.Left, Quiet: true},
			kit.Action{ID: keymap.Right, Quiet: true},
			kit.Action{ID: keymap.First, Quiet: true},
			kit.Action{ID: keymap.Last, Quiet: true},
			kit.Action{ID: keymap.ClearCell, Refused: s.refusal(s.row, s.col), Quiet: true})
	}
	list = append(list, s.env.FindingActions(s.draft, true)...)
	return append(list,
		kit.Action{ID: keymap.Redo, Refused: first(closed, none(s.session.CanRedo() || s.editor != nil && field.CanForward(s.editor.Widget), w.Fill.NothingAgain)), Quiet: true},
		kit.Action{ID: keymap.PrevProblem, Quiet: true},
		kit.Action{ID: keymap.FirstUnanswered, Quiet: true},
		kit.Action{ID: keymap.Note, Refused: s.refuseNote(), Quiet: true},
		kit.Action{ID: keymap.Ditto, Refused: s.refuseDitto(), Quiet: true},
		kit.Action{ID: keymap.Hold, Refused: s.refuseHold(), Quiet: true},
		kit.Action{ID: keymap.Goto, Quiet: true},
		kit.Action{ID: keymap.Review, Quiet: true})
}

// none is the sentence, unless something is there.
func none(there bool, sentence string) string {
	if there {
		return ""
	}
	return sentence
}

// first is the first sentence that says something.
func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
