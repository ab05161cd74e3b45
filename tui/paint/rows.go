package paint

import (
	"iter"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

const (
	// gap is how many bytes of unchanged text between two changes it pays to
	// jump over: to say where the cursor goes takes from four to eight.
	gap = 8
	// hunk is how many rows must have moved together for a terminal to be told to
	// move them: fewer are sent as they are, as the renderer has it too.
	hunk = 3
)

// split cuts a content into the rows of a window; what does not fit is not shown.
func split(content string, height int) []string {
	rows := make([]string, height)
	for y := range rows {
		rows[y], content, _ = strings.Cut(content, "\n")
	}
	return rows
}

// differing lists the rows of a picture that are not as they were.
func differing(was, next []string) (ys []int) {
	for y := range next {
		if next[y] != was[y] {
			ys = append(ys, y)
		}
	}
	return ys
}

// shift is a run of rows that stand somewhere else in the next picture: from
// and up to which row, and how much lower than before.
type shift struct{ from, to, by int }

// moved finds the shift that spares the most rows; where they are fewer than hunk
// there is none.
func moved(was, next []string) (best shift, pays bool) {
	most := hunk - 1
	for by := 1 - len(next); by < len(next); by++ {
		for y, end := max(0, by), min(len(next), len(next)+by); y < end; y++ {
			from, spared := y, 0
			for ; y < end && next[y] == was[y-by]; y++ {
				if next[y] != was[y] && strings.TrimSpace(next[y]) != "" {
					spared++
				}
			}
			if spared > most {
				best, most, pays = shift{from, y, by}, spared, true
			}
		}
	}
	return best, pays
}

// differences are the runs of cells in which a row is not as it was, from and up
// to which column. What is alike between two of them is worth a jump; behind the
// last letter nothing is, since to clear the rest of a row costs three bytes.
func differences(was, next uv.Line) iter.Seq2[int, int] {
	last := len(next)
	for last > 0 && next[last-1].Equal(&uv.EmptyCell) {
		last--
	}
	return func(yield func(from, to int) bool) {
		for x := 0; x < len(next); {
			if was[x].Equal(&next[x]) {
				x++
				continue
			}
			from, to := x, x // up to the last cell that differs
			for alike := 0; x < len(next) && alike < gap; x++ {
				switch {
				case !was[x].Equal(&next[x]), next[x].Width == 0 && x == to: // the second half of a wide letter goes with the first
					to, alike = x+1, 0
				case x < last:
					alike += len(next[x].Content)
				}
			}
			if !yield(from, to) {
				return
			}
		}
	}
}

// likeness is how many letters two rows have in the same places.
func likeness(a, b uv.Line) (n int) {
	for x := range a {
		if !a[x].Equal(&uv.EmptyCell) && a[x].Equal(&b[x]) {
			n++
		}
	}
	return n
}
