package home

import (
	"fmt"
	"strings"

	"giamsat/model"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// line is one thing that waits, in words.
type line struct {
	group group
	id    model.RecordID // of the record that it is about; "" for none
	kind  model.Kind
	key   string // tells lines of a group apart where there is no record

	sign   string
	alarm  bool   // it is late
	main   string // whom or what it is about
	text   string // more of it, which gives way first
	figure string // how far it is
	when   string // since when, or until when
	note   string // all of it, for the note line

	rest        bool // it stands for what is not shown of its group, and opens all of it
	part, whole int  // of a bar that fills the room; whole 0: no bar
	after       string
}

// tell puts what was found into words.
func (s *Screen) tell() {
	s.lines = [groups][]line{}
	f, theme := s.found, s.env.Theme
	for _, row := range f.drafts.rows {
		l := s.record(row, inEntry, theme.Sign.Open)
		l.figure, l.when = s.progress(row), s.env.Moment(row.ChangedAt)
		s.add(l)
	}
	for _, row := range f.returned.rows {
		l := s.record(row, sentBack, theme.Sign.Open)
		sent := fmt.Sprintf(s.env.Words.Home.Sent, row.ReturnedBy, row.ReturnReason)
		l.text, l.when, l.note = sent, s.env.Moment(row.ChangedAt), row.UnitName+" "+theme.Sign.Sep+" "+sent
		s.add(l)
	}
	for _, row := range f.overdue.rows {
		s.add(s.followed(row, late))
	}
	for _, row := range f.soon.rows {
		s.add(s.followed(row, soon))
	}
	for _, r := range f.reports {
		s.add(s.yearly(r))
	}
	for _, row := range f.ended {
		s.add(s.roundReport(row))
	}
	for _, row := range f.rounds {
		s.add(s.round(row))
	}
	s.lay()
}

func (s *Screen) add(l line) { s.lines[l.group] = append(s.lines[l.group], l) }

// restOf is the line under a group that is not shown whole.
func (s *Screen) restOf(g group) line {
	words := s.env.Words.Home
	return line{group: g, rest: true, sign: " ", main: fmt.Sprintf(words.More, s.rest(g)),
		text: fmt.Sprintf(words.All, s.env.Keys.Short(keymap.InHome, keymap.Open)),
		note: fmt.Sprintf("%s (%d)", s.groupName(g), s.total(g))}
}

// total is how many lines a group would have, those that were not read included.
func (s *Screen) total(g group) int {
	switch g {
	case inEntry:
		return s.found.drafts.total
	case sentBack:
		return s.found.returned.total
	case late:
		return s.found.overdue.total
	case soon:
		return s.found.soon.total
	case reports, underWay, groups:
	}
	return len(s.lines[g])
}

// record is a line about a record that is being filled in.
func (s *Screen) record(row model.Summary, g group, sign string) line {
	l := line{group: g, id: row.ID, kind: row.Kind, sign: sign, main: row.UnitName, text: s.env.Words.RoundName(row.Round)}
	parts := []string{row.UnitName, row.UnitPath, l.text, row.ChangedBy + " " + s.env.Moment(row.ChangedAt)}
	if row.Kind != model.Inspection {
		title := row.Head.Title
		switch {
		case row.Kind == model.Round:
			title = s.roundTitle(row)
		case title == "":
			title = row.UnitName
		}
		l.main, l.text = title, s.env.KindTitle(row.Kind)
		parts = []string{l.text, title, row.ChangedBy + " " + s.env.Moment(row.ChangedAt)}
	}
	l.note = s.env.Join(parts...)
	return l
}

// progress is how much of a record is answered, and how much of that is wrong.
func (s *Screen) progress(row model.Summary) string {
	share := kit.Share(row.Progress...)
	if share != "-" {
		share += " %"
	}
	if n := row.Wrong(); n > 0 {
		return share + " " + s.env.Theme.Sign.Sep + " " + fmt.Sprintf(s.env.Words.Home.Wrong, n)
	}
	return share
}

// followed is a line about what is followed up until it is settled.
func (s *Screen) followed(row model.Summary, g group) line {
	l := line{group: g, id: row.ID, kind: row.Kind, sign: s.env.Theme.Sign.Ahead, when: s.env.Words.Due(row.Head.Due, s.env.Today)}
	if g == late {
		l.sign, l.alarm = s.env.Theme.Sign.Problem, true
	}
	l.main = strings.TrimSpace(row.Head.Number + " " + row.UnitName)
	l.text = row.Head.Title
	l.note = s.env.Join(l.main, strings.TrimRight(kit.Flat(row.Head.Title), "."), row.Head.Responsible, fmt.Sprintf(s.env.Words.Home.DueOn, row.Head.Due))
	return l
}

// yearly is a line about a report that is due every year.
func (s *Screen) yearly(r report) line {
	words := s.env.Words.Home
	name := s.reportKind(r.Deadline)
	l := s.dueReport(r.last)
	l.id, l.kind, l.key = r.draft, model.Supervision, fmt.Sprint(r.Code, r.year)
	l.main = fmt.Sprintf(words.Report, name, r.year)
	l.note = fmt.Sprintf(words.Before, name, r.year, r.last.AddDays(1))
	return l
}

// roundReport is a line about the report on a round that has ended.
func (s *Screen) roundReport(row model.Summary) line {
	words := s.env.Words.Home
	l := s.dueReport(row.Head.Due)
	l.id, l.kind = row.ID, model.Round
	l.main = fmt.Sprintf(words.ReportOf, strings.Replace(s.roundTitle(row), "Đợt", "đợt", 1))
	l.figure = s.done(row)
	l.note = s.env.Join(l.main, s.span(row), fmt.Sprintf(words.DueOn, row.Head.Due))
	return l
}

// dueReport is the part of such lines that hangs on the last day.
func (s *Screen) dueReport(last vn.Date) line {
	l := line{group: reports, sign: s.env.Theme.Sign.Ahead}
	if last.IsZero() {
		return l
	}
	l.when = s.env.Words.Due(last, s.env.Today)
	if last.Before(s.env.Today) {
		l.sign, l.alarm = s.env.Theme.Sign.Problem, true
	}
	return l
}

// round is a line about a round that is under way or to come.
func (s *Screen) round(row model.Summary) line {
	words, head := s.env.Words.Home, row.Head
	l := line{group: underWay, id: row.ID, kind: row.Kind, main: s.roundTitle(row), sign: s.env.Theme.Sign.Open}
	switch {
	case head.From.After(s.env.Today):
		l.sign, l.when = s.env.Theme.Sign.Ahead, fmt.Sprintf(words.From, dayMonth(head.From))
	case !head.To.IsZero():
		l.when = fmt.Sprintf(words.Until, dayMonth(head.To))
	}
	c := s.found.counts[row.ID]
	l.figure, l.part, l.whole = s.done(row), c.Completed, c.Units()
	l.after = fmt.Sprintf(words.Begun, c.Begun)
	l.note = s.env.Join(l.main, s.span(row), l.figure, l.after)
	return l
}

func (s *Screen) roundTitle(row model.Summary) string {
	return s.env.Words.RoundTitle(row.Head)
}

// done is how many of a round's units have a completed inspection.
func (s *Screen) done(row model.Summary) string {
	c := s.found.counts[row.ID]
	return fmt.Sprintf(s.env.Words.Home.Done, c.Completed, c.Units())
}

// span is from when until when a round goes.
func (s *Screen) span(row model.Summary) string {
	if row.Head.From.IsZero() || row.Head.To.IsZero() {
		return ""
	}
	return row.Head.From.String() + "–" + row.Head.To.String()
}

// dayMonth writes a day as it is short: "27/11".
func dayMonth(d vn.Date) string { return d.String()[:len("27/11")] }
