package grid_test

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model/form"
)

// manyColumns is a table of which a window shows a part: its name and a dozen amounts.
func manyColumns() string {
	var b strings.Builder
	b.WriteString(`
id: wide
version: "1"
title: {vi: "Phiếu", en: "Form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: one
    code: "A1"
    title: {vi: "Một", en: "One"}
    short: {vi: "Một", en: "One"}
    items:
      - name: works
        code: A1.17
        type: table
        label: {vi: "Công trình", en: "Works"}
        basis: "I"
        table:
          free: true
          key: [work]
          columns:
            - {name: work, code: A1.17.1, type: text, width: 10, label: {vi: "Tên", en: "Name"}, basis: "I"}
`)
	for n := range 12 {
		fmt.Fprintf(&b, "            - {name: sum%d, code: A1.17.%d, type: money, width: 12, label: {vi: \"Khoản-%d.\", en: \"Sum\"}, basis: \"I\"}\n", n, n+2, n)
	}
	return b.String()
}

// What one types is compared with the two columns before; in a narrow window those come
// first. At the right edge one saw the cell that one typed in, and not where Tab leads.
func TestTheNextColumnIsInSightWhereThereIsRoom(t *testing.T) {
	at := func(col string) form.Field { return cell("works", "r8", col) }
	for _, width := range []int{60, 80, 132} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			s := open(t, options{source: manyColumns(), at: at("sum0"), rows: map[string][]form.Row{"works": {"r8", "r9"}}, width: width, height: 24})
			scrolled, labels := 0, ""
			for n := range 12 {
				s.wantHere(at(fmt.Sprintf("sum%d", n)).String())
				s.Type("8")
				s.wantShown(fmt.Sprintf("Khoản-%d.", n))
				next, twoBefore := fmt.Sprintf("Khoản-%d.", n+1), fmt.Sprintf("Khoản-%d.", n-2)
				switch {
				case n == 11 || strings.Contains(s.View(), next):
				case width >= 80 || n >= 2 && !strings.Contains(s.View(), twoBefore):
					t.Errorf("%q is not in sight\n%s", next, s.View())
				}
				if now := strings.Split(s.View(), "\n")[2]; now != labels {
					labels = now
					scrolled++
				}
				s.Press("tab")
			}
			fit := strings.Count(labels, "Khoản")
			if scrolled > 12-fit+1 {
				t.Errorf("the window moved %d times to show %d columns more", scrolled-1, 12-fit)
			}
		})
	}
}

// Home goes to the name of the row, which is always in sight: the columns behind it
// stay scrolled, and those that a paste filled were not to be seen.
func TestTheColumnsOfAPasteAreInSight(t *testing.T) {
	s := open(t, options{source: manyColumns(), at: form.Field{Item: "works"}})
	s.enter("Cầu", "tab", "end", "home")
	if strings.Contains(s.View(), "Khoản-0.") {
		t.Fatalf("the table is not scrolled\n%s", s.View())
	}
	before := s.View()
	s.Paste("Trường\t11\t12\t13")
	s.wantShown("Khoản-0.", "Khoản-2.", "→      11", "→      13")
	s.Press("esc")
	if s.View() != before {
		t.Errorf("declined, the table is not as it was:\n%s", s.View())
	}
	s.Paste("Trường\t11\t12\t13")
	s.Press("enter")
	s.wantShown("Khoản-0.", "Khoản-2.", "11", "13")
}
