package storage

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"giamsat/model"
)

// condition is a part of a WHERE clause with its parameters.
type condition struct {
	text string
	args []any
}

// stretch is a part of an index: its name, what its entries have in common, and
// what they are sorted by beside the key.
type stretch struct {
	index string
	where []condition
	by    string
}

// filter is what a query asks for beside its page, and the ways to it: stretches
// of indexes that together hold all that matches. Inspections have indexes of
// their own. A query that names a round, a parent or units, or asks for returned
// drafts, leads to few records whatever their kind.
type filter struct {
	visits bool         // inspections are asked for
	others []model.Kind // beside inspections
	words  []string     // folded, that the text must have
	narrow string       // the index that leads to few; "": none
	terms  []condition  // beside the kinds
	plain  bool         // the kinds, the status and what is settled: the tally knows the rest
	due    bool         // bounded by the due day, or by what is settled
	by     bool         // of one person
	order  order
	sorts  []sortOf // of records that are there
}

// sortOf is a line of the tally.
type sortOf struct {
	kind    model.Kind
	status  model.Status
	settled bool
	n       int
}

// ofVisits and ofOthers are spelled without parameters: only then does SQLite see
// that the indexes of each hold them all.
var (
	ofVisits = condition{text: `kind = '` + string(model.Inspection) + `'`}
	ofOthers = condition{text: `kind <> '` + string(model.Inspection) + `'`}
)

// filterOf reads a query. user is who asks.
func filterOf(ctx context.Context, t *sql.Tx, q model.Query, user string) (filter, error) {
	f := filter{order: orderOf(q.Order), visits: len(q.Kinds) == 0, words: wordsOf(q.Text)}
	for _, kind := range q.Kinds {
		switch {
		case kind == model.Inspection:
			f.visits = true
		case !slices.Contains(f.others, kind):
			f.others = append(f.others, kind)
		}
	}
	if err := f.known(ctx, t); err != nil {
		return f, err
	}
	if !f.visits && len(f.others) == 0 {
		return f, nil
	}
	if q.Status != "" {
		f.term(`status = ?`, string(q.Status))
	}
	if q.Open {
		f.term(`settled = 0`)
	}
	if err := f.count(ctx, t); err != nil {
		return f, err
	}
	before := len(f.terms)
	f.narrows(q, user)
	f.bounds(q)
	f.restricts(q)
	f.plain = len(f.terms) == before
	return f, nil
}

// count takes the numbers of what is there from the tally.
func (f *filter) count(ctx context.Context, t *sql.Tx) error {
	where, args := joined(append([]condition{f.kinds()}, f.terms...))
	rows, err := t.QueryContext(ctx, `SELECT kind, status, settled, n FROM tally WHERE n > 0 AND `+where, args...)
	if err != nil {
		return fmt.Errorf("read tally: %w", err)
	}
	return each(rows, func() error {
		var s sortOf
		err := rows.Scan(&s.kind, &s.status, &s.settled, &s.n)
		f.sorts = append(f.sorts, s)
		return err
	})
}

// tallied is the number of all records of the sorts asked for.
func (f *filter) tallied() (n int) {
	for _, s := range f.sorts {
		n += s.n
	}
	return n
}

func (f *filter) kinds() condition {
	kinds := f.others
	if f.visits {
		kinds = append(slices.Clone(kinds), model.Inspection)
	}
	return oneOf("kind", kinds)
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

// bounds takes the days between which something is due. The settled and the
// other records are two stretches of the index.
func (f *filter) bounds(q model.Query) {
	f.due = q.Open
	if q.DueFrom.IsZero() && q.DueBefore.IsZero() {
		return
	}
	f.due = true
	f.term(`settled IN (0, 1)`)
	f.term(`(due = '') = 0`) // as the index has it
	if q.Order == model.ByDue {
		f.order.columns, f.order.by = "due", "due, key"
	}
	if !q.DueFrom.IsZero() {
		f.term(`due >= ?`, q.DueFrom.ISO())
	}
	if !q.DueBefore.IsZero() {
		f.term(`due < ?`, q.DueBefore.ISO())
	}
}

// restricts takes what leaves out a part of many.
func (f *filter) restricts(q model.Query) {
	if q.Area != 0 {
		f.term(`area = ?`, q.Area)
	}
	if len(q.States) > 0 {
		f.terms = append(f.terms, oneOf("state", q.States))
	}
	if q.By != "" {
		f.by = true
		f.term(`(created_by = ? OR changed_by = ?)`, q.By, q.By)
	}
	for _, w := range f.words {
		f.terms = append(f.terms, has("folded", w))
	}
}

func (f *filter) term(text string, args ...any) {
	f.terms = append(f.terms, condition{text, args})
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

// shortest are the stretches that hold all that matches in no order, in as little
// as can be.
func (f *filter) shortest() (all []stretch) {
	if f.narrow != "" {
		return []stretch{{index: f.narrow, where: []condition{f.kinds()}}}
	}
	if f.visits {
		index := "inspection_search"
		if f.by {
			index = "inspection_list"
		}
		all = append(all, stretch{index: index, where: []condition{ofVisits}})
	}
	if len(f.others) > 0 {
		index := "record_list"
		if f.due && !f.by {
			index = "record_due"
		}
		all = append(all, stretch{index: index, where: []condition{ofOthers, oneOf("kind", f.others)}})
	}
	return all
}

// ordered are the stretches that are each in the order of the list. There is
// none of a sort that is not there.
func (f *filter) ordered() (all []stretch) {
	if f.narrow != "" {
		all = f.shortest() // sorted when read: they are few
		all[0].by = f.order.columns
		return all
	}
	seen := make(map[string]bool)
	for _, s := range f.sorts {
		next := f.orderedOf(s)
		where, args := joined(next.where)
		if spelled := fmt.Sprint(where, args); !seen[spelled] {
			seen[spelled] = true
			all = append(all, next)
		}
	}
	return all
}

func (f *filter) orderedOf(s sortOf) stretch {
	kind, status := condition{`kind = ?`, []any{string(s.kind)}}, condition{`status = ?`, []any{string(s.status)}}
	visits, by := s.kind == model.Inspection, f.order.columns
	switch {
	case f.order.index == "record_day":
		return stretch{"record_day", []condition{kind}, by}
	case f.order.index == "record_due" && !visits:
		return stretch{"record_due", []condition{ofOthers, kind, {`settled = ?`, []any{s.settled}}}, by}
	case visits:
		return stretch{"inspection_list", []condition{ofVisits, status}, by} // sorted by due when read: they never are
	}
	return stretch{"record_list", []condition{ofOthers, kind, status}, by}
}

// found spells the search for the keys of all that matches, with what they are
// sorted by.
func found(stretches []stretch, terms []condition) (query string, args []any) {
	return union(stretches, terms, func(s stretch) string {
		if s.by == "" {
			return "key"
		}
		return "key, " + s.by
	})
}

// counted spells the counting of all that matches, stretch by stretch, as n.
func counted(stretches []stretch, terms []condition) (query string, args []any) {
	return union(stretches, terms, func(stretch) string { return "COUNT(*) AS n" })
}

func union(stretches []stretch, terms []condition, columns func(stretch) string) (query string, args []any) {
	selects := make([]string, 0, len(stretches))
	for _, s := range stretches {
		where, some := joined(slices.Concat(s.where, terms))
		selects = append(selects, `SELECT `+columns(s)+` FROM record INDEXED BY `+s.index+` WHERE `+where)
		args = append(args, some...)
	}
	return strings.Join(selects, ` UNION ALL `), args
}

// order is how a list is sorted: the index that has it for the most kinds, the
// columns beside the key, and the words of ORDER BY.
type order struct{ index, columns, by string }

func orderOf(o model.Order) order {
	switch o {
	case model.ByDue:
		return order{"record_due", "due = '' AS undated, due", "undated, due, key"}
	case model.ByDay:
		return order{"record_day", "visit", "visit DESC, key DESC"}
	case model.ByChange:
	}
	return order{"record_list", "changed_at", "changed_at DESC, key DESC"}
}
