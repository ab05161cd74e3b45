// Package drive presses keys for a tea.Model without a terminal and without
// time: every message is sent in a fixed order, and nothing waits for a clock.
// Tests of screens and recorded key scripts are played with it.
//
// Keys are turned into the bytes that a terminal sends and back by the decoder
// of Bubble Tea itself, so that a key means what it means at a real keyboard.
package drive

import (
	"fmt"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Filter decides whether a command is run; name is what the compiler calls its
// function, such as "giamsat/tui/fill.(*Screen).save.func1". Where save was
// inlined, its caller's name stands before: look for ".save.func" in it.
type Filter func(name string) bool

// patience is how long one command may take.
const patience = 10 * time.Second

// Player plays a person at the keyboard of a model. Each call sends its messages,
// runs the commands that come back one after the other in the order they were
// given, sends what they return, and so on until nothing is left to do: the same
// order every time, though a program's commands may finish in any.
type Player struct {
	model tea.Model
	runIf Filter
	queue []tea.Cmd
	quit  bool
}

// Start starts a model as Bubble Tea does, on a screen of width times height
// cells: Init, the size, then what Init asked for.
func Start(m tea.Model, width, height int, runIf Filter) (*Player, error) {
	p := &Player{model: m, runIf: runIf}
	first := m.Init()
	p.update(tea.WindowSizeMsg{Width: width, Height: height})
	p.queue = append(p.queue, first)
	return p, p.settle()
}

// timer matches the functions that tea.Tick and tea.Every return, also where
// the compiler has put them into their caller.
var timer = regexp.MustCompile(`\.(Tick|Every)\.func\d+$`)

// NotTimers runs everything but what tea.Tick and tea.Every return: nobody waits
// for a clock. Whoever means the message of a timer sends it.
//
// This is a hack: a command is a bare function and says nothing of itself, so
// its compiled name is looked at. Should that change, a test of this package fails.
func NotTimers(name string) bool {
	return !timer.MatchString(name)
}

// RunIf sets which commands are run from now on. The rest are dropped.
func (p *Player) RunIf(filter Filter) { p.runIf = filter }

// Send sends messages as if they came from the terminal or a command.
func (p *Player) Send(msgs ...tea.Msg) error {
	for _, msg := range msgs {
		if err := p.deliver(msg); err != nil {
			return err
		}
		if err := p.settle(); err != nil {
			return err
		}
	}
	return nil
}

// Press presses keys by the names that Bytes knows; Esc and the key after it
// stay two keys.
func (p *Player) Press(keys ...string) error {
	for _, key := range keys {
		sent, err := Bytes(key)
		if err != nil {
			return err
		}
		if err := p.Type(sent); err != nil {
			return err
		}
	}
	return nil
}

// Type types a text, one message a letter, as if it was typed in a terminal.
func (p *Player) Type(text string) error {
	msgs, err := decode(text)
	if err != nil {
		return err
	}
	return p.Send(msgs...)
}

// Paste pastes a text.
func (p *Player) Paste(text string) error {
	return p.Send(tea.PasteStartMsg{}, tea.PasteMsg{Content: text}, tea.PasteEndMsg{})
}

// View returns what the model shows, without colours and other styles.
func (p *Player) View() string { return ansi.Strip(p.model.View().Content) }

// Model returns the model as it is now.
func (p *Player) Model() tea.Model { return p.model }

// Quit says whether the model has asked to end. After that it gets no messages.
func (p *Player) Quit() bool { return p.quit }

// settle runs what waits to be run until nothing does.
func (p *Player) settle() error {
	const runaway = 10_000
	for n := 0; len(p.queue) > 0 && !p.quit; n++ {
		if n == runaway {
			return fmt.Errorf("the model's commands did not come to an end after %d", runaway)
		}
		cmd := p.queue[0]
		p.queue = p.queue[1:]
		if err := p.run(cmd); err != nil {
			return err
		}
	}
	return nil
}

// run runs one command and sends what it returns.
func (p *Player) run(cmd tea.Cmd) error {
	if cmd == nil || p.quit {
		return nil
	}
	name := runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name()
	if !p.runIf(name) {
		return nil
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		return p.deliver(msg)
	case <-time.After(patience):
		return fmt.Errorf("the command %s did not end within %v", name, patience)
	}
}

// deliver does what Bubble Tea does with a message.
func (p *Player) deliver(msg tea.Msg) error {
	switch msg := msg.(type) {
	case nil:
		return nil
	case tea.QuitMsg, tea.InterruptMsg:
		p.quit = true
		return nil
	case tea.BatchMsg: // in its place: before what was asked for after it
		p.queue = append(slices.Clone(msg), p.queue...)
		return nil
	}
	if cmds, ok := sequence(msg); ok {
		for _, cmd := range cmds {
			if err := p.run(cmd); err != nil {
				return err
			}
		}
		return nil
	}
	p.update(msg)
	return nil
}

// update sends one message to the model, unless it has ended.
func (p *Player) update(msg tea.Msg) {
	if p.quit {
		return
	}
	var cmd tea.Cmd
	p.model, cmd = p.model.Update(msg)
	p.queue = append(p.queue, cmd)
}

// sequence returns the commands of what tea.Sequence sends, whose type Bubble
// Tea keeps to itself: it is the one other message that is a list of commands.
func sequence(msg tea.Msg) ([]tea.Cmd, bool) {
	value := reflect.ValueOf(msg)
	list := reflect.TypeFor[[]tea.Cmd]()
	if !value.CanConvert(list) || !strings.HasSuffix(value.Type().PkgPath(), "bubbletea/v2") {
		return nil, false
	}
	return value.Convert(list).Interface().([]tea.Cmd), true
}
