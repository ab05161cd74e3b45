package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"giamsat/model"
	"giamsat/model/vn"
)

// roundOf is the key of the round that a record is or belongs to; 0 for none.
func roundOf(ctx context.Context, t *sql.Tx, id model.RecordID) (key int64, round model.RecordID, err error) {
	err = t.QueryRowContext(ctx, `SELECT d.key, d.id FROM record r JOIN record d ON d.key = CASE r.kind WHEN ? THEN r.key ELSE r.in_round END WHERE r.id = ?`,
		string(model.Round), string(id)).Scan(&key, &round)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, "", nil
	}
	return key, round, err
}

// Pins reads what is pinned for the records of a kind in the round that a record
// is or belongs to. A record without a round has none, which is no error.
func (s *Store) Pins(ctx context.Context, of model.RecordID, kind model.Kind) (model.Pins, error) {
	var pins model.Pins
	err := s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		key, round, err := roundOf(ctx, t, of)
		if err != nil || key == 0 {
			return err
		}
		pins.Round = round
		rows, err := t.QueryContext(ctx, `SELECT item, part, raw, by FROM pin WHERE round = ? AND kind = ?`, key, string(kind))
		if err != nil {
			return err
		}
		return each(rows, func() error {
			p := model.Pin{Kind: kind}
			err := rows.Scan(&p.Field.Item, &p.Field.Part, &p.Raw, &p.By)
			pins.List = append(pins.List, p)
			return err
		})
	})
	if err != nil {
		return model.Pins{}, wrap("read the pins of", of, err)
	}
	return pins, nil
}

// Pin keeps a pin for the round that a record is or belongs to, in the place of
// the one that the field has; an empty text takes it out. Without a round it is
// model.ErrNotFound.
func (s *Store) Pin(ctx context.Context, of model.RecordID, p model.Pin) error {
	err := s.tx(ctx, s.writer, func(ctx context.Context, t *sql.Tx) error {
		key, _, err := roundOf(ctx, t, of)
		switch {
		case err != nil:
			return err
		case key == 0:
			return fmt.Errorf("find its round: %w", model.ErrNotFound)
		case p.Raw == "":
			_, err = t.ExecContext(ctx, `DELETE FROM pin WHERE round = ? AND kind = ? AND item = ? AND part = ?`, key, string(p.Kind), p.Field.Item, p.Field.Part)
			return err
		}
		_, err = t.ExecContext(ctx, `INSERT INTO pin (round, kind, item, part, raw, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (round, kind, item, part) DO UPDATE SET raw = excluded.raw, at = excluded.at, by = excluded.by`,
			key, string(p.Kind), p.Field.Item, p.Field.Part, vn.CleanText(p.Raw), s.stamp(), s.user)
		return err
	})
	if err != nil {
		return wrap("pin a value for the round of", of, err)
	}
	return nil
}
