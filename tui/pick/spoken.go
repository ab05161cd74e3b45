package pick

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the entry under the marker: first the best one for what is typed.
func (s *Screen) Spoken() kit.Spoken {
	said := kit.Spoken{Name: s.env.Words.Pick.None}
	if s.scroll.At < len(s.found) {
		said = kit.OfLines(s.line(s.scroll.At), s.scroll)
	}
	said = s.typed.Tell(said)
	said.Typing, said.Echo, said.Hint = kit.TypingBeside, s.typed.Echo(s.env.Words), s.env.Words.Pick.Type
	return said
}
