package i18n

// New is what the screen for a new inspection says.
type New struct {
	Title    string
	Unit     string
	Visit    string
	Round    string
	Projects string
	Form     string
	UnitHint string
	DateHint string
	NoForm   string // %s: a date without a form valid on it
	NoUnit   string
	NoDate   string
}

func newVI() New {
	return New{
		Title: "Lập phiếu kiểm tra", Unit: "Đơn vị được kiểm tra", Visit: "Ngày kiểm tra", Round: "Đợt",
		Projects: "Dự án thực hiện", Form: "Mẫu phiếu",
		UnitHint: "Gõ tên xã, phường, sở; không cần dấu.",
		DateHint: "15 là ngày 15 tháng này; 1506, 150624, t là hôm nay.",
		NoForm:   "Không có mẫu phiếu nào áp dụng cho ngày %s.",
		NoUnit:   "Chưa chọn đơn vị được kiểm tra.",
		NoDate:   "Chưa có ngày kiểm tra.",
	}
}

func newEN() New {
	return New{
		Title: "New inspection", Unit: "Unit inspected", Visit: "Day of the visit", Round: "Round",
		Projects: "Projects carried out", Form: "Form",
		UnitHint: "Type the name of the unit; accents are not needed.",
		DateHint: "15 is the 15th of this month; 1506, 150624, t is today.",
		NoForm:   "No form is valid on %s.",
		NoUnit:   "Choose the unit that is inspected.",
		NoDate:   "Enter the day of the visit.",
	}
}
