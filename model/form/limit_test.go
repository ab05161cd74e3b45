package form_test

import (
	"strings"
	"testing"

	"giamsat/model/form"
)

// limits is a form whose rules hold answers against others in every way.
const limits = `
id: limits
version: "1"
title: {vi: "Giới hạn", en: "Limits"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: all
    code: "V"
    title: {vi: "Chung", en: "All"}
    short: {vi: "Chung", en: "All"}
    items:
      - {name: people, code: "1", type: integer, label: {vi: "Tổng số người", en: "People"}, basis: "I"}
      - {name: poor, code: "2", type: integer, label: {vi: "Nghèo", en: "Poor"}, basis: "I"}
      - {name: women, code: "3", type: integer, label: {vi: "Nữ", en: "Women"}, constraints: [{rule: "women >= 0 && women <= people", severity: stop, message: {vi: "Nữ {women} > tổng", en: "Women {women} > all"}}], basis: "I"}
      - {name: near, code: "4", type: integer, label: {vi: "Cận nghèo", en: "Near-poor"}, constraints: [{rule: "zero(poor) + near <= people", severity: stop, message: {vi: "Cộng lại vượt {people}", en: "Together over {people}"}}], basis: "I"}
      - {name: rest, code: "5", type: integer, label: {vi: "Còn lại", en: "Rest"}, constraints: [{rule: "people == poor + rest", severity: stop, message: {vi: "Không khớp", en: "Does not agree"}}], basis: "I"}
      - {name: fee, code: "6", type: money, label: {vi: "Phí", en: "Fee"}, constraints: [{rule: "fee < million(5)", severity: reason, message: {vi: "Phí cao", en: "High fee"}}], basis: "I"}
      - {name: begun, code: "7", type: date, label: {vi: "Khởi công", en: "Begun"}, basis: "I"}
      - {name: ended, code: "8", type: date, label: {vi: "Xong", en: "Ended"}, constraints: [{rule: "begun <= ended && ended <= visit", severity: stop, message: {vi: "Sai ngày", en: "Wrong day"}}], basis: "I"}
      - {name: share, code: "9", type: percent, label: {vi: "Tỷ lệ", en: "Share"}, constraints: [{rule: "share <= 100", severity: stop, message: {vi: "Quá 100", en: "Over 100"}}], basis: "I"}
      - {name: aim, code: "10", type: integer, label: {vi: "Mục tiêu", en: "Aim"}, constraints: [{rule: "people < 10 && aim > 3 || aim >= 7", severity: note, message: {vi: "Thấp", en: "Low"}}], basis: "I"}
      - {name: parity, code: "11", type: integer, label: {vi: "Chẵn", en: "Even"}, constraints: [{rule: "parity % 2 == 0", severity: stop, message: {vi: "Không chẵn", en: "Odd"}}], basis: "I"}
      - {name: visits, code: "11b", type: integer, label: {vi: "Số hộ", en: "Visits"}, constraints: [{rule: "visits == 0 || visits >= 3 && visits <= 7", severity: note, message: {vi: "Gợi ý 3 đến 7", en: "3 to 7"}}], basis: "I"}
`

func TestALimitFollowsFromTheRule(t *testing.T) {
	for _, c := range []struct {
		name   string
		texts  map[string]string
		item   string
		rel    form.Relation // "": no limit
		value  string
		moment bool
		fixed  bool
		beside string // label and value of the first other item
	}{
		{"at most another item", map[string]string{"people": "40", "women": "45"}, "women", form.AtMost, "40", false, false, "Tổng số người 40"},
		{"at least a figure of the rule", map[string]string{"people": "40", "women": "-1"}, "women", form.AtLeast, "0", false, true, "Tổng số người 40"},
		{"a part of a sum", map[string]string{"people": "40", "poor": "30", "near": "12"}, "near", form.AtMost, "10", false, false, "Nghèo 30"},
		{"a part of a sum without the other part", map[string]string{"people": "40", "near": "41"}, "near", form.AtMost, "40", false, false, "Cận nghèo 41"},
		{"no figure is right", map[string]string{"people": "40", "poor": "50", "near": "1"}, "near", "", "", false, false, ""},
		{"exactly", map[string]string{"people": "40", "poor": "30", "rest": "9"}, "rest", form.Exactly, "10", false, false, "Tổng số người 40"},
		{"below", map[string]string{"fee": "5"}, "fee", form.Below, "5", false, true, "Phí 5"},
		{"a day too early", map[string]string{"begun": "10/6/2024", "ended": "1/6/2024"}, "ended", form.AtLeast, "10/06/2024", true, false, "Khởi công 10/06/2024"},
		{"a day too late", map[string]string{"begun": "10/6/2024", "ended": "16/6/2024"}, "ended", form.AtMost, "15/06/2024", true, true, "Khởi công 10/06/2024"},
		{"a percentage", map[string]string{"share": "101"}, "share", form.AtMost, "100,00 %", false, true, "Tỷ lệ 101,00 %"},
		{"one side of an or that is enough", map[string]string{"people": "40", "aim": "5"}, "aim", form.AtLeast, "7", false, true, "Tổng số người 40"},
		{"none, or some", map[string]string{"visits": "2"}, "visits", "", "", false, false, ""},
		{"what cannot be solved", map[string]string{"parity": "3"}, "parity", "", "", false, false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := form.NewSession(load(t, limits), form.Record{}, setting(t))
			for name, text := range c.texts {
				s.Answer(item(name), text)
			}
			list := s.ProblemsAt(item(c.item))
			if len(list) != 1 {
				t.Fatalf("problems %v", codes(list))
			}
			m := list[0].Matter
			if c.rel == "" {
				if m.Limit != nil {
					t.Errorf("the limit is %+v", m.Limit)
				}
				return
			}
			if m.Limit == nil || m.Limit.Relation != c.rel || m.Limit.Value.VI != c.value || m.Limit.Moment != c.moment || m.Limit.Fixed != c.fixed {
				t.Errorf("the limit is %+v", m.Limit)
			}
			beside := ""
			if len(m.Beside) > 0 {
				beside = m.Beside[0].Label.VI + " " + m.Beside[0].Shown.VI
			}
			if beside != c.beside {
				t.Errorf("it names %q", beside)
			}
		})
	}
}

func TestWhatMeetsTheLimitMeetsTheRule(t *testing.T) {
	s := form.NewSession(load(t, limits), form.Record{}, setting(t))
	for name, text := range map[string]string{"people": "40", "poor": "30", "women": "45", "near": "12", "rest": "9", "ended": "1/6/2024", "begun": "10/6/2024", "share": "101"} {
		s.Answer(item(name), text)
	}
	mended := 0
	for _, p := range s.Problems() {
		if p.Matter == nil || p.Matter.Limit == nil {
			continue
		}
		mended++
		s.Answer(p.Field, p.Matter.Limit.Value.VI)
		if left := s.ProblemsAt(p.Field); len(left) > 0 {
			t.Errorf("%s %s is still wrong: %v", p.Field, p.Matter.Limit.Value.VI, codes(left))
		}
	}
	if mended != 5 {
		t.Errorf("%d limits were tried", mended)
	}
}

// The cut-off day was told to lie in a period that ends before it begins, and sent to
// a day that is wrong itself: the fault is the period's, and is said there alone.
func TestAnAnswerIsNotHeldAgainstOthersThatContradictEachOther(t *testing.T) {
	s := form.NewSession(load(t, strings.Replace(limits, "      - {name: share,", `      - {name: from, code: "12", type: date, label: {vi: "Từ", en: "From"}, basis: "I"}
      - {name: to, code: "13", type: date, label: {vi: "Đến", en: "To"}, constraints: [{rule: "from <= to", severity: stop, message: {vi: "Đến {to} trước {from}", en: "Before"}}], basis: "I"}
      - {name: cut, code: "14", type: date, label: {vi: "Chốt", en: "Cut-off"}, constraints: [{rule: "from <= cut && cut <= to", severity: stop, message: {vi: "Ngoài {from} đến {to}", en: "Outside"}}], basis: "I"}
      - {name: share,`, 1)), form.Record{}, setting(t))
	wrong := func() string {
		var list []string
		for _, p := range s.Problems() {
			list = append(list, p.Field.String())
		}
		return strings.Join(list, " ")
	}
	for _, c := range []struct{ item, raw, want string }{
		{"from", "1/1/2024", ""}, {"to", "31/12/2023", "to"}, {"cut", "30/4/2024", "to"}, {"to", "31/3/2024", "cut"}, {"to", "30/4/2024", ""},
		{"from", "1/5/2024", "to"}, {"from", "", ""}, {"to", "1/4/2024", ""}, {"from", "1/4/2024", "cut"},
	} {
		if s.Answer(item(c.item), c.raw); wrong() != c.want {
			t.Errorf("%s = %q: wrong is %q, want %q", c.item, c.raw, wrong(), c.want)
		}
	}
}
