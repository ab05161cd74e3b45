package form

import (
	"slices"
	"sort"
	"strings"
)

// Hidden lists the answered fields that are not relevant now: completing the
// inspection would clear them, and with them what says that they were verified. What
// stands in rows that a person took out is cleared too and not listed: that is done
// with.
func (s *Session) Hidden() []Field {
	var list []Field
	for f, a := range s.answers {
		if _, beside := f.Verifies(); beside {
			continue
		}
		if !a.IsZero() && f != commaField && s.def.items[f.Item] != nil && !s.takenOut(f) && !s.shownField(f) {
			list = append(list, f)
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].String() < list[j].String() })
	return list
}

// takenOut reports whether a field is in a row that a person took out of its table. A
// row of the axes that is not there any more was not taken out: the year or the
// source it is of was unchosen.
func (s *Session) takenOut(f Field) bool {
	it := s.def.items[f.Item]
	if f.Row == "" || it == nil || it.Table == nil || !it.Table.Free || !s.relevant(it) {
		return false
	}
	if _, there := s.row(it, f.Row); there {
		return false
	}
	axes := len(it.Table.Axes)
	return axes == 0 || strings.Count(string(f.Row), "/") != axes-1
}

// Hides lists the items with answers that would not be asked any more if a field
// were answered with a text. Nothing is changed.
func (s *Session) Hides(f Field, raw string) []string {
	if !s.takes(f) {
		return nil
	}
	before := map[Field]bool{}
	for _, h := range s.Hidden() {
		before[h] = true
	}
	old := s.answers[f]
	try := Change{Kind: Answered, Field: f, Old: old, New: s.Read(f, raw)}
	s.apply(try)
	after := s.Hidden()
	try.Old, try.New = try.New, old
	s.apply(try)
	var items []string
	for _, h := range after {
		if !before[h] && !slices.Contains(items, h.Item) {
			items = append(items, h.Item)
		}
	}
	return items
}
