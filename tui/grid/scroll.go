package grid

import (
	"slices"

	"giamsat/model/form"
)

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
// of the key, brought by the form, or names the followed record of the row.
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
	if t.Settles != nil && slices.Contains([]string{form.RoleNumber, "title"}, t.Settles.Show[name]) {
		return true
	}
	return len(t.Fixed) > 0 && t.Fixed[0].Values[name] != ""
}

// sight scrolls as little as it takes to have the cursor in sight, and where there is
// room the next column; no further than to the last row and column.
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
		s.lookAhead()
	}
	for s.left > s.plan.frozen && s.end(s.left-1) == len(s.plan.cols) {
		s.left--
	}
	if s.left != old {
		s.forget()
	}
}

// behind is how many columns before the cursor's stay in sight for the next one: what
// one types is compared with what one has just typed.
const behind = 2

// lookAhead has the column behind the cursor's in sight, so that one sees where one
// goes, as far as those before it leave room.
func (s *Screen) lookAhead() {
	next := s.col + 1
	if s.end(s.left) != next {
		return
	}
	for left := s.left + 1; left <= s.col-behind; left++ {
		if s.end(left) > next {
			s.left = left
			return
		}
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
	return max(s.height-s.headLines()-s.footLines()-s.lent, 1)
}

// leastRows stay in sight when rows give lines away.
const leastRows = 3

// lend has the rows give away the lines that the text under them lacks, and brings the
// cursor into sight. It returns how many that text would like.
func (s *Screen) lend() (want int) {
	before := s.lent
	s.lent = 0
	if len(s.shown()) > 0 {
		want = s.wanted()
		free := s.height - s.headLines() - s.footLines() - min(len(s.shown()), s.page())
		s.lent = max(min(want-free, s.page()-leastRows), 0)
	}
	if s.lent != before {
		s.edges = edges{}
	}
	s.sight()
	return want
}

// headLines are the labels of the columns, as many as a low window has room for.
func (s *Screen) headLines() int {
	return min(s.plan.heads, max(s.height-1, 0))
}

// footLines are the lines under the rows: a rule and the sums, and of a paste
// what it would do. A low window goes without.
func (s *Screen) footLines() int {
	n := len(s.said())
	if len(s.table.Table.Totals) > 0 && s.block == nil && len(s.rows) > 0 {
		n = total + s.groupLines()
	}
	if _, list, _ := s.matching(); list != nil {
		n = min(len(list), mostMatches)
	}
	room := s.height - s.headLines()
	if n > 0 && room >= n+1+1 {
		return n + 1
	}
	if n == 0 && len(s.shown()) > room-s.lent && room > 1 {
		return 1
	}
	return 0
}
