package form

import (
	"strings"
	"testing"

	"giamsat/model/catalog"
)

const identified = `
id: visits
version: "1"
title: {vi: "Phiếu", en: "Sheet"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: all
    code: "V"
    title: {vi: "Chung", en: "All"}
    short: {vi: "Chung", en: "All"}
    items:
      - {name: household, code: "1", type: text, identifies: true, label: {vi: "Mã hộ", en: "Code"}, basis: "I"}
      - {name: village, code: "2", type: text, label: {vi: "Thôn", en: "Village"}, basis: "I"}
      - name: people
        code: "3"
        type: table
        label: {vi: "Người", en: "People"}
        basis: "I"
        table:
          free: true
          columns:
            - {name: post, code: "3.1", type: text, label: {vi: "Chức vụ", en: "Post"}, basis: "I"}
            - {name: phone, code: "3.2", type: text, identifies: true, label: {vi: "Điện thoại", en: "Phone"}, basis: "I"}
`

func identifiedForm(t *testing.T, src string) (*Definition, *catalog.Catalog, error) {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	d, err := Load("visits.yaml", []byte(src), cat)
	return d, cat, err
}

func TestACopyLeavesEmptyWhatTellsRecordsAndRowsApart(t *testing.T) {
	d, cat, err := identifiedForm(t, identified)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	set := Setting{Catalog: cat, NewRow: func() Row { n++; return Row(strings.Repeat("r", n)) }}
	was := NewSession(d, Record{}, set)
	was.Answer(Field{Item: "household"}, "H01")
	was.Answer(Field{Item: "village"}, "Thôn Đông")
	row := was.AddFilledRow("people", map[string]string{"post": "Trưởng thôn", "phone": "0912"})

	twin := was.DuplicateRow("people", row)
	if got := was.Get(Field{Item: "people", Row: twin, Part: "phone"}); !got.IsZero() {
		t.Errorf("the copied row has the phone %q", got.Raw)
	}
	if got := was.Get(Field{Item: "people", Row: twin, Part: "post"}).Raw; got != "Trưởng thôn" {
		t.Errorf("the copied row has the post %q", got)
	}
	if d.Item("people").Table.Differs() != "phone" {
		t.Errorf("what is to be typed in it is %q", d.Item("people").Table.Differs())
	}
	copied := NewSession(d, Record{}, set)
	copied.CarryAll(was, nil)
	if got := copied.Get(Field{Item: "household"}); !got.IsZero() {
		t.Errorf("the copied record has the code %q", got.Raw)
	}
	if got := copied.Get(Field{Item: "village"}); got.Raw != "Thôn Đông" || !got.Carried {
		t.Errorf("the copied record has the village %+v", got)
	}
	if got := copied.Get(Field{Item: "people", Row: copied.Rows("people")[0].ID, Part: "phone"}).Raw; got != "0912" {
		t.Errorf("a person who was met last time has the phone %q", got)
	}
	for _, f := range NewSession(d, Record{}, set).Carriable("all", was) {
		if f.Item == "household" {
			t.Error("the code of the household before is proposed")
		}
	}
}

func TestIdentifiesIsForWhatAPersonTypes(t *testing.T) {
	for _, c := range []struct{ name, old, now, want string }{
		{"a readonly item", `type: text, identifies: true, label: {vi: "Mã hộ"`, `type: text, readonly: true, identifies: true, label: {vi: "Mã hộ"`, "for what a person types"},
		{"a computed item", `type: text, identifies: true, label: {vi: "Mã hộ"`, `type: text, calculation: "village", identifies: true, label: {vi: "Mã hộ"`, "for what a person types"},
		{"a table's line", "        type: table\n", "        type: table\n        identifies: true\n", "say it of the column"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := identifiedForm(t, strings.Replace(identified, c.old, c.now, 1))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the fault is %v, want one that says %q", err, c.want)
			}
		})
	}
}
