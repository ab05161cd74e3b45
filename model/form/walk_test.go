package form_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// nasty are texts that came from keyboards, papers and attackers: the walk must
// stand all of them.
var nasty = []string{
	"", " ", "\t", "0", "1", "2", "-1", "15", "1506", "32/13/2024", "15/06/2024", "t", "-3", "8,842", "8.842", "8.042,5", "4,715",
	"8 tỷ 842", "2tr5", "500k", "=8038+804", "=1/0", "999999999999999999999", "9223372036854775807", "-9223372036854775808",
	"1e300", "NaN", "100", "50,5", "63,7 %", "yes", "no", "na", "có", "Không", "2022", "2023 2022", "2022;2023", ",;", "NSTW", "NSDP",
	"nstw", "DA2", "SN", "8:30", "24:00", "{officers}", "{trained}", "tiê\u0301ng Viê\u0323t", "\u202eevil\u202c", "a\u200bb", "\x1b[31mred\x1b[0m",
	"\x00\x01\x02", "a\r\nb\nc", "\xff\xfe", "\xc3", "line\u2028sep", "\ufeffbom", strings.Repeat("ạ", 600), strings.Repeat("9", 300),
	"71/QĐ-UBND", "18073@2025-07-01",
}

func anyText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom(nasty), rapid.String(), rapid.Custom(func(t *rapid.T) string {
		return string(rapid.SliceOfN(rapid.Byte(), 0, 12).Draw(t, "bytes"))
	}), rapid.Custom(func(t *rapid.T) string { return fmt.Sprint(rapid.IntRange(-20, 20_000).Draw(t, "n")) }))
}

// walker does random acts on a session and knows what it did.
type walker struct {
	s      *form.Session
	fields []form.Field  // plain fields and companions
	past   *form.Session // a former record; nil: there is none
}

// former walks through another record, which is then the former one.
func (w *walker) former(t *rapid.T, s *form.Session) {
	past := newWalker(s)
	for range 30 {
		past.act(t)
	}
	w.past = s
}

// carry takes something over from the former record.
func (w *walker) carry(t *rapid.T) {
	if w.past == nil {
		return
	}
	s := w.s
	if rapid.Bool().Draw(t, "one") {
		f := w.field(t)
		if raw, ok := s.Said(f, w.past); ok {
			s.Carry([]form.FieldText{{Field: f, Raw: raw}})
		}
		return
	}
	sec := rapid.SampledFrom(s.Definition().Sections).Draw(t, "section")
	var items []string
	for _, f := range s.Carriable(sec.Name, w.past) {
		items = append(items, f.Item)
	}
	s.CarryItems(append(items, w.table(t).Name), w.past)
}

func newWalker(s *form.Session) *walker {
	w := &walker{s: s}
	for _, it := range s.Definition().Items() {
		own := form.Field{Item: it.Name}
		w.fields = append(w.fields, own, own, own, own, form.Field{Item: it.Name, Part: form.Note}, form.Field{Item: it.Name, Part: form.Evidence})
	}
	w.fields = append(w.fields, form.Field{Item: "nowhere"}, form.Field{Item: "nowhere", Part: form.Note}, form.Field{Item: "@comma"})
	return w
}

func (w *walker) table(t *rapid.T) *form.Item {
	var tables []*form.Item
	for _, it := range w.s.Definition().Items() {
		if it.Table != nil {
			tables = append(tables, it)
		}
	}
	return rapid.SampledFrom(tables).Draw(t, "table")
}

func (w *walker) row(t *rapid.T, it *form.Item) form.Row {
	ids := []form.Row{"", "nowhere"}
	for _, r := range w.s.Rows(it.Name) {
		ids = append(ids, r.ID)
	}
	return rapid.SampledFrom(ids).Draw(t, "row")
}

func (w *walker) field(t *rapid.T) form.Field {
	if rapid.Bool().Draw(t, "plain") {
		return rapid.SampledFrom(w.fields).Draw(t, "field")
	}
	it := w.table(t)
	parts := []string{form.Note, form.None, "nowhere"}
	for _, c := range it.Table.Columns {
		parts = append(parts, c.Name, c.Name, c.Name)
	}
	row := w.row(t, it)
	if rows := w.s.Rows(it.Name); len(rows) > 0 && rapid.IntRange(0, 9).Draw(t, "there") > 0 {
		row = rapid.SampledFrom(rows).Draw(t, "cell's row").ID
	}
	return form.Field{Item: it.Name, Row: row, Part: rapid.SampledFrom(parts).Draw(t, "part")}
}

// text prefers what the field can take, so that walks go deep.
func (w *walker) text(t *rapid.T, f form.Field) string {
	if rapid.IntRange(0, 4).Draw(t, "fitting") == 0 {
		return anyText().Draw(t, "text")
	}
	if list := w.s.Choices(f); len(list) > 0 {
		return rapid.SampledFrom(list).Draw(t, "choice").Code
	}
	it := w.s.Definition().At(f)
	if it == nil || f.Part == form.Note {
		return rapid.SampledFrom([]string{"", "vì", "đang trình"}).Draw(t, "note")
	}
	fitting := []string{"", "a", "b"}
	switch it.Kind {
	case form.KindInteger:
		fitting = []string{"", "0", "5", "12", "2022", "2023"}
	case form.KindMoney:
		fitting = []string{"", "1", "4.286", "8.038", "8,842", "9.000"}
	case form.KindDecimal, form.KindPercent:
		fitting = []string{"", "0", "12,5", "60"}
	case form.KindDate:
		fitting = []string{"", "15/6/2024", "t", "-400"}
	case form.KindTime:
		fitting = []string{"", "8:00", "11:30"}
	}
	return rapid.SampledFrom(fitting).Draw(t, "value")
}

// act does one random thing that can be undone.
func (w *walker) act(t *rapid.T) {
	s := w.s
	switch rapid.IntRange(0, 20).Draw(t, "act") {
	case 0:
		it := w.table(t)
		s.AddRow(it.Name, w.row(t, it))
	case 1:
		it := w.table(t)
		s.DuplicateRow(it.Name, w.row(t, it))
	case 2:
		it := w.table(t)
		s.RemoveRow(it.Name, w.row(t, it))
	case 3:
		s.SetNone(w.table(t).Name, rapid.Bool().Draw(t, "none"))
	case 4:
		s.SettleComma(w.field(t), rapid.SampledFrom([]vn.Comma{vn.CommaUnknown, vn.CommaThousands, vn.CommaDecimal}).Draw(t, "comma"))
	case 5:
		s.ClearHidden()
	case 6:
		for _, sec := range s.Definition().Sections {
			var list []form.FieldText
			for _, f := range s.Conforming(sec.Name) {
				list = append(list, form.FieldText{Field: f, Raw: form.Yes})
			}
			s.AnswerAll(list, form.Bulk)
		}
	case 7:
		f := w.field(t)
		s.AnswerAll([]form.FieldText{{Field: f, Raw: w.text(t, f)}, {Field: w.field(t), Raw: "7"}}, form.Carried)
	case 8:
		s.Pass(w.field(t))
	case 9, 10:
		s.Undo()
	case 11:
		s.Redo()
	case 12:
		w.carry(t)
	default:
		f := w.field(t)
		s.Answer(f, w.text(t, f))
	}
}

// actFilled does what ends the history of undo, or does something else.
func (w *walker) actFilled(t *rapid.T) {
	switch rapid.IntRange(0, 30).Draw(t, "filled") {
	case 0:
		f := w.field(t)
		w.s.Begin([]form.FieldText{{Field: f, Raw: w.text(t, f)}})
	case 1:
		f := w.field(t)
		w.s.AnswerAll([]form.FieldText{{Field: f, Raw: w.text(t, f)}}, form.Filled)
		w.s.Reread()
	default:
		w.act(t)
	}
}

var exact = cmp.Options{cmp.AllowUnexported(form.Value{}), cmp.Comparer(func(a, b error) bool {
	return fmt.Sprint(a) == fmt.Sprint(b)
})}

func same(t *rapid.T, what string, a, b any) {
	t.Helper()
	if reflect.DeepEqual(a, b) {
		return
	}
	if diff := cmp.Diff(a, b, exact); diff != "" {
		t.Fatalf("%s:\n%s", what, diff)
	}
}

// picture is all that a person could see of a session.
type picture struct {
	Problems []form.Problem
	Progress []form.Progress
	Values   map[form.Field]form.Value
	Totals   map[string]form.Value
	Rows     map[string][]form.Row
	Visible  map[string]bool
	Facts    map[string][]form.Fact
	Choices  map[string]int
	Entries  map[string][]form.Field
	Head     form.Head
	Opens    []form.Followed
	Settles  []form.Followed
	Free     map[string]bool // rows that the person may take out
}

func pictureOf(s *form.Session) picture {
	p := picture{Values: map[form.Field]form.Value{}, Totals: map[string]form.Value{}, Rows: map[string][]form.Row{},
		Visible: map[string]bool{}, Facts: map[string][]form.Fact{}, Choices: map[string]int{},
		Entries: map[string][]form.Field{}, Free: map[string]bool{}, Head: s.Head(), Opens: s.Opens(), Settles: s.Settles()}
	for _, it := range s.Definition().Items() {
		f := form.Field{Item: it.Name}
		p.Visible[it.Name] = s.Visible(it.Name)
		if it.Table == nil {
			p.Values[f] = s.Get(f).Value
			p.Choices[it.Name] = len(s.Choices(f))
			continue
		}
		for _, r := range s.Rows(it.Name) {
			p.Rows[it.Name] = append(p.Rows[it.Name], r.ID)
			p.Free[it.Name+string(r.ID)] = r.Free
			p.Facts[it.Name] = append(p.Facts[it.Name], s.Facts(it.Name, r.ID)...)
			for _, c := range it.Table.Columns {
				f := form.Field{Item: it.Name, Row: r.ID, Part: c.Name}
				p.Values[f] = s.Get(f).Value
				p.Visible[f.String()] = s.CellVisible(f)
			}
		}
		for _, c := range it.Table.Columns {
			p.Totals[it.Name+"."+c.Name] = s.Total(it.Name, c.Name)
		}
	}
	p.Problems = append([]form.Problem(nil), s.Problems()...)
	p.Progress = s.Progress()
	for _, sec := range s.Definition().Sections {
		for _, e := range s.Entries(sec.Name, nil) {
			p.Entries[sec.Name] = append(p.Entries[sec.Name], e.Field)
		}
	}
	return p
}

// TestTenThousandRandomActs walks through the small form and holds, after every
// act, what a session promises.
func TestTenThousandRandomActs(t *testing.T) {
	acts := 0
	defer func() {
		if !t.Failed() && acts < 10_000 && !testing.Short() {
			t.Errorf("only %d acts were done", acts)
		}
	}()
	def, cat := load(t, small), loadCatalog(t)
	rapid.Check(t, func(t *rapid.T) {
		set := settingOf(cat)
		s := form.NewSession(def, form.Record{}, set)
		s.Begin([]form.FieldText{{Field: item("officers"), Raw: "10"}})
		saved := form.Record{Answers: map[form.Field]form.Answer{}, Rows: map[string][]form.Row{}}
		w := newWalker(s)
		w.former(t, form.NewSession(def, form.Record{}, settingOf(cat)))
		for i := range 120 {
			acts++
			w.actFilled(t)
			replay(t, &saved, s.TakeChanges())
			if i%7 == 0 {
				check(t, def, set, s)
			}
		}
		check(t, def, set, s)
		same(t, "the saved changes do not lead to the record", s.Record(), saved)
	})
}

// TestLinkedRecordsTellTheSameAfterAnyWalk walks through a form that hangs on a
// parent, on counted records, a former record and followed ones, while those
// change as well.
func TestLinkedRecordsTellTheSameAfterAnyWalk(t *testing.T) {
	def, parentDef, cat := load(t, linkedForm), load(t, parentForm), loadCatalog(t)
	rapid.Check(t, func(t *rapid.T) {
		set := settingOf(cat)
		set.Children = map[string]int{"household": 1}
		parentSet := settingOf(cat)
		n := 0
		parentSet.NewRow = func() form.Row { n++; return form.Row(fmt.Sprintf("p%d", n)) }
		parent := form.NewSession(parentDef, form.Record{}, parentSet)
		p := newWalker(parent)
		for range 20 {
			p.act(t)
		}
		s := form.NewSession(def, form.Record{}, set)
		s.Inherit(parent, true)
		s.Begin([]form.FieldText{{Field: item("scope"), Raw: "1 2"}})
		saved := form.Record{Answers: map[form.Field]form.Answer{}, Rows: map[string][]form.Row{}}
		w := newWalker(s)
		for i := range 100 {
			switch rapid.IntRange(0, 9).Draw(t, "linked") {
			case 0:
				count := rapid.IntRange(0, 9).Draw(t, "count")
				s.SetChildren("household", count)
				set.Children = map[string]int{"household": count}
			case 1:
				notUndone(t, s, func() { s.Bring("former", []map[string]string{w.brings(t), w.brings(t)}) })
			case 2:
				for range rapid.IntRange(0, 6).Draw(t, "parent acts") {
					p.act(t)
				}
				notUndone(t, s, func() { s.Inherit(parent, false) })
				follows(t, s, parent)
			case 3:
				notUndone(t, s, func() { s.Prior(map[string]form.Value{"former_poor": form.Int(7), "former_money": form.Int(12)}) })
			default:
				w.act(t)
			}
			replay(t, &saved, s.TakeChanges())
			if i%9 == 0 {
				check(t, def, set, s)
			}
		}
		check(t, def, set, s)
		same(t, "the saved changes do not lead to the record", s.Record(), saved)
	})
}

// brings is a row of former findings as the program could bring it.
func (w *walker) brings(t *rapid.T) map[string]string {
	return map[string]string{"record": rapid.SampledFrom([]string{"", "id-1", "id-2", "id-3"}).Draw(t, "record"), "number_of": anyText().Draw(t, "number"),
		"due_of": rapid.SampledFrom([]string{"", "31/07/2024", "?"}).Draw(t, "due"), "nowhere": "x"}
}

// notUndone does what the program does by itself, and holds that undo leaves it.
func notUndone(t *rapid.T, s *form.Session, do func()) {
	t.Helper()
	before := s.Record()
	do()
	after := s.Record()
	s.Undo() // a step of the person's, which may be given up
	now := s.Record()
	for f, a := range after.Answers {
		if before.Answers[f] != a && now.Answers[f] != a {
			t.Fatalf("undo took back what the program filled into %s", f)
		}
	}
	for f, a := range before.Answers {
		if after.Answers[f] != a && now.Answers[f] != after.Answers[f] {
			t.Fatalf("undo brought back what the program took out of %s", f)
		}
	}
	for table, rows := range after.Rows {
		for _, r := range rows {
			if !slices.Contains(before.Rows[table], r) && !slices.Contains(now.Rows[table], r) {
				t.Fatalf("undo took out a row that the program brought into %s", table)
			}
		}
	}
}

// follows holds that readonly items say what the parent's say, where that can be read.
func follows(t *rapid.T, s, parent *form.Session) {
	t.Helper()
	for _, it := range s.Definition().Items() {
		if from := parent.Definition().Item(it.Inherit); from == nil || !it.Readonly || parent.Get(item(from.Name)).Doubtful() {
			continue
		}
		if it.Table == nil {
			if got, want := s.Get(item(it.Name)).Value, parent.Get(item(it.Inherit)).Value; got != want {
				t.Fatalf("%s is %+v, and the parent says %+v", it.Name, got, want)
			}
			continue
		}
		var rows []form.Row
		for _, r := range parent.Rows(it.Inherit) {
			for _, c := range parent.Definition().Item(it.Inherit).Table.Columns {
				if !parent.Get(form.Field{Item: it.Inherit, Row: r.ID, Part: c.Name}).IsZero() {
					rows = append(rows, r.ID)
					break
				}
			}
		}
		if len(rows) != len(s.Rows(it.Name)) {
			t.Fatalf("%s has %d rows, the parent has %d", it.Name, len(s.Rows(it.Name)), len(rows))
		}
		for i, r := range s.Rows(it.Name) {
			if r.ID != rows[i] {
				t.Fatalf("row %d of %s is %s, the parent's is %s", i, it.Name, r.ID, rows[i])
			}
			person, theirs := form.Field{Item: it.Name, Row: r.ID, Part: "person"}, form.Field{Item: it.Inherit, Row: r.ID, Part: "person"}
			if got, want := s.Get(person).Value, parent.Get(theirs).Value; got != want {
				t.Fatalf("%s is %+v, and the parent says %+v", person, got, want)
			}
		}
	}
}

// TestTheInspectionFormTellsTheSameAfterAnyWalk holds the real form's graph: what
// is worked out again is all that hangs on an answer.
func TestTheInspectionFormTellsTheSameAfterAnyWalk(t *testing.T) {
	def, cat := realForm(t), loadCatalog(t)
	walks := 0
	rapid.Check(t, func(t *rapid.T) {
		if walks++; walks > 12 {
			return // each fresh session of the whole form takes its time
		}
		set := settingOf(cat)
		s := form.NewSession(def, form.Record{}, set)
		s.Begin([]form.FieldText{{Field: item("visit_date"), Raw: "15/06/2024"}, {Field: item("projects"), Raw: "DA1.TDA1 DA2 DA7.TDA1"},
			{Field: item("capital_years"), Raw: "2023 2024"}})
		w := newWalker(s)
		for i := range 120 {
			w.act(t)
			if i%30 == 29 {
				check(t, def, set, s)
			}
		}
	})
}

// check holds a session against a fresh one on the same record, and its counts
// against its problems.
func check(t *rapid.T, def *form.Definition, set form.Setting, s *form.Session) {
	t.Helper()
	rec := s.Record()
	same(t, "a fresh session shows something else", pictureOf(form.NewSession(def, rec, set)), pictureOf(s))
	for f, a := range rec.Answers {
		wellFormed(t, def, f, a.Raw)
	}
	var missing, stops, reasons, notices int
	for _, p := range s.Progress() {
		missing, stops, reasons, notices = missing+p.Missing, stops+p.Stops, reasons+p.Reasons, notices+p.Notices
		if p.Answered > p.Items {
			t.Fatalf("%d of %d items answered", p.Answered, p.Items)
		}
	}
	ready := true
	for _, p := range s.Problems() {
		switch {
		case p.Code == form.Missing:
			missing--
		case p.Severity == form.Stop:
			stops--
		case p.Severity == form.Reason:
			reasons--
		default:
			notices--
		}
		ready = ready && p.Severity != form.Stop && p.Code != form.NoReason
		if at := s.ProblemsAt(p.Field); len(at) == 0 {
			t.Fatalf("no problem at %s", p.Field)
		}
	}
	if missing != 0 || stops != 0 || reasons != 0 || notices != 0 {
		t.Fatalf("progress and problems differ by %d, %d, %d, %d", missing, stops, reasons, notices)
	}
	if ready != s.Ready() {
		t.Fatal("ready, or not, against the problems")
	}
	if _, there := s.FirstUnanswered(); there && s.Ready() {
		t.Fatal("ready with something unanswered")
	}
}

func wellFormed(t *rapid.T, def *form.Definition, f form.Field, raw string) {
	t.Helper()
	if !utf8.ValidString(raw) || vn.NFC(raw) != raw {
		t.Fatalf("%s holds %q", f, raw)
	}
	it := def.At(f)
	long := f.Part == form.Note || it != nil && it.Kind == form.KindLongText
	for _, r := range raw {
		if unicode.Is(unicode.C, r) && (r != '\n' || !long) {
			t.Fatalf("%s holds %q", f, raw)
		}
	}
}

// replay does what storage does with changes: it keeps answers and rows.
func replay(t *rapid.T, rec *form.Record, changes []form.Change) {
	t.Helper()
	for _, c := range changes {
		rows := rec.Rows[c.Field.Item]
		switch c.Kind {
		case form.Answered:
			if got := rec.Answers[c.Field]; got != c.Old {
				t.Fatalf("%s was %+v before the change, which says %+v", c.Field, got, c.Old)
			}
			if c.New.IsZero() {
				delete(rec.Answers, c.Field)
			} else {
				rec.Answers[c.Field] = c.New
			}
		case form.RowAdded:
			next := append([]form.Row(nil), rows[:c.At]...)
			rec.Rows[c.Field.Item] = append(append(next, c.Field.Row), rows[c.At:]...)
		case form.RowRemoved:
			if rows[c.At] != c.Field.Row {
				t.Fatalf("row %s does not stand at %d", c.Field.Row, c.At)
			}
			rec.Rows[c.Field.Item] = append(append([]form.Row(nil), rows[:c.At]...), rows[c.At+1:]...)
			if len(rec.Rows[c.Field.Item]) == 0 {
				delete(rec.Rows, c.Field.Item)
			}
		}
	}
}

func TestUndoToTheStartAndRedoToTheEndRestoreEveryAnswer(t *testing.T) {
	def, cat := load(t, small), loadCatalog(t)
	rapid.Check(t, func(t *rapid.T) {
		s := form.NewSession(def, form.Record{}, settingOf(cat))
		s.Begin(nil)
		start := s.Record()
		w := newWalker(s)
		w.former(t, form.NewSession(def, form.Record{}, settingOf(cat)))
		for range 60 {
			w.act(t)
		}
		for ok := true; ok; { // what was undone on the way counts as the end
			_, ok = s.Redo()
		}
		end := s.Record()
		steps := []form.Record{end}
		for {
			if _, ok := s.Undo(); !ok {
				break
			}
			steps = append(steps, s.Record())
		}
		same(t, "undo to the start", start, s.Record())
		for i := len(steps) - 2; i >= 0; i-- {
			if _, ok := s.Redo(); !ok {
				t.Fatal("a step cannot be done again")
			}
			same(t, "redo", steps[i], s.Record())
		}
		same(t, "redo to the end", end, s.Record())
	})
}
