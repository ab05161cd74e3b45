package storage

import (
	"context"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// headColumns are the columns of a head, in the order of headValues and of
// headRow.into.
const headColumns = `title, number, state, settled, starts, ends, due, planned, year, level, sort, area, item, responsible, amount, recovered`

// headMarks are as many parameters.
const headMarks = `?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?`

// qualified names columns of one table of several.
func qualified(table, columns string) string {
	return table + "." + strings.ReplaceAll(columns, ", ", ", "+table+".")
}

// cleanHead cleans what came from outside.
func cleanHead(h form.Head) form.Head {
	for _, text := range []*string{&h.Title, &h.Number, &h.State, &h.Level, &h.Sort, &h.Item, &h.Responsible} {
		*text = vn.CleanLine(*text)
	}
	return h
}

func headValues(h form.Head) []any {
	return []any{h.Title, h.Number, h.State, h.Settled, h.From.ISO(), h.To.ISO(), h.Due.ISO(), h.Planned, h.Year, h.Level, h.Sort,
		h.Area, h.Item, h.Responsible, int64(h.Amount), int64(h.Recovered)}
}

// headRow is a head on its way out of the database.
type headRow struct {
	head          form.Head
	from, to, due string
}

// into names the places that headColumns are read into.
func (r *headRow) into() []any {
	h := &r.head
	return []any{&h.Title, &h.Number, &h.State, &h.Settled, &r.from, &r.to, &r.due, &h.Planned, &h.Year, &h.Level, &h.Sort,
		&h.Area, &h.Item, &h.Responsible, (*int64)(&h.Amount), (*int64)(&h.Recovered)}
}

func (r *headRow) read() (form.Head, error) {
	for _, day := range []struct {
		text string
		into *vn.Date
	}{{r.from, &r.head.From}, {r.to, &r.head.To}, {r.due, &r.head.Due}} {
		var err error
		if *day.into, err = parseDay(day.text); err != nil {
			return r.head, err
		}
	}
	return r.head, nil
}

// head writes what lists show of the record. Nothing is written while it stays
// as it is, which is so for nearly every save. After a clash it stays too: the
// new one was computed from an answer that was not written.
func (e *edit) head(ctx context.Context, h form.Head) error {
	if len(e.clash) > 0 {
		return nil
	}
	h = cleanHead(h)
	values := headValues(h)
	args := append(append(values, e.chain.record), values...)
	done, err := e.t.ExecContext(ctx, `UPDATE record SET (`+headColumns+`) = (`+headMarks+`)
		WHERE key = ? AND (`+headColumns+`) IS NOT (`+headMarks+`)`, args...)
	if err != nil {
		return fmt.Errorf("write head: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return e.fold(ctx, h)
}

// fold writes the text that the record is found by.
func (e *edit) fold(ctx context.Context, head form.Head) error {
	var h header
	err := e.t.QueryRowContext(ctx, `SELECT unit, unit_name, unit_path, visit, round FROM record WHERE key = ?`, e.chain.record).
		Scan(&h.Unit, &h.UnitName, &h.UnitPath, &h.Visit, &h.Round)
	if err != nil {
		return fmt.Errorf("read what is searched: %w", err)
	}
	_, err = e.t.ExecContext(ctx, `UPDATE record SET folded = ?1 WHERE key = ?2 AND folded <> ?1`, h.folded(head), e.chain.record)
	if err != nil {
		return fmt.Errorf("write what is searched: %w", err)
	}
	return nil
}

// belongs is what a record belongs to, by the keys of this database.
type belongs struct {
	parent any // int64, or nil
	round  any
}

// belongings finds the parent of a new record, and the round: the parent itself
// when that is one, else the round that the parent belongs to.
func (e *edit) belongings(ctx context.Context, parent model.RecordID) (belongs, error) {
	if parent == "" {
		return belongs{}, nil
	}
	var key int64
	var kind model.Kind
	var b belongs
	err := e.t.QueryRowContext(ctx, `SELECT key, kind, in_round FROM record WHERE id = ?`, string(parent)).Scan(&key, &kind, &b.round)
	if err != nil {
		return b, fmt.Errorf("find parent %s: %w", parent, err)
	}
	b.parent = key
	if kind == model.Round {
		b.round = key
	}
	return b, nil
}
