package vn

import "strings"

// question says why a numeral can be read in two ways.
type question int

const (
	settled   question = iota
	whichMark          // one comma, exactly three digits after it: "8,842"
	lonelyDot          // one dot that cannot separate thousands: "9.5", "0.804"
	bothMarks          // a comma at thousands, then a dot: "8,842.5"
)

// numeral is a number as written, with both readings of its marks. When nothing is in
// question both are the same.
type numeral struct {
	decimal   Decimal
	thousands Decimal
	question  question
	oneGroup  bool // one dot, read as thousands: "8.038"
}

// readNumeral reads digits with dots, commas and single spaces between them. Vietnamese law
// has the dot between thousands and the comma before decimals (Luật Kế toán 2015, Điều 11);
// what is in use besides is asked about. The code is empty when it could be read.
func readNumeral(s string) (numeral, Code) {
	parts, marks := splitAtMarks(s)
	n := len(marks)
	if n == 0 {
		return oneReading(s, "")
	}
	head, last, mark := parts[:n], parts[n], marks[n-1]
	switch {
	case last == "":
		return numeral{}, NotANumber
	case !same(marks[:n-1]):
		return numeral{}, Grouping
	case n > 1 && marks[0] != mark:
		return mixedMarks(head, last, marks[0], mark)
	case n > 1 || mark == ' ':
		// Decimals have one mark, and it is no space: these separate thousands.
		if !grouped(parts) {
			return numeral{}, Grouping
		}
		return oneReading(join(parts), "")
	case mark == ',':
		return oneComma(head[0], last)
	default:
		return oneDot(head[0], last)
	}
}

// mixedMarks reads a number whose last mark differs from those before it: these separate
// thousands, the last begins the decimals.
func mixedMarks(head []string, last string, thousands, decimals byte) (numeral, Code) {
	switch {
	case !grouped(head) || decimals == ' ':
		return numeral{}, Grouping
	case decimals == ',':
		return oneReading(join(head), last)
	case thousands == ' ':
		return twoReadings(join(head)+last, "", join(head), last, lonelyDot)
	case len(head) > 2:
		return oneReading(join(head), last) // several commas can be nothing but thousands
	default:
		return twoReadings(join(head), last, head[0], head[1]+last, bothMarks)
	}
}

func oneComma(head, last string) (numeral, Code) {
	// No group of thousands begins with 0: "0,804" is what [Money.Million] shows, and safe.
	if len(last) == 3 && head != "" && head[0] != '0' {
		return twoReadings(head+last, "", head, last, whichMark)
	}
	return oneReading(head, last)
}

func oneDot(head, last string) (numeral, Code) {
	if head == "" {
		return numeral{}, NotANumber
	}
	if grouped([]string{head, last}) {
		n, code := oneReading(head+last, "")
		n.oneGroup = true
		return n, code
	}
	return twoReadings(head+last, "", head, last, lonelyDot)
}

func oneReading(whole, frac string) (numeral, Code) {
	d, code := decimalFromDigits(whole, frac)
	return numeral{decimal: d, thousands: d}, code
}

// twoReadings takes the digits by thousands first, then those with the decimals.
func twoReadings(whole1, frac1, whole2, frac2 string, q question) (numeral, Code) {
	t, code := decimalFromDigits(whole1, frac1)
	if code != "" {
		return numeral{}, code
	}
	d, code := decimalFromDigits(whole2, frac2)
	return numeral{decimal: d, thousands: t, question: q}, code
}

// splitAtMarks cuts at every dot, comma and space; there is one part more than marks.
func splitAtMarks(s string) (parts []string, marks []byte) {
	from := 0
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			parts, marks = append(parts, s[from:i]), append(marks, s[i])
			from = i + 1
		}
	}
	return append(parts, s[from:]), marks
}

// grouped says whether the parts are thousands: one to three digits that do not begin with
// 0, then three and three.
func grouped(parts []string) bool {
	if first := parts[0]; first == "" || len(first) > 3 || first[0] == '0' {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return true
}

func same(marks []byte) bool {
	for _, m := range marks {
		if m != marks[0] {
			return false
		}
	}
	return true
}

func join(parts []string) string { return strings.Join(parts, "") }
