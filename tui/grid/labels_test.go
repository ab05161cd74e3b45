package grid_test

import (
	"strings"
	"testing"
)

// A row of figures that says it is of another row must not be written without a
// person saying so.
func TestRowsThatNameOtherRowsAreLeftOut(t *testing.T) {
	for name, block := range map[string]string{
		"the labels go where they stand": "2023\tSN\tNSTW\t8.038\n2023\tDT\tNSTW\t804\n2023\tDT\tNSTW\t12",
		"with their headings":            "Năm\tLoại\tNguồn\tGiao\n2023\tSN\tNSTW\t8.038\n2023\tDT\tNSTW\t804\n2023\tDT\tNSTW\t12",
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, options{at: capital(first, "plan_year")})
			s.Paste(block)
			s.wantShown("[4] 1 dòng có tên khác dòng của bảng (!): bỏ ra", "! Dòng 2, Loại: khối ghi “DT”", "2 ô đọc được")
			s.Press("enter")
			s.want(capital(first, "assigned"), "8.038")
			s.want(capital(second, "assigned"), "")
			s.want(capital(third, "assigned"), "12")
		})
	}
}

func TestAKeyTakesInRowsThatNameOtherRows(t *testing.T) {
	s := open(t, options{at: capital(first, "plan_year")})
	s.Paste("2023\tDT\tNSTW\t8.038\n2023\tDT\tNSTW\t804")
	s.wantShown("[4] 2 dòng")
	s.Press("enter")
	s.want(capital(first, "assigned"), "")
	s.wantShown("Không có ô nào dán được")
	s.Press("4")
	s.wantShown("[4] dán cả 2 dòng có tên khác (!)", "2 ô đọc được")
	s.Press("enter")
	s.want(capital(first, "assigned"), "8.038")
	s.want(capital(second, "assigned"), "804")
}

// All of the labels are left out, also where they are those of other rows; these rows
// are left out with them.
func TestLabelsOfOtherRowsAreLeftOutByTheirNames(t *testing.T) {
	rows := "2023\tSN\tNSTW\t8.038\t1\n2023\tDT\tNSTW\t804\t2\n2023\tDT\tNSTW\t12\t3\n"
	for name, block := range map[string]string{
		"by the headings": "Năm\tLoại\tNguồn\tGiao\tKéo dài\n" + rows,
		"by the values":   rows,
		"a number before": "TT\tNăm\tLoại\tNguồn\tGiao\tKéo dài\n1\t" + strings.ReplaceAll(strings.TrimSpace(rows), "\n", "\n2\t"),
		"another year":    "Năm\tLoại\tNguồn\tGiao\tKéo dài\n" + strings.Replace(rows, "2023\tDT\tNSTW\t804", "2022\tSN\tNSĐP\t804", 1),
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, options{at: capital(first, "assigned")})
			s.Paste(block)
			s.wantShown("Dán 3 dòng × 2 cột", "cột đầu là tên dòng: bỏ ra", "[4] 1 dòng có tên khác", "! Dòng 2, ", "4 ô đọc được")
			s.Press("enter")
			s.want(capital(first, "assigned"), "8.038")
			s.want(capital(second, "assigned"), "")
			s.want(capital(second, "carried_in"), "")
			s.want(capital(third, "carried_in"), "3")
		})
	}
}

func TestTheFormsRowsInAnotherOrderAreLeftOut(t *testing.T) {
	s := open(t, options{at: cell("households", "urban", "at_start")})
	s.Paste("Nông thôn\t640\t12\nThành thị\t1.200\t35")
	s.wantShown("[2] 1 cột đầu", "[4] 2 dòng")
	s.Press("enter")
	s.want(cell("households", "urban", "at_start"), "")
	s.want(cell("households", "rural", "at_start"), "")
}

func TestANewRowTakesItsLabels(t *testing.T) {
	s := open(t, options{at: capital(fourth, "assigned")})
	s.Paste("Năm\tLoại\tNguồn\tGiao\n2023\tDT\tNSĐP\t5\n2022\tSN\tNSTW\t8\n")
	s.wantShown("thêm 1 dòng mới", "2022")
	s.Press("enter")
	s.want(capital(fourth, "assigned"), "5")
	s.want(capital("r1", "plan_year"), "2022")
	s.want(capital("r1", "source"), "Ngân sách trung ương")
	s.want(capital("r1", "assigned"), "8")
}

func TestARowWithoutLabelsTakesThoseOfTheBlock(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Press("ctrl+t", "right")
	s.Paste("Số, ký hiệu\tNgày\tCấp\n71/QĐ\t15/6/2024\tTỉnh")
	s.wantShown("→71/QĐ", "[2] 1 cột đầu")
	s.Press("enter")
	s.want(decision("r1", "number"), "71/QĐ")
	s.want(decision("r1", "issued"), "15/06/2024")
	s.Press("right")
	s.Paste("Số, ký hiệu\tCấp\n72/QĐ\tHuyện")
	s.wantShown("[4] 1 dòng có tên khác")
	s.Press("enter")
	s.want(decision("r1", "issuer"), "Tỉnh")
}
