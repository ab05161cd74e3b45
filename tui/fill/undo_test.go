package fill_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// The root asks for the refusal before it hands the key on.
func TestUndoIsNotRefusedWhileATextIsNotLeftYet(t *testing.T) {
	b := at(t, item("venue"), "vi")
	refused := func() string {
		for _, a := range b.alone.Screen.Actions() {
			if a.ID == keymap.Undo {
				return a.Refused
			}
		}
		t.Fatal("undo is not among the actions")
		return ""
	}
	for refused() == "" { // what making the inspection left to take back
		b.Press("ctrl+z")
	}
	b.Type("Hội trường")
	if why := refused(); why != "" {
		t.Fatalf("undo is refused: %s", why)
	}
	b.Press("ctrl+z", "ctrl+z") // a word at a time
	if why := refused(); why == "" {
		t.Error("undo is offered although nothing is left")
	}
}

// restart opens the same inspection as a newly started program does.
func (b *bench) restart(f form.Field) {
	b.t.Helper()
	lang := b.env.Words.Lang
	b.env = tuitest.NewEnv(b.t, b.store, lang)
	b.show(f, 80, 19)
}

// shows fails unless the screen says a sentence.
func (b *bench) shows(sentence string) {
	b.t.Helper()
	if !strings.Contains(b.View(), sentence) {
		b.t.Fatalf("the screen does not say %q:\n%s", sentence, b.View())
	}
}

func TestUndoGoesOnAfterARestart(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Trụ sở")
	b.Press("enter")
	b.restart(item("officers"))
	b.Press("ctrl+z")
	b.shows("Đã hoàn tác, nay là: V.05 Địa điểm làm việc: trống")
	if got := b.stored(item("venue")); got != "" || !strings.Contains(b.open(), "V.05") {
		t.Errorf("undone, the store has %q:\n%s", got, b.View())
	}
	b.restart(item("officers"))
	b.Press("ctrl+y")
	b.shows("Đã làm lại, nay là: V.05 Địa điểm làm việc: Trụ sở")
	if got := b.stored(item("venue")); got != "Trụ sở" {
		t.Errorf("done again, the store has %q", got)
	}
}

func TestUndoSaysWhoseAnswerStandsInsteadOfOverwritingIt(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Trụ sở")
	b.Press("enter")
	b.store.Edit(b.id, func(r *model.Record) { r.ChangedBy = "binh" })
	b.somebodyElse("venue", "Nhà văn hóa")
	b.Send(kit.WatchMsg{ID: b.id})
	b.Press("ctrl+z")
	b.shows("Không hoàn tác đè lên: V.05 Địa điểm làm việc, binh đã ghi “Nhà văn hóa”.")
	if got := b.stored(item("venue")); got != "Nhà văn hóa" {
		t.Errorf("the store has %q", got)
	}
}

func TestUndoTakesTypingBackAWordAtATimeAndThenTheStep(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Trụ sở")
	b.Press("enter", "up")
	b.Type(" xã Kỳ Hoa")
	for _, want := range []string{"Trụ sở xã Kỳ", "Trụ sở xã", "Trụ sở"} {
		b.Press("ctrl+z")
		if line := strings.TrimSpace(b.open()); !strings.HasSuffix(line, want) {
			t.Fatalf("%q is open, want …%q", line, want)
		}
	}
	b.Press("ctrl+y")
	if line := strings.TrimSpace(b.open()); !strings.HasSuffix(line, "Trụ sở xã") {
		t.Fatalf("forward gives %q", line)
	}
	for range 3 { // the rest, the blank before it, and what was left
		b.Press("ctrl+z")
	}
	if got := b.stored(item("venue")); got != "" {
		t.Errorf("the store has %q:\n%s", got, b.View())
	}
}

func TestUndoGivesTheFigureBackThatWasTypedOver(t *testing.T) {
	b := at(t, item("officers"), "vi")
	b.Type("18")
	b.Press("enter", "up")
	b.Type("21")
	b.Press("ctrl+z")
	if line := b.open(); !strings.Contains(line, "18") || strings.Contains(line, "21") {
		t.Errorf("%q is open", line)
	}
	b.Press("enter")
	if got := b.stored(item("officers")); got != "18" {
		t.Errorf("the store has %q", got)
	}
}

func TestUndoOfABulkActSaysHowManyItemsItWas(t *testing.T) {
	for lang, want := range map[string]string{"vi": "Đã hoàn tác việc “ghi một lượt %d mục”.", "en": "Undone: the act “answer %d items at once”."} {
		b := at(t, item("committee"), lang)
		b.Press("2", "=")
		pick := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Pick)
		b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
		b.restart(item("committee"))
		b.Press("ctrl+z")
		b.shows(fmt.Sprintf(want, len(pick.Chosen)))
		if got := b.stored(item(pick.Chosen[1])); got != "" {
			t.Errorf("%s is %q", pick.Chosen[1], got)
		}
	}
}

func TestTheListOfSeveralChoicesBeginsWithTheTicksThatWereNotLeftYet(t *testing.T) {
	b := at(t, item("projects"), "vi")
	s := b.env.Desk.Draft(b.id).Session
	var many form.Field
	for _, it := range s.Definition().Items() {
		if f := item(it.Name); it.Kind == form.KindMany && s.Editable(f) && s.Visible(it.Name) && len(s.Choices(f)) > 2 {
			many = f
		}
	}
	b.show(many, 80, 19)
	was := s.Get(many).Value.Has(s.Choices(many)[0].Code)
	b.Press("1", "f9")
	pick, ok := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Pick)
	if !ok || slices.Contains(pick.Chosen, s.Choices(many)[0].Code) == was {
		t.Errorf("%s: the list begins with %+v", many, pick)
	}
}

func TestUndoOfAGroupGoesToItsFirstItem(t *testing.T) {
	b := at(t, item("committee"), "vi")
	b.Press("=")
	pick := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Pick)
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
	b.Press("down", "down", "down", "ctrl+z")
	first := kit.ShortCode(b.session().Definition().Item(pick.Chosen[0]).Code)
	if !strings.Contains(b.open(), first+" ") {
		t.Errorf("undo leads to %q, not to %s", b.open(), first)
	}
}
