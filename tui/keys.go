package tui

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// pressed takes a key: the few global ones are done here, any other goes to the
// top screen alone.
func (a *App) pressed(msg tea.KeyPressMsg) tea.Cmd {
	a.notice = kit.NoticeMsg{}
	if a.leaving == asking {
		return a.answered(msg)
	}
	if len(a.stack) == 0 {
		return nil
	}
	top := a.top().screen
	action, bound := a.env.Keys.Action(top.Scope(), msg)
	if a.blind() && action != keymap.Quit {
		return nil
	}
	if bound {
		if cmd, done := a.global(action); done {
			return cmd
		}
	}
	switch a.leaving {
	case flushing:
		return nil // the program is as good as gone
	case waiting, securing:
		a.leaving = staying
		if action == keymap.Back {
			return nil
		}
	case staying, asking:
	}
	if bound && a.refused(action) {
		return nil
	}
	a.count(pressOf(msg))
	return a.watch(top.Update(msg))
}

// count counts a press in the record that is being entered.
func (a *App) count(p kit.Press) { a.env.Desk.Count(a.record(), p) }

// pressOf tells whether a key takes letters back.
func pressOf(msg tea.KeyPressMsg) kit.Press {
	switch msg.Keystroke() {
	case "backspace", "shift+backspace", "ctrl+h", "delete", "ctrl+w", "ctrl+u":
		return kit.PressBack
	}
	return kit.Pressed
}

// record is the record that the top screen is about, or the one below it when
// that is an overlay of it; "" when it is about none.
func (a *App) record() model.RecordID {
	for i := len(a.stack) - 1; i >= 0; i-- {
		e := a.stack[i]
		if _, over := e.screen.(kit.Overlay); e.id != "" || !over {
			return e.id
		}
	}
	return ""
}

// run does an action as if its key had been pressed.
func (a *App) run(msg kit.RunMsg) tea.Cmd {
	if cmd, done := a.global(msg.Action); done {
		return cmd
	}
	if a.refused(msg.Action) {
		return nil
	}
	return a.watch(a.top().screen.Update(msg))
}

// refused says why an action cannot be done now; it reports false when it can.
func (a *App) refused(action keymap.Action) bool {
	for _, act := range a.top().screen.Actions() {
		if act.ID == action && act.Refused != "" {
			a.notice = kit.NoticeMsg{Text: act.Refused}
			return true
		}
	}
	return false
}

// global does the actions that are the same everywhere.
func (a *App) global(action keymap.Action) (cmd tea.Cmd, done bool) {
	switch action {
	case keymap.Quit:
		return a.quit(), true
	case keymap.Redraw:
		return tea.ClearScreen, true
	case keymap.Help:
		return a.toggle(kit.KindHelp), true
	case keymap.Palette:
		return a.toggle(kit.KindPalette), true
	case keymap.Language:
		return a.switchLanguage(), true
	case keymap.Pace:
		return a.open(kit.OpenMsg{Kind: kit.KindPace, ID: a.record()}), true
	case keymap.Input:
		return a.switchInput(), true
	}
	return nil, false
}

// switchInput goes over to the next way of typing Vietnamese, in the open field too,
// and keeps it for the person's next start.
func (a *App) switchInput() tea.Cmd {
	a.env.Input = a.env.Input.Next()
	a.notice = kit.NoticeMsg{Text: a.env.Words.Input.Notice(a.env.Input)}
	return a.env.Desk.RememberInput(a.env.Input)
}

// switchLanguage goes over to the other language, for every screen at once.
func (a *App) switchLanguage() tea.Cmd {
	a.env.Words = i18n.In(a.env.Words.Other())
	a.notice = kit.NoticeMsg{Text: a.env.Words.Common.Switched}
	return a.toAll(kit.LanguageMsg{})
}
