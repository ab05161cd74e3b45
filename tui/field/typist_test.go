package field_test

import (
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
)

// typing is a spec with a method on.
func typing(tb testing.TB, m vn.Method) field.Spec {
	tb.Helper()
	s := spec(tb)
	s.Input = &m
	return s
}

func TestWordsAreComposedInTexts(t *testing.T) {
	for _, c := range []struct {
		name   string
		method vn.Method
		keys   string
		value  string
		caret  int
	}{
		{"Telex", vn.MethodTelex, "xax Kyf Hoa", "xã Kỳ Hoa", 9},
		{"VNI", vn.MethodVNI, "xa4 Ky2 Hoa", "xã Kỳ Hoa", 9},
		{"off", vn.MethodOff, "xax d<bs>đ", "xax đ", 5},
		{"a word that is none, left open", vn.MethodTelex, "vaf law", "và law", 6},
		{"a word that is none, and a comma", vn.MethodTelex, "law, ", "law, ", 5},
		{"a paste is not composed", vn.MethodTelex, "[xax aas]", "xax aas", 7},
		{"a paste behind a word", vn.MethodTelex, "xax[s]s", "xãss", 4},
		{"a burst is not composed", vn.MethodTelex, "{xax}f", "xaxf", 4},
		{"Backspace", vn.MethodTelex, "nguowif<bs><bs>", "ngư", 3},
		{"and on from it", vn.MethodTelex, "nguowif<bs><bs8>owif", "người", 5},
		{"Backspace into the word before", vn.MethodTelex, "hoc <bs>j", "học", 3},
		{"a step ends the word", vn.MethodTelex, "law<left><end>s", "laws", 4},
		{"in the middle of a text", vn.MethodTelex, "a b<left><left> xax", "a xã b", 4},
		{"a word that stood there", vn.MethodTelex, "hoa<home><end>f", "hòa", 3},
		{"a word before the caret only", vn.MethodTelex, "hoac<left>s", "hóac", 3},
		{"another input method at work", vn.MethodTelex, "tie<bs>êng<bs><bs><bs>ếng vaf", "tiếng và", 8},
		{"another one with 0x08", vn.MethodTelex, "d<bs8>đo<bs8>ó", "đó", 2},
		{"decomposed letters", vn.MethodTelex, "tie\u0302\u0301ng s", "tie\u0302\u0301ng s", 7},
		{"the word before is removed", vn.MethodTelex, "vaf law<word>xax", "và xã", 5},
		{"Delete ends the word", vn.MethodTelex, "law<del>s", "laws", 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, kind := range []form.Kind{form.KindText, form.KindLongText} {
				w := field.New(of(kind), typing(t, c.method))
				press(t, w, c.keys)
				if w.Value() != c.value || w.Caret() != c.caret {
					t.Errorf("%s: %s gives %q with the caret at %d, want %q and %d", kind, c.keys, w.Value(), w.Caret(), c.value, c.caret)
				}
				checkWidget(t, kind, w, 40)
			}
		})
	}
}

func TestWhatIsNoWordIsShownAsItWillBeKept(t *testing.T) {
	w := field.New(of(form.KindText), typing(t, vn.MethodTelex))
	press(t, w, "law")
	if drawn(w) != "lă" || w.Value() != "law" {
		t.Errorf("while it is typed %q is drawn and %q kept, want lă and law", drawn(w), w.Value())
	}
	press(t, w, " ")
	if drawn(w) != "law " {
		t.Errorf("after the blank %q is drawn", drawn(w))
	}
}

func TestANewLineEndsTheWord(t *testing.T) {
	w := field.New(of(form.KindLongText), typing(t, vn.MethodTelex))
	press(t, w, "law<enter>ddeens<up><end>, xax")
	if w.Value() != "law, xã\nđến" {
		t.Errorf("got %q", w.Value())
	}
}

// Where figures and codes are typed, keys are what they are.
func TestNothingIsComposedInCodesAndFigures(t *testing.T) {
	for _, c := range []struct {
		name string
		item *form.Item
		keys string
		want string
	}{
		{"a number of a document", &form.Item{Name: "unit_report_number", Kind: form.KindText}, "12/Q-UBND aas", "12/Q-UBND aas"},
		{"a number by its label", &form.Item{Name: "conclusion_paper", Kind: form.KindText, Label: form.Label{VI: "Kết luận kiểm tra: số, ký hiệu"}}, "aas", "aas"},
		{"a code", &form.Item{Name: "household_code", Kind: form.KindText}, "HNaas", "HNaas"},
		{"an amount", of(form.KindMoney), "5trd", "5trd"},
		{"a date", of(form.KindDate), "15 thangs 6", "15 thangs 6"},
		{"a time", of(form.KindTime), "8hdd", "8hdd"},
		{"a count", of(form.KindInteger), "15aa", "15"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, m := range []vn.Method{vn.MethodTelex, vn.MethodVNI} {
				w := field.New(c.item, typing(t, m))
				press(t, w, c.keys)
				if w.Value() != c.want {
					t.Errorf("%s: %s gives %q, want %q", m, c.keys, w.Value(), c.want)
				}
			}
		})
	}
	t.Run("but for the đ of codes", func(t *testing.T) {
		for m, keys := range map[vn.Method]string{vn.MethodTelex: "12/QDD-UBND", vn.MethodVNI: "12/QD9-UBND"} {
			w := field.New(&form.Item{Name: "unit_report_number", Kind: form.KindText}, typing(t, m))
			press(t, w, keys)
			if w.Value() != "12/QĐ-UBND" {
				t.Errorf("%s: %s gives %q", m, keys, w.Value())
			}
		}
	})
	t.Run("a note on a number is words", func(t *testing.T) {
		for part, want := range map[string]string{form.Note: "xã", form.Evidence: "xã"} {
			s := typing(t, vn.MethodTelex)
			s.Part = part
			w := field.New(of(form.KindInteger), s)
			if press(t, w, "xax"); w.Value() != want {
				t.Errorf("%s holds %q", part, w.Value())
			}
		}
	})
}

// What is looked for is words too: "kees hoachj" matched nothing. Codes are looked for
// as well, and in VNI their digits are no tones.
func TestWordsAreComposedInSearchesAndCodesAreNot(t *testing.T) {
	for _, c := range []struct {
		method vn.Method
		keys   string
		want   string
	}{
		{vn.MethodTelex, "kees hoachj", "kế hoạch"},
		{vn.MethodTelex, "DA7.TDA1", "DA7.TDA1"},
		{vn.MethodTelex, "a3.t1.5", "a3.t1.5"},
		{vn.MethodTelex, "71/BC", "71/BC"},
		{vn.MethodVNI, "ke61 hoach5", "kế hoạch"},
		{vn.MethodVNI, "d9a da5ng", "đa dạng"},
		{vn.MethodVNI, "a3", "a3"},
		{vn.MethodVNI, "a1.19a", "a1.19a"},
		{vn.MethodVNI, "A3.T1.5", "A3.T1.5"},
		{vn.MethodVNI, "da4 ke61", "da4 kế"},
		{vn.MethodVNI, "da7.tda1", "da7.tda1"},
		{vn.MethodVNI, "a3<bs>4", "a4"},
		{vn.MethodVNI, "15/06/2024", "15/06/2024"},
	} {
		for name, w := range map[string]field.Widget{"search": field.NewSearch(typing(t, c.method)), "look-up": field.New(of(form.KindLookup), typing(t, c.method))} {
			press(t, w, c.keys)
			if w.Value() != c.want {
				t.Errorf("%s in a %s: %s gives %q, want %q", c.method, name, c.keys, w.Value(), c.want)
			}
		}
	}
}

func TestTheMethodIsSwitchedInAnOpenField(t *testing.T) {
	m := vn.MethodOff
	s := spec(t)
	s.Input = &m
	w := field.New(of(form.KindText), s)
	press(t, w, "xax ")
	m = vn.MethodTelex
	press(t, w, "xax la")
	m = vn.MethodVNI
	press(t, w, "1")
	m = vn.MethodOff
	press(t, w, "s")
	if w.Value() != "xax xã lás" {
		t.Errorf("got %q", w.Value())
	}
}

func TestAComposedTextAtItsLongestIsRefusedAndKept(t *testing.T) {
	for _, kind := range []form.Kind{form.KindText, form.KindLongText} {
		it := of(kind)
		it.Max = 5
		w := field.New(it, typing(t, vn.MethodTelex))
		press(t, w, "nguowif")
		if w.Value() != "người" {
			t.Errorf("%s: marks of the last letters are lost: %q", kind, w.Value())
		}
		press(t, w, "x") // a tone in the place of another takes no room
		press(t, w, "a<bs>")
		if w.Value() != "ngưỡi" || !w.Captures(names["bs"]) && w.Caret() != 5 {
			t.Errorf("%s: behind the longest text: %q", kind, w.Value())
		}
	}
}
