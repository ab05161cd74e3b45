package form

import "giamsat/model/vn"

// Record is the state of one filled form, as storage keeps it and as a Session
// takes it up.
type Record struct {
	Answers map[Field]Answer
	Rows    map[string][]Row // table name -> free rows in their order
}

// ChangeKind says what a change did.
type ChangeKind string

// The kinds of changes.
const (
	Answered   ChangeKind = "answer"     // a field got another answer
	RowAdded   ChangeKind = "row-add"    // a row was added, at place At
	RowRemoved ChangeKind = "row-remove" // a row was taken out; its answers stay for undo
)

// Change is one step of a record's history: small, self-contained, and exactly
// reversible.
type Change struct {
	Kind  ChangeKind
	Field Field // of a row change: Item and Row
	Old   Answer
	New   Answer
	At    int // row changes: the row's place among the free rows
	// Cause says how it came about: typed, undo, redo, carried, bulk, cleared, verified.
	Cause Cause
	// Step numbers the act of a person that it is a part of, growing within a
	// record; to undo and redo a step are changes of the same number. 0: no act
	// of a person, or one from before acts were numbered.
	Step int64
}

// Passed reports whether a change took the mark of a carried value away, or brought
// it back, and left the value.
func (c Change) Passed() bool {
	return c.Kind == Answered && c.Old.Value == c.New.Value && c.Old.Raw == c.New.Raw && c.Old.Carried != c.New.Carried
}

// Cause says how a change came about; history shows it.
type Cause string

// The causes of changes.
const (
	Typed     Cause = "typed"
	Undone    Cause = "undo"
	Redone    Cause = "redo"
	Carried   Cause = "carried"
	Bulk      Cause = "bulk"
	Pasted    Cause = "pasted"   // with others, from a spreadsheet
	Cleared   Cause = "cleared"  // irrelevant at completion
	Filled    Cause = "filled"   // by the program, when the record was made
	Confirmed Cause = "verified" // read a second time from the paper
)

// Fact is one figure that reports add up.
type Fact struct {
	Year    int
	Project string
	Kind    string
	Source  string
	Measure string
	Amount  vn.Money
}

// Code says what is the matter with an answer. Sentences live in the interface.
type Code string

// The codes of problems.
const (
	Missing      Code = "missing"       // a required answer is not there
	Unread       Code = "unread"        // the text cannot be read as the item's kind; Reason has the cause
	Ambiguous    Code = "ambiguous"     // an amount with a comma that has two readings
	NoteMissing  Code = "note-missing"  // "no", or "not applicable" on a required item, without a note
	NoReason     Code = "no-reason"     // a rule of severity Reason is not met, and the note is empty
	Broken       Code = "broken"        // a rule of the form is not met; Text has its message
	NotAChoice   Code = "not-a-choice"  // a code that the list does not have on that day
	DuplicateRow Code = "duplicate-row" // two rows with the same key
	TooFewRows   Code = "too-few-rows"
	Unseen       Code = "unseen"   // a carried value that nobody has passed
	TooLong      Code = "too-long" // longer than the item takes
)

// Problem is one thing that is the matter with one field.
type Problem struct {
	Field    Field
	Code     Code
	Severity Severity
	Rule     string // id of the form's rule, for Broken and NoReason
	Text     Label  // the form's message with its values put in, for Broken and NoReason
	Finding  Label  // the fact alone, where the rule has it
	Err      error  // why a text could not be read, for Unread and Ambiguous
	Kind     Kind   // of the item: it says what could stand there
	Matter   *Matter
}

// Matter is what a problem is about in figures and words, so that a sentence can
// say what stands there and what would be right. A problem of a missing answer has
// none.
type Matter struct {
	Raw   string // as typed
	Shown Label  // as people read it
	// Have and Want are counts: of letters and the most that the item takes
	// (TooLong), of rows and the fewest there must be (TooFewRows), of a row and the
	// one before it that says the same (DuplicateRow).
	Have, Want int
	Choices    []Label // the list that a choice is not in, where it is short
	Beside     []Side  // what a rule holds the answer against, where its message does not say so
	Limit      *Limit  // what the answer may be at most, at least or exactly, where that can be worked out
}

// Side is an item that a rule reads, with what stands in it.
type Side struct{ Label, Shown Label }

// Progress counts a section's items that are relevant now.
type Progress struct {
	Section  string `json:"section"`
	Answered int    `json:"answered"` // items with a readable answer
	Items    int    `json:"items"`    // items that can be answered
	Missing  int    `json:"missing"`  // required and empty
	Stops    int    `json:"stops"`    // stop problems other than missing answers
	Reasons  int    `json:"reasons"`
	Notices  int    `json:"notices"`
}
