package grid

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// addUp takes the sums of the table from the session: of all its rows, and of
// each project's.
func (s *Screen) addUp() {
	s.sums, s.groups = s.session.Sums(s.table.Name), s.session.Groups(s.table.Name)
}

// group is the project that the cursor's row belongs to, as a place in groups;
// -1 when there is none.
func (s *Screen) group() int {
	if len(s.groups) == 0 || len(s.rows) == 0 {
		return -1
	}
	id := s.rows[s.row].id
	return slices.IndexFunc(s.groups, func(g form.Group) bool { return slices.Contains(g.Members, id) })
}

// groupLines is how many lines of projects stand over the totals: all of them
// where nothing has to move for it, else that of the cursor's row alone. It hangs
// on the table and the window, not on the cursor, so that no line jumps.
func (s *Screen) groupLines() int {
	n := len(s.groups)
	free := s.height - s.headLines() - len(s.rows) - rule - total
	switch {
	case n == 0 || s.block != nil || s.height < leastGrouped:
		return 0
	case n+spare <= free:
		return n
	}
	return 1
}

// Lines at the foot of a table.
const (
	rule  = 1
	total = 1
	spare = 2 // kept for a long note
	// leastGrouped is the lowest body in which a project's line is worth a row.
	leastGrouped = 10
)

// sumLines are the figures under the rows: the projects', then those of all.
func (s *Screen) sumLines() []string {
	th := s.env.Theme
	var lines []string
	at, n := s.group(), s.groupLines()
	switch {
	case n == 1 && at < 0:
		lines = append(lines, "")
	case n == 1:
		lines = append(lines, s.sumLine(" "+s.called(s.groups[at]), s.groups[at].Sums, th.Value))
	case n > 1:
		for i, g := range s.groups {
			sign, style := " ", th.Muted
			if i == at {
				sign, style = th.Sign.Into, th.Value
			}
			lines = append(lines, s.sumLine(sign+s.called(g), g.Sums, style))
		}
	}
	return append(lines, s.sumLine(" "+s.totalWord(), s.sums, th.Total))
}

// totalWord is what the totals are called: by another word where a figure that cannot
// be read is left out of one of them in sight, if there is room for it.
func (s *Screen) totalWord() string {
	w := s.env.Words.Grid
	part := slices.ContainsFunc(s.inSight(), func(c int) bool { return s.sums.Partial(s.column(c)) })
	if part && ansi.StringWidth(w.TotalPart)+1 <= s.wordRoom(s.sums) {
		return w.TotalPart
	}
	return w.Total
}

// wordRoom is how many cells a word before figures has: the gutter, and the first
// columns in which nothing is added up.
func (s *Screen) wordRoom(sums form.Sums) int {
	room := s.plan.gutter
	for _, c := range s.inSight() {
		if s.totalled(sums, c) {
			break
		}
		room += gap + ansi.StringWidth(s.divider(c, false)) + s.plan.cols[c].width
	}
	return room
}

// totalled reports whether something stands in a column of the totals.
func (s *Screen) totalled(sums form.Sums, c int) bool {
	return s.sum(sums, c) != "" || sums.Partial(s.column(c))
}

// called is a project with its year, where the table has several, and how many
// rows it has.
func (s *Screen) called(g form.Group) string {
	return strings.Join(append([]string{g.Project}, append(slices.Clone(g.Within), i18n.Count(s.env.Words.Fill.Rows, g.Rows))...), " "+s.env.Theme.Sign.Sep+" ")
}

// sumLine draws figures under their columns, with the sign of a problem before one
// from which a figure that cannot be read is left out. The word before them may reach into
// the first columns, where nothing is added up.
func (s *Screen) sumLine(label string, sums form.Sums, style lipgloss.Style) string {
	cols := s.inSight()
	room := s.plan.gutter
	for len(cols) > 0 && !s.totalled(sums, cols[0]) {
		line := ansi.StringWidth(s.divider(cols[0], false))
		if line > 0 && ansi.StringWidth(label) <= room {
			break // the line goes on to the foot, where the word leaves it
		}
		room += gap + line + s.plan.cols[cols[0]].width
		cols = cols[1:]
	}
	var b strings.Builder
	b.WriteString(style.Render(pad(label, room, false)))
	for _, c := range cols {
		sign := " "
		if sums.Partial(s.column(c)) {
			sign = s.sign(cell{mark: problem}, false)
		}
		b.WriteString(" " + s.divider(c, false) + sign)
		b.WriteString(style.Render(pad(s.sum(sums, c), s.plan.cols[c].width, true)))
	}
	return s.cut(b.String())
}

// sum is one figure as it is shown; "" where there is none.
func (s *Screen) sum(sums form.Sums, c int) string {
	col := s.column(c)
	v := sums.Of(col)
	if v.IsZero() {
		return ""
	}
	return s.session.ShownAs(form.Field{Item: s.table.Name, Row: noRow, Part: col.Name}, form.Answer{Value: v}, s.env.Words.Lang)
}
