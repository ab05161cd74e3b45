package model_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// grants is a form with a table whose figures reports add up.
const grants = `
id: grants
version: "1"
title: {vi: "Phiếu", en: "Paper"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: money
    code: "A3"
    title: {vi: "Vốn", en: "Money"}
    short: {vi: "Vốn", en: "Money"}
    items:
      - {name: said, code: "3.01", type: text, label: {vi: "Nêu", en: "Said"}, basis: "C"}
      - name: capital
        code: "3.T1"
        type: table
        label: {vi: "Vốn", en: "Capital"}
        basis: "C"
        table:
          fixed:
            - {id: central, label: {vi: "Trung ương", en: "Central"}, values: {source: NSTW}}
            - {id: local, label: {vi: "Địa phương", en: "Local"}, values: {source: NSDP}}
          facts: {year: source, project: source, kind: source, source: source, measures: {assigned: assigned}}
          columns:
            - {name: source, code: "3.T1.1", type: text, label: {vi: "Nguồn", en: "Source"}, basis: "C"}
            - {name: assigned, code: "3.T1.2", type: money, label: {vi: "Giao", en: "Assigned"}, basis: "C"}
`

func TestWhatIsWrittenWhenARecordMoves(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	load := func(src string) *form.Definition {
		def, err := form.Load("grants.yaml", []byte(src), cat)
		if err != nil {
			t.Fatal(err)
		}
		return def
	}
	from := load(grants)
	to := load(strings.NewReplacer(`type: text, label: {vi: "Nêu"`, `type: integer, label: {vi: "Nêu"`, `id: local`, `id: others`).Replace(grants))
	set := form.Setting{Catalog: cat, Visit: vn.Date{Year: 2024, Month: 6, Day: 15}, Province: "42"}
	s := form.NewSession(from, form.Record{}, set)
	said := form.Field{Item: "said"}
	s.Answer(said, "12")
	for _, row := range []form.Row{"central", "local"} {
		s.Answer(form.Field{Item: "capital", Row: row, Part: "assigned"}, "804")
	}
	op := &model.Opened{Record: model.Record{ID: "a", Place: model.Place{Section: "money", Field: said}}, Form: from, Filled: s.Record(), Revs: map[form.Field]int64{said: 7}}
	save := model.SaveOf(op, form.Move(op.Filled, from, to, set))
	if len(save.Changes) != 1 || save.Changes[0].Field != said || save.Revs[said] != 7 || save.ID != "a" {
		t.Errorf("the changes are %v with the revisions %v", save.Changes, save.Revs)
	}
	if save.Place.Field != said {
		t.Errorf("the person stands at %v", save.Place)
	}
	for row, want := range map[form.Row]int{"central": 1, "local": 0, "others": 0} {
		facts, told := save.Facts[model.FactRow{Table: "capital", Row: row}]
		if !told || len(facts) != want {
			t.Errorf("row %s has the facts %v, want %d", row, facts, want)
		}
	}
	if len(save.Progress) != 1 || save.Progress[0].Answered != 2 {
		t.Errorf("the progress is %+v", save.Progress)
	}
	gone := load(strings.Replace(grants, `      - {name: said, code: "3.01", type: text, label: {vi: "Nêu", en: "Said"}, basis: "C"}`+"\n", "", 1))
	if save := model.SaveOf(op, form.Move(op.Filled, from, gone, set)); save.Place != (model.Place{}) {
		t.Errorf("the person stands at %v, which is gone", save.Place)
	}
}
