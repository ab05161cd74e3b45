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

// past is what a history leads to, event by event. Reading a former revision
// and checking what stands both follow from it.
type past struct {
	seq         int64
	begun       header
	form        string // hash
	status      model.Status
	at, by      string // of the last event
	completed   event  // while the record is completed
	returned    event  // of the last reopening, while it is a draft again
	head        form.Head
	headKnown   bool // nothing that a head follows from came after the completion that told it
	answers     map[form.Field]form.Answer
	revs        map[form.Field]int64
	rows        map[string][]form.Row
	removedRows map[string][]form.Row
}

func newPast() *past {
	return &past{status: model.Draft, answers: make(map[form.Field]form.Answer), revs: make(map[form.Field]int64),
		rows: make(map[string][]form.Row), removedRows: make(map[string][]form.Row)}
}

// errSpelling says that an event does not hold what events of its kind hold.
var errSpelling = errors.New("an event cannot be read")

// add takes the next event.
func (p *past) add(seq int64, e event) error {
	p.seq, p.at, p.by = seq, e.at, e.by
	p.headKnown = false
	switch e.kind {
	case created:
		if err := decode(e.detail, &p.begun); err != nil {
			return fmt.Errorf("%w: %w", errSpelling, err)
		}
		p.form = p.begun.Form
	case completed:
		p.status, p.completed, p.returned = model.Completed, e, event{}
		if e.detail == "" {
			return nil // from before heads were told
		}
		if err := decode(e.detail, &p.head); err != nil {
			return fmt.Errorf("%w: %w", errSpelling, err)
		}
		p.headKnown = true
	case reopened:
		p.status, p.completed, p.returned = model.Draft, event{}, e
	case moved:
		var m movement
		if err := decode(e.detail, &m); err != nil {
			return fmt.Errorf("%w: %w", errSpelling, err)
		}
		if m.From != p.form {
			return fmt.Errorf("%w: it moves from form %s, the record was on %s", errSpelling, m.From, p.form)
		}
		p.form = m.To
	case string(form.Answered):
		p.answers[e.field] = e.new
		p.revs[e.field]++
	case string(form.RowAdded), string(form.RowRemoved):
		return p.row(e)
	}
	return nil
}

// row adds a row at its place or removes one.
func (p *past) row(e event) error {
	table, row := e.field.Item, e.field.Row
	if e.kind == string(form.RowRemoved) {
		p.rows[table] = slices.DeleteFunc(p.rows[table], func(r form.Row) bool { return r == row })
		p.removedRows[table] = append(p.removedRows[table], row)
		return nil
	}
	at, err := strconv.Atoi(e.detail)
	if err != nil || at < 0 {
		return fmt.Errorf("%w: a row is added at %q", errSpelling, e.detail)
	}
	p.rows[table] = slices.Insert(p.rows[table], min(at, len(p.rows[table])), row)
	p.removedRows[table] = slices.DeleteFunc(p.removedRows[table], func(r form.Row) bool { return r == row })
	return nil
}

// filled is the answers as Record gives them: emptied fields are not among them.
func (p *past) filled() form.Record {
	f := form.Record{Answers: make(map[form.Field]form.Answer, len(p.answers)), Rows: make(map[string][]form.Row)}
	for field, a := range p.answers {
		if !a.IsZero() {
			f.Answers[field] = a
		}
	}
	for table, rows := range p.rows {
		if len(rows) > 0 {
			f.Rows[table] = rows
		}
	}
	return f
}

// errEnough ends the reading of a history.
var errEnough = errors.New("enough was read")

// RecordAt reads a record as it was after an event of its history: its answers
// and rows, the form it was bound to, its status, and the head that lists showed
// at its last completion until then. Progress and place are not part of a
// history. An event that is not there is model.ErrNotFound.
func (s *Store) RecordAt(ctx context.Context, id model.RecordID, seq int64) (*model.Opened, error) {
	var o *model.Opened
	err := s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		key, in, err := readRecord(ctx, t, id)
		if err != nil {
			return err
		}
		p := newPast()
		err = eachEvent(ctx, t, key, func(n int64, e event, _ []byte) error {
			if n > seq {
				return errEnough
			}
			return p.add(n, e)
		})
		switch {
		case errors.Is(err, errSpelling):
			return fmt.Errorf("%w: %w", model.ErrDamaged, err)
		case err != nil && !errors.Is(err, errEnough):
			return err
		case p.seq != seq || seq == 0:
			return fmt.Errorf("%w: event %d", model.ErrNotFound, seq)
		}
		d, err := s.formOf(ctx, t, p.form)
		if err != nil {
			return err
		}
		if in, err = p.record(in, d); err != nil {
			return err
		}
		o = &model.Opened{Record: shownRecord(in), Form: d, Filled: p.filled(), Revs: p.revs}
		shownAnswers(o.Filled.Answers)
		return nil
	})
	if err != nil {
		return nil, wrap("read a former state of", id, err)
	}
	return o, nil
}

// record turns what a record is now into what it was then.
func (p *past) record(in model.Record, d *form.Definition) (model.Record, error) {
	in.Form = model.FormRef{ID: d.ID, Version: d.Version, Hash: d.Hash}
	in.Status, in.Rev, in.Head = p.status, p.seq, p.head
	in.ChangedBy, in.CompletedBy = p.by, p.completed.by
	in.ReturnedBy, in.ReturnReason = p.returned.by, p.returned.reason
	in.Progress, in.Place = nil, model.Place{}
	var err error
	if in.ChangedAt, err = parseTime(p.at); err != nil {
		return in, err
	}
	in.CompletedAt, err = parseTime(p.completed.at)
	return in, err
}

// Revisions tells each time that a record was completed, the oldest first, with
// the reason of the reopening that led to it.
func (s *Store) Revisions(ctx context.Context, id model.RecordID) (revisions []model.Revision, err error) {
	err = s.read(ctx, func(ctx context.Context, t *sql.Tx) error {
		key, err := keyOf(ctx, t, id)
		if err != nil {
			return err
		}
		rows, err := t.QueryContext(ctx, `SELECT seq, at, by, kind, reason FROM event WHERE record = ? AND kind IN (?, ?) ORDER BY seq`,
			key, completed, reopened)
		if err != nil {
			return err
		}
		reason := ""
		return each(rows, func() error {
			var seq int64
			var at, by, kind, why string
			if err := rows.Scan(&seq, &at, &by, &kind, &why); err != nil {
				return err
			}
			if kind == reopened {
				reason = why
				return nil
			}
			r := model.Revision{N: len(revisions) + 1, Seq: seq, By: by, Reason: reason}
			var err error
			r.At, err = parseTime(at)
			revisions = append(revisions, shownRevision(r))
			return err
		})
	})
	if err != nil {
		return nil, wrap("read revisions of", id, err)
	}
	return revisions, nil
}
