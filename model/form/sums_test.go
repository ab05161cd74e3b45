package form_test

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model/form"
)

// asSums spells groups and the whole: "DA7 2 rows: assigned=12324 rate=76.44".
func asSums(s *form.Session, table string, columns ...string) []string {
	t := s.Definition().Item(table).Table
	spell := func(name string, sums form.Sums) string {
		line := fmt.Sprintf("%s %d:", name, sums.Rows)
		for _, c := range columns {
			text := sums.Of(t.Column(c)).Text()
			line += " " + strings.TrimSuffix(text, "000000") // in triệu
		}
		return line
	}
	var list []string
	for _, g := range s.Groups(table) {
		list = append(list, spell(strings.Join(append(g.Within, g.Project), " "), g.Sums))
	}
	return append(list, spell("all", s.Sums(table)))
}

// capitalOf is the capital table of the published form, for some projects.
func capitalOf(tb testing.TB, years, projects string) *form.Session {
	tb.Helper()
	s := begun(tb, "GNBV-2021-2025")
	s.Answer(item("capital_years"), years)
	s.Answer(item("capital_sources"), "NSTW NSDP")
	s.Answer(item("projects"), projects)
	return s
}

func wantSums(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestRowsOfAProjectsPartsAddUpToTheProject(t *testing.T) {
	s := capitalOf(t, "2024", "DA2 DA7.TDA1 DA7.TDA2")
	for row, figures := range map[string][2]string{
		"2024/DA2/SN/NSTW": {"1000", "500"}, "2024/DA7.TDA1/SN/NSTW": {"8038", "5120"}, "2024/DA7.TDA1/SN/NSDP": {"804", "804"},
		"2024/DA7.TDA2/SN/NSTW": {"4286", "4300"}, "2024/DA7.TDA2/SN/NSDP": {"429", "200"},
	} {
		s.Answer(cell("capital", row, "assigned"), figures[0])
		s.Answer(cell("capital", row, "disbursed"), figures[1])
	}
	// 76,89 = 10.424 / 13.557: of the sums, and no sum of 63,7 + 100 + 100,3 + 46,6.
	wantSums(t, asSums(s, "capital", "assigned", "available", "disbursed", "rate", "settled"),
		"DA2 2: 1000 1000 500 50 ", "DA7 4: 13557 13557 10424 76.89 ", "all 6: 14557 14557 10924 75.04 ")
	groups := s.Groups("capital")
	if got := groups[1].Label.VI; got != "Nâng cao năng lực và giám sát, đánh giá Chương trình" {
		t.Errorf("the group is called %q", got)
	}
	if got := fmt.Sprint(groups[0].Members); got != "[2024/DA2/SN/NSTW 2024/DA2/SN/NSDP]" {
		t.Errorf("its rows are %s", got)
	}
}

func TestYearsOfAProjectAreAddedUpApart(t *testing.T) {
	s := capitalOf(t, "2023 2024", "DA7.TDA1 DA7.TDA2")
	s.Answer(cell("capital", "2023/DA7.TDA1/SN/NSTW", "assigned"), "10")
	s.Answer(cell("capital", "2023/DA7.TDA2/SN/NSTW", "assigned"), "5")
	s.Answer(cell("capital", "2024/DA7.TDA1/SN/NSTW", "assigned"), "7")
	wantSums(t, asSums(s, "capital", "assigned", "disbursed"), "2023 DA7 4: 15 ", "2024 DA7 4: 7 ", "all 8: 22 ")
}

func TestFreeRowsBelongToTheirProjectToo(t *testing.T) {
	s := capitalOf(t, "2024", "DA2 DA7.TDA1")
	row := string(s.AddRow("capital", ""))
	for col, text := range map[string]string{"plan_year": "2024", "project": "DA7.TDA2", "kind": "SN", "source": "NSTW", "assigned": "3", "disbursed": "1"} {
		s.Answer(cell("capital", row, col), text)
	}
	s.Answer(cell("capital", "2024/DA7.TDA1/SN/NSTW", "assigned"), "không rõ")
	wantSums(t, asSums(s, "capital", "assigned", "disbursed", "rate"), "DA2 2:   ", "DA7 3: 3 1 33.33", "all 5: 3 1 33.33")
}

func TestWhereGroupsSayNothingNewThereAreNone(t *testing.T) {
	for name, s := range map[string]*form.Session{
		"all of one project":    capitalOf(t, "2024", "DA7.TDA1 DA7.TDA2"),
		"no rows":               capitalOf(t, "2024", ""),
		"a row of each project": oneEach(t),
	} {
		t.Run(name, func(t *testing.T) {
			for _, table := range []string{"capital", "one_each", "none"} {
				if groups := s.Groups(table); len(groups) > 0 {
					t.Errorf("%s has %d groups", table, len(groups))
				}
			}
			if got := s.Sums("none"); got.Rows != 0 || !got.Of(s.Definition().Item("capital_years")).IsZero() {
				t.Errorf("a table that is not there comes to %+v", got)
			}
		})
	}
}

// oneEach has a table in which each project stands once, and ratios that do
// not hold of a sum.
func oneEach(tb testing.TB) *form.Session {
	tb.Helper()
	s := form.NewSession(load(tb, `
id: small
version: "1"
title: {vi: "Nhỏ", en: "Small"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: one
    code: "1"
    title: {vi: "Một", en: "One"}
    short: {vi: "Một", en: "One"}
    items:
      - {name: capital_years, code: "1.00", type: integer, label: {vi: "Năm", en: "Year"}, basis: "I"}
      - name: one_each
        code: "1.T1"
        type: table
        label: {vi: "Bảng", en: "Table"}
        basis: "I"
        table:
          free: true
          totals: [a, b]
          columns:
            - {name: project, code: "1.T1.1", type: one, list: projects, label: {vi: "Dự án", en: "Project"}, basis: "I"}
            - {name: a, code: "1.T1.2", type: integer, label: {vi: "A", en: "A"}, basis: "I"}
            - {name: b, code: "1.T1.3", type: integer, label: {vi: "B", en: "B"}, basis: "I"}
            - {name: c, code: "1.T1.4", type: integer, label: {vi: "C", en: "C"}, basis: "I"}
            - {name: of_both, code: "1.T1.5", type: percent, label: {vi: "%", en: "%"}, calculation: "ratio(a, a + b)", basis: "I"}
            - {name: of_c, code: "1.T1.6", type: percent, label: {vi: "%", en: "%"}, calculation: "ratio(a, c)", basis: "I"}
            - {name: bent, code: "1.T1.7", type: percent, label: {vi: "%", en: "%"}, calculation: "ratio(a * a, b)", basis: "I"}
            - {name: rest, code: "1.T1.8", type: percent, label: {vi: "%", en: "%"}, calculation: "100 - ratio(a, b)", basis: "I"}
            - {name: yearly, code: "1.T1.9", type: percent, label: {vi: "%", en: "%"}, calculation: "ratio(a, capital_years)", basis: "I"}
`), form.Record{}, setting(tb))
	s.Begin(nil)
	for i, project := range []string{"DA2", "DA3", "DA7"} {
		row := string(s.AddRow("one_each", ""))
		s.Answer(cell("one_each", row, "project"), project)
		for _, col := range []string{"a", "b", "c"} {
			s.Answer(cell("one_each", row, col), fmt.Sprint(i+1))
		}
	}
	return s
}

func TestOnlyRatiosOfTotalsAreWorkedOutFromThem(t *testing.T) {
	s := oneEach(t)
	wantSums(t, asSums(s, "one_each", "a", "b", "c", "of_both", "of_c", "bent", "rest", "yearly"), "all 3: 6 6  50    ")
}
