package storage_test

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

var (
	leader   = form.Field{Item: "leader"}
	officers = form.Field{Item: "officers"}
	note     = form.Field{Item: "committee", Part: form.Note}
)

func typed(f form.Field, text string) form.Change { return storagetest.Typed(f, text) }

func count(f form.Field, n int64) form.Change {
	v := form.Int(n)
	return form.Change{Kind: form.Answered, Field: f, New: form.Answer{Raw: v.Text(), Value: v}, Cause: form.Typed}
}

func mustSave(tb testing.TB, s *storage.Store, in model.Save) model.Saved {
	tb.Helper()
	saved, err := s.Save(tb.Context(), in)
	if err != nil {
		tb.Fatal(err)
	}
	return saved
}

func mustOpen(tb testing.TB, s *storage.Store, id model.RecordID) *model.Opened {
	tb.Helper()
	o, err := s.Record(tb.Context(), id)
	if err != nil {
		tb.Fatal(err)
	}
	return o
}

func history(tb testing.TB, s *storage.Store, id model.RecordID) []model.Event {
	tb.Helper()
	h, err := s.History(tb.Context(), id)
	if err != nil {
		tb.Fatal(err)
	}
	return h
}

// sound fails the test when a check finds anything.
func sound(tb testing.TB, s *storage.Store) {
	tb.Helper()
	r, err := s.Check(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	for _, f := range r.Faults {
		tb.Errorf("check: %s %s %d %s: %s", f.Kind, f.Record, f.Seq, f.Field, f.Text)
	}
}

func TestCreatedInspectionReadsBackAsBegun(t *testing.T) {
	s := storagetest.Open(t)
	in := storagetest.New(t)
	in.Changes = []form.Change{typed(leader, "Trần Thị Bé")}
	in.Progress = []form.Progress{{Section: "head", Answered: 1, Items: 4, Missing: 2}}
	id, err := s.Create(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	o := mustOpen(t, s, id)
	now := storagetest.Options().Clock()
	want := model.Record{
		ID: id, Unit: in.Unit, UnitName: in.UnitName, UnitPath: in.UnitPath, Day: in.Day, Round: in.Round,
		Programme: in.Programme, Projects: in.Projects, Form: model.FormRef{ID: "inspection", Version: "2024-01-01", Hash: in.Form.Hash},
		Status: model.Draft, Rev: 2, CreatedAt: now, CreatedBy: "an", ChangedAt: now, ChangedBy: "an", Progress: in.Progress,
	}
	if diff := cmp.Diff(want, o.Record); diff != "" {
		t.Error(diff)
	}
	if got := o.Filled.Answers[leader]; got != in.Changes[0].New {
		t.Errorf("leader = %+v", got)
	}
	if o.Revs[leader] != 1 {
		t.Errorf("revision of leader = %d, want 1", o.Revs[leader])
	}
	sound(t, s)
}

func TestFormComesFromTheDatabaseInALaterSession(t *testing.T) {
	path := filepath.Join(t.TempDir(), "giamsat.db")
	s := storagetest.OpenAt(t, path, storagetest.Options())
	id := storagetest.Create(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = storagetest.OpenAt(t, path, storagetest.Options())
	if got, want := mustOpen(t, s, id).Form.Hash, storagetest.Form(t).Hash; got != want {
		t.Errorf("form %s, want %s", got, want)
	}
}

func TestSavedAnswersReadBack(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	place := model.Place{Section: "head", Field: officers, Caret: 2}
	saved := mustSave(t, s, model.Save{ID: id, Place: place, Changes: []form.Change{
		typed(leader, "Lê Ổn"), count(officers, 12), typed(note, "hòa\nhai dòng"),
		{Kind: form.Answered, Field: form.Field{Item: "assigned"}, New: form.Answer{Raw: "8,84x"}, Cause: form.Typed},
		{Kind: form.Answered, Field: form.Field{Item: "committee"}, New: form.Answer{Raw: form.No, Value: form.Text(form.No), Carried: true}, Cause: form.Carried},
	}})
	if saved.Rev != 6 {
		t.Errorf("revision %d, want 6: one for the beginning and one for each change", saved.Rev)
	}
	o := mustOpen(t, s, id)
	want := map[form.Field]form.Answer{
		leader:              {Raw: "Lê Ổn", Value: form.Text("Lê Ổn")},
		officers:            {Raw: "12", Value: form.Int(12)},
		note:                {Raw: "hòa\nhai dòng", Value: form.Text("hòa\nhai dòng")},
		{Item: "assigned"}:  {Raw: "8,84x"},
		{Item: "committee"}: {Raw: form.No, Value: form.Text(form.No), Carried: true},
	}
	if diff := cmp.Diff(want, o.Filled.Answers, cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(saved.Revs, o.Revs); diff != "" {
		t.Error(diff)
	}
	if o.Record.Place != place {
		t.Errorf("place %+v", o.Record.Place)
	}
	sound(t, s)
}

func TestEmptiedFieldIsNoAnswerButKeepsItsRevision(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	saved := mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "x")}})
	mustSave(t, s, model.Save{ID: id, Revs: saved.Revs, Changes: []form.Change{{Kind: form.Answered, Field: leader, Cause: form.Typed}}})
	o := mustOpen(t, s, id)
	if _, there := o.Filled.Answers[leader]; there || o.Revs[leader] != 2 {
		t.Errorf("answers %v, revisions %v", o.Filled.Answers, o.Revs)
	}
	sound(t, s)
}

func TestMovingAloneIsNoChange(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	mustSave(t, s, model.Save{ID: id, Place: model.Place{Section: "works"}})
	o := mustOpen(t, s, id)
	if o.Record.Rev != 1 || o.Record.Place.Section != "works" || len(history(t, s, id)) != 1 {
		t.Errorf("revision %d, place %+v", o.Record.Rev, o.Record.Place)
	}
}

func TestRepeatedSaveWritesNothingTwice(t *testing.T) {
	for name, changes := range map[string][]form.Change{
		"one change":          {typed(leader, "a")},
		"several of a field":  {typed(leader, "a"), typed(leader, "b")},
		"back where it began": {typed(leader, "a"), {Kind: form.Answered, Field: leader, Cause: form.Undone}},
		"rows":                {rowAdd("r1", 0), typed(cell("r1", "title"), "Đường"), rowAdd("r2", 0), rowRemove("r1")},
	} {
		t.Run(name, func(t *testing.T) {
			s := storagetest.Open(t)
			id := storagetest.Create(t, s)
			in := model.Save{ID: id, Changes: changes}
			first := mustSave(t, s, in)
			again := mustSave(t, s, in)
			if diff := cmp.Diff(first, again); diff != "" {
				t.Error(diff)
			}
			if got, want := len(history(t, s, id)), 1+len(changes); got != want {
				t.Errorf("%d events, want %d", got, want)
			}
			sound(t, s)
		})
	}
}

func TestSaveWhoseAnswerWasLostGoesOnWithWhatIsNew(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "a")}})
	// The acknowledgement never came; the person typed on, the base is still 0.
	saved := mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "a"), typed(leader, "b")}})
	if got := mustOpen(t, s, id).Filled.Answers[leader].Raw; got != "b" || saved.Revs[leader] != 2 {
		t.Errorf("leader %q at revision %d", got, saved.Revs[leader])
	}
	if n := len(history(t, s, id)); n != 3 {
		t.Errorf("%d events, want 3", n)
	}
}

// second opens the same file for another person.
func second(tb testing.TB, s *storage.Store, user string) *storage.Store {
	tb.Helper()
	o := storagetest.Options()
	o.User = user
	ids := o.NewID
	o.NewID = func() string { return user + ids() }
	return storagetest.OpenAt(tb, s.Path(), o)
}

func TestConflictIsToldAndTheOtherFieldsAreWritten(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	b := second(t, s, "binh")
	mustSave(t, b, model.Save{ID: id, Changes: []form.Change{typed(leader, "của Bình")}})

	saved, err := s.Save(t.Context(), model.Save{ID: id, Changes: []form.Change{typed(leader, "của An"), count(officers, 3)}})
	var clash *model.ConflictError
	if !errors.As(err, &clash) || !errors.Is(err, model.ErrConflict) {
		t.Fatalf("error %v, want a conflict", err)
	}
	want := []model.Conflict{{Field: leader, Ours: typed(leader, "của An").New, Theirs: typed(leader, "của Bình").New, By: "binh", Rev: 1}}
	if diff := cmp.Diff(want, clash.Conflicts, cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	o := mustOpen(t, s, id)
	if o.Filled.Answers[leader].Raw != "của Bình" || o.Filled.Answers[officers].Raw != "3" || saved.Revs[officers] != 1 {
		t.Errorf("answers %v, saved %v", o.Filled.Answers, saved)
	}
	// Having seen both, An decides.
	mustSave(t, s, model.Save{ID: id, Revs: map[form.Field]int64{leader: 1}, Changes: []form.Change{typed(leader, "của An")}})
	if got := mustOpen(t, b, id).Filled.Answers[leader].Raw; got != "của An" {
		t.Errorf("leader %q", got)
	}
	sound(t, s)
}

func TestTwoPeopleOfOneMindDoNotConflict(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	mustSave(t, second(t, s, "binh"), model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}})
	saved := mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}})
	if saved.Revs[leader] != 1 || len(history(t, s, id)) != 2 {
		t.Errorf("saved %v", saved)
	}
}

func TestEmptiedByAnotherIsAConflict(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	revs := mustSave(t, s, model.Save{ID: id, Changes: []form.Change{typed(leader, "a")}}).Revs
	mustSave(t, second(t, s, "binh"), model.Save{ID: id, Revs: revs, Changes: []form.Change{{Kind: form.Answered, Field: leader, Cause: form.Typed}}})
	_, err := s.Save(t.Context(), model.Save{ID: id, Revs: revs, Changes: []form.Change{typed(leader, "b")}})
	if !errors.Is(err, model.ErrConflict) {
		t.Errorf("error %v, want a conflict", err)
	}
}

func cell(row form.Row, column string) form.Field {
	return form.Field{Item: "projects", Row: row, Part: column}
}

func rowAdd(row form.Row, at int) form.Change {
	return form.Change{Kind: form.RowAdded, Field: form.Field{Item: "projects", Row: row}, At: at, Cause: form.Typed}
}

func rowRemove(row form.Row) form.Change {
	return form.Change{Kind: form.RowRemoved, Field: form.Field{Item: "projects", Row: row}, Cause: form.Typed}
}

func TestRowsKeepTheirOrderThroughAddingRemovingAndUndo(t *testing.T) {
	for name, c := range map[string]struct {
		changes []form.Change
		want    []form.Row
	}{
		"at the end":      {[]form.Change{rowAdd("a", 0), rowAdd("b", 1)}, []form.Row{"a", "b"}},
		"at the front":    {[]form.Change{rowAdd("a", 0), rowAdd("b", 0)}, []form.Row{"b", "a"}},
		"between":         {[]form.Change{rowAdd("a", 0), rowAdd("b", 1), rowAdd("c", 1)}, []form.Row{"a", "c", "b"}},
		"beyond the end":  {[]form.Change{rowAdd("a", 9)}, []form.Row{"a"}},
		"removed":         {[]form.Change{rowAdd("a", 0), rowAdd("b", 1), rowRemove("a")}, []form.Row{"b"}},
		"back in place":   {[]form.Change{rowAdd("a", 0), rowAdd("b", 1), rowAdd("c", 2), rowRemove("b"), rowAdd("b", 1)}, []form.Row{"a", "b", "c"}},
		"removed twice":   {[]form.Change{rowAdd("a", 0), rowRemove("a"), rowRemove("a")}, nil},
		"added twice":     {[]form.Change{rowAdd("a", 0), rowAdd("a", 0)}, []form.Row{"a"}},
		"all gone":        {[]form.Change{rowAdd("a", 0), rowAdd("b", 0), rowRemove("b"), rowRemove("a")}, nil},
		"after gaps":      {[]form.Change{rowAdd("a", 0), rowAdd("b", 1), rowAdd("c", 2), rowRemove("a"), rowRemove("b"), rowAdd("d", 1)}, []form.Row{"c", "d"}},
		"before a gap":    {[]form.Change{rowAdd("b", 0), rowAdd("c", 1), rowRemove("b"), rowAdd("a", 1), rowAdd("d", 1)}, []form.Row{"c", "d", "a"}},
		"gap then append": {[]form.Change{rowAdd("a", 0), rowAdd("b", 1), rowRemove("a"), rowAdd("c", 1)}, []form.Row{"b", "c"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := storagetest.Open(t)
			id := storagetest.Create(t, s)
			mustSave(t, s, model.Save{ID: id, Changes: c.changes})
			if diff := cmp.Diff(c.want, mustOpen(t, s, id).Filled.Rows["projects"]); diff != "" {
				t.Error(diff)
			}
			sound(t, s)
		})
	}
}

func TestAnswersOfARemovedRowStayForUndo(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	mustSave(t, s, model.Save{ID: id, Changes: []form.Change{rowAdd("a", 0), typed(cell("a", "title"), "Kênh"), rowRemove("a")}})
	if got := mustOpen(t, s, id).Filled.Answers[cell("a", "title")].Raw; got != "Kênh" {
		t.Errorf("title %q", got)
	}
}

func TestUnknownInspectionIsNotFound(t *testing.T) {
	s := storagetest.Open(t)
	_, read := s.Record(t.Context(), "none")
	_, save := s.Save(t.Context(), model.Save{ID: "none"})
	_, told := s.History(t.Context(), "none")
	for name, err := range map[string]error{
		"read": read, "save": save, "history": told, "reopen": s.Reopen(t.Context(), "none", "x"),
		"keep": s.KeepOpen("none", model.OpenText{Field: leader, Text: "x"}),
	} {
		if !errors.Is(err, model.ErrNotFound) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
