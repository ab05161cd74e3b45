package i18n

// Start is what is said before the first screen and after the last one, on the
// command line.
type Start struct {
	Locked       string // another program holds the data
	LowSpace     string // hardly any room on the disk
	FormsUnused  string // forms of the data folder are faulty
	NotATerminal string
	TooSmall     string // %d, %d: the window; %d, %d: what is needed
	NoLanguage   string // %s: what was asked for
	NoRenderer   string // %s: what was asked for
	BadCommand   string // %s: one of the following
	BadWord      string // %s: a word that is no command, or one too many
	BadFlag      string // %s: a flag that there is not
	NeedsArg     string // %s: what is missing, as the help calls it
	NeedsOneOf   string // %s: the commands of which one must follow
	NeedsValue   string // %s: a flag
	BadValue     string // %s: a flag, %s: what it cannot be
	Meant        string // %s: what was said before, %s: words that are like it
	Open         string // %s: path of the data; %s: why it could not be opened
	Folder       string // %s: a folder that could not be made; %s: why
	Unwritable   string // %s: a file or folder that cannot be written; %s: why
	BegunEmpty   string // %s: a data file without content, in which new data was begun
	Forms        string // %s: path; the faults follow
	Fault        string // %s: file, %d: line, %d: column, %s: what
	Warning      string // %s: what is probably not meant in a form
	FormSound    string // %s: file
	Lost         string // %d: answers that could not be saved
	Unsaved      string // %d: answers that could not be saved, and come back at the next start
	Panicked     string // %s: path of the log
	Recovered    string // the program had been cut off and goes on where it was

	Usage        []Usage           // the commands, then the flags
	NoInspection string            // %s: an id
	SeveralIDs   string            // %s: the beginning of several ids, which follow
	NoRevision   string            // %s: an id, %d: a revision, %d: how many there are
	Revision     string            // %d: which, %s: when, %s: by whom
	NotRead      string            // beside a text that has no value
	TwoReadings  string            // beside an amount of which nobody chose a reading
	NoKind       string            // %s: a kind, %s: the kinds there are
	NoForm       string            // %s: an id
	File         string            // %s: a file; %s: why it cannot be used
	NoFile       string            // why a file that was named cannot be used: it is not there
	IsFolder     string            // it is a folder
	FileInWay    string            // a file stands where a folder should
	NoFolder     string            // the folder of a file that is to be written is not there
	DiskFull     string            // there is no room for it
	DiskReads    string            // its disk can only be read
	NoRight      string            // others own it
	NoName       string            // a file's name is empty
	Exists       string            // %s: a file that is not overwritten
	BackedUp     string            // %s: the file
	Sound        string            // %d inspections, %d events, %d answers
	Unsound      string            // %d: faults
	Faults       map[string]string // by the kind of what a check of the data found
	Terminated   string            // ended from outside; everything is saved
	Demo         string            // %s: folder of the data that is thrown away

	// Heads of what is printed.
	ID, Unit, Visit, Status, OpenHead, Version, Valid, Form, Name string
}

// Usage is a line of the help of the command line.
type Usage struct{ Call, Does string }

func startVI() Start {
	return Start{
		Locked: "Chương trình khác đang giữ dữ liệu này; đóng nó rồi mở lại.", LowSpace: "Đĩa chứa dữ liệu sắp đầy: dọn bớt trước khi nhập tiếp.", FormsUnused: "Có mẫu phiếu riêng bị lỗi, chưa dùng được: chạy giamsat form lint.",
		NotATerminal: "giamsat cần một cửa sổ dòng lệnh: đừng chuyển hướng đầu vào, đầu ra.",
		TooSmall:     "Cửa sổ %d×%d quá nhỏ; cần ít nhất %d×%d.",
		NoLanguage:   "Không có ngôn ngữ “%s”; chọn vi hoặc en.",
		NoRenderer:   "Không có cách vẽ “%s”; đặt GIAMSAT_RENDERER=tea hoặc bỏ biến này.",
		BadCommand:   "Lệnh không đúng: %s. Xem giamsat --help.",
		BadWord:      "không hiểu “%s”", BadFlag: "không có tuỳ chọn %s", NeedsArg: "còn thiếu %s", NeedsOneOf: "cần thêm một trong các từ: %s",
		NeedsValue: "%s cần một giá trị theo sau", BadValue: "%s không nhận giá trị “%s”", Meant: "%s (có phải: %s?)",
		Open:       "Không mở được dữ liệu %s: %s",
		Folder:     "Không tạo được thư mục %s: %s",
		Unwritable: "Không ghi được vào %s: %s",
		BegunEmpty: "Tệp %s trống (0 byte): đã lập dữ liệu mới trong đó. Nếu trước đây có phiếu, thoát ra và khôi phục từ bản sao lưu.",
		Forms:      "Mẫu phiếu trong %s có lỗi:",
		Fault:      "%s:%d:%d: %s",
		Warning:    "lưu ý: %s",
		FormSound:  "%s: không có lỗi.",
		Lost:       "Chưa lưu được %d câu trả lời; xem nhật ký.",
		Unsaved:    "Chưa lưu được %d câu trả lời; đã giữ ở thư mục khôi phục, lần mở sau có lại.",
		Panicked:   "Chương trình gặp lỗi và phải dừng; phần đã nhập được giữ. Chi tiết: %s",
		Recovered:  "Lần trước chương trình bị ngắt; đã mở lại đúng chỗ.",
		Usage: []Usage{
			{"giamsat", "mở chương trình nhập phiếu"},
			{"giamsat list [--kind KIND] [--json]", "in danh sách phiếu; KIND là mã mẫu phiếu: finding, round…"},
			{"giamsat show ID [--revision N] [--json]", "in một phiếu, hoặc phiếu như khi hoàn thành lần N; ID có thể viết phần đầu"},
			{"giamsat check", "kiểm tra dữ liệu có nguyên vẹn không"},
			{"giamsat backup FILE [--replace]", "sao lưu dữ liệu vào một tệp"},
			{"giamsat form list [--json]", "in các mẫu phiếu"},
			{"giamsat form show ID [--json|--source]", "in một mẫu phiếu, hoặc tệp nguồn của nó; ID có thể thêm @phiên-bản"},
			{"giamsat form lint FILE…", "soát lỗi tệp mẫu phiếu"},
			{"giamsat form diff OLD NEW [--json]", "so hai mẫu phiếu (tệp hoặc ID@phiên-bản) và nói câu trả lời đã lưu sẽ ra sao"},
			{"giamsat form test FILE…", "chạy các kịch bản phím (.keys) đặt cạnh mẫu phiếu"},
			{"giamsat form move ID [VERSION]", "xem một phiếu theo mẫu mới hơn; chuyển hẳn với --yes --reason LÝ-DO"},
			{"--db FILE", "tệp dữ liệu (GIAMSAT_DB)"},
			{"--user NAME", "người nhập (GIAMSAT_USER)"},
			{"--lang vi|en", "ngôn ngữ"},
			{"--ascii", "vẽ khung bằng ký tự ASCII"},
			{"--linear", "mỗi lần một dòng chữ, cho trình đọc màn hình và đường truyền kém (GIAMSAT_LINEAR=1)"},
			{"--demo", "dùng thử với dữ liệu mẫu, bỏ đi khi thoát"},
			{"--version", "in phiên bản"},
			{"--help, -h", "in trang này"},
		},
		NoInspection: "Không có phiếu nào mang mã %s.", SeveralIDs: "Nhiều phiếu có mã bắt đầu bằng %s, gõ thêm:",
		NoRevision: "Phiếu %s không có lần hoàn thành thứ %d; đã hoàn thành %d lần.", Revision: "lần hoàn thành thứ %d, %s, %s",
		NotRead: "(không đọc được)", TwoReadings: "(có hai cách đọc)",
		NoKind: "Không có loại phiếu %s; có: %s.",
		NoForm: "Không có mẫu phiếu %s.", File: "Không dùng được tệp %s: %s",
		NoFile: "không có tệp này; kiểm tra tên và đường dẫn.", IsFolder: "đó là thư mục, không phải tệp.", FileInWay: "trong đường dẫn có một tệp ở chỗ của thư mục.",
		NoFolder: "không có thư mục này; kiểm tra đường dẫn.", DiskFull: "ổ đĩa đã đầy; xoá bớt tệp rồi thử lại.",
		DiskReads: "ổ đĩa chỉ đọc.", NoRight: "không có quyền; báo người quản trị.", NoName: "Tên tệp trống; gõ tên tệp cần ghi.",
		Exists: "Đã có tệp %s; thêm --replace nếu muốn ghi đè.", BackedUp: "Đã sao lưu vào %s.",
		Sound: "%d phiếu, %d sự kiện, %d câu trả lời: dữ liệu nguyên vẹn.", Unsound: "%d chỗ hư hại:",
		Faults: map[string]string{
			"file": "tệp dữ liệu bị hỏng", "link": "dòng trỏ tới chỗ không có", "form": "mẫu phiếu đã lưu bị sửa",
			"chain": "lịch sử bị sửa, cắt hoặc đảo thứ tự", "answer": "câu trả lời khác với lịch sử", "head": "thông tin phiếu khác với lịch sử",
		},
		Terminated: "Chương trình bị dừng từ bên ngoài; mọi thứ đã được lưu.",
		Demo:       "Dữ liệu mẫu ở %s, bị xoá khi thoát.",
		ID:         "MÃ", Unit: "ĐƠN VỊ", Visit: "NGÀY", Status: "TÌNH TRẠNG", OpenHead: "LỖI", Version: "PHIÊN BẢN", Valid: "TỪ NGÀY", Form: "MẪU PHIẾU", Name: "TÊN",
	}
}

func startEN() Start {
	return Start{
		Locked: "Another program holds this data; close it and start again.", LowSpace: "The disk with the data is nearly full: make room before going on.", FormsUnused: "Forms of your own are faulty and not used: run giamsat form lint.",
		NotATerminal: "giamsat needs a terminal: do not redirect its input or output.",
		TooSmall:     "The window of %d×%d is too small; at least %d×%d is needed.",
		NoLanguage:   "There is no language “%s”; choose vi or en.",
		NoRenderer:   "There is no renderer “%s”; set GIAMSAT_RENDERER=tea or unset it.",
		BadCommand:   "The command is wrong: %s. See giamsat --help.",
		BadWord:      "“%s” is not understood", BadFlag: "there is no flag %s", NeedsArg: "%s is missing", NeedsOneOf: "one of these words must follow: %s",
		NeedsValue: "%s needs a value behind it", BadValue: "%s does not take the value “%s”", Meant: "%s (did you mean %s?)",
		Open:       "The data %s cannot be opened: %s",
		Folder:     "The folder %s cannot be made: %s",
		Unwritable: "%s cannot be written: %s",
		BegunEmpty: "The file %s was empty (0 bytes): new data was begun in it. If there were records, leave and restore the backup.",
		Forms:      "Forms in %s have faults:",
		Fault:      "%s:%d:%d: %s",
		Warning:    "warning: %s",
		FormSound:  "%s: no faults.",
		Lost:       "%d {answer|answers} could not be saved; see the log.",
		Unsaved:    "%d {answer|answers} could not be saved; in the recovery folder, back at the next start.",
		Panicked:   "The program failed and had to stop; what was entered is kept. Details: %s",
		Recovered:  "The program was cut off last time; it is open where you were.",
		Usage: []Usage{
			{"giamsat", "open the program"},
			{"giamsat list [--kind KIND] [--json]", "print the list of records; KIND is the id of a form: finding, round…"},
			{"giamsat show ID [--revision N] [--json]", "print one record, or as it was when completed for the N-th time; ID may be cut short"},
			{"giamsat check", "check whether the data is sound"},
			{"giamsat backup FILE [--replace]", "back the data up into a file"},
			{"giamsat form list [--json]", "print the forms"},
			{"giamsat form show ID [--json|--source]", "print one form, or its file as it is; ID may be followed by @version"},
			{"giamsat form lint FILE…", "find the faults of form files"},
			{"giamsat form diff OLD NEW [--json]", "compare two forms (files or ID@version) and what that means for stored answers"},
			{"giamsat form test FILE…", "play the key scripts (.keys) beside form files"},
			{"giamsat form move ID [VERSION]", "show a record under a newer form; move it with --yes --reason WHY"},
			{"--db FILE", "the data file (GIAMSAT_DB)"},
			{"--user NAME", "who is at the keyboard (GIAMSAT_USER)"},
			{"--lang vi|en", "the language"},
			{"--ascii", "draw frames with ASCII characters"},
			{"--linear", "say one line at a time, for screen readers and poor lines (GIAMSAT_LINEAR=1)"},
			{"--demo", "try it with sample data that is thrown away"},
			{"--version", "print the version"},
			{"--help, -h", "print this page"},
		},
		NoInspection: "There is no record %s.", SeveralIDs: "Several records have an id that begins with %s, type more of it:",
		NoRevision: "The record %s has no revision %d; it was completed %d {time|times}.", Revision: "revision %d, %s, %s",
		NotRead: "(cannot be read)", TwoReadings: "(has two readings)",
		NoKind: "There are no records of kind %s; there are: %s.",
		NoForm: "There is no form %s.", File: "The file %s cannot be used: %s",
		NoFile: "there is no such file; check its name and path.", IsFolder: "it is a folder.", FileInWay: "a file stands in its path where a folder should.",
		NoFolder: "there is no such folder; check the path.", DiskFull: "the disk is full; delete some files, then try again.",
		DiskReads: "its disk can only be read.", NoRight: "there is no permission; tell the administrator.", NoName: "The name of the file is empty; type one.",
		Exists: "The file %s exists; add --replace to overwrite it.", BackedUp: "Backed up into %s.",
		Sound: "%d {record|records}, %d {event|events}, %d {answer|answers}: the data is sound.", Unsound: "%d {fault|faults}:",
		Faults: map[string]string{
			"file": "the data file is damaged", "link": "a row points to nothing", "form": "a stored form was changed",
			"chain": "a history was changed, cut or reordered", "answer": "an answer differs from its history", "head": "an inspection differs from its history",
		},
		Terminated: "The program was ended from outside; everything is saved.",
		Demo:       "Sample data in %s, deleted when you leave.",
		ID:         "ID", Unit: "UNIT", Visit: "VISIT", Status: "STATUS", OpenHead: "OPEN", Version: "VERSION", Valid: "VALID FROM", Form: "FORM", Name: "NAME",
	}
}
