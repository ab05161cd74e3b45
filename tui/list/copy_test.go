package list_test

import (
	"testing"

	"giamsat/model"
	"giamsat/tui/kit"
)

func TestDBeginsARecordLikeTheOneUnderTheMarker(t *testing.T) {
	a := newArchive(t)
	b := listed(t, a, nil, "vi", 80, 19)
	b.marks("Xã Nam Phúc Thăng")
	b.Press("d")
	open, _ := b.alone.Last().(kit.OpenMsg)
	arg, ok := open.Arg.(*kit.Begin)
	if open.Kind != kit.KindNew || !ok {
		t.Fatalf("asked for %+v", b.alone.Last())
	}
	op, err := a.Record(t.Context(), a.visit)
	if err != nil {
		t.Fatal(err)
	}
	want := kit.Begin{Kind: model.Inspection, Unit: op.Record.Unit, Day: op.Record.Day, Parent: a.running, Round: op.Record.Round,
		Programme: op.Record.Programme, Like: a.visit}
	if arg.Like != want.Like || arg.Unit != want.Unit || arg.Day != want.Day || arg.Parent != want.Parent || arg.Round != want.Round || arg.Kind != want.Kind {
		t.Errorf("asked for %+v, want %+v", *arg, want)
	}
}

func TestWhatIsFollowedUpIsNotCopied(t *testing.T) {
	a := newArchive(t)
	put(t, a.Store, model.Finding, "Xã Cẩm Bình", func(*model.Record) {})
	b := listed(t, a, of(model.Finding), "vi", 80, 19)
	b.Press("d")
	if got := b.alone.Last(); got != nil {
		t.Errorf("asked for %+v", got)
	}
}

func TestNothingIsCopiedFromAnEmptyList(t *testing.T) {
	b := listed(t, newArchive(t), of(model.Conference), "vi", 80, 19)
	b.Press("d")
	if got := b.alone.Last(); got != nil || b.alone.Said == "" {
		t.Errorf("asked for %+v, said %q", got, b.alone.Said)
	}
}
