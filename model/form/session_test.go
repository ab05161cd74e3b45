package form_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

func loadCatalog(tb testing.TB) *catalog.Catalog {
	tb.Helper()
	cat, err := catalog.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return cat
}

func load(tb testing.TB, src string) *form.Definition {
	tb.Helper()
	d, err := form.Load("small.yaml", []byte(src), loadCatalog(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func setting(tb testing.TB) form.Setting {
	tb.Helper()
	return settingOf(loadCatalog(tb))
}

func settingOf(cat *catalog.Catalog) form.Setting {
	n := 0
	visit, _ := vn.NewDate(2024, 6, 15)
	return form.Setting{Catalog: cat, Visit: visit, Province: "42", NewRow: func() form.Row {
		n++
		return form.Row(fmt.Sprintf("r%d", n))
	}}
}

func begin(tb testing.TB) *form.Session {
	tb.Helper()
	s := form.NewSession(load(tb, small), form.Record{}, setting(tb))
	s.Begin(nil)
	return s
}

func item(name string) form.Field { return form.Field{Item: name} }

func cell(table, row, col string) form.Field {
	return form.Field{Item: table, Row: form.Row(row), Part: col}
}

func codes(ps []form.Problem) []string {
	var list []string
	for _, p := range ps {
		list = append(list, p.Field.String()+" "+string(p.Code))
	}
	return list
}

func TestRelevanceFollowsTheAnswerAndKeepsWhatWasTyped(t *testing.T) {
	s := begin(t)
	if s.Visible("decision") {
		t.Fatal("the decision is asked for before there is a committee")
	}
	s.Answer(item("committee"), "1")
	s.Answer(item("decision"), "71/QĐ-UBND")
	s.Answer(item("committee"), "2")
	if s.Visible("decision") {
		t.Fatal("the decision is asked for although there is no committee")
	}
	if got := s.Get(item("decision")).Raw; got != "71/QĐ-UBND" {
		t.Fatalf("the hidden answer became %q", got)
	}
	if !s.ClearHidden() || !s.Get(item("decision")).IsZero() {
		t.Fatal("completing must clear what is not relevant")
	}
}

func TestProblemsSpeakOfWhatIsAskedNow(t *testing.T) {
	s := begin(t)
	s.Answer(item("committee"), "no")
	s.Answer(item("officers"), "10")
	s.Answer(item("trained"), "12")
	want := []string{"committee note-missing", "trained broken", "capital missing"} // staff is hidden without a committee
	if diff := cmp.Diff(want, codes(s.Problems())); diff != "" {
		t.Fatal(diff)
	}
	if got := s.ProblemsAt(item("trained"))[0].Text.VI; got != "12 lớn hơn 10" {
		t.Fatalf("the message is %q", got)
	}
	s.Answer(form.Field{Item: "committee", Part: form.Note}, "đang trình")
	s.Answer(item("trained"), "mười")
	want = []string{"trained unread", "capital missing"}
	if diff := cmp.Diff(want, codes(s.Problems())); diff != "" {
		t.Fatal(diff)
	}
	if s.Get(item("trained")).Raw != "mười" {
		t.Fatal("an unreadable text was thrown away")
	}
}

func TestTheSourcesFiguresAddUpAndSettleTheComma(t *testing.T) {
	s := begin(t)
	s.Answer(cell("capital", "2023/NSTW", "assigned"), "8.038")
	s.Answer(cell("capital", "2023/NSDP", "assigned"), "804")
	if got, _ := s.Total("capital", "assigned").Int(); got != 8_842_000_000 {
		t.Fatalf("the total is %d đồng", got)
	}
	if got := s.Shown(item("local_share"), "vi"); got != "10,00" {
		t.Fatalf("the ratio is %q", got)
	}
	row := string(s.AddRow("assignments", ""))
	amount := cell("assignments", row, "amount")
	s.Answer(amount, "8,842")
	amb, proposed := s.Ambiguity(amount)
	if amb == nil || proposed != vn.CommaThousands {
		t.Fatalf("the sum of the parts proposes %v", proposed)
	}
	second := cell("assignments", string(s.AddRow("assignments", "")), "amount")
	s.Answer(second, "4,715")
	s.SettleComma(amount, vn.CommaThousands)
	for f, want := range map[form.Field]int64{amount: 8_842_000_000, second: 4_715_000_000} {
		if got, _ := s.Get(f).Value.Int(); got != want {
			t.Errorf("%s is %d, want %d", f, got, want)
		}
	}
	s.Undo()
	if _, ok := s.Get(second).Value.Int(); ok || s.Comma() != vn.CommaUnknown {
		t.Fatal("undo must take the answer about the comma back, with all that followed")
	}
}

func TestTablesHaveRowsOfAxesAndFreeOnes(t *testing.T) {
	s := begin(t)
	ids := func() (list []string) {
		for _, r := range s.Rows("capital") {
			list = append(list, string(r.ID))
		}
		return list
	}
	if diff := cmp.Diff([]string{"2023/NSTW", "2023/NSDP"}, ids()); diff != "" {
		t.Fatal(diff)
	}
	s.Answer(item("years"), "2022, 2023")
	if diff := cmp.Diff([]string{"2022/NSTW", "2022/NSDP", "2023/NSTW", "2023/NSDP"}, ids()); diff != "" {
		t.Fatal(diff)
	}
	s.Answer(cell("capital", "2023/NSTW", "assigned"), "10")
	dup := s.DuplicateRow("capital", "2023/NSTW")
	want := []string{"capital[" + string(dup) + "].year duplicate-row"}
	var got []string
	for _, c := range codes(s.Problems()) {
		if strings.HasPrefix(c, "capital") {
			got = append(got, c)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
	if s.Answer(cell("capital", "2023/NSTW", "year"), "2022") || s.Answer(cell("capital", "2023/NSTW", "rate"), "5") {
		t.Fatal("a cell that the axes or a calculation give was typed into")
	}
	if !s.RemoveRow("capital", dup) || len(s.Rows("capital")) != 4 {
		t.Fatal("the row is still there")
	}
	s.Undo()
	if v, _ := s.Get(cell("capital", string(dup), "assigned")).Value.Int(); v != 10_000_000 {
		t.Fatal("undo brought the row back without its answers")
	}
}

func TestRulesOfARowUseItsColumns(t *testing.T) {
	s := begin(t)
	for col, raw := range map[string]string{"assigned": "4.286", "disbursed": "4.300"} {
		s.Answer(cell("capital", "2023/NSTW", col), raw)
	}
	f := cell("capital", "2023/NSTW", "disbursed")
	ps := s.ProblemsAt(f)
	if len(ps) != 1 || ps[0].Text.VI != "Giải ngân 4.300 vượt 4.286" || ps[0].Rule != "N3" {
		t.Fatalf("%+v", ps)
	}
	if got := s.Shown(cell("capital", "2023/NSTW", "rate"), "vi"); got != "100,33" {
		t.Fatalf("the rate is %q", got)
	}
	facts := s.Facts("capital", "2023/NSTW")
	if len(facts) != 2 || facts[0].Amount != 4_286_000_000 || facts[0].Year != 2023 {
		t.Fatalf("%+v", facts)
	}
}

func TestNoneIsAnAnswerOnlyToAnEmptyTable(t *testing.T) {
	s := begin(t)
	row := s.AddRow("assignments", "")
	s.Answer(cell("assignments", string(row), "number"), "71/QĐ")
	if s.SetNone("assignments", true) {
		t.Fatal("a table with a row was said to have none")
	}
	s.RemoveRow("assignments", row)
	if !s.SetNone("assignments", true) || !s.None("assignments") {
		t.Fatal("an empty table could not be said to have none")
	}
	if s.SetNone("capital", true) {
		t.Fatal("the form does not allow none here")
	}
}

func TestUndoAndRedoRestoreExactly(t *testing.T) {
	s := begin(t)
	start := s.Record()
	s.Answer(item("officers"), "1.200")
	s.AnswerAll([]form.FieldText{{Field: item("committee"), Raw: "yes"}, {Field: item("remarks"), Raw: "a\nb"}}, form.Bulk)
	s.AddRow("assignments", "")
	end := s.Record()
	for n := 0; ; n++ {
		if _, ok := s.Undo(); !ok {
			if n != 3 {
				t.Fatalf("%d steps, want 3", n)
			}
			break
		}
	}
	if diff := cmp.Diff(start, s.Record(), cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Fatal(diff)
	}
	for {
		if _, ok := s.Redo(); !ok {
			break
		}
	}
	if diff := cmp.Diff(end, s.Record(), cmp.AllowUnexported(form.Value{})); diff != "" {
		t.Fatal(diff)
	}
}

func TestLoadTellsEveryFaultWithItsPlace(t *testing.T) {
	cases := map[string]struct{ old, new, want string }{
		"an unknown key":          {`required: true, basis: "C"}`, `requird: true, basis: "C"}`, `no key "requird"`},
		"a misspelt name":         {"trained <= officers", "trained <= oficers", `did you mean "officers"`},
		"a wrong type":            {"trained <= officers", "trained <= decision", "trained"},
		"no boolean":              {"trained <= officers", "trained + officers", "bool"},
		"a text for a number":     {`calculation: "ratio(trained, officers)"`, `calculation: "'x'"`, "float"},
		"an unquoted code":        {`code: "1.22"`, `code: 1.22`, "must stand in quotes"},
		"a name twice":            {"name: officers", "name: trained", "stands twice"},
		"a missing language":      {`{vi: "Cán bộ", en: "Officers"}`, `{vi: "Cán bộ"}`, `needs the key "en"`},
		"an unknown type":         {"type: integer", "type: number", `"number" is none of`},
		"an unknown list":         {`type: one, label: {vi: "Năm", en: "Year"}, choices: [{code: "2022", vi: "2022", en: "2022"}, {code: "2023", vi: "2023", en: "2023"}]`, `type: one, label: {vi: "Năm", en: "Year"}, list: nowhere`, `list "nowhere"`},
		"a value on itself":       {`calculation: "ratio(trained, officers)"`, `calculation: "share"`, "hangs on itself"},
		"a placeholder":           {"{trained} lớn hơn", "{trainee} lớn hơn", "{trainee}"},
		"one in a finding":        {"severity: stop, message: {vi: \"{trained}", "severity: stop, finding: {vi: \"{trainee}\", en: \"-\"}, message: {vi: \"{trained}", "{trainee}"},
		"a column named an item":  {"name: number, code", "name: officers, code", "name of an item"},
		"a severity":              {"severity: stop, message: {vi: \"{trained}", "severity: error, message: {vi: \"{trained}", `"error" is none of stop, reason, note`},
		"a total over text":       {"totals: [assigned]", "totals: [source]", "totals"},
		"broken YAML":             {"sections:", "sections: [", "no YAML"},
		"an unknown programme":    {"programme: GNBV-2021-2025", "programme: XYZ", "programme"},
		"a table without rows":    {"          free: true\n          may_be_none: true\n", "", "needs rows"},
		"an axis without an item": {"from: years", "from: officers", "of type many"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			src := strings.Replace(small, c.old, c.new, 1)
			if src == small {
				t.Fatal("the case changes nothing")
			}
			_, err := form.Load("x.yaml", []byte(src), loadCatalog(t))
			var faults form.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("loaded, or another error: %v", err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Fatalf("the faults are\n%v\nwant %q", err, c.want)
			}
			if faults[0].Line == 0 && name != "an unknown programme" {
				t.Fatalf("no line: %v", err)
			}
		})
	}
	t.Run("two faults at once", func(t *testing.T) {
		src := strings.Replace(strings.Replace(small, "trained <= officers", "trained <= oficers", 1), "decision_date <= visit", "decision_date <= 5", 1)
		_, err := form.Load("x.yaml", []byte(src), loadCatalog(t))
		if got := len(strings.Split(err.Error(), "\n")); got != 2 {
			t.Fatalf("%d faults told, want 2:\n%v", got, err)
		}
	})
}
