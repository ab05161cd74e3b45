package form

import (
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"giamsat/model/vn"
)

var annualEvaluation = sheet{
	form: "evaluation", programme: "GNBV-2021-2025", day: "2025-01-15", unit: "42@2020-01-01",
	typed: `
		evaluation_kind: hang_nam
		period_from: 01/01/2024
		period_to: 31/12/2024
		policies_issued: Ban hành 3 nghị quyết
		coordination: Phân công rõ, phối hợp tốt
		communication: 45 tin, bài
		monitoring: 2 đợt kiểm tra
		elected_bodies: Đã thực hiện kiến nghị của HĐND
		capital_summary[r1].fund_year: 2024
		capital_summary[r1].fund_kind: SN
		capital_summary[r1].fund_source: NSTW
		capital_summary[r1].assigned: 8.038
		capital_summary[r1].carried_in: 100
		capital_summary[r1].disbursed: 7.000
		capital_summary[r1].settled: 6.500
		capital_remarks: Giải ngân khá
		targets[r2].indicator: Giảm tỷ lệ hộ nghèo
		targets[r2].measure: điểm %
		targets[r2].year_target: 0,6
		targets[r2].actual: 0,54
		shortcomings: Phân bổ vốn chậm
		causes: Hướng dẫn chậm
		next_year: Giao vốn sớm
		report_due: 31/01/2025
		report_number: 12/BC-UBND
		report_sent: 24/01/2025`,
}

func TestTheEvaluationForm(t *testing.T) {
	head := Head{
		Title: "Đánh giá hằng năm 2024", Number: "12/BC-UBND", Settled: true, Year: 2024, Sort: "hang_nam",
		From: vn.Date{Year: 2024, Month: 1, Day: 1}, To: vn.Date{Year: 2024, Month: 12, Day: 31}, Due: vn.Date{Year: 2025, Month: 1, Day: 31},
	}
	empty := []string{"evaluation_kind missing", "period_from missing", "period_to missing", "capital_summary missing", "capital_remarks missing",
		"targets missing", "shortcomings missing", "causes missing"}
	annualEvaluation.try(t, empty, head, []trial{
		{"ad hoc without a reason", "evaluation_kind: dot_xuat", []string{"adhoc_reason missing"}},
		{"before the programme", "period_from: 31/12/2020", []string{"period_from stop E.02"}},
		{"a period the wrong way round", "period_from: 01/01/2025", []string{"period_to stop D1"}},
		{"after the programme", "period_to: 31/01/2026", []string{"period_to reason E.02", "period_to reason E.02"}},
		{"after the programme, of its impact", "period_to: 31/01/2026\nevaluation_kind: tac_dong\nperiod_to@note: dự kiến", []string{}},
		{"beyond the day it is made", "period_to: 16/01/2025", []string{"period_to reason E.02"}},
		{"a plan year before the programme", "capital_summary[r1].fund_year: 2020", []string{"capital_summary[r1].fund_year stop E.04"}},
		{"a plan year after the period", "capital_summary[r1].fund_year: 2025", []string{"capital_summary[r1].fund_year stop E.04"}},
		{"capital below nought", "capital_summary[r1].assigned: -1\ncapital_summary[r1].carried_in: -1\ncapital_summary[r1].disbursed: -3\ncapital_summary[r1].settled: -4",
			[]string{"capital_summary[r1].assigned stop N14", "capital_summary[r1].carried_in stop N14", "capital_summary[r1].disbursed stop N14", "capital_summary[r1].settled stop N14"}},
		{"more disbursed than there was", "capital_summary[r1].disbursed: 8.139", []string{"capital_summary[r1].disbursed stop N3"}},
		{"all disbursed", "capital_summary[r1].disbursed: 8.138", []string{}},
		{"more settled than disbursed", "capital_summary[r1].settled: 7.001", []string{"capital_summary[r1].settled stop N5"}},
		{"a line of capital twice", "capital_summary[r3].fund_year: 2024\ncapital_summary[r3].fund_kind: SN\ncapital_summary[r3].fund_source: NSTW\ncapital_summary[r3].assigned: 1\ncapital_summary[r3].disbursed: 0",
			[]string{"capital_summary[r3].fund_year duplicate-row"}},
		{"a target missed by far", "targets[r2].actual: 0,1", []string{"targets[r2].year_rate note E.05"}},
		{"a year without its plan and actual", "targets[r2].year_target:\ntargets[r2].actual:", []string{"targets[r2].year_target missing", "targets[r2].actual missing"}},
		{"a baseline due too late", "evaluation_kind: dau_ky\nagainst_approval: x\ntargets[r2].at_start: 3,2\ntargets[r2].period_target: 1", []string{"report_due note D4"}},
		{"a report's number without its form", "report_number: số 12", []string{"report_number note T1"}},
		{"a report without its day", "report_sent:", []string{"report_sent missing"}},
		{"a report without its number", "report_number:", []string{"report_number missing"}},
		{"a report too late", "report_sent: 03/02/2025", []string{"report_sent note D4"}},
	})
}

// What each kind must say beyond what all kinds share.
func TestEachKindOfEvaluationHasItsParts(t *testing.T) {
	shared := []string{"capital_remarks", "capital_summary", "causes", "period_from", "period_to", "shortcomings", "targets"}
	parts := map[string]string{
		"dau_ky":   "against_approval",
		"hang_nam": "policies_issued coordination communication monitoring elected_bodies next_year",
		"giua_ky":  "relevance completion adjustments",
		"ket_thuc": "results_reached lessons",
		"tac_dong": "",
		"dot_xuat": "adhoc_reason",
	}
	s := annualEvaluation.open(t)
	kinds := s.Choices(Field{Item: "evaluation_kind"})
	if len(kinds) != len(parts) {
		t.Fatalf("%d kinds of evaluation, %d tried", len(kinds), len(parts))
	}
	for _, kind := range kinds {
		t.Run(kind.Code, func(t *testing.T) {
			s := annualEvaluation.open(t)
			s.Answer(Field{Item: "evaluation_kind"}, kind.Code)
			var missing []string
			for _, p := range s.Problems() {
				if p.Code == Missing {
					missing = append(missing, p.Field.Item)
				}
			}
			want := append(slices.Clone(shared), strings.Fields(parts[kind.Code])...)
			slices.Sort(want)
			slices.Sort(missing)
			if diff := gocmp.Diff(want, missing); diff != "" {
				t.Error(diff)
			}
			s.write(t, "period_from: 01/07/2021\nperiod_to: 31/12/2024")
			if got := s.Head().Title; !strings.HasSuffix(got, " 2021–2024") || !strings.Contains(got, strings.ToLower(kind.Label.VI)) {
				t.Errorf("the title is %q", got)
			}
		})
	}
}

func TestRatesOfAnEvaluationAreComputed(t *testing.T) {
	s := annualEvaluation.open(t)
	s.write(t, annualEvaluation.typed)
	s.write(t, "targets[r2].period_target: 2,5")
	for f, want := range map[string]string{
		"capital_summary[r1].available": "8.138", "capital_summary[r1].rate": "86,02",
		"targets[r2].year_rate": "90,00", "targets[r2].period_rate": "21,60",
	} {
		field, _ := ParseField(f)
		if got := s.Shown(field, "vi"); got != want {
			t.Errorf("%s is %q, want %q", f, got, want)
		}
		if s.Editable(field) {
			t.Errorf("%s is asked for", f)
		}
	}
}

func TestTheMergedProgrammeIsEvaluatedInItsOwnYears(t *testing.T) {
	sh := annualEvaluation
	sh.programme, sh.day = "MTQG-2026-2035", "2027-01-15"
	s := sh.open(t)
	s.write(t, "evaluation_kind: hang_nam\nperiod_from: 01/01/2025\nperiod_to: 31/12/2026\ncapital_summary[r1].fund_kind: KPTX\ncapital_summary[r1].fund_source: TDCS")
	for _, p := range s.Problems() {
		if p.Code != Missing && (p.Field.Item != "period_from" || p.Rule != "E.02") {
			t.Errorf("%s: %s %s", p.Field, p.Code, p.Text.VI)
		}
	}
	if len(s.ProblemsAt(Field{Item: "period_from"})) != 1 {
		t.Error("2025 is no year of the programme that began with 2026")
	}
}
