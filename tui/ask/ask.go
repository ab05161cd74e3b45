// Package ask is the drawer with one question and one line to answer it in.
//
// The screen below gets a kit.AnsweredMsg when Enter was pressed, and nothing
// when the person leaves, unless the question keeps what was typed. An empty answer is
// refused where one is required. What is typed for a field of a record is open text of
// its draft: at most its last second may be lost.
package ask

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen is one question.
type Screen struct {
	env     *kit.Env
	ask     *kit.Ask
	draft   *kit.Draft // whose field is answered; nil: none's
	answer  field.Widget
	before  string // what stood in the line when it was opened
	lacking bool   // an answer is required, and Enter was pressed without one
}

var _ kit.Overlay = (*Screen)(nil)

// New makes the question; arg is the *kit.Ask that puts it.
func New(env *kit.Env, id model.RecordID, arg any) kit.Screen {
	a, ok := arg.(*kit.Ask)
	if !ok || a == nil {
		a = &kit.Ask{}
	}
	w := field.New(&form.Item{Kind: form.KindText}, field.Spec{Theme: env.Theme, Words: env.Words, Input: &env.Input})
	w.SetValue(a.Initial, -1)
	s := &Screen{env: env, ask: a, answer: w, before: w.Value()}
	if a.Field != (form.Field{}) {
		s.draft = env.Desk.Draft(id)
	}
	return s
}

// Init has nothing to wait for.
func (s *Screen) Init() tea.Cmd { return nil }

// Lines is the height of the drawer.
func (s *Screen) Lines() int { return 1 }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, _ int) { s.answer.SetWidth(max(width-4, 1)) }

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InAsk }

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	return []kit.Action{{ID: keymap.Keep}, {ID: keymap.Back}}
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		s.lacking = false
		if action, ok := s.env.Keys.Action(keymap.InAsk, msg); ok && !s.answer.Captures(msg) {
			return s.do(action)
		}
		s.answer.Update(msg)
		return s.typed()
	case tea.PasteMsg:
		s.answer.Update(msg)
		return s.typed()
	case kit.RunMsg:
		return s.do(msg.Action)
	}
	return nil
}

// typed hands the text over for the recovery file.
func (s *Screen) typed() tea.Cmd {
	switch {
	case s.draft == nil:
		return nil
	case s.untouched():
		return s.draft.ClearOpen()
	}
	return s.draft.SetOpen(s.ask.Field, s.answer.Value(), s.answer.Caret())
}

func (s *Screen) untouched() bool { return s.answer.Value() == s.before }

// text is the answer. One that was not touched is as it was, its line breaks too,
// which the line does not show.
func (s *Screen) text() string {
	if s.untouched() {
		return strings.TrimSpace(s.ask.Initial)
	}
	return strings.TrimSpace(s.answer.Value())
}

func (s *Screen) do(action keymap.Action) tea.Cmd {
	switch action {
	case keymap.Back:
		if s.ask.Keeps && !s.untouched() {
			return s.env.Back(kit.AnsweredMsg{Tag: s.ask.Tag, Text: s.text()})
		}
		if s.draft != nil {
			return tea.Batch(s.draft.ClearOpen(), s.env.Back(nil))
		}
		return s.env.Back(nil)
	case keymap.Keep:
		text := s.text()
		if s.lacking = s.ask.Required && text == ""; s.lacking {
			return nil
		}
		return s.env.Back(kit.AnsweredMsg{Tag: s.ask.Tag, Text: text})
	}
	return nil
}

// View draws the drawer.
func (s *Screen) View() kit.Frame {
	theme := s.env.Theme
	drawing := s.answer.View(1)
	frame := kit.Frame{Title: s.ask.Title, Body: " " + theme.Focus.Render(theme.Sign.Focus) + " " + drawing.Line()}
	if s.lacking {
		frame.Note = theme.Problem.Render(s.env.Words.Pick.Required)
	} else if echo := s.answer.Echo(s.env.Words); echo != "" {
		frame.Note = theme.Hint.Render(echo)
	}
	if drawing.X >= 0 {
		frame.Cursor = &kit.Cursor{X: 3 + drawing.X, Y: 0}
	}
	return frame
}
