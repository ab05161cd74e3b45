package form

import (
	"strconv"
	"strings"

	"giamsat/model/vn"
)

// Value is an answer in its canonical form. It is comparable with ==; the zero
// Value is "no value". A whole number, an amount of money (in đồng) and a time
// of day (in minutes) are integers; everything else is text: a date as
// 2006-01-02, a decimal with a dot, a choice as its code, several choices as
// their codes in the list's order with single spaces between.
type Value struct {
	typ  valueType
	num  int64
	text string
}

type valueType uint8

const (
	noValue valueType = iota
	intValue
	textValue
)

// Int makes a whole-number value: a count, đồng, or minutes since midnight.
func Int(n int64) Value { return Value{typ: intValue, num: n} }

// Text makes a textual value; the empty text is no value.
func Text(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{typ: textValue, text: s}
}

// DateValue makes the value of a date; the zero date is no value.
func DateValue(d vn.Date) Value { return Text(d.ISO()) }

// IsZero reports whether there is no value.
func (v Value) IsZero() bool { return v.typ == noValue }

// Int returns the whole number, and whether the value is one.
func (v Value) Int() (int64, bool) { return v.num, v.typ == intValue }

// Text returns the value as text, the way the database's text columns show it.
func (v Value) Text() string {
	if v.typ == intValue {
		return strconv.FormatInt(v.num, 10)
	}
	return v.text
}

// Codes returns the chosen codes of an item that takes several.
func (v Value) Codes() []string { return strings.Fields(v.text) }

// Has reports whether a code is among the chosen ones.
func (v Value) Has(code string) bool {
	for _, c := range v.Codes() {
		if c == code {
			return true
		}
	}
	return false
}

// Any returns the value for a database column that takes any type: nil, int64
// or string.
func (v Value) Any() any {
	switch v.typ {
	case noValue:
		return nil
	case intValue:
		return v.num
	case textValue:
		return v.text
	}
	return nil
}

// ValueOf is the inverse of Any. A type that Any never returns is no value.
func ValueOf(a any) Value {
	switch a := a.(type) {
	case int64:
		return Int(a)
	case string:
		return Text(a)
	}
	return Value{}
}

// Answer is what stands in a field: the text as typed (NFC), and the canonical
// value when the text could be read. A text that cannot be read has no value
// and is kept.
type Answer struct {
	Raw   string
	Value Value
	// Carried marks a value taken over from an earlier record and not yet
	// passed by the person: a record with such values cannot be completed.
	Carried bool
}

// IsZero reports whether the field is empty.
func (a Answer) IsZero() bool { return a == Answer{} }

// Doubtful reports whether something was typed that could not be read.
func (a Answer) Doubtful() bool { return a.Raw != "" && a.Value.IsZero() }
