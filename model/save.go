package model

import (
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// NewRecord is what is known when an inspection is begun.
type NewRecord struct {
	Unit      catalog.UnitKey
	UnitName  string
	UnitPath  string
	Visit     vn.Date
	Round     string
	Programme string
	Projects  []string
	Form      *form.Definition
	Changes   []form.Change // answers that the form's defaults fill at once
	Progress  []form.Progress
}

// Save is one write of an inspection: the changes since the last one, and what
// follows from them. Repeating it is harmless: a change whose new answer stands
// already counts as written.
type Save struct {
	ID       RecordID
	Changes  []form.Change
	Revs     map[form.Field]int64 // the revision each changed field was read with; 0: it did not exist
	Progress []form.Progress
	Place    Place
	// Facts replaces the facts of the rows that changed, table by table.
	Facts map[FactRow][]form.Fact
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

// Query asks for a part of the list of inspections, newest change first.
type Query struct {
	Text   string // words to be found in unit, round, date; folded by the store
	Status Status // "": any
	Limit  int
	Offset int
}
