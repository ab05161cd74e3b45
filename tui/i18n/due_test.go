package i18n_test

import (
	"testing"
	"time"

	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

func TestHowFarOffADayIs(t *testing.T) {
	today := vn.Date{Year: 2026, Month: time.November, Day: 25}
	for _, c := range []struct {
		name       string
		last       vn.Date
		vi, en     string
		short, two string // in few cells
	}{
		{"a week ahead", today.AddDays(7), "còn 7 ngày", "7 days left", "còn 7", "7 left"},
		{"tomorrow", today.AddDays(1), "còn 1 ngày", "1 day left", "còn 1", "1 left"},
		{"today", today, "hôm nay", "today", "hôm nay", "today"},
		{"yesterday", today.AddDays(-1), "quá 1 ngày", "1 day late", "quá 1", "1 late"},
		{"a day less than a year", vn.Date{Year: 2025, Month: time.November, Day: 26}, "quá 364 ngày", "364 days late", "quá 364", "364 late"},
		{"a year", vn.Date{Year: 2025, Month: time.November, Day: 25}, "quá 1 năm", "1 year late", "quá 1 năm", "1 y late"},
		{"a day less than three years", vn.Date{Year: 2023, Month: time.November, Day: 26}, "quá 2 năm", "2 years late", "quá 2 năm", "2 y late"},
	} {
		t.Run(c.name, func(t *testing.T) {
			vi, en := i18n.VI(), i18n.EN()
			got := [4]string{vi.Due(c.last, today), en.Due(c.last, today), vi.DaysOf(c.last, today), en.DaysOf(c.last, today)}
			if want := [4]string{c.vi, c.en, c.short, c.two}; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
