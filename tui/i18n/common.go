package i18n

import (
	"fmt"
	"time"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// Common is what several screens say.
type Common struct {
	Product   string // the program's name on the title line
	Yes       string // as an answer
	No        string
	NA        string // short, in a row
	Draft     string // states of an inspection
	Completed string

	Saved     string // %s: time of day
	Saving    string
	SaveFault string // a save failed: what happened stands on the note line
	Done      string // %d of %d items
	Missing   string // %d: required items not answered
	Stops     string // %d: problems to be put right
	Reasons   string // %d: problems that want a reason
	Today     string
	Yesterday string
	Weekdays  [7]string // Sunday first, as time.Weekday counts

	Quitting    string // what is owed is being saved
	QuitUnsaved string // %d: answers that would be lost; asks stay, retry or leave
	QuitTried   string // %d: times that saving was tried again from the question, in vain
	QuitKept    string // %d: answers that are not saved but come back at the next start; asks the same
	Stay        string
	Retry       string
	Leave       string
	LeaveKept   string
	TooSmall    string // %d, %d: least width and height
	NotHere     string // an action that has no meaning here now
	Switched    string // the language was switched
	MoreLines   string // %d: lines not shown
}

func commonVI() Common {
	return Common{
		Product: "Giám sát giảm nghèo",
		Yes:     "Có", No: "Không", NA: "K.áp dụng",
		Draft: "Đang nhập", Completed: "Hoàn thành",
		Saved: "Đã lưu %s", Saving: "Đang lưu", SaveFault: "CHƯA LƯU ĐƯỢC",
		Done: "%d/%d mục", Missing: "thiếu %d", Stops: "%d phải sửa", Reasons: "%d cần lý do",
		Today: "hôm nay", Yesterday: "hôm qua",
		Weekdays:    [7]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"},
		Quitting:    "Đang lưu nốt rồi thoát.",
		QuitUnsaved: "Chưa lưu được; nếu thoát sẽ mất %d câu trả lời.",
		QuitTried:   "Đã thử lại %d lần.",
		QuitKept:    "Chưa lưu được; %d câu trả lời đã giữ ở thư mục khôi phục.",
		Stay:        "ở lại", Retry: "lưu lại", Leave: "thoát, bỏ phần chưa lưu", LeaveKept: "thoát, lần mở sau có lại",
		TooSmall: "Cửa sổ quá nhỏ (cần %d×%d): hãy mở rộng; phím gõ lúc này không được nhận.",
		NotHere:  "Ở đây không dùng được.",
		Switched: "Đã chuyển sang tiếng Việt.",

		MoreLines: "còn %d dòng",
	}
}

func commonEN() Common {
	return Common{
		Product: "Poverty programme supervision",
		Yes:     "Yes", No: "No", NA: "N/A",
		Draft: "In entry", Completed: "Completed",
		Saved: "Saved %s", Saving: "Saving", SaveFault: "NOT SAVED",
		Done: "%d/%d items", Missing: "%d missing", Stops: "%d to put right", Reasons: "%d {needs|need} a reason",
		Today: "today", Yesterday: "yesterday",
		Weekdays:    [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		Quitting:    "Saving what is left, then leaving.",
		QuitUnsaved: "Saving failed; leaving now would lose %d {answer|answers}.",
		QuitTried:   "Tried %d {time|times} more.",
		QuitKept:    "Not saved; kept in the recovery folder: %d {answer|answers}.",
		Stay:        "stay", Retry: "save again", Leave: "leave and lose them", LeaveKept: "leave, back at the next start",
		TooSmall: "The window is too small (%d×%d needed): enlarge it; no key is taken now.",
		NotHere:  "This cannot be used here.",
		Switched: "Switched to English.",

		MoreLines: "%d more {line|lines}",
	}
}

// Saved says when the last save ended; at is in the person's own time zone.
func (w *Words) Saved(at time.Time) string {
	return fmt.Sprintf(w.Common.Saved, at.Format("15:04"))
}

// Moment writes when something happened, as short as it is clear: today the time,
// yesterday the word, before that the date. Both times are in the person's zone.
func (w *Words) Moment(at, now time.Time) string {
	day, today := vn.DateOf(at), vn.DateOf(now)
	switch {
	case at.IsZero():
		return ""
	case day == today:
		return at.Format("15:04")
	case day == today.AddDays(-1):
		return w.Common.Yesterday
	}
	return day.String()
}

// Day writes a date with its weekday: "Thứ Ba, 15/09/2026". The zero date is "".
func (w *Words) Day(d vn.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.Weekday(d.Weekday()) + ", " + d.String()
}

// Weekday names a day of the week as it stands inside a sentence.
func (w *Words) Weekday(d time.Weekday) string { return w.Common.Weekdays[d] }

// Money writes an amount as the echo has it: "8 tỷ 842 triệu đồng".
func (w *Words) Money(m vn.Money) string {
	if w.Lang == "en" {
		return m.WordsEN()
	}
	return m.Words()
}

// Progress sums a section up: "7/9 mục, thiếu 2, 1 phải sửa".
func (w *Words) Progress(p form.Progress) string {
	s := fmt.Sprintf(w.Common.Done, p.Answered, p.Items)
	for _, part := range []struct {
		format string
		n      int
	}{{w.Common.Missing, p.Missing}, {w.Common.Stops, p.Stops}, {w.Common.Reasons, p.Reasons}} {
		if part.n > 0 {
			s += ", " + Count(part.format, part.n)
		}
	}
	return s
}

// YesNo names the code of a yes/no answer, "" for another code.
func (w *Words) YesNo(code string) string {
	switch code {
	case form.Yes:
		return w.Common.Yes
	case form.No:
		return w.Common.No
	case form.NA:
		return w.Common.NA
	}
	return ""
}
