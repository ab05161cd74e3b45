package i18n

// Grid is what a table says.
type Grid struct {
	Total     string
	Row       string // %d: number of a row
	Locked    string // a cell that the form itself fills
	Computed  string // a cell that is calculated
	Fixed     string // a row that cannot be taken out
	NotFree   string // no row can be added
	HasRows   string // "there are none" is refused
	Removed   string
	PasteAsk  string // %d rows, %d columns of a block that was pasted
	PasteOver string // %d: rows of the block that do not fit
}

func gridVI() Grid {
	return Grid{
		Total: "Cộng", Row: "dòng %d", Locked: "Ô này do mẫu phiếu ghi sẵn.", Computed: "Ô này tự tính.",
		Fixed: "Dòng này của mẫu phiếu, không bỏ được.", NotFree: "Bảng này không thêm dòng được.",
		HasRows:   "Bảng đã có dòng: bỏ hết dòng trước khi ghi là không có.",
		Removed:   "Đã bỏ dòng; Ctrl+Z lấy lại.",
		PasteAsk:  "Dán %d dòng, %d cột từ ô này?",
		PasteOver: "%d dòng vượt quá bảng, không dán.",
	}
}

func gridEN() Grid {
	return Grid{
		Total: "Total", Row: "row %d", Locked: "The form itself fills this cell.", Computed: "This cell is computed.",
		Fixed: "This row belongs to the form and stays.", NotFree: "No rows can be added to this table.",
		HasRows:   "The table has rows: take them out before recording that there are none.",
		Removed:   "The row is out; Ctrl+Z brings it back.",
		PasteAsk:  "Paste %d rows, %d columns from this cell on?",
		PasteOver: "%d rows go beyond the table and are not pasted.",
	}
}
