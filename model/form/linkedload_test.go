package form_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"giamsat/model/form"
	"giamsat/model/vn"
)

func TestFormsThatHangTogetherWronglyAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		item     string // that the fault names; "": the head of the form
		want     string
	}{
		"no programme":             {"programme: any", "programme: \"\"", "", "or the word any"},
		"an unknown programme":     {"programme: any", "programme: XYZ", "", "not in the catalogue"},
		"a parent that is no id":   {"parent: parent", "parent: \"Đợt\"", "", "must be the id of a form"},
		"an unknown role":          {"  state: ", "  status: ", "", "has no key \"status\""},
		"a role of another kind":   {"  amount: owed", "  amount: begins", "", "head.amount: the item \"begins\" is of type date; the role takes type money"},
		"a text for a settled":     {"  settled: done", "  settled: remark", "", "the role takes yes or no"},
		"a rule of another kind":   {"  recovered: \"sum(flaws, .money)\"", "  recovered: \"number + remark\"", "", "head.recovered"},
		"a role of nothing":        {"  settled: done", "  settled: dome == 'yes'", "", "did you mean \"done\""},
		"a section by nothing":     {"relevant: \"'2' in scope\"", "relevant: \"'2' in scop\"", "", "did you mean \"scope\""},
		"a section by itself":      {"relevant: \"'2' in scope\"", "relevant: \"poor > 2\"", "poor", "hangs on itself"},
		"records of no form":       {"type: records, form: household,", "type: records,", "households", "needs the key form"},
		"records with a default":   {"type: records, form: household,", "type: records, form: household, default: \"3\",", "households", "its value is the count"},
		"records with choices":     {"type: records, form: household,", "type: records, form: household, list: areas,", "households", "takes no choices"},
		"records in a column":      {"name: group, code: \"V.13.2\", type: integer", "name: group, code: \"V.13.2\", form: x, type: records", "team.group", "cannot be of type records"},
		"a form of another type":   {"{name: poor,", "{name: poor, form: household,", "poor", "for type records only"},
		"hidden and required":      {"{name: marker,", "{name: marker, required: true,", "marker", "nobody could put it right"},
		"a column that inherits":   {"{name: rank,", "{name: rank, inherit: group,", "team.rank", "say it of the table"},
		"a computed one inherits":  {"{name: secret,", "{name: secret, inherit: year,", "secret", "takes no inherit"},
		"inherit is no name":       {"inherit: starts", "inherit: crew.person", "begins", "must be the name of an item"},
		"prior is no name":         {"prior: flaws.money", "prior: flaws.money.all", "former_money", "or table.column"},
		"prior of a table":         {"inherit: crew", "prior: crew", "team", "not for a table"},
		"unconfirmed is no table":  {"{name: poor,", "{name: poor, unconfirmed: true,", "poor", "for type table only"},
		"unconfirmed with columns": {"inherit: crew", "unconfirmed: true", "team", "without columns"},
		"unconfirmed and required": {"unconfirmed: true,", "unconfirmed: true, required: true,", "annex", "no columns yet"},
		"a table of nothing":       {"unconfirmed: true, ", "", "annex", "or unconfirmed: true"},
		"a hidden total":           {"totals: [money]", "totals: [key, money]", "flaws", "is hidden"},
		"opens from nothing":       {"amount_due: money", "amount_due: mony", "flaws", "did you mean \"money\""},
		"opens from a table":       {"amount_due: money", "amount_due: former", "flaws", "cannot be filled from the table"},
		"opens into no item":       {"{what: what, amount_due", "{\"Gì\": what, amount_due", "flaws", "must be the name of an item"},
		"opens with nothing":       {"opens: {form: finding, fill: {", "opens: {form: finding, fill: {}, x: {", "flaws", "has no key \"x\""},
		"settles by nothing":       {"record: record", "record: recor", "former", "hidden column of type text"},
		"settles by what is seen":  {"record: record", "record: number_of", "former", "hidden column of type text"},
		"show of no column":        {"number_of: number,", "number: number,", "former", "no column \"number\""},
		"show of no role":          {"due_of: due", "due_of: dau", "former", "\"dau\" is none of day, unit"},
		"no answer":                {"fill: {recheck: outcome, rechecked_by: remark}", "fill: {rechecked_by: remark}", "former", "no column is left"},
		"brought and required":     {"name: former\n", "name: former\n        required: true\n", "former", "say it of its columns"},
		"the same key twice":       {"fill: {recheck: outcome, ", "fill: {recheck: outcome, recheck: outcome, ", "former", "stands twice"},
		"a word of the rules":      {"{name: poor,", "{name: province_total,", "province_total", "word of the rules"},
	} {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(linkedForm, c.old, c.new, 1)
			if src == linkedForm {
				t.Fatal("the case changes nothing")
			}
			_, err := form.Load("x.yaml", []byte(src), loadCatalog(t))
			var faults form.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("%v", err)
			}
			for _, f := range faults {
				if f.Item == c.item && strings.Contains(f.Text, c.want) {
					if f.Line < 2 || f.File != "x.yaml" {
						t.Errorf("the fault has no place: %+v", f)
					}
					return
				}
			}
			t.Fatalf("%v", err)
		})
	}
}

// A form may have an item called as a function is: the year of a round.
func TestAnItemMayHaveTheNameOfAFunction(t *testing.T) {
	src := strings.Replace(parentForm, "constraints: [{rule: \"year == year(visit)\"", "constraints: [{rule: \"year == year(visit) && million(year) > 0\"", 1)
	s := form.NewSession(load(t, src), form.Record{}, setting(t))
	for text, problems := range map[string]int{"2024": 0, "2023": 1} {
		s.Answer(item("year"), text)
		if got := s.ProblemsAt(item("year")); len(got) != problems {
			t.Errorf("%s: problems %+v", text, got)
		}
	}
}

func TestTheLibraryChoosesByProgrammeAndDay(t *testing.T) {
	version := func(id, version, programme, from string) *fstest.MapFile {
		src := strings.NewReplacer("id: small", "id: "+id, `version: "1"`, fmt.Sprintf("version: %q", version),
			"programme: GNBV-2021-2025", "programme: "+programme, `valid_from: "2022-07-15"`, fmt.Sprintf("valid_from: %q", from)).Replace(small)
		return &fstest.MapFile{Data: []byte(src)}
	}
	lib, err := form.OpenLibrary(loadCatalog(t), fstest.MapFS{
		"c.yaml": version("visit", "2022-07-15", "GNBV-2021-2025", "2022-07-15"),
		"b.yaml": version("visit", "2026-11-25", "GNBV-2021-2025", "2022-07-15"),
		"a.yaml": version("visit", "2024-01-01", "GNBV-2021-2025", "2022-07-15"),
		"m.yaml": version("visit", "mtqg", "MTQG-2026-2035", "2026-01-01"),
		"x.yaml": version("sheet", "1", "any", "2021-01-01"),
		"y.yaml": version("sheet", "2", "MTQG-2026-2035", "2026-01-01"),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ id, programme, day, want string }{
		{"visit", "GNBV-2021-2025", "2024-06-15", "2026-11-25"},
		{"visit", "GNBV-2021-2025", "2026-06-15", "2026-11-25"},
		{"visit", "MTQG-2026-2035", "2026-06-15", "mtqg"},
		{"visit", "MTQG-2026-2035", "2025-12-31", ""},
		{"visit", "", "2024-06-15", "2026-11-25"},
		{"visit", "", "2026-06-15", "mtqg"},
		{"visit", "GNBV-2021-2025", "2022-07-14", ""},
		{"sheet", "GNBV-2021-2025", "2026-06-15", "1"},
		{"sheet", "MTQG-2026-2035", "2026-06-15", "2"},
		{"sheet", "MTQG-2026-2035", "2025-06-15", "1"},
	} {
		day, err := vn.ParseISO(c.day)
		if err != nil {
			t.Fatal(err)
		}
		d, err := lib.For(c.id, c.programme, day)
		switch {
		case c.want == "" && !errors.Is(err, form.ErrNoForm):
			t.Errorf("%s for %q on %s: %v", c.id, c.programme, c.day, err)
		case c.want != "" && (err != nil || d.Version != c.want):
			t.Errorf("%s for %q on %s: %v, want version %s", c.id, c.programme, c.day, err, c.want)
		}
	}
	for _, h := range lib.List() {
		if h.ID == "sheet" && h.Version == "1" && h.Programme != "" {
			t.Errorf("a form for any programme is told as one for %q", h.Programme)
		}
	}
}

func TestTheHeadOfAFileTellsParentAndProgramme(t *testing.T) {
	lib, err := form.OpenLibrary(loadCatalog(t), fstest.MapFS{"linked.yaml": {Data: []byte(linkedForm)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range lib.List() {
		if h.ID == "linked" && h.Parent == "parent" && h.Programme == "" {
			return
		}
	}
	t.Errorf("%+v, faults %v", lib.List(), lib.Faults())
}
