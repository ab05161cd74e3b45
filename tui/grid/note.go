package grid

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// say is a part of the note line.
type say struct {
	text  string
	style lipgloss.Style
}

// noteLines are the note line with what stands above it: what is the matter with the
// cell or the table first, then what can be chosen, what the cell says in words,
// and what is to be entered. A problem that is too long for the line begins above
// it, in the lines that are free; else what has no room is left out, the last
// first.
func (s *Screen) noteLines(free int) (above []string, line string) {
	parts, whole := s.noteParts()
	if !whole {
		return nil, s.line(parts)
	}
	wrapped := s.wrap(parts[0].text)
	n := min(len(wrapped)-1, free)
	for _, text := range wrapped[:n] {
		above = append(above, " "+parts[0].style.Render(text))
	}
	parts[0].text = strings.Join(wrapped[n:], " ")
	return above, s.line(parts)
}

func (s *Screen) wrap(text string) []string {
	return strings.Split(ansi.Wrap(text, s.width-2, ""), "\n")
}

// wanted is how many lines under the rows are needed for what is the matter, or for the
// text of several lines that is being typed: for these rows make room.
func (s *Screen) wanted() int {
	if s.several() {
		return min(strings.Count(s.editor.Value(), "\n")+1, kit.NoteLines)
	}
	parts, whole := s.noteParts()
	if !whole {
		return 0
	}
	return min(len(s.wrap(parts[0].text)), kit.NoteLines) - 1
}

// noteParts are the parts of the note, and whether the first must be read whole:
// something that is wrong, or a question.
func (s *Screen) noteParts() (parts []say, whole bool) {
	th, w := s.env.Theme, s.env.Words
	asked := s.asked()
	switch {
	case s.block != nil:
		return []say{{w.Grid.PasteKeys, th.Hint}}, false
	case asked != nil:
		return []say{{asked.text(s), th.Notice}}, true
	case len(s.rows) == 0:
		return []say{{s.table.Hint.In(w.Lang), th.Hint}}, false
	case s.choosing():
		return []say{{w.Grid.MatchKeys, th.Hint}, {s.entry(), th.Hint}}, false
	case s.editor != nil:
		return []say{{s.editor.Echo(w), th.Hint}, {s.longHint(), th.Hint}, {s.entry(), th.Hint}}, false
	}
	f, col := s.field(), s.column(s.col)
	parts, missing := s.matter(f)
	if s.rows[s.row].started() {
		table, _ := s.matter(form.Field{Item: s.table.Name})
		parts = append(parts, table...)
	}
	whole = len(parts) > 0
	if s.refusal(s.row, s.col) == "" {
		parts = append(parts, say{s.choices(col), th.Value})
	}
	parts = append(parts, say{s.words(f, col), th.Value})
	parts = append(append(parts, missing...), say{s.entry(), th.Hint}, say{s.longHint(), th.Hint})
	if note := s.session.Get(s.noteField(f.Row)).Raw; note != "" {
		parts = append(parts, say{w.Fill.Note + ": " + oneLine(note), th.Hint})
	}
	for _, r := range s.ratios() {
		parts = append(parts, say{r, th.Hint})
	}
	return slices.DeleteFunc(parts, func(p say) bool { return p.text == "" }), whole
}

// line joins the parts that say something and cuts at the width.
func (s *Screen) line(parts []say) string {
	th := s.env.Theme
	var b strings.Builder
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(th.Muted.Render(" " + th.Sign.Sep + " "))
		}
		b.WriteString(p.style.Render(p.text))
	}
	return ansi.Truncate(b.String(), s.width-1, th.Sign.CutRight) // the root has a margin of one
}

// matter are the problems of a field, the gravest first, each with its sign.
// That it is not answered yet comes apart: it is not news while one fills it in.
func (s *Screen) matter(f form.Field) (parts, missing []say) {
	return s.matterIn(f, s.env.Words.Problem)
}

// matterIn are the problems of a field in the words of who reads or hears them.
func (s *Screen) matterIn(f form.Field, in func(form.Problem) string) (parts, missing []say) {
	th := s.env.Theme
	var stops, others []say
	for _, p := range s.session.ProblemsAt(f) {
		text := in(p)
		stop := say{th.Sign.Stop + " " + text, th.Problem}
		switch {
		case p.Code == form.Missing:
			missing = append(missing, stop)
		case p.Severity == form.Stop:
			stops = append(stops, stop)
		case p.Severity == form.Reason:
			others = append(others, say{th.Sign.Reason + " " + text, th.Reason})
		default:
			others = append(others, say{th.Sign.Notice + " " + text, th.Notice})
		}
	}
	return append(stops, others...), missing
}

// telltale is what the row is about, in full, when its cell does not say it and
// so many lines are free under the rows that nothing has to move for it.
func (s *Screen) telltale(free int) []string {
	if s.block != nil || len(s.rows) == 0 || s.choosing() {
		return nil
	}
	if s.several() {
		return s.textLines(free)
	}
	return s.wrapped(say{s.about(), s.env.Theme.Muted}, free)
}

// wrapped lays a text out over lines, or says nothing where they are not free.
func (s *Screen) wrapped(what say, free int) []string {
	if what.text == "" {
		return nil
	}
	lines := s.wrap(what.text)
	if len(lines) > free {
		return nil
	}
	for i, line := range lines {
		lines[i] = " " + what.style.Render(line)
	}
	return lines
}

// about is the text that says what a row of findings, or of anything else that is
// followed up, is about, unless its cell is in sight and shows the whole of it.
func (s *Screen) about() string {
	c := s.telling()
	if c < 0 || c == s.col {
		return ""
	}
	text := oneLine(s.rows[s.row].cells[c].text)
	if slices.Contains(s.inSight(), c) && ansi.StringWidth(text) <= s.plan.cols[c].width {
		return ""
	}
	return text
}

// telling is the column whose text becomes, or is, what a followed record is
// called; -1 in other tables.
func (s *Screen) telling() int {
	t := s.table.Table
	return slices.IndexFunc(t.Visible(), func(it *form.Item) bool {
		return t.Settles != nil && t.Settles.Show[it.Name] == "title" || t.Opens != nil && t.Opens.Fill["what"] == it.Name
	})
}

// choices are the entries of a short list with their digits: "[1] Có  [2] Không".
func (s *Screen) choices(col *form.Item) string {
	var parts []string
	list := s.digits()
	for i, key := range keysOf(list) {
		parts = append(parts, "["+key+"] "+list[i].Label.In(s.env.Words.Lang))
	}
	if parts == nil && choosable(col) {
		return key(s.env.Keys, s.env.Words, keymap.Pick)
	}
	return strings.Join(parts, "  ")
}

// words is the answer as it is said: an amount, a date with its weekday, the
// whole of what the column has no room for.
func (s *Screen) words(f form.Field, col *form.Item) string {
	w := s.env.Words
	v := s.session.Get(f).Value
	switch col.Kind {
	case form.KindMoney:
		n, ok := v.Int()
		if !ok {
			return ""
		}
		full := vn.Money(n).InWords()
		if w.Lang == "en" {
			full = vn.Money(n).InWordsEN()
		}
		if ansi.StringWidth(full) > s.width/2 {
			return w.Money(vn.Money(n))
		}
		return full
	case form.KindDate:
		if d, err := vn.ParseISO(v.Text()); err == nil {
			return w.Day(d)
		}
	case form.KindText, form.KindLongText, form.KindOne, form.KindMany, form.KindLookup:
		if x := s.rows[s.row].cells[s.col]; ansi.StringWidth(x.text) > s.plan.cols[s.col].width {
			return x.text
		}
	case form.KindInteger, form.KindDecimal, form.KindPercent, form.KindTime, form.KindYesNo, form.KindYesNoNA, form.KindTable, form.KindRecords:
	}
	return ""
}

// entry is what is to be entered: the column's full name with its unit, and
// its hint.
func (s *Screen) entry() string {
	lang, col := s.env.Words.Lang, s.column(s.col)
	text := col.Label.In(lang)
	if unit := col.Unit.In(lang); unit != "" && unit != text {
		text += " (" + unit + ")"
	}
	if hint := col.Hint.In(lang); hint != "" {
		text += ": " + hint
	}
	return text
}

// ratios are the percentages that the form works out from the table: those that
// stand right behind it in its section.
func (s *Screen) ratios() []string {
	var list []string
	behind := false
	for _, it := range s.session.Definition().Items() {
		if it == s.table {
			behind = true
			continue
		}
		if behind && (it.Section != s.table.Section || !it.Computed()) {
			break
		}
		if !behind || it.Kind != form.KindPercent || !s.session.Visible(it.Name) {
			continue
		}
		if shown := s.session.Shown(form.Field{Item: it.Name}, s.env.Words.Lang); shown != "" {
			list = append(list, it.Label.In(s.env.Words.Lang)+" "+shown+" %")
		}
	}
	return list
}
