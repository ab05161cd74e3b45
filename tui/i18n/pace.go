package i18n

import (
	"fmt"
	"time"

	"giamsat/model"
	"giamsat/model/vn"
)

// Pace is what the screen of the person's own statistics says.
type Pace struct {
	Title   string
	Whole   string // %s: records, %s: keys an answer, %s: seconds an answer
	None    string // nothing was entered yet
	Reading string

	Keys        string // %s
	Deleted     string // %s: of the keys
	Hours       string // %d, %02d: minutes
	Minutes     string // %d
	Seconds     string // %d
	Sittings    string // %d, more than one
	Answers     string // %s
	Corrections string // %s
	Rate        string // %s: keys, %s: seconds
	Entered     string // %s: when the last sitting began
	Before      string // %s: the day of the visit before to the same unit, %d: of its keys

	// Names of the columns, at most as wide as they are.
	Day, Record, KeysHead, Time, AnswersHead, RateHead, CorrectionsHead string
}

func paceVI() Pace {
	return Pace{
		Title: "Thống kê nhập của tôi", Whole: "%s phiếu gần đây: %s phím, %s giây một câu trả lời",
		None: "Chưa nhập gì: số phím, thời gian và lần sửa của từng phiếu sẽ hiện ở đây, chỉ cho mình bạn.", Reading: "Đang đọc…",
		Keys: "%s phím", Deleted: "%s lần xoá chữ", Hours: "%d giờ %02d", Minutes: "%d phút", Seconds: "%d giây", Sittings: "%d lần ngồi nhập",
		Answers: "%s câu trả lời", Corrections: "sửa %s", Rate: "%s phím, %s giây một câu", Entered: "nhập %s", Before: "bằng %[2]d %% số phím của lần %[1]s",
		Day: "Ngày", Record: "Phiếu", KeysHead: "Phím", Time: "Thời gian", AnswersHead: "Trả lời", RateHead: "Phím/câu", CorrectionsHead: "Sửa",
	}
}

func paceEN() Pace {
	return Pace{
		Title: "My entry statistics", Whole: "Last %s records: %s keys, %s seconds an answer",
		None: "Nothing was entered yet: keys, time and corrections of each record will stand here, for you alone.", Reading: "Reading…",
		Keys: "%s keys", Deleted: "%s deletions", Hours: "%d h %02d", Minutes: "%d min", Seconds: "%d s", Sittings: "%d sittings",
		Answers: "%s answers", Corrections: "corrections: %s", Rate: "%s keys, %s s an answer", Entered: "entered %s", Before: "%[2]d %% of the keys of the visit on %[1]s",
		Day: "Day", Record: "Record", KeysHead: "Keys", Time: "Time", AnswersHead: "Answers", RateHead: "Keys each", CorrectionsHead: "Fixed",
	}
}

// Took writes how long entering took: seconds below two minutes, then minutes,
// then hours.
func (w *Words) Took(d time.Duration) string {
	switch minutes := int(d.Round(time.Minute).Minutes()); {
	case d < 2*time.Minute:
		return fmt.Sprintf(w.Pace.Seconds, int(d.Round(time.Second).Seconds()))
	case minutes < 60:
		return fmt.Sprintf(w.Pace.Minutes, minutes)
	default:
		return fmt.Sprintf(w.Pace.Hours, minutes/60, minutes%60)
	}
}

// KeysEach is how many keys an answer took, with one decimal; "-" without one.
func (w *Words) KeysEach(s model.Sitting) string { return each(int64(s.Keys), s.Answers) }

// SecondsEach is how many seconds an answer took, with one decimal; "-" without one.
func (w *Words) SecondsEach(s model.Sitting) string {
	return each(int64(s.Active.Round(time.Second).Seconds()), s.Answers)
}

// each divides with one decimal, rounded.
func each(n int64, answers int) string {
	if answers == 0 {
		return "-"
	}
	tenths := (n*20 + int64(answers)) / (2 * int64(answers))
	return fmt.Sprintf("%s,%d", vn.FormatInt(tenths/10), tenths%10)
}
