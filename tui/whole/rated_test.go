package whole

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// rated is a form of forty items that are answered by one key each.
func rated() string {
	var b strings.Builder
	b.WriteString(`
id: inspection
version: "t"
title: {vi: "Phiếu thử", en: "Test form"}
programme: GNBV-2021-2025
valid_from: "2021-01-01"
basis: "test"
sections:
  - name: compliance
    code: A4
    title: {vi: "Chấp hành", en: "Compliance"}
    short: {vi: "Chấp hành", en: "Compliance"}
    items:
`)
	for n := range ratedItems {
		fmt.Fprintf(&b, "      - {name: item_%02d, code: A4.%02d, type: yesnona, label: {vi: \"Mục %02d\", en: \"Item %02d\"}, basis: \"I\"}\n", n+1, n+1, n+1, n+1)
	}
	return b.String()
}

const ratedItems = 40

// TestFortyRatedItemsTakeFortyKeys answers them one by one, and all by one write,
// which the program gets in one read: no key is lost, and none goes to another item.
func TestFortyRatedItemsTakeFortyKeys(t *testing.T) {
	t.Parallel()
	keys := strings.Repeat("1121-", ratedItems/5)
	meaning := map[byte]string{'1': form.Yes, '2': form.No, '-': form.NA}
	for name, pieces := range map[string][]string{"one by one": strings.Split(keys, ""), "in one read": {keys}} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			s := d.open(t)
			env := tuitest.NewEnv(t, s, "vi")
			d.id = tuitest.BeginOn(t, env, tuitest.Form(t, env, rated()), kit.Begin{})
			if err := s.Remember(d.id); err != nil {
				t.Fatal(err)
			}
			shut(t, s)
			p := sitDown(t, d)
			p.waitAt(spot{code: "4.01"})
			for _, piece := range pieces {
				p.Type(piece)
			}
			p.WaitFor("40/40", patience)
			p.leave()
			op := d.read(t, d.id)
			for n := range ratedItems {
				f := form.Field{Item: fmt.Sprintf("item_%02d", n+1)}
				if got := op.Filled.Answers[f].Raw; got != meaning[keys[n]] {
					t.Errorf("%s is %q after the key %c", f, got, keys[n])
				}
			}
			if op.Record.Status != model.Draft {
				t.Errorf("the record is %s", op.Record.Status)
			}
		})
	}
}
