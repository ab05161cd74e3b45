package kit_test

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

func TestTheRecordsThatBelongToOneAreCounted(t *testing.T) {
	o := newOffice(t)
	visit := o.begin(kit.Begin{})
	households := form.Field{Item: "households"}
	d := o.open(visit)
	count := func() int64 { n, _ := d.Session.Get(households).Value.Int(); return n }
	missing := func() int { return d.Session.Progress()[0].Missing }
	if count() != 0 || missing() != 1 {
		t.Fatalf("%d households of a visit just begun, %d answers missing", count(), missing())
	}
	begun(t, o.env, kit.Begin{Kind: model.Household, Parent: visit}, nil)
	msg, ok := d.Recount()().(kit.CountedMsg)
	if !ok || msg.ID != visit || !d.Counted(msg) {
		t.Fatalf("counted anew: %+v", msg)
	}
	if count() != 1 || missing() != 0 {
		t.Errorf("%d households, %d answers missing", count(), missing())
	}
	if d.Counted(msg) {
		t.Error("the same count was taken for news")
	}
	o.env.Desk.Close(visit)
	if d = o.open(visit); count() != 1 {
		t.Errorf("opened again, there are %d households", count())
	}
	if h := o.open(o.all(model.Household)[0].ID); h.Recount() != nil {
		t.Error("a form that counts nothing was counted")
	}
}

func TestWhatSomebodyElseAnsweredIsInTheHeadOnceItIsTaken(t *testing.T) {
	o := newOffice(t)
	id := o.round()
	d := o.open(id)
	number := form.Field{Item: "round_number"}
	theirs := form.Answer{Raw: "2", Value: form.Int(2)}
	o.store.Clash = &model.ConflictError{Conflicts: []model.Conflict{{Field: number, Ours: form.Answer{Raw: "3", Value: form.Int(3)}, Theirs: theirs, By: "bình", Rev: 2}}}
	d.Session.Answer(number, "3")
	o.run(d.Commit(model.Place{}))
	clashes := d.Conflicts()
	if len(clashes) != 1 {
		t.Fatalf("%d conflicts", len(clashes))
	}
	o.run(d.Settle(clashes[0], false))
	o.run(d.Save()) // as RetryMsg has the root do
	op, err := o.store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if got := op.Record.Head.Title; got != "Đợt 2/2024 · cấp tỉnh" {
		t.Errorf("lists call the round %q", got)
	}
}
