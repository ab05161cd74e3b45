package storage_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/storagetest"
)

// seat is one person at one record: a session and the store it is saved to.
type seat struct {
	tb    testing.TB
	store *storage.Store
	cat   *catalog.Catalog
	id    model.RecordID
	s     *form.Session
	revs  map[form.Field]int64
	rows  *int // how many row ids were made
}

// sit begins an inspection on the real form and officers it.
func sit(tb testing.TB) *seat {
	tb.Helper()
	cat, err := catalog.Load()
	if err != nil {
		tb.Fatal(err)
	}
	lib, err := form.OpenLibrary(cat, nil)
	if err != nil {
		tb.Fatal(err)
	}
	def, err := lib.Version("inspection", "2026-11-25")
	if err != nil {
		tb.Fatal(err)
	}
	d := &seat{tb: tb, store: storagetest.Open(tb), cat: cat, rows: new(int)}
	session := form.NewSession(def, form.Record{}, d.setting())
	session.Begin([]form.FieldText{{Field: form.Field{Item: "visit_date"}, Raw: "15/06/2024"}})
	in := storagetest.New(tb)
	in.Form, in.Changes = def, session.TakeChanges()
	if d.id, err = d.store.Create(tb.Context(), in); err != nil {
		tb.Fatal(err)
	}
	d.open()
	return d
}

func (d *seat) setting() form.Setting {
	visit, _ := vn.NewDate(2024, 6, 15)
	return form.Setting{Catalog: d.cat, Visit: visit, Province: "42", NewRow: func() form.Row {
		*d.rows++
		return form.Row(fmt.Sprint("row-", *d.rows))
	}}
}

// open takes the record up as a newly started program does.
func (d *seat) open() {
	d.tb.Helper()
	o := mustOpen(d.tb, d.store, d.id)
	past, err := d.store.Steps(d.tb.Context(), d.id, o.Record.Rev)
	if err != nil {
		d.tb.Fatal(err)
	}
	d.s = form.NewSession(o.Form, o.Filled, d.setting())
	d.s.TakeUp(past, o.Record.Rev)
	d.s.Reread()
	d.revs = o.Revs
}

// save writes what was done, as leaving a field does.
func (d *seat) save() {
	d.tb.Helper()
	changes := d.s.TakeChanges()
	if len(changes) == 0 {
		return
	}
	saved, err := d.store.Save(d.tb.Context(), model.Save{ID: d.id, Changes: changes, Revs: d.revs})
	if err != nil {
		d.tb.Fatal(err)
	}
	for f, rev := range saved.Revs {
		d.revs[f] = rev
	}
}

func (d *seat) type1(f form.Field, raw string) {
	d.tb.Helper()
	if !d.s.Answer(f, raw) {
		d.tb.Fatalf("%s does not take %q", f, raw)
	}
	d.save()
}

// unwind does one step of undo or redo and saves it.
func (d *seat) unwind(step func() (form.Unwound, bool)) (form.Unwound, bool) {
	d.tb.Helper()
	u, ok := step()
	d.save()
	return u, ok
}

// standing is the record byte by byte; the answers of rows that are out are in it.
func (d *seat) standing() string {
	rec := d.s.Record()
	lines := make([]string, 0, len(rec.Answers)+len(rec.Rows))
	for f, a := range rec.Answers {
		lines = append(lines, fmt.Sprintf("%s/%s/%s = %q %#v %v", f.Item, f.Row, f.Part, a.Raw, a.Value.Any(), a.Carried))
	}
	for table, rows := range rec.Rows {
		lines = append(lines, fmt.Sprintf("%s: %q", table, rows))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// act does one random act.
func (d *seat) act(r *rand.Rand) {
	def := d.s.Definition()
	var tables, plain []*form.Item
	for _, it := range def.Items() {
		switch {
		case it.Table == nil:
			plain = append(plain, it)
		case it.Table.Free:
			tables = append(tables, it)
		}
	}
	table := tables[r.IntN(len(tables))]
	row := form.Row("")
	if rows := d.s.Rows(table.Name); len(rows) > 0 {
		row = rows[r.IntN(len(rows))].ID
	}
	column := table.Table.Columns[r.IntN(len(table.Table.Columns))].Name
	texts := []string{"", "8,842", "1,250", "12", "15/6", "yes", "không đọc được", "8:30", "NSTW"}
	text := func() string { return texts[r.IntN(len(texts))] }
	field := form.Field{Item: plain[r.IntN(len(plain))].Name}
	switch r.IntN(12) {
	case 0:
		d.s.AddRow(table.Name, row)
	case 1:
		d.s.DuplicateRow(table.Name, row)
	case 2, 3:
		d.s.RemoveRow(table.Name, row)
	case 4:
		d.s.Together(func() {
			a, b := d.s.AddRow(table.Name, ""), d.s.AddRow(table.Name, "")
			d.s.AnswerAll([]form.FieldText{{Field: form.Field{Item: table.Name, Row: a, Part: column}, Raw: text()},
				{Field: form.Field{Item: table.Name, Row: b, Part: column}, Raw: text()}}, form.Pasted)
		})
	case 5:
		d.s.AnswerAll([]form.FieldText{{Field: field, Raw: text()}, {Field: form.Field{Item: plain[0].Name}, Raw: text()}}, form.Carried)
	case 6:
		d.s.SetNone(table.Name, r.IntN(2) == 0)
	case 7:
		for _, p := range d.s.Problems() {
			if p.Code == form.Ambiguous {
				d.s.SettleComma(p.Field, vn.CommaThousands)
				break
			}
		}
	case 8, 9:
		d.s.Answer(form.Field{Item: table.Name, Row: row, Part: column}, text())
	default:
		d.s.Answer(field, text())
	}
}

// walk is a record on which acts were done, with what it was after each.
type walk struct {
	*seat
	rand   *rand.Rand
	states []string
	at     int // how many acts stand now
}

// restart now and then begins a new session on what was saved.
func (w *walk) restart() {
	if w.rand.IntN(4) == 0 {
		w.open()
	}
}

// go1 does a step of undo or redo and compares; false at the end.
func (w *walk) go1(step func() (form.Unwound, bool), by int) bool {
	w.tb.Helper()
	u, ok := w.unwind(step)
	if !ok {
		return false
	}
	w.at += by
	if u.Lost != nil {
		w.tb.Fatalf("step %d was given up: %+v", w.at, u.Lost)
	}
	if w.at < 0 || w.at >= len(w.states) || w.standing() != w.states[w.at] {
		w.tb.Fatalf("after step %d the record is\n%s", w.at, w.standing())
	}
	w.restart()
	return true
}

func TestUndoAndRedoGoOnOverRestarts(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			w := &walk{seat: sit(t), rand: rand.New(rand.NewPCG(seed, 2))}
			w.states = []string{w.standing()}
			for len(w.states) <= 150 {
				before := w.s.NextStep()
				w.act(w.rand)
				if w.s.NextStep() > before {
					w.states = append(w.states, w.standing())
				}
				w.save()
				w.restart()
			}
			w.at = len(w.states) - 1
			for n := 1; w.go1(w.s.Undo, -1); n++ { // now and then a step forward again
				if n%20 == 0 {
					w.go1(w.s.Redo, 1)
				}
			}
			if w.at != 0 {
				t.Fatalf("undo ends %d steps behind the start", w.at)
			}
			for w.go1(w.s.Redo, 1) {
			}
			if w.at != len(w.states)-1 {
				t.Fatalf("redo ends at step %d of %d", w.at, len(w.states)-1)
			}
			sound(t, w.store)
		})
	}
}

// undo takes one step back and holds that it was not given up.
func (d *seat) undo() form.Unwound {
	d.tb.Helper()
	u, ok := d.unwind(d.s.Undo)
	if !ok || u.Lost != nil {
		d.tb.Fatalf("undo gave %+v, %v", u, ok)
	}
	return u
}

var venue = form.Field{Item: "venue"}

func TestARemovedRowComesBackWithItsAnswersAfterARestart(t *testing.T) {
	d := sit(t)
	rows := []form.Row{d.s.AddRow("shortcomings", ""), d.s.AddRow("shortcomings", ""), d.s.AddRow("shortcomings", "")}
	what := form.Field{Item: "shortcomings", Row: rows[1], Part: d.s.Definition().Item("shortcomings").Table.Columns[0].Name}
	d.type1(what, "Chưa niêm yết danh sách")
	d.s.RemoveRow("shortcomings", rows[1])
	d.save()
	d.open()
	d.undo()
	d.open()
	if got := mustOpen(t, d.store, d.id).Filled; !slices.Equal(got.Rows["shortcomings"], rows) || got.Answers[what].Raw != "Chưa niêm yết danh sách" {
		t.Errorf("rows %v, the answer %q", got.Rows["shortcomings"], got.Answers[what].Raw)
	}
}

func TestWhatSomebodyElseDidIsNotMineToUndo(t *testing.T) {
	d := sit(t)
	d.type1(venue, "Trụ sở")
	d.type1(officers, "12")
	binh := *d
	binh.store = second(t, d.store, "binh")
	binh.open()
	if binh.s.CanUndo() {
		t.Error("another person's step is offered")
	}
	binh.type1(venue, "Nhà văn hóa")
	d.open()
	d.undo() // of the other item, which nobody else has touched
	if u, _ := d.unwind(d.s.Undo); u.Lost == nil || *u.Lost != (form.Lost{Field: venue, By: "binh"}) {
		t.Errorf("undo over another person's answer gave %+v", u)
	}
	if got := mustOpen(t, d.store, d.id).Filled.Answers; got[venue].Raw != "Nhà văn hóa" || got[officers].Raw != "" {
		t.Errorf("%q and %q stand", got[venue].Raw, got[officers].Raw)
	}
}

func TestTheWayBackEndsAtTheLastCompletion(t *testing.T) {
	d := sit(t)
	d.type1(venue, "Trụ sở")
	if _, err := d.store.Complete(t.Context(), model.Completion{Save: model.Save{ID: d.id}}); err != nil {
		t.Fatal(err)
	}
	if err := d.store.Reopen(t.Context(), d.id, "thiếu hồ sơ"); err != nil {
		t.Fatal(err)
	}
	d.open()
	if d.s.CanUndo() {
		t.Error("what was completed is undone behind the reason of its reopening")
	}
	d.type1(officers, "12")
	d.open()
	d.undo()
	if d.s.CanUndo() {
		t.Error("undo goes on behind the reopening")
	}
}

// A text that was in the open field when the program had to end is kept unread.
func TestATextReadWhenTheRecordIsOpenedAgainIsUndoneWithItsTyping(t *testing.T) {
	d := sit(t)
	kept := d.s.Definition().Plain(officers, "14")
	_, err := d.store.Save(t.Context(), model.Save{ID: d.id, Revs: d.revs,
		Changes: []form.Change{{Kind: form.Answered, Field: officers, New: kept, Cause: form.Typed, Step: d.s.NextStep()}}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the first one reads it, the second finds it read
		d.open()
		if _, read := d.s.Get(officers).Value.Int(); !read {
			t.Fatalf("%+v stands", d.s.Get(officers))
		}
		d.save()
	}
	d.undo()
	if got := d.s.Get(officers); !got.IsZero() || d.s.CanUndo() {
		t.Errorf("undone, %+v stands", got)
	}
}

func TestTheWayBackIsBoundedToWholeSteps(t *testing.T) {
	for _, c := range []struct{ steps, size, want int }{{700, 1, 500}, {300, 9, 222 * 9}} {
		t.Run(fmt.Sprint(c.steps, " steps of ", c.size), func(t *testing.T) {
			d := sit(t)
			var all []form.Change
			for n := range c.steps * c.size {
				all = append(all, form.Change{Kind: form.Answered, Field: form.Field{Item: fmt.Sprint("item_", n%c.size)},
					New: form.Answer{Raw: fmt.Sprint(n)}, Cause: form.Bulk, Step: int64(n/c.size + 1)})
			}
			mustSave(t, d.store, model.Save{ID: d.id, Changes: all})
			past, err := d.store.Steps(t.Context(), d.id, mustOpen(t, d.store, d.id).Record.Rev)
			if err != nil {
				t.Fatal(err)
			}
			first := int64(c.steps - c.want/c.size + 1)
			if len(past) != c.want || past[0].Step != first || past[c.size-1].Step != first || past[len(past)-1].Step != int64(c.steps) {
				t.Errorf("%d changes, from step %d", len(past), past[0].Step)
			}
		})
	}
}
