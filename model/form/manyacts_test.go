package form_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// hand does random acts of every kind on a session of a real form, from a seed.
type hand struct {
	s      *form.Session
	rand   *rand.Rand
	tables []*form.Item
	plain  []form.Field
}

func newHand(s *form.Session, seed uint64) *hand {
	h := &hand{s: s, rand: rand.New(rand.NewPCG(seed, 1))}
	for _, it := range s.Definition().Items() {
		if it.Table != nil {
			h.tables = append(h.tables, it)
			continue
		}
		h.plain = append(h.plain, form.Field{Item: it.Name})
	}
	return h
}

func pickOne[T any](h *hand, list []T) T { return list[h.rand.IntN(len(list))] }

// field is any field, hidden ones and companions among them.
func (h *hand) field() form.Field {
	if h.rand.IntN(3) > 0 {
		f := pickOne(h, h.plain)
		f.Part = pickOne(h, []string{"", "", "", "", form.Note, form.Evidence})
		return f
	}
	it := pickOne(h, h.tables)
	rows := h.s.Rows(it.Name)
	if len(rows) == 0 {
		return form.Field{Item: it.Name, Part: form.Note}
	}
	return form.Field{Item: it.Name, Row: pickOne(h, rows).ID, Part: pickOne(h, it.Table.Columns).Name}
}

// text is what a person may type in a field: mostly what it takes, often with a
// comma that has two readings, sometimes what nobody can read.
func (h *hand) text(f form.Field) string {
	if h.rand.IntN(5) == 0 {
		return pickOne(h, nasty)
	}
	if list := h.s.Choices(f); len(list) > 0 {
		return pickOne(h, list).Code
	}
	it := h.s.Definition().At(f)
	if it == nil || f.Part == form.Note || f.Part == form.Evidence {
		return pickOne(h, []string{"", "vì chưa được giao vốn", "QĐ 71/QĐ-UBND\nngày 2/3/2024"})
	}
	switch it.Kind {
	case form.KindMoney:
		return pickOne(h, []string{"", "8,842", "1,250", "8.038", "12,5", "2 tỷ 150"})
	case form.KindInteger:
		return fmt.Sprint(h.rand.IntN(3000))
	case form.KindDecimal, form.KindPercent:
		return fmt.Sprintf("%d,%d", h.rand.IntN(100), h.rand.IntN(10))
	case form.KindDate:
		return fmt.Sprintf("%d/%d/2024", 1+h.rand.IntN(30), 1+h.rand.IntN(12))
	case form.KindTime:
		return fmt.Sprintf("%d:30", h.rand.IntN(24))
	case form.KindYesNo, form.KindYesNoNA:
		return pickOne(h, []string{form.Yes, form.No, ""})
	}
	return fmt.Sprintf("câu trả lời %d", h.rand.IntN(1000))
}

func (h *hand) texts(n int) []form.FieldText {
	list := make([]form.FieldText, n)
	for i := range list {
		f := h.field()
		list[i] = form.FieldText{Field: f, Raw: h.text(f)}
	}
	return list
}

func (h *hand) row(it *form.Item) form.Row {
	rows := h.s.Rows(it.Name)
	if len(rows) == 0 {
		return ""
	}
	return pickOne(h, rows).ID
}

// act does one act; it may change nothing.
func (h *hand) act() {
	it := pickOne(h, h.tables)
	switch h.rand.IntN(24) {
	case 0:
		h.s.AddRow(it.Name, h.row(it))
	case 1:
		h.s.DuplicateRow(it.Name, h.row(it))
	case 2, 3:
		h.s.RemoveRow(it.Name, h.row(it))
	case 4:
		h.s.AddFilledRow(it.Name, map[string]string{it.Table.Columns[0].Name: "x"})
	case 5:
		h.s.SetNone(it.Name, h.rand.IntN(2) == 0)
	case 6:
		h.settle()
	case 7:
		h.conform()
	case 8:
		h.s.AnswerAll(h.texts(8), form.Carried)
	case 9:
		h.pass()
	case 10:
		h.paste(it)
	case 11:
		h.s.ClearHidden()
	default:
		f := h.field()
		h.s.Answer(f, h.text(f))
	}
}

// settle answers what the first amount means that has two readings.
func (h *hand) settle() {
	for _, p := range h.s.Problems() {
		if p.Code == form.Ambiguous {
			h.s.SettleComma(p.Field, pickOne(h, []vn.Comma{vn.CommaThousands, vn.CommaDecimal}))
			return
		}
	}
}

// conform says yes to the rest of a section.
func (h *hand) conform() {
	var list []form.FieldText
	for _, f := range h.s.Conforming(pickOne(h, h.s.Definition().Sections).Name) {
		list = append(list, form.FieldText{Field: f, Raw: form.Yes})
	}
	h.s.AnswerAll(list, form.Bulk)
}

// pass lets a carried value stand.
func (h *hand) pass() {
	for _, p := range h.s.Problems() {
		if p.Code == form.Unseen {
			h.s.Pass(p.Field)
			return
		}
	}
}

// paste adds rows and fills a column, as a block from a spreadsheet does.
func (h *hand) paste(it *form.Item) {
	h.s.Together(func() {
		var list []form.FieldText
		for range 1 + h.rand.IntN(3) {
			row := h.s.AddRow(it.Name, "")
			f := form.Field{Item: it.Name, Row: row, Part: pickOne(h, it.Table.Columns).Name}
			list = append(list, form.FieldText{Field: f, Raw: h.text(f)})
		}
		h.s.AnswerAll(list, form.Pasted)
	})
}

// spelled is a record byte by byte.
func spelled(rec form.Record) string {
	lines := make([]string, 0, len(rec.Answers)+len(rec.Rows))
	for f, a := range rec.Answers {
		lines = append(lines, fmt.Sprintf("%s\x00%s\x00%s = %q %#v %v", f.Item, f.Row, f.Part, a.Raw, a.Value.Any(), a.Carried))
	}
	for table, rows := range rec.Rows {
		lines = append(lines, fmt.Sprintf("%s: %q", table, rows))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// Ten thousand acts on the real form of an inspection, undone to the start and
// done again to the end: the record is the same byte by byte on the way, and so
// is all that follows from it.
func TestTenThousandActsOnAnInspectionAreUndoneAndDoneAgain(t *testing.T) {
	acts, every := 10_000, 50
	if testing.Short() {
		acts = 1_000
	}
	s := form.NewSession(embeddedForm(t, "inspection", "2026-11-25"), form.Record{}, settingOf(loadCatalog(t)))
	s.Begin([]form.FieldText{{Field: item("unit"), Raw: "18073@2025-07-01"}})
	s.TakeChanges()
	h := newHand(s, 20261128)
	states := []string{spelled(s.Record())} // every so many steps
	pictures := map[int]picture{0: pictureOf(s)}
	n := 0
	for n < acts {
		before := s.NextStep()
		h.act()
		switch s.NextStep() - before {
		case 0:
			continue // it changed nothing
		case 1:
			n++
		default:
			t.Fatal("one act is several steps")
		}
		if n%every == 0 {
			states = append(states, spelled(s.Record()))
		}
		if n%(acts/5) == 0 {
			pictures[n] = pictureOf(s)
		}
	}
	h.rewind(t, n, every, states, pictures, s.Undo, -1)
	if s.CanUndo() {
		t.Error("more can be undone than was done")
	}
	h.rewind(t, 0, every, states, pictures, s.Redo, 1)
	if s.CanRedo() {
		t.Error("more can be done again than was done")
	}
}

// rewind goes step by step from one number of steps to the other end and compares.
func (h *hand) rewind(t *testing.T, n, every int, states []string, pictures map[int]picture, step func() (form.Unwound, bool), by int) {
	t.Helper()
	for end := every*(len(states)-1) + every; ; {
		if n%every == 0 && n/every < len(states) {
			if got := spelled(h.s.Record()); got != states[n/every] {
				t.Fatalf("after step %d (going %d) the record is\n%s\nwant\n%s", n, by, got, states[n/every])
			}
		}
		if p, ok := pictures[n]; ok {
			if diff := cmp.Diff(p, pictureOf(h.s), exact); diff != "" {
				t.Fatalf("after step %d (going %d) what follows from the record differs:\n%s", n, by, diff)
			}
		}
		u, ok := step()
		if !ok {
			return
		}
		if u.Lost != nil {
			t.Fatalf("step %d was given up: %+v", n, u.Lost)
		}
		if n += by; n < 0 || n > end {
			t.Fatalf("step %d of %d", n, end)
		}
	}
}
