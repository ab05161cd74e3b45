package fill_test

import (
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// A help or a list that covered the form is no leaving of the field: what is being
// typed stands there still, and can be taken back word by word.
func TestWhatIsBeingTypedStandsWhenTheScreenIsUncovered(t *testing.T) {
	for _, f := range []form.Field{item("venue"), item("documents_remarks"), item("period_from"), {Item: "committee", Part: form.Note}} {
		b := at(t, f, "vi")
		b.Type("15 02 abc")
		before := b.View()
		b.Send(kit.BackMsg{})
		if now := b.View(); now != before {
			t.Errorf("%v: typed\n%s\nuncovered\n%s", f, before, now)
		}
	}
	b := at(t, item("venue"), "vi")
	b.Type("nhà văn hoá")
	b.Send(kit.BackMsg{})
	b.Press("ctrl+z")
	if line := b.open(); !strings.Contains(line, "nhà văn") || strings.Contains(line, "hoá") {
		t.Errorf("one word taken back after uncovering leaves %q", line)
	}
	b.Press("ctrl+y", "enter")
	if got := b.stored(item("venue")); got != "nhà văn hoá" {
		t.Errorf("the store has %q", got)
	}
}

// Ctrl+Z pressed once too often goes on to older acts; Ctrl+Y gives the text again.
func TestATextTakenBackWholeIsGivenAgainBehindOlderActs(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("trụ sở")
	b.Press("enter")
	b.Press("ctrl+g") // nothing opens here; the place stays
	b = b.show(item("documents_remarks"), 80, 19)
	b.Type("một hai ba")
	for range 6 {
		b.Press("ctrl+z")
	}
	if got := b.store.Answer(b.id, item("venue")).Raw; got != "" {
		t.Fatalf("older acts were not taken back: %q", got)
	}
	for range 10 {
		b.Press("ctrl+y")
	}
	if got := b.store.Answer(b.id, item("documents_remarks")).Raw; got != "một hai ba" {
		t.Errorf("given again it is %q", got)
	}
	if got := b.stored(item("venue")); got != "trụ sở" {
		t.Errorf("the older act is given again as %q", got)
	}
}

// Words typed where digits choose are refused whole: their blanks choose nothing.
func TestWordsTypedOnAChoiceChooseNothing(t *testing.T) {
	for _, name := range []string{"committee"} {
		b := at(t, item(name), "vi")
		before := b.store.Answer(b.id, item(name)).Raw
		b.Type("thủ tục đấu thầu")
		b.Press("enter")
		if got := b.store.Answer(b.id, item(name)).Raw; got != before {
			t.Errorf("%s: words made it %q of %q", name, got, before)
		}
	}
}

// To look further is not to have looked at it: only Enter and Tab pass.
func TestDownDoesNotPassACarriedValue(t *testing.T) {
	a := secondVisit(t, "vi", item("venue"))
	a.Press("ctrl+r", "down")
	if !a.answer("venue").Carried {
		t.Error("↓ has passed it")
	}
	a.Press("up", "enter")
	if a.answer("venue").Carried {
		t.Error("Enter has not passed it")
	}
}

// A line of text that was carried over is replaced by what is typed on it, as a
// figure is; an arrow first, and it is edited.
func TestTypingOnACarriedTextReplacesIt(t *testing.T) {
	a := secondVisit(t, "vi", item("venue"))
	a.Press("ctrl+r")
	was := a.answer("venue").Raw
	a.Type("Nhà văn hoá")
	a.Press("enter")
	if got := a.answer("venue").Raw; got != "Nhà văn hoá" || was == "" {
		t.Errorf("typed on %q it is %q", was, got)
	}
	a.Press("ctrl+z", "ctrl+z")
	if got := a.answer("venue").Raw; got == "Nhà văn hoá" {
		t.Errorf("taken back it is %q", got)
	}
}
