package storage_test

import (
	"errors"
	"testing"

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
