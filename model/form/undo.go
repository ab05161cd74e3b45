package form

import (
	"slices"
	"sort"
)

// maxUndo bounds the memory of undo; a long day's typing is a few thousand steps.
const maxUndo = 20_000

// step is one act of a person, which one press takes back.
type step struct {
	n       int64
	changes []Change
	lost    *Lost // nil: it can be taken back, or done again
}

// Lost says why a step is neither undone nor done again: a field of it has an
// answer that the step did not leave there.
type Lost struct {
	Field Field
	By    string // whose answer stands; "": the program's, or not known
}

// Unwound is what a press of undo or redo led to.
type Unwound struct {
	// Changes are what it changed, of an undo the last first, so that the screen
	// can say and show it. There are none when the step was given up.
	Changes []Change
	Cause   Cause // how the step itself came about
	Lost    *Lost // why it was given up
}

// InOrder are the changes in the order in which the act made them first: what it
// began with comes before what followed from that, whichever way it went.
func (u Unwound) InOrder() []Change {
	list := slices.Clone(u.Changes)
	if len(list) > 0 && list[0].Cause == Undone {
		slices.Reverse(list)
	}
	return list
}

// Fields are the fields that it is about: the first, with which the act began, is
// where to go. What a comma means in the record stands nowhere, and is not among them;
// that a field was read a second time stands in that field.
func (u Unwound) Fields() []Field {
	if u.Lost != nil {
		f, _ := u.Lost.Field.Verifies()
		return []Field{f}
	}
	list := make([]Field, 0, len(u.Changes))
	for _, c := range u.InOrder() {
		if !c.SettlesComma() {
			f, _ := c.Field.Verifies()
			list = append(list, f)
		}
	}
	return list
}

// SettlesComma reports whether it says what a comma means in the record.
func (c Change) SettlesComma() bool { return c.Field == commaField }

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
		at := s.place(c)
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

// Together makes one step of all that is done in it. It reports whether anything
// changed. Nothing is undone or taken for saving inside.
func (s *Session) Together(do func()) bool {
	if s.together != nil {
		do() // a part of the step that is being taken
		return len(*s.together) > 0
	}
	var all []Change
	s.together = &all
	do()
	s.together = nil
	return s.did(all)
}

// did records a step that was applied: for undo, and for saving.
func (s *Session) did(changes []Change) bool {
	if len(changes) == 0 {
		return false
	}
	if s.together != nil {
		*s.together = append(*s.together, changes...)
		return true
	}
	s.last++
	for i := range changes {
		changes[i].Step = s.last
	}
	s.push(step{n: s.last, changes: changes})
	s.redo = nil
	s.pending = append(s.pending, changes...)
	return true
}

func (s *Session) push(st step) {
	s.undo = append(s.undo, st)
	if len(s.undo) > maxUndo {
		s.undo = s.undo[len(s.undo)-maxUndo:]
	}
}

// NextStep is the number that the next step will have.
func (s *Session) NextStep() int64 { return s.last + 1 }

// reverse is the change that takes c back.
func (c Change) reverse(cause Cause) Change {
	r := Change{Kind: c.Kind, Field: c.Field, Old: c.New, New: c.Old, At: c.At, Cause: cause, Step: c.Step}
	switch c.Kind {
	case RowAdded:
		r.Kind = RowRemoved
	case RowRemoved:
		r.Kind = RowAdded
	case Answered:
	}
	return r
}

func reversed(changes []Change, cause Cause) []Change {
	back := make([]Change, 0, len(changes))
	for i := len(changes) - 1; i >= 0; i-- {
		back = append(back, changes[i].reverse(cause))
	}
	return back
}

// Undo takes the last step back. It is false when nothing is left. A step that
// would change what somebody else has answered since is given up instead, and
// nothing changes.
func (s *Session) Undo() (Unwound, bool) {
	if len(s.undo) == 0 {
		return Unwound{}, false
	}
	st := s.undo[len(s.undo)-1]
	s.undo = s.undo[:len(s.undo)-1]
	back := reversed(st.changes, Undone)
	if lost := s.inTheWay(st, back); lost != nil {
		return Unwound{Cause: st.cause(), Lost: lost}, true
	}
	s.redo = append(s.redo, st)
	s.carryOut(back)
	return Unwound{Changes: back, Cause: st.cause()}, true
}

// Redo does the last undone step again, or gives it up as Undo does.
func (s *Session) Redo() (Unwound, bool) {
	if len(s.redo) == 0 {
		return Unwound{}, false
	}
	st := s.redo[len(s.redo)-1]
	s.redo = s.redo[:len(s.redo)-1]
	again := make([]Change, len(st.changes))
	for i, c := range st.changes {
		c.Cause = Redone
		again[i] = c
	}
	if lost := s.inTheWay(st, again); lost != nil {
		return Unwound{Cause: st.cause(), Lost: lost}, true
	}
	s.push(st)
	s.carryOut(again)
	return Unwound{Changes: again, Cause: st.cause()}, true
}

// carryOut applies the changes of a step, each with the place where its row stands
// by now: a step in between may have been given up.
func (s *Session) carryOut(changes []Change) {
	for i := range changes {
		changes[i].At = s.place(changes[i])
		s.apply(changes[i])
	}
	s.pending = append(s.pending, changes...)
}

// place is where the row of a change stands, or comes to stand.
func (s *Session) place(c Change) int {
	rows := s.rows[c.Field.Item]
	switch c.Kind {
	case RowAdded:
		return min(max(c.At, 0), len(rows))
	case RowRemoved:
		return slices.Index(rows, c.Field.Row)
	case Answered:
	}
	return c.At
}

// cause says how a step came about: that of its answers, before that of the rows
// that were added for them.
func (st step) cause() Cause {
	for _, c := range st.changes {
		if c.Cause != Typed {
			return c.Cause
		}
	}
	return Typed
}

// inTheWay finds what keeps changes from being carried out: what stands now must
// be what they begin with.
func (s *Session) inTheWay(st step, changes []Change) *Lost {
	if st.lost != nil {
		return st.lost
	}
	var seen map[Field]bool
	if len(changes) > 1 {
		seen = make(map[Field]bool, len(changes))
	}
	for _, c := range changes {
		if seen[c.Field] {
			continue // it begins with what an earlier change of the step leaves
		}
		if seen != nil {
			seen[c.Field] = true
		}
		if !s.begins(c) {
			return &Lost{Field: c.Field}
		}
	}
	return nil
}

// begins reports whether a change finds what it found when it was made.
func (s *Session) begins(c Change) bool {
	if c.Kind == Answered {
		return s.answers[c.Field] == c.Old
	}
	there := false
	for _, r := range s.rows[c.Field.Item] {
		there = there || r == c.Field.Row
	}
	return there == (c.Kind == RowRemoved)
}

// CanUndo and CanRedo tell whether there is a step to go.
func (s *Session) CanUndo() bool { return len(s.undo) > 0 }

// CanRedo tells whether there is a step to do again.
func (s *Session) CanRedo() bool { return len(s.redo) > 0 }

// ForgetSteps ends the way back: what was done before stays done.
func (s *Session) ForgetSteps() { s.undo, s.redo = nil, nil }

// sortChanges puts changes in an order that does not hang on a map's.
func sortChanges(list []Change) {
	sort.Slice(list, func(i, j int) bool { return list[i].Field.String() < list[j].Field.String() })
}
