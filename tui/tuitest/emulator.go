package tuitest

import (
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// emulator is as much of a terminal as the interface needs: it keeps what a
// person would see after the bytes written to it. It follows xterm. What it
// does not know it draws nothing for, and remembers in unknown, so that a wrong
// picture in a test is not taken for a fault of the program.
//
// (x/vt, which would do the same, does not compile together with the version
// of ultraviolet that Bubble Tea needs. When it does again, it can take this
// type's place: Terminal uses its methods only.)
type emulator struct {
	parser  *ansi.Parser
	width   int
	height  int
	cells   grid // the screen shown
	primary grid // what the alternate screen covers; nil when it does not
	cursor  cursor
	saved   cursor // by ESC 7
	covered cursor // by the alternate screen

	visible     bool
	shape       int // of the cursor, as DECSCUSR counts
	autowrap    bool
	inserting   bool
	top, bottom int // the rows that scroll: top included, bottom not

	modes   map[int]bool // every DEC mode the program has set or reset
	last    uv.Cell      // the character that CSI b repeats
	unknown []string
	// reply takes the answers to the program's questions.
	reply func(string)
}

// cursor is where the next character goes, and how it looks.
type cursor struct {
	x, y  int
	style uv.Style
	// wrapped means that the last column was just written: the cursor still
	// stands on it, and the next character begins a new row.
	wrapped bool
	// edge means that the last column was just written, wherever the next
	// character will go: an accent belongs to what stands there.
	edge bool
}

func newEmulator(width, height int, reply func(string)) *emulator {
	e := &emulator{parser: ansi.NewParser(), reply: reply}
	e.reset(width, height)
	e.parser.SetHandler(ansi.Handler{
		Print:     e.print,
		Execute:   e.execute,
		HandleCsi: e.control,
		HandleEsc: e.escape,
	})
	return e
}

// reset is the state a terminal is switched on with.
func (e *emulator) reset(width, height int) {
	e.width, e.height = width, height
	e.cells, e.primary = newGrid(width, height), nil
	e.cursor, e.saved, e.covered = cursor{}, cursor{}, cursor{}
	e.visible, e.shape, e.autowrap, e.inserting = true, 0, true, false
	e.top, e.bottom = 0, height
	e.modes = map[int]bool{7: true, 25: true}
}

// write draws what the program sent.
func (e *emulator) write(sent []byte) {
	for _, b := range sent {
		e.parser.Advance(b)
	}
}

// resize changes the size; what no longer fits is cut off.
func (e *emulator) resize(width, height int) {
	e.width, e.height = width, height
	e.cells = e.cells.resized(width, height)
	if e.primary != nil {
		e.primary = e.primary.resized(width, height)
	}
	e.top, e.bottom = 0, height
	e.move(e.cursor.x, e.cursor.y)
}

// rows returns the screen as text, without the blanks at the rows' ends.
func (e *emulator) rows() []string {
	rows := make([]string, e.height)
	for y := range rows {
		var row strings.Builder
		for _, cell := range e.cells[y] {
			row.WriteString(cell.Content)
		}
		rows[y] = strings.TrimRight(row.String(), " ")
	}
	return rows
}

// print writes one character. A combining mark joins the cell before it.
func (e *emulator) print(r rune) {
	width := ansi.StringWidth(string(r))
	if width == 0 {
		e.combine(r)
		return
	}
	e.place(uv.Cell{Content: string(r), Width: width, Style: e.cursor.style})
}

// place writes a cell at the cursor and moves the cursor behind it.
func (e *emulator) place(cell uv.Cell) {
	c := &e.cursor
	if e.autowrap && (c.wrapped || c.x+cell.Width > e.width) {
		c.x, c.wrapped, c.edge = 0, false, false
		e.down()
	}
	c.x = max(0, min(c.x, e.width-cell.Width))
	if e.inserting {
		e.cells.shift(c.y, c.x, cell.Width, c.style)
	}
	e.cells.put(c.x, c.y, cell)
	e.last = cell
	if c.x+cell.Width >= e.width {
		c.x, c.wrapped, c.edge = e.width-1, e.autowrap, true
	} else {
		c.x += cell.Width
	}
}

// combine adds a mark to the character before the cursor.
func (e *emulator) combine(r rune) {
	x := e.cursor.x - 1
	if e.cursor.edge {
		x = e.cursor.x
	}
	row := e.cells[e.cursor.y]
	for x > 0 && row[x].Width == 0 {
		x--
	}
	if x >= 0 {
		row[x].Content += string(r)
		e.last = row[x]
	}
}

// down moves to the next row, scrolling at the end of the scrolling rows.
func (e *emulator) down() {
	switch e.cursor.y {
	case e.bottom - 1:
		e.cells.scroll(e.top, e.bottom, 1, e.cursor.style)
	case e.height - 1:
	default:
		e.cursor.y++
	}
}

// up moves to the row before, scrolling at the start of the scrolling rows.
func (e *emulator) up() {
	switch e.cursor.y {
	case e.top:
		e.cells.scroll(e.top, e.bottom, -1, e.cursor.style)
	case 0:
	default:
		e.cursor.y--
	}
}

// move puts the cursor in column x and row y, or as near as the screen goes.
func (e *emulator) move(x, y int) {
	e.cursor.x = max(0, min(x, e.width-1))
	e.cursor.y = max(0, min(y, e.height-1))
	e.cursor.wrapped, e.cursor.edge = false, false
}

// tab moves n tab stops of eight columns on, or back where n is negative.
func (e *emulator) tab(n int) {
	const stop = 8
	x := e.cursor.x
	if n < 0 {
		e.move((x+stop-1)/stop*stop+n*stop, e.cursor.y)
		return
	}
	e.move(x/stop*stop+n*stop, e.cursor.y)
}

// execute obeys a control character.
func (e *emulator) execute(b byte) {
	switch b {
	case '\r':
		e.move(0, e.cursor.y)
	case '\n', '\v', '\f':
		e.cursor.wrapped, e.cursor.edge = false, false
		e.down()
	case '\b':
		e.move(e.cursor.x-1, e.cursor.y)
	case '\t':
		e.tab(1)
	}
	// The bell and the rest show nothing.
}

// alternate switches to the alternate screen, which is empty, or back.
func (e *emulator) alternate(on bool) {
	switch {
	case on && e.primary == nil:
		e.primary, e.covered = e.cells, e.cursor
		e.cells = newGrid(e.width, e.height)
	case !on && e.primary != nil:
		e.cells, e.primary = e.primary, nil
		e.cursor = e.covered
		e.move(e.cursor.x, e.cursor.y)
	}
}
