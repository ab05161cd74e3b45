package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"giamsat/model"
	"giamsat/model/vn"
)

// maxRemembered is more than any id has; a longer file is not ours.
const maxRemembered = 200

// Remember keeps which record the user is filling in, so that the next
// start goes back there, also after kill -9; "" forgets it. The place within
// the record is stored with the record itself.
func (s *Store) Remember(id model.RecordID) error {
	file := s.ownFile("last")
	if id == "" {
		if err := removeIfThere(file); err != nil {
			return fmt.Errorf("forget the open inspection: %w", translate(err))
		}
		return nil
	}
	if err := os.MkdirAll(s.open.dir, 0o700); err != nil {
		return fmt.Errorf("remember inspection %s: %w", id, translate(err))
	}
	if err := replaceFile(file, []byte(id)); err != nil {
		return fmt.Errorf("remember inspection %s: %w", id, translate(err))
	}
	return nil
}

// Remembered returns the record that the user was filling in when the program
// last ended, "" when it was none, cannot be told, or is not in this database.
func (s *Store) Remembered(ctx context.Context) model.RecordID {
	text, err := os.ReadFile(s.ownFile("last"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ""
	case err != nil || len(text) > maxRemembered:
		s.log.Warn("cannot read which inspection was open", "cause", err)
		return ""
	}
	id := model.RecordID(vn.CleanLine(string(text)))
	if _, err := s.Rev(ctx, id); errors.Is(err, model.ErrNotFound) {
		return "" // of another database, or of an older copy of this one
	}
	return id
}

// RememberInput keeps how the user types Vietnamese, for the next start.
func (s *Store) RememberInput(m vn.Method) error {
	file := s.ownFile("input")
	if m == vn.MethodOff {
		if err := removeIfThere(file); err != nil {
			return fmt.Errorf("forget the way of typing: %w", translate(err))
		}
		return nil
	}
	if err := os.MkdirAll(s.open.dir, 0o700); err != nil {
		return fmt.Errorf("remember the way of typing: %w", translate(err))
	}
	if err := replaceFile(file, []byte(m)); err != nil {
		return fmt.Errorf("remember the way of typing: %w", translate(err))
	}
	return nil
}

// RememberedInput returns how the user typed Vietnamese when the program last ended; off
// when it cannot be told.
func (s *Store) RememberedInput() vn.Method {
	text, err := os.ReadFile(s.ownFile("input"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.log.Warn("cannot read how the person types", "cause", err)
	}
	switch m := vn.Method(text); m {
	case vn.MethodTelex, vn.MethodVNI:
		return m
	case vn.MethodOff:
	}
	return vn.MethodOff
}

// ownFile is named by the user, since one service account serves many.
func (s *Store) ownFile(what string) string {
	sum := sha256.Sum256([]byte(s.user))
	return s.open.path(what + "-" + hex.EncodeToString(sum[:8]))
}
