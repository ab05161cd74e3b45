package vn

import "fmt"

// Code says what is wrong with a text, without a sentence: the interface owns the
// words, so that both languages say the same.
type Code string

// The codes a [ParseError] may carry.
const (
	Empty         Code = "empty"          // nothing but white space
	TooLong       Code = "too-long"       // more than 256 bytes: no number or date is that long
	NotANumber    Code = "not-a-number"   // characters that no number has
	NotWhole      Code = "not-whole"      // a count with decimals
	Grouping      Code = "grouping"       // dots, commas or spaces that do not stand at thousands
	UnknownUnit   Code = "unknown-unit"   // letters after a number that are no unit of money
	UnitOrder     Code = "unit-order"     // "842 triệu 8 tỷ", or a part as large as the unit before it
	BadExpression Code = "bad-expression" // a sum that cannot be worked out, or written without "="
	DivideByZero  Code = "divide-by-zero"
	TooLarge      Code = "too-large"    // more than the type can hold
	TooFine       Code = "too-fine"     // a part of a đồng, or more decimals than are kept
	NotADate      Code = "not-a-date"   // not one of the spellings of ParseDate
	NoSuchDay     Code = "no-such-day"  // 31/4, 29/2 of a common year, month 13
	YearRange     Code = "year-range"   // outside 1900-2199: a slip of the finger
	NoReference   Code = "no-reference" // "15", "t", "-3" without a day to count from
	NotATime      Code = "not-a-time"   // not one of the spellings of ParseTime
	NoSuchTime    Code = "no-such-time" // 24:00, 8:60
)

// ParseError is the error of every Parse function of this package, except for an
// amount with two readings, which is an [Ambiguous].
type ParseError struct {
	Code Code
	Raw  string // the text as it was given
	// Year and Month are those in which a day was looked for, of a NoSuchDay; the
	// month may be none of the twelve.
	Year, Month int
}

// Error is for logs; people read the sentence that the interface has for the code.
func (e *ParseError) Error() string { return fmt.Sprintf("parse %q: %s", e.Raw, e.Code) }

func fail(code Code, raw string) error { return &ParseError{Code: code, Raw: raw} }

// Ambiguous is the error of an amount that can be read in two ways, ten, a thousand or a
// million times apart. Both readings are given, so that one key can answer.
type Ambiguous struct {
	Raw string
	// Thousands is the amount when the mark in question separates thousands:
	// "8,842" is 8 842. For "2tr5" it is the reading by the next unit, 2 triệu 5 nghìn.
	Thousands Money
	// Decimal is the amount when the mark in question begins the decimals: "8,842"
	// is 8.842. For "2tr5" it is 2.5 triệu.
	Decimal Money
	// ByComma is true when a comma with exactly three digits after it is all that is
	// in question. Only then does the answer say what such a comma means elsewhere in
	// the same source, and may be remembered as its [Comma]; any other answer is about
	// this text alone, and the chosen amount is to be kept.
	ByComma bool
	// ByUnit is true when the unit is in question: Thousands is then the amount in đồng,
	// Decimal that in triệu.
	ByUnit bool
}

func (a *Ambiguous) Error() string {
	return fmt.Sprintf("parse %q: ambiguous, %d or %d đồng", a.Raw, int64(a.Thousands), int64(a.Decimal))
}

// Reading is one of the two ways to understand an ambiguous amount.
type Reading struct {
	Amount Money
	How    Comma // what the mark was taken for
}

// Readings returns both readings in the order in which they are shown: decimals, which
// Vietnamese law begins with a comma, before thousands; đồng before triệu.
func (a *Ambiguous) Readings() [2]Reading {
	thousands, decimal := Reading{a.Thousands, CommaThousands}, Reading{a.Decimal, CommaDecimal}
	if a.ByUnit {
		return [2]Reading{thousands, decimal}
	}
	return [2]Reading{decimal, thousands}
}

// Fitting returns the reading that equals an amount known from elsewhere, such as
// the sum of the parts when the ambiguous text is their total: 8.038 and 804 settle
// that the total "8,842" is 8 842. It is false when neither fits.
func (a *Ambiguous) Fitting(known Money) (Reading, bool) {
	for _, r := range a.Readings() {
		if r.Amount == known {
			return r, true
		}
	}
	return Reading{}, false
}
