package whole

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// The second visit of the model is on 20/02/2024, when the capital of 2023 is
// settled: what was planned and decided stands, what was done since is new.
const (
	againTyped = "20/02/2024"
	againISO   = "2024-02-20"
	againRound = "Đợt 1 năm 2024"
	ctrlF      = "\x06"
	ctrlR      = "\x12"
)

// again plans a second visit to the unit of a first one, as somebody does who
// knows the keys: per section "as last time", then Enter through what it brought;
// in tables the former rows, then Tab through what stands and the new figures
// typed over it. Every figure of the period, every date, finding, difficulty and
// proposal is typed anew.
type again struct {
	*visitor
	was   *form.Session // the first visit
	acted map[int]bool  // sections in which "as last time" was pressed
}

// ofPeriod are the kinds of items that are of one period and typed anew.
func ofPeriod(k form.Kind) bool {
	switch k {
	case form.KindInteger, form.KindDecimal, form.KindMoney, form.KindPercent, form.KindDate, form.KindTime:
		return true
	}
	return false
}

// planned are the columns of figures that stand as they were: what was decided,
// not what was done.
var planned = []string{
	"assigned", "carried_in", "adjustment", "allocated", // the plan of the year
	"period_target", "year_target", "issued", "plan_year", "amount", "allocated_on", // targets and decisions
	"households", "at_start", "minority_start", // the poverty survey of last December
	"begins", "ends", "participants", "poor", "near_poor", "newly_escaped", "other_households", "minority", "women_headed", "disabled", "merit",
	"central", "local", "own_share", "other_money", // models approved in 2023
	"report_year", "due_set", "held_year", "asked", "subgroup",
}

func (a *again) item() bool {
	e := a.entry()
	if e.Depth == 0 && !a.acted[a.section] {
		a.acted[a.section] = true
		if a.asLast() {
			return true
		}
		e = a.entry()
	}
	switch {
	case a.s.Get(e.Field).Carried:
		a.do(enter)
		a.s.Pass(e.Field)
		return a.next(false)
	case e.Depth > 0 && !a.s.Get(e.Field).IsZero():
		a.do(tab)
		return a.next(false)
	case e.Depth == 0 && e.Item.Table != nil && a.s.TakesRows(e.Item.Name) && a.s.CarriesRows(e.Item.Name, a.was):
		a.do(ctrlR)
		a.s.CarryItems([]string{e.Item.Name}, a.was)
		a.table(e.Item)
		return a.next(false)
	case e.Depth == 0 && e.Item.Table != nil && a.s.Filled(e.Item.Name) > 0 && a.typed(e.Item):
		a.table(e.Item)
		return a.next(false)
	case e.Depth == 0 && e.Item.Table == nil && e.Item.Kind != form.KindRecords && a.stands(e):
		a.do(enter) // the program filled it in
		return a.next(false)
	}
	return a.visitor.item()
}

// stands reports whether the program has filled in what the person would say.
func (a *again) stands(e form.Entry) bool {
	now := a.s.Get(e.Field)
	m, known := a.answers[e.Item.Name]
	return !now.IsZero() && (!known || a.told(m, e.Item.Kind).value == now.Value)
}

// typed reports whether a person types in a table.
func (a *again) typed(it *form.Item) bool { return (&sheet{v: a.visitor, item: it}).typeable() }

// asLast carries what lasts of the section; false when nothing does.
func (a *again) asLast() bool {
	name := a.s.Definition().Sections[a.section].Name
	fields := a.s.Carriable(name, a.was)
	if len(fields) == 0 {
		return false
	}
	var items []string
	for _, f := range fields {
		items = append(items, f.Item)
	}
	a.do(ctrlF + enter)
	here := a.at
	a.s.CarryItems(items, a.was)
	a.at = form.Field{Item: items[0]}
	for a.at != here && slices.ContainsFunc(a.entries(), func(e form.Entry) bool { return e.Field == here }) && a.index(here) < a.index(a.at) {
		a.do(backTab)
		a.back()
	}
	return true
}

func (a *again) index(f form.Field) int {
	return slices.IndexFunc(a.entries(), func(e form.Entry) bool { return e.Field == f })
}

// back goes to the entry before the open one.
func (a *again) back() {
	a.t.Helper()
	list := a.entries()
	for i := a.index(a.at) - 1; i >= 0; i-- {
		if a.stops(list[i]) {
			a.at = list[i].Field
			return
		}
	}
	a.t.Fatalf("there is nothing before %s", a.at)
}

// table goes through a table that has rows: Tab where the cell stands, the figure
// where it is new.
func (a *again) table(it *form.Item) {
	a.t.Helper()
	a.do(enter)
	t := &sheet{v: a.visitor, item: it}
	rows := a.s.Rows(it.Name)
	t.row, t.col = a.firstCell(t, rows)
	for !t.left {
		at, f, col := t.spot(), t.field(t.row, t.col), it.Table.Columns[t.col]
		keys, on := "", tab
		if a.s.Editable(f) && (a.s.Get(f).IsZero() || ofPeriod(col.Kind) && !slices.Contains(planned, col.Name)) {
			m := t.meant(f, col)
			var moved bool
			if keys, moved = t.keys(f, col, m); moved {
				on = ""
			}
			a.answer(f, t.raw(col, m), m)
		}
		a.s.Pass(f)
		next, more := t.seek(t.row, t.col+1)
		switch {
		case more:
			t.col = next
		case t.row+1 < len(rows):
			t.row++
			t.col, _ = t.seek(t.row, 0)
		case rows[t.row].Free && keys != "":
			t.left, on = true, esc
		case rows[t.row].Free: // the last one that was carried is passed, and no row added
			t.left, on = true, tab+esc
		default: // the last key leads back to the form
			t.left = true
		}
		a.plan = append(a.plan, step{at, keys + on})
	}
	a.do(tab)
}

// firstCell is where the cursor stands in a table that is opened.
func (a *again) firstCell(t *sheet, rows []form.TableRow) (row, col int) {
	for r := range rows {
		for c, ok := t.seek(r, 0); ok; c, ok = t.seek(r, c+1) {
			if a.s.Get(t.field(r, c)).IsZero() {
				return r, c
			}
		}
	}
	first, _ := t.seek(0, 0)
	return 0, first
}

// dated is an answer of the first visit as it is typed on the second: a date in
// six digits, and what was of the day of the visit is of this one's.
func dated(m meant, k form.Kind) meant {
	switch iso := m.value.Text(); {
	case k != form.KindDate:
		return m
	case iso == visitISO:
		return day("t", againISO)
	case iso > visitISO: // a deadline that the visit sets
		return day("+5", "2024-02-25")
	default:
		return day(iso[8:10]+iso[5:7]+iso[2:4], iso)
	}
}

// planAgain plans the second visit to the unit of a first one.
func planAgain(t *testing.T, first *visitor, op *model.Opened, newRow func() form.Row) *again {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, answers: answers(), tables: tables(), kinds: map[form.Kind]int{}, opened: map[string]bool{}, retold: dated}
	v.s = form.NewSession(op.Form, op.Filled, kit.NewDesk(nil, cat, nil, newRow).Setting(op.Record))
	v.s.Reread()
	a := &again{visitor: v, was: first.s, acted: map[int]bool{}}
	for ok := a.enter(0); ok; {
		ok = a.item()
	}
	return a
}

// firstVisit stores the first visit as completed, with the findings that follow.
func (v *visitor) firstVisit(t *testing.T, d desk) {
	t.Helper()
	s := d.open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	unit, _ := env.Catalog.Unit(v.unit())
	def, visited := v.s.Definition(), visitDay(t)
	id, err := s.Create(t.Context(), model.NewRecord{Unit: unit.Key, UnitName: unit.FullName, UnitPath: env.Catalog.Path(unit, visited),
		Day: visited, Round: visitRound, Programme: def.Programme, Projects: strings.Fields(projects), Form: def,
		Changes: v.s.TakeChanges(), Progress: v.s.Progress()})
	if err != nil {
		t.Fatal(err)
	}
	if msg := onDesk(t, env, id).Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
}

// unit is the unit that the visit is to.
func (v *visitor) unit() catalog.UnitKey {
	v.t.Helper()
	key, err := catalog.ParseUnitKey(v.s.Get(form.Field{Item: "unit"}).Raw)
	if err != nil {
		v.t.Fatal(err)
	}
	return key
}

// describeAgain begins the second inspection; what is typed is what differs from
// what the program proposes.
func (p *person) describeAgain() {
	p.t.Helper()
	p.WaitFor("Việc của tôi", patience)
	p.Press("n")
	p.WaitFor("Đơn vị được kiểm tra", patience)
	p.Press("down", "ctrl+u")
	p.Type(againTyped)
	p.Press("up")
	p.WaitFor(againTyped, patience)
	p.Type("xa cam binh")
	p.WaitFor("Xã Cẩm Bình · huyện Cẩm Xuyên", patience)
	p.Press("enter", "enter")
	p.Type(againRound)
	p.Press("enter")
	p.WaitFor("> Dự án, tiểu dự án", patience)
	p.Press("enter")
}

// TestTheSecondVisitTakesFarFewerKeys enters a second visit to the unit of the
// model visit, after that one was completed, and holds the figures of both.
func TestTheSecondVisitTakesFarFewerKeys(t *testing.T) {
	t.Parallel()
	first := plan(t)
	d := newDesk(t)
	first.firstVisit(t, d)
	p := sitDown(t, d)
	p.describeAgain()
	p.waitAt(spot{code: "V.02"})
	id := d.newest(t)
	op := d.read(t, id)
	made := 0
	a := planAgain(t, first, op, func() form.Row { made++; return form.Row(fmt.Sprintf("made-%d", made)) })
	for _, prob := range a.s.Problems() {
		if prob.Severity == form.Stop || prob.Code == form.NoReason {
			t.Errorf("the plan leaves %s %s %v: %s", prob.Field, prob.Code, prob.Err, prob.Text.VI)
		}
	}
	before := p.BytesOut()
	for _, s := range a.plan {
		p.waitAt(s.at)
		p.Type(s.keys)
	}
	p.waitAt(a.plan[len(a.plan)-1].at)
	sent := p.BytesOut() - before
	p.complete()
	p.leave()
	a.stored(t, d.read(t, id))

	was, _ := first.keysAndBytes()
	keys, _ := a.keysAndBytes()
	t.Logf("the first visit takes %d keys, the second %d: %d %%; it sends %d bytes, %d a key", was, keys, 100*keys/was, sent, sent/int64(keys))
	if 100*keys > 60*was {
		t.Errorf("the second visit takes %d keys, more than 60 %% of the first one's %d", keys, was)
	}
	kept(t, "second", keys, sent)
}

// newest is the inspection that was begun last.
func (d desk) newest(t *testing.T) model.RecordID {
	t.Helper()
	s := d.open(t)
	defer shut(t, s)
	list, _, err := s.Records(t.Context(), model.Query{Status: model.Draft, Limit: 1})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d inspections in entry, error %v", len(list), err)
	}
	return list[0].ID
}

// stored compares the second visit with what was planned: every answer, and that
// nothing that was carried over was completed unseen.
func (a *again) stored(t *testing.T, op *model.Opened) {
	t.Helper()
	if op.Record.Status != model.Completed {
		t.Errorf("the second visit is %s", op.Record.Status)
	}
	want := a.s.Record()
	got := renamed(t, op.Filled, want)
	for f, w := range want.Answers {
		if got[f] != w {
			t.Errorf("%s is %+v in the database, meant is %+v", f, got[f], w)
		}
	}
	for f, g := range got {
		if _, meant := want.Answers[f]; !meant {
			t.Errorf("%s is %+v in the database and was never answered", f, g)
		}
		if g.Carried {
			t.Errorf("%s was completed unseen", f)
		}
	}
}

// kept holds the keys of a visit to what they were, and the bytes that the program
// sends for it to a tenth more: what is said at a slow moment is some bytes.
func kept(t *testing.T, visit string, keys int, bytes int64) {
	t.Helper()
	tuitest.Ceiling(t, "keys-of-the-"+visit+"-visit", int64(keys), 0)
	tuitest.Ceiling(t, "bytes-of-the-"+visit+"-visit", bytes, 10)
}
