package field_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
)

// numbered makes a list of choices: "c1" called "Mục 1", in English "Item 1".
func numbered(n int) []form.Choice {
	var list []form.Choice
	for i := range n {
		list = append(list, form.Choice{
			Code:  fmt.Sprintf("c%d", i+1),
			Label: form.Label{VI: fmt.Sprintf("Mục %d", i+1), EN: fmt.Sprintf("Item %d", i+1)},
		})
	}
	return list
}

func TestChoosingOne(t *testing.T) {
	for _, c := range []struct {
		name  string
		kind  form.Kind
		n     int
		keys  string
		value string
		done  bool
		view  string
		x     int
	}{
		{"not answered", form.KindYesNoNA, 0, "", "", false, "[1] Có  [2] Không  [-] K.áp dụng", -1},
		{"yes", form.KindYesNo, 0, "1", form.Yes, true, "[1]●Có  [2] Không", 1},
		{"no", form.KindYesNo, 0, "2", form.No, true, "[1] Có  [2]●Không", 9},
		{"not applicable", form.KindYesNoNA, 0, "-", form.NA, true, "[1] Có  [2] Không  [-]●K.áp dụng", 20},
		{"not applicable is no answer to yes or no", form.KindYesNo, 0, "1-", form.Yes, false, "[1]●Có  [2] Không", 1},
		{"the keypad", form.KindYesNo, 0, "<kp1>", form.Yes, true, "[1]●Có  [2] Không", 1},
		{"the marker is the answer", form.KindYesNo, 0, "<right>", form.Yes, false, "[1]●Có  [2] Không", 1},
		{"from the end", form.KindYesNo, 0, "<left>", form.No, false, "[1] Có  [2]●Không", 9},
		{"space goes round", form.KindYesNo, 0, "   ", form.Yes, false, "[1]●Có  [2] Không", 1},
		{"another digit is a new answer", form.KindYesNo, 0, "12", form.No, true, "[1] Có  [2]●Không", 9},
		{"Delete clears", form.KindYesNo, 0, "1<del>", "", false, "[1] Có  [2] Không", -1},
		{"a letter is no answer", form.KindYesNo, 0, "1k", form.Yes, false, "[1]●Có  [2] Không", 1},
		{"several letters at once are none", form.KindYesNo, 0, "{12}", "", false, "[1] Có  [2] Không", -1},
		{"one of a list", form.KindOne, 3, "2", "c2", true, "[1] Mục 1  [2]●Mục 2  [3] Mục 3", 12},
		{"the tenth", form.KindOne, 12, "0", "c10", true, "…  [9] Mục 9", 0},
		{"behind the tenth by the arrows", form.KindOne, 12, "0<right>", "c11", false, "", 0},
		{"an empty list", form.KindOne, 0, "1<right> ", "", false, "", -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := spec(t)
			s.Choices = numbered(c.n)
			w := field.New(of(c.kind), s)
			press(t, w, c.keys)
			if w.Value() != c.value || w.Done() != c.done {
				t.Errorf("%s gives %q, done %v, want %q, %v", c.keys, w.Value(), w.Done(), c.value, c.done)
			}
			if c.n > 9 {
				return // pages have a test of their own
			}
			if d := w.View(1); drawn(w) != c.view || d.X != c.x {
				t.Errorf("%s draws %q with the cursor at %d, want %q and %d", c.keys, drawn(w), d.X, c.view, c.x)
			}
		})
	}
}

func TestADigitDoesNotMoveOnWhereTheFormWantsEnter(t *testing.T) {
	it := of(form.KindYesNo)
	it.Advance = false
	w := field.New(it, spec(t))
	press(t, w, "1")
	if w.Done() {
		t.Error("the digit moves on")
	}
}

func TestBackspaceOnAChoiceIsTheScreens(t *testing.T) {
	for _, kind := range []form.Kind{form.KindYesNo, form.KindOne, form.KindMany} {
		w := field.New(of(kind), spec(t))
		if w.Update(names["bs"]) || w.Captures(names["bs"]) || w.Update(names["bs8"]) {
			t.Errorf("%s takes Backspace", kind)
		}
	}
}

func TestWhatIsNotInTheListIsKeptUntilAChoiceIsMade(t *testing.T) {
	s := spec(t)
	s.Choices = numbered(3)
	w := field.New(of(form.KindOne), s)
	w.SetValue("gone", -1)
	if w.Value() != "gone" || w.Echo(i18n.VI()) != "gone" {
		t.Errorf("the value is %q, said as %q", w.Value(), w.Echo(i18n.VI()))
	}
	press(t, w, "3")
	if w.Value() != "c3" || w.Echo(i18n.VI()) != "" {
		t.Errorf("after choosing it is %q, said as %q", w.Value(), w.Echo(i18n.VI()))
	}

	w = field.New(of(form.KindMany), s)
	w.SetValue("c3, gone c1", -1)
	if got, want := w.Value(), "c1 c3 gone"; got != want {
		t.Errorf("of several: %q, want %q", got, want)
	}
}

func TestChoosingSeveral(t *testing.T) {
	for _, c := range []struct{ name, keys, value, view, echo string }{
		{"none", "", "", ">1] Mục 1  [2] Mục 2  [3] Mục 3", ""},
		{"in the list's order", "31", "c1 c3", ">1]●Mục 1  [2] Mục 2  [3]●Mục 3", "đã chọn 2"},
		{"as a burst", "{31}", "c1 c3", ">1]●Mục 1  [2] Mục 2  [3]●Mục 3", "đã chọn 2"},
		{"a digit again unchooses", "2 2", "c2", "[1] Mục 1  >2]●Mục 2  [3] Mục 3", "đã chọn 1"},
		{"space at the marker", "<right> ", "c2", "[1] Mục 1  >2]●Mục 2  [3] Mục 3", "đã chọn 1"},
		{"the marker stops at the ends", "<left><left> <end><right> ", "c1 c3", "[1]●Mục 1  [2] Mục 2  >3]●Mục 3", "đã chọn 2"},
		{"Delete clears", "123<del>", "", "[1] Mục 1  [2] Mục 2  >3] Mục 3", ""},
		{"a letter is refused", "1a", "c1", ">1]●Mục 1  [2] Mục 2  [3] Mục 3", "Phím “a” không chọn gì; bấm một trong: 1 2 3."},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := spec(t)
			s.Choices = numbered(3)
			w := field.New(of(form.KindMany), s)
			press(t, w, c.keys)
			if w.Value() != c.value || drawn(w) != c.view || w.Echo(i18n.VI()) != c.echo || w.Done() {
				t.Errorf("%s gives %q, %q, %q; want %q, %q, %q", c.keys,
					w.Value(), drawn(w), w.Echo(i18n.VI()), c.value, c.view, c.echo)
			}
		})
	}
}

func TestChoicesAreShownInBothLanguagesAndInASCII(t *testing.T) {
	s := ascii(spec(t))
	s.Words = i18n.EN()
	s.Choices = numbered(2)
	for kind, want := range map[form.Kind]string{
		form.KindYesNoNA: "[1] Yes  [2]*No  [-] N/A",
		form.KindOne:     "[1] Item 1  [2]*Item 2",
		form.KindMany:    "[1] Item 1  >2]*Item 2",
	} {
		w := field.New(of(kind), s)
		press(t, w, "2")
		if got := drawn(w); got != want {
			t.Errorf("%s is drawn %q, want %q", kind, got, want)
		}
	}
}

func TestALongStripShowsThePageWithTheChoice(t *testing.T) {
	for _, width := range []int{1, 2, 5, 12, 20, 40, 80} {
		for _, kind := range []form.Kind{form.KindOne, form.KindMany} {
			s := spec(t)
			s.Width, s.Choices = width, numbered(14)
			w := field.New(of(kind), s)
			press(t, w, "1<home>")
			for at := range 14 {
				d := w.View(1)
				view := ansi.Strip(d.Line())
				if ansi.StringWidth(view) > width || d.X < 0 || d.X >= width {
					t.Fatalf("width %d, choice %d: the cursor is at %d of %q", width, at, d.X, view)
				}
				if key := "1234567890    "[at : at+1]; width >= 12 && ansi.Cut(view, d.X, d.X+1) != key {
					t.Fatalf("width %d, choice %d: the cursor is at %d of %q, want it on %q", width, at, d.X, view, key)
				}
				press(t, w, "<right>")
			}
		}
	}
}

func TestSeveralChoicesTakeTheLinesTheyNeed(t *testing.T) {
	s := spec(t)
	s.Width = 40
	for _, name := range []string{"Kiểm tra hồ sơ", "Kiểm tra thực địa", "Tham vấn lãnh đạo", "Tham vấn thôn", "Tham vấn hộ", "Họp với xã", "Một cách làm có tên dài hơn cả một dòng", "Khác"} {
		s.Choices = append(s.Choices, form.Choice{Code: name, Label: form.Label{VI: name, EN: name}})
	}
	w := field.New(&form.Item{Kind: form.KindMany}, s)
	shown := func(height int) string {
		t.Helper()
		d := w.View(height)
		if len(d.Lines) > height || d.Y >= len(d.Lines) || d.X < 0 || d.X >= s.Width {
			t.Errorf("%d lines, the cursor at %d, %d", len(d.Lines), d.X, d.Y)
		}
		for _, l := range d.Lines {
			if n := ansi.StringWidth(l); n > s.Width {
				t.Errorf("%d cells: %q", n, ansi.Strip(l))
			}
		}
		return ansi.Strip(strings.Join(d.Lines, "\n"))
	}
	if got := shown(8); strings.Count(got, "[")+strings.Count(got, ">") < len(s.Choices) {
		t.Errorf("not all are shown:\n%s", got)
	}
	if got := shown(3); !strings.Contains(got, "Kiểm tra thực địa") || strings.Contains(got, "Khác") {
		t.Errorf("the first page is\n%s", got)
	}
	press(t, w, "8")
	if got := shown(3); !strings.Contains(got, "Khác") {
		t.Errorf("the page of the marker is\n%s", got)
	}
	for height := range 10 {
		for range s.Choices {
			press(t, w, "<left>")
			shown(max(height, 1))
		}
		press(t, w, "<end>")
	}
}

// The key of a scale stood there twice: "[1] 1 – Không đạt".
func TestAScaleIsNumberedOnce(t *testing.T) {
	s := spec(t)
	s.Choices = []form.Choice{{Code: "1", Label: form.Label{VI: "1 – Không đạt"}}, {Code: "2", Label: form.Label{VI: "2 – Đạt"}}, {Code: "10", Label: form.Label{VI: "10 – Khác"}}}
	w := field.New(of(form.KindOne), s)
	if got := w.View(1).Line(); ansi.Strip(got) != "[1] Không đạt  [2] Đạt  [3] 10 – Khác" {
		t.Errorf("the strip is %q", got)
	}
}
