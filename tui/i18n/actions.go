package i18n

import "giamsat/tui/keymap"

// Naming is what an action is called.
type Naming struct {
	Short string // in the line of keys, at most 14 cells
	Long  string // in the help and the palette, at most 56 cells
}

// Action names an action: a few words for the line of keys, a sentence for the
// help and the palette.
func (w *Words) Action(a keymap.Action) (short, long string) {
	n := w.Actions[a]
	return n.Short, n.Long
}

func actionsVI() map[keymap.Action]Naming {
	return map[keymap.Action]Naming{
		keymap.Up:              {"lên", "Lên một dòng"},
		keymap.Down:            {"xuống", "Xuống một dòng"},
		keymap.Left:            {"trái", "Sang ô bên trái"},
		keymap.Right:           {"phải", "Sang ô bên phải"},
		keymap.PageUp:          {"trang trước", "Lên một trang"},
		keymap.PageDown:        {"trang sau", "Xuống một trang"},
		keymap.First:           {"đầu", "Về đầu"},
		keymap.Last:            {"cuối", "Về cuối"},
		keymap.Next:            {"mục kế", "Ghi câu trả lời, sang mục kế"},
		keymap.Prev:            {"mục trước", "Ghi câu trả lời, về mục trước"},
		keymap.Return:          {"dòng dưới", "Xuống dòng dưới, về cột bắt đầu nhập"},
		keymap.NextSection:     {"phần sau", "Sang phần sau"},
		keymap.PrevSection:     {"phần trước", "Về phần trước"},
		keymap.Goto:            {"tới mục", "Tới mục theo mã hoặc theo tên, không cần dấu"},
		keymap.NextProblem:     {"lỗi kế", "Tới lỗi kế tiếp, qua các phần"},
		keymap.PrevProblem:     {"lỗi trước", "Về lỗi trước, qua các phần"},
		keymap.FirstUnanswered: {"mục còn thiếu", "Tới mục bắt buộc đầu tiên chưa trả lời"},
		keymap.Undo:            {"lùi", "Hoàn tác việc vừa làm"},
		keymap.Redo:            {"làm lại", "Làm lại việc vừa hoàn tác"},
		keymap.Note:            {"ghi chú", "Ghi chú cho mục này"},
		keymap.Pick:            {"danh sách", "Chọn trong danh sách của mục này"},
		keymap.Conform:         {"còn lại đạt", "Các mục còn lại của phần này đều đạt"},
		keymap.NewRow:          {"thêm dòng", "Thêm một dòng vào bảng"},
		keymap.DuplicateRow:    {"nhân dòng", "Thêm một dòng giống dòng này"},
		keymap.DeleteRow:       {"bỏ dòng", "Bỏ dòng này (hoàn tác được)"},
		keymap.ClearCell:       {"xoá ô", "Xoá nội dung của ô"},
		keymap.None:            {"không có", "Ghi nhận là không có dòng nào"},
		keymap.Toggle:          {"chọn, bỏ chọn", "Chọn hoặc bỏ chọn một mục của danh sách"},
		keymap.NewRecord:       {"phiếu mới", "Lập phiếu kiểm tra mới"},
		keymap.Begin:           {"lập phiếu", "Lập phiếu với các thông tin đã nhập"},
		keymap.Filter:          {"tìm", "Lọc danh sách ngay khi gõ, không cần dấu"},
		keymap.Open:            {"mở", "Mở hoặc chọn mục đang đứng"},
		keymap.Review:          {"rà soát", "Rà soát: lỗi, ghi chú, tiến độ; hoàn thành"},
		keymap.Reason:          {"ghi lý do", "Ghi lý do cho điểm này"},
		keymap.Complete:        {"hoàn thành", "Hoàn thành phiếu"},
		keymap.Reopen:          {"mở lại", "Mở lại phiếu đã hoàn thành, có nêu lý do"},
		keymap.Refresh:         {"đọc lại", "Đọc lại danh sách"},
		keymap.Finding:         {"tồn tại", "Ghi tồn tại, hạn chế từ mục này"},
		keymap.History:         {"lịch sử", "Lịch sử thay đổi của phiếu"},
		keymap.MoveForm:        {"đổi mẫu", "Chuyển phiếu sang mẫu mới hơn"},
		keymap.Unit:            {"đơn vị", "Tra cứu đơn vị, đơn vị trước và sau sắp xếp"},
		keymap.Register:        {"sổ tồn tại", "Sổ theo dõi tồn tại chưa khắc phục xong"},
		keymap.Rounds:          {"đợt", "Đợt kiểm tra, giám sát"},
		keymap.Back:            {"về", "Trở về; mọi thứ đã được lưu"},
		keymap.Help:            {"phím", "Các phím dùng được ở đây"},
		keymap.Palette:         {"lệnh", "Tìm mọi việc theo tên"},
		keymap.Language:        {"English", "Chuyển sang tiếng Anh (English)"},
		keymap.Redraw:          {"vẽ lại", "Vẽ lại toàn bộ màn hình"},
		keymap.Quit:            {"thoát", "Lưu và thoát chương trình"},
	}
}

func actionsEN() map[keymap.Action]Naming {
	return map[keymap.Action]Naming{
		keymap.Up:              {"up", "One line up"},
		keymap.Down:            {"down", "One line down"},
		keymap.Left:            {"left", "To the cell on the left"},
		keymap.Right:           {"right", "To the cell on the right"},
		keymap.PageUp:          {"page up", "One page up"},
		keymap.PageDown:        {"page down", "One page down"},
		keymap.First:           {"first", "To the beginning"},
		keymap.Last:            {"last", "To the end"},
		keymap.Next:            {"next", "Keep the answer, go to the next item"},
		keymap.Prev:            {"previous", "Keep the answer, go to the previous item"},
		keymap.Return:          {"row below", "Down a row, to the column where entry began"},
		keymap.NextSection:     {"next section", "To the next section"},
		keymap.PrevSection:     {"prev section", "To the previous section"},
		keymap.Goto:            {"go to", "To an item by its code or name, without accents"},
		keymap.NextProblem:     {"next problem", "To the next problem, across sections"},
		keymap.PrevProblem:     {"prev problem", "To the previous problem, across sections"},
		keymap.FirstUnanswered: {"unanswered", "To the first required item without an answer"},
		keymap.Undo:            {"undo", "Undo what was done last"},
		keymap.Redo:            {"redo", "Do again what was undone"},
		keymap.Note:            {"note", "Write a note on this item"},
		keymap.Pick:            {"list", "Choose from this item's list"},
		keymap.Conform:         {"rest conforms", "The remaining items of this section all conform"},
		keymap.NewRow:          {"new row", "Add a row to the table"},
		keymap.DuplicateRow:    {"duplicate row", "Add a row like this one"},
		keymap.DeleteRow:       {"delete row", "Take this row out (undo brings it back)"},
		keymap.ClearCell:       {"clear cell", "Clear the cell"},
		keymap.None:            {"none", "Record that there are none"},
		keymap.Toggle:          {"choose", "Choose or unchoose an entry of the list"},
		keymap.NewRecord:       {"new", "Begin a new inspection"},
		keymap.Begin:           {"begin", "Begin the inspection with what was entered"},
		keymap.Filter:          {"find", "Filter the list as you type, without accents"},
		keymap.Open:            {"open", "Open or choose what the marker is on"},
		keymap.Review:          {"review", "Review: problems, notes, progress; complete"},
		keymap.Reason:          {"give reason", "Give the reason for this"},
		keymap.Complete:        {"complete", "Complete the inspection"},
		keymap.Reopen:          {"reopen", "Reopen a completed inspection, with a reason"},
		keymap.Refresh:         {"read again", "Read the list again"},
		keymap.Finding:         {"finding", "Record a shortcoming from this item"},
		keymap.History:         {"history", "All that happened to this record"},
		keymap.MoveForm:        {"change form", "Move the record to a newer form"},
		keymap.Unit:            {"unit", "Look up the unit, its predecessors and successors"},
		keymap.Register:        {"register", "The register of findings not settled yet"},
		keymap.Rounds:          {"rounds", "The inspection round"},
		keymap.Back:            {"back", "Back; everything is saved already"},
		keymap.Help:            {"keys", "The keys valid here"},
		keymap.Palette:         {"commands", "Find everything by name"},
		keymap.Language:        {"Tiếng Việt", "Switch to Vietnamese (Tiếng Việt)"},
		keymap.Redraw:          {"redraw", "Draw the whole screen again"},
		keymap.Quit:            {"quit", "Save and leave the program"},
	}
}
