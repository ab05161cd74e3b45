package pace

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Widths of the columns, in cells; the record has what is left.
const (
	margin  = 3
	day     = 10
	keys    = 7
	took    = 9
	answers = 7
	rate    = 9
	fixed   = 5
	gap     = 2
)

// wide is the width from which all columns are shown; below it the time and the
// corrections stand in the note alone.
const wide = 80

// View draws the statistics.
func (s *Screen) View() kit.Frame {
	w, t := s.env.Words, s.env.Theme
	frame := kit.Frame{Title: w.Pace.Title}
	switch {
	case s.err != nil:
		frame.Body = "\n" + s.env.Failed(keymap.InPace, s.err, s.width)
		return frame
	case !s.read:
		frame.Body = "\n " + t.Muted.Render(w.Pace.Reading)
		return frame
	case len(s.list) == 0:
		above, last := kit.Wrap(w.Pace.None, s.width, t.Sign.CutRight)
		frame.Body = "\n " + strings.Join(append(above, last), "\n ")
		return frame
	}
	above, last := kit.Wrap(s.note(), s.width, t.Sign.CutRight)
	rows := []string{" " + t.Value.Render(s.whole()), "", t.Muted.Render(s.heads())}
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.row(s.list[i], i == s.scroll.At))
	}
	for i, l := range above {
		above[i] = " " + t.Hint.Render(l)
	}
	frame.Body, frame.Above, frame.Note = strings.Join(kit.Footed(rows, above, s.height), "\n"), len(above), t.Hint.Render(last)
	return frame
}

// whole adds all records up that are shown.
func (s *Screen) whole() string {
	var sum model.Sitting
	for _, p := range s.list {
		sum = sum.Add(p.Sitting)
	}
	w := s.env.Words
	if sum.Answers == 0 {
		return ""
	}
	return fmt.Sprintf(w.Pace.Whole, vn.FormatInt(int64(len(s.list))), w.KeysEach(sum), w.SecondsEach(sum))
}

// figures say in one line what a record took.
func (s *Screen) figures(p model.Pace) string {
	w, rate := s.env.Words, ""
	if p.Answers > 0 {
		rate = fmt.Sprintf(w.Pace.Rate, w.KeysEach(p.Sitting), w.SecondsEach(p.Sitting))
	}
	return s.env.Join(fmt.Sprintf(w.Pace.Keys, vn.FormatInt(int64(p.Keys))), w.Took(p.Active),
		fmt.Sprintf(w.Pace.Answers, vn.FormatInt(int64(p.Answers))), rate,
		fmt.Sprintf(w.Pace.Corrections, vn.FormatInt(int64(p.Corrections))))
}

// note tells all of the record under the marker, and how it compares with the
// visit before to the same unit.
func (s *Screen) note() string {
	p, ok := s.current()
	if !ok {
		return ""
	}
	w := s.env.Words
	parts := []string{s.name(p) + " " + s.day(p), s.figures(p), fmt.Sprintf(w.Pace.Deleted, vn.FormatInt(int64(p.Deleted)))}
	if p.Sittings > 1 {
		parts = append(parts, fmt.Sprintf(w.Pace.Sittings, p.Sittings))
	}
	if q, had := s.before(s.scroll.At); had {
		parts = append(parts, fmt.Sprintf(w.Pace.Before, q.Day, (200*p.Keys+q.Keys)/(2*q.Keys)))
	}
	parts = append(parts, fmt.Sprintf(w.Pace.Entered, s.env.Moment(p.Last)))
	return s.env.Join(parts...)
}

// name is what the record is called.
func (s *Screen) name(p model.Pace) string {
	if p.Head.Title != "" {
		return p.Head.Title
	}
	return p.UnitName
}

// day is the day that the record is of.
func (s *Screen) day(p model.Pace) string {
	if p.Day.IsZero() {
		return ""
	}
	return p.Day.String()
}

func (s *Screen) heads() string {
	w := s.env.Words.Pace
	return strings.Repeat(" ", margin) + s.cells(w.Day, w.Record, w.KeysHead, w.Time, w.AnswersHead, w.RateHead, w.CorrectionsHead)
}

// cells puts a row together.
func (s *Screen) cells(of, name, keyCount, time, answered, each, corrected string) string {
	cut, between := s.env.Theme.Sign.CutRight, strings.Repeat(" ", gap)
	figures := between + kit.FitRight(keyCount, keys, cut)
	if s.width >= wide {
		figures += between + kit.FitRight(time, took, cut)
	}
	figures += between + kit.FitRight(answered, answers, cut) + between + kit.FitRight(each, rate, cut)
	if s.width >= wide {
		figures += between + kit.FitRight(corrected, fixed, cut)
	}
	room := s.width - margin - day - gap - ansi.StringWidth(figures) - 1
	return kit.Fit(of, day, cut) + between + kit.Fit(name, max(room, 8), cut) + figures
}

// row draws a record; the one with the marker is of one style throughout.
func (s *Screen) row(p model.Pace, focus bool) string {
	w, t := s.env.Words, s.env.Theme
	text := s.cells(s.day(p), s.name(p), vn.FormatInt(int64(p.Keys)), w.Took(p.Active), vn.FormatInt(int64(p.Answers)),
		w.KeysEach(p.Sitting), vn.FormatInt(int64(p.Corrections)))
	if focus {
		return " " + t.Focus.Render(t.Sign.Focus+" "+text)
	}
	return strings.Repeat(" ", margin) + text
}
