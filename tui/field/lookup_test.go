package field_test

import (
	"testing"

	"giamsat/model/form"
	"giamsat/tui/field"
	"giamsat/tui/i18n"
)

func communes() []form.Choice {
	return []form.Choice{
		{Code: "18073", Label: form.Label{VI: "Phường Thành Sen"}},
		{Code: "18676", Label: form.Label{VI: "Xã Cẩm Xuyên"}},
		{Code: "18700", Label: form.Label{VI: "Xã Cẩm Bình"}},
		{Code: "18838", Label: form.Label{VI: "Xã Kỳ Hoa"}},
		{Code: "18840", Label: form.Label{VI: "Xã Kỳ Hoa"}},
	}
}

func TestLookingUp(t *testing.T) {
	for _, c := range []struct{ name, keys, value, view, echo string }{
		{"nothing", "", "", "", ""},
		{"one match is settled", "thanh sen", "18073", "thanh sen  → Phường Thành Sen", "Phường Thành Sen"},
		{"words in any order", "sen phuong", "18073", "sen phuong  → Phường Thành Sen", "Phường Thành Sen"},
		{"several are not", "cam", "cam", "cam  → Xã Cẩm Xuyên", "Xã Cẩm Xuyên; còn 1 mục khác, F9 mở danh sách."},
		{"Right takes the one that is shown", "cam<right>", "18676", "Xã Cẩm Xuyên", ""},
		{"Right inside the text moves", "cam<left><right>", "cam", "cam  → Xã Cẩm Xuyên", "Xã Cẩm Xuyên; còn 1 mục khác, F9 mở danh sách."},
		{"the exact name among several", "xa cam binh", "18700", "xa cam binh  → Xã Cẩm Bình", "Xã Cẩm Bình"},
		{"two of the same name are not guessed", "xã kỳ hoa", "xã kỳ hoa", "xã kỳ hoa  → Xã Kỳ Hoa", "Xã Kỳ Hoa; còn 1 mục khác, F9 mở danh sách."},
		{"a code", "18838", "18838", "18838  → Xã Kỳ Hoa", "Xã Kỳ Hoa"},
		{"no match is kept as typed", "xyz", "xyz", "xyz", "Không có mục nào khớp; F9 mở danh sách."},
		{"Backspace widens it again", "cam b<bs><bs>", "cam", "cam  → Xã Cẩm Xuyên", "Xã Cẩm Xuyên; còn 1 mục khác, F9 mở danh sách."},
		{"a letter after an entry begins anew", "cam<right>thanh", "18073", "thanh  → Phường Thành Sen", "Phường Thành Sen"},
		{"a paste too", "cam<right>[Thành Sen]", "18073", "Thành Sen  → Phường Thành Sen", "Phường Thành Sen"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := spec(t)
			s.Choices = communes()
			w := field.New(of(form.KindLookup), s)
			press(t, w, c.keys)
			if w.Value() != c.value || drawn(w) != c.view || w.Echo(i18n.VI()) != c.echo {
				t.Errorf("%s gives %q, %q, %q; want %q, %q, %q", c.keys,
					w.Value(), drawn(w), w.Echo(i18n.VI()), c.value, c.view, c.echo)
			}
		})
	}
}

func TestASettledEntryIsShownByItsName(t *testing.T) {
	s := spec(t)
	s.Find = func(string, int) []form.Choice { return nil }
	s.Name = func(code string) (string, bool) { return "Xã Xa", code == "u9" }
	w := field.New(of(form.KindLookup), s)
	w.SetValue("u9", -1)
	if w.Value() != "u9" || drawn(w) != "Xã Xa" || w.Caret() != 5 {
		t.Errorf("it is %q, drawn %q, caret %d", w.Value(), drawn(w), w.Caret())
	}
	press(t, w, "<bs>")
	if w.Value() != "Xã X" {
		t.Errorf("an edited name is %q, want the text and not the old code", w.Value())
	}
}

func TestTheFindersListIsNotChanged(t *testing.T) {
	s := spec(t)
	list := communes()
	s.Find = func(string, int) []form.Choice { return list }
	w := field.New(of(form.KindLookup), s)
	press(t, w, "18840")
	if w.Value() != "18840" || list[0].Code != "18073" {
		t.Errorf("the value is %q, the finder's first entry %q", w.Value(), list[0].Code)
	}
}
