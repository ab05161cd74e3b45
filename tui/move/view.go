package move

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// Columns of a line, in cells: focus sign and landing sign, the code, and what
// stands between the two halves.
const (
	signs     = 4
	codeWidth = 9
	between   = 3
)

// head is how many rows stand above the lines: the counts and the forms' names.
const head = 2

// rows is how many lines are shown; those below them are for a long sentence.
func (s *Screen) rows() int { return max(1, s.height-head-kit.NoteLines+1) }

// lines are those that are shown: all, or those that differ.
func (s *Screen) lines() []form.Line {
	if s.seen == nil || s.seen.to == nil {
		return nil
	}
	if s.all {
		return s.seen.moving.Lines
	}
	var list []form.Line
	for _, l := range s.seen.moving.Lines {
		if l.Landing != form.Kept {
			list = append(list, l)
		}
	}
	return list
}

// View draws the record under both forms.
func (s *Screen) View() kit.Frame {
	w, t := s.env.Words, s.env.Theme
	if s.seen == nil {
		return kit.Frame{Title: w.Move.Title, Body: "\n " + t.Muted.Render(w.Move.Reading)}
	}
	r := s.seen.op.Record
	frame := kit.Frame{Title: w.Move.Title + " " + t.Sign.Sep + " " + r.UnitName + " " + t.Sign.Sep + " " + r.Day.String()}
	if s.seen.to == nil {
		frame.Body = "\n " + w.Move.NoNewer
		return frame
	}
	frame.Status = s.seen.op.Form.Version + " " + t.Sign.Into + " " + s.seen.to.Version
	list := s.lines()
	above, last := kit.Wrap(s.note(list), s.width, t.Sign.CutRight)
	rows := []string{" " + s.counts(), s.names()}
	if len(list) == 0 {
		rows = append(rows, "", "  "+t.Good.Render(t.Sign.Done+" "+w.Move.Nothing))
	}
	for i, to := s.scroll.Shown(); i < min(to, len(list)); i++ {
		rows = append(rows, s.line(list[i], i == s.scroll.At))
	}
	for len(rows)+len(above) < s.height {
		rows = append(rows, "")
	}
	for _, l := range above {
		rows = append(rows, " "+t.Hint.Render(l))
	}
	frame.Body, frame.Above, frame.Note = strings.Join(rows, "\n"), len(above), t.Hint.Render(last)
	return frame
}

// note says what becomes of the answer one is on, whole, since its line may be cut.
// A completed record says first that it must be reopened.
func (s *Screen) note(list []form.Line) string {
	said := ""
	if s.scroll.At < len(list) {
		l := list[s.scroll.At]
		code, label, _ := s.env.Words.Answer(s.seen.moving.Is, l.Field)
		if code == "" {
			code, label, _ = s.env.Words.Answer(s.seen.moving.Was, l.Field)
		}
		said = kit.ShortCode(code) + " " + label + ": " + s.env.Words.Landing(s.seen.moving, l)
	}
	if why := s.refused(); why != "" {
		return strings.TrimSpace(why + " " + said)
	}
	return said
}

// counts sums up how the answers fare; what there is none of is left out.
func (s *Screen) counts() string {
	var parts []string
	for _, l := range []form.Landing{form.Anew, form.Unfit, form.Homeless, form.Wanted, form.Kept} {
		if n := s.seen.moving.Count(l); n > 0 || l == form.Kept {
			parts = append(parts, strings.TrimSpace(s.sign(l)+" "+fmt.Sprintf(s.env.Words.Move.Counts.Of(l), n)))
		}
	}
	return ansi.Truncate(strings.Join(parts, "  "), s.width-1, s.env.Theme.Sign.CutRight)
}

// names stand above the two halves.
func (s *Screen) names() string {
	t, name := s.env.Theme, s.env.Words.Move.Form
	left, right := s.halves()
	return strings.Repeat(" ", signs+codeWidth) + t.Section.Render(kit.Fit(fmt.Sprintf(name, s.seen.op.Form.Version), left, t.Sign.CutRight)) +
		s.column() + t.Section.Render(kit.Fit(fmt.Sprintf(name, s.seen.to.Version), right, t.Sign.CutRight))
}

func (s *Screen) column() string { return " " + s.env.Theme.Rule.Render(s.env.Theme.Sign.Column) + " " }

// halves is the room on both sides.
func (s *Screen) halves() (left, right int) {
	room := max(s.width-signs-codeWidth-between-1, 2)
	return room / 2, room - room/2
}

// line draws one answer under both forms.
func (s *Screen) line(l form.Line, focus bool) string {
	t, w := s.env.Theme, s.env.Words
	mark := " "
	if focus {
		mark = t.Focus.Render(t.Sign.Focus)
	}
	left, right := s.halves()
	code, was, before := w.Answer(s.seen.moving.Was, l.Field)
	now, is, after := w.Answer(s.seen.moving.Is, l.Field)
	if now != "" {
		code = now
	}
	if l.Landing == form.Homeless {
		is, after = "", ""
	}
	return " " + mark + s.style(l.Landing).Render(kit.Fit(s.sign(l.Landing), 1, "")) + " " + t.Code.Render(kit.Fit(kit.ShortCode(code), codeWidth, "")) +
		s.half(was, before, left, t.Value, focus) + s.column() + s.half(is, after, right, s.style(l.Landing), focus)
}

// half is a label with the answer at its right; the answer has what it needs, up
// to two thirds.
func (s *Screen) half(label, answer string, width int, style lipgloss.Style, focus bool) string {
	cut := s.env.Theme.Sign.CutRight
	answer = ansi.Truncate(strings.ReplaceAll(answer, "\n", " "), max(width*2/3, width-ansi.StringWidth(label)-1), cut)
	room := width
	if answer != "" {
		room = max(width-ansi.StringWidth(answer)-1, 0)
	}
	label = kit.Fit(label, room, cut)
	if focus {
		label = s.env.Theme.Focus.Render(label)
	}
	if answer == "" {
		return label
	}
	return label + " " + style.Render(answer)
}

// sign stands before an answer that does not stay as it is; the note line says
// the same in words.
func (s *Screen) sign(l form.Landing) string {
	t := s.env.Theme.Sign
	switch l {
	case form.Anew:
		return t.Carried
	case form.Unfit:
		return t.Problem
	case form.Homeless:
		return t.Stop
	case form.Wanted:
		return t.Reason
	case form.Kept:
	}
	return ""
}

func (s *Screen) style(l form.Landing) lipgloss.Style {
	t := s.env.Theme
	switch l {
	case form.Unfit:
		return t.Problem
	case form.Wanted, form.Homeless:
		return t.Reason
	case form.Anew, form.Kept:
	}
	return t.Value
}
