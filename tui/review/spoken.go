package review

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the problem under the marker; how many there are is in the title. What
// is left to be done when nothing prevents completing comes first.
func (s *Screen) Spoken() kit.Spoken {
	if s.draft == nil {
		return kit.Spoken{}
	}
	list := s.points()
	if s.scroll.At >= len(list) {
		return kit.Spoken{Where: s.verdict(list), Name: s.env.Theme.Sign.Done + " " + s.env.Words.Review.Clean}
	}
	said := kit.OfLines(s.line(list[s.scroll.At], true), s.scroll)
	said.Where, said.Hint = s.verdict(list), s.sentence(list[s.scroll.At])
	return said
}
