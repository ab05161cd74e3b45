package home

import (
	"strings"

	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the line under the marker, and its group; nothing while it is read
// anew what has become of it, or the line would be said twice.
func (s *Screen) Spoken() kit.Spoken {
	l, ok := s.current()
	switch {
	case !ok && !s.started, s.returned.Stale():
		return kit.Spoken{}
	case !ok:
		return kit.Spoken{Name: s.sentence()}
	}
	return kit.Spoken{
		Where: s.groupName(l.group), Name: strings.TrimSpace(l.sign + " " + s.env.Join(l.main, l.text, l.figure, l.after, l.when)),
		Place: kit.Of(s.at, s.count()), Hint: s.note(),
	}
}
