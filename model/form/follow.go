package form

import (
	"strings"

	"giamsat/model/vn"
)

// Feeds reports whether a table's rows or values follow from another item,
// directly or through others.
func (d *Definition) Feeds(item, table string) bool {
	from, to := d.items[item], d.items[table]
	if from == nil || to == nil || to.Table == nil || from == to {
		return false
	}
	return d.graph.feeds(from, to)
}

// Plain is an answer with its text alone, for the moment when the program must
// end and nothing more can be read: the text is kept, and read when the record
// is next opened.
func (d *Definition) Plain(f Field, raw string) Answer {
	it := d.At(f)
	switch {
	case f.Part == Note || f.Part == Evidence || it == nil:
		return textAnswer(f.Part == Note, raw)
	case it.Kind == KindText || it.Kind == KindLongText:
		return textAnswer(it.Kind == KindLongText, raw)
	}
	return Answer{Raw: strings.TrimSpace(vn.CleanLine(raw))}
}

// Reread reads texts again that were kept without being read, when the program
// had to end in the middle of a field. It is called once, when a record is
// taken up and its way back; it is undone together with the typing.
func (s *Session) Reread() bool {
	var list []Change
	for f, a := range s.answers {
		if !a.Doubtful() || !s.takes(f) {
			continue
		}
		if next := s.Read(f, a.Raw); !next.Value.IsZero() {
			list = append(list, Change{Kind: Answered, Field: f, Old: a, New: next, Cause: Filled})
		}
	}
	sortChanges(list)
	for _, c := range list {
		s.apply(c)
	}
	s.pending = append(s.pending, s.completed(list)...)
	return len(list) > 0
}
