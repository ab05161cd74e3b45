package tui_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"giamsat/model/form"
	"giamsat/tui/paint"
)

// sentSlowly is what the program reads of a line that delivers pieces with silence
// between them, on a clock of the test's own.
func sentSlowly(t *testing.T, silence time.Duration, pieces ...string) (read []string) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		reader, writer := io.Pipe()
		in, err := paint.NewInput(reader, paint.NewLine())
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			for _, piece := range pieces {
				if _, err := writer.Write([]byte(piece)); err != nil {
					t.Error(err)
				}
				time.Sleep(silence)
			}
			if err := writer.Close(); err != nil {
				t.Error(err)
			}
		}()
		buf := make([]byte, 64)
		for {
			n, err := in.Read(buf)
			if n > 0 {
				read = append(read, string(buf[:n]))
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	return read
}

// A poor line cuts a key behind its Esc and is silent for longer than Esc is waited for:
// the form is left, which loses nothing, and where the person is then nothing is typed or
// done by what was meant for a key.
func TestAKeyCutByAPoorLineTypesNothing(t *testing.T) {
	for _, key := range []string{"\x1b[A", "\x1b[B", "\x1bOP", "\x1b[15~", "\x1b[1;5C", "\x1b[[A"} {
		for _, silence := range []time.Duration{120 * time.Millisecond, time.Second} {
			d, _, stored := on(t, form.Field{Item: "venue"})
			for _, piece := range sentSlowly(t, silence, "Nhà văn hóa", key[:1], key[1:]) {
				d.Type(piece)
			}
			_, left, _ := strings.Cut(d.View(), "\n") // the title has the minute of the saving
			d.Press("esc")
			if got := stored(form.Field{Item: "venue"}); got != "Nhà văn hóa" {
				t.Errorf("%q cut by %v keeps %q", key, silence, got)
			}
			plain, _, _ := on(t, form.Field{Item: "venue"})
			plain.Type("Nhà văn hóa")
			plain.Press("esc")
			if _, want, _ := strings.Cut(plain.View(), "\n"); left != want {
				t.Errorf("%q cut by %v does more than Esc:\n%s", key, silence, left)
			}
		}
	}
}

// Where more than Esc came in time the key does what it is for, late.
func TestAKeyCutBehindMoreThanItsEscIsAKey(t *testing.T) {
	for _, key := range []string{"\x1b[B", "\x1b[6~", "\x1bOQ"} {
		for cut := 2; cut < len(key); cut++ {
			d, _, stored := on(t, form.Field{Item: "venue"})
			d.Type("xã")
			for _, piece := range sentSlowly(t, time.Second, key[:cut], key[cut:]) {
				// The piece that came in time is no key of the program's.
				if piece != key[:cut] {
					d.Type(piece)
				}
			}
			if got := stored(form.Field{Item: "venue"}); got != "xã" || strings.Contains(d.View(), "xãB") {
				t.Errorf("%q cut at %d keeps %q:\n%s", key, cut, got, d.View())
			}
		}
	}
}

// Esc and the first letter of a command come in one packet: the form is left, and the
// command is done on the screen below.
func TestEscAndACommandInOnePacketAreBothDone(t *testing.T) {
	d, _, stored := on(t, form.Field{Item: "venue"})
	for _, piece := range sentSlowly(t, 0, "Nhà văn hóa", "\x1bn") {
		d.Type(piece)
	}
	if view := d.View(); !strings.Contains(view, "Ngày làm việc") {
		t.Errorf("n after Esc opened\n%s", view)
	}
	if got := stored(form.Field{Item: "venue"}); got != "Nhà văn hóa" {
		t.Errorf("the store has %q", got)
	}
}
