package help_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/tui/help"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func shown(t *testing.T, scope keymap.Scope, w, h int) (*tuitest.Driver, *tuitest.Alone) {
	t.Helper()
	env := tuitest.NewEnv(t, tuitest.NewStore(), "en")
	menu := kit.Menu{Scope: scope, Actions: []kit.Action{{ID: keymap.NewRecord}, {ID: keymap.Undo}, {ID: keymap.Goto}, {ID: keymap.Quit}}}
	alone := tuitest.NewAlone(env, help.New(env, "", menu), w, h)
	return tuitest.NewModel(t, alone, w, h), alone
}

func TestOnlyKeysThatAreValidHereAreShown(t *testing.T) {
	d, _ := shown(t, keymap.InFill, 80, 60)
	for _, want := range []string{"Ctrl+Z", "Ctrl+G F6", "Shift+Tab ↑", "Ctrl+C"} {
		if !strings.Contains(d.View(), want) {
			t.Errorf("%s is not shown:\n%s", want, d.View())
		}
	}
	// n begins an inspection in the list alone, and d is offered nowhere yet.
	for _, not := range []string{"Begin a new inspection", "Begin a new inspection like this one"} {
		if strings.Contains(d.View(), not) {
			t.Errorf("%q is shown:\n%s", not, d.View())
		}
	}
	if !strings.Contains(d.View(), "Money is in million") {
		t.Errorf("the rules of entry are not shown:\n%s", d.View())
	}
}

// What is followed up counts its short dates from today, not from the visit.
func TestWhatADateTypedShortCountsFromIsSaidOfTheRecord(t *testing.T) {
	for kind, want := range map[model.Kind]string{model.Finding: "t is today", model.Inspection: "t is the day of the visit"} {
		env := tuitest.NewEnv(t, tuitest.NewStore(), "en")
		menu := kit.Menu{Scope: keymap.InFill, Kind: kind}
		d := tuitest.NewModel(t, tuitest.NewAlone(env, help.New(env, "", menu), 80, 60), 80, 60)
		if !strings.Contains(d.View(), want) {
			t.Errorf("%s: %q is not said:\n%s", kind, want, d.View())
		}
	}
}

// Where nothing is begun nothing is saved either.
func TestGoingBackIsSaidToSaveOnlyWhereAnswersAreEntered(t *testing.T) {
	for scope, want := range map[keymap.Scope]bool{keymap.InFill: true, keymap.InGrid: true, keymap.InNew: false, keymap.InList: false} {
		env := tuitest.NewEnv(t, tuitest.NewStore(), "en")
		menu := kit.Menu{Scope: scope, Actions: []kit.Action{{ID: keymap.Back}}}
		d := tuitest.NewModel(t, tuitest.NewAlone(env, help.New(env, "", menu), 80, 60), 80, 60)
		if got := strings.Contains(d.View(), "everything is saved already"); got != want || !strings.Contains(d.View(), "Back") {
			t.Errorf("%s: that everything is saved is said: %t\n%s", scope, got, d.View())
		}
	}
}

// The keys of going back on an item that is chosen by a digit were longer than their
// column, and what they do stood out of line.
func TestWhatTheKeysDoStandsInOneColumn(t *testing.T) {
	for _, scope := range keymap.Scopes() {
		env := tuitest.NewEnv(t, tuitest.NewStore(), "en")
		menu := kit.Menu{Scope: scope}
		for _, id := range env.Keys.Actions(scope) {
			menu.Actions = append(menu.Actions, kit.Action{ID: id})
		}
		d := tuitest.NewModel(t, tuitest.NewAlone(env, help.New(env, "", menu), 80, 80), 80, 80)
		for _, part := range strings.Split(d.View(), "\n\n") { // what can be done here, and anywhere
			columns := map[int]string{}
			for _, line := range strings.Split(part, "\n") {
				keys, name, entry := strings.Cut(strings.TrimPrefix(line, "   "), "  ")
				if !entry || !strings.HasPrefix(line, "   ") {
					continue
				}
				columns[ansi.StringWidth(line)-ansi.StringWidth(strings.TrimLeft(name, " "))] = keys
			}
			if len(columns) > 1 {
				t.Errorf("%s: what keys do stands in the columns %v", scope, columns)
			}
		}
	}
}

func TestAWideWindowHasTwoColumns(t *testing.T) {
	narrow, _ := shown(t, keymap.InFill, 80, 60)
	wide, _ := shown(t, keymap.InFill, 132, 60)
	n, w := len(strings.TrimSpace(narrow.View())), strings.Count(strings.TrimSpace(wide.View()), "\n")
	if lines := strings.Count(strings.TrimSpace(narrow.View()), "\n"); w >= lines || n == 0 {
		t.Errorf("%d lines in a wide window, %d in a narrow one", w, lines)
	}
}

func TestItScrollsToItsEndAndNoFurther(t *testing.T) {
	d, _ := shown(t, keymap.InFill, 80, 6)
	if !strings.Contains(d.View(), "On this screen") {
		t.Errorf("it does not begin at its beginning:\n%s", d.View())
	}
	d.Press("end", "down", "pgdown")
	if !strings.Contains(d.View(), "Dates: 15") {
		t.Errorf("the end is not shown:\n%s", d.View())
	}
	d.Press("home")
	if !strings.Contains(d.View(), "On this screen") {
		t.Errorf("the beginning is not shown again:\n%s", d.View())
	}
}

func TestEscLeaves(t *testing.T) {
	d, alone := shown(t, keymap.InList, 80, 20)
	d.Press("esc")
	if alone.Last() != (kit.BackMsg{}) {
		t.Errorf("asked for %v", alone.Last())
	}
}

func TestPageDownGoesAPageDown(t *testing.T) {
	d, _ := shown(t, keymap.InFill, 60, 10)
	rows := func() []string { return strings.Split(d.View(), "\n")[1:11] } // below the title
	before := rows()
	d.Press("pgdown")
	if after := rows(); after[0] != before[9] {
		t.Errorf("after the page that ends with %q comes one that begins with %q", before[9], after[0])
	}
}
