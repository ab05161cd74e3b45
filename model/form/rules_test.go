package form_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// ruleSeverities is what each rule of the field list asks: E is put right before
// completing, W is a sentence or a notice, A is computed by itself.
var ruleSeverities = map[string]string{
	"N1": "A", "N2": "A E", "N3": "E", "N4": "W", "N5": "E", "N6": "A", "N7": "W", "N8": "E", "N9": "E", "N10": "E W",
	"N11": "E", "N12": "W", "N13": "W", "N14": "E W", "N15": "W",
	"D1": "E", "D2": "W", "D3": "A", "D4": "A W", "D5": "E", "D6": "E",
	"L1": "E", "L2": "A", "L3": "E", "L4": "W", "L5": "E",
	"T1": "W", "T2": "A",
}

// ruleCase shows one rule broken and met, or what is computed by it. Answers are
// written "item = text" or "table[row].column = text"; a row that the form does
// not have is added, and its name holds within the case.
type ruleCase struct {
	rule  string
	says  string
	form  string // its id; "": the inspection form
	day   string // of the visit, in ISO; "": 2024-06-15
	given string // answers, one a line
	// Typed in turn on top of what is given; the problem stands at the field `at`.
	broken, met string
	at          string
	severity    form.Severity
	code        form.Code // "": by severity
	// Of what is computed: fields and how they are shown.
	shows map[string]string
}

const capitalRow = "capital[2024/DA2/SN/NSTW]"

var ruleCases = []ruleCase{
	{rule: "N1", says: "a project is the sum of its sub-projects, a year of its sources", given: sourceMoney, shows: map[string]string{
		"capital_by_project[DA7].assigned": "13.557", "capital_by_source[SN/NSTW].assigned": "12.324", "capital_by_source[SN/NSDP].assigned": "1.233",
		"capital_by_year[2024].assigned": "13.557"}},

	{rule: "N2", says: "available is computed", given: capitalRow + ".assigned = 100\n" + capitalRow + ".carried_in = 20\n" + capitalRow + ".adjustment = -30",
		shows: map[string]string{capitalRow + ".available": "90"}},
	{rule: "N2", says: "available is not negative", given: capitalRow + ".assigned = 100",
		broken: capitalRow + ".adjustment = -101", met: capitalRow + ".adjustment = -100", at: capitalRow + ".available", severity: form.Stop},
	{rule: "N3", says: "disbursed within available, money carried in included", given: capitalRow + ".assigned = 100\n" + capitalRow + ".carried_in = 20",
		broken: capitalRow + ".disbursed = 121", met: capitalRow + ".disbursed = 120", at: capitalRow + ".disbursed", severity: form.Stop},
	{rule: "N3", says: "a model's disbursement within the state's part", given: "models[m].central = 100\nmodels[m].local = 10",
		broken: "models[m].disbursed = 111", met: "models[m].disbursed = 110", at: "models[m].disbursed", severity: form.Stop},
	{rule: "N4", says: "disbursed within what is allocated in detail", given: capitalRow + ".assigned = 100\n" + capitalRow + ".allocated = 80",
		broken: capitalRow + ".disbursed = 90", met: capitalRow + ".disbursed = 80", at: capitalRow + ".disbursed", severity: form.Reason},
	{rule: "N5", says: "settled within disbursed", given: capitalRow + ".assigned = 100\n" + capitalRow + ".disbursed = 60",
		broken: capitalRow + ".settled = 61", met: capitalRow + ".settled = 60", at: capitalRow + ".settled", severity: form.Stop},
	{rule: "N5", says: "disbursed, carried out and cancelled within available", given: capitalRow + ".assigned = 100\n" + capitalRow + ".disbursed = 60\n" + capitalRow + ".cancelled = 10",
		broken: capitalRow + ".carried_out = 31", met: capitalRow + ".carried_out = 30", at: capitalRow + ".carried_out", severity: form.Stop},
	{rule: "N5", says: "disbursed and cancelled within available", given: capitalRow + ".assigned = 100\n" + capitalRow + ".disbursed = 60",
		broken: capitalRow + ".cancelled = 41", met: capitalRow + ".cancelled = 40", at: capitalRow + ".cancelled", severity: form.Stop},
	{rule: "N6", says: "a rate has two decimals, half up", given: "officers = 800\nofficers_trained = 1", shows: map[string]string{"officers_trained_rate": "0,13"}},
	{rule: "N6", says: "a rate of nothing is blank, not zero", given: "officers = 0\nofficers_trained = 0", shows: map[string]string{"officers_trained_rate": ""}},
	{rule: "N7", says: "a printed rate that differs by more than 0.1 point", given: ninhThuan,
		broken: "reported_rate = 30,54", met: "reported_rate = 30,43", at: "reported_rate", severity: form.Reason},
	{rule: "N7", says: "a printed rate that differs by less is shown beside the computed", given: ninhThuan,
		broken: "reported_rate = 30,48", met: "reported_rate = 30,4", at: "reported_rate", severity: form.Notice},
	{rule: "N8", says: "a share is 0 to 100 %", given: "works[w].work = Đường", broken: "works[w].volume = 100,01", met: "works[w].volume = 100", at: "works[w].volume", severity: form.Stop},
	{rule: "N8", says: "a share is not negative", broken: "committed_rate = -1", met: "committed_rate = 0", at: "committed_rate", severity: form.Stop},
	{rule: "N8", says: "the achievement of a plan may exceed 100 %", given: "targets[models].year_target = 100\ntargets[models].actual = 123,6",
		broken: "slow_below = 123,6", met: "slow_below = 50", at: "slow_below", severity: form.Stop, shows: map[string]string{"targets[models].achieved": "123,60"}},
	{rule: "N9", says: "a subgroup within the whole", given: "training[c].people = 30", broken: "training[c].women = 31", met: "training[c].women = 30", at: "training[c].women", severity: form.Stop},
	{rule: "N9", says: "exclusive parts add up to the whole", given: "models[m].poor = 10\nmodels[m].near_poor = 5\nmodels[m].newly_escaped = 3\nmodels[m].other_households = 2",
		broken: "models[m].participants = 21", met: "models[m].participants = 20", at: "models[m].participants", severity: form.Stop},
	{rule: "N9", says: "overlapping parts may exceed it together", given: "models[m].participants = 20\nmodels[m].women_headed = 15",
		broken: "models[m].minority = 21", met: "models[m].minority = 15", at: "models[m].minority", severity: form.Stop},
	{rule: "N10", says: "the end follows from the start", given: huongDo, shows: map[string]string{"poor_households[rural].at_end": "75"}},
	{rule: "N10", says: "the reported end is the computed", given: huongDo, broken: "poor_households[rural].reported_end = 76", met: "poor_households[rural].reported_end = 75",
		at: "poor_households[rural].reported_end", severity: form.Stop},
	{rule: "N10", says: "the start is the end of the year before", given: "cut_off = 31/05/2024\nprior_cut_off = 30/11/2023\nprior_poor_end = 97\npoor_households[rural].households = 3909",
		broken: "poor_households[rural].at_start = 96", met: "poor_households[rural].at_start = 97", at: "poor_households", severity: form.Reason},
	{rule: "N10", says: "the start is what was said of the same year", given: "cut_off = 31/05/2024\nprior_cut_off = 31/03/2024\nprior_near_poor_start = 139\npoor_households[rural].households = 3909",
		broken: "near_poor_households[rural].at_start = 138", met: "near_poor_households[rural].at_start = 139", at: "near_poor_households", severity: form.Reason},
	{rule: "N11", says: "poor households within all", given: "poor_households[rural].households = 700", broken: "poor_households[rural].at_start = 701", met: "poor_households[rural].at_start = 700",
		at: "poor_households[rural].at_start", severity: form.Stop},
	{rule: "N12", says: "the local counterpart reaches the province's band", given: capitalRow + ".assigned = 8038",
		broken: "capital[2024/DA2/SN/NSDP].assigned = 803", met: "capital[2024/DA2/SN/NSDP].assigned = 804", at: "counterpart[2024/DA2].rate", severity: form.Reason},
	{rule: "N13", says: "money carried over within the resolution", given: "capital_years = 2024 2022",
		broken: "capital[2022/DA2/SN/NSTW].carried_in = 5", met: "capital[2022/DA2/SN/NSTW].carried_in = 0", at: "capital[2022/DA2/SN/NSTW].carried_in", severity: form.Reason},
	{rule: "N13", says: "money of 2023 in 2024", given: capitalRow + ".assigned = 100",
		broken: capitalRow + ".carried_out = 5", met: capitalRow + ".carried_out = 0\n" + capitalRow + ".carried_in = 5", at: capitalRow + ".carried_out", severity: form.Reason},
	{rule: "N14", says: "money is not negative", broken: capitalRow + ".assigned = -1", met: capitalRow + ".assigned = 0", at: capitalRow + ".assigned", severity: form.Stop},
	{rule: "N14", says: "an adjustment may be negative", given: capitalRow + ".assigned = 100\n" + capitalRow + ".adjustment = -40",
		broken: capitalRow + ".allocated = -1", met: capitalRow + ".allocated = 60", at: capitalRow + ".allocated", severity: form.Stop},
	{rule: "N14", says: "a unit has no more than its province", given: "capital_years = 2023",
		broken: "capital[2023/DA2/SN/NSTW].assigned = 118.169", met: "capital[2023/DA2/SN/NSTW].assigned = 118.168", at: "capital_by_year[2023].assigned", severity: form.Reason},
	{rule: "N15", says: "a special work costs 5 tỷ at most", given: "works[w].special = yes\nworks[w].one_commune = yes\nworks[w].state = thi_cong",
		broken: "works[w].investment = 5.001", met: "works[w].investment = 5.000", at: "works[w].state", severity: form.Reason},
	{rule: "N15", says: "a special work lies in one commune", given: "works[w].special = yes\nworks[w].investment = 5.000\nworks[w].state = thi_cong",
		broken: "works[w].one_commune = no", met: "works[w].one_commune = yes", at: "works[w].state", severity: form.Reason},

	{rule: "D1", says: "the visit lies within the round", given: "round = Đợt 1/2024\nround_starts = 10/06/2024",
		broken: "round_ends = 14/06/2024", met: "round_ends = 15/06/2024", at: "visit_date", severity: form.Stop},
	{rule: "D1", says: "the figures are not of a day after the visit", given: "period_from = 01/01/2024",
		broken: "period_to = 30/06/2024\ncut_off = 16/06/2024", met: "period_to = 15/06/2024\ncut_off = 15/06/2024", at: "cut_off", severity: form.Stop},
	{rule: "D1", says: "a round does not end before it begins", form: "round", given: "visit_date = 10/06/2024",
		broken: "ends = 09/06/2024", met: "ends = 10/06/2024", at: "ends", severity: form.Stop},
	{rule: "D2", says: "a document is not of a day after the visit", broken: "unit_report_date = 16/06/2024", met: "unit_report_date = 15/06/2024", at: "unit_report_date", severity: form.Reason},
	{rule: "D2", says: "a class lies in the period under review", given: "period_from = 01/01/2024\nperiod_to = 31/05/2024",
		broken: "training[c].held_on = 01/06/2024", met: "training[c].held_on = 31/05/2024", at: "training[c].held_on", severity: form.Notice},
	{rule: "D3", says: "15 working days after a round, holidays left out", given: "round = Đợt 1/2024\nround_ends = 19/04/2024\nreports[r].report_kind = sau_dot\nreports[r].report_year = 2024\nreports[r].round_ended = 10/05/2024",
		shows: map[string]string{"round_report_due": "14/05/2024", "reports[r].due": "31/05/2024"}},
	{rule: "D4", says: "before 1 June is by 31 May", given: "reports[sau_thang].report_year = 2024",
		broken: "reports[sau_thang].sent = 01/06/2024", met: "reports[sau_thang].sent = 31/05/2024", at: "reports[sau_thang].sent", severity: form.Notice},
	{rule: "D4", says: "late days are computed", given: "reports[nam].report_year = 2023\nreports[nam].sent = 03/12/2023", shows: map[string]string{
		"reports[nam].due": "30/11/2023", "reports[nam].late": "3", "reports_late": "1"}},
	{rule: "D5", says: "no district after 30/06/2025", broken: "training[c].organiser = huyen\ntraining[c].held_on = 01/07/2025",
		met: "training[c].organiser = huyen\ntraining[c].held_on = 30/06/2025", at: "training[c].organiser", severity: form.Stop},
	{rule: "D5", says: "the unit was there on the day", broken: "unit = 18073@2025-07-01", met: "unit = 18685@2020-01-01", at: "unit", severity: form.Stop, code: form.NotAChoice},
	{rule: "D5", says: "no round of a district after 30/06/2025", form: "round", day: "2025-07-01",
		broken: "level = huyen", met: "level = tinh", at: "level", severity: form.Stop, code: form.NotAChoice},
	{rule: "D6", says: "a shortcoming is due after the minutes", given: "started_on = 15/06/2024",
		broken: "shortcomings[s].due = 14/06/2024", met: "shortcomings[s].due = 15/06/2024", at: "shortcomings[s].due", severity: form.Stop},
	{rule: "D6", says: "a demand is due after the minutes", given: "started_on = 15/06/2024",
		broken: "demands[d].deadline = 14/06/2024", met: "demands[d].deadline = 15/06/2024", at: "demands[d].deadline", severity: form.Stop},
	{rule: "D6", says: "a violation is due after its conclusion", given: "violations[v].conclusion_date = 01/03/2024",
		broken: "violations[v].remedy_by = 29/02/2024", met: "violations[v].remedy_by = 01/03/2024", at: "violations[v].remedy_by", severity: form.Stop},
	{rule: "D6", says: "a re-check follows the report", form: "finding", given: "found_on = 01/06/2024\nreport_date = 10/06/2024",
		broken: "rechecked_on = 09/06/2024", met: "rechecked_on = 10/06/2024", at: "rechecked_on", severity: form.Stop},

	{rule: "L1", says: "“no” needs a note", broken: "helping_team = no", met: "helping_team = no\nhelping_team# = Chưa thành lập", at: "helping_team", severity: form.Stop, code: form.NoteMissing},
	{rule: "L1", says: "“not applicable” on a core item needs a reason", broken: "separate_books = na", met: "separate_books = na\nseparate_books# = Không mở", at: "separate_books", severity: form.Stop, code: form.NoteMissing},
	{rule: "L3", says: "an area does not close without its remarks", broken: "capital_remarks =", met: "capital_remarks = Đạt", at: "capital_remarks", severity: form.Stop, code: form.Missing},
	{rule: "L3", says: "an area out of scope needs none", broken: "areas = 1 2 3 4 5", met: "areas = 1 2 4 5", at: "capital_remarks", severity: form.Stop, code: form.Missing},
	{rule: "L4", says: "a kind of capital that the project may have", given: "capital[x].plan_year = 2024\ncapital[x].project = DA2\ncapital[x].source = NSTW",
		broken: "capital[x].kind = DTPT", met: "capital[x].kind = SN", at: "capital[x].kind", severity: form.Reason},
	{rule: "T1", says: "a number looks like one", broken: "unit_report_number = báo cáo", met: "unit_report_number = 71/BC-UBND", at: "unit_report_number", severity: form.Notice},
	{rule: "T1", says: "a number with a year", broken: "committee = yes\ncommittee_number = 23", met: "committee = yes\ncommittee_number = 23/2023/QĐ-UBND", at: "committee_number", severity: form.Notice},
	{rule: "T1", says: "a number in the Front's style", broken: "committee = yes\ncommittee_number = QĐ 476", met: "committee = yes\ncommittee_number = 476-QĐ/MTTQ-BTT", at: "committee_number", severity: form.Notice},
	{rule: "T2", says: "text is stored composed", given: "venue = Hu\u031bo\u031bng \u0110o\u0302", shows: map[string]string{"venue": "H\u01b0\u01a1ng \u0110\u00f4"}},
}

// What several cases are given.
const (
	sourceMoney = `capital[2024/DA7.TDA1/SN/NSTW].assigned = 8.038
		capital[2024/DA7.TDA1/SN/NSDP].assigned = 804
		capital[2024/DA7.TDA2/SN/NSTW].assigned = 4.286
		capital[2024/DA7.TDA2/SN/NSDP].assigned = 429`
	// Ninh Thuận, first half of 2023: 62,14 of 204,216 tỷ đồng, printed as 30,48 %.
	ninhThuan = capitalRow + ".assigned = 204.216\n" + capitalRow + ".allocated = 204.216\n" + capitalRow + ".disbursed = 62.140"
	// Hương Đô, 2025: 97 − 24 + 2 = 75.
	huongDo = `poor_households[rural].households = 3.909
		poor_households[rural].at_start = 97
		poor_households[rural].escaped = 24
		poor_households[rural].relapsed = 0
		poor_households[rural].arisen = 2`
)

// ruledElsewhere are rules that a form alone cannot show, and the tests that do.
var ruledElsewhere = map[string]struct{ file, test string }{
	"L5": {"storage/status_test.go", "TestCompletedInspectionIsClosed"},
	"L2": {"model/form/rules_test.go", "TestItemsOfAProjectThatDoesNotApplyAreNeitherAskedNorMissing"},
}

func TestEveryRuleCanBeBrokenAndMet(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range ruleCases {
		seen[c.rule] = true
		t.Run(c.rule+" "+c.says, func(t *testing.T) {
			if ruleSeverities[c.rule] == "" {
				t.Fatalf("%s is no rule of the list", c.rule)
			}
			c.computed(t)
			if c.at != "" {
				c.brokenAndMet(t)
			}
		})
	}
	for rule, at := range ruledElsewhere {
		seen[rule] = true
		src, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(at.file)))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), "func "+at.test+"(") {
			t.Errorf("%s should be shown by %s in %s, which is not there", rule, at.test, at.file)
		}
	}
	for rule := range ruleSeverities {
		if !seen[rule] {
			t.Errorf("no case shows the rule %s", rule)
		}
	}
}

func (c ruleCase) computed(t *testing.T) {
	t.Helper()
	if len(c.shows) == 0 {
		return
	}
	p := c.begin(t)
	p.put(c.given)
	for name, want := range c.shows {
		if got := p.s.Shown(p.field(name), "vi"); got != want {
			t.Errorf("%s shows %q, want %q", name, got, want)
		}
	}
}

func (c ruleCase) brokenAndMet(t *testing.T) {
	t.Helper()
	if want := severityOf(c.rule); !slices.Contains(want, c.severity) {
		t.Fatalf("the case has the severity %s, the rule is of %s", c.severity, want)
	}
	p := c.begin(t)
	p.put(c.given)
	p.put(c.met)
	if got := c.problem(p); got != nil {
		t.Errorf("met, and yet: %+v", *got)
	}
	p = c.begin(t)
	p.put(c.given)
	p.put(c.broken)
	got := c.problem(p)
	if got == nil {
		t.Fatalf("nothing stands at %s; there is %+v", c.at, p.s.ProblemsAt(p.field(c.at)))
	}
	if got.Severity != c.severity {
		t.Errorf("the severity is %s, want %s", got.Severity, c.severity)
	}
	if c.severity != form.Reason {
		return
	}
	f := p.field(c.at)
	f.Part = form.Note
	p.s.Answer(f, "Có lý do")
	if got := c.problem(p); got != nil {
		t.Errorf("a sentence does not settle it: %+v", *got)
	}
}

// problem finds what the rule says at its field now.
func (c ruleCase) problem(p *sheet) *form.Problem {
	code := c.code
	if code == "" {
		code = map[form.Severity]form.Code{form.Stop: form.Broken, form.Reason: form.NoReason, form.Notice: form.Broken}[c.severity]
	}
	for _, prob := range p.s.ProblemsAt(p.field(c.at)) {
		if prob.Code == code && (prob.Rule == c.rule || prob.Rule == "" && c.code != "") && (c.code != "" || prob.Severity == c.severity) {
			return &prob
		}
	}
	return nil
}

// sheet is a record being filled in by the answers of cases.
type sheet struct {
	t    *testing.T
	s    *form.Session
	rows map[string]form.Row // rows that were added, by table and the case's name for them
}

func (c ruleCase) begin(t *testing.T) *sheet {
	t.Helper()
	day := visitOf(poverty)
	if c.day != "" {
		day = dayOf(t, c.day)
	}
	return &sheet{t: t, s: begunAt(t, cmp.Or(c.form, "inspection"), poverty, day), rows: map[string]form.Row{}}
}

// put types answers, one a line; readonly and hidden items take them too, as
// from the program. "item# = text" is the item's note.
func (p *sheet) put(lines string) {
	p.t.Helper()
	for line := range strings.Lines(lines) {
		name, text, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok {
			p.t.Fatalf("%q is no answer", line)
		}
		f := p.field(strings.TrimSpace(name))
		p.s.AnswerAll([]form.FieldText{{Field: f, Raw: strings.TrimSpace(text)}}, form.Filled)
		if it := p.s.Definition().At(f); it == nil && f.Part != form.Note {
			p.t.Fatalf("the form has no field %s", name)
		}
	}
}

func (p *sheet) field(name string) form.Field {
	p.t.Helper()
	if own, note := strings.CutSuffix(name, "#"); note {
		return form.Field{Item: own, Part: form.Note}
	}
	table, rest, ok := strings.Cut(name, "[")
	if !ok {
		return item(name)
	}
	row, column, ok := strings.Cut(rest, "].")
	if !ok {
		p.t.Fatalf("%q is no cell", name)
	}
	for _, r := range p.s.Rows(table) {
		if r.ID == form.Row(row) {
			return cell(table, row, column)
		}
	}
	id, there := p.rows[table+row]
	if !there {
		if id = p.s.AddRow(table, ""); id == "" {
			p.t.Fatalf("the table %s has no row %s and takes none", table, row)
		}
		p.rows[table+row] = id
	}
	return cell(table, string(id), column)
}

func severityOf(rule string) []form.Severity {
	var list []form.Severity
	for _, letter := range strings.Fields(ruleSeverities[rule]) {
		switch letter {
		case "E":
			list = append(list, form.Stop)
		case "W":
			list = append(list, form.Reason, form.Notice)
		}
	}
	return list
}

// Every constraint of the forms that names a rule of the list has its severity.
func TestConstraintsHaveTheSeverityOfTheirRule(t *testing.T) {
	for _, d := range embeddedForms(t) {
		if d.ID == "inspection" && d.Version == oldInspection {
			continue // published before the list was kept this way
		}
		for _, it := range d.Items() {
			checkSeverities(t, d, it)
			if it.Table == nil {
				continue
			}
			for _, c := range it.Table.Columns {
				checkSeverities(t, d, c)
			}
		}
	}
}

func checkSeverities(t *testing.T, d *form.Definition, it *form.Item) {
	t.Helper()
	for _, c := range it.Constraints {
		if ruleSeverities[c.ID] != "" && !slices.Contains(severityOf(c.ID), c.Severity) {
			t.Errorf("%s %s, %s: the rule %s is %s, and is asked with %s", d.ID, d.Version, it.Code, c.ID, ruleSeverities[c.ID], c.Severity)
		}
	}
}

// L2: blocks of projects that the unit does not have are hidden, and count as not
// applicable instead of missing.
func TestItemsOfAProjectThatDoesNotApplyAreNeitherAskedNorMissing(t *testing.T) {
	s := begun(t, poverty)
	missing := func() (n int) {
		for _, p := range s.Problems() {
			if p.Code == form.Missing && (p.Field.Item == "abroad_advised" || p.Field.Item == "works") {
				n++
			}
		}
		return n
	}
	s.Answer(item("projects"), "DA7.TDA1")
	if s.Visible("abroad_advised") || s.Visible("works") || missing() != 0 {
		t.Errorf("items of DA1 and DA4 are asked for: %d missing", missing())
	}
	before := s.Progress()[2].Items
	s.Answer(item("projects"), "DA1.TDA1 DA4.TDA2 DA7.TDA1")
	if !s.Visible("abroad_advised") || !s.Visible("works") || missing() != 2 || s.Progress()[2].Items <= before {
		t.Errorf("items of DA1 and DA4 are not asked for: %d missing", missing())
	}
}

// T2: what is looked up is found without accents, đ as d.
func TestChoicesAreFoundWithoutAccents(t *testing.T) {
	s := begun(t, poverty)
	for name, typed := range map[string]string{"unit": "huong do", "unit_kind": "dau tu"} {
		if len(s.FindChoices(item(name), typed, 5)) == 0 {
			t.Errorf("%s: nothing is found by %q", name, typed)
		}
	}
}

const poverty = "GNBV-2021-2025"

func visitOf(programme string) vn.Date {
	if programme == merged {
		return vn.Date{Year: 2026, Month: 6, Day: 15}
	}
	return vn.Date{Year: 2024, Month: 6, Day: 15}
}

func dayOf(tb testing.TB, iso string) vn.Date {
	tb.Helper()
	d, err := vn.ParseISO(iso)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// begun is an inspection of a programme with every project and method.
func begun(tb testing.TB, programme string) *form.Session {
	tb.Helper()
	return begunOn(tb, "inspection", programme)
}

func begunOn(tb testing.TB, id, programme string) *form.Session {
	tb.Helper()
	return begunAt(tb, id, programme, visitOf(programme))
}

func begunAt(tb testing.TB, id, programme string, day vn.Date) *form.Session {
	tb.Helper()
	lib, err := form.OpenLibrary(loadCatalog(tb), nil)
	if err != nil {
		tb.Fatal(err)
	}
	d, err := lib.For(id, programme, day)
	if err != nil {
		tb.Fatal(err)
	}
	set := setting(tb)
	set.Visit, set.Programme = day, programme
	s := form.NewSession(d, form.Record{}, set)
	s.Begin([]form.FieldText{{Field: item("visit_date"), Raw: day.String()}})
	var all []string
	for _, c := range s.Choices(item("projects")) {
		all = append(all, c.Code)
	}
	s.AnswerAll([]form.FieldText{{Field: item("projects"), Raw: strings.Join(all, " ")}, {Field: item("methods"), Raw: "ho_so thuc_dia lanh_dao thon ho"}}, form.Filled)
	return s
}
