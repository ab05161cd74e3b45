package grid_test

import (
	"strings"
	"testing"

	"giamsat/model/form"
)

func TestAPasteIsShownBeforeItIsDone(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8.038\t0\r\n804\t0\r\n4.286\tkhông rõ\r\n")
	s.wantShown("Dán 3 dòng × 2 cột từ ô này:", "5 ô đọc được", "1 ô không đọc được (!)", "! Dòng 3, Kéo dài: “không rõ”", "Enter ghi, Esc bỏ", "8.038", "!không rõ")
	s.want(capital(first, "assigned"), "")
	s.Press("9", "tab", "ctrl+t")
	s.want(capital(first, "assigned"), "")
	s.Press("enter")
	s.want(capital(first, "assigned"), "8.038")
	s.want(capital(third, "assigned"), "4.286")
	s.want(capital(third, "carried_in"), "không rõ")
	s.wantShown("Đã ghi 6 ô")
	s.wantHere("capital[" + first + "].assigned")
	s.Press("ctrl+z")
	s.want(capital(first, "assigned"), "")
	s.want(capital(third, "carried_in"), "")
	s.wantShown("Đã hoàn tác việc “dán 6 ô vào 3.T1”.")
	s.Press("ctrl+y")
	s.wantShown("Đã làm lại việc “dán 6 ô vào 3.T1”.")
	s.want(capital(second, "assigned"), "804")
}

func TestAPasteCanBeDeclined(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	before := s.View()
	s.Paste("1.234.567.890\tkhông rõ gì cả\n3\t4")
	s.Press("down", "right", "pgdown", "left", "up", "pgup", "esc")
	if s.View() != before {
		t.Errorf("something is left of the paste\n%s", s.View())
	}
	if s.session.CanUndo() {
		t.Error("something changed")
	}
}

func TestAPasteLeavesComputedAndGivenCells(t *testing.T) {
	s := open(t, options{at: capital(first, "source")})
	s.Paste("NSĐP\t10\t5\t999\t12\nNSĐP\t20\t\t999\t1")
	s.Press("4") // the first row is of another source: that row is taken in all the same
	s.wantShown("4 ô giữ nguyên", "5 ô đọc được")
	s.Press("enter")
	s.want(capital(first, "source"), "Ngân sách trung ương")
	s.want(capital(first, "available"), "15")
	s.want(capital(second, "assigned"), "20")
	s.want(capital(second, "carried_in"), "")
}

func TestAPasteMakesRowsWhereTheTableGrows(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Paste("71/QĐ-UBND\t15/6/2024\tTỉnh\tCó\n\"a \"\"b\"\"\nc\"\t1/2/2024\thuyen\tko\n9\t31/2/2024")
	s.wantShown("thêm 3 dòng mới", "2 ô không đọc được (!)", "! Dòng 2, Còn hiệu lực: “ko”")
	s.Press("enter")
	s.wantRows("decisions", "r1", "r2", "r3")
	s.want(decision("r1", "issued"), "15/06/2024")
	s.want(decision("r1", "in_force"), "Có")
	s.want(decision("r2", "number"), `a "b" c`)
	s.want(decision("r2", "issuer"), "Huyện")
	s.want(decision("r3", "issued"), "31/2/2024")
	s.Press("ctrl+z")
	s.wantRows("decisions")
	s.Press("ctrl+y")
	s.wantRows("decisions", "r1", "r2", "r3")
	s.want(decision("r1", "number"), "71/QĐ-UBND")
}

func TestWhatGoesBeyondTheTableIsSaid(t *testing.T) {
	s := open(t, options{at: cell("households", "rural", "escaped")})
	s.Paste("1\t2\t3\t4\n5\t6\t7\t8\n9")
	s.wantShown("2 dòng vượt quá bảng", "2 cột vượt quá bảng", "1 ô đọc được", "1 ô giữ nguyên")
	s.Press("enter")
	s.want(cell("households", "rural", "escaped"), "1")
	s = open(t, options{at: cell("households", "rural", "at_end")})
	s.Paste("1\t2\n3\t4")
	s.wantShown("Không có ô nào dán được")
	s.Press("enter")
	s.wantRows("households", "urban", "rural")
}

func TestOnePieceOfTextGoesIntoTheCell(t *testing.T) {
	at := capital(first, "cause")
	s := open(t, options{at: at})
	s.Paste("giao vốn muộn\n")
	s.Press("tab")
	s.want(at, "giao vốn muộn")
	s.Press("shift+tab", "space")
	s.Paste(",\r\nchờ hướng dẫn")
	s.wantShown("2 dòng được dán thành một dòng")
	s.Press("tab")
	s.want(at, "giao vốn muộn, chờ hướng dẫn")
}

func TestAPasteAsksAboutItsComma(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8,038\t0\n0,804\t0\n4,286\t0")
	s.wantShown("8,038 là:", "[,] 8,038 (kiểu Việt Nam 1.234,5)", "[.] 8.038 (kiểu Anh 1,234.5)")
	s.Press("enter")
	s.wantShown("bấm dấu phẩy (,) hoặc dấu chấm (.)")
	s.want(capital(first, "assigned"), "")
	s.Press(",", ".")
	s.wantShown("8.038", "0,804", "1 ô chỉ đọc được theo kiểu Việt Nam: đọc kiểu Việt Nam")
	s.Press("enter")
	s.want(capital(second, "assigned"), "0,804")
	s.want(capital(first, "assigned"), "8.038")
	s.want(capital(third, "assigned"), "4.286")
}

func TestAPasteOfManyRowsCanBeLookedThrough(t *testing.T) {
	s := open(t, options{at: decisions})
	var b strings.Builder
	for i := range 100 {
		b.WriteString(strings.Repeat("x", i%7+1) + "\t15/6/2024\n")
	}
	s.Paste(b.String())
	s.wantShown("thêm 100 dòng mới", "còn 8")
	for range 20 {
		s.Press("pgdown")
	}
	s.wantShown("100 →xx ")
	s.Press("enter")
	if n := len(s.rowsOf("decisions")); n != 100 {
		t.Errorf("%d rows", n)
	}
	if f := (form.Field{Item: "decisions", Row: "r100", Part: "issued"}); s.value(f) != "15/06/2024" {
		t.Errorf("the last row has %q", s.value(f))
	}
}

// With several lines said under the table none of the rows of the block was in sight.
func TestTheRowsOfAPasteAreInSight(t *testing.T) {
	for _, height := range []int{24, 20, 16} {
		s := open(t, options{at: decisions, width: 80, height: height})
		for range 14 {
			s.Press("ctrl+t")
			s.enter("9/QĐ", "tab")
		}
		s.Press("up", "up", "home")
		before := s.View()
		s.Paste("81/QĐ\t31/2/2024\tsai\tko\n82/QĐ\t30/2/2024\tsai\tko\n83/QĐ\t1/2/2024\t\n84/QĐ")
		s.wantShown("81/QĐ", "82/QĐ", "83/QĐ")
		s.Press("esc")
		if s.View() != before {
			t.Errorf("declined, the table is not as it was:\n%s", s.View())
		}
		s.Paste("81/QĐ\n" + strings.Repeat("99/QĐ\n", 30))
		s.wantShown("81/QĐ")
	}
}

func TestUndoOfAPasteGoesToItsFirstCell(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8.038\t1\n804\t2\n4.286\t3")
	s.Press("enter", "end", "down", "down", "down", "ctrl+z")
	s.wantHere("capital[" + first + "].assigned")
	s.Press("end", "down", "ctrl+y")
	s.wantHere("capital[" + first + "].assigned")
}
