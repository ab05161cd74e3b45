package tui_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// opener opens the form with Enter, as the list does.
type opener struct {
	probe
	env *kit.Env
}

func (o *opener) Update(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok && key.Code == tea.KeyEnter {
		return o.env.Open(kit.KindFill, "x", nil)
	}
	return o.probe.Update(msg)
}

// reader is a form that waits for the disk until it is told.
type reader struct {
	probe
	waits bool
}

func (r *reader) Waiting() bool { return r.waits }

func (r *reader) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(kit.OpenedMsg); ok {
		r.waits = false
	}
	return r.probe.Update(msg)
}

func typeAhead(t *testing.T) (*tuitest.Driver, *opener, *reader) {
	t.Helper()
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	below, above := &opener{probe: probe{name: "list"}, env: env}, &reader{probe: probe{name: "form"}, waits: true}
	makers := map[kit.Kind]tui.Maker{
		kit.KindHome: func(*kit.Env, model.RecordID, any) kit.Screen { return below },
		kit.KindFill: func(*kit.Env, model.RecordID, any) kit.Screen { return above },
	}
	return tuitest.NewModel(t, tui.New(env, tui.Options{Makers: makers}), 80, 24), below, above
}

func TestWhatIsTypedWhileAFormIsReadReachesIt(t *testing.T) {
	d, below, above := typeAhead(t)
	d.Press("enter", "a", "b")
	d.Paste("c")
	if below.keys() != 0 || above.keys() != 0 {
		t.Fatalf("%d keys reached the list, %d the form that is not there yet", below.keys(), above.keys())
	}
	d.Send(kit.OpenedMsg{ID: "x"})
	d.Press("d")
	var got string
	for _, m := range above.got {
		switch m := m.(type) {
		case tea.KeyPressMsg:
			got += m.Text
		case tea.PasteMsg:
			got += m.Content
		}
	}
	if got != "abcd" {
		t.Fatalf("the form got %q, want everything in its order", got)
	}
}

func TestNobodyWaitsToGoBackOrToLeave(t *testing.T) {
	d, _, above := typeAhead(t)
	d.Press("enter", "a", "ctrl+c")
	if !d.Quit() {
		t.Fatal("leaving waited for the disk")
	}
	if above.keys() != 0 {
		t.Fatal("what was typed before was done after all")
	}
}

// Esc and the next key in one read are decoded as Alt and the key.
func TestEscAndAKeyInOnePieceAreTwoKeysButAStraySequenceIsNone(t *testing.T) {
	d, below, above := typeAhead(t)
	d.Press("enter")
	d.Send(kit.OpenedMsg{ID: "x"})
	d.Send(tea.KeyPressMsg{Code: ']', Mod: tea.ModAlt}, tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModAlt})
	var got []tea.Key
	for _, m := range above.got {
		if key, ok := m.(tea.KeyPressMsg); ok {
			got = append(got, key.Key())
		}
	}
	if len(got) != 3 || got[0].Code != ']' || got[1].Code != tea.KeyEscape || got[2].Code != tea.KeyTab || got[2].Mod != 0 {
		t.Fatalf("the form got %+v, the list %d keys", got, below.keys())
	}
}
