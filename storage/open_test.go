package storage_test

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"giamsat/model"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// raw opens a file beside the store, as another program would.
func raw(tb testing.TB, path string) *sql.DB {
	tb.Helper()
	u := url.URL{Scheme: "file", Path: path}
	db, err := sql.Open("sqlite3", u.String()+"?_foreign_keys=0")
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}

func statement(tb testing.TB, db *sql.DB, query string, args ...any) {
	tb.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		tb.Fatalf("%s: %v", query, err)
	}
}

// filled makes a database with an inspection, closed again.
func filled(tb testing.TB) (path string, id model.RecordID) {
	tb.Helper()
	path = filepath.Join(tb.TempDir(), "giamsat.db")
	s := storagetest.OpenAt(tb, path, storagetest.Options())
	id = storagetest.Create(tb, s)
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
	return path, id
}

func overwrite(tb testing.TB, path string, at int64, bytes []byte) {
	tb.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := f.WriteAt(bytes, at); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
}

func writeFile(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

func TestOpenRefusesWhatCouldNotKeepThePromises(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(tb testing.TB) (path string, o storage.Options)
		want    error
	}{
		"no file": {func(tb testing.TB) (string, storage.Options) {
			return filepath.Join(tb.TempDir(), "none.db"), storage.Options{}
		}, model.ErrMissing},
		"no folder": {func(tb testing.TB) (string, storage.Options) {
			return filepath.Join(tb.TempDir(), "none", "none.db"), storage.Options{}
		}, model.ErrMissing},
		"an empty file that nobody meant to make": {func(tb testing.TB) (string, storage.Options) {
			path := filepath.Join(tb.TempDir(), "empty.db")
			writeFile(tb, path, "")
			return path, storage.Options{}
		}, model.ErrMissing},
		"an empty file whose log is not empty": {func(tb testing.TB) (string, storage.Options) {
			path := filepath.Join(tb.TempDir(), "empty.db")
			writeFile(tb, path, "")
			writeFile(tb, path+"-wal", "saved once")
			return path, storagetest.Options()
		}, model.ErrDamaged},
		"a text": {func(tb testing.TB) (string, storage.Options) {
			path := filepath.Join(tb.TempDir(), "letter.txt")
			writeFile(tb, path, strings.Repeat("Kính gửi: ", 500))
			return path, storagetest.Options()
		}, model.ErrForeign},
		"a short text": {func(tb testing.TB) (string, storage.Options) {
			path := filepath.Join(tb.TempDir(), "letter.txt")
			writeFile(tb, path, "hi")
			return path, storagetest.Options()
		}, model.ErrForeign},
		"a folder": {func(tb testing.TB) (string, storage.Options) { return tb.TempDir(), storagetest.Options() }, model.ErrForeign},
		"another program's database": {func(tb testing.TB) (string, storage.Options) {
			path := filepath.Join(tb.TempDir(), "other.db")
			statement(tb, raw(tb, path), `CREATE TABLE bookmarks (id)`)
			return path, storagetest.Options()
		}, model.ErrForeign},
		"another program's database with a mark": {func(tb testing.TB) (string, storage.Options) {
			path := filepath.Join(tb.TempDir(), "other.db")
			statement(tb, raw(tb, path), `PRAGMA application_id = 252006673`)
			return path, storagetest.Options()
		}, model.ErrForeign},
		"a database without tables that somebody numbered": {func(tb testing.TB) (string, storage.Options) {
			path := filepath.Join(tb.TempDir(), "other.db")
			statement(tb, raw(tb, path), `PRAGMA user_version = 99`)
			return path, storagetest.Options()
		}, model.ErrForeign},
		"a newer program's database": {func(tb testing.TB) (string, storage.Options) {
			path, _ := filled(tb)
			statement(tb, raw(tb, path), `PRAGMA user_version = 99`)
			return path, storagetest.Options()
		}, model.ErrNewer},
		"a database with a broken beginning": {func(tb testing.TB) (string, storage.Options) {
			path, _ := filled(tb)
			overwrite(tb, path, 0, []byte("XXXXXXXXXXXXXXXX"))
			return path, storagetest.Options()
		}, model.ErrDamaged},
		"a database with a broken schema page": {func(tb testing.TB) (string, storage.Options) {
			path, _ := filled(tb)
			overwrite(tb, path, 100, []byte(strings.Repeat("\xff", 400)))
			return path, storagetest.Options()
		}, model.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			path, o := c.prepare(t)
			before, _ := os.ReadFile(path) //nolint:errcheck // there may be none: then it must stay so
			s, err := storage.Open(t.Context(), path, o)
			if err == nil {
				t.Fatal("opened", s.Close())
			}
			if !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) { //nolint:errcheck // as above
				t.Error("the refused file was changed")
			}
		})
	}
}

func TestOpenMakesAFileOnlyItsOwnerMayRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data", "giamsat")
	path := filepath.Join(dir, "tên lạ ? # % 100.db")
	s := storagetest.OpenAt(t, path, storagetest.Options())
	id := storagetest.Create(t, s)
	if err := s.KeepOpen(id, model.OpenText{Field: leader, Text: "x"}); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Dir(dir), func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestOpenTakesAnEmptyFileForANewDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.db")
	writeFile(t, path, "")
	s := storagetest.OpenAt(t, path, storagetest.Options())
	storagetest.Create(t, s)
	if !s.BegunInEmptyFile() {
		t.Error("it does not say that the file was empty")
	}
	again := storagetest.OpenAt(t, path, storagetest.Options())
	first := storagetest.Open(t)
	if again.BegunInEmptyFile() || first.BegunInEmptyFile() {
		t.Error("it says so of a database, or where there was no file")
	}
}

func TestCutDatabaseIsFoundDamaged(t *testing.T) {
	path, id := filled(t)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int64{info.Size() - 4096, info.Size() / 2, 4096, 700} {
		t.Run(fmt.Sprintf("at %d bytes", size), func(t *testing.T) {
			if err := os.Truncate(path, size); err != nil {
				t.Fatal(err)
			}
			s, err := storage.Open(t.Context(), path, storagetest.Options())
			if err != nil {
				if !errors.Is(err, model.ErrDamaged) {
					t.Errorf("error %v", err)
				}
				return
			}
			defer func() {
				if err := s.Close(); err != nil {
					t.Log("closing the damaged file:", err)
				}
			}()
			r, err := s.Check(t.Context())
			if err != nil || r.Sound() {
				t.Errorf("the check found nothing: %v", err)
			}
			if _, err := s.Record(t.Context(), id); err != nil && !errors.Is(err, model.ErrDamaged) {
				t.Errorf("reading gave %v", err)
			}
		})
	}
}

func TestFlippedBytesAreFound(t *testing.T) {
	path, _ := filled(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// Every page holding something of the inspection: find its texts in the file.
	for _, text := range []string{"Phường Thành Sen", "Tiny form", `{"unit":"18073`} {
		at := strings.LastIndex(string(whole), text)
		if at < 0 {
			t.Fatalf("%q is not in the file", text)
		}
		t.Run(text, func(t *testing.T) {
			writeFile(t, path, string(whole))
			overwrite(t, path, int64(at), []byte{whole[at] ^ 0x20})
			s := storagetest.OpenAt(t, path, storagetest.Options())
			r, err := s.Check(t.Context())
			if err != nil || r.Sound() {
				t.Errorf("the check found nothing: %v", err)
			}
		})
	}
}

func TestOpenTellsThatAnotherProcessHoldsTheFile(t *testing.T) {
	path, _ := filled(t)
	db := raw(t, path)
	statement(t, db, `PRAGMA locking_mode = EXCLUSIVE`)
	statement(t, db, `BEGIN EXCLUSIVE`)
	o := storagetest.Options()
	o.Wait = 20 * time.Millisecond
	s, err := storage.Open(t.Context(), path, o)
	if err == nil {
		t.Fatal("opened", s.Close())
	}
	if !errors.Is(err, model.ErrBusy) {
		t.Errorf("error %v", err)
	}
}

func TestSaveTellsThatAnotherProcessHoldsTheFile(t *testing.T) {
	path, id := filled(t)
	o := storagetest.Options()
	o.Wait = 20 * time.Millisecond
	s := storagetest.OpenAt(t, path, o)
	db := raw(t, path)
	statement(t, db, `BEGIN IMMEDIATE`)
	if _, err := s.Save(t.Context(), model.Save{ID: id}); !errors.Is(err, model.ErrBusy) {
		t.Errorf("error %v", err)
	}
	mustOpen(t, s, id) // reading goes on meanwhile
	statement(t, db, `ROLLBACK`)
	mustSave(t, s, model.Save{ID: id})
}

func TestCloseTwiceIsOneClose(t *testing.T) {
	path := filepath.Join(t.TempDir(), "giamsat.db")
	s := storagetest.OpenAt(t, path, storagetest.Options())
	storagetest.Create(t, s)
	for range 2 {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		t.Errorf("the log still holds %d bytes", info.Size())
	}
}

func TestLowSpaceBeginsAtATwentieth(t *testing.T) {
	for _, c := range []struct {
		free, total uint64
		want        bool
	}{{4, 100, true}, {5, 100, false}, {100, 100, false}, {0, 100, true}, {0, 0, false}} {
		if got := storage.Low(c.free, c.total); got != c.want {
			t.Errorf("%d of %d: %v", c.free, c.total, got)
		}
	}
	if _, err := storagetest.Open(t).LowSpace(); err != nil {
		t.Error(err)
	}
}
