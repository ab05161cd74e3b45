package storage

import (
	"context"
	"database/sql"

	"giamsat/model"
)

// Rev tells the revision of a record, which grows with every saved change. It is
// asked again and again while a record is open, and reads one number.
func (s *Store) Rev(ctx context.Context, id model.RecordID) (rev int64, err error) {
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		return t.QueryRowContext(ctx, `SELECT rev FROM record WHERE id = ?`, string(id)).Scan(&rev)
	})
	if err != nil {
		return 0, wrap("read the revision of", id, err)
	}
	return rev, nil
}
