package model

import (
	"time"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// RecordID is a UUIDv7 in text: it sorts by the time of its making and can
// be made on a laptop that is offline.
type RecordID string

// Kind says what a record is. It is the id of its form, so that a form that a
// person adds makes a kind of its own.
type Kind string

// The kinds of records that the program itself knows of.
const (
	Inspection     Kind = "inspection"     // a visit to a unit: the five areas and the minutes
	Round          Kind = "round"          // a round of inspections: plan, team, units to visit
	Household      Kind = "household"      // a household that was consulted on a visit
	Finding        Kind = "finding"        // a shortcoming or violation, until it is remedied
	Difficulty     Kind = "difficulty"     // a difficulty that a unit has, until it is settled
	Recommendation Kind = "recommendation" // what a unit asks of others, until it is answered
	Evaluation     Kind = "evaluation"     // baseline, annual, mid-term, final, impact or ad hoc
	Conference     Kind = "conference"     // a training conference
	Supervision    Kind = "supervision"    // a six-month or annual supervision report
	Annex          Kind = "annex"          // tables 01 to 15 of circular 10/2022
)

// Followed lists the kinds that are begun by completing an inspection and stay
// in the register until they are settled.
func Followed() []Kind { return []Kind{Finding, Difficulty, Recommendation} }

// Status says whether a record is being filled in.
type Status string

// The states of a record.
const (
	Draft     Status = "draft"     // being filled in
	Completed Status = "completed" // closed; reopening needs a reason
)

// FormRef binds an inspection to one version of a form for ever.
type FormRef struct {
	ID      string
	Version string
	Hash    string // SHA-256 of the form file, in hex
}

// Record is one filled-in form: an inspection, a round, a finding. It says who,
// where, when, on which form, and where it stands; its answers are a form.Record.
type Record struct {
	ID     RecordID
	Parent RecordID // what it belongs to: the round of an inspection, the inspection of a finding; may be empty
	// Origin is the row or item of the parent that a followed record came from.
	Origin    form.Field
	Unit      catalog.UnitKey
	UnitName  string  // as it was on the day of the visit: "Phường Thành Sen"
	UnitPath  string  // "tỉnh Hà Tĩnh"
	Day       vn.Date // the day whose units, lists and form hold: of the visit, of a round's beginning
	Round     string  // title of the round, as people cite it; may be empty
	Programme string
	Head      form.Head
	Projects  []string // codes of the projects that apply
	Form      FormRef
	Status    Status
	Rev       int64 // grows by one with every saved change
	CreatedAt time.Time
	CreatedBy string
	ChangedAt time.Time
	ChangedBy string
	// Completed and its author, when Status is Completed.
	CompletedAt time.Time
	CompletedBy string
	// ReturnedBy and ReturnReason are of the last reopening, while it is a draft again.
	ReturnedBy   string
	ReturnReason string
	Progress     []form.Progress // of each section, as last saved
	Place        Place           // where the person stood
}

// Place is where a person stood in a form: starting again goes back there.
type Place struct {
	Section string
	Field   form.Field
	Caret   int // in graphemes
}

// Kind says what the record is.
func (r Record) Kind() Kind { return Kind(r.Form.ID) }

// Summary is a line of a list or register of records.
type Summary struct {
	ID        RecordID
	Kind      Kind
	Parent    RecordID
	Unit      catalog.UnitKey
	UnitName  string
	UnitPath  string
	Day       vn.Date
	Round     string
	Programme string
	Head      form.Head
	Status    Status
	ChangedAt time.Time
	ChangedBy string
	// ReturnedBy and ReturnReason are of the last reopening, while it is a draft again.
	ReturnedBy   string
	ReturnReason string
	Progress     []form.Progress
}

// Open counts the problems that stand against completing, missing answers
// included.
func (s Summary) Open() int {
	n := 0
	for _, p := range s.Progress {
		n += p.Missing + p.Stops
	}
	return n
}

// Wrong counts the problems that must be put right, answers that are merely
// missing left out.
func (s Summary) Wrong() int {
	n := 0
	for _, p := range s.Progress {
		n += p.Stops
	}
	return n
}

// The kinds of events beside those of form.ChangeKind.
const (
	EventCreate   = "create"
	EventComplete = "complete"
	EventReopen   = "reopen"
	EventMove     = "move"
)

// Event is one line of a record's history.
type Event struct {
	Seq    int64 // 1, 2, 3 … within the record
	At     time.Time
	By     string
	From   string // host or key it came from
	Kind   string // a form.ChangeKind, or create, complete, reopen, move
	Cause  form.Cause
	Field  form.Field
	Old    form.Answer // of a move, the version of the form
	New    form.Answer
	Reason string // of a reopening, or of a move to another form
	Hash   string // SHA-256 over the former hash and this line, in hex
}
