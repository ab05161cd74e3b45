package tui

import (
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// apart takes a key with Alt as what it mostly is here: Esc and the next key,
// which a poor line delivered in one piece. No key of the program has an Alt,
// and without this both keys would be lost.
func apart(msg tea.KeyPressMsg) (esc, key tea.KeyPressMsg, two bool) {
	if !msg.Mod.Contains(tea.ModAlt) {
		return msg, msg, false
	}
	key = msg
	key.Mod &^= tea.ModAlt
	if key.Mod&^tea.ModShift == 0 && unicode.IsPrint(key.Code) && key.Text == "" {
		key.Text = string(key.Code)
	}
	return tea.KeyPressMsg{Code: tea.KeyEscape}, key, true
}
