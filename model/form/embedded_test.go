package form_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
)

var update = flag.Bool("update", false, "write the hashes of the embedded forms anew")

func embeddedForms(tb testing.TB) []*form.Definition {
	tb.Helper()
	lib, err := form.OpenLibrary(loadCatalog(tb), nil)
	if err != nil {
		tb.Fatal(err)
	}
	var list []*form.Definition
	for _, h := range lib.List() {
		d, err := lib.Version(h.ID, h.Version)
		if err != nil {
			tb.Fatalf("%s does not load:\n%v", h.File, err)
		}
		list = append(list, d)
	}
	if len(list) == 0 {
		tb.Fatal("no form is embedded")
	}
	return list
}

func realForm(tb testing.TB) *form.Definition {
	tb.Helper()
	for _, d := range embeddedForms(tb) {
		if d.ID == "inspection" && d.Version == "2022-07-15" {
			return d
		}
	}
	tb.Fatal("the inspection form of 2022-07-15 is not embedded")
	return nil
}

// A table whose columns nobody has confirmed is warned of, and that is as it should be.
func TestEmbeddedFormsLoadWithoutAWarning(t *testing.T) {
	for _, d := range embeddedForms(t) {
		for _, w := range form.Warnings(d) {
			if it := d.Item(w.Item); it != nil && it.Unconfirmed {
				continue
			}
			t.Errorf("%s %s: %v", d.ID, d.Version, w)
		}
	}
}

// A published form never changes: records are bound to it by its hash. To publish
// another, copy the file, give it a new version and valid_from, and run this test
// with -update, which adds a line to testdata/published.txt and never alters one.
func TestPublishedFormsHaveNotChanged(t *testing.T) {
	path := filepath.Join("testdata", "published.txt")
	src, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	have := map[string]string{}
	for _, d := range embeddedForms(t) {
		have[d.ID+"@"+d.Version] = d.Hash
	}
	for _, line := range strings.Split(strings.TrimSpace(string(src)), "\n") {
		name, hash, _ := strings.Cut(line, " ")
		if name != "" && have[name] != hash {
			t.Errorf("%s was published with the hash %s and has %q now: undo the change, and put it into a new file with a new version", name, hash, have[name])
		}
		delete(have, name)
	}
	if *update {
		for name, hash := range have {
			src = append(src, name+" "+hash+"\n"...)
		}
		if err := os.WriteFile(path, src, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	for name := range have {
		t.Errorf("%s is not in %s: run go test ./model/form -run Published -update to publish it", name, path)
	}
}

// coreItems are the items without which the inspection cannot be reported, by
// the codes that people cite.
const coreItems = `V.01 V.02 V.04 V.05 V.06
A1.01 A1.02 A1.07 A1.08 A1.11 A1.14 A1.15 A1.17 A1.20 A1.21 A1.22 A1.23 A1.25
A2.01 A2.02 A2.03 A2.10 A2.20 A2.21 A2.22 A2.23 A2.25 A2.26 A2.81 A2.90
A3.T1 A3.01 A3.03 A3.04 A3.06 A3.13
A4.01 A4.02 A4.05 A4.07 A4.08 A4.11 A4.13 A4.14 A4.15 A4.16
A5.01 A5.02 A5.03 A5.07 A5.08 A5.09
M.02 M.03 M.04 M.05 M.06 M.07 M.08 M.09 M.10 M.11 M.12 M.13 M.15`

var partOf = regexp.MustCompile(`^([A-Z][0-9]?\.[A-Z]?[0-9]+)([a-z]|\.[0-9]+[a-z]?)*$`)

func TestEveryCoreItemStandsInTheInspectionForm(t *testing.T) {
	have := map[string]bool{}
	note := func(code string) {
		if m := partOf.FindStringSubmatch(code); m != nil {
			have[m[1]] = true
		}
	}
	for _, it := range realForm(t).Items() {
		note(it.Code)
		if it.Table != nil {
			for _, c := range it.Table.Columns {
				note(c.Code)
			}
		}
	}
	for _, code := range strings.Fields(coreItems) {
		if !have[code] {
			t.Errorf("%s is not in the form", code)
		}
	}
}

// filledReal is the inspection form with what the tests need to be there.
func filledReal(tb testing.TB) *form.Session {
	tb.Helper()
	s := form.NewSession(realForm(tb), form.Record{}, setting(tb))
	s.Begin([]form.FieldText{{Field: item("visit_date"), Raw: "15/06/2024"}, {Field: item("projects"), Raw: "DA7.TDA1 DA7.TDA2"},
		{Field: item("capital_years"), Raw: "2023"}, {Field: item("capital_sources"), Raw: "NSTW NSDP"}})
	return s
}

func TestTheSourcesFiguresOnTheInspectionForm(t *testing.T) {
	s := filledReal(t)
	for row, amount := range map[string]string{"DA7.TDA1/SN/NSTW": "8.038", "DA7.TDA1/SN/NSDP": "804", "DA7.TDA2/SN/NSTW": "4.286", "DA7.TDA2/SN/NSDP": "429"} {
		if !s.Answer(cell("capital", "2023/"+row, "assigned"), amount) {
			t.Fatalf("%s takes no amount", row)
		}
	}
	if got, _ := s.Total("capital", "assigned").Int(); got != (8_842+4_715)*int64(vn.Million) {
		t.Errorf("assigned in all: %d đồng", got)
	}
	for project, want := range map[string]string{"DA7.TDA1": "10,00", "DA7.TDA2": "10,01"} {
		if got := s.Shown(cell("counterpart", "2023/"+project, "rate"), "vi"); got != want {
			t.Errorf("the counterpart of %s is %s %%, want %s", project, got, want)
		}
	}
	amount := cell("assignments", string(s.AddRow("assignments", "")), "amount")
	row := amount.Row
	s.Answer(form.Field{Item: "assignments", Row: row, Part: "plan_year"}, "2023")
	s.Answer(form.Field{Item: "assignments", Row: row, Part: "project"}, "DA7.TDA1")
	s.Answer(amount, "8,842")
	if amb, proposed := s.Ambiguity(amount); amb == nil || proposed != vn.CommaThousands {
		t.Fatalf("8.038 and 804 do not settle what 8,842 is: %v, %v", amb, proposed)
	}
	s.SettleComma(amount, vn.CommaThousands)
	if got := s.Shown(amount, "vi"); got != "8.842" {
		t.Errorf("the amount is shown as %q", got)
	}
}

func TestTheOutlineHoldsEveryItem(t *testing.T) {
	d := realForm(t)
	src, err := json.Marshal(d.Outline())
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range d.Items() {
		if !strings.Contains(string(src), fmt.Sprintf(`"name":%q,"code":%q,"type":%q`, it.Name, it.Code, it.Kind)) {
			t.Errorf("%s is missing", it.Name)
		}
		for _, c := range it.Constraints {
			rule, err := json.Marshal(c.Rule.Text)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(src), string(rule)) {
				t.Errorf("the rule %s of %s is missing", rule, it.Name)
			}
		}
	}
}
