package form

// Entry by repetition: what former records say is carried into this one. Each
// carried answer is marked until the person has passed it, so that nothing of an
// older visit is completed unseen.

// Fits reports whether a text can be carried into a field: a person may type
// there, the text can be read, and a choice is in its list on the day.
func (s *Session) Fits(f Field, raw string) bool {
	if !s.Editable(f) {
		return false
	}
	a := s.Read(f, raw)
	if a.Value.IsZero() {
		return false
	}
	it := s.def.At(f)
	return f.Part == Note || f.Part == Evidence || !tooLong(it, a.Raw) && s.chosenStands(f, it, a.Value)
}

// Said is what a former record says of a field, as it would be typed here. It is
// false where that one has no such field, one of another kind, no answer, one
// that nobody has looked at, or one that does not fit today.
func (s *Session) Said(f Field, was *Session) (raw string, ok bool) {
	from, ok := s.counterpart(f, was)
	if !ok || !was.shownField(from) {
		return "", false
	}
	a := was.Get(from)
	if a.Value.IsZero() || a.Carried {
		return "", false
	}
	raw = was.spell(from, was.def.At(from), a)
	return raw, s.Fits(f, raw)
}

// counterpart is the field of a former record that stands where f does: the item
// of the same name and kind; of a table the row with the same key, or the form's
// own row of the same id, or, where a row is known by neither, the row in the
// same place.
func (s *Session) counterpart(f Field, was *Session) (Field, bool) {
	here, there := s.def.items[f.Item], was.def.items[f.Item]
	if here == nil || there == nil || here.Kind != there.Kind {
		return Field{}, false
	}
	if f.Row == "" {
		return f, true
	}
	col, old := here.Table.Column(f.Part), there.Table.Column(f.Part)
	if col == nil || old == nil || col.Kind != old.Kind {
		return Field{}, false
	}
	row, ok := s.counterRow(here, there, f.Row, was)
	return Field{Item: f.Item, Row: row, Part: f.Part}, ok
}

// counterRow is the row of a former record's table that stands for a row here.
func (s *Session) counterRow(here, there *Item, id Row, was *Session) (Row, bool) {
	row, ok := s.row(here, id)
	if !ok {
		return "", false
	}
	rows := was.Rows(there.Name)
	if here.Table.Settles != nil { // a row is a finding: only the same one is the same row
		record := here.Table.Settles.Record
		v := s.Get(Field{Item: here.Name, Row: id, Part: record}).Value
		for _, r := range rows {
			if !v.IsZero() && was.Get(Field{Item: there.Name, Row: r.ID, Part: record}).Value == v {
				return r.ID, true
			}
		}
		return "", false
	}
	if key := s.rowKey(here, row); key != "" {
		for i := range rows {
			if was.rowKey(there, &rows[i]) == key {
				return rows[i].ID, true
			}
		}
		return "", false
	}
	if !row.Free {
		_, there := was.row(there, id)
		return id, there
	}
	for i, r := range s.Rows(here.Name) {
		if r.ID == id && i < len(rows) && rows[i].Free {
			return rows[i].ID, true
		}
	}
	return "", false
}

// Carry answers fields with what former records say, as one step of undo; each is
// marked until it is passed.
func (s *Session) Carry(list []FieldText) bool { return s.AnswerAll(list, Carried) }

// CarryIn is Carry for a record that is being begun: it cannot be undone, since
// nobody typed it, and what does not fit is passed over.
func (s *Session) CarryIn(list []FieldText) {
	for _, ft := range list {
		if s.Fits(ft.Field, ft.Raw) {
			s.AnswerAll([]FieldText{ft}, Carried)
		}
	}
	s.undo, s.redo = nil, nil
}

// CarryItems takes whole items over from a former record, as one step of undo:
// answers with evidence and note, and tables with their rows.
func (s *Session) CarryItems(items []string, was *Session) bool {
	var step []Change
	for _, name := range items {
		step = append(step, s.carryItem(s.def.items[name], was)...)
	}
	return s.did(step)
}

// CarryAll takes over all that a record like this one says, when this one is
// begun. Left out are findings, which each visit makes anew, rows that stand for
// followed records, figures that come from the unit's own former visit, what tells one
// record from another, dates that are the other visit's own day, and what the record
// that this one belongs to has settled: a visit is of its own round's period, not of
// last year's. parent is nil when it belongs to none.
func (s *Session) CarryAll(was, parent *Session) {
	var step []Change
	for _, it := range s.def.order {
		if parent != nil && s.settledBy(parent, it) {
			continue
		}
		if old := was.def.items[it.Name]; it.Kind == KindDate && old != nil && was.value(old, nil) == DateValue(was.set.Visit) {
			continue
		}
		if it.Identifies || it.Prior != "" || it.Table != nil && (it.Table.Opens != nil || it.Table.Settles != nil) {
			continue
		}
		step = append(step, s.carryItem(it, was)...)
	}
	s.filledIn(step)
}

// carryItem applies what CarryItems does for one item.
func (s *Session) carryItem(it *Item, was *Session) []Change {
	if it == nil || it.Readonly || it.Hidden || !s.relevant(it) {
		return nil
	}
	var step []Change
	if it.Table != nil {
		return s.carryRows(it, was)
	}
	for _, part := range []string{"", Evidence, Note} {
		f := Field{Item: it.Name, Part: part}
		raw, ok := s.Said(f, was)
		switch {
		case ok && (part == "" || s.answers[f].IsZero()):
			step = append(step, s.carryField(f, raw)...)
		case part == "":
			return nil // evidence and note belong to the answer
		}
	}
	return step
}

// carryField applies one carried answer.
func (s *Session) carryField(f Field, raw string) []Change {
	next, old := s.Read(f, raw), s.answers[f]
	if next.Carried = true; next.Value == old.Value && next.Raw == old.Raw {
		return nil // it says so already
	}
	c := Change{Kind: Answered, Field: f, Old: old, New: next, Cause: Carried}
	s.apply(c)
	return []Change{c}
}

// CarriesRows reports whether the rows of a table may be carried, and a former
// record has some. A table that has answers is not added to. Findings are never
// carried: each visit records its own.
func (s *Session) CarriesRows(table string, was *Session) bool {
	there := was.def.items[table]
	return s.TakesRows(table) && there != nil && there.Table != nil && was.relevant(there) && was.anyFilled(there)
}

// BringsRows counts the rows that CarryItems would bring into a table: those of the
// former record that this one has too.
func (s *Session) BringsRows(table string, was *Session) int {
	it := s.def.items[table]
	if it == nil || !s.CarriesRows(table, was) {
		return 0
	}
	brought := map[Row]bool{}
	for _, c := range NewSession(s.def, s.Record(), s.set).carryRows(it, was) {
		if c.Kind == Answered && c.Field.Row != "" {
			brought[c.Field.Row] = true
		}
	}
	return len(brought)
}

// OtherAxis is the item that decides on a table's rows and says something else here
// than in a former record; nil where there is none.
func (s *Session) OtherAxis(table string, was *Session) *Item {
	it := s.def.items[table]
	if it == nil || it.Table == nil {
		return nil
	}
	for _, a := range it.Table.Axes {
		here, there := s.def.items[a.From], was.def.items[a.From]
		if here != nil && there != nil && s.value(here, nil) != was.value(there, nil) {
			return here
		}
	}
	return nil
}

// TakesRows reports whether the rows of a table may be carried from any record.
func (s *Session) TakesRows(table string) bool {
	it := s.def.items[table]
	return it != nil && it.Table != nil && it.Table.Opens == nil && it.Table.Settles == nil && !it.Readonly && !it.Hidden && !it.Table.shown &&
		s.relevant(it) && !s.anyFilled(it)
}

// carryRows fills an empty table from a former record: the form's own rows by
// their ids, and as many free rows as there were.
func (s *Session) carryRows(it *Item, was *Session) []Change {
	if !s.CarriesRows(it.Name, was) {
		return nil
	}
	var step []Change
	theirs := was.Rows(it.Name)
	blank := s.blankRows(it)
	for i := range theirs {
		said := s.rowSaid(it, &theirs[i], was)
		if len(said) == 0 {
			continue
		}
		id := theirs[i].ID
		if _, here := s.row(it, id); !here && !theirs[i].Free {
			continue // made by what was chosen there: the capital of another year
		}
		if theirs[i].Free {
			var made []Change
			if id, blank, made = s.rowToFill(it, blank); id == "" {
				continue
			}
			step = append(step, made...)
		}
		for _, ft := range said {
			if ft.Field.Row = id; s.Fits(ft.Field, ft.Raw) {
				step = append(step, s.carryField(ft.Field, ft.Raw)...)
			}
		}
	}
	if len(step) > 0 {
		step = append(step, s.withdrawNone(it)...)
	}
	return step
}

// rowToFill is a free row to be filled: one that is blank, else a new one; "" where
// the table takes none.
func (s *Session) rowToFill(it *Item, blank []Row) (id Row, rest []Row, made []Change) {
	if len(blank) > 0 {
		return blank[0], blank[1:], nil
	}
	if !it.grows() {
		return "", nil, nil
	}
	add, ok := s.newRow(it, "")
	if !ok {
		return "", nil, nil
	}
	add.Cause = Carried
	return add.Field.Row, nil, []Change{add}
}

// blankRows are free rows that were added and not filled yet.
func (s *Session) blankRows(it *Item) []Row {
	var list []Row
	rows := s.Rows(it.Name)
	for i := range rows {
		if rows[i].Free && !s.filled(&rows[i]) {
			list = append(list, rows[i].ID)
		}
	}
	return list
}

// rowSaid is what a row of a former record says in columns that a person fills in.
func (s *Session) rowSaid(it *Item, from *TableRow, was *Session) []FieldText {
	var list []FieldText
	for _, c := range it.Table.visible {
		old := was.def.items[it.Name].Table.Column(c.Name)
		if old == nil || old.Kind != c.Kind || c.Readonly || c.Computed() || !was.columnRelevant(from, old) {
			continue
		}
		f := Field{Item: it.Name, Row: from.ID, Part: c.Name}
		if a := was.answers[f]; !a.Value.IsZero() && !a.Carried {
			list = append(list, FieldText{f, was.spell(f, old, a)})
		}
	}
	return list
}

// spell is an answer as it would be typed in full, also on another day.
func (s *Session) spell(f Field, it *Item, a Answer) string {
	if f.Part == Note || f.Part == Evidence || it.Kind == KindText || it.Kind == KindLongText {
		return a.Raw
	}
	return s.typed(it, a.Value)
}

// Carriable lists the items of a section that "as last time" would answer: empty
// and relevant, or becoming so as those before are carried, of a kind that lasts
// from visit to visit, and not excepted by the form. Amounts, counts, rates and
// dates are of one period; so are findings. They are carried only when asked for
// one by one.
func (s *Session) Carriable(section string, was *Session) []Field {
	sec := s.def.Section(section)
	if sec == nil {
		return nil
	}
	probe := NewSession(s.def, s.Record(), s.set)
	var list []Field
	for _, it := range sec.Items {
		f := Field{Item: it.Name}
		if !it.lasts() || it.Table == nil && !probe.answers[f].IsZero() || it.Table != nil && probe.None(it.Name) {
			continue
		}
		if len(probe.carryItem(it, was)) > 0 {
			list = append(list, f)
		}
	}
	return list
}

// lasts reports whether an item's answer may be proposed from visit to visit.
func (it *Item) lasts() bool {
	if it.NoBulk || it.Identifies || it.Prior != "" {
		return false
	}
	switch it.Kind {
	case KindText, KindLongText, KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup:
		return true
	case KindTable:
		return it.Table.names()
	case KindInteger, KindDecimal, KindMoney, KindPercent, KindDate, KindTime, KindRecords:
	}
	return false
}

// names reports whether a table lists persons or places: rows that people add,
// with texts and choices alone.
func (t *Table) names() bool {
	if !t.Free || t.Facts != nil || len(t.Axes) > 0 || len(t.Fixed) > 0 {
		return false
	}
	for _, c := range t.visible {
		switch c.Kind {
		case KindText, KindLongText, KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup:
		case KindInteger, KindDecimal, KindMoney, KindPercent, KindDate, KindTime, KindTable, KindRecords:
			return false
		}
	}
	return true
}
