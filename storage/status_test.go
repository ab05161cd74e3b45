package storage_test

import (
	"context"
	"database/sql"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage/storagetest"
)

func TestCompletedInspectionIsClosed(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	done := model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}}
	saved, err := s.Complete(t.Context(), model.Completion{Save: done})
	if err != nil {
		t.Fatal(err)
	}
	in := mustOpen(t, s, id).Record
	if in.Status != model.Completed || in.CompletedBy != "an" || in.CompletedAt.IsZero() || in.Rev != saved.Rev {
		t.Errorf("inspection %+v", in)
	}
	if _, err := s.Save(t.Context(), model.Save{ID: id, Revs: saved.Revs, Changes: []form.Change{typed(leader, "x")}}); !errors.Is(err, model.ErrClosed) {
		t.Errorf("saving gave %v", err)
	}
	t.Run("the same completion again is no failure", func(t *testing.T) {
		again, err := s.Complete(t.Context(), model.Completion{Save: done})
		if err != nil || again.Rev != saved.Rev {
			t.Errorf("%+v, %v", again, err)
		}
	})
	t.Run("another one is refused", func(t *testing.T) {
		if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: id, Changes: []form.Change{typed(leader, "x")}}}); !errors.Is(err, model.ErrClosed) {
			t.Errorf("completing gave %v", err)
		}
		if _, err := second(t, s, "binh").Complete(t.Context(), model.Completion{Save: done}); !errors.Is(err, model.ErrClosed) {
			t.Errorf("completing by another gave %v", err)
		}
	})
	sound(t, s)
}

func TestCompletingIsRefusedWhileProblemsStand(t *testing.T) {
	for name, p := range map[string]form.Progress{"missing": {Section: "head", Missing: 1}, "stops": {Section: "head", Stops: 1}} {
		t.Run(name, func(t *testing.T) {
			s := storagetest.Open(t)
			id := storagetest.Create(t, s)
			if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: id, Progress: []form.Progress{p}}}); !errors.Is(err, model.ErrNotReady) {
				t.Errorf("error %v", err)
			}
			if got := mustOpen(t, s, id).Record.Status; got != model.Draft {
				t.Errorf("status %s", got)
			}
		})
	}
}

func TestConflictKeepsAnInspectionOpen(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	mustSave(t, second(t, s, "binh"), model.Save{ID: id, Changes: []form.Change{typed(leader, "Bình")}})
	_, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: id, Changes: []form.Change{typed(leader, "An"), count(officers, 1)}}})
	if !errors.Is(err, model.ErrConflict) {
		t.Errorf("error %v", err)
	}
	o := mustOpen(t, s, id)
	if o.Record.Status != model.Draft || o.Filled.Answers[officers].Raw != "1" {
		t.Errorf("status %s, answers %v", o.Record.Status, o.Filled.Answers)
	}
}

func TestReopeningNeedsAReasonAndKeepsIt(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: id}}); err != nil {
		t.Fatal(err)
	}
	for _, empty := range []string{"", "  ", "\n\u200b"} {
		if err := s.Reopen(t.Context(), id, empty); !errors.Is(err, model.ErrReason) {
			t.Errorf("reason %q gave %v", empty, err)
		}
	}
	if err := s.Reopen(t.Context(), id, "sai số liệu"); err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}})
	var kinds []string
	for _, e := range history(t, s, id) {
		kinds = append(kinds, e.Kind+e.Reason)
	}
	if diff := cmp.Diff([]string{"create", "complete", "reopensai số liệu", "answer"}, kinds); diff != "" {
		t.Error(diff)
	}
	if in := mustOpen(t, s, id).Record; in.Status != model.Draft || !in.CompletedAt.IsZero() {
		t.Errorf("inspection %+v", in)
	}
	sound(t, s)
}

func TestHistoryTellsWhoWhatAndWhence(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	revs := mustSave(t, s, model.Save{ID: id, Changes: []form.Change{count(officers, 3)}}).Revs
	change := count(officers, 4)
	change.Cause = form.Undone
	mustSave(t, s, model.Save{ID: id, Revs: revs, Changes: []form.Change{change}})
	h := history(t, s, id)
	last := h[len(h)-1]
	want := model.Event{Seq: 3, At: storagetest.Options().Clock(), By: "an", From: "test", Kind: "answer", Cause: form.Undone,
		Field: officers, Old: count(officers, 3).New, New: change.New, Hash: last.Hash}
	if diff := cmp.Diff(want, last, cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	if len(last.Hash) != 64 || last.Hash == h[1].Hash {
		t.Errorf("hashes %s and %s", h[1].Hash, last.Hash)
	}
}

func TestFactsAreReplacedRowByRow(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	row := func(r form.Row) model.FactRow { return model.FactRow{Table: "projects", Row: r} }
	fact := func(n int) form.Fact {
		return form.Fact{Year: 2023, Project: "DA1", Kind: "DT", Source: "NSTW", Measure: "cost", Amount: 1_000_000}
	}
	one, two := fact(1), fact(2)
	two.Measure, two.Amount = "disbursed", 7
	mustSave(t, s, model.Save{ID: id, Facts: map[model.FactRow][]form.Fact{row("a"): {one, two}, row("b"): {one}}})
	mustSave(t, s, model.Save{ID: id, Facts: map[model.FactRow][]form.Fact{row("a"): {two}}})
	if got := sumOfFacts(t, s.Read); got != 1_000_007 {
		t.Errorf("sum %d, want 1000007: row a replaced, row b kept", got)
	}
	t.Run("a row with a conflict keeps its facts", func(t *testing.T) {
		mustSave(t, second(t, s, "binh"), model.Save{ID: id, Changes: []form.Change{typed(cell("a", "title"), "của Bình")}})
		_, err := s.Save(t.Context(), model.Save{ID: id, Changes: []form.Change{typed(cell("a", "title"), "của An")},
			Facts: map[model.FactRow][]form.Fact{row("a"): {one}}})
		if !errors.Is(err, model.ErrConflict) {
			t.Fatal(err)
		}
		if got := sumOfFacts(t, s.Read); got != 1_000_007 {
			t.Errorf("sum %d, want 1000007", got)
		}
	})
}

type transaction func(context.Context, func(context.Context, *sql.Tx) error) error

func sumOfFacts(tb testing.TB, read transaction) (sum int64) {
	tb.Helper()
	err := read(tb.Context(), func(ctx context.Context, t *sql.Tx) error {
		return t.QueryRowContext(ctx, `SELECT COALESCE(SUM(amount), 0) FROM fact WHERE year = ? AND unit = ?`, 2023, "18073@2025-07-01").Scan(&sum)
	})
	if err != nil {
		tb.Fatal(err)
	}
	return sum
}
