package home

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the groups.
const head = 1

// Widths of a line, in cells: the marker, the name of the group and its count at
// the least, the sign. What is left is for what the line is about, and on the
// right for the time.
const (
	markerWidth = 3
	leastLabel  = 12
	signWidth   = 2
	gap         = 2
)

// lay shares the rows out among the groups: each gets one line more in turn until
// all is shown or the window is full. A group that is not shown whole has a row for
// the line that opens the rest.
func (s *Screen) lay() {
	s.shown = [groups]int{}
	for grew := true; grew; {
		grew = false
		for g := range groups {
			if s.shown[g] == len(s.lines[g]) {
				continue
			}
			s.shown[g]++
			if s.count() > s.height-head {
				s.shown[g]--
				continue
			}
			grew = true
		}
	}
	s.at = max(0, min(s.at, s.count()-1))
}

// count is how many lines are shown.
func (s *Screen) count() int {
	n := 0
	for g := range groups {
		n += s.rows(g)
	}
	return n
}

// rows is how many lines a group has on the screen.
func (s *Screen) rows(g group) int {
	if s.shown[g] > 0 && s.rest(g) > 0 {
		return s.shown[g] + 1
	}
	return s.shown[g]
}

// rest is how much of a group is not shown.
func (s *Screen) rest(g group) int { return s.total(g) - s.shown[g] }

// visible lists the lines that are shown.
func (s *Screen) visible() []line {
	var list []line
	for g := range groups {
		list = append(list, s.of(g)...)
	}
	return list
}

// of are the lines of a group: those of its beginning, and the one that opens the
// rest.
func (s *Screen) of(g group) []line {
	list := s.lines[g][:s.shown[g]]
	if s.rows(g) == s.shown[g] {
		return list
	}
	return append(slices.Clone(list), s.restOf(g))
}

// current is the line that the marker is on.
func (s *Screen) current() (line, bool) {
	list := s.visible()
	if s.at >= len(list) {
		return line{}, false
	}
	return list[s.at], true
}

// find puts the marker on a line that was there before, wherever it is now.
func (s *Screen) find(was line) {
	for i, l := range s.visible() {
		if l.group == was.group && l.id == was.id && l.key == was.key && l.rest == was.rest {
			s.at = i
			return
		}
	}
}

// findRecord puts the marker on the first line of a record, unless it is on one.
func (s *Screen) findRecord(id model.RecordID) {
	if l, ok := s.current(); ok && l.id == id {
		return
	}
	for i, l := range s.visible() {
		if l.id == id {
			s.at = i
			return
		}
	}
}

func (s *Screen) empty() bool { return s.count() == 0 }

// airy reports whether there is room for a blank line between the groups.
func (s *Screen) airy() bool {
	filled := 0
	for g := range groups {
		if s.shown[g] < len(s.lines[g]) {
			return false
		}
		if s.shown[g] > 0 {
			filled++
		}
	}
	return s.count()+filled-1 <= s.height-head-kit.NoteLines+1
}

// View draws what waits.
func (s *Screen) View() kit.Frame {
	rows := []string{s.firstRow()}
	airy, n, labels := s.airy(), 0, s.labels()
	for g := range groups {
		if airy && s.shown[g] > 0 && n > 0 {
			rows = append(rows, "")
		}
		when := s.whenWidth(g)
		for _, l := range s.of(g) {
			if l.rest {
				when = 0 // it has none
			}
			rows = append(rows, s.row(l, labels[n], when, n == s.at))
			n++
		}
	}
	if sentence := s.sentence(); sentence != "" {
		rows = append(rows, "", " "+sentence)
	}
	said, cut := s.note(), s.env.Theme.Sign.CutRight
	above, last := kit.Wrap(said, s.width, cut)
	rows, laid := s.laid(rows, above)
	if laid < len(above) { // of a sentence without room its beginning is read, not its end
		last = ansi.Truncate(said, s.width-2, cut)
	}
	return kit.Frame{Title: s.title(), Body: strings.Join(rows, "\n"), Above: laid, Note: s.env.Theme.Hint.Render(last)}
}

// laid puts the beginning of a long note at the foot of the body, where that is
// free, and says how many lines of it are there.
func (s *Screen) laid(rows, above []string) ([]string, int) {
	if len(rows)+len(above) > s.height {
		return rows, 0
	}
	for len(rows)+len(above) < s.height && len(above) > 0 {
		rows = append(rows, "")
	}
	for _, l := range above {
		rows = append(rows, " "+s.env.Theme.Hint.Render(l))
	}
	return rows, len(above)
}

// firstRow has the heading on the left, and on the right who is at the keyboard
// and which day it is.
func (s *Screen) firstRow() string {
	theme := s.env.Theme
	left := " " + theme.Section.Render(s.env.Words.Home.Title)
	right := s.env.User + " " + theme.Sign.Sep + " " + s.env.Today.String()
	space := s.width - ansi.StringWidth(left) - ansi.StringWidth(right) - 1
	if space < 1 {
		return left
	}
	return left + strings.Repeat(" ", space) + theme.Muted.Render(right)
}

// label stands before a line: the key and the name of the group before its
// first.
func (s *Screen) label(g group, i int) string {
	theme, name, text := s.env.Theme, s.groupName(g), ""
	switch total := s.total(g); {
	case i == 0 && total > 1:
		text = theme.Key.Render(s.groupKey(g)) + " " + theme.Label.Render(name) + " " + theme.Muted.Render(fmt.Sprintf("(%d)", total))
	case i == 0:
		text = theme.Key.Render(s.groupKey(g)) + " " + theme.Label.Render(name)
	}
	return text
}

// labels are those of all lines, and equally wide.
func (s *Screen) labels() []string {
	var list []string
	width := leastLabel
	for g := range groups {
		for i := range s.rows(g) {
			text := s.label(g, i)
			list, width = append(list, text), max(width, ansi.StringWidth(text))
		}
	}
	for i, text := range list {
		list[i] = text + strings.Repeat(" ", width+1-ansi.StringWidth(text))
	}
	return list
}

func (s *Screen) groupName(g group) string {
	words := s.env.Words.Home
	return [...]string{words.Drafts, words.Returned, words.Overdue, words.DueSoon, words.Reports, words.UnderWay}[g]
}

func (s *Screen) groupKey(g group) string { return s.env.Keys.Short(keymap.InHome, g.action()) }

func (s *Screen) noGroup(g group) string {
	return fmt.Sprintf(s.env.Words.Home.NoGroup, s.groupName(g))
}

// whenWidth is how many cells the times of a group take.
func (s *Screen) whenWidth(g group) int {
	width := 0
	for _, l := range s.lines[g][:s.shown[g]] {
		width = max(width, ansi.StringWidth(l.when))
	}
	return width
}

// row draws a line, with so many cells for its time; the one with the marker is
// of one style throughout.
func (s *Screen) row(l line, label string, whenWidth int, focus bool) string {
	theme := s.env.Theme
	style := func(st lipgloss.Style) lipgloss.Style {
		if focus {
			return theme.Focus
		}
		return st
	}
	marker := " "
	if focus {
		marker = theme.Sign.Focus
	}
	sign, when := theme.Muted, theme.Muted
	if l.alarm {
		sign, when = theme.Problem, theme.Problem
	}
	room := s.width - markerWidth - ansi.StringWidth(label) - signWidth - 1
	left := room - whenWidth - gap
	body := s.body(l, left, style)
	pad := strings.Repeat(" ", max(room-ansi.StringWidth(body)-ansi.StringWidth(l.when), 1))
	return " " + style(theme.Focus).Render(marker) + " " + label + style(sign).Render(l.sign) + " " + body + pad + style(when).Render(l.when)
}

// body draws what a line is about into so many cells: the main thing left, how
// far it is right, and between them as much of the text as there is room for.
func (s *Screen) body(l line, room int, style func(lipgloss.Style) lipgloss.Style) string {
	theme := s.env.Theme
	figure := s.figure(l, room, style)
	if ansi.StringWidth(figure) > room-min(ansi.StringWidth(l.main), least)-gap {
		figure = ""
	}
	left := room
	if figure != "" {
		left -= ansi.StringWidth(figure) + gap
	}
	main := ansi.Truncate(l.main, left, theme.Sign.CutRight)
	out := style(theme.Value).Render(main)
	if rest := left - ansi.StringWidth(main) - gap; l.text != "" && rest >= least/2 {
		text := ansi.Truncate(l.text, rest, theme.Sign.CutRight)
		out += strings.Repeat(" ", gap) + style(theme.Muted).Render(text)
	}
	if figure == "" {
		return out
	}
	return out + strings.Repeat(" ", max(room-ansi.StringWidth(out)-ansi.StringWidth(figure), gap)) + figure
}

// least is how many cells of the main thing stay before the figure gives way.
const least = 16

// figure draws how far a thing is; a round has a bar between its two counts,
// which takes the room that is left.
func (s *Screen) figure(l line, room int, style func(lipgloss.Style) lipgloss.Style) string {
	theme := s.env.Theme
	if l.whole == 0 {
		return style(theme.Muted).Render(l.figure)
	}
	const shortest, enough, longest = 4, 10, 28
	figure := l.figure
	space := room - ansi.StringWidth(l.main) - 2*gap - ansi.StringWidth(l.after)
	bar := space - ansi.StringWidth(figure) - 1
	if bar < enough {
		figure = fmt.Sprintf(s.env.Words.Home.DoneShort, l.part, l.whole)
		bar = space - ansi.StringWidth(figure) - 1
	}
	if bar < shortest {
		return style(theme.Muted).Render(figure)
	}
	meter := theme.Meter(min(bar, longest), l.part, l.whole)
	return style(theme.Muted).Render(figure) + " " + meter + strings.Repeat(" ", gap-1) + style(theme.Muted).Render(l.after)
}

// sentence stands below the groups: that there is nothing, or why.
func (s *Screen) sentence() string {
	words, theme := s.env.Words, s.env.Theme
	switch {
	case s.err != nil && s.empty():
		return strings.TrimPrefix(s.env.Failed(keymap.InHome, s.err, s.width), " ")
	case !s.started:
		return theme.Muted.Render(words.List.Reading)
	case s.found.first:
		first := fmt.Sprintf(words.Home.First, s.env.Keys.Short(keymap.InHome, keymap.NewRecord))
		round := fmt.Sprintf(words.Home.FirstRound, s.env.Keys.Short(keymap.InHome, keymap.Rounds))
		return first + "\n " + theme.Hint.Render(round)
	case s.empty():
		return theme.Muted.Render(words.Home.None)
	}
	return ""
}

// note tells all of the line under the marker, and how the rest of its group is
// reached.
func (s *Screen) note() string {
	l, ok := s.current()
	if !ok {
		return ""
	}
	if s.rest(l.group) > 0 {
		return s.env.Join(l.note, fmt.Sprintf(s.env.Words.Home.All, s.groupKey(l.group)))
	}
	return l.note
}
