package form

import (
	"slices"
	"strings"
)

// filledIn records what the program did by itself: it is saved, and cannot be
// undone, since nobody typed it. Nor can what a person did to the same fields
// before.
func (s *Session) filledIn(step []Change) bool {
	if len(step) == 0 {
		return false
	}
	s.pending = append(s.pending, step...)
	fields := make(map[Field]bool, len(step))
	for _, c := range step {
		fields[c.Field] = true
	}
	s.lose(fields, "")
	return true
}

// Inherit takes over what the record that this one belongs to says. When the
// record is begun every inheriting item does; it comes before Begin, so that what
// is known of the record itself wins, and defaults fill only what is then empty.
// Later only the readonly ones follow, as long as the record is a draft. An answer
// that this form cannot read is not taken over.
func (s *Session) Inherit(parent *Session, begun bool) {
	var step []Change
	for _, it := range s.def.order {
		from := parent.def.items[it.Inherit]
		if from == nil || from.Kind != it.Kind || !begun && !it.Readonly {
			continue
		}
		v := parent.value(from, nil)
		switch {
		case it.Table != nil:
			step = append(step, s.inheritRows(it, parent, from)...)
		case !begun || !v.IsZero():
			doubtful := parent.answers[Field{Item: from.Name}].Doubtful()
			step = append(step, s.takeOver(Field{Item: it.Name}, it, v, doubtful)...)
		}
	}
	s.filledIn(step)
}

// settledBy reports whether the record that this one belongs to answers an item,
// and the answer stands here.
func (s *Session) settledBy(parent *Session, it *Item) bool {
	from := parent.def.items[it.Inherit]
	return from != nil && from.Kind == it.Kind && it.Table == nil &&
		!parent.value(from, nil).IsZero() && !s.answers[Field{Item: it.Name}].IsZero()
}

// LeaveOut takes back what was taken over from the record that this one belongs to
// and breaks a rule here from the start: the end of the round's period where the visit
// is before it. Nobody typed it, and only the person can say what holds instead. It
// comes after Begin.
func (s *Session) LeaveOut(parent *Session) {
	for _, it := range s.def.order {
		f := Field{Item: it.Name}
		from := parent.def.items[it.Inherit]
		a := s.answers[f]
		if from == nil || it.Readonly || it.Table != nil || a.IsZero() || a.Value != parent.value(from, nil) || !s.relevant(it) {
			continue
		}
		if slices.ContainsFunc(it.Constraints, func(c Constraint) bool { return c.Severity == Stop && s.broken(c, nil) }) {
			s.apply(Change{Kind: Answered, Field: f, Old: a, Cause: Filled})
			s.pending = slices.DeleteFunc(s.pending, func(c Change) bool { return c.Field == f })
		}
	}
}

// takeOver fills a field with another record's value of the same kind, spelled
// as typed.
func (s *Session) takeOver(f Field, it *Item, v Value, doubtful bool) []Change {
	if doubtful || !s.takes(f) {
		return nil
	}
	return s.fillField(f, s.fitting(f, it, v))
}

// fitting spells a value for a field; of several choices those that this form
// has on the day.
func (s *Session) fitting(f Field, it *Item, v Value) string {
	if it.Kind != KindMany {
		return s.typed(it, v)
	}
	list := s.Choices(f)
	return strings.Join(slices.DeleteFunc(v.Codes(), func(code string) bool {
		_, ok := codeIn(list, code)
		return !ok
	}), " ")
}

// fillField answers a field as the program, unless the text cannot be read or is
// there already.
func (s *Session) fillField(f Field, raw string) []Change {
	next, old := s.Read(f, raw), s.answers[f]
	if next == old || next.Doubtful() {
		return nil
	}
	c := Change{Kind: Answered, Field: f, Old: old, New: next, Cause: Filled}
	s.apply(c)
	return []Change{c}
}

// inheritRows makes the rows of a table those of the parent's: the same ids in the
// same order, and the columns of the same names and kinds. Other columns are left
// alone.
func (s *Session) inheritRows(it *Item, parent *Session, from *Item) []Change {
	var step []Change
	var rows []Row
	theirs := parent.Rows(from.Name)
	for i := range theirs {
		row := &theirs[i]
		if !parent.relevant(from) || !from.Table.shown && !parent.filled(row) {
			continue
		}
		if !slices.ContainsFunc(it.Table.Fixed, func(f FixedRow) bool { return f.ID == row.ID }) {
			rows = append(rows, row.ID)
		}
	}
	if it.Table.Free {
		step = s.arrangeRows(it, rows)
	}
	for i := range theirs {
		for _, c := range it.Table.Columns {
			f := Field{Item: it.Name, Row: theirs[i].ID, Part: c.Name}
			col := from.Table.Column(c.Name)
			if col == nil || col.Kind != c.Kind {
				continue
			}
			doubtful := parent.Get(Field{Item: from.Name, Row: f.Row, Part: c.Name}).Doubtful()
			step = append(step, s.takeOver(f, c, parent.cell(&theirs[i], col), doubtful)...)
		}
	}
	if it.Table.MayBeNone {
		none := ""
		if parent.relevant(from) && parent.None(from.Name) {
			none = Yes
		}
		f := Field{Item: it.Name, Part: None}
		if next, old := (Answer{Raw: none, Value: Text(none)}), s.answers[f]; next != old {
			c := Change{Kind: Answered, Field: f, Old: old, New: next, Cause: Filled}
			s.apply(c)
			step = append(step, c)
		}
	}
	return step
}

// arrangeRows makes the free rows of a table just these, in this order. The
// answers of rows that go stay in the record, out of sight.
func (s *Session) arrangeRows(it *Item, want []Row) []Change {
	var step []Change
	change := func(kind ChangeKind, row Row, at int) {
		c := Change{Kind: kind, Field: Field{Item: it.Name, Row: row}, At: at, Cause: Filled}
		s.apply(c)
		step = append(step, c)
	}
	for i, row := range want {
		at := slices.Index(s.rows[it.Name], row)
		if at == i {
			continue
		}
		if at > i {
			change(RowRemoved, row, at)
		}
		change(RowAdded, row, i)
	}
	for len(s.rows[it.Name]) > len(want) {
		last := len(s.rows[it.Name]) - 1
		change(RowRemoved, s.rows[it.Name][last], last)
	}
	return step
}

// Prior fills items with figures of the unit's former record, by the item's name.
// One that the form does not fill so is passed over.
func (s *Session) Prior(figures map[string]Value) {
	var step []Change
	for _, it := range s.def.order {
		if v := figures[it.Name]; it.Prior != "" && !v.IsZero() {
			step = append(step, s.takeOver(Field{Item: it.Name}, it, v, false)...)
		}
	}
	s.filledIn(step)
}

// PriorFigures reads from the unit's former record what Prior takes: for each
// item that begins with a former figure the item, or the total of the column,
// that it names. What the former record does not have, or in another kind, is
// left out.
func (d *Definition) PriorFigures(former *Session) map[string]Value {
	figures := map[string]Value{}
	for _, it := range d.order {
		name, column, isColumn := strings.Cut(it.Prior, ".")
		from := former.def.items[name]
		if from == nil || isColumn != (from.Table != nil) {
			continue
		}
		v := Value{}
		switch {
		case !isColumn && from.Kind == it.Kind:
			v = former.value(from, nil)
		case isColumn && from.Table.Column(column) != nil && from.Table.Column(column).Kind == it.Kind:
			v = former.Total(name, column)
		}
		if !v.IsZero() {
			figures[it.Name] = v
		}
	}
	return figures
}
