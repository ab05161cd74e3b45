package i18n

import (
	"fmt"

	"giamsat/model/form"
)

// History is what the history of a record says.
type History struct {
	Title   string
	Begun   string
	Done    string // %d: for the n-th time
	Reopen  string // %s: the reason
	Move    string // %s and %s: versions of the form
	Added   string // a row was added
	Removed string // a row was taken out
	Blank   string // nothing stood there
	RowGone string // a row that is not there any more
	Reason  string // %s: of a move
	Carried string // beside a value that was carried over and not looked at yet
	Held    string // how one came to be looked at that was confirmed with others
	From    string // %s: the host that it came from

	Causes map[string]string // how a change came about, at most 14 cells; typed has none

	Count   string // %d of %d events
	Item    string // %s: code of the item that alone is shown
	Empty   string
	NoMatch string // %s: the key that takes the filter back
	NoItem  string // the event is about no item
	Reading string
}

// Asked names a field as a form has it: the code of the item or the column, and
// its label, with the row where it is a cell. Both are "" where the form has no
// such field.
func (w *Words) Asked(s *form.Session, f form.Field) (code, label string) {
	if of, is := f.Verifies(); is {
		if code, label = w.Asked(s, of); label != "" {
			label += ", " + w.Verify.Companion
		}
		return code, label
	}
	it := s.Definition().At(f)
	if f.Part == form.Note || f.Part == form.Evidence || f.Part == form.None {
		it = s.Definition().Item(f.Item)
	}
	if it == nil {
		return "", ""
	}
	label = it.Label.In(w.Lang)
	switch f.Part {
	case form.Note:
		label += ", " + w.Fill.Note
	case form.Evidence:
		label += ", " + w.Fill.Evidence
	}
	if f.Row == "" {
		return it.Code, label
	}
	return it.Code, w.RowName(s, f) + " " + label
}

// RowName names a row of a table: by its place, or as one that is not there any
// more.
func (w *Words) RowName(s *form.Session, f form.Field) string {
	for i, r := range s.Rows(f.Item) {
		if r.ID == f.Row {
			return fmt.Sprintf(w.Review.Row, i+1)
		}
	}
	return w.History.RowGone
}

// Said is an answer as people would read it in a field.
func (w *Words) Said(s *form.Session, f form.Field, a form.Answer) string {
	if _, is := f.Verifies(); is {
		return w.Verify.Found[form.Found(a.Raw)]
	}
	if f.Part != form.None {
		return s.ShownAs(f, a, w.Lang)
	}
	if a.Raw == form.Yes {
		return w.Fill.NoneRecorded
	}
	return ""
}

func historyVI() History {
	return History{
		Title: "Lịch sử", Begun: "Lập phiếu", Done: "Hoàn thành lần %d", Reopen: "Mở lại: “%s”", Move: "Chuyển từ mẫu %s sang mẫu %s",
		Added: "thêm dòng", Removed: "bỏ dòng", Blank: "(trống)", RowGone: "dòng đã bỏ", Reason: "lý do: “%s”",
		Carried: "chưa xem lại", Held: "xác nhận một lượt", From: "từ %s",
		Causes: map[string]string{
			string(form.Undone): "hoàn tác", string(form.Redone): "làm lại", string(form.Carried): "mang sang", string(form.Bulk): "ghi một lượt", string(form.Pasted): "dán",
			string(form.Cleared): "hết áp dụng", string(form.Filled): "tự điền", string(form.Confirmed): "kiểm tra lại",
		},
		Count: "%d/%d thay đổi", Item: "chỉ mục %s", Empty: "Chưa có thay đổi nào được lưu.", NoMatch: "Không có thay đổi nào khớp. Bấm %s để bỏ lọc.",
		NoItem: "Dòng này không phải thay đổi của một mục.", Reading: "Đang đọc lịch sử…",
	}
}

func historyEN() History {
	return History{
		Title: "History", Begun: "Begun", Done: "Completed, revision %d", Reopen: "Reopened: “%s”", Move: "Moved from form %s to form %s",
		Added: "row added", Removed: "row taken out", Blank: "(blank)", RowGone: "a removed row", Reason: "reason: “%s”",
		Carried: "not looked at", Held: "confirmed in bulk", From: "from %s",
		Causes: map[string]string{
			string(form.Undone): "undone", string(form.Redone): "done again", string(form.Carried): "carried over", string(form.Bulk): "set in bulk", string(form.Pasted): "pasted",
			string(form.Cleared): "not relevant", string(form.Filled): "filled in", string(form.Confirmed): "verified",
		},
		Count: "%d/%d changes", Item: "only item %s", Empty: "No change has been saved yet.", NoMatch: "No change fits. Press %s to take the filter back.",
		NoItem: "This line is not a change of an item.", Reading: "Reading the history…",
	}
}
