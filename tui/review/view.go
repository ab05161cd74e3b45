package review

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// View lists the problems, one a line.
func (s *Screen) View() kit.Frame {
	w := s.env.Words
	if s.draft == nil {
		return kit.Frame{Title: w.Review.Title}
	}
	stops, reasons := s.against()
	sep := " " + s.env.Theme.Sign.Sep + " "
	frame := kit.Frame{Title: w.Review.Title + sep + fmt.Sprintf(w.Review.Summary, stops, reasons) + sep + s.env.Title(s.draft)}
	list := s.problems()
	var lines []string
	if len(list) == 0 {
		lines = append(lines, "", "  "+s.env.Theme.Good.Render(s.env.Theme.Sign.Done+" "+w.Review.Clean))
	}
	for i, to := s.scroll.Shown(); i < min(to, len(list)); i++ {
		lines = append(lines, s.line(list[i], i == s.scroll.At))
	}
	above, last := kit.Wrap(s.note(list), s.width, s.env.Theme.Sign.CutRight)
	for len(lines)+len(above) < s.height {
		lines = append(lines, "")
	}
	for _, l := range above {
		lines = append(lines, " "+s.env.Theme.Hint.Render(l))
	}
	frame.Body, frame.Above = strings.Join(lines, "\n"), len(above)
	frame.Note = s.env.Theme.Hint.Render(last)
	return frame
}

// note is the whole sentence of the problem one is on, since its line may be cut;
// without problems it says what completing would do.
func (s *Screen) note(list []form.Problem) string {
	w := s.env.Words
	hidden := len(s.draft.Session.Hidden())
	switch {
	case s.draft.Closed():
		return w.Fill.Closed
	case s.scroll.At < len(list):
		return w.Problem(list[s.scroll.At])
	case s.followed() && s.draft.Record.Head.Settled:
		return w.Review.Settled
	case s.followed():
		return w.Review.Followed
	case hidden > 0:
		return w.Review.Ready + " " + fmt.Sprintf(w.Review.WouldClear, hidden)
	}
	return w.Review.Ready
}

// Columns of a line, in cells: focus sign, problem sign, the field's code.
const codeWidth = 16

func (s *Screen) line(p form.Problem, focus bool) string {
	t := s.env.Theme
	mark, sign, style := " ", t.Sign.Stop, t.Problem
	switch p.Severity {
	case form.Stop:
	case form.Reason:
		sign, style = t.Sign.Reason, t.Reason
	case form.Notice:
		sign, style = t.Sign.Notice, t.Notice
	}
	if focus {
		mark = t.Focus.Render(t.Sign.Focus)
	}
	name := kit.Fit(s.place(p.Field), codeWidth, "")
	text := s.label(p.Field) + ": " + s.env.Words.Problem(p)
	switch {
	case p.Code == form.Missing:
		text = s.label(p.Field) + " " + s.env.Words.Fill.Unanswered
	case p.Text.VI != "":
		text = s.env.Words.Problem(p) // the form's message names the item itself
	}
	room := s.width - codeWidth - 6
	text = ansi.Truncate(text, room, t.Sign.CutRight)
	if focus {
		text = t.Focus.Render(text)
	}
	return " " + mark + " " + style.Render(sign) + " " + t.Code.Render(name) + " " + text
}

// place is a field's code, with its row where it is a cell: "3.T1 dòng 3".
func (s *Screen) place(f form.Field) string {
	it := s.draft.Session.Definition().Item(f.Item)
	if it == nil {
		return f.Item
	}
	place := kit.ShortCode(it.Code)
	if f.Row == "" {
		return place
	}
	for i, r := range s.draft.Session.Rows(f.Item) {
		if r.ID == f.Row {
			place += " " + fmt.Sprintf(s.env.Words.Review.Row, i+1)
		}
	}
	return place
}

func (s *Screen) label(f form.Field) string {
	it := s.draft.Session.Definition().At(f)
	if it == nil {
		return f.Item
	}
	return it.Label.In(s.env.Words.Lang)
}

func (s *Screen) name(f form.Field) string { return s.place(f) + " " + s.label(f) }
