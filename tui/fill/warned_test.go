package fill_test

import (
	"strings"
	"testing"
)

// Leaving an answer that breaks a rule put a sign in its row, and what was the matter
// was told only to who came back to it.
func TestWhatIsWrongWithAnAnswerIsSaidOnLeavingIt(t *testing.T) {
	b := at(t, item("officers"), "vi")
	b.Type("12")
	b.Press("enter")
	b.Type("15")
	b.Press("enter")
	says := func() bool { return strings.Contains(b.View(), "1.23: ") && strings.Contains(b.View(), "15") }
	if strings.Contains(b.open(), "1.23") || !says() {
		t.Errorf("it is not said:\n%s", b.View())
	}
	b.Press("down")
	if says() {
		t.Errorf("it stands there after another key:\n%s", b.View())
	}
	b.Press("up", "up")
	b.Press("down")
	if strings.Contains(b.View(), "1.23: ") && !strings.Contains(b.open(), "1.23") {
		t.Errorf("it is said again without an answer:\n%s", b.View())
	}
}

func TestASoundAnswerLeavesTheHintOfTheNext(t *testing.T) {
	b := at(t, item("officers"), "vi")
	b.Type("12")
	b.Press("enter")
	b.Type("9")
	b.Press("enter")
	if strings.Contains(b.View(), "1.23: ") {
		t.Errorf("something is said of it:\n%s", b.View())
	}
}
