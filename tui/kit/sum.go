package kit

import (
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// TableSum says in one line what a table holds: how many rows, and what they come
// to in money. Where several columns are added up the figure bears its column's name;
// where two are held against each other, both stand there instead of the rows, which
// nobody entered.
func TableSum(w *i18n.Words, s *form.Session, it *form.Item) string {
	if s.None(it.Name) {
		return w.Fill.NoneRecorded
	}
	n := s.Filled(it.Name)
	if n == 0 {
		return w.Fill.NoRows
	}
	if a, b, pair := it.Table.MoneyPair(); pair {
		return total(w, s, it, a) + "; " + total(w, s, it, b) + " " + w.Fill.Million
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

// total is the total of a column with its name.
func total(w *i18n.Words, s *form.Session, it, col *form.Item) string {
	v, _ := s.Total(it.Name, col.Name).Int() // blank is nought: nothing was assigned
	return col.Label.In(w.Lang) + ": " + vn.Money(v).Million()
}
