package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"giamsat/model"
)

// prepare looks at the place of the database before SQLite does, since SQLite
// would take a file without rights for a read-only database and a cut file for
// a new one. It makes folder (0700) and file (0600) when create is set.
//
// An existing file is never opened here: closing any descriptor of a file drops
// all locks that this process holds on it. empty says that it was there without
// content: it may have lost it.
func prepare(path string, create bool, log *slog.Logger) (empty bool, err error) {
	dir := filepath.Dir(path)
	if create {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return false, err
		}
	}
	if err := refuseNetwork(dir); err != nil {
		return false, err
	}
	info, err := os.Stat(path)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return false, err
	}
	if missing || info.Size() == 0 {
		if err := mayBegin(path, create); err != nil {
			return false, err
		}
	}
	if missing {
		if err := makeFile(path); err != nil {
			return false, err
		}
	} else {
		if !info.Mode().IsRegular() {
			return false, fmt.Errorf("%w: not a file", model.ErrForeign)
		}
		if info.Mode().Perm()&0o077 != 0 {
			log.Warn("the database can be opened by others", "path", path, "mode", info.Mode())
		}
	}
	// SQLite needs the folder too, for the log beside the file.
	return !missing && info.Size() == 0, errors.Join(writable(dir), writable(path))
}

// leastRoom is what a database without records takes, with its log, in bytes.
const leastRoom = 512 << 10

// mayBegin reports whether a new database may be made where there is none.
func mayBegin(path string, create bool) error {
	// SQLite throws away the log of an empty file, and with it what was saved.
	if !emptyFile(path+"-wal") && emptyFile(path) {
		return fmt.Errorf("%w: the file is empty but its log %s-wal is not", model.ErrDamaged, path)
	}
	if !create {
		return model.ErrMissing
	}
	// Asked before the file is made: an empty one that is left behind would look as
	// if it had lost what was in it, and taking it away again could take it from
	// another process that begins in it at the same moment.
	free, total, err := space(filepath.Dir(path))
	if err == nil && total > 0 && free < leastRoom {
		return fmt.Errorf("%w: %d bytes are free", model.ErrNoSpace, free)
	}
	return nil // where nobody can tell the room, SQLite will
}

// emptyFile reports whether a file has nothing in it, or is not there. Where another
// process makes the database just now, its log never has anything before the file
// itself does: whoever asks for the log first and then for the file sees that.
func emptyFile(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Size() == 0
}

// makeFile makes an empty file that only its owner may open. Another process
// that made it in the same moment is no failure.
func makeFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), syncDir(filepath.Dir(path)))
}

// syncDir makes the names in a folder safe against a cut of power.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// bearsOurMark reads the application id from a file that SQLite refused: it
// tells a damaged database from a file that never was one. No connection holds
// a lock on such a file.
func bearsOurMark(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	head := make([]byte, 72)
	_, err = io.ReadFull(f, head)
	if closed := f.Close(); err != nil || closed != nil {
		return false
	}
	return binary.BigEndian.Uint32(head[68:]) == applicationID
}

// LowSpace reports whether less than a twentieth of the disk is left: a full
// disk makes even reading fail.
func (s *Store) LowSpace() (bool, error) {
	free, total, err := space(filepath.Dir(s.path))
	if err != nil {
		return false, fmt.Errorf("ask for free space: %w", translate(err))
	}
	return low(free, total), nil
}

func low(free, total uint64) bool { return total > 0 && free < total/20 }
