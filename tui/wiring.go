package tui

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/tui/paint"
)

// wiring is what the program is made of, whichever way it shows itself. Each way
// returns the program and what puts the terminal back in order. The guard stands
// outside of all of it, since any of it may fail.
type wiring struct {
	app      *App
	in       *paint.Input
	out      *paint.Output
	report   func(value any, stack []byte)
	settings []tea.ProgramOption
}

func (w wiring) program(m tea.Model, more ...tea.ProgramOption) *tea.Program {
	return tea.NewProgram(NewGuard(m, w.report), append(more, w.settings...)...)
}

// painted is the way it usually runs: Bubble Tea has the loop, the painter the
// terminal.
func (w wiring) painted(ctx context.Context) (*tea.Program, func() error, error) {
	terminal, err := paint.Open(w.in, w.out, os.Environ())
	if err != nil {
		return nil, nil, err
	}
	program := w.program(terminal.Show(w.app), terminal.Options()...)
	terminal.Serve(ctx, program)
	return program, terminal.Close, nil
}

// stock runs with Bubble Tea's own renderer, which sets and restores the
// terminal's modes itself. It asks for the window's size before it listens to it;
// a window that changes in between would be drawn at its old size until it changes
// again, so that it is asked once more.
func (w wiring) stock(context.Context) (*tea.Program, func() error, error) {
	const (
		fps      = 120                    // bounds how long a frame waits to be drawn
		listened = 500 * time.Millisecond // when it surely listens
	)
	program := w.program(w.app, tea.WithInput(w.in), tea.WithOutput(w.out), tea.WithFPS(fps))
	again := time.AfterFunc(listened, func() { program.Send(tea.RequestWindowSize()) })
	return program, func() error { again.Stop(); return nil }, nil
}

// linear says in lines what is new. Bubble Tea leaves it to others to have the
// terminal hand over single keys when it draws nothing.
func (w wiring) linear(context.Context) (*tea.Program, func() error, error) {
	restore, err := paint.KeyByKey(w.in)
	if err != nil {
		return nil, nil, err
	}
	l := NewLinear(w.app, w.out)
	program := w.program(l, tea.WithInput(w.in), tea.WithOutput(w.out), tea.WithoutRenderer(), tea.WithFPS(1))
	return program, func() error {
		_, err := io.WriteString(w.out, l.End()) // behind the last line
		return errors.Join(err, restore())
	}, nil
}
