package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"giamsat/model"
	"giamsat/storage"
)

func TestTranslateNamesTheKind(t *testing.T) {
	lite := func(code sqlite3.ErrNo, extended sqlite3.ErrNoExtended, number syscall.Errno) error {
		return sqlite3.Error{Code: code, ExtendedCode: extended, SystemErrno: number}
	}
	for _, c := range []struct {
		err  error
		kind error // nil: unchanged
	}{
		{lite(sqlite3.ErrBusy, 0, 0), model.ErrBusy},
		{lite(sqlite3.ErrBusy, sqlite3.ErrBusySnapshot, 0), model.ErrBusy},
		{lite(sqlite3.ErrLocked, 0, 0), model.ErrBusy},
		{lite(sqlite3.ErrProtocol, 0, 0), model.ErrBusy},
		{lite(sqlite3.ErrFull, 0, 0), model.ErrNoSpace},
		{lite(sqlite3.ErrIoErr, sqlite3.ErrIoErrWrite, syscall.ENOSPC), model.ErrNoSpace},
		{lite(sqlite3.ErrIoErr, sqlite3.ErrIoErrWrite, syscall.EDQUOT), model.ErrNoSpace},
		{lite(sqlite3.ErrIoErr, sqlite3.ErrIoErrSHMSize, 0), model.ErrNoSpace},
		{lite(sqlite3.ErrIoErr, sqlite3.ErrIoErrFsync, syscall.EIO), model.ErrIO},
		{lite(sqlite3.ErrIoErr, sqlite3.ErrIoErrRead, 0), model.ErrIO},
		{lite(sqlite3.ErrCantOpen, 0, 0), model.ErrIO},
		{lite(sqlite3.ErrCantOpen, 0, syscall.ENOENT), model.ErrMissing},
		{lite(sqlite3.ErrCantOpen, 0, syscall.EACCES), model.ErrPermission},
		{lite(sqlite3.ErrCantOpen, 0, syscall.EROFS), model.ErrReadOnly},
		{lite(sqlite3.ErrCantOpen, 0, syscall.ENOSPC), model.ErrNoSpace},
		{lite(sqlite3.ErrReadonly, 0, 0), model.ErrReadOnly},
		{lite(sqlite3.ErrReadonly, sqlite3.ErrReadonlyDbMoved, 0), model.ErrReadOnly},
		{lite(sqlite3.ErrPerm, 0, 0), model.ErrPermission},
		{lite(sqlite3.ErrCorrupt, 0, 0), model.ErrDamaged},
		{lite(sqlite3.ErrNotADB, 0, 0), model.ErrDamaged},
		{lite(sqlite3.ErrConstraint, sqlite3.ErrConstraintCheck, 0), nil},
		{lite(sqlite3.ErrError, 0, 0), nil},
		{lite(sqlite3.ErrInterrupt, 0, 0), nil},
		{sql.ErrNoRows, model.ErrNotFound},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, model.ErrPermission},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EROFS}, model.ErrReadOnly},
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, model.ErrNoSpace},
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.EIO}, model.ErrIO},
		{fs.ErrNotExist, model.ErrMissing},
		{fs.ErrExist, nil},
		{context.Canceled, nil},
		{context.DeadlineExceeded, nil},
		{errors.New("other"), nil},
	} {
		t.Run(fmt.Sprintf("%v is %v", c.err, c.kind), func(t *testing.T) {
			wrapped := fmt.Errorf("write x: %w", c.err)
			got := storage.Translate(wrapped)
			if !errors.Is(got, c.err) {
				t.Errorf("the cause is lost: %v", got)
			}
			if c.kind == nil && got != wrapped {
				t.Errorf("got %v, want it unchanged", got)
			}
			if c.kind != nil && !errors.Is(got, c.kind) {
				t.Errorf("got %v, want kind %v", got, c.kind)
			}
			if storage.Translate(got) != got {
				t.Error("translating twice adds to it")
			}
		})
	}
	if storage.Translate(nil) != nil {
		t.Error("nil became an error")
	}
}
