package whole

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/tui/tuitest"
)

// sitDownAs starts the program for one of the team.
func sitDownAs(t *testing.T, d desk, name string) *person {
	t.Helper()
	return &person{t: t, Terminal: tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t),
		Args: []string{"--db", d.db, "--user", name, "--lang", "vi"}, Env: []string{"XDG_STATE_HOME=" + d.state + name}, Height: 40})}
}

// follow types a plan, each step where it belongs.
func (p *person) follow(v *visitor) {
	p.t.Helper()
	for _, s := range v.plan {
		p.waitAt(s.at)
		p.Type(s.keys)
	}
}

// waitLine waits for a screen that has all of several texts on one line.
func (p *person) waitLine(texts ...string) {
	p.t.Helper()
	p.WaitUntil("a line with "+strings.Join(texts, ", "), patience, func(rows []string) bool {
		for _, row := range rows {
			all := true
			for _, text := range texts {
				all = all && strings.Contains(row, text)
			}
			if all {
				return true
			}
		}
		return false
	})
}

// TestARoundFromItsPlanToAVerifiedRemedy is what the program exists for: one
// round, two units, two people, from the plan to the remedy that was looked at
// again, and the next visit that finds what was left open.
func TestARoundFromItsPlanToAVerifiedRemedy(t *testing.T) {
	t.Parallel()
	p := newPlanner(t)
	r := &story{t: t, planner: p, desk: newDesk(t),
		one: p.unit(firstVillage, roundVisit), two: p.unit(secondVillage, roundVisit)}
	r.planned()
	r.firstVisit()
	r.secondVisit()
	r.remedied()
	r.confirmed()
	r.nextVisit()
	r.readBack()
}

// story is the story of a round, told by its parts in their order.
type story struct {
	t        *testing.T
	planner  *planner
	desk     desk
	one, two catalog.Unit
	plan     *visitor
	first    *visitor
	second   *visitor
	sheets   []*visitor
}

// planned: An plans the round, with its decision, its units and its team.
func (r *story) planned() {
	home := r.planner.unit("Tỉnh Hà Tĩnh", roundBegins)
	r.plan = r.planner.plan(wanted{kind: "round", day: roundBegins, unit: home.Key, answers: roundAnswers(), tables: map[string]rows{
		"plan": {{"planned_unit": unitKey(r.one), "visit_planned": day("15/12/2023", visitISO)}, {"planned_unit": unitKey(r.two), "visit_planned": day("15/12/2023", visitISO)}},
		"team": team,
	}}).sound("the round")
	an := sitDownAs(r.t, r.desk, "an")
	an.WaitFor("Việc của tôi", patience)
	an.Press("N")
	an.WaitFor("Lập loại nào?", patience)
	an.Type("dot kiem tra")
	an.Press("enter")
	an.WaitFor("Đơn vị tổ chức", patience)
	an.Press("ctrl+u")
	an.Type("4/12/2023")
	an.Press("ctrl+b")
	an.follow(r.plan)
	an.waitAt(r.plan.plan[len(r.plan.plan)-1].at)
	an.Press("esc")
	an.waitLine("đợt 2/2023", "xong 0/2")
	an.leave()
}

// openRound opens the round's screen from the first one.
func (p *person) openRound() {
	p.t.Helper()
	p.WaitFor("Việc của tôi", patience)
	p.Press("d")
	p.waitLine(roundTitle)
	p.Press("enter")
	p.waitLine("QĐ 1234/QĐ-SLĐTBXH")
}

// begin takes a unit of the plan that was not visited, and begins its inspection.
func (p *person) begin(unit string) {
	p.t.Helper()
	p.markOn(unit)
	p.Press("enter")
	p.waitLine("Đơn vị được kiểm tra", unit)
	p.waitLine("Ngày", visitTyped)
	p.Press("ctrl+b")
}

// markOn moves a list's marker down to the line with a text.
func (p *person) markOn(text string) {
	p.t.Helper()
	p.waitLine(text)
	for range 20 {
		for _, row := range p.Screen() {
			if strings.HasPrefix(strings.TrimSpace(row), ">") && strings.Contains(row, text) {
				return
			}
		}
		p.Press("down")
		p.WaitStill(50 * time.Millisecond)
	}
	p.t.Fatalf("the marker does not come to %q", text)
}

// firstVisit: An inspects the first unit in all five areas, looks at things on
// site, consults three households, records a finding from the item that shows it,
// and completes.
func (r *story) firstVisit() {
	r.first = r.planner.plan(wanted{kind: "inspection", day: roundVisit, unit: r.one.Key, round: roundTitle, parent: r.plan,
		answers: visitAnswers(), tables: tables()})
	r.first.s.SetChildren("household", 3)
	r.first.sound("the first visit")
	an := sitDownAs(r.t, r.desk, "an")
	an.openRound()
	an.waitLine(firstVillage, "chưa kiểm tra")
	an.begin(firstVillage)
	an.follow(r.first)
	an.waitAt(r.first.plan[len(r.first.plan)-1].at)
	r.consult(an)
	r.findOut(an)
	an.Press("f2")
	an.WaitFor("0 phải sửa, 0 cần lý do", patience)
	an.Press("h")
	an.WaitFor("1 khó khăn, 3 tồn tại, 1 kiến nghị", patience)
	an.leave()
}

// consult fills in the sheets of three households.
func (r *story) consult(an *person) {
	goTo(r.t, an.Terminal, "H.00")
	an.Press("enter")
	an.WaitFor("Phiếu tham vấn hộ", patience)
	for _, h := range []struct{ code, kind, content string }{{"CB-01", "ngheo", "4"}, {"CB-02", "can_ngheo", "5"}, {"CB-03", "moi_thoat", "3"}} {
		sheet := r.planner.plan(wanted{kind: "household", day: roundVisit, unit: r.one.Key, round: roundTitle, parent: r.first,
			answers: household(r.planner, h.code, h.kind, h.content), tables: support}).sound("household " + h.code)
		r.sheets = append(r.sheets, sheet)
		an.Press("n")
		an.follow(sheet)
		an.waitAt(sheet.plan[len(sheet.plan)-1].at)
		an.Press("esc")
		an.WaitUntil("the list of sheets", patience, not(shows("H Hộ ")))
		an.waitLine(h.code)
	}
	an.Press("esc")
	an.waitLine("H.00", "3")
}

// findOut records a finding from the item that shows it: construction arrears.
func (r *story) findOut(an *person) {
	goTo(r.t, an.Terminal, "3.06b")
	an.Press("ctrl+o")
	an.WaitFor("M.10", patience)
	an.waitLine("A3.06b")
	an.Type("UBND xã Cẩm Bình" + tab)
	an.Type("Rà soát, thanh toán dứt điểm" + tab + "12" + tab)
	an.waitLine("Cộng", "32") // 20 of the row that was typed into the table, and 12
	an.Type("31/1/2024")
	an.Press("esc")
	an.waitAt(spot{code: "3.06b"})
}

// secondVisit: Bình inspects the other unit, on her own machine.
func (r *story) secondVisit() {
	r.second = r.planner.plan(wanted{kind: "inspection", day: roundVisit, unit: r.two.Key, round: roundTitle, parent: r.plan,
		answers: with(visitAnswers(), map[string]meant{"methods": choice("ho_so thuc_dia lanh_dao thon")}),
		tables:  withTables(tables(), map[string]rows{"violations": nil, "shortcomings": nil, "difficulties": nil, "proposals": nil})}).sound("the second visit")
	binh := sitDownAs(r.t, r.desk, "binh")
	binh.openRound()
	binh.waitLine(firstVillage, "hoàn thành")
	binh.waitLine("hoàn thành 1/2 đơn vị", "đã lập phiếu 1")
	binh.begin(secondVillage)
	binh.follow(r.second)
	binh.waitAt(r.second.plan[len(r.second.plan)-1].at)
	binh.Press("f2")
	binh.WaitFor("0 phải sửa, 0 cần lý do", patience)
	binh.Press("h")
	binh.WaitFor("Phiếu đã hoàn thành", patience)
	binh.Press("esc", "esc")
	binh.waitLine("hoàn thành 2/2 đơn vị", "đã lập phiếu 2")
	binh.leave()
}

// remedied: the unit has remedied a finding and says so; An enters its report.
func (r *story) remedied() {
	an := sitDownAs(r.t, r.desk, "an")
	an.openFinding("ga tha vuon")
	an.fill("X.05", "3") // reported
	an.fill("X.06a", "96/BC-UBND"+enter)
	an.fill("X.06b", "10/1/2024"+enter)
	an.fill("X.07", "Đã thu hồi đủ, nộp Kho bạc."+tab)
	an.fill("X.08b", "20"+enter)
	goTo(r.t, an.Terminal, "X.05")
	an.Press("esc")
	an.waitLine("TT-0002", "đã báo cáo")
	an.leave()
}

// openFinding opens the one finding with certain words from the register.
func (p *person) openFinding(words string) {
	p.t.Helper()
	p.WaitFor("Việc của tôi", patience)
	p.Press("t")
	p.WaitFor("TT-0001", patience)
	p.Press("/")
	p.Type(words)
	p.WaitUntil("one finding", patience, func(rows []string) bool {
		text := strings.Join(rows, "\n")
		return strings.Count(text, "TT-000") == 1 && strings.Contains(text, words)
	})
	p.Press("enter")
	p.WaitFor("X Tồn tại", patience)
}

// fill goes to an item and types.
func (p *person) fill(code, keys string) {
	p.t.Helper()
	goTo(p.t, p.Terminal, code)
	p.Type(keys)
}

// confirmed: Bình has looked again, and confirms the remedy.
func (r *story) confirmed() {
	binh := sitDownAs(r.t, r.desk, "binh")
	binh.openFinding("ga tha vuon")
	binh.fill("X.10a", "15/1/2024"+enter)
	binh.fill("X.10b", "Trần Thị Bình"+enter)
	binh.fill("X.10c", "1") // remedied
	binh.fill("X.05", "4")  // verified
	goTo(r.t, binh.Terminal, "X.05")
	binh.Press("f2")
	binh.WaitFor("0 phải sửa, 0 cần lý do", patience)
	binh.Press("esc", "esc")
	binh.WaitUntil("the finding is settled and gone", patience, not(shows("TT-000")))
	binh.leave()
}

// nextVisit: half a year later only compliance is looked at. What was left open
// stands there to be answered; one finding is remedied, one is not yet.
func (r *story) nextVisit() {
	open := r.open()
	brought := make([]map[string]string, len(open))
	for i, m := range open {
		brought[i] = map[string]string{"former_record": string(m.ID), "former_number": m.Head.Number, "former_what": m.Head.Title,
			"former_day": m.Day.String(), "former_unit": m.UnitName, "former_due": m.Head.Due.String(),
			"former_responsible": m.Head.Responsible, "former_amount": m.Head.Amount.MillionExact()}
	}
	v := r.planner.plan(wanted{kind: "inspection", day: recheckVisit, unit: r.one.Key, answers: recheckAnswers(), tables: recheckTables(),
		brought: map[string][]map[string]string{"former_findings": brought}}).sound("the next visit")
	an := sitDownAs(r.t, r.desk, "an")
	an.WaitFor("Việc của tôi", patience)
	an.Press("n")
	an.waitLine(">", "Đơn vị được kiểm tra")
	an.Press("down", "ctrl+u")
	an.Type("18/6/2024")
	an.Press("up")
	an.waitLine("18/06/2024")
	an.Type("xa cam binh")
	an.waitLine("Xã Cẩm Bình", "huyện Cẩm Xuyên")
	an.Press("ctrl+b")
	an.follow(v)
	an.waitAt(v.plan[len(v.plan)-1].at)
	an.Press("f2")
	an.WaitFor("0 phải sửa, 0 cần lý do", patience)
	an.Press("h")
	an.WaitFor("Hoàn thành? 8 câu trả lời", patience) // of the areas that this visit is not about
	an.Press("enter")
	an.WaitFor("Phiếu đã hoàn thành", patience)
	an.leave()
}

// open lists the findings of the first unit that are not settled, what is due
// first before the rest.
func (r *story) open() []model.Summary {
	s := r.desk.open(r.t)
	defer shut(r.t, s)
	list, _, err := s.Records(r.t.Context(), model.Query{Kinds: []model.Kind{model.Finding}, Units: []catalog.UnitKey{r.one.Key}, Open: true, Order: model.ByDue})
	if err != nil {
		r.t.Fatal(err)
	}
	if len(list) != 2 {
		r.t.Fatalf("%d findings are left open, want the violation and the arrears", len(list))
	}
	return list
}

// readBack reads the database as somebody who knows SQL and not this program.
func (r *story) readBack() {
	db := r.desk.db
	for query, want := range map[string]string{
		"SELECT group_concat(kind || ' ' || n, ', ') FROM (SELECT kind, count(*) n FROM record GROUP BY kind ORDER BY kind)":         "difficulty 1, finding 3, household 3, inspection 3, recommendation 1, round 1",
		"SELECT title, starts, ends, due, planned, settled FROM record WHERE kind = 'round'":                                         roundTitle + "|2023-12-04|2023-12-29|2024-01-22|2|0",
		"SELECT count(*) FROM record i JOIN record r ON r.key = i.parent WHERE i.kind = 'inspection' AND r.kind = 'round'":           "2",
		"SELECT count(*) FROM record h JOIN record i ON i.key = h.parent WHERE h.kind = 'household' AND i.unit_name = 'Xã Cẩm Bình'": "3",
		"SELECT group_concat(completed_by, ' ') FROM (SELECT completed_by FROM record WHERE kind = 'inspection' ORDER BY id)":        "an binh an",
		"SELECT state, amount, recovered, due FROM record WHERE kind = 'finding' AND item = '3.06'":                                  "verified|20000000|20000000|2024-01-14",
		"SELECT state, amount, recovered, due, responsible FROM record WHERE kind = 'finding' AND item = 'A3.06b'":                   "verified|12000000|12000000|2024-01-31|UBND xã Cẩm Bình",
		"SELECT state, amount, recovered, due FROM record WHERE kind = 'finding' AND item = 'A4.14'":                                 "in_progress|20000000|15000000|2024-03-31",
		"SELECT sum(amount) FROM fact WHERE year = 2023 AND measure = 'assigned'":                                                    fmt.Sprint(2 * len(r.first.s.Rows("capital")) / 2 * 1105 * million),
		"SELECT sum(value) FROM answer WHERE item = 'supports' AND part = 'support_value'":                                           fmt.Sprint(3 * 50 * million),
		"SELECT count(DISTINCT by) FROM event WHERE record = (SELECT key FROM record WHERE kind = 'finding' AND item = '3.06')":      "2",
	} {
		if got := sqlite(r.t, db, query); got != want {
			r.t.Errorf("%s\n  gives %q\n  want  %q", query, got, want)
		}
	}
	if said := command(r.t, db, "check"); !strings.Contains(said, "12") {
		r.t.Errorf("check says %q", said)
	}
	r.compare(r.first, "the first visit")
}

// compare wants every answer of the first visit as it was meant.
func (r *story) compare(v *visitor, name string) {
	s := r.desk.open(r.t)
	defer shut(r.t, s)
	list, _, err := s.Records(r.t.Context(), model.Query{Units: []catalog.UnitKey{r.one.Key}, Order: model.ByDay})
	if err != nil || len(list) != 2 {
		r.t.Fatalf("%d visits to the first unit, %v", len(list), err)
	}
	op, err := s.Record(r.t.Context(), list[1].ID)
	if err != nil {
		r.t.Fatal(err)
	}
	wrong := 0
	for f, a := range v.s.Record().Answers {
		if f.Row == "" && op.Filled.Answers[f] != a {
			wrong++
			r.t.Errorf("%s: %s is %+v, meant is %+v", name, f, op.Filled.Answers[f], a)
		}
	}
	r.t.Logf("%d answers of %s agree", len(v.s.Record().Answers)-wrong, name)
}
