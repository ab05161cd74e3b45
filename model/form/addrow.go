package form

// AddFilledRow puts a free row behind all others with what is known of it, texts
// by column, as one step of undo. A column that the form computes, or does not
// have, is passed over. It returns the new row's id, or "" where the table takes
// none.
func (s *Session) AddFilledRow(table string, texts map[string]string) Row {
	it := s.def.items[table]
	if !it.grows() {
		return ""
	}
	add, ok := s.newRow(it, "")
	if !ok {
		return ""
	}
	step := append([]Change{add}, s.withdrawNone(it)...)
	for _, col := range it.Table.Columns {
		f := Field{Item: table, Row: add.Field.Row, Part: col.Name}
		next := s.Read(f, texts[col.Name])
		if next.IsZero() || !s.takes(f) {
			continue
		}
		c := Change{Kind: Answered, Field: f, New: next, Cause: Typed}
		s.apply(c)
		step = append(step, c)
	}
	s.did(step)
	return add.Field.Row
}
