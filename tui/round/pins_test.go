package round_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

func TestThePinsOfTheRoundAreListedAndTakenOut(t *testing.T) {
	b := newBench(t, "vi").planned()
	b.show(80, 19)
	b.Press("g")
	if b.alone.Said != b.env.Words.Repeat.NoPins {
		t.Fatalf("without pins it says %q", b.alone.Said)
	}
	venue := form.Field{Item: "venue"}
	if err := b.store.Pin(t.Context(), b.id, model.Pin{Kind: model.Inspection, Field: venue, Raw: "Trụ sở UBND"}); err != nil {
		t.Fatal(err)
	}
	b.Press("g")
	open, _ := b.alone.Last().(kit.OpenMsg)
	pick, ok := open.Arg.(*kit.Pick)
	if !ok || len(pick.Find("tru so")) != 1 || !strings.Contains(pick.Find("")[0].Detail, "an") {
		t.Fatalf("asked for is %+v", b.alone.Last())
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{pick.Find("")[0].Code}})
	if b.alone.Said != b.env.Words.Repeat.TakenOut {
		t.Errorf("it says %q", b.alone.Said)
	}
	if pins, err := b.store.Pins(t.Context(), b.id, model.Inspection); err != nil || len(pins.List) != 0 {
		t.Errorf("pinned is %+v, %v", pins, err)
	}
}
