package tui

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// open puts a screen on the stack, or in the place of the top one.
func (a *App) open(msg kit.OpenMsg) tea.Cmd {
	maker := a.makers[msg.Kind]
	if maker == nil {
		a.env.Log.Error("no maker for a screen", "kind", msg.Kind)
		a.notice = kit.NoticeMsg{Text: a.env.Words.Common.NotHere, Bad: true}
		return nil
	}
	if msg.Replace && len(a.stack) > 0 {
		a.drop()
	}
	screen := maker(a.env, msg.ID, msg.Arg)
	a.stack = append(a.stack, entry{screen: screen, kind: msg.Kind, id: msg.ID})
	a.layout()
	return screen.Init()
}

// back closes the top screen. The uncovered one gets the result, or the BackMsg
// itself when there is none: so it knows that it is looked at again. The lowest
// screen stays; leaving the program has a key of its own.
func (a *App) back(msg kit.BackMsg) tea.Cmd {
	if len(a.stack) < 2 {
		return nil
	}
	a.drop()
	a.layout()
	switch result := msg.Result.(type) {
	case nil:
		return a.watch(a.top().screen.Update(msg))
	case kit.RunMsg:
		return a.run(result)
	default:
		return a.watch(a.top().screen.Update(result))
	}
}

// drop takes the top screen off the stack, and its inspection off the desk when
// no other screen shows it. One that still owes something stays on the desk.
func (a *App) drop() {
	gone := a.top()
	a.stack = a.stack[:len(a.stack)-1]
	a.release(gone.id)
}

func (a *App) release(id model.RecordID) {
	if id == "" {
		return
	}
	for _, e := range a.stack {
		if e.id == id {
			return
		}
	}
	a.env.Desk.Close(id)
}

// menu is what the help and the palette show: the actions of the top screen,
// then those of the root.
func (a *App) menu() kit.Menu {
	top := a.top().screen
	menu := kit.Menu{Scope: top.Scope(), Actions: top.Actions()}
	if d := a.env.Desk.Draft(a.record()); d != nil {
		menu.Kind = d.Record.Kind()
	}
	known := map[keymap.Action]bool{}
	for _, act := range menu.Actions {
		known[act.ID] = true
	}
	for _, id := range []keymap.Action{keymap.Help, keymap.Palette, keymap.Language, keymap.Input, keymap.Pace, keymap.Redraw, keymap.Quit} {
		if !known[id] {
			menu.Actions = append(menu.Actions, kit.Action{ID: id, Quiet: true})
		}
	}
	return menu
}

// toggle opens the help or the palette, closes it when it is open, and puts one
// in the place of the other.
func (a *App) toggle(kind kit.Kind) tea.Cmd {
	open := a.top().kind
	if open == kit.KindHelp || open == kit.KindPalette {
		closed := a.back(kit.BackMsg{})
		if open == kind {
			return closed
		}
		return tea.Batch(closed, a.open(kit.OpenMsg{Kind: kind, Arg: a.menu()}))
	}
	return a.open(kit.OpenMsg{Kind: kind, Arg: a.menu()})
}
