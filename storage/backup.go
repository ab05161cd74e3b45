package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"giamsat/model"
)

// Backup writes the database, as it is at one moment, into one file that only
// its owner may read. The file appears under its name only when it was checked
// and is safely on the disk. An existing file is refused with fs.ErrExist
// unless replace is set; the database itself always is, with model.ErrOwnFile.
func (s *Store) Backup(ctx context.Context, file string, replace bool) error {
	if err := s.backup(ctx, file, replace); err != nil {
		return fmt.Errorf("back up to %s: %w", file, translate(err))
	}
	return nil
}

func (s *Store) backup(ctx context.Context, file string, replace bool) (err error) {
	// The copy is opened by a URI, in which a bare name would be a host.
	if file, err = filepath.Abs(file); err != nil {
		return err
	}
	if err := s.mayWrite(file, replace); err != nil {
		return err
	}
	// SQLite writes into an existing file when it is empty. Making it first
	// gives it the right mode whatever the umask is.
	temp, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	defer func() {
		if gone := os.Remove(temp.Name()); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	if _, err := s.keeper.ExecContext(ctx, `VACUUM INTO ?`, temp.Name()); err != nil {
		return err
	}
	if err := s.verify(ctx, temp.Name()); err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	if err := syncFile(temp.Name()); err != nil {
		return err
	}
	if err := publish(temp.Name(), file, replace); err != nil {
		return err
	}
	return syncDir(filepath.Dir(file))
}

func (s *Store) mayWrite(file string, replace bool) error {
	there, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	own, err := os.Stat(s.path)
	switch {
	case err != nil:
		return err
	case os.SameFile(there, own):
		return fmt.Errorf("%w: %w", model.ErrOwnFile, fs.ErrExist)
	case there.IsDir():
		return syscall.EISDIR
	case !replace:
		return fs.ErrExist
	}
	return nil
}

// verify opens a copy and looks whether it is whole and ours.
func (s *Store) verify(ctx context.Context, file string) error {
	db := pool(dsn(file, keeps, s.wait), keeps, s.wait, nil)
	err := s.tx(ctx, db, func(ctx context.Context, t *sql.Tx) error {
		var application int
		if err := t.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&application); err != nil {
			return err
		}
		if application != applicationID {
			return model.ErrForeign
		}
		faults, err := integrity(ctx, t)
		if err != nil {
			return err
		}
		if len(faults) > 0 {
			return fmt.Errorf("%w: %s", model.ErrDamaged, faults[0])
		}
		return nil
	})
	return errors.Join(err, db.Close())
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// publish gives a finished file its name. A link fails when the name is taken,
// so that nobody's file is overwritten by a race.
func publish(temp, file string, replace bool) error {
	if replace {
		return os.Rename(temp, file)
	}
	err := os.Link(temp, file)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// This file system has no links (a stick with FAT).
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fs.ErrExist, err)
	}
	return os.Rename(temp, file)
}
