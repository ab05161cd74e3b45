package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/kit"
)

func TestASentenceIsWrappedAndCutOnlyWhenItIsTooLong(t *testing.T) {
	long := strings.Repeat("Nghị quyết 104/2023/QH15 chỉ cho phép ", 12)
	for name, c := range map[string]struct {
		text  string
		above int
		cut   bool
	}{
		"one line":    {"Không có lỗi nào.", 0, false},
		"three lines": {strings.TrimSpace(long[:220]), 2, false},
		"too long":    {long, 2, true},
	} {
		t.Run(name, func(t *testing.T) {
			above, last := kit.Wrap(c.text, 80, "…")
			if len(above) != c.above || strings.HasSuffix(last, "…") != c.cut {
				t.Fatalf("%d lines above %q", len(above), last)
			}
			for _, l := range append(above, last) {
				if ansi.StringWidth(l) > 78 {
					t.Errorf("%d cells: %q", ansi.StringWidth(l), l)
				}
			}
			if got := strings.Join(append(above, last), " "); !c.cut && got != c.text {
				t.Errorf("the sentence became %q", got)
			}
		})
	}
}
