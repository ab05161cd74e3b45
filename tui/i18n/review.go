package i18n

// Review is what the review says.
type Review struct {
	Title       string
	Clean       string // no problem at all
	Ready       string // only completing is left
	NotReady    string // %d: problems that prevent completing
	CompleteAsk string
	Completed   string
	Reopened    string
	ReasonAsk   string // %s: the item
	NoReason    string // the problem asks for no reason
	Summary     string // %d to put right, %d need a reason
}

func reviewVI() Review {
	return Review{
		Title: "Rà soát", Clean: "Không có lỗi nào.", Ready: "Đủ điều kiện hoàn thành: bấm h.",
		NotReady: "Chưa hoàn thành được: còn %d điểm phải sửa.", CompleteAsk: "Hoàn thành phiếu này?",
		Completed: "Phiếu đã hoàn thành.", Reopened: "Phiếu đã được mở lại.",
		ReasonAsk: "Lý do cho %s", NoReason: "Điểm này không cần lý do.",
		Summary: "%d phải sửa, %d cần lý do",
	}
}

func reviewEN() Review {
	return Review{
		Title: "Review", Clean: "There are no problems.", Ready: "Ready to be completed: press h.",
		NotReady: "It cannot be completed yet: %d problems are to be put right.", CompleteAsk: "Complete this inspection?",
		Completed: "The inspection is completed.", Reopened: "The inspection is open again.",
		ReasonAsk: "Reason for %s", NoReason: "This asks for no reason.",
		Summary: "%d to put right, %d need a reason",
	}
}
