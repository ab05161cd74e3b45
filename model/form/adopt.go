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

// Forgo makes a step of rows that somebody else took out: undo brings them back, with
// all that stands in them. was are the rows that had been added to the table, as they
// stood before.
func (s *Session) Forgo(table string, was, gone []Row) {
	var changes []Change
	for at, r := range was {
		if slices.Contains(gone, r) {
			changes = append(changes, Change{Kind: RowRemoved, Field: Field{Item: table, Row: r}, At: at - len(changes), Cause: Typed})
		}
	}
	if len(changes) == 0 {
		return
	}
	if none := (Field{Item: table, Part: None}); s.None(table) { // said by whoever took the last one out
		changes = append(changes, Change{Kind: Answered, Field: none, New: s.answers[none], Cause: Typed})
	}
	s.last++
	for i := range changes {
		changes[i].Step = s.last
	}
	s.push(step{n: s.last, changes: changes}) // there is nothing to save
}

// TypedIn reports whether a step of this person's is about a row or its cells.
func (s *Session) TypedIn(table string, row Row) bool {
	return slices.ContainsFunc(s.undo, func(st step) bool {
		return slices.ContainsFunc(st.changes, func(c Change) bool { return c.Field.Item == table && c.Field.Row == row })
	})
}

// NoteBeside is the note for a text that its own field does not take: that of the row,
// or of the table where the row is gone.
func (s *Session) NoteBeside(f Field) Field {
	note := Field{Item: f.Item, Row: f.Row, Part: Note}
	if !s.takes(note) {
		note.Row = ""
	}
	return note
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
