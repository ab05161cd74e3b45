package help

import "giamsat/tui/kit"

var _ kit.Speaker = (*Screen)(nil)

// Spoken says all of the help: it has no marker. Its last line says how to come to the
// keys that were just said, since none of them works here.
func (s *Screen) Spoken() kit.Spoken {
	here, anywhere := s.keys()
	said := kit.Spoken{Lines: []string{s.env.Words.Help.Here + ":"}}
	said.Lines = append(said.Lines, spelled(here)...)
	said.Lines = append(said.Lines, s.env.Words.Help.Anywhere+":")
	said.Lines = append(said.Lines, spelled(anywhere)...)
	said.Lines = append(said.Lines, s.rules()...)
	said.Lines = append(said.Lines, s.env.Words.Help.First)
	return said
}

func spelled(list []entry) []string {
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = e.keys + ": " + e.name
	}
	return lines
}
