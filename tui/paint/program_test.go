package paint_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
	"github.com/google/go-cmp/cmp"

	"giamsat/tui/paint"
	"giamsat/tui/tuitest"
)

// childEnv tells the test binary to be the program under test: "painted" by a
// Terminal, "wrapped" or "plain", that is drawn by Bubble Tea with the Input and
// Output or with its own.
const childEnv = "GIAMSAT_PAINT_CHILD"

func TestMain(m *testing.M) {
	if kind := os.Getenv(childEnv); kind != "" {
		run := runChild
		if kind == "painted" {
			run = func(bool) error { return runPainted() }
		}
		if err := run(kind == "wrapped"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// runChild is the smallest program that does what the package comment asks.
func runChild(wrapped bool) error {
	// The line must be noticed to be gone without the signal's help.
	signal.Ignore(syscall.SIGHUP)
	if !wrapped {
		_, err := tea.NewProgram(echo{}).Run()
		return err
	}
	line := paint.NewLine()
	in, err := paint.NewInput(os.Stdin, line)
	if err != nil {
		return err
	}
	out := paint.NewOutput(os.Stdout, line)
	program := tea.NewProgram(echo{}, tea.WithInput(in), tea.WithOutput(out))
	go func() {
		<-line.Gone()
		program.Quit()
	}()
	_, runErr := program.Run()
	if err := in.Close(); err != nil {
		return err
	}
	if runErr != nil {
		return runErr
	}
	if left := readersLeft(); left != "" {
		return fmt.Errorf("a reader is left:\n%s", left)
	}
	if line.Err() == nil {
		fmt.Printf("\r\nended in order, %d bytes read\r\n", in.Bytes())
	}
	return nil
}

// runPainted is the smallest program with a Terminal.
func runPainted() error {
	signal.Ignore(syscall.SIGHUP)
	line := paint.NewLine()
	in, err := paint.NewInput(os.Stdin, line)
	if err != nil {
		return err
	}
	terminal, err := paint.Open(in, paint.NewOutput(os.Stdout, line), os.Environ())
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	program := tea.NewProgram(terminal.Show(echo{}), terminal.Options()...)
	terminal.Serve(ctx, program)
	go func() {
		<-line.Gone()
		program.Quit()
	}()
	_, err = program.Run()
	closed := terminal.Close()
	if line.Err() == nil {
		err = errors.Join(err, closed)
		fmt.Printf("ended in order, %d bytes read\r\n", in.Bytes())
	}
	return errors.Join(err, in.Close())
}

// readersLeft returns the stacks of all goroutines while one of them reads the
// input, or "" once none does: those of Bubble Tea that had waited for keys may
// need a moment for their last steps after Close.
func readersLeft() string {
	var left string
	for range 100 {
		stacks := make([]byte, 1<<16)
		left = string(stacks[:runtime.Stack(stacks, true)])
		if !strings.Contains(left, "ultraviolet") && !strings.Contains(left, "(*Input).Read") {
			return ""
		}
		time.Sleep(10 * time.Millisecond)
	}
	return left
}

// echo shows what is typed between brackets, and ends on Ctrl+Q.
type echo struct{ text string }

func (e echo) Init() tea.Cmd { return nil }

func (e echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		e.text += "<" + msg.Content + ">"
	case tea.KeyPressMsg:
		switch key := msg.String(); {
		case key == "ctrl+q":
			return e, tea.Quit
		case key == "backspace" && e.text != "":
			_, size := utf8.DecodeLastRuneInString(e.text)
			e.text = e.text[:len(e.text)-size]
		case msg.Text != "":
			e.text += msg.Text
		default:
			e.text += "{" + key + "}"
		}
	}
	return e, nil
}

func (e echo) View() tea.View { return tea.NewView("[" + e.text + "]") }

// start runs the program under test on a terminal and waits for its screen.
func start(t *testing.T, kind string, o tuitest.Options) *tuitest.Terminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o.Path = self
	o.Env = append(o.Env, childEnv+"="+kind)
	term := tuitest.Start(t, o)
	term.WaitFor("[]", tuitest.Patience)
	return term
}

// pause lets the line be slow, which is the matter of these tests: nothing is
// awaited by it. It is the one place where time passes.
func pause(d time.Duration) { <-time.After(d) }

func TestProgramGetsALetterCutByASlowLine(t *testing.T) {
	const letter = "ế"
	for cut := 1; cut < len(letter); cut++ {
		t.Run(fmt.Sprintf("after byte %d", cut), func(t *testing.T) {
			t.Parallel()
			term := start(t, "wrapped", tuitest.Options{})
			term.Raw([]byte(letter[:cut]))
			pause(150 * time.Millisecond)
			term.Raw([]byte(letter[cut:]))
			term.Type("!")
			term.WaitFor("["+letter+"!]", tuitest.Patience)
		})
	}
	t.Run("which Bubble Tea alone loses", func(t *testing.T) {
		t.Parallel()
		term := start(t, "plain", tuitest.Options{})
		term.Raw([]byte(letter[:1]))
		pause(150 * time.Millisecond)
		term.Raw([]byte(letter[1:]))
		term.Type("!")
		term.WaitFor("!]", tuitest.Patience)
		t.Logf("Bubble Tea alone shows %q of %q", term.Screen()[0], "["+letter+"!]")
	})
}

func TestProgramGetsKeys(t *testing.T) {
	cases := []struct{ name, sent, want string }{
		{"0x7f deletes", "abc\x7f", "[ab]"},
		{"0x08 deletes", "abc\x08", "[ab]"},
		{"the Linux console's F-keys", "\x1b[[A\x1b[[E.", "[{f1}{f5}.]"},
		{"an input method's burst", "tie\x7f\x7fiê\x08ế", "[tiế]"},
		{"Esc alone", "\x1b", "[{esc}]"},
		{"a paste", pasted("hai ba"), "[<hai ba>]"},
		{"a paste without its end, then keys", "\x1b[200~một", "[<một>]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			term := start(t, "wrapped", tuitest.Options{})
			term.Type(c.sent)
			term.WaitFor(c.want, tuitest.Patience)
			term.Type(".")
			term.WaitFor(strings.TrimSuffix(c.want, "]")+".]", tuitest.Patience)
		})
	}
}

func pasted(text string) string { return "\x1b[200~" + text + "\x1b[201~" }

func TestProgramEndsAtOnceAndRestoresTheTerminal(t *testing.T) {
	for _, kind := range []string{"wrapped", "painted"} {
		t.Run(kind, func(t *testing.T) { endsAndRestores(t, kind) })
	}
}

func endsAndRestores(t *testing.T, kind string) {
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*os.File{master, slave} {
		t.Cleanup(func() {
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	// Every new terminal has the same modes; those of the program's own cannot
	// be read before it starts.
	sane := tuitest.ModesOf(t, slave)
	term := start(t, kind, tuitest.Options{})
	if raw := term.Modes(); raw.Lflag&(syscall.ICANON|syscall.ECHO) != 0 {
		t.Errorf("the program runs in modes that are not raw: %+v", raw)
	}
	asked := time.Now()
	term.Press("ctrl+q")
	if code, err := term.Wait(); code != 0 || err != nil {
		t.Fatalf("ended with %d, %v: %q", code, err, term.Screen())
	}
	endedSoon(t, "Ctrl+Q", asked)
	term.WaitFor("ended in order, 1 bytes read", tuitest.Patience)
	if diff := cmp.Diff(sane, term.Modes()); diff != "" {
		t.Errorf("the terminal's modes are not as they were:\n%s", diff)
	}
}

func TestProgramEndsWhenTheTerminalIsTakenAway(t *testing.T) {
	for name, detached := range map[string]bool{"with the signal ignored": false, "without a signal": true} {
		for _, kind := range []string{"wrapped", "painted"} {
			t.Run(kind+" "+name, func(t *testing.T) {
				t.Parallel()
				term := start(t, kind, tuitest.Options{Detached: detached})
				term.Type("x")
				term.WaitFor("[x]", tuitest.Patience)
				gone := time.Now()
				term.HangUp()
				if code, err := term.Wait(); code != 0 || err != nil {
					t.Errorf("ended with %d, %v", code, err)
				}
				endedSoon(t, "the terminal was gone", gone)
			})
		}
	}
}

// endedSoon holds the program to two seconds, where it needs some thousandths:
// a reader that waits for one more key would wait for ever.
func endedSoon(t *testing.T, after string, since time.Time) {
	t.Helper()
	took := time.Since(since)
	t.Logf("ended %v after %s", took, after)
	if took > 2*time.Second {
		t.Errorf("ended %v after %s", took, after)
	}
}

func TestCheckTerminal(t *testing.T) {
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*os.File{master, tty, reader, writer} {
		t.Cleanup(func() {
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	cases := []struct {
		in, out *os.File
		term    string
		want    paint.Verdict
	}{
		{tty, tty, "xterm-256color", paint.Usable},
		{tty, tty, "linux", paint.Usable},
		{reader, tty, "xterm", paint.InputNotTerminal},
		{tty, writer, "xterm", paint.OutputNotTerminal},
		{reader, writer, "dumb", paint.InputNotTerminal},
		{tty, tty, "", paint.TermUnset},
		{tty, tty, "dumb", paint.TermDumb},
	}
	for _, c := range cases {
		t.Run(c.want.String(), func(t *testing.T) {
			if got := paint.CheckTerminal(c.in, c.out, c.term); got != c.want {
				t.Errorf("verdict is %q, want %q", got, c.want)
			}
		})
	}
}
