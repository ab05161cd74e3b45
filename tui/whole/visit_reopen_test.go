package whole

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// store puts the visit into the database as completed, without a keyboard.
func (v *visitor) store(t *testing.T, d desk) model.InspectionID {
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
	id, err := s.Create(t.Context(), model.NewInspection{Unit: key, UnitName: unit.FullName, UnitPath: env.Catalog.Path(unit, day),
		Visit: day, Round: visitRound, Programme: def.Programme, Projects: strings.Fields(projects), Form: def,
		Changes: v.s.TakeChanges(), Progress: v.s.Progress()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Complete(t.Context(), model.Save{ID: id, Progress: v.s.Progress()}); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestACompletedVisitIsChangedOnlyAfterAReason(t *testing.T) {
	t.Parallel()
	v := plan(t)
	d := newDesk(t)
	id := v.store(t, d)
	was := d.read(t, id).Record
	events := len(history(t, d, id))
	closed := "muốn sửa, hãy mở lại và nêu lý do"
	p := sitDown(t, d)
	p.WaitFor("Xã Cẩm Bình", patience)
	p.Press("enter")

	p.waitAt(spot{code: "V.02"})
	for _, keys := range []string{"3", "x", "\x1b[3~", ctrlN} { // a choice, a letter, Delete, a note
		p.Press("down", "up") // the sentence goes with the next key
		p.WaitUntil("the note line is empty", patience, func(rows []string) bool { return !strings.Contains(strings.Join(rows, "\n"), closed) })
		p.Type(keys)
		p.WaitFor(closed, patience)
	}
	goTo(t, p.Terminal, "V.06")
	p.Type("0")
	p.WaitFor(closed, patience)
	p.Press("enter")
	p.waitAt(spot{code: "V.06", table: true, row: 1, column: "Họ và tên"})
	p.Type("Ai đó")
	p.WaitFor(closed, patience)
	p.Press("tab")
	p.Press("ctrl+t")
	p.WaitFor(closed, patience)
	p.Press("esc")
	p.waitAt(spot{code: "V.06"})

	const reason, venue = "Ghi nhầm địa điểm làm việc", "Nhà văn hóa thôn Đông Trung"
	p.Press("f2")
	p.WaitFor("Rà soát", patience)
	p.Press("h") // completed already
	p.WaitFor(closed, patience)
	p.Press("m")
	p.WaitFor("Lý do mở lại phiếu", patience)
	p.Press("enter") // no reason, no reopening
	p.Type(reason)
	p.Press("enter")
	p.WaitFor("Phiếu đã được mở lại", patience)
	p.Press("esc")
	p.waitAt(spot{code: "V.06"})
	goTo(t, p.Terminal, "V.05")
	p.Press("ctrl+u")
	p.Type(venue)
	p.Press("enter")
	p.waitAt(spot{code: kit.ShortCode("R.11a")})
	p.complete()
	p.leave()

	at := form.Field{Item: "venue"}
	now := d.read(t, id)
	if now.Inspection.Status != model.Completed {
		t.Errorf("the inspection is %s", now.Inspection.Status)
	}
	for f, a := range now.Record.Answers {
		if want := was.Answers[f]; f != at && a != want {
			t.Errorf("%s was %+v and is %+v", f, want, a)
		}
	}
	if got := now.Record.Answers[at]; got.Raw != venue || len(now.Record.Answers) != len(was.Answers) {
		t.Errorf("the venue is %+v, and there are %d answers instead of %d", got, len(now.Record.Answers), len(was.Answers))
	}
	since := history(t, d, id)[events:]
	var said []string
	for _, e := range since {
		said = append(said, strings.TrimSpace(e.Kind+" "+e.Field.String()+" "+e.Old.Raw+" → "+e.New.Raw+" "+e.Reason))
	}
	want := []string{"reopen   →  " + reason, "answer venue " + was.Answers[at].Raw + " → " + venue, "complete   →"}
	if strings.Join(said, "\n") != strings.Join(want, "\n") {
		t.Errorf("the history says\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	if out := command(t, d.db, "check"); out == "" {
		t.Error("check says nothing")
	}
}

func history(t *testing.T, d desk, id model.InspectionID) []model.Event {
	t.Helper()
	s := d.open(t)
	defer shut(t, s)
	list, err := s.History(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return list
}
