package tuitest

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/tui/drive"
)

// Filter decides whether a command is run; see drive.Filter.
type Filter = drive.Filter

// NotTimers is the filter of NewModel; see drive.NotTimers.
func NotTimers(name string) bool { return drive.NotTimers(name) }

// Driver drives a model without a terminal, as drive.Player does; whatever goes
// wrong ends the test. Timers are not run, or a test would wait for them: send
// the message of the one you mean with Send. RunIf changes what is run.
type Driver struct {
	tb     testing.TB
	player *drive.Player
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
	player, err := drive.Start(m, width, height, runIf)
	d := &Driver{tb: tb, player: player}
	d.must(err)
	return d
}

func (d *Driver) must(err error) {
	d.tb.Helper()
	if err != nil {
		d.tb.Fatal(err)
	}
}

// RunIf sets which commands are run from now on. The rest are dropped.
func (d *Driver) RunIf(filter Filter) { d.player.RunIf(filter) }

// Send sends messages as if they came from the terminal or a command.
func (d *Driver) Send(msgs ...tea.Msg) {
	d.tb.Helper()
	d.must(d.player.Send(msgs...))
}

// Press presses keys by their names, as Terminal.Press does; here Esc and the
// key after it stay two keys.
func (d *Driver) Press(keys ...string) {
	d.tb.Helper()
	d.must(d.player.Press(keys...))
}

// Type types a text, one message a letter, as if it was typed in a terminal.
func (d *Driver) Type(text string) {
	d.tb.Helper()
	d.must(d.player.Type(text))
}

// Paste pastes a text.
func (d *Driver) Paste(text string) {
	d.tb.Helper()
	d.must(d.player.Paste(text))
}

// Resize tells the model another size, in cells.
func (d *Driver) Resize(width, height int) {
	d.tb.Helper()
	d.Send(tea.WindowSizeMsg{Width: width, Height: height})
}

// View returns what the model shows, without colours and other styles.
func (d *Driver) View() string { return d.player.View() }

// Cursor returns the cursor's column and row, both from 0, and whether the
// model shows one.
func (d *Driver) Cursor() (x, y int, visible bool) {
	cursor := d.player.Model().View().Cursor
	if cursor == nil {
		return 0, 0, false
	}
	return cursor.X, cursor.Y, true
}

// Model returns the model as it is now.
func (d *Driver) Model() tea.Model { return d.player.Model() }

// Quit says whether the model has asked to end. After that it gets no messages.
func (d *Driver) Quit() bool { return d.player.Quit() }
