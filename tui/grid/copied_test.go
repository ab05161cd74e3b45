package grid_test

import (
	"strings"
	"testing"
)

func TestFiguresOfAnEnglishSpreadsheetAreAskedAboutOnce(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8,042.50\t8.042\n12.5\t1,234,567\n(1,200)\t-\n")
	s.wantShown("8.042 là:", "[,] 8.042 (kiểu Việt Nam 1.234,5)", "[.] 8,042 (kiểu Anh 1,234.5)", "1 ô “-” ghi là 0")
	s.Press(".")
	s.wantShown("8.042,5", "12,5", "1.234.567", "-1.200", "6 ô đọc được")
	s.Press("enter")
	s.want(capital(first, "assigned"), "8.042,5")
	s.want(capital(first, "carried_in"), "8,042")
	s.want(capital(second, "assigned"), "12,5")
	s.want(capital(third, "assigned"), "-1.200")
	s.want(capital(third, "carried_in"), "0")
	s.Press("ctrl+z")
	s.want(capital(first, "assigned"), "")
	s.want(capital(third, "carried_in"), "")
}

func TestFiguresInTheVietnameseWayNeedNoQuestion(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8.042\t8042,5\r\n1.200\u00a0\t(1.200)\r\n=8038+804\t8 tỷ\r\n")
	s.wantShown("6 ô đọc được")
	if strings.Contains(s.View(), "[.]") {
		t.Errorf("it asks\n%s", s.View())
	}
	s.Press("enter")
	s.want(capital(first, "carried_in"), "8.042,5")
	s.want(capital(second, "assigned"), "1.200")
	s.want(capital(second, "carried_in"), "-1.200")
	s.want(capital(third, "assigned"), "8.842")
	s.want(capital(third, "carried_in"), "8.000")
}

func TestBothWaysInOneBlockAreNeverGuessed(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8.042,5\n8,042.5\n8.042")
	s.wantShown("8.042 là:")
	s.Press("enter")
	s.want(capital(first, "assigned"), "")
	s.Press(",")
	s.wantShown("3 ô đọc được", "1 ô chỉ đọc được theo kiểu Anh: đọc kiểu Anh")
	s.Press("enter")
	s.want(capital(first, "assigned"), "8.042,5")
	s.want(capital(second, "assigned"), "8.042,5")
	s.want(capital(third, "assigned"), "8.042")
	if !strings.Contains(s.notice, "1 ô chỉ đọc được theo kiểu Anh: đọc kiểu Anh.") {
		t.Errorf("afterwards it says %q", s.notice)
	}
}

// A figure with one reading is read, whatever the others are: only those that have
// two wait for the answer.
func TestFiguresWithOneReadingAreNotAskedAbout(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("2,500.75\t1.234,5\n12,5\t3")
	s.wantShown("4 ô đọc được", "2.500,75")
	if strings.Contains(s.View(), "[.]") || strings.Contains(s.View(), "?2.500") {
		t.Errorf("it asks\n%s", s.View())
	}
	s.Press("enter")
	s.want(capital(first, "assigned"), "2.500,75")
	s.want(capital(first, "carried_in"), "1.234,5")
	s.want(capital(second, "assigned"), "12,5")
	s.want(capital(second, "carried_in"), "3")
}

func TestLabelsThatWereCopiedAlongAreLeftOut(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	block := "Năm\tLoại\tNguồn\tGiao\tKéo dài\n2023\tSN\tNgân sách trung ương\t8.038\t0\n2023\tSN\tNSĐP\t804\t5\n"
	s.Paste(block)
	s.wantShown("Dán 2 dòng × 2 cột", "[1] dòng đầu là tên cột: bỏ ra", "[2] 3 cột đầu là tên dòng: bỏ ra", "4 ô đọc được")
	s.Press("2")
	s.wantShown("[2] dán cả 3 cột đầu", "Dán 2 dòng × 5 cột", "không đọc được (!)")
	s.Press("2", "1")
	s.wantShown("[1] dán cả dòng đầu", "! Dòng 1, Giao: “Giao”")
	s.Press("1", "enter")
	s.want(capital(first, "assigned"), "8.038")
	s.want(capital(second, "carried_in"), "5")
	s.want(capital(third, "assigned"), "")
}

func TestTheNamesOfTheFormsRowsAreLeftOut(t *testing.T) {
	s := open(t, options{at: cell("households", "urban", "at_start")})
	s.Paste("\tĐầu kỳ\tThoát\nThành thị\t1.200\t35\nNông thôn\t640\t12\n")
	s.wantShown("[1] dòng đầu", "[2] 1 cột đầu", "4 ô đọc được")
	s.Press("enter")
	s.want(cell("households", "urban", "at_start"), "1.200")
	s.want(cell("households", "rural", "escaped"), "12")
}

func TestABlockOfOtherRowsIsMarked(t *testing.T) {
	s := open(t, options{at: capital(first, "plan_year")})
	s.Paste("2023\tSN\tNSĐP\t804\n2023\tSN\tNSTW\t8.038")
	s.wantShown("2 ô ghi sẵn khác với khối (!)", "! Dòng 1, Nguồn: khối ghi “NSĐP”, bảng ghi “Ngân sách trung ương”")
}

func TestAWordOverTextsIsNoLabel(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Paste("Số 71\t15/6/2024\nSố 72\t16/6/2024")
	if strings.Contains(s.View(), "[1]") {
		t.Errorf("the first row is taken for labels\n%s", s.View())
	}
	s.Press("1", "2", ".", "enter")
	s.wantRows("decisions", "r1", "r2")
}

func TestChoicesArePastedByLabelOrCode(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Paste("71\t2024-06-15\tprovince\tCó\n72\t15/6\tHUYEN\tx\n73\t6/15/2024\tBộ\t0")
	s.wantShown("2 ô không đọc được (!)", "! Dòng 3, Ngày: “6/15/2024”", "Tỉnh", "Huyện")
	s.Press("enter")
	s.want(decision("r1", "issued"), "15/06/2024")
	s.want(decision("r2", "issuer"), "Huyện")
	s.want(decision("r3", "in_force"), "Không")
	s.want(decision("r3", "issuer"), "Bộ")
}

func TestABlockIsToldInALowWindowToo(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), width: 60, height: 20})
	s.Paste("Giao\tKéo dài\tA\tB\tC\tD\tE\tF\tG\n8,038\tkhông rõ\n1\n2\n3\n4\n5\n6\n7\n8\n9")
	s.wantShown("Dán 10 dòng", "! Dòng 1, Kéo dài: “không rõ”", "[.] 8.038")
	bounded(t, s, 60, 15)
}

// A copied total would be an answer like the others, and double the table's own.
func TestARowThatAddsUpTheOthersIsLeftOut(t *testing.T) {
	for _, word := range []string{"Cộng", "Tổng cộng:", "TỔNG", "Total", "Sum"} {
		s := open(t, options{at: decisions})
		s.Paste("71\t15/6/2024\tTỉnh\tCó\t\t100\n72\t16/6/2024\tTỉnh\tCó\t\t50\n" + word + "\t\t\t\t\t150\n\t\n")
		s.wantShown("Dán 2 dòng", "[3] dòng cuối là dòng cộng: bỏ ra")
		s.Press("3")
		s.wantShown("Dán 4 dòng", "[3] dán cả dòng cộng")
		s.Press("3", "enter")
		s.wantRows("decisions", "r1", "r2")
	}
	s := open(t, options{at: decisions})
	s.Paste("71\t15/6/2024\nCộng đồng\t16/6/2024")
	s.Press("enter")
	s.wantRows("decisions", "r1", "r2")
}

func TestARowOfATotalAfterTheNamesOfRowsIsLeftOut(t *testing.T) {
	s := open(t, options{at: cell("households", "urban", "at_start")})
	s.Paste("\tĐầu năm\tThoát nghèo\nThành thị\t1.200\t35\nCộng\t1.200\t35\n")
	s.wantShown("Dán 1 dòng × 2 cột", "[1] dòng đầu", "[2] 1 cột đầu", "[3] dòng cuối")
	s.Press("enter")
	s.want(cell("households", "rural", "at_start"), "")
}

func TestHeadingsOfOtherColumnsAreTold(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("Kéo dài\tGiao\n8.038,5\t0\n804,5\t5")
	s.wantShown("! Cột “Kéo dài” của khối sẽ dán vào cột “Giao”")
	s.Press("esc")
	s.Paste("Giao\tKéo dài\n8.038,5\t0\n804,5\t5")
	if strings.Contains(s.View(), "sẽ dán vào") {
		t.Errorf("headings that fit are told\n%s", s.View())
	}
}

// The labels that are left out go nowhere: the first column that does is told.
func TestAHeadingBehindLabelsIsTold(t *testing.T) {
	s := open(t, options{at: capital(first, "carried_in")})
	s.Paste("Năm\tLoại\tNguồn\tGiao\n2023\tSN\tNSTW\t8.038\n2023\tSN\tNSĐP\t804")
	s.wantShown("! Cột “Giao” của khối sẽ dán vào cột “Kéo dài”")
}
