package field

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// many is the field of several of a list. A digit chooses or unchooses; left
// and right move the marker, space chooses where it stands, Enter leaves.
type many struct {
	spec   Spec
	list   []entry
	chosen []bool // beside list
	at     int    // the marker
	others []string
	report report
	ghosts int // letters that were refused, as in line
	done   []ticks
	undone []ticks

	flipped []int // what the last key chose or unchose
}

// ticks are what was chosen at a moment.
type ticks struct {
	chosen []bool
	others []string
}

var (
	_ Widget   = (*many)(nil)
	_ rewinder = (*many)(nil)
)

func newMany(s Spec, list []entry) *many {
	return &many{spec: s, list: list, chosen: make([]bool, len(list))}
}

// Update chooses, unchooses and moves the marker.
func (m *many) Update(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	m.report, m.flipped = report{}, nil
	if m.Captures(key) {
		m.ghosts--
		return true
	}
	switch stroke(key) {
	case "left":
		m.move(m.at - 1)
		return true
	case "right":
		m.move(m.at + 1)
		return true
	case "home":
		m.move(0)
		return true
	case "end":
		m.move(len(m.list) - 1)
		return true
	case "delete":
		m.note()
		clear(m.chosen)
		m.others, m.ghosts = nil, 0
		return true
	}
	return m.answer(Typed(key))
}

// answer takes digits, as many as come at once, and space.
func (m *many) answer(text string) bool {
	for _, letter := range vn.Graphemes(text) {
		if letter == " " && m.ghosts == 0 && len(m.list) > 0 { // behind refused letters it belongs to a word
			m.toggle(m.at)
			continue
		}
		i := m.keyed(letter)
		if i < 0 {
			m.ghosts++
			m.report = report{key: letter, keys: keysOf(m.list)}
			continue
		}
		m.toggle(i)
	}
	return text != ""
}

func (m *many) keyed(letter string) int {
	for i, e := range m.list {
		if e.key == letter {
			return i
		}
	}
	return -1
}

func (m *many) toggle(i int) {
	m.note()
	m.at, m.ghosts = i, 0
	m.flipped = append(m.flipped, i)
	m.chosen[i] = !m.chosen[i]
}

func (m *many) ticks() ticks { return ticks{slices.Clone(m.chosen), m.others} }

// note keeps what is chosen before a key changes it.
func (m *many) note() {
	m.done, m.undone = append(m.done, m.ticks()), nil
	if len(m.done) > mostEdits {
		m.done = slices.Clone(m.done[len(m.done)-mostEdits:])
	}
}

// swap takes the newest of one list for what is chosen now, which goes to the other.
func (m *many) swap(from, to *[]ticks) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	m.report, m.ghosts, m.flipped = report{}, 0, nil
	now := m.ticks()
	m.chosen, m.others = (*from)[n-1].chosen, (*from)[n-1].others
	*from, *to = (*from)[:n-1], append(*to, now)
	return true
}

func (m *many) back() bool    { return m.swap(&m.done, &m.undone) }
func (m *many) forward() bool { return m.swap(&m.undone, &m.done) }

func (m *many) rest() (back, forward bool) { return len(m.done) > 0, len(m.undone) > 0 }

func (m *many) backTo(raw string) {
	undone := append(m.undone, m.ticks())
	m.SetValue(raw, m.at)
	m.undone = undone
}

func (m *many) blank() { m.SetValue("", 0) }

func (m *many) move(to int) {
	m.ghosts = 0
	m.at = max(0, min(to, len(m.list)-1))
}

// Captures takes a Backspace that is meant for a refused letter.
func (m *many) Captures(msg tea.KeyPressMsg) bool {
	return m.ghosts > 0 && editOf(msg) == deleteBack
}

// Typing is false: only the keys of the list and space are its own.
func (m *many) Typing() bool { return false }

// SetWidth gives the room, in cells.
func (m *many) SetWidth(width int) { m.spec.Width = width }

// View draws the choices with their keys, and the marker, on as many lines as they
// need.
func (m *many) View(height int) Drawing {
	items := make([]item, 0, len(m.list))
	for i, e := range m.list {
		items = append(items, item{entry: e, chosen: m.chosen[i], marker: i == m.at})
	}
	return strips(m.spec, items, m.at, height)
}

// Value returns the chosen codes in the list's order, with single spaces
// between; behind them what stood there without being in the list.
func (m *many) Value() string {
	var codes []string
	for i, e := range m.list {
		if m.chosen[i] {
			codes = append(codes, e.code)
		}
	}
	return strings.Join(append(codes, m.others...), " ")
}

// SetValue chooses codes with spaces, commas or semicolons between; the marker
// is put after so many entries.
func (m *many) SetValue(raw string, caret int) {
	clear(m.chosen)
	m.others, m.report, m.ghosts, m.flipped = nil, report{}, 0, nil
	m.done, m.undone = nil, nil
	words := strings.FieldsFunc(vn.CleanLine(raw), func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
	for _, word := range words {
		if i := m.coded(word); i >= 0 {
			m.chosen[i] = true
		} else {
			m.others = append(m.others, word)
		}
	}
	m.move(caret)
}

func (m *many) coded(code string) int {
	for i, e := range m.list {
		if e.code == code {
			return i
		}
	}
	return -1
}

// Caret says on which entry the marker stands.
func (m *many) Caret() int { return m.at }

// Done is false: Enter leaves.
func (m *many) Done() bool { return false }

// Echo says how many are chosen.
func (m *many) Echo(w *i18n.Words) string {
	if s := m.report.sentence(w, 0, form.KindMany); s != "" {
		return s
	}
	n := len(m.others)
	for _, chosen := range m.chosen {
		if chosen {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(w.Field.Chosen, n)
}
