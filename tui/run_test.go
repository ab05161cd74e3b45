package tui_test

import (
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// typist is a screen that has an open text as soon as it is shown, and then
// does something: it panics, or says that it is there.
type typist struct {
	*probe
	env   *kit.Env
	id    model.RecordID
	ready chan<- struct{}
	fails string // "update", "command": where it panics
}

func (s *typist) Init() tea.Cmd { return s.env.Desk.Load(s.id) }

func (s *typist) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(kit.OpenedMsg); !ok {
		return nil
	}
	d := s.env.Desk.Draft(s.id)
	d.SetOpen(form.Field{Item: "venue"}, "Hội trường UBND", -1)
	switch s.fails {
	case "update":
		panic("the screen fails")
	case "command":
		return func() tea.Msg { panic("the command fails") }
	case "":
		close(s.ready)
	}
	return nil
}

// Whatever ends the interface, the text that was still open is in the store.
func TestWhateverEndsTheInterfaceTheOpenTextIsSaved(t *testing.T) {
	for _, c := range []struct {
		name  string
		fails string
		end   func(ends chan<- os.Signal, keys *io.PipeWriter) error
		want  tui.Outcome
	}{
		{name: "a signal", want: tui.Outcome{Ended: true},
			end: func(ends chan<- os.Signal, _ *io.PipeWriter) error { ends <- syscall.SIGTERM; return nil }},
		{name: "the end of the input", want: tui.Outcome{Ended: true},
			end: func(_ chan<- os.Signal, keys *io.PipeWriter) error { return keys.Close() }},
		{name: "leaving",
			end: func(_ chan<- os.Signal, keys *io.PipeWriter) error { _, err := keys.Write([]byte{3}); return err }},
		{name: "a panic in Update", fails: "update", want: tui.Outcome{Panicked: true}},
		{name: "a panic in a command", fails: "command", want: tui.Outcome{Panicked: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := tuitest.NewStore()
			env := tuitest.NewEnv(t, store, "vi")
			id := tuitest.Begin(t, env)
			ready := make(chan struct{})
			screen := &typist{probe: &probe{name: "typist"}, env: env, id: id, ready: ready, fails: c.fails}
			maker := func(*kit.Env, model.RecordID, any) kit.Screen { return screen }
			keys, write := io.Pipe()
			ends := make(chan os.Signal, 1)
			if c.end != nil {
				go func() {
					<-ready
					if err := c.end(ends, write); err != nil {
						t.Error(err)
					}
				}()
			}
			options := tui.Options{First: []kit.OpenMsg{{Kind: kit.KindFill, ID: id}}, Makers: map[kit.Kind]tui.Maker{kit.KindFill: maker}}
			got := tui.Run(env, options, keys, &strings.Builder{}, ends)
			if got != c.want {
				t.Errorf("it ended with %+v, want %+v", got, c.want)
			}
			if text := store.Answer(id, form.Field{Item: "venue"}).Raw; text != "Hội trường UBND" {
				t.Errorf("the store has %q", text)
			}
		})
	}
}
