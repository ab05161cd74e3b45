package i18n

import (
	"errors"
	"fmt"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// Problems is what is said about answers, one sentence a code. Each says what
// stands there, what is the matter with it, and what would be right.
type Problems struct {
	Missing      string // %s: what is needed
	MissingAny   string // without that
	Unread       string // %s: as typed, %s: why it cannot be read, %s: what is needed
	Cured        string // %s: as typed, %s: why, %s: what to write instead
	Uncured      string // %s: as typed, %s: why; of no known kind of item
	UnreadAny    string // without a known cause
	Ambiguous    string // %s: as typed, %s and %s: the readings in triệu đồng
	AmbiguousAny string // without the readings
	NoteMissing  string // %s: the answer
	NoteAny      string // without it
	NoReason     string // how a message of a form is told to give the reason
	Asks         string // how a message of a form asks for the reason
	Reason       string // without a message
	Broken       string // without a message
	NotAChoice   string // %s: as typed, %s: the choices
	NotInList    string // %s: as typed, of a list too long to be told
	NotAny       string // without it
	DuplicateRow string // %d and %d: rows, %s: what stands in both
	DuplicateAny string // without them
	TooFewRows   string // %d rows are there, %d are needed
	TooFewAny    string // without the counts
	Unseen       string // %s: the value
	UnseenAny    string // without it
	UnseenPin    string // %s: the value, where it is the one that is pinned for the round
	TooLong      string // %s: how it begins, %d letters are there, %d fit
	TooLongAny   string // without the counts
	Needs        map[form.Kind]string
	Parse        map[vn.Code]string // why a text cannot be read, said after the text
	Cures        map[vn.Code]string // what to write instead, where the kind alone does not say it
	Most         string             // %s: the largest figure there is
	Digits       string             // of a decimal that is too large
	DaysOf       string             // %d/%d: month and year, %d: how many days it has
	MonthsOf     string
	Limits       Limits
}

// Limits says what an answer may be, in the words for amounts and in those for
// days, times and years; %s: the limit.
type Limits struct {
	AtMost, AtLeast, Below, Above, Exactly string
	Latest, Earliest, Before, After        string
}

// Problem says in a full sentence what is the matter with an answer, and what
// would be right. It does not name the item: that is ProblemOf.
func (w *Words) Problem(p form.Problem) string {
	say := w.Problems
	m := p.Matter
	switch p.Code {
	case form.Missing:
		return given(m == nil && say.Needs[p.Kind] != "", say.MissingAny, say.Missing, say.Needs[p.Kind])
	case form.Unread:
		return w.unread(p)
	case form.Ambiguous:
		if p.Err == nil {
			return say.AmbiguousAny
		}
		return w.unread(p)
	case form.NoteMissing:
		return given(m != nil, say.NoteAny, say.NoteMissing, w.quoted(m))
	case form.NoReason, form.Broken:
		return w.ruleSays(p)
	case form.NotAChoice:
		return w.notAChoice(m)
	case form.DuplicateRow:
		if m == nil {
			return say.DuplicateAny
		}
		return fmt.Sprintf(say.DuplicateRow, m.Have, m.Want, m.Shown.In(w.Lang))
	case form.TooFewRows:
		if m == nil {
			return say.TooFewAny
		}
		return fmt.Sprintf(say.TooFewRows, m.Have, m.Want)
	case form.Unseen:
		return given(m != nil, say.UnseenAny, say.Unseen, w.quoted(m))
	case form.TooLong:
		if m == nil {
			return say.TooLongAny
		}
		return fmt.Sprintf(say.TooLong, shorten(m.Raw), m.Have, m.Want)
	}
	return say.Broken
}

// Pinned says of a carried answer that nobody looked at yet that it is the one which is
// pinned for the round: it comes from no earlier record.
func (w *Words) Pinned(p form.Problem) string {
	return fmt.Sprintf(w.Problems.UnseenPin, w.quoted(p.Matter))
}

// ProblemOf is Problem with the code of its item before it, for where the item
// does not stand beside the sentence.
func (w *Words) ProblemOf(code string, p form.Problem) string {
	if code == "" {
		return w.Problem(p)
	}
	return code + ": " + w.Problem(p)
}

// given fills a sentence in where there is what it tells of; else it says the
// sentence that needs nothing.
func given(there bool, bare, sentence, with string) string {
	if !there {
		return bare
	}
	return fmt.Sprintf(sentence, with)
}

// quoted is the answer as people read it, short enough for a sentence.
func (w *Words) quoted(m *form.Matter) string {
	if m == nil {
		return ""
	}
	return shorten(m.Shown.In(w.Lang))
}

// mostQuoted is how much of an answer a sentence repeats, in letters.
const mostQuoted = 32

// shorten is the beginning of a text, on one line.
func shorten(text string) string {
	letters := vn.Graphemes(strings.Join(strings.Fields(text), " "))
	if len(letters) <= mostQuoted {
		return strings.Join(letters, "")
	}
	return strings.Join(letters[:mostQuoted-1], "") + "…"
}

// unread says why a text could not be read, and how it is written.
func (w *Words) unread(p form.Problem) string {
	var twofold *vn.Ambiguous
	if errors.As(p.Err, &twofold) {
		return fmt.Sprintf(w.Problems.Ambiguous, twofold.Raw, twofold.Thousands.Million(), twofold.Decimal.Million())
	}
	var unread *vn.ParseError
	if !errors.As(p.Err, &unread) {
		return w.Problems.UnreadAny
	}
	raw := unread.Raw
	if p.Matter != nil {
		raw = p.Matter.Raw
	}
	why, need := w.Problems.Parse[unread.Code], w.Problems.Needs[p.Kind]
	if cure := w.cure(unread, p.Kind); cure != "" {
		return fmt.Sprintf(w.Problems.Cured, shorten(raw), why, cure)
	}
	if need == "" {
		return fmt.Sprintf(w.Problems.Uncured, shorten(raw), why)
	}
	return fmt.Sprintf(w.Problems.Unread, shorten(raw), why, need)
}

// cure is what to write instead, where the cause says more than the kind of item
// does.
func (w *Words) cure(unread *vn.ParseError, k form.Kind) string {
	say := w.Problems
	switch unread.Code {
	case vn.NoSuchDay:
		switch days := vn.DaysIn(unread.Year, unread.Month); {
		case unread.Year == 0:
		case days == 0:
			return say.MonthsOf
		default:
			return fmt.Sprintf(say.DaysOf, unread.Month, unread.Year, days)
		}
	case vn.TooLarge:
		most, bounded := form.Most(k)
		switch {
		case bounded && k == form.KindMoney:
			return fmt.Sprintf(say.Most, vn.Money(most).Shown()+" "+w.Grid.Million)
		case bounded:
			return fmt.Sprintf(say.Most, vn.FormatInt(most))
		case k == form.KindDecimal || k == form.KindPercent:
			return say.Digits
		}
	case vn.TooFine:
		if k == form.KindDecimal || k == form.KindPercent {
			return say.Digits
		}
	case vn.Empty, vn.TooLong, vn.NotANumber, vn.NotWhole, vn.Grouping, vn.UnknownUnit, vn.UnitOrder, vn.BadExpression, vn.DivideByZero,
		vn.NotADate, vn.YearRange, vn.NoReference, vn.NotATime, vn.NoSuchTime:
	}
	return say.Cures[unread.Code]
}

func (w *Words) notAChoice(m *form.Matter) string {
	switch {
	case m == nil:
		return w.Problems.NotAny
	case len(m.Choices) == 0:
		return fmt.Sprintf(w.Problems.NotInList, w.quoted(m))
	}
	var labels []string
	for _, l := range m.Choices {
		labels = append(labels, l.In(w.Lang))
	}
	return fmt.Sprintf(w.Problems.NotAChoice, w.quoted(m), strings.Join(labels, ", "))
}

func problemsVI() Problems {
	return Problems{
		Missing: "Bắt buộc, chưa trả lời: cần %s.", MissingAny: "Mục bắt buộc, chưa trả lời.",
		Unread: "“%s” %s; cần %s.", Cured: "“%s” %s; %s.", Uncured: "“%s” %s.", UnreadAny: "Không đọc được nội dung đã nhập; nội dung vẫn được giữ.",
		Ambiguous:    "“%s” có hai cách đọc: %s hoặc %s triệu đồng; F9 để chọn.",
		AmbiguousAny: "Số tiền có hai cách đọc; cần chọn một.",
		NoteMissing:  "Trả lời “%s” cần có ghi chú nêu rõ (Ctrl+N).", NoteAny: "Trả lời “Không”, “Không áp dụng” cần có ghi chú (Ctrl+N).",
		Asks: "lý do", NoReason: "nêu lý do trong ghi chú (Ctrl+N)", Reason: "Cần nêu lý do trong ghi chú (Ctrl+N).",
		Broken:     "Chưa khớp một quy tắc của mẫu phiếu.",
		NotAChoice: "“%s” không có trong danh sách; chọn: %s.",
		NotInList:  "“%s” không có trong danh sách áp dụng vào ngày kiểm tra; F9 để chọn.",
		NotAny:     "Không có trong danh sách áp dụng vào ngày kiểm tra; F9 để chọn.",

		DuplicateRow: "Dòng %d trùng dòng %d (%s); sửa một dòng hoặc bỏ dòng (Ctrl+X).", DuplicateAny: "Trùng với một dòng khác; sửa hoặc bỏ dòng (Ctrl+X).",
		TooFewRows: "Bảng có %d dòng, cần ít nhất %d; thêm dòng (Ctrl+T).", TooFewAny: "Bảng chưa đủ số dòng; thêm dòng (Ctrl+T).",
		Unseen:    "“%s” lấy từ phiếu khác, chưa xem lại; Enter nếu vẫn đúng, hoặc trả lời lại.",
		UnseenAny: "Giá trị lấy từ phiếu khác, chưa xem lại; Enter nếu vẫn đúng.",
		UnseenPin: "“%s” là giá trị ghim, chưa xem lại; Enter nếu vẫn đúng, hoặc trả lời lại.",
		TooLong:   "“%s” dài %d chữ, mục này nhận nhiều nhất %d; viết gọn lại.", TooLongAny: "Dài hơn mức mục này cho phép; viết gọn lại.",
		Needs: map[form.Kind]string{
			form.KindText: "một dòng chữ", form.KindLongText: "vài câu", form.KindInteger: "số nguyên, như 1.234", form.KindDecimal: "số, như 12,5",
			form.KindMoney: "số tiền: 8.042 (triệu đồng), 8,5 hoặc 8tỷ", form.KindPercent: "tỷ lệ %, như 63,7",
			form.KindDate: "ngày: 15, 1506 hoặc 15/6/2024", form.KindTime: "giờ: 8:30 hoặc 8h30",
			form.KindYesNo: "Có hoặc Không", form.KindYesNoNA: "Có, Không hoặc Không áp dụng", form.KindOne: "chọn một trong danh sách",
			form.KindMany: "chọn trong danh sách", form.KindLookup: "gõ vài chữ rồi chọn (F9)", form.KindTable: "ít nhất một dòng", form.KindRecords: "ít nhất một phiếu",
		},
		Parse: map[vn.Code]string{
			vn.Empty: "chưa có nội dung", vn.TooLong: "dài quá, không thể là số hoặc ngày", vn.NotANumber: "không đọc được là số", vn.NotWhole: "không phải là số nguyên",
			vn.Grouping: "có dấu chấm, phẩy không đúng chỗ", vn.UnknownUnit: "có đơn vị tiền không rõ", vn.UnitOrder: "có đơn vị tiền sai thứ tự",
			vn.BadExpression: "không tính được", vn.DivideByZero: "chia cho 0", vn.TooLarge: "lớn quá", vn.TooFine: "có quá nhiều chữ số thập phân",
			vn.NotADate: "không đọc được là ngày", vn.NoSuchDay: "không có trong lịch", vn.YearRange: "có năm ngoài khoảng 1900-2199", vn.NoReference: "thiếu tháng, năm",
			vn.NotATime: "không đọc được là giờ", vn.NoSuchTime: "không phải giờ trong ngày",
		},
		Cures: map[vn.Code]string{
			vn.UnknownUnit: "dùng tỷ, triệu (tr), nghìn (k), đồng (đ), như 8tỷ", vn.UnitOrder: "viết từ lớn đến nhỏ, như 8 tỷ 842 triệu",
			vn.BadExpression: "viết phép tính như =8038+804", vn.DivideByZero: "viết số chia khác 0, như =8038/2", vn.TooFine: "tiền tính đến đồng, như 8,042001",
			vn.YearRange: "ghi năm đủ bốn chữ số, như 15/6/2024", vn.NoReference: "chưa biết ngày kiểm tra, ghi đủ như 15/6/2024",
			vn.NoSuchTime: "giờ từ 0:00 đến 23:59, như 8:30",
		},
		Most: "nhiều nhất %s", Digits: "viết gọn trong 18 chữ số, như 12,5", DaysOf: "tháng %d/%d có %d ngày", MonthsOf: "một năm có 12 tháng: viết ngày trước, như 15/6/2024",
		Limits: Limits{AtMost: "nhiều nhất %s", AtLeast: "ít nhất %s", Below: "phải dưới %s", Above: "phải trên %s", Exactly: "phải bằng %s",
			Latest: "muộn nhất %s", Earliest: "sớm nhất %s", Before: "phải trước %s", After: "phải sau %s"},
	}
}

func problemsEN() Problems {
	return Problems{
		Missing: "Required and not answered: it needs %s.", MissingAny: "Required and not answered.",
		Unread: "“%s” %s; it needs %s.", Cured: "“%s” %s; %s.", Uncured: "“%s” %s.", UnreadAny: "What was entered cannot be read; it is kept.",
		Ambiguous:    "“%s” has two readings: %s or %s million đồng; F9 to choose.",
		AmbiguousAny: "The amount has two readings; one is to be chosen.",
		NoteMissing:  "The answer “%s” needs a note that says why (Ctrl+N).", NoteAny: "“No” and “not applicable” need a note (Ctrl+N).",
		Asks: "say why", NoReason: "give the reason in the note (Ctrl+N)", Reason: "A reason is needed in the note (Ctrl+N).",
		Broken:     "A rule of the form is not met.",
		NotAChoice: "“%s” is not in the list; choose: %s.",
		NotInList:  "“%s” is not in the list that is valid on the day of the visit; F9 to choose.",
		NotAny:     "Not in the list that is valid on the day of the visit; F9 to choose.",

		DuplicateRow: "Row %d is the same as row %d (%s); change one, or delete it (Ctrl+X).", DuplicateAny: "The same as another row; change it or delete it (Ctrl+X).",
		TooFewRows: "The table has %d rows and needs at least %d; add some (Ctrl+T).", TooFewAny: "The table has too few rows; add some (Ctrl+T).",
		Unseen:    "“%s” is from another record, not seen; Enter if it holds, or answer anew.",
		UnseenAny: "Taken from another record, not looked at; Enter if it still holds.",
		UnseenPin: "“%s” is pinned for the round, not seen; Enter if it holds, or answer anew.",
		TooLong:   "“%s” is %d letters long, this item takes at most %d; shorten it.", TooLongAny: "Longer than this item takes; shorten it.",
		Needs: map[form.Kind]string{
			form.KindText: "a line of text", form.KindLongText: "some sentences", form.KindInteger: "a whole number, such as 1.234", form.KindDecimal: "a number, such as 12,5",
			form.KindMoney: "an amount: 8.042 (million đồng), 8,5 or 8tỷ", form.KindPercent: "a percentage, such as 63,7",
			form.KindDate: "a day: 15, 1506 or 15/6/2024", form.KindTime: "a time: 8:30 or 8h30",
			form.KindYesNo: "yes or no", form.KindYesNoNA: "yes, no or not applicable", form.KindOne: "an entry from the list",
			form.KindMany: "entries from the list", form.KindLookup: "some letters, then a choice (F9)", form.KindTable: "at least one row", form.KindRecords: "at least one record",
		},
		Parse: map[vn.Code]string{
			vn.Empty: "is empty", vn.TooLong: "is too long to be a number or a date", vn.NotANumber: "cannot be read as a number", vn.NotWhole: "is not a whole number",
			vn.Grouping: "has dots or commas out of place", vn.UnknownUnit: "has an unknown unit", vn.UnitOrder: "has its units out of order",
			vn.BadExpression: "cannot be worked out", vn.DivideByZero: "divides by zero", vn.TooLarge: "is too large", vn.TooFine: "has too many decimals",
			vn.NotADate: "cannot be read as a day", vn.NoSuchDay: "is not in the calendar", vn.YearRange: "has a year outside 1900-2199", vn.NoReference: "lacks month and year",
			vn.NotATime: "cannot be read as a time", vn.NoSuchTime: "is no time of day",
		},
		Cures: map[vn.Code]string{
			vn.UnknownUnit: "use tỷ, triệu (tr), nghìn (k), đồng (đ), as in 8tỷ", vn.UnitOrder: "write from large to small: 8 tỷ 842 triệu",
			vn.BadExpression: "write a sum as =8038+804", vn.DivideByZero: "divide by another number, as in =8038/2", vn.TooFine: "money is counted to the đồng: 8,042001",
			vn.YearRange: "write the year with four digits: 15/6/2024", vn.NoReference: "the day of the visit is not known: write 15/6/2024",
			vn.NoSuchTime: "times go from 0:00 to 23:59, such as 8:30",
		},
		Most: "at most %s", Digits: "keep it within 18 digits, such as 12,5", DaysOf: "month %d/%d has %d days", MonthsOf: "a year has 12 months: write the day first, as in 15/6/2024",
		Limits: Limits{AtMost: "at most %s", AtLeast: "at least %s", Below: "must be below %s", Above: "must be above %s", Exactly: "must be %s",
			Latest: "at the latest %s", Earliest: "at the earliest %s", Before: "must be before %s", After: "must be after %s"},
	}
}
