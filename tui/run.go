package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/tui/kit"
	"giamsat/tui/paint"
)

// grace is how long the loop has to end by itself once everything is written.
const grace = 2 * time.Second

// Outcome says how a run of the interface ended.
type Outcome struct {
	Panicked bool  // the program failed inside; the log has the detail
	Ended    bool  // from outside: a signal, or the line dropped
	Lost     int   // answers that could not be saved
	Kept     bool  // these come back at the next start
	Err      error // why they could not, or why the terminal could not be used
}

// Run runs the interface on a terminal until the person leaves, the terminal
// goes away, or ends delivers a signal. Whatever happens, what is owed is
// written before it returns, by a context of its own and outside the loop, and
// the terminal is as it was before.
func Run(env *kit.Env, o Options, in io.Reader, out io.Writer, ends <-chan os.Signal) Outcome {
	line := paint.NewLine()
	input, err := paint.NewInput(in, line)
	if err != nil {
		return Outcome{Err: fmt.Errorf("open the terminal: %w", err)}
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var broken atomic.Bool
	w := wiring{app: New(env, o), in: input, out: paint.NewOutput(out, line), settings: []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFilter(timed(env))}}
	w.report = func(value any, stack []byte) {
		broken.Store(true)
		env.Log.Error("panic", "value", value, "stack", string(stack))
		stop()
	}
	begin := w.painted
	switch {
	case o.Linear:
		begin = w.linear
	case o.Stock:
		begin = w.stock
	}
	program, restore, err := begin(ctx)
	if err != nil {
		return Outcome{Err: errors.Join(fmt.Errorf("open the terminal: %w", err), input.Close())}
	}
	outcome := supervise(env, program, stop, line, ends)
	outcome.Panicked = outcome.Panicked || broken.Load()
	if err := errors.Join(restore(), input.Close()); err != nil {
		env.Log.Warn("cannot leave the terminal in order", "cause", err)
	}
	if err := flushAll(env); err != nil {
		outcome.Err, outcome.Lost = err, max(1, env.Desk.Owed())
		outcome.Kept = env.Desk.Secure() == nil
	}
	return outcome
}

// timed tells the desk when keys come, for the person's own statistics: it stands
// between the keyboard and Update, which reads no clock.
func timed(env *kit.Env) func(tea.Model, tea.Msg) tea.Msg {
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		switch msg.(type) {
		case tea.KeyPressMsg, tea.PasteMsg:
			env.Desk.Moment(time.Now())
		}
		return msg
	}
}

// supervise runs the loop and waits for its end, or for the terminal's. Then the
// data is brought to safety first, and a loop that does not end is left behind:
// nobody sees it any more.
func supervise(env *kit.Env, program *tea.Program, stop func(), line *paint.Line, ends <-chan os.Signal) Outcome {
	done := make(chan error, 1)
	go loop(program, done)
	select {
	case err := <-done:
		return ending(env, err, false)
	case signal := <-ends:
		env.Log.Info("ended by a signal", "signal", signal)
	case <-line.Gone():
		env.Log.Info("the terminal is gone", "cause", line.Err())
	}
	if err := flushAll(env); err != nil {
		env.Log.Error("cannot save at the end", "cause", err)
	}
	stop()
	select {
	case err := <-done:
		return ending(env, err, true)
	case <-time.After(grace):
		program.Kill()
		return Outcome{Ended: true}
	}
}

// loop runs Bubble Tea's loop. What it does not catch itself becomes an error
// here, so that the data is written all the same.
func loop(program *tea.Program, done chan<- error) {
	defer func() {
		if value := recover(); value != nil {
			done <- fmt.Errorf("%w: %v\n%s", tea.ErrProgramPanic, value, debug.Stack())
		}
	}()
	_, err := program.Run()
	done <- err
}

// ending reads what the loop returned. That it was stopped is no error.
func ending(env *kit.Env, err error, ended bool) Outcome {
	outcome := Outcome{Ended: ended}
	switch {
	case err == nil:
	case errors.Is(err, tea.ErrProgramPanic):
		env.Log.Error("panic", "cause", err)
		outcome.Panicked = true
	case errors.Is(err, tea.ErrProgramKilled):
		env.Log.Info("interface stopped", "cause", err)
	default:
		env.Log.Error("the interface failed", "cause", err)
		outcome.Err = err
	}
	return outcome
}

// flushAll writes everything that is owed, the open texts included.
func flushAll(env *kit.Env) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return env.Desk.Flush(ctx)
}
