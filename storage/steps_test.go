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

// sit begins an inspection on the real form and opens it.
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

func TestUndoAndRedoGoOnOverRestarts(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			d := sit(t)
			r := rand.New(rand.NewPCG(seed, 2))
			restart := func() {
				if r.IntN(4) == 0 {
					d.open()
				}
			}
			states := []string{d.standing()}
			for len(states) <= 150 {
				before := d.s.NextStep()
				d.act(r)
				if d.s.NextStep() > before {
					states = append(states, d.standing())
				}
				d.save()
				restart()
			}
			at := len(states) - 1
			compare := func(u form.Unwound) {
				t.Helper()
				if u.Lost != nil {
					t.Fatalf("step %d was given up: %+v", at, u.Lost)
				}
				if at < 0 || at >= len(states) || d.standing() != states[at] {
					t.Fatalf("after step %d the record is\n%s", at, d.standing())
				}
			}
			for back := 0; ; back++ { // to the start, now and then a few steps forward again
				u, ok := d.unwind(d.s.Undo)
				if !ok {
					break
				}
				at--
				compare(u)
				restart()
				if back%20 == 19 {
					u, _ := d.unwind(d.s.Redo)
					at++
					compare(u)
					restart()
				}
			}
			if at != 0 {
				t.Fatalf("undo ends %d steps behind the start", at)
			}
			for {
				u, ok := d.unwind(d.s.Redo)
				if !ok {
					break
				}
				at++
				compare(u)
				restart()
			}
			if at != len(states)-1 {
				t.Fatalf("redo ends at step %d of %d", at, len(states)-1)
			}
			sound(t, d.store)
		})
	}
}
