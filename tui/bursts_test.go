package tui_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/paint"
	"giamsat/tui/tuitest"
)

// delivered is what the program reads of a terminal that sends these pieces.
func delivered(t *testing.T, pieces ...string) (read []string) {
	t.Helper()
	var readers []io.Reader
	for _, p := range pieces {
		readers = append(readers, strings.NewReader(p))
	}
	in, err := paint.NewInput(io.MultiReader(readers...), paint.NewLine())
	if err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 64)
	for {
		n, err := in.Read(buf)
		if n > 0 {
			read = append(read, string(buf[:n]))
		}
		if errors.Is(err, io.EOF) {
			return read
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Wherever a person types on a screen, what an input method sends is what stands there,
// with either Backspace, composed or decomposed, and cut at any byte.
func TestBurstsOfInputMethodsOnEveryScreenThatIsTypedOn(t *testing.T) {
	sent, want := "tie<<iê<êng Hoa<<òa<<oàn", "tiêng Hoàn"
	for _, c := range typedPlaces {
		for _, method := range []vn.Method{vn.MethodOff, vn.MethodTelex} {
			t.Run(fmt.Sprintf("%s %s", c.name, method), func(t *testing.T) {
				env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
				env.Input = method
				d := goTo(t, env, c.at, c.keys)
				try := func(pieces ...string) {
					d.Press("ctrl+u")
					for _, piece := range delivered(t, pieces...) {
						d.Type(piece)
					}
					if got := vn.NFC(d.View()); !strings.Contains(got, want) {
						t.Fatalf("in pieces %q it shows\n%s", pieces, got)
					}
				}
				for _, bytes := range spelled(sent) {
					var single []string
					for cut := range len(bytes) {
						try(bytes[:cut], bytes[cut:])
						single = append(single, bytes[cut:cut+1])
					}
					try(single...)
				}
			})
		}
	}
}

// A text that is copied from a terminal brings its colours with it.
func TestAPasteFromATerminalLeavesItsWordsOnly(t *testing.T) {
	const start, end = "\x1b[200~", "\x1b[201~"
	for pasted, want := range map[string]string{
		"\x1b[1;31mxã\x1b[0m Kỳ Hoa": "xã Kỳ Hoa", "\x1b]0;may-chu\x07nhà văn hóa\x1b(B": "nhà văn hóa", "hội trường\x1b[3": "hội trường", "tie\u0302\u0301ng\x1b[K": "tiếng",
	} {
		for _, item := range []string{"venue", "strengths"} {
			d, _, stored := on(t, form.Field{Item: item})
			sent := strings.Join(delivered(t, start+pasted+end), "")
			d.Paste(strings.TrimSuffix(strings.TrimPrefix(sent, start), end))
			d.Press("tab")
			if got := stored(form.Field{Item: item}); got != want {
				t.Errorf("%q pasted into %s is kept as %q", pasted, item, got)
			}
		}
	}
}
