package past

import (
	"strings"

	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the line under the marker, and its section.
func (s *Screen) Spoken() kit.Spoken {
	l, ok := s.current()
	switch {
	case s.err != nil:
		return kit.Spoken{Name: s.env.Words.Err(s.err)}
	case !ok:
		return kit.Spoken{}
	}
	said := kit.OfLines(strings.TrimSpace(s.draw(l, true)), s.scroll)
	said.Hint = s.env.Join(append(s.heads(), s.note())...)
	if !l.heading() {
		said.Where = s.sectionTitle(l.section)
	}
	return said
}
