package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// edit is the writing of changes to one record within one transaction.
type edit struct {
	t      *sql.Tx
	chain  link
	at     string
	by     string
	origin string
	unit   string
	revs   map[form.Field]int64 // of the fields that stand as wanted
	clash  []model.Conflict
}

// cell is a field as the database has it.
type cell struct {
	answer form.Answer
	rev    int64 // 0: no answer yet
	skip   int   // so many of the coming changes stand already
}

// apply writes changes in their order. base holds the revision that each field
// was read with. A field that somebody else changed since is left as it is and
// noted as a clash, unless it already stands as wanted: then this is the
// repetition of a save, or two people of one mind.
func (e *edit) apply(ctx context.Context, changes []form.Change, base map[form.Field]int64) error {
	wanted := make(map[form.Field][]form.Answer) // what each field became, one after the other
	for i, c := range changes {
		changes[i].New.Raw = vn.CleanText(c.New.Raw)
		if c.Kind == form.Answered {
			wanted[c.Field] = append(wanted[c.Field], changes[i].New)
		}
	}
	open := make(map[form.Field]*cell) // the fields to be written
	for f, answers := range wanted {
		now, err := e.open(ctx, f, answers, base[f])
		if err != nil {
			return err
		}
		open[f] = now
	}
	settled, err := e.settledRows(ctx, changes)
	if err != nil {
		return err
	}
	for _, c := range changes {
		if c.Kind != form.Answered && settled[c.Field] {
			continue
		}
		if err := e.change(ctx, c, open[c.Field]); err != nil {
			return fmt.Errorf("write %s: %w", c.Field, err)
		}
	}
	for f, c := range open {
		if c == nil {
			continue
		}
		if err := e.put(ctx, f, *c); err != nil {
			return fmt.Errorf("write %s: %w", f, err)
		}
		e.revs[f] = c.rev
	}
	return nil
}

// open decides whether a field may be written; nil says that it may not, or
// need not.
func (e *edit) open(ctx context.Context, f form.Field, wanted []form.Answer, base int64) (*cell, error) {
	now, err := e.cell(ctx, f)
	if err != nil {
		return nil, err
	}
	if now.rev == base {
		return &now, nil
	}
	if now.answer == wanted[len(wanted)-1] {
		e.revs[f] = now.rev
		return nil, nil
	}
	by, err := e.author(ctx, f)
	if err != nil {
		return nil, err
	}
	if by == e.by {
		// A save was written whose answer was lost; the person typed on, and all
		// comes again. What stands is skipped, the rest is new.
		for i := len(wanted) - 2; i >= 0; i-- {
			if wanted[i] == now.answer {
				now.skip = i + 1
				return &now, nil
			}
		}
	}
	e.clash = append(e.clash, model.Conflict{Field: f, Ours: wanted[len(wanted)-1], Theirs: now.answer, By: by, Rev: now.rev})
	return nil, nil
}

// change writes the event of one change and carries it out on the cell, which
// is nil when the field is not to be written.
func (e *edit) change(ctx context.Context, c form.Change, now *cell) error {
	switch c.Kind {
	case form.Answered:
		if now == nil {
			return nil
		}
		if now.skip > 0 {
			now.skip--
			return nil
		}
		if now.answer == c.New {
			return nil
		}
		err := e.add(ctx, event{kind: string(c.Kind), cause: string(c.Cause), field: c.Field, old: now.answer, new: c.New, step: c.Step})
		now.answer = c.New
		now.rev++
		return err
	case form.RowAdded, form.RowRemoved:
		return e.row(ctx, c)
	}
	return fmt.Errorf("unknown kind of change %q", c.Kind)
}

func (e *edit) add(ctx context.Context, ev event) error {
	ev.at, ev.by, ev.origin = e.at, e.by, e.origin
	return e.chain.add(ctx, e.t, ev)
}

func (e *edit) cell(ctx context.Context, f form.Field) (cell, error) {
	var c cell
	var value any
	err := e.t.QueryRowContext(ctx,
		`SELECT raw, value, carried, rev FROM answer WHERE record = ? AND item = ? AND row = ? AND part = ?`,
		e.chain.record, f.Item, string(f.Row), f.Part).Scan(&c.answer.Raw, &value, &c.answer.Carried, &c.rev)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return c, fmt.Errorf("read %s: %w", f, err)
	}
	c.answer.Value = valueOf(value)
	return c, nil
}

// put writes a cell. An empty answer stays as a row: its revision tells who
// read the field before it was emptied.
func (e *edit) put(ctx context.Context, f form.Field, c cell) error {
	if c.rev == 0 {
		return nil // an empty answer to a field that never had one
	}
	_, err := e.t.ExecContext(ctx, `INSERT INTO answer (record, item, row, part, raw, value, carried, rev)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET raw = excluded.raw, value = excluded.value, carried = excluded.carried, rev = excluded.rev`,
		e.chain.record, f.Item, string(f.Row), f.Part, c.answer.Raw, c.answer.Value.Any(), c.answer.Carried, c.rev)
	return err
}

// author returns who changed a field last; "" when nobody did.
func (e *edit) author(ctx context.Context, f form.Field) (by string, err error) {
	err = e.t.QueryRowContext(ctx, `SELECT by FROM event
		WHERE record = ? AND kind = 'answer' AND item = ? AND row = ? AND part = ? ORDER BY seq DESC LIMIT 1`,
		e.chain.record, f.Item, string(f.Row), f.Part).Scan(&by)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read who changed %s: %w", f, err)
	}
	return by, nil
}

// facts replaces what reports add up, row by row. A row with a clash keeps its
// facts: the new ones were computed from an answer that was not written.
func (e *edit) facts(ctx context.Context, facts map[model.FactRow][]form.Fact) error {
	clashed := make(map[model.FactRow]bool, len(e.clash))
	for _, c := range e.clash {
		clashed[model.FactRow{Table: c.Field.Item, Row: c.Field.Row}] = true
	}
	for at, list := range facts {
		if clashed[at] {
			continue
		}
		_, err := e.t.ExecContext(ctx, `DELETE FROM fact WHERE record = ? AND tbl = ? AND row = ?`,
			e.chain.record, at.Table, string(at.Row))
		if err != nil {
			return fmt.Errorf("replace facts of %s: %w", at.Table, err)
		}
		for n, f := range list {
			_, err := e.t.ExecContext(ctx, `INSERT INTO fact
				(record, tbl, row, n, unit, year, project, kind, source, measure, amount)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
				e.chain.record, at.Table, string(at.Row), n, e.unit, f.Year, f.Project, f.Kind, f.Source, f.Measure, int64(f.Amount))
			if err != nil {
				return fmt.Errorf("write facts of %s: %w", at.Table, err)
			}
		}
	}
	return nil
}

// valueOf reads a value column. The driver may hand text over as bytes.
func valueOf(column any) form.Value {
	if b, ok := column.([]byte); ok {
		return form.Text(string(b))
	}
	return form.ValueOf(column)
}

// each calls fn for every row and closes the rows.
func each(rows *sql.Rows, fn func() error) (err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := fn(); err != nil {
			return err
		}
	}
	return rows.Err()
}
