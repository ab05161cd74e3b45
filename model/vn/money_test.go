package vn

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// asParsed says in one line what a Parse function gave: the value or the code.
func asParsed(value any, err error) string {
	var wrong *ParseError
	var twofold *Ambiguous
	switch {
	case err == nil:
		return fmt.Sprint(value)
	case errors.As(err, &wrong):
		return string(wrong.Code)
	case errors.As(err, &twofold) && twofold.ByUnit:
		return fmt.Sprintf("%d or %d, unit", twofold.Thousands, twofold.Decimal)
	case errors.As(err, &twofold):
		return fmt.Sprintf("%d or %d, comma %v", twofold.Thousands, twofold.Decimal, twofold.ByComma)
	default:
		return "an error of no known kind: " + err.Error()
	}
}

// spelling is a text as it is written, and the value or the code of the fault that it gives.
type spelling struct{ raw, want string }

// moneyInMillions are amounts by the rules of the parser, in a field of triệu đồng.
var moneyInMillions = []spelling{
	// Rule 1: digits only.
	{"0", "0"}, {"1", "1000000"}, {"804", "804000000"}, {"8042", "8042000000"}, {"007", "7000000"},
	{" 8042 ", "8042000000"}, {"８０４２", "8042000000"}, {"\t804\n", "804000000"},
	// Rule 2: dots at thousands, maybe one comma.
	{"8.042", "8042000000"}, {"8.842", "8842000000"}, {"1.234.567", "1234567000000"},
	{"1.234.567,8", "1234567800000"}, {"1.234,567", "1234567000"}, {"1.234,5", "1234500000"},
	{"12.345,678901", "12345678901"}, {"100.000", "100000000000"}, {"８．０４２", "8042000000"},
	// Rule 3: a comma before other than three digits.
	{"8,5", "8500000"}, {"8,50", "8500000"}, {"12,75", "12750000"}, {"8,8420", "8842000"},
	{"0,5", "500000"}, {"0,000001", "1"}, {"8,042000", "8042000"}, {",5", "500000"}, {"８，５", "8500000"},
	{"1234,5", "1234500000"}, {"8,5000000000", "8500000"},
	// Rule 4: a comma before exactly three digits is asked about, unless it begins with 0.
	{"8,842", "8842000000 or 8842000, comma true"}, {"1,000", "1000000000 or 1000000, comma true"},
	{"718,949", "718949000000 or 718949000, comma true"}, {"-8,842", "-8842000000 or -8842000, comma true"},
	{"1234,567", "1234567000000 or 1234567000, comma true"}, {"８，８４２", "8842000000 or 8842000, comma true"},
	{"8,842 triệu", "8842000000 or 8842000, comma true"}, {"8,842tr", "8842000000 or 8842000, comma true"},
	{"8,842k", "8842000 or 8842, comma true"}, {"0,804", "804000"}, {"0,004", "4000"}, {"-0,804", "-804000"},
	// Rule 5: a dot before exactly three digits is thousands.
	{"8.038", "8038000000"}, {"4.715", "4715000000"}, {"1.000", "1000000000"},
	// Rule 6: a lone dot that cannot be thousands is asked about.
	{"9.5", "95000000 or 9500000, comma false"}, {"9.55", "955000000 or 9550000, comma false"},
	{"0.804", "804000000 or 804000, comma false"}, {"1234.567", "1234567000000 or 1234567000, comma false"},
	{"9.5555", "95555000000 or 9555500, comma false"}, {"8 842.5", "88425000000 or 8842500000, comma false"},
	{"9.5 tỷ", "95000000000 or 9500000000, comma false"},
	// Rule 7: a comma, then a dot.
	{"8,842.5", "8842500000 or 8842500, comma false"}, {"8,842.50", "8842500000 or 8842500, comma false"},
	{"1,234,567.8", "1234567800000"}, {"1,234,567", "1234567000000"},
	// Spaces at thousands, of every kind.
	{"8 042", "8042000000"}, {"8\u00a0042", "8042000000"}, {"8\u202f042", "8042000000"}, {"8\u2009042", "8042000000"},
	{"1 234 567", "1234567000000"}, {"8 842,5", "8842500000"}, {"8 842,500", "8842500000"},
	// Rule 8: units.
	{"8tỷ", "8000000000"}, {"8 tỷ", "8000000000"}, {"8 tỉ", "8000000000"}, {"8 TỶ", "8000000000"}, {"8ty", "8000000000"},
	{"8 ty\u0309", "8000000000"}, {"8,5 tỷ", "8500000000"}, {"8,842 tỷ", "8842000000"}, {"718,949 tỷ", "718949000000"},
	{"62,14 tỷ", "62140000000"}, {"75.000 tỷ", "75000000000000"}, {"1.044.000 tỷ", "1044000000000000"},
	{"8 tỷ đồng", "8000000000"}, {"75 nghìn tỷ", "75000000000000"}, {"75 ngàn tỷ đồng", "75000000000000"},
	{"8842tr", "8842000000"}, {"8842 tr", "8842000000"}, {"8842trđ", "8842000000"}, {"8842 tr.đ", "8842000000"},
	{"8842 tr. đồng", "8842000000"}, {"8842 trđ.", "8842000000"}, {"8.842 triệu", "8842000000"}, {"8.842 triệu đồng", "8842000000"},
	{"8.842 triệu đồng.", "8842000000"}, {"8842 TRIỆU ĐỒNG", "8842000000"}, {"8,5 triệu", "8500000"}, {"8842 triệu vnd", "8842000000"},
	{"500k", "500000"}, {"500 K", "500000"}, {"500 nghìn", "500000"}, {"500 ngàn", "500000"}, {"500 nghìn đồng", "500000"},
	{"500kđ", "500000"}, {"1.500k", "1500000"}, {"0,5k", "500"}, {"0,001k", "1"},
	{"804000000đ", "804000000"}, {"804.000.000 đ", "804000000"}, {"804.000.000 đồng", "804000000"}, {"804000000₫", "804000000"},
	{"₫804", "not-a-number"}, {"804,000đ", "804000"}, {"804,000,000 VND", "804000000"}, {"11.140.000 đồng", "11140000"}, {"804 vnđ", "804"},
	// Parts.
	{"68 tỷ 782 triệu", "68782000000"}, {"68 tỷ 782 triệu đồng", "68782000000"}, {"68tỷ782triệu", "68782000000"},
	{"8 tỷ 842", "8842000000"}, {"8tỷ842", "8842000000"}, {"8 tỷ 050", "8050000000"}, {"8 tỷ 5 triệu", "8005000000"},
	{"8 tỷ 842 triệu 500 nghìn", "8842500000"}, {"8 tỷ 842 triệu 500 nghìn 250 đồng", "8842500250"},
	{"8 tỷ 500 nghìn", "8000500000"}, {"804 triệu 500", "804500000"}, {"500 nghìn 200", "500200"}, {"500k 200đ", "500200"},
	{"8 tỷ 842,5 triệu", "8842500000"}, {"8 tỷ 842.5 triệu", "8842500000"}, {"8 tỷ 842,500 triệu", "8842500000"}, {"1.044 tỷ 5 triệu", "1044005000000"}, {"-8 tỷ 842", "-8842000000"},
	{"2tr5", "2005000 or 2500000, comma false"}, {"8 tỷ 5", "8005000000 or 8500000000, comma false"},
	{"2tr05", "2005000 or 2050000, comma false"}, {"8 tỷ 50", "8050000000 or 8500000000, comma false"},
	// Sums.
	{"=8038+804", "8842000000"}, {"=8038+804-12", "8830000000"}, {"=2*350", "700000000"}, {"= 2 x 350", "700000000"},
	{"=2×350", "700000000"}, {"=700/2", "350000000"}, {"=700:2", "350000000"}, {"=700÷2", "350000000"},
	{"=8.038+804", "8842000000"}, {"=8,5+1,5", "10000000"}, {"=(3+4)*2", "14000000"}, {"=-(3+4)", "-7000000"},
	{"=8tỷ+842tr", "8842000000"}, {"=8tỷ+842", "8842000000"}, {"=3*500k", "1500000"}, {"=500k*3", "1500000"},
	{"=1/3*3", "1000000"}, {"=8 tỷ 842 - 42", "8800000000"}, {"=5", "5000000"}, {"=2-5", "-3000000"}, {"=2--5", "7000000"},
	{"=8038−804", "7234000000"}, {"＝８０３８＋８０４", "8842000000"}, {"=8tr/2", "4000000"}, {"=((2))", "2000000"},
	{"=8,842+804", "9646000000 or 812842000, comma true"}, {"=8,842-8,842", "0"}, {"=8,842+9.5", "8937000000 or 18342000, comma false"},
	{"=8,843/2000", "4421500"}, // by decimals 4 421,5 đồng: no amount, so nothing to ask
	// Negative.
	{"-12,5", "-12500000"}, {"(12,5)", "-12500000"}, {"−12,5", "-12500000"}, {"–12,5", "-12500000"}, {"- 12,5", "-12500000"},
	{"(8.842)", "-8842000000"}, {"(12,5 triệu)", "-12500000"}, {"-(12,5)", "-12500000"}, {"-8tỷ", "-8000000000"}, {"+5", "5000000"},
	{"-0", "0"},
	// Without a unit, and more than any unit has in triệu: perhaps it counts đồng.
	{"8042000000", "8042000000 or 8042000000000000, unit"}, {"8.042.000.000", "8042000000 or 8042000000000000, unit"},
	{"8,042,000,000", "8042000000 or 8042000000000000, unit"}, {"8 042 000 000", "8042000000 or 8042000000000000, unit"},
	{"804000000", "804000000 or 804000000000000, unit"}, {"(804.000.000)", "-804000000 or -804000000000000, unit"},
	{"10000000", "10000000000000"}, {"10.000.001", "10000001 or 10000001000000, unit"}, {"10000000,5", "10000000500000"},
	{"6800000", "6800000000000"}, {"75.000.000", "75000000 or 75000000000000, unit"}, {"75.000.000 tr", "75000000000000"},
	{"804000000 đ", "804000000"}, {"=8038000000+804000000", "8842000000 or 8842000000000000, unit"},
	{"=8042000000/1000000", "8042000000"}, {"=2*40000000 tr", "80000000000000"}, {"=8 tỷ+804000000", "8804000000 or 804008000000000, unit"},
	{"11000000,842", "11000000842000000 or 11000000842000, comma false"}, {"1234567.890", "1234567890000000 or 1234567890000, comma false"},
	// Refused.
	{"", "empty"}, {"  \u00a0 ", "empty"}, {"abc", "not-a-number"}, {"triệu", "not-a-number"}, {"-", "not-a-number"}, {"()", "not-a-number"},
	{"(12,5", "not-a-number"}, {"12,5)", "not-a-number"}, {"(-12)", "not-a-number"}, {"8,", "not-a-number"}, {"8.", "not-a-number"},
	{".5", "not-a-number"}, {",", "not-a-number"}, {"5²", "not-a-number"}, {"8½", "not-a-number"}, {"8\xff42", "not-a-number"},
	{"8#42", "not-a-number"}, {"٨٤٢", "not-a-number"}, {"1e5", "unknown-unit"}, {"8 xu", "unknown-unit"}, {"8 usd", "unknown-unit"},
	{"8 triệu xu", "unknown-unit"}, {"0x10", "unknown-unit"}, {"NaN", "not-a-number"}, {"Inf", "not-a-number"},
	{"1.23.456", "grouping"}, {"12 34", "grouping"}, {"8,84,2", "grouping"}, {"1.234.56", "grouping"}, {"1.234,567.8", "grouping"},
	{"0.804.000", "grouping"}, {"1..234", "grouping"}, {"1,,2", "grouping"}, {"1.2345,6", "grouping"}, {"8.842 500", "grouping"}, {"12,34.5", "grouping"},
	{"782 triệu 68 tỷ", "unit-order"}, {"8 tỷ 8 tỷ", "unit-order"}, {"8 tỷ 1842 triệu", "unit-order"}, {"8,5 tỷ 300 triệu", "unit-order"},
	{"8 tỷ 8420", "unit-order"}, {"8 tỷ 8,5", "unit-order"}, {"8 triệu 5 tr", "unit-order"},
	{"8038+804", "bad-expression"}, {"8-4", "bad-expression"}, {"2*350", "bad-expression"}, {"=", "bad-expression"}, {"=8+", "bad-expression"},
	{"=8++", "bad-expression"}, {"=(8", "bad-expression"}, {"=8)", "bad-expression"}, {"==8", "bad-expression"}, {"=8+abc", "bad-expression"},
	{"=2tỷ*3tỷ", "bad-expression"}, {"=8tỷ/2tỷ", "bad-expression"}, {"=8/2tr", "bad-expression"}, {"=8 usd", "unknown-unit"},
	{"=8/0", "divide-by-zero"}, {"=8/(3-3)", "divide-by-zero"}, {"=1.23.4+1", "grouping"},
	{"0,0000001", "too-fine"}, {"0,5đ", "too-fine"}, {"9.5đ", "too-fine"}, {"8,842.5k", "too-fine"}, {"=1/3", "too-fine"}, {"0,0001k", "too-fine"},
	{"9223372036854,775807", "9223372036854775807"}, {"9223372036854,775808", "too-large"}, {"9223372036855", "too-large"},
	{"99999999999999999999", "too-large"}, {"-9223372036855", "too-large"}, {"=9999999999*9999999999", "too-large"},
}

func TestParseMoneyInMillions(t *testing.T) {
	for _, c := range moneyInMillions {
		t.Run(c.raw, func(t *testing.T) {
			m, err := ParseMoney(c.raw, UnitMillion, CommaUnknown)
			if got := asParsed(int64(m), err); got != c.want {
				t.Errorf("ParseMoney(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestParseMoneyWithAKnownComma(t *testing.T) {
	for _, c := range []struct{ raw, thousands, decimal string }{
		{"8,842", "8842000000", "8842000"},
		{"8,842 tr", "8842000000", "8842000"},
		{"1234,567", "1234567000000", "1234567000"},
		{"=8,842+804", "9646000000", "812842000"},
		{"8,842 tỷ", "8842000000", "8842000000"},
		{"0,804", "804000", "804000"},
		{"8,8420", "8842000", "8842000"},
		{"8.038", "8038000000", "8038000000"},
		{"9.5", "9500000", "9500000"},
		{"0.804", "804000", "804000"},
		{"8,842.5", "8842500000", "8842500000 or 8842500, comma false"},
		{"2tr5", "2005000 or 2500000, comma false", "2005000 or 2500000, comma false"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			m, err := ParseMoney(c.raw, UnitMillion, CommaThousands)
			if got := asParsed(int64(m), err); got != c.thousands {
				t.Errorf("by thousands %s, want %s", got, c.thousands)
			}
			m, err = ParseMoney(c.raw, UnitMillion, CommaDecimal)
			if got := asParsed(int64(m), err); got != c.decimal {
				t.Errorf("by decimals %s, want %s", got, c.decimal)
			}
		})
	}
}

// moneyInDong are amounts in a field that counts đồng.
var moneyInDong = []spelling{
	{"804000000", "804000000"}, {"804.000.000", "804000000"}, {"804,000,000", "804000000"}, {"8,842", "8842"}, {"8.842", "8842"},
	{"8tỷ", "8000000000"}, {"8842tr", "8842000000"}, {"8,842tr", "8842000000 or 8842000, comma true"}, {"500k", "500000"},
	{"=2*350000", "700000"}, {"8,5", "too-fine"}, {"8,5tr", "8500000"}, {"9.5", "too-fine"}, {"8,842.5", "too-fine"},
}

func TestParseMoneyInDong(t *testing.T) {
	for _, c := range moneyInDong {
		t.Run(c.raw, func(t *testing.T) {
			m, err := ParseMoney(c.raw, UnitDong, CommaUnknown)
			if got := asParsed(int64(m), err); got != c.want {
				t.Errorf("ParseMoney(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestATextTooLongForANumberIsRefused(t *testing.T) {
	long := fmt.Sprintf("%0300d", 1)
	if _, err := ParseMoney(long, UnitMillion, CommaUnknown); asParsed(nil, err) != string(TooLong) {
		t.Errorf("got %v", err)
	}
	if _, err := ParseDate(long, Date{}); asParsed(nil, err) != string(TooLong) {
		t.Errorf("got %v", err)
	}
}

// Figures printed in public reports and in the customer's own text, in triệu or tỷ đồng.
func TestPrintedFiguresAddUp(t *testing.T) {
	read := func(t *testing.T, raw string, comma Comma) Money {
		t.Helper()
		m, err := ParseMoney(raw, UnitMillion, comma)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	for _, c := range []struct {
		name, total string
		parts       []string
	}{
		{"sub-project 1 of project 7", "8,842", []string{"8.038", "804"}},
		{"sub-project 2 of project 7", "4.715", []string{"4.286", "429"}},
		{"Bắc Kạn 2023 by source", "830.140", []string{"780.000", "50.140"}},
		{"Bắc Kạn 2023 by programme", "830.140", []string{"185.334", "532.033", "112.773"}},
		{"Bắc Kạn 2023, one programme", "185.334", []string{"180.000", "5.334"}},
		{"programme total", "75.000 tỷ", []string{"48.000 tỷ", "12.690 tỷ", "14.310 tỷ"}},
		{"central budget", "48.000 tỷ", []string{"20.000 tỷ", "28.000 tỷ"}},
		{"local budget", "12.690 tỷ", []string{"1.700 tỷ", "10.990 tỷ"}},
		{"project 1", "22.110 tỷ", []string{"16.940 tỷ", "2.920 tỷ", "2.250 tỷ"}},
		{"2026-2030", "1.044.000 tỷ", []string{"100.000 tỷ", "300.000 tỷ", "360.000 tỷ", "23.000 tỷ", "261.000 tỷ"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var sum Money
			for _, p := range c.parts {
				sum += read(t, p, CommaUnknown)
			}
			total, err := ParseMoney(c.total, UnitMillion, CommaUnknown)
			var twofold *Ambiguous
			if errors.As(err, &twofold) {
				reading, ok := twofold.Fitting(sum)
				if !ok {
					t.Fatalf("no reading of %s fits %d", c.total, sum)
				}
				total = read(t, c.total, reading.How)
			} else if err != nil {
				t.Fatal(err)
			}
			if total != sum {
				t.Errorf("%s is %d, the parts sum to %d", c.total, total, sum)
			}
		})
	}
}

func TestFittingIsFalseWhereNeitherReadingFits(t *testing.T) {
	a := &Ambiguous{Thousands: 8842 * Million, Decimal: 8_842_000}
	if r, ok := a.Fitting(5 * Million); ok {
		t.Errorf("took %+v", r)
	}
	if r, ok := a.Fitting(8_842_000); !ok || r.How != CommaDecimal {
		t.Errorf("got %+v, %v", r, ok)
	}
}

func TestMillion(t *testing.T) {
	for _, c := range []struct {
		m                    Money
		shown, exact, inDong string
	}{
		{0, "0", "0", "0"},
		{8042 * Million, "8.042", "8.042", "8.042.000.000"},
		{8_500_000, "8,5", "8,5", "8.500.000"},
		{804_000, "0,804", "0,804", "804.000"},
		{8_842_000, "8,842", "8,8420", "8.842.000"},
		{1_234_567_000, "1.234,567", "1.234,567", "1.234.567.000"},
		{1, "0", "0,000001", "1"},
		{499, "0", "0,000499", "499"},
		{500, "0,001", "0,0005", "500"},
		{-499, "0", "-0,000499", "-499"},
		{-500, "-0,001", "-0,0005", "-500"},
		{8_842_500, "8,843", "8,8425", "8.842.500"},
		{8_842_499, "8,842", "8,842499", "8.842.499"},
		{-12_500_000, "-12,5", "-12,5", "-12.500.000"},
		{999_999_500, "1.000", "999,9995", "999.999.500"},
		{10_000 * Billion, "10.000.000", "10.000.000", "10.000.000.000.000"},
		{75_000 * Billion, "75.000.000", "75.000.000 triệu", "75.000.000.000.000"},
		{math.MaxInt64, "9.223.372.036.854,776", "9.223.372.036.854,775807 triệu", "9.223.372.036.854.775.807"},
		{math.MinInt64, "-9.223.372.036.854,776", "-9.223.372.036.854,775808 triệu", "-9.223.372.036.854.775.808"},
	} {
		t.Run(c.inDong, func(t *testing.T) {
			if got := c.m.Million(); got != c.shown {
				t.Errorf("Million = %s, want %s", got, c.shown)
			}
			if got := c.m.MillionExact(); got != c.exact {
				t.Errorf("MillionExact = %s, want %s", got, c.exact)
			}
			if got := FormatInt(int64(c.m)); got != c.inDong {
				t.Errorf("FormatInt = %s, want %s", got, c.inDong)
			}
		})
	}
}

func anyMoney() *rapid.Generator[Money] {
	return rapid.Custom(func(t *rapid.T) Money {
		n := rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "đồng")
		if rapid.Bool().Draw(t, "in thousands") { // where the decimals are three digits
			n = n / 1000 % 1_000_000_000 * 1000
		}
		return Money(n)
	})
}

func TestMillionExactReadsBackWhateverTheCommaMeans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMoney().Draw(t, "amount")
		for _, comma := range []Comma{CommaUnknown, CommaThousands, CommaDecimal} {
			got, err := ParseMoney(m.MillionExact(), UnitMillion, comma)
			if err != nil || got != m {
				t.Fatalf("%s with comma %d reads as %d, %v; want %d", m.MillionExact(), comma, got, err, m)
			}
		}
	})
}

func TestTheEchoReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMoney().Filter(func(m Money) bool { return m >= 0 }).Draw(t, "amount")
		for _, unit := range []Unit{UnitMillion, UnitDong} {
			if got, err := ParseMoney(m.Words(), unit, CommaUnknown); err != nil || got != m {
				t.Fatalf("%q reads as %d, %v; want %d", m.Words(), got, err, m)
			}
		}
	})
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"8,842", "8 tỷ 842", "=8038+804-(2*3)/7", "(12,5)", "2tr5", "1.234,5", "₫", "=((((", "\xff", "8,842.5 nghìn tỷ đồng."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, unit := range []Unit{UnitMillion, UnitDong} {
			_, err := ParseMoney(raw, unit, CommaUnknown)
			if got := asParsed(0, err); len(got) > 8 && got[:8] == "an error" {
				t.Fatal(got)
			}
			var twofold *Ambiguous
			if !errors.As(err, &twofold) {
				continue
			}
			if twofold.Thousands == twofold.Decimal {
				t.Fatalf("%q asks between equal amounts", raw)
			}
			if !twofold.ByComma {
				continue
			}
			for _, r := range twofold.Readings() {
				if m, err := ParseMoney(raw, unit, r.How); err != nil || m != r.Amount {
					t.Fatalf("%q answered as %d is %d, %v; want %d", raw, r.How, m, err, r.Amount)
				}
			}
		}
	})
}
