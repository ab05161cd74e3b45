package tui_test

import (
	"strings"
	"testing"

	"giamsat/tui"
	"giamsat/tui/tuitest"
)

// Where Enter takes an entry of a list nothing is opened by it: the line of keys, the
// help and the palette all say so.
func TestWhereEnterChoosesTheKeysSaySo(t *testing.T) {
	for _, list := range []struct {
		name, lang string
		keys       []string
		line, help string
	}{
		{"of one", "vi", []string{"n", "f9"}, "Enter chọn  Esc về", "Chọn mục đang đứng"},
		{"of one, in English", "en", []string{"n", "f9"}, "Enter choose  Esc back", "Choose what the marker is on"},
		{"of several", "vi", []string{"t", "s"}, "Enter chọn  Tab đánh dấu  Esc về", "các mục đã đánh dấu"},
		{"of several, in English", "en", []string{"t", "s"}, "Enter choose  Tab tick  Esc back", "all that is ticked"},
		{"the palette", "vi", []string{"ctrl+p"}, "Enter chọn  Esc về", ""},
	} {
		t.Run(list.name, func(t *testing.T) {
			env := tuitest.NewEnv(t, gallery{tuitest.NewStore()}, list.lang)
			d := tuitest.NewModel(t, tui.New(env, tui.Options{}), 80, 24)
			shows := func(text string) {
				t.Helper()
				if !strings.Contains(d.View(), text) {
					t.Errorf("%q is not shown:\n%s", text, d.View())
				}
			}
			d.Press(list.keys...)
			shows(list.line)
			for _, key := range []string{"f1", "ctrl+p"} {
				if list.help != "" { // the palette is not listed in itself
					d.Press(key)
					shows(list.help)
					d.Press("esc")
				}
			}
		})
	}
}
