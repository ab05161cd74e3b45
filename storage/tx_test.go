package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/mattn/go-sqlite3"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

func insertForm(ctx context.Context, t *sql.Tx, id string) error {
	_, err := t.ExecContext(ctx, `INSERT INTO form (hash, id, version, source, view, added_at) VALUES (?, ?, '1', x'00', ?, '')`,
		storage.HashOf([]byte(id)), id, id)
	return err
}

func forms(tb testing.TB, s *storage.Store) (n int) {
	tb.Helper()
	err := s.Read(tb.Context(), func(ctx context.Context, t *sql.Tx) error {
		return t.QueryRowContext(ctx, `SELECT COUNT(*) FROM form`).Scan(&n)
	})
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func TestContextThatEndsInsideATransactionDoesNotBreakIt(t *testing.T) {
	t.Run("all is committed", func(t *testing.T) {
		s := storagetest.Open(t)
		ctx, cancel := context.WithCancel(t.Context())
		err := s.Write(ctx, func(ctx context.Context, t *sql.Tx) error {
			if err := insertForm(ctx, t, "a"); err != nil {
				return err
			}
			cancel()
			return insertForm(ctx, t, "b")
		})
		if err != nil || forms(t, s) != 2 {
			t.Errorf("error %v, %d forms, want both", err, forms(t, s))
		}
	})
	t.Run("after a failure nothing is", func(t *testing.T) {
		s := storagetest.Open(t)
		ctx, cancel := context.WithCancel(t.Context())
		failure := errors.New("failure")
		err := s.Write(ctx, func(ctx context.Context, t *sql.Tx) error {
			cancel()
			if err := insertForm(ctx, t, "a"); err != nil {
				return err
			}
			return failure
		})
		if !errors.Is(err, failure) || forms(t, s) != 0 {
			t.Errorf("error %v, %d forms, want none", err, forms(t, s))
		}
	})
	t.Run("one that has ended begins nothing", func(t *testing.T) {
		s := storagetest.Open(t)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, err := s.Create(ctx, storagetest.New(t))
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
	})
}

func TestReadingStopsWhenItsContextEnds(t *testing.T) {
	s := storagetest.Open(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Read(ctx, func(ctx context.Context, tx *sql.Tx) error {
		cancel()
		var n int
		return tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM form`).Scan(&n)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if forms(t, s) != 0 { // and reading goes on
		t.Error("something was written")
	}
}

// A search is given up at every letter that is typed: each time a new connection
// would read the schema anew.
func TestASearchThatIsGivenUpKeepsItsConnection(t *testing.T) {
	var made atomic.Int32
	o := storagetest.Options().WithHook(func(*sqlite3.SQLiteConn) error { made.Add(1); return nil })
	s := storagetest.OpenAt(t, filepath.Join(t.TempDir(), "giamsat.db"), o)
	before := made.Load()
	for range 3 {
		ctx, cancel := context.WithCancel(t.Context())
		err := s.Read(ctx, func(ctx context.Context, tx *sql.Tx) error {
			cancel()
			var n int
			for range 500 { // time for whoever would end the transaction behind our back
				if err := tx.QueryRowContext(t.Context(), `SELECT COUNT(*) FROM form`).Scan(&n); err != nil {
					return err
				}
			}
			return tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM form`).Scan(&n)
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
	}
	if forms(t, s) != 0 || made.Load() != before {
		t.Errorf("%d connections were made anew", made.Load()-before)
	}
}

func TestPanicInsideATransactionLeavesNothingBehind(t *testing.T) {
	s := storagetest.Open(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		err := s.Write(t.Context(), func(ctx context.Context, t *sql.Tx) error {
			if err := insertForm(ctx, t, "a"); err != nil {
				return err
			}
			panic("fault")
		})
		t.Errorf("came back with %v", err)
	}()
	if forms(t, s) != 0 {
		t.Error("something was committed")
	}
	storagetest.Create(t, s) // and the connection is free again
}

func TestReaderCannotWrite(t *testing.T) {
	s := storagetest.Open(t)
	err := s.Read(t.Context(), func(ctx context.Context, t *sql.Tx) error { return insertForm(ctx, t, "a") })
	if !errors.Is(err, model.ErrReadOnly) {
		t.Errorf("error %v", err)
	}
}

func TestFailedCommitIsReadBack(t *testing.T) {
	broken := sqlite3.Error{Code: sqlite3.ErrIoErr, ExtendedCode: sqlite3.ErrIoErrFsync}
	for name, c := range map[string]struct {
		end  func(*sql.Tx) error
		want error
		raw  string
	}{
		"what is on the disk counts as saved": {func(t *sql.Tx) error { return errors.Join(t.Commit(), broken) }, nil, "b"},
		"what is not is told":                 {func(t *sql.Tx) error { return errors.Join(t.Rollback(), broken) }, model.ErrIO, "a"},
	} {
		t.Run(name, func(t *testing.T) {
			fail := false
			connections := 0
			o := storagetest.Options().
				WithHook(func(*sqlite3.SQLiteConn) error { connections++; return nil }).
				WithCommit(func(t *sql.Tx) error {
					if fail {
						fail = false
						return c.end(t)
					}
					return t.Commit()
				})
			s := storagetest.OpenAt(t, filepath.Join(t.TempDir(), "giamsat.db"), o)
			id := storagetest.Create(t, s)
			revs := mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "a")}}).Revs
			fail = true
			before := connections
			in := model.Save{ID: id, Revs: revs, Changes: []form.Change{typed(leader, "b")}}
			if _, err := s.Save(t.Context(), in); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if connections == before {
				t.Error("the connection was used on after its sync failed")
			}
			if got := mustOpen(t, s, id).Filled.Answers[leader].Raw; got != c.raw {
				t.Errorf("leader %q, want %q", got, c.raw)
			}
			mustSave(t, s, in) // saving goes on
			if got := mustOpen(t, s, id).Filled.Answers[leader].Raw; got != "b" {
				t.Errorf("leader %q after the second try", got)
			}
			sound(t, s)
		})
	}
}

func TestMisspeltSettingIsRefused(t *testing.T) {
	for _, option := range []string{"_journal_mode", "_synchronous", "_txlock", "_busy_timeout", "_foreign_keys", "_query_only"} {
		t.Run(option, func(t *testing.T) {
			o := storagetest.Options().WithDSN(func(dsn string) string { return strings.Replace(dsn, option+"=", option+"s=", 1) })
			s, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "giamsat.db"), o)
			if !errors.Is(err, storage.ErrSettings) {
				t.Errorf("error %v", err)
			}
			if err == nil {
				t.Error(s.Close())
			}
		})
	}
}

func TestEveryNewConnectionHasTheSettings(t *testing.T) {
	spoil := false
	o := storagetest.Options().WithHook(func(*sqlite3.SQLiteConn) error {
		if spoil {
			return errors.New("seen")
		}
		return nil
	})
	s := storagetest.OpenAt(t, filepath.Join(t.TempDir(), "giamsat.db"), o)
	spoil = true
	// Two snapshots at a time need a second connection, made long after opening.
	err := s.Read(t.Context(), func(ctx context.Context, _ *sql.Tx) error {
		return s.Read(ctx, func(context.Context, *sql.Tx) error { return nil })
	})
	if err == nil {
		t.Error("a later connection was not looked at")
	}
}
