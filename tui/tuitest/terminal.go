package tuitest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
)

// Patience is how long a test waits for something that must happen, and for a
// program to end. It is generous: it is only ever used up by a failing test.
const Patience = 10 * time.Second

// Options say what Start runs and on what terminal.
type Options struct {
	// Path is the program, Args its arguments without the program's name.
	Path string
	Args []string
	// Env holds NAME=value pairs; they win over the clean environment that the
	// program gets otherwise: PATH, TERM=xterm-256color, LANG=C.UTF-8, TZ=UTC,
	// and HOME, TMPDIR and the XDG folders in a new empty directory.
	Env []string
	// Dir is the working directory; empty is the new home.
	Dir string
	// Width and Height are the screen's size in cells, 80×24 where they are 0.
	Width, Height int
	// Answer makes the terminal answer the program's questions (device
	// attributes, cursor position, modes). Many terminals behind slow lines
	// answer late or never, so that a program has to do without.
	Answer bool
	// Detached starts the program without a controlling terminal: it gets no
	// signal when the size changes or the line drops.
	Detached bool
}

// Terminal is a program in a pseudo-terminal and the screen it has drawn. Its
// methods may be called from the test's goroutine only.
type Terminal struct {
	tb   testing.TB
	cmd  *exec.Cmd
	home string
	pty  *os.File
	// answers wait here for a program that may not be reading while it writes.
	answers chan string

	mu       sync.Mutex
	changed  *sync.Cond // signalled when the output grew or ended, or the program ended
	screen   *emulator
	received bytes.Buffer
	last     time.Time // when output came last
	drained  bool      // no more output will come
	exited   bool
	exitErr  error
}

// Start runs a program on a new terminal. When the test ends, the program and
// what it started are killed.
func Start(tb testing.TB, o Options) *Terminal {
	tb.Helper()
	if o.Width == 0 {
		o.Width = 80
	}
	if o.Height == 0 {
		o.Height = 24
	}
	master, slave, err := openPTY(o.Width, o.Height)
	if err != nil {
		tb.Fatalf("start %s: %v", o.Path, err)
	}
	t := &Terminal{tb: tb, home: tb.TempDir(), pty: master, answers: make(chan string, 256)}
	t.changed = sync.NewCond(&t.mu)
	t.screen = newEmulator(o.Width, o.Height, t.answerer(o.Answer))

	t.cmd = exec.Command(o.Path, o.Args...)
	t.cmd.Stdin, t.cmd.Stdout, t.cmd.Stderr = slave, slave, slave
	t.cmd.Env = append(cleanEnv(t.home), o.Env...)
	t.cmd.Dir = o.Dir
	if t.cmd.Dir == "" {
		t.cmd.Dir = t.home
	}
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: !o.Detached}
	err = t.cmd.Start()
	// The program has its own descriptors now; ours would keep the terminal
	// from seeing that the program has ended.
	closeErr := slave.Close()
	if err := errors.Join(err, closeErr); err != nil {
		tb.Fatalf("start %s: %v", o.Path, errors.Join(err, master.Close()))
	}
	t.last = time.Now()
	go t.answer()
	go t.receive()
	go t.reap()
	tb.Cleanup(t.end)
	return t
}

// cleanEnv is an environment in which nothing of the person who runs the tests
// is seen.
func cleanEnv(home string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"),
		"TERM=xterm-256color",
		"LANG=C.UTF-8",
		"TZ=UTC",
		"HOME=" + home,
		"TMPDIR=" + home,
		"XDG_CONFIG_HOME=" + filepath.Join(home, "config"),
		"XDG_DATA_HOME=" + filepath.Join(home, "data"),
		"XDG_STATE_HOME=" + filepath.Join(home, "state"),
		"XDG_CACHE_HOME=" + filepath.Join(home, "cache"),
		"XDG_RUNTIME_DIR=" + filepath.Join(home, "run"),
	}
}

// receive draws the program's output on the screen until there is no more.
func (t *Terminal) receive() {
	buf := make([]byte, 32*1024)
	for {
		n, err := t.pty.Read(buf)
		t.mu.Lock()
		if n > 0 {
			t.received.Write(buf[:n])
			t.last = time.Now()
			t.screen.write(buf[:n])
		}
		// A terminal says EIO when the last program on it has ended, which is
		// the ordinary end; after HangUp it is closed. Both are no more output.
		t.drained = err != nil
		t.changed.Broadcast()
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answerer returns what the screen's answers go to: the program, or nobody.
func (t *Terminal) answerer(send bool) func(string) {
	return func(answer string) {
		if !send {
			return
		}
		select {
		case t.answers <- answer:
		default:
			// The program asks without reading: drop the answer, or drawing
			// would wait for a program that waits for drawing.
		}
	}
}

// answer sends the screen's answers to the program.
func (t *Terminal) answer() {
	for answer := range t.answers {
		if _, err := t.pty.Write([]byte(answer)); err != nil {
			// The program has ended: nobody is left to be answered.
			continue
		}
	}
}

// reap waits for the program's end.
func (t *Terminal) reap() {
	err := t.cmd.Wait()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.exited, t.exitErr = true, err
	t.changed.Broadcast()
}

// end kills what still runs and takes the terminal down.
func (t *Terminal) end() {
	// The program leads a session of its own, so that this reaches what it
	// started too. That the group is gone already is the ordinary case.
	if err := syscall.Kill(-t.cmd.Process.Pid, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
		t.tb.Errorf("kill %s: %v", t.cmd.Path, err)
	}
	if err := t.pty.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		t.tb.Errorf("close the terminal: %v", err)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.await(Patience, func() bool { return t.exited && t.drained }) {
		t.tb.Errorf("%s did not end", t.cmd.Path)
	}
	if len(t.screen.unknown) > 0 {
		t.tb.Errorf("%s sent sequences that are not understood: %q", t.cmd.Path, t.screen.unknown)
	}
	if t.drained {
		// Nothing is drawn any more, so that no answer can come.
		close(t.answers)
	}
}

// await waits, at most as long as limit, until done says so, and returns whether
// it did. It asks again whenever something has changed. The caller holds mu.
func (t *Terminal) await(limit time.Duration, done func() bool) bool {
	deadline := time.Now().Add(limit)
	alarm := time.AfterFunc(limit, func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.changed.Broadcast()
	})
	defer alarm.Stop()
	for !done() {
		if !time.Now().Before(deadline) {
			return false
		}
		t.changed.Wait()
	}
	return true
}

// Resize changes the terminal's size in cells, and the program is told.
func (t *Terminal) Resize(width, height int) {
	t.tb.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.screen.resize(width, height)
	if err := setSize(t.pty, width, height); err != nil {
		t.tb.Fatalf("resize the terminal: %v", err)
	}
}

// Kill sends the program a signal.
func (t *Terminal) Kill(signal syscall.Signal) {
	t.tb.Helper()
	if err := t.cmd.Process.Signal(signal); err != nil {
		t.tb.Fatalf("send %v to %s: %v", signal, t.cmd.Path, err)
	}
}

// HangUp takes the terminal away, as a dropped line does: the program gets
// SIGHUP unless it is Detached, and errors from reading and writing.
func (t *Terminal) HangUp() {
	t.tb.Helper()
	if err := t.pty.Close(); err != nil {
		t.tb.Fatalf("hang up: %v", err)
	}
}

// Wait waits until the program has ended and all its output is on the screen.
// It returns the exit code, which is -1 after a signal, and, for any code but
// 0, the error of exec.Cmd.Wait. A program that stays fails the test.
func (t *Terminal) Wait() (int, error) {
	t.tb.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.await(Patience, func() bool { return t.exited && t.drained }) {
		t.tb.Fatalf("%s did not end within %v\n%s", t.cmd.Path, Patience, t.picture())
	}
	return t.cmd.ProcessState.ExitCode(), t.exitErr
}

// Home returns the program's home directory.
func (t *Terminal) Home() string { return t.home }

// BytesOut returns how many bytes the program has sent since its start.
func (t *Terminal) BytesOut() int64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return int64(t.received.Len())
}

// Transcript returns all that the program has sent since its start.
func (t *Terminal) Transcript() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	return bytes.Clone(t.received.Bytes())
}

// Cell returns the cell in column x and row y, both from 0, with its style. A
// place outside the screen fails the test.
func (t *Terminal) Cell(x, y int) uv.Cell {
	t.tb.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	if x < 0 || x >= t.screen.width || y < 0 || y >= t.screen.height {
		t.tb.Fatalf("there is no cell %d,%d on a screen of %d×%d", x, y, t.screen.width, t.screen.height)
	}
	return t.screen.cells[y][x]
}

// Cursor returns the cursor's column and row, both from 0, and whether it is shown.
func (t *Terminal) Cursor() (x, y int, visible bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	at := t.screen.cursor
	return at.x, at.y, t.screen.visible
}

// Picture returns all that is seen of the screen.
func (t *Terminal) Picture() Picture {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.screen.picture()
}

// picture shows the screen in a failing test's message. The caller holds mu.
func (t *Terminal) picture() string {
	at := t.screen.cursor
	return fmt.Sprintf("%s\ncursor %d,%d shown %v, %d bytes sent, sequences not understood: %q",
		frame(t.screen.rows()), at.x, at.y, t.screen.visible, t.received.Len(), t.screen.unknown)
}
