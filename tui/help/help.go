// Package help shows the keys that are valid on the screen below, now, and the
// few rules of entry that are no keys. It is made from the actions that screen
// offers and from the key map, so that it cannot say what is not so.
package help

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// wide is the width from which the keys stand in two columns.
const wide = 120

// Screen is the help.
type Screen struct {
	env           *kit.Env
	menu          kit.Menu
	width, height int
	lines         []string
	scroll        kit.Scroll
}

var _ kit.Screen = (*Screen)(nil)

// New makes the help; arg is the kit.Menu of the screen below.
func New(env *kit.Env, _ model.RecordID, arg any) kit.Screen {
	menu, ok := arg.(kit.Menu)
	if !ok {
		menu = kit.Menu{Scope: keymap.Global}
	}
	return &Screen{env: env, menu: menu}
}

// Init has nothing to wait for.
func (s *Screen) Init() tea.Cmd { return nil }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.write()
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InHelp }

// Actions lists what can be done in the help itself.
func (s *Screen) Actions() []kit.Action {
	actions := []kit.Action{{ID: keymap.Back}}
	if len(s.lines) > s.height {
		actions = append(actions, kit.Action{ID: keymap.PageDown}, kit.Action{ID: keymap.PageUp})
	}
	return actions
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if action, ok := s.env.Keys.Action(keymap.InHelp, msg); ok {
			return s.do(action)
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.LanguageMsg:
		s.write()
	}
	return nil
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	if action == keymap.Back {
		return s.env.Back(nil)
	}
	switch action {
	case keymap.PageDown:
		s.scroll.To(s.scroll.At + max(s.height-1, 1))
	case keymap.PageUp:
		s.scroll.To(s.scroll.At - max(s.height-1, 1))
	default:
		s.scroll.Move(action)
	}
	return nil
}

// View draws the part of the text that is in the window.
func (s *Screen) View() kit.Frame {
	from := min(s.scroll.At, max(len(s.lines)-s.height, 0))
	to := min(from+s.height, len(s.lines))
	return kit.Frame{Title: s.env.Words.Help.Title, Body: strings.Join(s.lines[from:to], "\n")}
}

// write lays the text out for the width. The scroll counts places the window can
// begin at, since no line here is chosen.
func (s *Screen) write() {
	words, theme := s.env.Words, s.env.Theme
	here, anywhere := s.keys()
	s.lines = append([]string{" " + theme.Section.Render(words.Help.Here)}, s.columns(here)...)
	s.lines = append(s.lines, "", " "+theme.Section.Render(words.Help.Anywhere))
	s.lines = append(s.lines, s.columns(anywhere)...)
	if rules := s.rules(); len(rules) > 0 {
		s.lines = append(s.lines, "")
		for _, rule := range rules {
			s.lines = append(s.lines, " "+ansi.Truncate(rule, s.width-1, theme.Sign.CutRight))
		}
	}
	s.scroll.Fit(max(len(s.lines)-s.height, 0)+1, 1)
}

// entry is a key and what it does.
type entry struct {
	keys, name string
	refused    bool
}

// keys lists what can be done: here, and anywhere. Moving is not among a
// screen's actions, so that it comes from the key map.
func (s *Screen) keys() (here, anywhere []entry) {
	global := map[keymap.Action]bool{}
	for _, id := range s.env.Keys.Actions(keymap.Global) {
		global[id] = true
	}
	known := map[keymap.Action]bool{}
	add := func(act kit.Action) {
		b, ok := s.env.Keys.Binding(s.menu.Scope, act.ID)
		if !ok || known[act.ID] {
			return
		}
		known[act.ID] = true
		_, long := s.env.Words.Action(act.ID)
		if act.ID == keymap.Back && !s.enters() {
			long = s.env.Words.Help.Back // nothing is begun there that would be saved
		}
		e := entry{keys: b.Help().Key, name: long, refused: act.Refused != ""}
		if global[act.ID] {
			anywhere = append(anywhere, e)
		} else {
			here = append(here, e)
		}
	}
	for _, act := range s.menu.Actions {
		add(act)
	}
	for _, id := range moves() {
		add(kit.Action{ID: id})
	}
	for _, id := range s.env.Keys.Actions(keymap.Global) {
		add(kit.Action{ID: id})
	}
	return here, anywhere
}

// moves are the actions that move, on every screen.
func moves() []keymap.Action {
	return []keymap.Action{keymap.Next, keymap.Prev, keymap.Return, keymap.Up, keymap.Down, keymap.Left, keymap.Right,
		keymap.PageUp, keymap.PageDown, keymap.First, keymap.Last, keymap.NextSection, keymap.PrevSection}
}

// columns draws entries, in a wide window in two columns, read downwards.
func (s *Screen) columns(list []entry) []string {
	width := 0
	for _, e := range list {
		width = max(width, ansi.StringWidth(e.keys))
	}
	width = min(width, 22)
	if s.width < wide {
		lines := make([]string, len(list))
		for i, e := range list {
			lines[i] = s.entry(e, width, s.width)
		}
		return lines
	}
	half := (len(list) + 1) / 2
	column := s.width / 2
	lines := make([]string, half)
	for i := range half {
		left := s.entry(list[i], width, column)
		if i+half < len(list) {
			left += strings.Repeat(" ", max(column-ansi.StringWidth(left), 0)) + s.entry(list[i+half], width, column)
		}
		lines[i] = left
	}
	return lines
}

func (s *Screen) entry(e entry, keys, width int) string {
	theme := s.env.Theme
	pad := strings.Repeat(" ", max(keys-ansi.StringWidth(e.keys), 0)+2)
	style := theme.Value
	if e.refused {
		style = theme.Muted
	}
	return ansi.Truncate("   "+theme.Key.Render(e.keys)+pad+style.Render(e.name), width, theme.Sign.CutRight)
}

// enters reports whether the screen below is one where answers are entered.
func (s *Screen) enters() bool {
	switch s.menu.Scope {
	case keymap.InFill, keymap.InFillChoice, keymap.InFillTable, keymap.InGrid, keymap.InCell, keymap.InReview:
		return true
	}
	return false
}

// dates says how days are typed: in what is followed up they count from today.
func (s *Screen) dates() string {
	if slices.Contains(model.Followed(), s.menu.Kind) {
		return s.env.Words.Help.DatesNow
	}
	return s.env.Words.Help.Dates
}

// rules are the rules of entry, on screens where something is entered.
func (s *Screen) rules() []string {
	words := s.env.Words.Help
	switch s.menu.Scope {
	case keymap.InFill, keymap.InFillChoice, keymap.InFillTable, keymap.InGrid, keymap.InCell:
		return []string{words.Choice, words.Typing, words.Money, s.dates()}
	case keymap.InNew:
		return []string{words.DatesNow}
	case keymap.InReview:
		return []string{words.Register, words.Settling}
	}
	return nil
}
