package kit

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
)

// A wish is something a screen wants of the root: another screen, to be closed,
// a sentence on the note line. The root does it as soon as Update returns,
// before the next key, so that what a person types ahead reaches the screen it
// was meant for; a command would come back after the keys that are waiting. The
// methods return a command only to be returned in one breath, and it is nil.

// Open wishes for a screen above the present one.
func (e *Env) Open(kind Kind, id model.RecordID, arg any) tea.Cmd {
	return e.wish(OpenMsg{Kind: kind, ID: id, Arg: arg})
}

// Replace wishes for a screen in the place of the present one.
func (e *Env) Replace(kind Kind, id model.RecordID, arg any) tea.Cmd {
	return e.wish(OpenMsg{Kind: kind, ID: id, Arg: arg, Replace: true})
}

// Back wishes to close the top screen; result may be nil.
func (e *Env) Back(result tea.Msg) tea.Cmd { return e.wish(BackMsg{Result: result}) }

// LeaveRecord wishes to close the top screen, in which a record was filled in.
func (e *Env) LeaveRecord(id model.RecordID) tea.Cmd { return e.wish(BackMsg{Left: id}) }

// Notice wishes for a sentence on the note line.
func (e *Env) Notice(text string) tea.Cmd { return e.wish(NoticeMsg{Text: text}) }

// Warn wishes for a sentence on the note line that is marked as bad news.
func (e *Env) Warn(text string) tea.Cmd { return e.wish(NoticeMsg{Text: text, Bad: true}) }

// Hand wishes that a key, a paste or an action goes to the screen that is on top
// then: to one that was just opened with Open.
func (e *Env) Hand(msg tea.Msg) tea.Cmd { return e.wish(msg) }

func (e *Env) wish(msg tea.Msg) tea.Cmd {
	e.wishes = append(e.wishes, msg)
	return nil
}

// Wishes returns what screens wished for since the last call, in order. Only
// the root calls it, and tests that stand in for the root.
func (e *Env) Wishes() []tea.Msg {
	w := e.wishes
	e.wishes = nil
	return w
}
