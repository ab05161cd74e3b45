package vn

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// datesOfAVisit are days by the rules of the parser, for a visit on 20/02/2024.
var datesOfAVisit = []spelling{
	// Short forms, completed from the day of the visit.
	{"15", "2024-02-15"}, {"1", "2024-02-01"}, {"01", "2024-02-01"}, {"29", "2024-02-29"}, {" 15 ", "2024-02-15"}, {"１５", "2024-02-15"},
	{"1506", "2024-06-15"}, {"0101", "2024-01-01"}, {"3112", "2024-12-31"}, {"2902", "2024-02-29"},
	{"150624", "2024-06-15"}, {"290224", "2024-02-29"}, {"010100", "2000-01-01"}, {"311299", "2099-12-31"},
	{"15062024", "2024-06-15"}, {"15061975", "1975-06-15"},
	{"15/6", "2024-06-15"}, {"15/06", "2024-06-15"}, {"1/1", "2024-01-01"}, {"15-6", "2024-06-15"}, {"15-06", "2024-06-15"},
	{"15.6", "2024-06-15"}, {"15 6", "2024-06-15"}, {"15 / 6", "2024-06-15"}, {"15–6", "2024-06-15"}, {"１５／６", "2024-06-15"},
	{"15/6/24", "2024-06-15"}, {"15.6.24", "2024-06-15"}, {"15-6-24", "2024-06-15"}, {"15 6 24", "2024-06-15"},
	{"15/06/2024", "2024-06-15"}, {"15-06-2024", "2024-06-15"}, {"15.06.2024", "2024-06-15"}, {"15 06 2024", "2024-06-15"},
	{"15 / 06 / 2024", "2024-06-15"}, {"15. 6. 2024", "2024-06-15"}, {"1/7/2025", "2025-07-01"}, {"29/2/2024", "2024-02-29"}, {"29/2/2000", "2000-02-29"},
	// Year first.
	{"2024-06-15", "2024-06-15"}, {"2024/6/15", "2024-06-15"}, {"2024.06.15", "2024-06-15"}, {"1900-01-01", "1900-01-01"}, {"2199-12-31", "2199-12-31"},
	// From the day of the visit.
	{"t", "2024-02-20"}, {"T", "2024-02-20"}, {"-3", "2024-02-17"}, {"+30", "2024-03-21"}, {"+0", "2024-02-20"}, {"-20", "2024-01-31"},
	{"- 3", "2024-02-17"}, {"−3", "2024-02-17"}, {"+366", "2025-02-20"}, {"+9", "2024-02-29"}, {"-51", "2023-12-31"},
	// In words.
	{"15 tháng 6 năm 2024", "2024-06-15"}, {"15 tháng 6", "2024-06-15"}, {"ngày 15 tháng 6 năm 2024", "2024-06-15"},
	{"Ngày 15 Tháng 06 Năm 2024", "2024-06-15"}, {"ngay 15 thang 6 nam 2024", "2024-06-15"}, {"nga\u0300y 15/6/2024", "2024-06-15"},
	{"ngày 15/6/2024", "2024-06-15"}, {"ngày 15/6", "2024-06-15"}, {"ngày 15", "2024-02-15"}, {"15 tháng 6, 2024", "2024-06-15"}, {"15 thg 6, 2024", "2024-06-15"},
	{"15 tháng 6 2024", "2024-06-15"}, {"Hà Tĩnh, ngày 15 tháng 6 năm 2024", "2024-06-15"}, {"thứ bảy, ngày 15/6/2024", "2024-06-15"}, {"mùng 5 tháng 6", "2024-06-05"},
	{"ngày mùng 5 tháng 6 năm 2024", "2024-06-05"}, {"mồng 5/6", "2024-06-05"}, {"15tháng6năm2024", "2024-06-15"},
	// No such day.
	{"31", "no-such-day"}, {"30", "no-such-day"}, {"0", "no-such-day"}, {"00", "no-such-day"}, {"32/1", "no-such-day"}, {"31/4", "no-such-day"},
	{"29/2/2023", "no-such-day"}, {"29/2/2100", "no-such-day"}, {"15/13", "no-such-day"}, {"15/0", "no-such-day"}, {"1513", "no-such-day"},
	{"2024", "no-such-day"}, {"310424", "no-such-day"}, {"2024-13-01", "no-such-day"}, {"2024-02-30", "no-such-day"}, {"31 tháng 6 năm 2024", "no-such-day"},
	// A year nobody means.
	{"15/6/0204", "year-range"}, {"15061224", "year-range"}, {"15/6/1899", "year-range"}, {"2200-01-01", "year-range"},
	// No date.
	{"", "empty"}, {"   ", "empty"}, {"156", "not-a-date"}, {"15624", "not-a-date"}, {"1506202", "not-a-date"}, {"150620241", "not-a-date"},
	{"15/6/202", "not-a-date"}, {"15/6/4", "not-a-date"}, {"15/6/20244", "not-a-date"}, {"15/6-2024", "not-a-date"}, {"15//6", "not-a-date"}, {"/6", "not-a-date"}, {"15/", "not-a-date"},
	{"15/6/", "not-a-date"}, {"2024-06/15", "not-a-date"}, {"2024-6", "not-a-date"}, {"hôm nay", "not-a-date"}, {"tháng 6", "not-a-date"}, {"ngày", "not-a-date"}, {"15 tháng sáu", "not-a-date"},
	{"15/6/2024 8:30", "not-a-date"}, {"1a", "not-a-date"}, {"15/6\xff", "not-a-date"}, {"1²", "not-a-date"}, {"--3", "not-a-date"}, {"+", "not-a-date"}, {"+3,5", "not-a-date"},
	{"15 tháng 6 năm", "not-a-date"}, {"15 tháng 6 năm 202", "not-a-date"}, {"١٥", "not-a-date"},
	{"+99999", "too-large"}, {"-99999999999999999999", "too-large"}, {"-36525", "1924-02-20"},
}

func TestParseDate(t *testing.T) {
	ref := Date{2024, time.February, 20}
	for _, c := range datesOfAVisit {
		t.Run(c.raw, func(t *testing.T) {
			d, err := ParseDate(c.raw, ref)
			if got := asParsed(d.ISO(), err); got != c.want {
				t.Errorf("ParseDate(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestParseDateWithoutAVisit(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"15", "no-reference"}, {"1506", "no-reference"}, {"15/6", "no-reference"}, {"t", "no-reference"}, {"-3", "no-reference"},
		{"15/6/24", "2024-06-15"}, {"2024-06-15", "2024-06-15"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			d, err := ParseDate(c.raw, Date{})
			if got := asParsed(d.ISO(), err); got != c.want {
				t.Errorf("ParseDate(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestParseISO(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"2024-06-15", "2024-06-15"}, {"0001-01-01", "0001-01-01"}, {"9999-12-31", "9999-12-31"},
		{"", "empty"}, {"2024-6-15", "not-a-date"}, {"2024/06/15", "not-a-date"}, {"2024-06-15T00:00:00Z", "not-a-date"}, {"20 4-06-15", "not-a-date"},
		{"2024-+6-15", "not-a-date"}, {"2023-02-29", "no-such-day"}, {"0000-01-01", "no-such-day"}, {"2024-00-10", "no-such-day"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			d, err := ParseISO(c.raw)
			if got := asParsed(d.ISO(), err); got != c.want {
				t.Errorf("ParseISO(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestParseTime(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"8:30", "08:30"}, {"08:30", "08:30"}, {"8h30", "08:30"}, {"8H30", "08:30"}, {"8g30", "08:30"}, {"8 giờ 30", "08:30"}, {"8 giờ 30 phút", "08:30"},
		{"8h30'", "08:30"}, {"8h 30p", "08:30"}, {"8.30", "08:30"}, {"0830", "08:30"}, {"830", "08:30"}, {"8h", "08:00"}, {"8 giờ", "08:00"}, {"8", "08:00"},
		{"08", "08:00"}, {"17:00", "17:00"}, {"1700", "17:00"}, {"0", "00:00"}, {"000", "00:00"}, {"23:59", "23:59"}, {"８：３０", "08:30"}, {" 8 : 30 ", "08:30"},
		{"24:00", "no-such-time"}, {"8:60", "no-such-time"}, {"2460", "no-such-time"}, {"25", "no-such-time"}, {"960", "no-such-time"},
		{"", "empty"}, {"8:3", "not-a-time"}, {"8:", "not-a-time"}, {"8.", "not-a-time"}, {":30", "not-a-time"}, {"h", "not-a-time"}, {"8h300", "not-a-time"}, {"-8", "not-a-time"},
		{"08300", "not-a-time"}, {"8:30:00", "not-a-time"}, {"8 30", "not-a-time"}, {"sáng", "not-a-time"}, {"8²", "not-a-time"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			m, err := ParseTime(c.raw)
			if got := asParsed(FormatTime(m), err); got != c.want {
				t.Errorf("ParseTime(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestFormatTimeGoesAroundTheClock(t *testing.T) {
	for minutes, want := range map[int]string{0: "00:00", 510: "08:30", 1439: "23:59", 1440: "00:00", -1: "23:59"} {
		if got := FormatTime(minutes); got != want {
			t.Errorf("FormatTime(%d) = %s, want %s", minutes, got, want)
		}
	}
}

func anyDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		start := Date{firstYear, time.January, 1}
		return start.AddDays(rapid.IntRange(0, 109_572).Draw(t, "days")) // up to 31/12/2199
	})
}

func TestDatesReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, ref := anyDate().Draw(t, "date"), anyDate().Draw(t, "visit")
		for _, written := range []string{d.String(), d.ISO()} {
			if got, err := ParseDate(written, ref); err != nil || got != d {
				t.Fatalf("%q reads as %v, %v", written, got, err)
			}
		}
		if got, err := ParseISO(d.ISO()); err != nil || got != d {
			t.Fatalf("%q reads as %v, %v", d.ISO(), got, err)
		}
		if got := DateOf(d.Time()); got != d {
			t.Fatalf("%v by way of time is %v", d, got)
		}
		n := rapid.IntRange(-40_000, 40_000).Draw(t, "n")
		later := d.AddDays(n)
		if got := int(later.Time().Sub(d.Time()).Hours() / 24); got != n || later.AddDays(-n) != d {
			t.Fatalf("%v plus %d is %v, %d days on", d, n, later, got)
		}
		if d.Before(ref) != d.Time().Before(ref.Time()) || d.After(ref) != d.Time().After(ref.Time()) || (d.Compare(ref) == 0) != (d == ref) {
			t.Fatalf("%v against %v: order differs from that of time", d, ref)
		}
	})
}

func TestNoDateStaysNoDate(t *testing.T) {
	var none Date
	if !none.IsZero() || none.ISO() != "" || none.String() != "" || !none.AddDays(5).IsZero() || !none.Time().IsZero() {
		t.Errorf("the zero date shows as %q, %q, %v, %v", none.ISO(), none, none.AddDays(5), none.Time())
	}
	if !none.Before(Date{1, time.January, 1}) {
		t.Error("no date is not before the first")
	}
}

func TestWeekday(t *testing.T) {
	if got := (Date{2024, time.June, 15}).Weekday(); got != time.Saturday {
		t.Errorf("15/06/2024 is a %v, want Saturday", got)
	}
}

func TestDateInJSONIsItsISOForm(t *testing.T) {
	type record struct{ On, Until Date }
	text, err := json.Marshal(record{On: Date{2024, time.June, 15}})
	if err != nil || string(text) != `{"On":"2024-06-15","Until":""}` {
		t.Fatalf("wrote %s, %v", text, err)
	}
	var back record
	if err := json.Unmarshal(text, &back); err != nil || back.On != (Date{2024, time.June, 15}) || !back.Until.IsZero() {
		t.Errorf("read %+v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`{"On":"15/06/2024"}`), &back); err == nil {
		t.Error("a date that is not ISO was taken from a file")
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"15", "1506", "15/6/24", "t", "-3", "+30", "ngày 15 tháng 6 năm 2024", "2024-06-15", "\xff", "29/2/2100"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, ref := range []Date{{}, {2024, time.February, 29}} {
			d, err := ParseDate(raw, ref)
			if err != nil {
				if !d.IsZero() {
					t.Fatalf("%q: both %v and %v", raw, d, err)
				}
				continue
			}
			if _, ok := NewDate(d.Year, int(d.Month), d.Day); !ok || d.Year < firstYear || d.Year > lastYear {
				t.Fatalf("%q gives %v, which is no day of the calendar", raw, d)
			}
		}
		if m, err := ParseTime(raw); m < 0 || m >= 24*60 || err != nil && m != 0 {
			t.Fatalf("%q gives %d minutes, %v", raw, m, err)
		}
	})
}

func TestDaysBetweenTwoDates(t *testing.T) {
	for _, c := range []struct {
		from, to Date
		want     int
	}{
		{Date{2024, 2, 28}, Date{2024, 3, 1}, 2},
		{Date{2024, 3, 1}, Date{2024, 2, 28}, -2},
		{Date{2024, 6, 20}, Date{2024, 6, 20}, 0},
		{Date{2023, 12, 31}, Date{2024, 12, 31}, 366},
	} {
		if got := c.from.DaysTo(c.to); got != c.want {
			t.Errorf("from %s to %s are %d days, want %d", c.from, c.to, got, c.want)
		}
	}
}
