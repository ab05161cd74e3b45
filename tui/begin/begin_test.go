package begin_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/begin"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// notary is a store that keeps what it was asked to begin.
type notary struct {
	*tuitest.Store
	begun []model.NewRecord
}

func (n *notary) Create(ctx context.Context, in model.NewRecord) (model.RecordID, error) {
	if n.Fail == nil {
		n.begun = append(n.begun, in)
	}
	return n.Store.Create(ctx, in)
}

type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *notary
	env   *kit.Env
	alone *tuitest.Alone
}

// shown is the screen on 20/06/2024.
func shown(t *testing.T) *bench {
	t.Helper()
	return office(t).show(nil)
}

// office is an empty store on 20/06/2024.
func office(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, store: &notary{Store: tuitest.NewStore()}}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	return b
}

// show opens the screen; what was begun before does not count.
func (b *bench) show(arg *kit.Begin) *bench {
	b.t.Helper()
	b.store.begun = nil
	b.alone = tuitest.NewAlone(b.env, begin.New(b.env, "", arg), 80, 19)
	b.Driver = tuitest.NewModel(b.t, b.alone, 80, 19)
	return b
}

func (b *bench) shows(text string) {
	b.t.Helper()
	if !strings.Contains(b.View(), text) {
		b.t.Errorf("%q is not shown:\n%s", text, b.View())
	}
}

// one is the inspection that was begun.
func (b *bench) one() model.NewRecord {
	b.t.Helper()
	if len(b.store.begun) != 1 {
		b.t.Fatalf("%d inspections were begun, want one\n%s", len(b.store.begun), b.View())
	}
	return b.store.begun[0]
}

func TestAnInspectionIsBegunWithWhatWasDescribed(t *testing.T) {
	b := shown(t)
	b.Type("cam binh")
	b.Press("enter")
	b.Press("ctrl+u")
	b.Type("1506")
	b.Press("enter")
	b.Type("đợt 1")
	b.Press("enter", "enter")
	in := b.one()
	if in.UnitName != "Xã Cẩm Bình" || in.UnitPath != "huyện Cẩm Xuyên" || in.Day != (vn.Date{Year: 2024, Month: 6, Day: 15}) || in.Round != "đợt 1" {
		t.Errorf("begun with %q, %q, %s, %q", in.UnitName, in.UnitPath, in.Day, in.Round)
	}
	if in.Form == nil || in.Form.ID != "inspection" || in.Programme != "GNBV-2021-2025" {
		t.Errorf("begun on the form %v of programme %q", in.Form, in.Programme)
	}
	filled := map[string]string{}
	for _, c := range in.Changes {
		if c.Field.Part == "" && c.Kind == form.Answered {
			filled[c.Field.Item] = c.New.Value.Text()
		}
	}
	for item, want := range map[string]string{"unit": in.Unit.String(), "visit_date": "2024-06-15", "round": "đợt 1", "projects": strings.Join(in.Projects, " ")} {
		if filled[item] != want {
			t.Errorf("the form's %s is filled with %q, want %q", item, filled[item], want)
		}
	}
	if len(in.Progress) == 0 {
		t.Error("begun without progress")
	}
	if got, ok := b.alone.Last().(kit.OpenMsg); !ok || got.Kind != kit.KindFill || !got.Replace || got.ID == "" {
		t.Errorf("asked for %v, want the form in this screen's place", b.alone.Last())
	}
}

func TestProjectsOfTheProvinceAreChosenFromTheStart(t *testing.T) {
	b := shown(t)
	b.Type("cam binh")
	b.Press("enter", "enter", "enter", "ctrl+b")
	chosen := b.one().Projects
	if !slices.Contains(chosen, "DA7.TDA1") || !slices.Contains(chosen, "DA7.TDA2") {
		t.Errorf("chosen are %v", chosen)
	}
	for _, p := range b.env.Catalog.ProjectLeaves("GNBV-2021-2025") {
		if want := p.Applies != "no"; slices.Contains(chosen, p.Code) != want {
			t.Errorf("%s: chosen is %v, want %v", p.Code, !want, want)
		}
	}
}

func TestAChoiceOfProjectsSurvivesAnotherDay(t *testing.T) {
	b := shown(t)
	b.Type("cam binh")
	b.Press("enter", "enter", "enter")
	b.Send(kit.PickedMsg{Tag: 4, Codes: []string{"DA7.TDA2"}})
	b.Press("up", "up", "ctrl+u")
	b.Type("18")
	b.Press("ctrl+b")
	if in := b.one(); !slices.Equal(in.Projects, []string{"DA7.TDA2"}) || in.Day.Day != 18 {
		t.Errorf("begun with %v on %s", in.Projects, in.Day)
	}
}

func TestWhatIsMissingIsSaidAndOpened(t *testing.T) {
	for _, c := range []struct {
		name string
		keys func(b *bench)
		said string
	}{
		{"no unit", func(b *bench) { b.Press("ctrl+b") }, "Chưa chọn đơn vị được kiểm tra."},
		{"no day", func(b *bench) { b.Type("cam binh"); b.Press("enter", "ctrl+u", "ctrl+b") }, "Chưa có ngày kiểm tra; viết 15, 1506 hoặc 15/6/2024."},
		{"no date", func(b *bench) { b.Type("cam binh"); b.Press("enter", "ctrl+u"); b.Type("99/99"); b.Press("ctrl+b") }, "“99/99” không đọc được là ngày; viết 15, 1506 hoặc 15/6/2024."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := shown(t)
			c.keys(b)
			if len(b.store.begun) > 0 {
				t.Fatal("an inspection was begun")
			}
			b.shows(c.said)
		})
	}
}

func TestNoFormForADayIsSaid(t *testing.T) {
	b := shown(t)
	b.Press("enter", "ctrl+u")
	b.Type("15/6/2021")
	b.Press("enter")
	b.shows("Không có mẫu phiếu nào áp dụng cho ngày 15/06/2021.")
}

func TestAMergedUnitIsSaidWithItsSuccessors(t *testing.T) {
	b := shown(t)
	b.Type("thach ha")
	b.Press("f9")
	open, ok := b.alone.Last().(kit.OpenMsg)
	if !ok {
		t.Fatalf("asked for %v", b.alone.Last())
	}
	list := open.Arg.(*kit.Pick).Find("xa")
	if len(list) == 0 {
		t.Fatal("the list has no commune of that name")
	}
	b.Send(kit.PickedMsg{Tag: 0, Codes: []string{"18100@2020-01-01"}})
	b.Press("ctrl+u")
	b.Type("15/12/2025")
	b.Press("enter")
	b.shows("Xã Thạch Hạ chỉ có đến hết ngày 31/12/2024; sau đó thuộc Phường Trần Phú")
	b.Press("ctrl+b")
	if len(b.store.begun) != 0 {
		t.Error("an inspection of a unit that was gone was begun")
	}
}

func TestAUnitOfLaterIsSaidWithItsPredecessors(t *testing.T) {
	b := shown(t)
	b.Type("thanh sen")
	b.shows("Phường Thành Sen chỉ có từ ngày 01/07/2025; trước đó là")
}

func TestANameOfNoUnitIsSaid(t *testing.T) {
	b := shown(t)
	b.Type("khong co xa nao")
	b.shows("Không có đơn vị nào tên “khong co xa nao” vào ngày này.")
}

func TestANameOfSeveralUnitsAsksWhich(t *testing.T) {
	b := shown(t)
	b.Type("cam")
	b.Press("enter")
	open, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || open.Kind != kit.KindPick {
		t.Fatalf("asked for %v, want the list", b.alone.Last())
	}
	list := open.Arg.(*kit.Pick)
	if list.Typed != "cam" {
		t.Errorf("the list begins with %q typed", list.Typed)
	}
	for _, e := range list.Find(list.Typed) {
		if !strings.Contains(vn.Fold(e.Label+" "+e.Detail), "cam") {
			t.Errorf("the list has %q, which was not typed", e.Label)
		}
	}
}

func TestAFailureKeepsWhatWasEntered(t *testing.T) {
	b := shown(t)
	b.store.Fail = model.ErrNoSpace
	b.Type("cam binh")
	b.Press("ctrl+b")
	b.shows("Ổ đĩa đã đầy")
	b.store.Fail = nil
	b.Press("ctrl+b")
	if in := b.one(); in.UnitName != "Xã Cẩm Bình" {
		t.Errorf("begun with %q", in.UnitName)
	}
}

// What is typed while a form is read stayed, but was taken for a unit that had
// been chosen: the next letter began a new name.
func TestTheFormArrivingInTheMiddleOfANameChangesNothing(t *testing.T) {
	b := &bench{t: t, store: &notary{Store: tuitest.NewStore()}}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	s := begin.New(b.env, "", nil)
	s.SetSize(80, 19)
	arriving := s.Init()
	for _, letter := range "cam bin" {
		s.Update(tea.KeyPressMsg{Code: letter, Text: string(letter)})
	}
	s.Update(arriving())
	s.Update(tea.KeyPressMsg{Code: 'h', Text: "h"})
	s.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if shown := ansi.Strip(s.View().Body); !strings.Contains(shown, "Xã Cẩm Bình · huyện Cẩm Xuyên") {
		t.Errorf("“cam binh” is not understood:\n%s", shown)
	}
}

func TestLeavingBeginsNothing(t *testing.T) {
	b := shown(t)
	b.Type("cam binh")
	b.Press("esc")
	if len(b.store.begun) != 0 || b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("%d begun, asked for %v", len(b.store.begun), b.alone.Last())
	}
}

// What was typed on the day that stood there already was put behind it.
func TestTypingADayReplacesTheOneThatStands(t *testing.T) {
	b := shown(t)
	b.Press("down")
	b.Type("150625")
	b.Press("enter")
	b.shows("15/06/2025")
	b.Press("up", "backspace", "backspace")
	b.Type("24")
	b.Press("enter")
	b.shows("15/06/2024")
}

func TestADayThatCannotBeReadIsSaidOnLeaving(t *testing.T) {
	b := shown(t)
	b.Press("down")
	b.Type("31/2")
	b.Press("enter")
	b.shows("“31/2” không đọc được là ngày")
}

// The unit is typed first, the day that it existed on after it.
func TestTheDaySettlesANameThatFittedNothingBefore(t *testing.T) {
	b := shown(t)
	b.Press("down")
	b.Type("150925")
	b.Press("up")
	b.Type("huyen thach ha")
	b.Press("down")
	b.Type("14112023")
	b.Press("enter")
	b.shows("Huyện Thạch Hà")
	b.Press("ctrl+b")
	if got := b.one().UnitName; got != "Huyện Thạch Hà" {
		t.Errorf("begun with %q", got)
	}
}

func TestTheListBeginsAtTheUnitThatWasUnderstood(t *testing.T) {
	b := shown(t)
	b.Type("xa cam binh")
	b.Press("f9")
	pick := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Pick)
	found := pick.Find("")
	if len(pick.Chosen) != 1 || !slices.ContainsFunc(found, func(e kit.Entry) bool { return e.Code == pick.Chosen[0] && e.Label == "Xã Cẩm Bình" }) {
		t.Errorf("the list is %v, the marker on %v", found, pick.Chosen)
	}
}

// today shows the screen after the communes were merged.
func (b *bench) today(d, m, y int) *bench {
	b.env.Today = day(d, m, y)
	return b.show(nil)
}

// A commune that kept its name when it was merged was taken as it is today, and the
// day of the visit, typed after it, only made it a fault that led in circles.
func TestTheDayLeadsToTheUnitOfTheSameNameThatWasThere(t *testing.T) {
	b := office(t).today(29, 11, 2026)
	b.Type("cam binh")
	b.Press("enter")
	b.shows("Xã Cẩm Bình · tỉnh Hà Tĩnh")
	b.Type("15/06/2024")
	b.Press("enter")
	b.shows("Xã Cẩm Bình · huyện Cẩm Xuyên")
	b.shows("Đã lấy Xã Cẩm Bình")
	b.Press("up")
	b.Type("20/11/2026")
	b.Press("enter")
	b.shows("Xã Cẩm Bình · tỉnh Hà Tĩnh")
	if strings.Contains(b.View(), "chỉ có") {
		t.Errorf("something is wrong with the unit of today:\n%s", b.View())
	}
	b.Press("up")
	b.Type("15/06/2024")
	b.Press("enter", "ctrl+b")
	if in := b.one(); in.UnitPath != "huyện Cẩm Xuyên" || in.UnitName != "Xã Cẩm Bình" {
		t.Errorf("begun with %q, %q", in.UnitName, in.UnitPath)
	}
}

// The unit that was understood was written behind: "cam binhhong loc".
func TestTypingAUnitReplacesTheOneThatWasUnderstood(t *testing.T) {
	b := shown(t)
	b.Type("cam binh")
	b.Press("enter", "up")
	b.Type("hong loc")
	b.shows("> Đơn vị được kiểm tra                   hong loc")
	b.Press("enter")
	b.shows("Xã Hồng Lộc · huyện Lộc Hà")
}

// Where no unit bore the name that day, Enter on the unit offers what stood there.
func TestEnterOnAUnitOfAnotherDayOffersThoseOfTheDay(t *testing.T) {
	b := office(t).today(29, 11, 2026)
	b.Type("thanh sen")
	b.Press("enter")
	b.Type("15/06/2024")
	b.Press("enter")
	b.shows("Enter ở ô đơn vị: chọn đơn vị của ngày đó.")
	b.Press("up", "up", "enter")
	list := b.pick().Find("")
	if !slices.ContainsFunc(list, func(e kit.Entry) bool { return e.Label == "Phường Thạch Quý" }) {
		t.Errorf("the list is %v", list)
	}
	if found := b.pick().Find("cam binh"); len(found) != 1 || found[0].Detail != "huyện Cẩm Xuyên" {
		t.Errorf("of the day, another unit cannot be found: %v", found)
	}
	b.Press("enter") // the list was left without an answer
	b.shows("> Ngày làm việc")
}

func TestEnterOnAUnitOfAnotherDayTakesTheOnlyOneOfTheDay(t *testing.T) {
	b := office(t).today(29, 11, 2026)
	b.Type("thach ha")
	b.Press("ctrl+u")
	b.Send(kit.PickedMsg{Tag: 0, Codes: []string{"18100@2020-01-01"}})
	b.Press("up")
	b.Press("enter")
	b.shows("Phường Trần Phú · tỉnh Hà Tĩnh")
	b.shows("Xã Thạch Hạ chỉ có đến hết ngày 31/12/2024")
}

// The name was asked about once, and on another day it stayed as it was typed with
// nothing said.
func TestANameOfSeveralUnitsIsAskedAboutAgainOnAnotherDay(t *testing.T) {
	b := office(t).today(29, 11, 2026)
	b.Type("thach ha")
	b.Press("enter")
	if list := b.pick(); list.Title != "“thach ha” khớp nhiều đơn vị: chọn một" {
		t.Errorf("the list does not say why it is opened: %q", list.Title)
	}
	b.Send(kit.BackMsg{})
	b.Press("enter")
	b.shows("“thach ha” khớp nhiều đơn vị, chưa chọn đơn vị nào")
	b.Type("150624")
	b.Press("up")
	asked := len(b.alone.Asked)
	b.Press("enter")
	if len(b.alone.Asked) == asked {
		t.Fatalf("it is not asked about again:\n%s", b.View())
	}
	b.Send(kit.BackMsg{})
	b.Press("ctrl+b")
	if list := b.pick(); list.Title != "“thach ha” khớp nhiều đơn vị: chọn một" {
		t.Errorf("beginning, the list does not say why it is opened: %q", list.Title)
	}
}
