package paint

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// lastWrite is how long Close waits for a write under way: a terminal that
// takes nothing, because its person has stopped it, must not keep the program.
const lastWrite = time.Second

// Terminal is a terminal in the modes that the interface needs: keys come one by
// one and unchanged, the picture has a screen of its own. Close puts it back.
type Terminal struct {
	in      *Input
	out     *Output
	env     uv.Environ
	before  *term.State // of the input; nil where it is no terminal
	painter *Painter
	keys    *keys
	program *tea.Program // that Serve was given
	winch   chan os.Signal
	turn    chan struct{} // held by whoever writes, in the end by Close
	closed  chan struct{}
	close   sync.Once
	err     error // of the one Close that did the work
}

// Open takes the terminal for the interface. env is the environment, of which
// TERM, COLORTERM, NO_COLOR and the like say what the terminal can do.
func Open(in *Input, out *Output, env []string) (*Terminal, error) {
	t := &Terminal{in: in, out: out, env: env, winch: make(chan os.Signal, 1), turn: make(chan struct{}, 1), closed: make(chan struct{})}
	if term.IsTerminal(in.Fd()) {
		before, err := term.MakeRaw(in.Fd())
		if err != nil {
			return nil, fmt.Errorf("have keys one by one: %w", err)
		}
		t.before = before
	}
	// Before the size is asked for the first time, so that none is missed.
	signal.Notify(t.winch, syscall.SIGWINCH)
	t.painter = NewPainter(writer(t.write), colorprofile.Detect(out, env), env)
	t.keys = newKeys(in, t.env.Getenv("TERM"))
	if _, err := t.write([]byte(t.entering())); err != nil {
		return nil, errors.Join(err, t.Close())
	}
	return t, nil
}

// entering is what is sent to take the terminal. Bubble Tea's own renderer asks
// two things more: whether the terminal shows a picture all at once (2026),
// which a picture in one write does without, and which keys it can tell apart,
// which nobody here wants to know. An answer that comes when the program has
// ended is typed into the shell, so that nothing is asked over SSH.
func (t *Terminal) entering() string {
	modes := ansi.SetModeAltScreenSaveCursor + ansi.HideCursor + ansi.SetModeBracketedPaste +
		ansi.SetModifyOtherKeys2 + ansi.PushKittyKeyboard(ansi.KittyDisambiguateEscapeCodes)
	if _, ssh := t.env.LookupEnv("SSH_TTY"); !ssh {
		modes += ansi.RequestModeUnicodeCore
	}
	return modes
}

// leaving is what is sent to put the terminal back. The cursor goes to the last
// row for terminals that have no second screen.
func (t *Terminal) leaving() string {
	modes := ansi.ResetModifyOtherKeys + ansi.PopKittyKeyboard(1)
	if t.painter.letters {
		modes += ansi.ResetModeUnicodeCore
	}
	if t.painter.shape != 0 {
		modes += ansi.SetCursorStyle(0)
	}
	return modes + ansi.CursorPosition(1, max(1, t.painter.cells.Height())) +
		ansi.ResetModeAltScreenSaveCursor + ansi.ShowCursor + ansi.ResetModeBracketedPaste
}

// Show returns the model that is to run in a program: its picture is painted on
// the terminal whenever it has changed.
func (t *Terminal) Show(model tea.Model) tea.Model {
	return &shown{model: model, painter: t.painter, size: t.size, waiting: t.keys.waiting, begun: t.stopTicker}
}

// Options are those of the program: Bubble Tea has the loop, the terminal is
// this one.
func (t *Terminal) Options() []tea.ProgramOption {
	size, _ := t.size()
	return []tea.ProgramOption{tea.WithInput(nil), tea.WithOutput(t.out), tea.WithoutRenderer(), tea.WithFPS(1),
		tea.WithWindowSize(size.Width, size.Height)}
}

// Serve hands keys and sizes to the program, which is about to run, until ctx
// ends. The Input must be closed as well, for a reading that waits.
func (t *Terminal) Serve(ctx context.Context, program *tea.Program) {
	t.program = program
	go t.follow(ctx, program.Send)
	go func() {
		if err := t.keys.run(ctx, program.Send); err != nil {
			t.in.line.lose(err)
		}
	}()
}

// stopTicker ends the frame clock of Bubble Tea, which ticks once a second even
// where there is no renderer, and wakes four threads each time. It is a hack:
// lending the terminal to another program stops the clock, and there is neither
// a terminal nor a reader that Bubble Tea could give back. Without it the clock
// goes on, and nothing else changes.
func (t *Terminal) stopTicker() tea.Msg {
	// An error would come of a terminal's modes, and it knows of no terminal.
	_ = t.program.ReleaseTerminal()
	return nil
}

// follow sends the window's size whenever it has changed.
func (t *Terminal) follow(ctx context.Context, send func(tea.Msg)) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.winch:
			if size, known := t.size(); known {
				send(size)
			}
		}
	}
}

// size is the window's size in cells, as far as it is known. A terminal behind a
// serial line often does not know its own; then the environment may.
func (t *Terminal) size() (tea.WindowSizeMsg, bool) {
	const columns, lines = 80, 24
	width, height, err := term.GetSize(t.out.Fd())
	if err != nil {
		return tea.WindowSizeMsg{}, false
	}
	if width <= 0 {
		width = t.number("COLUMNS", columns)
	}
	if height <= 0 {
		height = t.number("LINES", lines)
	}
	return tea.WindowSizeMsg{Width: width, Height: height}, true
}

// number is a positive number of the environment, or what else it is taken for.
func (t *Terminal) number(name string, otherwise int) int {
	if n, err := strconv.Atoi(t.env.Getenv(name)); err == nil && n > 0 {
		return n
	}
	return otherwise
}

// writer is a function that is an io.Writer.
type writer func([]byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }

// write sends to the terminal while it is the interface's. After Close nothing
// is sent: a loop that did not end would draw into the shell.
func (t *Terminal) write(p []byte) (int, error) {
	select {
	case t.turn <- struct{}{}:
	case <-t.closed:
		return 0, fmt.Errorf("write to the terminal: %w", os.ErrClosed)
	}
	defer func() { <-t.turn }()
	return t.out.Write(p)
}

// Close puts the terminal back as it was, once. The painter's model must not be
// running any more, or be stuck for good.
func (t *Terminal) Close() error {
	t.close.Do(func() {
		defer close(t.closed)
		signal.Stop(t.winch)
		select {
		case t.turn <- struct{}{}:
			// It is kept: nobody writes after this.
			_, err := t.out.Write([]byte(t.leaving()))
			t.err = err
		case <-time.After(lastWrite):
			t.err = fmt.Errorf("put the terminal back: %w", os.ErrDeadlineExceeded)
		}
		if t.before != nil {
			if err := term.Restore(t.in.Fd(), t.before); err != nil {
				t.err = errors.Join(t.err, fmt.Errorf("put the terminal's modes back: %w", err))
			}
		}
	})
	return t.err
}
