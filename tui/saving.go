package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/kit"
)

const (
	// pause is how long after a failed save the next one is tried.
	pause = 5 * time.Second
	// slow is how long a save may take before the title line says that it is
	// under way: a word that flashes at every field would be bytes on the line
	// and unrest to the eye.
	slow = 500 * time.Millisecond
	// patience is how long leaving waits for the disk in one go.
	patience = 10 * time.Second
)

// account is what the frame knows of saving.
type account struct {
	at     time.Time                // when the last save ended well; zero: none yet
	failed map[model.RecordID]error // of the last save, where it failed
	again  bool                     // a tick for the next try is under way
	watch  bool                     // a tick that looks for a slow save is under way
	slow   bool                     // a save takes long
}

func newAccount() account { return account{failed: map[model.RecordID]error{}} }

// leaving says how far the wish to leave the program has come.
type leaving uint8

const (
	staying  leaving = iota
	waiting          // for saves under way; going on takes the wish back
	flushing         // the open text and the place are being written
	asking           // whether what cannot be saved may be lost
)

type (
	// savedAtMsg says when a save ended: the clock is not read in Update.
	savedAtMsg struct{ at time.Time }
	// againMsg says that it is time to try once more.
	againMsg struct{}
	// slowMsg says that a save may have been under way for long.
	slowMsg struct{}
	// flushedMsg says that everything is written, the open text and the place
	// included, or why not.
	flushedMsg struct{ err error }
)

// saved settles a save that ended, goes on with what was changed meanwhile, and
// leaves when that was wished and nothing is owed any more.
func (a *App) saved(msg kit.SavedMsg) tea.Cmd {
	if msg.Err != nil {
		return a.unsaved(msg)
	}
	delete(a.account.failed, msg.ID)
	clock := a.clock
	now := func() tea.Msg { return savedAtMsg{at: clock()} }
	if a.env.Desk.Owed() > 0 {
		return tea.Batch(now, a.env.Desk.SaveAll())
	}
	a.account.slow = false
	a.release(msg.ID)
	if a.leaving == waiting {
		return tea.Batch(now, a.flush())
	}
	return now
}

// unsaved keeps a failure in view and tries again after a pause. What the person
// typed stays where it is.
func (a *App) unsaved(msg kit.SavedMsg) tea.Cmd {
	a.env.Log.Error("cannot save", "inspection", msg.ID, "cause", msg.Err)
	a.account.failed[msg.ID] = msg.Err
	if a.leaving == waiting {
		a.leaving = asking
	}
	if a.notice.Text == "" {
		a.notice = kit.NoticeMsg{Text: a.env.Words.Err(msg.Err), Bad: true}
		if msg.Unkept {
			a.notice.Text += " " + a.env.Words.Failures.Unkept
		}
	}
	if a.account.again {
		return nil
	}
	a.account.again = true
	return tea.Tick(pause, func(time.Time) tea.Msg { return againMsg{} })
}

// again saves what is owed: after a failure, or when a screen asks for it.
func (a *App) again(msg tea.Msg) tea.Cmd {
	if _, tick := msg.(againMsg); tick {
		a.account.again = false
	}
	return a.env.Desk.SaveAll()
}

// watch looks, after a screen had a message, whether a save is under way, and
// if so asks to be reminded in case it takes long.
func (a *App) watch(cmd tea.Cmd) tea.Cmd {
	if a.account.watch || a.env.Desk.Owed() == 0 {
		return cmd
	}
	a.account.watch = true
	return tea.Batch(cmd, tea.Tick(slow, func(time.Time) tea.Msg { return slowMsg{} }))
}

// kept tells that the text of an open field could not be put aside.
func (a *App) kept(msg kit.KeptMsg) tea.Cmd {
	a.env.Log.Warn("cannot keep the open text", "inspection", msg.ID, "cause", msg.Err)
	a.notice = kit.NoticeMsg{Text: a.env.Words.Err(msg.Err), Bad: true}
	return nil
}

// quit leaves the program once nothing is owed. Asked a second time while a save
// hangs, it lets the person decide.
func (a *App) quit() tea.Cmd {
	a.notice = kit.NoticeMsg{}
	if a.leaving != staying {
		a.leaving = asking
		return nil
	}
	a.leaving = waiting
	if a.env.Desk.Owed() > 0 {
		return a.env.Desk.SaveAll()
	}
	return a.flush()
}

// flush writes what no save carries: the open text and the place.
func (a *App) flush() tea.Cmd {
	a.leaving = flushing
	desk := a.env.Desk
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		return flushedMsg{err: desk.Flush(ctx)}
	}
}

// flushed ends the program, unless something could not be written.
func (a *App) flushed(msg flushedMsg) tea.Cmd {
	if a.leaving != flushing {
		return nil
	}
	if msg.err != nil {
		a.env.Log.Error("cannot save before leaving", "cause", msg.err)
		a.notice = kit.NoticeMsg{Text: a.env.Words.Err(msg.err), Bad: true}
		a.leaving = asking
		return nil
	}
	return tea.Quit
}

// answered takes the answer to the question whether what cannot be saved may be
// lost. Any other key leaves the question standing.
func (a *App) answered(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Keystroke() {
	case "1", "esc":
		a.leaving = staying
	case "2":
		a.leaving = staying
		return a.quit()
	case "3":
		return tea.Quit
	}
	return nil
}
