package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// inspectionForms are the forms on which visits are begun now, by programme.
func inspectionForms(tb testing.TB) map[string]*form.Definition {
	tb.Helper()
	return map[string]*form.Definition{poverty: newForm(tb, poverty), merged: newForm(tb, merged)}
}

func embeddedForm(tb testing.TB, id, version string) *form.Definition {
	tb.Helper()
	lib, err := form.OpenLibrary(loadCatalog(tb), nil)
	if err != nil {
		tb.Fatal(err)
	}
	d, err := lib.Version(id, version)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// What a form takes from its parent's is there, and of the same kind; else it
// would silently stay empty.
func TestWhatVisitsTakeOverStandsInTheRound(t *testing.T) {
	for programme, d := range inspectionForms(t) {
		parent := embeddedForm(t, d.Parent, "")
		taken := 0
		for _, it := range d.Items() {
			if it.Inherit == "" {
				continue
			}
			taken++
			from := parent.Item(it.Inherit)
			if from == nil || from.Kind != it.Kind || from.List != it.List {
				t.Errorf("%s: %s takes %s over, which is no such item of the form %s", programme, it.Name, it.Inherit, d.Parent)
				continue
			}
			if it.Table == nil {
				continue
			}
			for _, c := range from.Table.Columns {
				if same := it.Table.Column(c.Name); same == nil || same.Kind != c.Kind || same.List != c.List {
					t.Errorf("%s: the column %s of %s has no twin in %s", programme, c.Name, from.Name, it.Name)
				}
			}
		}
		if taken < 15 {
			t.Errorf("%s takes over %d items of its round", programme, taken)
		}
	}
}

// What rows give to the records that follow from them stands there, and can take
// it: a choice has the same codes.
func TestWhatVisitsFillStandsInWhatIsFollowedUp(t *testing.T) {
	for programme, d := range inspectionForms(t) {
		followed := 0
		for _, it := range d.Items() {
			if it.Table == nil {
				continue
			}
			if o := it.Table.Opens; o != nil {
				followed++
				checkFill(t, d, it, embeddedForm(t, o.Form, ""), o.Fill)
			}
			if st := it.Table.Settles; st != nil {
				followed++
				checkFill(t, d, it, embeddedForm(t, st.Form, ""), st.Fill)
			}
		}
		if followed != 5 {
			t.Errorf("%s: %d tables are followed up, want violations, shortcomings, difficulties, proposals and former findings", programme, followed)
		}
	}
}

func checkFill(t *testing.T, d *form.Definition, table *form.Item, into *form.Definition, fill map[string]string) {
	t.Helper()
	for target, source := range fill {
		to, from := into.Item(target), table.Table.Column(source)
		if from == nil {
			from = d.Item(source)
		}
		if to == nil || to.Computed() {
			t.Errorf("%s: %s fills %s of %s, which takes nothing", d.Version, source, target, into.ID)
			continue
		}
		plain := func(k form.Kind) bool { return k == form.KindText || k == form.KindLongText }
		if to.Kind != from.Kind && !(plain(to.Kind) && plain(from.Kind)) && (to.Kind != form.KindOne || to.List == "") {
			t.Errorf("%s: %s (%s) fills %s of %s (%s)", d.Version, source, from.Kind, target, into.ID, to.Kind)
		}
		if to.Kind == form.KindOne && from.Kind == form.KindOne && to.List != from.List && !slices.Contains([]string{"finding_states"}, to.List) {
			t.Errorf("%s: %s has the list %s, %s of %s has %s", d.Version, source, from.List, target, into.ID, to.List)
		}
	}
}

// A re-check's conclusion is the finding's state after it.
func TestEveryConclusionOfAReCheckIsAState(t *testing.T) {
	cat := loadCatalog(t)
	results, err := cat.List("recheck_results", "", vn.Date{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range results {
		if _, ok := cat.Choice("finding_states", "", c.Code); !ok {
			t.Errorf("the conclusion %s is no state of a finding", c.Code)
		}
	}
}

func TestThePriorFiguresAreOfTheFormItself(t *testing.T) {
	for programme, d := range inspectionForms(t) {
		n := 0
		for _, it := range d.Items() {
			if it.Prior == "" {
				continue
			}
			n++
			name, column, isColumn := strings.Cut(it.Prior, ".")
			from := d.Item(name)
			if from != nil && isColumn {
				from = from.Table.Column(column)
			}
			if from == nil || from.Kind != it.Kind {
				t.Errorf("%s: %s begins with %s, which the form does not have", programme, it.Name, it.Prior)
			}
		}
		if n != 5 {
			t.Errorf("%s: %d prior figures, want 5", programme, n)
		}
	}
}

// formerVisit is an inspection of the year before with 97 − 24 + 2 = 75 poor
// households at its end, on a form.
func formerVisit(t *testing.T, d *form.Definition) *form.Session {
	t.Helper()
	set := setting(t)
	set.Visit = vn.Date{Year: 2023, Month: 12, Day: 15}
	p := &sheet{t: t, s: form.NewSession(d, form.Record{}, set), rows: map[string]form.Row{}}
	p.s.Begin(nil)
	p.put("visit_date = 15/12/2023\ncut_off = 30/11/2023\n" + huongDo)
	return p.s
}

// The form of 2022 is the former record of many units: its figures count too.
func TestTheEndOfTheYearBeforeIsTakenFromAFormerVisitOnEitherForm(t *testing.T) {
	for _, version := range []string{oldInspection, "2026-11-25"} {
		t.Run(version, func(t *testing.T) {
			p := &sheet{t: t, s: begun(t, poverty), rows: map[string]form.Row{}}
			p.s.Prior(p.s.Definition().PriorFigures(formerVisit(t, embeddedForm(t, "inspection", version))))
			p.put("cut_off = 31/05/2024\npoor_households[rural].households = 3909\npoor_households[rural].at_start = 74")
			found := p.s.ProblemsAt(item("poor_households"))
			if len(found) != 1 || found[0].Rule != "N10" || !strings.Contains(found[0].Text.VI, "74") || !strings.Contains(found[0].Text.VI, "75") {
				t.Errorf("%+v", found)
			}
			p.put("poor_households[rural].at_start = 75")
			if found := p.s.ProblemsAt(item("poor_households")); len(found) != 0 {
				t.Errorf("75 is what the year before ended with: %+v", found)
			}
		})
	}
}

// visitOfARound is a visit begun in a round that a person has filled in.
func visitOfARound(t *testing.T, programme string) (round, visit *form.Session) {
	t.Helper()
	round = begunOn(t, "round", programme)
	p := &sheet{t: t, s: round, rows: map[string]form.Row{}}
	p.put(strings.ReplaceAll(`level = tinh
		round_kind = ke_hoach
		plan_number = 71/KH-UBND
		plan_date = 05/01/YYYY
		decision_number = 1234/QĐ-UBND
		decision_date = 20/05/YYYY
		decision_issuer = UBND tỉnh Hà Tĩnh
		ends = 28/06/YYYY
		period_from = 01/01/YYYY
		period_to = 31/05/YYYY
		cut_off = 31/05/YYYY
		areas = 1 3
		methods = ho_so ho
		team[a].person = Nguyễn Văn Hòa
		team[a].role = truong_doan
		team[a].position = Phó Giám đốc
		team[a].agency = Sở Nông nghiệp và Môi trường
		team[b].person = Trần Thị Ngọc Ánh
		team[b].role = thu_ky
		team[b].position = Chuyên viên
		team[b].agency = Sở Tài chính`, "YYYY", fmt.Sprint(visitOf(programme).Year)))
	p.put("projects_in_scope = " + map[string]string{poverty: "DA7.TDA1 DA7.TDA2", merged: "HP1"}[programme])
	set, n := setting(t), 0
	set.Visit, set.Programme = visitOf(programme), programme
	set.NewRow = func() form.Row { n++; return form.Row(fmt.Sprint("visit-", n)) } // the round's rows have ids of their own
	visit = form.NewSession(newForm(t, programme), form.Record{}, set)
	visit.Inherit(round, true)
	visit.Begin([]form.FieldText{{Field: item("visit_date"), Raw: visitOf(programme).String()}, {Field: item("round"), Raw: "Đợt 1 · cấp tỉnh"}})
	return round, visit
}

func TestAVisitTakesOverWhatItsRoundDecided(t *testing.T) {
	for _, programme := range []string{poverty, merged} {
		t.Run(programme, func(t *testing.T) {
			_, s := visitOfARound(t, programme)
			year := fmt.Sprint(visitOf(programme).Year)
			got := map[string]string{}
			for _, name := range []string{"round_level", "round_plan", "team_decision", "round_starts", "round_ends", "period_from", "cut_off", "areas", "methods", "team_attendees", "team_head", "contents"} {
				got[name] = s.Shown(item(name), "vi")
			}
			want := map[string]string{
				"round_level": "Cấp tỉnh", "round_plan": "71/KH-UBND",
				"team_decision": "Quyết định số 1234/QĐ-UBND ngày 20/05/" + year + " của UBND tỉnh Hà Tĩnh",
				"round_starts":  "15/06/" + year, "round_ends": "28/06/" + year, "period_from": "01/01/" + year, "cut_off": "31/05/" + year,
				"areas": "Văn bản; truyền thông, tập huấn; Kế hoạch vốn và sử dụng vốn", "methods": "Kiểm tra hồ sơ; Tham vấn hộ",
				"team_attendees": "Nguyễn Văn Hòa, Trưởng đoàn, Phó Giám đốc, Sở Nông nghiệp và Môi trường; Trần Thị Ngọc Ánh, Thư ký, Chuyên viên, Sở Tài chính",
				"team_head":      "Nguyễn Văn Hòa",
				"contents":       "văn bản chỉ đạo, truyền thông, tập huấn; kế hoạch vốn và sử dụng vốn",
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if s.Visible("legal_ground") {
				t.Error("the ground of a visit in a round is typed")
			}
		})
	}
}

// An area out of scope asks for nothing (L3), nor does what no method opens.
func TestAreasAndMethodsOutOfScopeAskForNothing(t *testing.T) {
	_, s := visitOfARound(t, poverty)
	asked := map[string]int{}
	for _, p := range s.Progress() {
		asked[p.Section] = p.Items
	}
	for section, want := range map[string]bool{"documents_area": true, "progress_area": false, "capital_area": true, "compliance_area": false, "reporting_area": false,
		"field_section": false, "consultation_section": true, "minutes": true} {
		if got := asked[section] > 0; got != want {
			t.Errorf("%s is asked for: %v", section, got)
		}
	}
	if s.Visible("leaders") || !s.Visible("consulted_households") {
		t.Error("of the consultation only the households are asked for")
	}
	for _, p := range s.Problems() {
		if p.Field.Item == "progress_remarks" || p.Field.Item == "works" {
			t.Errorf("%+v", p)
		}
	}
	s.SetChildren("household", 2)
	if found := s.ProblemsAt(item("consulted_households")); len(found) != 1 || found[0].Severity != form.Notice {
		t.Errorf("two households: %+v", found)
	}
	s.SetChildren("household", 5)
	if found := s.ProblemsAt(item("consulted_households")); len(found) != 0 {
		t.Errorf("five households: %+v", found)
	}
	s.SetChildren("household", 0)
	if found := s.ProblemsAt(item("consulted_households")); len(found) != 1 || found[0].Code != form.Missing {
		t.Errorf("none: %+v", found)
	}
}

// Rules of the visit that have no number in the list.
func TestAVisitAgreesWithItsRound(t *testing.T) {
	for _, c := range []struct{ says, broken, met, at string }{
		{"its projects are in the round's scope", "projects = DA2 DA7.TDA1", "projects = DA7.TDA1", "projects"},
		{"the team has one head", "team[c].person = Lê Đình Khuê\nteam[c].role = truong_doan", "team[c].person = Lê Đình Khuê\nteam[c].role = pho_truong_doan", "team"},
		{"the team has one secretary at most", "team[c].person = Lê Đình Khuê\nteam[c].role = thu_ky", "team[c].person = Lê Đình Khuê\nteam[c].role = thanh_vien", "team"},
		{"the head signs", "signed_head = Lê Đình Khuê", "signed_head = nguyễn văn hòa", "signed_head"},
		{"misuse is entered as a violation", "areas = 3 4\nmisuse = yes", "areas = 3 4\nmisuse = yes\nviolations[v].violation = sai_muc_dich", "misuse"},
		{"what is linked stands in area 2", "areas = 2\nmethods = thuc_dia\nprojects = DA2\nfield_survey[k].linked = Nuôi dê", "areas = 2\nmethods = thuc_dia\nprojects = DA2\nmodels[m].model = Nuôi Dê\nfield_survey[k].linked = nuôi dê", "field_survey[k].linked"},
	} {
		t.Run(c.says, func(t *testing.T) {
			for _, way := range []struct {
				typed  string
				broken bool
			}{{c.met, false}, {c.broken, true}} {
				_, s := visitOfARound(t, poverty)
				p := &sheet{t: t, s: s, rows: map[string]form.Row{}}
				p.put(way.typed)
				found := slices.DeleteFunc(slices.Clone(s.ProblemsAt(p.field(c.at))), func(p form.Problem) bool { return p.Code != form.Broken && p.Code != form.NoReason })
				if (len(found) > 0) != way.broken {
					t.Errorf("%q: %+v", way.typed, found)
				}
			}
		})
	}
}

// K.03: the row of area 2 is named, and the form tells where it found it.
func TestTheFieldSurveyTellsWhereItsRowStands(t *testing.T) {
	p := &sheet{t: t, s: begun(t, poverty), rows: map[string]form.Row{}}
	p.put("works[w].work = Cầu Khe Nước\nhousing[h].household = H01\nfield_survey[k].linked = cầu khe nước\nfield_survey[l].linked = h01\nfield_survey[l].on_file = 20\nfield_survey[l].on_site = 18")
	for name, want := range map[string]string{"field_survey[k].linked_in": "A2.10", "field_survey[l].linked_in": "A2.60", "field_survey[l].surplus": "-2", "field_survey[k].surplus": ""} {
		if got := p.s.Shown(p.field(name), "vi"); strings.ReplaceAll(got, "−", "-") != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// A4.15 is counted from the findings of former visits where there are any, and
// typed where there are none.
func TestPreviousRecommendationsAreCountedWhereTheyAreKnown(t *testing.T) {
	p := &sheet{t: t, s: begun(t, poverty), rows: map[string]form.Row{}}
	if !p.s.Visible("prior_total") || p.s.Visible("former_total") {
		t.Error("without former findings the numbers are typed")
	}
	var rows []map[string]string
	for i := range 4 {
		rows = append(rows, map[string]string{"former_record": fmt.Sprint("id-", i), "former_number": fmt.Sprintf("TT-%04d", i), "former_what": "Chậm phân bổ", "former_amount": "20", "recovered_so_far": "5"})
	}
	p.s.Bring("former_findings", rows)
	if p.s.Visible("prior_total") || len(p.s.Settles()) != 0 {
		t.Error("with former findings nothing is typed, and nothing is answered yet")
	}
	for i, r := range p.s.Rows("former_findings") {
		p.s.Answer(cell("former_findings", string(r.ID), "conclusion"), []string{"verified", "verified", "in_progress", "cannot"}[i])
		p.s.Answer(cell("former_findings", string(r.ID), "evidence"), "Đã kiểm tra")
	}
	for name, want := range map[string]string{"former_total": "4", "former_fixed": "2", "former_ongoing": "1", "former_open": "1"} {
		if got := p.s.Shown(item(name), "vi"); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	p.put("visit_date = 15/06/2024\nsigned_head = Nguyễn Văn Hòa")
	got := map[string]string{}
	for _, k := range p.s.Settles()[3].Known {
		got[k.Field.Item] = k.Raw
	}
	want := map[string]string{"state": "cannot", "recheck": "cannot", "rechecked_on": "15/06/2024", "rechecked_by": "Nguyễn Văn Hòa", "result": "Đã kiểm tra", "amount_recovered": "5"}
	if diff := cmp.Diff(want, got); diff != "" || p.s.Settles()[3].Record != "id-3" {
		t.Error(diff)
	}
}

// Of a violation and a shortcoming the finding is told all that it needs.
func TestWhatTheMinutesFindIsToldToTheRegister(t *testing.T) {
	p := &sheet{t: t, s: begun(t, poverty), rows: map[string]form.Row{}}
	p.put(`started_on = 15/06/2024
		violations[v].description = Sai đối tượng
		violations[v].conclusion_number = 12/KL-TTr
		violations[v].conclusion_date = 01/03/2024
		violations[v].responsible = UBND xã
		violations[v].remedy_by = 31/08/2024
		violations[v].to_recover = 20
		shortcomings[s].shortcoming = Chưa mở sổ
		shortcomings[s].area = 3
		shortcomings[s].item_code = A3.10
		shortcomings[s].basis = Thông tư 46/2022
		shortcomings[s].responsible = Kế toán
		shortcomings[s].due = 31/07/2024
		difficulties[d].difficulty = Vốn giao muộn
		difficulties[d].group = co_che
		proposals[p].proposal = Giao vốn sớm
		proposals[p].addressee = tinh`)
	want := map[string]map[string]string{
		"violations": {"what": "Sai đối tượng", "item_code": "A4.14", "area": "4", "found_on": "01/03/2024", "basis_text": "Kết luận 12/KL-TTr", "responsible": "UBND xã",
			"due_first": "31/08/2024", "amount_due": "20", "amount_recovered": ""},
		"shortcomings": {"what": "Chưa mở sổ", "item_code": "A3.10", "area": "3", "found_on": "15/06/2024", "basis_text": "Thông tư 46/2022", "responsible": "Kế toán",
			"due_first": "31/07/2024", "amount_due": ""},
		"difficulties": {"what": "Vốn giao muộn", "group": "co_che", "project": "", "authority": "", "handled": "", "handling": "", "outcome": ""},
		"proposals":    {"what": "Giao vốn sớm", "addressee": "tinh", "paper": "", "due": "", "answer": ""},
	}
	got := map[string]map[string]string{}
	for _, f := range p.s.Opens() {
		known := map[string]string{}
		for _, k := range f.Known {
			known[k.Field.Item] = k.Raw
		}
		got[f.Origin.Item] = known
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The published figures that add up, on the tables that add them up.
func TestPublishedFiguresAddUpOnTheForms(t *testing.T) {
	for _, c := range []struct{ name, programme, given, table, want string }{
		{"QĐ 90: 75.000 tỷ from the centre, the provinces and others", poverty, `capital_sources = NSTW NSDP HDK
			capital[2024/DA4.TDA1/DTPT/NSTW].assigned = 20.000 tỷ
			capital[2024/DA4.TDA1/SN/NSTW].assigned = 28.000 tỷ
			capital[2024/DA4.TDA1/DTPT/NSDP].assigned = 1.700 tỷ
			capital[2024/DA4.TDA1/SN/NSDP].assigned = 10.990 tỷ
			capital[2024/DA4.TDA1/SN/HDK].assigned = 14.310 tỷ`, "capital_by_source", "75000000"},
		{"DA1: 22.110 tỷ", poverty, `capital_sources = NSTW NSDP HDK
			capital[2024/DA1.TDA1/DTPT/NSTW].assigned = 16.940 tỷ
			capital[2024/DA1.TDA1/DTPT/NSDP].assigned = 2.920 tỷ
			capital[2024/DA1.TDA2/DTPT/HDK].assigned = 2.250 tỷ`, "capital_by_project", "22110000"},
		{"Bắc Kạn 2023: 830.140 by project", poverty, `capital[2024/DA1.TDA1/DTPT/NSTW].assigned = =180.000+5.334
			capital[2024/DA4.TDA1/DTPT/NSTW].assigned = 532.033
			capital[2024/DA4.TDA3/DTPT/NSDP].assigned = 112.773`, "capital_by_project", "830140"},
		{"2026-2030: 1.044.000 tỷ from five sources", merged, `capital_sources = NSTW NSDP LG TDCS DNCD
			capital[2026/HP1/DTPT/NSTW].assigned = 70.000 tỷ
			capital[2026/HP2/KPTX/NSTW].assigned = 30.000 tỷ
			capital[2026/HP1/DTPT/NSDP].assigned = 300.000 tỷ
			capital[2026/HP1/DTPT/LG].assigned = 360.000 tỷ
			capital[2026/HP1/DTPT/TDCS].assigned = 23.000 tỷ
			capital[2026/HP1/DTPT/DNCD].assigned = 261.000 tỷ`, "capital_by_source", "1044000000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &sheet{t: t, s: begun(t, c.programme), rows: map[string]form.Row{}}
			p.put(c.given)
			for _, table := range []string{"capital", c.table, "capital_by_year"} {
				if got, _ := p.s.Total(table, "assigned").Int(); fmt.Sprint(got/int64(vn.Million)) != c.want {
					t.Errorf("%s adds up to %d triệu, want %s", table, got/int64(vn.Million), c.want)
				}
			}
		})
	}
}

// Hà Tĩnh at the end of 2024: 9.236 poor households are 2,40 % and 11.736
// near-poor 3,04 % of the same number of households, within rounding.
func TestThePublishedRatesOfHaTinhFitOneNumberOfHouseholds(t *testing.T) {
	p := &sheet{t: t, s: begun(t, poverty), rows: map[string]form.Row{}}
	p.put("poor_households[rural].households = 385.500\npoor_households[rural].at_start = 9.236\nnear_poor_households[rural].at_start = 11.736")
	for name, want := range map[string]string{"poor_rate": "2,40", "near_poor_rate": "3,04"} {
		if got := p.s.Shown(item(name), "vi"); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// A record that was made before rounds said what is inspected has no areas: nothing
// of it is hidden until somebody chooses.
func TestWithoutAChoiceOfAreasAllAreAsked(t *testing.T) {
	s := begun(t, poverty)
	s.Answer(item("areas"), "")
	for _, p := range s.Progress() {
		if strings.HasSuffix(p.Section, "_area") && p.Items == 0 {
			t.Errorf("%s asks for nothing", p.Section)
		}
	}
	if found := s.ProblemsAt(item("areas")); len(found) != 1 || found[0].Code != form.Missing {
		t.Errorf("%+v", found)
	}
}
