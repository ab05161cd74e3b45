package unit

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/catalog"
	"giamsat/tui/kit"
)

// line is one line of a unit's page: the head of a group, a sentence, or a line
// that leads to another unit.
type line struct {
	head string
	text string
	key  catalog.UnitKey // where it leads
	// How the two belong together, where it is about a change.
	change *catalog.Succession
}

func (l line) link() bool { return l.key != catalog.UnitKey{} }

// lay draws up the page of the unit.
func (s *Screen) lay() {
	s.lines = nil
	if len(s.way) == 0 {
		return
	}
	w, cat, key := s.env.Words.Unit, s.env.Catalog, s.here()
	u, ok := cat.Unit(key)
	if !ok {
		return
	}
	s.group(w.Parents, s.parents(u))
	before, after := cat.Predecessors(key), cat.Successors(key)
	s.group(w.Made, s.made(before))
	s.group(w.Went, s.went(u, after))
	var others []line
	for _, b := range cat.Bearers(key.Code) {
		if b.Key != key {
			others = append(others, line{key: b.Key})
		}
	}
	s.group(fmt.Sprintf(w.Bearers, key.Code), others)
	if len(before)+len(after) == 0 {
		s.lines = append(s.lines, line{})
		s.sentence(w.Alone)
	}
}

// group adds a group, unless it is empty.
func (s *Screen) group(head string, lines []line) {
	if len(lines) == 0 {
		return
	}
	s.lines = append(s.lines, line{}, line{head: head})
	for _, l := range lines {
		if l.link() {
			s.lines = append(s.lines, l)
			continue
		}
		s.sentence(l.text)
	}
}

// sentence adds a sentence over as many lines as it takes.
func (s *Screen) sentence(text string) {
	for _, part := range strings.Split(ansi.Wrap(text, max(s.width-margin-1, 20), ""), "\n") {
		s.lines = append(s.lines, line{text: part})
	}
}

// parents are the units that one lay in, from below.
func (s *Screen) parents(u catalog.Unit) (lines []line) {
	day := u.Key.From
	for u.Parent != "" {
		above, ok := s.env.Catalog.UnitOn(u.Parent, day)
		if !ok {
			break
		}
		lines = append(lines, line{key: above.Key})
		u = above
	}
	return lines
}

// made are the lines of what a unit was made of, and which of these were divided.
func (s *Screen) made(before []catalog.Succession) (lines []line) {
	w := s.env.Words.Unit
	var parts []line
	for _, c := range before {
		if c.Old == c.New {
			lines = append(lines, line{text: fmt.Sprintf(w.Kept, c.Effective, c.Basis)})
			continue
		}
		lines = append(lines, line{key: c.Old, change: &c})
		if old, ok := s.env.Catalog.Unit(c.Old); ok && !c.Full {
			parts = append(parts, line{text: fmt.Sprintf(w.SplitOf, old.FullName)})
		}
	}
	return append(lines, parts...)
}

// went are the lines of what a unit went into, and whether it was divided. One that
// kept its identity is told of where it is said what it was made of.
func (s *Screen) went(u catalog.Unit, after []catalog.Succession) (lines []line) {
	w, shares, kept := s.env.Words.Unit, 0, false
	for _, c := range after {
		kept = kept || c.Old == c.New
		if c.Old == c.New {
			continue
		}
		lines = append(lines, line{key: c.New, change: &c})
		if !c.Full {
			shares++
		}
	}
	switch {
	case shares > 0 && kept:
		lines = append(lines, line{text: fmt.Sprintf(w.SplitLost, u.FullName)})
	case shares > 0:
		lines = append(lines, line{text: fmt.Sprintf(w.SplitOne, u.FullName, shares)})
	}
	return lines
}

// life tells a unit's code and its days, and in a second row how much there is
// about it.
func (s *Screen) life() (of, about string) {
	w := s.env.Words.Unit
	u, ok := s.env.Catalog.Unit(s.here())
	if !ok {
		return "", ""
	}
	if s.counts.known {
		about = s.env.Join(fmt.Sprintf(w.Visits, s.counts.visits), fmt.Sprintf(w.Open, s.counts.open))
	}
	return s.env.Join(fmt.Sprintf(w.Code, u.Key.Code), s.days(u)), about
}

// days tells since when and until when a unit was.
func (s *Screen) days(u catalog.Unit) string {
	w := s.env.Words.Unit
	since := fmt.Sprintf(w.Since, u.Key.From)
	if !u.Dated() {
		since = fmt.Sprintf(w.Before, u.Key.From)
	}
	if u.To.IsZero() {
		return s.env.Join(since, w.InForce)
	}
	return fmt.Sprintf(w.Span, since, fmt.Sprintf(w.Until, u.To))
}

// daysShort are the days that are known.
func (s *Screen) daysShort(u catalog.Unit) string {
	w := s.env.Words.Unit
	var parts []string
	if u.Dated() {
		parts = append(parts, fmt.Sprintf(w.Since, u.Key.From))
	}
	if !u.To.IsZero() {
		parts = append(parts, fmt.Sprintf(w.Until, u.To))
	}
	if len(parts) == 0 {
		return w.InForce
	}
	return strings.Join(parts, " ")
}

// Widths of a line, in cells: the marker; a day; whole or in part; the number of a
// resolution.
const (
	margin     = 3
	dayWidth   = len("01/07/2025")
	scopeWidth = 9
	lawWidth   = 17
	codeWidth  = 5
)

// row draws a line of the search, or of a unit's page.
func (s *Screen) row(i int) string {
	theme := s.env.Theme
	text := ""
	if s.looking {
		u := s.found[i]
		text = s.between(kit.Fit(u.Key.Code, codeWidth, "")+"  "+u.FullName, s.env.UnitDays(u))
	} else {
		l := s.lines[i]
		switch {
		case l.head != "":
			return " " + theme.Section.Render(l.head)
		case !l.link():
			return strings.TrimRight(strings.Repeat(" ", margin)+l.text, " ")
		}
		text = s.linkText(l)
	}
	if i == s.scroll.At {
		return " " + theme.Focus.Render(theme.Sign.Focus+" "+text)
	}
	return strings.Repeat(" ", margin) + text
}

// between puts what a line is about on the left and more of it on the right.
func (s *Screen) between(left, right string) string {
	cut := s.env.Theme.Sign.CutRight
	room := s.width - margin - 1
	right = ansi.Truncate(right, max(room-ansi.StringWidth(left)-2, room/3), cut)
	return kit.Fit(left, room-ansi.StringWidth(right)-2, cut) + "  " + right
}

// linkText is a line that leads to a unit: its name, and how the two belong
// together or when it was.
func (s *Screen) linkText(l line) string {
	w := s.env.Words.Unit
	u, _ := s.env.Catalog.Unit(l.key)
	if l.change == nil {
		return s.between(u.FullName, s.daysShort(u))
	}
	scope := w.Whole
	if !l.change.Full {
		scope = w.Part
	}
	right := kit.Fit(scope, scopeWidth, "") + " " + kit.Fit(l.change.Effective.String(), dayWidth, "")
	if s.width >= 80 {
		right += "  " + kit.Fit(l.change.Basis, lawWidth, s.env.Theme.Sign.CutRight)
	}
	name := u.FullName
	if unconfirmed(l.change) {
		name += " " + s.env.Theme.Sign.Reason
	}
	return strings.TrimRight(s.between(name, right), " ")
}

// unconfirmed reports whether nobody published a change in so many words.
func unconfirmed(c *catalog.Succession) bool { return strings.HasPrefix(c.Evidence, "inferred") }

// note tells the line under the marker whole.
func (s *Screen) note() string {
	w := s.env.Words.Unit
	key, ok := s.target()
	if !ok {
		return ""
	}
	u, _ := s.env.Catalog.Unit(key)
	parts := []string{u.FullName, s.env.UnitAbove(u), fmt.Sprintf(w.Code, u.Key.Code), s.days(u)}
	if s.looking || s.lines[s.scroll.At].change == nil {
		return s.env.Join(parts...)
	}
	c := s.lines[s.scroll.At].change
	scope := w.Whole
	if !c.Full {
		scope = w.Part
	}
	return s.env.Join(append(parts, scope+" "+fmt.Sprintf(w.Effect, c.Effective), fmt.Sprintf(w.Law, c.Basis), w.Evidence[c.Evidence])...)
}
