package vn

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestParseInt(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"0", "0"}, {"1234", "1234"}, {"1.234", "1234"}, {"1 234", "1234"}, {"1,234", "1234"}, {"1.234.567", "1234567"}, {"1,234,567", "1234567"},
		{"1\u00a0234", "1234"}, {"９.２３６", "9236"}, {"007", "7"}, {"-5", "-5"}, {"−1.234", "-1234"}, {"+5", "5"}, {" 12 ", "12"},
		{"9223372036854775807", "9223372036854775807"}, {"12,0", "12"},
		{"", "empty"}, {"12,5", "not-whole"}, {"12.5", "not-whole"}, {"0,804", "not-whole"}, {"0.804", "not-whole"}, {"1,234.5", "not-whole"}, {"1.234,5", "not-whole"},
		{"1,2345", "not-whole"}, {"1.23.456", "grouping"}, {"12 34", "grouping"}, {"abc", "not-a-number"}, {"12 hộ", "not-a-number"}, {"12%", "not-a-number"}, {"1e3", "not-a-number"},
		{"--5", "not-a-number"}, {"-", "not-a-number"}, {"5-", "not-a-number"}, {"12\xff", "not-a-number"}, {"5²", "not-a-number"}, {"9223372036854775808", "too-large"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			n, err := ParseInt(c.raw)
			if got := asParsed(n, err); got != c.want {
				t.Errorf("ParseInt(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestParseDecimal(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"0", "0"}, {"12", "12"}, {"12,5", "12.5"}, {"12,50", "12.5"}, {"12.5", "12.5"}, {"1.234", "1234"}, {"1.234,5", "1234.5"}, {"1 234,5", "1234.5"},
		{"8,842", "8.842"}, {"0,804", "0.804"}, {"0.804", "0.804"}, {"-0,25", "-0.25"}, {",5", "0.5"}, {"1,234,567", "1234567"}, {"12,000", "12"}, {"-0", "0"},
		{"0,000000000000000001", "0.000000000000000001"},
		{"", "empty"}, {"1,234.5", "grouping"}, {"1.23.4", "grouping"}, {"12%", "not-a-number"}, {"ha", "not-a-number"}, {"12,", "not-a-number"},
		{"0,0000000000000000001", "too-fine"}, {"9223372036854775808", "too-large"}, {"922337203685477580,89", "too-large"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			d, err := ParseDecimal(c.raw)
			if got := asParsed(d, err); got != c.want {
				t.Errorf("ParseDecimal(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestParsePercent(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"63,7", "63.7"}, {"63.7", "63.7"}, {"63,7%", "63.7"}, {"63.7 %", "63.7"}, {"10,00 %", "10"}, {"2,40%", "2.4"}, {"146,72", "146.72"}, {"100", "100"}, {"63,725", "63.725"},
		{"-0,5%", "-0.5"}, {"６３，７％", "63.7"}, {"0.25", "0.25"}, {"1.234,5", "1234.5"}, {"0.125", "0.125"},
		{"63.725", "grouping"}, {"1.234%", "grouping"}, {"1,234.5", "grouping"}, {"", "empty"}, {"%", "not-a-number"}, {"5%%", "not-a-number"}, {"%5", "not-a-number"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			d, err := ParsePercent(c.raw)
			if got := asParsed(d, err); got != c.want {
				t.Errorf("ParsePercent(%q) = %s, want %s", c.raw, got, c.want)
			}
		})
	}
}

func TestDecimalFormat(t *testing.T) {
	for _, c := range []struct {
		canonical string
		places    int
		want      string
	}{
		{"12.5", 2, "12,50"}, {"12.5", 0, "13"}, {"-12.5", 0, "-13"}, {"12.5", 1, "12,5"}, {"0", 2, "0,00"}, {"1234567.891", 2, "1.234.567,89"}, {"0.005", 2, "0,01"},
		{"-0.004", 2, "0,00"}, {"999.995", 2, "1.000,00"}, {"2.4", 2, "2,40"}, {"12", -1, "12"}, {"9223372036854775807", 1, "9.223.372.036.854.775.807,0"},
		{"9.223372036854775807", 3, "9,223"}, {"0.25", 18, "0,250000000000000000"},
	} {
		t.Run(c.canonical, func(t *testing.T) {
			d, err := DecimalOf(c.canonical)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Format(c.places); got != c.want {
				t.Errorf("Format(%d) = %s, want %s", c.places, got, c.want)
			}
		})
	}
}

func anyDecimal() *rapid.Generator[Decimal] {
	return rapid.Custom(func(t *rapid.T) Decimal {
		d, ok := NewDecimal(rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "digits"), rapid.IntRange(0, mostPlaces).Draw(t, "places"))
		if !ok {
			t.Fatal("NewDecimal refused places within its range")
		}
		return d
	})
}

func TestDecimalsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := anyDecimal().Draw(t, "d"), anyDecimal().Draw(t, "e")
		if got, err := DecimalOf(d.String()); err != nil || got != d {
			t.Fatalf("%s reads as %s, %v", d, got, err)
		}
		if got, err := ParseDecimal(d.Format(mostPlaces)); err != nil || got != d {
			t.Fatalf("%s reads as %s, %v", d.Format(mostPlaces), got, err)
		}
		exact, _ := new(big.Rat).SetString(d.String())
		if nearest, _ := exact.Float64(); d.Float64() != nearest || d.Sign() != exact.Sign() {
			t.Fatalf("%s is %v with sign %d, want %v", d, d.Float64(), d.Sign(), nearest)
		}
		other, _ := new(big.Rat).SetString(e.String())
		if d.Compare(e) != exact.Cmp(other) {
			t.Fatalf("%s against %s is %d", d, e, d.Compare(e))
		}
		if difference, ok := d.Sub(e); ok {
			got, _ := new(big.Rat).SetString(difference.String())
			if got.Cmp(exact.Sub(exact, other)) != 0 {
				t.Fatalf("%s - %s = %s", d, e, difference)
			}
		}
	})
}

func TestDecimalInJSONIsItsCanonicalForm(t *testing.T) {
	d, _ := NewDecimal(1250, 2)
	text, err := json.Marshal(d)
	if err != nil || string(text) != `"12.5"` {
		t.Fatalf("wrote %s, %v", text, err)
	}
	var back Decimal
	if err := json.Unmarshal(text, &back); err != nil || back != d {
		t.Errorf("read %v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`"12,5"`), &back); err == nil {
		t.Error("a comma was taken from a file")
	}
}

func TestDecimalOfTakesOnlyTheCanonicalForm(t *testing.T) {
	for _, s := range []string{"", "-", ".", "1.", ".5", "1,5", "1.2.3", "+1", "--1", "1e5", " 1"} {
		if d, err := DecimalOf(s); err == nil {
			t.Errorf("DecimalOf(%q) = %s, want an error", s, d)
		}
	}
}

func TestNewDecimalRefusesPlacesBeyondItsRange(t *testing.T) {
	for _, places := range []int{-1, 19} {
		if d, ok := NewDecimal(1, places); ok {
			t.Errorf("NewDecimal(1, %d) = %s", places, d)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		name        string
		part, whole int64
		want        string
	}{
		{"counterpart of sub-project 1", 804, 8038, "10"},
		{"counterpart of sub-project 2", 429, 4286, "10.01"},
		{"Ninh Thuận, printed as 30,48", 62_140, 204_216, "30.43"},
		{"half goes up", 1, 800, "0.13"}, {"half goes away from zero", -1, 800, "-0.13"}, {"both negative", -1, -800, "0.13"},
		{"more than all", 12360, 10000, "123.6"}, {"nothing", 0, 5, "0"}, {"a third", 1, 3, "33.33"}, {"two thirds", 2, 3, "66.67"},
		{"no overflow", math.MaxInt64, math.MaxInt64, "100"}, {"smallest", math.MinInt64, math.MinInt64, "100"}, {"smallest to largest", math.MinInt64, math.MaxInt64, "-100"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := Percent(c.part, c.whole)
			if !ok || got.String() != c.want {
				t.Errorf("Percent(%d, %d) = %s, %v, want %s", c.part, c.whole, got, ok, c.want)
			}
		})
	}
	for _, whole := range []int64{0, 1} {
		if got, ok := Percent(math.MaxInt64, whole); ok {
			t.Errorf("Percent(MaxInt64, %d) = %s, want none", whole, got)
		}
	}
}

func TestPercentAgreesWithRationalArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.Int64().Draw(t, "part")
		whole := rapid.Int64().Filter(func(n int64) bool { return n != 0 }).Draw(t, "whole")
		if rapid.Bool().Draw(t, "small") { // where halves happen
			part, whole = part%1000, whole%1000*8
		}
		got, ok := Percent(part, whole)
		if whole == 0 {
			if ok {
				t.Fatal("a rate of nothing")
			}
			return
		}
		exact := new(big.Rat).SetFrac(big.NewInt(part), big.NewInt(whole))
		// FloatString rounds halves away from zero.
		want, _ := new(big.Rat).SetString(exact.Mul(exact, big.NewRat(100, 1)).FloatString(2))
		if !ok {
			limit := new(big.Rat).SetFrac64(math.MaxInt64, 100)
			if want.Abs(want).Cmp(limit) <= 0 {
				t.Fatalf("Percent(%d, %d) gave up on %s", part, whole, want.FloatString(2))
			}
			return
		}
		if have, _ := new(big.Rat).SetString(got.String()); have.Cmp(want) != 0 {
			t.Fatalf("Percent(%d, %d) = %s, want %s", part, whole, got, want.FloatString(2))
		}
	})
}

func TestFormatIntReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "n")
		if got, err := ParseInt(FormatInt(n)); err != nil || got != n {
			t.Fatalf("%s reads as %d, %v", FormatInt(n), got, err)
		}
	})
}
