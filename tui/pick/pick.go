// Package pick is the drawer with a list of choices: one types a part of a name,
// without accents, and takes the entry the marker is on, or several.
//
// It only answers: the screen below gets a kit.PickedMsg when something was
// taken and nothing when the person leaves. It reads nothing itself; what there
// is to choose comes from the kit.Pick that it is opened with.
package pick

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Rows of the drawer: the line one types in, and the most entries seen at once.
const (
	head = 1
	most = 10
)

// Screen is a list of choices.
type Screen struct {
	env           *kit.Env
	pick          *kit.Pick
	width, height int
	typed         field.Widget
	found         []kit.Entry
	chosen        map[string]bool
	turned        bool      // a sign was set or taken away
	moved         bool      // the marker was moved
	flipped       kit.Entry // what the last key chose or unchose
	scroll        kit.Scroll
}

var _ kit.Overlay = (*Screen)(nil)

// New makes the list; arg is the *kit.Pick that says what there is.
func New(env *kit.Env, _ model.RecordID, arg any) kit.Screen {
	p, ok := arg.(*kit.Pick)
	if !ok || p == nil {
		p = &kit.Pick{} // nothing to choose from: the list says so
	}
	s := &Screen{env: env, pick: p, chosen: map[string]bool{}}
	for _, code := range p.Chosen {
		s.chosen[code] = true
	}
	s.typed = field.NewSearch(field.Spec{Theme: env.Theme, Words: env.Words, Input: &env.Input})
	s.typed.SetValue(p.Typed, -1)
	s.look()
	for i, e := range s.found {
		if s.chosen[e.Code] {
			s.scroll.Fit(len(s.found), most)
			s.scroll.To(i)
			break
		}
	}
	return s
}

// Init has nothing to wait for.
func (s *Screen) Init() tea.Cmd { return nil }

// Lines is the height of the drawer. It does not change while one types, so that
// nothing jumps.
func (s *Screen) Lines() int { return head + most }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.typed.SetWidth(max(width-4, 1))
	s.scroll.Fit(len(s.found), height-head)
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InPick }

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	none := ""
	if len(s.found) == 0 {
		none = s.env.Words.Pick.None
	}
	actions := []kit.Action{{ID: keymap.Choose, Refused: none}}
	if s.pick.Many {
		actions = []kit.Action{{ID: keymap.Choose, Refused: s.refuseTake()}, {ID: keymap.Toggle, Refused: none}}
	}
	return append(actions, kit.Action{ID: keymap.Back})
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	s.flipped = kit.Entry{}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if action, ok := s.env.Keys.Action(keymap.InPick, msg); ok && !s.typed.Captures(msg) {
			return s.do(action)
		}
		s.edit(msg)
	case tea.PasteMsg:
		s.edit(msg)
	case kit.RunMsg:
		return s.do(msg.Action)
	}
	return nil
}

func (s *Screen) edit(msg tea.Msg) {
	before := s.typed.Value()
	if s.typed.Update(msg) && s.typed.Value() != before {
		s.look()
	}
}

// look finds the entries for what was typed; the best one gets the marker.
func (s *Screen) look() {
	s.found = nil
	if s.pick.Find != nil {
		s.found = s.pick.Find(s.typed.Value())
	}
	s.scroll.Fit(len(s.found), max(s.height-head, 1))
	s.scroll.To(0)
}

// point chooses the entry under the marker also among several, where the person
// looked for it and set no sign: Enter means it, as in a list of one.
func (s *Screen) point() {
	sought := s.moved || s.typed.Value() != s.pick.Typed
	if s.pick.Many && sought && !s.turned && s.scroll.At < len(s.found) {
		s.chosen[s.found[s.scroll.At].Code] = true
	}
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.scroll.Move(action) {
		s.moved = true
		return nil
	}
	switch action {
	case keymap.Back:
		return s.env.Back(nil)
	case keymap.Toggle:
		if s.pick.Many && s.scroll.At < len(s.found) {
			s.flipped, s.turned = s.found[s.scroll.At], true
			s.chosen[s.flipped.Code] = !s.chosen[s.flipped.Code]
			s.scroll.Move(keymap.Down)
		}
	case keymap.Choose:
		s.point()
		return s.take()
	}
	return nil
}

// refuseTake says why nothing is taken of several; "" when it can be.
func (s *Screen) refuseTake() string {
	if s.pick.Confirm != nil && len(s.confirmed()) == 0 {
		return s.env.Words.Pick.Nothing
	}
	return ""
}

// confirmed are the codes that Enter does something to at once: what is ticked and
// in sight. Nobody does to twelve things what he sees of one, or of none.
func (s *Screen) confirmed() []string {
	var codes []string
	for _, e := range s.found {
		if s.chosen[e.Code] {
			codes = append(codes, e.Code)
		}
	}
	return codes
}

// take answers with what is chosen: of several everything that has the sign, of
// one the entry under the marker.
func (s *Screen) take() tea.Cmd {
	switch why := s.refuseTake(); {
	case why != "":
		return s.env.Notice(why)
	case s.pick.Confirm != nil:
		return s.env.Back(kit.PickedMsg{Tag: s.pick.Tag, Codes: s.confirmed()})
	case s.pick.Many:
		return s.env.Back(kit.PickedMsg{Tag: s.pick.Tag, Codes: s.codes()})
	}
	if s.scroll.At >= len(s.found) {
		return nil
	}
	return s.env.Back(kit.PickedMsg{Tag: s.pick.Tag, Codes: []string{s.found[s.scroll.At].Code}})
}

// codes are the chosen codes in the list's order; those that the list does not
// have any more stand behind, as they came.
func (s *Screen) codes() []string {
	var codes []string
	if s.pick.Find != nil {
		for _, e := range s.pick.Find("") {
			if s.chosen[e.Code] {
				codes = append(codes, e.Code)
			}
		}
	}
	for _, code := range s.pick.Chosen {
		if s.chosen[code] && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
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
	frame := kit.Frame{Title: s.title(), Body: strings.Join(rows, "\n"), Note: theme.Hint.Render(s.note(to))}
	if drawing.X >= 0 {
		frame.Cursor = &kit.Cursor{X: 3 + drawing.X, Y: 0}
	}
	return frame
}

func (s *Screen) title() string {
	switch {
	case s.pick.Confirm != nil:
		return s.pick.Confirm(len(s.confirmed()))
	case !s.pick.Many:
		return s.pick.Title
	}
	n := 0
	for _, on := range s.chosen {
		if on {
			n++
		}
	}
	return s.pick.Title + " " + s.env.Theme.Sign.Sep + " " + fmt.Sprintf(s.env.Words.Pick.Chosen, n)
}

// note says what to do, and how much of the list is out of sight.
func (s *Screen) note(to int) string {
	words := s.env.Words
	if rest := len(s.found) - to; rest > 0 {
		return words.Pick.Type + " " + i18n.Count(words.Common.MoreLines, rest)
	}
	return words.Pick.Type
}

func (s *Screen) line(i int) string {
	theme, e := s.env.Theme, s.found[i]
	marker, sign := " ", theme.Sign.Unchosen
	if i == s.scroll.At {
		marker = theme.Sign.Focus
	}
	if s.chosen[e.Code] {
		sign = theme.Sign.Chosen
	}
	if !s.pick.Many && len(s.pick.Chosen) == 0 {
		sign = "" // nothing was chosen before: the sign would say nothing
	}
	lead := " " + marker + " "
	if sign != "" {
		lead += sign + " "
	}
	label := ansi.Truncate(e.Label, max(s.width-ansi.StringWidth(lead)-1, 0), theme.Sign.CutRight)
	detail := ""
	if room := s.width - ansi.StringWidth(lead+label) - 3; e.Detail != "" && room > 8 {
		detail = "  " + theme.Muted.Render(ansi.Truncate(e.Detail, room, theme.Sign.CutRight))
	}
	if i == s.scroll.At {
		return theme.Focus.Render(lead+label) + detail
	}
	return lead + label + detail
}
