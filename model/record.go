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

// Status says where an inspection stands.
type Status string

// The states of an inspection.
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

// Inspection is one visit to one unit: who, where, when, on which form, and
// where it stands. Its answers are a form.Record.
type Record struct {
	ID        RecordID
	Unit      catalog.UnitKey
	UnitName  string // as it was on the day of the visit: "Phường Thành Sen"
	UnitPath  string // "tỉnh Hà Tĩnh"
	Visit     vn.Date
	Round     string // free text until rounds are records; may be empty
	Programme string
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
	Progress    []form.Progress // of each section, as last saved
	Place       Place           // where the person stood
}

// Place is where a person stood in a form: starting again goes back there.
type Place struct {
	Section string
	Field   form.Field
	Caret   int // in graphemes
}

// Summary is a line of the list of inspections.
type Summary struct {
	ID        RecordID
	UnitName  string
	UnitPath  string
	Visit     vn.Date
	Round     string
	Status    Status
	ChangedAt time.Time
	ChangedBy string
	Progress  []form.Progress
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

// Event is one line of an inspection's history.
type Event struct {
	Seq    int64 // 1, 2, 3 … within the inspection
	At     time.Time
	By     string
	From   string // host or key it came from
	Kind   string // a form.ChangeKind, or create, complete, reopen, place
	Cause  form.Cause
	Field  form.Field
	Old    form.Answer
	New    form.Answer
	Reason string // of a reopening
	Hash   string // SHA-256 over the former hash and this line, in hex
}
