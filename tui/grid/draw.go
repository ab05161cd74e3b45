package grid

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// key names a key with what it does: "Ctrl+T thêm dòng".
func key(k *keymap.Map, w *i18n.Words, action keymap.Action) string {
	short, _ := w.Action(action)
	return k.Short(keymap.InGrid, action) + " " + short
}

// draw makes the picture of the screen as it is now. Rows that are drawn
// already are taken as they are.
func (s *Screen) draw() {
	want := s.lend()
	lines := make([]string, 0, s.height)
	if len(s.shown()) == 0 {
		for _, line := range s.emptyLines() {
			lines = append(lines, s.cut(" "+line))
		}
	} else {
		s.drawEdges()
		lines = append(lines, s.edges.heads...)
		for i := s.top; i < min(s.top+s.page(), len(s.shown())); i++ {
			if s.drawn[i] == "" {
				s.drawn[i] = s.drawRow(i)
			}
			lines = append(lines, s.drawn[i])
		}
		lines = append(lines, s.edges.feet...)
	}
	rest := max(s.height-len(lines), 0)
	free := max(rest-1, min(want, rest)) // a line stays blank where none is wanted
	above, note := s.noteLines(free)
	foot := append(s.telltale(free-len(above)), above...)
	for len(lines) < s.height-len(foot) {
		lines = append(lines, "")
	}
	lines = append(lines, foot...)
	s.frame = kit.Frame{
		Title: s.title(), Body: strings.Join(lines[:s.height], "\n"), Above: len(above), Note: note, Cursor: s.cursor(),
	}
}

// edges are the lines above and under the rows, as they were drawn for the
// first row and column in sight, and the cursor's project.
type edges struct {
	top, left   int
	group       int      // the project of the cursor's row, whose sums are shown
	heads, feet []string // nil: to be drawn anew
}

func (s *Screen) drawEdges() {
	at := s.group()
	if s.edges.heads == nil || s.edges.top != s.top || s.edges.left != s.left || s.edges.group != at {
		s.edges = edges{s.top, s.left, at, s.heads(), s.feet()}
	}
}

// title names the table and its unit.
func (s *Screen) title() string {
	lang := s.env.Words.Lang
	title := kit.ShortCode(s.table.Code) + " " + s.table.Label.In(lang)
	if unit := s.table.Unit.In(lang); unit != "" {
		title += " " + s.env.Theme.Sign.Sep + " " + unit
	}
	return ansi.Truncate(title, s.width-2, s.env.Theme.Sign.CutRight)
}

func (s *Screen) cut(line string) string {
	return ansi.Truncate(line, s.width, s.env.Theme.Sign.CutRight)
}

// heads are the labels of the columns, with signs where columns or rows are out
// of sight. A label of one line stands on the lower one.
func (s *Screen) heads() []string {
	n := s.headLines()
	lines := make([]string, n)
	sign := s.env.Theme.Sign
	for i := range lines {
		var b strings.Builder
		b.WriteString(s.above(i == n-1))
		for _, c := range s.inSight() {
			col := s.plan.cols[c]
			text := ""
			if at := i - (s.plan.heads - len(col.head)); at >= 0 && at < len(col.head) {
				text = col.head[at]
			}
			hidden := s.left > s.plan.frozen && i == n-1
			b.WriteString(" " + s.divider(c, hidden) + " ")
			b.WriteString(s.env.Theme.Label.Render(pad(text, col.width, col.right)))
		}
		if i == n-1 && s.end(s.left) < len(s.plan.cols) {
			rest := s.width - 1 - ansi.StringWidth(b.String())
			b.WriteString(strings.Repeat(" ", max(rest, 0)) + s.env.Theme.Focus.Render(sign.CutRight))
		}
		lines[i] = s.cut(b.String())
	}
	return lines
}

// above is the gutter of the labels' last line: how many rows are above.
func (s *Screen) above(last bool) string {
	text := ""
	if last && s.top > 0 {
		text = s.env.Theme.Sign.Up + fmt.Sprint(s.top)
		if ansi.StringWidth(text) > s.plan.gutter {
			text = s.env.Theme.Sign.Up
		}
	}
	return s.env.Theme.Muted.Render(pad(text, s.plan.gutter, false))
}

// divider is the line before the columns that scroll; where some of them are
// out of sight, the labels have a sign there.
func (s *Screen) divider(c int, hidden bool) string {
	th := s.env.Theme
	switch {
	case c != s.left || s.plan.line() == 0:
		return ""
	case hidden:
		return th.Focus.Render(th.Sign.CutLeft)
	}
	return th.Rule.Render(th.Sign.Column)
}

// feet are the lines under the rows.
func (s *Screen) feet() []string {
	if s.footLines() == 0 {
		return nil
	}
	lines := []string{s.rule()}
	if s.block != nil {
		for _, line := range s.said() {
			lines = append(lines, s.cut(" "+line))
		}
		return lines
	}
	if s.footLines() < 2 {
		return lines
	}
	if matches := s.matchLines(); matches != nil {
		return append(lines, matches...)
	}
	return append(lines, s.sumLines()...)
}

// rule divides the rows from the totals, and says how many more are below.
func (s *Screen) rule() string {
	below := len(s.shown()) - s.top - s.page()
	switch {
	case below <= 0 && s.footLines() < 2:
		return "" // nothing to divide, nothing more to come
	case below <= 0:
		return s.env.Theme.Line(s.width)
	}
	text := " " + s.env.Theme.Sign.Down + " " + i18n.Count(s.env.Words.Common.MoreLines, below) + " "
	return s.cut(s.env.Theme.Muted.Render(text) + s.env.Theme.Line(s.width-ansi.StringWidth(text)))
}

// drawRow draws one row: where the cursor is, what is the matter, which row it
// is, and its cells. A letter typed changes this one line.
func (s *Screen) drawRow(i int) string {
	r := s.shown()[i]
	th := s.env.Theme
	here := i == s.row
	var b strings.Builder
	b.WriteString(s.gutter(i, r))
	shut := " " // the first cell of a gap: a closing bracket behind the cursor's cell
	for _, c := range s.inSight() {
		current := here && c == s.col && s.block == nil
		sign, content := s.sign(r.cells[c], here), s.content(r.cells[c], c, current)
		b.WriteString(s.edge(shut, c, sign, current))
		shut = " "
		switch {
		case current && ansi.StringWidth(content) > s.plan.cols[c].width:
			shut = "" // the caret behind a full text takes the bracket's place
		case current:
			shut = th.Focus.Render("]")
		}
		b.WriteString(content)
	}
	b.WriteString(shut)
	return s.cut(b.String())
}

// edge is what stands between a cell and the one before: how that one is closed,
// the divider, and the cell's own sign. The cursor's cell has a bracket in the
// place of the sign, and beside a mark the cell before the mark: one must see
// without colour where one is, also where something is the matter.
func (s *Screen) edge(shut string, c int, sign string, current bool) string {
	bracket, divider := s.env.Theme.Focus.Render("["), s.divider(c, false)
	switch {
	case !current:
		return shut + divider + sign
	case sign == " ":
		return shut + divider + bracket
	case divider != "":
		return shut + bracket + sign
	}
	return bracket + sign
}

func (s *Screen) gutter(i int, r row) string {
	th := s.env.Theme
	here := i == s.row && s.block == nil
	var b strings.Builder
	if here {
		b.WriteString(th.Focus.Render(th.Sign.Focus))
	} else {
		b.WriteString(" ")
	}
	worst := cell{}
	for _, x := range r.cells {
		if x.mark > worst.mark && !(here && x.missing) {
			worst = x
		}
	}
	b.WriteString(s.sign(worst, here))
	if r.note {
		b.WriteString(th.Label.Render(noteSign))
	} else {
		b.WriteString(" ")
	}
	b.WriteString(th.Muted.Render(pad(fmt.Sprint(i+1), s.plan.number, true)))
	if s.plan.label > 0 {
		b.WriteString(" " + th.Label.Render(pad(r.label, s.plan.label, false)))
	}
	return b.String()
}

// noteSign marks a row that has a note, as an asterisk does in a text.
const noteSign = "*"

// sign is the mark before a cell. What is not answered yet is not marked in the
// row one is filling in: there it would only say that one is not done.
func (s *Screen) sign(x cell, here bool) string {
	th := s.env.Theme
	if here && x.missing {
		return " "
	}
	switch x.mark {
	case problem:
		return th.Problem.Render(th.Sign.Problem)
	case doubt:
		return th.Reason.Render(th.Sign.Reason)
	case carried:
		return th.Carried.Render(th.Sign.Carried)
	case coming:
		return th.Carried.Render(th.Sign.Into)
	case notice:
		return th.Notice.Render(th.Sign.Notice)
	case fine:
	}
	return " "
}

// content draws a cell's text in its column, or the text that is being typed:
// that stands at the left, so that a letter sends only itself.
func (s *Screen) content(x cell, c int, current bool) string {
	th := s.env.Theme
	col := s.plan.cols[c]
	if current && s.editor != nil && s.editor.touched {
		s.editor.SetWidth(col.width + 1)
		line := ansi.Strip(s.editor.View(1).Line()) // the cell has one style for all of it
		if rest := col.width - ansi.StringWidth(line); rest > 0 {
			line += strings.Repeat(" ", rest)
		}
		return th.Cell.Render(line)
	}
	text := s.fit(x, col)
	switch {
	case x.access == hidden && x.text == "":
		return th.Muted.Render(pad(th.Sign.Rule, col.width, col.right))
	case current:
		return th.Focus.Render(text)
	case x.pasted:
		return th.Carried.Render(text)
	case x.access == computed, x.access == hidden:
		return th.Muted.Render(text)
	case x.access == given:
		return th.Label.Render(text)
	}
	return th.Value.Render(text)
}

// fit puts a text into its column. Of figures that are too long the end is
// kept, of texts the beginning; both are marked as cut.
func (s *Screen) fit(x cell, col column) string {
	text := x.text
	width := ansi.StringWidth(text)
	if width > col.width && x.code != "" {
		text, width = x.code, ansi.StringWidth(x.code)
	}
	switch {
	case width <= col.width:
	case col.right && !strings.ContainsFunc(text, unicode.IsLetter):
		text = ansi.TruncateLeft(text, width-col.width+1, s.env.Theme.Sign.CutLeft)
	default:
		text = ansi.Truncate(text, col.width, s.env.Theme.Sign.CutRight)
	}
	return pad(text, col.width, col.right)
}

// pad fills a text up with blanks, on its left for figures.
func pad(text string, width int, right bool) string {
	rest := width - ansi.StringWidth(text)
	switch {
	case rest < 0:
		return ansi.Truncate(text, width, "")
	case right:
		return strings.Repeat(" ", rest) + text
	}
	return text + strings.Repeat(" ", rest)
}

// cursor is the real cursor's place: in the text that is typed, or where the
// first letter of a new one would stand.
func (s *Screen) cursor() *kit.Cursor {
	if len(s.rows) == 0 || s.block != nil || s.question != nil || s.row < s.top || s.row >= s.top+s.page() {
		return nil
	}
	if s.editor == nil && (choosable(s.column(s.col)) || s.refusal(s.row, s.col) != "") {
		return nil
	}
	x := s.plan.gutter
	for _, c := range s.inSight() {
		x += gap + ansi.StringWidth(s.divider(c, false))
		if c == s.col {
			break
		}
		x += s.plan.cols[c].width
	}
	if s.editor != nil && s.editor.touched {
		at := s.editor.View(1).X
		if at < 0 {
			return nil
		}
		x += at
	}
	return &kit.Cursor{X: min(x, s.width-1), Y: s.headLines() + s.row - s.top}
}
