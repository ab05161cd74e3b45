package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/keymap"
)

// drawn is what the frame has drawn before and draws again with every key: only
// what is drawn the same way is kept, so that nothing goes stale.
type drawn struct {
	width int               // of the window that rule and rows are for
	rule  string            // across the window
	rows  map[string]string // a screen's rows, cut to the window
	keys  map[keyName]keyShown
}

// keyName is a key in the key line: it is called the same as long as the
// language is.
type keyName struct {
	lang   string
	scope  keymap.Scope
	action keymap.Action
}

// keyShown is a key with its name, as drawn; "" for one that is not shown.
type keyShown struct {
	text  string
	width int
}

func newDrawn() drawn { return drawn{rows: map[string]string{}, keys: map[keyName]keyShown{}} }

// rule is the line across the window.
func (a *App) rule() string {
	a.fit()
	if a.drawn.rule == "" {
		a.drawn.rule = a.env.Theme.Line(a.width)
	}
	return a.drawn.rule
}

// block cuts a text into exactly n rows of the window's width.
func (a *App) block(text string, n int) []string {
	const enough = 1000 // rows are forgotten now and then, since texts are typed
	a.fit()
	if len(a.drawn.rows) > enough {
		clear(a.drawn.rows)
	}
	rows := make([]string, n)
	for i := range rows {
		var row string
		row, text, _ = strings.Cut(text, "\n")
		cut, known := a.drawn.rows[row]
		if !known {
			cut = ansi.Truncate(row, a.width, "")
			a.drawn.rows[strings.Clone(row)] = cut
		}
		rows[i] = cut
	}
	return rows
}

// fit forgets what was drawn for another width.
func (a *App) fit() {
	if a.drawn.width != a.width {
		a.drawn.width, a.drawn.rule = a.width, ""
		clear(a.drawn.rows)
	}
}
