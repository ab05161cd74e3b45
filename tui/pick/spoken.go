package pick

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the entry under the marker: first the best one for what is typed; and
// of several, which one the last key took in or out.
func (s *Screen) Spoken() kit.Spoken {
	said := kit.Spoken{Name: s.env.Words.Pick.None}
	if s.scroll.At < len(s.found) {
		said = kit.OfLines(s.line(s.scroll.At), s.scroll)
	}
	if f := s.flipped; f.Code != "" {
		said.Left = s.env.Words.Ticked(f.Label, s.chosen[f.Code])
	}
	if s.pick.Aloud {
		for _, e := range s.pick.Find("") {
			said.Lines = append(said.Lines, e.Label)
		}
	}
	said = s.typed.Tell(said)
	said.Typing, said.Echo, said.Hint = kit.TypingBeside, s.typed.Echo(s.env.Words), s.env.Words.Pick.Type
	return said
}
