package kit_test

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func TestAFindingBeginsWithWhatItsItemSays(t *testing.T) {
	o := newOffice(t)
	d := o.open(o.begin(kit.Begin{}))
	money := d.Session.AddFilledRow("money", map[string]string{"what_for": "DA7", "disbursed": "120"})
	d.Session.Answer(form.Field{Item: "posted"}, form.No)
	d.Session.Answer(form.Field{Item: "posted", Part: form.Note}, "chưa niêm yết ở hai thôn")
	d.Session.Answer(form.Field{Item: "poor_end"}, "1200")
	for name, c := range map[string]struct {
		from form.Field
		want map[string]string
		cell string
	}{
		"an item with its note": {form.Field{Item: "posted"}, map[string]string{
			"shortcoming": "Niêm yết danh sách: Không. chưa niêm yết ở hai thôn.", "area": "3", "item_code": "A3.06",
			"basis": "C: Nghị định 27/2022/NĐ-CP, Điều 30"}, "owner"},
		"from the note itself": {form.Field{Item: "posted", Part: form.Note}, map[string]string{
			"shortcoming": "Niêm yết danh sách: Không. chưa niêm yết ở hai thôn.", "item_code": "A3.06"}, "owner"},
		"a figure without a source": {form.Field{Item: "poor_end"}, map[string]string{
			"shortcoming": "Hộ nghèo cuối năm: 1.200.", "basis": ""}, "owner"},
		"a cell with what is the matter": {cell("money", money, "disbursed"), map[string]string{
			"shortcoming": "Giải ngân, dòng 1, Giải ngân: 120. Giải ngân 120 vượt 100 triệu đồng.", "area": "3", "item_code": "A3.T1"}, "owner"},
		"an item outside the five areas": {form.Field{Item: "decision"}, map[string]string{
			"shortcoming": "Quyết định.", "area": "", "item_code": "R.08"}, "owner"},
		"the table of findings itself": {form.Field{Item: "shortcomings"}, map[string]string{"shortcoming": "", "item_code": ""}, "owner"},
	} {
		t.Run(name, func(t *testing.T) {
			before := d.Session.Record()
			at := o.env.RecordFinding(d, c.from)
			if at.Item != "shortcomings" || at.Part != c.cell {
				t.Errorf("the first cell to type is %s, want %s", at, c.cell)
			}
			for col, want := range c.want {
				if got := d.Session.Get(cell("shortcomings", at.Row, col)).Raw; got != want {
					t.Errorf("%s is %q, want %q", col, got, want)
				}
			}
			d.Session.Undo()
			if n := len(d.Session.Record().Rows["shortcomings"]); n != len(before.Rows["shortcomings"]) {
				t.Errorf("one undo leaves %d rows", n)
			}
		})
	}
}

func TestWhereNoFindingCanBeRecordedASentenceSaysWhy(t *testing.T) {
	o := newOffice(t)
	d := o.open(o.begin(kit.Begin{}))
	if why := o.env.RefuseFinding(d); why != "" {
		t.Errorf("refused: %s", why)
	}
	d.Record.Status = model.Completed
	if why := o.env.RefuseFinding(d); why != o.env.Words.Fill.Closed {
		t.Errorf("of a completed visit it says %q", why)
	}
	old := tuitest.Form(t, o.env, oldForm)
	if why := o.env.RefuseFinding(o.open(tuitest.BeginOn(t, o.env, old, kit.Begin{}))); why != o.env.Words.Fill.NoFindings {
		t.Errorf("of a form without such a table it says %q", why)
	}
}

// oldForm follows nothing up.
const oldForm = `
id: inspection
version: "o"
title: {vi: "Phiếu cũ", en: "Old form"}
programme: GNBV-2021-2025
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: header
    code: V
    title: {vi: "Chung", en: "Header"}
    short: {vi: "Chung", en: "Header"}
    items:
      - {name: venue, code: V.05, type: text, label: {vi: "Địa điểm", en: "Place"}, basis: "I"}
`
