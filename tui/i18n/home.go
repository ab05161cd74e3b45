package i18n

import (
	"fmt"

	"giamsat/model/vn"
)

// Home is what the first screen says.
type Home struct {
	Title string

	// Names of the groups, at most 9 cells, in their order.
	Drafts   string
	Returned string
	Overdue  string
	DueSoon  string
	Reports  string
	UnderWay string

	// Titles of the lists that the groups open.
	MyDrafts   string
	MyReturned string

	None       string // nothing waits
	First      string // there is no inspection at all; %s: the key that begins one
	FirstRound string // … and another way to begin; %s: the key of the rounds
	More       string // %d: lines of the group that are not shown
	All        string // %s: the key that shows all of a group
	Wrong      string // %d: problems to be put right
	Sent       string // %s: who returned it; %s: why
	ReportOf   string // %s: title of a round
	Report     string // %s: kind of report; %d: its year
	Before     string // %s: kind of report; %d: its year; %s: the first day that is too late
	Done       string // %d of %d units have a completed inspection
	DoneShort  string // Done where there is little room
	Begun      string // %d: units that have an inspection
	Until      string // %s: day and month
	From       string // %s: day and month
	DueOn      string // %s: the last day
	NoDraft    string // the line is nothing that is filled in
	NoGroup    string // %s: name of a group without lines
	Left, Late string // %d: days
	LeftOne    string
	LateOne    string
	Years      string // %d: full years late
	YearOne    string
}

// Due tells how far off the last day of something is, as seen from today.
func (w *Words) Due(last, today vn.Date) string {
	switch days := today.DaysTo(last); {
	case days == 0:
		return w.Common.Today
	case days == 1:
		return w.Home.LeftOne
	case days > 1:
		return fmt.Sprintf(w.Home.Left, days)
	case days == -1:
		return w.Home.LateOne
	}
	switch years := fullYears(last, today); years {
	case 0:
		return fmt.Sprintf(w.Home.Late, last.DaysTo(today))
	case 1:
		return w.Home.YearOne
	default:
		return fmt.Sprintf(w.Home.Years, years)
	}
}

// fullYears is how many whole years lie between two days: beyond a year nobody
// counts days any more.
func fullYears(from, to vn.Date) int {
	years := to.Year - from.Year
	if to.Before(vn.Date{Year: to.Year, Month: from.Month, Day: from.Day}) {
		years--
	}
	return max(years, 0)
}

func homeVI() Home {
	return Home{
		Title:  "Việc của tôi",
		Drafts: "Đang nhập", Returned: "Trả lại", Overdue: "Quá hạn", DueSoon: "Sắp hạn", Reports: "Báo cáo", UnderWay: "Đợt",
		MyDrafts: "Việc đang nhập của tôi", MyReturned: "Phiếu trả lại cho tôi",
		None: "Không có việc gì chờ.", First: "Chưa có phiếu kiểm tra nào. Bấm %s để lập phiếu đầu tiên.",
		FirstRound: "Kiểm tra theo kế hoạch: bấm %s để lập đợt trước.",
		More:       "+%d nữa", All: "bấm %s để xem hết", Wrong: "%d lỗi", Sent: "%s trả lại: “%s”",
		ReportOf: "Báo cáo %s", Report: "%s %d", Before: "%s %d, trước ngày %s",
		Done: "xong %d/%d đơn vị", DoneShort: "xong %d/%d", Begun: "đã lập %d", Until: "đến %s", From: "từ %s", DueOn: "hạn %s",
		NoDraft: "Dòng này không phải phiếu đang nhập.", NoGroup: "Không có gì trong nhóm “%s”.",
		Left: "còn %d ngày", Late: "quá %d ngày", LeftOne: "còn 1 ngày", LateOne: "quá 1 ngày",
		Years: "quá %d năm", YearOne: "quá 1 năm",
	}
}

func homeEN() Home {
	return Home{
		Title:  "What needs me",
		Drafts: "In entry", Returned: "Returned", Overdue: "Overdue", DueSoon: "Due soon", Reports: "Reports", UnderWay: "Rounds",
		MyDrafts: "What I have in entry", MyReturned: "What was returned to me",
		None: "Nothing is waiting.", First: "There is no inspection yet. Press %s to begin the first.",
		FirstRound: "To inspect by a plan, press %s and begin a round first.",
		More:       "+%d more", All: "press %s for all", Wrong: "%d to fix", Sent: "returned by %s: “%s”",
		ReportOf: "Report on %s", Report: "%s %d", Before: "%s %d, before %s",
		Done: "%d/%d units done", DoneShort: "%d/%d done", Begun: "%d begun", Until: "until %s", From: "from %s", DueOn: "due %s",
		NoDraft: "This line is not a record being filled in.", NoGroup: "There is nothing under “%s”.",
		Left: "%d days left", Late: "%d days late", LeftOne: "1 day left", LateOne: "1 day late",
		Years: "%d years late", YearOne: "1 year late",
	}
}
