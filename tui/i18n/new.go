package i18n

// New is what the screen for a new record says.
type New struct {
	Title         string
	Which         string // the question for the kind of record
	Unit          string
	Visit         string
	Begin         string // before the kind of what is begun
	Programme     string
	Round         string
	NoRound       string
	OnlyName      string // %s: the name of a round that there is not
	Unplanned     string // %s: a unit; %s: the round that does not plan it
	Otherwise     string // %s: a round of another programme
	Projects      string
	Twin          string // %s: the unit; %s: the day; %s: TwinDraft or TwinDone
	TwinDraft     string
	TwinDone      string
	OpenTwin      string
	BeginBeside   string
	Form          string
	UnitHint      string
	DateHint      string
	ProgrammeHint string
	RoundHint     string
	ProjectsHint  string
	NoForm        string // %s: a date without a form valid on it
	NoUnit        string
	NoDate        string
	NoProjects    string // the programme has none that are known
	BadDate       string // %s: what was typed
	Unknown       string // %s: a text that names no unit
	Several       string // title of the list; %s: a text that several units fit
	Undecided     string // the same, where the person went on
	Gone          string // %s: a unit, %s: its last day, %s: what it went into
	NotYet        string // %s: a unit, %s: its first day, %s: what it was made of
	Taken         string // after Gone or NotYet; %s: the unit that was taken instead
	TakeOne       string // after Gone or NotYet; %s: the one unit that can be taken
	TakeAmong     string // after Gone or NotYet: several can
	And           string // between the last two names of a list
	Reading       string
	Creating      string
}

func newVI() New {
	return New{
		Title: "Lập phiếu kiểm tra", Which: "Lập loại nào?", Unit: "Đơn vị được kiểm tra", Visit: "Ngày kiểm tra", Round: "Đợt",
		Begin: "Lập mới", Programme: "Chương trình", NoRound: "(không thuộc đợt nào)",
		OnlyName: "Không có đợt nào tên “%s” vào ngày này: chỉ ghi tên đợt.",
		Twin:     "%s đã có phiếu ngày %s, %s.", TwinDraft: "đang nhập", TwinDone: "đã hoàn thành",
		OpenTwin: "Mở phiếu đã có", BeginBeside: "Vẫn lập phiếu mới",
		Projects: "Dự án thực hiện", Form: "Mẫu phiếu",
		UnitHint:      "Gõ tên xã, phường, huyện, tỉnh; không cần dấu. F9 mở danh sách.",
		DateHint:      "15 (tháng này), 1506 (năm nay), 150624, 15/6/2024; t là hôm nay.",
		ProgrammeHint: "Số để chọn chương trình; F9 mở danh sách có tên đầy đủ.",
		Unplanned:     "%s không có trong kế hoạch của %s: nếu không thuộc đợt đó, hãy bỏ trống ô đợt.",
		Otherwise:     "%s thuộc chương trình khác: nếu không thuộc đợt đó, hãy bỏ trống ô đợt.",
		RoundHint:     "Gõ tên đợt; F9 mở danh sách đợt đang diễn ra; có thể để trống.",
		ProjectsHint:  "Số để chọn, bỏ chọn; F9 mở danh sách có tên đầy đủ.",
		NoForm:        "Không có mẫu phiếu nào áp dụng cho ngày %s.",
		NoUnit:        "Chưa chọn đơn vị được kiểm tra.",
		NoDate:        "Chưa có ngày kiểm tra; viết 15, 1506 hoặc 15/6/2024.",
		NoProjects:    "(chưa công bố danh mục dự án)",
		BadDate:       "“%s” không đọc được là ngày; viết 15, 1506 hoặc 15/6/2024.",
		Unknown:       "Không có đơn vị nào tên “%s” vào ngày này.",
		Several:       "“%s” khớp nhiều đơn vị: chọn một",
		Undecided:     "“%s” khớp nhiều đơn vị, chưa chọn đơn vị nào: F9 ở ô đơn vị.",
		Gone:          "%s chỉ có đến hết ngày %s; sau đó thuộc %s.",
		NotYet:        "%s chỉ có từ ngày %s; trước đó là %s.",
		Taken:         "Đã lấy %s.",
		TakeOne:       "Enter ở ô đơn vị: lấy %s.",
		TakeAmong:     "Enter ở ô đơn vị: chọn đơn vị của ngày đó.",
		And:           "và", Reading: "Đang đọc mẫu phiếu…", Creating: "Đang lập phiếu…",
	}
}

func newEN() New {
	return New{
		Title: "New inspection", Which: "Which kind is to be begun?", Unit: "Unit inspected", Visit: "Day of the visit", Round: "Round",
		Begin: "New", Programme: "Programme", NoRound: "(in no round)",
		OnlyName: "There is no round called “%s” on this day: only its name is kept.",
		Twin:     "%s has an inspection of %s already, %s.", TwinDraft: "in entry", TwinDone: "completed",
		OpenTwin: "Open the one there is", BeginBeside: "Begin a new one all the same",
		Projects: "Projects carried out", Form: "Form",
		UnitHint:      "Type the name of the unit; accents are not needed. F9 opens the list.",
		DateHint:      "15 (of this month), 1506 (of this year), 150624, 15/6/2024; t is today.",
		ProgrammeHint: "Digits choose the programme; F9 opens the list with full names.",
		Unplanned:     "%s is not planned in %s: outside it, leave the round empty.",
		Otherwise:     "%s is of another programme: outside it, leave the round empty.",
		RoundHint:     "Type the round; F9 opens the list of those under way; may be empty.",
		ProjectsHint:  "Digits choose and unchoose; F9 opens the list with full names.",
		NoForm:        "No form is valid on %s.",
		NoUnit:        "Choose the unit that is inspected.",
		NoDate:        "Enter the day of the visit: 15, 1506 or 15/6/2024.",
		NoProjects:    "(its projects are not published yet)",
		BadDate:       "“%s” cannot be read as a day; write 15, 1506 or 15/6/2024.",
		Unknown:       "On this day there is no unit called “%s”.",
		Several:       "Several units fit “%s”: choose one",
		Undecided:     "Several units fit “%s”, none is chosen: F9 on the unit.",
		Gone:          "%s existed until %s only; then it went into %s.",
		NotYet:        "%s exists since %s only; before it there was %s.",
		Taken:         "%s was taken.",
		TakeOne:       "Enter on the unit takes %s.",
		TakeAmong:     "Enter on the unit: choose the one of that day.",
		And:           "and", Reading: "Reading the form…", Creating: "Making the inspection…",
	}
}
