package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/kit"
)

// Filter is the line in which a person types what a list is narrowed by. It is
// there for keys only while it is open; what was typed stays when it is closed.
type Filter struct {
	env   *kit.Env
	w     Widget
	open  bool
	width int
}

// NewFilter makes a closed filter with a text.
func NewFilter(env *kit.Env, text string) *Filter {
	f := &Filter{env: env, width: 10}
	f.remake(text)
	return f
}

func (f *Filter) remake(text string) {
	f.w = NewSearch(Spec{Theme: f.env.Theme, Words: f.env.Words, Input: &f.env.Input})
	f.w.SetValue(text, -1)
	f.w.SetWidth(f.width)
}

// Relabel takes the words of another language.
func (f *Filter) Relabel() { f.remake(f.w.Value()) }

// SetWidth gives the room for the text, in cells.
func (f *Filter) SetWidth(width int) {
	f.width = max(width, 10)
	f.w.SetWidth(f.width)
}

// Open lets the person type.
func (f *Filter) Open() { f.open = true }

// Close ends the typing.
func (f *Filter) Close() { f.open = false }

// IsOpen reports whether keys belong to the text.
func (f *Filter) IsOpen() bool { return f.open }

// Text is what is looked for, without blanks at its ends.
func (f *Filter) Text() string { return strings.TrimSpace(f.w.Value()) }

// Shown reports whether the line is of any use: it is open, or has a text.
func (f *Filter) Shown() bool { return f.open || f.w.Value() != "" }

// Set puts another text in its place.
func (f *Filter) Set(text string) { f.w.SetValue(text, -1) }

// Captures reports whether a key must go to the text before it is tried as a
// command.
func (f *Filter) Captures(msg tea.KeyPressMsg) bool { return f.open && f.w.Captures(msg) }

// Update takes a key or a paste, and reports whether the text changed.
func (f *Filter) Update(msg tea.Msg) bool {
	before := f.w.Value()
	return f.open && f.w.Update(msg) && f.w.Value() != before
}

// View draws the line behind its label, and says where the cursor is in it; there
// is none while it is closed.
func (f *Filter) View(label string) (string, *kit.Cursor) {
	label = " " + label + " "
	drawing := f.w.View(1)
	row := f.env.Theme.Label.Render(label) + drawing.Line()
	if !f.open || drawing.X < 0 {
		return row, nil
	}
	return row, &kit.Cursor{X: ansi.StringWidth(label) + drawing.X, Y: 0}
}
