package i18n

// New is what the screen for a new inspection says.
type New struct {
	Title        string
	Which        string // the question for the kind of record
	Unit         string
	Visit        string
	Round        string
	Projects     string
	Form         string
	UnitHint     string
	DateHint     string
	RoundHint    string
	ProjectsHint string
	NoForm       string // %s: a date without a form valid on it
	NoUnit       string
	NoDate       string
	NoProjects   string // the programme has none that are known
	BadDate      string // %s: what was typed
	Unknown      string // %s: a text that names no unit
	Gone         string // %s: a unit, %s: its last day, %s: what it went into
	NotYet       string // %s: a unit, %s: its first day, %s: what it was made of
	And          string // between the last two names of a list
	Reading      string
	Creating     string
}

func newVI() New {
	return New{
		Title: "Lập phiếu kiểm tra", Which: "Lập loại nào?", Unit: "Đơn vị được kiểm tra", Visit: "Ngày kiểm tra", Round: "Đợt",
		Projects: "Dự án thực hiện", Form: "Mẫu phiếu",
		UnitHint:     "Gõ tên xã, phường, huyện, tỉnh; không cần dấu. F9 mở danh sách.",
		DateHint:     "15 (tháng này), 1506 (năm nay), 150624, 15/6/2024; t là hôm nay.",
		RoundHint:    "Tên đợt kiểm tra, ví dụ 2/2026; có thể để trống.",
		ProjectsHint: "Số để chọn, bỏ chọn; F9 mở danh sách có tên đầy đủ.",
		NoForm:       "Không có mẫu phiếu nào áp dụng cho ngày %s.",
		NoUnit:       "Chưa chọn đơn vị được kiểm tra.",
		NoDate:       "Chưa có ngày kiểm tra.",
		NoProjects:   "(chưa công bố danh mục dự án)",
		BadDate:      "Không hiểu ngày “%s”.",
		Unknown:      "Không có đơn vị nào tên “%s” vào ngày này.",
		Gone:         "%s chỉ có đến hết ngày %s; sau đó thuộc %s.",
		NotYet:       "%s chỉ có từ ngày %s; trước đó là %s.",
		And:          "và", Reading: "Đang đọc mẫu phiếu…", Creating: "Đang lập phiếu…",
	}
}

func newEN() New {
	return New{
		Title: "New inspection", Which: "Which kind is to be begun?", Unit: "Unit inspected", Visit: "Day of the visit", Round: "Round",
		Projects: "Projects carried out", Form: "Form",
		UnitHint:     "Type the name of the unit; accents are not needed. F9 opens the list.",
		DateHint:     "15 (of this month), 1506 (of this year), 150624, 15/6/2024; t is today.",
		RoundHint:    "What the round is called, such as 2/2026; may be left empty.",
		ProjectsHint: "Digits choose and unchoose; F9 opens the list with full names.",
		NoForm:       "No form is valid on %s.",
		NoUnit:       "Choose the unit that is inspected.",
		NoDate:       "Enter the day of the visit.",
		NoProjects:   "(its projects are not published yet)",
		BadDate:      "“%s” cannot be read as a date.",
		Unknown:      "On this day there is no unit called “%s”.",
		Gone:         "%s existed until %s only; then it went into %s.",
		NotYet:       "%s exists since %s only; before it there was %s.",
		And:          "and", Reading: "Reading the form…", Creating: "Making the inspection…",
	}
}
