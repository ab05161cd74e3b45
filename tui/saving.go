package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/i18n"
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
	// brief is how long the question about leaving waits to say what becomes of the
	// unsaved answers: a disk that hangs must not keep the person from deciding.
	brief = time.Second
)

// account is what the frame knows of saving.
type account struct {
	at     time.Time                // when the last save ended well; zero: none yet
	failed map[model.RecordID]error // of the last save, where it failed
	again  bool                     // a tick for the next try is under way
	watch  bool                     // a tick that looks for a slow save is under way
	slow   bool                     // a save takes long
	kept   bool                     // what could not be saved lies in the recovery files; while it is asked about
	tries  int                      // how often saving was tried from the question about leaving, in vain
}

func newAccount() account { return account{failed: map[model.RecordID]error{}} }

// leaving says how far the wish to leave the program has come.
type leaving uint8

const (
	staying  leaving = iota
	waiting          // for saves under way; going on takes the wish back
	flushing         // the open text and the place are being written
	securing         // what cannot be saved is being put into the recovery files
	asking           // whether to leave without saving
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
	// securedMsg says whether what cannot be saved lies in the recovery files.
	securedMsg struct{ kept bool }
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
	var ask tea.Cmd
	if a.leaving == waiting {
		ask = a.ask()
	}
	if a.notice.Text == "" {
		a.notice = kit.NoticeMsg{Text: a.env.Words.Err(msg.Err), Bad: true}
		if msg.Unkept {
			a.notice.Text += " " + a.env.Words.Failures.Unkept
		}
	}
	if a.account.again {
		return ask
	}
	a.account.again = true
	return tea.Batch(ask, tea.Tick(pause, func(time.Time) tea.Msg { return againMsg{} }))
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
		return a.ask()
	}
	a.leaving, a.account.tries = waiting, 0
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
		return a.ask()
	}
	return tea.Quit
}

// ask asks whether to leave without saving, as soon as it is known whether what is
// not saved comes back at the next start.
func (a *App) ask() tea.Cmd {
	a.leaving, a.account.kept = securing, false
	desk := a.env.Desk
	return tea.Batch(func() tea.Msg { return securedMsg{kept: desk.Secure() == nil} },
		tea.Tick(brief, func(time.Time) tea.Msg { return securedMsg{} }))
}

// secured puts the question. A disk that was slow may say later that it has
// everything.
func (a *App) secured(msg securedMsg) {
	if a.leaving == securing {
		a.leaving = asking
	}
	a.account.kept = a.account.kept || msg.kept
}

// unsavedSaid is what the question says of the answers that are not saved.
func (a *App) unsavedSaid() string {
	said := a.env.Words.Common.QuitUnsaved
	if a.account.kept {
		said = a.env.Words.Common.QuitKept
	}
	said = i18n.Count(said, max(1, a.env.Desk.Owed()))
	if a.account.tries > 0 {
		said += " " + i18n.Count(a.env.Words.Common.QuitTried, a.account.tries)
	}
	return said
}

// answered takes the answer to the question whether to leave without saving. Any
// other key leaves the question standing.
func (a *App) answered(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Keystroke() {
	case "1", "esc":
		a.leaving = staying
	case "2":
		tries := a.account.tries + 1
		a.leaving = staying
		cmd := a.quit()
		a.account.tries = tries
		return cmd
	case "3":
		return tea.Quit
	}
	return nil
}
