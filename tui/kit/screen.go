package kit

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/tui/keymap"
)

// Screen is one thing the person looks at. Only the root is a tea.Model; a
// screen has pointer receivers, changes itself in Update and returns at most a
// command. A covered screen stays alive and gets every message but keys and
// pastes, so its cursor is where it was when it is uncovered.
type Screen interface {
	// Init returns what the screen wants done at its opening, usually a read.
	Init() tea.Cmd
	// Update dispatches one message; it touches no disk, clock or environment.
	Update(msg tea.Msg) tea.Cmd
	// View draws the screen as it is; it changes nothing.
	View() Frame
	// SetSize gives the room for Frame.Body, in cells.
	SetSize(width, height int)
	// Scope names the keys that are valid here now.
	Scope() keymap.Scope
	// Actions lists what the person can do here now, in the order of the key
	// line; an action that is refused says why.
	Actions() []Action
}

// Action is one thing a person can do on a screen. The key line, the help and
// the palette are made from these.
type Action struct {
	ID keymap.Action
	// Refused is the sentence why it cannot be done now; "" when it can.
	Refused string
	// Quiet actions are in the help and the palette, not in the key line.
	Quiet bool
}

// TitleMargin is how much of the width the rule over a drawer keeps from its title.
const TitleMargin = 6

// Overlay is a screen that covers only the lower part of the one below it.
type Overlay interface {
	Screen
	// Lines is the height it wants, in rows; the root gives at most what is there.
	Lines() int
}

// Waiter is a screen that may be waiting for the disk before it can take a key.
// The root keeps the keys that are typed meanwhile, and hands them over when the
// wait is over; Esc and leaving the program do not wait.
type Waiter interface {
	Screen
	Waiting() bool
}

// Frame is what a screen draws. The root adds the title line, the rule, the
// line that says what is the matter, and the line of keys.
type Frame struct {
	Title  string // left on the title line, plain text
	Status string // right on the title line, plain text; "" lets the root show the state of saving
	Body   string // styled lines, at most the height and width given to SetSize
	Note   string // one styled line: the hint, the echo, or what is the matter
	// Above is how many of the body's last lines begin the note, where it needs more
	// than its line: the rule stands over them, so that one sentence stays together.
	Above  int
	Cursor *Cursor // the real cursor, where a text is being typed
}

// Cursor is a place in a frame's body, in cells from its upper left corner.
type Cursor struct{ X, Y int }
