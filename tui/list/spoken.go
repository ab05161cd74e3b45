package list

import (
	"fmt"
	"strconv"

	"giamsat/model"
	"giamsat/tui/kit"
)

var _ kit.Speaker = (*Screen)(nil)

// Spoken says the record under the marker; nothing while it is read anew what has
// become of it.
func (s *Screen) Spoken() kit.Spoken {
	if s.returned.Stale() || !s.pages.Started() || s.pages.Total() == 0 && s.pages.Asking() {
		return s.filter.Tell(kit.Spoken{})
	}
	said := kit.Spoken{Name: s.sentence()}
	if row, ok := s.current(); ok {
		said = kit.OfLines(s.heard(row), s.scroll)
	}
	said.Hint = s.note()
	return s.filter.Tell(said)
}

// heard is a record without what its row has in columns of signs.
func (s *Screen) heard(row model.Summary) string {
	sign := s.env.Theme.Sign.Open
	if row.Status == model.Completed {
		sign = s.env.Theme.Sign.Done
	}
	parts := []string{sign + " " + s.titleOf(row)}
	if row.Round != "" {
		parts = append(parts, s.env.Words.RoundName(row.Round))
	}
	parts = append(parts, row.Day.String())
	if share := kit.Share(row.Progress...); share != "-" {
		parts = append(parts, share+" %")
	}
	if n := row.Open(); n > 0 {
		parts = append(parts, s.env.Words.List.Open+" "+strconv.Itoa(n))
	}
	if c, ok := s.counts[row.ID]; ok {
		parts = append(parts, fmt.Sprintf(s.env.Words.Round.Done, c.Completed, c.Units()))
	}
	return s.env.Join(parts...)
}
