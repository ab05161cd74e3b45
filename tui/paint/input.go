package paint

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/term"
)

// readSize is how many bytes are asked of the terminal at once; it is what
// Bubble Tea asks for, so that a read is handed on without rest.
const readSize = 4096

var (
	// errSilent is returned by a source when patience has run out.
	errSilent = errors.New("terminal is silent")
	// errStopped is returned by a source once it has been stopped.
	errStopped = errors.New("reading was stopped")
	// errWrongEnd is returned by the methods that exist for their names only.
	errWrongEnd = errors.New("wrong end of the line")
)

// source is where an Input has its bytes from.
type source interface {
	// read waits for bytes, for ever or, where patience is not 0, until
	// nothing came for that long (errSilent). After stop it returns errStopped.
	read(p []byte, patience time.Duration) (int, error)
	// stop ends a read under way and all later ones. It is called once.
	stop() error
	// release frees what the source holds. It is called once, after stop, when
	// no read is under way.
	release() error
}

// Input is the end of a line that the keys are read from: it hands out whole
// letters and whole keys (see the package comment). It counts what comes in
// and tells the line when the terminal is gone.
//
// Bubble Tea puts the terminal it stands for into raw mode and back, for which
// it needs Fd. It has no method Name on purpose: with one, Bubble Tea's cancel
// reader would wait on the descriptor itself and read only when bytes arrive,
// so that no time limit could run out in between. Without one the cancel
// reader leaves waiting to Read and forgets it when the program ends; Close
// then ends the Read that is still waiting. So tea.Exec and tea.Suspend, which
// lend the keyboard to another program in between, are not for programs that
// use an Input.
type Input struct {
	r     io.Reader
	line  *Line
	src   source
	bytes atomic.Int64
	reads atomic.Int64
	close sync.Once
	// closeErr is what the one Close that did the work found.
	closeErr error

	mu    sync.Mutex // held by Read; guards what follows
	split splitter
	buf   []byte
	ended error
}

// Bubble Tea looks for this interface to find a terminal.
var _ term.File = (*Input)(nil)

// NewInput returns an input that reads from r, the terminal's *os.File or any
// other reader, and tells line when r ends or fails. A reader without a
// descriptor, and any reader on systems other than Linux, is read by a
// goroutine that stays in its last Read when the input is closed.
func NewInput(r io.Reader, line *Line) (*Input, error) {
	src, err := newSource(r)
	if err != nil {
		return nil, fmt.Errorf("prepare the terminal for reading: %w", err)
	}
	return newInput(r, src, line), nil
}

func newInput(r io.Reader, src source, line *Line) *Input {
	return &Input{r: r, line: line, src: src, buf: make([]byte, readSize)}
}

// Read waits for input and returns as many whole letters and keys as fit into
// p; only where p is smaller than one of them, a part of it. When the terminal
// is gone, or the input closed, it returns what was kept back and then io.EOF,
// for every reason: whoever wants to know it asks the line.
func (in *Input) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	for {
		if n := in.split.take(p); n > 0 {
			return n, nil
		}
		if in.ended != nil {
			return 0, in.ended
		}
		n, err := in.src.read(in.buf, in.split.patience())
		in.received(n)
		switch {
		case err == nil:
		case errors.Is(err, errSilent):
			in.split.giveUp()
		default:
			in.split.giveUp()
			in.ended = io.EOF
			if !errors.Is(err, errStopped) {
				in.line.lose(fmt.Errorf("read from the terminal: %w", err))
			}
		}
	}
}

// received counts n bytes in the buffer and hands them to the splitter.
func (in *Input) received(n int) {
	if n == 0 {
		return
	}
	in.bytes.Add(int64(n))
	in.reads.Add(1)
	in.split.push(in.buf[:n])
}

// Close ends reading: a Read that waits returns at once, and when Close has
// returned nothing reads from the terminal any more. The file itself stays
// open, since it belongs to whoever opened it; bytes not yet read stay in it.
func (in *Input) Close() error {
	in.close.Do(func() {
		err := in.src.stop()
		in.mu.Lock()
		defer in.mu.Unlock()
		in.ended = io.EOF
		in.closeErr = errors.Join(err, in.src.release())
	})
	return in.closeErr
}

// Bytes returns how many bytes have been received, before any translation.
func (in *Input) Bytes() int64 { return in.bytes.Load() }

// Reads returns how many reads brought bytes; each is one system call.
func (in *Input) Reads() int64 { return in.reads.Load() }

// Fd returns the terminal's descriptor, or an invalid one where the reader has none.
func (in *Input) Fd() uintptr { return descriptor(in.r) }

// Write reports that an input cannot be written to. It exists because Bubble
// Tea only takes files that have it for terminals, and is never called.
func (in *Input) Write([]byte) (int, error) {
	return 0, fmt.Errorf("write to the terminal's input: %w", errWrongEnd)
}

// descriptor returns the file descriptor behind a reader or writer, or an
// invalid one, for which no system call succeeds.
func descriptor(end any) uintptr {
	if f, ok := end.(interface{ Fd() uintptr }); ok {
		return f.Fd()
	}
	return ^uintptr(0)
}
