package fill_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// somebodyElse answers an item of the inspection on a desk of their own.
func (b *bench) somebodyElse(item, text string) {
	b.t.Helper()
	desk := kit.NewDesk(b.store, b.env.Catalog, b.env.Forms, func() form.Row { return "theirs" })
	if msg := desk.Load(b.id)().(kit.OpenedMsg); msg.Err != nil {
		b.t.Fatal(msg.Err)
	}
	d := desk.Draft(b.id)
	d.Session.Answer(form.Field{Item: item}, text)
	if cmd := d.Commit(model.Place{}); cmd != nil {
		cmd()
	}
}

func TestWhatSomebodyElseAnswersIsShownAndSaid(t *testing.T) {
	b := at(t, item("venue"), "vi")
	before := b.View()
	b.Send(kit.WatchMsg{ID: b.id})
	if b.View() != before {
		t.Fatal("a look at nothing new draws something")
	}
	b.somebodyElse("venue", "Nhà văn hóa thôn 3")
	b.Send(kit.WatchMsg{ID: b.id})
	if !strings.Contains(b.open(), "Nhà văn hóa thôn 3") || !strings.Contains(b.View(), "vừa ghi: V.05") {
		t.Errorf("what somebody else answered in the open item is not shown:\n%s", b.View())
	}
	b.Type("x")
	b.Press("enter")
	if got := b.stored(item("venue")); got != "Nhà văn hóa thôn 3x" {
		t.Errorf("going on from there, the store has %q", got)
	}
}

func TestWhatIsBeingTypedStaysAndIsAskedAbout(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Trụ sở")
	b.somebodyElse("venue", "Nhà văn hóa")
	b.Send(kit.WatchMsg{ID: b.id})
	if !strings.Contains(b.open(), "Trụ sở") || strings.Contains(b.View(), "vừa ghi") {
		t.Errorf("the text that was being typed is gone:\n%s", b.View())
	}
	b.store.Clash = &model.ConflictError{Conflicts: []model.Conflict{{Field: item("venue"), Rev: 2, By: "binh",
		Ours: form.Answer{Raw: "Trụ sở"}, Theirs: form.Answer{Raw: "Nhà văn hóa", Value: form.Text("Nhà văn hóa")}}}}
	b.Press("enter")
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindPick {
		t.Errorf("nobody was asked which one stands: %+v", b.alone.Last())
	}
}
