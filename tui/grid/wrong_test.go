package grid_test

import (
	"strings"
	"testing"
)

// What is wrong with the table as a whole stands before what is to be entered:
// that is what a narrow window cuts off.
func TestWhatIsWrongStandsBeforeWhatIsAsked(t *testing.T) {
	const rule = `        basis: "I"
        constraints:
          - {id: N3, rule: "sum(capital, .disbursed) <= sum(capital, .assigned)", severity: stop, message: {vi: "Giải ngân cả bảng vượt vốn giao", en: "More disbursed than assigned"}}
        table:
`
	src := strings.Replace(byProject, "        basis: \"I\"\n        table:\n", rule, 1)
	s := open(t, options{source: src, at: capital("2024/DA2/NSTW", "cause")})
	s.Press("left", "left")
	s.enter("9", "left", "left")
	view := s.View()
	wrong, asked := strings.Index(view, "× Giải ngân cả bảng vượt vốn giao"), strings.LastIndex(view, "Kéo dài")
	if wrong < 0 || asked < wrong {
		t.Errorf("what is wrong does not come first\n%s", view)
	}
}

// The mark stood where the bracket does: without colour, "!  9 ]" did not say
// that the cursor was there.
func TestTheCursorShowsWithoutColourOnAMarkedCell(t *testing.T) {
	s := open(t, options{at: capital("2024/DA2/NSTW", "assigned")})
	s.enter("abc", "up")
	if view := s.View(); !strings.Contains(view, "[!") || !strings.Contains(view, "]") {
		t.Errorf("the marked cell has no brackets\n%s", view)
	}
	s.Press("down")
	if view := s.View(); strings.Contains(view, "[!") {
		t.Errorf("the bracket stayed\n%s", view)
	}
}
