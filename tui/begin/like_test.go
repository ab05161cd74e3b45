package begin_test

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/begin"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// copied is the screen that begins a record like an inspection of Xã Cẩm Bình.
func copied(t *testing.T) (b *bench, first model.RecordID) {
	t.Helper()
	b = office(t)
	first = tuitest.Begin(t, b.env)
	tuitest.FillIn(t, b.env, first, func(s *form.Session) { s.Answer(form.Field{Item: "venue"}, "Hội trường UBND") })
	op, err := b.store.Record(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	r := op.Record
	return b.show(&kit.Begin{Kind: model.Inspection, Unit: r.Unit, Day: r.Day, Programme: r.Programme, Like: first}), first
}

func TestACopyAsksForUnitAndDayWithTheOldOnesProposed(t *testing.T) {
	b, _ := copied(t)
	b.shows("> Đơn vị được kiểm tra")
	b.shows("Xã Cẩm Bình")
	b.shows("15/06/2024")
	b.shows("Chép từ phiếu của Xã Cẩm Bình, ngày 15/06/2024")
	b.shows("DA7.TDA1, DA7.TDA2")
}

func TestACopyOfAnotherUnitStartsWithTheAnswersMarked(t *testing.T) {
	b, _ := copied(t)
	b.Type("cam quang")
	b.Press("enter")
	b.Type("20/6")
	b.Press("ctrl+b")
	if len(b.store.begun) != 1 {
		t.Fatalf("%d records were begun:\n%s", len(b.store.begun), b.View())
	}
	in := b.store.begun[0]
	if in.UnitName != "Xã Cẩm Quang" || in.Day != (vn.Date{Year: 2024, Month: 6, Day: 20}) || len(in.Projects) != 2 {
		t.Errorf("begun is %s on %s for %v", in.UnitName, in.Day, in.Projects)
	}
	for _, c := range in.Changes {
		if c.Field == (form.Field{Item: "venue"}) {
			if c.New.Raw != "Hội trường UBND" || !c.New.Carried || c.Cause != form.Carried {
				t.Errorf("the venue begins with %+v", c)
			}
			return
		}
	}
	t.Error("the venue is empty")
}

func TestACopyWaitsForTheRecordItIsLike(t *testing.T) {
	b, first := copied(t)
	s, ok := begin.New(b.env, "", &kit.Begin{Kind: model.Inspection, Like: first}).(kit.Waiter)
	if !ok || !s.Waiting() {
		t.Error("keys would not be kept until the record is read")
	}
}
