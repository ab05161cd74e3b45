package verify

import (
	"strings"

	"giamsat/tui/field"
	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says which figure is meant and what is being typed; the readings before
// are not said, until three differ.
func (s *Screen) Spoken() kit.Spoken {
	switch {
	case s.draft == nil:
		return kit.Spoken{}
	case s.reading == nil:
		return kit.Spoken{Name: joined(s.end(), " ")}
	}
	said := kit.Spoken{Name: joined(s.place(), ", "), Hint: joined(s.progress(), " ")}
	if s.twofold != nil {
		said.Said = s.env.Words.CommaByEar(s.alone(), 0)
	} else if note, _ := s.note(); s.said != "" {
		said.Said = note
	} else if s.reading.Disputed() {
		said.Said = s.env.Words.Verify.Differ + " " + joined(s.readings(), "; ") + "."
	}
	return field.Tell(said, s.widget, s.env.Words)
}

// joined puts drawn lines beside each other.
func joined(lines []string, between string) string {
	var parts []string
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			parts = append(parts, l)
		}
	}
	return strings.Join(parts, between)
}
