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
