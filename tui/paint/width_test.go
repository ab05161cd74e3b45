package paint

import (
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Every code point that is taken for plain has one width, however a terminal
// measures, alone and beside others.
func TestPlainTextIsMeasuredAlikeBothWays(t *testing.T) {
	seen := 0
	for r := rune(' '); r <= unicode.MaxRune; r++ {
		if !unicode.Is(plain, r) {
			continue
		}
		seen++
		for _, text := range []string{string(r), "e" + string(r), string(r) + "e", "e\u0302" + string(r) + "\u0301", string(r) + string(r)} {
			if points, letters := ansi.StringWidthWc(text), ansi.StringWidth(text); points != letters {
				t.Errorf("%U: %q is %d cells wide by code points and %d by letters", r, text, points, letters)
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d code points are plain", seen)
	}
}

func TestWhatTheFormsShowIsSimple(t *testing.T) {
	for _, row := range []string{"", "\x1b[96;1m>  V.05\x1b[m Địa điểm làm việc: xã Kỳ Lộc", "─────", "[1]●Có  [2] Không ≈ ◆ ✓ …", "te\u0302\u0301t", "8.042 → 8 tỷ 42 triệu ₫"} {
		if !simple(row) {
			t.Errorf("%q is taken for a text that terminals measure differently", row)
		}
	}
	for _, row := range []string{"👨‍👩‍👧", "स्ते", "1️⃣", "漢字", "a\u200db", "\x80"} {
		if simple(row) {
			t.Errorf("%q is taken for simple", row)
		}
	}
}
