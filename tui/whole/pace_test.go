package whole

import "testing"

// TestThePersonSeesWhatEnteringTook fills in a field of the built program, a list
// of choices above it included, and looks at the statistics from there.
func TestThePersonSeesWhatEnteringTook(t *testing.T) {
	t.Parallel()
	d := newDesk(t).begin(t, "venue")
	p := sitDown(t, d)
	p.WaitFor("> ", patience)
	p.Type("tru so xax")
	p.WaitFor("tru so xax", patience)
	p.Press("backspace", "enter", "ctrl+p") // 12 keys in the form
	p.WaitFor("Lệnh", patience)
	p.Type("thong ke") // the list of commands is no part of the record
	p.Press("enter")
	p.WaitFor("1 phiếu gần đây", patience)
	p.WaitFor("12 phím", patience)
	p.WaitFor("1 câu trả lời", patience)
	p.WaitFor("1 lần xoá chữ", patience)
	p.Press("esc")
	p.WaitFor("Địa điểm", patience)
	p.leave()

	s := d.open(t)
	defer shut(t, s)
	list, err := s.Paces(t.Context(), 0)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d records, %v", len(list), err)
	}
	if got := list[0].Sitting; got.Keys != 12 || got.Began.IsZero() {
		t.Errorf("the store has %+v", got)
	}
}

// TestKeysInADrawerBelongToTheRecordBelow picks from the list of an item.
func TestKeysInADrawerBelongToTheRecordBelow(t *testing.T) {
	t.Parallel()
	p := sitDown(t, newDesk(t).begin(t, "venue"))
	p.WaitFor("> ", patience)
	p.Press("ctrl+g")
	p.WaitFor("Tới mục", patience)
	p.Type("3.06a")
	p.Press("enter")
	p.waitAt(spot{code: "3.06a"})
	p.Press("1")
	p.Press("ctrl+p")
	p.WaitFor("Lệnh", patience)
	p.Type("thong ke")
	p.Press("enter")
	p.WaitFor("8 phím", patience)
}
