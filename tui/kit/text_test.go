package kit_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func TestTextsFitTheirCells(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"filled", kit.Fit("Xã", 4, "…"), "Xã  "},
		{"cut", kit.Fit("Xã Kỳ Lợi", 5, "…"), "Xã K…"},
		{"no room", kit.Fit("Xã", -1, "…"), ""},
		{"to the right", kit.FitRight("12", 4, "…"), "  12"},
		{"cut to the right", kit.FitRight("12345", 4, "…"), "123…"},
		{"on one line", kit.Flat(" a\n  b "), "a b"},
		{"both ends", kit.Ends("a", "b", 6), "a   b"},
		{"no room for the right end", kit.Ends("abcd", "b", 5), "abcd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("got %q, want %q", c.got, c.want)
			}
		})
	}
}

func TestALongNoteStandsAtTheFootOfTheBody(t *testing.T) {
	for name, c := range map[string]struct {
		rows, above, want []string
	}{
		"in free rows":       {[]string{"1"}, []string{"n"}, []string{"1", "", "n"}},
		"over the last rows": {[]string{"1", "2", "3"}, []string{"n", "m"}, []string{"1", "n", "m"}},
		"a short note":       {[]string{"1"}, nil, []string{"1"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := kit.Footed(c.rows, c.above, 3); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatCannotBeReadIsSaidInWholeLines(t *testing.T) {
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	err := errors.New("no such index")
	for _, width := range []int{60, 80, 120} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			text := ansi.Strip(env.Failed(keymap.InList, err, width))
			lines := strings.Split(text, "\n")
			for _, l := range lines {
				if ansi.StringWidth(l) > width-1 {
					t.Errorf("%q takes %d cells of %d", l, ansi.StringWidth(l), width)
				}
			}
			if got, want := strings.Join(strings.Fields(text), " "), env.Words.Err(err)+" Bấm F5 để đọc lại."; got != want {
				t.Errorf("says %q, want %q", got, want)
			}
		})
	}
}
