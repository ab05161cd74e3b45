package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// Store is what the commands need of the data.
type Store interface {
	Records(ctx context.Context, q model.Query) (page []model.Summary, total int, err error)
	Record(ctx context.Context, id model.RecordID) (*model.Opened, error)
	RecordAt(ctx context.Context, id model.RecordID, seq int64) (*model.Opened, error)
	Revisions(ctx context.Context, id model.RecordID) ([]model.Revision, error)
	IDs(ctx context.Context, beginning string, limit int) ([]model.RecordID, error)
	Move(ctx context.Context, s model.Save, to *form.Definition, reason string) error
	Backup(ctx context.Context, file string, replace bool) error
	Close() error
}

// Tools carries out the commands that need no screen.
type Tools struct {
	Printer
	Commands *Commands
	Catalog  *catalog.Catalog
	// Forms opens those of the program and those beside the data.
	Forms func() (*form.Library, error)
	// Open opens the data.
	Open func(ctx context.Context) (Store, error)
	// Scratch makes an empty store that is thrown away; done does so.
	Scratch func(ctx context.Context) (store kit.Store, done func() error, err error)
}

// Said is an error that is a sentence for the person already.
type Said string

func (s Said) Error() string { return string(s) }

func say(format string, args ...any) error { return Said(fmt.Sprintf(format, args...)) }

// ErrFaults says that faults were found and have been printed.
var ErrFaults = errors.New("faults were found")

// Do carries out a command, as kong spells it; known is false for one that is not
// among the tools.
func (t Tools) Do(ctx context.Context, command string) (known bool, err error) {
	c := t.Commands
	switch command {
	case "list":
		t.JSON = c.List.JSON
		return true, t.list(ctx, model.Kind(c.List.Kind))
	case "show <id>":
		t.JSON = c.Show.JSON
		return true, t.withStore(ctx, func(s Store) error { return t.Show(ctx, s, t.Catalog, c.Show.ID, c.Show.Revision) })
	case "backup <file>":
		return true, t.withStore(ctx, func(s Store) error { return t.backup(ctx, s, c.Backup.File, c.Backup.Replace) })
	case "form list":
		t.JSON = c.Form.List.JSON
		return true, t.withForms(t.Printer.Forms)
	case "form show <id>":
		t.JSON = c.Form.Show.JSON
		return true, t.withForms(func(lib *form.Library) error { return t.Form(lib, c.Form.Show.ID, c.Form.Show.Source) })
	case "form lint <files>":
		return true, t.Lint(c.Form.Lint.Files, t.Catalog)
	case "form diff <old> <new>":
		t.JSON = c.Form.Diff.JSON
		return true, t.withForms(func(lib *form.Library) error { return t.diff(lib, c.Form.Diff.Old, c.Form.Diff.New) })
	case "form test <files>":
		return true, t.withForms(func(lib *form.Library) error { return t.test(ctx, lib, c.Form.Test.Files) })
	case "form move <id>", "form move <id> <version>":
		return true, t.withForms(func(lib *form.Library) error {
			return t.withStore(ctx, func(s Store) error { return t.move(ctx, s, lib) })
		})
	}
	return false, nil
}

// list prints the records of a kind that there is a form for; none means
// inspections.
func (t Tools) list(ctx context.Context, kind model.Kind) error {
	if kind == "" {
		return t.withStore(ctx, func(s Store) error { return t.List(ctx, s, model.Inspection) })
	}
	return t.withForms(func(lib *form.Library) error {
		var kinds []string
		for _, h := range lib.List() {
			if !slices.Contains(kinds, h.ID) {
				kinds = append(kinds, h.ID)
			}
		}
		if !slices.Contains(kinds, string(kind)) {
			return say(t.Words.Start.NoKind, kind, strings.Join(kinds, ", "))
		}
		return t.withStore(ctx, func(s Store) error { return t.List(ctx, s, kind) })
	})
}

// withStore opens the data for a command and closes it.
func (t Tools) withStore(ctx context.Context, do func(Store) error) error {
	s, err := t.Open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(do(s), s.Close())
}

func (t Tools) withForms(do func(*form.Library) error) error {
	lib, err := t.Forms()
	if err != nil {
		return err
	}
	return do(lib)
}

func (t Tools) backup(ctx context.Context, s Store, file string, replace bool) error {
	if file == "" {
		return Said(t.Words.Start.NoName)
	}
	err := s.Backup(ctx, file, replace)
	switch {
	case err == nil:
		return t.line(fmt.Sprintf(t.Words.Start.BackedUp, file))
	case errors.Is(err, model.ErrOwnFile), errors.Is(err, syscall.EISDIR):
		return say(t.Words.Start.File, file, t.Words.FileErr(err))
	case errors.Is(err, fs.ErrExist):
		return say(t.Words.Start.Exists, file)
	case errors.Is(err, model.ErrMissing): // the data is open: what is missing is the place of the copy
		return say(t.Words.Start.Unwritable, file, t.Words.Start.NoFolder)
	case errors.Is(err, model.ErrNoSpace), errors.Is(err, model.ErrReadOnly), errors.Is(err, model.ErrPermission):
		return say(t.Words.Start.Unwritable, file, t.Words.FileErr(err))
	}
	return err
}

// mostIDs is how many records are named when the beginning of an id fits several.
const mostIDs = 5

// find returns the one record whose id begins with a text.
func (p Printer) find(ctx context.Context, s Store, beginning string) (model.RecordID, error) {
	if beginning == "" {
		return "", say(p.Words.Start.NoInspection, beginning)
	}
	ids, err := s.IDs(ctx, beginning, mostIDs+1)
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", say(p.Words.Start.NoInspection, beginning)
	case len(ids) == 1, string(ids[0]) == beginning:
		return ids[0], nil
	}
	named := ""
	for _, id := range ids[:min(len(ids), mostIDs)] {
		named += "\n  " + string(id)
	}
	return "", say(p.Words.Start.SeveralIDs+"%s", beginning, named)
}
