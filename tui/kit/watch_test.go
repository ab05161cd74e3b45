package kit_test

import (
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// pair is two people with the same visit open, each on a desk of their own.
type pair struct {
	*office
	id         model.RecordID
	mine, hers *kit.Desk
	me, her    *kit.Draft
}

func newPair(t *testing.T) *pair {
	t.Helper()
	p := &pair{office: newOffice(t)}
	p.id = p.begin(kit.Begin{})
	desk := func(prefix string) (*kit.Desk, *kit.Draft) {
		n := 0
		k := kit.NewDesk(p.store, p.env.Catalog, p.env.Forms, func() form.Row { n++; return form.Row(prefix + string(rune('0'+n))) })
		if msg := k.Load(p.id)().(kit.OpenedMsg); msg.Err != nil {
			t.Fatal(msg.Err)
		}
		return k, k.Draft(p.id)
	}
	p.mine, p.me = desk("m")
	p.hers, p.her = desk("h")
	return p
}

// answer answers an item and saves it.
func (p *pair) answer(d *kit.Draft, item, text string) {
	p.t.Helper()
	d.Session.Answer(form.Field{Item: item}, text)
	p.run(d.Commit(model.Place{}))
}

// look looks once, as the root does; it reports what was taken over.
func (p *pair) look() (kit.AdoptedMsg, bool) {
	cmd := p.mine.Watched(kit.WatchMsg{ID: p.id})
	if cmd == nil {
		return kit.AdoptedMsg{}, false
	}
	msg, ok := cmd().(kit.TheirsMsg)
	if !ok {
		return kit.AdoptedMsg{}, false
	}
	return p.mine.Adopt(msg)
}

func TestWhatSomebodyElseSavesIsSeenHere(t *testing.T) {
	p := newPair(t)
	if _, changed := p.look(); changed {
		t.Fatal("nothing was changed, and something is taken over")
	}
	p.answer(p.her, "poor_end", "30")
	row := p.shortcoming(p.her, "Chưa niêm yết")
	p.run(p.her.Commit(model.Place{}))
	msg, changed := p.look()
	if !changed || msg.ID != p.id || len(msg.Fields) < 2 {
		t.Fatalf("taken over: %v, %+v", changed, msg)
	}
	if got := p.me.Session.Get(form.Field{Item: "poor_end"}).Raw; got != "30" {
		t.Errorf("her figure is %q here", got)
	}
	if got := p.me.Session.Get(cell("shortcomings", row, "owner")).Raw; got != "UBND xã" || len(p.me.Session.Rows("shortcomings")) != 1 {
		t.Errorf("her row is %q here, of %d rows", got, len(p.me.Session.Rows("shortcomings")))
	}
	if p.me.Owes() || p.me.Commit(model.Place{}) != nil {
		t.Error("what she saved would be saved again from here")
	}
	if _, changed := p.look(); changed {
		t.Error("the same was taken for news")
	}
	p.answer(p.me, "poor_end", "31")
	if got := p.stored(p.id, "poor_end"); got != "31" || len(p.me.Conflicts()) > 0 {
		t.Errorf("what was seen and then changed is %q in the store, %v", got, p.me.Conflicts())
	}
	p.her.Session.RemoveRow("shortcomings", row)
	p.run(p.her.Commit(model.Place{}))
	if _, changed := p.look(); !changed || len(p.me.Session.Rows("shortcomings")) != 0 {
		t.Errorf("her row is out, and %d stand here", len(p.me.Session.Rows("shortcomings")))
	}
}

func TestNothingIsTakenOverWhileThePersonIsInTheMiddleOfSomething(t *testing.T) {
	for name, act := range map[string]func(p *pair) func(){
		"a text is being typed": func(p *pair) func() {
			p.me.SetOpen(form.Field{Item: "poor_end"}, "12", 2)
			return func() { p.me.ClearOpen() }
		},
		"a change is owed": func(p *pair) func() {
			p.store.Fail = model.ErrBusy
			p.answer(p.me, "areas", "3")
			p.store.Fail = nil
			return func() { p.run(p.me.Save()) }
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t)
			p.answer(p.her, "poor_end", "30")
			done := act(p)
			if _, changed := p.look(); changed {
				t.Error("it was taken over at once")
			}
			done()
			if _, changed := p.look(); !changed {
				t.Error("it was not taken over afterwards")
			}
		})
	}
}

// The record is read, then a change is made and saved here, then the message
// comes: what it holds is older than what stands here.
func TestWhatWasReadBeforeAChangeMadeHereIsNotTakenOver(t *testing.T) {
	p := newPair(t)
	p.answer(p.her, "poor_end", "30")
	msg, ok := p.mine.Watched(kit.WatchMsg{ID: p.id})().(kit.TheirsMsg)
	if !ok {
		t.Fatal("nothing was read")
	}
	row := p.shortcoming(p.me, "Chưa niêm yết")
	p.run(p.me.Commit(model.Place{}))
	if _, changed := p.mine.Adopt(msg); changed || len(p.me.Session.Rows("shortcomings")) != 1 {
		t.Errorf("an older state was taken over: %d rows, want %s", len(p.me.Session.Rows("shortcomings")), row)
	}
	if _, changed := p.look(); !changed || len(p.me.Session.Rows("shortcomings")) != 1 {
		t.Error("the next look did not bring both together")
	}
}

func TestACompletionBySomebodyElseClosesTheFormHere(t *testing.T) {
	p := newPair(t)
	if msg := p.her.Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	if _, changed := p.look(); !changed || !p.me.Closed() {
		t.Error("it is still open here")
	}
}

func TestOneWatchADraft(t *testing.T) {
	p := newPair(t)
	var first tea.Cmd = p.me.Watch()
	if first == nil || p.me.Watch() != nil {
		t.Error("two screens look twice as often as one")
	}
	p.mine.Close(p.id)
	if p.mine.Watched(kit.WatchMsg{ID: p.id}) != nil {
		t.Error("a draft that was taken off the desk is still looked at")
	}
}

func TestARecordThatSomebodyElseMovesToAnotherFormIsNotMixedUp(t *testing.T) {
	p := newPair(t)
	old := tuitest.Form(t, p.env, oldForm)
	p.answer(p.her, "poor_end", "30")
	if err := p.store.Move(t.Context(), model.Save{ID: p.id}, old, "thử"); err != nil {
		t.Fatal(err)
	}
	msg, ok := p.mine.Watched(kit.WatchMsg{ID: p.id})().(kit.TheirsMsg)
	if !ok {
		t.Fatal("nothing was read")
	}
	if _, changed := p.mine.Adopt(msg); changed {
		t.Error("answers of another form were taken over")
	}
	if !p.mine.Moved(msg) || p.mine.Draft(p.id) != nil {
		t.Error("the draft on the former form lies on the desk")
	}
}

// A look that shows nothing does not come to the loop, which would paint for
// nothing; one that shows something comes within two seconds.
func TestOnlyNewsComesToTheLoop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPair(t)
		watch, came := p.me.Watch(), make(chan tea.Msg, 1)
		go func() { came <- watch() }()
		time.Sleep(time.Hour)
		synctest.Wait()
		if len(came) > 0 {
			t.Fatalf("nobody changed anything, and %#v came", <-came)
		}
		p.answer(p.her, "poor_end", "30")
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if len(came) == 0 {
			t.Fatal("what she saved is not seen after two seconds")
		}
		if msg, ok := (<-came).(kit.WatchMsg); !ok || msg.ID != p.id {
			t.Errorf("%#v came", msg)
		}
		gone := p.her.Watch()
		p.hers.Close(p.id)
		go func() { came <- gone() }()
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if len(came) == 0 {
			t.Error("a draft that was taken off the desk is looked at for ever")
		}
	})
}
