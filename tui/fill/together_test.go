package fill_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// somebodyElse answers an item of the inspection on a desk of their own.
func (b *bench) somebodyElse(item, text string) {
	b.t.Helper()
	mine := b.store.Owing[b.id] // the recovery file of a living session is its own
	delete(b.store.Owing, b.id)
	defer func() { b.store.Owing[b.id] = mine }()
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

// clash is the conflict of what is typed in an item with an answer of Bình.
func clash(name, ours, theirs string) *model.ConflictError {
	return &model.ConflictError{Conflicts: []model.Conflict{{Field: item(name), Rev: 2, By: "binh",
		Ours: form.Answer{Raw: ours, Value: form.Text(ours)}, Theirs: form.Answer{Raw: theirs, Value: form.Text(theirs)}}}}
}

// Esc took "mine" for the answer, and stored it over the other one without a word.
func TestLeavingTheQuestionDecidesNothingAndMineComesBackByUndo(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		b := at(t, item("venue"), lang)
		b.somebodyElse("venue", "Nhà B")
		b.store.Clash = clash("venue", "Nhà A", "Nhà B")
		b.Type("Nhà A")
		b.Press("enter")
		b.Send(kit.BackMsg{}) // Esc in the list
		if got := b.stored(item("venue")); got != "Nhà B" {
			t.Errorf("the store has %q", got)
		}
		if got := b.session().Get(item("venue")).Raw; got != "Nhà B" {
			t.Errorf("the form shows %q, which is not what stands", got)
		}
		if view := b.View(); !strings.Contains(view, "binh") || !strings.Contains(view, "Ctrl+Z") {
			t.Errorf("nothing is said of it:\n%s", view)
		}
		b.Press("up", "enter") // neither looking at it nor passing it changes it
		if got := b.stored(item("venue")); got != "Nhà B" {
			t.Errorf("passed by, the store has %q", got)
		}
		b.Press("ctrl+z")
		if got := b.stored(item("venue")); got != "Nhà A" {
			t.Errorf("mine, brought back by undo, is %q", got)
		}
	}
}

// The question was cut at the edge of the window: its end says what is asked.
func TestTheQuestionAboutAConflictIsReadInFull(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		b := at(t, item("venue"), lang)
		for _, name := range []string{"venue", "documents_remarks", "beneficiaries_list"} {
			if b.session().Definition().Item(name) == nil {
				continue
			}
			b.store.Clash = clash(name, "a", "b")
			d := b.env.Desk.Draft(b.id)
			d.Session.Answer(item(name), "a")
			b.Send(d.Commit(model.Place{})())
			title := b.opened().Arg.(*kit.Pick).Title
			if ansi.StringWidth(title) > 80-kit.TitleMargin || !strings.HasSuffix(title, "?") {
				t.Errorf("%d cells: %q", ansi.StringWidth(title), title)
			}
			b.Send(kit.BackMsg{})
		}
	}
}

// A conflict that came as the person went to the list is asked about on the next
// visit: what was typed would be gone unseen.
func TestAConflictOnLeavingIsAskedAboutOnTheNextVisit(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.store.Clash = clash("venue", "Nhà A", "Nhà B")
	d := b.env.Desk.Draft(b.id)
	d.Session.Answer(item("venue"), "Nhà A")
	d.Commit(model.Place{})()
	b.env.Desk.Close(b.id) // the root does, when no screen shows it any more
	b.show(item("venue"), 80, 19)
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindPick {
		t.Errorf("nobody was asked: %+v", b.alone.Last())
	}
}

// Nothing was said of it until the field was left, and then there was no way on.
func TestARecordCompletedWhileItIsTypedInSaysSoAndKeepsTheText(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Trụ")
	desk := kit.NewDesk(b.store, b.env.Catalog, b.env.Forms, func() form.Row { return "theirs" })
	desk.Load(b.id)()
	if msg := desk.Draft(b.id).Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	b.store.Edit(b.id, func(r *model.Record) { r.ChangedBy = "binh" })
	b.Send(kit.WatchMsg{ID: b.id})
	if view := b.View(); !strings.Contains(view, "binh vừa hoàn thành phiếu") || !strings.Contains(b.open(), "Trụ") {
		t.Fatalf("it does not say who completed it, or the text is gone:\n%s", view)
	}
	b.Type(" sở")
	b.Press("enter")
	if view := b.View(); !strings.Contains(view, "binh vừa hoàn thành phiếu") {
		t.Errorf("having left the field, it does not say so any more:\n%s", view)
	}
	if err := b.store.Reopen(t.Context(), b.id, "sửa"); err != nil {
		t.Fatal(err)
	}
	b.Send(kit.WatchMsg{ID: b.id})
	if view := b.View(); strings.Contains(view, "vừa hoàn thành phiếu") {
		t.Errorf("reopened, it still says so:\n%s", view)
	}
	b.Send(kit.RetryMsg{})
	if got := b.stored(item("venue")); got != "Trụ sở" {
		t.Errorf("reopened, the store has %q", got)
	}
}
