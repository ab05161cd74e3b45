package field_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
)

// checker is what testing and rapid have in common.
type checker interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkClean holds what may stand in a field: valid text without control
// characters but the new line of a long text, and nothing invisible.
func checkClean(tb checker, what, value string) {
	tb.Helper()
	if !utf8.ValidString(value) {
		tb.Fatalf("%s: %q is not valid UTF-8", what, value)
	}
	for _, r := range value {
		if r != '\n' && unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) {
			tb.Fatalf("%s: %q holds %U", what, value, r)
		}
	}
}

// checkWidget holds what is true of every widget at any time.
func checkWidget(tb checker, kind form.Kind, w field.Widget, width int) {
	tb.Helper()
	checkClean(tb, string(kind), w.Value())
	if strings.Contains(w.Value(), "\n") && kind != form.KindLongText {
		tb.Fatalf("%s: %q has a new line", kind, w.Value())
	}
	if c := w.Caret(); c < 0 || (kind != form.KindLookup && kind != form.KindMany && c > len(vn.Graphemes(w.Value()))) {
		tb.Fatalf("%s: the caret is at %d of %q", kind, c, w.Value())
	}
	d := w.View(3)
	if len(d.Lines) == 0 || len(d.Lines) > 3 || (len(d.Lines) > 1 && kind != form.KindLongText && kind != form.KindMany) {
		tb.Fatalf("%s: %d lines are drawn", kind, len(d.Lines))
	}
	for _, l := range d.Lines {
		if n := ansi.StringWidth(l); n > width || strings.Contains(l, "\n") {
			tb.Fatalf("%s: %q is %d cells wide, %d are there", kind, l, n, width)
		}
	}
	if d.X < -1 || d.X >= width || d.Y < 0 || d.Y >= len(d.Lines) {
		tb.Fatalf("%s: the cursor is at %d,%d of %d×%d", kind, d.X, d.Y, width, len(d.Lines))
	}
}

func TestEveryKindHasItsWidget(t *testing.T) {
	typing := map[form.Kind]bool{
		form.KindText: true, form.KindLongText: true, form.KindInteger: true, form.KindDecimal: true,
		form.KindMoney: true, form.KindPercent: true, form.KindDate: true, form.KindTime: true, form.KindLookup: true,
		form.KindYesNo: false, form.KindYesNoNA: false, form.KindOne: false, form.KindMany: false, form.KindTable: false, form.KindRecords: false,
	}
	for _, kind := range form.Kinds() {
		want, known := typing[kind]
		if !known {
			t.Errorf("this test does not know the kind %s", kind)
		}
		s := spec(t)
		s.Choices = numbered(3)
		w := field.New(of(kind), s)
		if w.Value() != "" {
			t.Errorf("%s begins with %q", kind, w.Value())
		}
		if w.Typing() != want {
			t.Errorf("%s: letters are the widget's own: %v, want %v", kind, w.Typing(), want)
		}
		checkWidget(t, kind, w, s.Width)
		for _, part := range []string{form.Note, form.Evidence} {
			s.Part = part
			w := field.New(of(kind), s)
			press(t, w, "công văn 12<enter>x")
			want := map[string]string{form.Note: "công văn 12\nx", form.Evidence: "công văn 12x"}[part]
			if w.Value() != want {
				t.Errorf("the %s of %s holds %q, want %q", part, kind, w.Value(), want)
			}
		}
	}
}

func TestAValueAndItsCaretComeBack(t *testing.T) {
	for kind, raw := range map[form.Kind]string{
		form.KindText: "Xã Kỳ Hoa", form.KindLongText: "một\nhai", form.KindMoney: "8,842", form.KindDate: "15/6/2024",
		form.KindYesNo: form.No, form.KindOne: "c2", form.KindMany: "c1 c3", form.KindLookup: "c2",
	} {
		s := spec(t)
		s.Choices = numbered(3)
		a, b := field.New(of(kind), s), field.New(of(kind), s)
		a.SetValue(raw, 2)
		b.SetValue(a.Value(), a.Caret())
		if b.Value() != raw || b.Caret() != a.Caret() {
			t.Errorf("%s: %q comes back as %q, caret %d as %d", kind, raw, b.Value(), a.Caret(), b.Caret())
		}
		b.SetValue(raw, 1000)
		b.SetValue(raw, -1)
		checkWidget(t, kind, b, s.Width)
	}
}

func drawMsg(t *rapid.T) tea.Msg {
	keys := []string{"enter", "tab", "bs", "bs8", "del", "left", "right", "up", "down", "home", "end", "word", "start", "kp1"}
	texts := []string{"a", "o", "w", "d", "s", "f", "Đ", "ế", "e\u0302", "\u0301", "1", "8", ",", "=", " ", "-", "日", "🇻", "🇳", "👍🏽", "👩‍👩‍👧", "\x1b[31m", "\u202e", "\xff", "tiếng Việt"}
	switch rapid.IntRange(0, 9).Draw(t, "what") {
	case 0:
		return tea.PasteMsg{Content: rapid.String().Draw(t, "paste")}
	case 1:
		return tea.KeyPressMsg{Code: tea.KeyExtended, Text: rapid.String().Draw(t, "burst")}
	case 2, 3, 4:
		return names[rapid.SampledFrom(keys).Draw(t, "key")]
	}
	return tea.KeyPressMsg{Code: tea.KeyExtended, Text: rapid.SampledFrom(texts).Draw(t, "text")}
}

func TestAnyKeysInAnyOrder(t *testing.T) {
	s := spec(t)
	s.Choices = numbered(12)
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(form.Kinds()).Draw(t, "kind")
		it := of(kind)
		it.Max = rapid.SampledFrom([]int{0, 1, 5, 40}).Draw(t, "max")
		s.Width = rapid.IntRange(1, 30).Draw(t, "width")
		method := rapid.SampledFrom([]vn.Method{vn.MethodOff, vn.MethodTelex, vn.MethodVNI}).Draw(t, "method")
		s.Input = &method
		w := field.New(it, s)
		for range rapid.IntRange(0, 40).Draw(t, "keys") {
			msg := drawMsg(t)
			if key, ok := msg.(tea.KeyPressMsg); ok && w.Captures(key) && !w.Update(key) {
				t.Fatalf("%s captures %v and does not take it", kind, key)
			} else if !ok || !w.Captures(key) {
				w.Update(msg)
			}
			checkWidget(t, kind, w, s.Width)
		}
	})
}

// FuzzLine types and pastes any bytes, cut at any place, into every kind.
func FuzzLine(f *testing.F) {
	f.Add("tiếng Việt", 3, 0)
	f.Add("e\u0302\u0301\x7f\x08", 2, 4)
	f.Add("\x1b[200~8,842\x1b[201~", 5, 4)
	f.Add("🇻🇳👩‍👩‍👧\u202e", 7, 1)
	f.Fuzz(func(t *testing.T, text string, cut, kind int) {
		kinds := form.Kinds()
		k := kinds[((kind%len(kinds))+len(kinds))%len(kinds)]
		cut = min(max(cut, 0), len(text))
		s := spec(t)
		s.Width, s.Choices = 1+len(text)%20, numbered(3)
		w := field.New(of(k), s)
		w.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: text[:cut]})
		checkWidget(t, k, w, s.Width)
		w.Update(names["left"])
		w.Update(tea.PasteMsg{Content: text[cut:]})
		checkWidget(t, k, w, s.Width)
		w.Update(names["bs"])
		checkWidget(t, k, w, s.Width)
		w.SetValue(text, cut)
		checkWidget(t, k, w, s.Width)
	})
}
