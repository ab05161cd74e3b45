package i18n

import (
	"fmt"
	"slices"

	"giamsat/model/form"
)

// Move is what is said of moving a record to a newer form, on the screen and on
// the command line.
type Move struct {
	Title    string
	Form     string // %s: version, the head of a column
	Counts   Landings
	Says     Landings // a whole sentence; %s of Anew and Unfit: what stood there, %s of Anew: what stands there now
	AsKind   string   // %s: the answer, %s: a kind; the text is the same and means something else
	Back     string   // %s: an answer that the former form had no place for
	Kinds    map[string]string
	Nothing  string // all answers are kept
	NoNewer  string
	Closed   string // the record is completed
	Ask      string // %s: version; asks for the reason
	Versions string // title of the list of versions
	Valid    string // %s: the day from which a version is valid
	Done     string // %s: version
	Reading  string

	// On the command line.
	Heading  string // %s: unit, %s: day, %s: form, %s and %s: versions
	Unsaid   string // how to do it: nothing was changed yet
	NoReason string // the reason is missing
	Same     string // %s: version the record has already
	Other    string // %s: a form for another programme
}

// Landings is a text for each way an answer fares.
type Landings struct{ Kept, Anew, Unfit, Homeless, Wanted string }

// Of returns the text of one landing.
func (l Landings) Of(landing form.Landing) string {
	switch landing {
	case form.Kept:
		return l.Kept
	case form.Anew:
		return l.Anew
	case form.Unfit:
		return l.Unfit
	case form.Homeless:
		return l.Homeless
	case form.Wanted:
		return l.Wanted
	}
	return ""
}

// Answer names a field as a form has it, and says what stands there: the code,
// the label with the row where it is a cell, and the answer. All are "" where the
// form has no such field.
func (w *Words) Answer(s *form.Session, f form.Field) (code, label, shown string) {
	if f.Row != "" && !slices.ContainsFunc(s.Rows(f.Item), func(r form.TableRow) bool { return r.ID == f.Row }) {
		return "", "", ""
	}
	if code, label = w.Asked(s, f); code == "" {
		return "", "", ""
	}
	return code, label, w.Said(s, f, s.Get(f))
}

// Landing says in a whole sentence how an answer fares.
func (w *Words) Landing(m form.Moving, l form.Line) string {
	_, _, was := w.Answer(m.Was, l.Field)
	_, _, is := w.Answer(m.Is, l.Field)
	switch l.Landing {
	case form.Anew:
		return w.anew(m, l.Field, was, is)
	case form.Unfit:
		return fmt.Sprintf(w.Move.Says.Unfit, was)
	case form.Kept, form.Homeless, form.Wanted:
	}
	return w.Move.Says.Of(l.Landing)
}

// anew says what an answer means now. A choice may have another label in the other
// language alone.
func (w *Words) anew(m form.Moving, f form.Field, was, is string) string {
	from, to := m.Was.Definition().At(f), m.Is.Definition().At(f)
	switch {
	case was == "" || from == nil || to == nil:
		return fmt.Sprintf(w.Move.Back, is)
	case was != is:
		return fmt.Sprintf(w.Move.Says.Anew, was, is)
	case from.Kind != to.Kind:
		return fmt.Sprintf(w.Move.AsKind, is, w.Move.Kinds[string(to.Kind)])
	}
	return w.Move.Says.Kept
}

func moveVI() Move {
	return Move{
		Title: "Chuyển mẫu phiếu", Form: "Mẫu %s",
		Counts: Landings{Kept: "%d giữ nguyên", Anew: "%d đọc lại", Unfit: "%d không đọc được", Homeless: "%d mất chỗ", Wanted: "%d còn thiếu"},
		Says: Landings{
			Kept: "Câu trả lời giữ nguyên.", Anew: "Mẫu mới đọc “%s” thành “%s”.",
			Unfit:    "Mẫu mới không đọc được “%s”: câu trả lời giữ như đã nhập và được đánh dấu để sửa.",
			Homeless: "Mẫu mới không có chỗ cho câu trả lời này: nó vẫn được lưu, nhưng không hiện nữa.",
			Wanted:   "Mẫu mới bắt buộc trả lời mục này; phiếu chưa có câu trả lời.",
		},
		AsKind: "Mẫu mới hiểu “%s” là %s.", Back: "Mẫu mới lại có chỗ cho câu trả lời “%s” còn lưu.",
		Kinds: map[string]string{
			"text": "một dòng chữ", "longtext": "đoạn văn", "integer": "số nguyên", "decimal": "số thập phân", "money": "số tiền (triệu đồng)",
			"percent": "tỷ lệ phần trăm", "date": "ngày", "time": "giờ", "yesno": "câu có/không", "yesnona": "câu có/không/không áp dụng",
			"one": "một mục của danh sách", "many": "nhiều mục của danh sách", "lookup": "một mục tra cứu", "table": "bảng", "records": "số phiếu kèm theo",
		},
		Nothing: "Mọi câu trả lời giữ nguyên.", NoNewer: "Không có mẫu nào mới hơn cho phiếu này.",
		Closed: "Phiếu đã hoàn thành: mở lại phiếu (m trong rà soát), có nêu lý do, rồi mới chuyển mẫu.",
		Ask:    "Lý do chuyển sang mẫu %s", Versions: "Chuyển sang mẫu", Valid: "có hiệu lực từ %s",
		Done: "Phiếu đã chuyển sang mẫu %s.", Reading: "Đang đọc phiếu theo mẫu mới.",

		Heading:  "%s · %s · %s: mẫu %s → %s",
		Unsaid:   "Chưa thay đổi gì. Để chuyển: thêm --yes --reason \"lý do\".",
		NoReason: "Chuyển mẫu cần lý do: thêm --reason \"lý do\".",
		Same:     "Phiếu đang dùng chính mẫu %s.",
		Other:    "Mẫu %s dành cho chương trình khác với chương trình của phiếu.",
	}
}

func moveEN() Move {
	return Move{
		Title: "Move to a newer form", Form: "Form %s",
		Counts: Landings{Kept: "%d kept", Anew: "%d read anew", Unfit: "%d unreadable", Homeless: "%d no place", Wanted: "%d to answer"},
		Says: Landings{
			Kept: "The answer is kept as it is.", Anew: "The new form reads “%s” as “%s”.",
			Unfit:    "The new form cannot read “%s”: the answer stays as it was typed, marked to be put right.",
			Homeless: "The new form has no place for this answer: it stays stored, and is not shown any more.",
			Wanted:   "The new form requires this item, and the record has no answer to it.",
		},
		AsKind: "The new form takes “%s” as %s.", Back: "The new form has a place again for the stored answer “%s”.",
		Kinds: map[string]string{
			"text": "a line of text", "longtext": "a text", "integer": "a whole number", "decimal": "a decimal", "money": "an amount (million đồng)",
			"percent": "a percentage", "date": "a date", "time": "a time", "yesno": "a yes/no answer", "yesnona": "a yes/no/not applicable answer",
			"one": "an entry of a list", "many": "entries of a list", "lookup": "an entry to look up", "table": "a table", "records": "a count of records",
		},
		Nothing: "All answers are kept as they are.", NoNewer: "There is no newer form for this record.",
		Closed: "The record is completed: reopen it (m in the review), with a reason, before it is moved.",
		Ask:    "Why the record is moved to form %s", Versions: "Move to the form", Valid: "valid from %s",
		Done: "The record was moved to form %s.", Reading: "Reading the record under the new form.",

		Heading:  "%s · %s · %s: form %s → %s",
		Unsaid:   "Nothing was changed. To move it, add --yes --reason \"why\".",
		NoReason: "Moving needs a reason: add --reason \"why\".",
		Same:     "The record is on the form %s already.",
		Other:    "The form %s is for another programme than the record's.",
	}
}
