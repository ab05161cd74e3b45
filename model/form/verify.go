package form

import "strings"

// Verified ends the name of the companion that says a field was read a second
// time: item@verified, and column@verified for a cell. Its value is the one that
// was found right, so that it says nothing any more once the answer is another;
// its text says how it was found. Like every answer it has a history, is undone
// and merged; it is no answer of the form.
const Verified = "@verified"

// Found is how a second reading ended.
type Found string

// How second readings end.
const (
	NotRead   Found = ""          // not read again, or changed since
	Same      Found = "same"      // what stood in the field was right
	Corrected Found = "corrected" // it was not, and is put right
)

// Verified is the companion of a field that says it was read a second time.
func (f Field) Verified() Field { return Field{Item: f.Item, Row: f.Row, Part: f.Part + Verified} }

// Verifies is the field that a companion says was read a second time; it is false
// for any other field.
func (f Field) Verifies() (Field, bool) {
	part, is := strings.CutSuffix(f.Part, Verified)
	return Field{Item: f.Item, Row: f.Row, Part: part}, is
}

// Verifiable lists the fields that a person typed and can read from the paper
// again, in the order of the form, the empty ones left out: the amounts of money,
// or with whole everything but long texts and remarks, in which two readings
// never agree to the letter.
func (s *Session) Verifiable(whole bool) []Field {
	var list []Field
	take := func(f Field, it *Item) {
		if (whole || it.Kind == KindMoney) && it.rereads() && s.Editable(f) && !s.answers[f].IsZero() {
			list = append(list, f)
		}
	}
	for _, it := range s.def.order {
		switch {
		case it.Hidden || !s.relevant(it):
		case it.Table == nil:
			take(Field{Item: it.Name}, it)
		default:
			rows := s.Rows(it.Name)
			for i := range rows {
				for _, c := range it.Table.visible {
					if s.columnRelevant(&rows[i], c) {
						take(Field{Item: it.Name, Row: rows[i].ID, Part: c.Name}, c)
					}
				}
			}
		}
	}
	return list
}

// rereads reports whether answers of a kind can be compared with a second reading.
func (it *Item) rereads() bool {
	switch it.Kind {
	case KindText, KindInteger, KindDecimal, KindMoney, KindPercent, KindDate, KindTime, KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup:
		return true
	case KindLongText, KindTable, KindRecords:
	}
	return false
}

// Verification says how a field's second reading ended, as long as the answer is
// the one that was found right.
func (s *Session) Verification(f Field) Found {
	kept := s.answers[f.Verified()]
	if kept.IsZero() || kept.Value != s.answers[f].Value {
		return NotRead
	}
	return Found(kept.Raw)
}

// Verify keeps the answer that two readings of a field found right: as one step of
// undo it is put into the field, where it says something else, and the result beside it.
func (s *Session) Verify(f Field, right Answer) bool {
	if !s.Editable(f) || right.Value.IsZero() {
		return false
	}
	var step []Change
	change := func(f Field, next Answer) {
		old := s.answers[f]
		if old == next {
			return
		}
		c := Change{Kind: Answered, Field: f, Old: old, New: next, Cause: Confirmed}
		s.apply(c)
		step = append(step, c)
	}
	found, stands := Same, s.answers[f]
	if stands.Value != right.Value {
		found, stands = Corrected, right
	}
	stands.Carried = false // whoever read it from the paper has seen it
	change(f, stands)
	change(f.Verified(), Answer{Raw: string(found), Value: stands.Value})
	return s.did(step)
}

// Rereading holds the readings of one field against each other. The first is what
// stands in the field; whoever reads again does not see it. Two that say the same
// settle it.
type Rereading struct{ readings []Answer }

// NewRereading begins with what stands in a field.
func NewRereading(first Answer) *Rereading { return &Rereading{readings: []Answer{first}} }

// blindReadings is how many readings may differ before the person is shown them.
const blindReadings = 3

// Take adds a reading, however many there are already. right is the answer that two
// readings agree on, in the spelling of the earlier one; it is zero while none do. A
// reading that has no value cannot be compared, and does not count.
func (r *Rereading) Take(a Answer) (right Answer) {
	if a.Value.IsZero() {
		return Answer{}
	}
	for _, before := range r.readings {
		if before.Value == a.Value {
			return before
		}
	}
	r.readings = append(r.readings, a)
	return Answer{}
}

// Again reports whether a reading differed, so that the field is read once more.
func (r *Rereading) Again() bool { return len(r.readings) > 1 }

// Disputed reports whether so many readings differ that reading on blind does not
// help: the person is shown them all.
func (r *Rereading) Disputed() bool { return len(r.readings) >= blindReadings }

// Readings are all readings so far, what stands in the field first.
func (r *Rereading) Readings() []Answer { return r.readings }
