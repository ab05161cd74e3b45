package list

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/kit"
)

// copy begins a record that starts like the one under the marker.
func (s *Screen) copy() tea.Cmd {
	if why := s.notCopied(); why != "" {
		return s.env.Notice(why)
	}
	row, _ := s.current()
	s.seek, s.fresh = "", true
	return s.env.Open(kit.KindNew, "", &kit.Begin{Kind: row.Kind, Unit: row.Unit, Parent: row.Parent, Round: row.Round,
		Day: row.Day, Programme: row.Programme, Like: row.ID})
}

// notCopied says why no record can be begun like the one under the marker: what
// is followed up is begun by completing an inspection alone.
func (s *Screen) notCopied() string {
	row, ok := s.current()
	switch {
	case !ok:
		return s.env.Words.List.NoRow
	case slices.Contains(model.Followed(), row.Kind):
		return s.env.Words.List.Within
	}
	return ""
}
