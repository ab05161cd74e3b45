package storage_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage/storagetest"
)

func TestTheRevisionGrowsWithEverySavedChange(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	rev := func() int64 {
		t.Helper()
		n, err := s.Rev(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := rev()
	if now := mustOpen(t, s, id).Record.Rev; now != before {
		t.Errorf("the record says %d, its revision is %d", now, before)
	}
	mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}})
	if rev() <= before {
		t.Errorf("a change was saved, and the revision is still %d", rev())
	}
	before = rev()
	mustSave(t, s, model.Save{ID: id, Place: model.Place{Section: "works"}})
	if rev() != before {
		t.Error("a move within the form is a new revision")
	}
	if _, err := s.Rev(t.Context(), "nowhere"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("of a record that is not there it says %v", err)
	}
}

// While nobody has written anything for a while, the revision is told without
// the database; what another program then saves is seen at the next look.
func TestARevisionIsReadOnlyAfterSomebodyWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "giamsat.db")
	transactions := 0
	here := storagetest.OpenAt(t, path, storagetest.Options().WithCommit(func(t *sql.Tx) error { transactions++; return t.Commit() }))
	there := storagetest.OpenAt(t, path, storagetest.Options())
	id := storagetest.Create(t, here)
	long := time.Now().Add(-time.Minute)
	if err := os.Chtimes(path+"-wal", long, long); err != nil {
		t.Fatal(err)
	}
	rev := func() int64 {
		t.Helper()
		n, err := here.Rev(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := rev()
	read := transactions
	for range 3 {
		if now := rev(); now != before {
			t.Errorf("nobody wrote anything, and the revision went from %d to %d", before, now)
		}
	}
	if transactions != read {
		t.Errorf("%d transactions were made to read what had not changed", transactions-read)
	}
	for i, name := range []string{"An", "Bình", "Chi"} {
		revs := mustOpen(t, there, id).Revs
		mustSave(t, there, model.Save{ID: id, Changes: []form.Change{typed(leader, name)}, Revs: revs})
		if now := rev(); now <= before {
			t.Fatalf("change %d of another program is not seen: still revision %d", i+1, now)
		}
		before = rev()
	}
}
