package tuitest

import "giamsat/tui/drive"

// The marks that a terminal puts around a paste.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// Type sends text as if typed, all at once. A newline is not Enter: press that.
func (t *Terminal) Type(text string) {
	t.tb.Helper()
	t.Raw([]byte(text))
}

// Press presses keys by their names: "enter", "tab", "shift+tab", "space",
// "esc", "backspace", "delete", "insert", the arrows "up", "down", "left" and
// "right", "home", "end", "pgup", "pgdown", "f1" to "f12", "ctrl+" with a
// letter, "alt+" with any key, or one letter. All are sent at once: since Esc
// and another key look like Alt with that key, wait for what Esc does before
// pressing the next one.
func (t *Terminal) Press(keys ...string) {
	t.tb.Helper()
	for _, key := range keys {
		sent, err := drive.Bytes(key)
		if err != nil {
			t.tb.Fatal(err)
		}
		t.Raw([]byte(sent))
	}
}

// Paste sends text as a bracketed paste.
func (t *Terminal) Paste(text string) {
	t.tb.Helper()
	t.Raw([]byte(pasteStart + text + pasteEnd))
}

// Raw sends bytes as they are.
func (t *Terminal) Raw(sent []byte) {
	t.tb.Helper()
	if _, err := t.pty.Write(sent); err != nil {
		t.tb.Fatalf("send %q to %s: %v", sent, t.cmd.Path, err)
	}
}
