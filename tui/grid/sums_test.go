package grid_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/tuitest"
)

// byProject is a form whose money is planned by project.
const byProject = `
id: small
version: "1"
title: {vi: "Phiếu nhỏ", en: "Small form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: capital_section
    code: "A3"
    title: {vi: "Vốn", en: "Capital"}
    short: {vi: "Vốn", en: "Capital"}
    items:
      - {name: years, code: A3.00, type: many, label: {vi: "Năm", en: "Years"}, choices: [{code: "2023", vi: "2023", en: "2023"}, {code: "2024", vi: "2024", en: "2024"}], default: "['2024']", basis: "I"}
      - {name: projects, code: A3.00b, type: many, list: project_leaves, label: {vi: "Dự án", en: "Projects"}, default: "['DA2', 'DA7.TDA1', 'DA7.TDA2']", basis: "I"}
      - name: capital
        code: A3.T1
        type: table
        label: {vi: "Kế hoạch và giải ngân", en: "Plan and disbursement"}
        unit: {vi: "triệu đồng", en: "million đồng"}
        basis: "I"
        table:
          free: true
          key: [year, project, source]
          totals: [assigned, carried_in, available, disbursed]
          axes:
            - {column: year, from: years}
            - {column: project, from: projects}
            - {column: source}
          columns:
            - {name: year, code: A3.T1.1, type: integer, width: 5, label: {vi: "Năm", en: "Year"}, basis: "I"}
            - {name: project, code: A3.T1.2, type: one, list: project_leaves, width: 9, label: {vi: "Dự án", en: "Project"}, basis: "I"}
            - {name: source, code: A3.T1.4, type: one, width: 6, label: {vi: "Nguồn", en: "Source"}, choices: [{code: NSTW, vi: "Ngân sách trung ương", en: "Central budget"}, {code: NSĐP, vi: "Ngân sách địa phương", en: "Local budget"}], basis: "I"}
            - {name: assigned, code: A3.T1.5, type: money, label: {vi: "Giao", en: "Assigned"}, basis: "I"}
            - {name: carried_in, code: A3.T1.6, type: money, label: {vi: "Kéo dài", en: "Carried in"}, basis: "I"}
            - {name: available, code: A3.T1.8, type: money, label: {vi: "Tổng vốn", en: "Available"}, calculation: "assigned + carried_in", basis: "I"}
            - {name: disbursed, code: A3.T1.11, type: money, label: {vi: "Giải ngân", en: "Disbursed"}, basis: "I"}
            - {name: rate, code: A3.T1.12, type: percent, width: 7, label: {vi: "Tỷ lệ", en: "Rate"}, calculation: "ratio(disbursed, available)", basis: "I"}
            - {name: cause, code: A3.T1.17, type: text, width: 24, label: {vi: "Nguyên nhân", en: "Cause"}, basis: "I"}
`

// planned are the source's figures by project.
func planned(year string) []form.FieldText {
	var list []form.FieldText
	for row, figures := range map[string][2]string{
		"/DA2/NSTW": {"1200", "300"}, "/DA7.TDA1/NSTW": {"8038", "5120"}, "/DA7.TDA1/NSĐP": {"804", "804"},
		"/DA7.TDA2/NSTW": {"4286", "4300"}, "/DA7.TDA2/NSĐP": {"429", "200"},
	} {
		list = append(list, form.FieldText{Field: capital(year+row, "assigned"), Raw: figures[0]},
			form.FieldText{Field: capital(year+row, "disbursed"), Raw: figures[1]})
	}
	return list
}

// footLine is the line at the foot that begins with a word, its blanks single.
func (s *sheet) footLine(word string) string {
	for _, line := range strings.Split(s.View(), "\n") {
		if strings.HasPrefix(line, " "+word) {
			return strings.Join(strings.Fields(line), " ")
		}
	}
	return ""
}

func TestTheProjectOfTheRowOneIsInIsAddedUpInSight(t *testing.T) {
	s := open(t, options{source: byProject, at: capital("2024/DA2/NSTW", "assigned"), begin: planned("2024"), width: 80, height: 16})
	if got, want := s.footLine("DA"), "DA2 · 2 dòng │ 1.200 1.200 300 25,00"; got != want {
		t.Errorf("the project's line is %q, want %q\n%s", got, want, s.View())
	}
	s.Press("down", "down")
	if got, want := s.footLine("DA"), "DA7 · 4 dòng │ 13.557 13.557 10.424 76,89"; got != want {
		t.Errorf("the project's line is %q, want %q\n%s", got, want, s.View())
	}
	s.enter("8000", "down")
	if got, want := s.footLine("DA"), "DA7 · 4 dòng │ 13.519 13.519 10.424 77,11"; got != want {
		t.Errorf("after another figure it is %q, want %q\n%s", got, want, s.View())
	}
	if got, want := s.footLine("Cộng"), "Cộng │ 14.719 14.719 10.724 72,86"; got != want {
		t.Errorf("the totals are %q, want %q\n%s", got, want, s.View())
	}
}

// Totals left a figure out that could not be read and looked like any other.
func TestATotalThatLeavesAFigureOutSaysSo(t *testing.T) {
	for lang, says := range map[string]string{"vi": "Cộng, chưa đủ", "en": "Total so far"} {
		s := open(t, options{source: byProject, at: capital("2024/DA7.TDA1/NSTW", "assigned"), begin: planned("2024"), lang: lang, width: 80, height: 24})
		if whole := s.footLine(i18n.In(lang).Grid.Total); strings.Contains(whole, "!") {
			t.Errorf("%s: the totals are %q", lang, whole)
		}
		s.enter("!8042000000", "down")
		for line, want := range map[string]string{says: "│! 6.719 ! 6.719 10.724", " 3 ": "[!8042000000] ! 5.120", "DA7 · 4": "│! 5.519 ! 5.519 10.424"} {
			if !slices.ContainsFunc(strings.Split(s.View(), "\n"), func(l string) bool {
				return strings.Contains(l, line) && strings.Contains(strings.Join(strings.Fields(l), " "), want)
			}) {
				t.Errorf("%s: the line %q has no %q\n%s", lang, line, want, s.View())
			}
		}
	}
}

func TestWhereThereIsRoomEveryProjectIsInSight(t *testing.T) {
	years := form.FieldText{Field: form.Field{Item: "years"}, Raw: "2023 2024"}
	s := open(t, options{source: byProject, at: capital("2024/DA7.TDA1/NSTW", "assigned"), begin: append([]form.FieldText{years}, planned("2024")...), width: 132, height: 43})
	s.wantShown("DA2 · 2023 · 2 dòng", "DA7 · 2023 · 4 dòng", "DA2 · 2024 · 2 dòng", "→DA7 · 2024 · 4 dòng")
}

func TestALineOfAProjectTakesNoRoomOfALowWindow(t *testing.T) {
	s := open(t, options{source: byProject, at: capital("2024/DA7.TDA1/NSTW", "assigned"), begin: planned("2024"), width: 80, height: 14})
	if got := s.footLine("DA"); got != "" {
		t.Errorf("it shows %q\n%s", got, s.View())
	}
	s.wantShown("Cộng")
}

func TestPicturesOfProjects(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {132, 43}} {
		for _, lang := range i18n.Languages() {
			picture := fmt.Sprintf("projects/%dx%d-%s", size[0], size[1], lang)
			t.Run(picture, func(t *testing.T) {
				s := open(t, options{source: byProject, at: capital("2024/DA7.TDA1/NSTW", "assigned"), begin: planned("2024"), lang: lang, width: size[0], height: size[1]})
				s.Press("down")
				tuitest.Golden(t, picture, s.View())
			})
		}
	}
}

// Where no column is frozen the line before those that scroll stands right
// behind the row's number: the word of the totals goes over it.
func TestTheWordOfTheTotalsIsNeverCut(t *testing.T) {
	columns := ""
	for _, name := range []string{"what", "who", "how", "where", "since", "until", "by"} {
		columns += "            - {name: " + name + ", code: A1.17." + name + ", type: text, width: 24, label: {vi: \"Nội dung " + name + "\", en: \"Content\"}, basis: \"I\"}\n"
	}
	src := several[:strings.Index(several, "          columns:\n")] + "          totals: [sum]\n          columns:\n" + columns +
		"            - {name: sum, code: A1.17.9, type: money, label: {vi: \"Tiền\", en: \"Money\"}, basis: \"I\"}\n"
	at := cell("activities", "r8", "what")
	s := open(t, options{source: src, at: at, rows: map[string][]form.Row{"activities": {"r8"}}, width: 60, height: 20})
	s.Type("Rà soát")
	s.Press("end")
	if got := s.footLine("Cộng"); !strings.HasPrefix(got, "Cộng") {
		t.Errorf("the totals are called %q\n%s", got, s.View())
	}
}
