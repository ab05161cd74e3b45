package form_test

import (
	"fmt"
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// carrySource has one of everything that is carried, or is not.
const carrySource = `
id: visit
version: "1"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: main
    code: "V"
    title: {vi: "Chung", en: "Main"}
    short: {vi: "Chung", en: "Main"}
    items:
      - {name: unit_no, code: V.01, type: text, label: {vi: "Số", en: "No."}, readonly: true, basis: "I"}
      - {name: head, code: V.02, type: text, label: {vi: "Trưởng đoàn", en: "Head"}, basis: "I"}
      - {name: posted, code: V.03, type: yesnona, label: {vi: "Niêm yết", en: "Posted"}, basis: "I"}
      - {name: where, code: V.04, type: text, relevant: "posted == 'yes'", label: {vi: "Ở đâu", en: "Where"}, basis: "I"}
      - {name: verified, code: V.05, type: yesnona, no_bulk: true, label: {vi: "Đã kiểm chứng", en: "Verified"}, basis: "I"}
      - {name: level, code: V.06, type: one, label: {vi: "Cấp", en: "Level"}, choices: [{code: commune, vi: "Xã", en: "Commune"}, {code: ward, vi: "Phường", en: "Ward"}], basis: "I"}
      - {name: poor, code: V.07, type: integer, label: {vi: "Hộ nghèo", en: "Poor"}, basis: "I"}
      - {name: paid, code: V.08, type: money, label: {vi: "Đã chi", en: "Paid"}, basis: "I"}
      - {name: decided, code: V.09, type: date, label: {vi: "Ngày", en: "Date"}, basis: "I"}
      - {name: double, code: V.10, type: integer, calculation: "poor * 2", label: {vi: "Gấp đôi", en: "Double"}, basis: "I"}
      - name: members
        code: V.11
        type: table
        label: {vi: "Thành phần", en: "Members"}
        basis: "I"
        table:
          free: true
          may_be_none: true
          columns:
            - {name: person, code: V.11.1, type: text, label: {vi: "Họ tên", en: "Name"}, basis: "I"}
            - {name: post, code: V.11.2, type: text, label: {vi: "Chức vụ", en: "Post"}, basis: "I"}
      - name: papers
        code: V.12
        type: table
        label: {vi: "Văn bản", en: "Papers"}
        basis: "I"
        table:
          free: true
          key: [number]
          columns:
            - {name: number, code: V.12.1, type: text, label: {vi: "Số", en: "No."}, basis: "I"}
            - {name: issued, code: V.12.2, type: date, label: {vi: "Ngày", en: "Date"}, basis: "I"}
      - name: areas_table
        code: V.13
        type: table
        label: {vi: "Khu vực", en: "Areas"}
        basis: "I"
        table:
          fixed:
            - {id: urban, label: {vi: "Thành thị", en: "Urban"}}
            - {id: rural, label: {vi: "Nông thôn", en: "Rural"}}
          columns:
            - {name: homes, code: V.13.1, type: integer, label: {vi: "Hộ", en: "Homes"}, basis: "I"}
      - name: faults
        code: V.14
        type: table
        label: {vi: "Tồn tại", en: "Findings"}
        basis: "I"
        table:
          free: true
          opens: {form: finding, fill: {what: fault}}
          columns:
            - {name: fault, code: V.14.1, type: text, label: {vi: "Nội dung", en: "What"}, basis: "I"}
`

// lastVisit is a filled record of the form above.
func lastVisit(t *testing.T) *form.Session {
	t.Helper()
	s := form.NewSession(load(t, carrySource), form.Record{}, setting(t))
	for f, raw := range map[string]string{"head": "Nguyễn Văn A", "posted": "yes", "where": "nhà văn hoá", "verified": "yes",
		"level": "commune", "poor": "20", "paid": "8042,5", "decided": "15/6"} {
		if !s.Answer(item(f), raw) {
			t.Fatalf("%s was not answered", f)
		}
	}
	s.Answer(form.Field{Item: "posted", Part: form.Note}, "ảnh kèm theo")
	s.Answer(form.Field{Item: "posted", Part: form.Evidence}, "BB 3")
	for _, name := range []string{"Trần B", "Lê C"} {
		s.AddFilledRow("members", map[string]string{"person": name, "post": "CB"})
	}
	s.AddFilledRow("papers", map[string]string{"number": "12/QĐ", "issued": "1/2/24"})
	s.AddFilledRow("papers", map[string]string{"number": "13/QĐ", "issued": "2/2/24"})
	s.Answer(cell("areas_table", "rural", "homes"), "7")
	s.AddFilledRow("faults", map[string]string{"fault": "chậm"})
	return s
}

func thisVisit(t *testing.T) *form.Session {
	t.Helper()
	return form.NewSession(load(t, carrySource), form.Record{}, setting(t))
}

func TestWhatAFormerRecordSays(t *testing.T) {
	was := lastVisit(t)
	for _, c := range []struct {
		name  string
		field form.Field
		want  string
	}{
		{"a text", item("head"), "Nguyễn Văn A"},
		{"a rating", item("posted"), "yes"},
		{"its note", form.Field{Item: "posted", Part: form.Note}, "ảnh kèm theo"},
		{"a choice by its code", item("level"), "commune"},
		{"an amount with every đồng", item("paid"), "8.042,5"},
		{"a date in full, not as it was typed", item("decided"), "15/06/2024"},
		{"a cell of a row of the form", cell("areas_table", "rural", "homes"), "7"},
		{"what is computed", item("double"), ""},
		{"what the program fills", item("unit_no"), ""},
		{"an empty cell", cell("areas_table", "urban", "homes"), ""},
		{"a field that no form has", item("nothing"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw, ok := thisVisit(t).Said(c.field, was)
			if !ok {
				raw = ""
			}
			if raw != c.want {
				t.Fatalf("it says %q, want %q", raw, c.want)
			}
		})
	}
}

func TestWhatNobodyLookedAtIsNotSaid(t *testing.T) {
	was := lastVisit(t)
	was.Carry([]form.FieldText{{Field: item("head"), Raw: "Ai đó"}})
	if raw, ok := thisVisit(t).Said(item("head"), was); ok {
		t.Fatalf("a value that nobody has passed is carried on: %q", raw)
	}
}

func TestWhatDoesNotFitTodayIsPassedOver(t *testing.T) {
	old := load(t, `
id: visit
version: "0"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2021-07-15"
basis: "test"
sections:
  - name: main
    code: "V"
    title: {vi: "Chung", en: "Main"}
    short: {vi: "Chung", en: "Main"}
    items:
      - {name: head, code: V.02, type: integer, label: {vi: "Trưởng đoàn", en: "Head"}, basis: "I"}
      - {name: level, code: V.06, type: one, label: {vi: "Cấp", en: "Level"}, choices: [{code: town, vi: "Thị trấn", en: "Town"}], basis: "I"}
`)
	was := form.NewSession(old, form.Record{}, setting(t))
	was.Answer(item("head"), "5")
	was.Answer(item("level"), "town")
	for name, why := range map[string]string{"head": "it is of another kind", "level": "the list has no such choice", "posted": "the older form has no such item"} {
		if raw, ok := thisVisit(t).Said(item(name), was); ok {
			t.Errorf("%s is %q, though %s", name, raw, why)
		}
	}
}

func TestARowIsFoundByItsKeyElseByItsPlace(t *testing.T) {
	was, s := lastVisit(t), thisVisit(t)
	second := s.AddFilledRow("papers", map[string]string{"number": "13/QĐ"})
	unknown := s.AddFilledRow("papers", map[string]string{"number": "99/QĐ"})
	blank := s.AddRow("papers", unknown)
	if raw, _ := s.Said(cell("papers", string(second), "issued"), was); raw != "02/02/2024" {
		t.Errorf("the row of the same key says %q", raw)
	}
	if raw, ok := s.Said(cell("papers", string(unknown), "issued"), was); ok {
		t.Errorf("a row with another key says %q", raw)
	}
	if raw, ok := s.Said(cell("papers", string(blank), "number"), was); ok {
		t.Errorf("the third row of two says %q", raw)
	}
	first := s.AddRow("members", "")
	if raw, _ := s.Said(cell("members", string(first), "person"), was); raw != "Trần B" {
		t.Errorf("the row in the same place says %q", raw)
	}
}

func TestAWholeTableIsCarriedAsOneStep(t *testing.T) {
	was, s := lastVisit(t), thisVisit(t)
	s.SetNone("members", true)
	if !s.CarriesRows("members", was) || !s.CarryItems([]string{"members"}, was) {
		t.Fatal("the rows were not carried")
	}
	rows := s.Rows("members")
	if len(rows) != 2 || s.None("members") {
		t.Fatalf("there are %d rows, and none is %v", len(rows), s.None("members"))
	}
	for _, r := range rows {
		if a := s.Get(cell("members", string(r.ID), "person")); !a.Carried {
			t.Errorf("row %s is not marked: %+v", r.ID, a)
		}
	}
	if s.CarriesRows("members", was) {
		t.Error("a table with answers takes more rows")
	}
	s.Undo()
	if len(s.Rows("members")) != 0 || !s.None("members") {
		t.Error("one step back does not bring the table as it was")
	}
	if s.CarriesRows("faults", was) || s.CarryItems([]string{"faults"}, was) {
		t.Error("findings were carried")
	}
}

func TestRowsThatTheirOwnChoicesMadeAreNotAdded(t *testing.T) {
	cat, def := loadCatalog(t), embeddedForm(t, "inspection", "2022-07-15")
	of := func(year string) *form.Session {
		n := 0
		s := form.NewSession(def, form.Record{}, form.Setting{Catalog: cat, Visit: vn.Date{Year: 2024, Month: 2, Day: 20}, NewRow: func() form.Row { n++; return form.Row(fmt.Sprint("r", n)) }})
		s.Begin([]form.FieldText{{Field: form.Field{Item: "projects"}, Raw: "DA2"}})
		s.Answer(form.Field{Item: "capital_years"}, year)
		s.Answer(form.Field{Item: "capital_sources"}, "NSTW")
		return s
	}
	was, same, later := of("2023"), of("2023"), of("2024")
	row := was.Rows("capital")[0].ID
	was.Answer(form.Field{Item: "capital", Row: row, Part: "assigned"}, "1.000")
	if !same.CarryItems([]string{"capital"}, was) || same.Filled("capital") != 1 {
		t.Errorf("the capital of the same year: %d rows", same.Filled("capital"))
	}
	if later.CarryItems([]string{"capital"}, was) || later.Filled("capital") != 0 {
		t.Errorf("the capital of another year: %d rows", later.Filled("capital"))
	}
}

func TestWhatIsProposedForASection(t *testing.T) {
	was, s := lastVisit(t), thisVisit(t)
	s.Answer(item("head"), "Người khác")
	var names []string
	for _, f := range s.Carriable("main", was) {
		names = append(names, f.Item)
	}
	// The head is answered, "verified" is excepted by the form, and figures, dates
	// and findings are of one visit. "where" becomes relevant with "posted".
	want := []string{"posted", "where", "level", "members"}
	if len(names) != len(want) {
		t.Fatalf("proposed are %v, want %v", names, want)
	}
	for i := range want {
		if names[i] != want[i] {
			t.Fatalf("proposed are %v, want %v", names, want)
		}
	}
	if s.Get(item("posted")).Raw != "" {
		t.Fatal("proposing has answered something")
	}
	s.CarryItems(names, was)
	for _, f := range []form.Field{item("posted"), item("where"), item("level"), {Item: "posted", Part: form.Note}, {Item: "posted", Part: form.Evidence}} {
		if a := s.Get(f); !a.Carried {
			t.Errorf("%s is not marked: %+v", f, a)
		}
	}
	s.Undo()
	if !s.Get(item("posted")).IsZero() || len(s.Rows("members")) != 0 || s.Get(item("head")).Raw != "Người khác" {
		t.Error("one step back does not take all of it back")
	}
}

func TestCarriedEvidenceAndNotesAreLookedAtToo(t *testing.T) {
	was, s := lastVisit(t), thisVisit(t)
	s.CarryItems([]string{"posted"}, was)
	unseen := map[form.Field]bool{}
	for _, p := range s.Problems() {
		if p.Code == form.Unseen {
			unseen[p.Field] = true
		}
	}
	for _, f := range []form.Field{item("posted"), {Item: "posted", Part: form.Note}, {Item: "posted", Part: form.Evidence}} {
		if !unseen[f] {
			t.Errorf("%s does not stand against completing", f)
		}
		s.Pass(f)
	}
	for _, p := range s.Problems() {
		if p.Code == form.Unseen {
			t.Errorf("%s is still unseen", p.Field)
		}
	}
}

func TestARecordLikeAnother(t *testing.T) {
	was, s := lastVisit(t), thisVisit(t)
	was.Answer(item("decided"), "1/6")
	s.CarryAll(was, nil)
	for f, want := range map[form.Field]string{item("head"): "Nguyễn Văn A", item("poor"): "20", item("paid"): "8.042,5",
		item("decided"): "01/06/2024", item("verified"): "Có", cell("areas_table", "rural", "homes"): "7"} {
		if got := s.Shown(f, "vi"); got != want || !s.Get(f).Carried {
			t.Errorf("%s is %q, marked %v, want %q", f, got, s.Get(f).Carried, want)
		}
	}
	if len(s.Rows("members")) != 2 || len(s.Rows("papers")) != 2 {
		t.Errorf("rows: %d members, %d papers", len(s.Rows("members")), len(s.Rows("papers")))
	}
	if len(s.Rows("faults")) != 0 || !s.Get(item("unit_no")).IsZero() || s.Get(item("double")).Carried {
		t.Error("findings, what the program fills, or what is computed was carried")
	}
	was.Answer(item("decided"), "15/6")
	next := thisVisit(t)
	next.CarryAll(was, nil)
	if a := next.Get(item("decided")); !a.IsZero() {
		t.Errorf("the day of the other visit is carried: %+v", a)
	}
	if s.CanUndo() || len(s.TakeChanges()) == 0 {
		t.Error("what nobody typed can be undone, or is not saved")
	}
}

func TestWhatIsPinnedStartsARecordMarked(t *testing.T) {
	s := thisVisit(t)
	s.CarryIn([]form.FieldText{{Field: item("head"), Raw: "Đoàn 3"}, {Field: item("level"), Raw: "town"}, {Field: item("gone"), Raw: "x"}})
	if a := s.Get(item("head")); a.Raw != "Đoàn 3" || !a.Carried || s.CanUndo() {
		t.Errorf("the head is %+v", a)
	}
	if a := s.Get(item("level")); !a.IsZero() {
		t.Errorf("a choice that is not in the list was taken: %+v", a)
	}
}

// Former records may be on any older form: nothing is taken by its place there.
func TestARecordOnAnotherFormIsCarriedByNamesAlone(t *testing.T) {
	old := load(t, `
id: visit
version: "0"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2021-07-15"
basis: "test"
sections:
  - name: main
    code: "V"
    title: {vi: "Chung", en: "Main"}
    short: {vi: "Chung", en: "Main"}
    items:
      - name: members
        code: V.11
        type: table
        label: {vi: "Thành phần", en: "Members"}
        basis: "I"
        table:
          free: true
          columns:
            - {name: age, code: V.11.0, type: integer, label: {vi: "Tuổi", en: "Age"}, basis: "I"}
            - {name: person, code: V.11.1, type: text, label: {vi: "Họ tên", en: "Name"}, basis: "I"}
      - {name: decided, code: V.09, type: date, label: {vi: "Ngày", en: "Date"}, basis: "I"}
      - {name: head, code: V.02, type: text, label: {vi: "Trưởng đoàn", en: "Head"}, basis: "I"}
`)
	was := form.NewSession(old, form.Record{}, setting(t))
	was.Answer(item("head"), "Nguyễn Văn A")
	was.Answer(item("decided"), "1/2/24")
	was.AddFilledRow("members", map[string]string{"age": "40", "person": "Hoa"})
	was.AddFilledRow("members", map[string]string{"age": "50"})
	for name, carry := range map[string]func(*form.Session){
		"all":     func(s *form.Session) { s.CarryAll(was, nil) },
		"items":   func(s *form.Session) { s.CarryItems([]string{"members", "decided", "head"}, was) },
		"reverse": func(s *form.Session) { s.CarryItems([]string{"head", "members", "decided", "gone"}, was) },
	} {
		t.Run(name, func(t *testing.T) {
			s := thisVisit(t)
			carry(s)
			rows := s.Rows("members")
			if len(rows) != 1 || s.Get(cell("members", string(rows[0].ID), "person")).Raw != "Hoa" {
				t.Errorf("the rows are %+v", rows)
			}
			if s.Get(item("head")).Raw != "Nguyễn Văn A" || s.Shown(item("decided"), "vi") != "01/02/2024" {
				t.Errorf("the head is %+v, the day %+v", s.Get(item("head")), s.Get(item("decided")))
			}
		})
	}
	if got := thisVisit(t).Carriable("main", was); len(got) != 2 {
		t.Errorf("proposed are %v", got)
	}
}

func TestWhatIsHeldAtOnceIsWhatHasNothingElseTheMatter(t *testing.T) {
	was, s := lastVisit(t), thisVisit(t)
	s.CarryAll(was, nil)
	s.Answer(item("level"), s.Get(item("level")).Raw) // the person's own
	posted := form.Field{Item: "posted", Part: form.Note}
	s.Carry([]form.FieldText{{Field: item("head"), Raw: "Đoàn 3"}, {Field: item("posted"), Raw: form.No}})
	s.Answer(posted, "")
	for f, want := range map[form.Field]bool{item("head"): true, item("poor"): true, item("level"): false, item("verified"): false,
		item("posted"): false, posted: false, cell("areas_table", "rural", "homes"): true, item("gone"): false} {
		if got := s.Holdable(f); got != want {
			t.Errorf("%s may be held with others: %v, want %v", f, got, want)
		}
	}
	if !s.PassAll([]form.Field{item("head"), item("poor"), item("verified")}) {
		t.Fatal("nothing was passed")
	}
	if s.Get(item("head")).Carried || s.Get(item("poor")).Carried || !s.Get(item("verified")).Carried {
		t.Error("what was passed is not what may be")
	}
	list := s.TakeChanges()
	if last := list[len(list)-1]; last.Cause != form.Bulk || !last.Passed() {
		t.Errorf("the history gets %+v", last)
	}
	if s.Undo(); !s.Get(item("head")).Carried || !s.Get(item("poor")).Carried {
		t.Error("it is not one step of undo")
	}
}
