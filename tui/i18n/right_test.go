package i18n_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// everyKind is a form with an item of each kind that takes answers, each with a
// rule where its kind can have one, and a table that can go wrong as a whole.
const everyKind = `
id: kinds
version: "1"
title: {vi: "Mọi loại", en: "Every kind"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: all
    code: "V"
    title: {vi: "Chung", en: "All"}
    short: {vi: "Chung", en: "All"}
    items:
      - {name: text, code: "1", type: text, max: 40, label: {vi: "Chữ", en: "Text"}, required: true, basis: "I"}
      - {name: longtext, code: "2", type: longtext, max: 40, label: {vi: "Đoạn", en: "Long"}, required: true, basis: "I"}
      - {name: integer, code: "3", type: integer, label: {vi: "Số", en: "Count"}, required: true, constraints: [{rule: "integer <= 40", severity: stop, message: {vi: "Nhiều quá", en: "Too many"}}], basis: "I"}
      - {name: decimal, code: "4", type: decimal, label: {vi: "Số lẻ", en: "Decimal"}, required: true, constraints: [{rule: "decimal <= integer", severity: stop, message: {vi: "Lớn quá", en: "Too much"}}], basis: "I"}
      - {name: money, code: "5", type: money, label: {vi: "Tiền", en: "Money"}, required: true, constraints: [{rule: "money <= million(40)", severity: reason, message: {vi: "Tiền nhiều", en: "Much money"}}], basis: "I"}
      - {name: percent, code: "6", type: percent, label: {vi: "Tỷ lệ", en: "Share"}, required: true, constraints: [{rule: "percent <= 100", severity: note, message: {vi: "Vượt", en: "Over"}}], basis: "I"}
      - {name: date, code: "7", type: date, label: {vi: "Ngày", en: "Day"}, required: true, constraints: [{rule: "date <= visit", severity: stop, message: {vi: "Sau ngày kiểm tra", en: "After the visit"}}], basis: "I"}
      - {name: time, code: "8", type: time, label: {vi: "Giờ", en: "Time"}, required: true, basis: "I"}
      - {name: yesno, code: "9", type: yesno, label: {vi: "Có không", en: "Yes or no"}, required: true, basis: "I"}
      - {name: yesnona, code: "10", type: yesnona, label: {vi: "Đạt", en: "Conforms"}, required: true, basis: "I"}
      - {name: one, code: "11", type: one, label: {vi: "Một", en: "One"}, choices: [{code: a, vi: "Loại A", en: "Sort A"}, {code: b, vi: "Loại B", en: "Sort B"}], required: true, basis: "I"}
      - {name: many, code: "12", type: many, label: {vi: "Nhiều", en: "Many"}, choices: [{code: a, vi: "Loại A", en: "Sort A"}, {code: b, vi: "Loại B", en: "Sort B"}], required: true, basis: "I"}
      - {name: lookup, code: "13", type: lookup, list: units, label: {vi: "Đơn vị", en: "Unit"}, required: true, basis: "I"}
      - name: table
        code: "14"
        type: table
        label: {vi: "Bảng", en: "Table"}
        required: true
        basis: "I"
        table:
          free: true
          key: [name]
          min_rows: 3
          columns:
            - {name: name, code: "14.1", type: text, label: {vi: "Tên", en: "Name"}, basis: "I"}
`

// typed is what is tried in an item, with what the sentence must have in it beside
// the text: an example, a bound, a key.
type typed struct{ text, right string }

// tries gives, for each kind, texts of every sort that it cannot take or that
// break its rule. right is said in both languages alike.
func tries() map[form.Kind][]typed {
	long := strings.Repeat("dài quá ", 8)
	digits := strings.Repeat("9", 300)
	return map[form.Kind][]typed{
		form.KindText:     {{"", ""}, {long, "40"}},
		form.KindLongText: {{"", ""}, {long, "40"}},
		form.KindInteger: {{"", "1.234"}, {"abc", "1.234"}, {"1,5", "1.234"}, {"1.2345", "1.234"}, {"12..3", "1.234"}, {digits, "1.234"},
			{"9999999999999", "1.000.000.000.000"}, {"99999999999999999999", "1.000.000.000.000"}, {"41", "40"}},
		form.KindDecimal: {{"", "12,5"}, {"abc", "12,5"}, {"1,234.5", "12,5"}, {"0,1234567890123456789", "18"}, {"99999999999999999999", "18"}, {"50", "40"}},
		form.KindMoney: {{"", "8.042"}, {"abc", "8.042"}, {"8@", "8.042"}, {"1.2.3", "8.042"}, {"8 xu", "8tỷ"}, {"842 triệu 8 tỷ", "8 tỷ 842 triệu"},
			{"=8+", "=8038+804"}, {"=8/0", "=8038/2"}, {"9999999tỷ", "1.000.000.000"}, {"0,1đ", "8,042001"}, {"8,842", "F9"}, {"41", "40"}},
		form.KindPercent: {{"", "63,7"}, {"abc", "63,7"}, {"63.725", "63,7"}, {"101", "100"}},
		form.KindDate: {{"", "15/6/2024"}, {"abc", "15/6/2024"}, {"31/2/2024", "29"}, {"1/13/2024", "15/6/2024"}, {"1/1/0204", "15/6/2024"},
			{"+99999", "15/6/2024"}, {"16/6/2024", "15/06/2024"}},
		form.KindTime:    {{"", "8:30"}, {"abc", "8:30"}, {"25:00", "23:59"}},
		form.KindYesNo:   {{"", ""}, {"abc", ""}},
		form.KindYesNoNA: {{"", ""}, {"abc", ""}, {"2", "Ctrl+N"}, {"-", "Ctrl+N"}},
		form.KindOne:     {{"", ""}, {"c", ""}},
		form.KindMany:    {{"", ""}, {"a c", ""}},
		form.KindLookup:  {{"", "F9"}, {"99999@2024-01-01", "F9"}},
	}
}

// needed is what the sentences say where an example would not be the same in both
// languages.
func needed(w *i18n.Words, k form.Kind) string {
	switch k {
	case form.KindOne, form.KindMany:
		return map[string]string{"vi": "Loại A", "en": "Sort A"}[w.Lang]
	case form.KindYesNo, form.KindYesNoNA:
		return map[string]string{"vi": "Không", "en": "No"}[w.Lang]
	}
	return w.Problems.Needs[k]
}

var inside = regexp.MustCompile(`%!|parse "|strconv|runtime|<nil>|errNo|none of the choices|\{|\}|vn\.`)

func session(t *testing.T) *form.Session {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	def, err := form.Load("kinds.yaml", []byte(everyKind), cat)
	if err != nil {
		t.Fatal(err)
	}
	visit, _ := vn.NewDate(2024, 6, 15)
	n := 0
	return form.NewSession(def, form.Record{}, form.Setting{Catalog: cat, Visit: visit, Province: "42", NewRow: func() form.Row {
		n++
		return form.Row(fmt.Sprintf("r%d", n))
	}})
}

func TestEverySentenceSaysWhatStandsThereAndWhatWouldBeRight(t *testing.T) {
	codes := map[form.Code]bool{}
	for k, list := range tries() {
		for _, try := range list {
			s := session(t)
			s.Answer(form.Field{Item: "integer"}, "40")
			f := form.Field{Item: string(k)}
			s.Answer(f, try.text)
			problems := s.ProblemsAt(f)
			if len(problems) == 0 {
				t.Errorf("%s takes %q", k, try.text)
			}
			for _, p := range problems {
				codes[p.Code] = true
				for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
					said := w.Problem(p)
					check(t, w, said, k, try, s.Shown(f, w.Lang))
					if !strings.HasPrefix(w.ProblemOf("3.06", p), "3.06: ") {
						t.Errorf("the item is not named: %q", w.ProblemOf("3.06", p))
					}
				}
			}
		}
	}
	for _, c := range []form.Code{form.Missing, form.Unread, form.Ambiguous, form.NoteMissing, form.NoReason, form.Broken, form.NotAChoice, form.TooLong} {
		if !codes[c] {
			t.Errorf("nothing that was typed led to %s", c)
		}
	}
}

// check holds a sentence against what was typed; a text that is too long for a
// sentence is there by its beginning.
func check(t *testing.T, w *i18n.Words, said string, k form.Kind, try typed, shown string) {
	t.Helper()
	begins := try.text[:min(len(try.text), 20)]
	if !strings.Contains(said, strings.TrimSpace(begins)) && !strings.Contains(said, shown) || try.text != "" && shown == "" {
		t.Errorf("%s of %s, %q: what was typed is not in %q", w.Lang, k, try.text, said)
	}
	right := try.right
	if right == "" {
		right = needed(w, k)
		if try.text == "" {
			right = w.Problems.Needs[k]
		}
	}
	if !strings.Contains(said, right) {
		t.Errorf("%s of %s, %q: nothing says what would be right (%q): %q", w.Lang, k, try.text, right, said)
	}
	if inside.MatchString(said) || !strings.HasSuffix(said, ".") {
		t.Errorf("%s of %s, %q: %q", w.Lang, k, try.text, said)
	}
}

func TestTheSentencesOfATableSayWhatIsThereAndWhatIsNeeded(t *testing.T) {
	s := session(t)
	table := form.Field{Item: "table"}
	say := func(f form.Field, w *i18n.Words) string {
		list := s.ProblemsAt(f)
		if len(list) != 1 {
			t.Fatalf("%d problems at %s", len(list), f)
		}
		return w.Problem(list[0])
	}
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		if got := say(table, w); !strings.Contains(got, w.Problems.Needs[form.KindTable]) {
			t.Errorf("an empty table: %q", got)
		}
	}
	var last form.Row
	for range 2 {
		last = s.AddFilledRow("table", map[string]string{"name": "Kênh N1"})
	}
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		if got := say(table, w); !strings.Contains(got, "2") || !strings.Contains(got, "3") || !strings.Contains(got, "Ctrl+T") {
			t.Errorf("too few rows: %q", got)
		}
		if got := say(form.Field{Item: "table", Row: last, Part: "name"}, w); !strings.Contains(got, "Kênh N1") || !strings.Contains(got, "2") || !strings.Contains(got, "1") {
			t.Errorf("two rows alike: %q", got)
		}
	}
}

func TestACarriedValueIsNamed(t *testing.T) {
	s := session(t)
	f := form.Field{Item: "money"}
	s.AnswerAll([]form.FieldText{{Field: f, Raw: "12"}}, form.Carried)
	for _, w := range []*i18n.Words{i18n.VI(), i18n.EN()} {
		if got := w.Problem(s.ProblemsAt(f)[0]); !strings.Contains(got, "“12”") || !strings.Contains(got, "Enter") {
			t.Errorf("it says %q", got)
		}
	}
}
