package list

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// areasMsg brings the areas of inspections.
type areasMsg struct{ areas kit.Areas }

// readAreas looks the areas up in the forms, in a command.
func (s *Screen) readAreas() tea.Cmd {
	forms, log := s.env.Forms, s.env.Log
	return func() tea.Msg { return areasMsg{kit.ReadAreas(forms, log)} }
}

// column is one column of the list.
type column struct {
	name  string
	width int // in cells; 0 takes what the others leave
	right bool
	tight bool // nothing stands between it and the next
	text  func(model.Summary) string
}

// Widths in cells: the marker and the sign of the status; between columns.
const (
	margin = 5
	gap    = 2
)

// shownColumns are the columns for what is listed, in a window of this width.
func (s *Screen) shownColumns() []column {
	if s.columns != nil {
		return s.columns
	}
	switch kind := s.kind(); kind {
	case model.Inspection:
		s.columns = s.inspectionColumns()
	case model.Round:
		s.columns = s.roundColumns()
	default:
		s.columns = s.recordColumns(kind)
	}
	left := s.width - margin - 1
	for _, c := range s.columns {
		left -= c.width
		if !c.tight {
			left -= gap
		}
	}
	for i := range s.columns {
		if s.columns[i].width == 0 {
			s.columns[i].width = max(left+gap, 8)
		}
	}
	return s.columns
}

// join puts the cells of a row together, each padded to its column.
func (s *Screen) join(cells []string) string {
	var b strings.Builder
	for i, c := range s.shownColumns() {
		text := ansi.Truncate(cells[i], c.width, s.env.Theme.Sign.CutRight)
		pad := strings.Repeat(" ", max(c.width-ansi.StringWidth(text), 0))
		if c.right {
			text = pad + text
		} else {
			text += pad
		}
		b.WriteString(text)
		if !c.tight {
			b.WriteString(strings.Repeat(" ", gap))
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// wide and broad are the widths from which a list has more columns.
const (
	wide  = 80
	broad = 100
)

// inspectionColumns: 60 cells have one figure for all areas, 80 one for each,
// 100 and more also counts and the last change.
func (s *Screen) inspectionColumns() []column {
	words := s.env.Words.List
	list := []column{s.unitColumn(), {name: words.Visit, width: 10, text: func(r model.Summary) string { return r.Day.String() }}}
	if s.width < wide {
		list = append(list, s.shareColumn())
	} else {
		list = append([]column{s.statusColumn()}, list...)
		for n := range kit.AreaCount {
			list = append(list, s.areaColumn(n))
		}
	}
	list = append(list, s.openColumn())
	if s.width >= broad {
		list = append(list, s.changedColumn())
	}
	return list
}

// roundColumns: 60 cells have the time without its year; 80 also how many units
// have an inspection; 100 and more also the last day and the last change.
func (s *Screen) roundColumns() []column {
	words := s.env.Words.List
	name := column{name: words.Name, text: func(r model.Summary) string { return s.titleOf(r) }}
	span := column{name: words.Span, width: len("05/09-27/11"), text: s.span}
	done := column{name: words.Done, width: 7, right: true, text: func(r model.Summary) string {
		c := s.counts[r.ID]
		return fmt.Sprintf("%d/%d", c.Completed, c.Units())
	}}
	report := column{name: words.Report, width: 12, text: s.report}
	if s.width < wide {
		return []column{name, span, done, report}
	}
	span.width = len("05/09-27/11/2026")
	begun := column{name: words.Begun, width: 6, right: true, text: func(r model.Summary) string { return strconv.Itoa(s.counts[r.ID].Begun) }}
	if s.width < broad {
		return []column{name, span, done, begun, report}
	}
	due := column{name: words.Due, width: 10, text: func(r model.Summary) string { return r.Head.Due.String() }}
	return []column{s.statusColumn(), name, span, done, begun, due, report, s.changedColumn()}
}

// span is from when until when a round goes, the year once and where there is
// room.
func (s *Screen) span(r model.Summary) string {
	if r.Head.From.IsZero() || r.Head.To.IsZero() {
		return ""
	}
	const dayMonth = len("27/11")
	text := r.Head.From.String()[:dayMonth] + "–" + r.Head.To.String()
	if s.width < wide {
		return text[:len(text)-len("/2026")]
	}
	return text
}

// report says whether a round's report is sent, and otherwise how long there is.
func (s *Screen) report(r model.Summary) string {
	switch {
	case r.Head.Settled:
		return s.env.Theme.Sign.Done + " " + s.env.Words.List.Sent
	case r.Head.Due.IsZero():
		return "-"
	}
	return s.env.Words.Due(r.Head.Due, s.env.Today)
}

// recordColumns are those of any other kind, and of several kinds at once.
func (s *Screen) recordColumns(kind model.Kind) []column {
	words := s.env.Words.List
	list := []column{{name: words.Name, text: func(r model.Summary) string { return strings.TrimSpace(r.Head.Number + " " + s.titleOf(r)) }}}
	if kind == "" {
		list = []column{{name: words.Kind, width: 10, text: s.kindOf}, list[0]}
	}
	if kind != "" || s.width >= wide {
		list = append(list, column{name: words.Day, width: 10, text: func(r model.Summary) string { return r.Day.String() }})
	}
	list = append(list, s.shareColumn(), s.openColumn())
	if s.width >= wide {
		list = append([]column{s.statusColumn()}, list...)
	}
	if s.width >= broad {
		list = append(list, s.changedColumn())
	}
	return list
}

// kindOf names the kind of one record, as short as it is clear.
func (s *Screen) kindOf(r model.Summary) string {
	if names, known := s.env.Words.Kinds[r.Kind]; known {
		return names.One
	}
	return s.env.KindTitle(r.Kind)
}

// titleOf is what a record is called in a list.
func (s *Screen) titleOf(r model.Summary) string {
	switch {
	case r.Kind == model.Round:
		return s.env.Words.RoundTitle(r.Head)
	case r.Head.Title != "":
		return r.Head.Title
	}
	return r.UnitName
}

func (s *Screen) statusColumn() column {
	width := 10
	if s.width >= broad {
		width = 12
	}
	return column{name: s.env.Words.List.Status, width: width, text: func(r model.Summary) string {
		return s.env.Words.Standing(r.Kind, r.Status, r.Head.State)
	}}
}

// unitColumn has the unit, in a broad window with its round.
func (s *Screen) unitColumn() column {
	return column{name: s.env.Words.List.Unit, text: func(r model.Summary) string {
		if s.width < broad || r.Round == "" {
			return r.UnitName
		}
		return r.UnitName + " " + s.env.Theme.Sign.Sep + " " + s.env.Words.RoundName(r.Round)
	}}
}

// shareColumn has how much is answered of everything. A completed record is done,
// however much of what need not be answered it leaves out.
func (s *Screen) shareColumn() column {
	return column{name: s.env.Words.List.All, width: 5, right: true, text: func(r model.Summary) string {
		if r.Status == model.Completed {
			return s.env.Theme.Sign.Done
		}
		return kit.Share(r.Progress...)
	}}
}

func (s *Screen) openColumn() column {
	return column{name: s.env.Words.List.Open, width: 4, right: true, text: func(r model.Summary) string {
		if n := r.Open(); n > 0 {
			return s.env.Theme.Sign.Problem + strconv.Itoa(n)
		}
		return "0"
	}}
}

func (s *Screen) changedColumn() column {
	return column{name: s.env.Words.List.Changed, width: 10, text: func(r model.Summary) string { return s.env.Moment(r.ChangedAt) }}
}

// areaColumn has one of the five areas: done, the share that is answered, or in a
// broad window the count; with a mark when something must be put right.
func (s *Screen) areaColumn(n int) column {
	width := 4
	if s.width >= broad {
		width = 7
	}
	return column{name: strconv.Itoa(n + 1), width: width, right: true, tight: n < kit.AreaCount-1, text: func(r model.Summary) string {
		for _, p := range r.Progress {
			if s.areas[p.Section] == n+1 {
				return s.areaCell(p, width)
			}
		}
		return ""
	}}
}

func (s *Screen) areaCell(p form.Progress, width int) string {
	sign := s.env.Theme.Sign
	mark := ""
	if p.Stops > 0 {
		mark = sign.Problem
	}
	switch {
	case p.Items == 0:
		return "-"
	case kit.Finished(p):
		return sign.Done
	case width > 4:
		return fmt.Sprintf("%d/%d%s", p.Answered, p.Items, mark)
	}
	return kit.Share(p) + mark
}
