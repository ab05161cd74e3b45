package grid

import (
	"strings"

	"giamsat/model/vn"
)

// readBlock takes a block apart as spreadsheets put it on the clipboard: tabs
// between cells, a line a row, a cell with breaks or quotes in it in quotes.
func readBlock(text string) [][]string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	rows := [][]string{nil}
	for {
		value, rest := readCell(text)
		last := len(rows) - 1
		rows[last] = append(rows[last], vn.CleanLine(value))
		if rest == "" {
			return rows
		}
		if rest[0] == '\n' {
			rows = append(rows, nil)
		}
		text = rest[1:]
	}
}

// readCell reads up to the next tab or line break, which rest begins with.
func readCell(text string) (value, rest string) {
	if quoted, rest, ok := readQuoted(text); ok {
		return quoted, rest
	}
	if i := strings.IndexAny(text, "\t\n"); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

// readQuoted reads a cell in quotes; false when the quote is just a letter.
func readQuoted(text string) (value, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", "", false
	}
	var b strings.Builder
	for text = text[1:]; ; {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(text[:i])
		text = text[i+1:]
		switch {
		case strings.HasPrefix(text, `"`):
			b.WriteByte('"')
			text = text[1:]
		case text == "" || text[0] == '\t' || text[0] == '\n':
			return b.String(), text, true
		default:
			return "", "", false
		}
	}
}
