package i18n

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	"giamsat/model"
	"giamsat/model/form"
)

// Failures is what is said when something could not be done: what happened and
// what to do, one sentence a kind of package model.
type Failures struct {
	NotFound   string
	Closed     string
	Reason     string
	NotReady   string
	Conflict   string
	Unseen     string
	Conflicts  string // %d: fields that somebody else changed
	Busy       string
	NoSpace    string
	ReadOnly   string
	Permission string
	Damaged    string
	Newer      string
	Foreign    string
	Network    string
	IO         string
	Missing    string
	OwnFile    string
	TimedOut   string
	BadForm    string // %d: faults of a form file
	Unexpected string
	Unkept     string // behind another: what could not be saved is nowhere but in the running program
}

// Err says in a sentence what went wrong and what to do. The detail of an
// unexpected error goes to the log, not to the screen.
func (w *Words) Err(err error) string {
	f := w.Failures
	var conflict *model.ConflictError
	if errors.As(err, &conflict) && len(conflict.Conflicts) > 0 {
		return fmt.Sprintf(f.Conflicts, len(conflict.Conflicts))
	}
	var faults form.Faults
	if errors.As(err, &faults) {
		return Count(f.BadForm, len(faults))
	}
	for _, kind := range []struct {
		err  error
		said string
	}{
		{model.ErrNotFound, f.NotFound}, {model.ErrClosed, f.Closed}, {model.ErrReason, f.Reason},
		{model.ErrNotReady, f.NotReady}, {model.ErrConflict, f.Conflict}, {model.ErrUnseen, f.Unseen}, {model.ErrBusy, f.Busy},
		{model.ErrNoSpace, f.NoSpace}, {model.ErrReadOnly, f.ReadOnly}, {model.ErrPermission, f.Permission},
		{model.ErrDamaged, f.Damaged}, {model.ErrNewer, f.Newer}, {model.ErrForeign, f.Foreign},
		{model.ErrNetwork, f.Network}, {model.ErrIO, f.IO}, {model.ErrMissing, f.Missing}, {model.ErrOwnFile, f.OwnFile},
		{context.DeadlineExceeded, f.TimedOut},
	} {
		if errors.Is(err, kind.err) {
			return kind.said
		}
	}
	return f.Unexpected
}

// FileErr says why a file or a folder that is not the data cannot be used: none of
// it is about what was typed.
func (w *Words) FileErr(err error) string {
	for _, kind := range []struct {
		err  error
		said string
	}{
		{model.ErrMissing, w.Start.NoFile}, {syscall.EISDIR, w.Start.IsFolder}, {syscall.ENOTDIR, w.Start.FileInWay}, {model.ErrNoSpace, w.Start.DiskFull},
		{model.ErrReadOnly, w.Start.DiskReads}, {model.ErrPermission, w.Start.NoRight},
	} {
		if errors.Is(err, kind.err) {
			return kind.said
		}
	}
	return w.Err(err)
}

func failuresVI() Failures {
	return Failures{
		NotFound:   "Không tìm thấy phiếu; trở về danh sách và tìm lại.",
		Closed:     "Phiếu đã hoàn thành; muốn sửa, hãy mở lại và nêu lý do.",
		Reason:     "Cần nêu lý do.",
		NotReady:   "Chưa hoàn thành được: còn điểm phải sửa, xem Rà soát (F2).",
		Conflict:   "Người khác vừa sửa; xem cả hai giá trị rồi chọn.",
		Unseen:     "Người khác vừa ghi thêm vào đây; xem chỗ vừa đổi rồi hoàn thành lại.",
		Conflicts:  "Người khác vừa sửa %d mục này; xem cả hai giá trị rồi chọn.",
		Busy:       "Cơ sở dữ liệu đang bận; chương trình sẽ lưu lại, cứ nhập tiếp.",
		NoSpace:    "Ổ đĩa đã đầy: xoá bớt tệp; phần đã nhập vẫn giữ và sẽ được lưu.",
		ReadOnly:   "Không ghi được cơ sở dữ liệu (chỉ đọc); báo người quản trị.",
		Permission: "Không có quyền làm việc này; báo người quản trị.",
		Damaged:    "Tệp dữ liệu bị hỏng: đừng xoá, khôi phục từ bản sao lưu.",
		Newer:      "Dữ liệu do phiên bản mới hơn ghi; hãy cập nhật chương trình.",
		Foreign:    "Tệp này không phải dữ liệu của giamsat; chọn tệp khác.",
		Network:    "Dữ liệu nằm trên ổ mạng, dễ hỏng: chuyển về ổ của máy này.",
		IO:         "Ổ đĩa báo lỗi; phần đã nhập vẫn giữ, kiểm tra ổ đĩa rồi lưu lại.",
		Missing:    "Không có tệp dữ liệu; kiểm tra đường dẫn.",
		OwnFile:    "Đó chính là tệp dữ liệu đang dùng; chọn tên khác.",
		TimedOut:   "Quá lâu không có kết quả; thử lại.",
		BadForm:    "Mẫu phiếu có %d lỗi; chạy giamsat form lint để xem.",
		Unexpected: "Có lỗi ngoài dự kiến, chi tiết trong nhật ký; thử lại, nếu còn lỗi hãy báo người quản trị.",
		Unkept:     "Phần chưa lưu chỉ còn trong chương trình này: đừng tắt.",
	}
}

func failuresEN() Failures {
	return Failures{
		NotFound:   "The record was not found; go back to the list and look again.",
		Closed:     "The record is completed; reopen it, with a reason, to change it.",
		Reason:     "A reason is needed.",
		NotReady:   "It cannot be completed: problems are left, see the review (F2).",
		Conflict:   "Somebody else changed it just now; look at both values and choose.",
		Unseen:     "Somebody else has just changed this; look at what is new, then complete it again.",
		Conflicts:  "Somebody else changed %d of these; look at both values and choose.",
		Busy:       "The database is busy; saving goes on by itself, keep typing.",
		NoSpace:    "The disk is full: delete some files; what was typed is kept.",
		ReadOnly:   "The database cannot be written (read-only); tell the administrator.",
		Permission: "There is no permission to do this; tell the administrator.",
		Damaged:    "The data file is damaged: do not delete it, restore the backup.",
		Newer:      "A newer version wrote the data; update the program.",
		Foreign:    "This file is not giamsat's data; choose another.",
		Network:    "The data lies on a network drive and may break: move it to this machine.",
		IO:         "The disk failed; what was typed is kept, check the disk, save again.",
		Missing:    "There is no data file; check the path.",
		OwnFile:    "That is the data file itself; choose another name.",
		TimedOut:   "It took too long; try again.",
		BadForm:    "The form has %d {fault|faults}; giamsat form lint shows them.",
		Unexpected: "Something unexpected happened, the log has the detail; try again, or tell the administrator.",
		Unkept:     "What is not saved lives in this program alone: do not end it.",
	}
}
