package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
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

// step moves as the arrows do: over every cell, also those that are computed. Down
// from what was just typed in the last row goes on as Enter does, in the same column:
// the next text would take its place.
func (s *Screen) step(action keymap.Action) tea.Cmd {
	r, c := s.row, s.col
	if action == keymap.Down && r == len(s.rows)-1 && r >= 0 && s.told == s.field() {
		s.begun = s.col
		return s.down()
	}
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
	r, c, ok := s.ahead()
	switch {
	case !ok:
		return s.pastEnd()
	case r > s.row:
		s.begun = c
	}
	return s.put(r, c)
}

// ahead is the next cell that can be typed in.
func (s *Screen) ahead() (r, c int, ok bool) {
	if c, ok := s.seek(s.row, s.col+1, 1); ok {
		return s.row, c, true
	}
	for r := s.row + 1; r < len(s.rows); r++ {
		if c, ok := s.seek(r, 0, 1); ok {
			return r, c, true
		}
	}
	return 0, 0, false
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
// table, or out of it to where it stands in the form.
func (s *Screen) problem(by int) tea.Cmd {
	f, ok := s.session.NextWrong(s.place().Field, by)
	switch {
	case !ok:
		return s.env.Notice(s.env.Words.Fill.NoProblem)
	case f.Item == s.table.Name && f.Cell():
		return s.visit(f)
	case s.aside && f == (form.Field{Item: s.table.Name}):
		return s.back() // what is the matter is the table as a whole
	}
	// The form is told that the cell is done with: from the table's line it goes on.
	done := s.draft.Commit(model.Place{Section: s.table.Section, Field: form.Field{Item: s.table.Name}})
	return both(done, s.env.Back(kit.Jump{Field: f}))
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
