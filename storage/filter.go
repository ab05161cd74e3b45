package storage

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"giamsat/model"
	"giamsat/model/vn"
)

// mostWords bounds the work of one search; what follows them is not looked for.
const mostWords = 16

// condition is a part of a WHERE clause with its parameters.
type condition struct {
	text string
	args []any
}

// filter is what a query asks for beside its page, and the way to it.
//
// A query that names a round, a parent or units, or asks for returned drafts,
// leads to few records: they are found by that and sorted. Any other is read
// from the index that has its order, in which the kind comes first, and the
// status or whether a record is settled: for each that there are, SQLite walks
// its stretch of the index, merges the stretches, and stops when the page is full.
type filter struct {
	sorts  []sortOf    // the sorts of records that are asked for and are there
	kinds  condition   // the kinds alone
	narrow string      // the index that leads to few; "" to walk
	terms  []condition // beside the kind, the status and whether a record is settled
	sorted []condition // the status, whether it is settled
	open   bool
	dated  bool // bounded by the due day
	order  order
}

// sortOf is a line of the tally.
type sortOf struct {
	kind    model.Kind
	status  model.Status
	settled bool
	n       int
}

// order is an order of lists and the index that has it.
type order struct {
	index   string
	by      string // ORDER BY
	columns string // that it is by, after the key
	// stretch spells what the entries of a stretch have in common.
	stretch func(s sortOf) condition
}

func orderOf(o model.Order) order {
	switch o {
	case model.ByDue:
		return order{index: "record_due", by: "undated, due, key", columns: "undated, due", stretch: func(s sortOf) condition {
			return condition{`kind = ? AND settled = ?`, []any{string(s.kind), s.settled}}
		}}
	case model.ByDay:
		return order{index: "record_day", by: "visit DESC, key DESC", columns: "visit", stretch: func(s sortOf) condition {
			return condition{`kind = ?`, []any{string(s.kind)}}
		}}
	case model.ByChange:
	}
	return order{index: "record_list", by: "changed_at DESC, key DESC", columns: "changed_at", stretch: func(s sortOf) condition {
		return condition{`kind = ? AND status = ?`, []any{string(s.kind), string(s.status)}}
	}}
}

// filterOf reads a query. user is who asks.
func filterOf(ctx context.Context, t *sql.Tx, q model.Query, user string) (filter, error) {
	kinds := q.Kinds
	if len(kinds) == 0 {
		kinds = []model.Kind{model.Inspection}
	}
	f := filter{kinds: oneOf("kind", kinds), order: orderOf(q.Order), open: q.Open, dated: !q.DueFrom.IsZero() || !q.DueBefore.IsZero()}
	if q.Status != "" {
		f.sorted = append(f.sorted, condition{`status = ?`, []any{string(q.Status)}})
	}
	if q.Open {
		f.sorted = append(f.sorted, condition{`settled = 0`, nil})
	}
	f.narrows(q, user)
	f.restricts(q)
	where, args := joined(append([]condition{f.kinds}, f.sorted...))
	rows, err := t.QueryContext(ctx, `SELECT kind, status, settled, n FROM tally WHERE n > 0 AND `+where, args...)
	if err != nil {
		return f, fmt.Errorf("read tally: %w", err)
	}
	return f, each(rows, func() error {
		var s sortOf
		err := rows.Scan(&s.kind, &s.status, &s.settled, &s.n)
		f.sorts = append(f.sorts, s)
		return err
	})
}

// narrows takes what leads to few records.
func (f *filter) narrows(q model.Query, user string) {
	const key = `(SELECT key FROM record WHERE id = ?)`
	if q.Returned {
		by := q.By
		if by == "" {
			by = user
		}
		f.narrow = "record_returned"
		f.term(`returned_by <> ''`)
		f.term(`returned_by <> ?`, by)
	}
	if len(q.Units) > 0 {
		units := make([]string, 0, len(q.Units))
		for _, u := range q.Units {
			units = append(units, u.String())
		}
		f.narrow = "record_unit"
		f.terms = append(f.terms, oneOf("unit", units))
	}
	if q.Round != "" {
		f.narrow = "record_round"
		f.term(`in_round = `+key, string(q.Round))
	}
	if q.Parent != "" {
		f.narrow = "record_parent"
		f.term(`parent = `+key, string(q.Parent))
	}
}

// restricts takes what leaves out a part of many.
func (f *filter) restricts(q model.Query) {
	if f.dated {
		f.term(`undated = 0`)
	}
	if !q.DueFrom.IsZero() {
		f.term(`due >= ?`, q.DueFrom.ISO())
	}
	if !q.DueBefore.IsZero() {
		f.term(`due < ?`, q.DueBefore.ISO())
	}
	if q.Area != 0 {
		f.term(`area = ?`, q.Area)
	}
	if len(q.States) > 0 {
		f.terms = append(f.terms, oneOf("state", q.States))
	}
	if q.By != "" {
		f.term(`(created_by = ? OR changed_by = ?)`, q.By, q.By)
	}
	words := strings.Fields(vn.Fold(q.Text))
	for _, w := range words[:min(len(words), mostWords)] {
		f.term(`folded LIKE ? ESCAPE '\'`, "%"+escapeLike(w)+"%")
	}
}

func (f *filter) term(text string, args ...any) {
	f.terms = append(f.terms, condition{text, args})
}

// escapeLike takes the signs that LIKE gives a meaning literally.
func escapeLike(word string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(word)
}

// oneOf asks for one of some texts.
func oneOf[T ~string](column string, texts []T) condition {
	args := make([]any, 0, len(texts))
	for _, text := range texts {
		args = append(args, string(text))
	}
	return condition{column + ` IN (?` + strings.Repeat(`, ?`, len(texts)-1) + `)`, args}
}

func joined(all []condition) (text string, args []any) {
	texts := make([]string, 0, len(all))
	for _, c := range all {
		texts, args = append(texts, c.text), append(args, c.args...)
	}
	return strings.Join(texts, ` AND `), args
}

// all is every condition, for an index that does not begin with the kind.
func (f filter) all() (text string, args []any) {
	return joined(slices.Concat([]condition{f.kinds}, f.sorted, f.terms))
}

// page finds the keys of a page.
func (f filter) page(ctx context.Context, t *sql.Tx, q model.Query) (keys []int64, err error) {
	query, args := f.pageQuery()
	if query == "" {
		return nil, nil
	}
	rows, err := t.QueryContext(ctx, query, append(args, q.Limit, q.Offset)...)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	columns, err := rows.Columns()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	var key int64
	row := make([]any, len(columns))
	for i := range row {
		row[i] = new(sql.RawBytes) // the order's columns, only there to be sorted by
	}
	row[0] = &key
	err = each(rows, func() error {
		err := rows.Scan(row...)
		keys = append(keys, key)
		return err
	})
	return keys, err
}

// pageQuery spells the search for a page; the parameters of its limit and
// offset come last. It is empty when there is nothing of the kinds.
func (f filter) pageQuery() (query string, args []any) {
	const limit = ` LIMIT ? OFFSET ?`
	if f.narrow != "" {
		where, args := f.all()
		return `SELECT key FROM record INDEXED BY ` + f.narrow + ` WHERE ` + where + ` ORDER BY ` + f.order.by + limit, args
	}
	var selects []string
	seen := make(map[string]bool)
	for _, s := range f.sorts {
		stretch := f.order.stretch(s)
		if spelled := fmt.Sprint(stretch.args); seen[spelled] {
			continue
		} else {
			seen[spelled] = true
		}
		where, some := joined(slices.Concat([]condition{stretch}, f.sorted, f.terms))
		selects = append(selects, `SELECT key, `+f.order.columns+` FROM record INDEXED BY `+f.order.index+` WHERE `+where)
		args = append(args, some...)
	}
	if len(selects) == 0 {
		return "", nil
	}
	return strings.Join(selects, ` UNION ALL `) + ` ORDER BY ` + f.order.by + limit, args
}

// count counts all matches: from the tally where that has them.
func (f filter) count(ctx context.Context, t *sql.Tx) (n int, err error) {
	if len(f.terms) == 0 {
		for _, s := range f.sorts {
			n += s.n
		}
		return n, nil
	}
	query, args := f.countQuery()
	if err := t.QueryRowContext(ctx, query, args...).Scan(&n); err != nil {
		return 0, fmt.Errorf("count: %w", err)
	}
	return n, nil
}

func (f filter) countQuery() (query string, args []any) {
	index := f.narrow
	switch {
	case index != "":
	case f.dated && !f.open:
		f.sorted = append(slices.Clone(f.sorted), condition{`settled IN (0, 1)`, nil})
		index = "record_due"
	case f.dated, f.open:
		index = "record_due"
	default:
		index = "record_list"
	}
	where, args := f.all()
	return `SELECT COUNT(*) FROM record INDEXED BY ` + index + ` WHERE ` + where, args
}
