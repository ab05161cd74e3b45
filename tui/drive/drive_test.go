package drive_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/tui/drive"
)

// echo writes down the keys it gets, and answers "t" with timers.
type echo struct{ seen []string }

func (e *echo) Init() tea.Cmd { return nil }

func (e *echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		e.seen = append(e.seen, msg.String())
		if msg.String() == "t" {
			ring := func(time.Time) tea.Msg { return tea.PasteMsg{Content: "rang"} }
			return e, tea.Batch(tea.Tick(time.Hour, ring), tea.Every(time.Hour, ring), func() tea.Msg { return tea.PasteMsg{Content: "asked"} })
		}
	case tea.PasteMsg:
		e.seen = append(e.seen, "<"+msg.Content+">")
	}
	return e, nil
}

func (e *echo) View() tea.View { return tea.NewView("\x1b[1m" + strings.Join(e.seen, " ")) }

func TestKeysReachTheModelAsBubbleTeaNamesThem(t *testing.T) {
	p, err := drive.Start(&echo{}, 80, 24, drive.NotTimers)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Press("enter", "shift+tab", "f10", "pgdown", "ctrl+g", "alt+up", "đ", "esc"); err != nil {
		t.Fatal(err)
	}
	if got, want := p.View(), "enter shift+tab f10 pgdown ctrl+g alt+up đ esc"; got != want {
		t.Errorf("the model saw %q, want %q", got, want)
	}
	for _, key := range []string{"f99", "ctrl+đ", "entr"} {
		if p.Press(key) == nil {
			t.Errorf("the key %q was pressed, and there is none", key)
		}
	}
}

func TestNobodyWaitsForAClock(t *testing.T) {
	p, err := drive.Start(&echo{}, 80, 24, drive.NotTimers)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Type("t"); err != nil {
		t.Fatal(err)
	}
	if got, want := p.View(), "t <asked>"; got != want {
		t.Errorf("the model saw %q, want %q", got, want)
	}
}

// nested answers "n" with a batch that holds another, and a command after it.
type nested struct{ echo }

func (n *nested) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, _ = n.echo.Update(msg)
	say := func(text string) tea.Cmd { return func() tea.Msg { return tea.PasteMsg{Content: text} } }
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "n" {
		return n, tea.Batch(tea.Batch(say("1"), say("2")), say("3"))
	}
	return n, nil
}

func TestWhatWasAskedForFirstIsDoneFirst(t *testing.T) {
	p, err := drive.Start(&nested{}, 80, 24, drive.NotTimers)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Type("n"); err != nil {
		t.Fatal(err)
	}
	if got, want := p.View(), "n <1> <2> <3>"; got != want {
		t.Errorf("the model saw %q, want %q", got, want)
	}
}
