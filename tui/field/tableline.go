package field

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/tui/i18n"
)

// tableLine stands for a table, which is filled on a screen of its own, and for
// the records that belong to this one, which have forms of their own: it takes no
// key and draws nothing.
type tableLine struct{}

var _ Widget = tableLine{}

func newTableLine() tableLine { return tableLine{} }

// Update takes nothing.
func (tableLine) Update(tea.Msg) bool { return false }

// Captures takes nothing.
func (tableLine) Captures(tea.KeyPressMsg) bool { return false }

// Typing is false: it takes no key.
func (tableLine) Typing() bool { return false }

// SetWidth changes nothing.
func (tableLine) SetWidth(int) {}

// View draws an empty line without a cursor.
func (tableLine) View(int) Drawing { return Drawing{Lines: []string{""}, X: -1} }

// Value is empty: a table has rows instead.
func (tableLine) Value() string { return "" }

// SetValue changes nothing.
func (tableLine) SetValue(string, int) {}

// Caret is 0.
func (tableLine) Caret() int { return 0 }

// Done is false.
func (tableLine) Done() bool { return false }

// Echo is empty.
func (tableLine) Echo(*i18n.Words) string { return "" }
