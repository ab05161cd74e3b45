package fill_test

import (
	"testing"

	"giamsat/tui/keymap"
)

// The root asks for the refusal before it hands the key on.
func TestUndoIsNotRefusedWhileATextIsNotLeftYet(t *testing.T) {
	b := at(t, item("venue"), "vi")
	refused := func() string {
		for _, a := range b.alone.Screen.Actions() {
			if a.ID == keymap.Undo {
				return a.Refused
			}
		}
		t.Fatal("undo is not among the actions")
		return ""
	}
	for refused() == "" { // what making the inspection left to take back
		b.Press("ctrl+z")
	}
	b.Type("Hội trường")
	if why := refused(); why != "" {
		t.Fatalf("undo is refused: %s", why)
	}
	b.Press("ctrl+z", "ctrl+z") // a word at a time
	if why := refused(); why == "" {
		t.Error("undo is offered although nothing is left")
	}
}
