package i18n

// Speak is what only the linear mode says.
type Speak struct {
	Start   string // the first line of all
	Section string // %s: code and name of a section
	Cell    string // %d: the row, %s: the column
	Row     string // %d: the row, %s: what it is called
	Opens   string // Enter opens what is under the marker
	Blank   string // nothing stands there any more
	Space   string // the letter that the caret stands before
	NewLine string
	Saved   string    // saving does not fail any more
	End     string    // the caret stands behind the text
	Press   string    // %s: the key, %s: what it means
	Keys    [2]string // what the keys of two readings are called: a comma by itself is not heard
	Twofold string    // %s: as typed, %s and %s: the readings in words
	Nothing string    // the key does nothing here
	Rereads string    // the screen is read anew
	Returns string    // behind it: Esc goes back to where one was
	Marker  string    // %s: the choice that the arrows are on
	Doubled string    // %d: the row that was duplicated, %d: its copy
	Holds   string    // %d: the row; what stands in it follows

	// What the signs are called.
	Problem, Reason, Notice, Carried, Pin, Chosen, Unchosen, Open, Ahead, Done, Into, Differs string
}

func speakVI() Speak {
	return Speak{
		Start:   "Chế độ từng dòng. ? hoặc F1: các phím; Ctrl+P: các lệnh; Ctrl+L: đọc lại chỗ đang đứng; Ctrl+C: thoát.",
		Section: "Phần %s", Cell: "Dòng %d, %s", Row: "Dòng %d: %s", Opens: "Enter mở", Blank: "để trống",
		Space: "dấu cách", NewLine: "xuống dòng", End: "cuối", Saved: "Đã lưu được trở lại.",
		Press: "bấm %s: %s", Keys: [2]string{"dấu phẩy", "dấu chấm"}, Twofold: "“%s” có hai cách đọc: %s hoặc %s; F9 để chọn.",
		Nothing: "Phím này không làm gì ở đây. F1: các phím; Esc: về.", Doubled: "Đã nhân dòng %d thành dòng %d.", Holds: "Dòng %d đã có:", Rereads: "Đang đọc lại dữ liệu.", Returns: "Esc về chỗ vừa đứng.", Marker: "con trỏ ở: %s",
		Problem: "lỗi", Reason: "cần lý do", Notice: "lưu ý", Carried: "theo phiếu trước", Pin: "đã ghim", Chosen: "đã chọn", Unchosen: "bỏ chọn",
		Open: "đang làm", Ahead: "chưa xong", Done: "xong", Into: "sang", Differs: "khác",
	}
}

func speakEN() Speak {
	return Speak{
		Start:   "Line by line. ? or F1: the keys; Ctrl+P: the commands; Ctrl+L: say again where you are; Ctrl+C: leave.",
		Section: "Section %s", Cell: "Row %d, %s", Row: "Row %d: %s", Opens: "Enter opens", Blank: "left empty",
		Space: "space", NewLine: "new line", End: "end", Saved: "Saving works again; it is saved.",
		Press: "press %s: %s", Keys: [2]string{"comma", "dot"}, Twofold: "“%s” has two readings: %s or %s; F9 to choose.",
		Nothing: "That key does nothing here. F1: the keys; Esc: back.", Doubled: "Row %d was duplicated as row %d.", Holds: "Row %d holds:", Rereads: "Reading again.", Returns: "Esc goes back to where you were.", Marker: "the marker is on: %s",
		Problem: "wrong", Reason: "needs a reason", Notice: "note", Carried: "carried over", Pin: "pinned", Chosen: "chosen", Unchosen: "taken out",
		Open: "in work", Ahead: "to do", Done: "done", Into: "to", Differs: "differs",
	}
}

// Ticked says of a choice that it was chosen, or that it is not any more.
func (w *Words) Ticked(name string, chosen bool) string {
	if chosen {
		return w.Speak.Chosen + ": " + name
	}
	return w.Speak.Unchosen + ": " + name
}
