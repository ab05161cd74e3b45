package theme_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/theme"
)

func TestSignsAreOneCellAndThereInBothAlphabets(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		signs := reflect.ValueOf(theme.New(theme.Options{ASCII: ascii}).Sign)
		for i := range signs.NumField() {
			name, sign := signs.Type().Field(i).Name, signs.Field(i).String()
			if w := ansi.StringWidth(sign); w != 1 {
				t.Errorf("ascii=%v: sign %s %q is %d cells wide, want 1", ascii, name, sign, w)
			}
			if ascii && (len(sign) != 1 || sign[0] < 0x20 || sign[0] > 0x7e) {
				t.Errorf("sign %s %q is not ASCII", name, sign)
			}
		}
	}
}

// A text that was cut looked as if the cursor stood behind it.
func TestTheMarkOfTheCursorStandsForNothingThatIsCut(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		s := theme.New(theme.Options{ASCII: ascii}).Sign
		if s.CutRight == s.Focus || s.CutLeft == s.Focus {
			t.Errorf("ascii=%v: cut texts have %q and %q, the cursor %q", ascii, s.CutLeft, s.CutRight, s.Focus)
		}
	}
}

func TestSeveritiesDifferWithoutColour(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		s := theme.New(theme.Options{ASCII: ascii}).Sign
		seen := map[string]bool{}
		for _, sign := range []string{s.Stop, s.Reason, s.Notice, s.Problem, s.Carried} {
			if seen[sign] {
				t.Errorf("ascii=%v: %q stands for two things", ascii, sign)
			}
			seen[sign] = true
		}
		if s.Open == s.Ahead || s.Chosen == s.Unchosen || s.Bar == s.Rest {
			t.Errorf("ascii=%v: opposite states share a sign", ascii)
		}
	}
}

func TestNoColourIsSentWhereNoneIsWanted(t *testing.T) {
	for _, p := range []colorprofile.Profile{colorprofile.Unknown, colorprofile.NoTTY, colorprofile.ASCII} {
		for name, style := range styles(theme.New(theme.Options{Profile: p, Dark: true})) {
			if fg := style.GetForeground(); fg != (lipgloss.NoColor{}) {
				t.Errorf("%v: %s has the foreground %v", p, name, fg)
			}
			if bg := style.GetBackground(); bg != (lipgloss.NoColor{}) {
				t.Errorf("%v: %s has the background %v", p, name, bg)
			}
		}
	}
}

func TestAtMostTwoColoursAllOfTheSixteen(t *testing.T) {
	for _, dark := range []bool{false, true} {
		used := map[any]bool{}
		for name, style := range styles(theme.New(theme.Options{Profile: colorprofile.TrueColor, Dark: dark})) {
			for _, c := range []any{style.GetForeground(), style.GetBackground()} {
				if c == (lipgloss.NoColor{}) {
					continue
				}
				if _, ok := c.(ansi.BasicColor); !ok {
					t.Errorf("%s uses %v, not one of the terminal's own sixteen colours", name, c)
				}
				used[c] = true
			}
		}
		if len(used) != 2 {
			t.Errorf("dark=%v: %d colours are used, want two", dark, len(used))
		}
	}
}

func styles(th *theme.Theme) map[string]lipgloss.Style {
	all := map[string]lipgloss.Style{}
	v := reflect.ValueOf(*th)
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		if s, ok := v.Field(i).Interface().(lipgloss.Style); ok {
			all[v.Type().Field(i).Name] = s
		}
	}
	return all
}

func TestMeterNeverShowsNearlyAsAll(t *testing.T) {
	th := theme.New(theme.Options{ASCII: true})
	for _, c := range []struct {
		name               string
		width, part, whole int
		want               string
	}{
		{"nothing done", 10, 0, 14, "----------"},
		{"a little shows", 10, 1, 1000, "=---------"},
		{"half", 10, 7, 14, "=====-----"},
		{"nearly all is not all", 10, 999, 1000, "=========-"},
		{"all", 10, 14, 14, "=========="},
		{"more than all", 10, 15, 14, "=========="},
		{"of nothing", 4, 3, 0, "----"},
		{"negative", 4, -3, 7, "----"},
		{"no room", 0, 1, 2, ""},
		{"one cell, begun", 1, 1, 2, "-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ansi.Strip(th.Meter(c.width, c.part, c.whole)); got != c.want {
				t.Errorf("Meter(%d, %d, %d) = %q, want %q", c.width, c.part, c.whole, got, c.want)
			}
		})
	}
}

// Whoever says a line must know each sign of it, in any text.
func TestSignsThatAreSaidAreLikeNothingElse(t *testing.T) {
	seen := map[string]bool{}
	v := reflect.ValueOf(theme.New(theme.Options{Spoken: true}).Sign)
	for i := range v.NumField() {
		sign := v.Field(i).String()
		if r := []rune(sign); seen[sign] || len(r) != 1 || !unicode.Is(unicode.Co, r[0]) || ansi.StringWidth(sign) != 1 {
			t.Errorf("%s is %q", v.Type().Field(i).Name, sign)
		}
		seen[sign] = true
	}
}

func TestWithASCIITheMarksOfWordsAreCellForCell(t *testing.T) {
	const seen = "“Không” – đang đọc… × · ‘x’"
	got := theme.New(theme.Options{ASCII: true}).Shown(seen)
	if want := `"Không" - đang đọc. x - 'x'`; got != want || ansi.StringWidth(got) != ansi.StringWidth(seen) {
		t.Errorf("%q is shown as %q, want %q", seen, got, want)
	}
	if got := theme.New(theme.Options{}).Shown(seen); got != seen {
		t.Errorf("without it %q is shown as %q", seen, got)
	}
}

func TestLineIsAsLongAsAsked(t *testing.T) {
	th := theme.New(theme.Options{})
	for _, w := range []int{-1, 0, 1, 80} {
		if got, want := ansi.Strip(th.Line(w)), strings.Repeat("─", max(w, 0)); got != want {
			t.Errorf("Line(%d) = %q, want %q", w, got, want)
		}
	}
}

func TestDarkReadsWhatTerminalsSayOfTheirColours(t *testing.T) {
	for said, want := range map[string]bool{"": true, "15;0": true, "0;15": false, "0;7": false, "nonsense": true} {
		if got := theme.Dark(said); got != want {
			t.Errorf("Dark(%q) is %v, want %v", said, got, want)
		}
	}
}
