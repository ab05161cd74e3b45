package keymap

// Action names something a person can do with a key or by name in the palette.
type Action string

// Moving.
const (
	Up              Action = "up"
	Down            Action = "down"
	Left            Action = "left"
	Right           Action = "right"
	PageUp          Action = "page-up"
	PageDown        Action = "page-down"
	First           Action = "first"
	Last            Action = "last"
	Next            Action = "next"   // keep the answer, go to the next item or cell
	Prev            Action = "prev"   // keep the answer, go to the one before
	Return          Action = "return" // grid: a row down, to the column where the row was begun
	NextSection     Action = "next-section"
	PrevSection     Action = "prev-section"
	Goto            Action = "goto"
	NextProblem     Action = "next-problem"
	PrevProblem     Action = "prev-problem"
	FirstUnanswered Action = "first-unanswered"
)

// Filling in.
const (
	Undo         Action = "undo"
	Redo         Action = "redo"
	Note         Action = "note"
	Pick         Action = "pick"    // the list of choices for the field
	Conform      Action = "conform" // the rest of the section conforms
	NewRow       Action = "new-row"
	DuplicateRow Action = "duplicate-row"
	DeleteRow    Action = "delete-row"
	ClearCell    Action = "clear-cell"
	None         Action = "none"      // a table: there are none
	Choose       Action = "choose"    // pick list, palette: the entry under the marker, or all that are ticked
	Toggle       Action = "toggle"    // pick list: tick or untick an entry of several
	Finding      Action = "finding"   // record a shortcoming from the item one is on
	Ditto        Action = "ditto"     // what the former record says here; again: an older one
	AsLast       Action = "as-last"   // all that is not answered in the section, as last time
	Pin          Action = "pin"       // the value starts every record of the round
	Pins         Action = "pins"      // what is pinned, to be taken out
	Skip         Action = "skip"      // second reading: leave this field for another time
	FillDown     Action = "fill-down" // a table: the cell's answer into the empty cells below
	Keep         Action = "keep"      // a question of one line: its text is the answer
)

// Whole inspections.
const (
	NewRecord Action = "new"
	NewOther  Action = "new-other" // a record of a kind that is asked for
	Edit      Action = "edit"      // the form, where opening shows something else
	Duplicate Action = "duplicate" // a new record that starts like the one under the marker
	Begin     Action = "begin"     // make the inspection that was described
	Filter    Action = "filter"
	Found     Action = "found" // the filter: enough was typed, the keys are the list's again
	Open      Action = "open"  // whatever the marker is on
	Review    Action = "review"
	Reason    Action = "reason"
	Complete  Action = "complete"
	Reopen    Action = "reopen"
	Refresh   Action = "refresh" // read the list again
	ShowAll   Action = "all"     // also what does not differ
)

// Lists, and the groups of the first screen.
const (
	Inspections Action = "inspections"
	Kinds       Action = "kinds"    // choose the kind of records that is listed
	Drafts      Action = "drafts"   // being filled in
	Returned    Action = "returned" // sent back by somebody else
	Overdue     Action = "overdue"  // what is to be remedied and is late
	DueSoon     Action = "due-soon" // what is to be remedied within days
	Reports     Action = "reports"  // reports that are due
	UnderWay    Action = "under-way"
)

// The register: which part of it is shown, a key each.
const (
	ByKind  Action = "by-kind"  // findings, difficulties or recommendations
	ByUnit  Action = "by-unit"  // of one unit
	ByRound Action = "by-round" // of one round
	ByArea  Action = "by-area"  // of one of the five areas
	ByState Action = "by-state" // in some states
	ByOpen  Action = "by-open"  // only what is not settled, or everything
	ByDue   Action = "by-due"   // what is overdue, or due within days
	OrderBy Action = "order"    // what is due first, or the newest first
	Origin  Action = "origin"   // the row of the minutes that it came from
)

// The history of a record, and its former revisions.
const (
	Past           Action = "past"            // the record as it was at a line of its history
	OneItem        Action = "one-item"        // only what concerns the item under the marker
	NextDifference Action = "next-difference" // from the record as it stands now
	PrevDifference Action = "prev-difference"
)

// What belongs to a record, on screens of their own.
const (
	History   Action = "history"    // all that happened to it
	MoveForm  Action = "move-form"  // to a newer version of its form
	Unit      Action = "unit"       // its unit, with what it was made of
	Verify    Action = "verify"     // read its amounts from the paper a second time
	VerifyAll Action = "verify-all" // everything that was typed
	Register  Action = "register"   // the findings that are not settled
	Rounds    Action = "rounds"     // rounds; of a record: its own

	KinInspections Action = "kin-inspections" // of a unit, and of those before and after it
)

// Everywhere.
const (
	Back     Action = "back"
	Help     Action = "help"
	Palette  Action = "palette"
	Language Action = "language"
	Input    Action = "input-mode" // how Vietnamese is composed: off, Telex, VNI
	Redraw   Action = "redraw"
	Pace     Action = "pace" // what entering took
	Quit     Action = "quit"
)

// Actions lists every action, in the order of the documentation.
func Actions() []Action {
	return []Action{
		Up, Down, Left, Right, PageUp, PageDown, First, Last,
		Next, Prev, Return, NextSection, PrevSection, Goto, NextProblem, PrevProblem, FirstUnanswered,
		Undo, Redo, Note, Pick, Conform, NewRow, DuplicateRow, DeleteRow, ClearCell, None, Choose, Toggle, Finding, Ditto, AsLast, Pin, Pins, Skip, FillDown, Keep,
		NewRecord, NewOther, Duplicate, Edit, Begin, Filter, Found, Open, Review, Reason, Complete, Reopen, Refresh, ShowAll,
		Inspections, Kinds, Drafts, Returned, Overdue, DueSoon, Reports, UnderWay,
		ByKind, ByUnit, ByRound, ByArea, ByState, ByOpen, ByDue, OrderBy, Origin,
		Past, OneItem, NextDifference, PrevDifference,
		History, MoveForm, Verify, VerifyAll, Unit, Register, Rounds, KinInspections,
		Back, Help, Palette, Language, Input, Redraw, Pace, Quit,
	}
}

// Scope names where a key is pressed: a screen, or a state of one.
type Scope string

// The scopes. In a scope of text, letters and digits belong to the field that
// is open, so that no command may be bound to them.
const (
	Global       Scope = "global"
	InHome       Scope = "home"        // what needs me
	InList       Scope = "list"        // records of a kind
	InListFilter Scope = "list-filter" // text: typing the filter of the list
	InNew        Scope = "new"         // text: describing a new inspection
	InFill       Scope = "fill"        // text: the form, on an item that is typed
	InFillChoice Scope = "fill-choice" // the form, on an item that is chosen by a digit
	InFillTable  Scope = "fill-table"  // the form, on the line of a table
	InGrid       Scope = "grid"        // text: a table, on a cell; typing begins the cell anew
	InCell       Scope = "cell"        // text: a table, inside a cell's text
	InRound      Scope = "round"       // the units of a round
	InRegister   Scope = "register"    // what is followed up until it is settled
	InHistory    Scope = "history"     // all that happened to a record
	InPast       Scope = "past"        // a record as it was
	InUnit       Scope = "unit"        // the life of a unit
	InReview     Scope = "review"      // the problems
	InVerify     Scope = "verify"      // text: a field that is read a second time
	InMove       Scope = "move"        // a record under a newer form
	InPace       Scope = "pace"        // what entering took
	InPick       Scope = "pick"        // text: a list of choices with its filter
	InPalette    Scope = "palette"     // text: everything by name
	InHelp       Scope = "help"        // the keys valid here
	InAsk        Scope = "ask"         // text: one question
)

// Scopes lists every scope but Global.
func Scopes() []Scope {
	return []Scope{InHome, InList, InListFilter, InNew, InFill, InFillChoice, InFillTable, InGrid, InCell,
		InRound, InRegister, InHistory, InPast, InUnit, InReview, InVerify, InMove, InPace, InPick, InPalette, InHelp, InAsk}
}

// Text reports whether letters and digits are typed in the scope.
func (s Scope) Text() bool {
	switch s {
	case InListFilter, InNew, InFill, InGrid, InCell, InVerify, InPick, InPalette, InAsk:
		return true
	case Global, InHome, InList, InRound, InRegister, InHistory, InPast, InUnit, InFillChoice, InFillTable, InReview, InMove, InPace, InHelp:
		return false
	}
	return false
}

// edits reports whether a line editor is open in the scope and needs its keys.
// In a grid the editor opens with the first letter, and the scope becomes Cell.
func (s Scope) edits() bool { return s.Text() && s != InGrid }
