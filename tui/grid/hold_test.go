package grid_test

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/kit"
)

// decisionsCarried is a table of decisions with so many rows that came from a former
// record, the second with a number that no column shows in full.
func decisionsCarried(t *testing.T, rows, height int) *sheet {
	t.Helper()
	s := withFormer(open(t, options{at: form.Field{Item: "decisions"}, width: 80, height: height}), func(was *form.Session) {
		for i := range rows {
			number := fmt.Sprintf("%d/QĐ-UBND", i+1)
			if i == 1 {
				number = strings.Repeat(number, 12)
			}
			was.AddFilledRow("decisions", map[string]string{"number": number, "in_force": "yes"})
		}
	})
	s.Press("ctrl+r")
	return s
}

// holds presses Ctrl+A and returns the list that it opens.
func (s *sheet) holds() *kit.Pick {
	s.tb.Helper()
	s.host.opened = nil
	s.Press("ctrl+a")
	if s.host.opened == nil {
		s.tb.Fatalf("nothing is asked, said is %q:\n%s", s.notice, s.View())
	}
	return s.host.opened.Arg.(*kit.Pick)
}

// carriedCells counts what is still to be looked at in the table.
func (s *sheet) carriedCells(column string) int {
	n := 0
	for _, r := range s.session.Rows("decisions") {
		if s.session.Get(form.Field{Item: "decisions", Row: r.ID, Part: column}).Carried {
			n++
		}
	}
	return n
}

func TestTheCarriedRowsInSightArePassedByOneConfirmation(t *testing.T) {
	s := decisionsCarried(t, 20, 14)
	pick := s.holds()
	list := pick.Find("")
	if len(list) < 4 || len(list) > 9 || !strings.Contains(s.View(), fmt.Sprintf("≈%d/QĐ-UBND ", len(list))) {
		t.Fatalf("%d rows are listed:\n%s", len(list), s.View())
	}
	if got := list[0].Label; got != "dòng 1: 1/QĐ-UBND · Có" {
		t.Errorf("the first row is %q", got)
	}
	if got := list[1].Label; got != "dòng 2: Có" {
		t.Errorf("of the row that is cut off the list says %q", got)
	}
	if title := pick.Confirm(len(list)); !strings.HasPrefix(title, fmt.Sprintf("Giá trị mang sang đang hiện ở %d dòng", len(list))) {
		t.Errorf("the title is %q", title)
	}
	s.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen[1:]})
	if n := s.carriedCells("in_force"); n != 20-len(list)+1 {
		t.Errorf("%d rows are to be looked at", n)
	}
	if want := fmt.Sprintf("Đã xác nhận %d giá trị", 2*(len(list)-1)-1); !strings.HasPrefix(s.notice, want) {
		t.Errorf("said is %q, want %q", s.notice, want)
	}
	if next := fmt.Sprintf("≈%d/QĐ-UBND", 2*len(list)); !strings.Contains(s.View(), next) {
		t.Errorf("the next rows are not in sight:\n%s", s.View())
	}
	s.Press("ctrl+z")
	if n := s.carriedCells("in_force"); n != 20 {
		t.Errorf("one step back leaves %d rows to be looked at", n)
	}
}

func TestATableIsLookedThroughByScreenfuls(t *testing.T) {
	s := decisionsCarried(t, 20, 14)
	presses := 0
	for ; s.carriedCells("in_force") > 0 && presses < 20; presses++ {
		pick := s.holds()
		s.Send(kit.PickedMsg{Tag: pick.Tag, Codes: pick.Chosen})
	}
	if presses > 4 {
		t.Errorf("it takes %d confirmations", presses)
	}
	if n := s.carriedCells("number"); n != 1 {
		t.Errorf("%d numbers are left, want the one that was never seen in full", n)
	}
	s.host.opened = nil
	s.Press("ctrl+a")
	if s.host.opened != nil || s.notice != s.env.Words.Repeat.HoldNone {
		t.Errorf("with it alone in sight %v is asked, said is %q", s.host.opened, s.notice)
	}
}
