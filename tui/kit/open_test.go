package kit_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// typing is a draft in which a text is typed in one field.
type typing struct {
	t     *testing.T
	store *tuitest.Store
	desk  *kit.Desk
	draft *kit.Draft
	id    model.RecordID
	field form.Field
}

func newTyping(t *testing.T) *typing {
	t.Helper()
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	id := tuitest.Begin(t, env)
	env.Desk.Load(id)()
	return &typing{t: t, store: store, desk: env.Desk, draft: env.Desk.Draft(id), id: id, field: form.Field{Item: "venue"}}
}

func (y *typing) to(text string) { y.draft.SetOpen(y.field, text, len(text)) }

// second passes a second while the person types on: what is kept comes last in
// the batch, behind the next tick.
func (y *typing) second() {
	y.t.Helper()
	batch, ok := y.desk.Quiet(kit.QuietMsg{ID: y.id})().(tea.BatchMsg)
	if !ok || len(batch) != 2 {
		y.t.Fatalf("a second of typing led to %v, want a tick and a write", batch)
	}
	batch[1]()
}

func TestTypingOnDoesNotPutOffKeepingTheText(t *testing.T) {
	y := newTyping(t)
	for _, text := range []string{"a", "ab", "abc"} {
		y.to(text)
		y.second()
		if got := y.store.Kept[y.id].Text; got != text {
			t.Errorf("after %q was typed, %q is kept", text, got)
		}
	}
}

// The text of an earlier second, left behind a flush, was taken for newer than
// the answer at the next start.
func TestAFlushLeavesNoOlderTextBehind(t *testing.T) {
	y := newTyping(t)
	y.to("Hội tr")
	y.second()
	y.to("Hội trường")
	if err := y.desk.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := y.store.Answer(y.id, y.field).Raw; got != "Hội trường" {
		t.Errorf("the flush wrote %q", got)
	}
	if got := y.store.Kept[y.id].Text; got != "" {
		t.Errorf("the text %q is still kept", got)
	}
}

func TestATextThatWasTakenBackIsNotKept(t *testing.T) {
	y := newTyping(t)
	y.to("x")
	y.second()
	y.to("")
	y.second()
	if got := y.store.Kept[y.id].Text; got != "" {
		t.Errorf("the text %q is still kept", got)
	}
}
