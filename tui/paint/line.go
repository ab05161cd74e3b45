package paint

import (
	"errors"
	"io"
	"os"
	"sync"
	"syscall"
)

// Line is the connection to one terminal, seen from its two ends: an Input and
// an Output that share a Line report to it that the terminal has gone away.
type Line struct {
	once sync.Once
	gone chan struct{}
	// cause is written before gone is closed and never after it, so that
	// whoever has seen gone closed may read it without a lock.
	cause error
}

// NewLine returns a line whose terminal is there as far as anybody knows.
func NewLine() *Line {
	return &Line{gone: make(chan struct{})}
}

// Gone returns a channel that is closed once the terminal has gone away: its
// input ended or failed, or it takes no output any more.
func (l *Line) Gone() <-chan struct{} {
	return l.gone
}

// Err returns nil while the terminal is there, and afterwards the first error
// that showed it gone: io.EOF, EIO, EPIPE and the like, wrapped.
func (l *Line) Err() error {
	select {
	case <-l.gone:
		return l.cause
	default:
		return nil
	}
}

// lose tells, the first time, that the terminal has gone away.
func (l *Line) lose(cause error) {
	l.once.Do(func() {
		l.cause = cause
		close(l.gone)
	})
}

// deadTerminal reports whether a failed write means that nobody will ever see
// what is written. A hung-up terminal says EIO or ENXIO, a closed pipe EPIPE.
// Other errors, a full disk behind a redirected output say, may pass.
func deadTerminal(err error) bool {
	for _, dead := range []error{
		syscall.EIO, syscall.ENXIO, syscall.EPIPE, syscall.EBADF,
		os.ErrClosed, io.ErrClosedPipe,
	} {
		if errors.Is(err, dead) {
			return true
		}
	}
	return false
}
