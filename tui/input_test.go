package tui_test

import (
	"errors"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// rowOf is one row of what is shown, the title line being 0.
func rowOf(d *tuitest.Driver, n int) string {
	return strings.TrimRight(strings.Split(d.View(), "\n")[n], " ")
}

func TestOneKeyGoesRoundTheWaysOfTyping(t *testing.T) {
	b := newHouse(t, 80, 24)
	for _, c := range []struct {
		method       vn.Method
		shown, notes string
	}{
		{vn.MethodTelex, "Telex", "aa ee oo aw ow uw dd"},
		{vn.MethodVNI, "VNI", "dấu 1 đến 5"},
		{vn.MethodOff, "", "Đã tắt"},
	} {
		b.Press("f12")
		if title := rowOf(b.Driver, 0); !strings.HasSuffix(title, "base"+strings.Repeat(" ", 74-len(c.shown))+c.shown) && c.shown != "" || strings.HasSuffix(title, "base") != (c.shown == "") {
			t.Errorf("%q: the title line is %q", c.method, title)
		}
		if note := rowOf(b.Driver, 22); !strings.Contains(note, c.notes) {
			t.Errorf("%q: the note line is %q", c.method, note)
		}
		if b.env.Input != c.method || b.store.Typing != c.method {
			t.Errorf("want %q, have %q and stored %q", c.method, b.env.Input, b.store.Typing)
		}
	}
	if b.base.keys() != 0 {
		t.Error("the screen got the key as well")
	}
}

func TestTheWayOfTypingIsSwitchedFromThePalette(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.Send(kit.RunMsg{Action: keymap.Input})
	if b.env.Input != vn.MethodTelex {
		t.Errorf("the method is %q", b.env.Input)
	}
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	d := tuitest.NewModel(t, tui.New(env, tui.Options{}), 80, 24)
	d.Press("ctrl+p")
	d.Type("kieu go")
	d.Press("enter")
	if env.Input != vn.MethodTelex || !strings.HasSuffix(rowOf(d, 0), "Telex") {
		t.Errorf("by name it is %q, %q", env.Input, rowOf(d, 0))
	}
}

func TestAWayOfTypingThatCannotBeKeptIsUsedAllTheSame(t *testing.T) {
	b := newHouse(t, 80, 24)
	b.store.Fail = errors.New("no room")
	b.Press("f12")
	if b.env.Input != vn.MethodTelex || !strings.HasSuffix(rowOf(b.Driver, 0), "Telex") {
		t.Errorf("it is %q, %q", b.env.Input, rowOf(b.Driver, 0))
	}
	if note := rowOf(b.Driver, 22); strings.Contains(note, "aa ee oo") {
		t.Errorf("that it was not kept is not said: %q", note)
	}
}

func TestTheTitleGivesWayToTheWayOfTypingAndWhatIsSaved(t *testing.T) {
	b := newHouse(t, 60, 20)
	b.base.name = strings.Repeat("tên dài ", 20)
	b.Press("f12")
	b.Send(b.answer("Ủy ban")())
	title := rowOf(b.Driver, 0)
	if !strings.HasSuffix(title, "Đã lưu 10:42  Telex") || !strings.Contains(title, "…") || len([]rune(title)) > 60 {
		t.Errorf("the title line is %q", title)
	}
}

// on opens the program on an item of the form of a fresh inspection.
func on(t *testing.T, at form.Field) (*tuitest.Driver, *kit.Env, func(form.Field) string) {
	t.Helper()
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	id := tuitest.Begin(t, env)
	d := tuitest.NewModel(t, tui.New(env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindHome}, {Kind: kit.KindFill, ID: id, Arg: at}}}), 80, 24)
	return d, env, func(f form.Field) string { return store.Answer(id, f).Raw }
}

func TestTelexInTheFormItsNotesItsTablesAndItsQuestions(t *testing.T) {
	t.Run("a text, left by Enter", func(t *testing.T) {
		d, _, stored := on(t, form.Field{Item: "venue"})
		d.Press("f12")
		d.Type("UBND xax Kyf Hoa law")
		d.Press("enter")
		if got := stored(form.Field{Item: "venue"}); got != "UBND xã Kỳ Hoa law" {
			t.Errorf("kept %q", got)
		}
	})
	t.Run("switched in the open field", func(t *testing.T) {
		d, _, stored := on(t, form.Field{Item: "venue"})
		d.Type("xax ")
		d.Press("f12")
		d.Type("xax ")
		d.Press("f12")
		d.Type("xa4")
		d.Press("f12", "tab")
		if got := stored(form.Field{Item: "venue"}); got != "xax xã xã" {
			t.Errorf("kept %q", got)
		}
	})
	t.Run("the number of a paper", func(t *testing.T) {
		d, _, stored := on(t, form.Field{Item: "unit_report_number"})
		d.Press("f12")
		d.Type("15/BC-aas")
		d.Press("enter")
		if got := stored(form.Field{Item: "unit_report_number"}); got != "15/BC-aas" {
			t.Errorf("kept %q", got)
		}
	})
	t.Run("a note", func(t *testing.T) {
		d, _, stored := on(t, form.Field{Item: "venue"})
		d.Press("f12", "ctrl+n")
		d.Type("cos nguowif")
		d.Press("tab")
		if got := stored(form.Field{Item: "venue", Part: form.Note}); got != "có người" {
			t.Errorf("kept %q", got)
		}
	})
	t.Run("a paste", func(t *testing.T) {
		d, _, stored := on(t, form.Field{Item: "venue"})
		d.Press("f12")
		d.Paste("xax aas dd")
		d.Press("enter")
		if got := stored(form.Field{Item: "venue"}); got != "xax aas dd" {
			t.Errorf("kept %q", got)
		}
	})
	t.Run("go-to searches words and codes", func(t *testing.T) {
		d, _, _ := on(t, form.Field{Item: "venue"})
		d.Press("f12", "ctrl+g")
		d.Type("ddiaj ddieemr")
		if !strings.Contains(d.View(), " > địa điểm") || !strings.Contains(d.View(), "Địa điểm làm việc  V.05") {
			t.Errorf("it finds nothing:\n%s", d.View())
		}
		d.Press("esc", "f12", "ctrl+g") // VNI, whose tones are digits
		d.Type("a1.22")
		if !strings.Contains(d.View(), " > a1.22") || !strings.Contains(d.View(), "giảm nghèo  1.22") {
			t.Errorf("a code is not found:\n%s", d.View())
		}
	})
}
