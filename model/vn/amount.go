package vn

import "math/big"

// value is a number within a sum, in the field's unit.
type value struct {
	rat    *big.Rat
	inUnit bool // a unit was written: tỷ times tỷ is no amount
}

// units are the words for multiples of the đồng, folded.
func unitOf(word string) (dong int64, ok bool) {
	switch word {
	case "ty", "ti", "tyd", "tid":
		return int64(Billion), true
	case "trieu", "tr", "trd":
		return int64(Million), true
	case "nghin", "ngan", "k", "kd":
		return int64(Thousand), true
	case "dong", "d", "vnd":
		return 1, true
	default:
		return 0, false
	}
}

// amount reads "8 tỷ 842 triệu đồng": one or more numbers with units from large to small.
func (r *moneyReader) amount() (value, Code) {
	number, digits, code := r.number()
	if code != "" {
		return value{}, code
	}
	unit := r.readUnit()
	total := new(big.Rat)
	before := int64(0) // the unit of the part before, 0 for the first part
	for {
		scale := unit
		if unit == 0 {
			scale = r.unit
		}
		if before != 0 {
			if scale, code = r.restUnit(before, unit, digits); code != "" {
				return value{}, code
			}
		}
		d := r.settle(number, scale)
		part := new(big.Rat).Mul(d.rat(), new(big.Rat).SetInt64(scale))
		if before != 0 && part.Cmp(new(big.Rat).SetInt64(before)) >= 0 {
			return value{}, UnitOrder
		}
		total.Add(total, part)
		if scale > 1 && r.word() == "ruoi" { // "2 tỷ rưỡi": and a half of that unit
			r.skipWord()
			total.Add(total, new(big.Rat).SetFrac64(scale, 2))
			r.readUnit() // "2 tỷ rưỡi đồng" says nothing more
			break
		}
		if c := r.peek(); unit <= 1 || !isDigit(c) {
			break
		}
		if d.places != 0 {
			return value{}, UnitOrder // "8,5 tỷ 300 triệu" says the same thing twice
		}
		before = unit
		if number, digits, code = r.number(); code != "" {
			return value{}, code
		}
		unit = r.readUnit()
	}
	inUnit := unit != 0 || before != 0
	return value{total.Quo(total, new(big.Rat).SetInt64(r.unit)), inUnit}, ""
}

// restUnit returns what a later part counts. Without a unit of its own it is the rest after
// the unit before: three digits count a thousandth of that ("8 tỷ 842"); one or two are
// spoken as decimals ("2tr5" is 2,5 triệu), but may also be meant as written, so they are
// asked about.
func (r *moneyReader) restUnit(before, unit int64, digits string) (int64, Code) {
	switch {
	case unit != 0 && unit < before:
		return unit, ""
	case unit != 0 || !allDigits(digits) || len(digits) > 3:
		return 0, UnitOrder
	case len(digits) == 3:
		return before / 1000, ""
	}
	r.asked = aboutText
	if r.prefer == CommaThousands {
		return before / 1000, ""
	}
	return before / pow10(len(digits)), ""
}

// settle picks the reading of a number that counts scale đồng.
func (r *moneyReader) settle(n numeral, scale int64) Decimal {
	switch n.question {
	case settled:
		return n.decimal
	case whichMark:
		switch {
		case scale == 1:
			return n.thousands
		case scale >= int64(Billion) || r.comma == CommaDecimal:
			return n.decimal
		case r.comma == CommaThousands:
			return n.thousands
		}
		r.asked = max(r.asked, aboutComma)
	case lonelyDot:
		if r.comma != CommaUnknown {
			return n.decimal
		}
		r.asked = aboutText
	case bothMarks:
		if r.comma == CommaThousands {
			return n.thousands
		}
		r.asked = aboutText
	}
	if r.prefer == CommaThousands {
		return n.thousands
	}
	return n.decimal
}

// number reads a numeral; a space belongs to it only when a digit follows.
func (r *moneyReader) number() (n numeral, digits string, code Code) {
	r.peek()
	from := r.at
	for r.at < len(r.s) {
		c := r.s[r.at]
		spaced := c == ' ' && r.at > from && r.at+1 < len(r.s) && isDigit(r.s[r.at+1])
		if !isDigit(c) && c != '.' && c != ',' && !spaced {
			break
		}
		r.at++
	}
	digits = r.s[from:r.at]
	if digits == "" || !onlyNumeral(digits) {
		return numeral{}, digits, NotANumber
	}
	n, code = readNumeral(digits)
	return n, digits, code
}

// readUnit reads the unit after a number, 0 when there is none. The word đồng after a larger
// unit adds nothing; nghìn before tỷ multiplies it.
func (r *moneyReader) readUnit() int64 {
	unit, ok := unitOf(r.word())
	if !ok {
		return 0
	}
	r.skipWord()
	if unit == 1 {
		return unit
	}
	if next, ok := unitOf(r.word()); ok && unit == int64(Thousand) && next == int64(Billion) {
		r.skipWord()
		unit *= next
	}
	start := r.at
	r.take(".") // "tr.đ"
	if next, ok := unitOf(r.word()); ok && next == 1 {
		r.skipWord()
	} else {
		r.at = start
	}
	return unit
}

// word returns the letters that come next, without passing over them.
func (r *moneyReader) word() string {
	r.peek()
	end := r.at
	for end < len(r.s) && 'a' <= r.s[end] && r.s[end] <= 'z' {
		end++
	}
	return r.s[r.at:end]
}

func (r *moneyReader) skipWord() { r.at += len(r.word()) }

// sum reads products with + and - between them.
func (r *moneyReader) sum() (value, Code) {
	left, code := r.product()
	for code == "" {
		minus := r.peek() == '-'
		if !r.take("+-") {
			break
		}
		var right value
		if right, code = r.product(); code != "" {
			break
		}
		if minus {
			right.rat.Neg(right.rat)
		}
		left.rat.Add(left.rat, right.rat)
		left.inUnit = left.inUnit || right.inUnit
	}
	return left, code
}

// product reads factors with *, x, / or : between them.
func (r *moneyReader) product() (value, Code) {
	left, code := r.factor()
	for code == "" {
		sign := r.peek()
		if !r.take("*x/:") {
			break
		}
		var right value
		if right, code = r.factor(); code != "" {
			break
		}
		divide := sign == '/' || sign == ':'
		switch {
		case right.inUnit && (left.inUnit || divide):
			return value{}, BadExpression
		case divide && right.rat.Sign() == 0:
			return value{}, DivideByZero
		case divide:
			left.rat.Quo(left.rat, right.rat)
		default:
			left.rat.Mul(left.rat, right.rat)
			left.inUnit = left.inUnit || right.inUnit
		}
	}
	return left, code
}

func (r *moneyReader) factor() (value, Code) {
	switch {
	case r.take("-"):
		v, code := r.factor()
		if code == "" {
			v.rat.Neg(v.rat)
		}
		return v, code
	case r.take("+"):
		return r.factor()
	case r.take("("):
		v, code := r.sum()
		if code == "" && !r.take(")") {
			return value{}, BadExpression
		}
		return v, code
	}
	v, code := r.amount()
	if code == NotANumber {
		code = BadExpression
	}
	return v, code
}
