package begin_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func day(d, m, y int) vn.Date { return vn.Date{Year: y, Month: time.Month(m), Day: d} }

// unit is the unit of a code on a day.
func (b *bench) unit(code string, on vn.Date) catalog.UnitKey {
	b.t.Helper()
	u, ok := b.env.Catalog.UnitOn(code, on)
	if !ok {
		b.t.Fatalf("there is no unit %s on %s", code, on)
	}
	return u.Key
}

// round puts a round on the desk, which inspects projects.
func (b *bench) round(title string, from, to vn.Date, projects ...string) model.RecordID {
	b.t.Helper()
	home := b.unit(b.env.Catalog.Home(), from)
	msg := b.env.BeginRecord(kit.Begin{Kind: model.Round, Unit: home, Day: from, Programme: "GNBV-2021-2025"}, nil)().(kit.BegunMsg)
	if msg.Err != nil {
		b.t.Fatal(msg.Err)
	}
	b.env.Desk.Load(msg.ID)()
	d := b.env.Desk.Draft(msg.ID)
	if d.Session.Answer(form.Field{Item: "projects_in_scope"}, strings.Join(projects, " ")) {
		d.Commit(model.Place{})()
	}
	b.env.Desk.Close(msg.ID)
	b.store.Edit(msg.ID, func(r *model.Record) { r.Head.Title, r.Head.From, r.Head.To = title, from, to })
	return msg.ID
}

// pick is the list that was opened last.
func (b *bench) pick() *kit.Pick {
	b.t.Helper()
	open, ok := b.alone.Last().(kit.OpenMsg)
	pick, is := open.Arg.(*kit.Pick)
	if !ok || !is {
		b.t.Fatalf("asked for %+v, want a list", b.alone.Last())
	}
	return pick
}

func TestARoundIsBegunForTheProvinceAndAsksForNoRound(t *testing.T) {
	b := office(t).show(&kit.Begin{Kind: model.Round})
	b.shows("Lập mới · Đợt kiểm tra, giám sát")
	b.shows("Tỉnh Hà Tĩnh")
	b.shows("Từ ngày") // as the form calls it
	for _, other := range []string{"Chương trình ", "Dự án"} {
		if strings.Contains(b.View(), other) {
			t.Errorf("%q is asked for:\n%s", other, b.View())
		}
	}
	b.Type("2506")
	b.Press("enter")
	in := b.one()
	if in.Form.ID != "round" || in.UnitName != "Tỉnh Hà Tĩnh" || in.Day != day(25, 6, 2024) || in.Programme != "GNBV-2021-2025" || in.Parent != "" {
		t.Errorf("begun with %s, %q, %s, %q, parent %q", in.Form.ID, in.UnitName, in.Day, in.Programme, in.Parent)
	}
}

func TestTheProgrammeIsAskedForWhereThereAreSeveral(t *testing.T) {
	b := office(t)
	b.env.Today = day(20, 6, 2026)
	b.show(&kit.Begin{Kind: model.Round})
	b.shows("2026-2030 ·") // the present one stands from the start
	b.Press("enter")
	b.Type("2")
	b.Press("enter")
	if got := b.one().Programme; got != "GNBV-2021-2025" {
		t.Errorf("begun for %q", got)
	}
}

func TestTheProgrammeFollowsTheDay(t *testing.T) {
	b := office(t)
	b.env.Today = day(20, 6, 2026)
	b.show(&kit.Begin{Kind: model.Round})
	b.Type("20062024")
	b.Press("enter") // the programme is not asked for any more: this was the last field
	if in := b.one(); in.Programme != "GNBV-2021-2025" || in.Day.Year != 2024 {
		t.Errorf("begun for %q on %s", in.Programme, in.Day)
	}
}

func TestTheOnlyRoundUnderWayIsChosenWithItsProjects(t *testing.T) {
	b := office(t)
	running := b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024), "DA4.TDA1", "DA7.TDA2")
	b.round("Đợt 1/2024 · cấp tỉnh", day(1, 4, 2024), day(31, 5, 2024))
	b.show(nil)
	b.Type("cam binh")
	b.Press("enter", "enter")
	b.Press("ctrl+b")
	in := b.one()
	if in.Parent != running || in.Round != "Đợt 2/2024 · cấp tỉnh" || !slices.Equal(in.Projects, []string{"DA4.TDA1", "DA7.TDA2"}) {
		t.Errorf("begun with parent %q, round %q, projects %v", in.Parent, in.Round, in.Projects)
	}
}

func TestAUnitThatTheRoundDoesNotPlanIsTold(t *testing.T) {
	b := office(t)
	running := b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024))
	b.env.Desk.Load(running)()
	d := b.env.Desk.Draft(running)
	d.Session.AddFilledRow("plan", map[string]string{"planned_unit": b.unit("18685", day(15, 6, 2024)).String()})
	d.Commit(model.Place{})()
	b.env.Desk.Close(running)
	b.store.Edit(running, func(r *model.Record) {
		r.Head.Title, r.Head.From, r.Head.To = "Đợt 2/2024", day(10, 6, 2024), day(28, 6, 2024)
	})
	b.show(nil)
	b.Type("cam binh")
	b.Press("enter")
	if strings.Contains(b.View(), "không có trong kế hoạch") {
		t.Errorf("a planned unit is told to be none:\n%s", b.View())
	}
	b.Press("up", "ctrl+u")
	b.Type("cam quang")
	b.Press("enter")
	b.shows("Xã Cẩm Quang không có trong kế hoạch của Đợt 2/2024")
}

func TestTheRoundFollowsTheDay(t *testing.T) {
	b := office(t)
	b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024))
	april := b.round("Đợt 1/2024 · cấp tỉnh", day(1, 4, 2024), day(31, 5, 2024))
	b.show(nil)
	b.shows("Đợt 2/2024")
	b.Type("cam binh")
	b.Press("enter")
	b.Type("1505")
	b.Press("enter")
	b.shows("Đợt 1/2024")
	b.Press("ctrl+b")
	if got := b.one().Parent; got != april {
		t.Errorf("begun in %q, want %q", got, april)
	}
}

// A round that was chosen and is not under way on another day stood there as its
// id.
func TestAChosenRoundGoesWithItsDay(t *testing.T) {
	b := office(t)
	running := b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024))
	b.round("Đợt đột xuất 3/2024", day(18, 6, 2024), day(21, 6, 2024))
	b.show(nil)
	b.Type("cam binh")
	b.Press("enter", "enter")
	b.Type("đợt 2/2024")
	b.Press("enter")
	b.shows("Đợt 2/2024 · cấp tỉnh")
	b.Press("up", "up")
	b.Type("1505")
	b.Press("enter")
	if strings.Contains(b.View(), "Đợt 2/2024") || strings.Contains(b.View(), string(running)) {
		t.Errorf("a round that is not under way stands there:\n%s", b.View())
	}
	b.Press("up")
	b.Type("1206")
	b.Press("enter", "ctrl+b")
	if got := b.one().Parent; got != running {
		t.Errorf("begun in %q, want the only round of that day", got)
	}
}

func TestAnInspectionMayBelongToNoRound(t *testing.T) {
	b := office(t)
	running := b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024))
	b.show(nil)
	b.Type("cam binh")
	b.Press("enter", "enter", "f9")
	entries := b.pick().Find("")
	if len(entries) != 2 || entries[0].Code != "" || entries[1].Code != string(running) {
		t.Fatalf("the list offers %+v", entries)
	}
	b.Send(kit.PickedMsg{Tag: b.pick().Tag, Codes: []string{""}})
	b.shows("(không thuộc đợt nào)")
	b.Press("ctrl+b")
	if in := b.one(); in.Parent != "" || in.Round != "" {
		t.Errorf("begun in %q, %q", in.Parent, in.Round)
	}
}

func TestANameThatNoRoundBearsIsKeptAsAName(t *testing.T) {
	b := shown(t)
	b.Type("cam binh")
	b.Press("enter", "enter")
	b.Type("đợt 7/2024")
	b.Press("enter")
	b.shows("Không có đợt nào tên “đợt 7/2024” vào ngày này: chỉ ghi tên đợt.")
	b.Press("ctrl+b")
	if in := b.one(); in.Parent != "" || in.Round != "đợt 7/2024" {
		t.Errorf("begun in %q, %q", in.Parent, in.Round)
	}
}

func TestWhatARoundSaysIsBegunWithOneKey(t *testing.T) {
	b := office(t)
	id := b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024))
	unit := b.unit("18697", day(10, 6, 2024))
	b.show(&kit.Begin{Kind: model.Inspection, Unit: unit, Parent: id, Round: "Đợt 2/2024 · cấp tỉnh", Day: day(3, 7, 2024), Programme: "GNBV-2021-2025", Projects: []string{"DA7.TDA1"}})
	b.shows("Xã Cẩm Quang")
	b.shows("03/07/2024")
	b.Press("ctrl+b")
	in := b.one()
	if in.Unit != unit || in.Parent != id || in.Round != "Đợt 2/2024 · cấp tỉnh" || in.Day != day(3, 7, 2024) || !slices.Equal(in.Projects, []string{"DA7.TDA1"}) {
		t.Errorf("begun with %+v", in)
	}
}

// A round may review days after a visit of it. Its end of the period and its cut-off day
// stood in the new inspection and were wrong from the start, though nobody typed them.
func TestWhatARoundSaysMakesNoNewInspectionWrong(t *testing.T) {
	b := office(t)
	id := b.round("Đợt 3/2024", day(25, 11, 2024), day(5, 12, 2024))
	b.env.Desk.Load(id)()
	d := b.env.Desk.Draft(id)
	for item, raw := range map[string]string{"ends": "05/12/2024", "period_from": "01/01/2024", "period_to": "05/12/2024", "cut_off": "30/11/2024"} {
		if !d.Session.Answer(form.Field{Item: item}, raw) {
			t.Fatalf("the round takes no %s", item)
		}
	}
	d.Commit(model.Place{})()
	b.env.Desk.Close(id)
	for visit, want := range map[vn.Date][3]string{
		day(29, 11, 2024): {"01/01/2024", "", ""},
		day(30, 11, 2024): {"01/01/2024", "", "30/11/2024"},
		day(5, 12, 2024):  {"01/01/2024", "05/12/2024", "30/11/2024"},
	} {
		begun := b.env.BeginRecord(kit.Begin{Kind: model.Inspection, Parent: id, Unit: b.unit("18697", visit), Day: visit, Programme: "GNBV-2021-2025"}, nil)().(kit.BegunMsg)
		if begun.Err != nil {
			t.Fatal(begun.Err)
		}
		b.env.Desk.Load(begun.ID)()
		s := b.env.Desk.Draft(begun.ID).Session
		var got [3]string
		for i, item := range []string{"period_from", "period_to", "cut_off"} {
			got[i] = s.Shown(form.Field{Item: item}, "vi")
			for _, p := range s.ProblemsAt(form.Field{Item: item}) {
				if p.Code != form.Missing {
					t.Errorf("%s: %s begins with %s %s", visit, item, p.Code, p.Text.VI)
				}
			}
		}
		if got != want {
			t.Errorf("%s: it begins with %q, want %q", visit, got, want)
		}
	}
}

func TestWhatBelongsToAVisitIsBegunAtOnce(t *testing.T) {
	b := office(t)
	visit := tuitest.Begin(t, b.env)
	b.show(&kit.Begin{Kind: model.Household, Parent: visit})
	in := b.one()
	if in.Form.ID != "household" || in.Parent != visit || in.UnitName != "Xã Cẩm Bình" || in.Day != day(15, 6, 2024) || in.Programme != "GNBV-2021-2025" {
		t.Errorf("begun with %+v", in)
	}
	if got, ok := b.alone.Last().(kit.OpenMsg); !ok || got.Kind != kit.KindFill || !got.Replace {
		t.Errorf("asked for %+v, want the form in this screen's place", b.alone.Last())
	}
}

func TestWhatCannotBeBegunAtOnceSaysWhyAndLetsGo(t *testing.T) {
	b := office(t).show(&kit.Begin{Kind: model.Household, Parent: "nowhere"})
	b.shows("Không tìm thấy")
	b.Press("enter", "x", "esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("asked for %+v", b.alone.Last())
	}
}

func TestASecondInspectionOfAUnitIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		name  string
		typed string // the day
		said  string // "" for no warning
	}{
		{"the same day", "1506", "Xã Cẩm Bình đã có phiếu ngày 15/06/2024, đang nhập."},
		{"another day, in no round", "1606", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := office(t)
			first := tuitest.Begin(t, b.env)
			b.show(nil)
			b.Type("cam binh")
			b.Press("enter")
			b.Type(c.typed)
			b.Press("enter")
			if c.said == "" {
				b.Press("ctrl+b")
				b.one()
				return
			}
			b.shows(c.said)
			b.Press("ctrl+b")
			if len(b.store.begun) != 0 {
				t.Fatal("a second one was begun without a question")
			}
			list := b.pick().Find("")
			if len(list) != 2 {
				t.Fatalf("the question offers %+v", list)
			}
			b.Send(kit.PickedMsg{Tag: b.pick().Tag, Codes: []string{list[0].Code}})
			if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: first, Replace: true}) {
				t.Errorf("the first choice asked for %+v, want the inspection that there is", got)
			}
			b.Press("ctrl+b")
			b.Send(kit.PickedMsg{Tag: b.pick().Tag, Codes: []string{list[1].Code}})
			b.one()
		})
	}
}

func TestADraftOfTheSameRoundIsAskedAbout(t *testing.T) {
	b := office(t)
	id := b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024))
	first := tuitest.Begin(t, b.env)
	b.store.Edit(first, func(r *model.Record) { r.Parent, r.Day = id, day(12, 6, 2024) })
	b.show(nil)
	b.Type("cam binh")
	b.Press("enter", "enter")
	b.shows("Xã Cẩm Bình đã có phiếu ngày 12/06/2024, đang nhập.")
	b.store.Edit(first, func(r *model.Record) { r.Status = model.Completed })
	b.show(nil)
	b.Type("cam binh")
	b.Press("enter", "enter")
	if strings.Contains(b.View(), "đã có phiếu") {
		t.Errorf("a completed visit of another day is told:\n%s", b.View())
	}
}

// Whoever types the name that a commune had leads to the one that took it over.
func TestAFormerNameLeadsToTheUnitThatThereIs(t *testing.T) {
	b := office(t)
	b.env.Today = day(15, 12, 2025)
	b.show(nil)
	b.Type("cam minh")
	b.Press("enter")
	b.shows("Xã Cẩm Minh chỉ có đến hết ngày 30/06/2025; sau đó thuộc Xã Cẩm Lạc")
	if row := strings.Split(b.View(), "\n")[2]; !strings.Contains(row, "Xã Cẩm Lạc") {
		t.Errorf("the unit is %q", row)
	}
	b.Press("ctrl+b")
	if got := b.one().UnitName; got != "Xã Cẩm Lạc" {
		t.Errorf("begun with %q", got)
	}
}

func TestAFormerNameIsTheUnitAgainOnADayThatItExistedOn(t *testing.T) {
	b := office(t)
	b.env.Today = day(15, 12, 2025)
	b.show(nil)
	b.Type("cam minh")
	b.Press("enter")
	b.Type("15062024")
	b.Press("enter", "ctrl+b")
	if got := b.one().UnitName; got != "Xã Cẩm Minh" {
		t.Errorf("begun with %q", got)
	}
}

func TestAFormerNameIsLookedAtBeforeItIsBegun(t *testing.T) {
	b := office(t)
	b.env.Today = day(15, 12, 2025)
	b.show(nil)
	b.Type("cam minh")
	b.Press("ctrl+b")
	if len(b.store.begun) != 0 {
		t.Errorf("begun with %q, which nobody typed", b.store.begun[0].UnitName)
	}
	b.shows("sau đó thuộc")
	b.Press("ctrl+b")
	if got := b.one().UnitName; got != "Xã Cẩm Lạc" {
		t.Errorf("begun with %q", got)
	}
}

func TestAFormerNameOfSeveralUnitsOffersThem(t *testing.T) {
	b := office(t)
	b.env.Today = day(15, 12, 2025)
	b.show(nil)
	b.Type("dai nai")
	b.Press("f9")
	list := b.pick().Find("")
	if len(list) < 2 {
		t.Fatalf("the list offers %+v", list)
	}
	for _, e := range list {
		k, err := catalog.ParseUnitKey(e.Code)
		if u, ok := b.env.Catalog.Unit(k); err != nil || !ok || !u.ValidOn(b.env.Today) {
			t.Errorf("%s is offered, which does not exist on the day", e.Label)
		}
	}
}

// The root's frame takes five rows of the window.
func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name string
		show func(b *bench)
		arg  *kit.Begin
	}{
		{"round", func(*bench) {}, &kit.Begin{Kind: model.Round}},
		{"second", func(b *bench) { b.Type("cam binh"); b.Press("enter"); b.Type("1506"); b.Press("enter") }, nil},
	} {
		for _, lang := range []string{"vi", "en"} {
			for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
				name := fmt.Sprintf("%s-%s-%dx%d", c.name, lang, size[0], size[1])
				t.Run(name, func(t *testing.T) {
					b := office(t)
					b.env.Words = i18n.In(lang)
					b.round("Đợt 2/2026 · cấp tỉnh", day(10, 6, 2026), day(28, 6, 2026))
					b.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024))
					tuitest.Begin(t, b.env)
					if c.arg != nil {
						b.env.Today = day(20, 6, 2026) // two programmes can be inspected
					}
					b.show(c.arg)
					b.Resize(size[0], size[1]-5)
					c.show(b)
					tuitest.Golden(t, name, b.View())
				})
			}
		}
	}
}

// A round that is not filled in yet had no name: the line said that the visit was in no
// round, and its inspections went into it all the same.
func TestARoundWithoutATitleIsShownByItsDays(t *testing.T) {
	b := office(t)
	running := b.round("", day(10, 6, 2024), day(28, 6, 2024))
	b.show(nil)
	b.shows("Đợt 10/06–28/06/2024 (chưa có tên)")
	if strings.Contains(b.View(), "(không thuộc đợt nào)") {
		t.Errorf("the visit is said to be in no round:\n%s", b.View())
	}
	b.Type("cam binh")
	b.Press("enter", "enter", "f9")
	if list := b.pick().Find(""); len(list) != 2 || list[1].Label != "Đợt 10/06–28/06/2024 (chưa có tên)" {
		t.Errorf("the list offers %+v", list)
	}
	b.Press("up", "ctrl+b")
	in := b.one()
	if in.Parent != running || in.Round != "Đợt 10/06–28/06/2024" {
		t.Errorf("begun with parent %q, round %q", in.Parent, in.Round)
	}
	if !slices.ContainsFunc(in.Changes, func(c form.Change) bool { return c.Field.Item == "round" && c.New.Raw == in.Round }) {
		t.Errorf("R.06 is not filled in: %+v", in.Changes)
	}
}
