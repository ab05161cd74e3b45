package list

import (
	"fmt"
	"slices"
	"strings"

	"giamsat/model"
	"giamsat/tui/kit"
)

// heads names the columns.
func (s *Screen) heads() string {
	cells := make([]string, 0, len(s.shownColumns()))
	for _, c := range s.shownColumns() {
		cells = append(cells, c.name)
	}
	return "     " + s.env.Theme.Muted.Render(s.join(cells))
}

// line draws the record at a place of the list. Rows without the marker are
// kept, since they are the same at every key.
func (s *Screen) line(i int) string {
	row, ok := s.pages.Row(i)
	if !ok {
		return "     " + s.env.Theme.Muted.Render(s.env.Words.List.Reading)
	}
	if i == s.scroll.At {
		text := s.text(row)
		return " " + s.env.Theme.Focus.Render(s.env.Theme.Sign.Focus+" "+text)
	}
	text, kept := s.drawn[i]
	if !kept {
		text = "   " + s.text(row)
		s.drawn[i] = text
	}
	return text
}

// text is a row without its marker: plain, so that the marker's style holds for
// all of it.
func (s *Screen) text(row model.Summary) string {
	sign := s.env.Theme.Sign.Open
	if row.Status == model.Completed || row.Head.Settled && slices.Contains(model.Followed(), row.Kind) {
		sign = s.env.Theme.Sign.Done
	}
	cells := make([]string, 0, len(s.shownColumns()))
	for _, c := range s.shownColumns() {
		cells = append(cells, c.text(row))
	}
	return sign + " " + s.join(cells)
}

// firstRow has the filter or who is at the keyboard on the left, and on the right
// how many records there are.
func (s *Screen) firstRow() (string, *kit.Cursor) {
	words, theme := s.env.Words, s.env.Theme
	right := fmt.Sprintf(words.List.Count, s.pages.Total(), max(s.all, s.pages.Total()), s.names().Many)
	left, cursor := "", (*kit.Cursor)(nil)
	if s.filter.Shown() {
		left, cursor = s.filter.View(words.List.Filter)
	} else {
		left = " " + theme.Muted.Render(s.env.User+" "+theme.Sign.Sep+" "+s.env.Today.String())
	}
	if !s.pages.Started() || s.pages.Counting() {
		right = ""
	}
	return kit.Ends(left, theme.Muted.Render(right), s.width), cursor
}

// note tells of the record under the marker what its row has no room for.
func (s *Screen) note() string {
	row, ok := s.current()
	if !ok {
		return ""
	}
	words, sep := s.env.Words, " "+s.env.Theme.Sign.Sep+" "
	parts := []string{row.UnitName}
	if title := s.titleOf(row); title != row.UnitName {
		parts = []string{title, row.UnitName}
	}
	if row.UnitPath != "" {
		parts = append(parts, row.UnitPath)
	}
	if row.Round != "" {
		parts = append(parts, words.RoundName(row.Round))
	}
	if row.ChangedBy != "" {
		parts = append(parts, row.ChangedBy+" "+s.env.Moment(row.ChangedAt))
	}
	return s.env.Theme.Hint.Render(strings.Join(parts, sep))
}
