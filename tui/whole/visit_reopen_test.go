package whole

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

// store puts the visit into the database as completed, without a keyboard.
func (v *visitor) store(t *testing.T, d desk) model.RecordID {
	t.Helper()
	s := d.open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	key, err := catalog.ParseUnitKey(v.s.Get(form.Field{Item: "unit"}).Raw)
	if err != nil {
		t.Fatal(err)
	}
	unit, _ := env.Catalog.Unit(key)
	def, day := v.s.Definition(), visitDay(t)
	id, err := s.Create(t.Context(), model.NewRecord{Unit: key, UnitName: unit.FullName, UnitPath: env.Catalog.Path(unit, day),
		Day: day, Round: visitRound, Programme: def.Programme, Projects: strings.Fields(projects), Form: def,
		Changes: v.s.TakeChanges(), Progress: v.s.Progress()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: id, Progress: v.s.Progress()}}); err != nil {
		t.Fatal(err)
	}
	return id
}

// closed is what a completed inspection says to whoever types into it.
const closed = "muốn sửa, mở lại (F2, rồi m) và nêu lý do"

func TestACompletedVisitIsChangedOnlyAfterAReason(t *testing.T) {
	t.Parallel()
	const reason, venue = "Ghi nhầm địa điểm làm việc", "Nhà văn hóa thôn Đông Trung"
	v := plan(t)
	d := newDesk(t)
	id := v.store(t, d)
	was, events := d.read(t, id).Filled, len(history(t, d, id))
	p := sitDown(t, d)
	p.WaitFor("Việc của tôi", patience)
	p.Press("p")
	p.WaitFor("Hoàn thành  Xã Cẩm Bình", patience)
	p.Press("enter")
	p.typeInVain()
	p.reopen(reason)
	goTo(t, p.Terminal, "V.05")
	p.Press("ctrl+u")
	p.Type(venue)
	p.Press("enter")
	p.waitAt(spot{code: "R.11a"})
	p.complete()
	p.leave()

	at := form.Field{Item: "venue"}
	now := d.read(t, id)
	if now.Record.Status != model.Completed {
		t.Errorf("the inspection is %s", now.Record.Status)
	}
	want := maps.Clone(was.Answers)
	want[at] = form.Answer{Raw: venue, Value: form.Text(venue)}
	if !maps.Equal(now.Filled.Answers, want) || !reflect.DeepEqual(now.Filled.Rows, was.Rows) {
		t.Errorf("more than the venue was changed, or not that: it is %+v, %d answers were %d", now.Filled.Answers[at], len(now.Filled.Answers), len(want))
	}
	var said []string
	for _, e := range history(t, d, id)[events:] {
		said = append(said, strings.Join([]string{e.Kind, e.Field.String(), e.Old.Raw, e.New.Raw, e.Reason}, "|"))
	}
	wanted := []string{"reopen||||" + reason, "answer|venue|" + was.Answers[at].Raw + "|" + venue + "|", "complete||||"}
	if !slices.Equal(said, wanted) {
		t.Errorf("the history says\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(wanted, "\n"))
	}
	command(t, d.db, "check")
}

// typeInVain types into fields and a table of a completed inspection, which
// says each time why nothing is taken. It ends on the line of the table.
func (p *person) typeInVain() {
	p.t.Helper()
	p.waitAt(spot{code: "V.02"})
	quiet := func() {
		p.WaitUntil("the sentence is gone", patience, func(rows []string) bool { return !strings.Contains(strings.Join(rows, "\n"), closed) })
	}
	for _, keys := range []string{"3", "x", "\x1b[3~", ctrlN} { // a choice, a letter, Delete, a note
		p.Press("down", "up") // the sentence goes with the next key
		quiet()
		p.Type(keys)
		p.WaitFor(closed, patience)
	}
	goTo(p.t, p.Terminal, "V.06")
	quiet()
	p.Type("0")
	p.WaitFor(closed, patience)
	p.Press("enter")
	p.waitAt(spot{code: "V.06", table: true, row: 1, column: "Họ và tên"})
	for _, keys := range []string{"Ai đó", ctrlT, "\x18"} { // a text, a new row, the row away
		p.Type(keys)
		p.WaitFor(closed, patience)
	}
	p.Press("esc")
	p.waitAt(spot{code: "V.06"})
}

// reopen opens a completed inspection again, from its review.
func (p *person) reopen(reason string) {
	p.t.Helper()
	p.Press("f2")
	p.WaitFor("Rà soát", patience)
	p.Press("h") // it is completed already
	p.WaitFor(closed, patience)
	p.Press("m")
	p.WaitFor("Lý do mở lại phiếu", patience)
	p.Press("enter") // no reason, no reopening
	p.WaitFor("Lý do mở lại phiếu", patience)
	p.Type(reason)
	p.Press("enter")
	p.WaitFor("Phiếu đã được mở lại", patience)
	p.Press("esc")
	p.waitAt(spot{code: "V.06"})
}

func history(t *testing.T, d desk, id model.RecordID) []model.Event {
	t.Helper()
	s := d.open(t)
	defer shut(t, s)
	list, err := s.History(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return list
}
