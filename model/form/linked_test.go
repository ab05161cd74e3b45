package form_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

func linked(tb testing.TB) *form.Session {
	tb.Helper()
	return form.NewSession(load(tb, linkedForm), form.Record{}, setting(tb))
}

func parentOf(tb testing.TB) *form.Session {
	tb.Helper()
	set := setting(tb)
	set.NewRow = func() func() form.Row {
		n := 0
		return func() form.Row { n++; return form.Row("p" + string(rune('0'+n))) }
	}()
	return form.NewSession(load(tb, parentForm), form.Record{}, set)
}

func answer(tb testing.TB, s *form.Session, texts map[string]string) {
	tb.Helper()
	for name, raw := range texts {
		if !s.Answer(item(name), raw) {
			tb.Fatalf("%s takes no %q", name, raw)
		}
	}
}

func TestTheHeadFollowsFromTheAnswers(t *testing.T) {
	day := func(d int, m int, y int) vn.Date {
		date, _ := vn.NewDate(y, m, d)
		return date
	}
	t.Run("nothing is answered", func(t *testing.T) {
		if diff := cmp.Diff(form.Head{}, parentOf(t).Head()); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("by items and rules", func(t *testing.T) {
		s := parentOf(t)
		answer(t, s, map[string]string{"year": "2024", "number": "1", "starts": "3/6/2024", "sent": "1/7/2024", "level": "tinh", "first_area": "4"})
		s.Answer(cell("crew", string(s.AddRow("crew", "")), "person"), "An")
		s.Answer(cell("crew", string(s.AddRow("crew", "")), "person"), "Bình")
		want := form.Head{Title: "Đợt 1/2024", Year: 2024, From: day(3, 6, 2024), Due: day(24, 6, 2024), Planned: 2, Settled: true,
			Level: "tinh", Area: 4, Responsible: s.Shown(item("level"), "vi")}
		if diff := cmp.Diff(want, s.Head()); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("by names alone", func(t *testing.T) {
		s := linked(t)
		answer(t, s, map[string]string{"remark": "Dòng một\ndòng hai", "done": "yes", "owed": "1.500", "part": "3"})
		s.AddFilledRow("flaws", map[string]string{"what": "a", "money": "200"})
		s.AddFilledRow("flaws", map[string]string{"what": "b", "money": "300,5"})
		want := form.Head{Title: "Dòng một dòng hai", Item: "Dòng một dòng hai", State: "open", Settled: true, Area: 3, Amount: 1_500 * vn.Million, Recovered: 500_500_000}
		if diff := cmp.Diff(want, s.Head()); diff != "" {
			t.Error(diff)
		}
		s.Answer(item("done"), "no")
		if h := s.Head(); h.Settled || h.State != "" || h.Recovered != 0 {
			t.Errorf("without flaws, and not done: %+v", h)
		}
	})
	d := load(t, linkedForm)
	if got := d.HeadItem(form.RoleNumber); got != "number" {
		t.Errorf("the number stands in %q", got)
	}
	if got := d.HeadItem("state"); got != "" {
		t.Errorf("a rule is no item: %q", got)
	}
}

func TestARoleIsSpeltAsAFieldReadsIt(t *testing.T) {
	due, _ := vn.NewDate(2024, 7, 31)
	h := form.Head{Number: "TT-0117", Title: "Chậm giải ngân", Due: due, Amount: 1_234_567, Area: 4, Settled: true}
	s := linked(t)
	s.Bring("former", []map[string]string{{"record": "id-1", "number_of": h.Role("number"), "due_of": h.Role("due"), "amount_of": h.Role("amount")}})
	row := string(s.Rows("former")[0].ID)
	for column, want := range map[string]form.Value{"number_of": form.Text("TT-0117"), "due_of": form.DateValue(due), "amount_of": form.Int(1_234_567)} {
		if got := s.Get(cell("former", row, column)).Value; got != want {
			t.Errorf("%s is %+v, want %+v", column, got, want)
		}
	}
	for role, want := range map[string]string{"title": h.Title, "area": "4", "settled": form.Yes, "recovered": "", "from": "", "nothing": ""} {
		if got := h.Role(role); got != want {
			t.Errorf("%s is %q, want %q", role, got, want)
		}
	}
}

func TestWhatTheRoundSaysIsTakenOver(t *testing.T) {
	p := parentOf(t)
	texts := map[string]string{"starts": "3/6/2024", "budget": "8.042,5", "share": "12,34", "size": "1.234,5", "at": "8:30", "text": "71/QĐ", "story": "một\n hai",
		"planned": "no", "where": "18073@2025-07-01", "scope": "1 2 9"}
	answer(t, p, texts)
	for _, person := range []string{"An", "Bình"} {
		p.AddFilledRow("crew", map[string]string{"person": person, "group": "2", "private": "x"})
	}
	s := linked(t)
	s.Answer(item("remark"), "mine")
	s.Inherit(p, true)
	s.Begin([]form.FieldText{{Field: item("remark"), Raw: ""}, {Field: item("nowhere"), Raw: "x"}})

	for mine, theirs := range map[string]string{"begins": "starts", "closes": "ends", "money_given": "budget", "share_given": "share", "size_given": "size",
		"at_given": "at", "text_given": "text", "story_given": "story", "planned_given": "planned", "where_given": "where"} {
		if got, want := s.Get(item(mine)).Value, p.Get(item(theirs)).Value; got != want || got.IsZero() {
			t.Errorf("%s is %+v, and the round says %+v", mine, got, want)
		}
	}
	if got := s.Get(item("scope")); got.Value.Text() != "1 2" || got.Doubtful() {
		t.Errorf("of the scope what the form does not have is left out: %+v", got)
	}
	if got := s.Get(item("other_kind")); !got.IsZero() {
		t.Errorf("an item of another kind was taken over: %+v", got)
	}
	if got := people(s); got != "An Bình" {
		t.Errorf("the team is %q", got)
	}
	if s.Get(item("remark")).Raw != "mine" {
		t.Error("what the program filled in has undone what was there")
	}
	for _, c := range s.TakeChanges() {
		if c.Cause != form.Filled && c.Field != item("remark") {
			t.Errorf("%s counts as %s", c.Field, c.Cause)
		}
	}
	if u, _ := s.Undo(); len(u.Changes) != 1 || u.Changes[0].Field != item("remark") || s.CanUndo() {
		t.Errorf("what the program filled in can be undone: %+v", u)
	}
	s.Redo()
	s.TakeChanges()

	t.Run("and followed, where it is readonly", func(t *testing.T) {
		p.Answer(item("starts"), "10/6/2024")
		p.Answer(item("text"), "")
		p.Answer(item("scope"), "1")
		p.Answer(item("budget"), "8,842") // what that means is not settled
		rows := p.Rows("crew")
		p.Answer(cell("crew", string(rows[1].ID), "person"), "Chi")
		first := p.AddRow("crew", "") // the last, until An is taken out
		p.Answer(cell("crew", string(first), "person"), "Dung")
		p.RemoveRow("crew", rows[0].ID)
		s.Inherit(p, false)
		if got := s.Get(item("begins")).Value.Text(); got != "2024-06-10" {
			t.Errorf("begins is %s", got)
		}
		if got := s.Get(item("text_given")); !got.IsZero() {
			t.Errorf("the text that was taken back is still %+v", got)
		}
		if got := s.Get(item("scope")).Value.Text(); got != "1 2" {
			t.Errorf("an item that the person may change followed: %q", got)
		}
		if got, _ := s.Get(item("money_given")).Value.Int(); got != 8_042_500_000 {
			t.Errorf("an amount that cannot be read was taken over: %d", got)
		}
		if got := people(s); got != "Chi Dung" {
			t.Errorf("the team is %q", got)
		}
	})
	t.Run("none of a team is none here", func(t *testing.T) {
		for _, r := range p.Rows("crew") {
			p.RemoveRow("crew", r.ID)
		}
		p.SetNone("crew", true)
		s.Inherit(p, false)
		if !s.None("team") || len(s.Rows("team")) != 0 {
			t.Errorf("none: %v, with %d rows", s.None("team"), len(s.Rows("team")))
		}
	})
	t.Run("nobody types into it", func(t *testing.T) {
		p.AddFilledRow("crew", map[string]string{"person": "An"})
		s.Inherit(p, false)
		row := s.Rows("team")[0]
		if s.None("team") || row.Free || s.Answer(cell("team", string(row.ID), "person"), "x") || s.AddRow("team", "") != "" ||
			s.RemoveRow("team", row.ID) || s.DuplicateRow("team", row.ID) != "" || s.SetNone("team", true) || s.AddFilledRow("team", map[string]string{"person": "x"}) != "" {
			t.Error("a readonly table was changed")
		}
	})
}

func people(s *form.Session) string {
	var names []string
	for _, r := range s.Rows("team") {
		names = append(names, s.Get(cell("team", string(r.ID), "person")).Raw)
	}
	return strings.Join(names, " ")
}

func TestWhoTheRoundDoesNotNameIsNoProblemHere(t *testing.T) {
	s := linked(t)
	for _, p := range s.Problems() {
		if p.Field.Item == "team" {
			t.Errorf("%+v", p)
		}
	}
	s.Inherit(parentOf(t), false)
	if s.CanUndo() || len(s.TakeChanges()) > 0 {
		t.Error("an empty round changed something")
	}
}

func TestAFormerRecordGivesItsFigures(t *testing.T) {
	former := linked(t)
	answer(t, former, map[string]string{"scope": "2", "poor": "41"})
	former.AddFilledRow("flaws", map[string]string{"what": "a", "money": "200"})
	former.AddFilledRow("flaws", map[string]string{"what": "b", "money": "300"})
	s := linked(t)
	figures := s.Definition().PriorFigures(former)
	want := map[string]form.Value{"former_poor": form.Int(41), "former_money": form.Int(500 * int64(vn.Million))}
	if diff := cmp.Diff(want, figures, cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Fatal(diff)
	}
	figures["poor"] = form.Int(7)
	s.Prior(figures)
	for name, v := range want {
		if got := s.Get(item(name)).Value; got != v {
			t.Errorf("%s is %+v, want %+v", name, got, v)
		}
	}
	if got := s.Get(item("poor")); !got.IsZero() {
		t.Errorf("an item that takes no former figure is %+v", got)
	}
	if s.CanUndo() {
		t.Error("a former figure can be undone")
	}
	former.Answer(item("scope"), "1") // the section is out of scope then
	if got := s.Definition().PriorFigures(former); len(got) != 1 {
		t.Errorf("figures of items that were not asked for: %v", got)
	}
}

func TestFollowedRowsAreTold(t *testing.T) {
	s := linked(t)
	answer(t, s, map[string]string{"remark": "chung", "owed": "1.000"})
	row := s.AddFilledRow("flaws", map[string]string{"what": "Chậm", "money": "8.042,5", "due": "31/7/2024", "hour": "8:05", "areas": "2 4"})
	s.AddRow("flaws", "") // an empty row is no flaw
	want := []form.Followed{{Form: "finding", Origin: form.Field{Item: "flaws", Row: row}, Known: []form.FieldText{
		{Field: item("amount_due"), Raw: "8.042,5"}, {Field: item("doubled"), Raw: "16.085"}, {Field: item("due_first"), Raw: "31/07/2024"},
		{Field: item("found_at"), Raw: "08:05"}, {Field: item("rate"), Raw: "804,25"}, {Field: item("remark"), Raw: "chung"},
		{Field: item("what"), Raw: "Chậm"}, {Field: item("where_in"), Raw: "2 4"}}}}
	if diff := cmp.Diff(want, s.Opens()); diff != "" {
		t.Error(diff)
	}
	s.Answer(cell("flaws", string(row), "due"), "")
	if got := s.Opens()[0].Known[2]; got.Raw != "" || got.Field.Item != "due_first" {
		t.Errorf("what the row says no more is told as %+v", got)
	}
	s.Answer(item("done"), "no")
	if got := s.Opens(); len(got) > 0 {
		t.Errorf("of a table that is not asked for: %+v", got)
	}
}

func TestWhatARowFillsReadsBackAsTheSame(t *testing.T) {
	s := linked(t)
	answer(t, s, map[string]string{"remark": "một\nhai", "owed": "7"})
	row := s.AddFilledRow("flaws", map[string]string{"what": "Chậm", "money": "1.234,567891", "due": "31/7/2024", "hour": "8:05", "areas": "4 2"})
	f := form.NewSession(load(t, findingForm), form.Record{}, setting(t))
	f.Begin(s.Opens()[0].Known)
	for target, column := range map[string]string{"what": "what", "amount_due": "money", "doubled": "twice", "due_first": "due", "rate": "rate", "found_at": "hour", "where_in": "areas"} {
		if got, want := f.Get(item(target)).Value, s.Get(cell("flaws", string(row), column)).Value; got != want || got.IsZero() {
			t.Errorf("%s is %+v, the row says %+v", target, got, want)
		}
	}
	if got := f.Get(item("remark")).Raw; got != "một\nhai" {
		t.Errorf("the remark is %q", got)
	}
}

func TestFormerFindingsAreBroughtAndAnswered(t *testing.T) {
	s := linked(t)
	count := func() form.Progress { return s.Progress()[2] }
	items := count().Items
	rows := []map[string]string{{"record": "id-1", "number_of": "TT-0001", "due_of": "31/07/2024", "amount_of": "1.000", "nowhere": "x"}, {"record": "id-2", "number_of": "TT-0002"}}
	s.Bring("former", rows)
	s.Bring("former", rows) // once is enough
	s.Bring("flaws_in_all", rows)
	if got := s.Rows("former"); len(got) != 2 || got[0].Free {
		t.Fatalf("rows %+v", got)
	}
	if s.CanUndo() {
		t.Error("what the program brought can be undone")
	}
	if got := count(); got.Items != items+1 || got.Answered != 0 || got.Missing != 2 {
		t.Errorf("with two findings to answer the section tells %+v", got)
	}
	first, second := string(s.Rows("former")[0].ID), string(s.Rows("former")[1].ID)
	if s.RemoveRow("former", form.Row(first)) || s.AddRow("former", "") != "" || s.Answer(cell("former", first, "record"), "id-9") || s.Answer(cell("former", first, "number_of"), "x") {
		t.Error("what the program brought was changed")
	}
	if got := s.Settles(); len(got) > 0 {
		t.Errorf("nothing was answered, and this is told: %+v", got)
	}
	s.Answer(cell("former", first, "outcome"), "fixed")
	s.Answer(item("remark"), "đã xem")
	want := []form.Followed{{Form: "finding", Origin: form.Field{Item: "former", Row: form.Row(first)}, Record: "id-1",
		Known: []form.FieldText{{Field: item("recheck"), Raw: "fixed"}, {Field: item("rechecked_by"), Raw: "đã xem"}}}}
	if diff := cmp.Diff(want, s.Settles()); diff != "" {
		t.Error(diff)
	}
	if got, _ := s.Get(item("fixed_in_all")).Value.Int(); got != 1 {
		t.Errorf("%d fixed", got)
	}
	if got := count(); got.Answered != 0 {
		t.Errorf("one of two is answered, and the section tells %+v", got)
	}
	s.Answer(cell("former", second, "outcome"), "open")
	if got := count(); got.Answered != 1 || got.Missing != 0 {
		t.Errorf("both are answered, and the section tells %+v", got)
	}
}

func TestCountedRecordsAreNoField(t *testing.T) {
	s := linked(t)
	answer(t, s, map[string]string{"scope": "2", "owed": "600"})
	homes := func() form.Progress { return s.Progress()[1] }
	items := homes().Items
	f := item("households")
	if s.Editable(f) || s.Answer(f, "3") || s.Shown(f, "vi") != "0" {
		t.Error("a count is typed, or does not say 0")
	}
	s.Answer(item("done"), "yes") // asks for one
	if p := homes(); p.Items != items+1 || p.Missing != 2 {
		t.Errorf("asked for, and none is there: %+v", p)
	}
	if !s.SetChildren("household", 2) || s.SetChildren("household", 2) || s.SetChildren("other", 2) {
		t.Error("what follows from a count is told wrong")
	}
	if p := homes(); p.Answered != 1 || p.Missing != 1 {
		t.Errorf("two are there: %+v", p)
	}
	if got, _ := s.Get(item("per_home")).Value.Int(); got != 300*int64(vn.Million) {
		t.Errorf("%d đồng a home", got)
	}
	s.SetChildren("household", 8)
	if ps := s.ProblemsAt(f); len(ps) != 1 || ps[0].Rule != "L9" || ps[0].Text.VI != "8 hộ" {
		t.Errorf("problems %+v", ps)
	}
	if n := len(s.TakeChanges()); n != 3 {
		t.Errorf("three answers, and %d changes: a count was recorded as one", n)
	}
}

func TestWhatIsHiddenIsNeverSeen(t *testing.T) {
	s := linked(t)
	s.AnswerAll([]form.FieldText{{Field: item("marker"), Raw: strings.Repeat("dài", 400)}}, form.Filled)
	if s.Get(item("marker")).IsZero() || s.Answer(item("marker"), "x") || s.Visible("marker") || s.Editable(item("marker")) {
		t.Error("a hidden item is not the program's own")
	}
	for _, e := range s.Entries("head", func(string) bool { return true }) {
		if e.Item.Hidden {
			t.Errorf("%s is an entry", e.Item.Name)
		}
	}
	for _, p := range s.Problems() {
		if p.Field.Item == "marker" {
			t.Errorf("a hidden item has a problem: %+v", p)
		}
	}
	if got := s.Hidden(); len(got) > 0 {
		t.Errorf("completing would clear %v", got)
	}
	table := s.Definition().Item("flaws").Table
	if got := len(table.Visible()); got != len(table.Columns)-1 || table.Visible()[0].Name != "what" {
		t.Errorf("%d of %d columns are visible", got, len(table.Columns))
	}
	row := s.AddFilledRow("flaws", map[string]string{"what": "a"})
	s.AnswerAll([]form.FieldText{{Field: cell("flaws", string(row), "key"), Raw: "k"}}, form.Filled)
	if s.CellVisible(cell("flaws", string(row), "key")) || s.Answer(cell("flaws", string(row), "key"), "x") {
		t.Error("a hidden cell can be seen")
	}
	if twin := s.DuplicateRow("flaws", row); !s.Get(cell("flaws", string(twin), "key")).IsZero() {
		t.Error("what the program keeps in a row was copied with it")
	}
}

func TestASectionOutOfScopeAsksForNothing(t *testing.T) {
	s := linked(t)
	s.Answer(item("scope"), "2")
	s.Answer(item("poor"), "12")
	if !s.Visible("poor") || s.Progress()[1].Items == 0 {
		t.Error("the section is in scope, and asks for nothing")
	}
	s.Answer(item("scope"), "1")
	if s.Visible("poor") || s.Visible("households") || s.Progress()[1].Items != 0 || len(s.Entries("homes", nil)) > 0 {
		t.Error("the section is out of scope, and asks for something")
	}
	if got := s.Get(item("poor")).Raw; got != "12" {
		t.Errorf("what was typed is %q", got)
	}
	if got := s.Get(item("per_home")).Value; !got.IsZero() {
		t.Errorf("a computed item is %+v", got)
	}
	s.Answer(item("scope"), "2")
	s.Answer(item("remark"), "none") // the item's own rule holds beside the section's
	if s.Visible("households") || !s.Visible("poor") {
		t.Error("the section's rule stands for the item's own, or the other way round")
	}
}

func TestTheProgrammeOfTheRecordDecidesLists(t *testing.T) {
	src := strings.Replace(small, "programme: GNBV-2021-2025", "programme: any", 1)
	source := item("source_of")
	count := func(programme, src string) int {
		set := setting(t)
		set.Programme, set.Visit = programme, vn.Date{Year: 2026, Month: 6, Day: 15}
		s := form.NewSession(load(t, src), form.Record{}, set)
		s.Answer(item("arrears"), "yes")
		return len(s.Choices(source))
	}
	old, merged, any := count("GNBV-2021-2025", src), count("MTQG-2026-2035", src), count("", src)
	if old == merged || any < max(old, merged) {
		t.Errorf("%d sources in the old programme, %d in the merged one, %d in any", old, merged, any)
	}
	if got := count("", small); got != old {
		t.Errorf("the form's own programme has %d sources, want %d", got, old)
	}
}

func TestTheTotalOfTheProvinceIsSilentWhereItIsNotPublished(t *testing.T) {
	src := strings.Replace(linkedForm, "programme: any", "programme: GNBV-2021-2025", 1)
	for name, c := range map[string]struct {
		row    string
		broken bool
	}{
		"published":                 {"GNBV-2021-2025,42,2024,1000000000,C QD90-CAP", true},
		"more than was asked":       {"GNBV-2021-2025,42,2024,1001000000,C QD90-CAP", false},
		"of another year":           {"GNBV-2021-2025,42,2023,1,C QD90-CAP", false},
		"of another province":       {"GNBV-2021-2025,40,2024,1,C QD90-CAP", false},
		"of another programme":      {"MTQG-2026-2035,42,2024,1,C QD90-CAP", false},
		"not published for anybody": {"", false},
	} {
		t.Run(name, func(t *testing.T) {
			set := settingOf(catalogWithTotals(t, c.row))
			s := form.NewSession(load(t, src), form.Record{}, set)
			s.Answer(item("owed"), "1.001")
			if ps := s.ProblemsAt(item("owed")); len(ps) > 0 != c.broken {
				t.Errorf("problems %+v", ps)
			}
		})
	}
}

// catalogWithTotals is the catalogue with other totals of provinces.
func catalogWithTotals(tb testing.TB, row string) *catalog.Catalog {
	tb.Helper()
	files := fstest.MapFS{}
	names, err := filepath.Glob("../catalog/data/*.csv")
	if err != nil {
		tb.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		files["data/"+filepath.Base(name)] = &fstest.MapFile{Data: src}
	}
	files["data/totals.csv"] = &fstest.MapFile{Data: []byte("programme,province,year,dong,basis\n" + row + "\n")}
	cat, err := catalog.LoadFS(files)
	if err != nil {
		tb.Fatal(err)
	}
	return cat
}

func TestTheOutlineTellsHowRecordsHangTogether(t *testing.T) {
	src, err := json.Marshal(load(t, linkedForm).Outline())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"programme":"any"`, `"parent":"parent"`, `"number":"number"`, `"relevant":"'2' in scope"`, `"form":"household"`, `"hidden":true`,
		`"inherit":"crew"`, `"prior":"flaws.money"`, `"unconfirmed":true`, `"opens":{"form":"finding","fill":{"amount_due":"money"`, `"settles":{"form":"finding","record":"record"`} {
		if !strings.Contains(string(src), part) {
			t.Errorf("%s is missing", part)
		}
	}
}

func TestAnUnconfirmedTableIsWarnedOfAndAsksForNothing(t *testing.T) {
	var warned bool
	for _, f := range form.Lint("linked.yaml", []byte(linkedForm), loadCatalog(t)) {
		if f.Item == "annex" {
			warned = f.Warning && strings.Contains(f.Text, "not confirmed")
			continue
		}
		if !f.Warning {
			t.Error(f)
		}
	}
	if !warned {
		t.Error("lint says nothing of it")
	}
	s := linked(t)
	s.Answer(item("scope"), "2")
	if s.AddRow("annex", "") != "" || len(s.Rows("annex")) > 0 || s.Filled("annex") != 0 {
		t.Error("a table without columns has rows")
	}
}

func TestWhatCannotBeReadIsNotBrought(t *testing.T) {
	s := linked(t)
	s.Bring("former", []map[string]string{{"record": "id-1", "due_of": "ngày nào đó", "amount_of": "8,842"}})
	row := string(s.Rows("former")[0].ID)
	for _, column := range []string{"due_of", "amount_of"} {
		if got := s.Get(cell("former", row, column)); !got.IsZero() {
			t.Errorf("%s, which nobody can put right, is %+v", column, got)
		}
	}
}

// Where the person may add rows, too, those that were brought stay, and those
// that were added settle nothing.
func TestARowOfOnesOwnSettlesNothing(t *testing.T) {
	src := strings.Replace(linkedForm, "          settles:", "          free: true\n          settles:", 1)
	s := form.NewSession(load(t, src), form.Record{}, setting(t))
	s.Bring("former", []map[string]string{{"record": "id-1", "number_of": "TT-0001"}})
	own := s.AddFilledRow("former", map[string]string{"outcome": "fixed"})
	if got := s.Settles(); len(got) > 0 {
		t.Errorf("%+v", got)
	}
	rows := s.Rows("former")
	if rows[0].Free || !rows[1].Free || s.RemoveRow("former", rows[0].ID) || !s.RemoveRow("former", own) {
		t.Error("what the program brought can be taken out, or one's own row cannot")
	}
}

func TestABlankRoundLeavesADefault(t *testing.T) {
	s, p := linked(t), parentOf(t)
	s.Begin(nil)
	s.Inherit(p, true)
	if got := s.Get(item("scope")).Value.Text(); got != "1" {
		t.Errorf("the scope is %q", got)
	}
}

func TestAHiddenCellIsNoProblem(t *testing.T) {
	s := linked(t)
	row := s.AddFilledRow("flaws", map[string]string{"what": "a"})
	s.AnswerAll([]form.FieldText{{Field: cell("flaws", string(row), "key"), Raw: strings.Repeat("dài", 400)}}, form.Filled)
	for _, p := range s.Problems() {
		if p.Field.Item == "flaws" {
			t.Errorf("%+v", p)
		}
	}
}

func TestTheProgrammeOfTheRecordDecidesWhatProjectsMayHave(t *testing.T) {
	src := strings.Replace(linkedForm, "calculation: \"len(flaws)\"", "calculation: \"allows('DA1.TDA1', 'DTPT') ? 1 : 2\"", 1)
	for programme, want := range map[string]int64{"GNBV-2021-2025": 1, "MTQG-2026-2035": 2} {
		set := setting(t)
		set.Programme = programme
		s := form.NewSession(load(t, src), form.Record{}, set)
		if got, _ := s.Get(item("flaws_in_all")).Value.Int(); got != want {
			t.Errorf("%s: %d, want %d", programme, got, want)
		}
	}
}
