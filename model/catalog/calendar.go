package catalog

import (
	"fmt"
	"io/fs"
	"time"

	"giamsat/model/vn"
)

// Holiday is a day that differs from the ordinary week.
type Holiday struct {
	Day    vn.Date
	Work   bool // true: a Saturday that is worked in exchange for another day
	VI, EN string
	// Evidence: law (a day named by the Labour Code), derived (the working day that the Code gives in its place), or
	// memory (an arrangement of the year that was not checked against its notice).
	Evidence string
}

// holidayTable is the file's rows, by day and in order, with the years it covers.
type holidayTable struct {
	byDay       map[vn.Date]int
	rows        []Holiday
	first, last int
}

// Holidays returns the rows of a year in order of days.
func (c *Catalog) Holidays(year int) []Holiday {
	var found []Holiday
	for _, h := range c.t.holidays.rows {
		if h.Day.Year == year {
			found = append(found, h)
		}
	}
	return found
}

// HolidaysKnown reports whether the table covers a year. Outside it, only Saturdays and Sundays are off.
func (c *Catalog) HolidaysKnown(year int) bool {
	return c.t.holidays.first <= year && year <= c.t.holidays.last
}

// WorkingDay reports whether day is worked: Monday to Friday without the holiday table's days, and its exchanged
// Saturdays.
func (c *Catalog) WorkingDay(day vn.Date) bool {
	if i, ok := c.t.holidays.byDay[day]; ok {
		return c.t.holidays.rows[i].Work
	}
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// maxWorkingDays bounds what WorkingDaysAfter walks, about four years: a larger count comes from a mistake.
const maxWorkingDays = 1000

// WorkingDaysAfter returns the nth working day after day; the count begins on the next day. A report due within 15
// working days is on time until the end of that day (forms rule D3). For n of 0 or less, for no date, and for n over
// 1,000, it returns day, no date, and the 1,000th.
func (c *Catalog) WorkingDaysAfter(day vn.Date, n int) vn.Date {
	if day.IsZero() {
		return day
	}
	for n = min(n, maxWorkingDays); n > 0; {
		day = day.AddDays(1)
		if c.WorkingDay(day) {
			n--
		}
	}
	return day
}

func (t *tables) loadHolidays(fsys fs.FS) error {
	h := &t.holidays
	h.byDay = make(map[vn.Date]int, 128)
	return readRows(fsys, "holidays.csv", []string{"day", "kind", "vi", "en", "evidence"}, func(r row) {
		entry := Holiday{Day: r.day("day"), Work: r.oneOf("kind", "off", "work") == "work", VI: r.need("vi"), EN: r.need("en"),
			Evidence: r.oneOf("evidence", "law", "derived", "memory")}
		if n := len(h.rows); n > 0 && !entry.Day.After(h.rows[n-1].Day) {
			r.fail("day %s does not follow %s", entry.Day.ISO(), h.rows[n-1].Day.ISO())
		}
		if entry.Day.IsZero() {
			r.fail("day is empty")
		}
		if h.first == 0 {
			h.first = entry.Day.Year
		}
		h.last = entry.Day.Year
		h.byDay[entry.Day] = len(h.rows)
		h.rows = append(h.rows, entry)
	})
}

// Deadline is when a report is due: either before a day of the year, or within working days after an event.
type Deadline struct {
	Code        string // a code of the list report_kinds
	VI, EN      string
	Before      MonthDay // the first day that is too late, every year; zero when WorkingDays counts
	Year        int      // the only year in which it falls due, 0 for every year
	WorkingDays int      // counted from the event's last day
	From, To    vn.Date  // days on which the rule held
	Programme   string
	Basis       Basis
}

// MonthDay is a day of every year.
type MonthDay struct {
	Month time.Month
	Day   int
}

// Deadlines returns every rule, in file order.
func (c *Catalog) Deadlines() []Deadline {
	return append([]Deadline(nil), c.t.deadlines...)
}

// DeadlinesOn returns the rules of a programme that held on day.
func (c *Catalog) DeadlinesOn(programme string, day vn.Date) []Deadline {
	var found []Deadline
	for _, d := range c.t.deadlines {
		if onDay(d.From, d.To, day) && (d.Programme == "" || programme == "" || d.Programme == programme) {
			found = append(found, d)
		}
	}
	return found
}

// LastDay returns the last day on which the report is on time. For a rule in working days ref is the last day of the
// round; otherwise only ref's year counts: "before 1 June" is until 31 May (forms rule D4). False when the rule does
// not fall due in that year.
func (c *Catalog) LastDay(d Deadline, ref vn.Date) (vn.Date, bool) {
	switch {
	case ref.IsZero():
		return vn.Date{}, false
	case d.WorkingDays > 0:
		return c.WorkingDaysAfter(ref, d.WorkingDays), true
	case d.Year != 0 && d.Year != ref.Year:
		return vn.Date{}, false
	}
	return vn.Date{Year: ref.Year, Month: d.Before.Month, Day: d.Before.Day}.AddDays(-1), true
}

func (t *tables) loadDeadlines(fsys fs.FS) error {
	columns := []string{"code", "vi", "en", "before", "year", "working_days", "valid_from", "valid_to", "programme", "basis"}
	return readRows(fsys, "deadlines.csv", columns, func(r row) {
		d := Deadline{Code: r.code("code"), VI: r.need("vi"), EN: r.need("en"), Programme: r.programme(t), Basis: r.basis(t)}
		d.From, d.To = r.span()
		if !t.hasCode("report_kinds", "", d.Code) {
			r.fail("report %s is not in the list report_kinds", d.Code)
		}
		before, days := r.text("before"), r.text("working_days")
		switch {
		case (before == "") == (days == ""):
			r.fail("fill in either before or working_days")
		case days != "":
			d.WorkingDays = r.number("working_days", 1, maxWorkingDays)
		default:
			// A leap year is used so that 29 February would be read, and the year stays out of it.
			day, err := vn.ParseISO("2024-" + before)
			if err != nil {
				r.fail("before %q is no month and day: %w", before, err)
			}
			d.Before = MonthDay{day.Month, day.Day}
		}
		if r.text("year") != "" {
			d.Year = r.number("year", 2000, 2100)
		}
		t.deadlines = append(t.deadlines, d)
	})
}

// String returns "01/06".
func (m MonthDay) String() string { return fmt.Sprintf("%02d/%02d", m.Day, int(m.Month)) }
