package storage

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"giamsat/model/form"
)

// settledRows finds the rows that stand already as the last change of each
// wants them: then this is the repetition of a save, and adding and removing
// them once more would only swell the history.
func (e *edit) settledRows(ctx context.Context, changes []form.Change) (map[form.Field]bool, error) {
	last := make(map[form.Field]form.Change)
	for _, c := range changes {
		if c.Kind == form.RowAdded || c.Kind == form.RowRemoved {
			last[c.Field] = c
		}
	}
	settled := make(map[form.Field]bool, len(last))
	for f, c := range last {
		standing, removed, err := e.rows(ctx, f.Item)
		if err != nil {
			return nil, err
		}
		if c.Kind == form.RowRemoved {
			settled[f] = indexOf(removed, f.Row) >= 0
		} else {
			at := indexOf(standing, f.Row)
			settled[f] = at >= 0 && at == c.At
		}
	}
	return settled, nil
}

// row adds a free row at its place among those that stand, brings a removed one
// back, or removes one. What stands already is left.
func (e *edit) row(ctx context.Context, c form.Change) error {
	standing, _, err := e.rows(ctx, c.Field.Item)
	if err != nil {
		return err
	}
	at := indexOf(standing, c.Field.Row)
	switch {
	case c.Kind == form.RowRemoved && at >= 0:
		return e.removeRow(ctx, c, at)
	case c.Kind == form.RowAdded && at < 0:
		return e.addRow(ctx, c, standing)
	}
	return nil
}

// removeRow takes a row out; its event says from which place, for an undo after a
// restart.
func (e *edit) removeRow(ctx context.Context, c form.Change, at int) error {
	_, err := e.t.ExecContext(ctx, `UPDATE table_row SET removed = 1 WHERE record = ? AND tbl = ? AND row = ?`,
		e.chain.record, c.Field.Item, string(c.Field.Row))
	if err != nil {
		return fmt.Errorf("remove row: %w", err)
	}
	return e.add(ctx, event{kind: string(c.Kind), cause: string(c.Cause), field: c.Field, detail: strconv.Itoa(at), step: c.Step})
}

// addRow puts a row at its place. Its position follows that of the row before
// it; those after it move on as far as they are in the way.
func (e *edit) addRow(ctx context.Context, c form.Change, standing []placed) error {
	at := min(max(c.At, 0), len(standing))
	next := 0
	if at > 0 {
		next = standing[at-1].pos + 1
	}
	rows := []string{string(c.Field.Row)}
	for i, pos := at, next; i < len(standing) && standing[i].pos <= pos; i, pos = i+1, pos+1 {
		rows = append(rows, standing[i].row)
	}
	for i, row := range rows {
		_, err := e.t.ExecContext(ctx, `INSERT INTO table_row (record, tbl, row, pos) VALUES (?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET pos = excluded.pos, removed = 0`, e.chain.record, c.Field.Item, row, next+i)
		if err != nil {
			return fmt.Errorf("add row: %w", err)
		}
	}
	return e.add(ctx, event{kind: string(c.Kind), cause: string(c.Cause), field: c.Field, detail: strconv.Itoa(at), step: c.Step})
}

// placed is a row and its position; between two positions others may be free.
type placed struct {
	row string
	pos int
}

func indexOf(rows []placed, row form.Row) int {
	return slices.IndexFunc(rows, func(p placed) bool { return p.row == string(row) })
}

// rows reads the free rows of a table in their order, and those removed.
func (e *edit) rows(ctx context.Context, table string) (standing, removed []placed, err error) {
	rows, err := e.t.QueryContext(ctx, `SELECT row, pos, removed FROM table_row WHERE record = ? AND tbl = ? ORDER BY pos, row`,
		e.chain.record, table)
	if err != nil {
		return nil, nil, fmt.Errorf("read rows of %s: %w", table, err)
	}
	err = each(rows, func() error {
		var p placed
		var gone bool
		if err := rows.Scan(&p.row, &p.pos, &gone); err != nil {
			return err
		}
		if gone {
			removed = append(removed, p)
		} else {
			standing = append(standing, p)
		}
		return nil
	})
	return standing, removed, err
}
