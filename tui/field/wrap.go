package field

// row is a line of a long text on the screen: the letters from one position to
// another, without the new line that ends it.
type row struct {
	from, to int
	broken   bool // it ends for want of room, not with a new line
}

// wrap breaks a text into rows that leave a cell free for the caret, at blanks
// where there are any. Every position of the caret lies in exactly one row; a
// text has at least one.
func wrap(letters []string, width int) []row {
	room := max(width-1, 1)
	var rows []row
	from, used, blank := 0, 0, -1 // blank: behind the last blank of the row
	for i := 0; i < len(letters); i++ {
		if letters[i] == "\n" {
			rows = append(rows, row{from: from, to: i})
			from, used, blank = i+1, 0, -1
			continue
		}
		c := cells(letters[i])
		// Behind a break at a blank a wide letter may still find no room.
		for used+c > room && i > from {
			end := i
			if blank > from {
				end = blank
			}
			rows = append(rows, row{from: from, to: end, broken: true})
			from, used, blank = end, cellsOf(letters[end:i]), -1
		}
		used += c
		if isBlank(letters[i]) {
			blank = i + 1
		}
	}
	return append(rows, row{from: from, to: len(letters)})
}

// rowOf finds the row of a position: behind the last letter of a broken row
// one is at the beginning of the next.
func rowOf(rows []row, caret int) int {
	for i, r := range rows {
		if caret < r.to || (caret == r.to && !r.broken) {
			return i
		}
	}
	return len(rows) - 1
}
