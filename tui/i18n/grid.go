package i18n

// Grid is what a table says.
type Grid struct {
	Total       string
	Row         string // %d: number of a row
	RowIn       string // %d: number of a row that is there again
	RowOut      string // %d: number of a row that was taken out
	Blank       string // an answer that is empty
	Locked      string // a cell that the form itself fills
	Computed    string // a cell that is calculated
	Hidden      string // a cell that is not asked in its row
	Fixed       string // a row that cannot be taken out
	NotFree     string // no row can be added
	NothingOpen string // a table that the register brings has no rows
	Brought     string // rows that the register brings cannot be added or taken out
	HasRows     string // "there are none" is refused
	NeverNone   string // the table cannot be recorded as having none
	NoneHere    string // it was recorded that there are none
	Empty       string // the table has no rows
	RowsFrom    string // %s: the item whose answer gives the table its rows
	NoList      string // the cell is typed, not chosen
	LastRow     string // Enter in the last row
	Removed     string
	TheyRemoved string // %s: who took out the row that was being typed in
	NoteAsk     string // %d: number of a row
	Million     string // the unit of amounts, short

	PasteAsk         string // %d rows, %d columns of a block that was pasted
	PasteGood        string // %d: cells that can be read
	PasteDoubt       string // %d: cells that cannot, marked with a question mark
	PasteKept        string // %d: cells that keep what the form fills or computes
	PasteMore        string // %d: rows that will be added
	PasteOver        string // %d: rows of the block that do not fit
	PasteOverColumns string // %d: columns of the block that do not fit
	PasteKeys        string
	PasteNone        string
	Pasted           string // %d: cells
}

func gridVI() Grid {
	return Grid{
		Total: "Cộng", Row: "dòng %d", RowIn: "dòng %d trở lại", RowOut: "bỏ dòng %d", Blank: "trống",
		Locked: "Ô này do mẫu phiếu ghi sẵn.", Computed: "Ô này tự tính.", Hidden: "Ô này không hỏi ở dòng này.",
		Fixed: "Dòng này của mẫu phiếu, không bỏ được.", NotFree: "Bảng này không thêm dòng được.",
		NothingOpen: "Sổ theo dõi không còn việc nào mở của đơn vị khi lập phiếu.",
		Brought:     "Dòng của bảng này lấy từ sổ theo dõi: không thêm, không bỏ được.",
		HasRows:     "Bảng đã có dòng: bỏ hết dòng trước khi ghi là không có.",
		NeverNone:   "Bảng này không ghi là không có được.",
		NoneHere:    "Đã ghi nhận là không có dòng nào.",
		Empty:       "Bảng chưa có dòng nào.",
		RowsFrom:    "Dòng của bảng theo mục %s: trả lời mục đó trước.",
		NoList:      "Ô này không có danh sách: gõ thẳng vào; phím cách để sửa tiếp.",
		LastRow:     "Đây là dòng cuối; Esc về phiếu.",
		TheyRemoved: "%s vừa bỏ dòng đang nhập.",
		Removed:     "Đã bỏ dòng; Ctrl+Z lấy lại.",
		NoteAsk:     "Ghi chú cho dòng %d", Million: "triệu",
		PasteAsk: "Dán %d dòng × %d cột từ ô này:", PasteGood: "%d ô đọc được", PasteDoubt: "%d ô nghi ngờ (?)",
		PasteKept: "%d ô giữ nguyên (tự tính, ghi sẵn)", PasteMore: "thêm %d dòng mới",
		PasteOver: "%d dòng vượt quá bảng, không dán", PasteOverColumns: "%d cột vượt quá bảng, không dán",
		PasteKeys: "Enter dán, Esc bỏ; các phím mũi tên để xem", PasteNone: "Không có ô nào dán được vào đây.",
		Pasted: "Đã dán %d ô; Ctrl+Z lấy lại như cũ.",
	}
}

func gridEN() Grid {
	return Grid{
		Total: "Total", Row: "row %d", RowIn: "row %d is back", RowOut: "row %d taken out", Blank: "blank",
		Locked: "The form itself fills this cell.", Computed: "This cell is computed.", Hidden: "This cell is not asked in this row.",
		Fixed: "This row belongs to the form and stays.", NotFree: "No rows can be added to this table.",
		NothingOpen: "Nothing of the unit was open in the register when this was begun.",
		Brought:     "The rows of this table come from the register: they stay as they are.",
		HasRows:     "The table has rows: take them out before recording that there are none.",
		NeverNone:   "This table cannot be recorded as having none.",
		NoneHere:    "It is recorded that there are none.",
		Empty:       "The table has no rows yet.",
		RowsFrom:    "Its rows come from item %s: answer that one first.",
		NoList:      "There is no list for this cell: just type; Space edits what stands there.",
		LastRow:     "This is the last row; Esc goes back to the form.",
		TheyRemoved: "%s has just taken out the row that you were in.",
		Removed:     "The row is out; Ctrl+Z brings it back.",
		NoteAsk:     "Note on row %d", Million: "million",
		PasteAsk: "Paste %d rows × %d columns from this cell on:", PasteGood: "%d cells can be read", PasteDoubt: "%d doubtful (?)",
		PasteKept: "%d kept (computed, given)", PasteMore: "%d new rows",
		PasteOver: "%d rows beyond the table, not pasted", PasteOverColumns: "%d columns beyond the table, not pasted",
		PasteKeys: "Enter pastes, Esc does not; the arrows show the rest", PasteNone: "Nothing can be pasted here.",
		Pasted: "%d cells pasted; Ctrl+Z brings back what was there.",
	}
}
