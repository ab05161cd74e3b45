package form

import "sort"

// Hidden lists the answered fields that are not relevant now: completing the
// inspection would clear them, and with them what says that they were verified.
func (s *Session) Hidden() []Field {
	var list []Field
	for f, a := range s.answers {
		if _, beside := f.Verifies(); beside {
			continue
		}
		if !a.IsZero() && f != commaField && s.def.items[f.Item] != nil && !s.shownField(f) {
			list = append(list, f)
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].String() < list[j].String() })
	return list
}
