package i18n

// List is what the lists of records say.
type List struct {
	Which    string // the question for the kind that is listed
	Empty    string // %s: one of the kind; %s: the key that begins one
	None     string // %s: one of the kind
	NoMatch  string // %s: one of the kind; %s: what was typed
	Filter   string // before the text that filters
	Count    string // %d of %d; %s: those of the kind
	Round    string // %s: the round
	Untitled string // %s: the days of a round that has no title yet
	Nameless string // a round of which not even the days are known
	Reading  string
	Reopen   string // the question for a reopening
	Again    string // %s: the key that reads again

	// Heads of the columns.
	Status  string
	Unit    string
	Visit   string
	All     string // the share of everything that is answered, at most 4 cells
	Open    string // problems that stand against completing, at most 4 cells
	Changed string
	Name    string
	Kind    string
	Span    string // from when until when
	Done    string // completed of planned, at most 7 cells
	Begun   string // units with an inspection, at most 6 cells
	Report  string // how long until a round's report is due
	Due     string // the last day
	Day     string

	Sent      string // the report on a round is sent
	Within    string // why a record is not begun here
	NoRow     string // nothing is chosen
	NotClosed string // only a completed inspection is reopened
}

func listVI() List {
	return List{
		Which: "Xem loại nào?", Empty: "Chưa có %s nào. Bấm %s để lập.", None: "Chưa có %s nào.",
		NoMatch: "Không có %s nào khớp “%s”.", Filter: "Tìm", Count: "%d/%d %s", Round: "đợt %s", Untitled: "%s (chưa có tên)", Nameless: "Đợt chưa có tên",
		Reading: "Đang đọc…", Reopen: "Lý do mở lại phiếu", Again: "Bấm %s để đọc lại.",
		Status: "Tình trạng", Unit: "Đơn vị", Visit: "Ngày", All: "%", Open: "Lỗi", Changed: "Sửa lúc",
		Name: "Tên", Kind: "Loại", Span: "Thời gian", Done: "Xong", Begun: "Đã lập", Report: "Báo cáo", Due: "Hạn", Day: "Ngày",
		Sent: "đã gửi", Within: "Loại này được lập từ trong phiếu kiểm tra.",
		NoRow: "Chưa chọn dòng nào.", NotClosed: "Phiếu này chưa hoàn thành, không cần mở lại.",
	}
}

func listEN() List {
	return List{
		Which: "Which kind is to be listed?", Empty: "There is no %s yet. Press %s to begin one.", None: "There is no %s yet.",
		NoMatch: "No %s matches “%s”.", Filter: "Find", Count: "%d/%d %s", Round: "round %s", Untitled: "%s (no title yet)", Nameless: "Round without a title",
		Reading: "Reading…", Reopen: "Reason for reopening", Again: "Press %s to read again.",
		Status: "Status", Unit: "Unit", Visit: "Visit", All: "%", Open: "Open", Changed: "Changed",
		Name: "Name", Kind: "Kind", Span: "Time", Done: "Done", Begun: "Begun", Report: "Report", Due: "Due", Day: "Day",
		Sent: "sent", Within: "This kind is begun within an inspection.",
		NoRow: "No line is chosen.", NotClosed: "This record is not completed; there is nothing to reopen.",
	}
}
