package form

// TableRow is one row of a table as it stands now.
type TableRow struct {
	ID     Row
	Label  Label             // of a fixed row
	Free   bool              // added by the person, who may take it out again
	Locked map[string]Answer // cells that the form or the axes give

	table *Item
}

// Rows lists a table's rows: those of the form first, then the free ones.
func (s *Session) Rows(table string) []TableRow {
	it := s.def.items[table]
	if it == nil || it.Table == nil {
		return nil
	}
	if rows, ok := s.memo.rows[table]; ok {
		return rows
	}
	var rows []TableRow
	for _, f := range it.Table.Fixed {
		row := TableRow{ID: f.ID, Label: f.Label, Locked: map[string]Answer{}, table: it}
		for name, raw := range f.Values {
			row.Locked[name] = s.readItem(it.Table.Column(name), raw)
		}
		rows = append(rows, row)
	}
	if len(it.Table.Axes) > 0 {
		rows = append(rows, s.axisRows(it)...)
	}
	for _, id := range s.rows[table] {
		rows = append(rows, TableRow{ID: id, Free: true, table: it})
	}
	s.memo.rows[table] = rows
	index := make(map[Row]int, len(rows))
	for i, r := range rows {
		index[r.ID] = i
	}
	s.memo.rowAt[table] = index
	return rows
}

// axisRows makes a row for each combination of the axes' values. Its id is
// spelt from the values, so that it is the same on every laptop.
func (s *Session) axisRows(it *Item) []TableRow {
	rows := []TableRow{{Locked: map[string]Answer{}, table: it}}
	for _, a := range it.Table.Axes {
		col := it.Table.Column(a.Column)
		codes := s.axisCodes(it, col, a)
		next := make([]TableRow, 0, len(rows)*len(codes))
		for _, r := range rows {
			for _, code := range codes {
				next = append(next, r.with(col, code, s.readItem(col, code)))
			}
		}
		rows = next
	}
	kept := rows[:0]
	for _, r := range rows {
		if it.Table.AxisWhere == nil || s.holds(it.Table.AxisWhere, &r) {
			kept = append(kept, r)
		}
	}
	return kept
}

func (s *Session) axisCodes(it, col *Item, a Axis) []string {
	if a.From != "" {
		return s.value(s.def.items[a.From], nil).Codes()
	}
	var codes []string
	for _, c := range s.Choices(Field{Item: it.Name, Part: col.Name}) {
		codes = append(codes, c.Code)
	}
	return codes
}

func (r TableRow) with(col *Item, code string, a Answer) TableRow {
	n := TableRow{ID: r.ID, Locked: make(map[string]Answer, len(r.Locked)+1), table: r.table}
	for k, v := range r.Locked {
		n.Locked[k] = v
	}
	n.Locked[col.Name] = a
	if n.ID != "" {
		n.ID += "/"
	}
	n.ID += Row(code)
	return n
}

func (s *Session) row(it *Item, id Row) (TableRow, bool) {
	if it == nil || it.Table == nil {
		return TableRow{}, false
	}
	rows := s.Rows(it.Name)
	i, ok := s.memo.rowAt[it.Name][id]
	if !ok {
		return TableRow{}, false
	}
	return rows[i], true
}

// AddRow puts an empty free row behind another, or last when after is "" or no
// free row. It returns the new row's id, or "" where the table takes none.
func (s *Session) AddRow(table string, after Row) Row {
	it := s.def.items[table]
	if it == nil || it.Table == nil || !it.Table.Free {
		return ""
	}
	c := s.newRow(table, after)
	step := []Change{c}
	if s.None(table) {
		f := Field{Item: table, Part: None}
		none := Change{Kind: Answered, Field: f, Old: s.answers[f], Cause: Typed}
		s.apply(none)
		step = append(step, none)
	}
	s.did(step)
	return c.Field.Row
}

func (s *Session) newRow(table string, after Row) Change {
	at := len(s.rows[table])
	for i, r := range s.rows[table] {
		if r == after {
			at = i + 1
		}
	}
	c := Change{Kind: RowAdded, Field: Field{Item: table, Row: s.set.NewRow()}, At: at, Cause: Typed}
	s.apply(c)
	return c
}

// DuplicateRow puts a copy of a row behind it, as one step of undo.
func (s *Session) DuplicateRow(table string, row Row) Row {
	it := s.def.items[table]
	from, ok := s.row(it, row)
	if !ok || !it.Table.Free {
		return ""
	}
	add := s.newRow(table, row)
	step := []Change{add}
	for _, col := range it.Table.Columns {
		a := s.Get(Field{Item: table, Row: from.ID, Part: col.Name})
		if col.Computed() || a.IsZero() {
			continue
		}
		c := Change{Kind: Answered, Field: Field{Item: table, Row: add.Field.Row, Part: col.Name}, New: a, Cause: Typed}
		s.apply(c)
		step = append(step, c)
	}
	s.did(step)
	return add.Field.Row
}

// RemoveRow takes a free row out. Its answers stay in the record, out of sight,
// until undo brings the row back.
func (s *Session) RemoveRow(table string, row Row) bool {
	for i, r := range s.rows[table] {
		if r == row {
			c := Change{Kind: RowRemoved, Field: Field{Item: table, Row: row}, At: i, Cause: Typed}
			s.apply(c)
			return s.did([]Change{c})
		}
	}
	return false
}

// filled reports whether a person has answered anything in a row.
func (s *Session) filled(r TableRow) bool {
	for _, c := range r.table.Table.Columns {
		if !s.answers[Field{Item: r.table.Name, Row: r.ID, Part: c.Name}].IsZero() {
			return true
		}
	}
	return false
}

func (s *Session) filledRows(it *Item) int {
	n := 0
	for _, r := range s.Rows(it.Name) {
		if s.filled(r) {
			n++
		}
	}
	return n
}

// displayOnly reports whether every column is given or computed: nothing can
// be typed into such a table, and all its rows count.
func (it *Item) displayOnly() bool {
	for _, c := range it.Table.Columns {
		if !c.Computed() && !it.axis(c.Name) {
			return false
		}
	}
	return true
}

func (it *Item) axis(column string) bool {
	for _, a := range it.Table.Axes {
		if a.Column == column {
			return true
		}
	}
	return false
}

// Total adds a column up over all rows; it has no value when no row has one.
func (s *Session) Total(table, column string) Value {
	it := s.def.items[table]
	if it == nil || it.Table == nil {
		return Value{}
	}
	col := it.Table.Column(column)
	if col == nil {
		return Value{}
	}
	sum, any := int64(0), false
	for _, r := range s.Rows(table) {
		if n, ok := s.cell(r, col).Int(); ok {
			next := sum + n
			if (next > sum) != (n > 0) && n != 0 {
				return Value{} // beyond 64 bits: no figure is better than a wrong one
			}
			sum, any = next, true
		}
	}
	if !any {
		return Value{}
	}
	return Int(sum)
}

// Filled counts the rows of a table in which anything is answered.
func (s *Session) Filled(table string) int {
	it := s.def.items[table]
	if it == nil || it.Table == nil {
		return 0
	}
	return s.filledRows(it)
}
