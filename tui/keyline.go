package tui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// keyLine names the keys that are of use now, as many as there is room for; the
// one that leads back and the two that lead to all others always stand at its end.
func (a *App) keyLine() string {
	const gap = 2
	top := a.top().screen
	actions := top.Actions()
	var always []kit.Action
	if i := slices.IndexFunc(actions, func(act kit.Action) bool { return act.ID == keymap.Back }); i >= 0 {
		always = append(always, actions[i])
	}
	last := a.keys(top.Scope(), append(always, kit.Action{ID: keymap.Palette}, kit.Action{ID: keymap.Help}))
	room := a.width - 1 + gap
	for _, k := range last {
		room -= k.width + gap
	}
	var shown []string
	for _, k := range a.keys(top.Scope(), without(actions, keymap.Back, keymap.Palette, keymap.Help)) {
		if room -= k.width + gap; room < 0 {
			break
		}
		shown = append(shown, k.text)
	}
	for _, k := range last {
		shown = append(shown, k.text)
	}
	return strings.Join(shown, strings.Repeat(" ", gap))
}

// without leaves actions out of a list.
func without(actions []kit.Action, left ...keymap.Action) []kit.Action {
	return slices.DeleteFunc(slices.Clone(actions), func(act kit.Action) bool { return slices.Contains(left, act.ID) })
}

// keys spells actions as keys with their names. Those that are refused now, and
// those without a key, are left out.
func (a *App) keys(scope keymap.Scope, actions []kit.Action) []keyShown {
	var list []keyShown
	for _, act := range actions {
		if act.Quiet || act.Refused != "" {
			continue
		}
		name := keyName{lang: a.env.Words.Lang, scope: scope, action: act.ID}
		key, known := a.drawn.keys[name]
		if !known {
			key = a.key(scope, act.ID)
			a.drawn.keys[name] = key
		}
		if key.text != "" {
			list = append(list, key)
		}
	}
	return list
}

// key spells one action; "" when it has no key.
func (a *App) key(scope keymap.Scope, action keymap.Action) keyShown {
	name := a.env.Keys.Short(scope, action)
	if name == "" {
		return keyShown{}
	}
	short, _ := a.env.Words.Action(action)
	text := a.env.Theme.Key.Render(name) + " " + a.env.Theme.Action.Render(short)
	return keyShown{text: text, width: ansi.StringWidth(text)}
}

// answers is the key line of the question before leaving.
func (a *App) answers() string {
	theme, words := a.env.Theme, a.env.Words.Common
	var list []string
	leave := words.Leave
	if a.account.kept {
		leave = words.LeaveKept
	}
	for i, text := range []string{words.Stay, words.Retry, leave} {
		list = append(list, theme.Key.Render(fmt.Sprint(i+1))+" "+theme.Action.Render(text))
	}
	return strings.Join(list, "  ")
}
