package storage

import (
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// Create begins an inspection: its form is stored when it is new here, its
// first event holds what is known, and the answers that the form fills follow.
func (s *Store) Create(ctx context.Context, in model.NewRecord) (model.RecordID, error) {
	ids, err := s.CreateAll(ctx, []model.NewRecord{in})
	if err != nil {
		return "", err
	}
	return ids[0], nil
}

// CreateAll begins several inspections, such as those of a round, in one
// transaction: all of them or none.
func (s *Store) CreateAll(ctx context.Context, all []model.NewRecord) ([]model.RecordID, error) {
	ids := make([]model.RecordID, len(all))
	err := s.write(ctx, func(ctx context.Context, t *sql.Tx) (last link, err error) {
		for i, in := range all {
			ids[i] = model.RecordID(s.newID())
			if last, err = s.create(ctx, t, ids[i], in); err != nil {
				return link{}, err
			}
		}
		return last, nil
	})
	if err != nil {
		return nil, fmt.Errorf("create inspection: %w", err)
	}
	for _, in := range all {
		s.forms.put(in.Form)
	}
	return ids, nil
}

func (s *Store) create(ctx context.Context, t *sql.Tx, id model.RecordID, in model.NewRecord) (link, error) {
	if err := s.storeForm(ctx, t, in.Form); err != nil {
		return link{}, err
	}
	h := headerOf(in)
	head, err := encode(h)
	if err != nil {
		return link{}, err
	}
	projects, err := encode(h.Projects)
	if err != nil {
		return link{}, err
	}
	at := s.stamp()
	made, err := t.ExecContext(ctx, `INSERT INTO inspection (id, unit, unit_name, unit_path, visit, round, programme, projects,
		form, status, rev, created_at, created_by, changed_at, changed_by, folded)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
		string(id), h.Unit, h.UnitName, h.UnitPath, h.Visit, h.Round, h.Programme, projects,
		h.Form, string(model.Draft), at, s.user, at, s.user, h.folded(in.Day))
	if err != nil {
		return link{}, err
	}
	key, err := made.LastInsertId()
	if err != nil {
		return link{}, err
	}
	e := s.edit(t, link{inspection: key, id: id}, at, h.Unit)
	if err := e.add(ctx, event{kind: created, detail: head}); err != nil {
		return link{}, err
	}
	if err := e.apply(ctx, slices.Clone(in.Changes), nil); err != nil {
		return link{}, err
	}
	return e.chain, e.finish(ctx, 1, in.Progress, model.Place{})
}

// Save writes changes. When some fields were changed by somebody else since
// they were read, the others are written and a *model.ConflictError names those
// that were not. A completed inspection is refused with model.ErrClosed.
// Repeating a save is harmless.
func (s *Store) Save(ctx context.Context, in model.Save) (model.Saved, error) {
	saved, err := s.save(ctx, in, false)
	if err != nil {
		return saved, wrap("save", in.ID, err)
	}
	return saved, nil
}

// Complete writes changes as Save does and closes the inspection, unless there
// is a conflict. Progress that still counts missing answers or stops is refused
// with model.ErrNotReady. The end of the history goes to the log: a chain alone
// does not show when its tail was cut off.
func (s *Store) Complete(ctx context.Context, in model.Completion) (model.Saved, error) {
	for _, p := range in.Progress {
		if p.Missing+p.Stops > 0 {
			return model.Saved{}, wrap("complete", in.ID, model.ErrNotReady)
		}
	}
	saved, err := s.save(ctx, in.Save, true)
	if err != nil {
		return saved, wrap("complete", in.ID, err)
	}
	return saved, nil
}

// Reopen makes a completed inspection a draft again. An empty reason is
// model.ErrReason; a draft stays as it is.
func (s *Store) Reopen(ctx context.Context, id model.RecordID, reason string) error {
	reason = strings.TrimSpace(vn.CleanText(reason))
	if reason == "" {
		return wrap("reopen", id, model.ErrReason)
	}
	err := s.write(ctx, func(ctx context.Context, t *sql.Tx) (link, error) {
		e, status, err := s.take(ctx, t, id)
		if err != nil || status == model.Draft {
			return link{}, err
		}
		if err := e.add(ctx, event{kind: reopened, reason: reason}); err != nil {
			return link{}, err
		}
		_, err = t.ExecContext(ctx, `UPDATE inspection SET status = ?, completed_at = '', completed_by = '' WHERE key = ?`,
			string(model.Draft), e.chain.inspection)
		if err != nil {
			return link{}, err
		}
		return e.chain, e.finish(ctx, e.chain.seq-1, nil, model.Place{})
	})
	if err != nil {
		return wrap("reopen", id, err)
	}
	return nil
}

func wrap(verb string, id model.RecordID, err error) error {
	return fmt.Errorf("%s inspection %s: %w", verb, id, err)
}

func (s *Store) save(ctx context.Context, in model.Save, complete bool) (saved model.Saved, err error) {
	var e *edit
	err = s.write(ctx, func(ctx context.Context, t *sql.Tx) (link, error) {
		var status model.Status
		var err error
		if e, status, err = s.take(ctx, t, in.ID); err != nil {
			return link{}, err
		}
		before := e.chain.seq
		if status == model.Completed {
			return link{}, e.refuse(ctx, in, complete)
		}
		if err := e.apply(ctx, slices.Clone(in.Changes), in.Revs); err != nil {
			return link{}, err
		}
		if err := e.facts(ctx, in.Facts); err != nil {
			return link{}, err
		}
		if complete && len(e.clash) == 0 {
			if err := e.complete(ctx); err != nil {
				return link{}, err
			}
		}
		if err := e.finish(ctx, before, in.Progress, in.Place); err != nil {
			return link{}, err
		}
		if e.chain.seq == before {
			return link{}, nil // nothing whose writing a lost commit could leave open
		}
		return e.chain, nil
	})
	if err != nil {
		return model.Saved{}, err
	}
	s.open.settle(in.ID, slices.Collect(maps.Keys(e.revs)))
	saved = model.Saved{Rev: e.chain.seq, Revs: e.revs}
	if len(e.clash) > 0 {
		return saved, &model.ConflictError{Conflicts: e.clash}
	}
	if complete {
		s.log.Info("completed", "inspection", string(in.ID), "rev", e.chain.seq, "head", hex.EncodeToString(e.chain.hash), "by", s.user)
	}
	return saved, nil
}

// edit begins the writing to an inspection whose chain ends at l.
func (s *Store) edit(t *sql.Tx, l link, at, unit string) *edit {
	return &edit{t: t, chain: l, at: at, by: s.user, origin: s.from, unit: unit, revs: make(map[form.Field]int64)}
}

// take finds an inspection for writing.
func (s *Store) take(ctx context.Context, t *sql.Tx, id model.RecordID) (*edit, model.Status, error) {
	var key int64
	var unit, status string
	err := t.QueryRowContext(ctx, `SELECT key, unit, status FROM inspection WHERE id = ?`, string(id)).Scan(&key, &unit, &status)
	if err != nil {
		return nil, "", err
	}
	l, err := lastLink(ctx, t, key, id)
	if err != nil {
		return nil, "", err
	}
	return s.edit(t, l, s.stamp(), unit), model.Status(status), nil
}

// refuse answers a save of a completed inspection. Only the repetition of the
// very completion whose answer was lost is no failure.
func (e *edit) refuse(ctx context.Context, in model.Save, complete bool) error {
	if !complete {
		return model.ErrClosed
	}
	var by string
	err := e.t.QueryRowContext(ctx, `SELECT by FROM event WHERE inspection = ? AND seq = ? AND kind = ?`,
		e.chain.inspection, e.chain.seq, completed).Scan(&by)
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

func (e *edit) complete(ctx context.Context) error {
	if err := e.add(ctx, event{kind: completed}); err != nil {
		return err
	}
	_, err := e.t.ExecContext(ctx, `UPDATE inspection SET status = ?, completed_at = ?, completed_by = ? WHERE key = ?`,
		string(model.Completed), e.at, e.by, e.chain.inspection)
	return err
}

// finish brings the line of the inspection up to date. Who only looked and
// moved has changed nothing: then place and progress alone are written.
func (e *edit) finish(ctx context.Context, before int64, progress []form.Progress, at model.Place) error {
	if e.chain.seq > before {
		_, err := e.t.ExecContext(ctx, `UPDATE inspection SET rev = ?, changed_at = ?, changed_by = ? WHERE key = ?`,
			e.chain.seq, e.at, e.by, e.chain.inspection)
		if err != nil {
			return fmt.Errorf("write revision: %w", err)
		}
	}
	if progress != nil {
		text, err := encode(progress)
		if err != nil {
			return err
		}
		if _, err := e.t.ExecContext(ctx, `UPDATE inspection SET progress = ? WHERE key = ?`, text, e.chain.inspection); err != nil {
			return fmt.Errorf("write progress: %w", err)
		}
	}
	if at != (model.Place{}) {
		text, err := encode(placeOf(at))
		if err != nil {
			return err
		}
		if _, err := e.t.ExecContext(ctx, `UPDATE inspection SET place = ? WHERE key = ?`, text, e.chain.inspection); err != nil {
			return fmt.Errorf("write place: %w", err)
		}
	}
	return nil
}
