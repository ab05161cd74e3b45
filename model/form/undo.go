package form

import "sort"

// maxUndo bounds the memory of undo; a long day's typing is a few thousand steps.
const maxUndo = 20_000

// apply carries out a change without recording it.
func (s *Session) apply(c Change) {
	switch c.Kind {
	case Answered:
		if c.New.IsZero() {
			delete(s.answers, c.Field)
		} else {
			s.answers[c.Field] = c.New
		}
	case RowAdded:
		rows := s.rows[c.Field.Item]
		at := min(max(c.At, 0), len(rows))
		next := make([]Row, 0, len(rows)+1)
		next = append(next, rows[:at]...)
		next = append(next, c.Field.Row)
		s.rows[c.Field.Item] = append(next, rows[at:]...)
	case RowRemoved:
		rows := s.rows[c.Field.Item]
		next := make([]Row, 0, len(rows))
		for _, r := range rows {
			if r != c.Field.Row {
				next = append(next, r)
			}
		}
		s.rows[c.Field.Item] = next
		if len(next) == 0 {
			delete(s.rows, c.Field.Item)
		}
	}
	s.forget(c)
}

// did records a step that was applied: for undo, and for saving.
func (s *Session) did(step []Change) bool {
	if len(step) == 0 {
		return false
	}
	s.undo = append(s.undo, step)
	if len(s.undo) > maxUndo {
		s.undo = s.undo[len(s.undo)-maxUndo:]
	}
	s.redo = nil
	s.pending = append(s.pending, step...)
	return true
}

// reverse is the change that takes c back.
func (c Change) reverse(cause Cause) Change {
	r := Change{Kind: c.Kind, Field: c.Field, Old: c.New, New: c.Old, At: c.At, Cause: cause}
	switch c.Kind {
	case RowAdded:
		r.Kind = RowRemoved
	case RowRemoved:
		r.Kind = RowAdded
	case Answered:
	}
	return r
}

// Undo takes the last step back and returns what it changed, last first, so
// that the screen can say and show it. It is false when nothing is left.
func (s *Session) Undo() ([]Change, bool) {
	if len(s.undo) == 0 {
		return nil, false
	}
	step := s.undo[len(s.undo)-1]
	s.undo = s.undo[:len(s.undo)-1]
	s.redo = append(s.redo, step)
	back := make([]Change, 0, len(step))
	for i := len(step) - 1; i >= 0; i-- {
		c := step[i].reverse(Undone)
		s.apply(c)
		back = append(back, c)
	}
	s.pending = append(s.pending, back...)
	return back, true
}

// Redo does the last undone step again.
func (s *Session) Redo() ([]Change, bool) {
	if len(s.redo) == 0 {
		return nil, false
	}
	step := s.redo[len(s.redo)-1]
	s.redo = s.redo[:len(s.redo)-1]
	s.undo = append(s.undo, step)
	again := make([]Change, len(step))
	for i, c := range step {
		c.Cause = Redone
		s.apply(c)
		again[i] = c
	}
	s.pending = append(s.pending, again...)
	return again, true
}

// CanUndo and CanRedo tell whether there is a step to go.
func (s *Session) CanUndo() bool { return len(s.undo) > 0 }

// CanRedo tells whether there is a step to do again.
func (s *Session) CanRedo() bool { return len(s.redo) > 0 }

// sortChanges puts changes in an order that does not hang on a map's.
func sortChanges(list []Change) {
	sort.Slice(list, func(i, j int) bool { return list[i].Field.String() < list[j].Field.String() })
}
