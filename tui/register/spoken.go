package register

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the entry under the marker. Which part of the register is shown, and
// what it comes to, is said first. Nothing is while that is read anew.
func (s *Screen) Spoken() kit.Spoken {
	if s.returned.Stale() || !s.pages.Started() {
		return s.filter.Tell(kit.Spoken{})
	}
	said := kit.Spoken{Name: s.sentence()}
	if row, ok := s.current(); ok {
		t := s.cells(row)
		said = kit.OfLines(s.sign(row)+" "+s.env.Join(t.number, t.unit, t.what, t.due, t.days, t.state, t.amount), s.scroll)
	}
	var facets []string
	for _, f := range s.facets() {
		facets = append(facets, f.text)
	}
	said.Where, said.Far, said.Hint = s.env.Join(facets...), s.totals(), s.note()
	return s.filter.Tell(said)
}
