package storage_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
)

func owedOf(t *testing.T, s *storage.Store, id model.RecordID) model.Owed {
	t.Helper()
	owed, err := s.Owed(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return owed
}

func TestWhatWasOwedSurvivesCrashesUntilItIsCleared(t *testing.T) {
	d := newDesk(t)
	cell := form.Field{Item: "rows", Row: "r1", Part: "what"}
	want := model.Owed{Revs: map[form.Field]int64{note: 3, {Item: "rows", Row: "r1"}: 0, cell: 0}, Changes: []form.Change{
		{Kind: form.Answered, Field: note, New: form.Answer{Raw: "8,5", Value: form.Int(8_500_000), Carried: true}, Cause: form.Typed},
		{Kind: form.RowAdded, Field: form.Field{Item: "rows", Row: "r1"}, At: 2, Cause: form.Typed},
		{Kind: form.Answered, Field: cell, New: form.Answer{Raw: "Chữ\nhai dòng", Value: form.Text("Chữ\nhai dòng")}, Cause: form.Pasted},
	}}
	s := d.session()
	if err := s.KeepOwed(d.id, want); err != nil {
		t.Fatal(err)
	}
	alive := d.session()
	if owed := owedOf(t, alive, d.id); len(owed.Changes) != 0 {
		t.Errorf("a living session's changes are taken from it: %+v", owed)
	}
	d.crash(alive)
	d.crash(s)
	second := d.session()
	if diff := cmp.Diff(want, owedOf(t, second, d.id), cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	d.crash(second) // before it saved them
	third := d.session()
	if diff := cmp.Diff(want, owedOf(t, third, d.id), cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Errorf("after a second crash: %s", diff)
	}
	if err := third.KeepOwed(d.id, model.Owed{}); err != nil {
		t.Fatal(err)
	}
	d.crash(third)
	d.want(d.files("*"))
	if owed := owedOf(t, d.session(), d.id); len(owed.Changes) != 0 {
		t.Errorf("cleared, there are %+v", owed)
	}
}

func TestADamagedFileOfOwedChangesIsSetAside(t *testing.T) {
	d := newDesk(t)
	s := d.session()
	owed := model.Owed{Changes: []form.Change{{Kind: form.Answered, Field: note, New: form.Answer{Raw: "x"}}}}
	if err := s.KeepOwed(d.id, owed); err != nil {
		t.Fatal(err)
	}
	d.crash(s)
	for _, file := range d.files("owed") {
		if err := os.WriteFile(file, []byte("?"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := owedOf(t, d.session(), d.id); len(got.Changes) != 0 || len(d.files("bad")) != 1 {
		t.Errorf("it holds %+v; set aside are %v", got, d.files("bad"))
	}
}
