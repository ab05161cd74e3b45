package model

import (
	"time"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// NewRecord is what is known when a record is begun.
type NewRecord struct {
	Parent    RecordID
	Origin    form.Field
	Unit      catalog.UnitKey
	UnitName  string
	UnitPath  string
	Day       vn.Date
	Round     string
	Programme string
	Projects  []string
	Form      *form.Definition
	Changes   []form.Change // answers that the form's defaults fill at once
	Progress  []form.Progress
	Head      form.Head
}

// Save is one write of a record: the changes since the last one, and what
// follows from them. Repeating it is harmless: a change whose new answer stands
// already counts as written.
type Save struct {
	ID       RecordID
	Changes  []form.Change
	Revs     map[form.Field]int64 // the revision each changed field was read with; 0: it did not exist
	Progress []form.Progress
	Place    Place
	Head     form.Head // as it follows from the answers now
	// Facts replaces the facts of the rows that changed, table by table.
	Facts map[FactRow][]form.Fact
	// Sitting is what entering has taken so far in this run of the program.
	Sitting Sitting
}

// FactRow names the row of a table that facts come from.
type FactRow struct {
	Table string
	Row   form.Row
}

// Saved is what a save led to.
type Saved struct {
	Rev  int64                // the inspection's revision
	Revs map[form.Field]int64 // of the fields that were written
}

// Owed is what could not be saved, kept outside the database.
type Owed struct {
	Changes []form.Change
	Revs    map[form.Field]int64 // the revision each changed field was read with; 0: it did not exist
}

// Completion closes a record, and what follows from that for others: the rows
// that are to be followed up become records, and findings of former visits that
// were looked at again are brought up to date. All of it or nothing is written.
type Completion struct {
	Save
	Rev     int64       // the revision that all this was worked out from; 0: whichever it is
	New     []NewRecord // to be begun; a row that has its record already is in Changed
	Changed []Save      // of other records
}

// Query asks for a part of the records.
type Query struct {
	Kinds  []Kind // none: inspections
	Text   string // words to be found in unit, round, title, number, day; folded by the store
	Status Status // "": any
	Parent RecordID
	Round  RecordID // belongs to it, or to an inspection of it
	Units  []catalog.UnitKey
	Area   int      // 1 to 5: where a followed record came from; 0: any
	States []string // of Head.State; none: any
	Open   bool     // only what is not settled
	// DueBefore and DueFrom bound Head.Due: findings that are late, or due within days.
	DueFrom, DueBefore vn.Date
	By                 string // created or changed by
	Returned           bool   // only drafts that somebody else reopened
	Order              Order
	Limit              int
	Offset             int
	// Hasty asks for the first lines alone, as many as are found at once: a person
	// who types wants to see lines, and how many there are in a moment. The total is
	// Uncounted then, unless all were found; no lines and Uncounted mean that
	// nothing can be told yet.
	Hasty bool
}

// Uncounted stands for a total that is not known.
const Uncounted = -1

// Order says how a list is sorted.
type Order int

// The orders of lists.
const (
	ByChange Order = iota // newest change first
	ByDue                 // what is due first; without a due day last
	ByDay                 // newest day first
)

// Count is how many of a round's units are planned, have an inspection, and have
// a completed one. Only the last were visited for certain: an inspection may be
// begun long before the visit.
type Count struct{ Planned, Begun, Completed int }

// Units is how many units there are to visit: those of the plan, and without a
// plan those that have an inspection.
func (c Count) Units() int {
	if c.Planned == 0 {
		return c.Begun
	}
	return c.Planned
}

// Revision is a record as it was when it was completed for the n-th time.
type Revision struct {
	N      int   // 1, 2, 3 …
	Seq    int64 // the completing event
	At     time.Time
	By     string
	Reason string // of the reopening that led to it; "" for the first
}
