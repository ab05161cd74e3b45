package grid_test

import (
	"testing"

	"giamsat/model/form"
)

func TestACellGoesDownIntoTheEmptyOnesAfterALook(t *testing.T) {
	begin := []form.FieldText{{Field: capital(third, "carried_in"), Raw: "7"}}
	s := open(t, options{at: capital(first, "carried_in"), begin: begin})
	s.Type("12,5")
	s.Press("ctrl+k") // the text is kept first
	s.wantShown("Chép ô này xuống 2 ô trống bên dưới", "1 ô đã có, giữ nguyên", "→   12,5", "Enter ghi, Esc bỏ")
	s.want(capital(second, "carried_in"), "")
	s.Press("enter")
	s.wantShown("Đã ghi 2 ô")
	for row, want := range map[string]string{first: "12,5", second: "12,5", third: "7", fourth: "12,5"} {
		s.want(capital(row, "carried_in"), want)
	}
	s.wantHere("capital[" + first + "].carried_in")
	s.Press("ctrl+z")
	s.want(capital(second, "carried_in"), "")
	s.want(capital(fourth, "carried_in"), "")
	s.want(capital(first, "carried_in"), "12,5")
}

func TestGoingDownCanBeDeclinedOrHurried(t *testing.T) {
	s := open(t, options{at: capital(first, "carried_in")})
	s.enter("5", "ctrl+k", "esc")
	s.want(capital(second, "carried_in"), "")
	s.Press("ctrl+k", "ctrl+k")
	s.want(capital(fourth, "carried_in"), "5")
	s.Press("ctrl+k")
	s.wantShown("Bên dưới không còn ô trống nào.")
}

func TestAnEmptyCellTakesWhatStandsAboveIt(t *testing.T) {
	s := open(t, options{at: capital(second, "carried_in"), begin: []form.FieldText{{Field: capital(first, "carried_in"), Raw: "7"}}})
	s.Press("ctrl+k")
	s.want(capital(second, "carried_in"), "7")
	s.want(capital(third, "carried_in"), "")
	s.Press("down", "down", "ctrl+k")
	s.wantShown("không có gì để chép")
	s.want(capital(fourth, "carried_in"), "")
	s.Press("ctrl+z")
	s.want(capital(second, "carried_in"), "")
}

func TestTextsDatesAndChoicesGoDown(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Paste("71/QĐ\t15/6\tTỉnh\tCó\n72/QĐ\n73/QĐ")
	s.Press("enter", "right", "ctrl+k", "enter", "right", "ctrl+k", "enter", "right", "ctrl+k", "enter")
	s.want(decision("r3", "issued"), "15/06/2024")
	s.want(decision("r3", "issuer"), "Tỉnh")
	s.want(decision("r2", "in_force"), "Có")
	s.Press("right", "ctrl+k")
	s.wantShown("Ô này không hỏi ở dòng này.")
}

func TestWhatIsComputedOrGivenDoesNotGoDown(t *testing.T) {
	s := open(t, options{at: capital(first, "available"), begin: filled()})
	s.Press("ctrl+k")
	s.wantShown("Ô này tự tính.")
	s.Press("home", "ctrl+k")
	s.wantShown("Ô này do mẫu phiếu ghi sẵn.")
	s = open(t, options{at: capital(first, "assigned"), closed: true})
	s.Press("ctrl+k")
	s.wantShown("Phiếu đã hoàn thành")
}

func TestAnAmountInDoubtIsAskedAboutBeforeItGoesDown(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.enter("8,842", "ctrl+k")
	s.wantShown("8,842 là:")
	s.Press(".")
	s.wantShown("Chép ô này xuống 3 ô trống")
	s.Press("enter")
	s.want(capital(fourth, "assigned"), "8.842")
}
