package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/vn"
)

const (
	// pageSize is how many lines a query without a limit gets.
	pageSize = 100
	// mostWords bounds the work of one search; what follows them is not looked for.
	mostWords = 16
	// few is how many matches are fetched and sorted; more are read in the
	// order of the list until the page is full.
	few = 1000
)

// Inspections lists a page, newest change first, and counts all that match.
// Every word of the text must occur, accents aside, somewhere in unit, path,
// round, day of the visit or code of the unit. Without a limit a hundred come.
func (s *Store) Records(ctx context.Context, q model.Query) (page []model.Summary, total int, err error) {
	if q.Limit <= 0 {
		q.Limit = pageSize
	}
	q.Offset = max(q.Offset, 0)
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) (err error) {
		page, total, err = listed(ctx, t, q)
		return err
	})
	if err != nil {
		return nil, 0, fmt.Errorf("list inspections: %w", err)
	}
	return page, total, nil
}

// listed looks for the matches once, without order. Are they few, they are the
// whole answer. Are they many, counting them needs a second pass, but the page
// is full after a small part of the ordered list.
func listed(ctx context.Context, t *sql.Tx, q model.Query) (page []model.Summary, total int, err error) {
	f := filterOf(q)
	if f.where != "" {
		keys, err := f.keys(ctx, t)
		if err != nil {
			return nil, 0, err
		}
		if len(keys) <= few {
			page, err = summaries(ctx, t, ` WHERE key IN (SELECT value FROM json_each(?))`, []any{keyList(keys)}, q)
			return page, len(keys), err
		}
	}
	if err := t.QueryRowContext(ctx, `SELECT COUNT(*) FROM inspection`+f.index+f.where, f.args...).Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count: %w", err)
	}
	page, err = summaries(ctx, t, ` INDEXED BY inspection_list`+f.where, f.args, q)
	return page, total, err
}

// filter is what a query asks for beside its page.
type filter struct {
	where string // "" when everything matches
	index string // the index that answers it without order
	args  []any
}

func filterOf(q model.Query) filter {
	var f filter
	var terms []string
	if q.Status != "" {
		f.index = ` INDEXED BY inspection_status`
		terms, f.args = append(terms, `status = ?`), append(f.args, string(q.Status))
	}
	words := strings.Fields(vn.Fold(q.Text))
	for _, w := range words[:min(len(words), mostWords)] {
		f.index = ` INDEXED BY inspection_search`
		terms, f.args = append(terms, `folded LIKE ? ESCAPE '\'`), append(f.args, "%"+escapeLike(w)+"%")
	}
	if len(terms) > 0 {
		f.where = ` WHERE ` + strings.Join(terms, ` AND `)
	}
	return f
}

// escapeLike takes the signs that LIKE gives a meaning literally.
func escapeLike(word string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(word)
}

// keys finds the matches, and stops at one more than a few.
func (f filter) keys(ctx context.Context, t *sql.Tx) (keys []string, err error) {
	rows, err := t.QueryContext(ctx, `SELECT key FROM inspection`+f.index+f.where+` LIMIT ?`, append(f.args[:len(f.args):len(f.args)], few+1)...)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	err = each(rows, func() error {
		var key string
		err := rows.Scan(&key)
		keys = append(keys, key)
		return err
	})
	return keys, err
}

// keyList spells keys, which are numbers, as a JSON array.
func keyList(keys []string) string { return "[" + strings.Join(keys, ",") + "]" }

func summaries(ctx context.Context, t *sql.Tx, where string, args []any, q model.Query) (page []model.Summary, err error) {
	rows, err := t.QueryContext(ctx, `SELECT id, unit_name, unit_path, visit, round, status, changed_at, changed_by, progress
		FROM inspection`+where+` ORDER BY changed_at DESC, key DESC LIMIT ? OFFSET ?`,
		append(args[:len(args):len(args)], q.Limit, q.Offset)...)
	if err != nil {
		return nil, fmt.Errorf("read page: %w", err)
	}
	err = each(rows, func() error {
		m, err := scanSummary(rows)
		page = append(page, shownSummary(m))
		return err
	})
	return page, err
}

func scanSummary(rows *sql.Rows) (m model.Summary, err error) {
	var visit, changedAt, progress string
	err = rows.Scan(&m.ID, &m.UnitName, &m.UnitPath, &visit, &m.Round, &m.Status, &changedAt, &m.ChangedBy, &progress)
	if err != nil {
		return m, err
	}
	if m.Day, err = parseDay(visit); err != nil {
		return m, err
	}
	if m.ChangedAt, err = parseTime(changedAt); err != nil {
		return m, err
	}
	return m, decode(progress, &m.Progress)
}
