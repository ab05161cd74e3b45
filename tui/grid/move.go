package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// put moves the cursor; both rows are drawn anew.
func (s *Screen) put(r, c int) tea.Cmd {
	if len(s.rows) == 0 {
		return nil
	}
	s.redraw(s.row)
	s.row, s.col = min(max(r, 0), len(s.rows)-1), min(max(c, 0), s.columns()-1)
	s.redraw(s.row)
	return s.draft.Commit(s.place())
}

// step moves as the arrows do: over every cell, also those that are computed.
func (s *Screen) step(action keymap.Action) tea.Cmd {
	r, c := s.row, s.col
	switch action {
	case keymap.Up:
		r--
	case keymap.Down:
		r++
	case keymap.Left:
		c--
	case keymap.Right:
		c++
	case keymap.PageUp:
		r -= s.page()
	case keymap.PageDown:
		r += s.page()
	case keymap.First:
		c = 0
	case keymap.Last:
		c = s.columns() - 1
	}
	cmd := s.put(r, c)
	s.begun = s.col
	return cmd
}

// next goes to the next cell that can be typed in. Behind the last one of a
// table that grows there is a new row; behind that of another, the form.
func (s *Screen) next() tea.Cmd {
	if len(s.rows) == 0 {
		return s.pastEnd()
	}
	if c, ok := s.seek(s.row, s.col+1, 1); ok {
		return s.put(s.row, c)
	}
	for r := s.row + 1; r < len(s.rows); r++ {
		if c, ok := s.seek(r, 0, 1); ok {
			s.begun = c
			return s.put(r, c)
		}
	}
	return s.pastEnd()
}

func (s *Screen) pastEnd() tea.Cmd {
	why := s.awaits()
	switch {
	case why != "":
		return s.env.Warn(why)
	case s.looking && s.grows():
		return s.lookedThrough()
	case s.grows():
		return s.newRow()
	}
	return s.back()
}

// lookedThrough says that there are no further rows, once: whoever passed former
// ones wants no new row, and has it with the next key.
func (s *Screen) lookedThrough() tea.Cmd {
	s.looking = false
	return s.env.Notice(s.env.Words.Repeat.LookedThrough)
}

// grows reports whether going on behind the last row means a new one: the
// person adds the rows, and has typed something in the last one.
func (s *Screen) grows() bool {
	if !s.table.Table.Free || s.table.Table.Settles != nil || s.draft.Closed() {
		return false
	}
	if len(s.rows) == 0 {
		return true
	}
	last := s.rows[len(s.rows)-1]
	return last.free && last.started()
}

// prev goes to the cell before that can be typed in; before the first one
// there is nothing, and the cursor stays.
func (s *Screen) prev() tea.Cmd {
	if len(s.rows) == 0 {
		return nil
	}
	if c, ok := s.seek(s.row, s.col-1, -1); ok {
		return s.put(s.row, c)
	}
	for r := s.row - 1; r >= 0; r-- {
		if c, ok := s.seek(r, s.columns()-1, -1); ok {
			return s.put(r, c)
		}
	}
	return nil
}

// down goes a row down, to the column in which the entry of this one began.
func (s *Screen) down() tea.Cmd {
	switch {
	case s.row+1 < len(s.rows):
		return s.put(s.row+1, s.begun)
	case s.awaits() != "":
		return s.env.Warn(s.awaits())
	case len(s.rows) == 0 && s.grows():
		return s.newRow()
	case s.looking && s.grows():
		return s.lookedThrough()
	case s.grows():
		begun := s.begun
		cmd := s.newRow()
		s.begun = begun
		return both(cmd, s.put(s.row, begun))
	}
	return s.env.Notice(s.env.Words.Grid.LastRow)
}

// problem goes to the next problem (by 1) or the one before (by -1): inside the
// table first, then out of it to where it stands in the form.
func (s *Screen) problem(by int) tea.Cmd {
	all := s.session.Problems()
	if len(all) == 0 {
		return s.env.Notice(s.env.Words.Fill.NoProblem)
	}
	var inside []form.Field
	first, last := len(all), -1 // where the problems of this table stand in the form
	for i, p := range all {
		if p.Field.Item != s.table.Name {
			continue
		}
		first, last = min(first, i), i
		if p.Field.Row != "" {
			inside = append(inside, p.Field)
		}
	}
	if f, ok := s.beyond(inside, by); ok {
		return s.visit(f)
	}
	if last < 0 {
		first, last = s.placeInForm(all)
	}
	from := last
	if by < 0 {
		from = first
	}
	for n := 1; n <= len(all); n++ {
		p := all[((from+by*n)%len(all)+len(all))%len(all)]
		if p.Field.Item != s.table.Name {
			return s.env.Back(kit.Jump{Field: p.Field})
		}
	}
	if len(inside) == 0 {
		return s.back() // what is the matter is the table as a whole
	}
	if by < 0 {
		return s.visit(inside[len(inside)-1])
	}
	return s.visit(inside[0])
}

// beyond finds the nearest cell of a list behind the cursor, or before it.
func (s *Screen) beyond(list []form.Field, by int) (form.Field, bool) {
	var best form.Field
	distance := 0
	for _, f := range list {
		r, c, ok := s.find(f)
		d := ((r-s.row)*s.columns() + c - s.col) * by
		if ok && d > 0 && (distance == 0 || d < distance) {
			best, distance = f, d
		}
	}
	return best, distance > 0
}

// placeInForm is where problems of the table would stand among all: between the
// last one before it and the first one behind.
func (s *Screen) placeInForm(all []form.Problem) (first, last int) {
	order := map[string]int{}
	for i, it := range s.session.Definition().Items() {
		order[it.Name] = i
	}
	first = 0
	for i, p := range all {
		if order[p.Field.Item] < order[s.table.Name] {
			first = i + 1
		}
	}
	return first, first - 1
}

// jump goes where the review sends the person: to a cell here, or through the
// form to anything else.
func (s *Screen) jump(msg kit.Jump) tea.Cmd {
	if r, c, ok := s.find(msg.Field); ok {
		s.begun = c
		return s.put(r, c)
	}
	return s.env.Back(msg)
}

// visit puts the cursor on a cell.
func (s *Screen) visit(f form.Field) tea.Cmd {
	r, c, ok := s.find(f)
	if !ok {
		return nil
	}
	s.begun = c
	return s.put(r, c)
}

// unanswered goes to the first required answer that is missing, here or in the form.
func (s *Screen) unanswered() tea.Cmd {
	f, ok := s.session.FirstUnanswered()
	switch {
	case !ok:
		return s.env.Notice(s.env.Words.Fill.AllAnswered)
	case f.Item == s.table.Name && f.Row != "":
		return s.visit(f)
	}
	return s.env.Back(kit.Jump{Field: f})
}
