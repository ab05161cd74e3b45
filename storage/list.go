package storage

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"giamsat/model"
)

const (
	// pageSize is how many lines a query without a limit gets.
	pageSize = 100
	// few is how many matches are fetched and sorted; more are read in the order
	// of the list until the page is full.
	few = 1000
	// haste is how long a hasty search goes on: newest lines come long before, and
	// what is not among the newest waits for the whole search anyway.
	haste = 3 * time.Millisecond
)

// Records lists a page in the order asked for, and counts all that match. Every
// word of the text must occur, accents aside, somewhere in unit, path, round,
// title, number, who is responsible, day or code of the unit. Without a limit a
// hundred come.
func (s *Store) Records(ctx context.Context, q model.Query) (page []model.Summary, total int, err error) {
	if q.Limit <= 0 {
		q.Limit = pageSize
	}
	q.Offset = max(q.Offset, 0)
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) (err error) {
		page, total, err = s.listed(ctx, t, q)
		return err
	})
	if err != nil {
		return nil, 0, fmt.Errorf("list records: %w", err)
	}
	return page, total, nil
}

// listed looks for the matches once, in no order and in the smallest index. Are
// they few, they are the whole answer and are sorted. Are they many, counting
// them needs a second pass, unless the tally has their number; but then the page
// is full after a small part of the index that is in the order of the list.
func (s *Store) listed(ctx context.Context, t *sql.Tx, q model.Query) (page []model.Summary, total int, err error) {
	f, err := filterOf(ctx, t, q, s.user)
	if err != nil || f.tallied() == 0 {
		return nil, 0, err
	}
	total = f.tallied()
	if q.Hasty {
		return hasty(ctx, t, f, q)
	}
	if !f.plain || total <= few {
		query, args := found(f.shortest(), f.terms)
		keys, err := keysOf(ctx, t, query+` LIMIT ?`, append(args, few+1))
		if err != nil {
			return nil, 0, err
		}
		if len(keys) <= few {
			page, err = sortedPage(ctx, t, keys, f.order, q)
			return page, len(keys), err
		}
	}
	if !f.plain {
		query, args := counted(f.shortest(), f.terms)
		if err := t.QueryRowContext(ctx, `SELECT SUM(n) FROM (`+query+`)`, args...).Scan(&total); err != nil {
			return nil, 0, fmt.Errorf("count: %w", err)
		}
	}
	query, args := found(f.ordered(), f.terms)
	keys, err := keysOf(ctx, t, query+` ORDER BY `+f.order.by+` LIMIT ? OFFSET ?`, append(args, q.Limit, q.Offset))
	if err != nil {
		return nil, 0, err
	}
	page, err = summaries(ctx, t, keys)
	return page, total, err
}

// hasty reads what is found first in the order of the list, for as long as haste.
// It is the top of the page that the whole search finds: nothing shown moves
// when that comes.
func hasty(ctx context.Context, t *sql.Tx, f filter, q model.Query) (page []model.Summary, total int, err error) {
	short, cancel := context.WithTimeout(ctx, haste)
	defer cancel()
	query, args := found(f.ordered(), f.terms)
	keys, err := keysOf(short, t, query+` ORDER BY `+f.order.by+` LIMIT ? OFFSET ?`, append(args, q.Limit, q.Offset))
	total = model.Uncounted
	switch {
	case ctx.Err() != nil:
		return nil, 0, ctx.Err()
	case short.Err() != nil && err != nil:
		// What was found in time is in the order of the list all the same.
	case err != nil:
		return nil, 0, err
	case q.Offset == 0 && len(keys) < q.Limit:
		total = len(keys)
	}
	page, err = summaries(ctx, t, keys)
	return page, total, err
}

// keysOf reads keys; what a query has beside them is there to be sorted by.
func keysOf(ctx context.Context, t *sql.Tx, query string, args []any) (keys []int64, err error) {
	rows, err := t.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	columns, err := rows.Columns()
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	var key int64
	row := []any{&key}
	for range columns[1:] {
		row = append(row, new(sql.RawBytes))
	}
	err = each(rows, func() error {
		err := rows.Scan(row...)
		keys = append(keys, key)
		return err
	})
	return keys, err
}

// sortedPage reads the page of a few matches.
func sortedPage(ctx context.Context, t *sql.Tx, found []int64, o order, q model.Query) ([]model.Summary, error) {
	if q.Offset >= len(found) {
		return nil, nil
	}
	list, err := encode(found)
	if err != nil {
		return nil, err
	}
	keys, err := keysOf(ctx, t, `SELECT key, `+o.columns+` FROM record WHERE key IN (SELECT value FROM json_each(?))
		ORDER BY `+o.by+` LIMIT ? OFFSET ?`, []any{list, q.Limit, q.Offset})
	if err != nil {
		return nil, err
	}
	return summaries(ctx, t, keys)
}

// summaries reads lines in the order of their keys.
func summaries(ctx context.Context, t *sql.Tx, keys []int64) (page []model.Summary, err error) {
	if len(keys) == 0 {
		return nil, nil
	}
	list, err := encode(keys)
	if err != nil {
		return nil, err
	}
	rows, err := t.QueryContext(ctx, `SELECT r.id, r.kind, COALESCE((SELECT id FROM record WHERE key = r.parent), ''),
		r.unit, r.unit_name, r.unit_path, r.visit, r.round, r.programme, r.status, r.changed_at, r.changed_by,
		r.returned_by, r.returned_reason, r.progress, `+headColumns+`
		FROM json_each(?) k CROSS JOIN record r ON r.key = k.value ORDER BY k.key`, list)
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
	var unit, visit, changedAt, progress string
	var head headRow
	err = rows.Scan(append([]any{&m.ID, &m.Kind, &m.Parent, &unit, &m.UnitName, &m.UnitPath, &visit, &m.Round, &m.Programme, &m.Status,
		&changedAt, &m.ChangedBy, &m.ReturnedBy, &m.ReturnReason, &progress}, head.into()...)...)
	if err != nil {
		return m, err
	}
	for _, parse := range []func() error{
		func() (err error) { m.Unit, err = parseUnit(unit); return },
		func() (err error) { m.Day, err = parseDay(visit); return },
		func() (err error) { m.ChangedAt, err = parseTime(changedAt); return },
		func() (err error) { m.Head, err = head.read(); return },
		func() error { return decode(progress, &m.Progress) },
	} {
		if err := parse(); err != nil {
			return m, err
		}
	}
	return m, nil
}
