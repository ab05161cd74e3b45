package form

import "slices"

// Done is a change that was saved, and by whom.
type Done struct {
	Change
	By   string
	Mine bool // by the person who goes on
}

// act tells the changes of one act from those before and behind.
func (d Done) act() Done {
	return Done{Change: Change{Step: d.Step, Cause: d.Cause}, By: d.By, Mine: d.Mine}
}

// TakeUp makes the way back anew from what was saved, the oldest first: this
// person's steps, those that were undone, and those that somebody else's changes
// since have made void. rev is the record's revision; numbers of steps go on
// behind it, since no record has more steps than changes. It is called once,
// before anything is done.
func (s *Session) TakeUp(past []Done, rev int64) {
	s.last = rev
	for len(past) > 0 {
		n := 1
		for n < len(past) && sameAct(past[0], past[n]) {
			n++
		}
		s.takeUp(past[:n])
		past = past[n:]
	}
}

// sameAct reports whether two neighbours are parts of one act. An act may have
// changes of several causes: a paste adds rows and answers cells.
func sameAct(a, b Done) bool {
	x, y := a.act(), b.act()
	if x.Cause != Undone && x.Cause != Redone && y.Cause != Undone && y.Cause != Redone {
		x.Cause, y.Cause = "", ""
	}
	return x == y
}

func (s *Session) takeUp(act []Done) {
	s.last = max(s.last, act[0].Step)
	changes := make([]Change, len(act))
	fields := make(map[Field]bool, len(act))
	for i, d := range act {
		changes[i], fields[d.Field] = d.Change, true
	}
	n := act[0].Step
	switch {
	case !act[0].Mine:
		s.lose(fields, act[0].By)
	case n == 0:
		s.lose(fields, "")
	case act[0].Cause == Undone:
		st, known := take(&s.undo, n)
		if !known {
			st = step{n: n, changes: reversed(changes, Typed)}
		}
		s.redo = append(s.redo, st)
	case act[0].Cause == Redone:
		st, known := take(&s.redo, n)
		if !known {
			for i := range changes {
				changes[i].Cause = Typed
			}
			st = step{n: n, changes: changes}
		}
		s.push(st)
	case act[0].Cause == Filled:
		s.completed(changes)
	default:
		s.push(step{n: n, changes: changes})
		s.redo = nil
	}
}

// take takes the newest step of a number out of a list.
func take(list *[]step, n int64) (step, bool) {
	for i := len(*list) - 1; i >= 0; i-- {
		if st := (*list)[i]; st.n == n {
			*list = slices.Delete(*list, i, i+1)
			return st, true
		}
	}
	return step{}, false
}

// completed puts what the program read of a text to the step in which a person
// typed it, and numbers it so. What belongs to no step is the program's own.
func (s *Session) completed(list []Change) []Change {
	for i, c := range list {
		at := len(s.undo) - 1
		for at >= 0 && (s.undo[at].lost != nil || !s.undo[at].leaves(c.Field, c.Old)) {
			at--
		}
		if at < 0 {
			s.lose(map[Field]bool{c.Field: true}, "")
			continue
		}
		list[i].Step = s.undo[at].n
		s.undo[at].changes = append(slices.Clip(s.undo[at].changes), list[i])
	}
	return list
}

// leaves reports whether the step left an answer in a field.
func (st step) leaves(f Field, a Answer) bool {
	return slices.ContainsFunc(st.changes, func(c Change) bool { return c.Field == f && c.New == a })
}

// lose makes the steps void that are about any of the fields, since somebody
// else has changed these: neither undo nor redo may bring back what was there.
func (s *Session) lose(fields map[Field]bool, by string) {
	if len(fields) == 0 {
		return
	}
	rows := make(map[Field]Field) // the row of each cell
	for f := range fields {
		if f.Row != "" {
			rows[Field{Item: f.Item, Row: f.Row}] = f
		}
	}
	for _, list := range [][]step{s.undo, s.redo} {
		for i := range list {
			if list[i].lost == nil {
				list[i].lost = list[i].touched(fields, rows, by)
			}
		}
	}
}

// touched finds a change of the step about one of the fields: the field itself, a
// cell of a row that came or went, or the row of a cell that was answered.
func (st step) touched(fields map[Field]bool, rows map[Field]Field, by string) *Lost {
	for _, c := range st.changes {
		row := Field{Item: c.Field.Item, Row: c.Field.Row}
		cell, answered := rows[c.Field]
		switch {
		case c.Kind != Answered && answered:
			return &Lost{Field: cell, By: by}
		case fields[c.Field], c.Field.Row != "" && fields[row]:
			return &Lost{Field: c.Field, By: by}
		}
	}
	return nil
}

// Insist keeps this person's answer where somebody else has saved another one
// since. It is a step of its own: undo gives the other's answer back.
func (s *Session) Insist(f Field, theirs Answer, by string) bool {
	s.lose(map[Field]bool{f: true}, by)
	if s.answers[f] == theirs {
		return false
	}
	return s.did([]Change{{Kind: Answered, Field: f, Old: theirs, New: s.answers[f], Cause: Typed}})
}

// Yield lets the answer stand that somebody else has saved, and gives up this
// person's. It is a step of its own: undo gives the own answer back.
func (s *Session) Yield(f Field, theirs Answer, by string) bool {
	s.lose(map[Field]bool{f: true}, by)
	c := Change{Kind: Answered, Field: f, Old: s.answers[f], New: theirs, Cause: Typed}
	if c.Old == theirs {
		return false
	}
	s.apply(c)
	return s.did([]Change{c})
}

// Resume does again what was done before and could not be saved, as one step. What
// stands already is left out. It reports whether anything changed.
func (s *Session) Resume(changes []Change) bool {
	var list []Change
	for _, c := range changes {
		stands := slices.Contains(s.rows[c.Field.Item], c.Field.Row)
		switch c.Kind {
		case Answered:
			c.Old = s.answers[c.Field]
			stands = c.Old == c.New
		case RowAdded:
		case RowRemoved:
			stands = !stands
		}
		if stands {
			continue
		}
		s.apply(c)
		list = append(list, c)
	}
	return s.did(list)
}
