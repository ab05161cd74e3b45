package model

import (
	"errors"
	"fmt"

	"giamsat/model/form"
)

// Kinds of failures that callers decide on. The storage translates SQLite's and
// the system's errors into these once; the interface has a sentence for each.
var (
	ErrNotFound   = errors.New("not found")
	ErrClosed     = errors.New("the inspection is completed")
	ErrReason     = errors.New("a reason is needed")
	ErrNotReady   = errors.New("problems prevent completing")
	ErrConflict   = errors.New("changed by somebody else")
	ErrUnseen     = errors.New("changed by somebody else since it was read")
	ErrBusy       = errors.New("the database is in use by another process")
	ErrNoSpace    = errors.New("no space left on the disk")
	ErrReadOnly   = errors.New("the database cannot be written")
	ErrPermission = errors.New("no permission")
	ErrDamaged    = errors.New("the database is damaged")
	ErrNewer      = errors.New("the database was written by a newer version")
	ErrForeign    = errors.New("the file is not a giamsat database")
	ErrNetwork    = errors.New("the database lies on a network file system")
	ErrIO         = errors.New("the disk failed")
	ErrMissing    = errors.New("the database file does not exist")
	ErrOwnFile    = errors.New("the file is the database itself")
)

// Conflict is one field that somebody else changed since it was read. The
// typed answer was not written; both are shown to the person.
type Conflict struct {
	Field  form.Field
	Ours   form.Answer
	Theirs form.Answer
	By     string
	Rev    int64 // the field's revision now
}

// ConflictError carries every field of a save that was not written.
type ConflictError struct{ Conflicts []Conflict }

// Error names the first field and counts the rest.
func (e *ConflictError) Error() string {
	if len(e.Conflicts) == 0 {
		return ErrConflict.Error()
	}
	return fmt.Sprintf("%s: %s and %d more", ErrConflict, e.Conflicts[0].Field, len(e.Conflicts)-1)
}

// Is makes errors.Is(err, ErrConflict) hold.
func (e *ConflictError) Is(target error) bool { return target == ErrConflict }
