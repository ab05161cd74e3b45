package model

import "giamsat/model/form"

// SaveOf is what is written when a record is moved to another form: what reading
// again changed, and what follows from the answers under the new form. Facts of
// rows that the new form does not have are taken away.
func SaveOf(op *Opened, m form.Moving) Save {
	s := Save{ID: op.Record.ID, Changes: m.Changes, Revs: map[form.Field]int64{}, Progress: m.Is.Progress(),
		Place: op.Record.Place, Head: m.Is.Head(), Facts: map[FactRow][]form.Fact{}}
	for _, c := range m.Changes {
		s.Revs[c.Field] = op.Revs[c.Field]
	}
	if m.Is.Definition().Item(s.Place.Field.Item) == nil {
		s.Place = Place{}
	}
	for _, session := range []*form.Session{m.Was, m.Is} {
		for _, it := range session.Definition().Items() {
			if it.Table == nil || it.Table.Facts == nil {
				continue
			}
			for _, r := range session.Rows(it.Name) {
				s.Facts[FactRow{Table: it.Name, Row: r.ID}] = m.Is.Facts(it.Name, r.ID)
			}
		}
	}
	return s
}
