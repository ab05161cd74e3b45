package vn

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFiguresAsSpreadsheetsCopyThem(t *testing.T) {
	for _, c := range []struct{ raw, vietnamese, english string }{ // "": it does not fit
		{"8042", "8042", "8042"}, {"8.042", "8042", "8,0420"}, {"8,042", "8,0420", "8042"},
		{"8042,5", "8042,5", ""}, {"8042.5", "", "8042,5"}, {"8.042,50", "8042,50", ""}, {"8,042.50", "", "8042,50"},
		{"1.234.567", "1234567", ""}, {"1,234,567", "", "1234567"}, {"1,234,567.891", "", "1234567,8910"},
		{"(1.200)", "-1200", "-1,2000"}, {"(1,200)", "-1,2000", "-1200"}, {"-8,5", "-8,5", ""}, {"−8.5", "", "-8,5"}, {"+5", "5", "5"},
		{"1.200\u00a0", "1200", "1,2000"}, {"8\u00a0042,5", "8042,5", ""}, {"8 042.5", "", "8042,5"}, {"12,5%", "12,5%", ""}, {"12.5 %", "", "12,5%"},
		{"0,804", "0,8040", ""}, {"0.804", "", "0,8040"}, {"0", "0", "0"},
		{"1.23.456", "", ""}, {"8,", "8,", "8,"}, {".5", "", ""}, {"1,234.567,8", "", ""},
		// No bare figures: left alone.
		{"8 tỷ", "8 tỷ", "8 tỷ"}, {"8,842 tỷ", "8,842 tỷ", "8,842 tỷ"}, {"=8038+804", "=8038+804", "=8038+804"},
		{"không rõ", "không rõ", "không rõ"}, {"-", "-", "-"}, {"", "", ""}, {"8 42", "8 42", "8 42"},
	} {
		t.Run(c.raw, func(t *testing.T) {
			for w, want := range map[Writing]string{WritingVietnamese: c.vietnamese, WritingEnglish: c.english} {
				fits := want != "" || c.raw == ""
				if got := w.Fits(c.raw); got != fits {
					t.Errorf("fits %d: %v", w, got)
				}
				if !fits {
					want = c.raw
				}
				if got := w.Rewrite(c.raw); got != want {
					t.Errorf("written by %d it is %q, want %q", w, got, want)
				}
			}
		})
	}
}

func TestWhatIsRewrittenReadsInOneWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMoney().Draw(t, "amount")
		w := rapid.SampledFrom([]Writing{WritingVietnamese, WritingEnglish}).Draw(t, "writing")
		raw := m.MillionExact()
		if w == WritingEnglish {
			swapped := []rune(raw)
			for i, r := range swapped {
				switch r {
				case '.':
					swapped[i] = ','
				case ',':
					swapped[i] = '.'
				}
			}
			raw = string(swapped)
		}
		for _, comma := range []Comma{CommaUnknown, CommaThousands, CommaDecimal} {
			if got, err := ParseMoney(w.Rewrite(raw), UnitMillion, comma); err != nil || got != m {
				t.Fatalf("%s is rewritten as %s, which reads as %d, %v; want %d", raw, w.Rewrite(raw), got, err, m)
			}
		}
	})
}

func TestADashAloneIsZeroInAccounts(t *testing.T) {
	for raw, want := range map[string]bool{"-": true, " - ": true, "–": true, "−": true, "-5": false, "": false, "--": false} {
		if got := Dash(raw); got != want {
			t.Errorf("%q: %v", raw, got)
		}
	}
}
