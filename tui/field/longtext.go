package field

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// longestText is how many letters a long text takes from the keyboard where
// the form does not say.
const longestText = 20_000

// longText is a text of several lines. Enter begins a new line, Tab leaves it,
// and Up and Down leave it at its first and last line.
type longText struct {
	typist
	spec   Spec
	max    int
	report report
	ghosts int // letters that were refused, as in line
}

var (
	_ Widget   = (*longText)(nil)
	_ rewinder = (*longText)(nil)
)

func newLongText(s Spec, max int) *longText {
	if max <= 0 {
		max = longestText
	}
	return &longText{typist: typist{input: s.Input}, spec: s, max: max}
}

// Update types, edits, moves or pastes.
func (t *longText) Update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		t.report, t.ghosts = report{}, 0
		t.settle()
		text := vn.CleanText(msg.Content)
		var taken bool
		if t.report, taken = measured(len(t.letters)+utf8.RuneCountInString(text), t.max, t.spec); taken {
			t.pasteIn(text)
		}
		return true
	case tea.KeyPressMsg:
		return t.key(msg)
	}
	return false
}

func (t *longText) key(msg tea.KeyPressMsg) bool {
	if op := editOf(msg); op != noEdit {
		t.report = report{}
		if op == deleteBack && t.ghosts > 0 {
			t.ghosts--
			return true
		}
		t.ghosts = 0
		if op == deleteBack {
			t.unwrite()
			return true
		}
		t.settle()
		t.apply(op)
		return true
	}
	switch stroke(msg) {
	case "enter":
		t.typeIn("\n")
		return true
	case "up":
		return t.climb(-1)
	case "down":
		return t.climb(1)
	}
	text := Typed(msg)
	if text == "" {
		return false
	}
	t.typeIn(text)
	return true
}

// backTo shows what stood there when nothing of the typing is known any more.
func (t *longText) backTo(raw string) {
	t.report, t.ghosts = report{}, 0
	t.typist.backTo(vn.Graphemes(vn.CleanText(raw)))
}

func (t *longText) typeIn(text string) {
	if t.compose(text, t.max) {
		t.report, t.ghosts = report{}, 0
		return
	}
	taken, refused, r := sift(text, t.max-len(t.letters), anyText{}.takes)
	t.report = r
	t.ghosts += refused
	if taken != "" {
		t.ghosts = 0
		t.insert(taken)
	}
}

// climb moves the caret a line up or down, in its column; false at the edge.
func (t *longText) climb(by int) bool {
	t.report, t.ghosts = report{}, 0
	t.settle()
	rows := wrap(t.letters, t.spec.Width)
	at := rowOf(rows, t.caret)
	to := at + by
	if to < 0 || to >= len(rows) {
		return false
	}
	column := cellsOf(t.letters[rows[at].from:t.caret])
	t.caret = rows[to].from
	for t.caret < rows[to].to && cellsOf(t.letters[rows[to].from:t.caret+1]) <= column {
		t.caret++
	}
	// Behind the last letter of a row that was broken the caret would be drawn
	// at the beginning of the next.
	if rows[to].broken && t.caret == rows[to].to {
		t.caret--
	}
	return true
}

// Captures takes Enter always, Up and Down inside the text.
func (t *longText) Captures(msg tea.KeyPressMsg) bool {
	switch stroke(msg) {
	case "enter":
		return true
	case "up":
		return rowOf(wrap(t.letters, t.spec.Width), t.caret) > 0
	case "down":
		rows := wrap(t.letters, t.spec.Width)
		return rowOf(rows, t.caret) < len(rows)-1
	}
	return false
}

// stroke names a key that types nothing; "" for one that does.
func stroke(msg tea.KeyPressMsg) string {
	if msg.Text != "" {
		return ""
	}
	return msg.Keystroke()
}

// Typing is true: letters belong to the text.
func (t *longText) Typing() bool { return true }

// SetWidth gives the room, in cells; the text is broken anew.
func (t *longText) SetWidth(width int) { t.spec.Width = width }

// View draws the rows around the caret. Like a line, the part moves by half of
// the height at a time.
func (t *longText) View(height int) Drawing {
	if t.spec.Width <= 0 || height <= 0 {
		return Drawing{X: -1}
	}
	rows := wrap(t.letters, t.spec.Width)
	at := rowOf(rows, t.caret)
	top := 0
	if at >= height {
		step := max(1, height/2)
		top = (at - height + step) / step * step
	}
	column := cellsOf(t.letters[rows[at].from:t.caret])
	d := Drawing{X: min(column, t.spec.Width-1), Y: at - top}
	for _, r := range rows[top:min(top+height, len(rows))] {
		// Only a wide letter in a room of one cell is longer than the room.
		text := ansi.Truncate(strings.Join(t.letters[r.from:r.to], ""), t.spec.Width, "")
		d.Lines = append(d.Lines, t.spec.Theme.Value.Render(text))
	}
	return d
}

// Value returns the text as it was typed.
func (t *longText) Value() string {
	text, _ := t.settled()
	return text
}

// SetValue replaces the text.
func (t *longText) SetValue(raw string, caret int) {
	t.report, t.ghosts = report{}, 0
	t.put(vn.CleanText(raw), caret)
}

// Caret says after how many letters the caret stands; a new line is a letter.
func (t *longText) Caret() int {
	_, caret := t.settled()
	return caret
}

// Done is false: a long text is left by Tab.
func (t *longText) Done() bool { return false }

// Echo says what was refused.
func (t *longText) Echo(w *i18n.Words) string { return t.report.sentence(w, t.max, form.KindLongText) }
