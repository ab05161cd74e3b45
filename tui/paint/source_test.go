package paint

import (
	"errors"
	"io"
	"os"
	"testing"
	"testing/synctest"
	"time"
)

func TestAReaderWithoutDescriptor(t *testing.T) {
	t.Run("has its half letters kept back and its silence noticed", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			reader, writer := io.Pipe()
			line := NewLine()
			in, err := NewInput(reader, line)
			if err != nil {
				t.Fatal(err)
			}
			go func() {
				for _, sent := range []string{"a\xe1", "\xba\xbf", "\x1b", "b"} {
					if _, err := writer.Write([]byte(sent)); err != nil {
						t.Error(err)
					}
					time.Sleep(time.Second)
				}
				if err := writer.Close(); err != nil {
					t.Error(err)
				}
			}()
			buf := make([]byte, 16)
			for _, want := range []string{"a", "ế", "\x1b", "b"} {
				n, err := in.Read(buf)
				if got := string(buf[:n]); got != want || err != nil {
					t.Errorf("read %q, %v, want %q", got, err, want)
				}
			}
			if _, err := in.Read(buf); !errors.Is(err, io.EOF) || !errors.Is(line.Err(), io.EOF) {
				t.Errorf("the end was told as %v and %v", err, line.Err())
			}
			if in.Fd() != ^uintptr(0) {
				t.Errorf("it has the descriptor %d", in.Fd())
			}
		})
	})
	t.Run("is left by a Read that waits when the input is closed", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			reader, writer := io.Pipe()
			in, err := NewInput(reader, NewLine())
			if err != nil {
				t.Fatal(err)
			}
			closesAWaitingRead(t, in, synctest.Wait)
			if err := writer.Close(); err != nil {
				t.Fatal(err)
			}
		})
	})
}

func TestAReaderWithADescriptor(t *testing.T) {
	open := func(t *testing.T) (in *Input, line *Line, reader, writer *os.File) {
		t.Helper()
		reader, writer, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = reader.Close() }) // closed already by some
		t.Cleanup(func() { _ = writer.Close() })
		line = NewLine()
		if in, err = NewInput(reader, line); err != nil {
			t.Fatal(err)
		}
		return in, line, reader, writer
	}
	t.Run("is read, and its end told", func(t *testing.T) {
		in, line, _, writer := open(t)
		if _, err := writer.Write([]byte("ế\xe1")); err != nil {
			t.Fatal(err)
		}
		if err := writer.Close(); err != nil {
			t.Fatal(err)
		}
		read, err := io.ReadAll(in)
		if string(read) != "ế\xe1" || err != nil || !errors.Is(line.Err(), io.EOF) {
			t.Errorf("read %q, %v, and the line's error is %v", read, err, line.Err())
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Run("passes on Esc when nothing follows", func(t *testing.T) {
		in, _, _, writer := open(t)
		if _, err := writer.Write([]byte("\x1b")); err != nil {
			t.Fatal(err)
		}
		buf := make([]byte, 8)
		if n, err := in.Read(buf); string(buf[:n]) != "\x1b" || err != nil {
			t.Errorf("read %q, %v", buf[:n], err)
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Run("keeps what comes after the input is closed", func(t *testing.T) {
		in, line, reader, writer := open(t)
		closesAWaitingRead(t, in, func() {})
		if _, err := writer.Write([]byte("later")); err != nil {
			t.Fatal(err)
		}
		buf := make([]byte, 8)
		if n, err := reader.Read(buf); string(buf[:n]) != "later" || err != nil {
			t.Errorf("the file holds %q, %v", buf[:n], err)
		}
		if line.Err() != nil {
			t.Errorf("the line was lost: %v", line.Err())
		}
		if err := in.Close(); err != nil {
			t.Errorf("closing it again: %v", err)
		}
	})
}

// closesAWaitingRead closes an input that somebody reads; settle waits until
// the Read waits, where the test can know that.
func closesAWaitingRead(t *testing.T, in *Input, settle func()) {
	t.Helper()
	ended := make(chan error)
	go func() {
		_, err := in.Read(make([]byte, 8))
		ended <- err
	}()
	settle()
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; !errors.Is(err, io.EOF) {
		t.Errorf("the Read under way returned %v", err)
	}
}
