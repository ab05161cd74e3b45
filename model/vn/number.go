package vn

import (
	"math/bits"
	"strings"
)

// ParseInt reads a count: "1234", "1.234", "1 234", and "1,234" too, since a count has no
// decimals that the comma could begin. Errors are a [*ParseError]: Empty, TooLong,
// NotANumber, NotWhole, Grouping, TooLarge.
func ParseInt(raw string) (int64, error) {
	n, negative, err := signedNumeral(raw, "")
	if err != nil {
		return 0, err
	}
	if n.question == lonelyDot || n.question == bothMarks {
		return 0, fail(NotWhole, raw)
	}
	whole, ok := n.thousands.Int64()
	if !ok {
		return 0, fail(NotWhole, raw)
	}
	if negative {
		whole = -whole
	}
	return whole, nil
}

// ParseDecimal reads a measure, such as hectares: the comma begins the decimals, dots and
// spaces separate thousands; a dot that cannot do so ("12.5") begins the decimals too. Two
// marks in foreign order ("1,234.5") are refused. Errors are a [*ParseError]: Empty, TooLong,
// NotANumber, Grouping, TooLarge, TooFine.
func ParseDecimal(raw string) (Decimal, error) {
	n, negative, err := signedNumeral(raw, "")
	if err != nil {
		return Decimal{}, err
	}
	return decimalReading(n, negative, raw)
}

// ParsePercent reads a percentage, with or without its sign: "63,7", "63.7%", "10,00 %" are
// 63.7 and 10. A dot with three digits ("63.725") is refused with Grouping: read as
// thousands it would be absurd, read as decimals a guess. Errors are those of [ParseDecimal].
func ParsePercent(raw string) (Decimal, error) {
	n, negative, err := signedNumeral(raw, "%")
	if err != nil {
		return Decimal{}, err
	}
	if n.oneGroup {
		return Decimal{}, fail(Grouping, raw)
	}
	return decimalReading(n, negative, raw)
}

func decimalReading(n numeral, negative bool, raw string) (Decimal, error) {
	if n.question == bothMarks {
		return Decimal{}, fail(Grouping, raw)
	}
	d := n.decimal
	if negative {
		d.coef = -d.coef
	}
	return d, nil
}

// signedNumeral reads an optional sign, a numeral and a sign after it that may be
// left out.
func signedNumeral(raw, suffix string) (n numeral, negative bool, err error) {
	s, err := plain(raw, NotANumber)
	if err != nil {
		return numeral{}, false, err
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, suffix), " ")
	switch {
	case strings.HasPrefix(s, "-"):
		s, negative = strings.TrimPrefix(s[1:], " "), true
	case strings.HasPrefix(s, "+"):
		s = strings.TrimPrefix(s[1:], " ")
	}
	if !onlyNumeral(s) {
		return numeral{}, false, fail(NotANumber, raw)
	}
	n, code := readNumeral(s)
	if code != "" {
		return numeral{}, false, fail(code, raw)
	}
	return n, negative, nil
}

// onlyNumeral says whether a text has only the characters of a numeral, at least one digit
// among them, and ends in one.
func onlyNumeral(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isDigit(c) && c != '.' && c != ',' && c != ' ' {
			return false
		}
	}
	return s != "" && isDigit(s[len(s)-1])
}

// FormatInt returns a count with dots between thousands: "1.234.567".
func FormatInt(n int64) string {
	sign, digits := signAndDigits(n)
	return sign + group(digits)
}

// Percent returns 100 × part / whole with two decimals, halves rounded away from zero. It is
// false when whole is 0, where a rate is blank and not 0, and when the rate is beyond a Decimal
// (over 9×10^16 %). The arithmetic is exact.
func Percent(part, whole int64) (Decimal, bool) {
	if whole == 0 {
		return Decimal{}, false
	}
	by := magnitude(whole)
	hi, lo := bits.Mul64(magnitude(part), 100*100) // 100 for the percent, 100 for two decimals
	if hi >= by {
		return Decimal{}, false
	}
	q, r := bits.Div64(hi, lo, by)
	if r >= by-r {
		q++
	}
	if q > 1<<63-1 {
		return Decimal{}, false
	}
	coef := int64(q)
	if (part < 0) != (whole < 0) {
		coef = -coef
	}
	return NewDecimal(coef, 2)
}

// magnitude returns |n|, also for the smallest int64.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
