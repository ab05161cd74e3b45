package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// seated opens an inspection on a new desk before the same store, as a newly
// started program does.
func seated(t *testing.T, store *tuitest.Store, id model.RecordID) (*kit.Env, *kit.Draft) {
	t.Helper()
	env := tuitest.NewEnv(t, store, "vi")
	if id == "" {
		id = tuitest.Begin(t, env)
	}
	if msg := env.Desk.Load(id)().(kit.OpenedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	return env, env.Desk.Draft(id)
}

var (
	venue    = form.Field{Item: "venue"}
	officers = form.Field{Item: "officers"}
)

func TestATextWrittenAtASuddenEndIsUndoneAtTheNextStart(t *testing.T) {
	store := tuitest.NewStore()
	env, d := seated(t, store, "")
	id := d.Record.ID
	d.Session.Answer(venue, "Trụ sở")
	d.Commit(model.Place{})()
	d.SetOpen(officers, "12", 2)
	if err := env.Desk.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, d = seated(t, store, id)
	for _, f := range []form.Field{officers, venue} {
		if u, ok := d.Session.Undo(); !ok || u.Fields()[0] != f || !d.Session.Get(f).IsZero() {
			t.Fatalf("undo of %s gave %+v, %v", f, u, ok)
		}
	}
}

func TestTheWayBackEndsWhenTheRecordIsCompletedHere(t *testing.T) {
	_, d := seated(t, tuitest.NewStore(), "")
	d.Session.Answer(venue, "Trụ sở")
	d.Turned(model.Completed)
	d.Turned(model.Draft)
	if d.Session.CanUndo() {
		t.Error("what was completed can be undone after the reopening")
	}
}

func TestAnAnswerThatIsInsistedOnIsWrittenAndUndoneToTheOther(t *testing.T) {
	store := tuitest.NewStore()
	_, d := seated(t, store, "")
	theirs := form.Answer{Raw: "Nhà văn hóa", Value: form.Text("Nhà văn hóa")}
	d.Session.Answer(venue, "Trụ sở")
	store.Clash = &model.ConflictError{Conflicts: []model.Conflict{{Field: venue, Ours: d.Session.Get(venue), Theirs: theirs, By: "binh", Rev: 2}}}
	d.Commit(model.Place{})()
	d.Settle(d.Conflicts()[0], true)
	if save := d.Save(); save != nil {
		save()
	}
	if got := store.Answer(d.Record.ID, venue).Raw; got != "Trụ sở" {
		t.Fatalf("the store has %q", got)
	}
	d.Session.Undo()
	d.Commit(model.Place{})()
	if got := store.Answer(d.Record.ID, venue); got != theirs {
		t.Errorf("undone, the store has %+v", got)
	}
}

func TestTheSentenceHasRoomForWhatStands(t *testing.T) {
	env, d := seated(t, tuitest.NewStore(), "")
	for _, it := range d.Session.Definition().Items() {
		f := form.Field{Item: it.Name, Part: form.Note}
		if !d.Session.Answer(f, "ghi chú") {
			continue
		}
		d.Session.Undo()
		u, _ := d.Session.Redo()
		said := env.Unwound(d.Session, u, true, "")
		if !strings.HasSuffix(said, ", ghi chú: ghi chú") || ansi.StringWidth(said) > 78 {
			t.Errorf("%s: %q", it.Name, said)
		}
	}
}
