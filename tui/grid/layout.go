package grid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
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
	// scrolls is set when not all columns fit; a line then stands behind the
	// frozen ones, in a cell of its own.
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
	p.cols = make([]column, s.columns())
	for c, width := range share(p.least, want, room-used) {
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

// line is the cells of the line behind the frozen columns.
func (p plan) line() int {
	if p.scrolls && p.frozen > 0 {
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
	if total := s.total(c); total != "" {
		content = max(content, ansi.StringWidth(total))
	}
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
		widths[i] = shortest(cell{text: x.Label.In(s.env.Words.Lang), code: citable(x.Code)}, col)
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
		form.KindLookup, form.KindTable:
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

// freeze counts the columns that stay in sight: those up to the last one that
// says which row it is, as far as they leave half of the room to the others.
func (s *Screen) freeze(p plan, room int) int {
	last := -1
	for c := range p.cols {
		if s.identifies(c) {
			last = c
		}
	}
	used := 0
	for c := 0; c <= last && c < len(p.cols)-1; c++ {
		used += gap + p.cols[c].width
		if used > room/2 || !s.identifies(c) && !number(s.column(c)) && p.cols[c].width > mostText/2 {
			return c
		}
	}
	return min(last+1, len(p.cols)-1)
}

// identifies reports whether a column says which row it is: it is an axis, one
// of the key, or brought by the form.
func (s *Screen) identifies(c int) bool {
	t, name := s.table.Table, s.column(c).Name
	for _, a := range t.Axes {
		if a.Column == name {
			return true
		}
	}
	for _, k := range t.Key {
		if k == name {
			return true
		}
	}
	return len(t.Fixed) > 0 && t.Fixed[0].Values[name] != ""
}

// sight scrolls as little as it takes to have the cursor in sight, and no
// further than to the last row and column.
func (s *Screen) sight() {
	s.top = min(s.top, max(len(s.shown())-s.page(), 0))
	if s.block == nil {
		s.top = min(s.top, s.row)
		s.top = max(s.top, s.row-s.page()+1)
	}
	old := s.left
	s.left = max(s.left, s.plan.frozen)
	if s.block == nil && s.col >= s.plan.frozen {
		s.left = min(s.left, s.col)
		for s.left < s.col && s.end(s.left) <= s.col {
			s.left++
		}
	}
	for s.left > s.plan.frozen && s.end(s.left-1) == len(s.plan.cols) {
		s.left--
	}
	if s.left != old {
		s.forget()
	}
}

// end is the column behind the last one in sight, when the first one behind
// the frozen ones is left. At least one is in sight.
func (s *Screen) end(left int) int {
	room := s.width - s.plan.gutter - margin - s.plan.line()
	for _, col := range s.plan.cols[:s.plan.frozen] {
		room -= gap + col.width
	}
	c := left
	for c < len(s.plan.cols) && (c == left || room >= gap+s.plan.cols[c].width) {
		room -= gap + s.plan.cols[c].width
		c++
	}
	return c
}

// inSight lists the columns that are drawn, from left to right.
func (s *Screen) inSight() []int {
	var list []int
	for c := range s.plan.frozen {
		list = append(list, c)
	}
	for c := s.left; c < s.end(s.left); c++ {
		list = append(list, c)
	}
	return list
}

// page is how many rows are in sight: what the labels of the columns and the
// totals leave, but never none.
func (s *Screen) page() int {
	return max(s.height-s.headLines()-s.footLines(), 1)
}

// headLines are the labels of the columns, as many as a low window has room for.
func (s *Screen) headLines() int {
	return min(s.plan.heads, max(s.height-1, 0))
}

// footLines are the lines under the rows: a rule and the totals, and of a paste
// what it would do. A low window goes without.
func (s *Screen) footLines() int {
	n := len(s.said())
	if len(s.table.Table.Totals) > 0 && s.block == nil && len(s.rows) > 0 {
		n = 1
	}
	room := s.height - s.headLines()
	if n > 0 && room >= n+1+1 {
		return n + 1
	}
	if n == 0 && len(s.shown()) > room && room > 1 {
		return 1
	}
	return 0
}

// total is the sum of a column as it is shown; "" where there is none.
func (s *Screen) total(c int) string {
	col := s.column(c)
	for _, name := range s.table.Table.Totals {
		if name != col.Name {
			continue
		}
		n, ok := s.session.Total(s.table.Name, name).Int()
		switch {
		case !ok:
			return ""
		case col.Kind == form.KindMoney:
			return vn.Money(n).MillionExact()
		}
		return vn.FormatInt(n)
	}
	return ""
}

// emptyLines are what stands in the place of rows that are not there.
func (s *Screen) emptyLines() []string {
	w, k := s.env.Words, s.env.Keys
	if s.session.None(s.table.Name) {
		return []string{w.Grid.NoneHere, key(k, w, keymap.NewRow)}
	}
	lines := []string{w.Grid.Empty}
	for _, a := range s.table.Table.Axes {
		from := s.session.Definition().Item(a.From)
		if from != nil && s.session.Get(form.Field{Item: a.From}).Value.IsZero() {
			lines = append(lines, fmt.Sprintf(w.Grid.RowsFrom, kit.ShortCode(from.Code)+" "+from.Label.In(w.Lang)))
		}
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
