package form

import "slices"

// AdoptAll takes over what somebody else has saved: answers, and the free rows of
// tables, as they stand now. There is nothing to save. Undo must not bring back
// what was there before: the steps about the same fields become void, all others
// stay. It reports whether anything became different.
func (s *Session) AdoptAll(answers []FieldAnswer, rows map[string][]Row, by string) bool {
	theirs := map[Field]bool{}
	for _, fa := range answers {
		if s.answers[fa.Field] != fa.Answer {
			theirs[fa.Field] = true
			s.apply(Change{Kind: Answered, Field: fa.Field, New: fa.Answer})
		}
	}
	changed := len(theirs) > 0
	for _, it := range s.def.order {
		was := s.rows[it.Name]
		if it.Table == nil || slices.Equal(was, rows[it.Name]) {
			continue
		}
		changed = true
		s.arrangeRows(it, rows[it.Name])
		for _, r := range append(slices.Clone(was), rows[it.Name]...) {
			if slices.Contains(was, r) != slices.Contains(rows[it.Name], r) {
				theirs[Field{Item: it.Name, Row: r}] = true
			}
		}
	}
	s.lose(theirs, by)
	return changed
}

// AddedRows copies the ids of the rows that were added to tables and not taken
// out, by table.
func (s *Session) AddedRows() map[string][]Row {
	rows := make(map[string][]Row, len(s.rows))
	for table, list := range s.rows {
		rows[table] = slices.Clone(list)
	}
	return rows
}

// FieldAnswer is a field with what stands in it.
type FieldAnswer struct {
	Field  Field
	Answer Answer
}
