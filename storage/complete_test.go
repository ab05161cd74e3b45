package storage_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-sqlite3"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

var (
	what  = form.Field{Item: "what"}
	state = form.Field{Item: "state"}
	given = form.Field{Item: "number"}
)

// filledIn is an answer that the program fills.
func filledIn(f form.Field, text string) form.Change {
	c := typed(f, text)
	c.Cause = form.Filled
	return c
}

// follows is a record that completing an inspection begins for a row.
func follows(tb testing.TB, kind model.Kind, row form.Row, text string) model.NewRecord {
	tb.Helper()
	in := storagetest.New(tb)
	in.Form, in.Origin = storagetest.FormOf(tb, kind), form.Field{Item: "shortcomings", Row: row}
	in.Changes = []form.Change{filledIn(what, text)}
	in.Head = form.Head{Title: text, State: "open"}
	return in
}

func complete(tb testing.TB, s *storage.Store, c model.Completion) model.Saved {
	tb.Helper()
	saved, err := s.Complete(tb.Context(), c)
	if err != nil {
		tb.Fatal(err)
	}
	return saved
}

// register lists what is followed up, the oldest first, as "number title state".
func register(tb testing.TB, s *storage.Store) (list []string) {
	tb.Helper()
	page, _, err := s.Records(tb.Context(), model.Query{Kinds: model.Followed()})
	if err != nil {
		tb.Fatal(err)
	}
	for i := len(page) - 1; i >= 0; i-- {
		list = append(list, fmt.Sprintf("%s %s %s", page[i].Head.Number, page[i].Head.Title, page[i].Head.State))
	}
	return list
}

func TestCompletingBeginsWhatIsToBeFollowedUp(t *testing.T) {
	s := storagetest.Open(t)
	round := begin(t, s, model.Round, "")
	first, later := begin(t, s, model.Inspection, round), storagetest.Create(t, s)
	complete(t, s, model.Completion{Save: model.Save{ID: first}, New: []model.NewRecord{
		follows(t, model.Finding, "r1", "một"), follows(t, model.Difficulty, "r1", "hai"), follows(t, model.Finding, "r2", "ba"),
		follows(t, "petition", "r3", "bốn"), follows(t, model.Recommendation, "r4", "năm"),
	}})
	complete(t, s, model.Completion{Save: model.Save{ID: later}, New: []model.NewRecord{follows(t, model.Finding, "r1", "sáu")}})
	want := []string{"TT-0001 một open", "KK-0001 hai open", "TT-0002 ba open", "KN-0001 năm open", "TT-0003 sáu open"}
	if diff := cmp.Diff(want, register(t, s)); diff != "" {
		t.Error(diff)
	}
	page, _, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Finding}, Text: "TT-0002"})
	if err != nil || len(page) != 1 {
		t.Fatal(len(page), err)
	}
	o := mustOpen(t, s, page[0].ID)
	if o.Record.Parent != first || o.Record.Origin != (form.Field{Item: "shortcomings", Row: "r2"}) || o.Record.Status != model.Draft {
		t.Errorf("record %+v", o.Record)
	}
	if o.Filled.Answers[given].Raw != "TT-0002" || o.Filled.Answers[what].Raw != "ba" {
		t.Errorf("answers %v", o.Filled.Answers)
	}
	h := history(t, s, page[0].ID)
	if last := h[len(h)-1]; last.Field != given || last.Cause != form.Filled || last.By != "an" {
		t.Errorf("last event %+v", last)
	}
	if _, total, err := s.Records(t.Context(), model.Query{Kinds: model.Followed(), Round: round}); total != 4 || err != nil {
		t.Errorf("%d are of the round, %v", total, err)
	}
	if _, total, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{"petition"}}); total != 1 || err != nil {
		t.Errorf("%d of a person's own kind, %v", total, err)
	}
	sound(t, s)
}

func TestWhatIsFollowedUpHasANumberHoweverItWasBegun(t *testing.T) {
	s := storagetest.Open(t)
	id := begin(t, s, model.Finding, "")
	begin(t, s, model.Finding, "", func(in *model.NewRecord) { in.Head.Number = "cũ 7" })
	begin(t, s, model.Difficulty, "")
	if diff := cmp.Diff([]string{"TT-0001  ", "cũ 7  ", "KK-0001  "}, register(t, s)); diff != "" {
		t.Error(diff)
	}
	if got := mustOpen(t, s, id).Filled.Answers[given].Raw; got != "TT-0001" {
		t.Errorf("its own item says %q", got)
	}
}

func TestRowThatIsFollowedAlreadyIsNotFollowedTwice(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	c := model.Completion{Save: model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}}, New: []model.NewRecord{follows(t, model.Finding, "r1", "một")}}
	first := complete(t, s, c)
	t.Run("by a repeated completion", func(t *testing.T) {
		if again := complete(t, s, c); again.Rev != first.Rev {
			t.Errorf("revision %d, then %d", first.Rev, again.Rev)
		}
	})
	t.Run("by completing again after a return", func(t *testing.T) {
		if err := s.Reopen(t.Context(), id, "sửa"); err != nil {
			t.Fatal(err)
		}
		complete(t, s, model.Completion{Save: model.Save{ID: id}, New: []model.NewRecord{
			follows(t, model.Finding, "r1", "một nữa"), follows(t, model.Difficulty, "r1", "khác"), follows(t, model.Finding, "r2", "hai"),
		}})
	})
	if diff := cmp.Diff([]string{"TT-0001 một open", "KK-0001 khác open", "TT-0002 hai open"}, register(t, s)); diff != "" {
		t.Error(diff)
	}
	sound(t, s)
}

// pair is an inspection and a finding of a former one.
func pair(t *testing.T) (s *storage.Store, visit, finding model.RecordID) {
	t.Helper()
	s = storagetest.Open(t)
	former := storagetest.Create(t, s)
	complete(t, s, model.Completion{Save: model.Save{ID: former}, New: []model.NewRecord{follows(t, model.Finding, "r1", "một")}})
	page, _, err := s.Records(t.Context(), model.Query{Kinds: model.Followed()})
	if err != nil || len(page) != 1 {
		t.Fatal(len(page), err)
	}
	return s, storagetest.Create(t, s), page[0].ID
}

func TestCompletingBringsOtherRecordsUpToDate(t *testing.T) {
	s, visit, finding := pair(t)
	complete(t, s, model.Completion{Save: model.Save{ID: visit}, Changed: []model.Save{{ID: finding,
		Changes: []form.Change{filledIn(state, "verified")}, Revs: mustOpen(t, s, finding).Revs, Head: form.Head{Number: "TT-0001", State: "verified", Settled: true}}}})
	o := mustOpen(t, s, finding)
	if o.Filled.Answers[state].Raw != "verified" || !o.Record.Head.Settled || o.Record.Status != model.Draft {
		t.Errorf("answers %v, record %+v", o.Filled.Answers, o.Record)
	}
	if _, total, err := s.Records(t.Context(), model.Query{Kinds: model.Followed(), Open: true}); total != 0 || err != nil {
		t.Errorf("%d are open, %v", total, err)
	}
	sound(t, s)
}

func TestAClosedRecordTakesWhatTheMinutesSayAndNothingElse(t *testing.T) {
	s, visit, finding := pair(t)
	complete(t, s, model.Completion{Save: model.Save{ID: finding, Head: form.Head{Number: "TT-0001"}}})
	wants := func(c form.Change) model.Completion {
		return model.Completion{Save: model.Save{ID: visit}, Changed: []model.Save{{ID: finding, Changes: []form.Change{c}}}}
	}
	if _, err := s.Complete(t.Context(), wants(typed(state, "open"))); !errors.Is(err, model.ErrClosed) {
		t.Errorf("a typed change gave %v", err)
	}
	if got := mustOpen(t, s, visit).Record.Status; got != model.Draft {
		t.Errorf("the inspection is %s", got)
	}
	complete(t, s, wants(filledIn(state, "open")))
	o := mustOpen(t, s, finding)
	if o.Filled.Answers[state].Raw != "open" || o.Record.Status != model.Completed {
		t.Errorf("answers %v, %s", o.Filled.Answers, o.Record.Status)
	}
	sound(t, s)
}

func TestCompletionIsWrittenAsAWholeOrNotAtAll(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(t *testing.T, s *storage.Store, finding model.RecordID, c *model.Completion)
		want  error
	}{
		"a record that is not there": {func(_ *testing.T, _ *storage.Store, _ model.RecordID, c *model.Completion) {
			c.Changed = append(c.Changed, model.Save{ID: "none"})
		}, model.ErrNotFound},
		"a parent that is not there": {func(_ *testing.T, _ *storage.Store, _ model.RecordID, c *model.Completion) {
			c.New[1].Parent = "none"
		}, model.ErrNotFound},
		"a field that somebody else changed meanwhile": {func(t *testing.T, s *storage.Store, finding model.RecordID, c *model.Completion) {
			t.Helper()
			mustSave(t, second(t, s, "binh"), model.Save{ID: finding, Changes: []form.Change{typed(state, "của Bình")}})
		}, model.ErrConflict},
		"a problem that stands": {func(_ *testing.T, _ *storage.Store, _ model.RecordID, c *model.Completion) {
			c.Progress = []form.Progress{{Section: "head", Stops: 1}}
		}, model.ErrNotReady},
	} {
		t.Run(name, func(t *testing.T) {
			s, visit, finding := pair(t)
			in := model.Completion{Save: model.Save{ID: visit, Changes: []form.Change{typed(leader, "An")}},
				New:     []model.NewRecord{follows(t, model.Finding, "r1", "một"), follows(t, model.Finding, "r2", "hai")},
				Changed: []model.Save{{ID: finding, Changes: []form.Change{filledIn(state, "verified")}}}}
			c.spoil(t, s, finding, &in)
			before := told(t, s)
			_, err := s.Complete(t.Context(), in)
			if !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			var fields *model.ConflictError
			if errors.As(err, &fields) {
				t.Error("the conflict is told as one of the record itself")
			}
			if after := told(t, s); after != before || len(register(t, s)) != 1 {
				t.Errorf("something was written:\n%s", cmp.Diff(before, after))
			}
			// The number that was not given is given to the next.
			complete(t, s, model.Completion{Save: model.Save{ID: visit}, New: []model.NewRecord{follows(t, model.Finding, "r1", "một")}})
			if got := register(t, s)[1]; got != "TT-0002 một open" {
				t.Errorf("the next is %s", got)
			}
			sound(t, s)
		})
	}
}

func TestConflictKeepsWhatFollowsFromBeingBegun(t *testing.T) {
	s, visit, _ := pair(t)
	mustSave(t, second(t, s, "binh"), model.Save{ID: visit, Changes: []form.Change{typed(leader, "Bình")}})
	_, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: visit, Changes: []form.Change{typed(leader, "An")}},
		New: []model.NewRecord{follows(t, model.Finding, "r1", "một")}})
	var fields *model.ConflictError
	if !errors.As(err, &fields) || len(fields.Conflicts) != 1 {
		t.Errorf("error %v", err)
	}
	if got := register(t, s); len(got) != 1 || mustOpen(t, s, visit).Record.Status != model.Draft {
		t.Errorf("the register has %v", got)
	}
}

func TestFailedCommitOfACompletionIsReadBack(t *testing.T) {
	broken := sqlite3.Error{Code: sqlite3.ErrIoErr, ExtendedCode: sqlite3.ErrIoErrFsync}
	for name, c := range map[string]struct {
		end    func(*sql.Tx) error
		want   error
		status model.Status
		count  int
	}{
		"what is on the disk counts as completed": {func(t *sql.Tx) error { return errors.Join(t.Commit(), broken) }, nil, model.Completed, 2},
		"what is not is told":                     {func(t *sql.Tx) error { return errors.Join(t.Rollback(), broken) }, model.ErrIO, model.Draft, 0},
	} {
		t.Run(name, func(t *testing.T) {
			fail := false
			o := storagetest.Options().WithCommit(func(t *sql.Tx) error {
				if fail {
					fail = false
					return c.end(t)
				}
				return t.Commit()
			})
			s := storagetest.OpenAt(t, filepath.Join(t.TempDir(), "giamsat.db"), o)
			id := storagetest.Create(t, s)
			in := model.Completion{Save: model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}},
				New: []model.NewRecord{follows(t, model.Finding, "r1", "một"), follows(t, model.Difficulty, "r2", "hai")}}
			fail = true
			if _, err := s.Complete(t.Context(), in); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if got := mustOpen(t, s, id).Record.Status; got != c.status || len(register(t, s)) != c.count {
				t.Errorf("it is %s with %v", got, register(t, s))
			}
			complete(t, s, in) // once more, as who got no answer would
			if diff := cmp.Diff([]string{"TT-0001 một open", "KK-0001 hai open"}, register(t, s)); diff != "" {
				t.Error(diff)
			}
			sound(t, s)
		})
	}
}

func TestWhatWasWorkedOutFromAnotherRevisionIsNotWritten(t *testing.T) {
	s := storagetest.Open(t)
	id := storagetest.Create(t, s)
	read := mustOpen(t, s, id).Record.Rev
	saved, err := s.Save(t.Context(), model.Save{ID: id, Changes: []form.Change{typed(leader, "An")}})
	if err != nil {
		t.Fatal(err)
	}
	c := model.Completion{Save: model.Save{ID: id}, Rev: read, New: []model.NewRecord{follows(t, model.Finding, "r1", "Chưa niêm yết")}}
	if _, err := s.Complete(t.Context(), c); !errors.Is(err, model.ErrConflict) {
		t.Errorf("completing gave %v", err)
	}
	if in := mustOpen(t, s, id).Record; in.Status != model.Draft || in.Rev != saved.Rev || len(register(t, s)) != 0 {
		t.Errorf("the record is %s at revision %d, the register holds %v", in.Status, in.Rev, register(t, s))
	}
	c.Rev = saved.Rev
	complete(t, s, c)
	if list := register(t, s); len(list) != 1 {
		t.Errorf("the register holds %v", list)
	}
}
