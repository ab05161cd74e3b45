package whole

import (
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui"
	"giamsat/tui/fill"
	"giamsat/tui/kit"
	"giamsat/tui/list"
	"giamsat/tui/tuitest"
)

// failing is the form with a fault that F11 brings about, a key that no screen
// has. The product has no such key, so that the interface runs here in a
// program of the test's own: this test, started again on a terminal.
type failing struct {
	kit.Screen
	where string // update, view or command
	drawn bool   // the fault in View is due
}

func (f *failing) Update(msg tea.Msg) tea.Cmd {
	if key, pressed := msg.(tea.KeyPressMsg); !pressed || key.Code != tea.KeyF11 {
		return f.Screen.Update(msg)
	}
	switch f.where {
	case "update":
		panic("a fault in Update")
	case "command":
		return func() tea.Msg { panic("a fault in a command") }
	}
	f.drawn = true
	return nil
}

func (f *failing) View() kit.Frame {
	if f.drawn {
		panic("a fault in View")
	}
	return f.Screen.View()
}

func (f *failing) Spoken() kit.Spoken { return f.Screen.(kit.Speaker).Spoken() }

// The variables that turn this test into the program that fails.
const (
	failWhere = "GIAMSAT_TEST_FAILS_IN"
	failDesk  = "GIAMSAT_TEST_DATA"
	failID    = "GIAMSAT_TEST_INSPECTION"
	failMode  = "GIAMSAT_TEST_LINEAR" // set: in the linear mode
)

func TestAFaultInsideKeepsWhatWasTypedAndTheTerminal(t *testing.T) {
	if where := os.Getenv(failWhere); where != "" {
		fail(t, where)
		return
	}
	t.Parallel()
	for _, where := range []string{"update", "view", "command"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			term := tuitest.Start(t, tuitest.Options{Path: os.Args[0], Args: []string{"-test.run=^" + strings.Split(t.Name(), "/")[0] + "$"},
				Env: append(d.env(), failWhere+"="+where, failDesk+"="+d.db, failID+"="+string(d.id))})
			term.WaitFor("Địa điểm", tuitest.Patience)
			term.Type("Nhà văn hóa")
			term.WaitFor("Nhà văn hóa", tuitest.Patience)
			term.Press("tab")
			term.WaitUntil("the next item", tuitest.Patience, not(opened("V.05")))
			term.Type("1506")
			term.WaitFor("1506", tuitest.Patience)
			term.Press("f11")
			if code, err := term.Wait(); code != 2 {
				t.Errorf("ended with %d, %v, want 2\n%s", code, err, strings.Join(term.Screen(), "\n"))
			}
			restored(t, term)
			if screen := strings.Join(term.Screen(), "\n"); strings.Contains(screen, "goroutine") {
				t.Errorf("the stack stands on the screen:\n%s", screen)
			}
			for item, want := range map[string]string{"venue": "Nhà văn hóa", "period_from": "1506"} {
				if got := d.raw(t, item); got != want {
					t.Errorf("%s holds %q, want %q", item, got, want)
				}
			}
			check(t, d, stringer(where))
		})
	}
}

func TestAFaultInTheLinearModeKeepsWhatWasTypedAndTheTerminal(t *testing.T) {
	t.Parallel()
	for _, where := range []string{"update", "view", "command"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			term := tuitest.Start(t, tuitest.Options{Path: os.Args[0], Args: []string{"-test.run=^TestAFaultInsideKeepsWhatWasTypedAndTheTerminal$"},
				Env: append(d.env(), failMode+"=1", failWhere+"="+where, failDesk+"="+d.db, failID+"="+string(d.id))})
			term.WaitFor("Địa điểm", tuitest.Patience)
			term.Type("Nhà văn hóa")
			term.WaitFor("Nhà văn hóa", tuitest.Patience)
			term.Press("f11")
			if code, err := term.Wait(); code != 2 {
				t.Errorf("ended with %d, %v, want 2\n%s", code, err, strings.Join(term.Screen(), "\n"))
			}
			restored(t, term)
			if screen := strings.Join(term.Screen(), "\n"); strings.Contains(screen, "goroutine") {
				t.Errorf("the stack stands on the screen:\n%s", screen)
			}
			if got := d.raw(t, "venue"); got != "Nhà văn hóa" {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

// fail runs the interface as main does, with a screen that fails, and ends the
// process with main's code.
func fail(t *testing.T, where string) {
	d := desk{db: os.Getenv(failDesk), state: os.Getenv("XDG_STATE_HOME"), id: model.RecordID(os.Getenv(failID))}
	s := d.open(t)
	env := tuitest.NewEnv(t, s, "vi")
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, syscall.SIGTERM)
	outcome := tui.Run(env, tui.Options{
		Linear: os.Getenv(failMode) != "",
		First:  []kit.OpenMsg{{Kind: kit.KindList}, {Kind: kit.KindFill, ID: d.id}},
		Makers: map[kit.Kind]tui.Maker{
			kit.KindList: list.New,
			kit.KindFill: func(env *kit.Env, id model.RecordID, arg any) kit.Screen {
				return &failing{Screen: fill.New(env, id, arg), where: where}
			},
		},
	}, os.Stdin, os.Stdout, ends)
	shut(t, s)
	if outcome.Panicked && outcome.Lost == 0 && outcome.Err == nil {
		os.Exit(2)
	}
	t.Fatalf("the outcome is %+v", outcome)
}
