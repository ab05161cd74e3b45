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
// Where the window is narrow, the names are left out, the farthest first, then
// the counts: what is the matter somewhere, and where one is, stay to the last.
// It is kept like the rows, under no field.
func (s *Screen) strip() string {
	line, drawn := s.drawn[form.Field{}]
	if !drawn {
		line = s.drawStrip()
		s.drawn[form.Field{}] = line
	}
	return line
}

func (s *Screen) drawStrip() string {
	progress := s.session().Progress()
	for names := len(progress); names > 0; names-- {
		if s.stripWidth(progress, names, len(progress)) <= s.width {
			return s.stripWith(progress, names, len(progress))
		}
	}
	for counts := len(progress); counts > 0; counts-- {
		if s.stripWidth(progress, 1, counts) <= s.width {
			return s.stripWith(progress, 1, counts)
		}
	}
	return ansi.Truncate(s.stripWith(progress, 0, 1), s.width, s.env.Theme.Sign.CutRight)
}

// stripWith draws the strip with the names and the counts of the sections nearest
// to the open one.
func (s *Screen) stripWith(progress []form.Progress, names, counts int) string {
	var b strings.Builder
	for i := range progress {
		far := abs(i - s.section)
		tab, style := s.tab(i, progress[i], far < names, far < counts)
		b.WriteString(style.Render(tab))
	}
	return b.String()
}

// stripWidth is the width of what stripWith draws.
func (s *Screen) stripWidth(progress []form.Progress, names, counts int) int {
	width := 0
	for i := range progress {
		far := abs(i - s.section)
		tab, _ := s.tab(i, progress[i], far < names, far < counts)
		width += ansi.StringWidth(tab)
	}
	return width
}

// tab is one section in the strip. A section of which nothing is asked, since it
// is out of the inspection's scope, has a dash in the place of its counts.
func (s *Screen) tab(i int, p form.Progress, name, counts bool) (string, lipgloss.Style) {
	t, sec := s.env.Theme, s.session().Definition().Sections[i]
	text, style, sign := kit.ShortCode(sec.Code), t.Muted, ""
	asked := s.asks(i)
	switch {
	case !asked:
		sign = "-"
	case p.Stops > 0 && p.Stops == s.unseenIn(p.Section):
		sign, style = fmt.Sprintf("%s%d", t.Sign.Carried, p.Stops), t.Carried
	case p.Stops > 0:
		sign, style = fmt.Sprintf("%s%d", t.Sign.Problem, p.Stops), t.Problem
	case p.Missing == 0 && p.Answered > 0:
		sign, style = t.Sign.Done, t.Good
	}
	if name {
		text += " " + sec.Short.In(s.env.Words.Lang)
	}
	if counts && asked {
		text += fmt.Sprintf(" %d/%d", p.Answered, p.Items)
	}
	if sign != "" && (counts || name) {
		text += " "
	}
	text += sign
	if i == s.section {
		return "[" + text + "]", t.Section
	}
	return " " + text + " ", style
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
