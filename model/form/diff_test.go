package form_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/catalog"
	"giamsat/model/form"
)

// paper is a form with what two versions of a form may differ in.
const paper = `
id: paper
version: "1"
title: {vi: "Phiếu", en: "Paper"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: head
    code: "V"
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: leader, code: "1.01", type: text, label: {vi: "Trưởng đoàn", en: "Leader"}, basis: "C"}
      - {name: officers, code: "1.02", type: integer, label: {vi: "Cán bộ", en: "Officers"}, unit: {vi: "người", en: "people"}, required: true, basis: "C"}
      - {name: trained, code: "1.03", type: integer, label: {vi: "Đã tập huấn", en: "Trained"}, basis: "C", constraints: [{id: N9, rule: "trained <= officers", severity: stop, message: {vi: "{trained} quá {officers}", en: "{trained} exceeds {officers}"}}]}
      - {name: share, code: "1.04", type: percent, label: {vi: "Tỷ lệ", en: "Share"}, calculation: "ratio(trained, officers)", basis: "C"}
      - {name: level, code: "1.05", type: one, label: {vi: "Cấp", en: "Level"}, choices: [{code: low, vi: "Thấp", en: "Low"}, {code: high, vi: "Cao", en: "High"}], basis: "C"}
  - name: money
    code: "A3"
    title: {vi: "Vốn", en: "Money"}
    short: {vi: "Vốn", en: "Money"}
    items:
      - name: capital
        code: "3.T1"
        type: table
        label: {vi: "Vốn", en: "Capital"}
        basis: "C"
        table:
          fixed:
            - {id: central, label: {vi: "Trung ương", en: "Central"}, values: {source: NSTW}}
            - {id: local, label: {vi: "Địa phương", en: "Local"}, values: {source: NSDP}}
          totals: [assigned]
          columns:
            - {name: source, code: "3.T1.1", type: text, label: {vi: "Nguồn", en: "Source"}, basis: "C"}
            - {name: assigned, code: "3.T1.2", type: money, label: {vi: "Giao", en: "Assigned"}, basis: "C"}
            - {name: paid, code: "3.T1.3", type: money, label: {vi: "Trả", en: "Paid"}, basis: "C"}
            - {name: rate, code: "3.T1.4", type: percent, label: {vi: "%", en: "%"}, calculation: "ratio(paid, assigned)", basis: "C"}
      - {name: arrears, code: "3.02", type: yesnona, label: {vi: "Nợ", en: "Arrears"}, basis: "C"}
`

// version loads paper with parts replaced: was, is, was, is …
func version(t *testing.T, parts ...string) *form.Definition {
	t.Helper()
	src := strings.Replace(paper, `version: "1"`, `version: "2"`, 1)
	for i := 0; i < len(parts); i += 2 {
		if !strings.Contains(src, parts[i]) {
			t.Fatalf("%q does not stand in the form", parts[i])
		}
		src = strings.Replace(src, parts[i], parts[i+1], 1)
	}
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	def, err := form.Load("paper.yaml", []byte(src), cat)
	if err != nil {
		t.Fatal(err)
	}
	return def
}

// told writes a difference on a line: what, where, the details, the fate.
func told(d form.Difference) string {
	where := strings.TrimSuffix(strings.Join([]string{d.Section, d.Item, d.Column}, "/"), "/")
	line := string(d.What) + " " + strings.TrimSuffix(where, "/")
	if d.From != "" {
		line += " from " + d.From
	}
	if d.Twin != "" {
		line += " twin " + d.Twin
	}
	for _, p := range d.Details {
		line += fmt.Sprintf("; %s %s%s: %s -> %s (%s)", p.Key, p.Name, p.Lang, p.Old, p.New, p.Fate)
	}
	return line + " = " + string(d.Fate)
}

const leaderLine = `      - {name: leader, code: "1.01", type: text, label: {vi: "Trưởng đoàn", en: "Leader"}, basis: "C"}
`

func TestDiffTellsEachDifferenceAndWhatItMeansForAnswers(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts []string
		want  []string
	}{
		{"nothing but the version", nil, nil},
		{"the form's own words", []string{`title: {vi: "Phiếu", en: "Paper"}`, `title: {vi: "Phiếu mới", en: "Paper"}`, `valid_from: "2022-07-15"`, `valid_from: "2023-01-01"`},
			[]string{"changed ; title vi: Phiếu -> Phiếu mới (readable); valid_from : 2022-07-15 -> 2023-01-01 (readable) = "}},
		{"what lists show", []string{`basis: "test"
`, `basis: "test"
parent: round
head: {title: leader, planned: officers}
`}, []string{"changed ; parent :  -> round (readable); head planned:  -> officers (readable); head title:  -> leader (readable) = "}},
		{"a section out of scope", []string{`    title: {vi: "Vốn", en: "Money"}`, `    relevant: "officers > 3"
    title: {vi: "Vốn", en: "Money"}`}, []string{"changed money; relevant :  -> officers > 3 (readable) = "}},
		{"an item that the program fills", []string{`type: text, label: {vi: "Trưởng đoàn", en: "Leader"}`, `type: text, hidden: true, inherit: head_of_team, label: {vi: "Trưởng đoàn", en: "Leader"}`},
			[]string{"changed head/leader; hidden : false -> true (readable); inherit :  -> head_of_team (readable) = readable"}},
		{"a count of records", []string{`code: "1.02", type: integer`, `code: "1.02", type: records, form: household`, `unit: {vi: "người", en: "people"}, `, ``},
			[]string{"changed head/officers; type : integer -> records (no-place); unit vi: người ->  (readable); unit en: people ->  (readable); form :  -> household (readable) = no-place"}},
		{"rows that are followed up", []string{`          totals: [assigned]`, `          totals: [assigned]
          opens: {form: finding, fill: {what: source}}`},
			[]string{"changed money/capital; opens :  -> fill: what: source, form: finding (readable) = readable"}},
		{"a section's words", []string{`short: {vi: "Vốn", en: "Money"}`, `short: {vi: "Tiền", en: "Money"}`},
			[]string{"changed money; short vi: Vốn -> Tiền (readable) = "}},
		{"an item more", []string{leaderLine, leaderLine + `      - {name: deputy, code: "1.01b", type: text, label: {vi: "Phó", en: "Deputy"}, basis: "C"}` + "\n"},
			[]string{"added head/deputy = "}},
		{"an item more that must be answered", []string{leaderLine, leaderLine + `      - {name: deputy, code: "1.01b", type: text, required: "officers > 3", max: 80, label: {vi: "Phó", en: "Deputy"}, basis: "C"}` + "\n"},
			[]string{"added head/deputy; required :  -> officers > 3 () = "}},
		{"a greatest length", []string{`name: leader, code: "1.01", type: text`, `name: leader, code: "1.01", type: text, max: 80`},
			[]string{"changed head/leader; max :  -> 80 (readable) = readable"}},
		{"an item less", []string{leaderLine, ""}, []string{"removed head/leader = no-place"}},
		{"another name for the same", []string{`{name: leader,`, `{name: chief,`},
			[]string{"removed head/leader twin chief = no-place", "added head/chief = "}},
		{"a computed item less", []string{`      - {name: share, code: "1.04", type: percent, label: {vi: "Tỷ lệ", en: "Share"}, calculation: "ratio(trained, officers)", basis: "C"}` + "\n", ""},
			[]string{"removed head/share = "}},
		{"an item in another section", []string{leaderLine, "", `      - {name: arrears,`, leaderLine + `      - {name: arrears,`},
			[]string{"moved money/leader from head = readable"}},
		{"an item that moved and changed", []string{leaderLine, "", `      - {name: arrears,`, strings.Replace(leaderLine, "type: text", "type: date", 1) + `      - {name: arrears,`},
			[]string{"moved money/leader from head; type : text -> date (read-again) = read-again"}},
		{"a label in one language", []string{`en: "Leader"`, `en: "Head of team"`},
			[]string{"changed head/leader; label en: Leader -> Head of team (readable) = readable"}},
		{"another kind", []string{`code: "1.02", type: integer`, `code: "1.02", type: decimal`},
			[]string{"changed head/officers; type : integer -> decimal (read-again) = read-again"}},
		{"a table instead of a line", []string{`type: text, label: {vi: "Trưởng đoàn", en: "Leader"}`, `type: table, table: {free: true, columns: [{name: who, code: "1", type: text, label: {vi: "Ai", en: "Who"}, basis: "C"}]}, label: {vi: "Trưởng đoàn", en: "Leader"}`},
			[]string{"changed head/leader; type : text -> table (no-place) = no-place"}},
		{"unit, requirement, relevance", []string{`unit: {vi: "người", en: "people"}, required: true`, `relevant: "leader != ''"`},
			[]string{"changed head/officers; unit vi: người ->  (readable); unit en: people ->  (readable); required : true ->  (readable); relevant :  -> leader != '' (readable) = readable"}},
		{"computed from now on", []string{`type: integer, label: {vi: "Đã tập huấn", en: "Trained"}, basis: "C"`, `type: integer, label: {vi: "Đã tập huấn", en: "Trained"}, calculation: "officers", basis: "C"`},
			[]string{"changed head/trained; calculation :  -> officers (no-place) = no-place"}},
		{"another calculation", []string{`"ratio(trained, officers)"`, `"ratio(officers, trained)"`},
			[]string{"changed head/share; calculation : ratio(trained, officers) -> ratio(officers, trained) (readable) = "}},
		{"another rule of the same id", []string{`rule: "trained <= officers"`, `rule: "trained < officers"`},
			[]string{"changed head/trained; constraints N9: trained <= officers -> trained < officers (readable) = readable"}},
		{"a rule's severity and words", []string{`severity: stop, message: {vi: "{trained} quá {officers}"`, `severity: note, message: {vi: "{trained} hơn {officers}"`},
			[]string{"changed head/trained; severity N9: stop -> note (readable); message N9vi: {trained} quá {officers} -> {trained} hơn {officers} (readable) = readable"}},
		{"one rule for another", []string{`{id: N9,`, `{id: N99,`},
			[]string{"changed head/trained; constraints N99:  -> trained <= officers (readable); constraints N9: trained <= officers ->  (readable) = readable"}},
		{"a choice more and a label", []string{`{code: high, vi: "Cao", en: "High"}`, `{code: mid, vi: "Vừa", en: "Middle"}, {code: high, vi: "Cao nhất", en: "High"}`},
			[]string{"changed head/level; choices midvi:  -> Vừa (readable); choices miden:  -> Middle (readable); choices highvi: Cao -> Cao nhất (readable) = readable"}},
		{"a choice less", []string{`{code: low, vi: "Thấp", en: "Low"}, `, ``},
			[]string{"changed head/level; choices lowvi: Thấp ->  (read-again); choices lowen: Low ->  (read-again) = read-again"}},
		{"a list instead of choices", []string{`choices: [{code: low, vi: "Thấp", en: "Low"}, {code: high, vi: "Cao", en: "High"}]`, `list: capital_sources`},
			[]string{"changed head/level; list :  -> capital_sources (read-again); choices lowvi: Thấp ->  (read-again); choices lowen: Low ->  (read-again); choices highvi: Cao ->  (read-again); choices highen: High ->  (read-again) = read-again"}},
		{"a row of the form less", []string{`            - {id: local, label: {vi: "Địa phương", en: "Local"}, values: {source: NSDP}}` + "\n", ""},
			[]string{"changed money/capital; fixed localvi: Địa phương ->  (no-place); fixed localen: Local ->  (no-place); values local: source: NSDP ->  (no-place) = no-place"}},
		{"columns", []string{
			`            - {name: assigned, code: "3.T1.2", type: money, label: {vi: "Giao", en: "Assigned"}, basis: "C"}` + "\n", "",
			`            - {name: rate, code: "3.T1.4", type: percent, label: {vi: "%", en: "%"}, calculation: "ratio(paid, assigned)", basis: "C"}` + "\n",
			`            - {name: granted, code: "3.T1.2", type: money, label: {vi: "Giao", en: "Granted"}, basis: "C"}` + "\n",
			`totals: [assigned]`, `totals: [paid]`, `label: {vi: "Trả", en: "Paid"}`, `label: {vi: "Chi", en: "Paid"}`},
			[]string{
				"changed money/capital; totals : assigned -> paid (readable) = readable",
				"removed money/capital/assigned twin granted = no-place",
				"changed money/capital/paid; label vi: Trả -> Chi (readable) = readable",
				"removed money/capital/rate = ",
				"added money/capital/granted = ",
			}},
		{"columns in another order", []string{
			`            - {name: source, code: "3.T1.1", type: text, label: {vi: "Nguồn", en: "Source"}, basis: "C"}` + "\n", "",
			`            - {name: rate,`, `            - {name: source, code: "3.T1.1", type: text, label: {vi: "Nguồn", en: "Source"}, basis: "C"}` + "\n" + `            - {name: rate,`},
			[]string{"changed money/capital; columns : source, assigned, paid, rate -> assigned, paid, source, rate (readable) = readable"}},
		{"a section more", []string{"  - name: money\n", `  - name: team
    code: "D"
    title: {vi: "Đoàn", en: "Team"}
    short: {vi: "Đoàn", en: "Team"}
    items:
      - {name: member, code: "D.1", type: text, label: {vi: "Tên", en: "Name"}, basis: "C"}
  - name: money
`}, []string{"added team = ", "added team/member = "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, d := range form.Diff(version(t), version(t, c.parts...)) {
				got = append(got, told(d))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestARemovedSectionTakesItsItemsAlong(t *testing.T) {
	with := version(t)
	i := strings.Index(paper, "  - name: money\n")
	without := version(t, paper[i:], "")
	var got []string
	for _, d := range form.Diff(with, without) {
		got = append(got, told(d))
	}
	want := []string{"removed money = ", "removed money/capital = no-place", "removed money/arrears = no-place"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAFormDoesNotDifferFromItself(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	lib, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range lib.List() {
		def, err := lib.Version(h.ID, h.Version)
		if err != nil {
			t.Fatal(err)
		}
		if list := form.Diff(def, def); len(list) > 0 {
			t.Errorf("%s@%s differs from itself: %v", h.ID, h.Version, list)
		}
	}
}

// What a form may say grows; what Diff compares must grow with it.
func TestDiffKnowsEverythingThatAFormMaySay(t *testing.T) {
	for _, c := range []struct {
		of    any
		known string
	}{
		{form.Definition{}, "ID Version Title Programme ValidFrom ValidTo Basis Sections Hash Source Parent"},
		{form.Section{}, "Name Code Title Short Items Relevant"},
		{form.Item{}, "Name Code Kind Label Hint Unit Basis Advance Readonly NoBulk Identifies Default Required Relevant Calculation Expect Constraints Choices List ListFilter Width Max Table Section Form Hidden Inherit Prior Unconfirmed"},
		{form.Choice{}, "Code Label"},
		{form.Constraint{}, "ID Rule Severity Message Finding Basis"},
		{form.Table{}, "Columns Axes AxisWhere Fixed Free MayBeNone MinRows Key Totals Facts Opens Settles"},
		{form.Axis{}, "Column From"},
		{form.FixedRow{}, "ID Label Values"},
		{form.Facts{}, "Year Project Kind Source Measures"},
		{form.Opens{}, "Form Fill"},
		{form.Settles{}, "Form Record Show Fill"},
	} {
		typ := reflect.TypeOf(c.of)
		for i := range typ.NumField() {
			if f := typ.Field(i); f.IsExported() && !strings.Contains(" "+c.known+" ", " "+f.Name+" ") {
				t.Errorf("%s.%s is not compared by Diff: compare it, and name it here", typ.Name(), f.Name)
			}
		}
	}
}
