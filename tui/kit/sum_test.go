package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// sumForm has one table with the columns and totals that a case is about.
const sumForm = `
id: inspection
version: "s"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: capital
    code: A3
    title: {vi: "Vốn", en: "Capital"}
    short: {vi: "Vốn", en: "Capital"}
    items:
      - name: money
        code: A3.T1
        type: table
        label: {vi: "Vốn", en: "Capital"}
        basis: "I"
        table:
          free: true
          totals: [%s]
          columns:
            - {name: people, code: A3.T1.1, type: integer, label: {vi: "Số người", en: "People"}, basis: "I"}
            - {name: central, code: A3.T1.2, type: money, label: {vi: "NSTW", en: "Central"}, basis: "I"}
            - {name: local, code: A3.T1.3, type: money, label: {vi: "NSĐP", en: "Local"}, basis: "I"}
            - {name: funding, code: A3.T1.4, type: money, label: {vi: "Tổng KP", en: "Funding"}, calculation: "central + local", basis: "I"}
`

// The first column of amounts was taken for the whole: of 500 triệu it said 400.
func TestATableSaysWhatItComesToByTheColumnThatAddsUpTheOthers(t *testing.T) {
	for _, c := range []struct{ totals, vi, en string }{
		{"people, central, local, funding", "2 dòng  Tổng KP: 500 tr.", "2 rows  Funding: 500 mil."},
		{"central, local", "2 dòng  NSTW: 400 tr.", "2 rows  Central: 400 mil."},
		{"people, local", "2 dòng  100 tr.", "2 rows  100 mil."},
		{"people", "2 dòng", "2 rows"},
	} {
		for lang, want := range map[string]string{"vi": c.vi, "en": c.en} {
			env := tuitest.NewEnv(t, tuitest.NewStore(), lang)
			def := tuitest.Form(t, env, fmt.Sprintf(sumForm, c.totals))
			id := tuitest.BeginOn(t, env, def, kit.Begin{})
			tuitest.FillIn(t, env, id, func(s *form.Session) {
				s.AddFilledRow("money", map[string]string{"people": "3", "central": "250", "local": "75"})
				s.AddFilledRow("money", map[string]string{"central": "150", "local": "25"})
				if got := kit.TableSum(env.Words, s, def.Item("money")); strings.TrimSpace(got) != want {
					t.Errorf("totals of %s are told as %q, want %q", c.totals, got, want)
				}
			})
		}
	}
}

// The line of the counterpart named the central money alone, as if it were that.
func TestTwoTotalsThatAreHeldAgainstEachOtherAreBothNamed(t *testing.T) {
	for lang, want := range map[string]string{"vi": "NSTW: 8.038; NSĐP: 804 tr.", "en": "Central: 8.038; Local: 804 mil."} {
		env := tuitest.NewEnv(t, tuitest.NewStore(), lang)
		def, err := env.Forms.Version("inspection", "2022-07-15")
		if err != nil {
			t.Fatal(err)
		}
		id := tuitest.BeginOn(t, env, def, kit.Begin{})
		tuitest.FillIn(t, env, id, func(s *form.Session) {
			s.Answer(form.Field{Item: "projects"}, "DA2")
			for row, raw := range map[form.Row]string{"2024/DA2/SN/NSTW": "8038", "2024/DA2/SN/NSDP": "804"} {
				s.Answer(form.Field{Item: "capital", Row: row, Part: "assigned"}, raw)
			}
			if got := kit.TableSum(env.Words, s, def.Item("counterpart")); got != want {
				t.Errorf("the counterpart is told as %q, want %q", got, want)
			}
		})
	}
}
