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
	left := b.store.Owing[b.id]
	delete(b.store.Owing, b.id) // it is this session's alone
	b.somebodyElse("officers", "15")
	b.store.Owing[b.id] = left
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
	if n := len(b.store.Owing[b.id].Changes); n != 0 {
		t.Errorf("%d changes lie in the recovery file though they are saved", n)
	}
}
