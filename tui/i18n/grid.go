package i18n

// Grid is what a table says.
type Grid struct {
	Total            string
	TotalPart        string // the totals, where a figure that cannot be read is left out
	Row              string // %d: number of a row
	Blank            string // an answer that is empty
	Locked           string // a cell that the form itself fills
	Computed         string // a cell that is calculated
	Hidden           string // a cell that is not asked in its row
	Fixed            string // a row that cannot be taken out
	NotFree          string // no row can be added
	NothingOpen      string // a table that the register brings has no rows
	Brought          string // rows that the register brings cannot be added or taken out
	HasRows          string // "there are none" is refused
	NeverNone        string // the table cannot be recorded as having none
	NoneHere         string // it was recorded that there are none
	Empty            string // the table has no rows
	RowsFrom         string // %s: the item whose answer gives the table its rows
	NoList           string // the cell is typed, not chosen
	MatchKeys        string // several entries match what is typed in a cell
	LastRow          string // Enter in the last row
	Removed          string
	TheyRemoved      string // %s: who took out the row that the cursor was in, %s: what stood in it
	TheyRemovedMine  string // %s: who took out another row that was typed in here, %s: what stood in it
	TheyRemovedOther string // %s: who took out a row of nobody's here, %s: what stood in it
	NoteAsk          string // %d: number of a row
	NoteMoved        string // the row whose note was typed is gone
	Million          string // the unit of amounts, short

	LongHint          string // how a cell with a text of several lines is typed
	PasteAsk          string // %d rows, %d columns of a block that was pasted
	PasteGood         string // %d: cells that can be read
	PasteFaulty       string // %d: cells that cannot, marked as problems
	PasteFault        string // %d: row, %s: column, %s: what cannot be read, and why
	PasteDoubt        string // %d: cells with two readings, marked with a question mark
	PasteEnglishOnly  string // %d: figures that have no reading but the English one, though the person said Vietnamese
	PasteVNOnly       string // %d: figures that have no reading but the Vietnamese one, though the person said English
	PasteZero         string // %d: dashes that are read as zero
	PasteKept         string // %d: cells that keep what the form fills or computes
	PasteReplaced     string // %d: cells whose answer another one takes the place of
	PasteDiffers      string // %d: cells that the form fills otherwise than the block says
	PasteContradicted string // %d: cells that will be computed otherwise than the block says
	PasteComputed     string // %d: row, %s: column, %s: what the block says, %s: what will be computed
	PasteOther        string // %d: row, %s: column, %s: what the block says, %s: what the form says
	PasteMore         string // %d: rows that will be added
	PasteOver         string // %d: rows of the block that do not fit
	PasteOverColumns  string // %d: columns of the block that do not fit
	PasteHeadsOut     string // the first row are labels and left out
	PasteHeadsIn      string
	PasteSumsOut      string // the last row adds up the others and is left out
	PasteSumsIn       string
	PasteAstray       string // %s: a heading of the block that names another column, %s: the column that it would go into
	PasteLabelsOut    string // %d: first columns that say which row it is, left out
	PasteLabelsIn     string // %d
	PasteStraysOut    string // %d: rows whose labels are those of other rows, left out
	PasteStraysIn     string // %d
	PasteOtherRow     string // %d: row, %s: what the block says it is, %s: what the table says
	PasteWriting      string // %s: a figure; its two readings follow
	PasteEnglish      string
	PasteVietnamese   string
	PasteFirst        string // Enter before that is answered
	PasteKeys         string
	PasteNone         string
	Pasted            string // %d: cells

	FindingThere string // %d: the row with the finding that the item has already
	FindingAgain string // one was just recorded: the same key once more records another

	FillAsk     string // %d: empty cells that get the value of the one above
	FillKept    string // %d: cells that have an answer
	FillRefused string // %d: empty cells whose list does not have the value
	FillNone    string // no empty cell is below
	FillNothing string // nothing stands in the cell, nor above it
}

func gridVI() Grid {
	return Grid{
		FindingThere: "Mục này đã có tồn tại ở dòng %d; Ctrl+O lần nữa ghi thêm một tồn tại nữa.",
		FindingAgain: "Tồn tại này đã ghi; Ctrl+O lần nữa ghi thêm một tồn tại nữa về cùng mục.",
		Total:        "Cộng", TotalPart: "Cộng, chưa đủ", Row: "dòng %d", Blank: "trống",
		Locked: "Ô này do mẫu phiếu ghi sẵn.", Computed: "Ô này tự tính.", Hidden: "Ô này không hỏi ở dòng này.",
		Fixed: "Dòng này của mẫu phiếu, không bỏ được.", NotFree: "Bảng này không thêm dòng được.",
		NothingOpen:      "Sổ theo dõi không còn việc nào mở của đơn vị khi lập phiếu.",
		Brought:          "Dòng của bảng này lấy từ sổ theo dõi: không thêm, không bỏ được.",
		HasRows:          "Bảng đã có dòng: bỏ hết dòng trước khi ghi là không có.",
		NeverNone:        "Bảng này không ghi là không có được.",
		NoneHere:         "Đã ghi nhận là không có dòng nào.",
		Empty:            "Bảng chưa có dòng nào.",
		RowsFrom:         "Dòng của bảng theo mục %s: trả lời mục đó trước.",
		NoList:           "Ô này không có danh sách: gõ thẳng vào; phím cách để sửa tiếp.",
		MatchKeys:        "Tab lấy mục có dấu, ↑ ↓ để chọn, F9 cả danh sách",
		LastRow:          "Đây là dòng cuối; Esc về phiếu.",
		TheyRemoved:      "%s vừa bỏ dòng đang nhập (%s). Ctrl+Z lấy lại; mũi tên, Tab sang dòng khác.",
		TheyRemovedMine:  "%s vừa bỏ một dòng tôi đã nhập (%s); Ctrl+Z lấy lại.",
		TheyRemovedOther: "%s vừa bỏ một dòng (%s).",
		Removed:          "Đã bỏ dòng; Ctrl+Z lấy lại.",
		NoteAsk:          "Ghi chú cho dòng %d", NoteMoved: "Dòng đã bị bỏ; phần ghi chú được giữ ở ghi chú của bảng.", Million: "triệu",
		LongHint: "Khi gõ: Enter xuống dòng, Tab sang ô kế.",
		PasteAsk: "Dán %d dòng × %d cột từ ô này:", PasteGood: "%d ô đọc được", PasteDoubt: "%d ô có hai cách đọc (?)",
		PasteFaulty: "%d ô không đọc được (!)", PasteFault: "! Dòng %d, %s: %s",
		PasteEnglishOnly: "%d ô chỉ đọc được theo kiểu Anh: đọc kiểu Anh", PasteVNOnly: "%d ô chỉ đọc được theo kiểu Việt Nam: đọc kiểu Việt Nam",
		PasteReplaced: "thay %d ô đã có",
		PasteZero:     "%d ô “-” ghi là 0", PasteDiffers: "%d ô ghi sẵn khác với khối (!)",
		PasteContradicted: "%d ô tự tính khác với khối (!)",
		PasteComputed:     "! Dòng %d, %s: khối ghi “%s”, tính ra “%s”",
		PasteOther:        "! Dòng %d, %s: khối ghi “%s”, bảng ghi “%s”",
		PasteHeadsOut:     "[1] dòng đầu là tên cột: bỏ ra", PasteHeadsIn: "[1] dán cả dòng đầu",
		PasteSumsOut: "[3] dòng cuối là dòng cộng: bỏ ra", PasteSumsIn: "[3] dán cả dòng cộng",
		PasteAstray:    "! Cột “%s” của khối sẽ dán vào cột “%s”",
		PasteLabelsOut: "[2] %d cột đầu là tên dòng: bỏ ra", PasteLabelsIn: "[2] dán cả %d cột đầu",
		PasteStraysOut: "[4] %d dòng có tên khác dòng của bảng (!): bỏ ra", PasteStraysIn: "[4] dán cả %d dòng có tên khác (!)",
		PasteOtherRow: "! Dòng %d: khối ghi “%s”, bảng ghi “%s”",
		PasteWriting:  "%s là:", PasteEnglish: "kiểu Anh 1,234.5", PasteVietnamese: "kiểu Việt Nam 1.234,5",
		PasteFirst: "Có số đọc được hai cách: bấm dấu phẩy (,) hoặc dấu chấm (.) rồi dán.",
		PasteKept:  "%d ô giữ nguyên (tự tính, ghi sẵn)", PasteMore: "thêm %d dòng mới",
		PasteOver: "%d dòng vượt quá bảng, không dán", PasteOverColumns: "%d cột vượt quá bảng, không dán",
		PasteKeys: "Enter ghi, Esc bỏ; các phím mũi tên để xem", PasteNone: "Không có ô nào dán được vào đây.",
		Pasted:  "Đã ghi %d ô; Ctrl+Z lấy lại như cũ.",
		FillAsk: "Chép ô này xuống %d ô trống bên dưới", FillKept: "%d ô đã có, giữ nguyên",
		FillRefused: "%d ô không nhận giá trị này",
		FillNone:    "Bên dưới không còn ô trống nào.", FillNothing: "Ô này và ô trên đều trống: không có gì để chép.",
	}
}

func gridEN() Grid {
	return Grid{
		FindingThere: "This item has a finding in row %d; Ctrl+O once more records another one.",
		FindingAgain: "This finding is recorded; Ctrl+O once more records another of the same item.",
		Total:        "Total", TotalPart: "Total so far", Row: "row %d", Blank: "blank",
		Locked: "The form itself fills this cell.", Computed: "This cell is computed.", Hidden: "This cell is not asked in this row.",
		Fixed: "This row belongs to the form and stays.", NotFree: "No rows can be added to this table.",
		NothingOpen:      "Nothing of the unit was open in the register when this was begun.",
		Brought:          "The rows of this table come from the register: they stay as they are.",
		HasRows:          "The table has rows: take them out before recording that there are none.",
		NeverNone:        "This table cannot be recorded as having none.",
		NoneHere:         "It is recorded that there are none.",
		Empty:            "The table has no rows yet.",
		RowsFrom:         "Its rows come from item %s: answer that one first.",
		NoList:           "There is no list for this cell: just type; Space edits what stands there.",
		MatchKeys:        "Tab takes the marked one, ↑ ↓ mark another, F9 the whole list",
		LastRow:          "This is the last row; Esc goes back to the form.",
		TheyRemoved:      "%s just took out this row (%s). Ctrl+Z brings it back; arrow or Tab goes on.",
		TheyRemovedMine:  "%s has just taken out a row of mine (%s); Ctrl+Z brings it back.",
		TheyRemovedOther: "%s has just taken out a row (%s).",
		Removed:          "The row is out; Ctrl+Z brings it back.",
		NoteAsk:          "Note on row %d", NoteMoved: "The row is out; what was typed is kept in the note of the table.", Million: "million",
		LongHint: "While typing: Enter for a new line, Tab for the next cell.",
		PasteAsk: "Paste %d {row|rows} × %d {column|columns} from this cell on:", PasteGood: "%d {cell|cells} can be read", PasteDoubt: "%d with two readings (?)",
		PasteFaulty: "%d cannot be read (!)", PasteFault: "! Row %d, %s: %s",
		PasteEnglishOnly: "%d read as English: {it has|they have} no other reading", PasteVNOnly: "%d read as Vietnamese: {it has|they have} no other reading",
		PasteReplaced: "%d {answer|answers} replaced",
		PasteZero:     "%d {dash becomes|dashes become} 0", PasteDiffers: "%d given {cell differs|cells differ} (!)",
		PasteContradicted: "%d computed otherwise than in the block (!)",
		PasteComputed:     "! Row %d, %s: the block says “%s”, computed “%s”",
		PasteOther:        "! Row %d, %s: the block says “%s”, the table “%s”",
		PasteHeadsOut:     "[1] the first row are labels: left out", PasteHeadsIn: "[1] the first row goes in",
		PasteSumsOut: "[3] the last row is a total: left out", PasteSumsIn: "[3] the total row goes in",
		PasteAstray:    "! The block's column “%s” would go into “%s”",
		PasteLabelsOut: "[2] %d {column names|columns name} the rows: left out", PasteLabelsIn: "[2] the first %d columns go in",
		PasteStraysOut: "[4] %d {row names|rows name} another row (!): left out", PasteStraysIn: "[4] %d {row that names|rows that name} another: taken in (!)",
		PasteOtherRow: "! Row %d: the block says “%s”, the table “%s”",
		PasteWriting:  "%s is:", PasteEnglish: "English 1,234.5", PasteVietnamese: "Vietnamese 1.234,5",
		PasteFirst: "Figures can be read in two ways: press comma (,) or dot (.) before pasting.",
		PasteKept:  "%d kept (computed, given)", PasteMore: "%d new {row|rows}",
		PasteOver: "%d {row|rows} beyond the table, not pasted", PasteOverColumns: "%d {column|columns} beyond the table, not pasted",
		PasteKeys: "Enter fills in, Esc does not; the arrows show the rest", PasteNone: "Nothing can be pasted here.",
		Pasted:  "%d {cell|cells} filled; Ctrl+Z brings back what was there.",
		FillAsk: "Copy this cell into %d empty {cell|cells} below", FillKept: "%d {has an answer and keeps|have an answer and keep} it",
		FillRefused: "%d cannot have this value",
		FillNone:    "There is no empty cell below.", FillNothing: "This cell and the one above are empty: nothing to copy.",
	}
}
