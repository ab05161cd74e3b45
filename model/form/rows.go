package form

// TableRow is one row of a table as it stands now.
type TableRow struct {
	ID     Row
	Label  Label             // of a fixed row
	Free   bool              // added by the person, who may take it out again
	Locked map[string]Answer // cells that the form or the axes give

	table *Item
	memo  *rowMemo
}

// Rows lists a table's rows: those of the form first, then the free ones. The
// caller does not change the list.
func (s *Session) Rows(table string) []TableRow {
	it := s.def.items[table]
	if it == nil || it.Table == nil {
		return nil
	}
	tm := s.tableMemo(it)
	if tm.made {
		return tm.rows
	}
	rows := make([]TableRow, 0, len(tm.rows)+1)
	for _, f := range it.Table.Fixed {
		row := TableRow{ID: f.ID, Label: f.Label, Locked: map[string]Answer{}, table: it, memo: tm.row(it, f.ID)}
		for name, raw := range f.Values {
			row.Locked[name] = s.readItem(it.Table.Column(name), raw)
		}
		rows = append(rows, row)
	}
	if len(it.Table.Axes) > 0 {
		rows = s.axisRows(rows, it)
	}
	at := make(map[Row]int, len(rows))
	for i, r := range rows {
		at[r.ID] = i
	}
	for _, id := range s.rows[table] {
		if _, there := at[id]; there {
			continue // a free row with the id of one of the form's adds nothing
		}
		at[id] = len(rows)
		rows = append(rows, TableRow{ID: id, Free: !it.Readonly && !s.brought(it, id), table: it, memo: tm.row(it, id)})
	}
	tm.rows, tm.at, tm.made = rows, at, true
	return rows
}

// Awaited lists the items without whose answers a table has no rows at all: what
// its axes are of is not known yet.
func (s *Session) Awaited(table string) []*Item {
	it := s.def.items[table]
	if it == nil || it.Table == nil || len(s.Rows(table)) > 0 {
		return nil
	}
	var list []*Item
	for _, a := range it.Table.Axes {
		if from := s.def.items[a.From]; from != nil && len(s.value(from, nil).Codes()) == 0 {
			list = append(list, from)
		}
	}
	return list
}

// axisRows adds a row for each combination of the axes' values, the last axis
// turning fastest. Its id is spelt from the values, so that it is the same on
// every laptop.
func (s *Session) axisRows(rows []TableRow, it *Item) []TableRow {
	tm := s.tableMemo(it)
	axes := make([][]Answer, len(it.Table.Axes))
	for i, a := range it.Table.Axes {
		col := it.Table.Column(a.Column)
		for _, code := range s.axisCodes(it, col, a) {
			axes[i] = append(axes[i], s.readItem(col, code))
		}
		if len(axes[i]) == 0 {
			return rows
		}
	}
	for turn := make([]int, len(axes)); ; {
		row := TableRow{Locked: make(map[string]Answer, len(axes)), table: it}
		for i, a := range it.Table.Axes {
			answer := axes[i][turn[i]]
			row.Locked[a.Column] = answer
			if i > 0 {
				row.ID += "/"
			}
			row.ID += Row(answer.Raw)
		}
		row.memo = tm.row(it, row.ID)
		if it.Table.AxisWhere == nil || s.holds(it.Table.AxisWhere, &row) {
			rows = append(rows, row)
		}
		i := len(turn) - 1
		for ; i >= 0; i-- {
			if turn[i]++; turn[i] < len(axes[i]) {
				break
			}
			turn[i] = 0
		}
		if i < 0 {
			return rows
		}
	}
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

func (s *Session) row(it *Item, id Row) (*TableRow, bool) {
	if it == nil || it.Table == nil {
		return nil, false
	}
	rows := s.Rows(it.Name)
	i, ok := s.tableMemo(it).at[id]
	if !ok {
		return nil, false
	}
	return &rows[i], true
}

// AddRow puts an empty free row behind another, or last when after is "" or no
// free row. It returns the new row's id, or "" where the table takes none.
func (s *Session) AddRow(table string, after Row) Row {
	it := s.def.items[table]
	if !it.grows() {
		return ""
	}
	add, ok := s.newRow(it, after)
	if !ok {
		return ""
	}
	s.did(append([]Change{add}, s.withdrawNone(it)...))
	return add.Field.Row
}

func (s *Session) newRow(it *Item, after Row) (Change, bool) {
	if s.set.NewRow == nil {
		return Change{}, false
	}
	id := s.set.NewRow()
	if _, taken := s.row(it, id); taken || id == "" {
		return Change{}, false
	}
	at := len(s.rows[it.Name])
	for i, r := range s.rows[it.Name] {
		if r == after {
			at = i + 1
		}
	}
	c := Change{Kind: RowAdded, Field: Field{Item: it.Name, Row: id}, At: at, Cause: Typed}
	s.apply(c)
	return c, true
}

// withdrawNone takes back that a table has no rows, when it gets one.
func (s *Session) withdrawNone(it *Item) []Change {
	if !s.None(it.Name) {
		return nil
	}
	f := Field{Item: it.Name, Part: None}
	c := Change{Kind: Answered, Field: f, Old: s.answers[f], Cause: Typed}
	s.apply(c)
	return []Change{c}
}

// DuplicateRow puts a copy of a row behind it, as one step of undo; what tells the rows
// apart is left empty in it.
func (s *Session) DuplicateRow(table string, row Row) Row {
	it := s.def.items[table]
	if _, ok := s.row(it, row); !ok || !it.grows() {
		return ""
	}
	add, ok := s.newRow(it, row)
	if !ok {
		return ""
	}
	step := append([]Change{add}, s.withdrawNone(it)...)
	for _, col := range it.Table.Columns {
		a := s.Get(Field{Item: table, Row: row, Part: col.Name})
		if col.Computed() || col.Hidden || a.IsZero() || col.Identifies {
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
	if it := s.def.items[table]; it == nil || it.Table == nil || it.Readonly || s.brought(it, row) {
		return false
	}
	for i, r := range s.rows[table] {
		if r == row {
			c := Change{Kind: RowRemoved, Field: Field{Item: table, Row: row}, At: i, Cause: Typed}
			s.apply(c)
			return s.did([]Change{c})
		}
	}
	return false
}

// grows reports whether a person may add rows to a table and take them out.
func (it *Item) grows() bool {
	return it != nil && it.Table != nil && it.Table.Free && !it.Readonly && !it.Hidden
}

// brought reports whether a row stands for a record that is followed up: it was
// brought by the program and stays until it is answered.
func (s *Session) brought(it *Item, row Row) bool {
	t := it.Table.Settles
	return t != nil && !s.answers[Field{Item: it.Name, Row: row, Part: t.Record}].IsZero()
}

// filled reports whether a person has answered anything in a row that is asked
// for now.
func (s *Session) filled(r *TableRow) bool {
	if r.memo.filled == unknown {
		r.memo.filled = stateOf(s.hasAnswer(r))
	}
	return r.memo.filled == yes
}

func (s *Session) hasAnswer(r *TableRow) bool {
	for _, c := range r.table.Table.Columns {
		if _, locked := r.Locked[c.Name]; locked || c.Computed() {
			continue
		}
		if !s.answers[Field{Item: r.table.Name, Row: r.ID, Part: c.Name}].IsZero() && s.columnRelevant(r, c) {
			return true
		}
	}
	return false
}

func (s *Session) filledRows(it *Item) int {
	n := 0
	rows := s.Rows(it.Name)
	for i := range rows {
		if s.filled(&rows[i]) {
			n++
		}
	}
	return n
}

func (s *Session) anyFilled(it *Item) bool {
	rows := s.Rows(it.Name)
	for i := range rows {
		if s.filled(&rows[i]) {
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
	if col == nil || !s.relevant(it) {
		return Value{}
	}
	rows := s.Rows(table)
	all := make([]*TableRow, len(rows))
	for i := range rows {
		all[i] = &rows[i]
	}
	return s.sum(col, all)
}

// Filled counts the rows of a table in which anything is answered; all of
// them, where nothing can be typed.
func (s *Session) Filled(table string) int {
	it := s.def.items[table]
	switch {
	case it == nil || it.Table == nil:
		return 0
	case it.Table.shown:
		return len(s.Rows(table))
	}
	return s.filledRows(it)
}
