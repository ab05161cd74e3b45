package i18n

// Round is what the screen of a round says.
type Round struct {
	Decision string // %s: number of the decision on the team
	Dated    string // %s: its day
	NoOrder  string // the decision is not entered yet
	Report   string // before the last day of the report; %s: that day
	SentOn   string // %s: the day the report was sent
	Done     string // %d of %d units have a completed inspection
	Begun    string // %d: units with an inspection
	Outside  string // %d: visited units that were not planned
	Findings string // %d: what is to be remedied and is not; %d: of it late

	// Heads of the columns.
	Unit  string
	Plan  string // planned day, at most 10 cells
	Visit string // day of the visit, at most 10 cells
	State string
	Wrong string // at most 4 cells

	NotBegun  string // states of a visit, at most 16 cells
	InEntry   string // %d of %d areas
	Unplanned string // stands beside a visit that was not planned
	NoUnits   string // nothing is planned or visited; %s: the key of the form, %s: the key for a new inspection
	NoVisit   string // a unit that was not visited has nothing to be reviewed
	Begins    string // what Enter does on a unit that was not visited
}

func roundVI() Round {
	return Round{
		Decision: "QĐ %s", Dated: "ngày %s", NoOrder: "chưa nhập quyết định thành lập đoàn",
		Report: "báo cáo hạn %s", SentOn: "đã gửi báo cáo %s",
		Done: "hoàn thành %d/%d đơn vị", Begun: "đã lập phiếu %d", Outside: "ngoài kế hoạch %d",
		Findings: "đang theo dõi %d, quá hạn %d",
		Unit:     "Đơn vị", Plan: "Dự kiến", Visit: "Ngày", State: "Tình trạng", Wrong: "Lỗi",
		NotBegun: "chưa kiểm tra", InEntry: "đang nhập %d/%d", Unplanned: "ngoài kế hoạch",
		NoUnits: "Chưa có đơn vị nào trong kế hoạch. Bấm %s để nhập kế hoạch, %s để lập phiếu.",
		NoVisit: "Đơn vị này chưa được kiểm tra.", Begins: "Enter lập phiếu kiểm tra",
	}
}

func roundEN() Round {
	return Round{
		Decision: "Decision %s", Dated: "of %s", NoOrder: "the decision on the team is not entered yet",
		Report: "report due %s", SentOn: "report sent %s",
		Done: "%d of %d units completed", Begun: "%d begun", Outside: "%d outside the plan",
		Findings: "%d followed up, %d overdue",
		Unit:     "Unit", Plan: "Planned", Visit: "Visit", State: "Status", Wrong: "Open",
		NotBegun: "not visited", InEntry: "in entry %d/%d", Unplanned: "not planned",
		NoUnits: "No unit is planned yet. Press %s to enter the plan, %s to begin a visit.",
		NoVisit: "This unit was not visited yet.", Begins: "Enter begins the inspection",
	}
}
