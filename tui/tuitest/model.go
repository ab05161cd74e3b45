package tuitest

import (
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Filter decides whether a command is run; name is what the compiler calls its
// function, such as "giamsat/tui/fill.(*Screen).save.func1". Where save was
// inlined, its caller's name stands before: look for ".save.func" in it.
type Filter func(name string) bool

// Driver drives a model without a terminal. Each call sends its messages, runs
// the commands that come back one after the other in the order they were given,
// sends what they return, and so on until nothing is left to do. So a test sees
// the same order every time, though a program's commands may finish in any.
//
// Timers are not run, or a test would wait for them: send the message of the
// one you mean with Send. RunIf changes what is run.
type Driver struct {
	tb    testing.TB
	model tea.Model
	runIf Filter
	queue []tea.Cmd
	quit  bool
}

// NewModel starts a model as Bubble Tea does, on a screen of width times height
// cells: Init, the size, then what Init asked for.
func NewModel(tb testing.TB, m tea.Model, width, height int) *Driver {
	tb.Helper()
	return NewModelRunning(tb, m, width, height, NotTimers)
}

// NewModelRunning is NewModel with a filter that holds for the first commands too.
func NewModelRunning(tb testing.TB, m tea.Model, width, height int, runIf Filter) *Driver {
	tb.Helper()
	d := &Driver{tb: tb, model: m, runIf: runIf}
	first := m.Init()
	d.update(tea.WindowSizeMsg{Width: width, Height: height})
	d.queue = append(d.queue, first)
	d.settle()
	return d
}

// timer matches the functions that tea.Tick and tea.Every return, also where
// the compiler has put them into their caller.
var timer = regexp.MustCompile(`\.(Tick|Every)\.func\d+$`)

// NotTimers is the filter of NewModel: it runs everything but what tea.Tick and
// tea.Every return.
//
// This is a hack: a command is a bare function and says nothing of itself, so
// its compiled name is looked at. Should that change, a test of this package fails.
func NotTimers(name string) bool {
	return !timer.MatchString(name)
}

// RunIf sets which commands are run from now on. The rest are dropped.
func (d *Driver) RunIf(filter Filter) { d.runIf = filter }

// Send sends messages as if they came from the terminal or a command.
func (d *Driver) Send(msgs ...tea.Msg) {
	d.tb.Helper()
	for _, msg := range msgs {
		d.deliver(msg)
		d.settle()
	}
}

// Press presses keys by their names, as Terminal.Press does; here Esc and the
// key after it stay two keys.
func (d *Driver) Press(keys ...string) {
	d.tb.Helper()
	for _, key := range keys {
		sent, err := encode(key)
		if err != nil {
			d.tb.Fatal(err)
		}
		d.Send(decode(d.tb, sent)...)
	}
}

// Type types a text, one message a letter, as if it was typed in a terminal.
func (d *Driver) Type(text string) {
	d.tb.Helper()
	d.Send(decode(d.tb, text)...)
}

// Paste pastes a text.
func (d *Driver) Paste(text string) {
	d.tb.Helper()
	d.Send(tea.PasteStartMsg{}, tea.PasteMsg{Content: text}, tea.PasteEndMsg{})
}

// Resize tells the model another size, in cells.
func (d *Driver) Resize(width, height int) {
	d.tb.Helper()
	d.Send(tea.WindowSizeMsg{Width: width, Height: height})
}

// View returns what the model shows, without colours and other styles.
func (d *Driver) View() string {
	return ansi.Strip(d.model.View().Content)
}

// Cursor returns the cursor's column and row, both from 0, and whether the
// model shows one.
func (d *Driver) Cursor() (x, y int, visible bool) {
	cursor := d.model.View().Cursor
	if cursor == nil {
		return 0, 0, false
	}
	return cursor.X, cursor.Y, true
}

// Model returns the model as it is now.
func (d *Driver) Model() tea.Model { return d.model }

// Quit says whether the model has asked to end. After that it gets no messages.
func (d *Driver) Quit() bool { return d.quit }

// decode returns the messages that Bubble Tea makes of a terminal's bytes, with
// the decoder that it uses itself.
func decode(tb testing.TB, sent string) []tea.Msg {
	tb.Helper()
	var decoder uv.EventDecoder
	var msgs []tea.Msg
	for rest := []byte(sent); len(rest) > 0; {
		n, event := decoder.Decode(rest)
		key, ok := event.(uv.KeyPressEvent)
		if !ok {
			tb.Fatalf("%q is not a key but %T: %v", rest, event, event)
		}
		msgs = append(msgs, tea.KeyPressMsg(key))
		rest = rest[n:]
	}
	return msgs
}

// settle runs what waits to be run until nothing does.
func (d *Driver) settle() {
	d.tb.Helper()
	const runaway = 10_000
	for n := 0; len(d.queue) > 0 && !d.quit; n++ {
		if n == runaway {
			d.tb.Fatalf("the model's commands did not come to an end after %d", runaway)
		}
		cmd := d.queue[0]
		d.queue = d.queue[1:]
		d.run(cmd)
	}
}

// run runs one command and sends what it returns.
func (d *Driver) run(cmd tea.Cmd) {
	d.tb.Helper()
	if cmd == nil || d.quit {
		return
	}
	name := runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name()
	if !d.runIf(name) {
		return
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		d.deliver(msg)
	case <-time.After(Patience):
		d.tb.Fatalf("the command %s did not end within %v", name, Patience)
	}
}

// deliver does what Bubble Tea does with a message.
func (d *Driver) deliver(msg tea.Msg) {
	d.tb.Helper()
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg, tea.InterruptMsg:
		d.quit = true
		return
	case tea.BatchMsg:
		d.queue = append(d.queue, msg...)
		return
	}
	if cmds, ok := sequence(msg); ok {
		for _, cmd := range cmds {
			d.run(cmd)
		}
		return
	}
	d.update(msg)
}

// update sends one message to the model, unless it has ended.
func (d *Driver) update(msg tea.Msg) {
	if d.quit {
		return
	}
	var cmd tea.Cmd
	d.model, cmd = d.model.Update(msg)
	d.queue = append(d.queue, cmd)
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
