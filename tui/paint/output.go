package paint

import (
	"fmt"
	"io"
	"sync/atomic"

	"github.com/charmbracelet/x/term"
)

// Output is the end of a line that the picture is written to. It counts what
// goes out and tells the line when the terminal takes nothing any more.
//
// Bubble Tea recognises it as the terminal it stands for, by its descriptor.
// When the output is a pipe instead, the Go runtime ends the program with
// SIGPIPE before any error is seen, unless main ignores that signal.
type Output struct {
	w      io.Writer
	line   *Line
	bytes  atomic.Int64
	writes atomic.Int64
}

// Bubble Tea and colorprofile look for this interface to find a terminal.
var _ term.File = (*Output)(nil)

// NewOutput returns an output that writes to w, the terminal's *os.File or any
// other writer, and reports a dead terminal to line.
func NewOutput(w io.Writer, line *Line) *Output {
	return &Output{w: w, line: line}
}

// Write sends p. An error that shows the terminal dead is told to the line as well.
func (o *Output) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	o.bytes.Add(int64(n))
	o.writes.Add(1)
	if err != nil {
		err = fmt.Errorf("write to the terminal: %w", err)
		if deadTerminal(err) {
			o.line.lose(err)
		}
	}
	return n, err
}

// Bytes returns how many bytes have been sent.
func (o *Output) Bytes() int64 { return o.bytes.Load() }

// Writes returns how many writes have been made; each is one system call.
func (o *Output) Writes() int64 { return o.writes.Load() }

// Fd returns the terminal's descriptor, or an invalid one where the writer has none.
func (o *Output) Fd() uintptr { return descriptor(o.w) }

// Read reports that an output cannot be read. It exists because Bubble Tea
// only takes files that have it for terminals, and is never called.
func (o *Output) Read([]byte) (int, error) {
	return 0, fmt.Errorf("read from the terminal's output: %w", errWrongEnd)
}

// Close does nothing: the file belongs to whoever opened it.
func (o *Output) Close() error { return nil }
