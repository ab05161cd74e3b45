package unit

import (
	"fmt"
	"strings"

	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the unit under the marker, with the group that it stands in. The life
// of the unit whose page it is comes first.
func (s *Screen) Spoken() kit.Spoken {
	said := kit.Spoken{Hint: s.note()}
	switch _, ok := s.target(); {
	case s.looking && !ok:
		said.Name = fmt.Sprintf(s.env.Words.Unit.NoUnit, s.typed.Text())
	case ok:
		said = kit.OfLines(s.row(s.scroll.At), s.scroll)
		said.Hint = s.note()
	default:
		said.Name = s.sentences()
	}
	if !s.looking {
		said.Lines = s.told()
		said.Where = s.headOf(s.scroll.At)
	}
	return s.typed.Tell(said)
}

// told is the life of the unit, in two lines.
func (s *Screen) told() []string {
	of, about := s.life()
	return []string{of, about}
}

// headOf is the head of the group that a line stands in.
func (s *Screen) headOf(at int) string {
	for ; at >= 0; at-- {
		if at < len(s.lines) && s.lines[at].head != "" {
			return s.lines[at].head
		}
	}
	return ""
}

// sentences are the lines of a page on which nothing leads anywhere.
func (s *Screen) sentences() string {
	var parts []string
	for _, l := range s.lines {
		parts = append(parts, l.text)
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}
