package kit

import tea "charm.land/bubbletea/v2"

// Types reports whether a message puts text somewhere: a letter, or a paste.
func Types(msg tea.Msg) bool {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		return key.Text != ""
	}
	_, pasted := msg.(tea.PasteMsg)
	return pasted
}
