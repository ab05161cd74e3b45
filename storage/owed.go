package storage

import (
	"context"
	"errors"
	"os"

	"giamsat/model"
	"giamsat/model/form"
)

// What a record owes to the database while that cannot be written, on a full disk
// say, is kept beside the texts of open fields, in <record>.<session>.owed.

// keptOwed is what such a file holds.
type keptOwed struct {
	Record  string       `json:"record"`
	Form    string       `json:"form"` // hash
	Changes []keptChange `json:"changes"`
}

type keptChange struct {
	Kind    string  `json:"kind"`
	Item    string  `json:"item"`
	Row     string  `json:"row,omitempty"`
	Part    string  `json:"part,omitempty"`
	Raw     string  `json:"raw,omitempty"`
	Int     *int64  `json:"int,omitempty"`
	Text    *string `json:"text,omitempty"`
	Carried bool    `json:"carried,omitempty"`
	At      int     `json:"at,omitempty"`
	Cause   string  `json:"cause,omitempty"`
	Rev     int64   `json:"rev,omitempty"`
}

func keptChangeOf(c form.Change, rev int64) keptChange {
	k := keptChange{Kind: string(c.Kind), Item: c.Field.Item, Row: string(c.Field.Row), Part: c.Field.Part,
		Raw: c.New.Raw, Carried: c.New.Carried, At: c.At, Cause: string(c.Cause), Rev: rev}
	switch v := c.New.Value.Any().(type) {
	case int64:
		k.Int = &v
	case string:
		k.Text = &v
	}
	return k
}

func (k keptChange) change() form.Change {
	c := form.Change{Kind: form.ChangeKind(k.Kind), Field: form.Field{Item: k.Item, Row: form.Row(k.Row), Part: k.Part},
		New: form.Answer{Raw: k.Raw, Carried: k.Carried}, At: k.At, Cause: form.Cause(k.Cause)}
	switch {
	case k.Int != nil:
		c.New.Value = form.Int(*k.Int)
	case k.Text != nil:
		c.New.Value = form.Text(*k.Text)
	}
	return c
}

// KeepOwed keeps changes of a record that could not be saved, in the place of those
// that this session has kept before; none clears them.
func (s *Store) KeepOwed(id model.RecordID, owed model.Owed) error {
	hash, err := s.boundForm(context.Background(), id)
	if err == nil {
		k := keptOwed{Record: string(id), Form: hash}
		for _, c := range owed.Changes {
			k.Changes = append(k.Changes, keptChangeOf(c, owed.Revs[c.Field]))
		}
		err = s.open.keepOwed(id, k)
	}
	if err != nil {
		return wrap("keep what is owed of", id, translate(err))
	}
	return nil
}

// Owed returns the changes that crashed sessions could not save. They are this
// session's own from now on, until it keeps others or none.
func (s *Store) Owed(ctx context.Context, id model.RecordID) (model.Owed, error) {
	hash, err := s.boundForm(ctx, id)
	if err != nil {
		return model.Owed{}, wrap("recover what is owed of", id, err)
	}
	list, err := s.open.owed(id, hash)
	if err != nil {
		return model.Owed{}, wrap("recover what is owed of", id, translate(err))
	}
	owed := model.Owed{Revs: make(map[form.Field]int64)}
	for _, k := range list {
		c := k.change()
		owed.Changes = append(owed.Changes, c)
		owed.Revs[c.Field] = k.Rev
	}
	return owed, nil
}

func (r *recovery) owedFile(id model.RecordID) string {
	return r.path(string(id) + "." + r.session + ".owed")
}

func (r *recovery) keepOwed(id model.RecordID, k keptOwed) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(k.Changes) == 0 {
		return removeIfThere(r.owedFile(id))
	}
	if err := r.begin(); err != nil {
		return err
	}
	return writeSealed(r.owedFile(id), k)
}

// owed takes over the files of dead sessions into this session's own.
func (r *recovery) owed(id model.RecordID, hash string) ([]keptChange, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	names, err := r.names()
	if err != nil {
		return nil, err
	}
	mine := keptOwed{Record: string(id), Form: hash}
	if err := readSealed(r.owedFile(id), &mine); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	for _, n := range names {
		if n.record != string(id) || n.session == r.session || n.kind != "owed" {
			continue
		}
		if err := r.begin(); err != nil {
			return nil, err
		}
		if err := r.takeOwed(&mine, n); err != nil {
			return nil, err
		}
	}
	return mine.Changes, nil
}

// takeOwed adds what a dead session owed to what is this one's. The file of a
// living one is left alone.
func (r *recovery) takeOwed(mine *keptOwed, n name) (err error) {
	lock, err := lockFile(r.path(n.session + ".lock"))
	if errors.Is(err, errLocked) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.bury(n.session), lock.Close()) }()
	file := r.path(n.file)
	var theirs keptOwed
	err = readSealed(file, &theirs)
	if errors.Is(err, os.ErrNotExist) {
		return nil // another session was faster
	}
	if err == nil && (theirs.Record != mine.Record || theirs.Form != mine.Form) {
		err = errors.New("it belongs to another record or form")
	}
	if err != nil {
		r.log.Warn("a recovery file cannot be used and is set aside", "file", file+".bad", "cause", err)
		return os.Rename(file, file+".bad")
	}
	mine.Changes = append(mine.Changes, theirs.Changes...)
	if err := writeSealed(r.owedFile(model.RecordID(mine.Record)), *mine); err != nil {
		return err
	}
	r.log.Info("recovered changes that were not saved", "record", mine.Record, "changes", len(theirs.Changes))
	return removeIfThere(file)
}
