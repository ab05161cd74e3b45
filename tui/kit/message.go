package kit

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
)

// Kind names a kind of screen; the root owns the table from kind to maker.
type Kind string

// The kinds of screens.
const (
	KindList    Kind = "list"    // records; Arg: *Listing, nil for the inspections
	KindNew     Kind = "new"     // begin a record; Arg: *Begin, nil for an inspection
	KindFill    Kind = "fill"    // id: record; Arg: a form.Field to go to, or nil
	KindGrid    Kind = "grid"    // id: record; Arg: a form.Field of the table (Item, or a cell)
	KindReview  Kind = "review"  // id: record
	KindVerify  Kind = "verify"  // id: record; Arg: true to read everything again, not only the amounts
	KindPick    Kind = "pick"    // Arg: *Pick
	KindPalette Kind = "palette" // Arg: Menu of the screen below
	KindHelp    Kind = "help"    // Arg: Menu of the screen below
	KindAsk     Kind = "ask"     // Arg: *Ask
	KindGoto    Kind = "goto"    // Arg: *Pick, opened by Ctrl+G

	KindHome     Kind = "home"     // what needs me; no id
	KindRound    Kind = "round"    // id: round; its units, and how far they are
	KindRegister Kind = "register" // findings until they are settled; Arg: *model.Query to begin with, or nil
	KindHistory  Kind = "history"  // id: record
	KindPast     Kind = "past"     // id: record; Arg: the int64 seq of the event that it is shown at
	KindUnit     Kind = "unit"     // Arg: a catalog.UnitKey, or nil
	KindMove     Kind = "move"     // id: record
	KindPace     Kind = "pace"     // what entering took; id: the record it is opened from, or ""
)

// Listing is which records a list shows, and what it is called.
type Listing struct {
	Query model.Query
	Title string // plain text; "" lets the list name its kinds
}

// Begin is what is known of a record that is to be begun; the screen asks for
// the rest.
type Begin struct {
	Kind      model.Kind
	Unit      catalog.UnitKey
	Parent    model.RecordID
	Round     string
	Day       vn.Date
	Programme string
	Projects  []string
	Like      model.RecordID // a record whose answers it starts with; may be empty
}

// OpenMsg asks the root to open a screen above the present one, or in its place.
type OpenMsg struct {
	Kind    Kind
	ID      model.RecordID
	Arg     any
	Replace bool
}

// BackMsg asks the root to close the top screen and to hand Result, when there
// is one, to the screen below. Without one that gets the message itself, with the
// record that was left.
type BackMsg struct {
	Result tea.Msg
	Left   model.RecordID // "" where it was none that is filled in
}

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

// SavedMsg says that a save of a record ended. It goes to every screen on
// the stack; each ignores what is not its own.
type SavedMsg struct {
	ID     model.RecordID
	Err    error
	Unkept bool // what is owed is not in the recovery file either
}

// OpenedMsg says that a record was read and lies on the desk, or why not.
type OpenedMsg struct {
	ID  model.RecordID
	Err error
}

// MovedMsg says that a record was bound to another form: what was read of it
// before is stale, and whoever shows it reads it again.
type MovedMsg struct{ ID model.RecordID }

// Menu is what the help and the palette show: the actions of the screen below.
type Menu struct {
	Scope   keymap.Scope
	Actions []Action
	Kind    model.Kind // of the record on the screen; "" where there is none
}
