package i18n

// Start is what is said before the first screen and after the last one, on the
// command line.
type Start struct {
	NotATerminal string
	DumbTerminal string
	TooSmall     string // %d, %d: the window; %d, %d: what is needed
	NoLanguage   string // %s: what was asked for
	BadCommand   string // %s: the parser's message
	Open         string // %s: path of the data; %s: why it could not be opened
	Folder       string // %s: a folder that could not be made; %s: why
	Forms        string // %s: path; the faults follow
	Fault        string // %s: file, %d: line, %d: column, %s: what
	FormSound    string // %s: file
	Lost         string // %d: answers that could not be saved
	Panicked     string // %s: path of the log
	Recovered    string // the program had been cut off and goes on where it was
}

func startVI() Start {
	return Start{
		NotATerminal: "giamsat cần một cửa sổ dòng lệnh: đừng chuyển hướng đầu vào, đầu ra.",
		DumbTerminal: "Cửa sổ này (TERM=dumb) không vẽ được màn hình; dùng cửa sổ khác hoặc đặt TERM=xterm.",
		TooSmall:     "Cửa sổ %d×%d quá nhỏ; cần ít nhất %d×%d.",
		NoLanguage:   "Không có ngôn ngữ “%s”; chọn vi hoặc en.",
		BadCommand:   "Lệnh không đúng: %s. Xem giamsat --help.",
		Open:         "Không mở được dữ liệu %s: %s",
		Folder:       "Không tạo được thư mục %s: %s",
		Forms:        "Mẫu phiếu trong %s có lỗi:",
		Fault:        "%s:%d:%d: %s",
		FormSound:    "%s: không có lỗi.",
		Lost:         "Chưa lưu được %d câu trả lời; xem nhật ký.",
		Panicked:     "Chương trình gặp lỗi và phải dừng; phần đã nhập được giữ. Chi tiết: %s",
		Recovered:    "Lần trước chương trình bị ngắt; đã mở lại đúng chỗ.",
	}
}

func startEN() Start {
	return Start{
		NotATerminal: "giamsat needs a terminal: do not redirect its input or output.",
		DumbTerminal: "This terminal (TERM=dumb) cannot draw a screen; use another, or set TERM=xterm.",
		TooSmall:     "The window of %d×%d is too small; at least %d×%d is needed.",
		NoLanguage:   "There is no language “%s”; choose vi or en.",
		BadCommand:   "The command is wrong: %s. See giamsat --help.",
		Open:         "The data %s cannot be opened: %s",
		Folder:       "The folder %s cannot be made: %s",
		Forms:        "Forms in %s have faults:",
		Fault:        "%s:%d:%d: %s",
		FormSound:    "%s: no faults.",
		Lost:         "%d answers could not be saved; see the log.",
		Panicked:     "The program failed and had to stop; what was entered is kept. Details: %s",
		Recovered:    "The program was cut off last time; it is open where you were.",
	}
}
