package begin

import (
	"giamsat/model"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the open field, and what stands in the one that the last key left.
// What is the matter with the record as a whole is said before it, once.
func (s *Screen) Spoken() kit.Spoken {
	if s.child() {
		name := s.env.Words.New.Creating
		if s.fault != "" {
			name = s.fault
		}
		return kit.Spoken{Name: name}
	}
	if s.in.Kind != model.Inspection && s.defKey.day.IsZero() {
		return kit.Spoken{Said: s.fault} // even the first field is called as the form calls it
	}
	if key, ok := s.formKey(); ok && key != s.defKey {
		// What else is asked, and how it is called, hangs on the form that is being read.
		return field.Tell(kit.Spoken{Name: s.fieldName(s.at), Said: s.fault}, s.fields[s.at], s.env.Words)
	}
	said := field.Tell(kit.Spoken{Name: s.fieldName(s.at)}, s.fields[s.at], s.env.Words)
	if s.left >= 0 && s.left != s.at {
		said.Left = s.value(s.left)
	}
	said.Said = s.fault
	said.Where = s.env.Join(s.stranger(), s.unitFault(), s.twinSaid(), s.roundSaid())
	said.Hint = s.env.Join(s.hint(), s.env.Words.New.Form+": "+s.formName())
	return said
}
