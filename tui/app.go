package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/kit"
)

// Maker makes a screen. id and arg are those of the kit.OpenMsg that asked.
type Maker func(env *kit.Env, id model.RecordID, arg any) kit.Screen

// Options say what the App cannot know by itself.
type Options struct {
	// First is opened at the start, the lowest screen first. Empty: what needs the person.
	First []kit.OpenMsg
	// Clock tells when a save ended, in the person's time zone; nil: the
	// system's. It is asked in commands only.
	Clock func() time.Time
	// Notice is bad news of the start that stands on the note line until the
	// first key; "" for none.
	Notice string
	// Linear says in lines what is new instead of drawing screens.
	Linear bool
	// Stock has Bubble Tea's own renderer draw, not the painter.
	Stock bool
	// Makers replaces the makers of the product's own screens, in tests.
	Makers map[kit.Kind]Maker
}

// App is the root of the interface and its only tea.Model.
type App struct {
	env    *kit.Env
	makers map[kit.Kind]Maker
	clock  func() time.Time
	first  []kit.OpenMsg

	stack         []entry // the lowest first; never empty after Init
	width, height int     // of the window; zero until it is told
	drawn         drawn
	notice        kit.NoticeMsg
	held          []tea.Msg // keys and pastes that wait for the top screen
	account       account
	leaving       leaving
	between       func() // called between two messages of one Update; nil: nobody listens
}

// entry is a screen on the stack and what it was opened for.
type entry struct {
	screen kit.Screen
	kind   kit.Kind
	id     model.RecordID
}

var _ tea.Model = (*App)(nil)

// New makes the interface. env is kept and shared by all screens.
func New(env *kit.Env, o Options) *App {
	a := &App{env: env, makers: o.Makers, clock: o.Clock, first: o.First, account: newAccount(), drawn: newDrawn()}
	if o.Notice != "" {
		a.notice = kit.NoticeMsg{Text: o.Notice, Bad: true}
	}
	if a.makers == nil {
		a.makers = makers()
	}
	if a.clock == nil {
		a.clock = time.Now
	}
	if len(a.first) == 0 {
		a.first = []kit.OpenMsg{{Kind: kit.KindHome}}
	}
	return a
}

// Init opens the first screens.
func (a *App) Init() tea.Cmd {
	cmds := make([]tea.Cmd, len(a.first))
	for i, msg := range a.first {
		cmds[i] = a.open(msg)
	}
	return tea.Batch(cmds...)
}

// Update does one message, then what the screens wished for, then the keys that
// waited, so that a person may type ahead of the program.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmds := append([]tea.Cmd{a.dispatch(msg)}, a.grant()...)
	for len(a.held) > 0 && !a.holds(a.held[0]) {
		if a.between != nil {
			a.between()
		}
		next := a.held[0]
		a.held = a.held[1:]
		cmds = append(append(cmds, a.dispatch(next)), a.grant()...)
	}
	return a, tea.Batch(cmds...)
}

// grant does what the screens wished for, and what these wished for in turn.
func (a *App) grant() (cmds []tea.Cmd) {
	for list := a.env.Wishes(); len(list) > 0; list = a.env.Wishes() {
		for _, wish := range list {
			cmds = append(cmds, a.dispatch(wish))
		}
	}
	return cmds
}

// dispatch takes one message. What is not for the root goes to every screen on
// the stack, since a covered one may be waiting for what it asked for.
func (a *App) dispatch(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return a.resized(msg)
	case tea.KeyPressMsg:
		if first, second, two := apart(msg); two {
			return tea.Batch(a.dispatch(first), tea.Batch(a.grant()...), a.dispatch(second))
		}
		if a.hold(msg) {
			return nil
		}
		return a.pressed(msg)
	case tea.PasteMsg:
		if a.hold(msg) {
			return nil
		}
		return a.pasted(msg)
	case tea.PasteStartMsg, tea.PasteEndMsg, tea.KeyReleaseMsg:
		return nil
	case kit.OpenMsg:
		return a.open(msg)
	case kit.BackMsg:
		return a.back(msg)
	case kit.RunMsg:
		return a.run(msg)
	case kit.NoticeMsg:
		a.notice = msg
		return nil
	case kit.QuitMsg:
		return a.quit()
	case kit.SavedMsg:
		return tea.Batch(a.toAll(msg), a.saved(msg))
	case kit.QuietMsg:
		return a.env.Desk.Quiet(msg)
	case kit.WatchMsg:
		return a.env.Desk.Watched(msg)
	case kit.TheirsMsg:
		return a.theirs(msg)
	case kit.ShutMsg:
		if !a.env.Desk.Shut(msg) {
			return nil
		}
		return a.toAll(msg)
	case kit.KeptMsg:
		return a.kept(msg)
	case kit.RetryMsg, againMsg:
		return a.again(msg)
	case savedAtMsg:
		a.account.at = msg.at
		return nil
	case slowMsg:
		a.account.watch, a.account.slow = false, a.env.Desk.Owed() > 0
		return nil
	case flushedMsg:
		return a.flushed(msg)
	case securedMsg:
		a.secured(msg)
		return nil
	}
	return a.toAll(msg)
}

// theirs takes over what somebody else has saved, and tells every screen.
func (a *App) theirs(msg kit.TheirsMsg) tea.Cmd {
	if a.env.Desk.Moved(msg) {
		return a.toAll(kit.MovedMsg{ID: msg.ID})
	}
	adopted, changed := a.env.Desk.Adopt(msg)
	if !changed {
		return nil
	}
	return a.toAll(adopted)
}

// resized takes the size of the window. A window that is too small changes
// nothing else, so that every screen is as it was when there is room again.
func (a *App) resized(msg tea.WindowSizeMsg) tea.Cmd {
	a.width, a.height = msg.Width, msg.Height
	a.layout()
	return nil
}

// pasted hands a paste to the top screen.
func (a *App) pasted(msg tea.PasteMsg) tea.Cmd {
	a.notice = kit.NoticeMsg{}
	if a.leaving == securing || a.leaving == asking || a.leaving == flushing || len(a.stack) == 0 || a.blind() {
		return nil
	}
	a.count(kit.Pressed)
	return a.watch(a.top().screen.Update(msg))
}

// toAll hands a message to every screen, the lowest first.
func (a *App) toAll(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(a.stack))
	for _, e := range a.stack {
		cmds = append(cmds, e.screen.Update(msg))
	}
	return tea.Batch(cmds...)
}

// Top names the screen that has the keys; "" before the first is open.
func (a *App) Top() kit.Kind {
	if len(a.stack) == 0 {
		return ""
	}
	return a.top().kind
}

// top is the screen that has the keys.
func (a *App) top() entry { return a.stack[len(a.stack)-1] }
