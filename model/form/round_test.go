package form

import (
	"testing"

	"giamsat/model/vn"
)

var autumnRound = sheet{
	form: "round", programme: "GNBV-2021-2025", day: "2025-09-15", unit: "42@2020-01-01",
	typed: `
		level: tinh
		round_kind: ke_hoach
		round_number: 2
		plan_number: 212/KH-SNNMT
		plan_date: 05/08/2025
		decision_number: 415/QĐ-SNNMT
		decision_date: 01/09/2025
		decision_issuer: Sở Nông nghiệp và Môi trường
		ends: 26/09/2025
		period_from: 01/01/2024
		period_to: 31/08/2025
		cut_off: 31/08/2025
		projects_in_scope: DA2 DA3.TDA1 DA7.TDA2
		methods: ho_so thuc_dia ho
		plan[r1].planned_unit: 18766@2025-07-01
		plan[r1].visit_planned: 16/09/2025
		plan[r2].planned_unit: 18073@2025-07-01
		plan[r2].visit_planned: 26/09/2025
		team[r3].person: Nguyễn Văn Thử
		team[r3].role: truong_doan
		team[r3].position: Phó Giám đốc
		team[r3].agency: Sở Nông nghiệp và Môi trường
		team[r4].person: Trần Thị Mẫu
		team[r4].role: thu_ky
		team[r4].position: Chuyên viên
		team[r4].agency: Sở Nông nghiệp và Môi trường
		team[r4].subgroup: 1`,
}

func TestTheRoundForm(t *testing.T) {
	head := Head{
		Title: "Đợt 2/2025 · cấp tỉnh", Year: 2025, Level: "tinh", Sort: "ke_hoach", Planned: 2,
		From: vn.Date{Year: 2025, Month: 9, Day: 15}, To: vn.Date{Year: 2025, Month: 9, Day: 26}, Due: vn.Date{Year: 2025, Month: 10, Day: 17},
	}
	empty := []string{"level missing", "round_kind missing", "decision_number missing", "decision_date missing", "decision_issuer missing",
		"ends missing", "period_from missing", "period_to missing", "cut_off missing", "projects_in_scope missing", "methods missing", "plan missing", "team missing"}
	autumnRound.try(t, empty, head, []trial{
		{"a year that the programme does not have", "round_year: 2027", []string{"round_year stop R.05", "round_year reason R.05"}},
		{"the year after the programme", "round_year: 2026", []string{"round_year reason R.05"}},
		{"a number below one", "round_number: 0", []string{"round_number stop R.06"}},
		{"a third round of the province", "round_number: 3", []string{"round_number note R.06"}},
		{"a third round that is ad hoc", "round_number: 3\nround_kind: dot_xuat\nreason: Phản ánh của người dân", []string{}},
		{"a second round of a commune", "level: xa", []string{"round_number note R.06"}},
		{"ad hoc without a reason", "round_kind: dot_xuat", []string{"reason missing"}},
		{"planned without a plan", "plan_number: \nplan_date:", []string{"plan_number missing", "plan_date missing"}},
		{"ad hoc without a plan", "round_kind: dot_xuat\nreason: Phản ánh của người dân\nplan_number: \nplan_date:", []string{}},
		{"a number that is no plan's", "plan_number: 415/QĐ-SNNMT", []string{"plan_number note T1"}},
		{"a plan after the start", "plan_date: 16/09/2025", []string{"plan_date reason D2"}},
		{"a plan after the start, with a reason", "plan_date: 16/09/2025\nplan_date@note: Ban hành bổ sung", []string{}},
		{"a decision without its form", "decision_number: bốn trăm", []string{"decision_number note T1"}},
		{"a decision after the start", "decision_date: 20/09/2025", []string{"decision_date reason D2"}},
		{"an end before the start", "ends: 10/09/2025", []string{"ends stop D1"}}, // no day lies in it, and none is wrong for that
		{"a period the wrong way round", "period_from: 01/09/2025", []string{"period_to stop D1"}},
		{"a period beyond the round", "period_to: 27/09/2025", []string{"period_to stop D1"}},
		{"a cut-off outside the period", "cut_off: 31/12/2023", []string{"cut_off stop D1"}},
		{"no area", "areas:", []string{"areas missing"}},
		{"a visit outside the round", "plan[r2].visit_planned: 27/09/2025", []string{"plan[r2].visit_planned stop D1"}},
		{"a visit before the cut-off day", "period_to: 26/09/2025\ncut_off: 20/09/2025", []string{"plan[r1].visit_planned note R.18"}},
		{"a unit twice", "plan[r2].planned_unit: 18766@2025-07-01", []string{"plan[r2].planned_unit duplicate-row"}},
		{"a unit that has ended", "plan[r2].planned_unit: 18757@2020-01-01", []string{"plan[r2].planned_unit not-a-choice"}},
		{"no head", "team[r3].role: thanh_vien", []string{"team stop T.02"}},
		{"two heads", "team[r4].role: truong_doan", []string{"team stop T.02"}},
		{"two secretaries", "team[r5].person: Lê Văn Mẫu\nteam[r5].role: thu_ky\nteam[r5].position: Chuyên viên\nteam[r5].agency: Sở Tài chính", []string{"team stop T.02"}},
		{"a member twice", "team[r4].person: nguyễn văn thử", []string{"team[r4].person duplicate-row"}},
		{"sub-group nought", "team[r4].subgroup: 0", []string{"team[r4].subgroup stop T.05"}},
		{"a report without its number", "report_sent: 17/10/2025", []string{"report_number missing"}},
		{"a report in time", "report_sent: 17/10/2025\nreport_number: 88/BC-SNNMT", []string{}},
		{"a report too late", "report_sent: 20/10/2025\nreport_number: 88/BC-SNNMT", []string{"report_sent note R.17"}},
		{"a report before the end", "report_sent: 25/09/2025\nreport_number: 88/BC-SNNMT", []string{"report_sent reason R.17"}},
		{"a report's number without its form", "report_sent: 17/10/2025\nreport_number: tám tám", []string{"report_number note T1"}},
	})
}

// D5: the district level ended with 30/06/2025.
func TestADistrictHoldsARoundUntilItsLastDay(t *testing.T) {
	for day, want := range map[string]Code{"2025-06-30": "", "2025-07-01": NotAChoice} {
		t.Run(day, func(t *testing.T) {
			sh := autumnRound
			sh.day = day
			s := sh.open(t)
			s.Answer(Field{Item: "level"}, "huyen")
			got := Code("")
			if s.Get(Field{Item: "level"}).Doubtful() {
				got = s.ProblemsAt(Field{Item: "level"})[0].Code
			}
			if got != want {
				t.Errorf("the level huyen is %q, want %q", got, want)
			}
		})
	}
}

func TestARoundIsSettledWhenItsReportWasSent(t *testing.T) {
	s := autumnRound.open(t)
	s.write(t, autumnRound.typed)
	s.write(t, "round_kind: dot_xuat\nreport_sent: 20/10/2025")
	head := s.Head()
	if !head.Settled || head.Title != "Đợt đột xuất 2/2025 · cấp tỉnh" || head.Sort != "dot_xuat" {
		t.Errorf("the head is %+v", head)
	}
	if late, _ := s.Get(Field{Item: "report_late"}).Value.Int(); late != 3 {
		t.Errorf("%d days late, want 3", late)
	}
	s.write(t, "report_sent: 17/10/2025") // the last day in time is not late
	if late, _ := s.Get(Field{Item: "report_late"}).Value.Int(); late != 0 {
		t.Errorf("%d days late, want 0", late)
	}
}

func TestTheRoundNamesItsSetOfForms(t *testing.T) {
	s := autumnRound.open(t)
	if got := s.Get(Field{Item: "form_set"}).Value.Text(); got != s.def.Version {
		t.Errorf("R.02 is %q, the form's version %q", got, s.def.Version)
	}
}
