package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Options are what the terminal can show and what the person asked for.
type Options struct {
	// Profile is what the terminal can show; ASCII and NoTTY mean no colour.
	Profile colorprofile.Profile
	// ASCII draws frames and signs with the 95 characters of ASCII.
	ASCII bool
	// Spoken is for the linear mode: signs are there to be said, not seen.
	Spoken bool
	// Dark tells a dark background. A wrong guess costs beauty, not legibility.
	Dark bool
}

// Theme is every style and sign of the interface. It is made once and not
// changed.
type Theme struct {
	Title   lipgloss.Style // the title line: where one is
	Status  lipgloss.Style // right on the title line: the state of saving
	Rule    lipgloss.Style // the lines that divide a screen
	Section lipgloss.Style // the open section on the strip, a heading in a list
	Focus   lipgloss.Style // the line or cell one is on; stands with Sign.Focus
	Cell    lipgloss.Style // the cell of a grid that is being typed in
	Chosen  lipgloss.Style // a chosen entry; stands with Sign.Chosen

	Label  lipgloss.Style // what is asked
	Value  lipgloss.Style // what was answered
	Unit   lipgloss.Style // the unit of measure beside a value
	Code   lipgloss.Style // an item's code
	Total  lipgloss.Style // a computed total
	Muted  lipgloss.Style // not answered, not changeable, or by the way
	Hint   lipgloss.Style // what to enter, on the note line
	Match  lipgloss.Style // the letters of an entry that match what was typed
	Key    lipgloss.Style // a key's name
	Action lipgloss.Style // what a key does

	Problem lipgloss.Style // must be put right
	Reason  lipgloss.Style // asks for a sentence
	Notice  lipgloss.Style // informs
	Good    lipgloss.Style // done
	Carried lipgloss.Style // taken over and not yet looked at

	Sign  Signs
	marks *strings.Replacer // nil: all marks are shown as they are
}

// New makes the theme for a terminal.
func New(o Options) *Theme {
	plain := lipgloss.NewStyle()
	bold := plain.Bold(true)
	// Faint, not bright black: the latter is the background's own colour in
	// some palettes, and faint falls back to plain where it is not known.
	faint := plain.Faint(true)
	focus, alarm := accents(o)
	t := &Theme{
		Title:   bold,
		Status:  faint,
		Rule:    faint,
		Section: bold.Foreground(focus),
		Focus:   bold.Foreground(focus),
		Cell:    plain.Underline(true),
		Chosen:  bold,
		Label:   plain,
		Value:   plain,
		Unit:    faint,
		Code:    faint,
		Total:   bold,
		Muted:   faint,
		Hint:    faint,
		Match:   plain.Underline(true),
		Key:     bold,
		Action:  faint,
		Problem: bold.Foreground(alarm),
		Reason:  plain.Foreground(alarm),
		Notice:  plain,
		Good:    plain,
		Carried: plain.Italic(true),
		Sign:    signs(o),
	}
	if o.ASCII {
		t.marks = marks()
	}
	return t
}

// accents returns the two colours there are: one for where the eye is, one for
// what is wrong. Without colour both are none.
func accents(o Options) (focus, alarm color.Color) {
	switch {
	case o.Profile == colorprofile.Unknown, o.Profile <= colorprofile.ASCII:
		return lipgloss.NoColor{}, lipgloss.NoColor{}
	case o.Dark:
		return ansi.BrightCyan, ansi.BrightRed
	}
	return ansi.Blue, ansi.Red
}

// Dark reads what some terminals say of their colours in COLORFGBG, as
// "foreground;background". Most say nothing, and most are dark.
func Dark(said string) bool {
	_, background, _ := strings.Cut(said, ";")
	return background != "7" && background != "15"
}
