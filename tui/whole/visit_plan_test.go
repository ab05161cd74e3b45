package whole

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// The keys of the visit, as xterm sends them.
const (
	enter    = "\r"
	tab      = "\t"
	backTab  = "\x1b[Z"
	esc      = "\x1b"
	ctrlE    = "\x05"
	ctrlN    = "\x0e"
	ctrlT    = "\x14"
	ctrlU    = "\x15"
	emptyRow = -1
)

// spot is what must be open before keys are typed.
type spot struct {
	code   string // of the item, as the screen shows it
	part   string // form.Note or form.Evidence of the item
	table  bool   // the item's table is open
	row    int    // of the table, from 1; emptyRow: it has none
	column string // label of the column
}

func (p spot) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s%s row %d %s", p.code, p.part, p.row, p.column))
}

// step is what is typed at one spot.
type step struct {
	at   spot
	keys string
}

// visitor plans the visit beside a session of its own, which says what is asked
// for and of which kind it is. Where the keys lead is worked out here a second
// time, from what the manual says of them, not by the screens under test.
type visitor struct {
	t       *testing.T
	s       *form.Session
	answers map[string]meant
	tables  map[string]rows
	plan    []step
	kinds   map[form.Kind]int // how often each kind was answered

	section int
	at      form.Field
	opened  map[string]bool // companions that Ctrl+N opened
	// retold says how an answer is typed where that is not as written down; nil: it is.
	retold func(meant, form.Kind) meant
}

// told is an answer as it is typed on this visit.
func (v *visitor) told(m meant, k form.Kind) meant {
	if v.retold == nil {
		return m
	}
	return v.retold(m, k)
}

func visitDay(t *testing.T) vn.Date {
	t.Helper()
	day, err := vn.ParseISO(visitISO)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// planVisit plans the whole visit, from the first field to the last.
func planVisit(t *testing.T, cat *catalog.Catalog, forms *form.Library) *visitor {
	t.Helper()
	date := visitDay(t)
	def, err := forms.For("inspection", "", date)
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	v := &visitor{t: t, answers: answers(), tables: tables(), kinds: map[form.Kind]int{}, opened: map[string]bool{}}
	v.s = form.NewSession(def, form.Record{}, form.Setting{Catalog: cat, Visit: date, Province: catalog.HomeProvince,
		NewRow: func() form.Row { made++; return form.Row(fmt.Sprintf("made-%d", made)) }})
	unit := cat.FindUnits("xa cam binh", date, 2)
	if len(unit) != 1 {
		t.Fatalf("%d units are called Xã Cẩm Bình on the day", len(unit))
	}
	v.s.Begin([]form.FieldText{
		{Field: form.Field{Item: "unit"}, Raw: unit[0].Key.String()}, {Field: form.Field{Item: "visit_date"}, Raw: visitTyped},
		{Field: form.Field{Item: "round"}, Raw: visitRound}, {Field: form.Field{Item: "projects"}, Raw: projects},
	})
	for ok := v.enter(0); ok; {
		ok = v.item()
	}
	return v
}

// do plans keys at the open entry.
func (v *visitor) do(keys string) {
	e := v.entry()
	v.plan = append(v.plan, step{spot{code: kit.ShortCode(e.Item.Code), part: v.at.Part}, keys})
}

func (v *visitor) entries() []form.Entry {
	sec := v.s.Definition().Sections[v.section]
	return v.s.Entries(sec.Name, func(item string) bool { return v.opened[item] })
}

func (v *visitor) entry() form.Entry {
	v.t.Helper()
	for _, e := range v.entries() {
		if e.Field == v.at {
			return e
		}
	}
	v.t.Fatalf("%s is not asked for any more", v.at)
	return form.Entry{}
}

func (v *visitor) stops(e form.Entry) bool {
	return e.Depth == 0 && (e.Item.Table != nil || e.Item.Kind == form.KindRecords) || v.s.Editable(e.Field)
}

// enter goes to the first entry of a section; false behind the last.
func (v *visitor) enter(section int) bool {
	if section >= len(v.s.Definition().Sections) {
		return false
	}
	v.section = section
	for _, e := range v.entries() {
		if v.stops(e) {
			v.at = e.Field
			return true
		}
	}
	return v.enter(section + 1)
}

// next goes to the entry after the open one; over its companions when answered
// by one key.
func (v *visitor) next(overCompanions bool) bool {
	list := v.entries()
	i := slices.IndexFunc(list, func(e form.Entry) bool { return e.Field == v.at })
	item := v.at.Item
	for i++; i < len(list); i++ {
		if v.stops(list[i]) && !(overCompanions && list[i].Field.Item == item) {
			v.at = list[i].Field
			return true
		}
	}
	return v.enter(v.section + 1)
}

// answer keeps what is typed in a field, in the mirror, and checks that it means
// what was meant.
func (v *visitor) answer(f form.Field, raw string, m meant) {
	v.t.Helper()
	v.s.Answer(f, raw)
	if m.comma {
		if amb, _ := v.s.Ambiguity(f); amb == nil {
			v.t.Fatalf("%s: %q has one reading", f, raw)
		}
		v.s.SettleComma(f, vn.CommaThousands)
	}
	if got := v.s.Get(f).Value; got != m.value {
		v.t.Fatalf("%s: %q is read as %v, meant is %v", f, raw, got, m.value)
	}
	if p := v.s.ProblemsAt(f); len(p) > 0 && p[0].Code == form.NotAChoice {
		v.t.Fatalf("%s: %q cannot be chosen", f, raw)
	}
	if it := v.s.Definition().At(f); it != nil && f.Part != form.Note && f.Part != form.Evidence {
		v.kinds[it.Kind]++
	}
}

// item plans the open entry and goes on; false behind the last one.
func (v *visitor) item() bool {
	e := v.entry()
	switch {
	case e.Depth > 0:
		return v.companion(e)
	case e.Item.Kind == form.KindRecords, v.answers[e.Item.Name].passed:
		v.do(tab)
		return v.next(false)
	case e.Item.Table != nil:
		v.table(e.Item)
		return v.next(false)
	case e.Item.Kind == form.KindYesNoNA && e.Item.Name == "committee":
		v.openedNote(e)
	}
	m, ok := v.answers[e.Item.Name]
	if !ok {
		m = general(e.Item, len(v.plan), v.s.Choices(e.Field))
	}
	m = v.told(m, e.Item.Kind)
	switch e.Item.Kind {
	case form.KindYesNo, form.KindYesNoNA, form.KindOne:
		return v.chooseOne(e, m)
	case form.KindMany:
		v.do(v.togglesTo(e.Field, m.value.Codes()) + enter)
		v.answer(e.Field, m.value.Text(), m)
		return v.next(false)
	}
	v.do(v.typed(e, m))
	raw := m.typed
	if e.Item.Kind == form.KindLookup {
		raw = m.value.Text()
	}
	v.answer(e.Field, raw, m)
	return v.next(false)
}

// typed is a text with the keys that leave it. What stood there is taken away
// first; an amount with two readings is settled with one key.
func (v *visitor) typed(e form.Entry, m meant) string {
	keys := m.typed + enter
	if e.Item.Kind == form.KindLongText || v.at.Part == form.Note {
		keys = strings.ReplaceAll(m.typed, "\n", enter) + tab
	}
	if v.s.Editing(e.Field) != "" {
		keys = ctrlU + keys
	}
	if m.comma {
		keys += "."
	}
	return keys
}

// chooseOne answers by one key. What then asks for a note gets it: one key back.
func (v *visitor) chooseOne(e form.Entry, m meant) bool {
	v.t.Helper()
	keys := v.key(e.Field, m.value.Text())
	if !e.Item.Advance {
		keys += enter
	}
	v.do(keys)
	v.answer(e.Field, m.value.Text(), m)
	more := v.next(e.Item.Advance)
	note := form.Field{Item: e.Item.Name, Part: form.Note}
	asked := slices.ContainsFunc(v.s.ProblemsAt(e.Field), func(p form.Problem) bool { return p.Code == form.NoteMissing || p.Code == form.NoReason })
	if !asked {
		return more
	}
	if !more {
		v.t.Fatalf("%s: the last item asks for a note, which this plan does not know", e.Field)
	}
	v.do(backTab)
	v.section = slices.IndexFunc(v.s.Definition().Sections, func(s form.Section) bool { return s.Name == e.Item.Section })
	v.at = note
	return true
}

// companion types a note or a piece of evidence.
func (v *visitor) companion(e form.Entry) bool {
	m := text("Ghi rõ: " + phrases[len(v.plan)%len(phrases)])
	v.do(v.typed(e, m))
	v.answer(e.Field, m.typed, m)
	return v.next(false)
}

// openedNote writes note and evidence of an item that asks for neither, before
// it is answered.
func (v *visitor) openedNote(e form.Entry) {
	v.do(ctrlN)
	v.opened[e.Item.Name] = true
	for _, part := range []string{form.Note, form.Evidence} {
		v.at.Part = part
		m := text("Bản gốc, lưu tại văn phòng" + map[string]string{form.Note: ".\nĐã đối chiếu."}[part])
		v.do(strings.ReplaceAll(m.typed, "\n", enter) + backTab)
		v.answer(v.at, m.typed, m)
	}
	v.at.Part = ""
}

// key is the key of a choice: its place from 1, the tenth is 0, a dash for "not
// applicable", which has no place.
func (v *visitor) key(f form.Field, code string) string {
	v.t.Helper()
	n := 0
	for _, c := range v.s.Choices(f) {
		if c.Code != form.NA {
			n++
		}
		switch {
		case c.Code != code:
		case c.Code == form.NA:
			return "-"
		case n <= 10:
			return fmt.Sprint(n % 10)
		}
	}
	v.t.Fatalf("%s: no key chooses %q", f, code)
	return ""
}

// togglesTo are the keys that make a choice of several what it shall be.
func (v *visitor) togglesTo(f form.Field, codes []string) string {
	keys := ""
	now := v.s.Get(f).Value.Codes()
	for _, c := range v.s.Choices(f) {
		if slices.Contains(now, c.Code) != slices.Contains(codes, c.Code) {
			keys += v.key(f, c.Code)
		}
	}
	return keys
}

// keysAndBytes count what the whole visit takes.
func (v *visitor) keysAndBytes() (keys, bytes int) {
	for _, s := range v.plan {
		bytes += len(s.keys)
		for rest := s.keys; rest != ""; keys++ {
			n := sequence(rest)
			rest = rest[n:]
		}
	}
	return keys, bytes
}

// sequence is the length of the first key in a text: a letter, or a sequence.
func sequence(keys string) int {
	if rest, ok := strings.CutPrefix(keys, esc+"["); ok {
		end := strings.IndexFunc(rest, func(r rune) bool { return r >= '@' && r <= '~' })
		return len(esc) + 1 + end + 1
	}
	if strings.HasPrefix(keys, esc+"O") {
		return 3
	}
	_, n := utf8.DecodeRuneInString(keys)
	return n
}
