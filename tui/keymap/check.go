package keymap

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Editing lists the keys a line editor needs: they are never commands where
// one is open.
func Editing() []string {
	return []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+h", "ctrl+w", "ctrl+u", "space"}
}

// Check returns everything that is wrong with the map: two actions on one key
// of a scope (the global keys included), an unknown action, a key that some
// terminal cannot deliver, and a command that would take a letter or an editing
// key from a text.
func (m *Map) Check() []error {
	known := map[Action]bool{}
	for _, a := range Actions() {
		known[a] = true
	}
	var faults []error
	for _, scope := range Scopes() {
		taken := map[string]Action{}
		for _, s := range []Scope{scope, Global} {
			for _, b := range m.scopes[s] {
				if !known[b.action] {
					faults = append(faults, fmt.Errorf("scope %s: action %q is not in the list of actions", s, b.action))
				}
				for _, k := range b.keys {
					if other, clash := taken[k]; clash && other != b.action {
						faults = append(faults, fmt.Errorf("scope %s: %s is both %s and %s", scope, k, other, b.action))
					}
					taken[k] = b.action
					if why := unfit(scope, k); why != "" {
						faults = append(faults, fmt.Errorf("scope %s: %s for %s: %s", scope, k, b.action, why))
					}
				}
			}
		}
	}
	return faults
}

// unfit says why a key cannot be bound in a scope; "" when it can.
func unfit(scope Scope, stroke string) string {
	switch stroke {
	case "ctrl+s", "ctrl+q":
		return "the line itself may take it to stop and go on"
	case "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+[":
		return "it is another key's code"
	case "ctrl+h":
		// Some terminals send it for Backspace: it may stand beside it, no more.
		if scope == InFillChoice || scope == InFillTable || scope == InGrid {
			return ""
		}
		return "it is Backspace on some terminals"
	}
	switch {
	case strings.HasPrefix(stroke, "shift+f"):
		return "PuTTY sends another key's code"
	case strings.HasPrefix(stroke, "alt+"), strings.HasPrefix(stroke, "meta+"), strings.HasPrefix(stroke, "super+"):
		return "input methods and windows take it"
	case strings.HasPrefix(stroke, "ctrl+") && utf8.RuneCountInString(stroke) > len("ctrl+x"):
		return "PuTTY sends another key's code"
	case scope.Text() && utf8.RuneCountInString(stroke) == 1:
		return "it is typed into the text"
	}
	if scope.edits() {
		for _, k := range Editing() {
			if k == stroke {
				return "the text needs it"
			}
		}
	}
	return ""
}
