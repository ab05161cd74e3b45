package form

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"giamsat/model/vn"
)

// paperFinding is begun from the minutes of a visit, reported as remedied and
// confirmed by a re-check.
var paperFinding = sheet{
	form: "finding", programme: "GNBV-2021-2025", day: "2025-09-16", unit: "18766@2025-07-01",
	begun: `
		round: Đợt 2/2025 · cấp tỉnh
		number: TT-0117
		what: Hồ sơ thanh toán mô hình nuôi bò còn thiếu biên bản nghiệm thu.
		area: 3
		item_code: A3.09
		basis_text: Biên bản kiểm tra ngày 16/09/2025
		found_on: 16/09/2025
		responsible: UBND xã Kỳ Xuân
		due_first: 31/10/2025
		amount_due: 12,5`,
	typed: `
		extensions[r1].new_due: 30/11/2025
		extensions[r1].reason: Mưa lũ
		state: verified
		report_number: 96/BC-UBND
		report_date: 20/11/2025
		result: Đã bổ sung biên bản nghiệm thu, nộp lại 12,5 triệu đồng
		amount_recovered: 12,5
		rechecked_on: 25/11/2025
		rechecked_by: Nguyễn Văn Thử
		recheck: verified`,
}

// unsettled takes back what the filled sheet says of the report and the re-check.
const unsettled = "\nreport_number:\nreport_date:\nresult:\namount_recovered:\nrechecked_on:\nrechecked_by:\nrecheck:"

func TestTheFindingForm(t *testing.T) {
	head := Head{
		Title: "Hồ sơ thanh toán mô hình nuôi bò còn thiếu biên bản nghiệm thu.", Number: "TT-0117", State: "verified", Settled: true,
		From: vn.Date{Year: 2025, Month: 9, Day: 16}, Due: vn.Date{Year: 2025, Month: 11, Day: 30}, Year: 2025, Area: 3, Item: "A3.09",
		Responsible: "UBND xã Kỳ Xuân", Amount: 12_500_000, Recovered: 12_500_000,
	}
	sh := paperFinding
	t.Run("begun without a deadline or who is responsible", func(t *testing.T) {
		bare := sh
		bare.begun = "what: Hồ sơ thiếu biên bản nghiệm thu"
		s := bare.open(t)
		want := []string{"responsible missing", "due_first missing"}
		if diff := gocmp.Diff(want, s.matter()); diff != "" || s.Ready() {
			t.Error(diff)
		}
		if got := s.Get(Field{Item: "found_on"}).Raw; got != "16/09/2025" {
			t.Errorf("found on %q, want the day of the visit", got)
		}
	})
	sh.begun = strings.Replace(sh.begun, "due_first: 31/10/2025", "", 1)
	sh.typed += "\ndue_first: 31/10/2025"
	sh.try(t, []string{"due_first missing"}, head, []trial{
		{"not begun", "state: open" + unsettled, []string{}},
		{"a deadline before the finding", "due_first: 15/09/2025", []string{"due_first stop D6"}},
		{"no extension", "extensions[r1].new_due: \nextensions[r1].reason:", []string{"report_date note X.06"}},
		{"an extension without a reason", "extensions[r1].reason:", []string{"extensions[r1].reason missing"}},
		{"an extension that is none", "extensions[r1].new_due: 31/10/2025", []string{"extensions[r1].new_due stop X.09", "report_date note X.06"}},
		{"a second extension to an earlier day", "extensions[r2].new_due: 15/11/2025\nextensions[r2].reason: Nhầm", []string{"extensions stop X.09", "report_date note X.06"}},
		{"a second extension", "extensions[r2].new_due: 15/12/2025\nextensions[r2].reason: Chờ kho bạc", []string{}},
		{"an extension twice", "extensions[r2].new_due: 30/11/2025\nextensions[r2].reason: Mưa lũ", []string{"extensions[r2].new_due duplicate-row", "extensions stop X.09"}},
		{"reported, with nothing to show", "state: reported" + unsettled, []string{"report_number missing", "report_date missing", "result missing"}},
		{"reported", "state: reported\nrechecked_on:\nrechecked_by:\nrecheck:", []string{}},
		{"a report without a date", "report_date:", []string{"state note X.05", "report_date missing"}},
		{"a report's number without its form", "report_number: số chín", []string{"report_number note T1"}},
		{"a report before the finding", "report_date: 15/09/2025", []string{"report_date stop D6"}},
		{"a report after the deadline", "report_date: 02/12/2025\nrechecked_on: 05/12/2025", []string{"report_date note X.06"}},
		{"not begun, and reported", "state: open\nrechecked_on:\nrechecked_by:\nrecheck:", []string{"state reason X.05"}},
		{"confirmed without a re-check", "rechecked_on:\nrechecked_by:\nrecheck:", []string{"rechecked_on missing", "rechecked_by missing", "recheck missing"}},
		{"confirmed against the re-check", "recheck: in_progress", []string{"state stop X.05"}},
		{"remedied by the re-check, and in progress", "state: in_progress", []string{"state stop X.05"}},
		{"a re-check without who and what", "state: reported\nrechecked_by:\nrecheck:", []string{"rechecked_by missing", "recheck missing"}},
		{"confirmed on a visit, without a report", "report_number:\nreport_date:\nresult:", []string{"state note X.05"}},
		{"a re-check before the report", "rechecked_on: 19/11/2025", []string{"rechecked_on stop D6"}},
		{"a re-check before the finding", "rechecked_on: 10/09/2025\nreport_number:\nreport_date:", []string{"state note X.05", "rechecked_on stop D6"}},
		{"money still out", "amount_recovered: 10", []string{"state reason X.08"}},
		{"money still out, with a reason", "amount_recovered: 10\nstate@note: Hộ đã chuyển đi", []string{}},
		{"more money than due", "amount_recovered: 13", []string{"amount_recovered stop X.08"}},
		{"money nobody asked for", "amount_due:", []string{"amount_due missing"}},
		{"money below nought", "amount_due: -1\namount_recovered: -2", []string{"state reason X.08", "amount_due stop N14", "amount_recovered stop N14"}},
		{"not to be remedied, and no word why", "state: cannot" + unsettled, []string{"result missing"}},
		{"withdrawn", "state: withdrawn" + unsettled, []string{"state reason X.05"}},
	})
}

func TestAFindingIsSettledByItsState(t *testing.T) {
	for state, want := range map[string]bool{"open": false, "in_progress": false, "reported": false, "verified": true, "cannot": true, "withdrawn": true} {
		s := paperFinding.open(t)
		s.write(t, "state: "+state)
		if head := s.Head(); head.Settled != want || head.State != state {
			t.Errorf("%s: settled is %v", head.State, head.Settled)
		}
	}
	if got := len(paperFinding.open(t).Choices(Field{Item: "state"})); got != 6 {
		t.Errorf("%d states; say of the new one whether it settles a finding", got)
	}
}

// What the minutes say of a finding is not typed over; who is responsible may be.
func TestTheMinutesWordsOfAFindingStand(t *testing.T) {
	s := paperFinding.open(t)
	for _, name := range []string{"number", "unit", "visit_date", "round", "programme", "what", "area", "item_code", "basis_text", "found_on"} {
		if s.Editable(Field{Item: name}) {
			t.Errorf("%s can be typed", name)
		}
	}
	for _, name := range []string{"responsible", "due_first", "state", "amount_due"} {
		if !s.Editable(Field{Item: name}) {
			t.Errorf("%s cannot be put right", name)
		}
	}
	if got := s.def.HeadItem(RoleNumber); got != "number" {
		t.Errorf("the number is given to %q", got)
	}
}

func TestADeadlineMovesWithItsExtensions(t *testing.T) {
	s := paperFinding.open(t)
	if got := s.Head().Due; got != (vn.Date{Year: 2025, Month: 10, Day: 31}) {
		t.Errorf("due on %v at first", got)
	}
	s.write(t, "extensions[r1].new_due: 30/11/2025\nextensions[r1].reason: Mưa lũ\nextensions[r2].new_due: 15/12/2025\nextensions[r2].reason: Chờ kho bạc")
	if got := s.Head().Due; got != (vn.Date{Year: 2025, Month: 12, Day: 15}) {
		t.Errorf("due on %v after two extensions", got)
	}
}
