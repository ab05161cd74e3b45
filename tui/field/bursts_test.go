package field_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"golang.org/x/text/unicode/norm"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/paint"
)

// bursts are what input methods send for a word, "<" being their Backspace: they let the
// plain letters through, then take back as many as the mark changes and type them anew.
var bursts = []struct{ name, sent, want string }{
	{"Telex, e e", "tie<êng", "tiêng"},
	{"Telex, tone at the end", "tie<êng<<<ếng", "tiếng"},
	{"Telex, tone over the whole word", "viet<<ệt", "việt"},
	{"the whole word anew", "viet<<<<việt", "việt"},
	{"d d", "d<đang", "đang"},
	{"w alone", "ư", "ư"},
	{"u o w", "nguo<<ươi<<ời", "người"},
	{"the tone moves on", "hoa<<òa<<oàn", "hoàn"},
	{"capitals", "D<ĐA<À N<NA<ẴNG", "ĐÀ NẴNG"},
	{"VNI", "Ky<ỳ Hu<ưo<ơ<ớng", "Kỳ Hướng"},
	{"taken back again", "a<á<as", "as"},
	{"two words", "xa<ã Ky<ỳ", "xã Kỳ"},
	{"words that were typed before", "Hộ nghe<è<èo", "Hộ nghèo"},
}

// chunk reads all that a terminal delivers in these pieces, as the program does: letters
// and keys that were cut in two arrive whole.
func chunk(tb testing.TB, pieces ...string) []tea.Msg {
	tb.Helper()
	var readers []io.Reader
	for _, p := range pieces {
		readers = append(readers, strings.NewReader(p))
	}
	in, err := paint.NewInput(io.MultiReader(readers...), paint.NewLine())
	if err != nil {
		tb.Fatal(err)
	}
	var msgs []tea.Msg
	var decoder uv.EventDecoder
	buf := make([]byte, 64)
	for {
		n, err := in.Read(buf)
		for rest := buf[:n]; len(rest) > 0; {
			width, event := decoder.Decode(rest)
			key, ok := event.(uv.KeyPressEvent)
			if !ok {
				tb.Fatalf("%q is no key but %T", rest, event)
			}
			msgs, rest = append(msgs, tea.KeyPressMsg(key)), rest[width:]
		}
		if errors.Is(err, io.EOF) {
			return msgs
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
}

// spellings are a burst with either Backspace, its letters composed or decomposed.
func spellings(sent string) []string {
	var all []string
	for _, back := range []string{"\x7f", "\x08"} {
		for _, s := range []string{sent, norm.NFD.String(sent)} {
			all = append(all, strings.ReplaceAll(s, "<", back))
		}
	}
	return all
}

// eachCut calls test with a burst whole, in single bytes, and in two pieces cut at each byte.
func eachCut(sent string, test func(pieces ...string)) {
	test(sent)
	test(strings.Split(sent, "")...)
	single := make([]string, len(sent))
	for i := range len(sent) {
		single[i] = sent[i : i+1]
		test(sent[:i], sent[i:])
	}
	test(single...)
}

// give hands keys to a widget as a screen does.
func give(w field.Widget, msgs []tea.Msg) {
	for _, msg := range msgs {
		w.Update(msg)
	}
}

func TestBurstsOfInputMethodsCutAnywhereInEveryTextWidget(t *testing.T) {
	for _, kind := range []form.Kind{form.KindText, form.KindLongText, form.KindLookup} {
		for _, method := range []vn.Method{vn.MethodOff, vn.MethodTelex, vn.MethodVNI} {
			t.Run(string(kind)+" "+string(method), func(t *testing.T) {
				for _, b := range bursts {
					for _, sent := range spellings(b.sent) {
						eachCut(sent, func(pieces ...string) {
							w := field.New(of(kind), typing(t, method))
							give(w, chunk(t, pieces...))
							if got := vn.NFC(w.Value()); got != b.want {
								t.Fatalf("%s, in pieces %q, gives %q, want %q", b.name, pieces, got, b.want)
							}
						})
					}
				}
			})
		}
	}
}

// What an input method types into a figure or a choice is refused letter by letter, and so
// are its Backspaces: the answer that stands there is kept.
func TestBurstsOfInputMethodsLeaveFiguresAndChoicesAlone(t *testing.T) {
	for _, c := range []struct {
		kind        form.Kind
		before, raw string
	}{
		{form.KindInteger, "15", "15"}, {form.KindDecimal, "1,5", "1,5"}, {form.KindPercent, "63,7", "63,7"},
		{form.KindYesNo, "1", form.Yes}, {form.KindYesNoNA, "2", form.No}, {form.KindOne, "2", "c2"}, {form.KindMany, "13", "c1 c3"},
	} {
		t.Run(string(c.kind), func(t *testing.T) {
			for _, b := range bursts {
				if strings.Contains(b.sent, " ") {
					continue // a blank is a key of a choice
				}
				for _, sent := range spellings(b.sent) {
					eachCut(sent, func(pieces ...string) {
						s := spec(t)
						s.Choices = numbered(3)
						w := field.New(of(c.kind), s)
						press(t, w, c.before)
						back := 0 // Backspaces that the screen would have taken for "go back"
						for _, msg := range chunk(t, pieces...) {
							key := msg.(tea.KeyPressMsg)
							if !w.Typing() && key.Text == "" && !w.Captures(key) {
								back++
							}
							w.Update(key)
						}
						if w.Value() != c.raw || back != 0 {
							t.Fatalf("%s, in pieces %q, leaves %q and goes back %d times, want %q", b.name, pieces, w.Value(), back, c.raw)
						}
					})
				}
			}
		})
	}
}
