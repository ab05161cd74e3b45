package storage

import (
	"context"
	"database/sql"
	"fmt"

	"giamsat/model"
)

// pageSize is how many lines a query without a limit gets.
const pageSize = 100

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

// listed reads the keys of the page from an index alone, then their rows. A page
// that is not full counts itself; else the matches are counted.
func (s *Store) listed(ctx context.Context, t *sql.Tx, q model.Query) (page []model.Summary, total int, err error) {
	f, err := filterOf(ctx, t, q, s.user)
	if err != nil {
		return nil, 0, err
	}
	keys, err := f.page(ctx, t, q)
	if err != nil {
		return nil, 0, err
	}
	if len(keys) < q.Limit && (len(keys) > 0 || q.Offset == 0) {
		total = q.Offset + len(keys)
	} else if total, err = f.count(ctx, t); err != nil {
		return nil, 0, err
	}
	page, err = summaries(ctx, t, keys)
	return page, total, err
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
