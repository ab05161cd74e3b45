package vn

import (
	"strconv"
	"strings"
)

// Years a person can mean. Anything else is a slip, such as 0204 for 2024.
const (
	firstYear = 1900
	lastYear  = 2199
)

// farthest bounds "+30": a hundred years of days.
const farthest = 36_525

var (
	// Day, month and maybe year, with one kind of mark or in the words of an official
	// letter. The text is folded: "tháng" is "thang".
	markedDate = pattern(`^(\d{1,2}) ?([-/. ]) ?(\d{1,2})(?: ?([-/. ]) ?(\d+))?$`)
	wordedDate = pattern(`^(\d{1,2}) ?(?:thang|thg|th) ?(\d{1,2})(?:,? ?(?:nam ?)?(\d+))?$`)
	yearFirst  = pattern(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})$`)
	dayOffset  = pattern(`^(?:t ?)?([-+]) ?(\d+)$`)
)

// ParseDate reads a date as people write it. What is left out comes from ref, the day of
// the visit (never the computer's clock):
//
//	15            that day of ref's month
//	1506, 15/6    that day and month of ref's year
//	150624, 15062024, 15/6/24, 15-06-2024, 15.6.2024, 15 6 2024
//	2024-06-15    also with / and .
//	15 tháng 6 năm 2024, ngày 15/6/2024, Hà Tĩnh, ngày 15 tháng 6 năm 2024
//	t             ref itself;  -3, +30, t+30  days from it
//
// A year of two digits is in the 2000s. Errors are a [*ParseError]: Empty, TooLong,
// NotADate, NoSuchDay, YearRange, NoReference.
func ParseDate(raw string, ref Date) (Date, error) {
	s, err := plain(raw, NotADate)
	if err != nil {
		return Date{}, err
	}
	// The mark that came along from the end of a sentence. One behind a mark is a slip.
	if bare := strings.TrimRight(s, ".,;"); bare != "" && len(s)-len(bare) == 1 && (strings.ContainsAny(bare, "/-.") || strings.Contains(bare, "thang")) {
		s = bare
	}
	// The head of an official letter: the place comes before the word for day.
	if _, after, ok := strings.Cut(" "+s, " ngay "); ok {
		s = after
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "mung "), "mong ")
	if m := dayOffset().FindStringSubmatch(s); m != nil {
		return offsetDate(m[1]+m[2], raw, ref)
	}
	if s == "t" {
		return offsetDate("0", raw, ref)
	}
	day, month, year, ok := splitDate(s)
	if !ok {
		return Date{}, fail(NotADate, raw)
	}
	return completeDate(day, month, year, raw, ref)
}

// splitDate takes a date apart into digits; a part that is not written is empty.
func splitDate(s string) (day, month, year string, ok bool) {
	if allDigits(s) {
		switch len(s) {
		case 1, 2:
			return s, "", "", true
		case 4, 6, 8:
			return s[:2], s[2:4], s[4:], true
		default:
			return "", "", "", false
		}
	}
	if m := yearFirst().FindStringSubmatch(s); m != nil && m[2] == m[4] {
		return m[5], m[3], m[1], true
	}
	if m := markedDate().FindStringSubmatch(s); m != nil && (m[4] == "" || m[2] == m[4]) {
		return m[1], m[3], m[5], true
	}
	if m := wordedDate().FindStringSubmatch(s); m != nil {
		return m[1], m[2], m[3], true
	}
	return "", "", "", false
}

func completeDate(day, month, year, raw string, ref Date) (Date, error) {
	if year == "" && ref.IsZero() {
		return Date{}, fail(NoReference, raw)
	}
	d, okD := smallNumber(day)
	m, y := int(ref.Month), ref.Year
	okM, okY := true, true
	if month != "" {
		m, okM = smallNumber(month)
	}
	switch len(year) {
	case 0:
	case 2:
		y, okY = smallNumber(year)
		y += 2000
	case 4:
		y, okY = smallNumber(year)
	default:
		okY = false
	}
	if !okD || !okM || !okY {
		return Date{}, fail(NotADate, raw)
	}
	if y < firstYear || y > lastYear {
		return Date{}, fail(YearRange, raw)
	}
	date, ok := NewDate(y, m, d)
	if !ok {
		return Date{}, &ParseError{Code: NoSuchDay, Raw: raw, Year: y, Month: m}
	}
	return date, nil
}

func offsetDate(days, raw string, ref Date) (Date, error) {
	if ref.IsZero() {
		return Date{}, fail(NoReference, raw)
	}
	n, err := strconv.Atoi(days)
	if err != nil || n > farthest || n < -farthest {
		return Date{}, fail(TooLarge, raw)
	}
	date := ref.AddDays(n)
	if date.Year < firstYear || date.Year > lastYear {
		return Date{}, fail(YearRange, raw)
	}
	return date, nil
}
