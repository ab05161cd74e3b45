package tui_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui"
	"giamsat/tui/kit"
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
	for _, c := range []struct {
		name string
		at   form.Field
		keys []string
	}{
		{"a text of the form", form.Field{Item: "venue"}, nil},
		{"a long text of the form", form.Field{Item: "strengths"}, nil},
		{"a note", form.Field{Item: "venue"}, []string{"ctrl+n"}},
		{"a cell of a table", form.Field{Item: "representatives"}, []string{"enter", "ctrl+t", "space"}},
		{"the note of a row", form.Field{Item: "representatives"}, []string{"enter", "ctrl+t", "ctrl+n"}},
		{"the list of a field", form.Field{Item: "venue"}, []string{"ctrl+g"}},
		{"the palette", form.Field{Item: "venue"}, []string{"ctrl+p"}},
		{"the filter of the list", form.Field{}, []string{"p", "/"}},
		{"the filter of the register", form.Field{}, []string{"t", "/"}},
		{"a new inspection's unit", form.Field{}, []string{"n"}},
	} {
		for _, method := range []vn.Method{vn.MethodOff, vn.MethodTelex} {
			t.Run(fmt.Sprintf("%s %s", c.name, method), func(t *testing.T) {
				store := tuitest.NewStore()
				env := tuitest.NewEnv(t, store, "vi")
				env.Input = method
				first := []kit.OpenMsg{{Kind: kit.KindHome}}
				if c.at.Item != "" {
					first = append(first, kit.OpenMsg{Kind: kit.KindFill, ID: tuitest.Begin(t, env), Arg: c.at})
				}
				d := tuitest.NewModel(t, tui.New(env, tui.Options{First: first}), 80, 24)
				d.Press(c.keys...)
				try := func(pieces ...string) {
					d.Press("ctrl+u")
					for _, piece := range delivered(t, pieces...) {
						d.Type(piece)
					}
					if got := vn.NFC(d.View()); !strings.Contains(got, want) {
						t.Fatalf("in pieces %q it shows\n%s", pieces, got)
					}
				}
				for _, back := range []string{"\x7f", "\x08"} {
					for _, bytes := range []string{sent, norm.NFD.String(sent)} {
						bytes = strings.ReplaceAll(bytes, "<", back)
						for cut := range len(bytes) {
							try(bytes[:cut], bytes[cut:])
						}
						var single []string
						for i := range len(bytes) {
							single = append(single, bytes[i:i+1])
						}
						try(single...)
					}
				}
			})
		}
	}
}
