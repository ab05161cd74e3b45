package storage_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// version1 makes the database that the first version of the program left: two
// people, two versions of the form, inspections begun, completed and reopened,
// rows added and removed.
func version1(tb testing.TB) (path string) { tb.Helper(); return version(tb, 1) }

// version makes the database that a version of the program left. That of the
// second one came from the first and went on: rows taken out, brought back and
// taken out again, a record completed and reopened, a finding begun.
func version(tb testing.TB, n int) (path string) {
	tb.Helper()
	text, err := os.ReadFile(fmt.Sprintf("testdata/version-%d.sql", n))
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

func TestADatabaseOfAnEarlierVersionReadsTheSame(t *testing.T) {
	for n := 1; n <= 2; n++ {
		t.Run(fmt.Sprint("version ", n), func(t *testing.T) {
			s := storagetest.OpenAt(t, version(t, n), storagetest.Options())
			if got := told(t, s); got != toldBy(t, n) {
				t.Errorf("it reads\n%s", got)
			}
			sound(t, s)
		})
	}
}

// toldBy is what a version of the program told of the database that it left.
func toldBy(tb testing.TB, n int) string {
	tb.Helper()
	text, err := os.ReadFile(fmt.Sprintf("testdata/version-%d.txt", n))
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// What was done before steps were numbered is not undone; what comes after it is,
// also of a row that was taken out before.
func TestADatabaseOfTheSecondVersionGoesOnWithSteps(t *testing.T) {
	const draft = "00000000-0000-7000-8000-000000000103"
	s := storagetest.OpenAt(t, version(t, 2), storagetest.Options())
	d := &seat{tb: t, store: s, id: draft, rows: new(int)}
	d.open()
	if d.s.CanUndo() || d.s.CanRedo() {
		t.Error("an act of the former program is offered")
	}
	start := d.standing()
	d.type1(leader, "Lê Thị Ổn")
	d.s.RemoveRow("projects", "x")
	d.save()
	d.open()
	for range 2 {
		if u, ok := d.unwind(d.s.Undo); !ok || u.Lost != nil {
			t.Fatalf("%+v, %v", u, ok)
		}
	}
	if d.standing() != start || d.s.CanUndo() {
		t.Errorf("undone, the record is\n%s", d.standing())
	}
	sound(t, s)
}

func TestADatabaseOfTheFirstVersionGoesOn(t *testing.T) {
	const draft, returned, done = "00000000-0000-7000-8000-000000000003", "00000000-0000-7000-8000-000000000005", "00000000-0000-7000-8000-000000000004"
	path := version1(t)
	s := storagetest.OpenAt(t, path, storagetest.Options())
	if in := mustOpen(t, s, returned).Record; in.ReturnedBy != "binh" || in.ReturnReason != "sai số liệu" {
		t.Errorf("it was returned by %q: %q", in.ReturnedBy, in.ReturnReason)
	}
	page, _, err := s.Records(t.Context(), model.Query{Status: model.Draft, By: "an", Returned: true})
	if err != nil || len(page) != 1 || page[0].ID != returned {
		t.Errorf("returned to an: %v, %v", page, err)
	}
	mustSave(t, s, model.Save{ID: draft, Revs: mustOpen(t, s, draft).Revs, Changes: []form.Change{typed(leader, "Lê Ổn"), rowAdd("d", 2)}})
	if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: draft}}); err != nil {
		t.Error(err)
	}
	if err := s.Reopen(t.Context(), done, "thiếu hồ sơ"); err != nil {
		t.Error(err)
	}
	if got := mustOpen(t, s, draft).Filled.Rows["projects"]; !slices.Equal(got, []form.Row{"a", "c", "d"}) {
		t.Errorf("rows %v", got)
	}
	sound(t, s)
	t.Run("with the copy that was made before", func(t *testing.T) {
		copies, err := filepath.Glob(path + ".before-*")
		if err != nil || len(copies) != 1 {
			t.Fatalf("copies %v, %v", copies, err)
		}
		if got := schema(t, copies[0]); !strings.HasPrefix(got, "1\n") || !strings.Contains(got, "CREATE TABLE inspection") {
			t.Errorf("the copy is %.60s", got)
		}
	})
}

func TestFormerRevisionsOfTheFirstVersionCanBeRead(t *testing.T) {
	const returned = "00000000-0000-7000-8000-000000000005"
	s := storagetest.OpenAt(t, version1(t), storagetest.Options())
	revisions, err := s.Revisions(t.Context(), returned)
	if err != nil || len(revisions) != 1 || revisions[0].Seq != 3 {
		t.Fatalf("%+v, %v", revisions, err)
	}
	o, err := s.RecordAt(t.Context(), returned, 3)
	if err != nil || o.Record.Status != model.Completed || len(o.Filled.Answers) != 1 {
		t.Errorf("%+v, %v", o, err)
	}
}

// lines counts the lines of a view.
func lines(tb testing.TB, path, query string) (n int) {
	tb.Helper()
	if err := raw(tb, path).QueryRow(query).Scan(&n); err != nil {
		tb.Errorf("%s: %v", query, err)
	}
	return n
}

func TestViewsAreMadeAnewAndThoseOfAPersonStay(t *testing.T) {
	path := version1(t)
	statement(t, raw(t, path), `CREATE VIEW mine AS SELECT 7 AS seven`)
	s := storagetest.OpenAt(t, path, storagetest.Options())
	for query, want := range map[string]int{
		`SELECT COUNT(*) FROM v_inspection_2024_01_01 WHERE record = '00000000-0000-7000-8000-000000000003' AND officers = 13`: 1,
		`SELECT COUNT(*) FROM v_inspection_2024_07_01 WHERE record <> ''`:                                                      1,
		`SELECT COUNT(*) FROM v_inspection_2024_01_01_projects WHERE record = '00000000-0000-7000-8000-000000000003'`:          1,
		`SELECT seven FROM mine`:                                 7,
		`SELECT COUNT(*) FROM sqlite_schema WHERE type = 'view'`: 5,
	} {
		if got := lines(t, s.Path(), query); got != want {
			t.Errorf("%s gives %d, want %d", query, got, want)
		}
	}
}

func TestAFormThatCannotBeBuiltAnyMoreKeepsNobodyFromTheRecords(t *testing.T) {
	o := storagetest.Options()
	o.Load = func(src []byte) (*form.Definition, error) {
		if strings.Contains(string(src), "2024-07-01") {
			return nil, errors.New("an unknown key")
		}
		return storagetest.Load(src)
	}
	s := storagetest.OpenAt(t, version1(t), o)
	if _, total, err := s.Records(t.Context(), model.Query{}); total != 4 || err != nil {
		t.Errorf("%d inspections, %v", total, err)
	}
	if n := lines(t, s.Path(), `SELECT COUNT(*) FROM sqlite_schema WHERE type = 'view'`); n != 2 {
		t.Errorf("%d views, want those of the other form", n)
	}
	sound(t, s)
}

func TestProcessesThatBringTheSameFileUpToDateAllSucceed(t *testing.T) {
	path := version1(t)
	var all []*exec.Cmd
	var faults []*strings.Builder
	for n := range 5 {
		c, f := child(t, "create", path, "", strconv.Itoa(n))
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		all, faults = append(all, c), append(faults, f)
	}
	for n, c := range all {
		if err := c.Wait(); err != nil {
			t.Errorf("process %d: %v: %s", n, err, faults[n])
		}
	}
	s := storagetest.OpenAt(t, path, storagetest.Options())
	if _, total, err := s.Records(t.Context(), model.Query{}); total != 4 || err != nil {
		t.Errorf("%d inspections, %v", total, err)
	}
	if n := lines(t, path, `SELECT COUNT(*) FROM sqlite_schema WHERE type = 'view'`); n != 4 {
		t.Errorf("%d views", n)
	}
	sound(t, s)
}
