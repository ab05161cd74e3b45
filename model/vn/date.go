package vn

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a civil day, without a time or a zone. The zero Date means that there is none.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day that t shows, in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// NewDate returns the day, and false when the calendar of the years 1 to 9999 has no such day.
func NewDate(y, m, d int) (Date, bool) {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > daysIn(y, time.Month(m)) {
		return Date{}, false
	}
	return Date{y, time.Month(m), d}, true
}

// DaysIn counts the days of a month; 0 for a month that is none of the twelve.
func DaysIn(y, m int) int {
	if m < 1 || m > 12 {
		return 0
	}
	return daysIn(y, time.Month(m))
}

// daysIn counts the days of a month: day 0 of the next month is the last of this one.
func daysIn(y int, m time.Month) int {
	return time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// ParseISO reads the stored form, "2006-01-02", and nothing else.
func ParseISO(s string) (Date, error) {
	if s == "" {
		return Date{}, fail(Empty, s)
	}
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return Date{}, fail(NotADate, s)
	}
	y, okY := smallNumber(s[:4])
	m, okM := smallNumber(s[5:7])
	d, okD := smallNumber(s[8:])
	if !okY || !okM || !okD {
		return Date{}, fail(NotADate, s)
	}
	date, ok := NewDate(y, m, d)
	if !ok {
		return Date{}, fail(NoSuchDay, s)
	}
	return date, nil
}

// smallNumber reads one to nine plain digits.
func smallNumber(s string) (int, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// ISO returns the stored form "2006-01-02", and "" for the zero Date.
func (d Date) ISO() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// String returns the day as people read it, "dd/mm/yyyy", and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, int(d.Month), d.Year)
}

// MarshalText writes the ISO form; files and JSON hold that.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.ISO()), nil }

// UnmarshalText reads the ISO form; an empty text is the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseISO(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or 1 as d is before, the same as or after e. The zero Date is
// before all others.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before says whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After says whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// AddDays returns the day n days later, earlier when n is negative. No date stays no date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DaysTo counts the days from d to e, below zero when e is earlier. It is of use between dates only.
func (d Date) DaysTo(e Date) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// Time returns midnight UTC of the day, and the zero time for no date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// Weekday returns the day of the week. No date has one: the caller asks IsZero first.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }
