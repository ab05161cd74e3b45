package grid

import (
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
)

// mostMatches is how many matches of a look-up stand under the table.
const mostMatches = 5

// matching is the open cell, when several entries match what is typed in it: the
// cell is too narrow for them, so that they stand under the table.
func (s *Screen) matching() (m field.Matching, list []form.Choice, marked int) {
	if s.editor == nil {
		return nil, nil, 0
	}
	m, ok := s.editor.Widget.(field.Matching)
	if !ok {
		return nil, nil, 0
	}
	if list, marked = m.Matches(); len(list) < 2 {
		return nil, nil, 0
	}
	return m, list, marked
}

// choosing reports whether matches stand under the table.
func (s *Screen) choosing() bool { _, list, _ := s.matching(); return list != nil }

// takeMatch lets a key choose among the matches: the arrows mark one, Tab takes
// it, and so does Enter once an arrow has marked it. done is false when the key
// goes on to do what it always does.
func (s *Screen) takeMatch(action keymap.Action) (done bool) {
	m, _, _ := s.matching()
	if m == nil {
		return false
	}
	switch action {
	case keymap.Up, keymap.Down:
		by := 1
		if action == keymap.Up {
			by = -1
		}
		m.Mark(by)
		s.editor.pointed = true
		s.edges = edges{}
		s.redraw(s.row)
		return true
	case keymap.Next:
		m.Take()
	case keymap.Return:
		if s.editor.pointed {
			m.Take()
		}
	}
	return false
}

// matchLines are the matches under the table, those around the marked one.
func (s *Screen) matchLines() []string {
	_, list, marked := s.matching()
	if list == nil {
		return nil
	}
	th := s.env.Theme
	from := max(min(marked-mostMatches/2, len(list)-mostMatches), 0)
	shown := list[from:min(from+mostMatches, len(list))]
	more := ""
	if rest := len(list) - len(shown); rest > 0 {
		more = "  " + i18n.Count(s.env.Words.Common.MoreLines, rest)
	}
	lines := make([]string, len(shown))
	for i, x := range shown {
		sign, style, behind := " ", th.Value, ""
		if from+i == marked {
			sign, style = th.Sign.Into, th.Focus
		}
		if i == len(shown)-1 {
			behind = more
		}
		label, beside := s.matchTexts(x, s.width-len("   ")-ansi.StringWidth(behind))
		lines[i] = s.cut(" " + style.Render(sign+" "+label) + th.Muted.Render(beside+behind))
	}
	return lines
}

// matchTexts are the label of a match, and what stands beside it, in so many cells. The
// label gives way: those of two projects may begin alike, their codes differ.
func (s *Screen) matchTexts(x form.Choice, room int) (label, beside string) {
	label = x.Label.In(s.env.Words.Lang)
	if beside = s.env.Beside(x.Code); beside != "" {
		beside = "  " + beside
	}
	rest := max(room-ansi.StringWidth(beside), room/2)
	return ansi.Truncate(label, rest, s.env.Theme.Sign.CutRight), beside
}
