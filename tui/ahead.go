package tui

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// maxHeld bounds what is kept while a screen waits for the disk; a person types
// a thousand keys in some minutes.
const maxHeld = 10_000

// hold keeps a key or paste back while the top screen waits for the disk, or
// while others wait before it. Without this, what is typed between Enter and
// the opening of a form would go nowhere.
func (a *App) hold(msg tea.Msg) bool {
	if !a.holds(msg) || len(a.held) >= maxHeld {
		return false
	}
	a.held = append(a.held, msg)
	return true
}

// holds reports whether a key must wait: not the keys that go back or leave.
func (a *App) holds(msg tea.Msg) bool {
	if len(a.stack) == 0 || a.leaving != staying {
		return false
	}
	top := a.top().screen
	waiter, ok := top.(kit.Waiter)
	if !ok || !waiter.Waiting() {
		return false
	}
	if key, isKey := msg.(tea.KeyPressMsg); isKey {
		action, bound := a.env.Keys.Action(top.Scope(), key)
		if bound && (action == keymap.Back || action == keymap.Quit) {
			a.held = nil // whoever goes back does not want the rest typed elsewhere
			return false
		}
	}
	return true
}
