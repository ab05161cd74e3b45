package storage_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// version1 makes the database that the first version of the program left: two
// people, two versions of the form, inspections begun, completed and reopened,
// rows added and removed.
func version1(tb testing.TB) (path string) {
	tb.Helper()
	text, err := os.ReadFile("testdata/version-1.sql")
	if err != nil {
		tb.Fatal(err)
	}
	path = filepath.Join(tb.TempDir(), "giamsat.db")
	statement(tb, raw(tb, path), string(text))
	return path
}

// told spells all that can be read of the inspections of a database, and their
// histories with their hashes.
func told(tb testing.TB, s *storage.Store) string {
	tb.Helper()
	page, total, err := s.Records(tb.Context(), model.Query{})
	if err != nil {
		tb.Fatal(err)
	}
	var text strings.Builder
	fmt.Fprintln(&text, total, "inspections")
	for _, m := range page {
		fmt.Fprintf(&text, "\n%s: %s | %s | %s | %s | %s by %s | %s\n", m.ID, m.UnitName, m.UnitPath, m.Day, m.Round,
			m.ChangedAt.Format(time.RFC3339Nano), m.ChangedBy, m.Status)
		tellRecord(tb, &text, s, m.ID)
		for _, e := range history(tb, s, m.ID) {
			fmt.Fprintf(&text, "  %d %s %s %s %s %s %s %q > %q %s %s\n", e.Seq, e.At.Format(time.RFC3339Nano), e.By, e.From, e.Kind,
				e.Cause, e.Field, e.Old.Raw, e.New.Raw, e.Reason, e.Hash)
		}
	}
	return text.String()
}

func tellRecord(tb testing.TB, text *strings.Builder, s *storage.Store, id model.RecordID) {
	tb.Helper()
	o := mustOpen(tb, s, id)
	in := o.Record
	fmt.Fprintf(text, "  %s | %s | %s | %s %s %s | revision %d | %s by %s | %s by %s | %s %s %d\n", in.Unit, in.Programme,
		strings.Join(in.Projects, " "), in.Form.ID, in.Form.Version, in.Form.Hash, in.Rev, in.CreatedAt.Format(time.RFC3339Nano), in.CreatedBy,
		in.CompletedAt.Format(time.RFC3339Nano), in.CompletedBy, in.Place.Section, in.Place.Field, in.Place.Caret)
	for _, p := range in.Progress {
		fmt.Fprintf(text, "  %s: %d of %d, %d missing, %d stops\n", p.Section, p.Answered, p.Items, p.Missing, p.Stops)
	}
	var lines []string
	for f, rev := range o.Revs {
		a := o.Filled.Answers[f]
		lines = append(lines, fmt.Sprintf("  %s = %q %#v %v at %d\n", f, a.Raw, a.Value.Any(), a.Carried, rev))
	}
	slices.Sort(lines)
	text.WriteString(strings.Join(lines, ""))
	for table, rows := range o.Filled.Rows {
		fmt.Fprintf(text, "  %s %v\n", table, rows)
	}
}

func TestADatabaseOfTheFirstVersionReadsTheSame(t *testing.T) {
	path := version1(t)
	s := storagetest.OpenAt(t, path, storagetest.Options())
	want, err := os.ReadFile("testdata/version-1.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := told(t, s); got != string(want) {
		t.Errorf("it reads\n%s", got)
	}
	sound(t, s)
}
