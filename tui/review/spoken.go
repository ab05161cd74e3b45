package review

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the problem under the marker; how many there are is in the title.
func (s *Screen) Spoken() kit.Spoken {
	if s.draft == nil {
		return kit.Spoken{}
	}
	list := s.points()
	if s.scroll.At >= len(list) {
		return kit.Spoken{Name: s.env.Theme.Sign.Done + " " + s.env.Words.Review.Clean, Hint: s.note(list)}
	}
	said := kit.OfLines(s.line(list[s.scroll.At], true), s.scroll)
	said.Hint = s.note(list)
	return said
}
