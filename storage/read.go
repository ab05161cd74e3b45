package storage

import (
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"

	"giamsat/model"
	"giamsat/model/form"
)

// Record reads one record with its answers, their revisions and the
// form it was made with. An emptied field is not among the answers but keeps
// its revision; the answers of removed rows are there, for an undo.
func (s *Store) Record(ctx context.Context, id model.RecordID) (*model.Opened, error) {
	var o *model.Opened
	err := s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		key, in, err := readRecord(ctx, t, id)
		if err != nil {
			return err
		}
		d, err := s.formOf(ctx, t, in.Form.Hash)
		if err != nil {
			return err
		}
		o = &model.Opened{Record: shownRecord(in), Form: d}
		if o.Filled.Answers, o.Revs, err = readAnswers(ctx, t, key); err != nil {
			return err
		}
		shownAnswers(o.Filled.Answers)
		o.Filled.Rows, err = readRows(ctx, t, key)
		return err
	})
	if err != nil {
		return nil, wrap("read", id, err)
	}
	return o, nil
}

func readRecord(ctx context.Context, t *sql.Tx, id model.RecordID) (key int64, in model.Record, err error) {
	var unit, visit, projects, createdAt, changedAt, completedAt, progress, at string
	var head headRow
	err = t.QueryRowContext(ctx, `SELECT i.key, i.id, i.unit, i.unit_name, i.unit_path, i.visit, i.round, i.programme, i.projects,
		f.id, f.version, f.hash, i.status, i.rev, i.created_at, i.created_by, i.changed_at, i.changed_by,
		i.completed_at, i.completed_by, i.progress, i.place,
		COALESCE((SELECT id FROM record WHERE key = i.parent), ''), i.origin_item, i.origin_row, i.returned_by, i.returned_reason, `+headColumns+`
		FROM record i JOIN form f ON f.hash = i.form WHERE i.id = ?`, string(id)).
		Scan(append([]any{&key, &in.ID, &unit, &in.UnitName, &in.UnitPath, &visit, &in.Round, &in.Programme, &projects,
			&in.Form.ID, &in.Form.Version, &in.Form.Hash, &in.Status, &in.Rev, &createdAt, &in.CreatedBy, &changedAt, &in.ChangedBy,
			&completedAt, &in.CompletedBy, &progress, &at,
			&in.Parent, &in.Origin.Item, &in.Origin.Row, &in.ReturnedBy, &in.ReturnReason}, head.into()...)...)
	if err != nil {
		return 0, in, err
	}
	var where place
	for _, parse := range []func() error{
		func() (err error) { in.Unit, err = parseUnit(unit); return },
		func() (err error) { in.Day, err = parseDay(visit); return },
		func() (err error) { in.CreatedAt, err = parseTime(createdAt); return },
		func() (err error) { in.ChangedAt, err = parseTime(changedAt); return },
		func() (err error) { in.CompletedAt, err = parseTime(completedAt); return },
		func() error { return decode(projects, &in.Projects) },
		func() error { return decode(progress, &in.Progress) },
		func() error { return decode(at, &where) },
		func() (err error) { in.Head, err = head.read(); return },
	} {
		if err := parse(); err != nil {
			return 0, in, err
		}
	}
	in.Place = where.model()
	return key, in, nil
}

func readAnswers(ctx context.Context, t *sql.Tx, key int64) (map[form.Field]form.Answer, map[form.Field]int64, error) {
	answers, revs := make(map[form.Field]form.Answer), make(map[form.Field]int64)
	rows, err := t.QueryContext(ctx, `SELECT item, row, part, raw, value, carried, rev FROM answer WHERE record = ?`, key)
	if err != nil {
		return nil, nil, fmt.Errorf("read answers: %w", err)
	}
	err = each(rows, func() error {
		var f form.Field
		var c cell
		var value any
		if err := rows.Scan(&f.Item, &f.Row, &f.Part, &c.answer.Raw, &value, &c.answer.Carried, &c.rev); err != nil {
			return fmt.Errorf("read answers: %w", err)
		}
		c.answer.Value = valueOf(value)
		if !c.answer.IsZero() {
			answers[f] = c.answer
		}
		revs[f] = c.rev
		return nil
	})
	return answers, revs, err
}

func readRows(ctx context.Context, t *sql.Tx, key int64) (map[string][]form.Row, error) {
	tables := make(map[string][]form.Row)
	rows, err := t.QueryContext(ctx,
		`SELECT tbl, row FROM table_row WHERE record = ? AND removed = 0 ORDER BY tbl, pos, row`, key)
	if err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	err = each(rows, func() error {
		var table string
		var row form.Row
		if err := rows.Scan(&table, &row); err != nil {
			return fmt.Errorf("read rows: %w", err)
		}
		tables[table] = append(tables[table], row)
		return nil
	})
	return tables, err
}

// keyOf finds the key of a record in this database.
func keyOf(ctx context.Context, t *sql.Tx, id model.RecordID) (key int64, err error) {
	err = t.QueryRowContext(ctx, `SELECT key FROM record WHERE id = ?`, string(id)).Scan(&key)
	return key, err
}

// History returns the events of a record, the oldest first. A move from one form
// to another has the two versions as its answers.
func (s *Store) History(ctx context.Context, id model.RecordID) (history []model.Event, err error) {
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		key, err := keyOf(ctx, t, id)
		if err != nil {
			return err
		}
		return eachEvent(ctx, t, key, func(seq int64, e event, hash []byte) error {
			at, err := parseTime(e.at)
			if err != nil {
				return err
			}
			history = append(history, model.Event{Seq: seq, At: at, By: e.by, From: e.origin, Kind: e.kind, Cause: form.Cause(e.cause),
				Field: e.field, Old: e.old, New: e.new, Reason: e.reason, Hash: hex.EncodeToString(hash)})
			return nil
		})
	})
	if err != nil {
		return nil, wrap("read history of", id, err)
	}
	return history, nil
}

// eachEvent reads the events of one record in their order.
func eachEvent(ctx context.Context, t *sql.Tx, key int64, fn func(seq int64, e event, hash []byte) error) error {
	rows, err := t.QueryContext(ctx, `SELECT seq, at, by, origin, kind, cause, item, row, part,
		old_raw, old_value, old_carried, new_raw, new_value, new_carried, detail, reason, hash, step
		FROM event WHERE record = ? ORDER BY seq`, key)
	if err != nil {
		return fmt.Errorf("read events: %w", err)
	}
	return each(rows, func() error {
		var seq int64
		var e event
		var before, after any
		var hash []byte
		err := rows.Scan(&seq, &e.at, &e.by, &e.origin, &e.kind, &e.cause, &e.field.Item, &e.field.Row, &e.field.Part,
			&e.old.Raw, &before, &e.old.Carried, &e.new.Raw, &after, &e.new.Carried, &e.detail, &e.reason, &hash, &e.step)
		if err != nil {
			return fmt.Errorf("read events: %w", err)
		}
		e.old.Value, e.new.Value = valueOf(before), valueOf(after)
		return fn(seq, e, hash)
	})
}
