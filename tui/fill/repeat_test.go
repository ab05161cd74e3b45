package fill_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// again is the form screen on the second visit to a unit, which had visits in
// 2022 and 2023; in the same round another unit was visited.
type again struct {
	*bench
	def         *form.Definition
	round       model.RecordID
	first, last model.RecordID
}

func secondVisit(t *testing.T, lang string, at form.Field) *again {
	t.Helper()
	a := &again{bench: &bench{t: t, store: tuitest.NewStore()}}
	a.env = tuitest.NewEnv(t, a.store, lang)
	a.env.User = "binh" // somebody else did the former visits, as "an"
	a.def = tuitest.Form(t, a.env, tuitest.RepeatForm)
	a.first = a.visited(kit.Begin{Day: vn.Date{Year: 2022, Month: 5, Day: 3}}, map[string]string{"venue": "Trụ sở cũ", "decision": "01/QĐ", "poor": "120"})
	a.last = a.visited(kit.Begin{Day: vn.Date{Year: 2023, Month: 4, Day: 2}}, map[string]string{"venue": "Hội trường", "decision": "02/QĐ-UBND", "committee": "yes",
		"plan": "yes", "plan_no": "15/KH-UBND", "posted": "no", "contact": "Nguyễn Văn Bình, công chức", "level": "commune", "checked": "yes", "poor": "88", "remarks": "Đã làm.\nCòn chậm."})
	a.round = tuitest.BeginRound(t, a.env, vn.Date{Year: 2024, Month: 6, Day: 1})
	other, _ := a.env.Catalog.UnitOn("18073", vn.Date{Year: 2024, Month: 6, Day: 1})
	a.visited(kit.Begin{Unit: other.Key, Day: vn.Date{Year: 2024, Month: 6, Day: 10}, Parent: a.round}, map[string]string{"venue": "Phòng họp"})
	a.id = tuitest.BeginOn(t, a.env, a.def, a.ofToday())
	a.show(at, 80, 19)
	return a
}

// ofToday is the visit of today in the round.
func (a *again) ofToday() kit.Begin {
	day := vn.Date{Year: 2024, Month: 6, Day: 15}
	unit, _ := a.env.Catalog.UnitOn("18685", day)
	return kit.Begin{Unit: unit.Key, Day: day, Parent: a.round}
}

func (a *again) visited(b kit.Begin, answers map[string]string) model.RecordID {
	a.t.Helper()
	id := tuitest.BeginOn(a.t, a.env, a.def, b)
	tuitest.FillIn(a.t, a.env, id, func(s *form.Session) {
		for name, raw := range answers {
			if !s.Answer(item(name), raw) {
				a.t.Fatalf("%s was not answered with %q", name, raw)
			}
		}
		if answers["posted"] == form.No {
			s.Answer(form.Field{Item: "posted", Part: form.Note}, "hỏng bảng tin")
			s.AddFilledRow("members", map[string]string{"person": "Trần Thị Hoa", "post": "Chủ tịch"})
			s.AddFilledRow("members", map[string]string{"person": "Lê Văn Sơn", "post": "Phó Chủ tịch"})
			s.AddFilledRow("shortcomings", map[string]string{"fault": "chậm"})
		}
	})
	return id
}

func (a *again) wantSaid(text string) {
	a.t.Helper()
	if !strings.Contains(a.View(), text) {
		a.t.Errorf("%q is not said:\n%s", text, a.View())
	}
}

func (a *again) answer(name string) form.Answer { return a.session().Get(item(name)) }

func TestDittoShowsOneOlderEachTimeAndComesRound(t *testing.T) {
	a := secondVisit(t, "vi", item("venue"))
	a.Type("của tôi")
	for i, step := range []struct{ value, said string }{
		{"Hội trường", "Lấy từ Xã Cẩm Bình, ngày 02/04/2023"},
		{"Trụ sở cũ", "Lấy từ Xã Cẩm Bình, ngày 03/05/2022"},
		{"Phòng họp", "ngày 10/06/2024"},
		{"Phòng họp", "Không còn giá trị cũ hơn"},
		{"của tôi", "Đã trở lại như trước"},
		{"Hội trường", "ngày 02/04/2023"},
	} {
		a.Press([]string{"ctrl+r", "f7"}[i%2])
		if got := a.answer("venue"); got.Raw != step.value || got.Carried != (step.value != "của tôi") {
			t.Fatalf("press %d: the answer is %+v, want %q", i+1, got, step.value)
		}
		a.wantSaid(step.said)
		if !strings.Contains(a.open(), step.value) {
			t.Fatalf("press %d: the open row is %q", i+1, a.open())
		}
	}
	if !strings.Contains(a.open(), " >≈") {
		t.Errorf("the row has no sign: %q", a.open())
	}
	a.Press("ctrl+z")
	if got := a.answer("venue").Raw; got != "của tôi" {
		t.Errorf("one step back brings %q", got)
	}
}

func TestACarriedValueIsPassedWithEnterAlone(t *testing.T) {
	for _, key := range []string{"pgdown", "f8", "up", "f2"} {
		a := secondVisit(t, "vi", item("venue"))
		a.Press("ctrl+r", key)
		if !a.answer("venue").Carried {
			t.Errorf("%s passes it", key)
		}
	}
	a := secondVisit(t, "vi", item("venue"))
	a.Press("ctrl+r", "enter")
	if got := a.answer("venue"); got.Carried || got.Raw != "Hội trường" {
		t.Errorf("Enter leaves %+v", got)
	}
	if !a.store.Answer(a.id, item("venue")).IsZero() && a.store.Answer(a.id, item("venue")).Carried {
		t.Error("the store does not know that it was passed")
	}
}

func TestEnterPassesACarriedTextOfSeveralLinesAndDigitsPassChoices(t *testing.T) {
	a := secondVisit(t, "vi", item("remarks"))
	a.Press("ctrl+r")
	if got := a.answer("remarks"); got.Raw != "Đã làm.\nCòn chậm." || !got.Carried {
		t.Fatalf("carried is %+v", got)
	}
	a.Press("enter")
	if got := a.answer("remarks"); got.Carried || got.Raw != "Đã làm.\nCòn chậm." {
		t.Errorf("Enter leaves %+v", got)
	}
	a.Send(kit.Jump{Field: item("committee")})
	a.Press("ctrl+r", "1")
	if got := a.answer("committee"); got.Carried || got.Raw != form.Yes {
		t.Errorf("answered with the same digit it is %+v", got)
	}
}

func TestAnotherValueTypedOnACarriedOneIsThePersonsOwn(t *testing.T) {
	a := secondVisit(t, "vi", item("poor"))
	a.Press("ctrl+r")
	a.Type("95")
	a.Press("pgup")
	if got := a.answer("poor"); got.Carried || got.Raw != "95" {
		t.Errorf("it is %+v", got)
	}
}

func TestDittoWhereNothingIsTypedSaysWhy(t *testing.T) {
	a := secondVisit(t, "vi", item("double"))
	a.Press("ctrl+r")
	a.wantSaid(a.env.Words.Fill.ComputedHere)
	a.Send(kit.Jump{Field: item("visit_date")})
	a.Press("ctrl+r")
	a.wantSaid(a.env.Words.Fill.Readonly)
	a.Send(kit.Jump{Field: item("shortcomings")})
	a.Press("ctrl+r")
	a.wantSaid("không mang sang")
	a.Send(kit.Jump{Field: form.Field{Item: "venue", Part: form.Note}})
	a.Press("ctrl+r")
	a.wantSaid(a.env.Words.Repeat.NoFormer)
}

func TestDittoOnWhatAllFormerRecordsSaySaysSo(t *testing.T) {
	a := secondVisit(t, "vi", item("level"))
	a.Press("1", "up", "ctrl+r")
	a.wantSaid("cũng ghi như vậy (Xã Cẩm Bình, 02/04/2023)")
	if got := a.answer("level"); got.Carried || got.Raw != "commune" {
		t.Errorf("the answer became %+v", got)
	}
}

func TestDittoOnANoteBringsTheNoteOfTheSameItem(t *testing.T) {
	a := secondVisit(t, "vi", form.Field{Item: "posted", Part: form.Note})
	a.Press("ctrl+r")
	if got := a.session().Get(form.Field{Item: "posted", Part: form.Note}); got.Raw != "hỏng bảng tin" || !got.Carried {
		t.Errorf("the note is %+v", got)
	}
	if !strings.Contains(a.View(), "≈") {
		t.Errorf("the note has no sign:\n%s", a.View())
	}
}

func TestDittoOnTheLineOfATableBringsItsRows(t *testing.T) {
	a := secondVisit(t, "vi", item("members"))
	a.Press("ctrl+r")
	if n := a.session().Filled("members"); n != 2 {
		t.Fatalf("there are %d rows:\n%s", n, a.View())
	}
	if !strings.Contains(a.open(), "≈") || !strings.Contains(a.open(), "2 dòng") {
		t.Errorf("the line is %q", a.open())
	}
	a.Press("ctrl+z")
	if n := len(a.session().Rows("members")); n != 0 {
		t.Errorf("one step back leaves %d rows", n)
	}
	a.session().AddFilledRow("members", map[string]string{"person": "X"})
	a.Press("ctrl+r")
	a.wantSaid("đã có dòng")
}

// What is asked waits for the disk, and keys are kept meanwhile.
func TestDittoWaitsForTheFormerRecords(t *testing.T) {
	a := secondVisit(t, "vi", item("venue"))
	s, ok := a.alone.Screen.(kit.Waiter)
	if !ok || s.Waiting() {
		t.Fatal("the screen waits before anything was asked")
	}
	cmd := s.Update(tea.KeyPressMsg{Code: 'r', Mod: tea.ModCtrl})
	if !s.Waiting() || cmd == nil {
		t.Fatal("the screen does not wait for what it asked for")
	}
	a.Send(cmd())
	if s.Waiting() || a.answer("venue").Raw != "Hội trường" {
		t.Errorf("then it has %+v", a.answer("venue"))
	}
}

func TestAsLastTimeListsWhatItWouldSetAndMarksIt(t *testing.T) {
	a := secondVisit(t, "vi", item("committee"))
	a.Press("2") // one is answered already
	a.Press("ctrl+f")
	pick, ok := a.opened().Arg.(*kit.Pick)
	if !ok || !pick.Many {
		t.Fatalf("opened is %+v", a.opened())
	}
	if want := "decision plan plan_no posted contact level members"; strings.Join(pick.Chosen, " ") != want {
		t.Fatalf("proposed are %v, want %s", pick.Chosen, want)
	}
	if !strings.Contains(pick.Confirm(len(pick.Chosen)), "02/04/2023") || !strings.Contains(pick.Find("quyet dinh")[0].Label, "02/QĐ-UBND") {
		t.Errorf("the list is %q: %+v", pick.Confirm(len(pick.Chosen)), pick.Find(""))
	}
	a.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{"decision", "posted", "members"}})
	for name, carried := range map[string]bool{"committee": false, "decision": true, "posted": true, "plan": false} {
		if got := a.answer(name); got.Carried != carried {
			t.Errorf("%s is %+v", name, got)
		}
	}
	if !strings.Contains(a.open(), "1.02") {
		t.Errorf("it does not go to the first of them, but to %q", a.open())
	}
	if !strings.Contains(a.View(), "≈") {
		t.Errorf("the strip and the rows have no sign:\n%s", a.View())
	}
	a.Press("ctrl+z")
	if !a.answer("decision").IsZero() || a.session().Filled("members") != 0 {
		t.Error("one step back does not take all of it back")
	}
	a.wantSaid("Đã hoàn tác việc “mang sang 3 mục”.")
	a.Press("ctrl+y")
	a.wantSaid("Đã làm lại việc “mang sang 3 mục”.")
}

// It said that there is no former record, where Ctrl+R brings what others of the round say.
func TestAsLastTimeSaysWhereAnotherRecordHelps(t *testing.T) {
	a := secondVisit(t, "vi", item("venue"))
	a.id = tuitest.BeginOn(t, a.env, a.def, kit.Begin{Unit: a.unitOf("18694"), Day: vn.Date{Year: 2024, Month: 6, Day: 15}, Parent: a.round})
	a.show(item("venue"), 80, 19)
	a.Press("ctrl+f")
	a.wantSaid("Ctrl+R lấy từng mục từ phiếu khác.")
	a.Press("ctrl+r")
	a.wantSaid("Phòng họp")
}

func (a *again) unitOf(code string) catalog.UnitKey {
	a.t.Helper()
	u, ok := a.env.Catalog.UnitOn(code, vn.Date{Year: 2024, Month: 6, Day: 15})
	if !ok {
		a.t.Fatalf("there is no unit %s", code)
	}
	return u.Key
}

func TestAsLastTimeWithoutAFormerVisit(t *testing.T) {
	b := visit(t, "vi", kit.Begin{}, 80, 19)
	b.Press("ctrl+f")
	if !strings.Contains(b.View(), b.env.Words.Repeat.LastNone) {
		t.Errorf("nothing is said:\n%s", b.View())
	}
}

func TestAPinHoldsForTheRoundUntilItIsTakenOut(t *testing.T) {
	a := secondVisit(t, "vi", item("venue"))
	a.Type("Hội trường UBND")
	a.Press("f4")
	a.wantSaid("Đã ghim cho đợt: V.03 Địa điểm")
	if !strings.Contains(a.open(), "◆") {
		t.Errorf("the row has no pin: %q", a.open())
	}
	next := tuitest.BeginOn(t, a.env, a.def, a.ofToday())
	if got := a.store.Answer(next, item("venue")); got.Raw != "Hội trường UBND" || !got.Carried {
		t.Errorf("the next record begins with %+v", got)
	}
	b := &bench{t: t, store: a.store, env: a.env, id: next}
	b.show(item("venue"), 80, 19)
	if view := b.View(); !strings.Contains(view, "là giá trị ghim") || strings.Contains(view, "kỳ trước") {
		t.Errorf("it is not said where the value comes from:\n%s", view)
	}
	if got := a.store.Answer(tuitest.BeginOn(t, a.env, a.def, kit.Begin{}), item("venue")); !got.IsZero() {
		t.Errorf("one outside the round begins with %+v", got)
	}
	a.Press("f4")
	a.wantSaid("Đã bỏ ghim")
	if strings.Contains(a.open(), "◆") {
		t.Errorf("the row still has its pin: %q", a.open())
	}
	if got := a.store.Answer(tuitest.BeginOn(t, a.env, a.def, a.ofToday()), item("venue")); !got.IsZero() {
		t.Errorf("a pin that was taken out gives %+v", got)
	}
}

func TestPinsAreListedAndTakenOut(t *testing.T) {
	a := secondVisit(t, "vi", item("venue"))
	a.Send(kit.RunMsg{Action: keymap.Pins})
	a.wantSaid(a.env.Words.Repeat.NoPins)
	a.Type("Hội trường")
	a.Press("f4")
	a.Send(kit.RunMsg{Action: keymap.Pins})
	pick, ok := a.opened().Arg.(*kit.Pick)
	if !ok || len(pick.Find("")) != 1 || !strings.Contains(pick.Find("")[0].Label, "Hội trường") {
		t.Fatalf("the list is %+v", a.opened())
	}
	a.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{pick.Find("")[0].Code}})
	a.wantSaid("Đã bỏ ghim")
	if pins, err := a.store.Pins(t.Context(), a.id, model.Inspection); err != nil || len(pins.List) != 0 {
		t.Errorf("pinned is %+v, %v", pins, err)
	}
}

func TestWhatCannotBePinnedSaysWhy(t *testing.T) {
	b := visit(t, "vi", kit.Begin{}, 80, 19)
	b.Send(kit.Jump{Field: item("poor_end")})
	b.Press("f4")
	if !strings.Contains(b.View(), b.env.Words.Repeat.NoRound) {
		t.Errorf("nothing is said:\n%s", b.View())
	}
	a := secondVisit(t, "vi", item("venue"))
	a.Press("f4")
	a.wantSaid(a.env.Words.Repeat.NoValue)
	a.Send(kit.Jump{Field: item("members")})
	a.Press("f4")
	a.wantSaid(a.env.Words.Common.NotHere)
	a.Send(kit.Jump{Field: item("double")})
	a.Press("f4")
	a.wantSaid(a.env.Words.Fill.ComputedHere)
}

// The keys of a second visit to an area of rated items and texts are at most
// 60 % of those of the first.
func TestASecondVisitCostsFarFewerKeys(t *testing.T) {
	first := &counted{again: secondVisit(t, "vi", item("committee"))}
	first.press("1")
	first.typed("02/QĐ-UBND")
	first.press("enter", "1")
	first.typed("15/KH-UBND")
	first.press("enter", "2", "ctrl+n")
	first.typed("hỏng bảng tin")
	first.press("tab")
	first.typed("Nguyễn Văn Bình, công chức")
	first.press("enter", "1", "1")
	second := &counted{again: secondVisit(t, "vi", item("committee"))}
	second.press("ctrl+f")
	pick := second.opened().Arg.(*kit.Pick)
	second.n++ // Enter in the list
	second.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
	// committee, decision, plan, plan_no, posted, its note, contact, level
	second.press("enter", "enter", "enter", "enter", "enter", "enter", "enter", "enter")
	second.press("1") // what the form excepts is answered anew
	for _, name := range []string{"committee", "decision", "plan", "plan_no", "posted", "contact", "level", "checked"} {
		one, two := first.answer(name), second.answer(name)
		if one.Value != two.Value || two.Carried {
			t.Errorf("%s: %+v at first, then %+v", name, one, two)
		}
	}
	note := form.Field{Item: "posted", Part: form.Note}
	if one, two := first.session().Get(note), second.session().Get(note); one.Value != two.Value || two.Carried {
		t.Errorf("the note: %+v at first, then %+v", one, two)
	}
	if second.n*100 > first.n*60 {
		t.Errorf("the second visit takes %d keys, the first %d", second.n, first.n)
	}
	t.Logf("first visit %d keys, second %d", first.n, second.n)
}

// counted counts the keys that are pressed.
type counted struct {
	*again
	n int
}

func (c *counted) press(keys ...string) {
	c.n += len(keys)
	c.Press(keys...)
}

func (c *counted) typed(text string) {
	c.n += len([]rune(text))
	c.Type(text)
}

func TestEnglishSaysItToo(t *testing.T) {
	a := secondVisit(t, "en", item("venue"))
	a.Press("ctrl+r")
	a.wantSaid("From Xã Cẩm Bình, 02/04/2023")
}

func TestF8VisitsWhatIsUnseenAlsoInNotes(t *testing.T) {
	a := secondVisit(t, "vi", item("posted"))
	a.session().Carry([]form.FieldText{{Field: item("posted"), Raw: form.No}, {Field: form.Field{Item: "posted", Part: form.Note}, Raw: "hỏng bảng tin"},
		{Field: item("contact"), Raw: "Bình"}})
	a.Send(kit.Jump{Field: item("visit_date")})
	a.Press("pgdown", "pgup", "f8")
	for range 3 { // what is missing stands before it
		if a.draftField() != item("posted") {
			a.Press("f8")
		}
	}
	for _, want := range []form.Field{{Item: "posted", Part: form.Note}, item("contact")} {
		a.Press("f8")
		if got := a.draftField(); got != want {
			t.Fatalf("F8 leads to %s, want %s", got, want)
		}
	}
	a.Press("f5")
	if got := a.draftField(); got != (form.Field{Item: "posted", Part: form.Note}) {
		t.Errorf("F5 leads back to %s", got)
	}
}

// draftField is where the person stands.
func (a *again) draftField() form.Field { return a.env.Desk.Draft(a.id).Record.Place.Field }

// The pictures of a second visit: what was carried, passed, pinned, and said.
func TestPicturesOfASecondVisit(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}} {
			name := fmt.Sprintf("repeat-%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				a := secondVisit(t, lang, item("committee"))
				a.show(item("committee"), size[0], size[1])
				a.Press("ctrl+f")
				pick, ok := a.opened().Arg.(*kit.Pick)
				if !ok {
					t.Fatalf("opened is %+v", a.opened())
				}
				a.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
				a.Press("enter", "f4", "tab", "enter") // the decision is pinned, the plan passed
				a.Press("ctrl+r")
				tuitest.Golden(t, name, a.View())
			})
		}
	}
}

// A table of other years has none of the former rows: it said that they were taken.
func TestRowsAreSaidToBeTakenOnlyWhereThisTableHasThem(t *testing.T) {
	a := &again{bench: &bench{t: t, store: tuitest.NewStore()}}
	a.env = tuitest.NewEnv(t, a.store, "vi")
	var err error
	if a.def, err = a.env.Forms.Version("inspection", "2022-07-15"); err != nil {
		t.Fatal(err)
	}
	visitOf := func(year int) kit.Begin {
		return kit.Begin{Day: vn.Date{Year: year, Month: 6, Day: 17}, Projects: []string{"DA7.TDA1"}}
	}
	a.last = tuitest.BeginOn(t, a.env, a.def, visitOf(2023))
	tuitest.FillIn(t, a.env, a.last, func(s *form.Session) {
		row := s.Rows("capital")[0].ID
		if !s.Answer(form.Field{Item: "capital", Row: row, Part: "assigned"}, "120") {
			t.Fatal("the cell was not answered")
		}
	})
	a.id = tuitest.BeginOn(t, a.env, a.def, visitOf(2024))
	a.show(item("capital"), 80, 19)
	a.Press("ctrl+r")
	a.wantSaid("có các dòng khác: xem lại mục 3.T1a")
	if a.session().Filled("capital") != 0 {
		t.Fatal("rows were taken")
	}
	a.Send(kit.Jump{Field: item("capital_years")})
	a.Press("3")
	a.Send(kit.Jump{Field: item("capital")})
	a.Press("ctrl+r")
	a.wantSaid("1 dòng từ Xã Cẩm Bình, 17/06/2023: xem lại trong bảng")
	if n := a.session().Filled("capital"); n != 1 {
		t.Errorf("%d rows were taken", n)
	}
}

// Of the published forms it proposed the number of the unit's report, and in the
// minutes who had signed the last ones.
func TestAsLastTimeProposesNothingThatBelongsToOneVisit(t *testing.T) {
	a := &again{bench: &bench{t: t, store: tuitest.NewStore()}}
	a.env = tuitest.NewEnv(t, a.store, "vi")
	var err error
	if a.def, err = a.env.Forms.Version("inspection", ""); err != nil {
		t.Fatal(err)
	}
	a.visited(kit.Begin{Day: vn.Date{Year: 2023, Month: 6, Day: 17}}, map[string]string{
		"unit_report_number": "71/BC-UBND", "venue": "Hội trường", "strengths": "Kịp thời.", "unit_opinion": "nhat_tri", "signed_head": "Lê Văn An"})
	a.id = tuitest.BeginOn(t, a.env, a.def, kit.Begin{Day: vn.Date{Year: 2024, Month: 6, Day: 17}})
	a.show(item("venue"), 80, 19)
	a.Press("ctrl+f")
	if pick, ok := a.opened().Arg.(*kit.Pick); !ok || !strings.Contains(" "+strings.Join(pick.Chosen, " ")+" ", " venue ") || strings.Contains(strings.Join(pick.Chosen, " "), "unit_report_number") {
		t.Fatalf("proposed are %+v", a.opened().Arg)
	}
	a.alone.Asked = nil
	a.Send(kit.Jump{Field: item("strengths")})
	a.Press("ctrl+f")
	if a.alone.Last() != nil {
		t.Errorf("it proposes %+v", a.alone.Last())
	}
	a.wantSaid("Phiếu trước không có gì cho")
}
