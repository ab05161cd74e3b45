package round

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the units: the decision, the coverage, the
// report, the names of the columns.
const head = 4

// wide is the width from which whole dates are shown.
const wide = 80

// Widths in cells: the marker and the sign; between columns; the columns.
const (
	margin     = 5
	gap        = 2
	stateWidth = 16
	wrongWidth = 4
)

// View draws the round.
func (s *Screen) View() kit.Frame {
	frame := kit.Frame{Title: s.title(), Note: s.env.Theme.Hint.Render(s.note())}
	if s.found == nil {
		frame.Body = s.unread()
		return frame
	}
	rows := []string{s.order(), s.coverage(), s.debts(), s.heads()}
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.row(s.found.lines[i], i == s.scroll.At))
	}
	if len(s.found.lines) == 0 {
		rows = append(rows[:3], "", " "+s.noUnits())
	}
	frame.Body = strings.Join(rows, "\n")
	return frame
}

// noUnits stands in the place of the units when none is planned or visited.
func (s *Screen) noUnits() string {
	key := func(a keymap.Action) string { return s.env.Keys.Short(keymap.InRound, a) }
	return fmt.Sprintf(s.env.Words.Round.NoUnits, key(keymap.Edit), key(keymap.NewRecord))
}

func (s *Screen) unread() string {
	words, theme := s.env.Words, s.env.Theme
	if s.err == nil {
		return "\n " + theme.Muted.Render(words.List.Reading)
	}
	return "\n" + s.env.Failed(keymap.InRound, s.err, s.width)
}

// title names the round.
func (s *Screen) title() string {
	if s.found == nil {
		return s.env.KindTitle(model.Round)
	}
	return s.env.Words.RoundTitle(s.found.round.Head)
}

// order has the decision on the left, and the time of the round on the right.
func (s *Screen) order() string {
	words, theme, f := s.env.Words.Round, s.env.Theme, s.found
	decision := words.NoOrder
	if f.decision != "" {
		decision = fmt.Sprintf(words.Decision, f.decision)
		if f.dated != "" {
			decision += " " + fmt.Sprintf(words.Dated, f.dated)
		}
	}
	span := ""
	if h := f.round.Head; !h.From.IsZero() && !h.To.IsZero() {
		span = h.From.String()[:len("05/09")] + "–" + h.To.String()
	}
	return s.sides(decision, theme.Value, span, theme.Value)
}

// coverage tells how many units have a completed inspection, with a bar, and how
// many have one at all.
func (s *Screen) coverage() string {
	words, theme, f := s.env.Words.Round, s.env.Theme, s.found
	const bar = 14
	parts := []string{fmt.Sprintf(words.Done, f.count.Completed, f.count.Units())}
	if s.width >= wide {
		parts[0] += " " + theme.Meter(bar, f.count.Completed, f.count.Units())
	}
	parts = append(parts, fmt.Sprintf(words.Begun, f.count.Begun))
	if f.outside > 0 {
		parts = append(parts, fmt.Sprintf(words.Outside, f.outside))
	}
	return s.sides(strings.Join(parts, " "+theme.Sign.Sep+" "), theme.Value, "", theme.Value)
}

// debts has on the left whether the report was sent or how long there is, and on
// the right what is to be remedied.
func (s *Screen) debts() string {
	words, theme, f := s.env.Words.Round, s.env.Theme, s.found
	due, report, style := f.round.Head.Due, "", theme.Muted
	switch {
	case f.sent != "":
		report = theme.Sign.Done + " " + fmt.Sprintf(words.SentOn, f.sent)
	case due.IsZero():
	default:
		report = fmt.Sprintf(words.Report, s.day(due)) + ", " + s.env.Words.Due(due, s.env.Today)
	}
	if f.sent == "" && !due.IsZero() && due.Before(s.env.Today) {
		report, style = theme.Sign.Problem+" "+report, theme.Problem
	}
	found, foundStyle := "", theme.Muted
	if f.findings > 0 {
		found = fmt.Sprintf(words.Findings, f.findings, f.overdue)
	}
	if f.overdue > 0 {
		found, foundStyle = theme.Sign.Problem+" "+found, theme.Problem
	}
	return s.sides(report, style, found, foundStyle)
}

// sides puts a text on the left and one on the right; the left one gives way.
func (s *Screen) sides(left string, leftStyle lipgloss.Style, right string, rightStyle lipgloss.Style) string {
	room := s.width - 2
	if right != "" {
		room -= ansi.StringWidth(right) + gap
	}
	left = ansi.Truncate(left, max(room, 0), s.env.Theme.Sign.CutRight)
	if right == "" {
		return " " + leftStyle.Render(left)
	}
	space := s.width - 2 - ansi.StringWidth(left) - ansi.StringWidth(right)
	return " " + leftStyle.Render(left) + strings.Repeat(" ", max(space, 0)) + rightStyle.Render(right)
}

// cells puts a row together, each cell padded to its column.
func (s *Screen) cells(unit, planned, visit, state, wrong string) string {
	day := s.dayWidth()
	room := s.width - margin - 1 - 2*day - stateWidth - wrongWidth - 4*gap
	fit := func(text string, width int) string {
		text = ansi.Truncate(text, width, s.env.Theme.Sign.CutRight)
		return text + strings.Repeat(" ", max(width-ansi.StringWidth(text), 0)+gap)
	}
	right := strings.Repeat(" ", max(wrongWidth-ansi.StringWidth(wrong), 0)) + wrong
	return strings.TrimRight(fit(unit, max(room, 8))+fit(planned, day)+fit(visit, day)+fit(state, stateWidth)+right, " ")
}

func (s *Screen) dayWidth() int {
	if s.width < wide {
		return max(len("05/09"), ansi.StringWidth(s.env.Words.Round.Plan))
	}
	return len("05/09/2026")
}

// day writes a date as it fits its column.
func (s *Screen) day(d vn.Date) string {
	switch {
	case d.IsZero():
		return "-"
	case s.width < wide:
		return d.String()[:len("05/09")]
	}
	return d.String()
}

func (s *Screen) heads() string {
	words := s.env.Words.Round
	return "     " + s.env.Theme.Muted.Render(s.cells(words.Unit, words.Plan, words.Visit, words.State, words.Wrong))
}

// row draws a unit; the one with the marker is of one style throughout.
func (s *Screen) row(l line, focus bool) string {
	words, theme := s.env.Words.Round, s.env.Theme
	sign, state, visit, wrong := theme.Sign.Ahead, words.NotBegun, "-", ""
	planned := s.day(l.planned)
	if l.visit != nil {
		sign, state, wrong = s.state(*l.visit)
		visit = s.day(l.visit.Day)
	}
	if !l.inPlan {
		planned = "+"
	}
	text := " " + s.cells(l.name, planned, visit, state, wrong)
	late := l.visit == nil && !l.planned.IsZero() && l.planned.Before(s.env.Today)
	if late {
		sign = theme.Sign.Problem
	}
	switch {
	case focus:
		return " " + theme.Focus.Render(theme.Sign.Focus+" "+sign+text)
	case late:
		return "   " + theme.Problem.Render(sign) + text
	}
	return "   " + sign + text
}

// state tells how far a visit is, and how many problems stand against
// completing it.
func (s *Screen) state(v model.Summary) (sign, state, wrong string) {
	theme := s.env.Theme
	if v.Status == model.Completed {
		return theme.Sign.Done, strings.ToLower(s.env.Words.Common.Completed), "0"
	}
	done, asked := s.found.areas.Done(v.Progress)
	wrong = "0"
	if n := v.Open(); n > 0 {
		wrong = theme.Sign.Problem + strconv.Itoa(n)
	}
	if asked == 0 {
		return theme.Sign.Open, strings.ToLower(s.env.Words.Common.Draft), wrong
	}
	return theme.Sign.Open, fmt.Sprintf(s.env.Words.Round.InEntry, done, asked), wrong
}

// note tells of the unit under the marker what its row has no room for.
func (s *Screen) note() string {
	l, ok := s.current()
	if !ok {
		return ""
	}
	parts := []string{l.name}
	if u, known := s.env.Catalog.Unit(l.unit); known {
		parts[0] = s.env.Catalog.Path(u, s.found.round.Head.From)
	}
	words := s.env.Words
	if !l.inPlan {
		parts = append(parts, words.Round.Unplanned)
	}
	if l.visit == nil {
		parts = append(parts, words.Round.Begins)
	} else if l.visit.ChangedBy != "" {
		parts = append(parts, l.visit.ChangedBy+" "+s.env.Moment(l.visit.ChangedAt))
	}
	return strings.Join(parts, " "+s.env.Theme.Sign.Sep+" ")
}
