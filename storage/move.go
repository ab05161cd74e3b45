package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// movement is what the event of a move holds: the hashes of the two forms.
type movement struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Move binds a draft to another form of its kind, and writes the changes that
// come with it. Nothing is dropped: an answer that the new form has no place for
// stays stored, and only the figures that reports add up go where the new form
// has no table for them. The history keeps the reason, both forms, and their
// versions. An empty reason is model.ErrReason, a completed record
// model.ErrClosed; when somebody else changed one of the fields, nothing is
// written and a *model.ConflictError names them. Repeating a move is harmless.
func (s *Store) Move(ctx context.Context, in model.Save, to *form.Definition, reason string) error {
	reason = strings.TrimSpace(vn.CleanText(reason))
	if reason == "" {
		return wrap("move", in.ID, model.ErrReason)
	}
	var e *edit
	err := s.write(ctx, func(ctx context.Context, t *sql.Tx) (link, error) {
		var status model.Status
		var err error
		if e, status, err = s.take(ctx, t, in.ID); err != nil {
			return link{}, err
		}
		if status == model.Completed {
			return link{}, model.ErrClosed
		}
		before := e.chain.seq
		if err := s.bind(ctx, e, to, reason); err != nil {
			return link{}, err
		}
		if _, err := e.save(ctx, in); err != nil {
			return link{}, err
		}
		if len(e.clash) > 0 {
			return link{}, &model.ConflictError{Conflicts: e.clash}
		}
		return e.since(before), e.finish(ctx, before, nil, model.Place{})
	})
	if err != nil {
		return wrap("move", in.ID, err)
	}
	s.forms.put(to)
	s.open.unbind(in.ID)
	if _, err := s.saved(in.ID, e, nil); err != nil {
		return wrap("move", in.ID, err)
	}
	return nil
}

// bind gives the record its new form, unless it has it already.
func (s *Store) bind(ctx context.Context, e *edit, to *form.Definition, reason string) error {
	if to == nil {
		return errors.New("no form given")
	}
	var from movement
	var id, version string
	err := e.t.QueryRowContext(ctx, `SELECT f.hash, f.id, f.version FROM record r JOIN form f ON f.hash = r.form WHERE r.key = ?`,
		e.chain.record).Scan(&from.From, &id, &version)
	if err != nil {
		return fmt.Errorf("read form: %w", err)
	}
	if id != to.ID {
		return fmt.Errorf("a record on form %s cannot become one on form %s", id, to.ID)
	}
	if from.From == to.Hash {
		return nil
	}
	if err := s.storeForm(ctx, e.t, to); err != nil {
		return err
	}
	from.To = to.Hash
	detail, err := encode(from)
	if err != nil {
		return err
	}
	err = e.add(ctx, event{kind: moved, old: form.Answer{Raw: version}, new: form.Answer{Raw: to.Version}, detail: detail, reason: reason})
	if err != nil {
		return err
	}
	if _, err := e.t.ExecContext(ctx, `UPDATE record SET form = ? WHERE key = ?`, to.Hash, e.chain.record); err != nil {
		return fmt.Errorf("bind to form: %w", err)
	}
	return e.dropFacts(ctx, to)
}

// dropFacts removes what reports would add up of tables that the form does not
// have, or has without figures.
func (e *edit) dropFacts(ctx context.Context, to *form.Definition) error {
	tables := []string{}
	for _, it := range to.Items() {
		if it.Table != nil && it.Table.Facts != nil {
			tables = append(tables, it.Name)
		}
	}
	kept, err := encode(tables)
	if err != nil {
		return err
	}
	_, err = e.t.ExecContext(ctx, `DELETE FROM fact WHERE record = ? AND tbl NOT IN (SELECT value FROM json_each(?))`, e.chain.record, kept)
	if err != nil {
		return fmt.Errorf("drop facts: %w", err)
	}
	return nil
}
