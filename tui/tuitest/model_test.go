package tuitest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// notebook is a model that writes down every message it gets.
type notebook struct {
	seen []string
	on   map[string]tea.Cmd // what to ask for, by key or note
}

// note is what the notebook's commands return.
type note string

func say(s string) tea.Cmd { return func() tea.Msg { return note(s) } }

func (n *notebook) Init() tea.Cmd { return say("init") }

func (n *notebook) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	name := fmt.Sprintf("%T", msg)
	switch msg := msg.(type) {
	case note:
		name = string(msg)
	case tea.KeyPressMsg:
		name = msg.String()
	case tea.PasteMsg:
		name = "paste " + msg.Content
	case tea.WindowSizeMsg:
		name = fmt.Sprintf("%dx%d", msg.Width, msg.Height)
	}
	n.seen = append(n.seen, name)
	return n, n.on[name]
}

func (n *notebook) View() tea.View {
	view := tea.NewView("\x1b[1m" + strings.Join(n.seen, "\x1b[m,"))
	view.Cursor = tea.NewCursor(len(n.seen), 2)
	return view
}

func TestDriverSends(t *testing.T) {
	tick := tea.Tick(time.Hour, func(time.Time) tea.Msg { return note("tick") })
	every := tea.Every(time.Hour, func(time.Time) tea.Msg { return note("every") })
	cases := []struct {
		name string
		on   map[string]tea.Cmd
		do   func(*Driver)
		want string
	}{
		{"the size before what Init asked for", nil, func(*Driver) {}, ""},
		{
			"keys as Bubble Tea names them", nil,
			func(d *Driver) { d.Press("enter", "shift+tab", "ctrl+s", "f5", "pgdown", "A", "đ", "alt+up", "esc") },
			",enter,shift+tab,ctrl+s,f5,pgdown,A,đ,alt+up,esc",
		},
		{"a letter a message", nil, func(d *Driver) { d.Type("13 ếe\u0302") }, ",1,3,space,ế,e,\u0302"},
		{"pastes with their marks", nil, func(d *Driver) { d.Paste("hai") }, ",tea.PasteStartMsg,paste hai,tea.PasteEndMsg"},
		{"a new size", nil, func(d *Driver) { d.Resize(60, 20) }, ",60x20"},
		{"a batch in its order", map[string]tea.Cmd{"a": tea.Batch(say("x"), say("y"))}, func(d *Driver) { d.Type("ab") }, ",a,x,y,b"},
		{
			"a sequence before what its messages ask for",
			map[string]tea.Cmd{"a": tea.Sequence(say("x"), say("y")), "x": say("z")},
			func(d *Driver) { d.Type("a") }, ",a,x,y,z",
		},
		{"no timers", map[string]tea.Cmd{"a": tea.Batch(tick, every, say("x"))}, func(d *Driver) { d.Type("a") }, ",a,x"},
		{
			"what the filter lets through", map[string]tea.Cmd{"a": say("x")},
			func(d *Driver) {
				d.RunIf(func(name string) bool { return !strings.Contains(name, ".say.func") })
				d.Type("a")
			}, ",a",
		},
		{"nothing after the end", map[string]tea.Cmd{"q": tea.Quit}, func(d *Driver) { d.Type("qx") }, ",q"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := NewModel(t, &notebook{on: c.on}, 80, 24)
			c.do(d)
			if got, want := d.View(), "80x24,init"+c.want; got != want {
				t.Errorf("the model saw %s, want %s", got, want)
			}
		})
	}
}

func TestDriverTells(t *testing.T) {
	d := NewModel(t, &notebook{on: map[string]tea.Cmd{"q": tea.Quit}}, 80, 24)
	if x, y, visible := d.Cursor(); x != 2 || y != 2 || !visible {
		t.Errorf("cursor is %d,%d shown %v, want 2,2 shown", x, y, visible)
	}
	if d.Quit() {
		t.Error("the model has ended before it asked to")
	}
	d.Type("q")
	if !d.Quit() {
		t.Error("the model has not ended")
	}
	if got := d.Model().(*notebook).seen; len(got) != 3 {
		t.Errorf("the model saw %q, want three messages", got)
	}
}

func TestDriverFailsOn(t *testing.T) {
	for name, do := range map[string]func(*Driver){
		"a key that does not exist": func(d *Driver) { d.Press("f99") },
		"commands without end":      func(d *Driver) { d.Type("a") },
	} {
		t.Run(name, func(t *testing.T) {
			said := watch(t, func(tb testing.TB) {
				do(NewModel(tb, &notebook{on: map[string]tea.Cmd{"a": say("a")}}, 80, 24))
			})
			if said == "" {
				t.Error("the test passed")
			}
		})
	}
}
