package i18n

// List is what the list of inspections says.
type List struct {
	Title   string
	Empty   string // no inspection yet
	NoMatch string // %s: what was typed
	Filter  string // before the text that filters
	Count   string // %d of %d inspections
	Round   string // %s: the round
	Reading string
	Reopen  string // the question for a reopening
}

func listVI() List {
	return List{
		Title: "Phiếu kiểm tra", Empty: "Chưa có phiếu nào. Bấm n để lập phiếu đầu tiên.",
		NoMatch: "Không có phiếu nào khớp “%s”.", Filter: "Tìm", Count: "%d/%d phiếu", Round: "đợt %s",
		Reading: "Đang đọc…", Reopen: "Lý do mở lại phiếu",
	}
}

func listEN() List {
	return List{
		Title: "Inspections", Empty: "No inspections yet. Press n to begin the first.",
		NoMatch: "No inspection matches “%s”.", Filter: "Find", Count: "%d/%d inspections", Round: "round %s",
		Reading: "Reading…", Reopen: "Reason for reopening",
	}
}
