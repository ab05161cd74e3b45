package vn

import (
	"math/big"
	"strings"
)

// Unit is what a number without a unit counts in a field of money.
type Unit int

// The units of fields. Forms are in triệu đồng.
const (
	UnitMillion Unit = iota
	UnitDong
)

// mostBare is the largest amount that a number without a unit is taken for in a field of
// triệu, 10.000 tỷ. Of all figures of a province that were published the credit outstanding
// is the largest, 6.800 tỷ in Hà Tĩnh, and a year's capital of the programme is below 1.000
// tỷ (Nghệ An: 918.868 triệu). More than that is likelier an amount of more than ten triệu
// that was typed in đồng; figures of the whole country are written in tỷ.
const mostBare = 10_000 * Billion

func (u Unit) dong() int64 {
	if u == UnitDong {
		return 1
	}
	return int64(Million)
}

// Comma is what a comma followed by exactly three digits means in the paper a record is
// copied from. People answer once for a source.
type Comma int

const (
	CommaUnknown   Comma = iota
	CommaThousands       // "8,842" is 8 842, as in English
	CommaDecimal         // "8,842" is 8.842, as Vietnamese law has it
)

// ParseMoney reads an amount as people write it; a number without a unit counts unit.
//
//   - "8.042", "8042", "8 042", "1.234.567,8": dots and spaces separate thousands, the comma
//     begins the decimals (Luật Kế toán 2015, Điều 11).
//   - "8tỷ", "8842tr", "500k", "804000000đ", "75 nghìn tỷ", "8842 triệu đồng": with a unit.
//   - "68 tỷ 782 triệu", "8 tỷ 842": parts from large to small; three digits at the end
//     count the unit a thousand times smaller.
//   - "=8038+804-12", "=2*350", "=(3+4)*2tr", "=700/2": sums, exact.
//   - "-12,5", "(12,5)": negative.
//
// Asked about, with an [*Ambiguous] error, are one comma with exactly three digits
// ("8,842"), a lone dot that cannot separate thousands ("9.5"), a comma before a dot
// ("8,842.5") and a short rest after a unit ("2tr5"). A known comma settles the first two,
// CommaThousands the third as well; the second is then read as decimals. Nothing is asked
// where only one reading is an amount at all. A đồng has no parts, so there
// the comma separates thousands: "804,000đ".
//
// Asked about as well is a number without a unit that would be more than 10.000 tỷ in a
// field of triệu, "8042000000": it may count đồng. No answer about a comma settles that.
//
// With tỷ the comma always begins decimals: "8,842 tỷ" is 8 842 000 000 đồng. A thousand
// tỷ is more than a province has from the whole programme (75.000 tỷ for the country in
// five years), while tỷ with three decimals, to the triệu, is how news and reports write
// ("718,949 tỷ"). Thousands of tỷ are written with a dot, "48.000 tỷ", and read so.
//
// Other errors are a [*ParseError]: Empty, TooLong, NotANumber, Grouping, UnknownUnit,
// UnitOrder, BadExpression, DivideByZero, TooLarge, TooFine (a part of a đồng).
func ParseMoney(raw string, unit Unit, comma Comma) (Money, error) {
	s, err := plain(raw, NotANumber)
	if err != nil {
		return 0, err
	}
	s = withoutFullStop(s)
	byThousands, asked, code1 := evaluate(s, unit, comma, CommaThousands)
	if asked == nothing {
		if code1 != "" {
			return 0, fail(code1, raw)
		}
		if dong, doubted := inDong(s, byThousands, unit, comma); doubted {
			return 0, &Ambiguous{Raw: raw, Thousands: dong, Decimal: byThousands, ByUnit: true}
		}
		return byThousands, nil
	}
	byDecimal, _, code2 := evaluate(s, unit, comma, CommaDecimal)
	switch {
	case code1 == "" && code2 == "" && byThousands == byDecimal:
		return byDecimal, nil
	case code1 == "" && code2 == "":
		_, doubted := inDong(s, byThousands, unit, comma)
		return 0, &Ambiguous{Raw: raw, Thousands: byThousands, Decimal: byDecimal, ByComma: asked == aboutComma && !doubted}
	case code2 == "":
		return byDecimal, nil
	case code1 == "" && asked == aboutComma:
		return byThousands, nil
	default:
		// A lone dot read as thousands is never taken just because nothing else is left:
		// "9.5đ" is not 95 đồng.
		return 0, fail(code2, raw)
	}
}

// inDong reads a text that came to more than a number without a unit is taken for as if
// that number counted đồng. It is false where it is no amount then, and where the units that
// were written make it so much.
func inDong(s string, amount Money, unit Unit, comma Comma) (Money, bool) {
	if unit == UnitDong || amount <= mostBare && amount >= -mostBare {
		return 0, false
	}
	dong, _, code := evaluate(s, UnitDong, comma, CommaThousands)
	return dong, code == "" && dong != amount
}

// withoutFullStop drops the mark that came along when an amount was copied from the end of
// a sentence. After a digit it stays, and is refused: the number may be unfinished.
func withoutFullStop(s string) string {
	end := len(s) - 1
	if end > 0 && strings.IndexByte(".,;", s[end]) >= 0 && 'a' <= s[end-1] && s[end-1] <= 'z' {
		return s[:end]
	}
	return s
}

// asking grows: once anything but a comma is in question, the answer is about this text.
type asking int

const (
	nothing asking = iota
	aboutComma
	aboutText
)

// evaluate reads a plain text with one of the two readings wherever there is a question,
// and says whether there was one.
func evaluate(s string, unit Unit, comma, prefer Comma) (Money, asking, Code) {
	r := &moneyReader{s: s, unit: unit.dong(), comma: comma, prefer: prefer}
	total, code := r.whole()
	if code != "" {
		return 0, r.asked, code
	}
	total.Mul(total, new(big.Rat).SetInt64(r.unit))
	switch {
	case !total.IsInt():
		return 0, r.asked, TooFine
	case !total.Num().IsInt64():
		return 0, r.asked, TooLarge
	default:
		return Money(total.Num().Int64()), r.asked, ""
	}
}

// moneyReader walks through one plain text. Values are in the field's unit.
type moneyReader struct {
	s      string
	at     int
	unit   int64 // đồng
	comma  Comma // what the source's comma means
	prefer Comma // the reading to take where that does not settle it
	asked  asking
}

func (r *moneyReader) whole() (*big.Rat, Code) {
	if r.take("=") {
		v, code := r.sum()
		if code == "" && r.peek() != 0 {
			code = r.leftover(BadExpression)
		}
		return v.rat, code
	}
	negative, bracket := false, false
	switch {
	case r.take("-"):
		negative = true
		bracket = r.take("(")
	case r.take("("):
		negative, bracket = true, true
	default:
		r.take("+")
	}
	v, code := r.amount()
	if code != "" {
		return nil, code
	}
	if bracket && !r.take(")") {
		return nil, r.leftover(NotANumber)
	}
	if r.peek() != 0 {
		return nil, r.leftover(NotANumber)
	}
	if negative {
		v.rat.Neg(v.rat)
	}
	return v.rat, ""
}

// leftover says what is wrong with a text that goes on after a number.
func (r *moneyReader) leftover(otherwise Code) Code {
	switch c := r.peek(); {
	case 'a' <= c && c <= 'z':
		return UnknownUnit
	case strings.IndexByte("+-*/:", c) >= 0:
		return BadExpression
	default:
		return otherwise
	}
}

// peek returns the next character that is not a space, 0 at the end.
func (r *moneyReader) peek() byte {
	for r.at < len(r.s) && r.s[r.at] == ' ' {
		r.at++
	}
	if r.at == len(r.s) {
		return 0
	}
	return r.s[r.at]
}

// take passes over one of the characters, if it is next.
func (r *moneyReader) take(chars string) bool {
	if c := r.peek(); c != 0 && strings.IndexByte(chars, c) >= 0 {
		r.at++
		return true
	}
	return false
}
