package fill_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// What a crash left behind was stored over an answer that a colleague gave since.
func TestARecoveredTextIsAskedAboutWhereSomebodyElseHasAnsweredSince(t *testing.T) {
	for _, before := range []string{"", "Trụ sở"} {
		b := at(t, item("venue"), "vi")
		if before != "" {
			b.Type(before)
			b.Press("enter", "up")
		}
		b.Type("Nhà văn hóa thôn")
		b.Send(kit.QuietMsg{ID: b.id}, kit.QuietMsg{ID: b.id})
		b.somebodyElse("venue", "Nhà B")
		b.store.Left[b.id] = []model.OpenText{b.store.Kept[b.id]}
		b.env = tuitest.NewEnv(t, b.store, "vi")
		b.show(form.Field{}, 80, 19)
		if !strings.Contains(b.open(), "Nhà văn hóa thôn") {
			t.Fatalf("the text is not back:\n%s", b.View())
		}
		b.Send(kit.WatchMsg{ID: b.id})
		b.Press("enter")
		if got := b.stored(item("venue")); got != "Nhà B" {
			t.Errorf("over %q: the store has %q, and nobody was asked", before, got)
		}
		if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindPick {
			t.Errorf("over %q: nobody was asked: %+v", before, b.alone.Last())
		}
	}
}

// At a hang-up the open text clashes unseen: the next start asks about it too.
func TestATextRefusedAtTheEndIsAskedAboutAtTheNextStart(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Nhà văn hóa thôn")
	b.Send(kit.QuietMsg{ID: b.id}, kit.QuietMsg{ID: b.id})
	b.somebodyElse("venue", "Nhà B")
	if err := b.env.Desk.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.store.Left[b.id] = []model.OpenText{b.store.Kept[b.id]}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.show(form.Field{}, 80, 19)
	b.Press("enter")
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindPick || b.stored(item("venue")) != "Nhà B" {
		t.Errorf("nobody was asked: %+v, and the store has %q", b.alone.Last(), b.stored(item("venue")))
	}
}

// Answers marked as not saved were lost at kill -9, though it said they were kept.
func TestWhatADiskThatWasFullRefusedIsBackAtTheNextStart(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.store.Fail = model.ErrNoSpace
	b.Type("Trụ sở")
	b.Press("enter")
	b.Send(kit.Jump{Field: item("officers")})
	b.Type("12")
	b.Press("enter")
	d := b.env.Desk.Draft(b.id)
	row := d.Session.AddFilledRow("shortcomings", map[string]string{"shortcoming": "Chưa niêm yết"})
	if cmd := d.Commit(model.Place{}); cmd != nil {
		cmd()
	}
	b.store.Fail = nil
	b.somebodyElse("officers", "15")
	b.env = tuitest.NewEnv(t, b.store, "vi") // kill -9, and the next start
	b.show(item("venue"), 80, 19)
	if got := b.stored(item("venue")); got != "Trụ sở" {
		t.Errorf("the store has %q", got)
	}
	if view := b.View(); !strings.Contains(view, "lần trước chưa lưu được") {
		t.Errorf("it says nothing of it:\n%s", view)
	}
	if row != "" {
		if rows := b.session().Rows("shortcomings"); len(rows) != 1 || rows[0].ID != row {
			t.Errorf("the rows are %+v", rows)
		}
	}
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindPick || b.stored(item("officers")) != "15" {
		t.Errorf("a colleague's answer is not asked about: %+v, %q", b.alone.Last(), b.stored(item("officers")))
	}
	if left := b.store.Owing[b.id].Changes; len(left) != 1 || left[0].Field != item("officers") || left[0].New.Raw != "12" {
		t.Errorf("in the recovery file lie %+v, want what is asked about and nothing that is saved", left)
	}
}

// The text of a cell was dropped when its row was gone at the next start.
func TestATextWhoseRowIsGoneIsKeptInTheNoteOfItsTable(t *testing.T) {
	b := at(t, item("venue"), "vi")
	note := form.Field{Item: "representatives", Part: form.Note}
	for _, text := range []string{"Nguyễn Văn Bình", "Chủ tịch"} {
		b.store.Left[b.id] = []model.OpenText{{Field: form.Field{Item: "representatives", Row: "gone", Part: "person"}, Text: text}}
		b.env = tuitest.NewEnv(t, b.store, "vi")
		b.show(item("representatives"), 80, 19)
	}
	if got := b.stored(note); got != "Nguyễn Văn Bình\nChủ tịch" {
		t.Errorf("the table's note is %q", got)
	}
	b.Press("ctrl+n")
	if !strings.Contains(b.View(), "Nguyễn Văn Bình") {
		t.Errorf("it cannot be read:\n%s", b.View())
	}
}

// The note as it was changed was put behind the one that stood; now it takes its place,
// and is asked about where a colleague has changed it since.
func TestARecoveredNoteOfARowIsTheNoteAsItWasChanged(t *testing.T) {
	for _, since := range []bool{false, true} {
		b := at(t, item("venue"), "vi")
		d := b.env.Desk.Draft(b.id)
		note := form.Field{Item: "representatives", Row: d.Session.AddFilledRow("representatives", map[string]string{"person": "Bình"}), Part: form.Note}
		d.Session.Answer(note, "thay trưởng thôn")
		d.Commit(model.Place{})()
		b.store.Left[b.id] = []model.OpenText{{Field: note, Text: "thay bí thư", Rev: 1}, {Field: note, Text: "đến muộn", Rev: 1}}
		if since {
			b.store.Left[b.id] = b.store.Left[b.id][:1]
			desk := kit.NewDesk(b.store, b.env.Catalog, b.env.Forms, nil)
			desk.Load(b.id)()
			desk.Draft(b.id).Session.Answer(note, "ủy quyền")
			desk.Draft(b.id).Commit(model.Place{})()
		}
		b.env = tuitest.NewEnv(t, b.store, "vi")
		b.show(item("venue"), 80, 19)
		want := "thay bí thư\nđến muộn" // two crashes left both
		if since {
			want = "ủy quyền"
			if entries := b.asked(); entries[0].Label != "của tôi: thay bí thư" {
				t.Errorf("the question is %+v", entries)
			}
		}
		if got := b.stored(note); got != want {
			t.Errorf("changed since: %v; the store has %q", since, got)
		}
	}
}

// Mine was nowhere but in the program while it asked whose answer stands.
func TestTheQuestionAboutAConflictIsPutAgainAfterACrash(t *testing.T) {
	for _, mine := range []bool{true, false} {
		b := at(t, item("venue"), "vi")
		b.Type("Nhà A")
		b.somebodyElse("venue", "Nhà B")
		b.Press("enter")
		for range 2 { // kill -9 while it asks, and the next start; twice
			if entries := b.asked(); entries[0].Label != "của tôi: Nhà A" || !strings.HasSuffix(entries[1].Label, "Nhà B") {
				t.Fatalf("the question is %+v", entries)
			}
			if got := b.stored(item("venue")); got != "Nhà B" {
				t.Fatalf("before the answer the store has %q", got)
			}
			b.env = tuitest.NewEnv(t, b.store, "vi")
			b.show(form.Field{}, 80, 19)
		}
		pick := b.asked()[map[bool]int{true: 0, false: 1}[mine]]
		b.Send(kit.PickedMsg{Tag: b.opened().Arg.(*kit.Pick).Tag, Codes: []string{pick.Code}})
		b.Send(kit.RetryMsg{})
		if got, want := b.stored(item("venue")), map[bool]string{true: "Nhà A", false: "Nhà B"}[mine]; got != want {
			t.Errorf("the store has %q, want %q", got, want)
		}
		if left := b.store.Owing[b.id].Changes; len(left) != 0 {
			t.Errorf("answered, the question is still kept: %+v", left)
		}
	}
}

// A colleague who went on typing meanwhile took the place of mine, unasked.
func TestMineStandsInTheQuestionWhileTheColleagueGoesOn(t *testing.T) {
	b := at(t, item("venue"), "vi")
	b.Type("Nhà A")
	b.somebodyElse("venue", "Nhà B")
	b.Press("enter")
	tag := b.opened().Arg.(*kit.Pick).Tag
	b.somebodyElse("venue", "Nhà C")
	b.Send(kit.WatchMsg{ID: b.id})
	b.Send(kit.PickedMsg{Tag: tag, Codes: []string{"mine"}})
	b.Send(kit.RetryMsg{})
	if entries := b.asked(); entries[0].Label != "của tôi: Nhà A" || !strings.HasSuffix(entries[1].Label, "Nhà C") {
		t.Errorf("it does not ask about what the colleague answered since: %+v", entries)
	}
}

// asked are the answers of the question that is open.
func (b *bench) asked() []kit.Entry {
	b.t.Helper()
	pick, ok := b.opened().Arg.(*kit.Pick)
	if !ok {
		b.t.Fatalf("nobody is asked: %+v", b.alone.Last())
	}
	return pick.Find("")
}
