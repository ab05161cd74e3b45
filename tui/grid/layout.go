package grid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Measures of the picture, in cells.
const (
	gap       = 2  // between columns: the closing bracket of one, the opening of the next
	margin    = 2  // at the right: the last closing bracket, the sign that columns go on
	signs     = 3  // before a row: the cursor, a problem, a note
	leastText = 6  // the narrowest column of texts
	mostText  = 24 // of a text column, where the form does not say
	readable  = 14 // of a text column in a table that scrolls
	mostHead  = 12 // as wide as a label may make a column of figures
)

// plan is how the table is laid out in the present width.
type plan struct {
	width  int // of the window
	cols   []column
	number int // cells for the row's number; 0: there is none
	label  int // cells for the label of fixed rows; 0: there is none
	gutter int // everything before the first column
	frozen int // columns that do not scroll
	heads  int // lines of column labels
	// scrolls is set when not all columns fit; a line then stands before those
	// that scroll, in a cell of its own.
	scrolls bool
	// least keeps the widths that columns once needed, so that none shrinks
	// while one types.
	least []int
}

// column is one column as it is drawn.
type column struct {
	width int
	right bool     // figures stand at the right
	head  []string // the label, in one line or two
}

// lay works the layout out anew and keeps the cursor in sight.
func (s *Screen) lay() {
	old := s.plan
	p := plan{width: s.width, least: slices.Clone(old.least)}
	if len(p.least) != s.columns() {
		p.least = make([]int, s.columns())
	}
	s.layGutter(&p)
	room := s.width - p.gutter - margin
	want := make([]int, s.columns())
	used := 0
	for c := range want {
		least, wish := s.measure(c)
		// Half of the room at most: the frozen columns have the other half.
		p.least[c] = min(max(p.least[c], least), max(room/2-gap, 1))
		want[c] = min(max(wish, p.least[c]), max(room-gap, 1))
		used += gap + p.least[c]
	}
	widths := share(p.least, want, room-used)
	if used > room {
		s.easeTexts(widths, want)
	}
	p.cols = make([]column, s.columns())
	for c, width := range widths {
		p.cols[c] = s.dress(c, width)
		p.heads = max(p.heads, len(p.cols[c].head))
	}
	p.frozen, p.scrolls = s.freeze(p, room), used > room
	s.plan = p
	s.edges = edges{}
	if !old.same(p) {
		s.forget()
	}
	s.sight()
}

// easeTexts gives columns of texts a readable width where the table scrolls
// anyway: squeezing them would not bring all columns into sight.
func (s *Screen) easeTexts(widths, want []int) {
	for c := range widths {
		if col := s.column(c); col.Kind == form.KindText || col.Kind == form.KindLongText {
			widths[c] = max(widths[c], min(want[c], readable))
		}
	}
}

func (p plan) same(o plan) bool {
	if p.width != o.width || len(p.cols) != len(o.cols) || p.gutter != o.gutter || p.frozen != o.frozen || p.scrolls != o.scrolls {
		return false
	}
	for c := range p.cols {
		if p.cols[c].width != o.cols[c].width {
			return false
		}
	}
	return true
}

// line is the cells of the line before the columns that scroll.
func (p plan) line() int {
	if p.scrolls {
		return 1
	}
	return 0
}

// forget has every row drawn anew.
func (s *Screen) forget() {
	s.drawn = make([]string, len(s.shown()))
	s.edges = edges{}
}

func (s *Screen) layGutter(p *plan) {
	p.gutter = signs
	rows := s.shown()
	if len(rows) == 0 {
		return
	}
	for _, r := range rows {
		p.label = max(p.label, ansi.StringWidth(r.label))
	}
	p.label = min(p.label, s.width/4)
	p.number = len(fmt.Sprint(len(rows)))
	p.gutter += p.number
	if p.label > 0 {
		p.gutter += 1 + p.label
	}
}

// share gives what is left of the room to the columns that want more, a cell at
// a time, from the left.
func share(least, want []int, left int) []int {
	width := slices.Clone(least)
	for given := true; given && left > 0; {
		given = false
		for c := range width {
			if left > 0 && width[c] < want[c] {
				width[c]++
				left--
				given = true
			}
		}
	}
	return width
}

// measure says how wide a column must be, and how wide it would like to be.
func (s *Screen) measure(c int) (least, wish int) {
	col := s.column(c)
	content := 0
	for _, r := range s.shown() {
		content = max(content, shortest(r.cells[c], col))
	}
	content = max(content, ansi.StringWidth(s.sum(s.sums, c)))
	head := headWidth(col.Label.In(s.env.Words.Lang))
	if number(col) {
		least = max(usual(col), content, min(head, max(mostHead, col.Width)))
		return least, max(least, col.Width)
	}
	most := col.Width
	if most == 0 {
		most = mostText
	}
	if choosable(col) {
		for _, x := range s.few(c) {
			content = max(content, x)
		}
	}
	least = max(min(max(content, usual(col)), most), min(head, most), min(leastText, most))
	return least, max(least, most, min(content, 3*mostText))
}

// few are the widths of a short list's choices, so that a column of choices
// does not grow while one chooses.
func (s *Screen) few(c int) []int {
	col := s.column(c)
	list := s.session.Choices(form.Field{Item: s.table.Name, Part: col.Name})
	if len(list) > byDigit {
		return nil
	}
	widths := make([]int, len(list))
	for i, x := range list {
		widths[i] = shortest(cell{text: x.Label.In(s.env.Words.Lang), code: kit.Citable(x.Code)}, col)
	}
	return widths
}

// shortest is the least width in which a cell can be read: a choice may be
// shown by its code where people know it.
func shortest(x cell, col *form.Item) int {
	width := ansi.StringWidth(x.text)
	if x.code != "" && col.Width > 0 && width > col.Width {
		return ansi.StringWidth(x.code)
	}
	return width
}

// usual is what answers of a kind need even when none is there yet.
func usual(col *form.Item) int {
	switch col.Kind {
	case form.KindMoney:
		return 7
	case form.KindPercent:
		return 6
	case form.KindInteger, form.KindDecimal:
		return 5
	case form.KindDate:
		return 10
	case form.KindTime:
		return 5
	case form.KindText, form.KindLongText, form.KindYesNo, form.KindYesNoNA, form.KindOne, form.KindMany,
		form.KindLookup, form.KindTable, form.KindRecords:
	}
	return 1
}

// headWidth is the least width in which a label stands in two lines.
func headWidth(label string) int {
	words := strings.Fields(label)
	best := ansi.StringWidth(label)
	for i := 1; i < len(words); i++ {
		first, second := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		best = min(best, max(ansi.StringWidth(first), ansi.StringWidth(second)))
	}
	return best
}

// dress makes a column of a width, with its label in as few lines as it needs.
func (s *Screen) dress(c, width int) column {
	col := s.column(c)
	label := col.Label.In(s.env.Words.Lang)
	out := column{width: width, right: number(col)}
	if ansi.StringWidth(label) <= width {
		out.head = []string{label}
		return out
	}
	words := strings.Fields(label)
	for i := len(words) - 1; i > 0; i-- {
		if first := strings.Join(words[:i], " "); ansi.StringWidth(first) <= width {
			second := ansi.Truncate(strings.Join(words[i:], " "), width, s.env.Theme.Sign.CutRight)
			out.head = []string{first, second}
			return out
		}
	}
	out.head = []string{ansi.Truncate(label, width, s.env.Theme.Sign.CutRight)}
	return out
}

// emptyLines are what stands in the place of rows that are not there.
func (s *Screen) emptyLines() []string {
	w, k := s.env.Words, s.env.Keys
	if s.session.None(s.table.Name) {
		return []string{w.Grid.NoneHere, key(k, w, keymap.NewRow)}
	}
	if s.table.Table.Settles != nil {
		return []string{w.Grid.NothingOpen}
	}
	lines := []string{w.Grid.Empty}
	for _, from := range s.session.Awaited(s.table.Name) {
		lines = append(lines, s.env.RowsFrom(from))
	}
	keys := []string{}
	if s.refuseNew() == "" {
		keys = append(keys, key(k, w, keymap.NewRow))
	}
	if s.refuseNone() == "" {
		keys = append(keys, key(k, w, keymap.None))
	}
	return append(lines, strings.Join(keys, "   "))
}
