package storage_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// desk is a database whose sessions a test opens, kills and asks.
type desk struct {
	tb    testing.TB
	path  string
	dir   string
	id    model.RecordID
	count int
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	path, id := filled(t)
	return &desk{tb: t, path: path, dir: path + ".open", id: id}
}

func (d *desk) session() *storage.Store {
	d.tb.Helper()
	d.count++
	o := storagetest.Options()
	name := strings.Repeat("s", d.count)
	ids := o.NewID
	o.NewID = func() string { return name + ids() }
	return storagetest.OpenAt(d.tb, d.path, o)
}

func (d *desk) keep(s *storage.Store, f form.Field, text string) {
	d.tb.Helper()
	if err := s.KeepOpen(d.id, model.OpenText{Field: f, Text: text, Caret: len(text)}); err != nil {
		d.tb.Fatal(err)
	}
}

// crash lets the locks of a session go and keeps its files, as a killed process does.
func (d *desk) crash(s *storage.Store) {
	d.tb.Helper()
	if err := s.Close(); err != nil {
		d.tb.Fatal(err)
	}
}

func (d *desk) recovered(s *storage.Store) []string {
	d.tb.Helper()
	found, err := s.Recovered(d.tb.Context(), d.id)
	if err != nil {
		d.tb.Fatal(err)
	}
	texts := []string{}
	for _, f := range found {
		texts = append(texts, f.Text)
	}
	slices.Sort(texts)
	return texts
}

func (d *desk) files(kind string) []string {
	d.tb.Helper()
	names, err := filepath.Glob(filepath.Join(d.dir, "*."+kind))
	if err != nil {
		d.tb.Fatal(err)
	}
	return names
}

func (d *desk) want(got []string, want ...string) {
	d.tb.Helper()
	if diff := cmp.Diff(append([]string{}, want...), append([]string{}, got...)); diff != "" {
		d.tb.Error(diff)
	}
}

func TestTextOfAnOpenFieldSurvivesACrash(t *testing.T) {
	d := newDesk(t)
	s := d.session()
	d.keep(s, note, "đang gõ d")
	if err := s.KeepOpen(d.id, model.OpenText{Field: note, Text: "đang gõ dở", Caret: len("đang gõ dở"), Rev: 3}); err != nil {
		t.Fatal(err)
	}
	d.crash(s)
	found, err := d.session().Recovered(t.Context(), d.id)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]model.OpenText{{Field: note, Text: "đang gõ dở", Caret: len("đang gõ dở"), Rev: 3}}, found); diff != "" {
		t.Error(diff)
	}
}

func TestClearedTextIsNotRecovered(t *testing.T) {
	d := newDesk(t)
	s := d.session()
	d.keep(s, note, "x")
	if err := s.KeepOpen(d.id, model.OpenText{}); err != nil {
		t.Fatal(err)
	}
	d.crash(s)
	d.want(d.recovered(d.session()))
	d.want(d.files("*"))
}

func TestLivingSessionsTextIsLeftAlone(t *testing.T) {
	d := newDesk(t)
	alive := d.session()
	d.keep(alive, note, "của người khác")
	s := d.session()
	d.want(d.recovered(s))
	d.crash(alive)
	d.want(d.recovered(s), "của người khác")
}

func TestRecoveredTextIsTakenByOneSessionOnly(t *testing.T) {
	d := newDesk(t)
	s := d.session()
	d.keep(s, note, "x")
	d.crash(s)
	first, other := d.session(), d.session()
	d.want(d.recovered(first), "x")
	d.want(d.recovered(other))
}

func TestCrashDuringRecoveryLosesNothing(t *testing.T) {
	d := newDesk(t)
	for _, f := range []form.Field{note, leader} {
		s := d.session()
		d.keep(s, f, f.Item)
		d.crash(s)
	}
	s := d.session()
	d.want(d.recovered(s), "committee", "leader")
	d.keep(s, note, "committee, thêm")
	d.crash(s)
	s = d.session()
	d.want(d.recovered(s), "committee, thêm", "leader")
	d.crash(s)
	d.want(d.recovered(d.session()), "committee, thêm", "leader")
}

func TestRecoveredTextGoesWhenItsFieldIsDealtWith(t *testing.T) {
	for name, deal := range map[string]func(d *desk, s *storage.Store){
		"saved": func(d *desk, s *storage.Store) {
			mustSave(d.tb, s, model.Save{ID: d.id, Changes: []form.Change{typed(note, "xong")}})
		},
		"given up": func(d *desk, s *storage.Store) { d.keep(s, note, "") },
		"standing already": func(d *desk, s *storage.Store) {
			mustSave(d.tb, second(d.tb, s, "binh"), model.Save{ID: d.id, Changes: []form.Change{typed(note, "dở")}})
			d.want(d.recovered(s), "Nguyễn")
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			for f, text := range map[form.Field]string{note: "dở", leader: "Nguyễn"} {
				s := d.session()
				d.keep(s, f, text)
				d.crash(s)
			}
			s := d.session()
			d.want(d.recovered(s), "Nguyễn", "dở")
			deal(d, s)
			d.crash(s)
			d.want(d.recovered(d.session()), "Nguyễn")
		})
	}
}

func TestDamagedRecoveryFileIsSetAside(t *testing.T) {
	for name, spoil := range map[string]func(text string) string{
		"cut":     func(text string) string { return text[:len(text)/2] },
		"empty":   func(string) string { return "" },
		"one bit": func(text string) string { return strings.Replace(text, "dở", "Dở", 1) },
		"no json": func(string) string { return storage.HashOf([]byte("{")) + "\n{\n" },
		"other forms": func(string) string {
			body := `{"inspection":"x"}`
			return storage.HashOf([]byte(body)) + "\n" + body + "\n"
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			s := d.session()
			d.keep(s, note, "dở")
			d.crash(s)
			file := d.files("open")[0]
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			spoilt := spoil(string(text))
			writeFile(t, file, spoilt)
			s = d.session()
			d.want(d.recovered(s))
			bad := d.files("bad")
			if len(bad) != 1 {
				t.Fatalf("set aside: %v", bad)
			}
			if kept, err := os.ReadFile(bad[0]); err != nil || string(kept) != spoilt {
				t.Errorf("kept %q, %v", kept, err)
			}
			d.want(d.recovered(s)) // and not again
		})
	}
}

func TestHalfWrittenRecoveryFileDoesNotHideTheFormerText(t *testing.T) {
	d := newDesk(t)
	s := d.session()
	d.keep(s, note, "trước")
	d.crash(s)
	writeFile(t, d.files("open")[0]+".new", "half")
	d.want(d.recovered(d.session()), "trước")
}

func TestTextsOfOtherInspectionsAreNotOffered(t *testing.T) {
	d := newDesk(t)
	s := d.session()
	other := storagetest.Create(t, s)
	if err := s.KeepOpen(other, model.OpenText{Field: note, Text: "khác"}); err != nil {
		t.Fatal(err)
	}
	d.crash(s)
	d.want(d.recovered(d.session()))
}
