package paint

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// failing is a writer that writes half and then fails.
type failing struct{ err error }

func (f failing) Write(p []byte) (int, error) { return len(p) / 2, f.err }

func TestOutput(t *testing.T) {
	t.Run("passes on and counts", func(t *testing.T) {
		var wire strings.Builder
		out := NewOutput(&wire, NewLine())
		for _, text := range []string{"ế", "b"} {
			if _, err := io.WriteString(out, text); err != nil {
				t.Fatal(err)
			}
		}
		if wire.String() != "ếb" || out.Bytes() != 4 || out.Writes() != 2 {
			t.Errorf("sent %q, counted %d bytes in %d writes", wire.String(), out.Bytes(), out.Writes())
		}
	})
	t.Run("has the descriptor of its file", func(t *testing.T) {
		if out := NewOutput(os.Stdout, NewLine()); out.Fd() != os.Stdout.Fd() {
			t.Errorf("descriptor is %d", out.Fd())
		}
	})
	for err, gone := range map[error]bool{
		&os.PathError{Op: "write", Path: "/dev/pts/1", Err: syscall.EIO}: true,
		syscall.EPIPE:    true,
		os.ErrClosed:     true,
		io.ErrClosedPipe: true,
		syscall.ENOSPC:   false,
		io.ErrShortWrite: false,
	} {
		t.Run(fmt.Sprintf("tells the line of %q: %v", err, gone), func(t *testing.T) {
			line := NewLine()
			out := NewOutput(failing{err}, line)
			if n, got := out.Write([]byte("four")); n != 2 || !errors.Is(got, err) {
				t.Errorf("Write returned %d, %v", n, got)
			}
			if told := line.Err() != nil; told != gone || gone && !errors.Is(line.Err(), err) {
				t.Errorf("the line's error is %v", line.Err())
			}
			if out.Bytes() != 2 {
				t.Errorf("counted %d bytes", out.Bytes())
			}
		})
	}
}

func TestTheFirstErrorOfALineStands(t *testing.T) {
	line := NewLine()
	line.lose(syscall.EIO)
	line.lose(io.EOF)
	if !errors.Is(line.Err(), syscall.EIO) {
		t.Errorf("the line's error is %v, want the first", line.Err())
	}
}
