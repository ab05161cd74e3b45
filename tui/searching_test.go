package tui_test

import (
	"strings"
	"testing"

	"giamsat/tui"
	"giamsat/tui/tuitest"
)

// The search that the first screen leads to is left step by step, and letters are
// commands again at each of them.
func TestTheKeysAreCommandsAgainBehindTheSearchOfTheFirstScreen(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		says string
	}{
		{"left with Tab", []string{"tab", "k"}, "Xem loại nào?"},
		{"left with Esc", []string{"esc", "k"}, "Xem loại nào?"},
		{"left with Enter and come back to", []string{"enter", "esc", "k"}, "Xem loại nào?"},
		{"left for the first screen", []string{"esc", "esc", "N"}, "Lập loại nào?"},
		{"not left", []string{"k"}, "Tìm camk"},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := tuitest.NewEnv(t, gallery{tuitest.NewStore()}, "vi")
			d := tuitest.NewModel(t, tui.New(env, tui.Options{}), 80, 24)
			d.Press("/")
			d.Type("cam")
			d.Press(c.keys...)
			if !strings.Contains(d.View(), c.says) {
				t.Errorf("%q is not shown:\n%s", c.says, d.View())
			}
		})
	}
}
