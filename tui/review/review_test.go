package review_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/review"
	"giamsat/tui/tuitest"
)

type bench struct {
	*tuitest.Driver
	store *tuitest.Store
	env   *kit.Env
	id    model.RecordID
	alone *tuitest.Alone
}

func open(t *testing.T, lang string) *bench {
	t.Helper()
	b := &bench{store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	b.id = tuitest.Begin(t, b.env)
	b.alone = tuitest.NewAlone(b.env, review.New(b.env, b.id, nil), 80, 19)
	b.Driver = tuitest.NewModel(t, b.alone, 80, 19)
	return b
}

func (b *bench) session() *form.Session { return b.env.Desk.Draft(b.id).Session }

func (b *bench) problemsWith(code form.Code) (found []form.Problem) {
	for _, p := range b.session().Problems() {
		if p.Code == code {
			found = append(found, p)
		}
	}
	return found
}

func TestEnterLeadsToTheField(t *testing.T) {
	b := open(t, "vi")
	b.session().Answer(form.Field{Item: "officers"}, "mười")
	b.Press("down", "home")
	first := b.problemsWith(form.Unread)[0] // before all that is only missing
	b.Press("enter")
	back, ok := b.alone.Last().(kit.BackMsg)
	if !ok || back.Result != (kit.Jump{Field: first.Field}) {
		t.Fatalf("Enter asked for %+v, the first problem is at %s", b.alone.Last(), first.Field)
	}
}

func TestStopsPreventCompletingAndSayHowMany(t *testing.T) {
	b := open(t, "vi")
	b.Press("h")
	if b.store.Status(b.id) != model.Draft {
		t.Fatal("an empty form was completed")
	}
	if !strings.Contains(b.alone.Said, "Chưa hoàn thành được") {
		t.Fatalf("it said %q", b.alone.Said)
	}
}

func TestAReasonIsWrittenIntoTheNote(t *testing.T) {
	b := open(t, "vi")
	b.session().Answer(form.Field{Item: "committee"}, form.No)
	b.Press("down", "up")
	b.Press("home", "g")
	msg, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || msg.Kind != kit.KindAsk {
		t.Fatalf("nothing was asked: %+v", b.alone.Last())
	}
	b.Send(kit.AnsweredMsg{Tag: msg.Arg.(*kit.Ask).Tag, Text: "đang trình ký"})
	if got := b.store.Answer(b.id, form.Field{Item: "committee", Part: form.Note}).Raw; got != "đang trình ký" {
		t.Fatalf("the note in the store is %q", got)
	}
	if n := len(b.problemsWith(form.NoteMissing)); n != 0 {
		t.Fatalf("%d notes are still asked for", n)
	}
}

func TestReopeningTakesAReason(t *testing.T) {
	b := open(t, "vi")
	if _, err := b.store.Complete(t.Context(), model.Completion{Save: model.Save{ID: b.id}}); err != nil {
		t.Fatal(err)
	}
	b.Send(kit.CompletedMsg{ID: b.id})
	b.Press("h")
	if !strings.Contains(b.alone.Said, "đã hoàn thành") {
		t.Fatalf("completing twice said %q", b.alone.Said)
	}
	b.Press("m")
	ask := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Ask)
	if !ask.Required {
		t.Fatal("an empty reason would be taken")
	}
	b.Send(kit.AnsweredMsg{Tag: ask.Tag, Text: "sai số liệu"})
	if b.store.Status(b.id) != model.Draft || len(b.store.Reasons) != 1 || b.store.Reasons[0] != "sai số liệu" {
		t.Fatalf("status %s, reasons %q", b.store.Status(b.id), b.store.Reasons)
	}
}

// It answered that the record is open already, and the answers owed could not be saved.
func TestReopeningWhatSomebodyElseCompletedSavesWhatIsOwed(t *testing.T) {
	b := open(t, "vi")
	venue := form.Field{Item: "venue"}
	desk := kit.NewDesk(b.store, b.env.Catalog, b.env.Forms, nil)
	desk.Load(b.id)()
	desk.Draft(b.id).Complete()()
	d := b.env.Desk.Draft(b.id)
	d.Session.Answer(venue, "Trụ sở")
	b.Send(d.Commit(model.Place{})())
	offered := false
	for _, a := range b.alone.Screen.Actions() {
		offered = offered || a.ID == keymap.Reopen
	}
	b.Press("m")
	msg, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || msg.Kind != kit.KindAsk || !offered {
		t.Fatalf("offered: %v, and it asked for %+v: %q", offered, b.alone.Last(), b.alone.Said)
	}
	b.Send(kit.AnsweredMsg{Tag: msg.Arg.(*kit.Ask).Tag, Text: "bổ sung địa điểm"})
	if got := b.store.Answer(b.id, venue).Raw; got != "Trụ sở" || b.store.Status(b.id) != model.Draft {
		t.Errorf("the store has %q in a record that is %s: %q", got, b.store.Status(b.id), b.alone.Said)
	}
	if _, shut := d.Shut(); shut || d.Owes() {
		t.Error("it is still taken for completed, or owes")
	}
}

func TestEveryProblemHasALineWithItsSignAndCode(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		b := open(t, lang)
		n := len(b.session().Problems())
		seen := map[string]bool{}
		for range n {
			line := ""
			for _, l := range strings.Split(b.View(), "\n") {
				if strings.HasPrefix(l, " >") {
					line = l
				}
			}
			if !strings.Contains(line, "× ") && !strings.Contains(line, "? ") && !strings.Contains(line, "· ") {
				t.Fatalf("no sign in %q", line)
			}
			seen[line] = true
			b.Press("down")
		}
		if n < 20 || len(seen) != n {
			t.Fatalf("%d lines for %d problems of an empty form", len(seen), n)
		}
	}
}

// What was carried is one line a section, whatever its number.
func TestCarriedValuesAreOneLineASection(t *testing.T) {
	b := open(t, "vi")
	s := b.session()
	s.Carry([]form.FieldText{{Field: form.Field{Item: "venue"}, Raw: "Hội trường"}, {Field: form.Field{Item: "committee"}, Raw: form.Yes},
		{Field: form.Field{Item: "officers"}, Raw: "12"}})
	b.Press("down", "home")
	want := map[string]int{}
	for _, p := range b.problemsWith(form.Unseen) {
		want[s.Definition().Item(p.Field.Item).Section]++
	}
	if len(want) != 2 || len(b.problemsWith(form.Unseen)) != 3 {
		t.Fatalf("the fixture has %v", want)
	}
	if n := strings.Count(b.View(), "≈"); n != 2 {
		t.Errorf("there are %d lines:\n%s", n, b.View())
	}
	if !strings.Contains(b.View(), "1 giá trị mang sang chưa xem lại") || !strings.Contains(b.View(), "2 giá trị mang sang chưa xem lại") {
		t.Errorf("they are not counted:\n%s", b.View())
	}
	b.Press("g")
	if b.alone.Said != b.env.Words.Review.NoReason {
		t.Errorf("asked for a reason it says %q", b.alone.Said)
	}
	b.Press("h")
	if b.store.Status(b.id) != model.Draft {
		t.Error("a record with unseen values was completed")
	}
	b.Press("home", "enter")
	back, ok := b.alone.Last().(kit.BackMsg)
	if !ok || back.Result != (kit.Jump{Field: form.Field{Item: "venue"}}) {
		t.Errorf("Enter leads to %+v", b.alone.Last())
	}
}
