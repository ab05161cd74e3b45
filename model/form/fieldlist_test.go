package form_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"giamsat/model/form"
)

// fieldList is the list of what is asked, by the codes that people cite, and of
// which form each group is.
var fieldList = []struct {
	forms string // ids of the forms that must have every item of the group
	items string
}{
	{"round", "R.01 R.02 R.03 R.04 R.05 R.06 R.07 R.08 R.09 R.10 R.11 R.12 R.13 R.14 R.15 R.16 R.17"},
	{"inspection", "R.03 R.04 R.05 R.06 R.07 R.08 R.09 R.10 R.11 R.12 R.13 R.14 R.15 R.17"},
	{"round inspection", "T.01 T.02 T.03 T.04 T.05"},
	{"inspection", "V.01 V.02 V.03 V.04 V.05 V.06 V.07 V.08 V.09 V.10 V.11 V.12 V.13"},
	{"inspection", `A1.01 A1.02 A1.03 A1.04 A1.05 A1.06 A1.07 A1.08 A1.09 A1.10 A1.11 A1.12 A1.13 A1.14 A1.15 A1.16 A1.17 A1.18
		A1.19 A1.20 A1.21 A1.22 A1.23 A1.24 A1.25`},
	{"inspection", `A2.01 A2.02 A2.03 A2.04 A2.05 A2.06 A2.10 A2.11 A2.20 A2.21 A2.22 A2.23 A2.24 A2.25 A2.26 A2.27 A2.28 A2.29 A2.30
		A2.31 A2.32 A2.40 A2.41 A2.42 A2.43 A2.50 A2.51 A2.52 A2.53 A2.54 A2.60 A2.70 A2.71 A2.72 A2.73 A2.74 A2.80 A2.81 A2.82 A2.90`},
	{"inspection", `A3.T1 A3.T1.1 A3.T1.2 A3.T1.3 A3.T1.4 A3.T1.5 A3.T1.6 A3.T1.7 A3.T1.8 A3.T1.9 A3.T1.10 A3.T1.11 A3.T1.12 A3.T1.13
		A3.T1.14 A3.T1.15 A3.T1.16 A3.T1.17 A3.01 A3.02 A3.03 A3.04 A3.05 A3.06 A3.07 A3.08 A3.09 A3.10 A3.11 A3.12 A3.13`},
	{"inspection", "A4.01 A4.02 A4.03 A4.04 A4.05 A4.06 A4.07 A4.08 A4.09 A4.10 A4.11 A4.12 A4.13 A4.14 A4.15 A4.16"},
	{"inspection", "A5.01 A5.02 A5.03 A5.04 A5.05 A5.06 A5.07 A5.08 A5.09"},
	{"inspection", "K.01 K.02 K.03 K.04 K.05 K.06 K.07"},
	{"household", "H.01 H.02 H.03 H.04 H.05 H.06 H.07 H.08 H.09 H.10 H.11 H.12 H.13"},
	{"inspection", "M.01 M.02 M.03 M.04 M.05 M.06 M.07 M.08 M.09 M.10 M.11 M.12 M.13 M.14 M.15 M.16"},
	{"finding", "X.01 X.02 X.03 X.04 X.05 X.06 X.07 X.08 X.09 X.10"},
	{"evaluation", "E.01 E.02 E.03 E.04 E.05 E.06 E.07 E.08 E.09 E.10"},
}

// leftOut says what a form does not ask, and why; "*" is every version of it.
var leftOut = map[string]string{
	"inspection M.01": "motto and agency are fixed text of the printed minutes",
}

// leftOutOfMerged is what the form of the merged programme does not ask besides.
var leftOutOfMerged = map[string]string{
	"A2.40": ofProjects, "A2.41": ofProjects, "A2.42": ofProjects, "A2.43": ofProjects,
	"A2.50": ofProjects, "A2.51": ofProjects, "A2.52": ofProjects, "A2.53": ofProjects, "A2.54": ofProjects,
	"A2.60": ofProjects, "A2.70": ofProjects, "A2.71": ofProjects, "A2.72": ofProjects, "A2.73": ofProjects, "A2.74": ofProjects,
	"A2.80": ofProjects, "A2.82": ofProjects,
	"A3.04": "policy credit, enterprises and the community are sources of table A3.T1 there",
	"R.17":  "the 15 working days are of the circular of the programme before",
}

const ofProjects = "of the projects of the programme before; results are entered by component in A2.84"

const merged = "MTQG-2026-2035"

// oldInspection is the version that came before this list.
const oldInspection = "2022-07-15"

// cites reports whether one of the codes is an item or a part of it: M.06a and
// A4.14.3 are parts of M.06 and A4.14, A2.100 is none of A2.10.
func cites(codes []string, item string) bool {
	part := regexp.MustCompile(`^` + regexp.QuoteMeta(item) + `([a-z]\d?|\.\d+[a-z]?)*$`)
	return slices.ContainsFunc(codes, part.MatchString)
}

func codesOf(d *form.Definition) []string {
	var codes []string
	for _, it := range d.Items() {
		codes = append(codes, it.Code)
		if it.Table == nil {
			continue
		}
		for _, c := range it.Table.Columns {
			codes = append(codes, c.Code)
		}
	}
	return codes
}

// TestEveryItemOfTheFieldListIsAskedSomewhere walks the field list: each item
// stands in each of its forms, in every version that is still begun, or there is a
// reason why not. A reason that is no longer needed is a fault too.
func TestEveryItemOfTheFieldListIsAskedSomewhere(t *testing.T) {
	forms := map[string][]*form.Definition{}
	for _, d := range embeddedForms(t) {
		if d.ID != "inspection" || d.Version != oldInspection {
			forms[d.ID] = append(forms[d.ID], d)
		}
	}
	used := map[string]bool{}
	for _, group := range fieldList {
		for _, id := range strings.Fields(group.forms) {
			if len(forms[id]) == 0 {
				t.Errorf("there is no form %s for %s", id, group.items)
			}
			for _, d := range forms[id] {
				checkItems(t, d, strings.Fields(group.items), used)
			}
		}
	}
	for item := range leftOut {
		if !used[item] {
			t.Errorf("%s is left out with a reason, and is asked", item)
		}
	}
	for item := range leftOutOfMerged {
		if !used[merged+" "+item] {
			t.Errorf("%s is left out of the form of %s with a reason, and is asked", item, merged)
		}
	}
}

func checkItems(t *testing.T, d *form.Definition, items []string, used map[string]bool) {
	t.Helper()
	codes := codesOf(d)
	for _, item := range items {
		if cites(codes, item) {
			continue
		}
		switch {
		case leftOut[d.ID+" "+item] != "":
			used[d.ID+" "+item] = true
		case d.Programme == merged && leftOutOfMerged[item] != "":
			used[merged+" "+item] = true
		default:
			t.Errorf("%s is not in %s %s", item, d.ID, d.Version)
		}
	}
}

// Nothing of the merged programme's tree is invented: its form names neither a
// project of the programme before nor an activity.
func TestTheFormOfTheMergedProgrammeNamesNoOldProject(t *testing.T) {
	d := newForm(t, merged)
	_, asked, found := strings.Cut(string(d.Source), "\nsections:\n")
	if !found {
		t.Fatal("the form has no sections")
	}
	if m := regexp.MustCompile(`\bDA[1-7]\b[^"]*`).FindAllString(regexp.MustCompile(`basis: "[^"]*"`).ReplaceAllString(asked, ""), -1); len(m) > 0 {
		t.Errorf("it names %q", m)
	}
	s := begun(t, merged)
	for name, want := range map[string]string{
		"projects": "HP1 HP2", "capital_sources": "NSTW NSDP NSDP.T NSDP.X LG TDCS DNCD", "capital_years": "2026 2027 2028 2029 2030",
	} {
		if got := codesOfChoices(s.Choices(item(name))); got != want {
			t.Errorf("%s offers %q, want %q", name, got, want)
		}
	}
	if got := codesOfChoices(s.Choices(form.Field{Item: "capital", Part: "kind"})); got != "DTPT KPTX" {
		t.Errorf("kinds of capital: %q", got)
	}
	for _, it := range d.Items() {
		if letter := it.Basis[:1]; !strings.Contains("CPIU", letter) {
			t.Errorf("%s has the basis %q", it.Code, it.Basis)
		}
	}
}

func codesOfChoices(list []form.Choice) string {
	codes := make([]string, len(list))
	for i, c := range list {
		codes[i] = c.Code
	}
	return strings.Join(codes, " ")
}

// newForm is the inspection form on which visits of a programme are begun now.
func newForm(tb testing.TB, programme string) *form.Definition {
	tb.Helper()
	lib, err := form.OpenLibrary(loadCatalog(tb), nil)
	if err != nil {
		tb.Fatal(err)
	}
	d, err := lib.For("inspection", programme, visitOf(programme))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// A visit of the programme before that is made in 2026 is still made on its form.
func TestEachProgrammeHasItsOwnFormIn2026(t *testing.T) {
	lib, err := form.OpenLibrary(loadCatalog(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	for programme, want := range map[string]string{poverty: "2026-11-25", merged: "mtqg-2026-11-25"} {
		for _, day := range []string{"2026-03-02", "2026-12-31"} {
			d, err := lib.For("inspection", programme, dayOf(t, day))
			if err != nil || d.Version != want {
				t.Errorf("%s on %s: %v, %v; want %s", programme, day, d, err, want)
			}
		}
	}
	if d, err := lib.For("inspection", merged, dayOf(t, "2025-12-31")); err == nil {
		t.Errorf("the merged programme is inspected in 2025, on %s", d.Version)
	}
	if d, err := lib.For("inspection", poverty, dayOf(t, "2022-07-15")); err != nil || d.Version != "2026-11-25" {
		t.Errorf("a visit entered late: %v, %v", d, err)
	}
}
