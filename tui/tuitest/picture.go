package tuitest

import (
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Picture is all that a person sees of a screen, as text: its rows with what
// styles them in braces, and the cursor. Two pictures are the same when they
// look the same.
type Picture struct {
	Rows   []string
	Cursor string
}

// Display is a screen without a program: whatever is written to it is drawn.
type Display struct{ screen *emulator }

// NewDisplay returns an empty screen.
func NewDisplay(width, height int) *Display {
	return &Display{screen: newEmulator(width, height, func(string) {})}
}

// Write draws what a program sends.
func (d *Display) Write(sent []byte) (int, error) {
	d.screen.write(sent)
	return len(sent), nil
}

// Resize changes the size; what no longer fits is cut off.
func (d *Display) Resize(width, height int) { d.screen.resize(width, height) }

// Picture returns all that is seen of the screen.
func (d *Display) Picture() Picture { return d.screen.picture() }

// Unknown returns the sequences that were not understood.
func (d *Display) Unknown() []string { return d.screen.unknown }

// picture draws the cells as text.
func (e *emulator) picture() Picture {
	p := Picture{Rows: make([]string, e.height), Cursor: "hidden"}
	if e.visible {
		p.Cursor = fmt.Sprintf("%d,%d shape %d", e.cursor.x, e.cursor.y, e.shape)
	}
	for y, row := range e.cells {
		var b strings.Builder
		last := uv.Style{}
		for _, cell := range row {
			style := cell.Style
			if cell.Content == " " {
				style = seen(style)
			}
			if cell.Width > 0 && !style.Equal(&last) {
				fmt.Fprintf(&b, "{%s}", strings.TrimPrefix(style.String(), "\x1b"))
				last = style
			}
			b.WriteString(cell.Content)
		}
		p.Rows[y] = strings.TrimRight(b.String(), " ")
	}
	return p
}

// seen is what of a style is seen on a blank: not how a letter would look.
func seen(s uv.Style) uv.Style {
	if s.Attrs&uv.AttrReverse != 0 {
		return s
	}
	return uv.Style{Bg: s.Bg, Underline: s.Underline, UnderlineColor: s.UnderlineColor, Attrs: s.Attrs & uv.AttrStrikethrough}
}
