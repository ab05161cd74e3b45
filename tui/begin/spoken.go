package begin

import (
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the open field, and what stands in the one that the last key left.
func (s *Screen) Spoken() kit.Spoken {
	if s.child() {
		name := s.env.Words.New.Creating
		if s.fault != "" {
			name = s.fault
		}
		return kit.Spoken{Name: name}
	}
	said := field.Tell(kit.Spoken{Name: s.fieldName(s.at)}, s.fields[s.at], s.env.Words)
	if s.left >= 0 && s.left != s.at {
		said.Left = s.value(s.left)
	}
	for _, text := range []string{s.fault, s.stranger(), s.unitFault(), s.twinSaid(), s.roundSaid()} {
		if text != "" {
			said.Said = s.env.Join(said.Said, text)
		}
	}
	said.Hint = s.env.Join(s.hint(), s.env.Words.New.Form+": "+s.formName())
	return said
}
