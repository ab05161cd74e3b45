package fill_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Whoever looks at the paper types the next amount at the question: its first digit
// must not choose, nor be lost.
func TestADigitTypedAtTheQuestionIsOfTheNextField(t *testing.T) {
	for _, next := range []string{"12", "25"} {
		b := at(t, item("arrears"), "vi")
		b.Press("1")
		b.Type("8,842")
		b.Press("enter")
		b.Type(next)
		if !strings.Contains(b.open(), "3.07b") {
			t.Fatalf("%q is typed into %q", next, b.open())
		}
		b.Press("enter", "up", "up")
		if got := b.session().Get(item("arrears_amount")); got.Raw != "8,842" || !got.Doubtful() {
			t.Errorf("%q typed on leaves the amount as %+v", next, got)
		}
		if !strings.Contains(b.View(), "8,842 là: [,]") { // one is back at it
			t.Fatalf("it is not asked again:\n%s", b.View())
		}
		b.Press(",")
		if got := b.stored(item("arrears_amount")); got != "8842000" {
			t.Errorf("the store has %q", got)
		}
	}
}

func TestAPasteAtTheQuestionIsOfTheNextField(t *testing.T) {
	b := at(t, item("arrears"), "vi")
	b.Press("1")
	b.Type("8,842")
	b.Press("enter")
	b.Send(tea.PasteMsg{Content: "vốn về muộn"})
	if got := b.session().Get(item("arrears_amount")).Raw; got != "8,842" || !strings.Contains(b.open(), "3.07b") {
		t.Errorf("the amount is %q, one is at %q", got, b.open())
	}
}

// The question that stands where one came back is about this field: another amount
// typed there takes its place.
func TestAnotherAmountTypedWhereOneCameBackReplacesIt(t *testing.T) {
	b := at(t, item("arrears"), "vi")
	b.Press("1")
	b.Type("8,842")
	b.Press("enter", "enter", "up")
	b.Type("1200")
	b.Press("enter")
	if got := b.stored(item("arrears_amount")); got != "1200000000" {
		t.Errorf("the store has %q", got)
	}
}
