package help

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says all of the help: it has no marker.
func (s *Screen) Spoken() kit.Spoken {
	here, anywhere := s.keys()
	said := kit.Spoken{Lines: []string{s.env.Words.Help.Here + ":"}}
	said.Lines = append(said.Lines, spelled(here)...)
	said.Lines = append(said.Lines, s.env.Words.Help.Anywhere+":")
	said.Lines = append(said.Lines, spelled(anywhere)...)
	said.Lines = append(said.Lines, s.rules()...)
	return said
}

func spelled(list []entry) []string {
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = e.keys + ": " + e.name
	}
	return lines
}
