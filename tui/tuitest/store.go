package tuitest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// Store is a store in memory for tests of screens. It keeps what it is given,
// and can be told to fail.
type Store struct {
	mu       sync.Mutex
	all      map[model.RecordID]*model.Opened
	order    []model.RecordID
	Fail     error // every write fails with it while it is set
	Saves    []model.Save
	Kept     map[model.RecordID]model.OpenText
	Left     map[model.RecordID][]model.OpenText // what Recovered returns
	Owing    map[model.RecordID]model.Owed       // as KeepOwed was told; Owed returns it
	Unkept   error                               // KeepOwed fails with it while it is set
	Clash    *model.ConflictError                // returned by the next save, once
	Reasons  []string                            // of reopenings
	Last     model.RecordID                      // as Remember was told
	Told     map[model.RecordID][]model.Event    // what History returns; nil: the answers as they were given
	Revised  map[model.RecordID][]model.Revision // what Revisions returns; nil: the completions themselves
	Typing   vn.Method                           // as RememberInput was told
	User     string                              // whose work everything is that is begun
	past     map[model.RecordID][]*model.Opened  // each as it was when it was completed
	answered map[model.RecordID][]model.Event
	pins     map[model.RecordID][]model.Pin // by round
	done     map[model.RecordID][]form.Done // since the last completion
	sequence int
}

// NewStore makes an empty store.
func NewStore() *Store {
	return &Store{all: map[model.RecordID]*model.Opened{}, Kept: map[model.RecordID]model.OpenText{},
		Owing: map[model.RecordID]model.Owed{}, Left: map[model.RecordID][]model.OpenText{}, User: "an", answered: map[model.RecordID][]model.Event{}, done: map[model.RecordID][]form.Done{}}
}

// Edit changes a record behind the screens, as somebody else's program does.
func (s *Store) Edit(id model.RecordID, change func(*model.Record)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(&s.all[id].Record)
}

// Record returns a copy of one.
func (s *Store) Record(_ context.Context, id model.RecordID) (*model.Opened, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	op := s.all[id]
	if op == nil {
		return nil, fmt.Errorf("read inspection %s: %w", id, model.ErrNotFound)
	}
	return copied(op), nil
}

func copied(op *model.Opened) *model.Opened {
	c := *op
	c.Filled = form.Record{Answers: maps.Clone(op.Filled.Answers), Rows: map[string][]form.Row{}}
	for t, rows := range op.Filled.Rows {
		c.Filled.Rows[t] = slices.Clone(rows)
	}
	c.Revs = maps.Clone(op.Revs)
	return &c
}

// Rev counts the changes of a record.
func (s *Store) Rev(_ context.Context, id model.RecordID) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all[id] == nil {
		return 0, model.ErrNotFound
	}
	return s.all[id].Record.Rev, nil
}

// Create begins a record.
func (s *Store) Create(_ context.Context, in model.NewRecord) (model.RecordID, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Fail != nil {
		return "", s.Fail
	}
	s.sequence++
	id := model.RecordID(fmt.Sprintf("inspection-%d", s.sequence))
	op := &model.Opened{Form: in.Form, Filled: form.Record{Answers: map[form.Field]form.Answer{}, Rows: map[string][]form.Row{}},
		Revs: map[form.Field]int64{}, Record: model.Record{ID: id, Parent: in.Parent, Origin: in.Origin, Head: in.Head, Unit: in.Unit, UnitName: in.UnitName, UnitPath: in.UnitPath,
			Day: in.Day, Round: in.Round, Programme: in.Programme, Projects: in.Projects, Status: model.Draft, Progress: in.Progress,
			CreatedBy: s.User, ChangedBy: s.User,
			Form: model.FormRef{ID: in.Form.ID, Version: in.Form.Version, Hash: in.Form.Hash}}}
	s.all[id] = op
	s.order = append(s.order, id)
	s.apply(op, in.Changes)
	return id, nil
}

func (s *Store) apply(op *model.Opened, changes []form.Change) {
	op.Record.Rev += int64(len(changes))
	for _, c := range changes {
		s.done[op.Record.ID] = append(s.done[op.Record.ID], form.Done{Change: c, By: s.User, Mine: true})
		s.answered[op.Record.ID] = append(s.answered[op.Record.ID],
			model.Event{Kind: string(c.Kind), By: s.User, Cause: c.Cause, Field: c.Field, Old: c.Old, New: c.New})
		rows := op.Filled.Rows[c.Field.Item]
		switch c.Kind {
		case form.Answered:
			op.Filled.Answers[c.Field] = c.New
			op.Revs[c.Field]++
			if c.New.IsZero() {
				delete(op.Filled.Answers, c.Field)
			}
		case form.RowAdded:
			op.Filled.Rows[c.Field.Item] = slices.Insert(slices.Clone(rows), min(c.At, len(rows)), c.Field.Row)
		case form.RowRemoved:
			op.Filled.Rows[c.Field.Item] = slices.DeleteFunc(slices.Clone(rows), func(r form.Row) bool { return r == c.Field.Row })
		}
	}
}

// Save keeps changes, or fails as it was told to.
func (s *Store) Save(_ context.Context, in model.Save) (model.Saved, error) { return s.save(in, false) }

// Complete keeps changes and closes the record, with what follows for others.
func (s *Store) Complete(ctx context.Context, c model.Completion) (model.Saved, error) {
	if rev, err := s.Rev(ctx, c.ID); err == nil && c.Rev != 0 && c.Rev != rev {
		return model.Saved{}, model.ErrConflict
	}
	saved, err := s.save(c.Save, true)
	if err != nil {
		return saved, err
	}
	for _, in := range c.New {
		if _, err := s.Create(ctx, in); err != nil {
			return saved, err
		}
	}
	for _, in := range c.Changed {
		if _, err := s.save(in, false); err != nil {
			return saved, err
		}
	}
	return saved, nil
}

// Move binds a record to another form.
func (s *Store) Move(_ context.Context, in model.Save, to *form.Definition, reason string) error {
	if _, err := s.save(in, false); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	op := s.all[in.ID]
	op.Form, op.Record.Form = to, model.FormRef{ID: to.ID, Version: to.Version, Hash: to.Hash}
	s.Reasons = append(s.Reasons, reason)
	return nil
}

// Counts counts the visits of rounds.
func (s *Store) Counts(_ context.Context, rounds []model.RecordID) (map[model.RecordID]model.Count, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	counts := map[model.RecordID]model.Count{}
	for _, id := range rounds {
		c := model.Count{}
		if op := s.all[id]; op != nil {
			c.Planned = op.Record.Head.Planned
		}
		for _, op := range s.all {
			if op.Record.Parent == id && op.Record.Kind() == model.Inspection {
				c.Begun++
				if op.Record.Status == model.Completed {
					c.Completed++
				}
			}
		}
		counts[id] = c
	}
	return counts, nil
}

// History returns what Told holds, or what was answered.
func (s *Store) History(_ context.Context, id model.RecordID) ([]model.Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Told == nil {
		return slices.Clone(s.answered[id]), nil
	}
	return s.Told[id], nil
}

// Revisions returns what Revised holds, or how often the record was completed.
func (s *Store) Revisions(_ context.Context, id model.RecordID) ([]model.Revision, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Revised != nil {
		return s.Revised[id], nil
	}
	var list []model.Revision
	for i := range s.past[id] {
		list = append(list, model.Revision{N: i + 1, Seq: int64(i + 1)})
	}
	return list, nil
}

// RecordAt returns the record as it was when it was completed for the n-th time,
// as Revisions counts; where Revised was set, as it is now.
func (s *Store) RecordAt(ctx context.Context, id model.RecordID, seq int64) (*model.Opened, error) {
	s.mu.Lock()
	past := s.past[id]
	s.mu.Unlock()
	if s.Revised != nil || seq < 1 || int(seq) > len(past) {
		return s.Record(ctx, id)
	}
	return past[seq-1], nil
}

func (s *Store) save(in model.Save, complete bool) (model.Saved, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	op := s.all[in.ID]
	switch {
	case s.Fail != nil:
		return model.Saved{}, s.Fail
	case op == nil:
		return model.Saved{}, model.ErrNotFound
	case op.Record.Status == model.Completed:
		return model.Saved{}, model.ErrClosed
	case s.Clash != nil:
		clash := s.Clash
		s.Clash = nil
		for _, c := range clash.Conflicts {
			op.Revs[c.Field] = c.Rev
		}
		return model.Saved{}, clash
	}
	s.Saves = append(s.Saves, in)
	written, clash := apart(op, in)
	s.apply(op, written)
	op.Record.Progress, op.Record.Place, op.Record.Head = in.Progress, in.Place, in.Head
	if complete {
		delete(s.done, in.ID)
		op.Record.Status = model.Completed
		op.Record.Rev++
		if s.past == nil {
			s.past = map[model.RecordID][]*model.Opened{}
		}
		s.past[in.ID] = append(s.past[in.ID], copied(op))
	}
	saved := model.Saved{Revs: map[form.Field]int64{}}
	for _, c := range in.Changes {
		saved.Revs[c.Field] = op.Revs[c.Field]
	}
	if clash != nil {
		return saved, clash
	}
	return saved, nil
}

// Reopen makes a completed inspection a draft again.
func (s *Store) Reopen(_ context.Context, id model.RecordID, reason string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Fail != nil {
		return s.Fail
	}
	in := &s.all[id].Record
	in.Rev++
	in.Status, in.ReturnedBy, in.ReturnReason = model.Draft, s.User, reason
	s.Reasons = append(s.Reasons, reason)
	return nil
}

// Steps returns the latest changes of a record.
func (s *Store) Steps(_ context.Context, id model.RecordID, _ int64) ([]form.Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.done[id]), nil
}

// Recovered returns what Left holds.
func (s *Store) Recovered(_ context.Context, id model.RecordID) ([]model.OpenText, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Left[id], nil
}

// KeepOpen keeps the text of an open field; the empty one clears it.
func (s *Store) KeepOpen(id model.RecordID, t model.OpenText) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Fail != nil {
		return s.Fail
	}
	s.Kept[id] = t
	if t == (model.OpenText{}) {
		delete(s.Kept, id)
	}
	return nil
}

// KeepOwed keeps changes that could not be saved.
func (s *Store) KeepOwed(id model.RecordID, owed model.Owed) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Unkept != nil {
		return s.Unkept
	}
	s.Owing[id] = owed
	return nil
}

// Owed returns what KeepOwed was told.
func (s *Store) Owed(_ context.Context, id model.RecordID) (model.Owed, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Owing[id], nil
}

// Answer returns what stands in the store for a field.
func (s *Store) Answer(id model.RecordID, f form.Field) form.Answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[id].Filled.Answers[f]
}

// Status returns where an inspection stands.
func (s *Store) Status(id model.RecordID) model.Status {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[id].Record.Status
}

// Paces tells what the saves brought of each record, the last one first.
func (s *Store) Paces(_ context.Context, limit int) ([]model.Pace, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []model.Pace
	seen := map[model.RecordID]bool{}
	for _, save := range slices.Backward(s.Saves) {
		if save.Sitting.Began.IsZero() || seen[save.ID] || limit > 0 && len(list) == limit {
			continue
		}
		seen[save.ID] = true
		in := s.all[save.ID].Record
		list = append(list, model.Pace{Sitting: save.Sitting, Last: save.Sitting.Began, Sittings: 1,
			Summary: model.Summary{ID: in.ID, Kind: in.Kind(), Unit: in.Unit, UnitName: in.UnitName, Day: in.Day, Head: in.Head}})
	}
	return list, nil
}

// RememberInput keeps how the person types.
func (s *Store) RememberInput(m vn.Method) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Fail != nil {
		return s.Fail
	}
	s.Typing = m
	return nil
}

// Remember keeps which inspection is open.
func (s *Store) Remember(id model.RecordID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Fail != nil {
		return s.Fail
	}
	s.Last = id
	return nil
}
