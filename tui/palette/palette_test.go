package palette_test

import (
	"strings"
	"testing"

	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/palette"
	"giamsat/tui/tuitest"
)

func shown(t *testing.T, lang string) (*tuitest.Driver, *tuitest.Alone) {
	t.Helper()
	env := tuitest.NewEnv(t, tuitest.NewStore(), lang)
	menu := kit.Menu{Scope: keymap.InFill, Actions: []kit.Action{{ID: keymap.NextProblem}, {ID: keymap.Undo, Refused: "nothing to undo"},
		{ID: keymap.Review}, {ID: keymap.Language, Quiet: true}}}
	alone := tuitest.NewAlone(env, palette.New(env, "", menu), 80, 13)
	return tuitest.NewModel(t, alone, 80, 13), alone
}

func TestAnActionIsFoundByNameWithoutAccentsAndDone(t *testing.T) {
	for typed, want := range map[string]keymap.Action{
		"loi ke": keymap.NextProblem, "hoan tac": keymap.Undo, "ra soat": keymap.Review, "f2": keymap.Review, "tieng anh": keymap.Language,
	} {
		t.Run(typed, func(t *testing.T) {
			d, alone := shown(t, "vi")
			d.Type(typed)
			d.Press("enter")
			if got := alone.Last(); got != (kit.BackMsg{Result: kit.RunMsg{Action: want}}) {
				t.Errorf("asked for %v, want %s\n%s", got, want, d.View())
			}
		})
	}
}

func TestARefusedActionSaysWhyUnderTheMarker(t *testing.T) {
	d, _ := shown(t, "en")
	if strings.Contains(d.View(), "nothing to undo") {
		t.Error("the reason is shown before the marker is there")
	}
	d.Press("down")
	if !strings.Contains(d.View(), "nothing to undo") {
		t.Errorf("the reason is not shown:\n%s", d.View())
	}
}

func TestKeysStandBesideTheNames(t *testing.T) {
	d, _ := shown(t, "en")
	for _, key := range []string{"F8", "Ctrl+Z", "F2", "F3"} {
		if !strings.Contains(d.View(), key+"\n") {
			t.Errorf("%s is not shown at the end of a row:\n%s", key, d.View())
		}
	}
}

func TestNothingFitsDoesNothing(t *testing.T) {
	d, alone := shown(t, "vi")
	d.Type("zzz")
	d.Press("enter")
	if alone.Last() != nil || !strings.Contains(d.View(), "Không có mục nào khớp.") {
		t.Errorf("asked for %v:\n%s", alone.Last(), d.View())
	}
}
