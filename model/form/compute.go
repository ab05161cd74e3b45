package form

// Visible reports whether an item is relevant now, and not hidden by the form.
func (s *Session) Visible(item string) bool {
	it := s.def.items[item]
	return it != nil && !it.Hidden && s.relevant(it)
}

func (s *Session) relevant(it *Item) bool {
	if it.Relevant == nil && it.within == nil {
		return true
	}
	m := &s.memo.items[it.index]
	if m.visible == unknown {
		m.visible = stateOf((it.within == nil || s.holds(it.within, nil)) && (it.Relevant == nil || s.holds(it.Relevant, nil)))
	}
	return m.visible == yes
}

// CellVisible reports whether a column is relevant in a row, and not hidden by
// the form.
func (s *Session) CellVisible(f Field) bool {
	row, ok := s.row(s.def.items[f.Item], f.Row)
	c := s.def.At(f)
	return ok && c != nil && !c.Hidden && s.columnRelevant(row, c)
}

func (s *Session) columnRelevant(row *TableRow, c *Item) bool {
	if c.Relevant == nil {
		return true
	}
	m := &row.memo.cells[c.position]
	if m.visible == unknown {
		m.visible = stateOf(s.holds(c.Relevant, row))
	}
	return m.visible == yes
}

// shownField reports whether a field stands on the screen now; free rows that
// were taken out do not.
func (s *Session) shownField(f Field) bool {
	it := s.def.items[f.Item]
	if it == nil || !s.relevant(it) {
		return false
	}
	if f.Row == "" {
		return true
	}
	row, ok := s.row(it, f.Row)
	if !ok {
		return false
	}
	column, _ := f.Verifies()
	c := it.Table.Column(column.Part)
	return c == nil || s.columnRelevant(row, c)
}

// value is what rules see of an item: nothing of one that is not relevant.
func (s *Session) value(it *Item, row *TableRow) Value {
	if it.parent != nil {
		if row == nil {
			return Value{}
		}
		return s.cell(row, it)
	}
	if !s.relevant(it) {
		return Value{}
	}
	switch {
	case it.Computed():
		return s.computed(it)
	case it.counted():
		return Int(int64(s.children[it.Form]))
	}
	return s.answers[Field{Item: it.Name}].Value
}

func (s *Session) computed(it *Item) Value {
	m := &s.memo.items[it.index]
	if !m.known {
		m.value, _ = s.calculate(it.Calculation, it.Kind, nil)
		m.known = true
	}
	return m.value
}

// cell is the value of a column in a row, as rules see it: given, computed or
// typed, and nothing where the column is not relevant.
func (s *Session) cell(row *TableRow, c *Item) Value {
	if len(row.Locked) > 0 {
		if a, ok := row.Locked[c.Name]; ok {
			return a.Value
		}
	}
	m := &row.memo.cells[c.position]
	if m.known {
		return m.value
	}
	var v Value
	switch {
	case !s.columnRelevant(row, c):
	case c.Computed():
		v, _ = s.calculate(c.Calculation, c.Kind, row)
	default:
		v = s.answers[Field{Item: row.table.Name, Row: row.ID, Part: c.Name}].Value
	}
	m.value, m.known = v, true
	return v
}

// has reports whether rules see a value. A table has one when a row of it is
// filled, when it was said to have none, or when nothing can be typed into it; a
// count of records from the first record on.
func (s *Session) has(it *Item, row *TableRow) bool {
	switch {
	case it.Table != nil:
		return !it.Unconfirmed && s.relevant(it) && (it.Table.shown || s.None(it.Name) || s.anyFilled(it))
	case it.counted():
		return s.relevant(it) && s.children[it.Form] > 0
	}
	return !s.value(it, row).IsZero()
}

// holds asks a yes/no rule that reads blanks as they are; one that cannot be
// worked out does not hold.
func (s *Session) holds(ru *Rule, row *TableRow) bool {
	if ru == nil {
		return false
	}
	if ru.fixed != nil {
		return *ru.fixed
	}
	holds, ok := s.ask(ru, row, "")
	return ok && holds
}

// broken reports whether a constraint is not met. It is silent where a name it
// needs has no value, and where it cannot be worked out.
func (s *Session) broken(c Constraint, row *TableRow) bool {
	if c.Rule.fixed != nil {
		return !*c.Rule.fixed
	}
	for _, it := range c.Rule.needs {
		if !s.has(it, row) {
			return false
		}
	}
	holds, ok := s.ask(c.Rule, row, "")
	return ok && !holds
}

// calculate works a rule out into a value of a kind. Blank numbers count as
// zero, but a figure needs at least one of the numbers or tables it is made
// from, and every date or text. A day or a text may also follow from a table
// without rows: the deadline in force while there is no extension.
func (s *Session) calculate(ru *Rule, k Kind, row *TableRow) (Value, bool) {
	counts, some := false, false
	for _, rd := range ru.reads {
		switch rd.it.Kind {
		case KindInteger, KindMoney, KindTime, KindDecimal, KindPercent, KindTable, KindRecords:
			if rd.it.Table != nil && !isFigure(k) {
				continue
			}
			counts = true
			some = some || s.has(rd.it, row)
		default:
			if ru.needsItem(rd.it) && !s.has(rd.it, row) {
				return Value{}, false
			}
		}
	}
	if counts && !some {
		return Value{}, false
	}
	for _, p := range ru.parts {
		if !s.hasPart(p, row) {
			return Value{}, false
		}
	}
	out, ok := s.run(ru, row, "")
	if !ok {
		return Value{}, false
	}
	v := fromGo(k, out)
	return v, !v.IsZero()
}

// isFigure reports whether values of a kind are figures.
func isFigure(k Kind) bool {
	switch k {
	case KindInteger, KindMoney, KindTime, KindDecimal, KindPercent:
		return true
	case KindText, KindLongText, KindDate, KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup, KindTable, KindRecords:
	}
	return false
}

func (ru *Rule) needsItem(it *Item) bool {
	for _, x := range ru.needs {
		if x == it {
			return true
		}
	}
	return false
}
