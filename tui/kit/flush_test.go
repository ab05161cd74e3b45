package kit_test

import (
	"context"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

// slow is a store whose saves wait until they are let go, and say that they began.
type slow struct {
	*tuitest.Store
	began, free chan struct{}
}

func (s *slow) Save(ctx context.Context, in model.Save) (model.Saved, error) {
	s.began <- struct{}{}
	<-s.free
	return s.Store.Save(ctx, in)
}

// TestAFlushBesideASaveSettlesEachChangeOnce ends the program while a save is
// under way: in time, or hanging beyond the patience of Flush.
func TestAFlushBesideASaveSettlesEachChangeOnce(t *testing.T) {
	for name, hang := range map[string]time.Duration{"the save ends in time": time.Hour, "the save hangs": 0} {
		t.Run(name, func(t *testing.T) {
			s := &slow{Store: tuitest.NewStore(), began: make(chan struct{}, 4), free: make(chan struct{})}
			env := tuitest.NewEnv(t, s, "vi")
			env.Desk.SetHang(hang)
			id := tuitest.Begin(t, env)
			env.Desk.Load(id)()
			d := env.Desk.Draft(id)
			answer := func(item, text string) { d.Session.Answer(form.Field{Item: item}, text) }
			answer("venue", "A")
			save := d.Commit(model.Place{})
			saved := make(chan struct{})
			go func() { save(); close(saved) }()
			<-s.began
			answer("officers", "12")
			if d.Commit(model.Place{}) != nil {
				t.Fatal("two saves of one inspection at once")
			}
			flushed := make(chan error)
			go func() { flushed <- env.Desk.Flush(t.Context()) }()
			if hang == 0 {
				<-s.began // the flush went on beside it
			}
			close(s.free)
			if err := <-flushed; err != nil {
				t.Fatal(err)
			}
			<-saved
			answer("officers_trained", "7")
			next := d.Commit(model.Place{})
			if next == nil {
				t.Fatal("a later change is not owed any more")
			}
			next()
			for item, want := range map[string]string{"venue": "A", "officers": "12", "officers_trained": "7"} {
				if got := s.Answer(id, form.Field{Item: item}).Raw; got != want {
					t.Errorf("%s is %q in the store, want %q", item, got, want)
				}
			}
			if n := env.Desk.Owed(); n != 0 {
				t.Errorf("%d changes are owed in the end", n)
			}
		})
	}
}
