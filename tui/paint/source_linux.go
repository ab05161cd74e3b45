package paint

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// newSource returns the source for r: one that waits on its descriptor, or a
// goroutine where there is none.
func newSource(r io.Reader) (source, error) {
	f, ok := r.(fileReader)
	if !ok {
		return newPump(r), nil
	}
	wakeReader, wakeWriter, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("make the pipe that wakes the reader: %w", err)
	}
	return &polled{f: f, fd: int32(f.Fd()), wake: int32(wakeReader.Fd()), wakeReader: wakeReader, wakeWriter: wakeWriter}, nil
}

// fileReader is a reader with a descriptor to wait on, such as *os.File.
type fileReader interface {
	io.Reader
	Fd() uintptr
}

// polled is the source for files: it waits with poll(2) for the file's bytes
// and for the pipe by which stop wakes it, and reads only when bytes are there.
// So nothing is read that nobody takes, and nobody has to press a key for the
// reading to end.
type polled struct {
	f          fileReader
	fd         int32
	wake       int32 // of wakeReader: to ask it for its descriptor is a call to the system
	wakeReader *os.File
	wakeWriter *os.File
}

func (s *polled) read(p []byte, patience time.Duration) (int, error) {
	if err := s.wait(patience); err != nil {
		return 0, err
	}
	n, err := s.f.Read(p)
	if errors.Is(err, unix.EAGAIN) || errors.Is(err, unix.EINTR) {
		// Somebody else took the bytes, or a signal came: wait again.
		return n, nil
	}
	return n, err
}

// wait returns nil when the file can be read, which a hung-up one can as well:
// the read then says so.
func (s *polled) wait(patience time.Duration) error {
	deadline := time.Now().Add(patience)
	fds := []unix.PollFd{
		{Fd: s.wake, Events: unix.POLLIN},
		{Fd: s.fd, Events: unix.POLLIN},
	}
	for {
		timeout := -1
		if patience > 0 {
			left := math.Ceil(float64(time.Until(deadline)) / float64(time.Millisecond))
			timeout = max(0, int(left))
		}
		n, err := unix.Poll(fds, timeout)
		switch {
		case errors.Is(err, unix.EINTR):
			// The Go runtime's own signals end a poll; the deadline stands.
			continue
		case err != nil:
			return fmt.Errorf("wait for the terminal: %w", err)
		case n == 0:
			return errSilent
		case fds[0].Revents != 0:
			return errStopped
		case fds[1].Revents&unix.POLLNVAL != 0:
			return fmt.Errorf("wait for the terminal: %w", os.ErrClosed)
		}
		return nil
	}
}

func (s *polled) stop() error {
	if _, err := s.wakeWriter.Write([]byte{0}); err != nil {
		return fmt.Errorf("wake the terminal's reader: %w", err)
	}
	return nil
}

func (s *polled) release() error {
	return errors.Join(s.wakeReader.Close(), s.wakeWriter.Close())
}
