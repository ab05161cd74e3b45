package ask

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the answer that is being typed; the question is the title.
func (s *Screen) Spoken() kit.Spoken {
	said := s.answer.Tell(kit.Spoken{Echo: s.answer.Echo(s.env.Words)})
	if s.lacking {
		said.Said = s.env.Words.Pick.Required
	}
	return said
}
