package keymap

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// bound ties an action to its keys, the one to be shown first.
type bound struct {
	action Action
	keys   []string
}

// Map is every key, by scope. It is not changed after it was made.
type Map struct {
	scopes map[Scope][]bound
	names  map[string]string // of keys, as people know them
}

// New returns the key map, with arrows for the arrow keys.
func New() *Map { return &Map{scopes: layout(), names: names(false)} }

// NewASCII returns the key map with key names in ASCII.
func NewASCII() *Map { return &Map{scopes: layout(), names: names(true)} }

// Action returns what a key does in a scope: the scope's own keys come first,
// then the global ones. A text of several letters, as an input method sends it,
// is never a command, not even when it spells the name of a key.
func (m *Map) Action(scope Scope, msg tea.KeyPressMsg) (Action, bool) {
	stroke, ok := Stroke(msg)
	if !ok {
		return "", false
	}
	for _, s := range []Scope{scope, Global} {
		for _, b := range m.scopes[s] {
			for _, k := range b.keys {
				if k == stroke {
					return b.action, true
				}
			}
		}
	}
	return "", false
}

// Stroke returns the name a key is bound by: the letter that was typed, or the
// name of a key that types nothing. It is false for a text of several letters.
func Stroke(msg tea.KeyPressMsg) (string, bool) {
	if msg.Text == "" || msg.Text == " " {
		return msg.Keystroke(), true
	}
	if utf8.RuneCountInString(msg.Text) > 1 {
		return "", false
	}
	return msg.Text, true
}

// Binding returns the keys of an action in a scope, its own and the global
// ones; false when it has none there. Help().Key names them all as people know
// them; Help().Desc is empty, since words are in tui/i18n.
func (m *Map) Binding(scope Scope, action Action) (key.Binding, bool) {
	var keys []string
	for _, s := range []Scope{scope, Global} {
		for _, b := range m.scopes[s] {
			if b.action == action {
				keys = append(keys, b.keys...)
			}
		}
		if scope == Global {
			break
		}
	}
	if len(keys) == 0 {
		return key.Binding{}, false
	}
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(m.join(keys), "")), true
}

// Actions lists what has a key in a scope, the scope's own first, then the
// global ones, each once.
func (m *Map) Actions(scope Scope) []Action {
	var all []Action
	seen := map[Action]bool{}
	for _, s := range []Scope{scope, Global} {
		for _, b := range m.scopes[s] {
			if !seen[b.action] {
				seen[b.action] = true
				all = append(all, b.action)
			}
		}
	}
	return all
}

// Bindings returns the bindings of Actions, in the same order.
func (m *Map) Bindings(scope Scope) []key.Binding {
	var all []key.Binding
	for _, a := range m.Actions(scope) {
		if b, ok := m.Binding(scope, a); ok {
			all = append(all, b)
		}
	}
	return all
}

// Short names the one key of an action that is shown in the line of keys:
// "Ctrl+G"; empty when it has none in the scope.
func (m *Map) Short(scope Scope, action Action) string {
	b, ok := m.Binding(scope, action)
	if !ok {
		return ""
	}
	return m.Name(b.Keys()[0])
}

// Name spells a key as it stands on keyboards: "ctrl+g" is "Ctrl+G".
func (m *Map) Name(stroke string) string {
	if name, ok := m.names[stroke]; ok {
		return name
	}
	prefix, letter, found := strings.Cut(stroke, "+")
	if !found || letter == "" {
		return stroke
	}
	name, ok := m.names[letter]
	if !ok {
		name = strings.ToUpper(letter)
	}
	return strings.ToUpper(prefix[:1]) + prefix[1:] + "+" + name
}

// join names keys, each once: two codes may be one key.
func (m *Map) join(keys []string) string {
	var shown []string
	for _, k := range keys {
		if name := m.Name(k); !slices.Contains(shown, name) {
			shown = append(shown, name)
		}
	}
	return strings.Join(shown, " ")
}

func names(ascii bool) map[string]string {
	n := map[string]string{
		"enter": "Enter", "tab": "Tab", "esc": "Esc", "space": "Space", "backspace": "Backspace",
		"ctrl+h": "Backspace", // what it sends on some terminals; nobody presses it
		"delete": "Del", "home": "Home", "end": "End", "pgup": "PgUp", "pgdown": "PgDn",
		"up": "↑", "down": "↓", "left": "←", "right": "→",
		"f1": "F1", "f2": "F2", "f3": "F3", "f4": "F4", "f5": "F5", "f6": "F6",
		"f7": "F7", "f8": "F8", "f9": "F9", "f10": "F10", "f11": "F11", "f12": "F12",
	}
	if ascii {
		n["up"], n["down"], n["left"], n["right"] = "Up", "Down", "Left", "Right"
	}
	return n
}
