package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"giamsat/model"
)

// translate gives an error of SQLite or of the system its kind of package
// model, and keeps the cause. It is the only place where that is decided; what
// has no kind there comes back unchanged.
func translate(err error) error {
	if err == nil {
		return nil
	}
	kind := kindOf(err)
	if kind == nil || errors.Is(err, kind) {
		return err
	}
	return fmt.Errorf("%w: %w", kind, err)
}

func kindOf(err error) error {
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		return kindOfSQLite(lite)
	}
	var number syscall.Errno
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return model.ErrNotFound
	case errors.As(err, &number):
		return kindOfErrno(number)
	case errors.Is(err, fs.ErrNotExist):
		return model.ErrMissing
	case errors.Is(err, fs.ErrPermission):
		return model.ErrPermission
	}
	return nil
}

func kindOfSQLite(err sqlite3.Error) error {
	switch err.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrProtocol:
		return model.ErrBusy
	case sqlite3.ErrFull:
		return model.ErrNoSpace
	case sqlite3.ErrIoErr, sqlite3.ErrCantOpen:
		// SQLite's own code says only that the system refused; why, the system says.
		if kind := kindOfErrno(err.SystemErrno); kind != nil {
			return kind
		}
		// The memory shared between processes could not be made bigger: that
		// happens when the disk is full, and comes without the system's number.
		if err.ExtendedCode == sqlite3.ErrIoErrSHMSize {
			return model.ErrNoSpace
		}
		return model.ErrIO
	case sqlite3.ErrReadonly:
		return model.ErrReadOnly
	case sqlite3.ErrPerm, sqlite3.ErrAuth:
		return model.ErrPermission
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrFormat:
		return model.ErrDamaged
	}
	return nil // a fault of this program: a broken constraint, a wrong statement
}

func kindOfErrno(number syscall.Errno) error {
	switch number {
	case syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG:
		return model.ErrNoSpace
	case syscall.EROFS:
		return model.ErrReadOnly
	case syscall.EACCES, syscall.EPERM:
		return model.ErrPermission
	case syscall.ENOENT, syscall.ENOTDIR:
		return model.ErrMissing
	case syscall.EIO, syscall.ENXIO, syscall.EMFILE, syscall.ENFILE:
		return model.ErrIO
	case syscall.EBUSY, syscall.ETXTBSY:
		return model.ErrBusy
	}
	return nil
}
