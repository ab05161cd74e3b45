package grid_test

import (
	"testing"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// twoParts are the parts of 8 842 triệu.
func twoParts(t *testing.T, width int) *sheet {
	t.Helper()
	return open(t, options{at: decision("r8", "amount"), rows: map[string][]form.Row{"decisions": {"r8", "r9"}}, width: width, height: 24,
		begin: []form.FieldText{{Field: capital(first, "assigned"), Raw: "8038"}, {Field: capital(second, "assigned"), Raw: "804"}}})
}

func TestACommaWithThreeDigitsIsAskedOnce(t *testing.T) {
	s := twoParts(t, 80)
	s.enter("8,842", "enter")
	s.wantShown("8,842 là: [,] 8 triệu 842 nghìn đồng", "[.] 8 tỷ 842 triệu đồng, khớp tổng các")
	s.wantHere("decisions[r8].amount")
	s.Press(".")
	s.want(decision("r8", "amount"), "8.842")
	s.wantHere("decisions[r9].amount")
	s.enter("4,715", "enter")
	s.want(decision("r9", "amount"), "4.715")
	if s.session.Comma() != vn.CommaThousands {
		t.Error("the answer is not remembered")
	}
}

func TestTheCommaAnswersThatItBeginsDecimals(t *testing.T) {
	s := twoParts(t, 80)
	s.enter("8,842", "tab")
	s.Press(",")
	if n, _ := s.session.Get(decision("r8", "amount")).Value.Int(); n != 8_842_000 {
		t.Errorf("the amount is %d đồng", n)
	}
	s.wantHere("decisions[r9].number")
}

func TestTheQuestionCanBeLeftOpen(t *testing.T) {
	for key, here := range map[string]string{
		"enter": "decisions[r9].amount", "tab": "decisions[r9].number", "left": "decisions[r8].replaced_by", "down": "decisions[r9].amount",
	} {
		t.Run(key, func(t *testing.T) {
			s := twoParts(t, 80)
			s.enter("8,842", "enter", key)
			s.want(decision("r8", "amount"), "8,842")
			s.wantHere(here)
		})
	}
	t.Run("by typing on", func(t *testing.T) {
		s := twoParts(t, 80)
		s.enter("8,842", "enter")
		s.enter("7", "enter")
		s.want(decision("r8", "amount"), "8,842")
		s.want(decision("r9", "amount"), "7")
	})
	t.Run("by typing on, whatever the digit", func(t *testing.T) {
		for _, next := range []string{"1200", "2500"} {
			s := twoParts(t, 80)
			s.enter("8,842", "enter")
			s.enter(next, "enter")
			s.want(decision("r8", "amount"), "8,842")
			if got, _ := s.session.Get(decision("r9", "amount")).Value.Int(); got == 0 || s.session.Comma() != vn.CommaUnknown {
				t.Errorf("%q typed on: the next amount is %d, the comma is taken as %v", next, got, s.session.Comma())
			}
			s.Press("up", "up")
			s.wantShown("8,842 là: [,]") // asked again where one comes back
			s.Press(".")
			s.want(decision("r8", "amount"), "8.842")
			s.wantHere("decisions[r8].amount")
		}
	})
	t.Run("by pasting on", func(t *testing.T) {
		s := twoParts(t, 80)
		s.enter("8,842", "enter")
		s.Paste("1200")
		s.Press("enter")
		s.want(decision("r8", "amount"), "8,842")
		s.want(decision("r9", "amount"), "1.200")
	})
	t.Run("and asked again by F9", func(t *testing.T) {
		s := twoParts(t, 80)
		s.enter("8,842", "enter", "enter", "up")
		s.wantShown("8,842 là: [,]")
		s.Press("f9", ".")
		s.want(decision("r8", "amount"), "8.842")
		s.wantHere("decisions[r8].amount")
	})
	t.Run("by undo", func(t *testing.T) {
		s := twoParts(t, 80)
		s.enter("8,842", "ctrl+z")
		s.want(decision("r8", "amount"), "")
	})
}

func TestUndoTakesTheAnswerBack(t *testing.T) {
	s := twoParts(t, 80)
	s.enter("8,842", "enter")
	s.Press(".", "ctrl+z")
	s.want(decision("r8", "amount"), "8,842")
	s.wantHere("decisions[r8].amount")
	s.wantShown("Đã hoàn tác việc “chọn nghĩa của dấu phẩy, 1 số đọc theo”.")
	s.Press("ctrl+y")
	s.want(decision("r8", "amount"), "8.842")
	s.wantHere("decisions[r8].amount")
}

func TestAnAmountByItsUnitIsAskedForItself(t *testing.T) {
	s := twoParts(t, 80)
	s.enter("2tr5", "enter")
	s.wantShown("2tr5 là: [,] 2,5 triệu  [.] 2,005 triệu")
	s.Press(",")
	s.want(decision("r8", "amount"), "2,5")
	if s.session.Comma() != vn.CommaUnknown {
		t.Error("an answer about one amount is kept for all")
	}
}

func TestAnAmountTypedInDongInACellIsAskedAbout(t *testing.T) {
	s := twoParts(t, 80)
	s.enter("8.842.000.000", "enter")
	s.wantShown("8.842.000.000 là: [,] 8.842 triệu, khớp tổng các phần", "[.] 8.842.000.000 triệu")
	s.Press(",")
	s.want(decision("r8", "amount"), "8.842")
	s.wantHere("decisions[r9].amount")
	s.enter("4715000000", "enter")
	s.wantShown("4715000000 là: [,] 4.715 triệu, nếu là đồng")
}

// A block of amounts in đồng asks about its cells, not about the way it is written.
func TestABlockInDongAsksAboutItsFirstCell(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Paste("8042000000\t5\n")
	s.Press("enter")
	s.wantShown("8042000000 là: [,] 8.042 triệu, nếu là đồng")
	s.Press(",")
	s.want(capital(first, "assigned"), "8.042")
}

// Below the last row of a table that does not grow there is no next cell: what is typed
// would take the place of the amount that is asked about.
func TestNothingIsTypedOverTheAmountThatIsAskedAbout(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	for range s.rowsOf("capital") {
		s.Press("down")
	}
	last := s.session.Rows("capital")[len(s.session.Rows("capital"))-1].ID
	s.enter("8,842", "enter")
	s.Press("1", "2")
	s.Paste("3")
	s.want(form.Field{Item: "capital", Row: last, Part: "assigned"}, "8,842")
	s.wantShown("8,842 là: [,]")
	s.Press(",")
	if n, _ := s.session.Get(form.Field{Item: "capital", Row: last, Part: "assigned"}).Value.Int(); n != 8_842_000 {
		t.Errorf("the amount is %d đồng", n)
	}
}

// From any wish that leads out of the row a digit goes on to the next cell.
func TestADigitTypedInsteadOfAWishGoesOn(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.enter("8,842", "f2")
	s.enter("12", "enter")
	s.want(capital(first, "assigned"), "8,842")
	s.want(capital(first, "carried_in"), "12")
}
