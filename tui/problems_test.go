package tui_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// faulty is a form in which everything can be wrong: items, notes, cells that are
// typed, cells that are computed, tables as a whole.
const faulty = `
id: inspection
version: "p"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: one
    code: A1
    title: {vi: "Một", en: "One"}
    short: {vi: "Một", en: "One"}
    items:
      - {name: officers, code: A1.01, type: integer, label: {vi: "Cán bộ", en: "Officers"}, required: true, basis: "I"}
      - {name: posted, code: A1.02, type: yesnona, label: {vi: "Niêm yết", en: "Posted"}, required: true, basis: "I"}
      - name: money
        code: A1.T1
        type: table
        label: {vi: "Vốn", en: "Capital"}
        required: true
        basis: "I"
        table:
          free: true
          min_rows: 3
          columns:
            - {name: number, code: A1.T1.1, type: integer, label: {vi: "Số", en: "No."}, required: true, basis: "I"}
            - name: paid
              code: A1.T1.2
              type: money
              label: {vi: "Chi", en: "Paid"}
              constraints: [{id: N1, rule: "paid <= million(100)", severity: stop, message: {vi: "Quá 100", en: "Over 100"}}]
              basis: "I"
  - name: two
    code: A2
    title: {vi: "Hai", en: "Two"}
    short: {vi: "Hai", en: "Two"}
    items:
      - name: shares
        code: A2.T1
        type: table
        label: {vi: "Đối ứng", en: "Shares"}
        basis: "I"
        table:
          axes: [{column: which}]
          columns:
            - {name: which, code: A2.T1.1, type: one, label: {vi: "Dòng", en: "Row"}, choices: [{code: a, vi: "A", en: "A"}, {code: b, vi: "B", en: "B"}], basis: "I"}
            - name: share
              code: A2.T1.2
              type: integer
              label: {vi: "Phần", en: "Share"}
              calculation: "officers"
              constraints: [{id: N2, rule: "share <= 10", severity: reason, message: {vi: "Quá 10", en: "Over 10"}}]
              basis: "I"
      - {name: venue, code: A2.02, type: date, label: {vi: "Ngày", en: "Day"}, basis: "I"}
`

// walker goes from problem to problem in the whole program.
type walker struct {
	*tuitest.Driver
	env *kit.Env
	id  model.RecordID
}

func newWalker(t *testing.T, answer func(*form.Session)) *walker {
	t.Helper()
	w := &walker{env: tuitest.NewEnv(t, tuitest.NewStore(), "vi")}
	w.id = tuitest.BeginOn(t, w.env, tuitest.Form(t, w.env, faulty), kit.Begin{})
	tuitest.FillIn(t, w.env, w.id, answer)
	first := []kit.OpenMsg{{Kind: kit.KindHome}, {Kind: kit.KindFill, ID: w.id, Arg: item("officers")}}
	w.Driver = tuitest.NewModel(t, tui.New(w.env, tui.Options{First: first}), 80, 24)
	return w
}

func item(name string) form.Field { return form.Field{Item: name} }

// press presses a key and says where one stands then.
func (w *walker) press(key string) form.Field {
	w.Press(key)
	return w.env.Desk.Draft(w.id).Record.Place.Field
}

func TestF5GoesBackThroughThePlacesOfF8(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := newWalker(t, func(s *form.Session) {
			s.Answer(item("officers"), rapid.SampledFrom([]string{"", "x", "5", "20"}).Draw(r, "officers"))
			s.Answer(item("posted"), rapid.SampledFrom([]string{"", form.Yes, form.No}).Draw(r, "posted"))
			s.Answer(item("venue"), rapid.SampledFrom([]string{"", "31/2"}).Draw(r, "venue"))
			for range rapid.IntRange(0, 3).Draw(r, "rows") {
				s.AddFilledRow("money", map[string]string{
					"number": rapid.SampledFrom([]string{"", "1", "x"}).Draw(r, "number"), "paid": rapid.SampledFrom([]string{"1", "500"}).Draw(r, "paid")})
			}
		})
		wrong := map[form.Field]bool{}
		for _, p := range w.env.Desk.Draft(w.id).Session.Wrong() {
			wrong[p.Field] = true
		}
		if len(wrong) == 0 {
			return
		}
		var there, back []form.Field
		for range len(wrong) + 1 {
			there = append(there, w.press("f8"))
		}
		if there[0] != there[len(wrong)] {
			r.Fatalf("%d places are wrong, and F8 leads through %v", len(wrong), there)
		}
		for range len(wrong) + 1 {
			back = append(back, w.press("f5"))
		}
		slices.Reverse(back)
		if got, want := back[1:], there[:len(wrong)]; !slices.Equal(got, want) {
			r.Fatalf("F8 leads through %v, F5 through %v", want, got)
		}
		for _, f := range there {
			if !wrong[f] {
				r.Fatalf("F8 leads to %s, where nothing is wrong", f)
			}
		}
	})
}

// Tab leaves a table in which nothing can be typed; F8 went into its first row again,
// for ever.
func TestF8GoesOnBehindATableThatWasLeft(t *testing.T) {
	w := newWalker(t, func(s *form.Session) {
		s.Answer(item("officers"), "20")
		s.Answer(item("venue"), "31/2")
	})
	first := w.press("f8")
	if !first.Cell() || first.Item != "shares" {
		t.Fatalf("the first problem is at %s", first)
	}
	for _, key := range []string{"tab", "esc"} {
		if at := w.press(key); at.Cell() {
			w.press("esc")
		}
		second := w.press("f8")
		if second == first {
			t.Errorf("behind %s F8 leads to %s again", key, second)
		}
		first = second
	}
	if first != item("venue") {
		t.Errorf("behind the table F8 leads to %s", first)
	}
}

// An empty cell of a row that was begun was gone to from within tables alone.
func TestAnEmptyCellOfABegunRowIsVisitedFromTheFormToo(t *testing.T) {
	var row form.Row
	w := newWalker(t, func(s *form.Session) {
		row = s.AddRow("money", "")
		s.Answer(form.Field{Item: "money", Row: row, Part: "paid"}, "5")
		s.Answer(item("venue"), "31/2")
	})
	want := []form.Field{item("money"), {Item: "money", Row: row, Part: "number"}, item("venue")}
	for _, f := range want {
		if got := w.press("f8"); got != f {
			t.Errorf("F8 leads to %s, want %s", got, f)
		}
	}
	if got := w.press("f5"); got != want[1] {
		t.Errorf("F5 leads to %s, want %s", got, want[1])
	}
}
