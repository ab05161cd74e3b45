package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// edit is what an editing key does to a text.
type edit int

const (
	noEdit edit = iota
	deleteBack
	deleteForward
	deleteWord
	deleteToStart
	goLeft
	goRight
	goHome
	goEnd
)

// editOf reads an editing key. Backspace is 0x7f on one terminal and 0x08,
// which arrives as Ctrl+H, on another; Home and End have two codes each.
func editOf(msg tea.KeyPressMsg) edit {
	if msg.Text != "" && msg.Text != " " {
		return noEdit
	}
	switch msg.Keystroke() {
	case "backspace", "shift+backspace", "ctrl+h":
		return deleteBack
	case "delete":
		return deleteForward
	case "ctrl+w":
		return deleteWord
	case "ctrl+u":
		return deleteToStart
	case "left":
		return goLeft
	case "right":
		return goRight
	case "home", "find":
		return goHome
	case "end", "select":
		return goEnd
	}
	return noEdit
}

// keypad is what the keys of a keypad type in a terminal's application mode,
// where they arrive without a text.
var keypad = [...]struct {
	code rune
	text string
}{
	{tea.KeyKpEqual, "="}, {tea.KeyKpMultiply, "*"}, {tea.KeyKpPlus, "+"}, {tea.KeyKpComma, ","},
	{tea.KeyKpMinus, "-"}, {tea.KeyKpDecimal, "."}, {tea.KeyKpDivide, "/"},
	{tea.KeyKp0, "0"}, {tea.KeyKp1, "1"}, {tea.KeyKp2, "2"}, {tea.KeyKp3, "3"}, {tea.KeyKp4, "4"},
	{tea.KeyKp5, "5"}, {tea.KeyKp6, "6"}, {tea.KeyKp7, "7"}, {tea.KeyKp8, "8"}, {tea.KeyKp9, "9"},
}

// Typed returns the text that a key types, of any length, without anything that
// a terminal could take for a command or that changes the direction of writing.
func Typed(msg tea.KeyPressMsg) string {
	if msg.Text == "" && msg.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper|tea.ModHyper) == 0 {
		for _, k := range keypad {
			if k.code == msg.Code {
				return k.text
			}
		}
	}
	return printable(msg.Text)
}

// printable drops broken bytes, control and format characters and the two
// separators of lines. Unlike vn.CleanLine it does not compose: an input method
// that typed two code points takes two back.
func printable(s string) string {
	plain := func(r rune) bool { return r >= ' ' && r <= '~' }
	if !strings.ContainsFunc(s, func(r rune) bool { return !plain(r) }) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		broken := r == utf8.RuneError && size == 1
		if !broken && !unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
