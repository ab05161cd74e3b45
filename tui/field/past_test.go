package field_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/field"
)

// pieces presses undo until nothing is left and returns what stood after each.
func pieces(w field.Widget, before string) []string {
	var list []string
	for field.Back(w, before) && len(list) < 2_000 {
		list = append(list, w.Value())
	}
	return list
}

func TestTypingIsTakenBackInPieces(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		want       []string // after each press
	}{
		{"nothing", "", nil},
		{"a word", "Thanh", []string{"cũ"}},
		{"words", " hội trường xã", []string{"cũ hội trường ", "cũ hội ", "cũ ", "cũ"}},
		{"an input method writes a syllable anew", " hoi<bs><bs>ội", []string{"cũ ", "cũ"}},
		{"and once more at its end", " truong<bs><bs><bs><bs>ương<bs><bs><bs>ờng", []string{"cũ ", "cũ"}},
		{"a person deletes", " hội trường<bs><bs><bs><bs><bs><bs><bs><bs><bs><bs>", []string{"cũ hội trường", "cũ hội ", "cũ ", "cũ"}},
		{"what is typed instead of what was deleted", "<bs><bs>mới", []string{"cũ"}},
		{"a blank taken back", " a <bs>", []string{"cũ a ", "cũ ", "cũ"}},
		{"after the caret was moved", "xy<left>z", []string{"cũxy", "cũ"}},
		{"a paste", "[một hai]ba", []string{"cũmột hai", "cũ"}},
		{"a word deleted at once", " hội<word>", []string{"cũ hội", "cũ ", "cũ"}},
		{"deleted to the start", "x<start>", []string{"cũx", "cũ"}},
		{"deleted before the caret and behind", "xyz<left><left><del><del>", []string{"cũxyz", "cũ"}},
		{"what leaves nothing", "ab<bs><bs>", nil},
	} {
		for kind, it := range map[string]*form.Item{"a line": {Kind: form.KindText}, "a long text": {Kind: form.KindLongText}} {
			t.Run(c.name+" in "+kind, func(t *testing.T) {
				w := field.New(it, spec(t))
				w.SetValue("cũ", -1)
				press(t, w, c.keys)
				end, caret := w.Value(), w.Caret()
				if got := pieces(w, "cũ"); strings.Join(got, "|") != strings.Join(c.want, "|") {
					t.Fatalf("%q, want %q", got, c.want)
				}
				if w.Value() != "cũ" || w.Caret() > 2 {
					t.Errorf("at the start %q, caret %d", w.Value(), w.Caret())
				}
				for field.Forward(w) {
				}
				if w.Value() != end || len(c.want) > 0 && w.Caret() != caret {
					t.Errorf("forward gives %q, caret %d, want %q, %d", w.Value(), w.Caret(), end, caret)
				}
			})
		}
	}
}

func TestTypingAfterAPieceWasTakenBackEndsTheWayForward(t *testing.T) {
	w := field.New(&form.Item{Kind: form.KindText}, spec(t))
	press(t, w, "một hai")
	field.Back(w, "")
	press(t, w, "ba")
	if field.CanForward(w) || field.Forward(w) || w.Value() != "một ba" {
		t.Errorf("%q stands", w.Value())
	}
	if got := strings.Join(pieces(w, ""), "|"); got != "một |" {
		t.Errorf("%q", got)
	}
}

func TestATextThatWasPutThereIsTakenBackAtOnceAndGivenAgain(t *testing.T) {
	for name, it := range map[string]*form.Item{"a line": {Kind: form.KindText}, "a long text": {Kind: form.KindLongText}} {
		t.Run(name, func(t *testing.T) {
			w := field.New(it, spec(t))
			w.SetValue("lấy lại sau sự cố", -1)
			press(t, w, " x")
			for range 3 {
				field.Back(w, "cũ")
			}
			if w.Value() != "cũ" || field.Back(w, "cũ") {
				t.Fatalf("%q stands", w.Value())
			}
			field.Forward(w)
			if w.Value() != "lấy lại sau sự cố" {
				t.Errorf("%q stands", w.Value())
			}
		})
	}
}

func TestAFigureTypedOverAnotherIsOnePiece(t *testing.T) {
	w := field.New(&form.Item{Kind: form.KindMoney}, spec(t))
	w.SetValue("8.038", -1)
	field.Blank(w)
	press(t, w, "8042")
	if w.Value() != "8042" || !field.Back(w, "8.038") || w.Value() != "8.038" {
		t.Errorf("%q stands", w.Value())
	}
}

func TestALookUpIsTakenBackToTheEntryThatStoodThere(t *testing.T) {
	s := spec(t)
	for _, c := range [][2]string{{"a1", "Xã Kỳ Hoa"}, {"a2", "Xã Kỳ Hoa"}, {"a3", "Xã Kỳ Lưu"}} {
		s.Choices = append(s.Choices, form.Choice{Code: c[0], Label: form.Label{VI: c[1], EN: c[1]}})
	}
	w := field.New(&form.Item{Kind: form.KindLookup}, s)
	w.SetValue("a2", -1) // of two that are called the same
	press(t, w, "lưu")
	if w.Value() != "a3" {
		t.Fatalf("typing finds %q", w.Value())
	}
	if !field.Back(w, "a2") || w.Value() != "a2" {
		t.Errorf("taken back, it is %q", w.Value())
	}
	if !field.Forward(w) || w.Value() != "a3" {
		t.Errorf("given again, it is %q", w.Value())
	}
}

// Whatever was pressed, the way back leads to the start and forward to the end.
func TestAnyTypingIsTakenBackAndGivenAgain(t *testing.T) {
	keys := []string{"a", "ệ", " ", "<bs>", "<bs>", "<del>", "<left>", "<right>", "<home>", "<end>", "<word>", "<start>", "\u0301", "{🇻🇳}", "[ dán vào ]"}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 3))
		w := field.New(&form.Item{Kind: form.KindLongText}, spec(t))
		w.SetValue("đầu tiên", -1)
		var typed strings.Builder
		for range 60 {
			key := keys[r.IntN(len(keys))]
			typed.WriteString(key)
			press(t, w, key)
		}
		end := w.Value()
		pieces(w, "đầu tiên")
		if w.Value() != "đầu tiên" {
			t.Fatalf("%s: taken back, it is %q", typed.String(), w.Value())
		}
		for field.Forward(w) {
		}
		if w.Value() != end {
			t.Fatalf("%s: given again, it is %q, want %q", typed.String(), w.Value(), end)
		}
	}
}

// A very long text keeps a bounded past, and still goes back to what it was.
func TestThePastOfALongTextIsBounded(t *testing.T) {
	w := field.New(&form.Item{Kind: form.KindLongText}, spec(t))
	press(t, w, strings.Repeat("từ ", 3_000))
	n := len(pieces(w, ""))
	if n < 1_300 || n > 1_700 || w.Value() != "" {
		t.Errorf("%d pieces, then %q", n, w.Value())
	}
}

func TestTicksAreTakenBackOneByOne(t *testing.T) {
	s := spec(t)
	s.Choices = numbered(4)
	w := field.New(&form.Item{Kind: form.KindMany}, s)
	w.SetValue("c1 other", -1)
	press(t, w, "2<del>34")
	if got, want := strings.Join(pieces(w, "c1 other"), "|"), "c3||c1 c2 other|c1 other"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for field.Forward(w) {
	}
	if w.Value() != "c3 c4" {
		t.Errorf("forward gives %q", w.Value())
	}
}

// Words typed where digits tick are refused whole; behind an arrow a blank ticks.
func TestTheBlanksBetweenRefusedWordsTickNothing(t *testing.T) {
	s := spec(t)
	s.Choices = numbered(4)
	w := field.New(&form.Item{Kind: form.KindMany}, s)
	press(t, w, "thu tuc")
	if w.Value() != "" {
		t.Errorf("words ticked %q", w.Value())
	}
	press(t, w, "<right> ")
	if w.Value() != "c2" {
		t.Errorf("a blank behind an arrow ticked %q", w.Value())
	}
}
