package paint

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

const (
	// scrolls is how many rows must have changed before it is worth looking
	// whether they only moved: fewer are sent as they are.
	scrolls = 4
	// flying is how many bytes a cursor may be seen to fly about in while they
	// arrive; for more it is hidden.
	flying = 400
)

// Painter keeps what stands on a terminal and brings it from one View to the
// next: rows that differ are drawn into a buffer of cells, the cells that differ
// are sent, all in one write. It owns the whole window, and reads of a View the
// content and the cursor only.
//
// A Painter is used from one goroutine.
type Painter struct {
	out   io.Writer
	wire  bytes.Buffer // what goes out with the next write
	scr   *uv.TerminalRenderer
	cells uv.ScreenBuffer
	rows  []string // that stand in cells; nil when they are not known
	stale bool     // the terminal may show anything
	shape int      // of the cursor, as DECSCUSR counts; 0 is the terminal's own
	shown bool     // the cursor is visible
}

// NewPainter makes the painter of a terminal that has the colours of profile and
// whose environment is env: by its TERM the renderer knows which sequences are
// safe. Until Resize there is no room and nothing is painted. The cursor is
// taken to be hidden.
func NewPainter(out io.Writer, profile colorprofile.Profile, env []string) *Painter {
	p := &Painter{out: out}
	p.scr = uv.NewTerminalRenderer(&p.wire, env)
	p.scr.SetColorProfile(profile)
	p.scr.SetFullscreen(true)
	p.scr.SetBackspace(true)
	p.cells = uv.NewScreenBuffer(0, 0)
	return p
}

// Resize takes the size of the window in cells. Whatever a terminal does with
// its cells when its size changes, the next picture is painted afresh.
func (p *Painter) Resize(width, height int) {
	method := p.cells.Method
	p.cells = uv.NewScreenBuffer(max(0, width), max(0, height))
	p.cells.Method = method
	p.scr.Resize(width, height)
	p.Forget()
}

// Forget has the next picture painted afresh, as if nothing stood on the terminal.
func (p *Painter) Forget() { p.rows, p.stale = nil, true }

// Graphemes says that the terminal measures whole graphemes, as a person counts
// letters, and not each of their code points.
func (p *Painter) Graphemes() {
	p.cells.Method = ansi.GraphemeWidth
	p.scr.SetGraphemeWidth(true)
	p.Forget()
}

// Paint makes the terminal show a view. After an error nothing is known of the
// terminal, so that the next picture is painted afresh.
func (p *Painter) Paint(view tea.View) error {
	if p.cells.Bounds().Empty() {
		return nil
	}
	changed := p.draw(view.Content)
	if p.stale {
		p.scr.Erase()
	}
	if changed > 0 || p.stale {
		p.scr.SetScrollOptim(changed >= scrolls)
		p.scr.Render(p.cells.RenderBuffer)
	}
	if view.Cursor != nil {
		p.scr.MoveTo(min(view.Cursor.X, p.cells.Width()-1), view.Cursor.Y)
	}
	if err := p.scr.Flush(); err != nil {
		return fmt.Errorf("render the picture: %w", err)
	}
	p.stale = false
	return p.send(view.Cursor)
}

// draw puts the rows that have changed into the cells, and counts them.
func (p *Painter) draw(content string) (changed int) {
	known := p.rows != nil
	if !known {
		p.rows = make([]string, p.cells.Height())
	}
	for y := range p.rows {
		var row string
		row, content, _ = strings.Cut(content, "\n")
		if known && row == p.rows[y] {
			continue
		}
		p.rows[y] = row
		uv.NewStyledString(row).Draw(p.cells, uv.Rect(0, y, p.cells.Width(), 1))
		p.tame(y)
		changed++
	}
	return changed
}

// tame blanks the cells of a row that a terminal would obey instead of show: the
// buffer of cells lets device strings through, and links. Texts are cleaned
// where they are stored; this is for the one that was not.
func (p *Painter) tame(y int) {
	line := p.cells.Line(y)
	for x := range line {
		if c := &line[x]; !c.Link.IsZero() || wild(c.Content) {
			c.Link, c.Content = uv.Link{}, strings.Repeat(" ", c.Width)
		}
	}
}

// wild reports whether a cell's text holds what no cell may: a control
// character, or bytes that are no text, among which are the 8-bit controls.
func wild(content string) bool {
	if len(content) == 1 {
		return content[0] < ' ' || content[0] >= delete7f
	}
	return strings.ContainsFunc(content, unicode.IsControl) || !utf8.ValidString(content)
}

// send writes what was rendered, between the changes of the cursor's look.
func (p *Painter) send(cursor *tea.Cursor) error {
	var before, after string
	if show := cursor != nil; show != p.shown {
		if p.shown = show; show {
			after = ansi.ShowCursor
		} else {
			before = ansi.HideCursor
		}
	} else if show && p.wire.Len() > flying {
		before, after = ansi.HideCursor, ansi.ShowCursor
	}
	if cursor != nil {
		if shape := decscusr(cursor); shape != p.shape {
			after = ansi.SetCursorStyle(shape) + after
			p.shape = shape
		}
	}
	if p.wire.Len()+len(before)+len(after) == 0 {
		return nil
	}
	sent := append([]byte(before), p.wire.Bytes()...)
	p.wire.Reset()
	if _, err := p.out.Write(append(sent, after...)); err != nil {
		p.Forget()
		return err
	}
	return nil
}

// decscusr is the number by which DECSCUSR knows a cursor's look.
func decscusr(c *tea.Cursor) int {
	const each = 2 // a shape that blinks, then the same one steady
	number := each*int(c.Shape) + 1
	if !c.Blink {
		number++
	}
	return number
}
