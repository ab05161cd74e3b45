package kit_test

import (
	"errors"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// The review completed over a question that nobody had been asked yet: mine was shown,
// and theirs was closed in.
func TestAConflictIsAskedAboutBeforeCompleting(t *testing.T) {
	p := newPair(t)
	p.answer(p.her, "poor_end", "31")
	p.me.Session.Answer(form.Field{Item: "poor_end"}, "32")
	if cmd := p.me.Commit(model.Place{}); cmd != nil {
		cmd()
	}
	if msg := p.me.Complete()().(kit.CompletedMsg); !errors.Is(msg.Err, model.ErrUnseen) || p.store.Status(p.id) != model.Draft {
		t.Fatalf("with a conflict that waits it ended with %v", msg.Err)
	}
	p.run(p.me.Settle(p.me.Conflicts()[0], true))
	if msg := p.me.Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	if got := p.stored(p.id, "poor_end"); got != "32" {
		t.Errorf("completed is %q", got)
	}
}
