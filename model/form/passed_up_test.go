package form

import (
	"testing"

	"giamsat/model/vn"
)

var slowGuidance = sheet{
	form: "difficulty", programme: "GNBV-2021-2025", day: "2025-09-16", unit: "18766@2025-07-01",
	begun: `
		round: Đợt 2/2025 · cấp tỉnh
		number: KK-0003
		what: Chưa có hướng dẫn chuyển giao hồ sơ dự án sau khi sắp xếp xã.
		group: sap_xep
		project: DA2
		authority: tinh
		handled: no`,
	typed: `
		state: settled
		handled: yes
		handling: Sở có văn bản hướng dẫn
		outcome: Xã đã nhận đủ hồ sơ
		passed_to: so
		passed_on: 20/09/2025
		passed_paper: 42/UBND-KT
		answer_number: 812/SNNMT-PTNT
		answered_on: 10/10/2025
		answer: Hướng dẫn tại văn bản 812/SNNMT-PTNT`,
}

// unanswered takes back what came from above.
const unanswered = "\nanswer_number:\nanswered_on:\nanswer:"

func TestTheDifficultyForm(t *testing.T) {
	head := Head{
		Title: "Chưa có hướng dẫn chuyển giao hồ sơ dự án sau khi sắp xếp xã.", Number: "KK-0003", State: "settled", Settled: true,
		From: vn.Date{Year: 2025, Month: 9, Day: 16}, Year: 2025, Level: "tinh", Sort: "sap_xep", Area: 5, Item: "A5.07", Responsible: "Sở chủ trì",
	}
	sh := slowGuidance
	sh.begun = "what: Chưa có hướng dẫn chuyển giao hồ sơ dự án sau khi sắp xếp xã.\nnumber: KK-0003\ngroup: sap_xep"
	sh.typed = "authority: tinh\n" + sh.typed
	sh.try(t, []string{"authority missing"}, head, []trial{
		{"the unit's own, passed up", "authority: don_vi\nstate: passed_up", []string{"state stop DK.03"}},
		{"the unit's own, settled", "authority: don_vi", []string{}},
		{"the unit's own, without a result", "authority: don_vi\nstate: open\nhandled: no\nhandling:\noutcome:", []string{"outcome missing"}},
		{"beyond the unit, and still there", "state: open\nhandled: no\nhandling:\noutcome:\npassed_to:\npassed_on:\npassed_paper:" + unanswered, []string{"state note DK.03"}},
		{"passed up", "state: passed_up\nhandled: no\nhandling:\noutcome:" + unanswered, []string{}},
		{"passed up, to nobody", "state: passed_up\nhandled: no\nhandling:\noutcome:\npassed_to:\npassed_on:" + unanswered, []string{"passed_to missing", "passed_on missing"}},
		{"answered, and not settled", "state: passed_up\nhandled: no\nhandling:\noutcome:", []string{"state reason DK.03"}},
		{"settled without an answer", unanswered, []string{"answered_on missing", "answer missing"}},
		{"settled without a result", "outcome:", []string{"outcome missing"}},
		{"settled, and not handled", "handled: no", []string{"state stop DK.03"}},
		{"handled, and not said how", "handling:", []string{"handling missing"}},
		{"a paper's number without its form", "passed_paper: công văn", []string{"passed_paper note T1"}},
		{"an answer's number without its form", "answer_number: công văn", []string{"answer_number note T1"}},
		{"an answer before the question", "answered_on: 19/09/2025", []string{"answered_on stop DK.06"}},
		{"an answer without its day", "state: passed_up\nanswered_on:", []string{"answered_on missing"}},
		{"withdrawn", "state: withdrawn\nhandled: no\nhandling:\noutcome:" + unanswered, []string{"state reason DK.03"}},
	})
}

var unitPrices = sheet{
	form: "recommendation", programme: "GNBV-2021-2025", day: "2025-09-16", unit: "18766@2025-07-01",
	begun: `
		round: Đợt 2/2025 · cấp tỉnh
		number: KN-0009
		what: Đề nghị ban hành đơn giá con giống.
		addressee: tinh`,
	typed: `
		paper: 42/UBND-KT ngày 10/09/2025
		due: 31/10/2025
		state: answered
		level: tinh
		passed_to: tinh
		passed_on: 22/09/2025
		passed_paper: 812/SNNMT-PTNT
		answer_number: 455/UBND-NL
		answered_on: 30/10/2025
		answer: Giao Sở Tài chính trình trong tháng 11`,
}

func TestTheRecommendationForm(t *testing.T) {
	head := Head{
		Title: "Đề nghị ban hành đơn giá con giống.", Number: "KN-0009", State: "answered", Settled: true,
		From: vn.Date{Year: 2025, Month: 9, Day: 16}, Due: vn.Date{Year: 2025, Month: 10, Day: 31}, Year: 2025,
		Level: "tinh", Sort: "tinh", Area: 5, Item: "A5.08", Responsible: "HĐND, UBND tỉnh",
	}
	t.Run("the state is asked for", func(t *testing.T) {
		s := unitPrices.open(t)
		s.write(t, "state:")
		if got := s.matter(); len(got) != 1 || got[0] != "state missing" {
			t.Error(got)
		}
	})
	passed := "state: passed_up" + unanswered
	unitPrices.tried(t, head, []trial{
		{"heard of only", "state: open\nlevel:\npassed_to:\npassed_on:\npassed_paper:" + unanswered, []string{}},
		{"passed up", passed, []string{}},
		{"passed up, to nobody", passed + "\nlevel:\npassed_to:\npassed_on:", []string{"level missing", "passed_to missing", "passed_on missing"}},
		{"passed up, and one's own", passed + "\nlevel: don_vi", []string{"state stop KN.03"}},
		{"answered, with no answer", unanswered, []string{"answered_on missing", "answer missing"}},
		{"answered at a meeting", "answer_number:", []string{}},
		{"answered, and still passed up", "state: passed_up", []string{"state reason KN.03"}},
		{"an answer before the question", "answered_on: 21/09/2025", []string{"answered_on stop KN.06"}},
		{"an answer too late", "answered_on: 03/11/2025", []string{"answered_on note KN.06"}},
		{"a paper's number without its form", "passed_paper: công văn", []string{"passed_paper note T1"}},
		{"an answer's number without its form", "answer_number: công văn", []string{"answer_number note T1"}},
		{"withdrawn", "state: withdrawn" + unanswered, []string{"state reason KN.03"}},
	})
}

// What has gone up has left the register only when it was settled or answered.
func TestWhatIsPassedUpStaysOpen(t *testing.T) {
	settled := map[string]bool{"open": false, "passed_up": false, "settled": true, "answered": true, "withdrawn": true}
	for _, sh := range []sheet{slowGuidance, unitPrices} {
		s := sh.open(t)
		for _, c := range s.Choices(Field{Item: "state"}) {
			s.Answer(Field{Item: "state"}, c.Code)
			want, known := settled[c.Code]
			if head := s.Head(); head.Settled != want || !known || head.State != c.Code {
				t.Errorf("%s %s: settled is %v", sh.form, c.Code, head.Settled)
			}
		}
	}
}

func TestTheUnitsWordsStand(t *testing.T) {
	for _, sh := range []sheet{slowGuidance, unitPrices} {
		s := sh.open(t)
		for _, name := range []string{"number", "unit", "visit_date", "round", "programme", "what"} {
			if s.Editable(Field{Item: name}) {
				t.Errorf("%s: %s can be typed", sh.form, name)
			}
		}
		if got := s.def.HeadItem(RoleNumber); got != "number" {
			t.Errorf("%s: the number is given to %q", sh.form, got)
		}
	}
}
