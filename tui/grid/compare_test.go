package grid_test

import (
	"strings"
	"testing"
)

// The figures of a block that lies a column too far can all be read: only what is
// computed shows it.
func TestABlockThatContradictsWhatIsComputedIsMarked(t *testing.T) {
	block := "8.038\t0\t8.038\t4.286\n804\t5\t809\t9"
	s := open(t, options{at: capital(first, "carried_in")})
	s.Paste(block)
	s.wantShown("! Dòng 1, Tổng vốn: khối ghi “0”, tính ra “8.038”", "4 ô tự tính khác với khối (!)", "!  8.038")
	if strings.Contains(s.View(), "+1") {
		t.Errorf("a number of no row is shown\n%s", s.View())
	}
	s.Press("esc", "left")
	s.Paste(block)
	s.wantShown("2 ô giữ nguyên")
	if strings.Contains(s.View(), "tự tính khác") || strings.Contains(s.View(), "!") {
		t.Errorf("what adds up is marked\n%s", s.View())
	}
	s.Press("enter", "ctrl+z")
	s.want(capital(first, "assigned"), "")
	if s.session.CanUndo() {
		t.Error("looking at the block left something to undo")
	}
}

func TestWhatWasRoundedContradictsNothing(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8.038,4\t1,3\t8.040\t4.286\t53,3%\n804,25\t0\t804,2\t100\t12,43")
	if strings.Contains(s.View(), "tự tính khác") {
		t.Errorf("rounding is marked\n%s", s.View())
	}
	s.Press("esc")
	s.Paste("8.038,4\t1,3\t8.041,5\t4.286\t58,3%")
	s.wantShown("2 ô tự tính khác với khối (!)")
}

func TestComputedCellsOfNewRowsAreComparedToo(t *testing.T) {
	s := open(t, options{at: capital(fourth, "assigned")})
	s.Paste("5\t1\t6\n7\t2\t99")
	s.wantShown("thêm 1 dòng mới", "! Dòng 5, Tổng vốn: khối ghi “99”, tính ra “9”")
}

// Before it is known how the figures are written nothing can be compared.
func TestNothingIsComparedBeforeTheFiguresAreRead(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8,038\t1,000\t9,038")
	if strings.Contains(s.View(), "tự tính khác") {
		t.Errorf("figures are compared that have two readings\n%s", s.View())
	}
	s.Press(".")
	if strings.Contains(s.View(), "tự tính khác") {
		t.Errorf("what adds up is marked\n%s", s.View())
	}
	s.Press("esc")
	s.Paste("8,038\t1,000\t90,380")
	s.Press(".")
	s.wantShown("1 ô tự tính khác với khối (!)")
}
