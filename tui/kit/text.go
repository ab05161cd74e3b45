package kit

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/keymap"
)

// Fit cuts or fills a text to a width in cells; cut is the sign that says that
// something is missing.
func Fit(text string, width int, cut string) string {
	text = ansi.Truncate(text, max(width, 0), cut)
	return text + strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
}

// FitRight is Fit with the text at the right end, as figures stand.
func FitRight(text string, width int, cut string) string {
	text = ansi.Truncate(text, max(width, 0), cut)
	return strings.Repeat(" ", max(0, width-ansi.StringWidth(text))) + text
}

// Flat puts a text of several lines on one.
func Flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// Join puts the parts that say something beside each other, with the sign between
// the parts of a title.
func (e *Env) Join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " "+e.Theme.Sign.Sep+" ")
}

// Failed says in the body what could not be read, in whole lines of the window,
// and below it the key that reads again.
func (e *Env) Failed(scope keymap.Scope, err error, width int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(ansi.Wrap(e.Words.Err(err), max(width-2, 1), ""), "\n") {
		b.WriteString(" " + e.Theme.Problem.Render(line) + "\n")
	}
	again := fmt.Sprintf(e.Words.List.Again, e.Keys.Short(scope, keymap.Refresh))
	return b.String() + " " + e.Theme.Hint.Render(again)
}

// Ends puts one text at the left end of a row and one at the right; where there
// is no room for both the right one gives way. Both may be styled.
func Ends(left, right string, width int) string {
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(right) - 1
	if right == "" || gap < 1 {
		return left
	}
	return left + strings.Repeat(" ", gap) + right
}

// Footed puts the beginning of a long note at the foot of the body: it takes the
// place of the last rows where these leave none free.
func Footed(rows, above []string, height int) []string {
	rows = rows[:min(len(rows), max(height-len(above), 0))]
	for len(above) > 0 && len(rows)+len(above) < height {
		rows = append(rows, "")
	}
	return append(rows, above...)
}
