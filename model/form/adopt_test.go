package form_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/form"
)

func TestWhatSomebodyElseSavedIsTakenOver(t *testing.T) {
	s, other := begin(t), begin(t)
	s.TakeChanges()
	s.Answer(item("officers"), "10")
	s.TakeChanges()
	other.Answer(item("trained"), "12")
	row := other.AddFilledRow("assignments", map[string]string{"number": "71/QĐ"})
	theirs := []form.FieldAnswer{
		{Field: item("trained"), Answer: other.Get(item("trained"))},
		{Field: cell("assignments", string(row), "number"), Answer: other.Get(cell("assignments", string(row), "number"))},
	}
	rows := map[string][]form.Row{"assignments": {row}}
	if !s.AdoptAll(theirs, rows, "binh") {
		t.Fatal("nothing became different")
	}
	if got := s.Get(cell("assignments", string(row), "number")).Raw; got != "71/QĐ" || s.Get(item("trained")).Raw != "12" {
		t.Errorf("the row says %q", got)
	}
	if len(s.ProblemsAt(item("trained"))) == 0 {
		t.Error("more are trained than there are, and nothing is said of it")
	}
	if len(s.TakeChanges()) != 0 {
		t.Error("what is stored already would be saved again")
	}
	if !s.CanUndo() {
		t.Error("a step about another field was forgotten")
	}
	before := s.Record()
	if s.AdoptAll(theirs, rows, "binh") {
		t.Error("the same was taken for news")
	}
	if diff := cmp.Diff(before, s.Record(), cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	s.AdoptAll([]form.FieldAnswer{{Field: item("officers"), Answer: form.Answer{Raw: "20", Value: form.Int(20)}}}, nil, "binh")
	if u, _ := s.Undo(); u.Lost == nil || *u.Lost != (form.Lost{Field: item("officers"), By: "binh"}) || s.Get(item("officers")).Raw != "20" {
		t.Errorf("undo would bring back what somebody else has changed since: %+v", u)
	}
	if n := len(s.Rows("assignments")); n != 0 {
		t.Errorf("%d rows, and somebody else took the last one out", n)
	}
}

// What a colleague took out and a person had typed in comes back as one step, each row
// in its place, also where the table was then said to have none.
func TestRowsThatWereGivenUpComeBackByUndo(t *testing.T) {
	s := begin(t)
	a, b, c := s.AddRow("assignments", ""), s.AddRow("assignments", ""), s.AddRow("assignments", "")
	s.Answer(cell("assignments", string(b), "number"), "71/QĐ")
	s.TakeChanges()
	was := s.AddedRows()["assignments"]
	none := form.Field{Item: "assignments", Part: form.None}
	s.AdoptAll([]form.FieldAnswer{{Field: none, Answer: form.Answer{Raw: form.Yes, Value: form.Text(form.Yes)}}}, map[string][]form.Row{"assignments": {c}}, "binh")
	if !s.TypedIn("assignments", b) || s.TypedIn("assignments", "theirs") {
		t.Error("whose rows they were is not known")
	}
	s.Forgo("assignments", was, []form.Row{b, a})
	if n := len(s.TakeChanges()); n != 0 {
		t.Errorf("%d changes are to be saved, and nobody did anything", n)
	}
	u, ok := s.Undo()
	if diff := cmp.Diff([]form.Row{a, b, c}, s.AddedRows()["assignments"]); !ok || u.Lost != nil || diff != "" {
		t.Errorf("%+v\n%s", u, diff)
	}
	if got := s.Get(cell("assignments", string(b), "number")).Raw; got != "71/QĐ" || s.None("assignments") {
		t.Errorf("the row says %q, and there are none: %v", got, s.None("assignments"))
	}
	if n := len(s.TakeChanges()); n != 3 {
		t.Errorf("%d changes are to be saved, want two rows and that there are some", n)
	}
	if s.Redo(); len(s.AddedRows()["assignments"]) != 1 {
		t.Errorf("done again, the rows are %v", s.AddedRows())
	}
}
