package i18n

// Undo is what undo and redo say: an act, in quotes, that was taken back or done
// again, or what stands in a field now; and why a step was given up.
type Undo struct {
	Undid        string // %s: the act that was undone
	Redid        string // %s: the act that was done again
	UndidTo      string // %s: what stands now that a step was undone
	RedidTo      string // %s: what stands now that it was done again
	Pasted       string // %d: cells, %s: code of the table
	Cells        string // %d: cells that were answered at once, %s: code of the table
	Items        string // %d: items that were answered at once
	CarriedN     string // %d: values of one table that were carried over
	CarriedItems string // %d: items that were carried over at once
	HeldN        string // %d: carried values that were confirmed at once
	Cleared      string // %d: items that were not relevant
	Comma        string // %d: amounts that were read by the answer about a comma
	Others       string // %s: a field and what stands there, %d: how many others
	RowAdded     string // %d: number of the row
	RowOut       string // %d: number of the row
	In           string // %s: what was done to a row, %s: code of the table, where one is not in it
	RowsAdded    string // %d: rows, %s: code of the table
	RowsOut      string // %d: rows, %s: code of the table
	Stands       string // %s: a field, %s: the value that stands there now

	VerifyUndid string // %s: a field whose second reading was taken back
	VerifyRedid string // %s: a field whose second reading is there again
	Now         string // %s: the value that stands in that field, where it became another

	GivenUp    string // %s: a field, %s: who answered it since, %s: the value that stands
	GivenUpOwn string // %s: a field, %s: the value that stands, of nobody in particular
}

func undoVI() Undo {
	return Undo{
		Undid: "Đã hoàn tác việc “%s”.", Redid: "Đã làm lại việc “%s”.", UndidTo: "Đã hoàn tác, nay là: %s", RedidTo: "Đã làm lại, nay là: %s",
		Pasted: "dán %d ô vào %s", Cells: "ghi một lượt %d ô ở %s", Items: "ghi một lượt %d mục", CarriedN: "mang sang %d giá trị", CarriedItems: "mang sang %d mục", HeldN: "xác nhận %d giá trị mang sang",
		Cleared: "xóa %d mục hết áp dụng", Comma: "chọn nghĩa của dấu phẩy, %d số đọc theo", Others: "%s, và %d chỗ khác",
		RowAdded: "thêm dòng %d", RowOut: "bỏ dòng %d", In: "%s ở %s",
		RowsAdded: "thêm %d dòng ở %s", RowsOut: "bỏ %d dòng ở %s", Stands: "%s: %s",
		VerifyUndid: "Đã hoàn tác lần nhập kiểm tra lại của %s.", VerifyRedid: "Đã làm lại lần nhập kiểm tra lại của %s.", Now: "Nay là: %s.",
		GivenUp:    "Không hoàn tác đè lên: %s, %s đã ghi “%s”.",
		GivenUpOwn: "Không hoàn tác đè lên: %s đã đổi sau đó, nay là “%s”.",
	}
}

func undoEN() Undo {
	return Undo{
		Undid: "Undone: the act “%s”.", Redid: "Done again: the act “%s”.", UndidTo: "Undone; now %s", RedidTo: "Done again; now %s",
		Pasted: "paste %d {cell|cells} into %s", Cells: "answer %d {cell|cells} of %s at once", Items: "answer %d {item|items} at once", CarriedN: "carry %d {value|values} over", CarriedItems: "carry %d {item|items} over", HeldN: "confirm %d carried {value|values}",
		Cleared: "clear %d irrelevant {item|items}", Comma: "say what a comma means, %d {amount|amounts} read by it", Others: "%s, and %d more",
		RowAdded: "add row %d", RowOut: "take out row %d", In: "%s of %s",
		RowsAdded: "add %d {row|rows} to %s", RowsOut: "take %d {row|rows} out of %s", Stands: "%s: %s",
		VerifyUndid: "Undone: the verification of %s.", VerifyRedid: "Done again: the verification of %s.", Now: "It is now %s.",
		GivenUp:    "Not undone: %s, since %s answered “%s”.",
		GivenUpOwn: "Not undone: %s was changed since and is now “%s”.",
	}
}
