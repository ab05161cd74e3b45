package catalog

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestWorkingDaysAfter(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		outcome, from string
		n             int
		want          string
	}{
		{"plain weeks", "2024-10-01", 15, "2024-10-22"},
		{"from a Saturday", "2024-10-05", 1, "2024-10-07"},
		{"over Lunar New Year", "2025-01-24", 1, "2025-02-03"},
		{"over 30 April with an exchanged Saturday", "2025-04-25", 3, "2025-04-29"},
		{"over 30 April after the exchange", "2025-04-29", 1, "2025-05-05"},
		{"over National Day", "2025-08-29", 1, "2025-09-03"},
		{"over New Year and its replacement day", "2022-12-30", 1, "2023-01-03"},
		{"none", "2024-10-05", 0, "2024-10-05"},
		{"fewer than none", "2024-10-05", -3, "2024-10-05"},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			if got := c.WorkingDaysAfter(day(t, tt.from), tt.n).ISO(); got != tt.want {
				t.Errorf("WorkingDaysAfter(%s, %d) = %s, want %s", tt.from, tt.n, got, tt.want)
			}
		})
	}
}

// The nth working day is worked, and exactly n days up to it are.
func TestWorkingDaysAfterCountsWorkedDays(t *testing.T) {
	c := load(t)
	start := day(t, "2021-12-01")
	rapid.Check(t, func(t *rapid.T) {
		from := start.AddDays(rapid.IntRange(0, 2300).Draw(t, "offset"))
		n := rapid.IntRange(1, 60).Draw(t, "n")
		end := c.WorkingDaysAfter(from, n)
		count := 0
		for d := from.AddDays(1); !d.After(end); d = d.AddDays(1) {
			if c.WorkingDay(d) {
				count++
			}
		}
		if count != n || !c.WorkingDay(end) {
			t.Fatalf("%s + %d = %s, but %d days are worked between", from.ISO(), n, end.ISO(), count)
		}
	})
}

func TestHolidayTableIsPlausible(t *testing.T) {
	c := load(t)
	for year := 2022; year <= 2027; year++ {
		if !c.HolidaysKnown(year) {
			t.Errorf("%d is not known", year)
		}
		off, exchanged, worked := 0, 0, 0
		for _, h := range c.Holidays(year) {
			weekday := h.Day.Weekday() != time.Saturday && h.Day.Weekday() != time.Sunday
			switch {
			case h.Work && weekday:
				t.Errorf("%s is worked in exchange, but is no weekend", h.Day.ISO())
			case h.Work:
				worked++
			case weekday:
				off++
				if strings.HasPrefix(h.VI, "Hoán đổi") {
					exchanged++
				}
			}
		}
		// The Labour Code gives 11 days a year; an exchange adds a day off and takes a Saturday. 2027 is not announced.
		if got := off - worked; year != 2027 && got != 11 {
			t.Errorf("%d has %d days off, want 11", year, got)
		}
		if exchanged != worked {
			t.Errorf("%d: %d days exchanged for %d Saturdays", year, exchanged, worked)
		}
	}
	if c.HolidaysKnown(2021) || c.HolidaysKnown(2028) {
		t.Error("years outside the table are said to be known")
	}
}

func TestDeadlines(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		report, ref, want string
		due               bool
	}{
		{"sau_dot", "2024-10-01", "2024-10-22", true},
		{"sau_thang", "2024-03-15", "2024-05-31", true},
		{"nam", "2025-01-01", "2025-11-30", true},
		{"danh_gia", "2022-08-01", "2022-11-30", true},
		{"danh_gia", "2023-08-01", "", false},
	} {
		found := false
		for _, d := range c.Deadlines() {
			if d.Code != tt.report {
				continue
			}
			found = true
			if got, ok := c.LastDay(d, day(t, tt.ref)); got.ISO() != tt.want || ok != tt.due {
				t.Errorf("LastDay(%s, %s) = %s, %v, want %s, %v", tt.report, tt.ref, got.ISO(), ok, tt.want, tt.due)
			}
		}
		if !found {
			t.Errorf("no deadline for %s", tt.report)
		}
	}
	if n := len(c.DeadlinesOn(poverty, day(t, "2022-01-01"))); n != 0 {
		t.Errorf("%d deadlines before the circular was in force", n)
	}
	if n := len(c.DeadlinesOn(poverty, day(t, "2024-01-01"))); n != 3 {
		t.Errorf("%d deadlines in 2024, want 3", n)
	}
}
