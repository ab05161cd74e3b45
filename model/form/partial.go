package form

import "slices"

// Partial reports whether a figure of a table is worked out without one that was typed
// and cannot be read: it is less than what it says it is.
func (s *Session) Partial(f Field) bool {
	row, ok := s.row(s.def.items[f.Item], f.Row)
	if !ok {
		return false
	}
	col := row.table.Table.Column(f.Part)
	return col != nil && col.Computed() && s.lacks(row, col)
}

// lacks reports whether a cell cannot be read, or is worked out from one of its row
// that cannot.
func (s *Session) lacks(row *TableRow, col *Item) bool {
	switch {
	case !s.columnRelevant(row, col):
		return false
	case !col.Computed():
		return s.answers[Field{Item: row.table.Name, Row: row.ID, Part: col.Name}].Doubtful()
	}
	return slices.ContainsFunc(col.Calculation.reads, func(rd read) bool {
		return rd.it.parent == row.table && s.lacks(row, rd.it)
	})
}

// Partial reports whether a column's figure lacks one that cannot be read.
func (t Sums) Partial(col *Item) bool {
	return t.partial != nil && col != nil && col.position < len(t.partial) && t.partial[col.position]
}

// findPartial looks which of the sums lack a figure: those that add a cell up which
// cannot be read, and the ratios of these.
func (s *Session) findPartial(sums *Sums, it *Item, rows []*TableRow) {
	sums.partial = make([]bool, len(it.Table.Columns))
	for _, col := range it.Table.Columns {
		if it.Table.adds(col) {
			sums.partial[col.position] = slices.ContainsFunc(rows, func(r *TableRow) bool { return s.lacks(r, col) })
		}
	}
	for _, col := range it.Table.Columns {
		if !sums.cells[col.position].IsZero() && !it.Table.adds(col) {
			sums.partial[col.position] = slices.ContainsFunc(col.Calculation.reads, func(rd read) bool { return sums.Partial(rd.it) })
		}
	}
}
