package fill

import (
	"cmp"
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/kit"
)

// Columns of a row, in cells: the focus sign, the problem sign, the code.
const (
	signs     = 4
	codeWidth = 7
	longLines = 6 // most lines an open long text takes

	choiceLines = 4 // and several choices under their label

	longIndent  = signs + 2
	belowIndent = signs + codeWidth + 2
)

// View draws the section: the strip of sections, then a row an item, the open
// one with its widget.
func (s *Screen) View() kit.Frame {
	if s.draft == nil {
		return kit.Frame{Title: s.env.Words.Common.Product, Body: ""}
	}
	lines := []string{s.strip(), ""}
	said, style := s.note()
	above, last := kit.Wrap(said, s.width, s.env.Theme.Sign.CutRight)
	height := s.height - len(above)
	frame := kit.Frame{Title: s.env.Title(s.draft), Note: style.Render(last)}
	if s.draft.Record.Status == model.Completed && s.env.Desk.Owed() == 0 {
		frame.Status = s.env.Theme.Sign.Done + " " + s.env.Words.Common.Completed
	}
	for i := s.top; i < len(s.entries) && len(lines) < height; i++ {
		if i != s.at {
			lines = append(lines, s.row(s.entries[i]))
			continue
		}
		open, cursor := s.openRow(s.entries[i], height-len(lines))
		if cursor != nil {
			cursor.Y += len(lines)
		}
		frame.Cursor = cursor
		lines = append(lines, open...)
	}
	lines = lines[:min(len(lines), height)]
	for len(above) > 0 && len(lines) < height {
		lines = append(lines, "")
	}
	for _, l := range above {
		lines = append(lines, " "+style.Render(l))
	}
	frame.Body, frame.Above = strings.Join(lines, "\n"), len(above)
	return frame
}

// rows is how many rows of the section fit.
func (s *Screen) rows() int { return max(1, s.height-2) }

// scroll brings the open row into sight, with two rows around it where there
// is room, so that the next item is read before it is reached.
func (s *Screen) scroll() {
	if s.draft == nil || s.height == 0 {
		return // without a window nothing is in sight: where it begins must not hang on what comes first
	}
	need := s.openHeight() + 2
	if s.at-1 < s.top {
		s.top = s.at - 1
	}
	if s.at+need > s.top+s.rows() {
		s.top = s.at + need - s.rows()
	}
	s.top = max(0, min(s.top, len(s.entries)-1))
	if s.at < s.top {
		s.top = s.at
	}
}

func (s *Screen) openHeight() int {
	e, ok := s.entry()
	switch {
	case !ok || s.widget == nil:
		return 1
	case long(e):
		return longLines + 1
	case s.below(e):
		return 1 + len(s.widget.View(choiceLines).Lines)
	}
	return 1
}

// room is what a row has right of its signs and code.
func (s *Screen) room() int { return max(10, s.width-signs-codeWidth-1) }

// label is an item's label with its unit, or the name of a companion.
func (s *Screen) label(e form.Entry) string {
	w := s.env.Words
	switch {
	case e.Field.Part == form.Evidence:
		return "  " + w.Fill.Evidence
	case e.Depth > 0:
		return "  " + w.Fill.Note
	}
	label := e.Item.Label.In(w.Lang)
	if u := e.Item.Unit.In(w.Lang); u != "" {
		label += " (" + u + ")"
	}
	return label
}

// head is the left part of a row: signs, code, and the label in so many cells.
// What one is on is marked by the sign and the code alone, in one run where
// nothing stands between them: a label in another style would be sent with each
// step to it, and once more with the step away.
func (s *Screen) head(e form.Entry, open bool, width int) string {
	t := s.env.Theme
	label := kit.Fit(s.label(e), width, t.Sign.CutRight)
	if e.Depth > 0 {
		mark, style := " ", t.Muted
		if open {
			mark, style = t.Focus.Render(t.Sign.Focus), t.Label
		}
		return " " + mark + s.carriedSign(e) + s.pinSign(e) + strings.Repeat(" ", codeWidth) + style.Render(label)
	}
	code := ansi.Truncate(kit.ShortCode(e.Item.Code), codeWidth, "")
	gap := strings.Repeat(" ", codeWidth-ansi.StringWidth(code))
	left := s.sign(e) + s.pinSign(e)
	switch {
	case !open:
		left = " " + left + t.Code.Render(code)
	case strings.TrimSpace(left) == "":
		left = t.Focus.Render(t.Sign.Focus + left + code)
	default:
		left = t.Focus.Render(t.Sign.Focus) + left + t.Focus.Render(code)
	}
	return " " + left + gap + t.Label.Render(label)
}

// sign says that something is the matter with an entry, also inside its table.
func (s *Screen) sign(e form.Entry) string {
	t := s.env.Theme
	worst, carried := form.Severity(""), false
	for _, p := range s.session().Problems() {
		if p.Field.Item != e.Field.Item || p.Code == form.Missing && p.Field.Row == "" {
			continue
		}
		if p.Code == form.Unseen {
			carried = carried || p.Field == e.Field || p.Field.Row != ""
			continue
		}
		if worst != form.Stop && (p.Severity == form.Stop || worst == "" || p.Severity == form.Reason) {
			worst = p.Severity
		}
	}
	switch worst {
	case form.Stop:
		return t.Problem.Render(t.Sign.Problem)
	case form.Reason:
		return t.Reason.Render(t.Sign.Reason)
	case form.Notice:
		return t.Notice.Render(t.Sign.Notice)
	}
	if carried {
		return t.Carried.Render(t.Sign.Carried)
	}
	return " "
}

// carriedSign marks a companion that was carried over and not looked at.
func (s *Screen) carriedSign(e form.Entry) string {
	if !s.session().Get(e.Field).Carried {
		return " "
	}
	return s.env.Theme.Carried.Render(s.env.Theme.Sign.Carried)
}

// pinSign marks an entry whose value is pinned for the round.
func (s *Screen) pinSign(e form.Entry) string {
	if s.draft.Pinned().At(e.Field) == "" {
		return " "
	}
	return s.env.Theme.Label.Render(s.env.Theme.Sign.Pin)
}

// row draws an entry that is not open. Rows are kept until an answer changes.
func (s *Screen) row(e form.Entry) string {
	if line, ok := s.drawn[e.Field]; ok {
		return line
	}
	line := s.closed(e, false, "")
	s.drawn[e.Field] = line
	return line
}

// closed draws a row with its value.
func (s *Screen) closed(e form.Entry, open bool, tail string) string {
	value, style := s.value(e)
	value += tail
	value = ansi.Truncate(value, s.valueRoom(e), s.env.Theme.Sign.CutRight)
	return s.head(e, open, s.room()-ansi.StringWidth(value)-1) + " " + style.Render(value)
}

// cut is a text that its row does not show in full; "" when it does.
func (s *Screen) cut(e form.Entry) string {
	if opens(e) {
		return ""
	}
	text := flat(s.session().Shown(e.Field, s.env.Words.Lang))
	if ansi.StringWidth(text) <= s.valueRoom(e) {
		return ""
	}
	return text
}

// valueRoom is what the label of a row leaves to its value, at least half.
func (s *Screen) valueRoom(e form.Entry) int {
	return max(s.room()/2, s.room()-ansi.StringWidth(s.label(e))-2)
}

// value is what stands right in a row.
func (s *Screen) value(e form.Entry) (string, lipgloss.Style) {
	t, w := s.env.Theme, s.env.Words
	switch {
	case e.Depth == 0 && e.Item.Table != nil:
		return s.tableValue(e.Item)
	case e.Depth == 0 && e.Item.Kind == form.KindRecords:
		return s.recordsValue(e.Item)
	}
	shown := flat(s.session().Shown(e.Field, w.Lang))
	if e.Depth == 0 && e.Item.Kind == form.KindMany && ansi.StringWidth(shown) > s.room()/2 {
		shown = s.fewWords(e)
	}
	switch {
	case e.Depth > 0:
		if shown == "" {
			return w.Fill.Unanswered, t.Muted
		}
		return shown, t.Value
	case e.Item.Computed():
		if shown == "" {
			return w.Fill.Computed, t.Muted
		}
		if e.Item.Kind == form.KindPercent {
			shown += " %"
		}
		return shown + "  " + w.Fill.Computed, t.Total
	case shown == "" && s.session().Required(e.Field):
		return w.Fill.Unanswered, t.Muted
	case s.session().Get(e.Field).Doubtful():
		return shown, t.Problem
	}
	if e.Item.Kind == form.KindPercent && shown != "" {
		shown += " %"
	}
	if e.Item.Readonly && shown == "" {
		return s.notGiven(e), t.Muted
	}
	if marked := shown + "  " + w.Fill.Given; e.Item.Readonly && ansi.StringWidth(marked) <= s.valueRoom(e) {
		shown = strings.TrimSpace(marked) // where there is room for it; on the item the note line says so
	}
	return shown, t.Value
}

// fewWords says what was chosen of several, when its names are wider than the row:
// how many first, and each by the code that people cite, where it has one.
func (s *Screen) fewWords(e form.Entry) string {
	names := map[string]string{}
	for _, c := range s.session().Choices(e.Field) {
		names[c.Code] = c.Label.In(s.env.Words.Lang)
	}
	codes := s.session().Get(e.Field).Value.Codes()
	parts := make([]string, len(codes))
	for i, code := range codes {
		parts[i] = cmp.Or(kit.Citable(code), names[code], code)
	}
	return fmt.Sprintf(s.env.Words.Field.Chosen, len(codes)) + ": " + strings.Join(parts, ", ")
}

// tableValue sums a table up.
func (s *Screen) tableValue(it *form.Item) (string, lipgloss.Style) {
	t, w := s.env.Theme, s.env.Words
	switch {
	case it.Unconfirmed:
		return w.Fill.NoColumns, t.Muted
	case !s.session().None(it.Name) && s.session().Filled(it.Name) == 0:
		return w.Fill.NoRows, t.Muted
	}
	return kit.TableSum(w, s.session(), it), t.Value
}

// recordsValue counts the records that belong to this one.
func (s *Screen) recordsValue(it *form.Item) (string, lipgloss.Style) {
	t, names := s.env.Theme, s.env.Words.Kind(model.Kind(it.Form))
	switch n, _ := s.session().Get(form.Field{Item: it.Name}).Value.Int(); n {
	case 0:
		return s.env.Words.Fill.NoRecords, t.Muted
	case 1:
		return "1 " + names.One, t.Value
	default:
		return fmt.Sprintf("%d %s", n, names.Many), t.Value
	}
}

// openRow draws the entry one is on, with its widget where there is one. Where
// label and widget do not fit beside each other, the widget has a line of its
// own: the label is read exactly when the item is open.
func (s *Screen) openRow(e form.Entry, room int) ([]string, *kit.Cursor) {
	if s.widget == nil {
		tail := ""
		if opens(e) && !e.Item.Unconfirmed {
			tail = " " + s.env.Theme.Sign.Into
		}
		return []string{s.closed(e, true, tail)}, nil
	}
	if long(e) {
		return s.openLong(s.head(e, true, s.room()), room)
	}
	if s.below(e) {
		return s.openBelow(s.head(e, true, s.room()), s.widget.View(max(1, min(choiceLines, room-1))), belowIndent)
	}
	d := s.widget.View(1)
	width := s.widgetWidth(e)
	return []string{s.head(e, true, s.room()-width-1) + " " + d.Line()}, cursorAt(d, s.width-1-width, 0)
}

// below reports whether the widget of an entry stands under its label.
func (s *Screen) below(e form.Entry) bool {
	return !long(e) && ansi.StringWidth(s.label(e))+1+s.need(e) > s.room()
}

// need is the width that the widget of an entry wants.
func (s *Screen) need(e form.Entry) int {
	const text, figure = 36, 20
	if e.Depth > 0 {
		return text
	}
	switch e.Item.Kind {
	case form.KindInteger, form.KindDecimal, form.KindMoney, form.KindPercent, form.KindDate, form.KindTime:
		return figure
	case form.KindYesNo, form.KindYesNoNA, form.KindOne, form.KindMany:
		width := 0
		for _, c := range s.session().Choices(e.Field) {
			width += ansi.StringWidth(c.Label.In(s.env.Words.Lang)) + 6
		}
		return width
	case form.KindText, form.KindLongText, form.KindLookup, form.KindTable, form.KindRecords:
	}
	return text
}

// long reports whether an entry is a text of several lines.
func long(e form.Entry) bool {
	return e.Field.Part == form.Note || e.Field.Part == "" && e.Item.Kind == form.KindLongText
}

// widgetWidth is the room of an entry's widget.
func (s *Screen) widgetWidth(e form.Entry) int {
	switch {
	case long(e):
		return max(10, s.width-longIndent-1)
	case s.below(e):
		return max(4, s.width-belowIndent-1)
	}
	return min(s.room()-ansi.StringWidth(s.label(e))-1, max(s.need(e), s.room()/2))
}

func cursorAt(d field.Drawing, x, y int) *kit.Cursor {
	if d.X < 0 {
		return nil
	}
	return &kit.Cursor{X: x + d.X, Y: y + d.Y}
}

// openLong draws a long text under its label, over the whole width.
func (s *Screen) openLong(left string, room int) ([]string, *kit.Cursor) {
	return s.openBelow(left, s.widget.View(max(1, min(longLines, room-1))), longIndent)
}

// openBelow draws a widget under its label.
func (s *Screen) openBelow(left string, d field.Drawing, indent int) ([]string, *kit.Cursor) {
	out := []string{left}
	for _, l := range d.Lines {
		out = append(out, strings.Repeat(" ", indent)+l)
	}
	return out, cursorAt(d, indent, 1)
}

// flat puts a text of several lines on one.
func flat(text string) string { return strings.ReplaceAll(text, "\n", " ") }
