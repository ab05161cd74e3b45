package tui

import (
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// apart takes a key with Alt as what it mostly is here: Esc and the next key,
// which a poor line delivered in one piece. No key of the program has an Alt,
// and without this both keys would be lost. A letter after Esc is left alone:
// that is how a stray sequence begins, in a paste that is not marked as one, and
// Esc would turn the rest of it into commands.
func apart(msg tea.KeyPressMsg) (esc, key tea.KeyPressMsg, two bool) {
	if !msg.Mod.Contains(tea.ModAlt) || msg.Text != "" || msg.Mod&^(tea.ModAlt|tea.ModShift) == 0 && unicode.IsPrint(msg.Code) {
		return msg, msg, false
	}
	key = msg
	key.Mod &^= tea.ModAlt
	return tea.KeyPressMsg{Code: tea.KeyEscape}, key, true
}
