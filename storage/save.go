package storage

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// Create begins a record: its form is stored when it is new here, its first
// event holds what is known, and the answers that the form fills follow. What is
// followed up gets its number. A parent that is not there is model.ErrNotFound.
func (s *Store) Create(ctx context.Context, in model.NewRecord) (model.RecordID, error) {
	ids, err := s.CreateAll(ctx, []model.NewRecord{in})
	if err != nil {
		return "", err
	}
	return ids[0], nil
}

// CreateAll begins several records, such as the inspections of a round, in one
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
		return nil, fmt.Errorf("create record: %w", err)
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
	in, err := numbered(ctx, t, in)
	if err != nil {
		return link{}, err
	}
	h := headerOf(in)
	detail, err := encode(h)
	if err != nil {
		return link{}, err
	}
	e := s.edit(t, link{id: id}, s.stamp(), h.Unit)
	if err := e.insert(ctx, in, h); err != nil {
		return link{}, err
	}
	if err := e.add(ctx, event{kind: created, detail: detail}); err != nil {
		return link{}, err
	}
	if err := e.apply(ctx, slices.Clone(in.Changes), nil); err != nil {
		return link{}, err
	}
	return e.chain, e.finish(ctx, 1, in.Progress, model.Place{})
}

// insert writes the line of a new record and takes its key.
func (e *edit) insert(ctx context.Context, in model.NewRecord, h header) error {
	projects, err := encode(h.Projects)
	if err != nil {
		return err
	}
	to, err := e.belongings(ctx, in.Parent)
	if err != nil {
		return err
	}
	head := cleanHead(in.Head)
	args := []any{string(e.chain.id), in.Form.ID, to.parent, to.round, h.OriginItem, h.OriginRow,
		h.Unit, h.UnitName, h.UnitPath, h.Visit, h.Round, h.Programme, projects,
		h.Form, string(model.Draft), e.at, e.by, e.at, e.by, h.folded(head)}
	made, err := e.t.ExecContext(ctx, `INSERT INTO record (id, kind, parent, in_round, origin_item, origin_row,
		unit, unit_name, unit_path, visit, round, programme, projects,
		form, status, rev, created_at, created_by, changed_at, changed_by, folded, `+headColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, `+headMarks+`)`, append(args, headValues(head)...)...)
	if err != nil {
		return err
	}
	e.chain.record, err = made.LastInsertId()
	return err
}

// Save writes changes. When some fields were changed by somebody else since
// they were read, the others are written and a *model.ConflictError names those
// that were not. A completed record is refused with model.ErrClosed. Repeating a
// save is harmless.
func (s *Store) Save(ctx context.Context, in model.Save) (model.Saved, error) {
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
		return e.save(ctx, in)
	})
	saved, err := s.saved(in.ID, e, err)
	if err != nil {
		return saved, wrap("save", in.ID, err)
	}
	return saved, nil
}

// save writes what a save asks for. The link is zero when nothing was added to
// the chain: then there is nothing whose writing a lost commit could leave open.
func (e *edit) save(ctx context.Context, in model.Save) (link, error) {
	before := e.chain.seq
	if err := e.apply(ctx, slices.Clone(in.Changes), in.Revs); err != nil {
		return link{}, err
	}
	if err := e.facts(ctx, in.Facts); err != nil {
		return link{}, err
	}
	if err := e.head(ctx, in.Head); err != nil {
		return link{}, err
	}
	if err := e.sitting(ctx, in.Sitting); err != nil {
		return link{}, err
	}
	if err := e.finish(ctx, before, in.Progress, in.Place); err != nil {
		return link{}, err
	}
	return e.since(before), nil
}

// since is the end of the chain, and the zero link when nothing was added since.
func (e *edit) since(before int64) link {
	if e.chain.seq == before {
		return link{}
	}
	return e.chain
}

// saved tells what the writing of a transaction led to, once it is over.
func (s *Store) saved(id model.RecordID, e *edit, err error) (model.Saved, error) {
	if err != nil {
		return model.Saved{}, err
	}
	s.open.settle(id, slices.Collect(maps.Keys(e.revs)))
	saved := model.Saved{Rev: e.chain.seq, Revs: e.revs}
	if len(e.clash) > 0 {
		return saved, &model.ConflictError{Conflicts: e.clash}
	}
	return saved, nil
}

// Reopen makes a completed record a draft again. An empty reason is
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
		_, err = t.ExecContext(ctx, `UPDATE record SET status = ?, completed_at = '', completed_by = '',
			returned_by = ?, returned_reason = ? WHERE key = ?`, string(model.Draft), e.by, reason, e.chain.record)
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
	return fmt.Errorf("%s record %s: %w", verb, id, err)
}

// edit begins the writing to a record whose chain ends at l.
func (s *Store) edit(t *sql.Tx, l link, at, unit string) *edit {
	return &edit{t: t, chain: l, at: at, by: s.user, origin: s.from, unit: unit, revs: make(map[form.Field]int64)}
}

// take finds a record for writing.
func (s *Store) take(ctx context.Context, t *sql.Tx, id model.RecordID) (*edit, model.Status, error) {
	var key int64
	var unit, status string
	err := t.QueryRowContext(ctx, `SELECT key, unit, status FROM record WHERE id = ?`, string(id)).Scan(&key, &unit, &status)
	if err != nil {
		return nil, "", err
	}
	l, err := lastLink(ctx, t, key, id)
	if err != nil {
		return nil, "", err
	}
	return s.edit(t, l, s.stamp(), unit), model.Status(status), nil
}

// finish brings the line of the record up to date. Who only looked and
// moved has changed nothing: then place and progress alone are written.
func (e *edit) finish(ctx context.Context, before int64, progress []form.Progress, at model.Place) error {
	if e.chain.seq > before {
		_, err := e.t.ExecContext(ctx, `UPDATE record SET rev = ?, changed_at = ?, changed_by = ? WHERE key = ?`,
			e.chain.seq, e.at, e.by, e.chain.record)
		if err != nil {
			return fmt.Errorf("write revision: %w", err)
		}
	}
	if progress != nil {
		text, err := encode(progress)
		if err != nil {
			return err
		}
		if _, err := e.t.ExecContext(ctx, `UPDATE record SET progress = ? WHERE key = ?`, text, e.chain.record); err != nil {
			return fmt.Errorf("write progress: %w", err)
		}
	}
	if at != (model.Place{}) {
		text, err := encode(placeOf(at))
		if err != nil {
			return err
		}
		if _, err := e.t.ExecContext(ctx, `UPDATE record SET place = ? WHERE key = ?`, text, e.chain.record); err != nil {
			return fmt.Errorf("write place: %w", err)
		}
	}
	return nil
}
