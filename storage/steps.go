package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"giamsat/model"
	"giamsat/model/form"
)

// How far back undo goes after a restart: so many steps, and so many changes. A
// record opens as fast as before, whatever was done to it.
const (
	wayBackSteps = 500
	wayBack      = 2_000
)

// Steps reads the latest changes of a draft up to a revision, the oldest first,
// for the way back: within the bounds, whole steps only, and none from before the
// record was completed, reopened or moved to another form.
func (s *Store) Steps(ctx context.Context, id model.RecordID, rev int64) (list []form.Done, err error) {
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		rows, err := t.QueryContext(ctx, `SELECT by, kind, cause, item, row, part,
			old_raw, old_value, old_carried, new_raw, new_value, new_carried, detail, step
			FROM event WHERE record = (SELECT key FROM record WHERE id = ?) AND seq <= ? ORDER BY seq DESC LIMIT ?`, string(id), rev, wayBack)
		if err != nil {
			return err
		}
		steps := 0
		err = each(rows, func() error {
			d, err := s.readDone(rows)
			if len(list) == 0 || list[len(list)-1].Step != d.Step {
				steps++
			}
			list = append(list, d)
			if err == nil && steps > wayBackSteps {
				err = errEnough
			}
			return err
		})
		if errors.Is(err, errEnough) {
			list = list[:len(list)-1]
			err = nil
		}
		return err
	})
	if err != nil {
		return nil, wrap("read steps of", id, err)
	}
	if len(list) == wayBack {
		list = whole(list)
	}
	slices.Reverse(list)
	return list, nil
}

// whole leaves the oldest step out, of which a part may be missing; the newest
// change comes first.
func whole(list []form.Done) []form.Done {
	oldest := list[len(list)-1].Step
	for len(list) > 0 && oldest != 0 && list[len(list)-1].Step == oldest {
		list = list[:len(list)-1]
	}
	return list
}

// readDone reads one change; errEnough says that the way back ends before it.
func (s *Store) readDone(rows *sql.Rows) (d form.Done, err error) {
	var before, after any
	var detail string
	err = rows.Scan(&d.By, &d.Kind, &d.Cause, &d.Field.Item, &d.Field.Row, &d.Field.Part,
		&d.Old.Raw, &before, &d.Old.Carried, &d.New.Raw, &after, &d.New.Carried, &detail, &d.Step)
	if err != nil {
		return d, fmt.Errorf("read changes: %w", err)
	}
	d.Old.Value, d.New.Value, d.Mine = valueOf(before), valueOf(after), d.By == s.user
	d.Old, d.New = shownAnswer(d.Old), shownAnswer(d.New)
	switch d.Kind {
	case form.Answered:
	case form.RowAdded, form.RowRemoved:
		if detail == "" { // taken out before its place was written, by no step
			return d, nil
		}
		if d.At, err = strconv.Atoi(detail); err != nil {
			return d, fmt.Errorf("%w: %w: a row at %q", model.ErrDamaged, errSpelling, detail)
		}
	default:
		return d, errEnough
	}
	return d, nil
}
