// Package palette is the drawer with everything that can be done on the screen
// below, by name: for those who do not know the key, or whose window eats it.
//
// It does nothing itself. It closes and has the screen below do what was chosen,
// as if its key had been pressed; what is refused now says why.
package palette

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Rows of the drawer: the line one types in, and the most actions seen at once.
const (
	head = 1
	most = 12
)

// Screen is the palette.
type Screen struct {
	env           *kit.Env
	menu          kit.Menu
	width, height int
	typed         field.Widget
	found         []kit.Action
	scroll        kit.Scroll
}

var _ kit.Overlay = (*Screen)(nil)

// New makes the palette; arg is the kit.Menu of the screen below.
func New(env *kit.Env, _ model.RecordID, arg any) kit.Screen {
	menu, ok := arg.(kit.Menu)
	if !ok {
		menu = kit.Menu{Scope: keymap.InPalette} // nothing can be done: the palette says so
	}
	s := &Screen{env: env, menu: menu}
	s.typed = field.NewSearch(field.Spec{Theme: env.Theme, Words: env.Words, Input: &env.Input})
	s.look()
	return s
}

// Init has nothing to wait for.
func (s *Screen) Init() tea.Cmd { return nil }

// Lines is the height of the drawer; it does not change while one types.
func (s *Screen) Lines() int { return head + most }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.typed.SetWidth(max(width-4, 1))
	s.scroll.Fit(len(s.found), height-head)
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InPalette }

// Actions lists what can be done in the palette itself.
func (s *Screen) Actions() []kit.Action {
	return []kit.Action{{ID: keymap.Choose}, {ID: keymap.Back}}
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if action, ok := s.env.Keys.Action(keymap.InPalette, msg); ok && !s.typed.Captures(msg) {
			return s.do(action)
		}
		s.edit(msg)
	case tea.PasteMsg:
		s.edit(msg)
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.LanguageMsg:
		s.look()
	}
	return nil
}

func (s *Screen) edit(msg tea.Msg) {
	before := s.typed.Value()
	if s.typed.Update(msg) && s.typed.Value() != before {
		s.look()
	}
}

// look finds the actions with every typed word in their name, in any order,
// without accents; a key's name finds its action too.
func (s *Screen) look() {
	typed := vn.Fold(s.typed.Value())
	s.found = s.found[:0:0]
	for _, act := range s.menu.Actions {
		short, long := s.env.Words.Action(act.ID)
		if vn.Match(vn.Fold(long+" "+short+" "+s.key(act.ID)), typed) {
			s.found = append(s.found, act)
		}
	}
	s.scroll.Fit(len(s.found), max(s.height-head, 1))
	s.scroll.To(0)
}

// key names the keys of an action on the screen below.
func (s *Screen) key(id keymap.Action) string {
	b, ok := s.env.Keys.Binding(s.menu.Scope, id)
	if !ok {
		return ""
	}
	return b.Help().Key
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.scroll.Move(action) {
		return nil
	}
	switch action {
	case keymap.Back:
		return s.env.Back(nil)
	case keymap.Choose:
		if s.scroll.At < len(s.found) {
			return s.env.Back(kit.RunMsg{Action: s.found[s.scroll.At].ID})
		}
	}
	return nil
}

// View draws the drawer.
func (s *Screen) View() kit.Frame {
	theme, words := s.env.Theme, s.env.Words
	drawing := s.typed.View(1)
	rows := []string{" " + theme.Focus.Render(theme.Sign.Focus) + " " + drawing.Line()}
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.line(i))
	}
	if len(s.found) == 0 {
		rows = append(rows, "   "+theme.Muted.Render(words.Pick.None))
	}
	frame := kit.Frame{Title: words.Pick.Palette, Body: strings.Join(rows, "\n"), Note: theme.Hint.Render(s.note())}
	if drawing.X >= 0 {
		frame.Cursor = &kit.Cursor{X: 3 + drawing.X, Y: 0}
	}
	return frame
}

// note says why the action under the marker is refused, else what to do.
func (s *Screen) note() string {
	if s.scroll.At < len(s.found) && s.found[s.scroll.At].Refused != "" {
		return s.found[s.scroll.At].Refused
	}
	return s.env.Words.Pick.Type
}

// line has the name on the left and the keys on the right.
func (s *Screen) line(i int) string {
	theme, act := s.env.Theme, s.found[i]
	_, name := s.env.Words.Action(act.ID)
	marker := " "
	if i == s.scroll.At {
		marker = theme.Sign.Focus
	}
	keys := s.key(act.ID)
	room := s.width - 5 - ansi.StringWidth(keys)
	name = ansi.Truncate(name, max(room, 0), theme.Sign.CutRight)
	gap := strings.Repeat(" ", max(room-ansi.StringWidth(name), 0)+1)
	text := " " + marker + " " + name
	switch {
	case i == s.scroll.At:
		text = theme.Focus.Render(text)
	case act.Refused != "":
		text = theme.Muted.Render(text)
	}
	return text + gap + theme.Key.Render(keys)
}
