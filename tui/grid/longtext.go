package grid

import (
	"strings"

	"giamsat/model/form"
)

// A cell shows one line. Of a text of several lines all that is typed stands under the
// table, as it does in a form.

// textLinesMost is how many lines of such a text are shown.
const textLinesMost = 6

// longHint says how a cell with a text of several lines is typed; "" in others.
func (s *Screen) longHint() string {
	if s.column(s.col).Kind != form.KindLongText || s.refusal(s.row, s.col) != "" {
		return ""
	}
	return s.env.Words.Grid.LongHint
}

// several reports whether a text of several lines is being typed.
func (s *Screen) several() bool {
	return s.editor != nil && s.column(s.col).Kind == form.KindLongText && strings.Contains(s.editor.Value(), "\n")
}

// textLines are the lines of the text that is being typed, those around the caret.
func (s *Screen) textLines(free int) []string {
	s.editor.SetWidth(s.width - 2)
	d := s.editor.View(min(free, textLinesMost))
	s.editor.SetWidth(s.plan.cols[s.col].width + 1) // up and down go by what the cell shows
	lines := make([]string, len(d.Lines))
	for i, line := range d.Lines {
		lines[i] = s.cut(" " + line)
	}
	return lines
}
