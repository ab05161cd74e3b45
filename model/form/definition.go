package form

import (
	"slices"

	"giamsat/model/vn"
)

// Label is a text in both languages of the product.
type Label struct {
	VI string `yaml:"vi" json:"vi"`
	EN string `yaml:"en" json:"en"`
}

// In returns the text in a language ("vi" or "en"), Vietnamese when the other
// is empty.
func (l Label) In(lang string) string {
	if lang == "en" && l.EN != "" {
		return l.EN
	}
	return l.VI
}

// Kind is the kind of an item: what can be entered, and what its value is.
type Kind string

// The kinds of items. Their names are the `type` words of form files.
const (
	KindText     Kind = "text"     // one line
	KindLongText Kind = "longtext" // several lines
	KindInteger  Kind = "integer"  // a count
	KindDecimal  Kind = "decimal"  // an exact decimal
	KindMoney    Kind = "money"    // đồng, typed in triệu đồng
	KindPercent  Kind = "percent"  // two decimals
	KindDate     Kind = "date"
	KindTime     Kind = "time"    // minutes since midnight
	KindYesNo    Kind = "yesno"   // yes, no
	KindYesNoNA  Kind = "yesnona" // yes, no, na; with its evidence and note
	KindOne      Kind = "one"     // one of a list
	KindMany     Kind = "many"    // several of a list
	KindLookup   Kind = "lookup"  // one of a long catalogue list, by type-ahead
	KindTable    Kind = "table"
	KindRecords  Kind = "records" // how many records of another form belong to this one; counted, never typed
)

// Kinds lists every kind, in the order of the documentation.
func Kinds() []Kind {
	return []Kind{KindText, KindLongText, KindInteger, KindDecimal, KindMoney, KindPercent, KindDate,
		KindTime, KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup, KindTable, KindRecords}
}

// Codes of yes/no answers.
const (
	Yes = "yes"
	No  = "no"
	NA  = "na"
)

// Severity says what a problem asks of the person.
type Severity string

// The severities. Only Stop prevents completing; nothing prevents moving or saving.
const (
	Stop   Severity = "stop"   // must be put right before the inspection is completed
	Reason Severity = "reason" // needs a sentence why it is so, in the item's note
	Notice Severity = "note"   // informs
)

// Definition is one version of a form, as loaded and checked. It is immutable
// and safe for concurrent use.
type Definition struct {
	ID        string
	Version   string
	Title     Label
	Programme string // "": it serves every programme, and the record says which
	Parent    string // id of the form whose records these may belong to; may be empty
	ValidFrom vn.Date
	ValidTo   vn.Date // zero: still valid
	Basis     string
	Sections  []Section
	// Hash is the SHA-256 of the source, in hex: records are bound to it.
	Hash string
	// Source is the form file as it was read.
	Source []byte

	head  map[string]role  // what plays which role in Head
	items map[string]*Item // by name
	order []*Item          // in the order of the form
	all   int              // items and columns together
	graph graph            // what follows from what
}

// Section is a part of the form that is shown as one page: an area of the
// inspection, its header or its minutes.
type Section struct {
	Name  string
	Code  string // "V", "A1" … "M"
	Title Label
	Short Label // at most twelve cells, for the strip of sections
	// Relevant holds for every item of the section beside the item's own; nil: always.
	Relevant *Rule
	Items    []*Item
}

// Item is one question of a form, or one column of a table.
type Item struct {
	Name        string // identifier in rules and in the database; never reused
	Code        string // as people cite it: "A3.01"
	Kind        Kind
	Label       Label
	Hint        Label
	Unit        Label // unit of measure, shown beside the value
	Basis       string
	Advance     bool // a key that answers also moves on
	Readonly    bool // shown, not typed: filled when the record is made
	NoBulk      bool // "the rest conforms" passes it over
	Identifies  bool // tells which one a record or a row is about: a copy leaves it empty
	Default     *Rule
	Required    *Rule // nil: optional
	Relevant    *Rule // nil: always
	Calculation *Rule // not nil: computed, never typed
	Expect      *Rule // money: the sum of parts that settles an ambiguous comma
	Constraints []Constraint
	Choices     []Choice // of the form itself
	List        string   // name of a catalogue list instead
	ListFilter  *Rule
	Width       int    // of a column, in cells; 0: by kind
	Max         int    // longest text, in letters; 0: by kind
	Table       *Table // KindTable only
	Form        string // KindRecords: id of the form whose records are counted
	Hidden      bool   // never shown and never counted: the program fills it
	Inherit     string // name of the parent's item whose answer it takes over
	Prior       string // "table.column" or "item" of the unit's former record whose figure it begins with
	Unconfirmed bool   // a table whose columns are not confirmed yet: it has none
	Section     string // name of the section it stands in
	within      *Rule  // relevance of that section
	parent      *Item  // the table of a column
	index       int    // among all items and columns of the form
	position    int    // of a column, in its table
	nodes       nodes
	line        int // where it stands in the file
	column      int
}

// Computed reports whether the value is calculated and never typed.
func (it *Item) Computed() bool { return it.Calculation != nil }

// counted reports whether the value is how many records of another form belong
// to this one; only such items name a form.
func (it *Item) counted() bool { return it.Form != "" }

// HangsOn lists the items whose answers decide whether this one is asked.
func (it *Item) HangsOn() []*Item {
	var list []*Item
	for _, ru := range []*Rule{it.within, it.Relevant} {
		if ru == nil {
			continue
		}
		for _, rd := range ru.reads {
			if rd.it != it && !slices.Contains(list, rd.it) {
				list = append(list, rd.it)
			}
		}
	}
	return list
}

// Column reports whether the item is a column of a table.
func (it *Item) Column() bool { return it.parent != nil }

// HasEvidence reports whether the item carries the companion field for its
// evidence. Every item outside tables carries a note.
func (it *Item) HasEvidence() bool { return it.Kind == KindYesNoNA }

// Choice is one entry of a list.
type Choice struct {
	Code  string
	Label Label
}

// Constraint is a rule that an answer must meet, and what to say when it does
// not. The message may name items in braces: their values are put in as shown.
type Constraint struct {
	ID       string // of the rule in the catalogue of rules: "N3"
	Rule     *Rule
	Severity Severity
	Message  Label // speaks to who enters: the fact, and what to do about it
	// Finding is the fact alone, as it stands in a finding that is recorded from the
	// item; blank where a broken rule says nothing of the unit.
	Finding Label
	Basis   string
}

// texts are the sentences of a rule, in which values are put.
func (c Constraint) texts() []string {
	return []string{c.Message.VI, c.Message.EN, c.Finding.VI, c.Finding.EN}
}

// Table describes the rows and columns of a table item.
type Table struct {
	Columns []*Item
	// Axes make rows: one for each combination of their values. Nil: no such rows.
	Axes      []Axis
	AxisWhere *Rule // keeps a combination; nil: all
	Fixed     []FixedRow
	Free      bool     // the person may add rows
	MayBeNone bool     // "there are none" is an answer: a table without rows is complete when so marked
	MinRows   int      // fewer rows than this is a problem where the item is required
	Key       []string // columns whose values together occur once
	Totals    []string // columns added up in the last line
	Facts     *Facts   // what reports add up, written beside the answers
	Opens     *Opens   // each filled row is followed up as a record of its own
	Settles   *Settles // its rows are followed records of former visits, to be answered

	// shown says that every column is given or computed: nothing can be typed
	// into such a table, and all its rows count.
	shown   bool
	visible []*Item // Columns without the hidden ones
}

// Visible lists the columns that a person sees: all but the hidden ones. The
// caller does not change the list.
func (t *Table) Visible() []*Item { return t.visible }

// Opens says that the rows of a table are followed up: completing the record
// begins a record of another form for each, filled from the row.
type Opens struct {
	Form string
	Fill map[string]string // item of that form -> column of the row, or item of this form
}

// Settles says that the rows of a table stand for followed records of former
// visits: the program brings them, the person answers each, and completing the
// record carries the answers into what is followed.
type Settles struct {
	Form   string
	Record string            // the hidden column with the id of the followed record
	Show   map[string]string // column -> role of Head, "day" or "unit": what a new row begins with
	Fill   map[string]string // item of that form -> column of the row, or item of this form
}

// Axis gives a column its values: each choice of the column's own list, or only
// those chosen in an item that takes several.
type Axis struct {
	Column string
	From   string // name of an item of KindMany; "": every choice of the column
}

// FixedRow is a row that the form itself brings.
type FixedRow struct {
	ID     Row
	Label  Label
	Values map[string]string // column name -> raw value, shown read-only
}

// Facts maps a table's columns to the narrow table that reports add up.
type Facts struct {
	Year, Project, Kind, Source string            // column names
	Measures                    map[string]string // column name -> measure
}
