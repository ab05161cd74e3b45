package form

import (
	"fmt"
	"strings"
	"testing"
)

var annexTables = sheet{form: "annex", version: "tt10-2022", programme: "GNBV-2021-2025", day: "2024-11-20", unit: "42@2020-01-01"}

// Nothing of the tables was seen but two titles: the form must not say more.
func TestTheAnnexSaysNoMoreThanIsConfirmed(t *testing.T) {
	s := annexTables.open(t)
	sec := s.def.Section("tables")
	if len(sec.Items) != 15 {
		t.Fatalf("%d tables, the circular has 15", len(sec.Items))
	}
	for i, it := range sec.Items {
		code, title := fmt.Sprintf("B%02d", i+1), fmt.Sprintf("Biểu số %02d", i+1)
		if i < 2 {
			title += ": "
		}
		if it.Code != code || it.Kind != KindTable || !it.Unconfirmed || it.Table != nil && len(it.Table.Columns) > 0 {
			t.Errorf("%s is not an empty table to be confirmed", code)
		}
		if got := it.Label.VI; i < 2 && !strings.HasPrefix(got, title) || i >= 2 && got != title {
			t.Errorf("%s is called %q", code, got)
		}
		if !strings.HasPrefix(it.Basis, "C TT10-VN") || !strings.Contains(it.Basis, "columns not seen") {
			t.Errorf("%s rests on %q", code, it.Basis)
		}
	}
	warned := 0
	for _, w := range Warnings(s.def) {
		if !strings.Contains(w.Text, "not confirmed") {
			t.Error(w)
		}
		warned++
	}
	if warned != 15 {
		t.Errorf("%d warnings, want one a table", warned)
	}
}

func TestTheAnnexForm(t *testing.T) {
	sh := annexTables
	sh.tried(t, Head{Title: "Biểu số 01-15 năm 2024", Year: 2024}, []trial{
		{"a year outside the programme", "report_year: 2027", []string{"report_year stop PL.03"}},
		{"the year after the programme", "report_year: 2026", []string{}},
		{"no year", "report_year:", []string{"report_year missing"}},
	})
}

// The head of the file says how a person who has the annex adds the columns: what
// it says must work.
func TestAColumnCanBeAddedToTheAnnexAsItsHeadSays(t *testing.T) {
	lib, err := programLibrary()
	if err != nil {
		t.Fatal(err)
	}
	src := string(annexTables.open(t).def.Source)
	var sample []string
	for _, line := range strings.Split(src, "\n") {
		if text, ok := strings.CutPrefix(line, "#        "); ok {
			sample = append(sample, "        "+text)
		}
	}
	src = strings.Replace(src, `version: "tt10-2022"`, `version: "tt10-2022-a"`, 1)
	table := `label: {vi: "Biểu số 03", en: "Table 03"}` + "\n"
	changed := strings.Replace(src, table+"        unconfirmed: true\n", table+strings.Join(sample, "\n")+"\n", 1)
	if changed == src || len(sample) == 0 {
		t.Fatal("the head's example was not found")
	}
	d, err := Load("mine.yaml", []byte(changed), lib.cat)
	if err != nil {
		t.Fatal(err)
	}
	if it := d.Item("b03"); it.Unconfirmed || len(it.Table.Columns) != 2 {
		t.Errorf("table 03 has %d columns", len(it.Table.Columns))
	}
}
