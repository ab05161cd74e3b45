package fill_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// visit is the form screen on a small inspection that hangs on other records.
func visit(t *testing.T, lang string, b kit.Begin, w, h int) *bench {
	t.Helper()
	s := &bench{t: t, store: tuitest.NewStore()}
	s.env = tuitest.NewEnv(t, s.store, lang)
	s.id = tuitest.BeginOn(t, s.env, tuitest.Form(t, s.env, tuitest.VisitForm), b)
	return s.show(form.Field{}, w, h)
}

func (b *bench) session() *form.Session { return b.env.Desk.Draft(b.id).Session }

// household begins a household sheet of the inspection.
func (b *bench) household() {
	b.t.Helper()
	def, err := b.env.Forms.Version("household", "")
	if err != nil {
		b.t.Fatal(err)
	}
	tuitest.BeginOn(b.t, b.env, def, kit.Begin{Parent: b.id})
}

func (b *bench) opened() kit.OpenMsg {
	b.t.Helper()
	open, ok := b.alone.Last().(kit.OpenMsg)
	if !ok {
		b.t.Fatalf("no screen was asked for: %+v", b.alone.Last())
	}
	return open
}

func TestTheLineOfRecordsCountsThemAndOpensTheirList(t *testing.T) {
	b := visit(t, "vi", kit.Begin{}, 80, 19)
	b.Send(kit.Jump{Field: item("households")})
	if !strings.Contains(b.open(), "chưa có phiếu nào") {
		t.Errorf("without records the line is %q", b.open())
	}
	b.Press("x")
	if !strings.Contains(b.View(), b.env.Words.Fill.RecordsHere) {
		t.Errorf("a letter typed on it is not explained:\n%s", b.View())
	}
	b.Press("enter")
	open := b.opened()
	list, ok := open.Arg.(*kit.Listing)
	if open.Kind != kit.KindList || !ok || list.Query.Parent != b.id || len(list.Query.Kinds) != 1 || list.Query.Kinds[0] != model.Household ||
		list.Title != "Phiếu hộ · Xã Cẩm Bình" {
		t.Fatalf("Enter asked for %+v of %+v", open, list)
	}
	b.household()
	b.Send(kit.BackMsg{})
	if !strings.Contains(b.open(), "1 phiếu hộ") {
		t.Errorf("back from the list, the line is %q", b.open())
	}
	b.Press("ctrl+t")
	if begin, ok := b.opened().Arg.(*kit.Begin); !ok || b.opened().Kind != kit.KindNew || begin.Kind != model.Household || begin.Parent != b.id {
		t.Errorf("Ctrl+T asked for %+v", b.opened())
	}
}

func TestAFindingIsRecordedFromTheOpenItemAndUndoneInOneStep(t *testing.T) {
	b := visit(t, "vi", kit.Begin{}, 80, 19)
	b.Send(kit.Jump{Field: item("poor_end")})
	b.Type("1200")
	b.Press("ctrl+o")
	aside, ok := b.opened().Arg.(kit.Aside)
	if !ok || b.opened().Kind != kit.KindGrid || aside.Field.Item != "shortcomings" || aside.Field.Part != "owner" {
		t.Fatalf("it asked for %+v", b.opened())
	}
	what := form.Field{Item: "shortcomings", Row: aside.Field.Row, Part: "shortcoming"}
	if got := b.store.Answer(b.id, what).Raw; got != "Hộ nghèo cuối năm: 1.200." {
		t.Errorf("the finding in the store says %q", got)
	}
	b.Send(kit.BackMsg{})
	if !strings.Contains(b.open(), "3.02") {
		t.Errorf("Esc came back to %q", b.open())
	}
	b.Press("ctrl+z")
	if n := len(b.session().Rows("shortcomings")); n != 0 {
		t.Errorf("one undo leaves %d findings", n)
	}
	if !b.store.Answer(b.id, what).IsZero() {
		t.Error("the undone finding is still in the store")
	}
	if b.session().Get(item("poor_end")).IsZero() {
		t.Error("the undo took the item's answer with it")
	}
}

// latest is the form screen on a record of a kind in its newest form.
func latest(t *testing.T, kind string, at form.Field) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	def, err := b.env.Forms.Version(kind, "")
	if err != nil {
		t.Fatal(err)
	}
	b.id = tuitest.BeginOn(t, b.env, def, kit.Begin{})
	return b.show(at, 80, 19)
}

// An answer by one key goes on to the next item at once; the finding that is recorded
// right then is of the item that was answered, unless the next one has its own answer.
func TestAFindingRightAfterAnAnswerByOneKeyIsOfThatItem(t *testing.T) {
	for name, c := range map[string]struct {
		item string
		keys []string
		code string
	}{
		"in part":                    {"system_updated", []string{"2"}, "A5.03"},
		"another key since":          {"system_updated", []string{"2", "down"}, "A5.04b"},
		"the next one has an answer": {"system_updated", []string{"2", "1", "enter", "up", "up", "2"}, "A5.04a"},
	} {
		t.Run(name, func(t *testing.T) {
			b := latest(t, "inspection", item(c.item))
			b.Press(append(c.keys, "ctrl+o")...)
			cell := b.opened().Arg.(kit.Aside).Field
			if got := b.session().Get(form.Field{Item: cell.Item, Row: cell.Row, Part: "item_code"}).Raw; got != c.code {
				t.Errorf("the finding is of %s, want %s", got, c.code)
			}
		})
	}
}

// No newer form of a round would take findings, and its help listed the key.
func TestWhereNoFormOfTheKindTakesFindingsTheKeyIsNotOffered(t *testing.T) {
	for _, kind := range []string{"round", "conference", "household"} {
		b := latest(t, kind, form.Field{})
		for _, a := range b.alone.Screen.Actions() {
			if a.ID == keymap.Finding {
				t.Errorf("%s: the key is offered", kind)
			}
		}
		if b.Press("ctrl+o"); !strings.Contains(b.View(), "Tồn tại được ghi trong phiếu kiểm tra") {
			t.Errorf("%s: it does not say why:\n%s", kind, b.View())
		}
	}
}

func TestAFindingRightAfterANoIsOfTheItemThatWasAnswered(t *testing.T) {
	b := latest(t, "inspection", item("committee"))
	b.Press("2", "ctrl+o")
	aside, ok := b.opened().Arg.(kit.Aside)
	if !ok {
		t.Fatalf("it asked for %+v", b.opened())
	}
	var told []string
	for _, part := range b.session().Definition().Item(aside.Field.Item).Table.Columns {
		told = append(told, b.session().Get(form.Field{Item: aside.Field.Item, Row: aside.Field.Row, Part: part.Name}).Raw)
	}
	if said := strings.Join(told, "|"); !strings.Contains(said, "Ban Chỉ đạo: Không") {
		t.Errorf("the finding says %q", said)
	}
}

func TestAFindingIsRefusedWithASentenceWhereThereIsNoPlaceForIt(t *testing.T) {
	b := at(t, item("venue"), "vi") // the form of 2022 follows nothing up
	b.Press("ctrl+o")
	if !strings.Contains(b.View(), b.env.Words.Fill.NoFindings) {
		t.Errorf("it does not say why:\n%s", b.View())
	}
	for _, a := range b.alone.Screen.Actions() {
		if a.ID == keymap.Finding && a.Refused == "" {
			t.Error("the palette offers it")
		}
	}
}

func TestItSaysWhyAFormerFigureIsNotKnown(t *testing.T) {
	day := vn.Date{Year: 2025, Month: 8, Day: 1}
	for code, want := range map[string]bool{"18823": true, "18172": false} {
		t.Run(code, func(t *testing.T) {
			b := &bench{t: t, store: tuitest.NewStore()}
			b.env = tuitest.NewEnv(t, b.store, "vi")
			unit, _ := b.env.Catalog.UnitOn(code, day)
			b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{Unit: unit.Key, Day: day})
			b.show(item("poor_start"), 80, 19)
			if got := strings.Contains(b.View(), fmt.Sprintf(b.env.Words.Fill.NoPrior, unit.FullName)); got != want {
				t.Errorf("said %v, want %v:\n%s", got, want, b.View())
			}
			b.Type("12")
			b.Press("enter", "up")
			if strings.Contains(b.View(), "Không có số kỳ trước") {
				t.Error("it is still said of a figure that was typed")
			}
		})
	}
}

// tables are those of an annex: their columns are not confirmed.
const tables = `
id: annex
version: "t"
title: {vi: "Biểu", en: "Tables"}
programme: any
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: tables
    code: B
    title: {vi: "Biểu", en: "Tables"}
    short: {vi: "Biểu", en: "Tables"}
    items:
      - {name: table_01, code: B01, type: table, label: {vi: "Biểu số 01", en: "Table 01"}, unconfirmed: true, basis: "U"}
      - {name: remark, code: B02, type: text, label: {vi: "Ghi chú", en: "Remark"}, basis: "I"}
`

func TestATableWithoutConfirmedColumnsSaysSoInsteadOfOpening(t *testing.T) {
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tables), kit.Begin{})
	b.show(form.Field{}, 80, 19)
	if !strings.Contains(b.open(), b.env.Words.Fill.NoColumns) {
		t.Errorf("its line is %q", b.open())
	}
	asked := len(b.alone.Asked)
	for _, key := range []string{"enter", "5", "ctrl+t"} {
		b.Press(key)
		if len(b.alone.Asked) != asked || !strings.Contains(b.View(), b.env.Words.Fill.Unconfirmed) {
			t.Errorf("%s leads to %v:\n%s", key, b.alone.Asked[asked:], b.View())
		}
	}
	b.Press("down")
	if !strings.Contains(b.open(), "B02") {
		t.Errorf("one goes on to %q", b.open())
	}
}

func TestWhyNothingIsTypedHangsOnWhereItComesFrom(t *testing.T) {
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	day := vn.Date{Year: 2024, Month: 6, Day: 15}
	unit, _ := b.env.Catalog.UnitOn("42", day)
	round, err := b.env.Forms.Version("round", "")
	if err != nil {
		t.Fatal(err)
	}
	above := tuitest.BeginOn(t, b.env, round, kit.Begin{Unit: unit.Key, Day: day, Programme: "GNBV-2021-2025"})
	b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{Parent: above})
	b.show(item("decision"), 80, 19)
	b.Press("x")
	if !strings.Contains(b.View(), b.env.Words.Fill.Inherited) {
		t.Errorf("of the round's decision it says nothing:\n%s", b.View())
	}
	b.show(item("unit"), 80, 19)
	b.Press("x")
	if !strings.Contains(b.View(), b.env.Words.Fill.Readonly) {
		t.Errorf("of the unit it says nothing:\n%s", b.View())
	}
}

// TestFollowedPictures keeps how items that hang on other records look.
func TestFollowedPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}} {
			name := fmt.Sprintf("visit-%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				b := visit(t, lang, kit.Begin{}, size[0], size[1])
				b.household()
				b.Send(kit.BackMsg{})
				b.Send(kit.Jump{Field: item("households")})
				for _, l := range strings.Split(b.View(), "\n") {
					if ansi.StringWidth(l) > size[0] {
						t.Errorf("%d cells: %q", ansi.StringWidth(l), l)
					}
				}
				tuitest.Golden(t, name, b.View())
			})
		}
	}
}

func TestATextThatItsRowCutsIsReadInFullWhereItIsNotTyped(t *testing.T) {
	b := visit(t, "vi", kit.Begin{}, 80, 19)
	b.household()
	what := "Chưa niêm yết danh sách hộ được hỗ trợ tại hai thôn, chưa họp bình xét công khai với người dân"
	b.session().AddFilledRow("shortcomings", map[string]string{"shortcoming": what, "owner": "UBND xã"})
	if msg := b.env.Desk.Draft(b.id).Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	list, _, err := b.store.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Finding}})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d findings, %v", len(list), err)
	}
	b.id = list[0].ID
	b.show(item("responsible"), 80, 19)
	body := func() string { // without the title, on one line
		_, rest, _ := strings.Cut(b.View(), "\n")
		return strings.Join(strings.Fields(rest), " ")
	}
	if strings.Contains(body(), "công khai với người dân") {
		t.Fatalf("the row shows it in full:\n%s", b.View())
	}
	b.Press("up")
	if !strings.Contains(b.open(), "X.02a") || !strings.Contains(body(), "công khai với người dân") {
		t.Errorf("it cannot be read:\n%s", b.View())
	}
}
