package storage

import (
	"context"

	"giamsat/model"
	"giamsat/model/form"
)

// Move, Counts, Revisions and RecordAt are on their way.

func (s *Store) Move(context.Context, model.Save, *form.Definition, string) error {
	return model.ErrNotFound
}

func (s *Store) Counts(context.Context, []model.RecordID) (map[model.RecordID]model.Count, error) {
	return nil, nil
}

func (s *Store) Revisions(context.Context, model.RecordID) ([]model.Revision, error) { return nil, nil }

func (s *Store) RecordAt(ctx context.Context, id model.RecordID, _ int64) (*model.Opened, error) {
	return s.Record(ctx, id)
}
