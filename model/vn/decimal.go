package vn

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// mostPlaces is how many decimals a Decimal keeps: 10^18 still fits an int64.
const mostPlaces = 18

// Decimal is an exact decimal number: an int64 without its decimal mark, and up to 18
// decimals. The zero Decimal is 0. Two
// Decimals are equal exactly when == says so, since trailing zeros are not kept.
type Decimal struct {
	coef   int64
	places uint8
}

// NewDecimal returns coef / 10^places: NewDecimal(125, 1) is 12.5. It is false when places
// is outside 0 to 18.
func NewDecimal(coef int64, places int) (Decimal, bool) {
	if places < 0 || places > mostPlaces {
		return Decimal{}, false
	}
	for places > 0 && coef%10 == 0 {
		coef /= 10
		places--
	}
	return Decimal{coef, uint8(places)}, true
}

// DecimalOf reads the canonical form that [Decimal.String] writes: "12.5", "-0.25". It is
// for stored values; what people type goes through [ParseDecimal].
func DecimalOf(canonical string) (Decimal, error) {
	whole, frac, dotted := strings.Cut(strings.TrimPrefix(canonical, "-"), ".")
	if !allDigits(whole) || dotted && !allDigits(frac) {
		return Decimal{}, fail(NotANumber, canonical)
	}
	d, code := decimalFromDigits(whole, frac)
	if code != "" {
		return Decimal{}, fail(code, canonical)
	}
	if canonical[0] == '-' {
		d.coef = -d.coef
	}
	return d, nil
}

// decimalFromDigits joins the digits before and after the mark. The code is empty when it
// could.
func decimalFromDigits(whole, frac string) (Decimal, Code) {
	frac = strings.TrimRight(frac, "0")
	if len(frac) > mostPlaces {
		return Decimal{}, TooFine
	}
	digits := strings.TrimLeft(whole+frac, "0")
	if digits == "" {
		return Decimal{}, ""
	}
	coef, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return Decimal{}, TooLarge
	}
	d, _ := NewDecimal(coef, len(frac)) // len(frac) was checked above
	return d, ""
}

// Float64 returns the nearest floating point number, for rules in forms and for charts.
func (d Decimal) Float64() float64 {
	f, err := strconv.ParseFloat(d.String(), 64)
	if err != nil {
		return math.NaN() // cannot be: String writes what ParseFloat reads
	}
	return f
}

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int { return cmp.Compare(d.coef, 0) }

// Compare returns -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Compare(e Decimal) int { return d.rat().Cmp(e.rat()) }

// Int64 returns the number when it is whole.
func (d Decimal) Int64() (int64, bool) { return d.coef, d.places == 0 }

// Sub returns d - e, and false when a Decimal does not hold it. A printed percentage is held
// against the computed one with it.
func (d Decimal) Sub(e Decimal) (Decimal, bool) {
	places := max(d.places, e.places)
	difference := new(big.Rat).Sub(d.rat(), e.rat())
	coef := difference.Mul(difference, new(big.Rat).SetInt(powerOfTen(int(places))))
	if !coef.IsInt() || !coef.Num().IsInt64() {
		return Decimal{}, false
	}
	return NewDecimal(coef.Num().Int64(), int(places))
}

func (d Decimal) rat() *big.Rat {
	return new(big.Rat).SetFrac(big.NewInt(d.coef), powerOfTen(int(d.places)))
}

func powerOfTen(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// String returns the canonical form: a dot, no grouping, no trailing zeros, "12.5".
func (d Decimal) String() string {
	sign, digits := signAndDigits(d.coef)
	whole, frac := splitDigits(digits, int(d.places))
	if frac != "" {
		frac = "." + frac
	}
	return sign + whole + frac
}

// MarshalText writes the canonical form; files and JSON hold that.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the canonical form.
func (d *Decimal) UnmarshalText(text []byte) error {
	parsed, err := DecimalOf(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Format returns the number as Vietnamese law writes it, with a comma before exactly
// that many decimals and dots between thousands: "1.234,50". Halves are rounded away from
// zero. Places outside 0 to 18 are taken as the nearest of these.
func (d Decimal) Format(places int) string {
	places = min(max(places, 0), mostPlaces)
	coef, have := d.coef, int(d.places)
	if have > places {
		coef, have = roundQuotient(coef, pow10(have-places)), places
	}
	sign, digits := signAndDigits(coef)
	whole, frac := splitDigits(digits, have)
	return joinNumber(sign, whole, frac+strings.Repeat("0", places-have))
}

// roundQuotient divides by a positive number and rounds halves away from zero.
func roundQuotient(n, by int64) int64 {
	q, r := n/by, n%by
	if r < 0 {
		r = -r
	}
	if r >= by-r { // r*2 >= by, without overflow
		if n < 0 {
			return q - 1
		}
		return q + 1
	}
	return q
}

// pow10 returns 10^n for n from 0 to 18.
func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// signAndDigits takes a number apart; the smallest int64 has no positive twin.
func signAndDigits(n int64) (sign, digits string) {
	if n < 0 {
		return "-", strconv.FormatInt(n, 10)[1:]
	}
	return "", strconv.FormatInt(n, 10)
}

// splitDigits sets the decimal mark before the last places digits, filling up with zeros.
func splitDigits(digits string, places int) (whole, frac string) {
	if missing := places + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	return digits[:len(digits)-places], digits[len(digits)-places:]
}

// group sets a dot between thousands.
func group(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}
