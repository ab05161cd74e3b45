package i18n

// Unit is what is said of administrative units.
type Unit struct {
	Since string // %s: first day
	Until string // %s: last day

	Title  string // no unit is looked at yet
	Find   string // before the name that is typed
	NoUnit string // %s: what was typed

	// The life of a unit.
	Code      string // %s
	Before    string // %s: the first day that the data know of
	InForce   string
	Span      string // %s: since when, %s: until when
	Visits    string // %d: inspections
	Open      string // %d: findings and the like that are not settled
	Parents   string // heads of the groups
	Made      string
	Went      string
	Bearers   string // %s: the code
	Kept      string // %s: the day, %s: the resolution: it kept its identity and its land changed
	Whole     string // at most 9 cells
	Part      string
	Effect    string // %s: the first day of the new state
	Law       string // %s: number of a resolution
	Alone     string // nothing is known to have changed
	SplitOne  string // %s: a unit that was divided, %d: among how many
	SplitLost string // %s: a unit that lost a part
	SplitOf   string // %s: a unit that went in part into this one

	Evidence map[string]string // how well a change is known

	VisitsOf    string // %s: the unit; title of a list
	VisitsOfKin string // %s: the unit; title of a list
	NoLink      string // the line leads to no unit
}

func unitVI() Unit {
	return Unit{
		Since: "từ %s", Until: "đến %s",
		Title: "Tra cứu đơn vị", Find: "Tên hoặc mã", NoUnit: "Không có đơn vị nào, cũ hay mới, khớp “%s”.",
		Code: "mã %s", Before: "từ %s hoặc trước đó", InForce: "đang có hiệu lực", Span: "%s %s",
		Visits: "%d phiếu kiểm tra", Open: "%d mục theo dõi chưa xong",
		Parents: "Trực thuộc", Made: "Hợp thành từ", Went: "Đã nhập vào", Bearers: "Đơn vị khác từng mang mã %s",
		Kept: "Giữ tên và mã, địa giới thay đổi từ %s (%s).", Whole: "toàn bộ", Part: "một phần", Effect: "từ %s", Law: "Nghị quyết %s",
		Alone:     "Không có thay đổi nào được ghi nhận.",
		SplitOne:  "%s được chia cho %d đơn vị. Tỷ lệ chia không được công bố, nên số liệu của đơn vị này không cộng sang đơn vị nào.",
		SplitLost: "Một phần của %s chuyển sang đơn vị khác. Tỷ lệ không được công bố, nên số liệu không chuyển theo.",
		SplitOf:   "%s chỉ nhập một phần vào đây. Tỷ lệ không được công bố, nên số liệu của đơn vị đó không cộng vào đơn vị này.",
		Evidence: map[string]string{
			"text": "theo văn bản", "listing": "theo danh mục công bố", "mapping": "theo bảng chuyển đổi công bố",
			"inferred": "suy ra từ tên và vị trí, chưa xác nhận", "inferred-weak": "suy đoán, chưa xác nhận",
		},
		VisitsOf: "Phiếu kiểm tra · %s", VisitsOfKin: "Phiếu kiểm tra · %s và các đơn vị trước, sau",
		NoLink: "Dòng này không dẫn tới đơn vị nào.",
	}
}

func unitEN() Unit {
	return Unit{
		Since: "since %s", Until: "until %s",
		Title: "Look a unit up", Find: "Name or code", NoUnit: "No unit, former or present, fits “%s”.",
		Code: "code %s", Before: "since %s or before", InForce: "in force", Span: "%s %s",
		Visits: "inspections: %d", Open: "followed up, not settled: %d",
		Parents: "Belongs to", Made: "Made of", Went: "Went into", Bearers: "Other units that bore the code %s",
		Kept: "Kept its name and code; its land changed on %s (%s).", Whole: "wholly", Part: "in part", Effect: "since %s", Law: "resolution %s",
		Alone:     "No change is recorded.",
		SplitOne:  "%s was divided among %d units. The shares were not published, so its figures are not added to those of any unit.",
		SplitLost: "A part of %s went to another unit. The share was not published, so its figures do not go along.",
		SplitOf:   "Only a part of %s went here. The share was not published, so its figures are not added to those of this unit.",
		Evidence: map[string]string{
			"text": "as the text says", "listing": "as a public listing says", "mapping": "as a public conversion table says",
			"inferred": "inferred from name and place, not confirmed", "inferred-weak": "a guess, not confirmed",
		},
		VisitsOf: "Inspections · %s", VisitsOfKin: "Inspections · %s and the units before and after it",
		NoLink: "This line leads to no unit.",
	}
}
