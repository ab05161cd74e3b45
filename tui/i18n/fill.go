package i18n

// Fill is what the form says while it is filled in.
type Fill struct {
	Unanswered       string
	Computed         string // beside a value that is calculated
	Given            string // beside a value that nobody types
	Rows             string // %d: rows of a table
	NoRows           string
	NoneRecorded     string // a table marked as having none
	Evidence         string
	Note             string
	NotAsked         string // %s: an item that is not asked for in this record
	AskedBy          string // %s: the sentence that an item is not asked, %s: the items that decide it
	Goto             string // the question of go to
	NothingBack      string // nothing to undo
	NothingAgain     string
	NoProblem        string
	AllAnswered      string
	Closed           string // the inspection is completed and cannot be changed
	Recovered        string // an open field's text was brought back
	Resumed          string // %d: changes that could not be saved last time and are owed again
	ConformAsk       string // %d: items that would be set
	ConformNone      string
	CommaAsk         string // %s: what was typed; the two readings follow
	CommaFits        string // the reading equals the sum of the parts
	CommaKept        string // the answer is remembered
	InDong           string // the reading counts đồng
	Readonly         string // typed on an item that was filled when the inspection was begun
	GivenNothing     string // in the place of a value that nobody types and that there is not
	GivenByNone      string // the same, where it would come from a round and there is none
	RoundBlank       string // the same, where the round does not say it
	AboveBlank       string // the same, where what the record belongs to does not say it
	NothingAbove     string // why it is blank and where that is put right: there is no round
	BlankInRound     string // the same: the round does not say it
	Inherited        string // typed on an item that shows what the round or the inspection above says
	FromMinutes      string // typed on an item of a followed record that the inspection filled
	ComputedHere     string // typed on an item that is calculated
	OwesNote         string // %s: an item just answered, whose note is one key away
	NoLongerAsked    string // %d: items with answers that go with what was unchosen
	LongHint         string // how to leave a text of several lines
	Million          string // the unit of amounts in a row, as short as it is clear
	NoRound          string // the record belongs to no round
	TheyAnswered     string // %s: who, %s: the field that somebody else has just answered
	TheyCompleted    string // %s: who completed the record while answers are owed here
	TheyAnsweredMany string // %s: who, %d: fields
	NoFindings       string // the form has no table for shortcomings that are followed up
	FindsNothing     string // nor has any form of its kind
	NoRecords        string
	RecordsHere      string // typed on the line of records
	Unconfirmed      string // a table whose columns are not confirmed is opened
	NoColumns        string // such a table's line
	NoPrior          string // %s: a unit that parts of divided units went into
	RowGone          string // why a followed record was withdrawn: part of the record
	RowBack          string // why it is followed up again

	ConflictAsk    string // %s: the field that somebody else changed at the same time
	ConflictMine   string // %s: what was typed here
	ConflictLeft   string // the question was left: %s: the field, %s: whose answer stands
	ConflictTheirs string // %s: who, %s: what stands in the database now
}

func fillVI() Fill {
	return Fill{
		Unanswered: "(chưa trả lời)", Computed: "(tự tính)", Given: "(ghi sẵn)", Rows: "%d dòng", NoRows: "chưa có dòng nào",
		NoneRecorded: "không có", Evidence: "căn cứ, chứng từ", Note: "ghi chú",
		Goto: "Tới mục", NotAsked: "%s: không hỏi trong phiếu này", AskedBy: "%s (tuỳ %s)",
		NothingBack: "Không còn gì để hoàn tác.", NothingAgain: "Không còn gì để làm lại.",
		NoProblem: "Không có lỗi nào.", AllAnswered: "Mọi mục bắt buộc đã được trả lời.",
		Closed:        "Phiếu đã hoàn thành: muốn sửa, mở lại (F2, rồi m) và nêu lý do.",
		Recovered:     "Đã lấy lại phần đang gõ dở lần trước.",
		TheyCompleted: "%s vừa hoàn thành phiếu. Phần bạn gõ vẫn giữ: F2 rồi m mở lại để lưu.",
		Resumed:       "Đã lấy lại %d thay đổi lần trước chưa lưu được.",
		ConformAsk:    "Ghi “Có” cho %d mục?", ConformNone: "Không còn mục nào để ghi một lượt.",
		CommaAsk: "%s là:", CommaFits: "khớp tổng các phần", CommaKept: "(nhớ cho phiếu)", InDong: "nếu là đồng", Million: "tr.",
		Readonly: "Mục này ghi khi lập phiếu; sai thì lập phiếu mới.", ComputedHere: "Mục này tự tính, không nhập.",
		OwesNote: "%s: Ctrl+N ghi chú lý do.", NoLongerAsked: "%d mục đã trả lời không còn được hỏi; câu trả lời vẫn giữ, Ctrl+Z chọn lại.",
		LongHint:     "Enter xuống dòng, Tab sang mục kế.",
		FindsNothing: "Tồn tại được ghi trong phiếu kiểm tra; loại phiếu này không ghi tồn tại.",
		NoFindings:   "Mẫu này không có bảng tồn tại để theo dõi: hãy chuyển sang mẫu mới hơn.",
		NoRecords:    "chưa có phiếu nào", RecordsHere: "Enter mở danh sách phiếu, Ctrl+T lập phiếu mới.",
		Unconfirmed: "Các cột của biểu này chưa được xác nhận từ văn bản: chưa nhập được.", NoColumns: "chưa xác nhận cột",
		NoPrior:      "Không có số kỳ trước: %s nhận một phần của đơn vị đã chia.",
		GivenNothing: "(không có)", GivenByNone: "(không có đợt)", RoundBlank: "(đợt chưa ghi)", AboveBlank: "(phiếu trên chưa ghi)",
		NothingAbove: "Lấy từ đợt, mà phiếu không thuộc đợt nào đã lập: để trống.",
		BlankInRound: "Lấy từ đợt, ở đó chưa ghi: Ctrl+P, gõ “dot kiem”, Enter, rồi e để nhập.",
		Inherited:    "Mục này lấy từ đợt hoặc phiếu kiểm tra bên trên: sửa ở đó.",
		FromMinutes:  "Mục này lấy từ phiếu kiểm tra: mở lại phiếu đó để sửa.",
		RowGone:      "Dòng này đã bỏ khỏi phiếu kiểm tra khi phiếu được hoàn thành lại.",
		RowBack:      "Dòng này đã ghi lại vào phiếu kiểm tra khi phiếu được hoàn thành lại.",
		TheyAnswered: "%s vừa ghi: %s.", TheyAnsweredMany: "%s vừa ghi %d mục.",
		NoRound:      "Phiếu này không thuộc đợt kiểm tra nào.",
		ConflictAsk:  "%s: người khác vừa ghi khác. Giữ câu nào?",
		ConflictLeft: "%s: chưa chọn, giữ câu của %s; Ctrl+Z lấy lại câu của tôi.",
		ConflictMine: "của tôi: %s", ConflictTheirs: "của %s: %s",
	}
}

func fillEN() Fill {
	return Fill{
		Unanswered: "(not answered)", Computed: "(computed)", Given: "(given)", Rows: "%d {row|rows}", NoRows: "no rows yet",
		NoneRecorded: "none", Evidence: "evidence", Note: "note",
		Goto: "Go to", NotAsked: "%s: not asked in this record", AskedBy: "%s (depends on %s)",
		NothingBack: "Nothing left to undo.", NothingAgain: "Nothing left to redo.",
		NoProblem: "There are no problems.", AllAnswered: "Every required item is answered.",
		Closed:        "The record is completed: reopen it (F2, then m), with a reason, to change it.",
		Recovered:     "The text that was being typed last time is back.",
		TheyCompleted: "%s has completed the record. What you typed is kept: F2, then m, saves it.",
		Resumed:       "%d {change|changes} that could not be saved last time {is|are} back.",
		ConformAsk:    "Answer “Yes” to %d {item|items}?", ConformNone: "No item is left to answer at once.",
		CommaAsk: "%s is:", CommaFits: "fits the sum of the parts", CommaKept: "(kept for this record)", InDong: "if in đồng", Million: "mil.",
		Readonly: "This was set when the record was begun; if it is wrong, begin another.", ComputedHere: "This is computed, not typed.",
		OwesNote: "%s: Ctrl+N for the note.", NoLongerAsked: "Answered items no longer asked: %d; the answers stay, Ctrl+Z undoes it.",
		LongHint:     "Enter for a new line, Tab for the next item.",
		FindsNothing: "Findings are recorded in inspections; this kind of record takes none.",
		NoFindings:   "This form has no table of findings to follow up: move to a newer form.",
		NoRecords:    "no records yet", RecordsHere: "Enter opens the list, Ctrl+T begins a new record.",
		Unconfirmed: "The columns of this table are not confirmed yet: it cannot be filled in.", NoColumns: "columns not confirmed",
		NoPrior:      "No former figure is known: %s took over parts of a divided unit.",
		GivenNothing: "(none)", GivenByNone: "(no round)", RoundBlank: "(not in the round)", AboveBlank: "(not in the record above)",
		NothingAbove: "This comes from the round, and the record is in none: it stays blank.",
		BlankInRound: "Comes from the round, where it is blank: Ctrl+P, “inspection round”, then e.",
		Inherited:    "This comes from the round or the inspection above: change it there.",
		FromMinutes:  "This comes from the inspection: reopen that one to change it.",
		RowGone:      "The row was taken out of the inspection, which was completed again.",
		RowBack:      "The row is in the inspection again, which was completed again.",
		TheyAnswered: "%s has just answered: %s.", TheyAnsweredMany: "%s has just answered %d {item|items}.",
		NoRound:      "This record belongs to no inspection round.",
		ConflictAsk:  "%s: somebody else answered too. Which one stands?",
		ConflictLeft: "%s: undecided, the answer of %s stands; Ctrl+Z brings mine back.",
		ConflictMine: "mine: %s", ConflictTheirs: "by %s: %s",
	}
}
