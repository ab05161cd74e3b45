package form_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/form"
)

// saved are changes as the store gives them back to whoever made them.
func saved(changes []form.Change, by string) []form.Done {
	var list []form.Done
	for _, c := range changes {
		list = append(list, form.Done{Change: c, By: by, Mine: by == "an"})
	}
	return list
}

// taken opens the record of a session anew with the way back from what was saved.
func taken(t *testing.T, s *form.Session, past []form.Done) *form.Session {
	t.Helper()
	again := form.NewSession(s.Definition(), s.Record(), setting(t))
	again.TakeUp(past, int64(len(past)))
	return again
}

func TestAnActOfManyPartsIsOneStep(t *testing.T) {
	s := begin(t)
	before := s.Record()
	var row form.Row
	if !s.Together(func() {
		row = s.AddRow("assignments", "")
		s.Together(func() { s.Answer(cell("assignments", string(row), "number"), "71/QĐ") })
		s.Answer(item("officers"), "12")
	}) {
		t.Fatal("nothing changed")
	}
	u, _ := s.Undo()
	if diff := cmp.Diff(before, s.Record(), exact); diff != "" || s.CanUndo() || len(u.Changes) != 3 {
		t.Errorf("one press takes back %+v and leaves\n%s", u.Changes, diff)
	}
	if s.Together(func() {}) || s.CanUndo() {
		t.Error("nothing is a step")
	}
}

func TestAStepKeepsItsNumberWhenItIsUndoneAndDoneAgain(t *testing.T) {
	s := begin(t)
	s.TakeChanges()
	s.Answer(item("officers"), "12")
	s.Undo()
	s.Redo()
	var numbers []int64
	for _, c := range s.TakeChanges() {
		numbers = append(numbers, c.Step)
	}
	s.Answer(item("officers"), "13")
	if next := s.TakeChanges()[0].Step; len(numbers) != 3 || numbers[0] == 0 || slices.Max(numbers) != slices.Min(numbers) || next != numbers[0]+1 {
		t.Errorf("steps %v, then %d", numbers, next)
	}
}

func TestWhatTheProgramFilledIsNotUndoneAfterARestart(t *testing.T) {
	s := begin(t)
	s.Begin([]form.FieldText{{Field: item("officers"), Raw: "10"}})
	again := taken(t, s, saved(s.TakeChanges(), "an"))
	if again.CanUndo() {
		t.Error("it is offered")
	}
}

func TestANewActEndsTheWayForwardAlsoAfterARestart(t *testing.T) {
	s := begin(t)
	s.TakeChanges()
	s.Answer(item("officers"), "12")
	s.Answer(item("trained"), "5")
	s.Undo()
	changes := s.TakeChanges()
	if again := taken(t, s, saved(changes, "an")); !again.CanRedo() {
		t.Error("what was undone cannot be done again")
	}
	s.Answer(item("trained"), "6")
	again := taken(t, s, saved(append(changes, s.TakeChanges()...), "an"))
	if again.CanRedo() {
		t.Error("what was undone before a new act is offered again")
	}
	for range 2 {
		if u, ok := again.Undo(); !ok || u.Lost != nil {
			t.Fatalf("%+v, %v", u, ok)
		}
	}
	if again.CanUndo() || !again.Get(item("officers")).IsZero() {
		t.Error("the steps before are not those that were done")
	}
}

func TestAnUndoneStepFromBeforeTheBoundCanBeDoneAgain(t *testing.T) {
	s := begin(t)
	s.Answer(item("officers"), "12")
	s.TakeChanges()
	s.Undo()
	again := taken(t, s, saved(s.TakeChanges(), "an"))
	if u, ok := again.Redo(); !ok || u.Lost != nil || again.Get(item("officers")).Raw != "12" {
		t.Errorf("%+v, %v", u, ok)
	}
}

// A row that somebody else has answered in is not taken away from under them.
func TestAddingARowIsNotUndoneOnceSomebodyElseAnsweredInIt(t *testing.T) {
	s := begin(t)
	s.TakeChanges()
	row := s.AddRow("assignments", "")
	number := cell("assignments", string(row), "number")
	past := saved(s.TakeChanges(), "an")
	theirs := form.Change{Kind: form.Answered, Field: number, New: form.Answer{Raw: "71/QĐ", Value: form.Text("71/QĐ")}, Cause: form.Typed, Step: 9}
	s.AdoptAll([]form.FieldAnswer{{Field: number, Answer: theirs.New}}, map[string][]form.Row{"assignments": {row}}, "binh")
	for name, x := range map[string]*form.Session{"at once": s, "after a restart": taken(t, s, append(past, saved([]form.Change{theirs}, "binh")...))} {
		t.Run(name, func(t *testing.T) {
			if u, _ := x.Undo(); u.Lost == nil || *u.Lost != (form.Lost{Field: number, By: "binh"}) || len(x.Rows("assignments")) != 1 {
				t.Errorf("%+v, %d rows", u, len(x.Rows("assignments")))
			}
		})
	}
}

// That a row came or went elsewhere in the table leaves steps about others alone.
func TestStepsAboutOtherRowsStayWhenSomebodyElseAddsOne(t *testing.T) {
	s := begin(t)
	a, b := s.AddRow("assignments", ""), s.AddRow("assignments", "")
	s.Answer(cell("assignments", string(b), "number"), "71/QĐ")
	s.AdoptAll(nil, map[string][]form.Row{"assignments": {"theirs", "too", b}}, "binh") // and a is gone
	if u, _ := s.Undo(); u.Lost != nil || !s.Get(cell("assignments", string(b), "number")).IsZero() {
		t.Errorf("%+v", u)
	}
	if u, _ := s.Undo(); u.Lost != nil || len(s.Rows("assignments")) != 2 || u.Changes[0].At != 2 {
		t.Errorf("%+v, and the row stood third by now", u)
	}
	if u, _ := s.Undo(); u.Lost == nil || u.Lost.Field.Row != a {
		t.Errorf("the row that somebody else took out is taken out again: %+v", u)
	}
}

func TestInsistingIsAStepThatUndoGivesBack(t *testing.T) {
	s := begin(t)
	s.Answer(item("officers"), "12")
	s.TakeChanges()
	theirs := form.Answer{Raw: "20", Value: form.Int(20)}
	if !s.Insist(item("officers"), theirs, "binh") {
		t.Fatal("nothing is written over theirs")
	}
	if c := s.TakeChanges(); len(c) != 1 || c[0].Old != theirs || c[0].New.Raw != "12" {
		t.Errorf("%+v", c)
	}
	if u, _ := s.Undo(); u.Lost != nil || s.Get(item("officers")) != theirs {
		t.Errorf("%+v", u)
	}
	if u, _ := s.Undo(); u.Lost == nil || u.Lost.By != "binh" {
		t.Errorf("theirs would be overwritten: %+v", u)
	}
	if s.Insist(item("officers"), theirs, "binh") {
		t.Error("insisting on what they say is a change")
	}
}
