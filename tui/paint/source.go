package paint

import (
	"io"
	"sync"
	"time"
)

// pump is the source for readers that cannot be asked whether bytes are there:
// a goroutine reads, and read waits for what it brings.
type pump struct {
	r       io.Reader
	start   sync.Once
	chunks  chan chunk
	stopped chan struct{}
	rest    chunk // what was brought and did not fit
}

// chunk is the outcome of one Read.
type chunk struct {
	bytes []byte
	err   error
}

func newPump(r io.Reader) *pump {
	return &pump{r: r, chunks: make(chan chunk), stopped: make(chan struct{})}
}

func (s *pump) read(p []byte, patience time.Duration) (int, error) {
	// A stopped pump delivers nothing, even when a chunk is waiting as well.
	select {
	case <-s.stopped:
		return 0, errStopped
	default:
	}
	s.start.Do(func() { go s.run() })
	if len(s.rest.bytes) == 0 && s.rest.err == nil {
		var silent <-chan time.Time
		if patience > 0 {
			timer := time.NewTimer(patience)
			defer timer.Stop()
			silent = timer.C
		}
		select {
		case s.rest = <-s.chunks:
		case <-silent:
			return 0, errSilent
		case <-s.stopped:
			return 0, errStopped
		}
	}
	n := copy(p, s.rest.bytes)
	s.rest.bytes = s.rest.bytes[n:]
	if len(s.rest.bytes) > 0 {
		return n, nil
	}
	return n, s.rest.err
}

// run reads until the reader ends or nobody listens any more.
func (s *pump) run() {
	for {
		buf := make([]byte, readSize)
		n, err := s.r.Read(buf)
		select {
		case s.chunks <- chunk{bytes: buf[:n], err: err}:
		case <-s.stopped:
			return
		}
		if err != nil {
			return
		}
	}
}

func (s *pump) stop() error {
	close(s.stopped)
	return nil
}

func (s *pump) release() error { return nil }
