package field

import "strings"

// window is the part of a line that is seen through a width.
type window struct {
	text        string
	left, right bool // the text goes on there; a mark of one cell stands for it
	caret       int  // column of the caret, in cells
}

// look chooses the part of a line that has the caret in it. The part moves by
// half a width at a time and depends on nothing but its arguments, so that most
// keys leave the line where it is and send only themselves.
//
// A caret at the end needs a cell of its own, and one before a letter all of the
// letter's, or nobody sees what Delete would take. Below four cells there is no
// room for marks.
func look(letters []string, caret, width int) window {
	if width <= 0 {
		return window{caret: -1}
	}
	total := cellsOf(letters)
	column := cellsOf(letters[:caret])
	if total < width || (total == width && column < total) {
		return window{text: strings.Join(letters, ""), caret: column}
	}
	mark, under := 1, 1
	if width < 4 {
		mark = 0
	}
	if caret < len(letters) {
		under = max(under, cells(letters[caret]))
	}
	most := max(width-mark-under, 0) // the rightmost column for the caret
	start, left := 0, 0
	if column > most {
		step := max(1, width/2)
		left = mark
		start = min((column+left-most+step-1)/step*step, column)
	}
	return cutOut(letters, start, left, width, mark, column)
}

// cutOut takes the letters from column start on that fit, leaving room for the
// marks.
func cutOut(letters []string, start, left, width, mark, column int) window {
	first, at := 0, 0
	for first < len(letters) && at < start {
		at += cells(letters[first])
		first++
	}
	w := window{left: left > 0, caret: left + column - at}
	limit := width
	if left+cellsOf(letters[first:]) > width {
		w.right = mark > 0
		limit = width - mark
	}
	var b strings.Builder
	used := left
	for _, l := range letters[first:] {
		c := cells(l)
		if used+c > limit {
			break
		}
		b.WriteString(l)
		used += c
	}
	if w.right {
		// A wide letter may not fit beside the mark: the mark stays in its place.
		b.WriteString(strings.Repeat(" ", limit-used))
	}
	w.text = b.String()
	return w
}
