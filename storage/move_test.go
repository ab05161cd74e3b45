package storage_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// newer is the tiny form's next version, whose table has no figures either.
func newer(tb testing.TB) *form.Definition {
	tb.Helper()
	d, err := storagetest.Load([]byte(strings.Replace(storagetest.FormSource, `version: "2024-01-01"`, `version: "2026-11-25"`, 1)))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func TestMoveBindsToTheOtherFormAndDropsNoAnswer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "giamsat.db")
	s := storagetest.OpenAt(t, path, storagetest.Options())
	id := storagetest.Create(t, s)
	old := mustOpen(t, s, id).Record.Form
	gone := form.Field{Item: "no_longer"}
	row := model.FactRow{Table: "projects", Row: "a"}
	revs := mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(gone, "còn đây"), count(officers, 3)},
		Facts: map[model.FactRow][]form.Fact{row: {{Year: 2023, Amount: 7}}}}).Revs
	if err := s.KeepOpen(id, model.OpenText{Field: leader, Text: "gõ dở"}); err != nil {
		t.Fatal(err)
	}
	to := newer(t)
	in := model.Save{ID: id, Revs: revs, Changes: []form.Change{filledIn(leader, "từ mục cũ"), count(officers, 4)}, Head: form.Head{Title: "mới"},
		Progress: []form.Progress{{Section: "head", Answered: 2}}}
	if err := s.Move(t.Context(), in, to, "  theo mẫu mới "); err != nil {
		t.Fatal(err)
	}
	check := func(s *storage.Store) {
		o := mustOpen(t, s, id)
		if want := (model.FormRef{ID: to.ID, Version: to.Version, Hash: to.Hash}); o.Record.Form != want || o.Form.Hash != to.Hash {
			t.Errorf("bound to %+v", o.Record.Form)
		}
		if a := o.Filled.Answers; a[gone].Raw != "còn đây" || a[leader].Raw != "từ mục cũ" || a[officers].Raw != "4" || o.Record.Head.Title != "mới" {
			t.Errorf("answers %v, head %+v", a, o.Record.Head)
		}
		sound(t, s)
	}
	check(s)
	if n := number(t, s, `SELECT COUNT(*) FROM fact`); n != 0 {
		t.Errorf("%d figures stand that the form has no place for", n)
	}
	var told []model.Event
	for _, e := range history(t, s, id) {
		if e.Kind == "move" {
			e.Hash = ""
			told = append(told, e)
		}
	}
	want := []model.Event{{Seq: 4, At: storagetest.Options().Clock(), By: "an", From: "test", Kind: "move", Reason: "theo mẫu mới",
		Old: form.Answer{Raw: old.Version}, New: form.Answer{Raw: to.Version}}}
	if diff := cmp.Diff(want, told, cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	if n := lines(t, path, `SELECT COUNT(*) FROM v_inspection_2026_11_25`); n != 1 {
		t.Errorf("%d lines in the new form's view", n)
	}
	t.Run("once more it changes nothing", func(t *testing.T) {
		before := len(history(t, s, id))
		if err := s.Move(t.Context(), in, to, "theo mẫu mới"); err != nil || len(history(t, s, id)) != before {
			t.Errorf("%d events, then %d, %v", before, len(history(t, s, id)), err)
		}
	})
	t.Run("a later session reads it so", func(t *testing.T) { check(storagetest.OpenAt(t, path, storagetest.Options())) })
	t.Run("its former state is on the former form", func(t *testing.T) {
		o, err := s.RecordAt(t.Context(), id, 3)
		if err != nil || o.Record.Form != old || o.Form.Hash != old.Hash || o.Filled.Answers[officers].Raw != "3" {
			t.Errorf("%+v, %v", o, err)
		}
	})
}

func TestMoveThatMayNotBeLeavesAllAsItWas(t *testing.T) {
	for name, c := range map[string]struct {
		spoil  func(t *testing.T, s *storage.Store, in *model.Save)
		to     func(t *testing.T) *form.Definition
		reason string
		want   error // nil: any
	}{
		"without a reason":   {nil, func(t *testing.T) *form.Definition { return newer(t) }, " ", model.ErrReason},
		"to another kind":    {nil, func(t *testing.T) *form.Definition { return storagetest.FormOf(t, model.Finding) }, "lý do", nil},
		"to no form":         {nil, func(*testing.T) *form.Definition { return nil }, "lý do", nil},
		"of one that is not": {func(_ *testing.T, _ *storage.Store, in *model.Save) { in.ID = "none" }, func(t *testing.T) *form.Definition { return newer(t) }, "lý do", model.ErrNotFound},
		"of a completed one": {func(t *testing.T, s *storage.Store, in *model.Save) {
			complete(t, s, model.Completion{Save: model.Save{ID: in.ID}})
		}, func(t *testing.T) *form.Definition { return newer(t) }, "lý do", model.ErrClosed},
		"against another's change": {func(t *testing.T, s *storage.Store, in *model.Save) {
			mustSave(t, second(t, s, "binh"), model.Save{ID: in.ID, Changes: []form.Change{typed(leader, "Bình")}})
		}, func(t *testing.T) *form.Definition { return newer(t) }, "lý do", model.ErrConflict},
	} {
		t.Run(name, func(t *testing.T) {
			s := storagetest.Open(t)
			id := storagetest.Create(t, s)
			in := model.Save{ID: id, Changes: []form.Change{typed(leader, "An"), count(officers, 3)}}
			if c.spoil != nil {
				c.spoil(t, s, &in)
			}
			before := told(t, s)
			err := s.Move(t.Context(), in, c.to(t), c.reason)
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if after := told(t, s); after != before {
				t.Errorf("something was written:\n%s", cmp.Diff(before, after))
			}
			if n := number(t, s, `SELECT COUNT(*) FROM form`); n != 1 {
				t.Errorf("%d forms are kept", n)
			}
			sound(t, s)
		})
	}
}

func TestCheckFindsAMoveThatWasNotMade(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	if err := s.Move(t.Context(), model.Save{ID: id}, newer(t), "theo mẫu mới"); err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	statement(t, raw(t, s.Path()), `UPDATE record SET form = (SELECT hash FROM form WHERE version = '2024-01-01')`)
	if r, err := s.Check(t.Context()); err != nil || len(r.Faults) != 1 || r.Faults[0].Kind != storage.FaultHead {
		t.Errorf("found %v, %v", r.Faults, err)
	}
}

func TestTextKeptAfterAMoveIsRecovered(t *testing.T) {
	d := newDesk(t)
	first := d.session()
	d.keep(first, leader, "trước")
	if err := first.Move(t.Context(), model.Save{ID: d.id}, newer(t), "theo mẫu mới"); err != nil {
		t.Fatal(err)
	}
	d.keep(first, leader, "sau")
	d.crash(first)
	if got := d.recovered(d.session()); len(got) != 1 || !strings.Contains(got[0], "sau") {
		t.Errorf("recovered %v", got)
	}
}
