package whole

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"giamsat/tui/tuitest"
)

// wire is a program in a pseudo-terminal of 80×24 of which only the bytes and
// their times are kept. An emulator would take processor time from the program
// that is measured, on the same two cores.
type wire struct {
	tb     testing.TB
	cmd    *exec.Cmd
	began  time.Time
	master *os.File
	chunks chan chunk // closed when the program has ended
	tape   []chunk    // all that was taken from chunks
}

// The size of the pseudo-terminal, in cells.
const wide, high = 80, 24

// chunk is what one read brought, and when.
type chunk struct {
	at   time.Time
	data []byte
}

// dial starts a program. It is killed when the test ends, or by end.
func dial(tb testing.TB, env []string, path string, args ...string) *wire {
	tb.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		tb.Fatalf("open a terminal: %v", err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Cols: wide, Rows: high}); err != nil {
		tb.Fatalf("size the terminal: %v", err)
	}
	w := &wire{tb: tb, master: master, cmd: exec.Command(path, args...), chunks: make(chan chunk, 1024)}
	home := tb.TempDir()
	w.cmd.Dir = home
	w.cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "HOME=" + home,
		"XDG_DATA_HOME=" + home, "XDG_STATE_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_CACHE_HOME=" + home}
	w.cmd.Env = append(w.cmd.Env, env...)
	w.cmd.Stdin, w.cmd.Stdout, w.cmd.Stderr = slave, slave, slave
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	w.began = time.Now()
	if err := errors.Join(w.cmd.Start(), slave.Close()); err != nil {
		tb.Fatalf("start %s: %v", path, err)
	}
	go w.receive()
	tb.Cleanup(w.end)
	return w
}

func (w *wire) receive() {
	defer close(w.chunks)
	for {
		buf := make([]byte, 16*1024)
		n, err := w.master.Read(buf)
		if n > 0 {
			w.chunks <- chunk{time.Now(), buf[:n]}
		}
		if err != nil {
			return // EIO: the last program on the terminal has ended
		}
	}
}

// end kills the program; ending twice is no fault.
func (w *wire) end() {
	if w.cmd.ProcessState != nil {
		return
	}
	if err := w.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		w.tb.Errorf("kill %s: %v", w.cmd.Path, err)
	}
	for range w.chunks {
		continue // what was on its way
	}
	var ended *exec.ExitError
	if err := w.cmd.Wait(); err != nil && !errors.As(err, &ended) {
		w.tb.Errorf("end %s: %v", w.cmd.Path, err)
	}
	if err := w.master.Close(); err != nil {
		w.tb.Errorf("close the terminal: %v", err)
	}
}

// send types, and returns when.
func (w *wire) send(keys string) time.Time {
	w.tb.Helper()
	at := time.Now()
	if _, err := w.master.WriteString(keys); err != nil {
		w.tb.Fatalf("type %q: %v", keys, err)
	}
	return at
}

// until reads until what came satisfies done, and returns it with the time of
// the read that did.
func (w *wire) until(what string, done func(seen []byte) bool) (time.Time, []byte) {
	w.tb.Helper()
	alarm := time.NewTimer(tuitest.Patience)
	defer alarm.Stop()
	var seen []byte
	for {
		select {
		case c, ok := <-w.chunks:
			if !ok {
				w.tb.Fatalf("%s ended before %s:\n%q", w.cmd.Path, what, seen)
			}
			w.tape = append(w.tape, c)
			if seen = append(seen, c.data...); done(seen) {
				return c.at, seen
			}
		case <-alarm.C:
			w.tb.Fatalf("%s: no %s within %v:\n%q", w.cmd.Path, what, tuitest.Patience, seen)
		}
	}
}

// shows waits for a text among the bytes.
func (w *wire) shows(text string) (time.Time, []byte) {
	w.tb.Helper()
	return w.until("the text "+text, func(seen []byte) bool { return bytes.Contains(seen, []byte(text)) })
}

// settle reads until nothing has come for as long as quiet. last is the time of
// the last read, zero when nothing came.
func (w *wire) settle(quiet time.Duration) (last time.Time, seen []byte) {
	w.tb.Helper()
	alarm := time.NewTimer(quiet)
	defer alarm.Stop()
	for {
		select {
		case c, ok := <-w.chunks:
			if !ok {
				w.tb.Fatalf("%s ended:\n%q", w.cmd.Path, seen)
			}
			w.tape = append(w.tape, c)
			last, seen = c.at, append(seen, c.data...)
			alarm.Reset(quiet)
		case <-alarm.C:
			return last, seen
		}
	}
}

// threads reads a file of every thread of the program.
func (w *wire) threads(name string) []string {
	w.tb.Helper()
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/%s", w.cmd.Process.Pid, name))
	if err != nil || len(files) == 0 {
		w.tb.Fatalf("list the threads of %s: %v", w.cmd.Path, err)
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
			continue // the thread has just ended
		}
		if err != nil {
			w.tb.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}

// processor is how long the program's threads have run so far. The clock ticks
// of /proc/PID/stat are too coarse for a key: a tick is ten milliseconds.
func (w *wire) processor() time.Duration {
	w.tb.Helper()
	var ran time.Duration
	for _, text := range w.threads("schedstat") {
		first, _, _ := strings.Cut(text, " ")
		ns, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			w.tb.Fatalf("read the processor time of %s: %v", w.cmd.Path, err)
		}
		ran += time.Duration(ns)
	}
	return ran
}

// wakeups counts how often the program's threads have gone to sleep so far,
// which is how often they were woken.
func (w *wire) wakeups() int {
	w.tb.Helper()
	n := 0
	for _, text := range w.threads("status") {
		n += field(w.tb, text, "voluntary_ctxt_switches:")
	}
	return n
}

// memory is a figure of the program's memory, in MB: VmRSS is what it has now,
// RssAnon the part that no other program shares with it, VmHWM the most it had.
func (w *wire) memory(name string) float64 {
	w.tb.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.cmd.Process.Pid))
	if err != nil {
		w.tb.Fatal(err)
	}
	return float64(field(w.tb, string(text), name)) / 1024
}

// field reads a number from the text of a status file.
func field(tb testing.TB, text, name string) int {
	tb.Helper()
	for _, line := range strings.Split(text, "\n") {
		if rest, ok := strings.CutPrefix(line, name); ok {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				tb.Fatalf("read %s: %v", name, err)
			}
			return n
		}
	}
	tb.Fatalf("no %s in %q", name, text)
	return 0
}
