package vn

import "testing"

// moneySeen is what people write on papers and type from memory.
var moneySeen = map[string]string{
	"8 tỷ 842 triệu": "8842000000", "8,842 tỷ": "8842000000", "1.5tr": "15000000 or 1500000, comma false",
	"12tr5": "12005000 or 12500000, comma false", "2ty3": "2003000000 or 2300000000, comma false", "(1.200)": "-1200000000",
	"8.042.000.000 đ": "8042000000", "8042tr": "8042000000", "=8.042*2": "16084000000", "1,5 tỷ": "1500000000",
	"1.5 tỷ": "15000000000 or 1500000000, comma false", "1.234.567 đ": "1234567", "12,5tr": "12500000",
	"2 tỷ rưỡi": "2500000000", "2 tỉ rưỡi đồng": "2500000000", "5tr rưỡi": "5500000", "500 nghìn rưỡi": "500500",
	"1 tỷ 200": "1200000000", "1t2": "unknown-unit", "1m": "unknown-unit", "8.042 trđ": "8042000000", "8.042.000.000 VNĐ": "8042000000",
	"8.042,00": "8042000000", "8,042,000,000 VND": "8042000000", "$5": "not-a-number", "~5": "not-a-number", "khoảng 5 tỷ": "not-a-number",
	"năm tỷ": "not-a-number", "5-6 tỷ": "bad-expression", "8 042 000 000 đ": "8042000000", "8\u00a0042\u00a0000\u00a0000\u00a0đ": "8042000000",
	"8'042": "not-a-number", "1/2 tỷ": "bad-expression", "=1/2*1tỷ": "500000000", "8038 + 804": "bad-expression", "=50%*8042": "bad-expression",
	"50%": "not-a-number", ".5 tỷ": "not-a-number", "0.5 tỷ": "5000000000 or 500000000, comma false", "00": "0", "5-": "bad-expression",
	"5.000 nghìn": "5000000", "5tr500": "5500000", "5tr500k": "5500000", "2tỷ500": "2500000000", "2tỷ5tr": "2005000000",
	"2 tỷ và 5 triệu": "unknown-unit", "8.042 trieu": "8042000000", "8042 tỷ": "8042000000000", "100tr/ha": "bad-expression", "5 trăm triệu": "unknown-unit",
	"không": "not-a-number", "8.042 (tr.đ)": "not-a-number", "8042,": "not-a-number", "8.042 tr;": "8042000000", "80 42": "grouping",
	"8.042,500": "8042500000", "8 tỷ 042 triệu": "8042000000", "8 tỷ 42 triệu": "8042000000", "8 tỷ 842.000.000 đ": "8842000000",
	"8tỷ842tr500k": "8842500000", "8tỷ842tr500": "8842500000", "８ tỷ": "8000000000", "(8.042 tr)": "-8042000000", "=3*1,5tr": "4500000",
	"=3tr+500k": "3500000", "=1tỷ-200tr": "800000000", "=5 tỷ 200": "5200000000", "=2^3": "bad-expression", "5 ₫": "5", "VND 5000": "not-a-number",
	"5.000VNĐ": "5000", "tr5": "not-a-number",
}

// What people write on papers and type from memory, with what it must give; the tables of
// money_test.go and date_test.go go by the rules of the parsers, these by what was seen.
func TestSpellingsOfMoneySeenInUse(t *testing.T) {
	for raw, want := range moneySeen {
		m, err := ParseMoney(raw, UnitMillion, CommaUnknown)
		if got := asParsed(int64(m), err); got != want {
			t.Errorf("%q is %s, want %s", raw, got, want)
		}
		if err != nil {
			continue
		}
		if back, err := ParseMoney(m.MillionExact(), UnitMillion, CommaUnknown); err != nil || back != m {
			t.Errorf("%q is shown as %s, which is %d, %v", raw, m.MillionExact(), back, err)
		}
	}
}

// datesSeen is how people write days, for a visit on 20/02/2024.
var datesSeen = map[string]string{
	"15-6-24": "2024-06-15", "30/2": "no-such-day", "31/6": "no-such-day", "3102": "no-such-day", "290223": "no-such-day",
	"15/6/'24": "not-a-date", "15/VI/2024": "not-a-date", "15/6/24.": "2024-06-15", "15/6/2024,": "2024-06-15", "1.6.": "2024-06-01",
	"ngày 5 tháng 6 năm 2024.": "2024-06-05", "15/6/..": "not-a-date", "6/2024": "not-a-date", "tháng 6 năm 2024": "not-a-date",
	"15 thang 6": "2024-06-15", "15 tháng 6 năm 24": "2024-06-15", "mùng 1": "2024-02-01", "01.06.24": "2024-06-01", "1,6": "not-a-date",
	"15\u00a0tháng\u00a06": "2024-06-15", "１５/６/２０２４": "2024-06-15", "6/15/2024": "no-such-day", "99": "no-such-day", "1/1/01": "2001-01-01",
	"-0": "2024-02-20", "t+1": "2024-02-21", "T-3": "2024-02-17", "t + 30": "2024-03-21", "t1": "not-a-date", "ngày 5-6-2024": "2024-06-05",
	"05-Jun-2024": "not-a-date", "29/02/1900": "no-such-day", "29/2/2025": "no-such-day", "31/9": "no-such-day", "310124": "2024-01-31",
}

func TestSpellingsOfDatesSeenInUse(t *testing.T) {
	ref := Date{2024, 2, 20}
	for raw, want := range datesSeen {
		d, err := ParseDate(raw, ref)
		if got := asParsed(d.ISO(), err); got != want {
			t.Errorf("%q is %s, want %s", raw, got, want)
		}
		if err != nil {
			continue
		}
		if back, err := ParseDate(d.String(), ref); err != nil || back != d {
			t.Errorf("%q is shown as %s, which is %v, %v", raw, d, back, err)
		}
	}
}

func TestADayOfTheMonthIsThatOfTheVisitsMonth(t *testing.T) {
	for month := 1; month <= 12; month++ {
		ref, _ := NewDate(2024, month, 10)
		d, err := ParseDate("1506", ref)
		if err != nil || d != (Date{2024, 6, 15}) {
			t.Errorf("1506 in month %d is %v, %v", month, d, err)
		}
		_, has := NewDate(2024, month, 31)
		d, err = ParseDate("31", ref)
		if (err == nil) != has || has && d.Day != 31 {
			t.Errorf("31 in month %d is %v, %v", month, d, err)
		}
	}
}
