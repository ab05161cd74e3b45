package storage

import (
	"context"
	"database/sql"
	"fmt"

	"giamsat/model"
)

// Counts tells of each round how many units its plan has, and how many of them
// were visited and have a completed inspection; a unit that was visited twice
// counts once. A round that is not there has no count.
func (s *Store) Counts(ctx context.Context, rounds []model.RecordID) (map[model.RecordID]model.Count, error) {
	list, err := encode(rounds)
	if err != nil {
		return nil, err
	}
	counts := make(map[model.RecordID]model.Count, len(rounds))
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		rows, err := t.QueryContext(ctx, `SELECT r.id, r.planned,
			(SELECT COUNT(DISTINCT unit) FROM record INDEXED BY record_parent WHERE parent = r.key AND kind = ?1),
			(SELECT COUNT(DISTINCT unit) FROM record INDEXED BY record_parent WHERE parent = r.key AND kind = ?1 AND status = ?2)
			FROM record r WHERE r.id IN (SELECT value FROM json_each(?3))`,
			string(model.Inspection), string(model.Completed), list)
		if err != nil {
			return err
		}
		return each(rows, func() error {
			var id model.RecordID
			var c model.Count
			err := rows.Scan(&id, &c.Planned, &c.Visited, &c.Completed)
			counts[id] = c
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("count visits of rounds: %w", err)
	}
	return counts, nil
}
