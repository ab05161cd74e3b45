package i18n

import (
	"fmt"

	"giamsat/model/form"
)

// Verify is what is said about reading figures from the paper a second time.
type Verify struct {
	Title     string
	Unit      string // of amounts that the form gives no unit of
	Ask       string // what to do
	Again     string // the reading differs from the one before
	Differ    string // three readings differ
	Readings  [3]string
	Further   string // %d: a reading behind these
	Done      string
	Left      string // some were passed over
	Nothing   string // there is nothing to read again
	Amounts   string // %d of %d amounts were read again
	Fields    string // %d of %d fields
	Mended    string // %d: so many were wrong
	Companion string // the companion field, beside the item's label
	Found     map[form.Found]string
}

// Reading names a reading of a figure, the one that stands in the record first.
func (w *Words) Reading(i int) string {
	if i < len(w.Verify.Readings) {
		return w.Verify.Readings[i]
	}
	return fmt.Sprintf(w.Verify.Further, i+1)
}

// Verified says how far the second reading of a record is: of its amounts, or
// with whole of everything that was typed.
func (w *Words) Verified(s *form.Session, whole bool) string {
	list := s.Verifiable(whole)
	read, mended := 0, 0
	for _, f := range list {
		switch s.Verification(f) {
		case form.Same:
			read++
		case form.Corrected:
			read, mended = read+1, mended+1
		case form.NotRead:
		}
	}
	text := w.Verify.Amounts
	if whole {
		text = w.Verify.Fields
	}
	text = fmt.Sprintf(text, read, len(list))
	if mended > 0 {
		text += ", " + fmt.Sprintf(w.Verify.Mended, mended)
	}
	return text
}

func verifyVI() Verify {
	return Verify{
		Title: "Nhập kiểm tra lại", Unit: "triệu đồng",
		Ask:      "Nhập theo giấy, Enter; không thấy trên giấy: Tab để qua.",
		Again:    "Khác lần nhập trước: nhìn giấy và nhập lại lần nữa.",
		Differ:   "Các lần nhập đều khác nhau: nhìn giấy, nhập lại số đúng. Esc: để sau.",
		Readings: [3]string{"đang ghi trong phiếu", "nhập lần hai", "nhập lần ba"}, Further: "nhập lần thứ %d",
		Done:    "Đã kiểm tra lại xong; Esc để về.",
		Left:    "Đã đi hết; những mục bỏ qua sẽ được hỏi lại lần sau. Esc để về.",
		Nothing: "Chưa có gì để kiểm tra lại: chỉ hỏi lại những gì đã nhập.",
		Amounts: "Kiểm tra lại: %d/%d khoản tiền", Fields: "Kiểm tra lại: %d/%d mục đã nhập", Mended: "%d đã sửa",
		Companion: "kiểm tra lại",
		Found:     map[form.Found]string{form.Same: "đúng", form.Corrected: "đã sửa"},
	}
}

func verifyEN() Verify {
	return Verify{
		Title: "Verify by retyping", Unit: "million đồng",
		Ask:      "Type it from the paper, Enter; not on the paper: Tab to pass.",
		Again:    "It differs from the reading before: look at the paper and type it again.",
		Differ:   "All readings differ: look at the paper, type it once more. Esc: later.",
		Readings: [3]string{"in the record", "second reading", "third reading"}, Further: "reading no. %d",
		Done:    "Everything is verified; Esc to go back.",
		Left:    "That was the last; what was passed is asked again next time. Esc goes back.",
		Nothing: "There is nothing to verify: only what was typed is asked about.",
		Amounts: "Verified: %d/%d amounts", Fields: "Verified: %d/%d fields typed", Mended: "%d corrected",
		Companion: "verified",
		Found:     map[form.Found]string{form.Same: "right", form.Corrected: "corrected"},
	}
}
