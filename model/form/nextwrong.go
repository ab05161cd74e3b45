package form

import (
	"cmp"
	"slices"
)

// NextWrong is the next place of what is wrong behind a field (by 1) or before it
// (by -1), round the end; false where nothing is. A table's line comes before its
// cells, these row by row, and evidence and note behind them; so both ways lead
// through the same places, from wherever one begins.
func (s *Session) NextWrong(from Field, by int) (Field, bool) {
	var places []Field
	for _, p := range s.Wrong() {
		places = append(places, p.Field)
	}
	if len(places) == 0 {
		return Field{}, false
	}
	byPlace := s.comparePlaces()
	slices.SortStableFunc(places, byPlace)
	if by < 0 {
		slices.Reverse(places)
	}
	for _, f := range places {
		if byPlace(f, from)*by > 0 {
			return f, true
		}
	}
	return places[0], true
}

// comparePlaces compares fields by where they stand in the form.
func (s *Session) comparePlaces() func(a, b Field) int {
	rows := map[string]map[Row]int{} // of tables, as they are asked for
	row := func(f Field) int {
		if rows[f.Item] == nil {
			rows[f.Item] = map[Row]int{}
			for i, r := range s.Rows(f.Item) {
				rows[f.Item][r.ID] = i
			}
		}
		return rows[f.Item][f.Row]
	}
	return func(a, b Field) int {
		if a.Item != b.Item {
			return cmp.Compare(s.itemIndex(a.Item), s.itemIndex(b.Item))
		}
		if c := cmp.Compare(partPlace(a), partPlace(b)); c != 0 || !a.Cell() {
			return c
		}
		return cmp.Or(cmp.Compare(row(a), row(b)), cmp.Compare(s.columnPosition(a), s.columnPosition(b)))
	}
}

func (s *Session) itemIndex(name string) int {
	if it := s.def.items[name]; it != nil {
		return it.index
	}
	return -1
}

func (s *Session) columnPosition(f Field) int {
	if col := s.def.At(f); col != nil {
		return col.position
	}
	return -1
}

// partPlace is the place of a field within its item.
func partPlace(f Field) int {
	switch {
	case f.Cell():
		return 1
	case f.Part == Evidence:
		return 2
	case f.Part == Note:
		return 3
	}
	return 0
}
