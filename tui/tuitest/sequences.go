package tuitest

import (
	"fmt"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// escape obeys ESC and one character.
func (e *emulator) escape(cmd ansi.Cmd) {
	if cmd.Intermediate() != 0 {
		// Character sets: all text is UTF-8, so that they change nothing.
		return
	}
	switch cmd.Final() {
	case '7':
		e.saved = e.cursor
	case '8':
		e.cursor = e.saved
	case 'D':
		e.down()
	case 'E':
		e.move(0, e.cursor.y)
		e.down()
	case 'M':
		e.up()
	case 'c':
		e.reset(e.width, e.height)
	case '=', '>', '\\':
		// The keypad's mode, and the end of a text.
	default:
		e.remember("ESC %c", cmd.Final())
	}
}

// control obeys a CSI sequence.
func (e *emulator) control(cmd ansi.Cmd, params ansi.Params) {
	if cmd.Prefix() != 0 || cmd.Intermediate() != 0 {
		e.private(cmd, params)
		return
	}
	if !e.motion(cmd.Final(), params) && !e.edit(cmd.Final(), params) {
		e.general(cmd, params)
	}
}

// count returns a parameter that says how often; 0 and none mean 1.
func count(params ansi.Params, i int) int {
	n, _, _ := params.Param(i, 1)
	return max(1, n)
}

// motion obeys the sequences that move the cursor, and says whether it knew it.
func (e *emulator) motion(final byte, params ansi.Params) bool {
	x, y, n := e.cursor.x, e.cursor.y, count(params, 0)
	switch final {
	case 'A':
		e.move(x, y-n)
	case 'B', 'e':
		e.move(x, y+n)
	case 'C', 'a':
		e.move(x+n, y)
	case 'D':
		e.move(x-n, y)
	case 'E':
		e.move(0, y+n)
	case 'F':
		e.move(0, y-n)
	case 'G', '`':
		e.move(n-1, y)
	case 'H', 'f':
		e.move(count(params, 1)-1, n-1)
	case 'd':
		e.move(x, n-1)
	case 'I':
		e.tab(n)
	case 'Z':
		e.tab(-n)
	default:
		return false
	}
	return true
}

// edit obeys the sequences that change cells, and says whether it knew it.
func (e *emulator) edit(final byte, params ansi.Params) bool {
	x, y, style, n := e.cursor.x, e.cursor.y, e.cursor.style, count(params, 0)
	scrolls := y >= e.top && y < e.bottom
	switch final {
	case '@':
		e.cells.shift(y, x, n, style)
	case 'P':
		e.cells.shift(y, x, -n, style)
	case 'X':
		e.cells.erase(y, x, x+n, style)
	case 'L':
		if scrolls {
			e.cells.scroll(y, e.bottom, -n, style)
		}
	case 'M':
		if scrolls {
			e.cells.scroll(y, e.bottom, n, style)
		}
	case 'S':
		e.cells.scroll(e.top, e.bottom, n, style)
	case 'T':
		e.cells.scroll(e.top, e.bottom, -n, style)
	case 'J':
		e.eraseScreen(params)
	case 'K':
		e.eraseLine(params)
	case 'b':
		for range n {
			e.place(e.last)
		}
	default:
		return false
	}
	return true
}

// eraseLine obeys CSI K.
func (e *emulator) eraseLine(params ansi.Params) {
	what, _, _ := params.Param(0, 0)
	left, right := 0, e.width
	switch what {
	case 0:
		left = e.cursor.x
	case 1:
		right = e.cursor.x + 1
	}
	e.cells.erase(e.cursor.y, left, right, e.cursor.style)
}

// eraseScreen obeys CSI J.
func (e *emulator) eraseScreen(params ansi.Params) {
	what, _, _ := params.Param(0, 0)
	first, end := 0, e.height
	switch what {
	case 0:
		e.eraseLine(params)
		first = e.cursor.y + 1
	case 1:
		e.eraseLine(params)
		end = e.cursor.y
	}
	for y := first; y < end; y++ {
		e.cells.erase(y, 0, e.width, e.cursor.style)
	}
}

// general obeys the sequences that set something or ask for something.
func (e *emulator) general(cmd ansi.Cmd, params ansi.Params) {
	first, _, _ := params.Param(0, 0)
	switch cmd.Final() {
	case 'm':
		uv.ReadStyle(params, &e.cursor.style)
	case 'r':
		e.setScrolling(params)
	case 's':
		e.saved = e.cursor
	case 'u':
		e.cursor = e.saved
	case 'h', 'l':
		if first == 4 {
			e.inserting = cmd.Final() == 'h'
		}
	case 'n':
		switch first {
		case 5:
			e.reply("\x1b[0n")
		case 6:
			e.reply(fmt.Sprintf("\x1b[%d;%dR", e.cursor.y+1, e.cursor.x+1))
		}
	case 'c':
		e.reply("\x1b[?62;22c")
	case 't', 'g', 'W':
		// Window titles, sizes and tab stops show nothing.
	default:
		e.remember("CSI %c", cmd.Final())
	}
}

// setScrolling obeys CSI r.
func (e *emulator) setScrolling(params ansi.Params) {
	bottom, _, _ := params.Param(1, e.height)
	top := count(params, 0) - 1
	if bottom == 0 || bottom > e.height {
		bottom = e.height
	}
	if top < bottom-1 {
		e.top, e.bottom = top, bottom
		e.move(0, 0)
	}
}

// private obeys the sequences with a prefix or an intermediate character. How
// keys are sent, and tab stops at every eighth column, are not seen in cells.
func (e *emulator) private(cmd ansi.Cmd, params ansi.Params) {
	switch mode, _, _ := params.Param(0, 0); cmd {
	case ansi.Cmd(ansi.Command('?', 0, 'h')), ansi.Cmd(ansi.Command('?', 0, 'l')):
		for i := range params {
			mode, _, _ := params.Param(i, 0)
			e.setMode(mode, cmd.Final() == 'h')
		}
	case ansi.Cmd(ansi.Command('?', '$', 'p')):
		e.reportMode(mode)
	case ansi.Cmd(ansi.Command('?', 0, 'n')):
		if mode == 6 {
			e.reply(fmt.Sprintf("\x1b[?%d;%d;1R", e.cursor.y+1, e.cursor.x+1))
		}
	case ansi.Cmd(ansi.Command(0, ' ', 'q')):
		e.shape = mode
	case ansi.Cmd(ansi.Command('>', 0, 'm')), ansi.Cmd(ansi.Command('?', 0, 'W')),
		ansi.Cmd(ansi.Command('>', 0, 'u')), ansi.Cmd(ansi.Command('<', 0, 'u')), ansi.Cmd(ansi.Command('=', 0, 'u')), ansi.Cmd(ansi.Command('?', 0, 'u')):
	default:
		e.remember("CSI %c %c %c", cmd.Prefix(), cmd.Intermediate(), cmd.Final())
	}
}

// setMode sets or resets a DEC mode.
func (e *emulator) setMode(mode int, on bool) {
	e.modes[mode] = on
	switch mode {
	case 7:
		e.autowrap = on
	case 25:
		e.visible = on
	case 47, 1047, 1049:
		e.alternate(on)
	}
}

// reportMode answers whether a DEC mode is set, as xterm does, which knows
// synchronised output (2026) only in newer versions.
func (e *emulator) reportMode(mode int) {
	const unknown, set, reset = 0, 1, 2
	value := unknown
	switch mode {
	case 7, 25, 1049, 2004, 2026:
		value = reset
		if e.modes[mode] {
			value = set
		}
	}
	e.reply(fmt.Sprintf("\x1b[?%d;%d$y", mode, value))
}

// remember keeps what the program sent and the emulator does not know.
func (e *emulator) remember(format string, args ...any) {
	e.unknown = append(e.unknown, fmt.Sprintf(format, args...))
}
