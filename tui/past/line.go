package past

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// line is one line of the record: a section, an item, a companion of an item, a
// row of a table, or more of a long text.
type line struct {
	section string     // name
	item    *form.Item // nil for a section
	field   form.Field
	code    string
	label   string
	value   string
	none    bool   // nothing was answered: the value only says so
	text    string // of more of a long text
	more    bool   // it goes on with the line above
	differs bool
	now     string // what stands there today, where it differs
}

// heading reports whether the line names a section.
func (l line) heading() bool { return l.item == nil }

// Widths of a line, in cells: the marker, the sign of a difference, the code.
const (
	margin    = 5
	codeWidth = 7
	indent    = margin + 2
)

// lay makes the lines: the sections of the form of then, and in each the items
// that were asked, or that are answered today.
func (s *Screen) lay() {
	s.lines = nil
	if s.seen == nil {
		return
	}
	was, now := s.seen.was.Definition(), s.seen.now.Definition()
	for _, sec := range was.Sections {
		var lines []line
		for _, it := range sec.Items {
			lines = append(lines, s.itemLines(it)...)
		}
		if later := now.Section(sec.Name); later != nil {
			lines = append(lines, s.laterItems(later.Items)...)
		}
		s.addSection(sec, lines)
	}
	for _, sec := range now.Sections {
		if was.Section(sec.Name) == nil {
			s.addSection(sec, s.laterItems(sec.Items))
		}
	}
}

// laterItems are the lines of items that the form of then did not have.
func (s *Screen) laterItems(items []*form.Item) (lines []line) {
	for _, it := range items {
		if s.seen.was.Definition().Item(it.Name) == nil {
			lines = append(lines, s.itemLines(it)...)
		}
	}
	return lines
}

func (s *Screen) addSection(sec form.Section, lines []line) {
	if len(lines) == 0 {
		return
	}
	title := kit.ShortCode(sec.Code) + " " + sec.Title.In(s.env.Words.Lang)
	s.lines = append(s.lines, line{section: sec.Name, label: title})
	for i := range lines {
		lines[i].section = sec.Name
	}
	s.lines = append(s.lines, lines...)
}

// itemLines are the lines of an item: itself, its companions, its rows. How many
// records belonged to this one then is not in its history, so that their counts
// are left out.
func (s *Screen) itemLines(it *form.Item) (lines []line) {
	f := form.Field{Item: it.Name}
	if it.Kind == form.KindRecords {
		return nil
	}
	asked := s.seen.was.Visible(it.Name)
	if !asked && !s.answered(s.seen.now, it) {
		return nil
	}
	l := line{item: it, field: f, code: kit.ShortCode(it.Code), label: s.label(it), value: s.value(s.seen.was, it)}
	if !asked {
		l.value = s.env.Words.Past.NotAsked
	}
	l.none = !s.answered(s.seen.was, it)
	if s.differs(it) {
		l.differs, l.now = true, s.today(it)
	}
	lines = append(lines, l)
	if it.Kind == form.KindLongText {
		lines = s.spread(lines)
	}
	if it.Table != nil {
		return append(lines, s.rowLines(it)...)
	}
	for _, part := range []string{form.Evidence, form.Note} {
		lines = append(lines, s.companion(it, part)...)
	}
	return lines
}

// answered reports whether an item was asked and has an answer.
func (s *Screen) answered(session *form.Session, it *form.Item) bool {
	switch own := session.Definition().Item(it.Name); {
	case own == nil || !session.Visible(it.Name):
		return false
	case own.Table != nil:
		return session.None(it.Name) || session.Filled(it.Name) > 0
	}
	return !session.Get(form.Field{Item: it.Name}).IsZero()
}

// differs reports whether an item says something else today than then.
func (s *Screen) differs(it *form.Item) bool {
	then, today := s.answered(s.seen.was, it), s.answered(s.seen.now, it)
	switch {
	case !then && !today:
		return false
	case then != today:
		return true
	case it.Table != nil:
		return s.value(s.seen.was, it) != s.value(s.seen.now, it)
	}
	return !s.same(form.Field{Item: it.Name})
}

// label is an item's label with its unit.
func (s *Screen) label(it *form.Item) string {
	label := it.Label.In(s.env.Words.Lang)
	if u := it.Unit.In(s.env.Words.Lang); u != "" {
		label += " (" + u + ")"
	}
	return label
}

// value is what stands right in an item's line, as the form shows it.
func (s *Screen) value(session *form.Session, it *form.Item) string {
	w := s.env.Words
	f := form.Field{Item: it.Name}
	switch {
	case session.Definition().Item(it.Name) == nil:
		return ""
	case it.Table != nil:
		return kit.TableSum(s.env.Words, session, it)
	}
	shown := session.Shown(f, w.Lang)
	switch {
	case shown == "" && session.Required(f):
		return w.Fill.Unanswered
	case shown != "" && it.Kind == form.KindPercent:
		shown += " %"
	}
	return shown
}

// today is what stands in an item now.
func (s *Screen) today(it *form.Item) string {
	w := s.env.Words.Past
	switch {
	case !s.seen.now.Visible(it.Name):
		return w.NotNow
	default:
		return orBlank(kit.Flat(s.value(s.seen.now, it)), w.Blank)
	}
}

func orBlank(text, blank string) string {
	if text == "" {
		return blank
	}
	return text
}

// same reports whether a field says the same then and today.
func (s *Screen) same(f form.Field) bool {
	was, now := s.seen.was.Get(f), s.seen.now.Get(f)
	if !was.Value.IsZero() || !now.Value.IsZero() {
		return was.Value == now.Value
	}
	return was.Raw == now.Raw
}

// companion is the evidence or the note of an item, where there is one.
func (s *Screen) companion(it *form.Item, part string) []line {
	f := form.Field{Item: it.Name, Part: part}
	was, now := s.seen.was.Get(f).Raw, s.seen.now.Get(f).Raw
	if was == "" && now == "" {
		return nil
	}
	name := s.env.Words.Fill.Evidence
	if part == form.Note {
		name = s.env.Words.Fill.Note
	}
	l := line{item: it, field: f, label: "  " + name, value: was, differs: was != now, now: orBlank(kit.Flat(now), s.env.Words.Past.Blank)}
	l.value = orBlank(l.value, s.env.Words.Past.Blank)
	return s.spread([]line{l})
}

// spread lays a long text out over as many lines as it takes, when it does not fit
// beside its label.
func (s *Screen) spread(lines []line) []line {
	l := &lines[len(lines)-1]
	text := l.value
	if !strings.Contains(text, "\n") && ansi.StringWidth(text) <= s.room()-ansi.StringWidth(l.label)-2 {
		return lines
	}
	l.value = ""
	head := *l
	for _, part := range strings.Split(ansi.Wrap(text, max(s.width-indent-1, 10), ""), "\n") {
		more := head
		more.more, more.text, more.value = true, part, ""
		lines = append(lines, more)
	}
	return lines
}

// room is what a line has right of its signs and code.
func (s *Screen) room() int { return max(10, s.width-margin-codeWidth-1) }

// draw draws a line.
func (s *Screen) draw(l line, marked bool) string {
	t := s.env.Theme
	if l.heading() {
		text := ansi.Truncate(l.label, s.width-4, t.Sign.CutRight)
		if marked {
			return " " + t.Focus.Render(t.Sign.Focus+" "+text)
		}
		return "   " + t.Section.Render(text)
	}
	sign := " "
	if l.differs {
		sign = t.Sign.Differs
	}
	left, right := s.sides(l)
	if marked {
		return " " + t.Focus.Render(strings.TrimRight(t.Sign.Focus+" "+sign+" "+left+right, " "))
	}
	style := t.Value
	if l.none {
		style = t.Muted
	}
	return "   " + t.Section.Render(sign) + " " + left + style.Render(right)
}

// wide is the width from which what stands there today is told in the line.
const wide = 100

// sides are the label of a line with its code, and the value at the right end. The
// label has what the value leaves, and at least half.
func (s *Screen) sides(l line) (left, right string) {
	if l.more {
		return strings.Repeat(" ", indent-margin), l.text
	}
	cut, room, code := s.env.Theme.Sign.CutRight, s.room(), kit.Fit(l.code, codeWidth, "")
	value := kit.Flat(l.value)
	if l.field.Row != "" { // the cells of a row are read from the left
		label := kit.Fit(l.label, min(max(ansi.StringWidth(l.label), 10), room/3), cut)
		return code + label + " ", ansi.Truncate(value, room-ansi.StringWidth(label)-1, cut)
	}
	if l.differs && s.width >= wide {
		value += "  " + s.env.Theme.Sign.Differs + " " + l.now
	}
	most := max(room/2, room-ansi.StringWidth(l.label)-2)
	value = ansi.Truncate(value, most, cut)
	return code + kit.Fit(l.label, room-ansi.StringWidth(value)-1, cut) + " ", value
}

// note tells the line under the marker whole, and what stands there today.
func (s *Screen) note() string {
	l, ok := s.current()
	if !ok || l.heading() {
		return ""
	}
	said := strings.TrimSpace(l.code + " " + strings.TrimSpace(l.label))
	switch {
	case l.field.Row != "" && l.value != s.env.Words.Past.RowAdded:
		said += ": " + s.whole(s.seen.was, l.item, form.TableRow{ID: l.field.Row})
	case l.field.Row == "" && l.value != "":
		said += ": " + kit.Flat(l.value)
	}
	if !l.differs {
		return said
	}
	now := s.env.Theme.Sign.Differs + " " + fmt.Sprintf(s.env.Words.Past.Now, l.now)
	return s.env.Join(now, said)
}
