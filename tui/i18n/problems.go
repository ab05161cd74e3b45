package i18n

import (
	"errors"
	"fmt"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// Problems is what is said about answers, one sentence a code.
type Problems struct {
	Missing      string
	Unread       string // without a known cause
	Ambiguous    string // %s: as typed, %s and %s: the readings in triệu đồng
	AmbiguousAny string // without the readings
	NoteMissing  string
	NoReason     string // %s: the form's message
	Asks         string // how a message of a form asks for the reason
	Reason       string // without a message
	Broken       string // without a message
	NotAChoice   string
	DuplicateRow string
	TooFewRows   string
	Unseen       string
	TooLong      string
	Parse        Parse
}

// Parse is why a text could not be read as a number, an amount, a date or a
// time, one sentence a code of package vn.
type Parse struct {
	Empty         string
	TooLong       string
	NotANumber    string
	NotWhole      string
	Grouping      string
	UnknownUnit   string
	UnitOrder     string
	BadExpression string
	DivideByZero  string
	TooLarge      string
	TooFine       string
	NotADate      string
	NoSuchDay     string
	YearRange     string
	NoReference   string
	NotATime      string
	NoSuchTime    string
}

// Problem says in a full sentence what is the matter with an answer and, where
// it is not plain, what to do.
func (w *Words) Problem(p form.Problem) string {
	said := strings.TrimSuffix(p.Text.In(w.Lang), ".")
	switch p.Code {
	case form.Missing:
		return w.Problems.Missing
	case form.Unread:
		return w.Unread(p.Err)
	case form.Ambiguous:
		if p.Err == nil {
			return w.Problems.AmbiguousAny
		}
		return w.Unread(p.Err)
	case form.NoteMissing:
		return w.Problems.NoteMissing
	case form.NoReason:
		if said == "" {
			return w.Problems.Reason
		}
		if strings.Contains(said, w.Problems.Asks) { // the form's sentence asks for it itself
			return said + " (Ctrl+N)."
		}
		return fmt.Sprintf(w.Problems.NoReason, said)
	case form.Broken:
		if said == "" {
			return w.Problems.Broken
		}
		return said + "."
	case form.NotAChoice:
		return w.Problems.NotAChoice
	case form.DuplicateRow:
		return w.Problems.DuplicateRow
	case form.TooFewRows:
		return w.Problems.TooFewRows
	case form.Unseen:
		return w.Problems.Unseen
	case form.TooLong:
		return w.Problems.TooLong
	}
	return w.Problems.Broken
}

// Unread says why a text could not be read: err is what a function of package
// vn gave back.
func (w *Words) Unread(err error) string {
	var twofold *vn.Ambiguous
	if errors.As(err, &twofold) {
		return fmt.Sprintf(w.Problems.Ambiguous, twofold.Raw, twofold.Thousands.Million(), twofold.Decimal.Million())
	}
	var unread *vn.ParseError
	if errors.As(err, &unread) {
		return w.parse(unread.Code)
	}
	return w.Problems.Unread
}

func (w *Words) parse(code vn.Code) string {
	p := w.Problems.Parse
	switch code {
	case vn.Empty:
		return p.Empty
	case vn.TooLong:
		return p.TooLong
	case vn.NotANumber:
		return p.NotANumber
	case vn.NotWhole:
		return p.NotWhole
	case vn.Grouping:
		return p.Grouping
	case vn.UnknownUnit:
		return p.UnknownUnit
	case vn.UnitOrder:
		return p.UnitOrder
	case vn.BadExpression:
		return p.BadExpression
	case vn.DivideByZero:
		return p.DivideByZero
	case vn.TooLarge:
		return p.TooLarge
	case vn.TooFine:
		return p.TooFine
	case vn.NotADate:
		return p.NotADate
	case vn.NoSuchDay:
		return p.NoSuchDay
	case vn.YearRange:
		return p.YearRange
	case vn.NoReference:
		return p.NoReference
	case vn.NotATime:
		return p.NotATime
	case vn.NoSuchTime:
		return p.NoSuchTime
	}
	return w.Problems.Unread
}

func problemsVI() Problems {
	return Problems{
		Missing:      "Mục bắt buộc, chưa trả lời.",
		Unread:       "Không đọc được nội dung đã nhập; nội dung vẫn được giữ.",
		Ambiguous:    "“%s” có hai cách đọc: %s hoặc %s triệu đồng; F9 để chọn.",
		AmbiguousAny: "Số tiền có hai cách đọc; cần chọn một.",
		NoteMissing:  "Trả lời “Không”, “Không áp dụng” cần có ghi chú (Ctrl+N).",
		Asks:         "lý do",
		NoReason:     "%s: nêu lý do trong ghi chú (Ctrl+N).",
		Reason:       "Cần nêu lý do trong ghi chú (Ctrl+N).",
		Broken:       "Chưa khớp một quy tắc của mẫu phiếu.",
		NotAChoice:   "Không có trong danh sách áp dụng vào ngày kiểm tra; chọn lại.",
		DuplicateRow: "Trùng với một dòng khác của bảng.",
		TooFewRows:   "Bảng chưa đủ số dòng; thêm dòng (Ctrl+T).",
		Unseen:       "Giá trị lấy từ kỳ trước, chưa xem lại; bấm Enter nếu vẫn đúng.",
		TooLong:      "Dài hơn mức mục này cho phép; viết gọn lại.",
		Parse: Parse{
			Empty:         "Chưa có nội dung.",
			TooLong:       "Dài quá, không thể là số hoặc ngày.",
			NotANumber:    "Không phải là số.",
			NotWhole:      "Phải là số nguyên.",
			Grouping:      "Dấu chấm, dấu phẩy không đúng chỗ: viết 8.042 hoặc 8042, phần lẻ 8,5.",
			UnknownUnit:   "Không rõ đơn vị tiền: dùng tỷ, triệu (tr), nghìn (k), đồng (đ).",
			UnitOrder:     "Đơn vị tiền phải từ lớn đến nhỏ: 8 tỷ 842 triệu.",
			BadExpression: "Không tính được phép tính: viết như =8038+804.",
			DivideByZero:  "Phép tính chia cho 0.",
			TooLarge:      "Số quá lớn.",
			TooFine:       "Quá nhiều chữ số thập phân: tiền tính đến đồng.",
			NotADate:      "Không phải là ngày: viết 15, 1506, 150624 hoặc 15/6/2024.",
			NoSuchDay:     "Không có ngày này trong lịch.",
			YearRange:     "Năm ngoài khoảng 1900-2199; kiểm tra lại.",
			NoReference:   "Chưa biết ngày kiểm tra: ghi đủ ngày, tháng, năm.",
			NotATime:      "Không phải là giờ: viết 8:30 hoặc 8h30.",
			NoSuchTime:    "Không có giờ này: từ 0:00 đến 23:59.",
		},
	}
}

func problemsEN() Problems {
	return Problems{
		Missing:      "Required and not answered.",
		Unread:       "What was entered cannot be read; it is kept.",
		Ambiguous:    "“%s” has two readings: %s or %s million đồng; F9 to choose.",
		AmbiguousAny: "The amount has two readings; one is to be chosen.",
		NoteMissing:  "“No” and “not applicable” need a note (Ctrl+N).",
		Asks:         "say why",
		NoReason:     "%s: give the reason in the note (Ctrl+N).",
		Reason:       "A reason is needed in the note (Ctrl+N).",
		Broken:       "A rule of the form is not met.",
		NotAChoice:   "Not in the list that is valid on the day of the visit; choose again.",
		DuplicateRow: "The same as another row of the table.",
		TooFewRows:   "The table has too few rows; add some (Ctrl+T).",
		Unseen:       "Taken from an earlier record, not looked at; Enter if it still holds.",
		TooLong:      "Longer than this item takes; shorten it.",
		Parse: Parse{
			Empty:         "Nothing is there.",
			TooLong:       "Too long to be a number or a date.",
			NotANumber:    "Not a number.",
			NotWhole:      "A whole number is needed.",
			Grouping:      "Dots or commas are out of place: write 8.042 or 8042, decimals 8,5.",
			UnknownUnit:   "Unknown unit: use tỷ, triệu (tr), nghìn (k), đồng (đ).",
			UnitOrder:     "Units go from large to small: 8 tỷ 842 triệu.",
			BadExpression: "The sum cannot be worked out: write it as =8038+804.",
			DivideByZero:  "The sum divides by zero.",
			TooLarge:      "The number is too large.",
			TooFine:       "Too many decimals: money is counted to the đồng.",
			NotADate:      "Not a date: write 15, 1506, 150624 or 15/6/2024.",
			NoSuchDay:     "There is no such day in the calendar.",
			YearRange:     "The year is outside 1900-2199; look again.",
			NoReference:   "The day of the visit is not known: write day, month and year.",
			NotATime:      "Not a time: write 8:30 or 8h30.",
			NoSuchTime:    "There is no such time: 0:00 to 23:59.",
		},
	}
}
