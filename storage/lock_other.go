//go:build !unix

package storage

import (
	"errors"
	"io/fs"
	"os"
)

var errLocked = errors.New("locked by a living session")

// lockFile without locks of the system: the file itself is the lock. After a
// crash it stays, so that texts of open fields are kept but not offered.
func lockFile(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, errLocked
	}
	return f, err
}
