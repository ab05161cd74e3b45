package tui_test

import (
	"io"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/paint"
	"giamsat/tui/tuitest"
)

// BenchmarkPicture is a letter typed, the whole window drawn again, and what
// has changed of it painted.
func BenchmarkPicture(b *testing.B) {
	for _, item := range []string{"venue", "documents_remarks"} {
		b.Run(item, func(b *testing.B) {
			env := tuitest.NewEnv(b, tuitest.NewStore(), "vi")
			id := tuitest.Begin(b, env)
			app := tui.New(env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindFill, ID: id, Arg: form.Field{Item: item}}}})
			tuitest.NewModel(b, app, 80, 24)
			painter := paint.NewPainter(io.Discard, colorprofile.TrueColor, []string{"TERM=xterm-256color"})
			painter.Resize(80, 24)
			for i := 0; b.Loop(); i++ {
				key := tea.KeyPressMsg{Code: 'a', Text: "a"}
				if i%2 == 1 {
					key = tea.KeyPressMsg{Code: tea.KeyBackspace}
				}
				app.Update(key)
				if err := painter.Paint(app.View()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkNextField is a key that goes on to the next item, or back, and what has
// changed of the window painted.
func BenchmarkNextField(b *testing.B) {
	env := tuitest.NewEnv(b, tuitest.NewStore(), "vi")
	id := tuitest.Begin(b, env)
	app := tui.New(env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindFill, ID: id, Arg: form.Field{Item: "venue"}}}})
	tuitest.NewModel(b, app, 80, 24)
	painter := paint.NewPainter(io.Discard, colorprofile.TrueColor, []string{"TERM=xterm-256color"})
	painter.Resize(80, 24)
	for i := 0; b.Loop(); i++ {
		key := tea.KeyPressMsg{Code: tea.KeyTab}
		if i%6 > 2 {
			key.Mod = tea.ModShift
		}
		app.Update(key)
		if err := painter.Paint(app.View()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBurst is two thousand letters typed into a long text that are drawn
// together, when the last one is there.
func BenchmarkBurst(b *testing.B) {
	const text = "viec lam xong "
	env := tuitest.NewEnv(b, tuitest.NewStore(), "vi")
	id := tuitest.Begin(b, env)
	app := tui.New(env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindFill, ID: id, Arg: form.Field{Item: "documents_remarks"}}}})
	tuitest.NewModel(b, app, 80, 24)
	for b.Loop() {
		for i := range 2000 {
			letter := text[i%len(text)]
			app.Update(tea.KeyPressMsg{Code: rune(letter), Text: string(letter)})
		}
		app.View()
		app.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
	}
}
