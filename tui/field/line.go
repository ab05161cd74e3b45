package field

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// longest is how many letters a line takes from the keyboard where the form
// does not say; most is more than any text of one field has. A paste beyond most
// is refused whole, not cut.
const (
	longest = 500
	most    = 100_000
)

// manner is what one kind of line takes and what it says while one types.
type manner interface {
	// takes reports whether a character can stand in such a text at all.
	takes(r rune) bool
	// echo says what was understood; "" when there is nothing to add.
	echo(text string, w *i18n.Words) string
}

// line is the field of one line: texts, numbers, amounts, dates, times.
type line struct {
	typist
	spec   Spec
	manner manner
	max    int
	report report
	// ghosts counts the letters that were refused since the last one that was
	// taken. An input method thinks that they stand there: to make "đ" of the
	// "d" it typed it sends Backspace first, which must not delete a digit.
	ghosts int
}

var (
	_ Widget   = (*line)(nil)
	_ rewinder = (*line)(nil)
)

func newLine(s Spec, m manner, max int) *line {
	if max <= 0 {
		max = longest
	}
	return &line{spec: s, manner: m, max: max}
}

// NewSearch makes the line in which a person types what is looked for: words, which
// are composed as in a text, and codes, which are not.
func NewSearch(s Spec) Widget {
	s.kind = form.KindText
	l := newText(s, 0)
	l.search = true
	return l
}

// newText makes the line of a text in words.
func newText(s Spec, max int) *line {
	l := newLine(s, anyText{}, max)
	l.input = s.Input
	return l
}

// newCode makes the line of a code, such as the number of a document.
func newCode(s Spec, max int) *line {
	l := newText(s, max)
	l.code = true
	return l
}

// Update types, edits or pastes.
func (l *line) Update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		l.paste(msg.Content)
		return true
	case tea.KeyPressMsg:
		return l.key(msg)
	}
	return false
}

func (l *line) key(msg tea.KeyPressMsg) bool {
	op := editOf(msg)
	if op == noEdit {
		text := Typed(msg)
		if text == "" {
			return false
		}
		l.typeIn(text)
		return true
	}
	l.report = report{}
	if op == deleteBack && l.ghosts > 0 {
		l.ghosts--
		return true
	}
	l.ghosts = 0
	if op == deleteBack {
		l.unwrite()
		return true
	}
	l.settle()
	l.apply(op)
	return true
}

// typeIn takes what can stand in the text and reports the rest.
func (l *line) typeIn(text string) {
	if l.compose(text, l.max) {
		l.report, l.ghosts = report{}, 0
		return
	}
	taken, refused, r := sift(text, l.max-len(l.letters), l.manner.takes)
	l.report = r
	l.ghosts += refused
	if taken != "" {
		l.ghosts = 0
		l.insert(taken)
	}
}

// sift divides what was typed into the letters that can stand in a text with
// room for so many more, and the count of the others with the reason for the
// last one.
func sift(text string, room int, takes func(rune) bool) (taken string, refused int, r report) {
	var b strings.Builder
	for _, letter := range vn.Graphemes(text) {
		switch {
		case strings.ContainsFunc(letter, func(r rune) bool { return !takes(r) }):
			r = report{letter: letter}
			refused++
		case room <= 0:
			r = report{full: true}
			refused++
		default:
			b.WriteString(letter)
			room--
		}
	}
	return b.String(), refused, r
}

// paste puts a text in, whole. It is not sifted by kind and may be longer than
// the item takes: what cannot be read is kept and gets a mark when the field is
// left, which is better than an amount that has lost a digit on the way.
func (l *line) paste(content string) {
	l.report, l.ghosts = report{}, 0
	l.settle()
	text := strings.TrimSpace(vn.CleanText(content))
	if lines := strings.Count(text, "\n") + 1; lines > 1 {
		l.report.joined = lines
	}
	text = vn.CleanLine(text)
	r, taken := measured(len(l.letters)+utf8.RuneCountInString(text), l.max, l.spec)
	if r != (report{}) {
		l.report = r
	}
	if taken {
		l.pasteIn(text)
	}
}

// measured says of a text that a paste would make so long whether it is taken. One
// longer than its item takes is, and is marked when it is left; a note or an evidence
// is never marked, so there the paste is refused whole.
func measured(letters, max int, s Spec) (r report, taken bool) {
	switch companion := s.Part == form.Note || s.Part == form.Evidence; {
	case letters > most:
		return report{tooMuch: most}, false
	case letters <= max:
		return report{}, true
	case companion:
		return report{tooMuch: max}, false
	}
	return report{over: letters}, true
}

// backTo shows what stood there when nothing of the typing is known any more.
func (l *line) backTo(raw string) {
	l.report, l.ghosts = report{}, 0
	l.typist.backTo(vn.Graphemes(vn.CleanLine(raw)))
}

// rest reports whether typing can be taken back, and had again.
func (e *editor) rest() (back, forward bool) { return len(e.past.done) > 0, len(e.past.undone) > 0 }

// Captures takes a Backspace that is meant for a refused letter.
func (l *line) Captures(msg tea.KeyPressMsg) bool {
	return l.ghosts > 0 && editOf(msg) == deleteBack
}

// Typing is true: letters belong to the text.
func (l *line) Typing() bool { return true }

// SetWidth gives the room, in cells.
func (l *line) SetWidth(width int) { l.spec.Width = width }

// View draws the part of the line that has the caret in it.
func (l *line) View(int) Drawing {
	w := look(l.letters, l.caret, l.spec.Width)
	return Drawing{Lines: []string{w.render(l.spec)}, X: w.caret}
}

func (w window) render(s Spec) string {
	var b strings.Builder
	if w.left {
		b.WriteString(s.Theme.Muted.Render(s.Theme.Sign.CutLeft))
	}
	b.WriteString(s.Theme.Value.Render(w.text))
	if w.right {
		b.WriteString(s.Theme.Muted.Render(s.Theme.Sign.CutRight))
	}
	return b.String()
}

// Value returns the text as it was typed.
func (l *line) Value() string {
	text, _ := l.settled()
	return text
}

// SetValue replaces the text.
func (l *line) SetValue(raw string, caret int) {
	l.report, l.ghosts = report{}, 0
	l.put(vn.CleanLine(raw), caret)
}

// Caret says after how many letters the caret stands.
func (l *line) Caret() int {
	_, caret := l.settled()
	return caret
}

// Done is false: a text is left by Enter.
func (l *line) Done() bool { return false }

// Echo says what was refused or understood.
func (l *line) Echo(w *i18n.Words) string {
	if s := l.report.sentence(w, l.max, l.spec.kind); s != "" {
		return s
	}
	if text := strings.TrimSpace(l.text()); text != "" {
		return l.manner.echo(text, w)
	}
	return ""
}

// report is what the last key or paste met with; the zero report is nothing.
type report struct {
	letter  string // a character that was refused
	full    bool   // the longest text was reached
	tooMuch int    // the most letters, for which a paste was refused
	over    int    // letters that a paste made of a text, more than the field's most
	joined  int    // pasted lines that became one
	key     string // a key that chooses nothing
	keys    string // those that do, where it chose nothing
}

// sentence says it, and what would be taken; max is the longest text of the field,
// kind that of its item.
func (r report) sentence(w *i18n.Words, max int, kind form.Kind) string {
	switch {
	case r.letter != "":
		return fmt.Sprintf(w.Field.RefusedLetter, r.letter, w.Problems.Needs[kind])
	case r.full:
		return fmt.Sprintf(w.Field.RefusedLong, max)
	case r.tooMuch > 0:
		return fmt.Sprintf(w.Field.RefusedPaste, vn.FormatInt(int64(r.tooMuch)))
	case r.over > 0:
		return fmt.Sprintf(w.Field.PastedLong, vn.FormatInt(int64(r.over)), vn.FormatInt(int64(max)))
	case r.joined > 0:
		return fmt.Sprintf(w.Field.Joined, r.joined)
	case r.key != "" && r.keys == "":
		return w.Field.RefusedChoice
	case r.key != "":
		return fmt.Sprintf(w.Field.RefusedKey, r.key, r.keys)
	}
	return ""
}
