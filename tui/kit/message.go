package kit

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/keymap"
)

// Kind names a kind of screen; the root owns the table from kind to maker.
type Kind string

// The kinds of screens.
const (
	KindList    Kind = "list"    // the inspections; no id
	KindNew     Kind = "new"     // begin an inspection; no id
	KindFill    Kind = "fill"    // id: inspection; Arg: a form.Field to go to, or nil
	KindGrid    Kind = "grid"    // id: inspection; Arg: a form.Field of the table (Item, or a cell)
	KindReview  Kind = "review"  // id: inspection
	KindPick    Kind = "pick"    // Arg: *Pick
	KindPalette Kind = "palette" // Arg: Menu of the screen below
	KindHelp    Kind = "help"    // Arg: Menu of the screen below
	KindAsk     Kind = "ask"     // Arg: *Ask
	KindGoto    Kind = "goto"    // Arg: *Pick, opened by Ctrl+G
)

// OpenMsg asks the root to open a screen above the present one, or in its place.
type OpenMsg struct {
	Kind    Kind
	ID      model.RecordID
	Arg     any
	Replace bool
}

// BackMsg asks the root to close the top screen and to hand Result, when there
// is one, to the screen below.
type BackMsg struct{ Result tea.Msg }

// RunMsg asks the top screen to do an action, as if its key had been pressed.
type RunMsg struct{ Action keymap.Action }

// NoticeMsg puts a sentence on the note line until the next key.
type NoticeMsg struct {
	Text string
	Bad  bool
}

// LanguageMsg tells every screen that the language changed: cached rows are stale.
type LanguageMsg struct{}

// QuitMsg asks to leave the program, after what is owed is saved.
type QuitMsg struct{}

// SavedMsg says that a save of an inspection ended. It goes to every screen on
// the stack; each ignores what is not its own.
type SavedMsg struct {
	ID  model.RecordID
	Err error
}

// OpenedMsg says that an inspection was read and lies on the desk, or why not.
type OpenedMsg struct {
	ID  model.RecordID
	Err error
}

// Menu is what the help and the palette show: the actions of the screen below.
type Menu struct {
	Scope   keymap.Scope
	Actions []Action
}
