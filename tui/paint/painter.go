package paint

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// flying is how many bytes a cursor may be seen to fly about in while they arrive;
// for more it is hidden.
const flying = 400

// Painter keeps what stands on a terminal and brings it from one View to the
// next: rows that differ are drawn into a buffer of cells, the cells that differ
// are sent, all in one write. It owns the whole window, and reads of a View the
// content and the cursor only.
//
// A Painter is used from one goroutine.
type Painter struct {
	out     io.Writer
	wire    bytes.Buffer // what goes out with the next write
	scr     *uv.TerminalRenderer
	cells   uv.ScreenBuffer
	sheet   uv.ScreenBuffer // one row, to see what differs
	rows    []string        // that stand in cells; nil when they are not known
	stale   bool            // the terminal may show anything
	letters bool            // the terminal has said that it measures graphemes
	shape   int             // of the cursor, as DECSCUSR counts; 0 is the terminal's own
	shown   bool            // the cursor is visible
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
	p.scr.SetScrollOptim(false)
	p.cells, p.sheet = uv.NewScreenBuffer(0, 0), uv.NewScreenBuffer(0, 1)
	p.measure(ansi.GraphemeWidth)
	return p
}

// Resize takes the size of the window in cells. Whatever a terminal does with
// its cells when its size changes, the next picture is painted afresh.
func (p *Painter) Resize(width, height int) {
	method := p.cells.Method
	p.cells, p.sheet = uv.NewScreenBuffer(max(0, width), max(0, height)), uv.NewScreenBuffer(max(0, width), 1)
	p.cells.Method, p.sheet.Method = method, method
	p.scr.Resize(width, height)
	p.Forget()
}

// Forget has the next picture painted afresh, as if nothing stood on the terminal.
func (p *Painter) Forget() { p.rows, p.stale = nil, true }

// Graphemes says that the terminal measures whole graphemes, as a person counts
// letters, and not each of their code points.
func (p *Painter) Graphemes() {
	p.letters = true
	p.scr.SetGraphemeWidth(true)
	p.measure(ansi.GraphemeWidth)
}

// measure sets how wide a text is taken to be, and forgets what was painted with
// another measure.
func (p *Painter) measure(method ansi.Method) {
	p.cells.Method, p.sheet.Method = method, method
	p.scr.SetWidthMethod(method)
	p.Forget()
}

// Paint makes the terminal show a view. After an error nothing is known of the
// terminal, so that the next picture is painted afresh.
func (p *Painter) Paint(view tea.View) error {
	if p.cells.Bounds().Empty() {
		return nil
	}
	p.picture(split(view.Content, p.cells.Height()))
	if view.Cursor != nil {
		p.scr.MoveTo(min(view.Cursor.X, p.cells.Width()-1), view.Cursor.Y)
	}
	if err := p.scr.Flush(); err != nil {
		return fmt.Errorf("render the picture: %w", err)
	}
	p.stale = false
	return p.send(view.Cursor)
}

// picture renders what makes the rows that stand into others: first, rows that
// only stand somewhere else are moved; then, of each row that is not as it was,
// what differs is rendered, piece by piece. The renderer would send a row from
// the first cell that differs to the last.
func (p *Painter) picture(rows []string) {
	if !p.letters && p.cells.Method == ansi.GraphemeWidth && !p.alike(rows) {
		p.measure(ansi.WcWidth)
	}
	if p.rows == nil || p.stale {
		p.rows = make([]string, len(rows))
		p.scr.Erase()
		p.whole(rows)
		return
	}
	if to, pays := moved(p.rows, rows); pays {
		p.move(p.grown(to, rows))
	}
	changed := differing(p.rows, rows)
	if len(changed) > len(rows)/2 {
		p.whole(rows)
		return
	}
	for _, y := range changed {
		p.patch(y, rows[y])
	}
}

// alike reports whether both ways of measuring lead to the same picture.
func (p *Painter) alike(rows []string) bool {
	for y, row := range rows {
		if (p.rows == nil || row != p.rows[y]) && !simple(row) {
			return false
		}
	}
	return true
}

// whole renders all rows at once.
func (p *Painter) whole(rows []string) {
	for y, row := range rows {
		if p.stale || row != p.rows[y] {
			p.draw(p.cells, y, row)
		}
	}
	copy(p.rows, rows)
	p.scr.Render(p.cells.RenderBuffer)
}

// grown takes the rows next to a shift along that are more like what would come
// there with it than like what stands there.
func (p *Painter) grown(s shift, rows []string) shift {
	better := func(y int) bool {
		p.draw(p.sheet, 0, rows[y])
		next := p.sheet.Line(0)
		return likeness(next, p.cells.Line(y-s.by)) > likeness(next, p.cells.Line(y))
	}
	for s.from > max(0, s.by) && better(s.from-1) {
		s.from--
	}
	for s.to < min(len(rows), len(rows)+s.by) && better(s.to) {
		s.to++
	}
	return s
}

// move has the terminal move rows; where they stood it is blank. The renderer
// finds by itself what has moved, in rows that it is told to look at.
func (p *Painter) move(s shift) {
	top, bottom := min(s.from, s.from-s.by), max(s.to, s.to-s.by)
	stood, cells := slices.Clone(p.rows), slices.Clone(p.cells.Lines)
	for y := top; y < bottom; y++ {
		if y >= s.from && y < s.to {
			p.rows[y], p.cells.Lines[y] = stood[y-s.by], cells[y-s.by]
		} else {
			p.rows[y], p.cells.Lines[y] = "", uv.NewBuffer(p.cells.Width(), 1).Line(0)
		}
	}
	for y := range p.rows {
		p.cells.TouchLine(0, y, p.cells.Width())
	}
	p.scr.SetScrollOptim(true)
	p.scr.Render(p.cells.RenderBuffer)
	p.scr.SetScrollOptim(false)
}

// patch renders what of one row differs.
func (p *Painter) patch(y int, row string) {
	p.draw(p.sheet, 0, row)
	stands, next := p.cells.Line(y), p.sheet.Line(0)
	for from, to := range differences(stands, next) {
		copy(stands[from:to], next[from:to])
		p.cells.TouchLine(from, y, to-from)
		p.scr.Render(p.cells.RenderBuffer)
	}
	p.rows[y] = row
}

// draw puts a row of text into a row of cells.
func (p *Painter) draw(cells uv.ScreenBuffer, y int, row string) {
	uv.NewStyledString(row).Draw(cells, uv.Rect(0, y, cells.Width(), 1))
	tame(cells.Line(y))
}

// tame blanks the cells of a row that a terminal would obey instead of show: the
// buffer of cells lets device strings through, and links. Texts are cleaned
// where they are stored; this is for the one that was not.
func tame(line uv.Line) {
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
