package form

import (
	"strconv"

	"giamsat/model/vn"
)

// Progress counts, for each section, what is answered and what is the matter.
// A table counts as one item.
func (s *Session) Progress() []Progress {
	list := make([]Progress, len(s.def.Sections))
	at := map[string]*Progress{}
	for i, sec := range s.def.Sections {
		list[i].Section = sec.Name
		at[sec.Name] = &list[i]
	}
	for _, it := range s.def.order {
		if !s.counts(it) {
			continue
		}
		p := at[it.Section]
		p.Items++
		if s.answered(it) {
			p.Answered++
		}
	}
	for _, pr := range s.Problems() {
		p := at[s.def.items[pr.Field.Item].Section]
		switch {
		case pr.Code == Missing:
			p.Missing++
		case pr.Severity == Stop:
			p.Stops++
		case pr.Severity == Reason:
			p.Reasons++
		default:
			p.Notices++
		}
	}
	return list
}

// counts reports whether an item is one that can be answered now.
func (s *Session) counts(it *Item) bool {
	switch {
	case it.Computed() || it.Readonly || it.Hidden || !s.relevant(it):
		return false
	case it.counted():
		return s.holds(it.Required, nil)
	case it.Table == nil:
		return true
	case it.Table.Settles != nil && !it.Table.Free:
		return len(s.Rows(it.Name)) > 0 // the program brings them, and has brought none
	}
	return !it.Table.shown
}

func (s *Session) answered(it *Item) bool {
	switch {
	case it.counted():
		return s.has(it, nil)
	case it.Table == nil:
		return !s.answers[Field{Item: it.Name}].Value.IsZero()
	case it.Table.Settles != nil:
		return s.None(it.Name) || s.allSettled(it)
	}
	return s.None(it.Name) || s.anyFilled(it)
}

// Entry is one row of a section as it is filled in: an item, or one of its
// companions under it.
type Entry struct {
	Field Field
	Item  *Item
	Depth int // 1 for a companion
}

// Entries lists what stands in a section now. A companion is there when it has
// an answer, when it is asked for, or when open says the person opened it.
func (s *Session) Entries(section string, open func(item string) bool) []Entry {
	sec := s.def.Section(section)
	if sec == nil {
		return nil
	}
	asked := map[string]bool{}
	for _, p := range s.Problems() {
		if p.Field.Row == "" && (p.Code == NoteMissing || p.Code == NoReason) {
			asked[p.Field.Item] = true
		}
	}
	var list []Entry
	for _, it := range sec.Items {
		if it.Hidden || !s.relevant(it) {
			continue
		}
		list = append(list, Entry{Field: Field{Item: it.Name}, Item: it})
		opened := open != nil && open(it.Name)
		if it.HasEvidence() {
			f := Field{Item: it.Name, Part: Evidence}
			if opened || !s.answers[f].IsZero() {
				list = append(list, Entry{Field: f, Item: it, Depth: 1})
			}
		}
		f := Field{Item: it.Name, Part: Note}
		if opened || asked[it.Name] || !s.answers[f].IsZero() {
			list = append(list, Entry{Field: f, Item: it, Depth: 1})
		}
	}
	return list
}

// Required reports whether a field must be answered now.
func (s *Session) Required(f Field) bool {
	it := s.def.At(f)
	if it == nil || f.Part == Note || f.Part == Evidence {
		return false
	}
	if f.Row == "" {
		return s.holds(it.Required, nil)
	}
	row, ok := s.row(s.def.items[f.Item], f.Row)
	return ok && s.holds(it.Required, row)
}

// FirstUnanswered is the first required field without an answer.
func (s *Session) FirstUnanswered() (Field, bool) {
	for _, p := range s.Problems() {
		if p.Code == Missing {
			return p.Field, true
		}
	}
	return Field{}, false
}

// Conforming lists the items of a section that "the rest conforms" would answer
// with yes: rated, relevant, empty, and not excepted by the form.
func (s *Session) Conforming(section string) []Field {
	sec := s.def.Section(section)
	if sec == nil {
		return nil
	}
	var list []Field
	for _, it := range sec.Items {
		f := Field{Item: it.Name}
		if it.Kind == KindYesNoNA && !it.NoBulk && s.Editable(f) && s.Visible(it.Name) && s.answers[f].IsZero() {
			list = append(list, f)
		}
	}
	return list
}

// Facts are the figures of one row that reports add up; none for a row that is
// empty, not relevant, or not there any more.
func (s *Session) Facts(table string, id Row) []Fact {
	it := s.def.items[table]
	if it == nil || it.Table == nil || it.Table.Facts == nil || !s.relevant(it) {
		return nil
	}
	row, ok := s.row(it, id)
	if !ok || !s.filled(row) {
		return nil
	}
	f := it.Table.Facts
	key := func(column string) string { return s.cell(row, it.Table.Column(column)).Text() }
	year, err := strconv.Atoi(key(f.Year))
	if err != nil {
		year = 0 // no year was chosen, and the fact says so
	}
	var list []Fact
	for _, c := range it.Table.Columns {
		measure, is := f.Measures[c.Name]
		n, has := s.cell(row, c).Int()
		if !is || !has {
			continue
		}
		list = append(list, Fact{Year: year, Project: key(f.Project), Kind: key(f.Kind), Source: key(f.Source), Measure: measure, Amount: vn.Money(n)})
	}
	return list
}
