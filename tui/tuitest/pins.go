package tuitest

import (
	"context"
	"slices"

	"giamsat/model"
)

// roundOf is the round that a record is or belongs to; the lock is held.
func (s *Store) roundOf(id model.RecordID) model.RecordID {
	for op := s.all[id]; op != nil; op = s.all[op.Record.Parent] {
		if op.Record.Kind() == model.Round {
			return op.Record.ID
		}
	}
	return ""
}

// Pins returns what is pinned.
func (s *Store) Pins(_ context.Context, of model.RecordID, kind model.Kind) (model.Pins, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	pins := model.Pins{Round: s.roundOf(of)}
	for _, p := range s.pins[pins.Round] {
		if p.Kind == kind {
			pins.List = append(pins.List, p)
		}
	}
	return pins, nil
}

// Pin keeps a pin, or takes it out.
func (s *Store) Pin(_ context.Context, of model.RecordID, p model.Pin) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	round := s.roundOf(of)
	switch {
	case s.Fail != nil:
		return s.Fail
	case round == "":
		return model.ErrNotFound
	case s.pins == nil:
		s.pins = map[model.RecordID][]model.Pin{}
	}
	list := slices.DeleteFunc(slices.Clone(s.pins[round]), func(q model.Pin) bool { return q.Kind == p.Kind && q.Field == p.Field })
	if p.By = s.User; p.Raw != "" {
		list = append(list, p)
	}
	s.pins[round] = list
	return nil
}
