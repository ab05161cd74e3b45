package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
)

func TestTyping(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  string
		value string
		caret int // in letters
		x     int // in cells
	}{
		{"nothing", "", "", 0, 0},
		{"letters", "Xã", "Xã", 2, 2},
		{"a space", "a b", "a b", 3, 3},
		{"in the middle", "ac<left>b", "abc", 2, 2},
		{"Backspace 0x7f", "abc<bs>", "ab", 2, 2},
		{"Backspace 0x08", "abc<bs8>", "ab", 2, 2},
		{"Backspace at the start", "<bs>a", "a", 1, 1},
		{"Delete", "abc<home><del>", "bc", 0, 0},
		{"Delete at the end", "abc<del>", "abc", 3, 3},
		{"Home and End", "abc<home>X<end>Y", "XabcY", 5, 5},
		{"their other codes", "abc<find>X<select>Y", "XabcY", 5, 5},
		{"the word before the caret", "Phường Thành  Sen<word>", "Phường Thành  ", 14, 14},
		{"the word and its blanks", "Thành  Sen<word><word>", "", 0, 0},
		{"to the start", "Thành Sen<left><left><start>", "en", 0, 0},
		{"a burst is one text", "{Thành Sen}", "Thành Sen", 9, 9},
		{"the keypad", "<kp1><kp.><kp1>", "1.1", 3, 3},
		{"decomposed letters count as one", "{e\u0302\u0301}x", "e\u0302\u0301x", 2, 2},
		{"Backspace takes a decomposed letter whole", "ti{e\u0302\u0301}<bs>", "ti", 2, 2},
		{"an accent joins the letter before it", "e\u0302x", "e\u0302x", 2, 2},
		{"an accent joins in the middle", "ex<left>\u0302", "e\u0302x", 1, 1},
		{"nothing is composed", "e\u0302", "e\u0302", 1, 1},
		{"wide letters take two cells", "日本", "日本", 2, 4},
		{"a flag is one letter", "{🇻🇳}x<left><bs>", "x", 0, 0},
		{"a skin tone belongs to its hand", "{👍🏽}<bs>", "", 0, 0},
		{"half a flag joins the other", "{🇻}{🇳}", "🇻🇳", 1, 2},
		{"flags are counted from the beginning of their row", "{🇻🇳🇺🇸}<home>🇫<right><bs>", "🇫🇻🇸", 1, 2},
		{"a pasted text", "a[ Xã Kỳ Hoa ]b", "aXã Kỳ Hoab", 11, 11},
		{"pasted lines become one", "[Xã|Kỳ Hoa||2024]", "Xã Kỳ Hoa 2024", 14, 14},
		{"a paste is composed", "[e\u0302\u0301]", "ế", 1, 1},
		{"other keys are not the text's", "a<f9><up><tab><ctrl+k>b", "ab", 2, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := field.New(of(form.KindText), spec(t))
			press(t, w, c.keys)
			if w.Value() != c.value || w.Caret() != c.caret {
				t.Errorf("%s gives %q with the caret at %d, want %q and %d", c.keys, w.Value(), w.Caret(), c.value, c.caret)
			}
			d := w.View(1)
			if d.X != c.x || drawn(w) != c.value {
				t.Errorf("%s draws %q with the cursor at %d, want %q and %d", c.keys, drawn(w), d.X, c.value, c.x)
			}
		})
	}
}

func TestWhatIsNotTheTextsIsLeftToTheScreen(t *testing.T) {
	w := field.New(of(form.KindText), spec(t))
	for _, name := range []string{"enter", "tab", "up", "down", "f9", "esc", "ctrl+k"} {
		if w.Update(names[name]) || w.Captures(names[name]) {
			t.Errorf("a line takes %s", name)
		}
	}
	if w.Update("a message of the screen's") {
		t.Error("a line takes a message that is no key")
	}
}

// keymap promises these keys to the text; the text must take each of them.
func TestEveryEditingKeyIsTaken(t *testing.T) {
	by := map[string]tea.KeyPressMsg{"space": {Code: ' ', Text: " "}}
	for _, k := range names {
		by[k.Keystroke()] = k
	}
	for _, stroke := range keymap.Editing() {
		key, ok := by[stroke]
		if !ok {
			t.Errorf("no test key for %s", stroke)
			continue
		}
		for _, kind := range []form.Kind{form.KindText, form.KindLongText, form.KindMoney, form.KindLookup} {
			if w := field.New(of(kind), spec(t)); !w.Update(key) {
				t.Errorf("a field of kind %s does not take %s", kind, stroke)
			}
		}
	}
}

func TestNothingThatDrivesATerminalEnters(t *testing.T) {
	const evil = "a\x1b[2Jb\x07c\u009b31md\u202ee\u2066f\x00g\u200bh\u2028i\xffj\U000e0001k"
	for _, kind := range form.Kinds() {
		for _, msg := range []tea.Msg{
			tea.KeyPressMsg{Code: tea.KeyExtended, Text: evil}, tea.PasteMsg{Content: evil},
		} {
			w := field.New(of(kind), spec(t))
			w.Update(msg)
			checkClean(t, string(kind), w.Value())
			w.SetValue(evil, -1)
			checkClean(t, string(kind)+" set", w.Value())
		}
	}
}

func TestALongLineShowsTheCaretAndWhereItGoesOn(t *testing.T) {
	s := spec(t)
	s.Width = 10
	for _, c := range []struct{ name, keys, view, ascii string }{
		{"it fits", "123456789", "123456789", "123456789"},
		{"one letter too many for the caret", "1234567890", "…67890", "<67890"},
		{"the caret inside a full width", "1234567890<left>", "1234567890", "1234567890"},
		{"at the start", "abcdefghijklmno<home>", "abcdefghi…", "abcdefghi~"},
		{"in the middle", "abcdefghijklmnopqrstuvwxyz<home><right><right><right><right><right><right><right><right><right>", "…fghijklm…", "<fghijklm~"},
		{"at the end", "abcdefghijklmnopqrstuvwxyz", "…uvwxyz", "<uvwxyz"},
		{"decomposed", "{e\u0302e\u0302e\u0302e\u0302e\u0302e\u0302}abcdef", "…e\u0302abcdef", "<e\u0302abcdef"},
		{"a wide letter under the caret is seen", "abcdefgh日jklm<left><left><left><left><left>", "…fgh日jklm", "<fgh日jklm"},
		{"a wide letter beside the mark", "日本語日本語<home>", "日本語日 …", "日本語日 ~"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := field.New(of(form.KindText), s)
			press(t, w, c.keys)
			if got := drawn(w); got != c.view {
				t.Errorf("drawn %q, want %q", got, c.view)
			}
			w = field.New(of(form.KindText), ascii(s))
			press(t, w, c.keys)
			if got := drawn(w); got != c.ascii {
				t.Errorf("in ASCII %q, want %q", got, c.ascii)
			}
		})
	}
}

// The faults that the stock text field has: its cursor is wrong after the text
// has scrolled, and in decomposed text.
func TestTheCursorStandsBehindTheLetterBeforeIt(t *testing.T) {
	const text = "Quyết định giao vốn số 1719 ngày 日本 {e\u0302\u0301}{o\u031b\u0300}{u\u031b}ng thôn"
	for width := 4; width <= 24; width++ {
		s := spec(t)
		s.Width = width
		w := field.New(of(form.KindText), s)
		press(t, w, text)
		letters := vn.Graphemes(w.Value())
		for at := len(letters); at >= 0; at-- {
			if w.Caret() != at {
				t.Fatalf("the caret is at %d, want %d", w.Caret(), at)
			}
			checkCursor(t, w, strings.Join(letters[:at], ""), width)
			press(t, w, "<left>")
		}
	}
}

// checkCursor looks at the cells on the left of the cursor: they show the end
// of what stands before the caret.
func checkCursor(t *testing.T, w field.Widget, before string, width int) {
	t.Helper()
	d := w.View(1)
	view := ansi.Strip(d.Line())
	if d.X < 0 || d.X >= width || ansi.StringWidth(view) > width {
		t.Fatalf("width %d: the cursor is at %d of %q", width, d.X, view)
	}
	seen, cut := strings.CutPrefix(ansi.Cut(view, 0, d.X), "…")
	if !strings.HasSuffix(before, seen) || (!cut && seen != before) {
		t.Fatalf("width %d: %q stands before the cursor in %q, want the end of %q", width, seen, view, before)
	}
}

func TestTheLineStaysWhileMostKeysAreTyped(t *testing.T) {
	s := spec(t)
	s.Width = 20
	w := field.New(of(form.KindText), s)
	moves, last := 0, ""
	for range 200 {
		press(t, w, "x")
		mark := drawn(w)
		if last != "" && !strings.HasPrefix(mark, last) {
			moves++
		}
		last = mark
	}
	if moves > 20 {
		t.Errorf("the line moved %d times in 200 letters, half a width at a time is 20", moves)
	}
}

func TestInputMethodBursts(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"Telex", "tie<bs>êng<bs><bs><bs>ếng", "tiếng"},
		{"Telex with 0x08", "tie<bs8>êng<bs8><bs8><bs8>ếng", "tiếng"},
		{"two letters to đ", "d<bs>đ", "đ"},
		{"a burst of several", "{tie}<bs>{êng}<bs><bs><bs>{ếng}", "tiếng"},
		{"VNI", "tie<bs>ê<bs>ếng", "tiếng"},
		{"in front of other words", "Thành<home>so<bs>ô ", "sô Thành"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, kind := range []form.Kind{form.KindText, form.KindLongText, form.KindLookup} {
				w := field.New(of(kind), spec(t))
				press(t, w, c.keys)
				if w.Value() != c.want {
					t.Errorf("%s: %s gives %q, want %q", kind, c.keys, w.Value(), c.want)
				}
			}
		})
	}
}

// However the letters of a word are spread over bursts, the text is the same.
func TestBurstsCutAtEveryPosition(t *testing.T) {
	keys := []string{"n", "g", "u", "o", "<bs>", "<bs>", "ư", "ơ", "i", "<bs>", "<bs>", "ờ", "i", " ", "d", "<bs8>", "đ", "o", "<bs8>", "ó"}
	for from := range keys {
		for to := from + 1; to <= len(keys); to++ {
			w := field.New(of(form.KindText), spec(t))
			press(t, w, strings.Join(keys[:from], ""))
			burst := ""
			for _, k := range keys[from:to] {
				if strings.HasPrefix(k, "<") {
					if burst != "" {
						press(t, w, "{"+burst+"}")
					}
					press(t, w, k)
					burst = ""
					continue
				}
				burst += k
			}
			if burst != "" {
				press(t, w, "{"+burst+"}")
			}
			press(t, w, strings.Join(keys[to:], ""))
			if w.Value() != "người đó" {
				t.Fatalf("a burst from %d to %d gives %q", from, to, w.Value())
			}
		}
	}
}

// A date typed in a column of counts became another number: 14/11/2023 was
// 14.112.023.
func TestADateTypedAsACountIsKeptAsItIs(t *testing.T) {
	for _, kind := range []form.Kind{form.KindInteger, form.KindDecimal} {
		w := field.New(of(kind), spec(t))
		for _, r := range "14/11/2023" {
			w.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		if w.Value() != "14/11/2023" {
			t.Errorf("%s holds %q", kind, w.Value())
		}
	}
}
