package whole

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

// person is somebody at the keyboard of the built program.
type person struct {
	*tuitest.Terminal
	t *testing.T
}

// sitDown starts the program at a desk.
func sitDown(t *testing.T, d desk) *person {
	t.Helper()
	return &person{t: t, Terminal: tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Args: d.args("vi"), Env: d.env()})}
}

// waitAt waits until a spot is open.
func (p *person) waitAt(at spot) {
	p.t.Helper()
	p.WaitUntil("the open item "+at.String(), patience, at.shown)
}

// describe begins the inspection: day, unit, round; the projects stand already.
func (p *person) describe() {
	p.t.Helper()
	p.WaitFor("Chưa có phiếu nào", patience)
	p.Press("n")
	p.WaitFor("Đơn vị được kiểm tra", patience)
	p.Press("down", "ctrl+u")
	p.Type(visitTyped)
	p.Press("up")
	p.WaitFor("15/12/2023", patience)
	p.Type("xa cam binh")
	p.WaitFor("Xã Cẩm Bình · huyện Cẩm Xuyên", patience)
	p.Press("enter", "enter")
	p.Type(visitRound)
	p.Press("enter")
	p.WaitFor(strconv.Itoa(len(strings.Fields(projects))), patience)
	p.Press("enter")
}

// complete reviews the inspection, which has nothing left to be put right, and
// completes it.
func (p *person) complete() {
	p.t.Helper()
	p.Press("f2")
	p.WaitFor("Đủ điều kiện hoàn thành", patience)
	p.Press("h")
	p.WaitFor("Phiếu đã hoàn thành", patience)
}

// leave ends the program and wants it to end well.
func (p *person) leave() {
	p.t.Helper()
	p.Press("ctrl+c")
	if code, err := p.Wait(); code != 0 || err != nil {
		p.t.Fatalf("the program ended with %d, %v", code, err)
	}
}

// plan loads the catalogue and the forms, and plans the visit.
func plan(t *testing.T) *visitor {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	v := planVisit(t, cat, forms)
	for _, prob := range v.s.Problems() {
		if prob.Severity == form.Stop || prob.Code == form.NoReason {
			t.Errorf("the plan leaves %s %s %v: %s", prob.Field, prob.Code, prob.Err, prob.Text.VI)
		}
	}
	for _, f := range v.unanswered() {
		t.Errorf("the plan passes %s over", f)
	}
	if t.Failed() {
		t.FailNow()
	}
	return v
}

func TestAWholeVisitIsEnteredFieldByField(t *testing.T) {
	v := plan(t)
	d := newDesk(t)
	p := sitDown(t, d)
	p.describe()
	before := p.BytesOut()
	for _, s := range v.plan {
		p.waitAt(s.at)
		p.Type(s.keys)
	}
	p.waitAt(v.plan[len(v.plan)-1].at) // there is nothing behind the last item
	keys, sent := v.keysAndBytes()
	t.Logf("the visit has %d items and cells, takes %d keys (%d bytes) and sends %d bytes: %d a key", len(v.plan), keys, sent, p.BytesOut()-before, (p.BytesOut()-before)/int64(keys))
	t.Logf("answers by kind: %v", v.kinds)
	p.complete()
	p.leave()
	v.compare(t, d)
}

// unanswered lists what a person can still answer.
func (v *visitor) unanswered() []form.Field {
	var left []form.Field
	for _, sec := range v.s.Definition().Sections {
		for _, e := range v.s.Entries(sec.Name, nil) {
			if e.Item.Table == nil || e.Depth > 0 {
				if v.s.Editable(e.Field) && v.s.Get(e.Field).IsZero() {
					left = append(left, e.Field)
				}
				continue
			}
			t := &sheet{v: v, item: e.Item}
			rows := v.s.Rows(e.Item.Name)
			if !v.s.None(e.Item.Name) && v.s.Filled(e.Item.Name) == 0 && t.typeable() {
				left = append(left, e.Field)
			}
			for r := range rows {
				if rows[r].Free && r == len(rows)-1 && r > 0 && v.blank(t, r) {
					continue // begun by the last digit, and left alone
				}
				for c, ok := t.seek(r, 0); ok; c, ok = t.seek(r, c+1) {
					if v.s.Get(t.field(r, c)).IsZero() {
						left = append(left, t.field(r, c))
					}
				}
			}
		}
	}
	return left
}

func (v *visitor) blank(t *sheet, r int) bool {
	for c, ok := t.seek(r, 0); ok; c, ok = t.seek(r, c+1) {
		if !v.s.Get(t.field(r, c)).IsZero() {
			return false
		}
	}
	return true
}

// compare reads the database back in four ways, each of which must show the
// completed inspection with every answer as it was meant.
func (v *visitor) compare(t *testing.T, d desk) {
	t.Helper()
	db := d.db
	id := model.InspectionID(sqlite(t, db, "SELECT id FROM inspection"))
	want, status := v.s.Record(), "completed"
	op := d.read(t, id)
	if string(op.Inspection.Status) != status || op.Inspection.UnitName != "Xã Cẩm Bình" || op.Inspection.Round != visitRound ||
		op.Inspection.Visit.ISO() != visitISO || strings.Join(op.Inspection.Projects, " ") != projects {
		t.Errorf("the inspection is %+v", op.Inspection)
	}
	stored := renamed(t, op.Record, want)
	for f, a := range want.Answers {
		if got := stored[f]; got != a {
			t.Errorf("%s is %+v in the database, meant is %+v", f, got, a)
		}
	}
	for f, a := range stored {
		if _, meant := want.Answers[f]; !meant {
			t.Errorf("%s is %+v in the database and was never answered", f, a)
		}
	}
	v.compareSQL(t, db, op.Record)
	v.compareShown(t, db, id, op.Record)
	if said := command(t, db, "check"); !strings.Contains(said, "1") {
		t.Errorf("check says %q", said)
	}
	t.Logf("%d answers and %d tables with rows of their own are as they were meant", len(want.Answers), len(want.Rows))
}

// renamed gives the stored answers with the row names of the mirror: a row that
// a person added has an id of its own in each.
func renamed(t *testing.T, got, want form.Record) map[form.Field]form.Answer {
	t.Helper()
	name := map[form.Row]form.Row{}
	for table, rows := range want.Rows {
		if len(got.Rows[table]) != len(rows) {
			t.Errorf("%s has %d rows in the database, meant are %d", table, len(got.Rows[table]), len(rows))
			continue
		}
		for i, r := range rows {
			name[got.Rows[table][i]] = r
		}
	}
	for table := range got.Rows {
		if len(want.Rows[table]) == 0 {
			t.Errorf("%s has rows that nobody added", table)
		}
	}
	answers := map[form.Field]form.Answer{}
	for f, a := range got.Answers {
		if as, free := name[f.Row]; free {
			f.Row = as
		}
		answers[f] = a
	}
	return answers
}

// compareSQL reads the answers as somebody who knows SQL: text and value, money
// as whole đồng, and the sum of a fact.
func (v *visitor) compareSQL(t *testing.T, db string, rec form.Record) {
	t.Helper()
	var list []struct {
		Item, Row, Part, Raw, Type string
		Value                      any
	}
	out := sqlite(t, db, "SELECT json_group_array(json_object('item', item, 'row', row, 'part', part, 'raw', raw, 'type', typeof(value), 'value', value)) FROM answer WHERE raw <> ''")
	decode(t, []byte(out), &list)
	if len(list) != len(rec.Answers) {
		t.Errorf("sqlite3 sees %d answers, the program %d", len(list), len(rec.Answers))
	}
	for _, a := range list {
		f := form.Field{Item: a.Item, Row: form.Row(a.Row), Part: a.Part}
		want, kind := rec.Answers[f], "text"
		if _, is := want.Value.Int(); is {
			kind = "integer"
		}
		if a.Raw != want.Raw || fmt.Sprint(a.Value) != want.Value.Text() || a.Type != kind {
			t.Errorf("%s is %q, %v (%s) for sqlite3, and %+v for the program", f, a.Raw, a.Value, a.Type, want)
		}
	}
	pairs := len(v.s.Rows("capital")) / 2
	got := sqlite(t, db, "SELECT sum(amount) FROM fact WHERE year = 2023 AND measure = 'assigned'")
	if got != fmt.Sprint(pairs*1105*million) {
		t.Errorf("the facts add up to %s assigned, %d rows of 1.000 and 105 triệu do not", got, pairs)
	}
}

// compareShown reads what the command line shows.
func (v *visitor) compareShown(t *testing.T, db string, id model.InspectionID, rec form.Record) {
	t.Helper()
	var shown struct {
		Status  string
		Answers map[string]struct {
			Value any
			Raw   string
		}
	}
	decode(t, []byte(command(t, db, "show", string(id), "--json")), &shown)
	if shown.Status != "completed" || len(shown.Answers) != len(rec.Answers) {
		t.Errorf("show has %d answers, status %s", len(shown.Answers), shown.Status)
	}
	for f, a := range rec.Answers {
		if got := shown.Answers[f.String()]; fmt.Sprint(got.Value) != a.Value.Text() || got.Raw != "" {
			t.Errorf("show has %+v for %s, which is %+v", got, f, a)
		}
	}
}

// decode reads JSON with whole numbers as they are written.
func decode(t *testing.T, src []byte, into any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		t.Fatalf("read JSON: %v\n%.200s", err, src)
	}
}

// command runs the program without its interface.
func command(t *testing.T, db string, args ...string) string {
	t.Helper()
	cmd := exec.Command(tuitest.BuildBinary(t), append(args, "--db", db, "--lang", "vi")...)
	home := t.TempDir()
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}
