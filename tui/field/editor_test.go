package field

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"giamsat/model/vn"
)

// Only the neighbours of a change are taken apart anew: the letters must be
// those of the whole text all the same.
func TestLettersAreThoseOfTheWholeText(t *testing.T) {
	pieces := []string{"a", "ế", "e", "\u0302", "\u0301", "\u031b", " ", "\n", "日", "🇻", "🇳", "👍", "🏽", "\ufe0f", "क", "्", "ष", "각", "ᆨ", "\u0600"}
	rapid.Check(t, func(t *rapid.T) {
		var e editor
		for range rapid.IntRange(1, 40).Draw(t, "edits") {
			e.caret = rapid.IntRange(0, len(e.letters)).Draw(t, "caret")
			before, after := strings.Join(e.letters[:e.caret], ""), strings.Join(e.letters[e.caret:], "")
			if rapid.Bool().Draw(t, "insert") {
				s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 3).Draw(t, "text"), "")
				e.insert(s)
				before += s
			} else {
				from := rapid.IntRange(0, e.caret).Draw(t, "from")
				before = strings.Join(e.letters[:from], "")
				e.cut(from, e.caret)
			}
			if want := vn.Graphemes(before + after); !slices.Equal(e.letters, want) {
				t.Fatalf("the letters are %q, want %q", e.letters, want)
			}
			if got := strings.Join(e.letters[:e.caret], ""); len(got) < len(before) {
				t.Fatalf("the caret stands behind %q, want it behind %q", got, before)
			}
			if e.caret > 0 && len(strings.Join(e.letters[:e.caret-1], "")) >= len(before) {
				t.Fatalf("the caret is a letter too far behind %q", before)
			}
		}
	})
}

func TestCellsAgreesWithTheTable(t *testing.T) {
	for r := rune(' '); r < 0x3000; r++ {
		if s := string(r); r != 0x7f && cells(s) != ansi.StringWidth(s) {
			t.Errorf("%U is %d cells wide, the table has %d", r, cells(s), ansi.StringWidth(s))
		}
	}
}

func BenchmarkKey(b *testing.B) {
	for _, c := range []struct {
		name    string
		letters int
	}{{"line of 40", 40}, {"text of 2000", 2000}, {"text of 20000", 20_000}} {
		b.Run(c.name, func(b *testing.B) {
			w := editor{}
			w.set(strings.Repeat("Quyết định giao vốn ", c.letters/20), -1)
			for b.Loop() {
				w.insert("ế")
				wrap(w.letters, 78)
				w.apply(deleteBack)
			}
		})
	}
}
