package i18n

import (
	"fmt"
	"slices"

	"giamsat/model"
	"giamsat/model/vn"
)

// Register is what the register of findings says.
type Register struct {
	Title string

	// The facets, as they stand on the first line.
	Open    string
	All     string
	Overdue string
	Soon    string // %d: days
	Before  string // %s: a day
	From    string // %s: a day
	Between string // %s, %s: two days
	Area    string // %d
	Newest  string
	Several string // %s: the first; %d: how many more

	// Heads of the columns.
	Number string
	Unit   string
	What   string
	Due    string
	Days   string // at most 9 cells
	State  string
	Amount string // at most 10 cells

	Left   string            // %d: days; at most 9 cells with three digits
	Late   string            // %d: days
	Years  string            // %d: full years late; at most 9 cells with one digit
	States map[string]string // the program's own states, at most 10 cells

	Count     string // %d: what is shown
	CountLate string // %d: of it overdue
	CountOwed string // %s: amounts to be recovered, in triệu đồng
	CountBack string // %s: amounts recovered, in the same unit

	// The note line.
	By        string // %s: who is responsible
	DueOn     string // %s: a day
	Owed      string // %s: an amount
	Back      string // %s: an amount
	FoundOn   string // %s: the day of the inspection
	FoundItem string // %s: code of an item; %s: the day of the inspection

	Empty   string // nothing was ever followed up
	Settled string // nothing is open
	Nothing string // what the register was opened for has no entry
	NoMatch string // nothing fits what is asked for; %s: the key that takes it back

	WhichUnit  string
	WhichRound string
	WhichState string
	Any        string // the entry that takes a facet back
	NoRow      string
	NoOrigin   string
}

// DaysOf tells in few cells how far off the last day of something is, as seen
// from today.
func (w *Words) DaysOf(last, today vn.Date) string {
	switch days := today.DaysTo(last); {
	case days == 0:
		return w.Common.Today
	case days > 0:
		return fmt.Sprintf(w.Register.Left, days)
	}
	if years := fullYears(last, today); years > 0 {
		return fmt.Sprintf(w.Register.Years, years)
	}
	return fmt.Sprintf(w.Register.Late, last.DaysTo(today))
}

func registerVI() Register {
	return Register{
		Title: "Sổ theo dõi tồn tại, khó khăn, kiến nghị",
		Open:  "chưa xong", All: "cả đã xong", Overdue: "quá hạn", Soon: "đến hạn trong %d ngày",
		Before: "hạn trước %s", From: "hạn từ %s", Between: "hạn %s–%s", Area: "khu vực %d", Newest: "mới nhất trước", Several: "%s +%d",
		Number: "Mã", Unit: "Đơn vị", What: "Nội dung", Due: "Hạn", Days: "Ngày", State: "Trạng thái", Amount: "Thu hồi",
		Left: "còn %d", Late: "quá %d", Years: "quá %d năm",
		States: map[string]string{
			"open": "chưa", "in_progress": "đang làm", "reported": "đã báo cáo", "verified": "xác nhận", "cannot": "không thể",
			"withdrawn": "đã rút", "passed_up": "đã chuyển", "settled": "đã xong", "answered": "đã trả lời",
		},
		Count: "%d mục", CountLate: "%d quá hạn", CountOwed: "phải thu hồi %s triệu đồng", CountBack: "đã thu %s",
		By: "trách nhiệm: %s", DueOn: "hạn %s", Owed: "phải thu hồi %s", Back: "đã thu %s",
		FoundOn: "kiểm tra ngày %s", FoundItem: "mục %s, kiểm tra ngày %s",
		Empty:   "Chưa có gì để theo dõi: tồn tại vào sổ khi hoàn thành phiếu kiểm tra.",
		Settled: "Không có tồn tại, khó khăn, kiến nghị nào chưa xong.",
		Nothing: "Chưa có gì để theo dõi ở đây.",
		NoMatch: "Không có mục nào khớp. Bấm %s để bỏ lọc.",

		WhichUnit: "Của đơn vị nào", WhichRound: "Của đợt nào", WhichState: "Ở trạng thái nào", Any: "(tất cả)",
		NoRow: "Chưa có mục nào được chọn.", NoOrigin: "Mục này không ghi từ phiếu kiểm tra nào.",
	}
}

func registerEN() Register {
	return Register{
		Title: "Register of findings, difficulties, recommendations",
		Open:  "not settled", All: "settled too", Overdue: "overdue", Soon: "due within %d days",
		Before: "due before %s", From: "due from %s", Between: "due %s–%s", Area: "area %d", Newest: "newest first", Several: "%s +%d",
		Number: "Number", Unit: "Unit", What: "What", Due: "Due", Days: "Days", State: "State", Amount: "Recover",
		Left: "%d left", Late: "%d late", Years: "%d y late",
		States: map[string]string{
			"open": "not begun", "in_progress": "in work", "reported": "reported", "verified": "confirmed", "cannot": "cannot be",
			"withdrawn": "withdrawn", "passed_up": "passed up", "settled": "settled", "answered": "answered",
		},
		Count: "%d in all", CountLate: "%d overdue", CountOwed: "to recover %s million đồng", CountBack: "recovered %s",
		By: "responsible: %s", DueOn: "due %s", Owed: "to recover %s", Back: "recovered %s",
		FoundOn: "inspection of %s", FoundItem: "item %s, inspection of %s",
		Empty:   "Nothing is followed up yet: completing an inspection enters its findings.",
		Settled: "No finding, difficulty or recommendation is open.",
		Nothing: "Nothing is followed up here yet.",
		NoMatch: "Nothing fits. Press %s to take the facets back.",

		WhichUnit: "Of which unit", WhichRound: "Of which round", WhichState: "In which states", Any: "(all)",
		NoRow: "No entry is chosen.", NoOrigin: "This entry did not come from an inspection.",
	}
}

// Standing says how far a record is: what is followed up by its state in the
// register, since nobody completes it; any other by its status.
func (w *Words) Standing(kind model.Kind, status model.Status, state string) string {
	if name, known := w.Register.States[state]; known && slices.Contains(model.Followed(), kind) {
		return name
	}
	if status == model.Completed {
		return w.Common.Completed
	}
	return w.Common.Draft
}
