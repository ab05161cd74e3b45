package storage

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"giamsat/model"
)

// sitting writes what the person's entry into the record has come to in this run.
func (e *edit) sitting(ctx context.Context, s model.Sitting) error {
	if s.Began.IsZero() {
		return nil
	}
	_, err := e.t.ExecContext(ctx, `INSERT INTO sitting (record, by, began, keys, deleted, answers, corrections, active)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET keys = excluded.keys, deleted = excluded.deleted, answers = excluded.answers,
			corrections = excluded.corrections, active = excluded.active`,
		e.chain.record, e.by, s.Began.UTC().Format(timeLayout), s.Keys, s.Deleted, s.Answers, s.Corrections, s.Active.Milliseconds())
	if err != nil {
		return fmt.Errorf("write what entering took: %w", err)
	}
	return nil
}

// recentSittings bounds what is read of a person who has been at it for years.
const recentSittings = 2000

// Paces tells what the user's own last records took, the last one first; whoever
// else worked on them is left out. Without a limit a hundred come.
func (s *Store) Paces(ctx context.Context, limit int) (list []model.Pace, err error) {
	if limit <= 0 {
		limit = pageSize
	}
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		paces, keys, err := pacesOf(ctx, t, s.user, limit)
		if err != nil {
			return err
		}
		page, err := summaries(ctx, t, keys)
		if err != nil {
			return err
		}
		for i := range page {
			paces[i].Summary = page[i]
		}
		list = paces
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read what entering took: %w", err)
	}
	return list, nil
}

// pacesOf adds a person's sittings up by record, and names the records.
func pacesOf(ctx context.Context, t *sql.Tx, by string, limit int) (list []model.Pace, keys []int64, err error) {
	rows, err := t.QueryContext(ctx, `SELECT record, COUNT(*), MIN(began), MAX(began), SUM(keys), SUM(deleted), SUM(answers),
		SUM(corrections), SUM(active)
		FROM (SELECT * FROM sitting WHERE by = ? ORDER BY began DESC LIMIT ?)
		GROUP BY record ORDER BY MAX(began) DESC, record DESC LIMIT ?`, by, recentSittings, limit)
	if err != nil {
		return nil, nil, err
	}
	err = each(rows, func() error {
		var p model.Pace
		var key, active int64
		var began, last string
		err := rows.Scan(&key, &p.Sittings, &began, &last, &p.Keys, &p.Deleted, &p.Answers, &p.Corrections, &active)
		if err != nil {
			return err
		}
		p.Active = time.Duration(active) * time.Millisecond
		if p.Began, err = parseTime(began); err != nil {
			return err
		}
		if p.Last, err = parseTime(last); err != nil {
			return err
		}
		list, keys = append(list, p), append(keys, key)
		return nil
	})
	return list, keys, err
}
