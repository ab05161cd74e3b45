package tui_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// typedForm has an item of each kind that an input method types into.
const typedForm = `
id: inspection
version: "t"
title: {vi: "Phiếu thử", en: "Test form"}
programme: GNBV-2021-2025
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: header
    code: V
    title: {vi: "Chung", en: "Header"}
    short: {vi: "Chung", en: "Header"}
    items:
      - {name: unit, code: V.01, type: lookup, list: units, label: {vi: "Đơn vị", en: "Unit"}, readonly: true, basis: "I"}
      - {name: visit_date, code: V.04, type: date, label: {vi: "Ngày", en: "Day"}, readonly: true, basis: "I"}
      - {name: venue, code: V.05, type: text, label: {vi: "Nơi làm việc", en: "Venue"}, basis: "I"}
      - {name: paper, code: V.06, type: text, label: {vi: "Số, ký hiệu", en: "Number"}, basis: "I"}
      - {name: told, code: V.07, type: longtext, label: {vi: "Nội dung", en: "Told"}, basis: "I"}
      - {name: plan, code: V.08, type: money, label: {vi: "Kế hoạch vốn", en: "Plan"}, basis: "I"}
      - {name: day, code: V.09, type: date, label: {vi: "Ngày họp", en: "Day of the meeting"}, basis: "I"}
      - {name: hour, code: V.10, type: time, label: {vi: "Giờ họp", en: "Hour of the meeting"}, basis: "I"}
      - {name: place, code: V.11, type: lookup, list: units, label: {vi: "Nơi đến", en: "Place"}, basis: "I"}
      - name: works
        code: V.T1
        type: table
        label: {vi: "Công trình", en: "Works"}
        basis: "I"
        table:
          free: true
          columns:
            - {name: what, code: V.T1.1, type: text, width: 30, label: {vi: "Việc", en: "What"}, basis: "I"}
            - {name: cost, code: V.T1.2, type: money, label: {vi: "Vốn", en: "Cost"}, basis: "I"}
            - {name: done, code: V.T1.3, type: date, label: {vi: "Xong", en: "Done"}, basis: "I"}
            - {name: last, code: V.T1.4, type: text, width: 10, label: {vi: "Ghi chú", en: "Remark"}, basis: "I"}
`

// written is what an input method sends, "<" being its Backspace, for what a person writes,
// and how that is read.
type written struct{ sent, raw, read string }

var (
	sentWords = []written{
		{"tie<êng<<<ếng", "tiếng", "tiếng"}, {"nguo<<ươi<<ời", "người", "người"}, {"d<đo<ó", "đó", "đó"}, {"Nguye<ên<<ễn", "Nguyễn", "Nguyễn"},
		{"HOA<<ÒA<<OÀ", "HOÀ", "HOÀ"}, {"giai<<ải nga<ân", "giải ngân", "giải ngân"},
	}
	sentAmounts = []written{
		{"8 ty<ỷ", "8 tỷ", "8000000000"}, {"8ty<ỷ", "8tỷ", "8000000000"}, {"8ty<ỷ842trie<êu<<ệu", "8tỷ842triệu", "8842000000"},
		{"500 nghin<<ìn", "500 nghìn", "500000"}, {"2 ty<ỷ ruo<<ươi<<ỡi", "2 tỷ rưỡi", "2500000000"}, {"804000d<đ", "804000đ", "804000"},
	}
	sentDays  = []written{{"15 thang<<<áng 5", "15 tháng 5", "2024-05-15"}, {"nga<ày 5/6", "ngày 5/6", "2024-06-05"}, {"mu<ùng 1", "mùng 1", "2024-06-01"}}
	sentHours = []written{{"8 gio<ơ<ờ 30", "8 giờ 30", "510"}, {"8gio<ơ<ờ", "8giờ", "480"}}
	sentCodes = []written{{"12/QD<Đ-UBND", "12/QĐ-UBND", "12/QĐ-UBND"}, {"71/KH-HD<ĐND", "71/KH-HĐND", "71/KH-HĐND"}}
	sentNames = []written{{"Ca<ẩm Bi<ình", "18685@2020-01-01", "18685@2020-01-01"}, {"na<ơi kha<ác", "nơi khác", ""}}
)

// takers are the fields of that form with what is typed into them, the keys by which one
// comes there, and those that leave it and come back to it empty.
var takers = []struct {
	name         string
	field        form.Field
	there, again []string
	written      []written
}{
	{"a text", form.Field{Item: "venue"}, nil, back, sentWords},
	{"a number of a document", form.Field{Item: "paper"}, nil, back, sentCodes},
	{"a long text", form.Field{Item: "told"}, nil, back, sentWords},
	{"a note", form.Field{Item: "plan", Part: form.Note}, []string{"ctrl+n"}, []string{"tab", "shift+tab", "ctrl+n", "ctrl+u"}, sentWords},
	{"an amount", form.Field{Item: "plan"}, nil, back, sentAmounts},
	{"a day", form.Field{Item: "day"}, nil, back, sentDays},
	{"an hour", form.Field{Item: "hour"}, nil, back, sentHours},
	{"a look-up", form.Field{Item: "place"}, nil, back, sentNames},
	{"a cell of words", form.Field{Item: "works", Part: "what"}, row, []string{"tab", "left"}, sentWords},
	{"a cell of an amount", form.Field{Item: "works", Part: "cost"}, append(row, "right"), []string{"tab", "left"}, sentAmounts},
	{"a cell of a day", form.Field{Item: "works", Part: "done"}, append(row, "right", "right"), []string{"tab", "left"}, sentDays},
}

var (
	back = []string{"tab", "shift+tab", "end", "ctrl+u"}
	row  = []string{"enter", "ctrl+t"}
)

// Whatever field an input method types into, with either Backspace, composed or decomposed,
// and at whatever byte the line cuts it: what is kept is what the person wrote, composed,
// and it is read as what it says.
func TestWhatAnInputMethodSendsIsKeptRightInEveryField(t *testing.T) {
	for _, c := range takers {
		for _, method := range []vn.Method{vn.MethodOff, vn.MethodTelex, vn.MethodVNI} {
			t.Run(strings.TrimSpace(c.name+" "+string(method)), func(t *testing.T) {
				store := tuitest.NewStore()
				env := tuitest.NewEnv(t, store, "vi")
				env.Input = method
				id := tuitest.BeginOn(t, env, tuitest.Form(t, env, typedForm), kit.Begin{})
				at := form.Field{Item: c.field.Item}
				d := tuitest.NewModel(t, tui.New(env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindHome}, {Kind: kit.KindFill, ID: id, Arg: at}}}), 80, 24)
				d.Press(c.there...)
				try := func(w written, pieces ...string) {
					for _, piece := range delivered(t, pieces...) {
						d.Type(piece)
					}
					d.Press(c.again[0])
					if got := kept(t, store, id, c.field); got.Raw != w.raw || got.Value.Text() != w.read {
						t.Fatalf("in pieces %q it keeps %q, read as %q, want %q and %q\n%s", pieces, got.Raw, got.Value.Text(), w.raw, w.read, d.View())
					}
					d.Press(c.again[1:]...)
				}
				for _, w := range c.written {
					for _, bytes := range spelled(w.sent) {
						var single []string
						for cut := range len(bytes) {
							try(w, bytes[:cut], bytes[cut:])
							single = append(single, bytes[cut:cut+1])
						}
						try(w, single...)
					}
				}
			})
		}
	}
}

// kept is what stands in the store for a field, or for a column in the first row.
func kept(t *testing.T, store *tuitest.Store, id model.RecordID, f form.Field) form.Answer {
	t.Helper()
	op, err := store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if rows := op.Filled.Rows[f.Item]; len(rows) > 0 {
		f.Row = rows[0]
	}
	return op.Filled.Answers[f]
}

// spelled are a burst with either Backspace, its letters composed and decomposed.
func spelled(sent string) (all []string) {
	for _, back := range []string{"\x7f", "\x08"} {
		for _, s := range []string{sent, norm.NFD.String(sent)} {
			all = append(all, strings.ReplaceAll(s, "<", back))
		}
	}
	return all
}
