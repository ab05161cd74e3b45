package storage

import (
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"slices"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// Complete writes changes as Save does and closes the record, unless there is a
// conflict. Progress that still counts missing answers or stops is refused with
// model.ErrNotReady.
//
// In the same transaction the records that follow from it are begun and given
// their numbers, and those that it has a bearing on are brought up to date: all
// of it or nothing is written. A new record whose row has one already is left
// out, and a repeated completion adds nothing. When somebody else changed a
// field of another record meanwhile, or the record has another revision than the
// one that all this was worked out from, nothing at all is written and the error
// is model.ErrConflict alone: who completes reads the records again.
//
// The end of the history goes to the log: a chain alone does not show when its
// tail was cut off.
func (s *Store) Complete(ctx context.Context, in model.Completion) (model.Saved, error) {
	for _, p := range in.Progress {
		if p.Missing+p.Stops > 0 {
			return model.Saved{}, wrap("complete", in.ID, model.ErrNotReady)
		}
	}
	var e *edit
	done := false
	err := s.write(ctx, func(ctx context.Context, t *sql.Tx) (link, error) {
		var status model.Status
		var err error
		if e, status, err = s.take(ctx, t, in.ID); err != nil {
			return link{}, err
		}
		if status == model.Completed {
			return link{}, e.repeated(ctx, in.Save)
		}
		if in.Rev != 0 && in.Rev != e.chain.seq {
			return link{}, fmt.Errorf("%w: revision %d, not %d", model.ErrConflict, e.chain.seq, in.Rev)
		}
		last, err := e.save(ctx, in.Save)
		if err != nil || len(e.clash) > 0 {
			return last, err
		}
		done = true
		if err := e.complete(ctx, in.Head); err != nil {
			return link{}, err
		}
		return e.chain, s.follow(ctx, t, in)
	})
	saved, err := s.saved(in.ID, e, err)
	if err != nil {
		return saved, wrap("complete", in.ID, err)
	}
	if done {
		for _, n := range in.New {
			s.forms.put(n.Form)
		}
		s.log.Info("completed", "record", string(in.ID), "rev", e.chain.seq, "head", hex.EncodeToString(e.chain.hash), "by", s.user)
	}
	return saved, nil
}

// complete closes the record. Its event holds what lists showed then, so that
// the chain covers it and a former revision can be listed.
func (e *edit) complete(ctx context.Context, head form.Head) error {
	detail, err := encode(cleanHead(head))
	if err != nil {
		return err
	}
	before := e.chain.seq
	if err := e.add(ctx, event{kind: completed, detail: detail}); err != nil {
		return err
	}
	_, err = e.t.ExecContext(ctx, `UPDATE record SET status = ?, completed_at = ?, completed_by = ?, returned_by = '', returned_reason = ''
		WHERE key = ?`, string(model.Completed), e.at, e.by, e.chain.record)
	if err != nil {
		return err
	}
	return e.finish(ctx, before, nil, model.Place{})
}

// repeated answers a completion of a completed record. Only the repetition of
// the very one whose answer was lost is no failure; what followed from it was
// written along with it.
func (e *edit) repeated(ctx context.Context, in model.Save) error {
	var by string
	err := e.t.QueryRowContext(ctx, `SELECT by FROM event WHERE record = ? AND kind = ? ORDER BY seq DESC LIMIT 1`,
		e.chain.record, completed).Scan(&by)
	if err != nil || by != e.by {
		return model.ErrClosed
	}
	wanted := make(map[form.Field]form.Answer)
	for _, c := range in.Changes {
		if c.Kind == form.Answered {
			wanted[c.Field] = form.Answer{Raw: vn.CleanText(c.New.Raw), Value: c.New.Value, Carried: c.New.Carried}
		}
	}
	for f, a := range wanted {
		now, err := e.cell(ctx, f)
		if err != nil {
			return err
		}
		if now.answer != a {
			return model.ErrClosed
		}
		e.revs[f] = now.rev
	}
	return nil
}

// follow writes what completing a record means for others.
func (s *Store) follow(ctx context.Context, t *sql.Tx, in model.Completion) error {
	for _, n := range in.New {
		if n.Parent == "" {
			n.Parent = in.ID
		}
		begun, err := followed(ctx, t, n)
		if err != nil {
			return err
		}
		if begun {
			continue
		}
		if _, err := s.create(ctx, t, model.RecordID(s.newID()), n); err != nil {
			return fmt.Errorf("begin what follows from %s: %w", n.Origin, err)
		}
	}
	for _, c := range in.Changed {
		if err := s.bring(ctx, t, c); err != nil {
			return fmt.Errorf("bring record %s up to date: %w", c.ID, err)
		}
	}
	return nil
}

// followed reports whether a row of the parent has a record of this kind already.
func followed(ctx context.Context, t *sql.Tx, n model.NewRecord) (found bool, err error) {
	if n.Origin.Item == "" {
		return false, nil
	}
	err = t.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM record
		WHERE parent = (SELECT key FROM record WHERE id = ?) AND kind = ? AND origin_item = ? AND origin_row = ?)`,
		string(n.Parent), n.Form.ID, n.Origin.Item, string(n.Origin.Row)).Scan(&found)
	if err != nil {
		return false, fmt.Errorf("look for what follows from %s: %w", n.Origin, err)
	}
	return found, nil
}

// bring writes to another record what follows for it. What was filled from the
// minutes is recorded also where that record was closed meanwhile: the minutes
// are what counts. Anything typed would be refused there.
func (s *Store) bring(ctx context.Context, t *sql.Tx, in model.Save) error {
	e, status, err := s.take(ctx, t, in.ID)
	if err != nil {
		return err
	}
	typed := slices.ContainsFunc(in.Changes, func(c form.Change) bool { return c.Cause != form.Filled })
	if status == model.Completed && typed {
		return model.ErrClosed
	}
	if _, err := e.save(ctx, in); err != nil {
		return err
	}
	if len(e.clash) > 0 {
		return fmt.Errorf("%w: %s", model.ErrConflict, e.clash[0].Field)
	}
	return nil
}

// sequences are the letters that the numbers of followed records begin with.
var sequences = map[model.Kind]string{model.Finding: "TT", model.Difficulty: "KK", model.Recommendation: "KN"}

// numbered gives a new record the next number of its kind, in its head and as
// the answer of the item that its form names for it. A kind without a sequence
// has no numbers; one that comes with its number keeps it.
func numbered(ctx context.Context, t *sql.Tx, n model.NewRecord) (model.NewRecord, error) {
	kind := model.Kind(n.Form.ID)
	letters, known := sequences[kind]
	if !known || n.Head.Number != "" {
		return n, nil
	}
	var last int
	err := t.QueryRowContext(ctx, `INSERT INTO sequence (kind, last) VALUES (?, 1)
		ON CONFLICT (kind) DO UPDATE SET last = last + 1 RETURNING last`, string(kind)).Scan(&last)
	if err != nil {
		return n, fmt.Errorf("number a %s: %w", kind, err)
	}
	n.Head.Number = fmt.Sprintf("%s-%04d", letters, last)
	if item := n.Form.HeadItem(form.RoleNumber); item != "" {
		number := form.Answer{Raw: n.Head.Number, Value: form.Text(n.Head.Number)}
		n.Changes = append(slices.Clone(n.Changes),
			form.Change{Kind: form.Answered, Field: form.Field{Item: item}, New: number, Cause: form.Filled})
	}
	return n, nil
}
