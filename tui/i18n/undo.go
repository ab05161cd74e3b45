package i18n

// Undo is what undo and redo say: what was taken back or done again, and why a
// step was given up.
type Undo struct {
	Pasted     string // %d: cells, %s: code of the table
	Cells      string // %d: cells that were answered at once, %s: code of the table
	Items      string // %d: items that were answered at once
	CarriedN   string // %d: values that were carried over
	Cleared    string // %d: items that were not relevant
	Comma      string // %d: amounts that were read by the answer about a comma
	Others     string // %s: a field and what stands there, %d: how many others
	RowsIn     string // %d: rows that are there again, %s: code of the table
	RowsOut    string // %d: rows that were taken out, %s: code of the table
	Stands     string // %s: a field, %s: the value that stands there now
	GivenUp    string // %s: a field, %s: who answered it since, %s: the value that stands
	GivenUpOwn string // %s: a field, %s: the value that stands, of nobody in particular
}

func undoVI() Undo {
	return Undo{
		Pasted: "dán %d ô vào %s", Cells: "ghi một lượt %d ô ở %s", Items: "ghi một lượt %d mục", CarriedN: "mang sang %d mục",
		Cleared: "xóa %d mục hết áp dụng", Comma: "nghĩa của dấu phẩy, %d số đọc theo", Others: "%s, và %d chỗ khác",
		RowsIn: "%d dòng của %s trở lại", RowsOut: "bỏ %d dòng của %s", Stands: "%s: %s",
		GivenUp:    "Không hoàn tác đè lên: %s, %s đã ghi “%s”.",
		GivenUpOwn: "Không hoàn tác đè lên: %s đã đổi sau đó, nay là “%s”.",
	}
}

func undoEN() Undo {
	return Undo{
		Pasted: "%d cells pasted into %s", Cells: "%d cells of %s answered at once", Items: "%d items answered at once", CarriedN: "%d values carried over",
		Cleared: "%d irrelevant items cleared", Comma: "what a comma means, %d amounts read by it", Others: "%s, and %d more",
		RowsIn: "%d rows of %s are back", RowsOut: "%d rows of %s taken out", Stands: "%s: %s",
		GivenUp:    "Not undone: %s, since %s answered “%s”.",
		GivenUpOwn: "Not undone: %s was changed since and is now “%s”.",
	}
}
