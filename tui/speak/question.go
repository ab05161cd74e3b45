package speak

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/i18n"
)

// Many choices are said on lines of their own, which are easier to follow and fit a
// screen and two rows of a braille display.
const (
	fewChoices = 80 // as long as choices may be within the line of their question
	lineLength = 78
)

// question says a question that is answered by a key, its choices and its value. Who
// comes back to it from a drawer has heard many choices. What is chosen is told apart
// from what is offered by a word.
func (s *Speaker) question(now Scene, out *printer, w *i18n.Words) {
	former := s.asked
	if now.Picked {
		now.Value = w.Ticked(now.Value, true)
	}
	if !now.Over {
		s.asked = now.Name + now.Choices
	}
	if ansi.StringWidth(now.Choices) <= fewChoices {
		out.line(join(".", now.Name, now.Choices, now.Value, now.Place))
		return
	}
	if s.heard.Over && !now.Over && former == s.asked {
		out.line(join(".", now.Name, now.Value, now.Place))
		return
	}
	out.line(now.Name)
	for _, text := range broken(now.Choices) {
		out.line(text)
	}
	out.line(join(".", now.Value, now.Place))
}

// broken breaks a list into lines between its parts; one that is longer than a line
// is a line.
func broken(list string) []string {
	mark := ", "
	if strings.Contains(list, "; ") {
		mark = "; "
	}
	var lines []string
	for part := range strings.SplitSeq(list, mark) {
		last := len(lines) - 1
		if last >= 0 && ansi.StringWidth(lines[last]+mark+part) < lineLength {
			lines[last] += mark + part
			continue
		}
		if last >= 0 {
			lines[last] += strings.TrimSpace(mark)
		}
		lines = append(lines, part)
	}
	return lines
}
