package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"

	"giamsat/model"
	"giamsat/model/form"
)

// formShelf keeps the forms that were built from their stored source, by hash:
// building one costs more than all reading of a record.
type formShelf struct {
	mu    sync.Mutex
	built map[string]*form.Definition
}

func (f *formShelf) get(hash string) *form.Definition {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.built[hash]
}

func (f *formShelf) put(d *form.Definition) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.built == nil {
		f.built = make(map[string]*form.Definition)
	}
	f.built[d.Hash] = d
}

// storeForm writes a form and its views when the database does not have them yet.
func (s *Store) storeForm(ctx context.Context, t *sql.Tx, d *form.Definition) error {
	if d == nil {
		return errors.New("store form: none given")
	}
	if hashOf(d.Source) != d.Hash {
		return fmt.Errorf("store form %s %s: the hash is not that of its source", d.ID, d.Version)
	}
	var known bool
	err := t.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM form WHERE hash = ?)`, d.Hash).Scan(&known)
	if err != nil {
		return fmt.Errorf("look for form %s: %w", d.ID, err)
	}
	if known {
		return nil
	}
	view, err := freeViewName(ctx, t, d)
	if err != nil {
		return err
	}
	_, err = t.ExecContext(ctx, `INSERT INTO form (hash, id, version, source, view, added_at) VALUES (?, ?, ?, ?, ?, ?)`,
		d.Hash, d.ID, d.Version, d.Source, view, s.stamp())
	if err != nil {
		return fmt.Errorf("store form %s: %w", d.ID, err)
	}
	return createViews(ctx, t, d, view)
}

// formOf returns the form with a hash, built from the stored source. A source
// that does not have its hash any more is damage.
func (s *Store) formOf(ctx context.Context, t *sql.Tx, hash string) (*form.Definition, error) {
	if d := s.forms.get(hash); d != nil {
		return d, nil
	}
	var source []byte
	if err := t.QueryRowContext(ctx, `SELECT source FROM form WHERE hash = ?`, hash).Scan(&source); err != nil {
		return nil, fmt.Errorf("read form %s: %w", hash, err)
	}
	if hashOf(source) != hash {
		return nil, fmt.Errorf("read form %s: %w: its source was changed", hash, model.ErrDamaged)
	}
	if s.load == nil {
		return nil, fmt.Errorf("read form %s: the store was opened without a loader", hash)
	}
	d, err := s.load(source)
	if err != nil {
		return nil, fmt.Errorf("build form %s: %w", hash, err)
	}
	s.forms.put(d)
	return d, nil
}

func hashOf(source []byte) string {
	sum := sha256.Sum256(source)
	return hex.EncodeToString(sum[:])
}
