package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// NoteLines is the most lines a sentence takes: the note line and two above it.
const NoteLines = 3

// Wrap lays a sentence out for the note line: the last line goes there, those
// before it at the foot of the body. What does not fit in NoteLines is cut, with
// the sign that says so.
func Wrap(sentence string, width int, cut string) (above []string, last string) {
	width = max(width-2, 1) // a blank before it, as the note line has
	lines := strings.Split(ansi.Wrap(sentence, width, ""), "\n")
	if len(lines) > NoteLines {
		rest := strings.Join(lines[NoteLines-1:], " ")
		lines = append(lines[:NoteLines-1], ansi.Truncate(rest, width, cut))
	}
	return lines[:len(lines)-1], lines[len(lines)-1]
}
