package fill

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// strip is the line of sections with their counts; the open one in brackets.
// Where the window is narrow, the names are left out, the farthest first, then the
// counts, first of sections whose sign says that something is the matter: that, and
// where one is, stay to the last. It is kept like the rows, under no field.
func (s *Screen) strip() string {
	line, drawn := s.drawn[form.Field{}]
	if !drawn {
		line = s.drawStrip()
		s.drawn[form.Field{}] = line
	}
	return line
}

// brevity is how much is said of the sections: each number is how far from the open
// one a section may be, for it to have the thing.
type brevity struct {
	names  int  // the name
	counts int  // the counts
	signed int  // the counts, where a sign stands beside them
	tight  bool // a sign sticks to what is before it
}

// brevities are the ways to draw the strip of n sections, from the longest on.
func brevities(n int) []brevity {
	var list []brevity
	for names := n; names > 0; names-- {
		list = append(list, brevity{names: names, counts: n, signed: n})
	}
	for signed := n - 1; signed > 0; signed-- {
		list = append(list, brevity{names: 1, counts: n, signed: signed})
	}
	for counts := n - 1; counts > 0; counts-- {
		list = append(list, brevity{names: 1, counts: counts, signed: 1})
	}
	return append(list, brevity{names: 1, counts: 1, signed: 1, tight: true}, brevity{counts: 1, signed: 1, tight: true})
}

func (s *Screen) drawStrip() string {
	progress := s.session().Progress()
	line := ""
	for _, how := range brevities(len(progress)) {
		if line = s.stripAs(progress, how); ansi.StringWidth(line) <= s.width {
			return line
		}
	}
	return ansi.Truncate(line, s.width, s.env.Theme.Sign.CutRight)
}

func (s *Screen) stripAs(progress []form.Progress, how brevity) string {
	var b strings.Builder
	for i := range progress {
		tab, style := s.tab(i, progress[i], how)
		b.WriteString(style.Render(tab))
	}
	return b.String()
}

// tab is one section in the strip. A section of which nothing is asked, since it
// is out of the inspection's scope, has a dash in the place of its counts.
func (s *Screen) tab(i int, p form.Progress, how brevity) (string, lipgloss.Style) {
	t, sec, far := s.env.Theme, s.session().Definition().Sections[i], abs(i-s.section)
	text, style, sign := kit.ShortCode(sec.Code), t.Muted, ""
	asked := s.asks(i)
	counts := asked && far < how.counts
	switch {
	case !asked:
		sign = "-"
	case p.Stops > 0:
		sign, style = s.faultsOf(p)
		counts = counts && far < how.signed
	case p.Missing == 0 && p.Answered > 0:
		sign, style = t.Sign.Done, t.Good
	}
	name := far < how.names
	if name {
		text += " " + sec.Short.In(s.env.Words.Lang)
	}
	if counts {
		text += fmt.Sprintf(" %d/%d", p.Answered, p.Items)
	}
	if sign != "" && (!how.tight || name || counts) {
		text += " "
	}
	text += sign
	if i == s.section {
		return "[" + text + "]", t.Section
	}
	return " " + text + " ", style
}

// faultsOf is what keeps a section from being complete: how much is wrong, and how much
// was carried over and not looked at, which is no fault of anybody.
func (s *Screen) faultsOf(p form.Progress) (sign string, style lipgloss.Style) {
	t, unseen := s.env.Theme, s.unseenIn(p.Section)
	style = t.Carried
	if wrong := p.Stops - unseen; wrong > 0 {
		sign, style = fmt.Sprintf("%s%d", t.Sign.Problem, wrong), t.Problem
	}
	if unseen > 0 {
		sign += fmt.Sprintf("%s%d", t.Sign.Carried, unseen)
	}
	return sign, style
}

// asks reports whether anything of a section is asked now.
func (s *Screen) asks(section int) bool {
	for _, it := range s.session().Definition().Sections[section].Items {
		if s.session().Visible(it.Name) {
			return true
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
