package form

import "slices"

// AdoptAll takes over what somebody else has saved: answers, and the free rows of
// tables, as they stand now. There is nothing to save. Undo must not bring back
// what was there before, so that its steps are forgotten where one is about the
// same fields. It reports whether anything became different.
func (s *Session) AdoptAll(answers []FieldAnswer, rows map[string][]Row) bool {
	changed := map[Field]bool{}
	for _, fa := range answers {
		if s.answers[fa.Field] != fa.Answer {
			changed[fa.Field] = true
			s.Adopt(fa.Field, fa.Answer)
		}
	}
	for _, it := range s.def.order {
		if it.Table == nil || slices.Equal(s.rows[it.Name], rows[it.Name]) {
			continue
		}
		for _, c := range s.arrangeRows(it, rows[it.Name]) {
			changed[c.Field] = true
		}
	}
	if s.touches(changed) {
		s.undo, s.redo = nil, nil
	}
	return len(changed) > 0
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

// touches reports whether a step of undo or redo is about any of the fields, or
// about a cell of a row among them.
func (s *Session) touches(fields map[Field]bool) bool {
	for _, steps := range [][][]Change{s.undo, s.redo} {
		for _, step := range steps {
			for _, c := range step {
				if fields[c.Field] || fields[Field{Item: c.Field.Item, Row: c.Field.Row}] {
					return true
				}
			}
		}
	}
	return false
}
