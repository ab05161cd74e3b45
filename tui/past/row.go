package past

import (
	"fmt"
	"slices"
	"strings"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// rowLines are the rows of a table in which anything stood, and those that were
// added later.
func (s *Screen) rowLines(it *form.Item) (lines []line) {
	was, now := s.seen.was.Rows(it.Name), s.seen.now.Rows(it.Name)
	has := func(rows []form.TableRow, id form.Row) int {
		return slices.IndexFunc(rows, func(r form.TableRow) bool { return r.ID == id })
	}
	for i, r := range was {
		cells := s.cells(s.seen.was, it, r)
		at := has(now, r.ID)
		if cells == "" && (at < 0 || s.cells(s.seen.now, it, r) == "") {
			continue
		}
		l := line{item: it, field: form.Field{Item: it.Name, Row: r.ID}, label: s.rowName(r, i), value: cells}
		switch {
		case at < 0:
			l.differs, l.now = true, s.env.Words.Past.RowGone
		case !s.sameRow(it, r):
			l.differs, l.now = true, s.changed(it, r)
		}
		lines = append(lines, l)
	}
	for i, r := range now {
		cells := s.cells(s.seen.now, it, r)
		if has(was, r.ID) >= 0 || cells == "" {
			continue
		}
		lines = append(lines, line{item: it, field: form.Field{Item: it.Name, Row: r.ID}, label: s.rowName(r, i),
			value: s.env.Words.Past.RowAdded, differs: true, now: s.whole(s.seen.now, it, r)})
	}
	return lines
}

// rowName is a row's own label, or its place in the table.
func (s *Screen) rowName(r form.TableRow, i int) string {
	if label := r.Label.In(s.env.Words.Lang); label != "" {
		return "  " + label
	}
	return "  " + fmt.Sprintf(s.env.Words.Review.Row, i+1)
}

// cells are what stands in a row that somebody answered, on one line; "" for a
// row without answers.
func (s *Screen) cells(session *form.Session, it *form.Item, r form.TableRow) string {
	var parts []string
	answered := false
	for _, col := range columnsOf(session, it) {
		f := form.Field{Item: it.Name, Row: r.ID, Part: col.Name}
		shown := kit.Flat(session.Shown(f, s.env.Words.Lang))
		if shown == "" {
			continue
		}
		parts = append(parts, shown)
		if _, locked := r.Locked[col.Name]; !locked && !col.Computed() {
			answered = true
		}
	}
	if !answered {
		return ""
	}
	return s.env.Join(parts...)
}

// columnsOf are the columns that a form has of a table.
func columnsOf(session *form.Session, it *form.Item) []*form.Item {
	own := session.Definition().Item(it.Name)
	if own == nil || own.Table == nil {
		return nil
	}
	return own.Table.Visible()
}

func (s *Screen) sameRow(it *form.Item, r form.TableRow) bool {
	for _, col := range columnsOf(s.seen.was, it) {
		if !s.same(form.Field{Item: it.Name, Row: r.ID, Part: col.Name}) {
			return false
		}
	}
	return true
}

// whole is a row with the names of its columns.
func (s *Screen) whole(session *form.Session, it *form.Item, r form.TableRow) string {
	var parts []string
	for _, col := range columnsOf(session, it) {
		if shown := kit.Flat(session.Shown(form.Field{Item: it.Name, Row: r.ID, Part: col.Name}, s.env.Words.Lang)); shown != "" {
			parts = append(parts, col.Label.In(s.env.Words.Lang)+": "+shown)
		}
	}
	return strings.Join(parts, "; ")
}

// changed are the cells of a row that are otherwise today.
func (s *Screen) changed(it *form.Item, r form.TableRow) string {
	var parts []string
	for _, col := range columnsOf(s.seen.was, it) {
		f := form.Field{Item: it.Name, Row: r.ID, Part: col.Name}
		if !s.same(f) {
			shown := kit.Flat(s.seen.now.Shown(f, s.env.Words.Lang))
			parts = append(parts, col.Label.In(s.env.Words.Lang)+": "+orBlank(shown, s.env.Words.Past.Blank))
		}
	}
	return strings.Join(parts, "; ")
}
