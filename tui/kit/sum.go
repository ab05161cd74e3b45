package kit

import (
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// TableSum says in one line what a table holds: how many rows, and what they come
// to in money. Where several columns are added up the figure bears its column's name.
func TableSum(w *i18n.Words, s *form.Session, it *form.Item) string {
	if s.None(it.Name) {
		return w.Fill.NoneRecorded
	}
	n := s.Filled(it.Name)
	if n == 0 {
		return w.Fill.NoRows
	}
	text := i18n.Count(w.Fill.Rows, n)
	col, several := it.Table.MoneyTotal()
	if col == nil {
		return text
	}
	v, ok := s.Total(it.Name, col.Name).Int()
	if !ok {
		return text
	}
	if text += "  "; several {
		text += col.Label.In(w.Lang) + ": "
	}
	return text + vn.Money(v).Million() + " " + w.Fill.Million
}
