package form

// Followed is what a row of a table means for a record that is followed up: one
// to be begun, or one that was answered again.
type Followed struct {
	Form   string
	Origin Field  // the row
	Record string // id of the followed record; "" where it is to be begun
	// Known is what items of that record's form are filled with, as typed. An
	// empty text is known, too: the row says nothing any more.
	Known []FieldText
}

// Bring puts rows behind those of a table, texts by column: what the program
// found elsewhere. In a table of followed records one that is there already is
// not brought again. It cannot be undone, since nobody typed it.
func (s *Session) Bring(table string, rows []map[string]string) {
	it := s.def.items[table]
	if it == nil || it.Table == nil || !it.Table.Free && it.Table.Settles == nil {
		return
	}
	var step []Change
	for _, texts := range rows {
		if s.rowFor(it, texts) {
			continue
		}
		add, ok := s.newRow(it, "")
		if !ok {
			break
		}
		add.Cause = Filled
		step = append(step, add)
		for _, c := range s.withdrawNone(it) {
			c.Cause = Filled
			step = append(step, c)
		}
		for _, c := range it.Table.Columns {
			if f := (Field{Item: table, Row: add.Field.Row, Part: c.Name}); s.takes(f) {
				step = append(step, s.fillField(f, texts[c.Name])...)
			}
		}
	}
	s.filledIn(step)
}

// rowFor reports whether a followed record has its row already.
func (s *Session) rowFor(it *Item, texts map[string]string) bool {
	t := it.Table.Settles
	if t == nil || texts[t.Record] == "" {
		return false
	}
	for _, row := range s.Rows(it.Name) {
		if s.answers[Field{Item: it.Name, Row: row.ID, Part: t.Record}].Raw == texts[t.Record] {
			return true
		}
	}
	return false
}

// Opens lists the rows that are to be followed up: the filled ones of tables that
// say so, in the form's order.
func (s *Session) Opens() []Followed {
	var list []Followed
	for _, it := range s.def.order {
		if it.Table == nil || it.Table.Opens == nil || !s.relevant(it) {
			continue
		}
		rows := s.Rows(it.Name)
		for i := range rows {
			if s.filled(&rows[i]) {
				list = append(list, Followed{Form: it.Table.Opens.Form, Origin: Field{Item: it.Name, Row: rows[i].ID},
					Known: s.known(&rows[i], it.Table.Opens.Fill)})
			}
		}
	}
	return list
}

// Settles lists the followed records that were answered here: of the rows that
// the program brought, those in which the person has answered.
func (s *Session) Settles() []Followed {
	var list []Followed
	for _, it := range s.def.order {
		if it.Table == nil || it.Table.Settles == nil || !s.relevant(it) {
			continue
		}
		rows := s.Rows(it.Name)
		for i := range rows {
			f := Field{Item: it.Name, Row: rows[i].ID}
			record := s.answers[Field{Item: it.Name, Row: rows[i].ID, Part: it.Table.Settles.Record}].Raw
			if record != "" && s.settledRow(&rows[i]) {
				list = append(list, Followed{Form: it.Table.Settles.Form, Origin: f, Record: record, Known: s.known(&rows[i], it.Table.Settles.Fill)})
			}
		}
	}
	return list
}

// settledRow reports whether the person has answered anything about the followed
// record of a row.
func (s *Session) settledRow(row *TableRow) bool {
	for _, c := range row.table.Table.answers() {
		if !s.cell(row, c).IsZero() {
			return true
		}
	}
	return false
}

func (s *Session) allSettled(it *Item) bool {
	rows := s.Rows(it.Name)
	for i := range rows {
		if !s.settledRow(&rows[i]) {
			return false
		}
	}
	return len(rows) > 0
}

// known spells what items of another form are filled with from a row, or from an
// item beside the table.
func (s *Session) known(row *TableRow, fill map[string]string) []FieldText {
	list := make([]FieldText, 0, len(fill))
	for _, target := range sortedKeys(fill) {
		from := row.table.Table.Column(fill[target])
		if from == nil {
			from = s.def.items[fill[target]]
		}
		list = append(list, FieldText{Field: Field{Item: target}, Raw: s.typed(from, s.value(from, row))})
	}
	return list
}
