package tui

import (
	"reflect"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// Guard stands around the App in the program and catches what would otherwise
// end it badly: after a panic Bubble Tea prints the stack over the screen, gives
// an empty model back and, for a panic in a command, no error. With the guard
// the stack goes to Report, the terminal is put back in order, and whoever runs
// the program learns of it.
type Guard struct {
	model  tea.Model
	report func(value any, stack []byte)
	broken bool
	last   tea.View // the last one that could be drawn
}

var _ tea.Model = (*Guard)(nil)

// NewGuard makes the guard of a model. report is called with the value of the
// panic and the stack, from any goroutine and maybe more than once; it has the
// program quit.
func NewGuard(m tea.Model, report func(value any, stack []byte)) *Guard {
	return &Guard{model: m, report: report}
}

// Init starts the guarded model.
func (g *Guard) Init() (cmd tea.Cmd) {
	defer g.catch()
	return g.watched(g.model.Init())
}

// Update hands a message on; a broken model gets none any more.
func (g *Guard) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	if g.broken {
		return g, nil
	}
	next = g
	defer g.catch()
	model, cmd := g.model.Update(msg)
	g.model = model
	return g, g.watched(cmd)
}

// View draws the guarded model, or what it drew last when it cannot.
func (g *Guard) View() (view tea.View) {
	if g.broken {
		return g.last
	}
	view = g.last
	defer g.catch()
	view = g.model.View()
	g.last = view
	return view
}

// catch is deferred around everything the model does in the loop.
func (g *Guard) catch() {
	if value := recover(); value != nil {
		g.broken = true
		g.report(value, debug.Stack())
	}
}

// watched wraps a command, and those that it returns, so that a panic in one is
// reported.
func (g *Guard) watched(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if value := recover(); value != nil {
				msg = nil
				g.report(value, debug.Stack())
			}
		}()
		msg = cmd()
		if list, ok := msg.(tea.BatchMsg); ok {
			return tea.BatchMsg(g.watchedAll(list))
		}
		if list, ok := sequenced(msg); ok {
			return tea.Sequence(g.watchedAll(list)...)()
		}
		return msg
	}
}

func (g *Guard) watchedAll(list []tea.Cmd) []tea.Cmd {
	wrapped := make([]tea.Cmd, len(list))
	for i, cmd := range list {
		wrapped[i] = g.watched(cmd)
	}
	return wrapped
}

// sequenced returns the commands of what tea.Sequence sends. It is a trick:
// Bubble Tea keeps that type to itself, so that it is known by its shape alone.
// Should the shape change, a panic in a sequence is caught by Bubble Tea, which
// is less polite but loses nothing.
func sequenced(msg tea.Msg) ([]tea.Cmd, bool) {
	if msg == nil {
		return nil, false
	}
	value, want := reflect.ValueOf(msg), reflect.TypeFor[[]tea.Cmd]()
	if value.Kind() != reflect.Slice || !value.CanConvert(want) {
		return nil, false
	}
	list, ok := value.Convert(want).Interface().([]tea.Cmd)
	return list, ok
}
