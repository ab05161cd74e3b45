package storage_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage/storagetest"
)

func TestRevisionsTellEachCompletionAndWhyItCame(t *testing.T) {
	an := storagetest.Open(t)
	binh := second(t, an, "binh")
	id := storagetest.Create(t, an)
	head := func(title string) form.Head { return form.Head{Title: title} }
	complete(t, an, model.Completion{Save: model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}, Head: head("một")}})
	if err := binh.Reopen(t.Context(), id, "sai số liệu"); err != nil {
		t.Fatal(err)
	}
	complete(t, binh, model.Completion{Save: model.Save{ID: id, Revs: mustOpen(t, binh, id).Revs,
		Changes: []form.Change{typed(leader, "Bình")}, Head: head("hai")}})
	if err := an.Reopen(t.Context(), id, "thiếu biên bản"); err != nil {
		t.Fatal(err)
	}
	got, err := an.Revisions(t.Context(), id)
	at := storagetest.Options().Clock()
	want := []model.Revision{{N: 1, Seq: 3, At: at, By: "an"}, {N: 2, Seq: 6, At: at, By: "binh", Reason: "sai số liệu"}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Fatal(err, diff)
	}
	for i, title := range []string{"một", "hai"} {
		o, err := an.RecordAt(t.Context(), id, got[i].Seq)
		if err != nil || o.Record.Status != model.Completed || o.Record.CompletedBy != got[i].By || o.Record.Head.Title != title ||
			o.Filled.Answers[leader].Raw != []string{"An", "Bình"}[i] {
			t.Errorf("revision %d is %+v, %v", i+1, o, err)
		}
	}
	o, err := an.RecordAt(t.Context(), id, 4)
	if err != nil || o.Record.ReturnedBy != "binh" || o.Record.ReturnReason != "sai số liệu" || o.Record.Status != model.Draft {
		t.Errorf("in between it is %+v, %v", o, err)
	}
}

func TestAStateThatNeverWasIsNotFound(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	for _, seq := range []int64{-1, 0, 2, 99} {
		if _, err := s.RecordAt(t.Context(), id, seq); !errors.Is(err, model.ErrNotFound) {
			t.Errorf("event %d: error %v", seq, err)
		}
	}
	if _, err := s.RecordAt(t.Context(), "none", 1); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("error %v", err)
	}
	if _, err := s.Revisions(t.Context(), "none"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}
