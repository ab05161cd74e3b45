package form_test

import (
	"testing"

	"giamsat/model/form"
)

// What stood in a row that was taken out was told as an answer that does not apply any
// more: the person knows that it is gone. What stood under a year that was unchosen is.
func TestCellsOfRowsThatWereTakenOutAreNotToldAsCleared(t *testing.T) {
	s := begin(t)
	row := s.AddRow("capital", "")
	out, unchosen := form.Field{Item: "capital", Row: row, Part: "assigned"}, form.Field{Item: "capital", Row: "2023/NSTW", Part: "assigned"}
	for _, f := range []form.Field{out, unchosen} {
		if !s.Answer(f, "8038") {
			t.Fatalf("%s takes no answer", f)
		}
	}
	s.RemoveRow("capital", row)
	if got := s.Hidden(); len(got) != 0 {
		t.Errorf("it tells %v", got)
	}
	s.Answer(form.Field{Item: "years"}, "2022")
	if got := s.Hidden(); len(got) != 1 || got[0] != unchosen {
		t.Errorf("it tells %v, want %v", got, unchosen)
	}
	s.ClearHidden()
	if !s.Get(out).IsZero() || !s.Get(unchosen).IsZero() {
		t.Error("completing does not clear them")
	}
}
