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
