package form

import (
	"cmp"
	"fmt"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// sheet is a filled-in form to try its rules on. Answers are lines "field: text",
// fields spelled as Field.String does; a row is added where it is first named, and
// rows are numbered r1, r2, … in that order through the whole sheet.
type sheet struct {
	form      string
	version   string // "": 2026-11-25
	programme string
	day       string // in ISO
	unit      string // key
	begun     string // what the program fills beside unit, day and programme
	typed     string
}

// trial changes a filled sheet and says which problems it then has, each as
// "field severity rule", or "field code" for those that no rule of the form tells.
type trial struct {
	name   string
	change string
	want   []string
}

// programLibrary is opened once: a form's rules are told apart by where they are.
var programLibrary = sync.OnceValues(func() (*Library, error) {
	cat, err := catalog.Load()
	if err != nil {
		return nil, err
	}
	return OpenLibrary(cat, nil)
})

func (sh sheet) open(tb testing.TB) *Session {
	tb.Helper()
	lib, err := programLibrary()
	if err != nil {
		tb.Fatal(err)
	}
	day, err := vn.ParseISO(sh.day)
	if err != nil {
		tb.Fatal(err)
	}
	d, err := lib.For(sh.form, sh.programme, day)
	if err != nil {
		tb.Fatal(err)
	}
	if want := cmp.Or(sh.version, "2026-11-25"); d.ID != sh.form || d.Version != want {
		tb.Fatalf("the form of %s is %s %s, want %s", sh.day, d.ID, d.Version, want)
	}
	rows := 0
	s := NewSession(d, Record{}, Setting{Catalog: lib.cat, Visit: day, Province: "42", Programme: sh.programme, NewRow: func() Row {
		rows++
		return Row(fmt.Sprintf("r%d", rows))
	}})
	s.Begin(append(lines(tb, "unit: "+sh.unit+"\nvisit_date: "+day.String()+"\nprogramme: "+sh.programme), lines(tb, sh.begun)...))
	return s
}

func lines(tb testing.TB, text string) []FieldText {
	tb.Helper()
	var list []FieldText
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		name, raw, _ := strings.Cut(line, ":")
		f, err := ParseField(name)
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, FieldText{f, strings.TrimSpace(raw)})
	}
	return list
}

// write types lines as a person would; what only the program fills is filled.
func (s *Session) write(tb testing.TB, text string) {
	tb.Helper()
	for _, ft := range lines(tb, text) {
		if ft.Field.Part == None {
			s.SetNone(ft.Field.Item, ft.Raw == Yes)
			continue
		}
		if it := s.def.items[ft.Field.Item]; ft.Field.Cell() && it != nil {
			if _, there := s.row(it, ft.Field.Row); !there {
				if got := s.AddRow(ft.Field.Item, ""); got != ft.Field.Row {
					tb.Fatalf("%s: the next row is %s", ft.Field, got)
				}
			}
		}
		cause := Typed
		if !s.Editable(ft.Field) {
			cause = Filled
		}
		if !s.AnswerAll([]FieldText{ft}, cause) && s.answers[ft.Field].Raw != ft.Raw {
			tb.Fatalf("%s does not take %q", ft.Field, ft.Raw)
		}
	}
}

// matter spells every problem of the record.
func (s *Session) matter() []string {
	list := []string{}
	for _, p := range s.Problems() {
		switch p.Code {
		case Broken, NoReason:
			list = append(list, fmt.Sprintf("%s %s %s", p.Field, p.Severity, p.Rule))
		default:
			list = append(list, fmt.Sprintf("%s %s", p.Field, p.Code))
		}
	}
	return list
}

// try opens the sheet and compares: empty is what is missing when the record was
// just begun, head what lists show of it when it is filled. Each trial changes the
// filled sheet; together they break every rule that the form has.
func (sh sheet) try(t *testing.T, empty []string, head Head, trials []trial) {
	t.Run("just begun", func(t *testing.T) {
		s := sh.open(t)
		if diff := gocmp.Diff(empty, s.matter()); diff != "" {
			t.Error(diff)
		}
		if s.Ready() {
			t.Error("it could be completed")
		}
	})
	sh.tried(t, head, trials)
}

// tried is try for a form that nothing need be typed into at first: what is begun
// of it could be completed as it stands.
func (sh sheet) tried(t *testing.T, head Head, trials []trial) {
	tally := map[*Rule]*ways{}
	t.Run("filled", func(t *testing.T) {
		s := sh.open(t)
		s.write(t, sh.typed)
		if diff := gocmp.Diff([]string{}, s.matter()); diff != "" {
			t.Error(diff)
		}
		if !s.Ready() {
			t.Error("it cannot be completed")
		}
		if diff := gocmp.Diff(head, s.Head()); diff != "" {
			t.Error(diff)
		}
	})
	for _, tr := range trials {
		t.Run(tr.name, func(t *testing.T) {
			s := sh.open(t)
			s.write(t, sh.typed)
			s.write(t, tr.change)
			if diff := gocmp.Diff(tr.want, s.matter()); diff != "" {
				t.Error(diff)
			}
			s.tally(tally)
			for _, p := range s.Problems() {
				if (p.Code == Broken || p.Code == NoReason) && (p.Text.VI == "" || p.Text.EN == "" || strings.Contains(p.Text.VI+p.Text.EN, "{")) {
					t.Errorf("%s says %q, %q", p.Field, p.Text.VI, p.Text.EN)
				}
			}
		})
	}
	d := sh.open(t).def
	for _, it := range d.order {
		sh.broken(t, it, tally)
		if it.Table != nil {
			for _, c := range it.Table.Columns {
				sh.broken(t, c, tally)
			}
		}
	}
}

func (sh sheet) broken(t *testing.T, it *Item, tally map[*Rule]*ways) {
	t.Helper()
	for _, c := range it.Constraints {
		if w := tally[c.Rule]; w == nil || !w.broken || !w.met {
			t.Errorf("no trial breaks, or none meets, the rule %s of %s: %s", c.ID, it.Name, c.Rule.Text)
		}
	}
}

// kinds are the forms of every kind of record but the inspection, with the form a
// record belongs to.
var kinds = map[string]string{"round": "", "household": "inspection", "finding": "inspection", "difficulty": "inspection",
	"recommendation": "inspection", "evaluation": "", "conference": "", "supervision": ""}

func TestEachKindHasItsFormOnEveryDayOfBothProgrammes(t *testing.T) {
	lib, err := programLibrary()
	if err != nil {
		t.Fatal(err)
	}
	for id, parent := range kinds {
		for programme, day := range map[string]vn.Date{"GNBV-2021-2025": {Year: 2021, Month: 1, Day: 1}, "MTQG-2026-2035": {Year: 2030, Month: 6, Day: 1}, "": {Year: 2025, Month: 7, Day: 1}} {
			d, err := lib.For(id, programme, day)
			if err != nil {
				t.Errorf("%s of %q: %v", id, programme, err)
				continue
			}
			if d.Version != "2026-11-25" || d.Parent != parent || d.Programme != "" {
				t.Errorf("%s is %s %q of %q", id, d.Version, d.Programme, d.Parent)
			}
		}
	}
	if _, err := lib.For("annex", "MTQG-2026-2035", vn.Date{Year: 2026, Month: 6, Day: 1}); err == nil {
		t.Error("the circular's tables are offered to another programme")
	}
}

// What other records, the store and the lists know these forms by.
func TestTheFormsKeepTheNamesOthersRelyOn(t *testing.T) {
	lib, err := programLibrary()
	if err != nil {
		t.Fatal(err)
	}
	for id, names := range map[string]string{
		"round": "unit visit_date programme round_year round_number level round_kind plan_number plan_date decision_number decision_date decision_issuer starts ends " +
			"period_from period_to cut_off areas projects_in_scope methods reason report_due report_number report_sent " +
			"plan.planned_unit plan.visit_planned plan.remark team.person team.role team.position team.agency team.subgroup",
		"household": "unit visit_date round programme",
		"finding": "unit visit_date round programme number what item_code area found_on basis_text responsible due_first amount_due amount_recovered state " +
			"report_number report_date result extensions.new_due extensions.reason due rechecked_on rechecked_by recheck",
		"difficulty":     "unit visit_date round programme number what group project authority handled handling outcome passed_to passed_on state",
		"recommendation": "unit visit_date round programme number what addressee paper due level answered_on answer state",
		"evaluation":     "unit visit_date programme projects",
		"conference":     "unit visit_date programme projects",
		"supervision":    "unit visit_date programme",
		"annex":          "unit visit_date programme",
	} {
		d, err := lib.Version(id, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range strings.Fields(names) {
			table, column, is := strings.Cut(name, ".")
			if it := d.Item(table); it == nil || is && it.Table.Column(column) == nil {
				t.Errorf("%s has no %s", id, name)
			}
		}
		for _, name := range []string{"unit", "visit_date"} {
			if it := d.Item(name); it == nil || !it.Readonly {
				t.Errorf("%s: %s is typed", id, name)
			}
		}
	}
}

// Where an item or a rule comes from is marked: C confirmed, P partly, I inferred,
// U not verified.
func TestEveryItemAndRuleIsMarkedWithItsBasis(t *testing.T) {
	lib, err := programLibrary()
	if err != nil {
		t.Fatal(err)
	}
	marked := func(basis string) bool {
		return basis != "" && strings.ContainsRune("CPIU", rune(basis[0])) && (len(basis) == 1 || strings.ContainsRune(" ;", rune(basis[1])))
	}
	for id := range kinds {
		d, err := lib.Version(id, "")
		if err != nil {
			t.Fatal(err)
		}
		check := func(it *Item) {
			if !marked(it.Basis) {
				t.Errorf("%s %s rests on %q", id, it.Name, it.Basis)
			}
			for _, c := range it.Constraints {
				if !marked(c.Basis) || c.ID == "" {
					t.Errorf("%s %s: the rule %q (%s) rests on %q", id, it.Name, c.Rule.Text, c.ID, c.Basis)
				}
			}
		}
		for _, it := range d.order {
			check(it)
			if it.Table != nil {
				for _, c := range it.Table.Columns {
					check(c)
				}
			}
		}
	}
}
