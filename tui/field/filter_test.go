package field_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/tui/field"
	"giamsat/tui/i18n"
	"giamsat/tui/tuitest"
)

func TestAFilterTakesKeysOnlyWhileItIsOpen(t *testing.T) {
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	f := field.NewFilter(env, "")
	letter := tea.KeyPressMsg{Code: 'x', Text: "x"}
	if f.Update(letter) || f.Shown() || f.IsOpen() {
		t.Error("a closed filter takes a letter")
	}
	f.Open()
	if _, cursor := f.View("Tìm"); cursor == nil || cursor.X != len(" Tìm ")-1 {
		t.Errorf("the cursor is at %v", cursor)
	}
	if !f.Update(letter) || !f.Update(tea.PasteMsg{Content: " y "}) || f.Update(tea.KeyPressMsg{Code: tea.KeyLeft}) {
		t.Error("a change is told wrongly")
	}
	if f.Text() != "xy" {
		t.Errorf("it looks for %q", f.Text())
	}
	f.Close()
	env.Words = i18n.EN()
	f.Relabel()
	row, cursor := f.View("Find")
	if cursor != nil || !strings.Contains(row, "xy") || !f.Shown() {
		t.Errorf("closed, it shows %q with cursor %v", row, cursor)
	}
	f.Set("")
	if f.Shown() {
		t.Error("an empty closed filter is shown")
	}
}
