package form

import (
	"slices"
	"strconv"

	"github.com/expr-lang/expr/vm"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// Names of fields that no form declares.
var commaField = Field{Item: "@comma"}

// None is the part of a table's field that says "there are none".
const None = "@none"

// Setting is what a session needs to know from outside. Without a NewRow no row
// can be added; everything else must be there.
type Setting struct {
	Catalog *catalog.Catalog
	Visit   vn.Date // the day of every look-up
	// Short is the day that dates typed short are counted from; zero: Visit.
	Short    vn.Date
	Province string // code of the unit's province
	// Programme decides lists and rules; "" leaves it to the form.
	Programme string
	NewRow    func() Row     // makes the id of a free row; never the same twice
	Children  map[string]int // how many records of each form belong to this one
}

// Session is the walk through one record: every answer, what follows from it,
// and the way back. It belongs to one goroutine.
type Session struct {
	def     *Definition
	set     Setting
	answers map[Field]Answer
	rows    map[string][]Row
	// children are the counts of the records that belong to this one, by form.
	children map[string]int

	undo, redo []step
	last       int64     // number of the newest step
	together   *[]Change // what becomes one step; nil: every act is one
	pending    []Change

	memo memo

	// machine and spare serve the rules: a stack, and environments that were
	// used and emptied.
	machine vm.VM
	spare   []map[string]any
}

// NewSession takes up a record. The record is copied; fields that the form does
// not have are kept and left alone, so that nothing is lost by opening.
func NewSession(def *Definition, rec Record, set Setting) *Session {
	s := &Session{def: def, set: set, answers: make(map[Field]Answer, len(rec.Answers)), rows: map[string][]Row{}, children: map[string]int{}}
	for f, n := range set.Children {
		s.children[f] = n
	}
	for f, a := range rec.Answers {
		s.answers[f] = a
	}
	for t, rows := range rec.Rows {
		for _, r := range rows {
			if !slices.Contains(s.rows[t], r) { // twice the same row is once the row
				s.rows[t] = append(s.rows[t], r)
			}
		}
	}
	s.forgetAll()
	return s
}

// Apart is a session of its own with the same answers: in it one sees what would follow
// from others. Nothing of it reaches this one, and its new rows are numbered "+1", "+2".
func (s *Session) Apart() *Session {
	set, n := s.set, 0
	set.NewRow = func() Row { n++; return Row("+" + strconv.Itoa(n)) }
	set.Children = s.children
	apart := NewSession(s.def, s.Record(), set)
	apart.memo.lists = s.memo.lists
	return apart
}

// Definition returns the form being filled in.
func (s *Session) Definition() *Definition { return s.def }

// Programme is the code of the programme whose lists and rules hold: the
// record's, else the form's; "" for any.
func (s *Session) Programme() string {
	if s.set.Programme != "" {
		return s.set.Programme
	}
	return s.def.Programme
}

// Record returns a copy of the record as it stands.
func (s *Session) Record() Record {
	rec := Record{Answers: make(map[Field]Answer, len(s.answers)), Rows: map[string][]Row{}}
	for f, a := range s.answers {
		rec.Answers[f] = a
	}
	for t, rows := range s.rows {
		if len(rows) > 0 {
			rec.Rows[t] = append([]Row(nil), rows...)
		}
	}
	return rec
}

// FieldText is a field and what was typed into it.
type FieldText struct {
	Field Field
	Raw   string
}

// Answer keeps what was typed in a field: the text always, and its value when
// it can be read. An empty text clears the field. It reports whether anything
// changed; a computed, readonly or unknown field never does.
func (s *Session) Answer(f Field, raw string) bool {
	return s.AnswerAll([]FieldText{{f, raw}}, Typed)
}

// AnswerAll answers several fields as one step of undo. What the program fills
// is no step: nobody typed it.
func (s *Session) AnswerAll(list []FieldText, cause Cause) bool {
	var step []Change
	for _, ft := range list {
		if cause != Filled && !s.Editable(ft.Field) || !s.takes(ft.Field) {
			continue
		}
		next := s.Read(ft.Field, ft.Raw)
		next.Carried = cause == Carried && !next.IsZero()
		old := s.answers[ft.Field]
		if next == old {
			continue
		}
		c := Change{Kind: Answered, Field: ft.Field, Old: old, New: next, Cause: cause}
		s.apply(c)
		step = append(step, c)
		if ft.Field.Cell() && !next.IsZero() {
			step = append(step, s.withdrawNone(s.def.items[ft.Field.Item])...)
		}
	}
	if cause == Filled {
		return s.filledIn(step)
	}
	return s.did(step)
}

// Pass says that the person has seen a carried value and let it stand.
func (s *Session) Pass(f Field) bool {
	if !s.answers[f].Carried {
		return false
	}
	return s.did([]Change{s.pass(f, Typed)})
}

// pass takes the mark of a carried value away.
func (s *Session) pass(f Field, cause Cause) Change {
	old := s.answers[f]
	next := old
	next.Carried = false
	c := Change{Kind: Answered, Field: f, Old: old, New: next, Cause: cause}
	s.apply(c)
	return c
}

// Holdable reports whether a carried value may be passed together with others: it
// can be read, nothing else is the matter with it, and the form does not except
// its item from answering in bulk.
func (s *Session) Holdable(f Field) bool {
	if !s.answers[f].Carried || !s.Editable(f) {
		return false
	}
	if s.def.items[f.Item].NoBulk || s.def.At(f).NoBulk {
		return false
	}
	for _, p := range s.ProblemsAt(f) {
		if p.Code != Unseen {
			return false
		}
	}
	return true
}

// PassAll says that the person has seen several carried values and lets them stand,
// as one step of undo; the history tells them from those that were passed one by one.
func (s *Session) PassAll(list []Field) bool {
	var step []Change
	for _, f := range list {
		if s.Holdable(f) {
			step = append(step, s.pass(f, Bulk))
		}
	}
	return s.did(step)
}

// SettleComma answers the question what an ambiguous amount means. When a comma
// with three digits is all that was in question, the answer holds for the whole
// record: every amount that waited for it is read again. Otherwise it is about
// this field alone.
func (s *Session) SettleComma(f Field, how vn.Comma) bool {
	amb := s.ambiguity(f)
	if amb == nil {
		return false
	}
	if !amb.ByComma {
		for _, r := range amb.Readings() {
			if r.How == how {
				return s.Answer(f, r.Amount.MillionExact())
			}
		}
		return false
	}
	text := commaText(how)
	c := Change{Kind: Answered, Field: commaField, Old: s.answers[commaField], New: Answer{Raw: text, Value: Text(text)}, Cause: Typed}
	s.apply(c)
	step := []Change{c}
	for _, g := range s.doubtfulMoney() {
		old := s.answers[g]
		if next := s.Read(g, old.Raw); next != old {
			c := Change{Kind: Answered, Field: g, Old: old, New: next, Cause: Typed}
			s.apply(c)
			step = append(step, c)
		}
	}
	return s.did(step)
}

// Comma is what a comma with three digits means in this record, once answered.
func (s *Session) Comma() vn.Comma {
	switch s.answers[commaField].Raw {
	case commaText(vn.CommaThousands):
		return vn.CommaThousands
	case commaText(vn.CommaDecimal):
		return vn.CommaDecimal
	}
	return vn.CommaUnknown
}

func commaText(how vn.Comma) string {
	switch how {
	case vn.CommaThousands:
		return "thousands"
	case vn.CommaDecimal:
		return "decimal"
	case vn.CommaUnknown:
	}
	return ""
}

// SetNone says that a table has no rows because there are none, or takes that
// back. A table with filled rows cannot be said to have none.
func (s *Session) SetNone(table string, none bool) bool {
	it := s.def.items[table]
	if it == nil || it.Table == nil || !it.Table.MayBeNone || it.Readonly || none && s.anyFilled(it) {
		return false
	}
	f := Field{Item: table, Part: None}
	next := Answer{}
	if none {
		next = Answer{Raw: Yes, Value: Text(Yes)}
	}
	old := s.answers[f]
	if old == next {
		return false
	}
	c := Change{Kind: Answered, Field: f, Old: old, New: next, Cause: Typed}
	s.apply(c)
	return s.did([]Change{c})
}

// None reports whether a table was said to have no rows.
func (s *Session) None(table string) bool {
	return s.answers[Field{Item: table, Part: None}].Raw == Yes
}

// ClearHidden empties what became irrelevant: it is called when an inspection
// is completed, and only then.
func (s *Session) ClearHidden() bool {
	var step []Change
	for f, a := range s.answers {
		if a.IsZero() || f == commaField || s.def.items[f.Item] == nil || s.shownField(f) {
			continue
		}
		step = append(step, Change{Kind: Answered, Field: f, Old: a, Cause: Cleared})
	}
	sortChanges(step)
	for _, c := range step {
		s.apply(c)
	}
	return s.did(step)
}

// TakeChanges returns what changed since the last call, for saving.
func (s *Session) TakeChanges() []Change {
	c := s.pending
	s.pending = nil
	return c
}

// Editable reports whether a person may type in a field.
func (s *Session) Editable(f Field) bool {
	if !s.takes(f) {
		return false
	}
	if f.Part == Note || f.Part == Evidence {
		return true
	}
	it := s.def.items[f.Item]
	if f.Row != "" {
		if it.Readonly || it.Hidden {
			return false
		}
		it = it.Table.Column(f.Part)
	}
	return !it.Readonly && !it.Hidden
}

// takes reports whether an answer may stand in a field: the form has it, and
// neither a rule nor a row gives its value.
func (s *Session) takes(f Field) bool {
	it := s.def.items[f.Item]
	if it == nil {
		return false
	}
	if f.Row == "" {
		switch f.Part {
		case "":
			return it.Kind != KindTable && it.Kind != KindRecords && !it.Computed()
		case Note:
			return true
		case Evidence:
			return it.HasEvidence()
		}
		return false
	}
	row, ok := s.row(it, f.Row)
	if !ok {
		return false
	}
	if f.Part == Note {
		return true
	}
	c := it.Table.Column(f.Part)
	if c == nil || c.Computed() {
		return false
	}
	_, locked := row.Locked[f.Part]
	return !locked
}

// Get returns what stands in a field: typed, computed, or brought by the form.
func (s *Session) Get(f Field) Answer {
	it := s.def.At(f)
	if it == nil {
		return s.answers[f]
	}
	if f.Row == "" {
		switch {
		case f.Part != "":
		case it.Computed():
			return Answer{Value: s.computed(it)}
		case it.counted():
			return Answer{Value: Int(int64(s.children[it.Form]))}
		}
		return s.answers[f]
	}
	if row, ok := s.row(s.def.items[f.Item], f.Row); ok {
		if v, locked := row.Locked[f.Part]; locked {
			return v
		}
		if it.Computed() {
			return Answer{Value: s.cell(row, it)}
		}
	}
	return s.answers[f]
}
