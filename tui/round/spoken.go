package round

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the unit under the marker; how far the round is comes before it. Nothing
// is said while that is read anew.
func (s *Screen) Spoken() kit.Spoken {
	switch {
	case s.found == nil && s.err == nil, s.returned.Stale():
		return kit.Spoken{}
	case s.found == nil:
		return kit.Spoken{Name: s.unread()}
	}
	said := kit.Spoken{Name: s.noUnits()}
	if l, ok := s.current(); ok {
		said = kit.OfLines(s.row(l, true), s.scroll)
	}
	said.Where, said.Hint = s.coverage(), s.env.Join(s.order(), s.debts(), s.note())
	return said
}
