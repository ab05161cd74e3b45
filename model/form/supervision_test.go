package form

import (
	"slices"
	"testing"

	"giamsat/model/vn"
)

var halfYearReport = sheet{
	form: "supervision", programme: "GNBV-2021-2025", day: "2025-05-26", unit: "42@2020-01-01",
	typed: `
		report_kind: sau_thang
		period_to: 15/05/2025
		report_number: 118/BC-SNNMT
		report_sent: 31/05/2025
		received_by: UBND.T BO.NNMT
		direction: Ban hành 4 văn bản
		communication_training: 2 lớp, 202 người
		project_results: Dự án 2: 12 mô hình
		capital_use: Giải ngân 45,2 %
		compliance: Chưa phát hiện vi phạm
		reporting_difficulties: Hướng dẫn chậm
		recommendations: Đề nghị Bộ hướng dẫn chuyển vốn`,
}

func TestTheSupervisionReport(t *testing.T) {
	head := Head{
		Title: "Báo cáo giám sát 6 tháng 2025", Number: "118/BC-SNNMT", Settled: true, Year: 2025, Sort: "sau_thang",
		From: vn.Date{Year: 2025, Month: 1, Day: 1}, To: vn.Date{Year: 2025, Month: 5, Day: 15}, Due: vn.Date{Year: 2025, Month: 5, Day: 31},
	}
	empty := []string{"report_kind missing", "period_to missing", "direction missing", "communication_training missing", "project_results missing",
		"capital_use missing", "compliance missing", "reporting_difficulties missing", "recommendations missing"}
	halfYearReport.try(t, empty, head, []trial{
		{"a year that the programme does not have", "report_year: 2020", []string{"report_year stop GS.03", "period_to reason GS.04", "report_sent note D4"}},
		{"a period the wrong way round", "period_from: 16/05/2025", []string{"period_to stop D1"}},
		{"a period of another year", "period_to: 31/12/2024\nperiod_from: 01/01/2024", []string{"period_to reason GS.04"}},
		{"sent on the day that is too late", "report_sent: 01/06/2025", []string{"report_sent note D4"}},
		{"sent before its figures", "period_to: 31/05/2025\nreport_sent: 30/05/2025", []string{"report_sent reason GS.06"}},
		{"sent, and nothing else said", "report_number:\nreceived_by:", []string{"report_number missing", "received_by missing"}},
		{"not sent yet", "report_number:\nreport_sent:\nreceived_by:", []string{}},
		{"a number without its form", "report_number: số 118", []string{"report_number note T1"}},
		{"wanted earlier by the level above", "due_set: 20/05/2025", []string{"report_sent note D4"}},
	})
}

// D4: before 1 June and before 1 December, that is by the day before.
func TestARegularReportIsLateFromTheFirstOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		kind, sent, due string
		late            int64
	}{
		{"sau_thang", "31/05/2025", "31/05/2025", 0},
		{"sau_thang", "01/06/2025", "31/05/2025", 1},
		{"nam", "30/11/2025", "30/11/2025", 0},
		{"nam", "01/12/2025", "30/11/2025", 1},
	} {
		s := halfYearReport.open(t)
		s.write(t, "report_kind: "+c.kind+"\nreport_sent: "+c.sent)
		late, _ := s.Get(Field{Item: "report_late"}).Value.Int()
		if got := s.Shown(Field{Item: "report_due"}, "vi"); got != c.due || late != c.late {
			t.Errorf("%s sent %s: due %s, %d days late; want %s, %d", c.kind, c.sent, got, late, c.due, c.late)
		}
	}
}

// The circular is of the programme 2021-2025; no other gives the merged programme a day.
func TestTheMergedProgrammesReportIsDueWhenTheLevelAboveSays(t *testing.T) {
	sh := halfYearReport
	sh.programme, sh.day = "MTQG-2026-2035", "2026-05-26"
	s := sh.open(t)
	s.write(t, "report_kind: sau_thang")
	if got := s.Head().Due; !got.IsZero() {
		t.Errorf("due on %v by no law", got)
	}
	s.write(t, "due_set: 15/06/2026")
	if got := s.Head().Due; got != (vn.Date{Year: 2026, Month: 6, Day: 15}) {
		t.Errorf("due on %v", got)
	}
}

func TestARegularReportIsOfSixMonthsOrTheYear(t *testing.T) {
	var kinds []string
	for _, c := range halfYearReport.open(t).Choices(Field{Item: "report_kind"}) {
		kinds = append(kinds, c.Code)
	}
	if want := []string{"sau_thang", "nam"}; !slices.Equal(kinds, want) {
		t.Errorf("the kinds are %v", kinds)
	}
}
