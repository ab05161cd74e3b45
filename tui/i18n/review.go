package i18n

// Review is what the review says.
type Review struct {
	Title     string
	Clean     string // no problem at all
	Ready     string // only completing is left
	NotReady  string // %d: problems that prevent completing
	Completed string
	// What completing led to in the register; %s: "3 tồn tại, 1 khó khăn".
	Registered string
	Updated    string
	Followed   string // what is followed up is not completed
	Settled    string // what is followed up is settled
	Reopened   string
	ReasonAsk  string // %s: the item
	NoReason   string // the problem asks for no reason
	Summary    string // %d to put right, %d need a reason

	NotCompleted string // there is nothing to reopen
	ReopenAsk    string
	WouldClear   string // %d: answers that are not relevant any more, %s: their codes
	MoreItems    string // %d: items that are not named
	ClearAsk     string // %d: answers that completing would take out
	ClearAll     string // %d: the same, as the answer to that
	Answers      string // %d: answers of one item
	NotCleared   string // the question was left by one of its items
	Row          string // %d: place of a row in its table

	// About the records around one.
	Whole   string // %d: the number of the inspection in its round
	InEntry string // %d records, %s: what they are called, many of them
	Twice   string // %s: what the records are called, %s: codes
}

func reviewVI() Review {
	return Review{
		Title: "Rà soát", Clean: "Không có lỗi nào.", Ready: "Đủ điều kiện hoàn thành: bấm h.",
		NotReady:  "Chưa hoàn thành được: còn %d điểm phải sửa.",
		Completed: "Phiếu đã hoàn thành.", Reopened: "Phiếu đã được mở lại.",
		Registered: "Vào sổ theo dõi: %s.", Updated: "Cập nhật trong sổ: %s.",
		Followed:  "Theo dõi đến khi trạng thái là đã giải quyết xong; không cần hoàn thành.",
		Settled:   "Trạng thái cho biết đã giải quyết xong: không còn trong danh sách phải làm.",
		ReasonAsk: "Lý do cho %s", NoReason: "Điểm này không cần lý do.",
		Summary: "%d phải sửa, %d cần lý do",

		NotCompleted: "Phiếu đang nhập, không cần mở lại.", ReopenAsk: "Lý do mở lại phiếu",
		WouldClear: "Khi hoàn thành, %d câu trả lời không còn áp dụng sẽ được xóa: %s.", MoreItems: "và %d mục khác",
		ClearAsk: "Hoàn thành? %d câu trả lời không còn áp dụng sẽ được xóa", ClearAll: "Hoàn thành, xóa %d câu trả lời này",
		Answers: "%d câu trả lời", NotCleared: "Phiếu chưa hoàn thành.", Row: "dòng %d",

		Whole:   "Phiếu thứ %d của đợt: nên nhập kiểm tra lại toàn bộ.",
		InEntry: "%d %s còn đang nhập; xem lại trước khi hoàn thành.",
		Twice:   "%s trùng mã %s; mỗi phiếu cần một mã riêng.",
	}
}

func reviewEN() Review {
	return Review{
		Title: "Review", Clean: "There are no problems.", Ready: "Ready to be completed: press h.",
		NotReady:  "It cannot be completed yet: %d {problem is|problems are} to be put right.",
		Completed: "The record is completed.", Reopened: "The record is open again.",
		Registered: "Into the register: %s.", Updated: "Brought up to date there: %s.",
		Followed:  "It is followed up until its state settles it; it is never completed.",
		Settled:   "Its state says that it is settled: nothing is left to be done.",
		ReasonAsk: "Reason for %s", NoReason: "This asks for no reason.",
		Summary: "%d to put right, %d {needs|need} a reason",

		NotCompleted: "The record is open already.", ReopenAsk: "Why the record is reopened",
		WouldClear: "Completing clears %d {answer|answers} that no longer {applies|apply}: %s.", MoreItems: "and %d more",
		ClearAsk: "Complete? %d {answer|answers} that no longer {applies|apply} will be cleared", ClearAll: "Complete, and clear %d {answer|answers}",
		Answers: "%d {answer|answers}", NotCleared: "The record is not completed.", Row: "row %d",

		Whole:   "Inspection no. %d of the round: it should be verified whole.",
		InEntry: "%d %s still in entry; look at them before completing.",
		Twice:   "Several %s have the code %s; each needs one of its own.",
	}
}
