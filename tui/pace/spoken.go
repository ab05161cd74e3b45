package pace

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says what the record under the marker took; with Ctrl+L also what all
// took together.
func (s *Screen) Spoken() kit.Spoken {
	switch p, ok := s.current(); {
	case s.err != nil:
		return kit.Spoken{Name: s.env.Words.Err(s.err)}
	case !s.read:
		return kit.Spoken{}
	case !ok:
		return kit.Spoken{Name: s.env.Words.Pace.None}
	default:
		said := kit.OfLines(s.name(p)+" "+s.day(p)+": "+s.figures(p), s.scroll)
		said.Hint = s.env.Join(s.whole(), s.note())
		return said
	}
}
