package keymap_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/keymap"
)

func TestTheMapHasNoFault(t *testing.T) {
	for _, m := range []*keymap.Map{keymap.New(), keymap.NewASCII()} {
		for _, err := range m.Check() {
			t.Error(err)
		}
	}
}

func TestKeysDoWhatTheTableSays(t *testing.T) {
	letter := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }
	ctrl := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Mod: tea.ModCtrl} }
	special := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r} }
	for _, c := range []struct {
		name  string
		scope keymap.Scope
		msg   tea.KeyPressMsg
		want  keymap.Action
	}{
		{"Enter goes on", keymap.InFill, special(tea.KeyEnter), keymap.Next},
		{"the keypad's Enter too", keymap.InFill, special(tea.KeyKpEnter), keymap.Next},
		{"Tab goes on", keymap.InFill, special(tea.KeyTab), keymap.Next},
		{"Shift+Tab goes back", keymap.InFill, tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}, keymap.Prev},
		{"Ctrl+G goes to a code", keymap.InFill, ctrl('g'), keymap.Goto},
		{"so does F6", keymap.InFill, special(tea.KeyF6), keymap.Goto},
		{"Ctrl+Z undoes", keymap.InFill, ctrl('z'), keymap.Undo},
		{"Esc is global", keymap.InFill, special(tea.KeyEscape), keymap.Back},
		{"a letter is typed", keymap.InFill, letter('n'), ""},
		{"= is typed in an amount", keymap.InFill, letter('='), ""},
		{"= conforms on a choice", keymap.InFillChoice, letter('='), keymap.Conform},
		{"? is typed in a text", keymap.InFill, letter('?'), ""},
		{"? helps on a choice", keymap.InFillChoice, letter('?'), keymap.Help},
		{"a digit is the choice's own", keymap.InFillChoice, letter('1'), ""},
		{"Backspace goes back on a choice", keymap.InFillChoice, special(tea.KeyBackspace), keymap.Prev},
		{"0x08 is Backspace too", keymap.InFillChoice, ctrl('h'), keymap.Prev},
		{"Backspace is the text's", keymap.InFill, special(tea.KeyBackspace), ""},
		{"Enter opens a table", keymap.InFillTable, special(tea.KeyEnter), keymap.Open},
		{"0 says there are none", keymap.InFillTable, letter('0'), keymap.None},
		{"0 is typed in a grid", keymap.InGrid, letter('0'), ""},
		{"arrows move in a grid", keymap.InGrid, special(tea.KeyLeft), keymap.Left},
		{"arrows move in a cell's text", keymap.InCell, special(tea.KeyLeft), ""},
		{"n begins in the list", keymap.InList, letter('n'), keymap.NewRecord},
		{"n is typed in the list's filter", keymap.InListFilter, letter('n'), ""},
		{"F3 switches the language", keymap.InList, special(tea.KeyF3), keymap.Language},
		{"Ctrl+R repeats the former record", keymap.InFill, ctrl('r'), keymap.Ditto},
		{"so does F7, also in a cell's text", keymap.InCell, special(tea.KeyF7), keymap.Ditto},
		{"F4 pins", keymap.InFillChoice, special(tea.KeyF4), keymap.Pin},
		{"F4 is free in a table", keymap.InGrid, special(tea.KeyF4), ""},
		{"d duplicates in the list", keymap.InList, letter('d'), keymap.Duplicate},
		{"D leads to the rounds there", keymap.InList, letter('D'), keymap.Rounds},
		{"d leads to the rounds from home", keymap.InHome, letter('d'), keymap.Rounds},
		{"a burst of letters is no command", keymap.InList, tea.KeyPressMsg{Code: tea.KeyExtended, Text: "nn"}, ""},
		{"a word that spells a key is no key", keymap.InList, tea.KeyPressMsg{Code: tea.KeyExtended, Text: "enter"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := keymap.New().Action(c.scope, c.msg); got != c.want || ok != (c.want != "") {
				t.Errorf("%q in %s does %q, want %q", c.msg, c.scope, got, c.want)
			}
		})
	}
}

func TestEveryActionHasAKeyAndEveryScopeGlobalOnes(t *testing.T) {
	m := keymap.New()
	reached := map[keymap.Action]bool{}
	for _, s := range keymap.Scopes() {
		all := m.Actions(s)
		for _, a := range all {
			reached[a] = true
		}
		for _, a := range []keymap.Action{keymap.Back, keymap.Help, keymap.Quit} {
			if !slices.Contains(all, a) {
				t.Errorf("%s has no key for %s", s, a)
			}
		}
		if len(m.Bindings(s)) != len(all) {
			t.Errorf("%s: %d bindings for %d actions", s, len(m.Bindings(s)), len(all))
		}
	}
	for _, a := range keymap.Actions() {
		if !reached[a] {
			t.Errorf("%s has no key anywhere", a)
		}
	}
}

func TestKeysAreNamedAsOnKeyboards(t *testing.T) {
	for stroke, want := range map[string]string{
		"ctrl+g": "Ctrl+G", "shift+tab": "Shift+Tab", "f10": "F10", "pgdown": "PgDn", "n": "n", "/": "/", "down": "↓",
	} {
		if got := keymap.New().Name(stroke); got != want {
			t.Errorf("%s is named %q, want %q", stroke, got, want)
		}
	}
	if got := keymap.New().Short(keymap.InFill, keymap.Goto); got != "Ctrl+G" {
		t.Errorf("the short name is %q", got)
	}
	b, ok := keymap.New().Binding(keymap.InFillChoice, keymap.Help)
	if !ok || b.Help().Key != "? F1" {
		t.Errorf("help has the keys %q, want the scope's and the global one", b.Help().Key)
	}
	m := keymap.NewASCII()
	for _, s := range keymap.Scopes() {
		for _, b := range m.Bindings(s) {
			if k := b.Help().Key; len(k) != ansi.StringWidth(k) {
				t.Errorf("%q is not ASCII", k)
			}
		}
	}
}

// A check that finds nothing must be shown to find something.
func TestCheckFindsEachKindOfFault(t *testing.T) {
	for _, c := range []struct {
		name  string
		scope keymap.Scope
		key   string
		want  string
	}{
		{"a clash in the scope", keymap.InList, "n", "both"},
		{"a clash with a global key", keymap.InFill, "esc", "both"},
		{"flow control", keymap.InFill, "ctrl+s", "stop and go"},
		{"another key's code", keymap.InFill, "ctrl+i", "another key"},
		{"Backspace's code", keymap.InFill, "ctrl+h", "Backspace"},
		{"Shift with an F key", keymap.InList, "shift+f3", "PuTTY"},
		{"Ctrl with an arrow", keymap.InGrid, "ctrl+left", "PuTTY"},
		{"Alt", keymap.InList, "alt+x", "input methods"},
		{"a letter of a text", keymap.InFill, "x", "typed"},
		{"an editing key of a text", keymap.InFill, "ctrl+w", "text needs it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := keymap.With(keymap.New(), c.scope, keymap.Toggle, c.key)
			for _, err := range m.Check() {
				if strings.Contains(err.Error(), c.want) {
					return
				}
			}
			t.Errorf("%s on %s in %s was not found: %v", keymap.Toggle, c.key, c.scope, m.Check())
		})
	}
}
