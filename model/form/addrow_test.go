package form_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/form"
)

func TestWhatIsDoneApartIsNotDone(t *testing.T) {
	s := begin(t)
	start, undo := s.Record(), s.CanUndo()
	s.TakeChanges()
	apart := s.Apart()
	row := apart.AddFilledRow("assignments", map[string]string{"number": "71/QĐ"})
	if got := apart.Get(cell("assignments", string(row), "number")).Raw; got != "71/QĐ" {
		t.Errorf("apart the row says %q", got)
	}
	if diff := cmp.Diff(start, s.Record(), cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	if s.CanUndo() != undo || len(s.TakeChanges()) > 0 {
		t.Error("something is left of it")
	}
}

func TestARowWithWhatIsKnownIsOneStepOfUndo(t *testing.T) {
	s := begin(t)
	s.SetNone("assignments", true)
	start := s.Record()
	row := s.AddFilledRow("assignments", map[string]string{"number": "71/QĐ", "amount": "1.200", "nowhere": "x"})
	for col, want := range map[string]string{"number": "71/QĐ", "amount": "1.200"} {
		if got := s.Get(cell("assignments", string(row), col)).Raw; got != want {
			t.Errorf("%s is %q, want %q", col, got, want)
		}
	}
	if s.None("assignments") {
		t.Error("the table with a row is still said to have none")
	}
	s.Undo()
	if diff := cmp.Diff(start, s.Record(), cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Error(diff)
	}
	if row := s.AddFilledRow("staff", map[string]string{"people": "3"}); row != "" {
		t.Errorf("a table of the form's own rows took %q", row)
	}
}
