package tui

import (
	"fmt"
	"io"

	tea "charm.land/bubbletea/v2"

	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/speak"
)

// The window of the linear mode, in cells: nobody sees it. It is so wide that no
// line is cut, and as high as a screen is thought, since a page is as much.
const (
	linearWidth  = 500
	linearHeight = 24
)

// Linear stands around the App in the linear mode: the same screens, keys and
// rules, but what is new is said in lines after each key instead of being drawn.
// The size of the terminal does not matter. It prints in Init and Update, which is its
// way of drawing: View comes too late for two keys of one read.
type Linear struct {
	app     *App
	out     io.Writer
	speaker speak.Speaker
	said    bool // the last message had something to say
}

var _ tea.Model = (*Linear)(nil)

// NewLinear makes the linear mode of an interface; out is the terminal.
func NewLinear(a *App, out io.Writer) *Linear {
	l := &Linear{app: a, out: out}
	a.between = l.say
	return l
}

// Init opens the first screens, and says how to ask for help, and that letters are
// composed where the person left that on.
func (l *Linear) Init() tea.Cmd {
	size := l.app.resized(tea.WindowSizeMsg{Width: linearWidth, Height: linearHeight})
	words := l.app.env.Words
	l.print(l.speaker.Line(words.Speak.Start))
	if input := l.app.env.Input; words.Input.Name(input) != "" {
		l.print(l.speaker.Line(words.Input.Notice(input)))
	}
	first := l.app.Init()
	l.say()
	return tea.Batch(size, first)
}

// Update hands a message on and says what it changed. A key that changed nothing,
// and set nothing going of which more will be heard, is answered all the same.
func (l *Linear) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, size := msg.(tea.WindowSizeMsg); size {
		return l, nil
	}
	l.said = false
	waits, echo := len(l.app.held), l.echo(msg)
	_, cmd := l.app.Update(msg)
	if msg == tea.ClearScreen() {
		l.print(l.speaker.Whole(l.app.scene(), l.app.env.Theme.Sign, l.app.env.Words))
		return l, cmd
	}
	l.say()
	if key, ok := msg.(tea.KeyPressMsg); ok && !l.said {
		// More is to come where a key set something going. It may also have taken a
		// refused letter.
		l.answer(key, cmd != nil && !l.edits(key) || echo != l.echo(msg) || len(l.app.held) > waits)
	}
	return l, cmd
}

// edits reports whether a key edits a text or a choice: that sets only the keeping of
// it going.
func (l *Linear) edits(key tea.KeyPressMsg) bool {
	now := l.app.scene()
	return (moves(key) || pressOf(key) == kit.PressBack) && (now.Typing != kit.NotTyping || now.Choices != "")
}

// answer answers a key that had nothing to say yet. One that reads the screen anew may
// find all as it was.
func (l *Linear) answer(key tea.KeyPressMsg, more bool) {
	switch action := l.action(key); {
	case action == keymap.Redraw: // what it asks for comes, with the sentence that stands
	case action == keymap.Refresh && more:
		l.print(l.speaker.Line(l.app.env.Words.Speak.Rereads))
	case more:
		l.print(l.speaker.Again())
	default:
		l.print(l.speaker.Idle(moves(key), l.app.env.Words))
	}
}

// action is what a key does on the top screen; "" for nothing.
func (l *Linear) action(key tea.KeyPressMsg) keymap.Action {
	if len(l.app.stack) == 0 {
		return ""
	}
	action, _ := l.app.env.Keys.Action(l.app.top().screen.Scope(), key)
	return action
}

// echo is what the last key met with, where the key now is one that deletes.
func (l *Linear) echo(msg tea.Msg) string {
	if key, ok := msg.(tea.KeyPressMsg); !ok || pressOf(key) != kit.PressBack || len(l.app.stack) == 0 {
		return ""
	}
	return l.app.scene().Echo
}

// moves reports whether a key is one that goes somewhere: at the edge of a list or a
// text it changes nothing, and says where one is.
func moves(key tea.KeyPressMsg) bool {
	switch key.Keystroke() {
	case "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "tab", "shift+tab", "find", "select":
		return true
	}
	return false
}

// View is empty: nothing is drawn.
func (l *Linear) View() tea.View { return tea.View{} }

// End returns what ends the line that is open, for whoever writes next.
func (l *Linear) End() string { return l.speaker.End() }

func (l *Linear) say() {
	if len(l.app.stack) > 0 {
		l.print(l.speaker.Say(l.app.scene(), l.app.env.Theme.Sign, l.app.env.Words))
	}
}

func (l *Linear) print(text string) {
	if text == "" {
		return
	}
	l.said = true
	// A terminal that takes nothing any more is told by its line to whoever waits
	// for that; here there is nobody to tell.
	_, _ = io.WriteString(l.out, text)
}

// scene is all that could be heard now.
func (a *App) scene() speak.Scene {
	top := a.top()
	frame := top.screen.View()
	_, over := top.screen.(kit.Overlay)
	scene := speak.Scene{Screen: fmt.Sprint(len(a.stack), top.kind, top.id), Depth: len(a.stack), Over: over && len(a.stack) > 1, Title: a.env.Join(frame.Title, frame.Status)}
	if screen, ok := top.screen.(kit.Speaker); ok {
		scene.Spoken = screen.Spoken()
	}
	if len(a.account.failed) > 0 {
		scene.Fault = a.savingStatus()
	}
	scene.Saved = a.env.Words.Speak.Saved
	words, sign := a.env.Words.Common, a.env.Theme.Sign
	switch {
	case a.leaving == asking:
		scene.Said = a.unsavedSaid() + " " + a.answers()
	case a.leaving != staying:
		scene.Said = words.Quitting
	case a.notice.Bad:
		scene.Said = sign.Problem + " " + a.notice.Text
	case a.notice.Text != "":
		scene.Said = a.notice.Text
	}
	return scene
}
