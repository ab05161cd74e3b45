package past_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/past"
	"giamsat/tui/tuitest"
)

// bench is an inspection of Xã Cẩm Bình that was completed, reopened, changed and
// completed again.
type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	alone *tuitest.Alone
	id    model.RecordID
	draft *kit.Draft
}

func item(name string) form.Field { return form.Field{Item: name} }

func open(t *testing.T, lang string, width, height int) *bench {
	t.Helper()
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	b.id = tuitest.Begin(t, b.env)
	b.env.Desk.Load(b.id)()
	b.draft = b.env.Desk.Draft(b.id)
	b.answer("committee", form.Yes)
	b.answer("officers", "10")
	b.answer("arrears", form.Yes)
	b.answer("arrears_amount", "8,5")
	b.answer("capital_remarks", "Giao vốn sớm, giải ngân đúng tiến độ ở cả hai tiểu dự án.\nCòn chậm ở khâu nghiệm thu khối lượng của công trình đường trục thôn.")
	b.note("arrears", "đối chiếu với Kho bạc")
	b.violation("chi sai nội dung", "12")
	b.violation("không công khai", "")
	b.complete()
	if err := b.store.Reopen(t.Context(), b.id, "sai số liệu nợ đọng"); err != nil {
		t.Fatal(err)
	}
	b.draft.Record.Status = model.Draft
	b.answer("committee", form.No)
	b.answer("arrears_amount", "9")
	b.answer("venue", "trụ sở xã")
	b.note("committee", "đang trình ký")
	rows := b.draft.Session.Rows("violations")
	b.draft.Session.Answer(form.Field{Item: "violations", Row: rows[0].ID, Part: "description"}, "chi sai nguồn")
	b.draft.Session.RemoveRow("violations", rows[1].ID)
	b.violation("chậm báo cáo", "")
	b.complete()
	at := func(day, hour, minute int) time.Time {
		return time.Date(2024, time.June, day, hour, minute, 0, 0, time.Local)
	}
	b.store.Told = map[model.RecordID][]model.Event{b.id: {
		{Seq: 1, Kind: model.EventComplete, By: "an", At: at(15, 16, 30)},
		{Seq: 90, Kind: model.EventReopen, By: "binh", At: at(17, 9, 30), Reason: "sai số liệu nợ đọng"},
		{Seq: 2, Kind: model.EventComplete, By: "an", At: at(17, 10, 42)},
	}}
	b.show(width, height, 1)
	return b
}

func (b *bench) answer(name, raw string) {
	b.t.Helper()
	if !b.draft.Session.Answer(item(name), raw) {
		b.t.Fatalf("%s was not answered", name)
	}
}

func (b *bench) note(name, text string) {
	b.draft.Session.Answer(form.Field{Item: name, Part: form.Note}, text)
}

func (b *bench) violation(what, amount string) {
	b.t.Helper()
	if row := b.draft.Session.AddFilledRow("violations", map[string]string{"description": what, "wrong_amount": amount}); row == "" {
		b.t.Fatal("no row was added")
	}
}

func (b *bench) complete() {
	b.t.Helper()
	if msg, ok := b.draft.Complete()().(kit.CompletedMsg); !ok || msg.Err != nil {
		b.t.Fatalf("not completed: %v", msg.Err)
	}
}

func (b *bench) show(width, height int, seq int64) {
	b.alone = tuitest.NewAlone(b.env, past.New(b.env, b.id, seq), width, height)
	b.Driver = tuitest.NewModel(b.t, b.alone, width, height)
}

func (b *bench) shows(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !strings.Contains(b.View(), text) {
			b.t.Errorf("%q is not shown:\n%s", text, b.View())
		}
	}
}

func (b *bench) marked() string {
	b.t.Helper()
	for _, l := range strings.Split(b.View(), "\n") {
		if strings.HasPrefix(l, " >") {
			return l
		}
	}
	b.t.Fatalf("nothing has the marker:\n%s", b.View())
	return ""
}

func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}} {
			name := fmt.Sprintf("%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				b := open(t, lang, size[0], size[1])
				tuitest.Golden(t, "top-"+name, b.View())
				b.Send(kit.PickedMsg{Tag: b.goTo("4.14"), Codes: []string{"violations"}})
				tuitest.Golden(t, "differs-"+name, b.View())
			})
		}
	}
}

// goTo opens the list of items and returns its mark.
func (b *bench) goTo(typed string) any {
	b.t.Helper()
	b.Press("ctrl+g")
	msg, ok := b.alone.Last().(kit.OpenMsg)
	p, isPick := msg.Arg.(*kit.Pick)
	if !ok || !isPick || msg.Kind != kit.KindGoto {
		b.t.Fatalf("asked for %v", b.alone.Last())
	}
	if found := p.Find(typed); len(found) == 0 {
		b.t.Fatalf("%s is not offered", typed)
	}
	return p.Tag
}

func TestItSaysWhichRevisionItIsAndWhatFollowed(t *testing.T) {
	b := open(t, "vi", 80, 19)
	b.shows("Bản 1 · Xã Cẩm Bình · 15/06/2024", "an hoàn thành 15/06/2024 16:30", "sau đó binh mở lại 17/06/2024 09:30: “sai số liệu nợ đọng”")
	if got := b.alone.Screen.View().Status; got != "8 chỗ khác hiện nay" {
		t.Errorf("the status is %q", got)
	}
	b.show(80, 19, 2)
	b.shows("Bản 2", "an hoàn thành 17/06/2024 10:42")
	if got := b.alone.Screen.View().Status; got != "đang là bản hiện nay" {
		t.Errorf("the status is %q", got)
	}
	if strings.Contains(b.View(), "mở lại") || strings.Contains(b.View(), "≠") {
		t.Errorf("the last revision shows what followed, or a difference:\n%s", b.View())
	}
}

func TestWhatFollowedIsTheNextReopening(t *testing.T) {
	b := open(t, "vi", 80, 19)
	b.store.Told[b.id] = append(b.store.Told[b.id], model.Event{Seq: 91, Kind: model.EventReopen, By: "chi", Reason: "thêm phụ lục"})
	b.show(80, 19, 1)
	b.shows("sau đó binh mở lại")
	b.show(80, 19, 2)
	b.shows("sau đó chi mở lại")
}

// An answer that is kept though it is not asked for any more is told as such.
func TestWhatIsNotAskedTodaySaysSo(t *testing.T) {
	b := open(t, "vi", 80, 19)
	if err := b.store.Reopen(t.Context(), b.id, "thử"); err != nil {
		t.Fatal(err)
	}
	b.draft.Record.Status = model.Draft
	b.answer("arrears", form.No)
	b.draft.Commit(model.Place{})()
	b.show(80, 19, 2)
	b.Press("n")
	b.shows("≠ nay: Không")
	b.Press("n")
	if !strings.Contains(b.marked(), "3.06b  Số tiền nợ đọng") {
		t.Errorf("the marker is on %q", b.marked())
	}
	b.shows("nay không hỏi mục này")
}

func TestEachDifferenceIsReachedInTurnAndToldWhole(t *testing.T) {
	b := open(t, "vi", 80, 19)
	for _, want := range []struct{ line, note string }{
		{"V.05   Địa điểm làm việc", "≠ nay: trụ sở xã"},
		{"1.01   Đã thành lập, kiện toàn Ban Chỉ đạo", "≠ nay: Không"},
		{"ghi chú", "≠ nay: đang trình ký"},
		{"3.06b  Số tiền nợ đọng", "≠ nay: 9"},
		{"dòng 1", "chi sai nguồn"},
		{"dòng 2", "≠ nay: nay không còn dòng này"},
		{"(dòng thêm sau)", "chậm báo cáo"},
		{"M.05   Địa điểm", "≠ nay: trụ sở xã"}, // follows from V.05
	} {
		b.Press("n")
		if !strings.Contains(b.marked(), want.line) || !strings.HasPrefix(b.marked(), " > ≠") {
			t.Errorf("the marker is on %q, want %q", b.marked(), want.line)
		}
		b.shows(want.note)
	}
	b.Press("n")
	if b.alone.Said != "Không còn chỗ khác nào." {
		t.Errorf("said %q", b.alone.Said)
	}
	b.Press("N")
	if !strings.Contains(b.marked(), "(dòng thêm sau)") {
		t.Errorf("the marker is on %q", b.marked())
	}
}

func TestALongTextIsReadWhole(t *testing.T) {
	b := open(t, "vi", 60, 20)
	b.Send(kit.PickedMsg{Tag: b.goTo("nhan xet khu vuc 3"), Codes: []string{"capital_remarks"}})
	b.Press("down", "down", "down", "down")
	b.shows("Giao vốn sớm, giải ngân đúng tiến độ", "đường trục thôn.")
	b.Press("up", "up", "up", "up")
	b.Resize(80, 20)
	if !strings.Contains(b.marked(), "Nhận xét khu vực 3") {
		t.Errorf("the marker left its item: %q", b.marked())
	}
}

func TestSectionsAreStepped(t *testing.T) {
	b := open(t, "vi", 80, 19)
	b.Press("tab", "tab")
	if !strings.Contains(b.marked(), "2 Tiến độ, kết quả các dự án") {
		t.Errorf("the marker is on %q", b.marked())
	}
	b.Press("shift+tab", "down")
	if !strings.Contains(strings.Split(b.View(), "\n")[1], "1 Văn bản chỉ đạo") {
		t.Errorf("the section is not named:\n%s", b.View())
	}
}

func TestNothingIsChanged(t *testing.T) {
	b := open(t, "vi", 80, 19)
	saves := len(b.store.Saves)
	b.Press("n", "n", "enter", "1", "delete", "tab", "ctrl+t", "ctrl+x")
	b.Type("chữ")
	if len(b.store.Saves) != saves {
		t.Error("looking at a former revision saved something")
	}
}

func TestEscGoesBack(t *testing.T) {
	b := open(t, "vi", 80, 19)
	b.Press("esc")
	if b.alone.Last() != (kit.BackMsg{}) {
		t.Errorf("asked for %v", b.alone.Last())
	}
}

func TestARecordThatCannotBeReadSaysWhy(t *testing.T) {
	b := open(t, "vi", 80, 19)
	b.id = "none"
	b.show(80, 19, 1)
	b.shows(b.env.Words.Err(model.ErrNotFound))
}
