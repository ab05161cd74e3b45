package storage

import (
	"context"
	"database/sql"
	"fmt"

	"giamsat/model"
)

// afterIDs sorts behind every letter that an id may have.
const afterIDs = "~"

// IDs lists the ids of records that begin with a text, at most limit of them, so
// that people need not type all of one.
func (s *Store) IDs(ctx context.Context, beginning string, limit int) (ids []model.RecordID, err error) {
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		rows, err := t.QueryContext(ctx, `SELECT id FROM record WHERE id >= ? AND id < ? ORDER BY id LIMIT ?`, beginning, beginning+afterIDs, limit)
		if err != nil {
			return err
		}
		return each(rows, func() error {
			var id model.RecordID
			err := rows.Scan(&id)
			ids = append(ids, id)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("find the records %s…: %w", beginning, err)
	}
	return ids, nil
}
