package storage_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// person is one of two who work on the same inspection, each with the
// revisions of when they last read it.
type person struct {
	store *storage.Store
	revs  map[form.Field]int64
}

func (p *person) read(t *rapid.T, id model.RecordID) {
	o, err := p.store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	p.revs = o.Revs
}

// TestTwoPeopleInAnyOrder lets two people save, complete, reopen and read in
// any order, with fresh and with stale revisions, sometimes twice, and compares
// what stands with what was acknowledged.
func TestTwoPeopleInAnyOrder(t *testing.T) {
	an := storagetest.Open(t)
	binh := second(t, an, "binh")
	begun := storagetest.New(t)
	fields := []form.Field{leader, officers, note, cell("a", "title")}
	rapid.Check(t, func(t *rapid.T) {
		id, err := an.Create(t.Context(), begun)
		if err != nil {
			t.Fatal(err)
		}
		people := []*person{{store: an}, {store: binh}}
		stands := make(map[form.Field]form.Answer)
		closed := false
		past := make(map[int64]*model.Opened) // what was read at each revision
		for n := range rapid.IntRange(1, 12).Draw(t, "steps") {
			remember(t, an, id, past)
			p := people[rapid.IntRange(0, 1).Draw(t, "person")]
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 0:
				p.read(t, id)
			case 1:
				if err := p.store.Reopen(t.Context(), id, "lý do"); err != nil {
					t.Fatal(err)
				}
				closed = false
			case 2:
				head := form.Head{Title: fmt.Sprint("lần ", n), Amount: vn.Money(n)}
				if _, err := p.store.Complete(t.Context(), model.Completion{Save: model.Save{ID: id, Head: head}}); err != nil && !closed {
					t.Fatal(err)
				}
				closed = true
			default:
				changes := draw(t, fields, n)
				in := model.Save{ID: id, Revs: p.revs, Changes: changes}
				saved, err := p.store.Save(t.Context(), in)
				if closed {
					if !errors.Is(err, model.ErrClosed) {
						t.Fatalf("saving a completed inspection gave %v", err)
					}
					continue
				}
				acknowledge(t, stands, changes, saved, err)
				if rapid.Bool().Draw(t, "again") {
					again, err := p.store.Save(t.Context(), in)
					acknowledge(t, stands, changes, again, err)
					if again.Rev != saved.Rev {
						t.Fatalf("the repetition moved the revision from %d to %d", saved.Rev, again.Rev)
					}
				}
			}
		}
		compare(t, an, id, stands)
		remember(t, an, id, past)
		relive(t, an, id, past)
	})
	sound(t, an)
}

func remember(t *rapid.T, s *storage.Store, id model.RecordID, past map[int64]*model.Opened) {
	o, err := s.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	past[o.Record.Rev] = o
}

// relive reads every remembered state from the history and compares.
func relive(t *rapid.T, s *storage.Store, id model.RecordID, past map[int64]*model.Opened) {
	for seq, want := range past {
		got, err := s.RecordAt(t.Context(), id, seq)
		if err != nil {
			t.Fatal(err)
		}
		// The head of a draft is that of its last completion.
		if want.Record.Status == model.Draft {
			want.Record.Head = got.Record.Head
		}
		options := []cmp.Option{cmp.AllowUnexported(form.Value{}), cmp.Comparer(func(a, b *form.Definition) bool { return a.Hash == b.Hash }), cmpopts.EquateEmpty()}
		if diff := cmp.Diff(want, got, options...); diff != "" {
			t.Fatalf("at event %d:\n%s", seq, diff)
		}
	}
}

// draw makes answers, and now and then the adding or removing of a row.
func draw(t *rapid.T, fields []form.Field, n int) (changes []form.Change) {
	if rapid.IntRange(0, 2).Draw(t, "row?") == 0 {
		row := rapid.SampledFrom([]form.Row{"a", "b", "c", "d"}).Draw(t, "row")
		changes = append(changes, rapid.SampledFrom([]form.Change{rowAdd(row, 0), rowAdd(row, 1), rowAdd(row, 3), rowRemove(row)}).Draw(t, "row's change"))
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "changes") {
		text := rapid.SampledFrom([]string{"", "một", "hai", fmt.Sprintf("%d.%d", n, i)}).Draw(t, "text")
		changes = append(changes, typed(rapid.SampledFrom(fields).Draw(t, "field"), text))
	}
	return changes
}

// acknowledge notes what a save says that it wrote: the last answer of each
// field that is not in conflict.
func acknowledge(t *rapid.T, stands map[form.Field]form.Answer, changes []form.Change, saved model.Saved, err error) {
	refused := make(map[form.Field]bool)
	var clash *model.ConflictError
	if errors.As(err, &clash) {
		for _, c := range clash.Conflicts {
			refused[c.Field] = true
			if c.Theirs != stands[c.Field] {
				t.Fatalf("%s: told that %q stands, but %q was acknowledged", c.Field, c.Theirs.Raw, stands[c.Field].Raw)
			}
		}
	} else if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		if c.Kind != form.Answered {
			continue
		}
		_, written := saved.Revs[c.Field]
		if written == refused[c.Field] {
			t.Fatalf("%s is written: %v, refused: %v", c.Field, written, refused[c.Field])
		}
		if written {
			stands[c.Field] = c.New
		}
	}
}

func compare(t *rapid.T, s *storage.Store, id model.RecordID, stands map[form.Field]form.Answer) {
	o, err := s.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for f, a := range stands {
		if a.IsZero() {
			delete(stands, f)
		}
	}
	if diff := cmp.Diff(stands, o.Filled.Answers, cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Fatal(diff)
	}
}
