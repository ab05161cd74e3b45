package storage_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"giamsat/model"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// dies is a function for SQL that kills the process in the middle of a statement.
func dies(c *sqlite3.SQLiteConn) error {
	return c.RegisterFunc("dies", func() (int, error) { return 0, syscall.Kill(os.Getpid(), syscall.SIGKILL) }, true)
}

// migratePart opens the database with migrations in which dies() stands.
func migratePart(path, _, name string) error {
	steps, err := embeddedSteps()
	if err != nil {
		return err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for i, step := range strings.Split(string(text), "\n==\n") {
		if i < len(steps) {
			steps[i] = storage.Step{SQL: step}
		} else {
			steps = append(steps, storage.Step{SQL: step})
		}
	}
	s, err := storage.Open(context.Background(), path, partOptions("m").WithSteps(steps...).WithHook(dies))
	if err != nil {
		return err
	}
	return s.Close()
}

func embeddedSteps() ([]storage.Step, error) {
	texts, err := storage.EmbeddedSQL()
	steps := make([]storage.Step, 0, len(texts))
	for _, text := range texts {
		steps = append(steps, storage.Step{SQL: text})
	}
	return steps, err
}

// schema is what a database consists of, and its version.
func schema(tb testing.TB, path string) string {
	tb.Helper()
	db := raw(tb, path)
	var text string
	var version int
	if err := db.QueryRow(`SELECT COALESCE(GROUP_CONCAT(name || sql, char(10)), '') FROM (SELECT name, sql FROM sqlite_schema ORDER BY name)`).Scan(&text); err != nil {
		tb.Fatal(err)
	}
	if err := db.QueryRow(`PRAGMA user_version`).Scan(&version); err != nil {
		tb.Fatal(err)
	}
	return strconv.Itoa(version) + "\n" + text
}

// sweep kills a migration before every statement and at its end.
func sweep(t *testing.T, statements []string, former []string, prepare func(t *testing.T) string, after func(t *testing.T, path string)) {
	t.Helper()
	for at := range len(statements) + 1 {
		t.Run(fmt.Sprintf("at statement %d", at), func(t *testing.T) {
			path := prepare(t)
			old := ""
			if len(former) > 0 {
				old = schema(t, path)
			}
			deadly := append(append(append([]string{}, statements[:at]...), "SELECT dies();"), statements[at:]...)
			file := filepath.Join(t.TempDir(), "steps.sql")
			writeFile(t, file, strings.Join(append(append([]string{}, former...), strings.Join(deadly, "\n\n")), "\n==\n"))
			c, faults := child(t, "migrate", path, "", file)
			var killed *exec.ExitError
			if err := c.Run(); !errors.As(err, &killed) || killed.ExitCode() != -1 {
				t.Fatalf("the process was not killed: %v %s", err, faults)
			}
			if got := schema(t, path); len(former) > 0 && got != old {
				t.Errorf("between the versions:\n%s", got)
			} else if len(former) == 0 && got != "0\n" {
				t.Errorf("not empty:\n%s", got)
			}
			after(t, path)
		})
	}
}

func TestFirstMigrationKilledAtAnyStatementLeavesAnEmptyDatabase(t *testing.T) {
	texts, err := storage.EmbeddedSQL()
	if err != nil {
		t.Fatal(err)
	}
	statements := strings.Split(strings.TrimSpace(texts[0]), "\n\n")
	if len(statements) < 10 {
		t.Fatalf("only %d statements", len(statements))
	}
	sweep(t, statements, nil,
		func(t *testing.T) string { return filepath.Join(t.TempDir(), "giamsat.db") },
		func(t *testing.T, path string) {
			s := storagetest.OpenAt(t, path, storagetest.Options())
			storagetest.Create(t, s)
			sound(t, s)
		})
}

func TestSecondMigrationKilledAtAnyStatementLeavesTheFirstVersion(t *testing.T) {
	t.Parallel() // it waits for some sixty processes
	texts, err := storage.EmbeddedSQL()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/version-1.txt")
	if err != nil {
		t.Fatal(err)
	}
	statements := strings.Split(strings.TrimSpace(texts[1]), "\n\n")
	if len(statements) < 40 {
		t.Fatalf("only %d statements", len(statements))
	}
	sweep(t, statements, texts[:1],
		func(t *testing.T) string { return version1(t) },
		func(t *testing.T, path string) {
			s := storagetest.OpenAt(t, path, storagetest.Options())
			if got := told(t, s); got != string(want) {
				t.Errorf("it reads\n%s", got)
			}
			sound(t, s)
		})
}

// TestMigrationsAfterTheSecondKilledAtAnyStatementLeaveTheOneBefore takes the saved
// file of the second version through each migration since.
func TestMigrationsAfterTheSecondKilledAtAnyStatementLeaveTheOneBefore(t *testing.T) {
	texts, err := storage.EmbeddedSQL()
	if err != nil {
		t.Fatal(err)
	}
	steps, err := embeddedSteps()
	if err != nil {
		t.Fatal(err)
	}
	want := toldBy(t, 2)
	for n := 2; n < len(texts); n++ {
		t.Run(fmt.Sprintf("migration %d", n+1), func(t *testing.T) {
			sweep(t, strings.Split(strings.TrimSpace(texts[n]), "\n\n"), texts[:n],
				func(t *testing.T) string {
					path := version(t, 2)
					s, err := storage.Open(t.Context(), path, storagetest.Options().WithSteps(steps[:n]...))
					if err != nil {
						t.Fatal(err)
					}
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
					return path
				},
				func(t *testing.T, path string) {
					s := storagetest.OpenAt(t, path, storagetest.Options())
					if got := told(t, s); got != want {
						t.Errorf("it reads\n%s", got)
					}
					sound(t, s)
				})
		})
	}
}

// next are statements that a later migration could have.
var next = []string{
	`CREATE TABLE team (id TEXT PRIMARY KEY) STRICT;`,
	`ALTER TABLE record ADD COLUMN remark TEXT NOT NULL DEFAULT '';`,
	`UPDATE record SET remark = unit_name;`,
	`DROP INDEX record_unit;`,
	`CREATE INDEX record_unit ON record (unit, kind, remark);`,
}

func TestLaterMigrationKilledAtAnyStatementLeavesTheFormerVersion(t *testing.T) {
	former, err := storage.EmbeddedSQL()
	if err != nil {
		t.Fatal(err)
	}
	sweep(t, next, former,
		func(t *testing.T) string { path, _ := filled(t); return path },
		func(t *testing.T, path string) {
			sound(t, storagetest.OpenAt(t, path, storagetest.Options()))
		})
}

func TestMigrationIsPrecededByABackup(t *testing.T) {
	path, id := filled(t)
	steps, err := embeddedSteps()
	if err != nil {
		t.Fatal(err)
	}
	newer := storagetest.Options().WithSteps(append(steps, storage.Step{SQL: strings.Join(next, "\n")})...)
	s := storagetest.OpenAt(t, path, newer)
	mustOpen(t, s, id)
	copies, err := filepath.Glob(path + ".before-*")
	if err != nil || len(copies) != 1 {
		t.Fatalf("copies %v, %v", copies, err)
	}
	if got := schema(t, path); !strings.HasPrefix(got, strconv.Itoa(len(steps)+1)+"\n") {
		t.Errorf("version %.2s", got)
	}
	before := storagetest.OpenAt(t, copies[0], storagetest.Options())
	mustOpen(t, before, id)
	sound(t, before)
	t.Run("the older program refuses the newer file", func(t *testing.T) {
		if _, err := storage.Open(t.Context(), path, storagetest.Options()); !errors.Is(err, model.ErrNewer) {
			t.Errorf("error %v", err)
		}
	})
}

func TestNewDatabaseNeedsNoBackup(t *testing.T) {
	s := storagetest.Open(t)
	if copies, err := filepath.Glob(s.Path() + ".before-*"); err != nil || len(copies) != 0 {
		t.Errorf("copies %v, %v", copies, err)
	}
}
