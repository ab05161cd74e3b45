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
	Again   string // %s: the key that reads again

	// Heads of the columns.
	Status  string
	Unit    string
	Visit   string
	All     string // the share of everything that is answered, at most 4 cells
	Open    string // problems that stand against completing, at most 4 cells
	Changed string

	NoRow     string // nothing is chosen
	NotClosed string // only a completed inspection is reopened
}

func listVI() List {
	return List{
		Title: "Phiếu kiểm tra", Empty: "Chưa có phiếu nào. Bấm n để lập phiếu đầu tiên.",
		NoMatch: "Không có phiếu nào khớp “%s”.", Filter: "Tìm", Count: "%d/%d phiếu", Round: "đợt %s",
		Reading: "Đang đọc…", Reopen: "Lý do mở lại phiếu", Again: "Bấm %s để đọc lại.",
		Status: "Tình trạng", Unit: "Đơn vị", Visit: "Ngày", All: "%", Open: "Lỗi", Changed: "Sửa lúc",
		NoRow: "Chưa có phiếu nào được chọn.", NotClosed: "Phiếu này chưa hoàn thành, không cần mở lại.",
	}
}

func listEN() List {
	return List{
		Title: "Inspections", Empty: "No inspections yet. Press n to begin the first.",
		NoMatch: "No inspection matches “%s”.", Filter: "Find", Count: "%d/%d inspections", Round: "round %s",
		Reading: "Reading…", Reopen: "Reason for reopening", Again: "Press %s to read again.",
		Status: "Status", Unit: "Unit", Visit: "Visit", All: "%", Open: "Open", Changed: "Changed",
		NoRow: "No inspection is chosen.", NotClosed: "This inspection is not completed; there is nothing to reopen.",
	}
}
