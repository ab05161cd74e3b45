package fill_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/tui/fill"
	"giamsat/tui/tuitest"
)

func screen(b *testing.B) *tuitest.Alone {
	b.Helper()
	store := tuitest.NewStore()
	env := tuitest.NewEnv(b, store, "vi")
	id := tuitest.Begin(b, env)
	alone := tuitest.NewAlone(env, fill.New(env, id, form.Field{Item: "venue"}), 80, 19)
	tuitest.NewModel(b, alone, 80, 19)
	return alone
}

// BenchmarkLetter is a letter typed and the screen drawn again.
func BenchmarkLetter(b *testing.B) {
	a := screen(b)
	for i := 0; b.Loop(); i++ {
		key := tea.KeyPressMsg{Code: 'a', Text: "a"}
		if i%2 == 1 {
			key = tea.KeyPressMsg{Code: tea.KeyBackspace}
		}
		a.Screen.Update(key)
		a.Screen.View()
	}
}

// BenchmarkNextField is Enter after a changed text: kept, checked, handed to
// the desk, drawn.
func BenchmarkNextField(b *testing.B) {
	a := screen(b)
	for b.Loop() {
		a.Screen.Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
		a.Screen.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		a.Screen.View()
		a.Screen.Update(tea.KeyPressMsg{Code: tea.KeyUp})
	}
}
