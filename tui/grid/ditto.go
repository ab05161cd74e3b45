package grid

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Waiting reports whether former records are being read that were asked for.
func (s *Screen) Waiting() bool { return s.reading }

// repeat brings into the cell what the same row and column of the former record
// say; again, an older one. In a table without rows it brings all of them.
func (s *Screen) repeat() tea.Cmd {
	f := s.repeated()
	why := s.refuseDitto()
	if why != "" {
		return s.env.Warn(why)
	}
	if cmd := s.env.ReadFormer(s.draft); cmd != nil {
		s.reading = true
		return cmd
	}
	said, changed := s.ditto.Next(s.env, s.draft, f)
	if !changed {
		return s.env.Notice(said)
	}
	saved := s.changed()
	if f.Row == "" {
		if r, c, ok := s.firstTyped(); ok {
			s.begun = c
			saved = both(saved, s.put(r, c))
		}
	}
	return both(saved, s.env.Notice(said))
}

// repeated is what Ctrl+R is about: the cell, or the table as a whole while it is
// empty, or was when the rows of a former record were brought.
func (s *Screen) repeated() form.Field {
	whole := form.Field{Item: s.table.Name}
	if len(s.rows) == 0 || s.ditto.At(whole) {
		return whole
	}
	return s.field()
}

// formerRead takes the former records, and does what waited for them.
func (s *Screen) formerRead(msg kit.FormerMsg) tea.Cmd {
	if msg.ID != s.id {
		return nil
	}
	s.draft.TakeFormer(msg)
	was := s.reading
	s.reading = false
	switch {
	case !was:
		return nil
	case msg.Err != nil:
		return s.env.Warn(s.env.Words.Err(msg.Err))
	}
	return s.run(keymap.Ditto)
}

// refuseDitto is the sentence why nothing can be carried here; "" when it can.
func (s *Screen) refuseDitto() string {
	if f := s.repeated(); f.Row != "" {
		return s.refusal(s.row, s.col)
	} else if s.ditto.At(f) {
		return ""
	}
	return s.env.RefuseRows(s.draft, s.table)
}
