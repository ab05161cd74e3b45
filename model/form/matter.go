package form

import "strings"

// said is what a problem of one answer says of it.
func (s *Session) said(f Field, it *Item, a Answer) *Matter {
	m := &Matter{Raw: a.Raw, Shown: Label{VI: a.Raw, EN: a.Raw}}
	if !a.Value.IsZero() {
		m.Shown = s.shownBoth(f, it, a.Value)
	}
	return m
}

// shownBoth is a value as people read it, in both languages; a percentage with its
// sign.
func (s *Session) shownBoth(f Field, it *Item, v Value) Label {
	l := Label{VI: s.showValue(f, it, v, "vi"), EN: s.showValue(f, it, v, "en")}
	if it.Kind == KindPercent {
		l.VI, l.EN = l.VI+" %", l.EN+" %"
	}
	return l
}

// few is how many choices a sentence names; a longer list is opened.
const few = 4

// fewChoices are the choices of a field now, where they can be told in a sentence.
func (s *Session) fewChoices(f Field, it *Item) []Label {
	list := it.Choices
	switch it.Kind {
	case KindYesNo, KindYesNoNA:
		list = YesNoChoices(it.Kind == KindYesNoNA)
	case KindOne, KindMany, KindLookup:
		if it.List == listUnits {
			return nil
		}
		list = s.Choices(f)
	case KindText, KindLongText, KindInteger, KindDecimal, KindMoney, KindPercent, KindDate, KindTime, KindTable, KindRecords:
	}
	if len(list) > few {
		return nil
	}
	labels := make([]Label, len(list))
	for i, c := range list {
		labels[i] = c.Label
	}
	return labels
}

// keyShown is what stands in the columns that tell rows apart.
func (s *Session) keyShown(it *Item, row *TableRow) Label {
	var vi, en []string
	for _, name := range it.Table.Key {
		c := it.Table.Column(name)
		l := s.shownBoth(Field{Item: it.Name, Row: row.ID, Part: name}, c, s.cell(row, c))
		vi, en = append(vi, l.VI), append(en, l.EN)
	}
	return Label{VI: strings.Join(vi, ", "), EN: strings.Join(en, ", ")}
}

// compared is what a rule that is not met holds its item against: the limit that
// follows, and the items that its message does not name.
func (s *Session) compared(f Field, it *Item, c Constraint, row *TableRow) *Matter {
	m := s.said(f, it, s.Get(f))
	m.Limit = s.limit(f, it, c, row)
	for _, rd := range c.Rule.reads {
		other := rd.it
		if m.Limit == nil && other != it { // of a rule that is no comparison the message says the rest
			continue
		}
		if other.Table != nil || strings.Contains(c.Message.VI, "{"+other.Name+"}") || !s.has(other, row) {
			continue
		}
		at := Field{Item: other.Name}
		if other.parent != nil {
			at = Field{Item: other.parent.Name, Row: row.ID, Part: other.Name}
		}
		m.Beside = append(m.Beside, Side{Label: other.Label, Shown: s.shownBoth(at, other, s.value(other, row))})
	}
	return m
}
