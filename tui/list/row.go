package list

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// areas maps the name of a section to the digit of its area: the sections with
// the codes A1 to A5 are what an inspection goes through.
type areas map[string]int

const areaCount = 5

type areasMsg struct{ areas areas }

// readAreas looks the areas up in the forms. It is a command, since a form is
// read and compiled when it is first asked for.
func (s *Screen) readAreas() tea.Cmd {
	forms, log := s.env.Forms, s.env.Log
	if forms == nil {
		return nil
	}
	return func() tea.Msg {
		found := areas{}
		for _, h := range forms.List() {
			def, err := forms.Version(h.ID, h.Version)
			if err != nil {
				log.Warn("cannot read a form", "form", h.ID, "version", h.Version, "cause", err)
				continue
			}
			for _, sec := range def.Sections {
				if digit, ok := strings.CutPrefix(sec.Code, "A"); ok && len(digit) == 1 && digit >= "1" && digit <= "5" {
					found[sec.Name] = int(digit[0] - '0')
				}
			}
		}
		return areasMsg{found}
	}
}

// columns are the widths of a row, in cells; 0 leaves a column out.
type columns struct{ status, unit, visit, area, all, open, changed int }

// layout fits the columns into the window: 60 cells have one figure for all
// areas, 80 one for each, 100 and more also counts and the last change.
func layout(width int) columns {
	c := columns{visit: 10, open: 4, all: 5}
	const margin, gap = 5, 2 // the marker and the sign of the status; between columns
	switch {
	case width >= 100:
		c.status, c.area, c.all, c.changed = 12, 7, 0, 10
	case width >= 80:
		c.status, c.area, c.all = 10, 4, 0
	}
	used := margin + c.visit + gap + c.open + gap
	for _, w := range []int{c.status, c.changed, c.all} {
		if w > 0 {
			used += w + gap
		}
	}
	if c.area > 0 {
		used += areaCount*c.area + gap
	}
	c.unit = max(width-used-1, 8)
	return c
}

// join puts the cells of a row together, each padded to its column.
func (c columns) join(status, unit, visit string, area []string, all, open, changed string) string {
	var b strings.Builder
	cell := func(text string, width int, right bool) {
		if width == 0 {
			return
		}
		text = ansi.Truncate(text, width, "…")
		pad := strings.Repeat(" ", max(width-ansi.StringWidth(text), 0))
		if right {
			text = pad + text
		} else {
			text += pad
		}
		b.WriteString(text + "  ")
	}
	cell(status, c.status, false)
	cell(unit, c.unit, false)
	cell(visit, c.visit, false)
	if c.area > 0 {
		for _, a := range area {
			b.WriteString(strings.Repeat(" ", max(c.area-ansi.StringWidth(a), 0)) + a)
		}
		b.WriteString("  ")
	}
	cell(all, c.all, true)
	cell(open, c.open, true)
	cell(changed, c.changed, false)
	return strings.TrimRight(b.String(), " ")
}

// heads names the columns.
func (s *Screen) heads() string {
	words := s.env.Words.List
	digits := make([]string, areaCount)
	for i := range digits {
		digits[i] = strconv.Itoa(i + 1)
	}
	row := layout(s.width).join(words.Status, words.Unit, words.Visit, digits, words.All, words.Open, words.Changed)
	return "     " + s.env.Theme.Muted.Render(row)
}

// line draws the inspection at a place of the list. Rows without the marker are
// kept, since they are the same at every key.
func (s *Screen) line(i int) string {
	row, ok := s.row(i)
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
	words, theme := s.env.Words, s.env.Theme
	sign, status := theme.Sign.Open, words.Common.Draft
	if row.Status == model.Completed {
		sign, status = theme.Sign.Done, words.Common.Completed
	}
	c := layout(s.width)
	unit := row.UnitName
	if c.changed > 0 && row.Round != "" {
		unit += " " + theme.Sign.Sep + " " + fmt.Sprintf(words.List.Round, row.Round)
	}
	open := "0"
	if n := row.Open(); n > 0 {
		open = theme.Sign.Problem + strconv.Itoa(n)
	}
	changed := s.moment(row.ChangedAt)
	return sign + " " + c.join(status, unit, row.Day.String(), s.areaCells(row, c.area), s.share(row), open, changed)
}

// areaCells draws each area: done, the share that is answered, or in a wide
// window the count; with a mark when something must be put right.
func (s *Screen) areaCells(row model.Summary, width int) []string {
	cells := make([]string, areaCount)
	for _, p := range row.Progress {
		n := s.areas[p.Section]
		if n == 0 {
			continue
		}
		cells[n-1] = s.areaCell(p, width)
	}
	return cells
}

func (s *Screen) areaCell(p form.Progress, width int) string {
	sign := s.env.Theme.Sign
	mark := ""
	if p.Stops > 0 {
		mark = sign.Problem
	}
	switch {
	case p.Items == 0:
		return "-"
	case p.Answered == p.Items && p.Missing == 0 && p.Stops == 0:
		return sign.Done
	case width > 4:
		return fmt.Sprintf("%d/%d%s", p.Answered, p.Items, mark)
	}
	return percent(p.Answered, p.Items) + mark
}

// share is how much of the whole inspection is answered.
func (s *Screen) share(row model.Summary) string {
	answered, items := 0, 0
	for _, p := range row.Progress {
		answered, items = answered+p.Answered, items+p.Items
	}
	if items == 0 {
		return "-"
	}
	return percent(answered, items)
}

// percent rounds down, so that nearly all is never shown as all.
func percent(part, whole int) string { return strconv.Itoa(100 * part / whole) }

// moment writes when something happened, seen from the day the program was
// started on.
func (s *Screen) moment(at time.Time) string {
	today := s.env.Today
	return s.env.Words.Moment(at.Local(), time.Date(today.Year, today.Month, today.Day, 0, 0, 0, 0, time.Local))
}

// firstRow has the filter or the count on the left, and on the right who is at
// the keyboard.
func (s *Screen) firstRow() (string, *kit.Cursor) {
	words, theme := s.env.Words, s.env.Theme
	count := fmt.Sprintf(words.List.Count, s.total, max(s.all, s.total))
	right := count
	left, cursor := "", (*kit.Cursor)(nil)
	if s.filtering || s.filter.Value() != "" {
		label := " " + words.List.Filter + " "
		drawing := s.filter.View(1)
		left = theme.Label.Render(label) + drawing.Line()
		if s.filtering && drawing.X >= 0 {
			cursor = &kit.Cursor{X: ansi.StringWidth(label) + drawing.X, Y: 0}
		}
	} else {
		left = " " + theme.Section.Render(words.List.Title)
		right = count + " " + theme.Sign.Sep + " " + s.env.User + " " + theme.Sign.Sep + " " + s.env.Today.String()
	}
	if !s.started {
		right = ""
	}
	gap := s.width - ansi.StringWidth(left) - ansi.StringWidth(right) - 1
	if gap < 1 {
		return left, cursor
	}
	return left + strings.Repeat(" ", gap) + theme.Muted.Render(right), cursor
}

// note tells of the inspection under the marker what its row has no room for.
func (s *Screen) note() string {
	row, ok := s.current()
	if !ok {
		return ""
	}
	words, sep := s.env.Words, " "+s.env.Theme.Sign.Sep+" "
	parts := []string{row.UnitName}
	if row.UnitPath != "" {
		parts = append(parts, row.UnitPath)
	}
	if row.Round != "" {
		parts = append(parts, fmt.Sprintf(words.List.Round, row.Round))
	}
	if row.ChangedBy != "" {
		parts = append(parts, row.ChangedBy+" "+s.moment(row.ChangedAt))
	}
	return s.env.Theme.Hint.Render(strings.Join(parts, sep))
}
