package i18n

// Review is what the review says.
type Review struct {
	Title     string
	Clean     string // no problem at all
	Ready     string // only completing is left
	NotReady  string // %d: problems that prevent completing
	Completed string
	Reopened  string
	ReasonAsk string // %s: the item
	NoReason  string // the problem asks for no reason
	Summary   string // %d to put right, %d need a reason

	NotCompleted string // there is nothing to reopen
	ReopenAsk    string
	WouldClear   string // %d: answers that are not relevant any more
	Row          string // %d: place of a row in its table
}

func reviewVI() Review {
	return Review{
		Title: "Rà soát", Clean: "Không có lỗi nào.", Ready: "Đủ điều kiện hoàn thành: bấm h.",
		NotReady:  "Chưa hoàn thành được: còn %d điểm phải sửa.",
		Completed: "Phiếu đã hoàn thành.", Reopened: "Phiếu đã được mở lại.",
		ReasonAsk: "Lý do cho %s", NoReason: "Điểm này không cần lý do.",
		Summary: "%d phải sửa, %d cần lý do",

		NotCompleted: "Phiếu đang nhập, không cần mở lại.", ReopenAsk: "Lý do mở lại phiếu",
		WouldClear: "Khi hoàn thành, %d câu trả lời không còn áp dụng sẽ được xóa.", Row: "dòng %d",
	}
}

func reviewEN() Review {
	return Review{
		Title: "Review", Clean: "There are no problems.", Ready: "Ready to be completed: press h.",
		NotReady:  "It cannot be completed yet: %d problems are to be put right.",
		Completed: "The inspection is completed.", Reopened: "The inspection is open again.",
		ReasonAsk: "Reason for %s", NoReason: "This asks for no reason.",
		Summary: "%d to put right, %d need a reason",

		NotCompleted: "The inspection is open already.", ReopenAsk: "Why the inspection is reopened",
		WouldClear: "Completing clears %d answers that do not apply any more.", Row: "row %d",
	}
}
