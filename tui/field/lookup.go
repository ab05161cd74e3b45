package field

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// found is how many entries a look-up asks for: the best one, and enough to
// say that there are others.
const found = 50

// lookup is the field of one of a long list: one types a part of the name, the
// best match stands behind it, Right takes it, F9 opens the list. A text that
// fits several entries is kept as a text: of two communes of the same name none
// is chosen silently.
//
// code is what Value gives; settled says that its name stands in the line.
type lookup struct {
	line    line
	spec    Spec
	code    string
	settled bool
	matches []form.Choice // of what is typed, the best first
	// names are the codes that were settled since the field was opened, by the name
	// that stood in the line: of two of the same name typing back finds the right one.
	names  map[string]string
	marked int // the match that is taken
}

var (
	_ Widget   = (*lookup)(nil)
	_ rewinder = (*lookup)(nil)
	_ Matching = (*lookup)(nil)
)

// Matching is a field whose matches the screen shows itself, where the field has
// no room for them: the person goes through them and takes the marked one.
type Matching interface {
	// Matches are those of what is typed, and which of them is marked; none when
	// an entry has been taken.
	Matches() (list []form.Choice, marked int)
	// Mark goes on by so many matches, and stops at the ends.
	Mark(by int)
	// Take puts the marked match into the field.
	Take()
}

// Matches are those of what is typed.
func (l *lookup) Matches() ([]form.Choice, int) { return l.matches, l.marked }

// Mark goes on by so many matches.
func (l *lookup) Mark(by int) { l.marked = max(min(l.marked+by, len(l.matches)-1), 0) }

// Take puts the marked match into the field.
func (l *lookup) Take() {
	if len(l.matches) == 0 {
		return
	}
	m := l.matches[l.marked]
	l.line.blank()
	l.line.insert(m.Label.In(l.spec.Words.Lang))
	l.line.seal()
	l.settle(m.Code)
}

// Sought is what is typed in a look-up, for the list that is opened there to begin
// with; "" once an entry was taken, and in a field of any other kind.
func Sought(w Widget) string {
	l, ok := w.(*lookup)
	if !ok || l.settled {
		return ""
	}
	return l.line.Value()
}

func newLookup(s Spec) *lookup {
	if s.Find == nil {
		s.Find = func(typed string, limit int) []form.Choice { return search(s.Choices, typed, limit) }
	}
	if s.Name == nil {
		s.Name = func(code string) (string, bool) { return nameOf(s.Choices, code, s.Words.Lang) }
	}
	l := &lookup{line: *newText(s, 0), spec: s, names: map[string]string{}}
	l.line.search = true
	return l
}

// search finds the choices with every typed word in their code or name.
func search(list []form.Choice, typed string, limit int) []form.Choice {
	var hits []form.Choice
	for _, c := range list {
		if len(hits) == limit {
			break
		}
		if vn.Match(vn.Fold(c.Code+" "+c.Label.VI+" "+c.Label.EN), typed) {
			hits = append(hits, c)
		}
	}
	return hits
}

func nameOf(list []form.Choice, code, lang string) (string, bool) {
	for _, c := range list {
		if c.Code == code {
			return c.Label.In(lang), true
		}
	}
	return "", false
}

// Update types, and looks up what is typed. The first letter after an entry was
// settled begins anew; an editing key changes its name.
func (l *lookup) Update(msg tea.Msg) bool {
	key, isKey := msg.(tea.KeyPressMsg)
	if isKey && l.takesMatch(key) {
		l.Take()
		return true
	}
	_, isPaste := msg.(tea.PasteMsg)
	writes := isPaste || (isKey && editOf(key) == noEdit && typed(key) != "")
	if l.settled && writes {
		l.line.blank()
	}
	before := l.line.Value()
	if !l.line.Update(msg) {
		return false
	}
	if writes || l.line.Value() != before {
		l.look()
	}
	return true
}

// takesMatch reports whether a key takes the match that is shown: Right, behind
// the text.
func (l *lookup) takesMatch(key tea.KeyPressMsg) bool {
	return editOf(key) == goRight && !l.settled && len(l.matches) > 0 && l.line.Caret() == len(l.line.letters)
}

// look finds what was typed. One match, or one with exactly that name or code,
// is settled without changing what stands there.
func (l *lookup) look() {
	l.code, l.settled, l.matches, l.marked = "", false, nil, 0
	text := strings.TrimSpace(l.line.Value())
	if text == "" {
		return
	}
	// A copy: the order is changed below, and the list is the finder's.
	l.matches = slices.Clone(l.spec.Find(text, found))
	if len(l.matches) == 1 {
		l.code = l.matches[0].Code
		return
	}
	if i, ok := only(l.matches, text); ok {
		l.matches[0], l.matches[i] = l.matches[i], l.matches[0]
		l.code = l.matches[0].Code
	}
}

// only finds the one match that is called exactly as typed, accents apart.
func only(matches []form.Choice, text string) (int, bool) {
	folded, at, same := vn.Fold(text), 0, 0
	for i, c := range matches {
		if vn.Fold(c.Code) == folded || vn.Fold(c.Label.VI) == folded || vn.Fold(c.Label.EN) == folded {
			at = i
			same++
		}
	}
	return at, same == 1
}

// settle takes an entry whose name stands in the line.
func (l *lookup) settle(code string) {
	l.code, l.settled, l.matches, l.marked = code, true, nil, 0
	l.names[l.line.Value()] = code
}

// rewound finds again what the line says after typing was taken back.
func (l *lookup) rewound(changed bool) bool {
	l.line.report, l.line.ghosts = report{}, 0
	if code, ok := l.names[l.line.Value()]; ok {
		l.settle(code)
	} else {
		l.look()
	}
	return changed
}

func (l *lookup) back() bool    { return l.rewound(l.line.back()) }
func (l *lookup) forward() bool { return l.rewound(l.line.forward()) }

func (l *lookup) rest() (back, forward bool) { return l.line.rest() }

func (l *lookup) backTo(raw string) {
	name, ok := l.spec.Name(raw)
	if !ok {
		name = raw
	}
	l.line.backTo(name)
	l.rewound(true)
	if ok {
		l.settle(raw)
	}
}

func (l *lookup) blank() {
	l.line.blank()
	l.look()
}

// Captures takes a Backspace that is meant for a refused letter.
func (l *lookup) Captures(msg tea.KeyPressMsg) bool { return l.line.Captures(msg) }

// Typing is true: letters belong to the text.
func (l *lookup) Typing() bool { return true }

// SetWidth gives the room, in cells.
func (l *lookup) SetWidth(width int) {
	l.spec.Width = width
	l.line.SetWidth(width)
}

// View draws the text and behind it, where there is room, the best match.
func (l *lookup) View(height int) Drawing {
	d := l.line.View(height)
	if l.settled || len(l.matches) == 0 || l.spec.Width <= 0 {
		return d
	}
	behind := "  " + l.spec.Theme.Sign.Into + " " + l.matches[l.marked].Label.In(l.spec.Words.Lang)
	room := l.spec.Width - max(ansi.StringWidth(d.Lines[0]), d.X+1)
	const least = 8
	if room < least {
		return d
	}
	pad := strings.Repeat(" ", max(0, d.X-ansi.StringWidth(d.Lines[0])))
	shown := ansi.Truncate(behind, room, l.spec.Theme.Sign.CutRight)
	d.Lines[0] += pad + l.spec.Theme.Muted.Render(shown)
	return d
}

// Value returns the code that is settled, else what was typed.
func (l *lookup) Value() string {
	if l.code != "" {
		return l.code
	}
	return l.line.Value()
}

// SetValue takes a code, which is shown by its name, or a text.
func (l *lookup) SetValue(raw string, caret int) {
	if name, ok := l.spec.Name(raw); ok {
		l.line.SetValue(name, caret)
		l.names = map[string]string{}
		l.settle(raw)
		return
	}
	l.line.SetValue(raw, caret)
	l.look()
}

// Caret says after how many letters the caret stands.
func (l *lookup) Caret() int { return l.line.Caret() }

// Done is false: Enter leaves.
func (l *lookup) Done() bool { return false }

// Echo says whether anything matches and how many others do.
func (l *lookup) Echo(w *i18n.Words) string {
	if s := l.line.report.sentence(w, l.line.max, form.KindLookup); s != "" {
		return s
	}
	switch {
	case l.settled || strings.TrimSpace(l.line.Value()) == "":
		return ""
	case len(l.matches) == 0:
		return w.Field.NoMatch
	}
	best := l.matches[0].Label.In(w.Lang)
	if l.code != "" {
		return best
	}
	return i18n.Count(w.Field.MoreMatches, best, len(l.matches)-1)
}
