package review

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
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
	frame := kit.Frame{Title: w.Review.Title + sep + i18n.Count(w.Review.Summary, stops, reasons) + sep + s.env.Title(s.draft)}
	list := s.points()
	var lines []string
	if len(list) == 0 {
		lines = append(lines, "", "  "+s.env.Theme.Good.Render(s.env.Theme.Sign.Done+" "+w.Review.Clean))
	}
	for i, to := s.scroll.Shown(); i < min(to, len(list)); i++ {
		lines = append(lines, s.line(list[i], i == s.scroll.At))
	}
	above, last := kit.Wrap(s.note(list), s.width, s.env.Theme.Sign.CutRight)
	foot := s.verified()
	for _, l := range above {
		foot = append(foot, " "+s.env.Theme.Hint.Render(l))
	}
	frame.Body, frame.Above = strings.Join(kit.Footed(lines, foot, s.height), "\n"), len(above)
	frame.Note = s.env.Theme.Hint.Render(last)
	return frame
}

// note is the whole sentence of the line one is on, since it may be cut there.
// When nothing stands against completing it says what that would do.
func (s *Screen) note(list []point) string {
	if s.draft.Closed() || s.scroll.At >= len(list) {
		return s.verdict(list)
	}
	return strings.TrimSpace(s.sentence(list[s.scroll.At]) + " " + s.verdict(list))
}

// verdict says what is left to be done with the record as a whole; "" while problems
// are.
func (s *Screen) verdict(list []point) string {
	switch {
	case s.draft.Closed():
		return s.env.Words.Fill.Closed
	case len(list) > 0 && (s.followed() || !s.draft.Session.Ready()):
		return ""
	}
	return s.ready()
}

// ready says what completing would do, or why nobody completes the record.
func (s *Screen) ready() string {
	w := s.env.Words.Review
	switch {
	case s.followed() && s.draft.Record.Head.Settled:
		return w.Settled
	case s.followed():
		return w.Followed
	}
	return strings.TrimSpace(w.Ready + " " + s.wouldClear())
}

// Columns of a line, in cells: focus sign, problem sign, the field's code.
const codeWidth = 16

func (s *Screen) line(at point, focus bool) string {
	t, p := s.env.Theme, at.problem
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
	place := s.place(p.Field)
	text := s.label(p.Field) + ": " + s.env.Words.Problem(p)
	switch {
	case at.unseen > 0:
		sign, style = t.Sign.Carried, t.Carried
		place = kit.ShortCode(at.section.Code)
		text = at.section.Short.In(s.env.Words.Lang) + ": " + s.sentence(at)
	case at.around != "":
		place, text = s.env.Words.Kind(at.kind).One, at.around
	case p.Code == form.Missing:
		text = s.label(p.Field) + " " + s.env.Words.Fill.Unanswered
	case p.Text.VI != "":
		text = s.env.Words.Problem(p) // the form's message names the item itself
	}
	name := kit.Fit(place, codeWidth, "")
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
