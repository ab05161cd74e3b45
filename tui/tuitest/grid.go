package tuitest

import uv "github.com/charmbracelet/ultraviolet"

// grid is the cells of one screen, row by row. A wide character stands in its
// left cell with width 2; its right cell is empty with width 0.
type grid [][]uv.Cell

// blank is a cell that was erased: a space with the background of style, which
// is what xterm and the console leave ("back colour erase").
func blank(style uv.Style) uv.Cell {
	return uv.Cell{Content: " ", Width: 1, Style: uv.Style{Bg: style.Bg}}
}

// newGrid returns an empty grid.
func newGrid(width, height int) grid {
	g := make(grid, height)
	for y := range g {
		g[y] = blankRow(width, uv.Style{})
	}
	return g
}

func blankRow(width int, style uv.Style) []uv.Cell {
	row := make([]uv.Cell, width)
	for x := range row {
		row[x] = blank(style)
	}
	return row
}

// resized returns a grid of another size with the same top left corner.
func (g grid) resized(width, height int) grid {
	next := newGrid(width, height)
	for y := range min(height, len(g)) {
		copy(next[y], g[y])
	}
	return next
}

// put writes a cell at x, y, and blanks the other half of what it covers half of.
func (g grid) put(x, y int, cell uv.Cell) {
	row := g[y]
	g.split(x, y)
	g.split(x+cell.Width, y)
	row[x] = cell
	for i := 1; i < cell.Width && x+i < len(row); i++ {
		row[x+i] = uv.Cell{Style: cell.Style}
	}
}

// split blanks both halves of a wide character that x would cut.
func (g grid) split(x, y int) {
	row := g[y]
	if x > 0 && x < len(row) && row[x].Width == 0 {
		row[x-1] = blank(row[x-1].Style)
		row[x] = blank(row[x].Style)
	}
}

// erase blanks the columns from left up to but not including right.
func (g grid) erase(y, left, right int, style uv.Style) {
	right = min(right, len(g[y]))
	g.split(left, y)
	g.split(right, y)
	for x := max(0, left); x < right; x++ {
		g[y][x] = blank(style)
	}
}

// shift moves the columns from x on to the right by n, or to the left where n
// is negative, and blanks what is left free.
func (g grid) shift(y, x, n int, style uv.Style) {
	row := g[y]
	g.split(x, y)
	if n >= 0 {
		n = min(n, len(row)-x)
		copy(row[x+n:], row[x:])
		g.erase(y, x, x+n, style)
		return
	}
	n = min(-n, len(row)-x)
	copy(row[x:], row[x+n:])
	g.erase(y, len(row)-n, len(row), style)
}

// scroll moves the rows from top up to but not including bottom upwards by n,
// or downwards where n is negative, and blanks what is left free.
func (g grid) scroll(top, bottom, n int, style uv.Style) {
	height := bottom - top
	n = max(-height, min(n, height))
	moved := make(grid, height)
	for i := range moved {
		if from := i + n; from >= 0 && from < height {
			moved[i] = g[top+from]
		} else {
			moved[i] = blankRow(len(g[top]), style)
		}
	}
	copy(g[top:bottom], moved)
}
