package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
)

func TestEachKindTakesWhatItCanReadAndSaysSo(t *testing.T) {
	for _, c := range []struct {
		name   string
		kind   form.Kind
		keys   string
		value  string
		vi, en string
	}{
		{"a small count says nothing", form.KindInteger, "12", "12", "", ""},
		{"a long count is grouped", form.KindInteger, "1234567", "1234567", "1.234.567", "1.234.567"},
		{"a count has no letters", form.KindInteger, "1a2", "12", "", ""},
		{"a letter is refused aloud", form.KindInteger, "12a", "12", "Không nhận “a”: cần số nguyên, như 1.234.", "“a” is not taken: it needs a whole number, such as 1.234."},
		{"a decimal", form.KindDecimal, "12.5", "12.5", "12,5", "12,5"},
		{"a decimal as it is written", form.KindDecimal, "12,5", "12,5", "", ""},
		{"a percentage", form.KindPercent, "63,7%", "63,7%", "63,70 %", "63,70 %"},
		{"an amount", form.KindMoney, "8842", "8842", "8 tỷ 842 triệu đồng", "8 billion 842 million đồng"},
		{"an amount with a unit", form.KindMoney, "8tỷ", "8tỷ", "8 tỷ đồng", "8 billion đồng"},
		{"a sum", form.KindMoney, "=8038+804", "=8038+804", "8 tỷ 842 triệu đồng", "8 billion 842 million đồng"},
		{"a comma with two readings is the screen's question", form.KindMoney, "8,842", "8,842", "", ""},
		{"half an amount says nothing", form.KindMoney, "=80+", "=80+", "", ""},
		{"no amount has such a sign", form.KindMoney, "8@", "8", "Không nhận “@”: cần số tiền: 8.042 (triệu đồng), 8,5 hoặc 8tỷ.", "“@” is not taken: it needs an amount: 8.042 (million đồng), 8,5 or 8tỷ."},
		{"a day", form.KindDate, "15", "15", "Thứ Ba, 15/09/2026", "Tuesday, 15/09/2026"},
		{"the day of the visit", form.KindDate, "t", "t", "Thứ Ba, 15/09/2026", "Tuesday, 15/09/2026"},
		{"days before", form.KindDate, "-3", "-3", "Thứ Bảy, 12/09/2026", "Saturday, 12/09/2026"},
		{"a day that is none", form.KindDate, "3002", "3002", "", ""},
		{"a time", form.KindTime, "8h30", "8h30", "08:30", "08:30"},
		{"a time as it is shown", form.KindTime, "08:30", "08:30", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := field.New(of(c.kind), spec(t))
			press(t, w, c.keys)
			if w.Value() != c.value {
				t.Errorf("%s gives %q, want %q", c.keys, w.Value(), c.value)
			}
			if got := w.Echo(i18n.VI()); got != c.vi {
				t.Errorf("the note line says %q, want %q", got, c.vi)
			}
			if got := w.Echo(i18n.EN()); got != c.en {
				t.Errorf("in English %q, want %q", got, c.en)
			}
		})
	}
}

func TestAKnownCommaIsNoQuestion(t *testing.T) {
	s := spec(t)
	s.Comma = vn.CommaThousands
	w := field.New(of(form.KindMoney), s)
	press(t, w, "8,842")
	if got, want := w.Echo(i18n.VI()), "8 tỷ 842 triệu đồng"; got != want {
		t.Errorf("the note line says %q, want %q", got, want)
	}
}

// With an input method on, a letter typed by mistake into a number is refused;
// the Backspace by which the method then takes its letter back must not take a
// digit, or 15 becomes 1 without anybody seeing it.
func TestAnInputMethodTakesBackOnlyWhatItTyped(t *testing.T) {
	for _, c := range []struct {
		name string
		kind form.Kind
		keys string
		want string
	}{
		{"dd in a count", form.KindInteger, "15d<bs>đ", "15"},
		{"dd with 0x08", form.KindInteger, "15d<bs8>đ", "15"},
		{"a burst", form.KindInteger, "15{uo}<bs><bs>{ươ}", "15"},
		{"the next Backspace is the person's", form.KindInteger, "15d<bs><bs>", "1"},
		{"a digit settles it", form.KindInteger, "15d6<bs>", "15"},
		{"moving settles it", form.KindInteger, "15d<left><bs>", "5"},
		{"at the longest text", form.KindText, "abcde<bs>ê", "abcdê"},
		{"in a long text at its longest", form.KindLongText, "abcded<bs>đ", "abcde"},
		{"behind the longest text", form.KindText, "abcded<bs>đ", "abcde"},
	} {
		t.Run(c.name, func(t *testing.T) {
			it := of(c.kind)
			it.Max = 5
			w := field.New(it, spec(t))
			press(t, w, c.keys)
			if w.Value() != c.want {
				t.Errorf("%s gives %q, want %q", c.keys, w.Value(), c.want)
			}
		})
	}
}

// On a choice Backspace goes back an item: not the ones of an input method.
func TestAnInputMethodDoesNotGoBackFromAChoice(t *testing.T) {
	for _, kind := range []form.Kind{form.KindYesNo, form.KindMany} {
		s := spec(t)
		s.Choices = numbered(2)
		w := field.New(of(kind), s)
		press(t, w, "1")
		chosen := w.Value()
		press(t, w, "{uo}")
		for range 2 {
			if !w.Captures(names["bs"]) {
				t.Errorf("%s: the Backspace for a refused letter goes back", kind)
			}
			press(t, w, "<bs>")
		}
		if w.Captures(names["bs"]) || w.Value() != chosen {
			t.Errorf("%s: after it the choice is %q, want %q", kind, w.Value(), chosen)
		}
	}
}

func TestTheLongestTextIsKeptAtTheKeyAndNeverInAPaste(t *testing.T) {
	it := of(form.KindText)
	it.Max = 4
	w := field.New(it, spec(t))
	press(t, w, "abcdef")
	if got, want := w.Value(), "abcd"; got != want {
		t.Errorf("typed %q, want %q", got, want)
	}
	if got, want := w.Echo(i18n.VI()), "Đã đủ 4 chữ, không nhận thêm; viết gọn lại."; got != want {
		t.Errorf("the note line says %q, want %q", got, want)
	}
	w.SetValue("", -1)
	press(t, w, "[một hai ba]")
	if got, want := w.Value(), "một hai ba"; got != want {
		t.Errorf("a paste gives %q, want all of it: %q", got, want)
	}
}

func TestAPasteBeyondAllMeasureIsRefusedWhole(t *testing.T) {
	for _, kind := range []form.Kind{form.KindText, form.KindLongText} {
		w := field.New(of(kind), spec(t))
		press(t, w, "một")
		w.Update(tea.PasteMsg{Content: strings.Repeat("dài ", 50_000)})
		if w.Value() != "một" {
			t.Errorf("%s holds %d bytes", kind, len(w.Value()))
		}
		if got, want := w.Echo(i18n.VI()), "Đoạn dán quá dài (hơn 100.000 chữ): không dán; dán từng đoạn ngắn hơn."; got != want {
			t.Errorf("%s says %q, want %q", kind, got, want)
		}
	}
}

// A note may hold 20.000 letters and nothing marks it when it has more: a paste of
// 95.000 stood there without a word, and every key after it was refused.
func TestAPasteBeyondWhatAFieldTakesIsSaid(t *testing.T) {
	long := tea.PasteMsg{Content: strings.Repeat("a", 20_001)}
	note := spec(t)
	note.Part = form.Note
	w := field.New(of(form.KindYesNo), note)
	press(t, w, "một")
	w.Update(long)
	if got, want := w.Value(), "một"; got != want {
		t.Errorf("the note holds %d letters, want %q", len(got), want)
	}
	if got, want := w.Echo(i18n.VI()), "Đoạn dán quá dài (hơn 20.000 chữ): không dán; dán từng đoạn ngắn hơn."; got != want {
		t.Errorf("the note says %q, want %q", got, want)
	}
	w = field.New(of(form.KindLongText), spec(t))
	w.Update(long)
	if got := w.Value(); len(got) != 20_001 {
		t.Errorf("a long text, which is marked when it is left, holds %d letters", len(got))
	}
	if got, want := w.Echo(i18n.EN()), "After the paste it has 20.001 letters and may have 20.000: shorten it."; got != want {
		t.Errorf("a long text says %q, want %q", got, want)
	}
}

func TestAPasteIsNotSiftedAndSaysWhatItJoined(t *testing.T) {
	w := field.New(of(form.KindInteger), spec(t))
	press(t, w, "[12 người|nữ 5]")
	if got, want := w.Value(), "12 người nữ 5"; got != want {
		t.Errorf("a paste gives %q, want %q", got, want)
	}
	if got, want := w.Echo(i18n.VI()), "2 dòng được dán thành một dòng."; got != want {
		t.Errorf("the note line says %q, want %q", got, want)
	}
	press(t, w, "<left>")
	if got := w.Echo(i18n.VI()); got != "" {
		t.Errorf("a key later it still says %q", got)
	}
}

func TestAYearIsNotGrouped(t *testing.T) {
	for name, want := range map[string]string{"year": "", "plan_year": "", "yearly": "2.024"} {
		it := of(form.KindInteger)
		it.Name = name
		w := field.New(it, spec(t))
		press(t, w, "2024")
		if got := w.Echo(i18n.VI()); got != want {
			t.Errorf("%s says %q, want %q", name, got, want)
		}
	}
}
