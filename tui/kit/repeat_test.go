package kit_test

import (
	"errors"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// archive is an office with former visits.
type archive struct {
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	def   *form.Definition
}

func newArchive(t *testing.T) *archive {
	t.Helper()
	a := &archive{t: t, store: tuitest.NewStore()}
	a.env = tuitest.NewEnv(t, a.store, "vi")
	a.def = tuitest.Form(t, a.env, tuitest.RepeatForm)
	return a
}

func (a *archive) unit(code string, day vn.Date) catalog.UnitKey {
	a.t.Helper()
	u, ok := a.env.Catalog.UnitOn(code, day)
	if !ok {
		a.t.Fatalf("there is no unit %s on %s", code, day)
	}
	return u.Key
}

// visited begins a visit of somebody, with a venue.
func (a *archive) visited(by string, unit catalog.UnitKey, day vn.Date, parent model.RecordID, venue string) model.RecordID {
	a.t.Helper()
	a.store.User = by
	id := tuitest.BeginOn(a.t, a.env, a.def, kit.Begin{Unit: unit, Day: day, Parent: parent})
	tuitest.FillIn(a.t, a.env, id, func(s *form.Session) { s.Answer(form.Field{Item: "venue"}, venue) })
	return id
}

// former opens a record and reads what is offered for it.
func (a *archive) former(id model.RecordID) (*kit.Draft, []string) {
	a.t.Helper()
	a.env.Desk.Load(id)()
	d := a.env.Desk.Draft(id)
	msg, ok := a.env.ReadFormer(d)().(kit.FormerMsg)
	if !ok || msg.Err != nil {
		a.t.Fatalf("the former records were not read: %+v", msg)
	}
	d.TakeFormer(msg)
	var venues []string
	for _, f := range d.Former() {
		venues = append(venues, f.Session.Get(form.Field{Item: "venue"}).Raw)
	}
	return d, venues
}

func TestFormerRecordsAreOfTheUnitThenOfTheRoundThenOfThePerson(t *testing.T) {
	a := newArchive(t)
	camBinh, thanhSen, camQuang := a.unit("18685", on(2024, 6, 1)), a.unit("18073", on(2024, 6, 1)), a.unit("18697", on(2024, 6, 1))
	round := tuitest.BeginRound(t, a.env, on(2024, 6, 1))
	a.visited("an", camQuang, on(2024, 2, 1), "", "của tôi, nơi khác")
	a.visited("binh", camBinh, on(2022, 5, 1), "", "đơn vị 2022")
	a.visited("binh", camBinh, on(2023, 5, 1), "", "đơn vị 2023")
	a.visited("binh", camBinh, on(2024, 9, 1), "", "sau lần này")
	a.visited("binh", camQuang, on(2024, 2, 2), "", "người khác, nơi khác")
	a.visited("binh", thanhSen, on(2024, 6, 10), round, "trong đợt")
	this := a.visited("an", camBinh, on(2024, 6, 15), round, "lần này")
	d, venues := a.former(this)
	want := []string{"đơn vị 2023", "đơn vị 2022", "trong đợt", "của tôi, nơi khác"}
	if len(venues) != len(want) {
		t.Fatalf("offered are %q, want %q", venues, want)
	}
	for i := range want {
		if venues[i] != want[i] {
			t.Fatalf("offered are %q, want %q", venues, want)
		}
	}
	if last, ok := d.Last(); !ok || last.Day != on(2023, 5, 1) {
		t.Errorf("the last visit is %+v", last)
	}
	if a.env.ReadFormer(d) != nil {
		t.Error("they are read twice")
	}
}

// What was found in a unit that went wholly into this one is this one's own.
func TestFormerRecordsOfAUnitThatWentInCount(t *testing.T) {
	a := newArchive(t)
	day := on(2025, 9, 1)
	for _, u := range a.env.Catalog.UnitsOn(day, catalog.Commune, catalog.HomeProvince) {
		l := a.env.Catalog.Lineage(u.Key)
		if len(l.Whole) < 2 {
			continue
		}
		old := l.Whole[len(l.Whole)-1]
		a.visited("binh", old, on(2023, 5, 1), "", "đơn vị cũ")
		_, venues := a.former(a.visited("an", u.Key, day, "", "lần này"))
		if len(venues) != 1 || venues[0] != "đơn vị cũ" {
			t.Errorf("%s offers %q", u.FullName, venues)
		}
		return
	}
	t.Fatal("the catalogue has no unit that others went into")
}

func TestAFailureIsToldAndAskedAgain(t *testing.T) {
	a := newArchive(t)
	this := a.visited("an", a.unit("18685", on(2024, 6, 1)), on(2024, 6, 15), "", "x")
	a.env.Desk.Load(this)()
	d := a.env.Desk.Draft(this)
	d.TakeFormer(kit.FormerMsg{ID: this, Err: errors.New("no disk")})
	if a.env.ReadFormer(d) == nil {
		t.Error("after a failure it is not asked again")
	}
}

func TestFewFormerRecordsAreKept(t *testing.T) {
	a := newArchive(t)
	unit := a.unit("18685", on(2024, 6, 1))
	for year := 2010; year < 2024; year++ {
		a.visited("an", unit, on(year, 5, 1), "", "x")
	}
	_, venues := a.former(a.visited("an", unit, on(2024, 6, 15), "", "lần này"))
	if len(venues) != 8 { // five of the unit, three of the person
		t.Errorf("%d are kept", len(venues))
	}
}

func TestARecordBegunLikeAnotherStartsWithItsAnswersMarked(t *testing.T) {
	a := newArchive(t)
	unit := a.unit("18685", on(2024, 6, 1))
	first := a.visited("an", unit, on(2024, 6, 15), "", "Hội trường")
	tuitest.FillIn(t, a.env, first, func(s *form.Session) {
		s.Answer(form.Field{Item: "poor"}, "88")
		s.AddFilledRow("members", map[string]string{"person": "Hoa"})
		s.AddFilledRow("shortcomings", map[string]string{"fault": "chậm"})
	})
	id := tuitest.BeginOn(t, a.env, a.def, kit.Begin{Unit: a.unit("18073", on(2024, 6, 1)), Day: on(2024, 6, 16), Like: first})
	op, err := a.store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"venue": "Hội trường", "poor": "88"} {
		if got := op.Filled.Answers[form.Field{Item: name}]; got.Raw != want || !got.Carried {
			t.Errorf("%s is %+v", name, got)
		}
	}
	if got := op.Filled.Answers[form.Field{Item: "visit_date"}]; got.Raw != "16/06/2024" || got.Carried {
		t.Errorf("the day is %+v", got)
	}
	if len(op.Filled.Rows["members"]) != 1 || len(op.Filled.Rows["shortcomings"]) != 0 {
		t.Errorf("the rows are %v", op.Filled.Rows)
	}
}

func TestAPinWinsOverADefaultAndOverWhatIsLikeAnother(t *testing.T) {
	a := newArchive(t)
	day := on(2024, 6, 15)
	unit := a.unit("18685", day)
	round := tuitest.BeginRound(t, a.env, on(2024, 6, 1))
	first := a.visited("an", unit, day, round, "Hội trường")
	if err := a.store.Pin(t.Context(), first, model.Pin{Kind: model.Inspection, Field: form.Field{Item: "venue"}, Raw: "Trụ sở"}); err != nil {
		t.Fatal(err)
	}
	id := tuitest.BeginOn(t, a.env, a.def, kit.Begin{Unit: unit, Day: day, Parent: round, Like: first})
	if got := a.store.Answer(id, form.Field{Item: "venue"}); got.Raw != "Trụ sở" || !got.Carried {
		t.Errorf("it begins with %+v", got)
	}
}

func TestAPinThatCannotBeKeptIsTold(t *testing.T) {
	a := newArchive(t)
	alone := a.visited("an", a.unit("18685", on(2024, 6, 1)), on(2024, 6, 15), "", "x")
	a.env.Desk.Load(alone)()
	d := a.env.Desk.Draft(alone)
	msg, ok := d.Pin(form.Field{Item: "venue"}, "x")().(kit.PinnedMsg)
	if !ok || !errors.Is(msg.Err, model.ErrNotFound) {
		t.Errorf("without a round it answers %+v", msg)
	}
}

// A copy into this year's round is of this year's contents: last year's would
// otherwise go into the new minutes unseen.
func TestWhatTheRoundSettlesWinsOverTheRecordThatIsCopied(t *testing.T) {
	a := newArchive(t)
	a.def = tuitest.Form(t, a.env, tuitest.VisitForm)
	areas := form.Field{Item: "areas"}
	ordered := func(raw string, day vn.Date) model.RecordID {
		round := tuitest.BeginRound(t, a.env, day)
		tuitest.FillIn(t, a.env, round, func(s *form.Session) { s.Answer(areas, raw) })
		return round
	}
	unit := a.unit("18685", on(2024, 6, 1))
	begin := func(b kit.Begin) form.Answer {
		b.Unit = unit
		return a.store.Answer(tuitest.BeginOn(t, a.env, a.def, b), areas)
	}
	first := tuitest.BeginOn(t, a.env, a.def, kit.Begin{Unit: unit, Day: on(2023, 6, 15), Parent: ordered("1 2", on(2023, 6, 1))})
	if got := begin(kit.Begin{Day: on(2024, 6, 15), Parent: ordered("3", on(2024, 6, 1)), Like: first}); got.Raw != "3" || got.Carried {
		t.Errorf("with a round it begins with %+v", got)
	}
	if got := begin(kit.Begin{Day: on(2024, 6, 15), Like: first}); got.Raw != "1 2" || !got.Carried {
		t.Errorf("without a round it begins with %+v", got)
	}
}
