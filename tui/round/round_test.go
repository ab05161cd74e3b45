package round_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/round"
	"giamsat/tui/tuitest"
)

func day(d, m, y int) vn.Date { return vn.Date{Year: y, Month: time.Month(m), Day: d} }

// bench is a round from 10/06/2024 to 28/06/2024, looked at on 20/06/2024.
type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	id    model.RecordID
	alone *tuitest.Alone
}

// unit is the unit of a code on the first day of the round.
func (b *bench) unit(code string) catalog.Unit {
	b.t.Helper()
	u, ok := b.env.Catalog.UnitOn(code, day(10, 6, 2024))
	if !ok {
		b.t.Fatalf("there is no unit %s", code)
	}
	return u
}

// Codes of communes of the district Cẩm Xuyên.
const (
	camBinh, camLinh, camQuang, camDue, camNhuong = "18685", "18721", "18697", "18715", "18709"
)

func newBench(t *testing.T, lang string) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	home, _ := b.env.Catalog.UnitOn(b.env.Catalog.Home(), day(10, 6, 2024))
	begun, ok := b.env.BeginRecord(kit.Begin{Kind: model.Round, Unit: home.Key, Day: day(10, 6, 2024), Programme: "GNBV-2021-2025"}, nil)().(kit.BegunMsg)
	if !ok || begun.Err != nil {
		t.Fatalf("no round was begun: %+v", begun)
	}
	b.id = begun.ID
	return b
}

// planned answers the round's form.
func (b *bench) planned() *bench {
	b.t.Helper()
	d := b.draft()
	for item, raw := range map[string]string{"level": "tinh", "round_kind": "ke_hoach", "ends": "28/06/2024", "decision_number": "1234/QĐ-UBND",
		"decision_date": "03/06/2024", "projects_in_scope": "DA7.TDA1 DA7.TDA2"} {
		if !d.Session.Answer(form.Field{Item: item}, raw) {
			b.t.Fatalf("the form refuses %q for %s", raw, item)
		}
	}
	for code, when := range map[string]string{camBinh: "18/06/2024", camLinh: "12/06/2024", camQuang: "26/06/2024", camDue: ""} {
		d.Session.AddFilledRow("plan", map[string]string{"planned_unit": b.unit(code).Key.String(), "visit_planned": when})
	}
	b.commit(d)
	return b
}

func (b *bench) draft() *kit.Draft {
	b.t.Helper()
	b.env.Desk.Load(b.id)()
	return b.env.Desk.Draft(b.id)
}

func (b *bench) commit(d *kit.Draft) {
	b.t.Helper()
	d.Commit(model.Place{})()
	if n := b.env.Desk.Owed(); n != 0 {
		b.t.Fatalf("%d answers are not saved", n)
	}
	b.env.Desk.Close(b.id)
}

// visit adds an inspection of the round.
func (b *bench) visit(code string, on vn.Date, status model.Status, progress ...form.Progress) model.RecordID {
	b.t.Helper()
	u := b.unit(code)
	id, err := b.store.Create(b.t.Context(), model.NewRecord{Form: &form.Definition{ID: "inspection"}, Parent: b.id, Unit: u.Key, UnitName: u.FullName, Day: on, Progress: progress})
	if err != nil {
		b.t.Fatal(err)
	}
	b.store.Edit(id, func(r *model.Record) {
		r.Status, r.ChangedAt = status, time.Date(2024, 6, 20, 10, 42, 0, 0, time.Local)
	})
	return id
}

// follow adds a finding of a visit.
func (b *bench) follow(visit model.RecordID, due vn.Date) {
	b.t.Helper()
	if _, err := b.store.Create(b.t.Context(), model.NewRecord{Form: &form.Definition{ID: "finding"}, Parent: visit, Head: form.Head{Due: due}}); err != nil {
		b.t.Fatal(err)
	}
}

// visited are three visits, one of them outside the plan.
func (b *bench) visited() (completed, draft, outside model.RecordID) {
	completed = b.visit(camLinh, day(12, 6, 2024), model.Completed)
	draft = b.visit(camBinh, day(18, 6, 2024), model.Draft, form.Progress{Section: "documents_area", Answered: 18, Items: 18},
		form.Progress{Section: "capital_area", Answered: 4, Items: 12, Missing: 8, Stops: 1}, form.Progress{Section: "progress_area"})
	outside = b.visit(camNhuong, day(19, 6, 2024), model.Draft)
	b.follow(completed, day(18, 6, 2024))
	b.follow(completed, day(18, 7, 2024))
	return completed, draft, outside
}

func (b *bench) show(width, height int) *bench {
	b.t.Helper()
	b.alone = tuitest.NewAlone(b.env, round.New(b.env, b.id, nil), width, height)
	b.Driver = tuitest.NewModel(b.t, b.alone, width, height)
	return b
}

func (b *bench) shows(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !strings.Contains(b.View(), text) {
			b.t.Errorf("%q is not shown:\n%s", text, b.View())
		}
	}
}

func (b *bench) marks(text string) {
	b.t.Helper()
	for _, l := range strings.Split(b.View(), "\n") {
		if strings.HasPrefix(l, " >") && strings.Contains(l, text) {
			return
		}
	}
	b.t.Errorf("the marker is not on %q:\n%s", text, b.View())
}

// The root's frame takes five rows of the window.
func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			name := fmt.Sprintf("round-%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				b := newBench(t, lang).planned()
				b.visited()
				tuitest.Golden(t, name, b.show(size[0], size[1]-5).View())
			})
		}
	}
}

func TestUnitsStandByTheirPlannedDayAndVisitsOutsideThePlanBehind(t *testing.T) {
	b := newBench(t, "vi").planned()
	b.visited()
	b.show(80, 19)
	var units []string
	for _, l := range strings.Split(b.View(), "\n")[5:] {
		if f := strings.Fields(strings.TrimPrefix(l, " >")); len(f) > 3 {
			units = append(units, strings.Join(f[1:4], " "))
		}
	}
	want := []string{b.unit(camLinh).FullName, b.unit(camBinh).FullName, b.unit(camQuang).FullName, b.unit(camDue).FullName, b.unit(camNhuong).FullName}
	for i, name := range want {
		if i >= len(units) || !strings.HasPrefix(name+" 1", units[i]) && !strings.HasPrefix(units[i], name) {
			t.Errorf("place %d has %q, want %q", i, units[min(i, len(units)-1)], name)
		}
	}
	b.shows("hoàn thành 1/4 đơn vị", "đã lập phiếu 2", "ngoài kế hoạch 1", "đang theo dõi 2, quá hạn 1", "QĐ 1234/QĐ-UBND ngày 03/06/2024", "10/06–28/06/2024",
		"báo cáo hạn 19/07/2024, còn 29 ngày", "đang nhập 1/2", "!9", "chưa kiểm tra")
}

func TestEnterOpensAVisitOrBeginsItWithAllThatIsKnown(t *testing.T) {
	b := newBench(t, "vi").planned()
	completed, _, _ := b.visited()
	b.show(80, 19)
	b.Press("enter")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: completed}) {
		t.Fatalf("asked for %+v", got)
	}
	for _, c := range []struct {
		name  string
		today vn.Date
		want  vn.Date
	}{
		{"today, within the round", day(20, 6, 2024), day(20, 6, 2024)},
		{"as planned, before the round", day(5, 6, 2024), day(26, 6, 2024)},
		{"as planned, after the round", day(2, 7, 2024), day(26, 6, 2024)},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.env.Today = c.today
			b.Press("home", "down", "down", "enter")
			open, ok := b.alone.Last().(kit.OpenMsg)
			begin, is := open.Arg.(*kit.Begin)
			if !ok || !is || open.Kind != kit.KindNew {
				t.Fatalf("asked for %+v", b.alone.Last())
			}
			want := kit.Begin{Kind: model.Inspection, Unit: b.unit(camQuang).Key, Parent: b.id, Round: "Đợt 1/2024 · cấp tỉnh", Day: c.want, Programme: "GNBV-2021-2025"}
			if got := *begin; got.Kind != want.Kind || got.Unit != want.Unit || got.Parent != want.Parent || got.Round != want.Round || got.Day != want.Day || got.Programme != want.Programme || strings.Join(got.Projects, " ") != "DA7.TDA1 DA7.TDA2" {
				t.Errorf("begins %+v, want %+v", got, want)
			}
		})
	}
}

func TestTheKeysLeadWhereTheySay(t *testing.T) {
	b := newBench(t, "vi").planned()
	_, draft, _ := b.visited()
	b.show(80, 19)
	b.Press("e")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: b.id}) {
		t.Errorf("e asked for %+v", got)
	}
	b.Press("t")
	if q, ok := b.alone.Last().(kit.OpenMsg).Arg.(*model.Query); !ok || q.Round != b.id {
		t.Errorf("t asked for %+v", b.alone.Last())
	}
	b.Press("down", "f2")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindReview, ID: draft}) {
		t.Errorf("F2 asked for %+v", got)
	}
	at := form.Field{Item: "venue"}
	b.Send(kit.Jump{Field: at})
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: draft, Arg: at}) {
		t.Errorf("a problem of the review leads to %+v", got)
	}
	b.Press("n")
	if begin, ok := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Begin); !ok || begin.Parent != b.id || begin.Unit != (catalog.UnitKey{}) || !begin.Day.IsZero() {
		t.Errorf("n asked for %+v", b.alone.Last())
	}
	asked := len(b.alone.Asked)
	b.Press("down", "f2")
	if len(b.alone.Asked) != asked || !strings.Contains(b.alone.Said, "chưa được kiểm tra") {
		t.Errorf("the review of a unit that was not visited: asked for %+v, said %q", b.alone.Last(), b.alone.Said)
	}
}

func TestComingBackReadsAgainAndKeepsThePlace(t *testing.T) {
	b := newBench(t, "vi").planned()
	b.visited()
	b.show(80, 19)
	b.Press("down", "down")
	b.marks(b.unit(camQuang).FullName)
	b.visit(camQuang, day(20, 6, 2024), model.Draft)
	b.Send(kit.BackMsg{})
	b.shows("hoàn thành 1/4 đơn vị", "đã lập phiếu 3")
	b.marks(b.unit(camQuang).FullName)
}

// The round is long, and the commune went into another one while it was under way.
func TestAVisitToTheSuccessorIsTheVisitToAPlannedUnit(t *testing.T) {
	b := newBench(t, "vi").planned()
	visit := b.visit(camQuang, day(2, 7, 2025), model.Draft)
	successor, _ := b.env.Catalog.UnitOn("18673", day(2, 7, 2025))
	b.store.Edit(visit, func(r *model.Record) { r.Unit, r.UnitName = successor.Key, successor.FullName })
	b.show(80, 19)
	b.shows("hoàn thành 0/4 đơn vị", "đã lập phiếu 1", "Xã Cẩm Quang                26/06/2024  02/07/2025")
	if strings.Contains(b.View(), "ngoài kế hoạch") {
		t.Errorf("the visit counts as outside the plan:\n%s", b.View())
	}
}

func TestAUnitWhoseDayHasPassedIsMarked(t *testing.T) {
	b := newBench(t, "vi").planned().show(80, 19)
	for code, sign := range map[string]string{camLinh: "!", camQuang: "○", camDue: "○"} {
		b.shows(sign + " " + b.unit(code).FullName)
	}
}

func TestARoundWithoutAPlanSaysWhatToDo(t *testing.T) {
	b := newBench(t, "vi").show(80, 19)
	b.shows("Chưa có đơn vị nào trong kế hoạch. Bấm e để nhập kế hoạch, n để lập phiếu.", "chưa nhập quyết định")
	b.Press("enter", "down")
	if b.alone.Last() != nil {
		t.Errorf("asked for %+v", b.alone.Last())
	}
}

func TestARoundThatCannotBeReadSaysWhy(t *testing.T) {
	b := newBench(t, "vi")
	b.id = "nowhere"
	b.show(80, 19)
	b.shows("Không tìm thấy", "Bấm F5 để đọc lại.")
}
