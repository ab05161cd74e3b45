package grid

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
)

// pickHold is what the list of rows with carried values was opened for: the cells
// of each row that would be passed, by the row's id, and what each said.
type pickHold struct {
	cells map[form.Row][]form.Field
	seen  map[form.Field]form.Answer
}

// holdable lists the carried cells of a row that one confirmation may pass: those in
// sight, in full and with nothing else the matter, as on the form.
func (s *Screen) holdable(r int) (fields []form.Field, texts []string) {
	for _, c := range s.inSight() {
		f, x := s.fieldAt(r, c), s.rows[r].cells[c]
		if x.mark == carried && s.session.Holdable(f) && s.whole(x, c) {
			fields, texts = append(fields, f), append(texts, x.text)
		}
	}
	return fields, texts
}

// whole reports whether a cell is shown in full, or by the code that people know.
func (s *Screen) whole(x cell, c int) bool {
	width := s.plan.cols[c].width
	return ansi.StringWidth(x.text) <= width || x.code != "" && ansi.StringWidth(x.code) <= width
}

// rowsInSight is the range of rows that are drawn.
func (s *Screen) rowsInSight() (from, to int) {
	return s.top, min(s.top+s.page(), len(s.rows))
}

// refuseHold is the sentence why nothing can be confirmed at once; "" when it can.
func (s *Screen) refuseHold() string {
	if s.draft.Closed() {
		return s.env.Words.Fill.Closed
	}
	for r, to := s.rowsInSight(); r < to; r++ {
		if fields, _ := s.holdable(r); len(fields) > 0 {
			return ""
		}
	}
	return s.env.Words.Repeat.HoldNone
}

// askHold lists the rows in sight with their carried values; one confirmation passes
// them, less the rows that the person takes out.
func (s *Screen) askHold() tea.Cmd {
	if why := s.refuseHold(); why != "" {
		return s.env.Warn(why)
	}
	tag := pickHold{map[form.Row][]form.Field{}, map[form.Field]form.Answer{}}
	var entries []kit.Entry
	var chosen []string
	for r, to := s.rowsInSight(); r < to; r++ {
		fields, texts := s.holdable(r)
		if len(fields) == 0 {
			continue
		}
		id := s.rows[r].id
		tag.cells[id], chosen = fields, append(chosen, string(id))
		for _, f := range fields {
			tag.seen[f] = s.session.Get(f)
		}
		name := s.env.Words.RowName(s.session, form.Field{Item: s.table.Name, Row: id})
		entries = append(entries, kit.Entry{Code: string(id), Label: name + ": " + strings.Join(texts, " "+s.env.Theme.Sign.Sep+" ")})
	}
	return s.open(kit.KindPick, &kit.Pick{
		Tag: tag, Confirm: func(n int) string { return i18n.Count(s.env.Words.Repeat.HoldAskRows, n) }, Many: true, Chosen: chosen, Aloud: true, Find: kit.Among(entries),
	})
}

// hold passes what was confirmed, and goes on to the next row that is still to be
// looked at, with those that follow it in sight; behind the last one to the first,
// where a value was left out, or stands in a column that is out of sight.
func (s *Screen) hold(tag pickHold, rows []string) tea.Cmd {
	s.comeBack()
	var list []form.Field
	for _, id := range rows {
		for _, f := range tag.cells[form.Row(id)] {
			if s.session.Get(f) == tag.seen[f] { // nobody else changed it meanwhile
				list = append(list, f)
			}
		}
	}
	if s.draft.Closed() || !s.session.PassAll(list) {
		return nil
	}
	s.looking = true
	saved := s.changed()
	last, _, _ := s.find(list[len(list)-1])
	r, c, ok := s.carriedFrom(last + 1)
	if !ok {
		r, c, ok = s.carriedFrom(0)
	}
	if ok {
		s.top = r
		saved = both(saved, s.put(r, c))
	}
	return both(saved, s.env.Notice(i18n.Count(s.env.Words.Repeat.Held, len(list))))
}

// carriedFrom is the first carried cell from a row on.
func (s *Screen) carriedFrom(r int) (row, c int, ok bool) {
	for ; r < len(s.rows); r++ {
		c := slices.IndexFunc(s.rows[r].cells, func(x cell) bool { return x.mark == carried })
		if c >= 0 {
			return r, c, true
		}
	}
	return 0, 0, false
}
