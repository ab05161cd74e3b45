package history

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the event under the marker.
func (s *Screen) Spoken() kit.Spoken {
	said := kit.Spoken{}
	if _, ok := s.current(); ok {
		said = kit.OfLines(s.line(s.scroll.At, true), s.scroll)
	} else if s.seen != nil || s.err != nil {
		said.Name = s.sentence()
	}
	said.Hint = s.note()
	return s.filter.Tell(said)
}
