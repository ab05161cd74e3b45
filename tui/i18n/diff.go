package i18n

import "giamsat/model/form"

// Diff is what is said of the difference between two versions of a form.
type Diff struct {
	Heading string // %s and %s: the old id and version, %s and %s: the new ones
	None    string // nothing that a person or an answer would notice
	What    map[string]string
	Fates   map[string]string // what it means for answers, by the word for it
	Twin    string            // %s: name of what was added with the same code
	From    string            // %s: the section it stood in
	Keys    map[string]string // what differs, by its word in form files
	Lang    map[string]string // of a text in one language
	Change  string            // %s: old, %s: new
	New     string            // %s: what is new
	Gone    string            // %s: what is gone
	Sum     string            // %d: all, %d added, %d removed, %d moved, %d changed
}

// Fate says what a difference means for stored answers; "" when there are none.
func (w *Words) Fate(f form.Fate) string { return w.Diff.Fates[string(f)] }

func diffVI() Diff {
	return Diff{
		Heading: "%s@%s → %s@%s", None: "Không có khác biệt nào về mục, quy tắc hay cách đọc câu trả lời.",
		What:  map[string]string{"added": "thêm", "removed": "bỏ", "moved": "chuyển phần", "changed": "sửa"},
		Fates: map[string]string{"readable": "câu trả lời giữ nguyên", "read-again": "câu trả lời phải đọc lại", "no-place": "câu trả lời không còn chỗ (vẫn lưu)"},
		Twin:  "cùng mã với mục mới “%s”: đổi tên thì câu trả lời không đi theo", From: "từ phần %s",
		Keys: map[string]string{
			"title": "tên", "programme": "chương trình", "parent": "thuộc loại phiếu", "valid_from": "hiệu lực từ", "valid_to": "hiệu lực đến", "basis": "căn cứ", "head": "vai trò",
			"code": "mã", "short": "tên ngắn", "relevant": "điều kiện áp dụng", "type": "kiểu", "label": "tên mục", "hint": "gợi ý", "unit": "đơn vị tính", "required": "bắt buộc",
			"default": "giá trị ban đầu", "expect": "tổng các phần", "calculation": "công thức", "readonly": "chỉ đọc", "hidden": "ẩn", "unconfirmed": "chưa rõ cột",
			"inherit": "lấy từ phiếu trên", "prior": "lấy từ kỳ trước", "form": "loại phiếu kèm theo", "advance": "tự sang mục kế", "no_bulk": "không trả lời gộp", "identifies": "để trống khi chép", "width": "độ rộng",
			"max": "độ dài tối đa", "list": "danh mục", "list_filter": "lọc danh mục", "choices": "lựa chọn", "constraints": "quy tắc", "severity": "mức của quy tắc",
			"message": "thông báo của quy tắc", "finding": "câu của quy tắc trong tồn tại", "columns": "thứ tự cột", "axes": "trục dòng", "axis_where": "điều kiện dòng", "fixed": "dòng sẵn", "values": "giá trị của dòng sẵn",
			"free": "thêm dòng được", "may_be_none": "có thể không có dòng", "min_rows": "số dòng tối thiểu", "key": "khóa", "totals": "cột cộng", "facts": "số liệu tổng hợp",
			"opens": "mở phiếu theo dõi", "settles": "trả lời phiếu theo dõi",
		},
		Lang:   map[string]string{"vi": "(tiếng Việt)", "en": "(tiếng Anh)"},
		Change: "“%s” → “%s”", New: "thêm “%s”", Gone: "bỏ “%s”",
		Sum: "%d khác biệt: thêm %d, bỏ %d, chuyển phần %d, sửa %d.",
	}
}

func diffEN() Diff {
	return Diff{
		Heading: "%s@%s → %s@%s", None: "There is no difference in items, rules or the reading of answers.",
		What:  map[string]string{"added": "added", "removed": "removed", "moved": "moved", "changed": "changed"},
		Fates: map[string]string{"readable": "answers stay as they are", "read-again": "answers are read again", "no-place": "answers have no place (they stay stored)"},
		Twin:  "has the code of the new “%s”: answers do not follow another name", From: "from section %s",
		Keys: map[string]string{
			"title": "title", "programme": "programme", "parent": "belongs to", "valid_from": "valid from", "valid_to": "valid to", "basis": "basis", "head": "role",
			"code": "code", "short": "short title", "relevant": "relevance", "type": "type", "label": "label", "hint": "hint", "unit": "unit", "required": "required",
			"default": "default", "expect": "sum of parts", "calculation": "calculation", "readonly": "read-only", "hidden": "hidden", "unconfirmed": "columns not confirmed",
			"inherit": "taken from the parent", "prior": "taken from the former record", "form": "form of what is counted", "advance": "goes on by itself", "no_bulk": "not answered in bulk", "identifies": "left empty in a copy", "width": "width",
			"max": "greatest length", "list": "list", "list_filter": "filter of the list", "choices": "choice", "constraints": "rule", "severity": "severity of the rule",
			"message": "message of the rule", "finding": "finding of the rule", "columns": "order of columns", "axes": "axes", "axis_where": "rows of the axes", "fixed": "given row", "values": "values of the given row",
			"free": "rows may be added", "may_be_none": "may have no rows", "min_rows": "fewest rows", "key": "key", "totals": "totals", "facts": "figures for reports",
			"opens": "opens what is followed up", "settles": "settles what is followed up",
		},
		Lang:   map[string]string{"vi": "(Vietnamese)", "en": "(English)"},
		Change: "“%s” → “%s”", New: "added “%s”", Gone: "removed “%s”",
		Sum: "%d {difference|differences}: %d added, %d removed, %d moved, %d changed.",
	}
}
