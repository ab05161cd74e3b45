package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// choice is the field of one of several: yes or no, one of a list. One key is
// an answer; left, right and space go through the choices, and where they stop
// is what is chosen. A pasted or typed word is no answer.
type choice struct {
	spec    Spec
	list    []entry
	advance bool
	at      int    // what is chosen; -1: nothing of the list
	raw     string // what stands there without being in the list; kept until a choice is made
	done    bool
	report  report
	ghosts  int // letters that were refused, as in line
}

var _ Widget = (*choice)(nil)

func newChoice(s Spec, list []entry, advance bool) *choice {
	return &choice{spec: s, list: list, advance: advance, at: -1}
}

// Update chooses.
func (c *choice) Update(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return false
	}
	c.done, c.report = false, report{}
	if c.Captures(key) {
		c.ghosts--
		return true
	}
	switch stroke(key) {
	case "left":
		c.move(-1)
		return true
	case "right":
		c.move(1)
		return true
	case "delete":
		c.at, c.raw, c.ghosts = -1, "", 0
		return true
	case "home", "end", "backspace", "ctrl+h", "ctrl+w", "ctrl+u":
		return false
	}
	return c.answer(Typed(key))
}

// answer takes what was typed: a key of the list, or a space. Any other text is
// refused, since an input method may yet take it back.
func (c *choice) answer(text string) bool {
	switch {
	case text == "":
		return false
	case text == " " && c.ghosts == 0: // behind refused letters it belongs to a word
		c.move(1)
		return true
	}
	for i, e := range c.list {
		if e.key == text {
			c.choose(i)
			c.done = c.advance
			return true
		}
	}
	c.ghosts += len(vn.Graphemes(text))
	c.report = report{key: text, keys: keysOf(c.list)}
	return true
}

func (c *choice) choose(i int) { c.at, c.raw, c.ghosts = i, "", 0 }

func (c *choice) move(by int) {
	n := len(c.list)
	switch {
	case n == 0:
	case c.at < 0 && by > 0:
		c.choose(0)
	case c.at < 0:
		c.choose(n - 1)
	default:
		c.choose((c.at + by + n) % n)
	}
}

// Captures takes a Backspace that is meant for a refused letter; any other goes
// back to the item before.
func (c *choice) Captures(msg tea.KeyPressMsg) bool {
	return c.ghosts > 0 && editOf(msg) == deleteBack
}

// Typing is false: only the keys of the list and space are its own.
func (c *choice) Typing() bool { return false }

// SetWidth gives the room, in cells.
func (c *choice) SetWidth(width int) { c.spec.Width = width }

// View draws the choices with their keys.
func (c *choice) View(int) Drawing {
	items := make([]item, 0, len(c.list))
	for i, e := range c.list {
		items = append(items, item{entry: e, chosen: i == c.at})
	}
	return strip(c.spec, items, c.at)
}

// Value returns the code that is chosen, or what stood there.
func (c *choice) Value() string {
	if c.at >= 0 {
		return c.list[c.at].code
	}
	return c.raw
}

// SetValue chooses a code; a text that is none is kept as it is.
func (c *choice) SetValue(raw string, _ int) {
	c.at, c.raw, c.done, c.report, c.ghosts = -1, strings.TrimSpace(vn.CleanLine(raw)), false, report{}, 0
	for i, e := range c.list {
		if e.code == c.raw {
			c.choose(i)
		}
	}
}

// Caret is 0: there is no text.
func (c *choice) Caret() int { return 0 }

// Done reports whether a digit or the dash answered.
func (c *choice) Done() bool { return c.done }

// Echo says that a key chose nothing, or what stands there without being in
// the list.
func (c *choice) Echo(w *i18n.Words) string {
	if s := c.report.sentence(w, 0, form.KindOne); s != "" {
		return s
	}
	return c.raw
}
