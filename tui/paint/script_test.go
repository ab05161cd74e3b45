package paint

import (
	"errors"
	"io"
	"time"
)

// script is a source that plays what a line delivers, on a clock of its own.
type script struct {
	steps []step
	end   error         // what a read returns after the last step; nil is io.EOF
	now   time.Duration // the time that has passed
}

// step is bytes that arrive together, gap after those before.
type step struct {
	gap   time.Duration
	bytes string
}

func (s *script) read(p []byte, patience time.Duration) (int, error) {
	if len(s.steps) == 0 {
		if s.end != nil {
			return 0, s.end
		}
		return 0, io.EOF
	}
	next := &s.steps[0]
	if patience > 0 && next.gap > patience {
		s.now += patience
		next.gap -= patience
		return 0, errSilent
	}
	s.now += next.gap
	next.gap = 0
	n := copy(p, next.bytes)
	if next.bytes = next.bytes[n:]; next.bytes == "" {
		s.steps = s.steps[1:]
	}
	return n, nil
}

func (s *script) stop() error    { return nil }
func (s *script) release() error { return nil }

// arrival is what one Read returned, and when.
type arrival struct {
	at   time.Duration
	text string
}

// failer is what tests, fuzz tests and property tests have in common.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// play reads all that a script delivers, size bytes at a time.
func play(tb failer, size int, steps ...step) []arrival {
	tb.Helper()
	src := &script{steps: append([]step(nil), steps...)}
	return drain(tb, newInput(nil, src, NewLine()), src, size)
}

func drain(tb failer, in *Input, src *script, size int) []arrival {
	tb.Helper()
	var got []arrival
	buf := make([]byte, size)
	for {
		n, err := in.Read(buf)
		if n > 0 {
			got = append(got, arrival{at: src.now, text: string(buf[:n])})
		}
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			tb.Fatalf("Read: %v", err)
		}
	}
}

// joined returns the bytes of all arrivals.
func joined(got []arrival) string {
	var all []byte
	for _, a := range got {
		all = append(all, a.text...)
	}
	return string(all)
}
