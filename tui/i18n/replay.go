package i18n

// Replay is what is said of recorded key scripts, on the command line.
type Replay struct {
	// A script that cannot be played.
	NoSuchLine  string // %s: the line, or the word it begins with
	NoHead      string // %s: the key that the head lacks
	HeadLate    string // %s: a key that stands after the first step
	HeadTwice   string // %s: a key
	BadLang     string // %s: a language that is not there
	BadDay      string // %s: what is no day
	NoUnit      string // %s: a unit, %s: a day
	Units       string // %s: a unit, %s: the codes of those that are called so
	NoProgramme string // %s: a code
	NoKey       string // %s, %s: a word that is no key
	NoKeys      string
	OpenQuote   string // %s: the rest of the line
	BadPaste    string // %s: what is no quoted text
	NoCode      string // %s: the word of the line
	NoEquals    string // %s: the word of the line
	BadRow      string // %s: a code
	BadCount    string // %s: what is no number
	BadProgress string // %s: what is no progress
	NoText      string
	TooMuch     string // %s: words that do not belong there
	NoItem      string // %s: a code that the form does not have
	NoSection   string // %s: a code that the form does not have
	NeedsRow    string // %s, %s: a column
	NoTable     string // %s: an item that is no table
	NoPart      string // %s: an item, %s: note or evidence
	NoGiven     string // %s: an item, %s: a text that the form does not take there

	// A step that cannot be done, or an expectation that is not met.
	NoRowYet    string // %s: a table, %d: its rows
	NotShown    string // %s: an item
	NotHidden   string // %s: an item
	CannotGo    string // %s: an item; no way back to the form
	Left        string // the keys left the program
	Answers     string // %s: a field, %s: what it shows, %s: what is expected
	Rows        string // %s: a table, %d: its rows, %s: what is expected
	NoProblem   string // %s: a field, %s: the rule, %s: the problems it has
	None        string // no problems at all
	AProblem    string // %s: a field, %s: its rule, %s: the sentence
	Progress    string // %s: a section, %d/%d: what it has, %d/%d: what is expected
	NoScreen    string // %s: a text that is not shown
	CannotPlay  string // %s: why
	CannotBegin string // %s: why

	// What is printed.
	Failed   string // %s: file, %d: line, %s: what
	Passed   string // %s: file, %d: lines
	Sum      string // %d: scripts, %d: faults
	NoScript string // %s: a form, %s: the names its scripts would have
	NoForm   string // %s: a script
	NoFile   string // %s: a file that is neither form nor script
	BadForm  string // %s: a form with faults
}

func replayVI() Replay {
	return Replay{
		NoSuchLine: "Không hiểu “%s”: một dòng bắt đầu bằng keys, paste, goto, answer, rows, problem, no problem, progress, shown, hidden hoặc screen; phần đầu là unit:, day:, round:, programme:, projects:, lang: và given.",
		NoHead:     "Kịch bản thiếu dòng “%s:”.", HeadLate: "“%s” phải đứng trước bước đầu tiên.", HeadTwice: "“%s:” có hai dòng: giữ một dòng.",
		BadLang: "Không có ngôn ngữ “%s”: chọn vi hoặc en.", BadDay: "“%s” không phải là ngày: viết đủ ngày, tháng, năm, ví dụ 15/06/2024.",
		NoUnit: "Không có đơn vị “%s” vào ngày %s: viết tên đầy đủ hoặc mã.", Units: "Có nhiều đơn vị tên “%s”: viết một trong các mã %s.",
		NoProgramme: "Không có chương trình “%s”.",
		NoKey:       "“%s” không phải là phím: viết tên phím như trên màn hình (Enter, Shift+Tab, F8, Ctrl+T), hoặc đặt nội dung gõ trong ngoặc kép: \"%s\".",
		NoKeys:      "Dòng keys cần ít nhất một phím.", OpenQuote: "Ngoặc kép không khép hoặc có ký tự không gõ được: %s",
		BadPaste: "Nội dung dán phải nằm trong ngoặc kép, \\t giữa các ô, \\n giữa các dòng: %s",
		NoCode:   "Sau “%s” cần mã của mục, ví dụ A3.06.", NoEquals: "Dòng “%s” cần dấu = giữa mục và nội dung.",
		BadRow: "Sau %s row cần số dòng, từ 1.", BadCount: "“%s” không phải là số dòng.",
		BadProgress: "“%s” không phải là tiến độ: viết như A3 12/14.", NoText: "Sau “screen” cần nội dung phải có trên màn hình.",
		TooMuch: "Phần “%s” thừa.", NoItem: "Mẫu phiếu không có mục hoặc cột nào mang mã hay tên %s.", NoSection: "Mẫu phiếu không có phần nào mang mã hay tên %s.",
		NeedsRow: "%s là cột của bảng: thêm số dòng, ví dụ %s row 1.", NoTable: "%s không phải là bảng.", NoPart: "%s không có %s.",
		NoGiven: "Không cho sẵn được mục %s: mẫu phiếu không nhận “%s” ở đó.",

		NoRowYet: "Bảng %s mới có %d dòng.", NotShown: "%s không hiện: điều kiện áp dụng của mục (hoặc phần) chưa thoả.", NotHidden: "%s đang hiện; kịch bản cần mục này ẩn.",
		CannotGo: "Không về được phiếu để tới %s: thoát màn hình đang mở bằng Esc trước.", Left: "Các phím này thoát khỏi chương trình.",
		Answers: "%s hiện “%s”; kịch bản cần “%s”.", Rows: "Bảng %s có %d dòng đã nhập; kịch bản cần %s.",
		NoProblem: "%s không có lỗi %s; đang có: %s.", None: "không có lỗi nào", AProblem: "%s có lỗi %s: %s",
		Progress: "Phần %s đạt %d/%d; kịch bản cần %d/%d.", NoScreen: "Màn hình không có “%s”.",
		CannotPlay: "Không chạy tiếp được: %s", CannotBegin: "Không lập được phiếu: %s",

		Failed: "%s:%d: %s", Passed: "%s: %d bước, đạt.", Sum: "%d kịch bản, %d chỗ sai.",
		NoScript: "%s: chưa có kịch bản nào; đặt kịch bản cạnh mẫu phiếu, tên %s.", NoForm: "%s: cạnh kịch bản không có mẫu phiếu (tệp .yaml) nào có tên khớp phần đầu.",
		NoFile: "%s không phải là mẫu phiếu (.yaml) hay kịch bản (.keys).", BadForm: "%s có lỗi; chạy giamsat form lint.",
	}
}

func replayEN() Replay {
	return Replay{
		NoSuchLine: "“%s” is not understood: a line begins with keys, paste, goto, answer, rows, problem, no problem, progress, shown, hidden or screen; the head has unit:, day:, round:, programme:, projects:, lang: and given.",
		NoHead:     "The script lacks the line “%s:”.", HeadLate: "“%s” must stand before the first step.", HeadTwice: "“%s:” stands twice: keep one.",
		BadLang: "There is no language “%s”: choose vi or en.", BadDay: "“%s” is no day: write day, month and year, such as 15/06/2024.",
		NoUnit: "There is no unit “%s” on %s: write its full name or its code.", Units: "Several units are called “%s”: write one of the codes %s.",
		NoProgramme: "There is no programme “%s”.",
		NoKey:       "“%s” is no key: write the name that the screen shows (Enter, Shift+Tab, F8, Ctrl+T), or put what is typed in quotes: \"%s\".",
		NoKeys:      "A keys line needs at least one key.", OpenQuote: "The quotes are not closed, or hold what cannot be typed: %s",
		BadPaste: "What is pasted must stand in quotes, \\t between cells, \\n between rows: %s",
		NoCode:   "“%s” needs the code of an item, such as A3.06.", NoEquals: "A line “%s” needs a = between the item and the text.",
		BadRow: "%s row needs the number of a row, from 1.", BadCount: "“%s” is no number of rows.",
		BadProgress: "“%s” is no progress: write it as A3 12/14.", NoText: "“screen” needs the text that must be on the screen.",
		TooMuch: "“%s” is too much.", NoItem: "The form has no item or column with the code or name %s.", NoSection: "The form has no section with the code or name %s.",
		NeedsRow: "%s is a column of a table: add the row, such as %s row 1.", NoTable: "%s is no table.", NoPart: "%s has no %s.",
		NoGiven: "%s cannot be given: the form does not take “%s” there.",

		NoRowYet: "The table %s has only %d {row|rows}.", NotShown: "%s is not shown: the rule of the item (or of its section) is not met.", NotHidden: "%s is shown; the script expects it to be hidden.",
		CannotGo: "There is no way back to the form to go to %s: leave the open screen with Esc first.", Left: "These keys leave the program.",
		Answers: "%s shows “%s”; the script expects “%s”.", Rows: "The table %s has %d filled rows; the script expects %s.",
		NoProblem: "%s has no problem %s; it has: %s.", None: "no problems", AProblem: "%s has the problem %s: %s",
		Progress: "Section %s is at %d/%d; the script expects %d/%d.", NoScreen: "The screen does not show “%s”.",
		CannotPlay: "It cannot go on: %s", CannotBegin: "The record cannot be begun: %s",

		Failed: "%s:%d: %s", Passed: "%s: %d {step|steps}, passed.", Sum: "%d {script|scripts}, %d {fault|faults}.",
		NoScript: "%s: there is no script yet; put one beside the form, called %s.", NoForm: "%s: no form (a .yaml file) beside it has the first part of its name.",
		NoFile: "%s is neither a form (.yaml) nor a script (.keys).", BadForm: "%s has faults; run giamsat form lint.",
	}
}
