package whole

import (
	"testing"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

// person is somebody at the keyboard of the built program.
type person struct {
	*tuitest.Terminal
	t *testing.T
}

// sitDown starts the program at a desk.
func sitDown(t *testing.T, d desk) *person {
	t.Helper()
	return &person{t: t, Terminal: tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Args: d.args("vi"), Env: d.env()})}
}

// waitAt waits until a spot is open.
func (p *person) waitAt(at spot) {
	p.t.Helper()
	p.WaitUntil("the open item "+at.String(), patience, at.shown)
}

// describe begins the inspection: day, unit, round; the projects stand already.
func (p *person) describe() {
	p.t.Helper()
	p.WaitFor("Chưa có phiếu kiểm tra nào", patience)
	p.Press("n")
	p.WaitFor("Đơn vị được kiểm tra", patience)
	p.Press("down", "ctrl+u")
	p.Type(visitTyped)
	p.Press("up")
	p.WaitFor("15/12/2023", patience)
	p.Type("xa cam binh")
	p.WaitFor("Xã Cẩm Bình · huyện Cẩm Xuyên", patience)
	p.Press("enter", "enter")
	p.Type(visitRound)
	p.Press("enter")
	p.WaitFor("> Dự án, tiểu dự án", patience)
	p.Press("enter")
}

// complete reviews the inspection, which has nothing left to be put right, and
// completes it.
func (p *person) complete() {
	p.t.Helper()
	p.Press("f2")
	p.WaitFor("Đủ điều kiện hoàn thành", patience)
	p.Press("h")
	p.WaitFor("Phiếu đã hoàn thành", patience)
}

// leave ends the program and wants it to end well.
func (p *person) leave() {
	p.t.Helper()
	p.Press("ctrl+c")
	if code, err := p.Wait(); code != 0 || err != nil {
		p.t.Fatalf("the program ended with %d, %v", code, err)
	}
}

// plan loads the catalogue and the forms, and plans the visit.
func plan(t *testing.T) *visitor {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	v := planVisit(t, cat, forms)
	for _, prob := range v.s.Problems() {
		if prob.Severity == form.Stop || prob.Code == form.NoReason {
			t.Errorf("the plan leaves %s %s %v: %s", prob.Field, prob.Code, prob.Err, prob.Text.VI)
		}
	}
	for _, f := range v.unanswered() {
		t.Errorf("the plan passes %s over", f)
	}
	if t.Failed() {
		t.FailNow()
	}
	return v
}

func TestAWholeVisitIsEnteredFieldByField(t *testing.T) {
	t.Parallel()
	v := plan(t)
	d := newDesk(t)
	p := sitDown(t, d)
	p.describe()
	before := p.BytesOut()
	for _, s := range v.plan {
		p.waitAt(s.at)
		p.Type(s.keys)
	}
	p.waitAt(v.plan[len(v.plan)-1].at) // there is nothing behind the last item
	keys, sent := v.keysAndBytes()
	t.Logf("the visit has %d items and cells, takes %d keys (%d bytes) and sends %d bytes: %d a key", len(v.plan), keys, sent, p.BytesOut()-before, (p.BytesOut()-before)/int64(keys))
	t.Logf("answers by kind: %v", v.kinds)
	kept(t, "first", keys, p.BytesOut()-before)
	p.complete()
	p.leave()
	v.compare(t, d)
}

// unanswered lists what a person can still answer.
func (v *visitor) unanswered() []form.Field {
	var left []form.Field
	for _, sec := range v.s.Definition().Sections {
		for _, e := range v.s.Entries(sec.Name, nil) {
			if e.Item.Table == nil || e.Depth > 0 {
				if v.s.Editable(e.Field) && v.s.Get(e.Field).IsZero() {
					left = append(left, e.Field)
				}
				continue
			}
			t := &sheet{v: v, item: e.Item}
			rows := v.s.Rows(e.Item.Name)
			if !v.s.None(e.Item.Name) && v.s.Filled(e.Item.Name) == 0 && t.typeable() {
				left = append(left, e.Field)
			}
			for r := range rows {
				if rows[r].Free && r == len(rows)-1 && r > 0 && v.blank(t, r) {
					continue // begun by the last digit, and left alone
				}
				for c, ok := t.seek(r, 0); ok; c, ok = t.seek(r, c+1) {
					if v.s.Get(t.field(r, c)).IsZero() {
						left = append(left, t.field(r, c))
					}
				}
			}
		}
	}
	return left
}

func (v *visitor) blank(t *sheet, r int) bool {
	for c, ok := t.seek(r, 0); ok; c, ok = t.seek(r, c+1) {
		if !v.s.Get(t.field(r, c)).IsZero() {
			return false
		}
	}
	return true
}
