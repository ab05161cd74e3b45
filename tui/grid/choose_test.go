package grid_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

func oneDecision(t *testing.T, col string) *sheet {
	t.Helper()
	return open(t, options{at: decision("r8", col), rows: map[string][]form.Row{"decisions": {"r8"}}})
}

func TestADigitChoosesAndGoesOn(t *testing.T) {
	s := oneDecision(t, "issuer")
	s.wantShown("[1] Tỉnh  [2] Huyện  [3] Xã")
	s.Press("2", "1")
	s.want(decision("r8", "issuer"), "Huyện")
	s.want(decision("r8", "in_force"), "Có")
	s.wantHere("decisions[r8].amount")
	s = oneDecision(t, "issuer")
	s.Press("4")
	s.wantShown("Không có lựa chọn nào ứng với phím này.")
	s.wantHere("decisions[r8].issuer")
}

func TestLettersFindAChoice(t *testing.T) {
	s := oneDecision(t, "issuer")
	s.Type("huy")
	s.wantShown("Huyện")
	s.Press("tab")
	s.want(decision("r8", "issuer"), "Huyện")
	s.wantHere("decisions[r8].in_force")
	s.enter("ko", "tab")
	s.want(decision("r8", "in_force"), "ko")
	s.wantShown(">! 1")
	s.Press("left")
	if s.session.Get(decision("r8", "in_force")).Value != (form.Value{}) {
		t.Error("a text that is no choice became one")
	}
}

// What was typed in a cell and fits several entries was forgotten by the list.
func TestTheListOfACellBeginsWithWhatWasTypedThere(t *testing.T) {
	s := oneDecision(t, "issuer")
	s.Type("h")
	s.Press("f9")
	pick, ok := s.opened.Arg.(*kit.Pick)
	if !ok || pick.Typed != "h" {
		t.Fatalf("it opens %+v", s.opened.Arg)
	}
	s = oneDecision(t, "issuer")
	s.Type("huyen")
	s.Press("f9")
	if pick, ok := s.opened.Arg.(*kit.Pick); !ok || pick.Typed != "" || len(pick.Chosen) != 1 {
		t.Errorf("where an entry was found it opens %+v", s.opened.Arg)
	}
}

func TestTheListOfACell(t *testing.T) {
	for _, key := range []string{"f9", "space"} {
		t.Run(key, func(t *testing.T) {
			s := oneDecision(t, "issuer")
			s.Press(key)
			pick, ok := s.opened.Arg.(*kit.Pick)
			if !ok || s.opened.Kind != kit.KindPick || pick.Title != "Cấp" {
				t.Fatalf("it opens %+v", s.opened)
			}
			if found := pick.Find("xa"); len(found) != 1 || found[0].Code != "commune" || found[0].Detail != "" {
				t.Errorf("typing xa finds %+v", found)
			}
			s.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{"commune"}})
			s.want(decision("r8", "issuer"), "Xã")
			s.wantHere("decisions[r8].in_force")
		})
	}
	s := oneDecision(t, "number")
	s.Press("f9")
	s.wantShown("không có danh sách")
}

func TestAChoiceIsClearedAndUndone(t *testing.T) {
	s := oneDecision(t, "issuer")
	s.Press("1", "left", "backspace")
	s.want(decision("r8", "issuer"), "")
	s.Press("ctrl+z")
	s.want(decision("r8", "issuer"), "Tỉnh")
}

// several is a table with a column of several choices, and one of a long list.
const several = `
id: several
version: "1"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: one
    code: "A1"
    title: {vi: "Một", en: "One"}
    short: {vi: "Một", en: "One"}
    items:
      - name: activities
        code: A1.17
        type: table
        label: {vi: "Hoạt động", en: "Activities"}
        basis: "I"
        table:
          free: true
          columns:
            - {name: groups, code: A1.17.1, type: many, width: 12, label: {vi: "Nhóm", en: "Groups"}, choices: [{code: A, vi: "Hộ nghèo", en: "Poor"}, {code: B, vi: "Hộ cận nghèo", en: "Near-poor"}, {code: C, vi: "Khác", en: "Other"}], basis: "I"}
            - {name: place, code: A1.17.2, type: lookup, list: units, width: 20, label: {vi: "Nơi", en: "Place"}, basis: "I"}
            - {name: remark, code: A1.17.3, type: longtext, label: {vi: "Ghi thêm", en: "Remark"}, basis: "I"}
`

func TestSeveralChoicesAreToggledByDigits(t *testing.T) {
	at := cell("activities", "r8", "groups")
	s := open(t, options{source: several, at: at, rows: map[string][]form.Row{"activities": {"r8"}}})
	s.Press("2", "1")
	s.want(at, "Hộ nghèo; Hộ cận nghèo")
	s.wantHere("activities[r8].groups")
	s.Press("2")
	s.want(at, "Hộ nghèo")
	s.Press("f9")
	pick, ok := s.opened.Arg.(*kit.Pick)
	if !ok || !pick.Many || len(pick.Chosen) != 1 {
		t.Fatalf("F9 opens %+v", s.opened)
	}
	s.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{"A", "C"}})
	s.want(at, "Hộ nghèo; Khác")
	s.enter("b, c", "tab")
	s.want(at, "Hộ cận nghèo; Khác")
}

func TestALongListIsSearchedByTyping(t *testing.T) {
	at := cell("activities", "r8", "place")
	s := open(t, options{source: several, at: at, rows: map[string][]form.Row{"activities": {"r8"}}})
	s.Type("cam xuyen")
	s.wantShown("Cẩm Xuyên")
	s.Press("f9")
	if s.opened == nil || s.opened.Kind != kit.KindPick {
		t.Fatalf("F9 opens %+v", s.opened)
	}
	pick := s.opened.Arg.(*kit.Pick)
	found := pick.Find("huyen cam xuyen")
	if len(found) == 0 {
		t.Fatal("the list does not find the unit")
	}
	s.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{found[0].Code}})
	s.want(at, found[0].Label)
}

// A digit answers where it means nothing else: of eleven groups the first ten have
// one each, as in the form; "7" among projects is a part of their names.
func TestADigitChoosesInALongListThatHasNoDigits(t *testing.T) {
	kind, project := cell("activities", "r8", "kind"), cell("activities", "r8", "project")
	rows := map[string][]form.Row{"activities": {"r8"}}
	several := several + `
            - {name: kind, code: A1.17.4, type: one, list: difficulty_groups, width: 14, label: {vi: "Loại", en: "Kind"}, basis: "I"}
            - {name: project, code: A1.17.5, type: one, list: projects, width: 9, label: {vi: "Dự án", en: "Project"}, basis: "I"}
`
	s := open(t, options{source: several, at: kind, rows: rows})
	s.wantShown("[1] Cơ chế, văn bản")
	s.Press("2")
	s.want(kind, "Định mức, đơn giá")
	s = open(t, options{source: several, at: kind, rows: rows})
	s.Type("khac")
	s.Press("tab")
	s.want(kind, "Khác")
	s = open(t, options{source: several, at: project, rows: rows})
	s.Press("7")
	s.want(project, "")
	s.Press("tab")
	if got := s.session.Get(project).Value.Text(); got != "DA7" {
		t.Errorf("7 finds %q", got)
	}
}

func TestALongTextKeepsItsLines(t *testing.T) {
	at := cell("activities", "r8", "remark")
	s := open(t, options{source: several, at: at, rows: map[string][]form.Row{"activities": {"r8"}}})
	s.enter("một", "enter")
	s.enter("hai", "tab")
	if got := s.session.Get(at).Raw; got != "một\nhai" {
		t.Errorf("the text is %q", got)
	}
	s.wantShown("một hai")
}

// In the open cell stood the unit's key of the database.
func TestAUnitIsNamedInItsOpenCell(t *testing.T) {
	at := cell("activities", "r8", "place")
	rows := map[string][]form.Row{"activities": {"r8"}}
	s := open(t, options{source: several, at: at, rows: rows, begin: []form.FieldText{{Field: at, Raw: "18685@2020-01-01"}},
		left: []model.OpenText{{Field: at, Text: "18685@2020-01-01"}}})
	s.wantShown("Cẩm Bình")
	if strings.Contains(s.View(), "@") {
		t.Errorf("the cell shows a key:\n%s", s.View())
	}
	s.Press("tab")
	s.want(at, "Xã Cẩm Bình")
}
