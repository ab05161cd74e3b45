package ask_test

import (
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/ask"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func shown(t *testing.T, a *kit.Ask) (*tuitest.Driver, *tuitest.Alone) {
	t.Helper()
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	alone := tuitest.NewAlone(env, ask.New(env, "", a), 80, 1)
	return tuitest.NewModel(t, alone, 80, 1), alone
}

func TestEnterAnswersWithWhatWasTyped(t *testing.T) {
	d, alone := shown(t, &kit.Ask{Tag: 7, Initial: "vì "})
	d.Type("số liệu sai ")
	d.Press("enter")
	if got := alone.Last(); got != (kit.BackMsg{Result: kit.AnsweredMsg{Tag: 7, Text: "vì số liệu sai"}}) {
		t.Errorf("asked for %v", got)
	}
}

func TestAnEmptyAnswerIsRefusedWhereOneIsRequired(t *testing.T) {
	d, alone := shown(t, &kit.Ask{Required: true})
	d.Type("  ")
	d.Press("enter")
	if alone.Last() != nil || !strings.Contains(d.View(), "Cần nhập câu trả lời.") {
		t.Errorf("asked for %v:\n%s", alone.Last(), d.View())
	}
	d.Type("x")
	if strings.Contains(d.View(), "Cần nhập câu trả lời.") {
		t.Error("the complaint stands although something is typed")
	}
}

func TestAnEmptyAnswerIsAnAnswerElsewhere(t *testing.T) {
	d, alone := shown(t, &kit.Ask{Tag: 1})
	d.Press("enter")
	if got := alone.Last(); got != (kit.BackMsg{Result: kit.AnsweredMsg{Tag: 1}}) {
		t.Errorf("asked for %v", got)
	}
}

func TestEscAnswersNothing(t *testing.T) {
	d, alone := shown(t, &kit.Ask{Required: true})
	d.Type("x")
	d.Press("esc")
	if got := alone.Last(); got != (kit.BackMsg{}) {
		t.Errorf("asked for %v", got)
	}
}

func TestEscAndTabKeepATextThatIsToBeKept(t *testing.T) {
	for _, key := range []string{"esc", "tab", "enter"} {
		d, alone := shown(t, &kit.Ask{Tag: 2, Initial: "vốn", Keeps: true})
		d.Type(" giao muộn")
		d.Press(key)
		if got := alone.Last(); got != (kit.BackMsg{Result: kit.AnsweredMsg{Tag: 2, Text: "vốn giao muộn"}}) {
			t.Errorf("%s asked for %v", key, got)
		}
	}
	d, alone := shown(t, &kit.Ask{Tag: 2, Initial: "vốn", Keeps: true})
	d.Press("esc")
	if got := alone.Last(); got != (kit.BackMsg{}) {
		t.Errorf("with nothing typed, Esc asked for %v", got)
	}
}

// What was typed for a note of a row lay in the drawer alone until it was left.
func TestATextForAFieldIsKeptWhileItIsTyped(t *testing.T) {
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	id := tuitest.Begin(t, env)
	env.Desk.Load(id)()
	note := form.Field{Item: "representatives", Part: form.Note}
	alone := tuitest.NewAlone(env, ask.New(env, id, &kit.Ask{Keeps: true, Field: note}), 80, 1)
	d := tuitest.NewModel(t, alone, 80, 1)
	d.Type("họp xa")
	d.Send(kit.QuietMsg{ID: id})
	if got := store.Kept[id]; got.Field != note || got.Text != "họp xa" {
		t.Errorf("after a second %+v is kept", got)
	}
	if err := env.Desk.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := store.Answer(id, note).Raw; got != "họp xa" {
		t.Errorf("at the end of the program %q is stored", got)
	}
	for range "họp xa" {
		d.Press("backspace")
	}
	d.Press("esc")
	if got, kept := store.Kept[id]; kept {
		t.Errorf("taken back, %+v is kept", got)
	}
}

func TestALineThatIsNotTouchedKeepsItsBreaks(t *testing.T) {
	for key, want := range map[string]kit.BackMsg{"esc": {}, "enter": {Result: kit.AnsweredMsg{Text: "một\nhai"}}} {
		d, alone := shown(t, &kit.Ask{Initial: "một\nhai", Keeps: true})
		d.Press(key)
		if got := alone.Last(); got != want {
			t.Errorf("%s asked for %+v", key, got)
		}
	}
}

func TestEnterIsNamedForWhatItDoes(t *testing.T) {
	_, alone := shown(t, &kit.Ask{})
	if got := alone.Screen.Actions()[0].ID; got != keymap.Keep {
		t.Errorf("Enter is called %s", got)
	}
}
