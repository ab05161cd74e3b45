package home_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/home"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// office is a store in which things are waiting, on 20/06/2024.
type office struct {
	*tuitest.Store
	t     *testing.T
	reads int
}

func (o *office) Records(ctx context.Context, q model.Query) ([]model.Summary, int, error) {
	o.reads++
	if o.Fail != nil {
		return nil, 0, o.Fail
	}
	return o.Store.Records(ctx, q)
}

func newOffice(t *testing.T) *office { return &office{Store: tuitest.NewStore(), t: t} }

func day(d, m, y int) vn.Date { return vn.Date{Year: y, Month: time.Month(m), Day: d} }

// put adds a record of a kind, as it is listed.
func (o *office) put(kind model.Kind, unit string, change func(*model.Record)) model.RecordID {
	o.t.Helper()
	id, err := o.Create(o.t.Context(), model.NewRecord{Form: &form.Definition{ID: string(kind)}, UnitName: unit, Day: day(10, 6, 2024)})
	if err != nil {
		o.t.Fatal(err)
	}
	o.Edit(id, func(r *model.Record) {
		r.ChangedAt = time.Date(2024, 6, 20, 10, 42, 0, 0, time.Local)
		if change != nil {
			change(r)
		}
	})
	return id
}

func (o *office) finding(number, unit, what string, due vn.Date) model.RecordID {
	return o.put(model.Finding, unit, func(r *model.Record) {
		r.Head = form.Head{Number: number, Title: what, Due: due, State: "open"}
	})
}

func (o *office) round(title string, from, to, due vn.Date, planned int) model.RecordID {
	return o.put(model.Round, "Tỉnh Hà Tĩnh", func(r *model.Record) {
		r.Head = form.Head{Title: title, From: from, To: to, Due: due, Planned: planned}
	})
}

// normal is what an inspector has on a usual day.
func normal(t *testing.T) *office {
	o := newOffice(t)
	half := []form.Progress{{Section: "documents_area", Answered: 18, Items: 18}, {Section: "capital_area", Answered: 4, Items: 18, Missing: 14, Stops: 2}}
	ended := o.round("Đợt 1/2024 · cấp tỉnh", day(1, 4, 2024), day(31, 5, 2024), day(21, 6, 2024), 3)
	running := o.round("Đợt 2/2024 · cấp tỉnh", day(10, 6, 2024), day(28, 6, 2024), day(19, 7, 2024), 4)
	visit := func(round model.RecordID, title, unit string, status model.Status) {
		o.put(model.Inspection, unit, func(r *model.Record) {
			r.Parent, r.Round, r.Status, r.UnitPath = round, title, status, "huyện Cẩm Xuyên"
			r.Progress = half
		})
	}
	visit(ended, "Đợt 1/2024 · cấp tỉnh", "Xã Cẩm Quang", model.Completed)
	visit(ended, "Đợt 1/2024 · cấp tỉnh", "Xã Cẩm Duệ", model.Completed)
	visit(running, "Đợt 2/2024 · cấp tỉnh", "Xã Cẩm Lĩnh", model.Completed)
	visit(running, "Đợt 2/2024 · cấp tỉnh", "Xã Cẩm Bình", model.Draft)
	visit(running, "Đợt 2/2024 · cấp tỉnh", "Xã Nam Phúc Thăng", model.Draft)
	o.put(model.Inspection, "Thị trấn Thiên Cầm", func(r *model.Record) {
		r.Round, r.ReturnedBy, r.ReturnReason = "Đợt 1/2024 · cấp tỉnh", "binh", "Số giải ngân dự án 7 khác với báo cáo của Kho bạc"
		r.ChangedAt = time.Date(2024, 6, 19, 15, 0, 0, 0, time.Local)
	})
	o.put(model.Evaluation, "Tỉnh Hà Tĩnh", func(r *model.Record) { r.Head.Title = "Đánh giá giữa kỳ 2021-2025" })
	o.finding("TT-0117", "Xã Cẩm Quang", "Thu hồi 12 triệu đồng chi sai đối tượng", day(16, 6, 2024))
	o.finding("TT-0098", "Xã Cẩm Duệ", "Chưa có quyết định phân công cán bộ theo dõi", day(1, 3, 2024))
	o.finding("KN-0009", "Xã Cẩm Lĩnh", "Bổ sung vốn sự nghiệp", day(20, 6, 2024))
	o.finding("TT-0121", "Xã Cẩm Duệ", "Hồ sơ nghiệm thu thiếu chữ ký", day(5, 7, 2024))
	o.finding("TT-0122", "Xã Cẩm Duệ", "Chưa đến lúc", day(6, 7, 2024))
	return o
}

type bench struct {
	*tuitest.Driver
	t     *testing.T
	store *office
	env   *kit.Env
	alone *tuitest.Alone
}

func shown(t *testing.T, o *office, lang string, width, height int) *bench {
	t.Helper()
	env := tuitest.NewEnv(t, o, lang)
	b := &bench{t: t, store: o, env: env}
	b.alone = tuitest.NewAlone(env, home.New(env, "", nil), width, height)
	b.Driver = tuitest.NewModel(t, b.alone, width, height)
	return b
}

func (b *bench) shows(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if !strings.Contains(b.View(), text) {
			b.t.Errorf("%q is not shown:\n%s", text, b.View())
		}
	}
}

func (b *bench) marks(text string) {
	b.t.Helper()
	for _, l := range strings.Split(b.View(), "\n") {
		if strings.HasPrefix(l, " >") {
			if !strings.Contains(l, text) {
				b.t.Errorf("the marker is on %q, want %q", l, text)
			}
			return
		}
	}
	b.t.Errorf("no line has the marker, want %q:\n%s", text, b.View())
}

// The root's frame takes five rows of the window.
func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
			name := fmt.Sprintf("home-%s-%dx%d", lang, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				tuitest.Golden(t, name, shown(t, normal(t), lang, size[0], size[1]-5).View())
			})
		}
	}
}

func TestEachGroupHasWhatBelongsThere(t *testing.T) {
	b := shown(t, normal(t), "vi", 120, 35)
	for _, c := range []struct{ key, marked string }{
		{"2", "binh trả lại: “Số giải ngân"},
		{"3", "TT-0098 Xã Cẩm Duệ"}, // the one that is late for longest comes first
		{"4", "KN-0009 Xã Cẩm Lĩnh"},
		{"5", "Báo cáo 6 tháng 2024"},
		{"6", "Đợt 2/2024 · cấp tỉnh"},
		{"1", "Đánh giá giữa kỳ"}, // changed last
	} {
		b.Press(c.key)
		b.marks(c.marked)
	}
	b.shows("quá 20 ngày", "Báo cáo đợt 1/2024", "còn 1 ngày", "xong 1/4 đơn vị", "xong 2/3 đơn vị", "đã lập 3", "hôm nay")
	if strings.Contains(b.View(), "Chưa đến lúc") {
		t.Error("what is due in sixteen days is told")
	}
}

func TestEnterOpensWhatALineIsAbout(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want kit.Kind
		arg  any
	}{
		{"a draft", []string{"1", "down", "enter"}, kit.KindFill, nil},
		{"what was returned", []string{"2", "enter"}, kit.KindFill, nil},
		{"a finding", []string{"3", "enter"}, kit.KindFill, nil},
		{"a yearly report", []string{"5", "enter"}, kit.KindNew, kit.Begin{Kind: model.Supervision}},
		{"the report of a round", []string{"5", "down", "enter"}, kit.KindFill, form.Field{Item: "report_sent"}},
		{"a round", []string{"6", "enter"}, kit.KindRound, nil},
		{"all drafts", []string{"2", "1", "1"}, kit.KindList, kit.Listing{Title: "Việc đang nhập của tôi"}},
		{"all that is late", []string{"3", "3"}, kit.KindRegister, model.Query{}},
		{"all rounds", []string{"6", "6"}, kit.KindList, kit.Listing{}},
		{"a new inspection", []string{"n"}, kit.KindNew, kit.Begin{Kind: model.Inspection}},
		{"the inspections", []string{"p"}, kit.KindList, nil},
		{"the rounds", []string{"d"}, kit.KindList, kit.Listing{}},
		{"the register", []string{"t"}, kit.KindRegister, nil},
		{"a unit", []string{"v"}, kit.KindUnit, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := shown(t, normal(t), "vi", 80, 19)
			b.Press(c.keys...)
			got, ok := b.alone.Last().(kit.OpenMsg)
			if !ok || got.Kind != c.want {
				t.Fatalf("asked for %+v, want %s", b.alone.Last(), c.want)
			}
			switch arg := got.Arg.(type) {
			case *kit.Begin:
				if c.arg.(kit.Begin).Kind != arg.Kind {
					t.Errorf("begins %+v, want %+v", arg, c.arg)
				}
			case *kit.Listing:
				if c.arg.(kit.Listing).Title != arg.Title || len(arg.Query.Kinds) == 0 {
					t.Errorf("lists %+v, want %+v", arg, c.arg)
				}
			case *model.Query:
				if !arg.Open || arg.DueBefore != b.env.Today {
					t.Errorf("asks the register for %+v", arg)
				}
			default:
				if arg != c.arg {
					t.Errorf("with %v, want %v", arg, c.arg)
				}
			}
		})
	}
}

func TestSlashLeadsToTheListWithItsFilter(t *testing.T) {
	b := shown(t, normal(t), "vi", 80, 19)
	b.Press("/")
	n := len(b.alone.Asked)
	if n < 2 || b.alone.Asked[n-2] != (kit.OpenMsg{Kind: kit.KindList}) || b.alone.Asked[n-1] != (kit.RunMsg{Action: keymap.Filter}) {
		t.Errorf("asked for %v", b.alone.Asked)
	}
}

func TestAnotherKindIsChosenFromAList(t *testing.T) {
	b := shown(t, normal(t), "vi", 80, 19)
	b.Press("N")
	open, ok := b.alone.Last().(kit.OpenMsg)
	pick, isPick := open.Arg.(*kit.Pick)
	if !ok || !isPick || len(pick.Find("phieu kiem tra")) != 1 {
		t.Fatalf("asked for %+v, want a list of kinds", b.alone.Last())
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{string(model.Round)}})
	if begun, ok := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Begin); !ok || begun.Kind != model.Round {
		t.Errorf("asked for %+v", b.alone.Last())
	}
}

func TestALongGroupShrinksAndSaysHowMuchIsLeft(t *testing.T) {
	o := normal(t)
	for n := range 30 {
		o.finding(fmt.Sprintf("TT-%04d", n), "Xã Cẩm Quang", "Chưa khắc phục", day(1, 2, 2024))
	}
	b := shown(t, o, "vi", 80, 19)
	b.shows("Quá hạn (32)", "nữa", "1 Đang nhập", "2 Trả lại", "4 Sắp hạn", "5 Báo cáo", "6 Đợt")
	b.Press("3")
	b.shows("bấm 3 để xem hết")
}

// "+13 more" was a figure beside a line that opened something else.
func TestTheLineForTheRestOfAGroupOpensAllOfIt(t *testing.T) {
	for lang, says := range map[string][2]string{
		"vi": {"+24 nữa  bấm Enter để xem hết", "Quá hạn (32) · bấm 3 để xem hết"},
		"en": {"+24 more  press Enter for all", "Overdue (32) · press 3 for all"},
	} {
		for _, size := range [][2]int{{60, 15}, {80, 19}} {
			t.Run(fmt.Sprint(lang, size), func(t *testing.T) {
				o := normal(t)
				for n := range 30 {
					o.finding(fmt.Sprintf("TT-%04d", n), "Xã Cẩm Quang", "Chưa khắc phục", day(1, 2, 2024))
				}
				b := shown(t, o, lang, size[0], size[1])
				line := says[0]
				if size[1] == 15 { // fewer lines have room
					line = strings.Replace(line, "24", "28", 1)
				}
				b.Press("4", "up")
				b.marks(line)
				b.shows(says[1])
				b.Press("enter")
				got, _ := b.alone.Last().(kit.OpenMsg)
				if q, ok := got.Arg.(*model.Query); !ok || got.Kind != kit.KindRegister || q.DueBefore != b.env.Today {
					t.Errorf("Enter asked for %+v, want all that is overdue", b.alone.Last())
				}
				b.Press("e")
				if b.alone.Said == "" {
					t.Error("there is nothing to edit, and nothing says so")
				}
				if rows := strings.Count(strings.TrimRight(b.View(), "\n"), "\n") + 1; rows > size[1]+2 {
					t.Errorf("%d rows are drawn:\n%s", rows, b.View())
				}
			})
		}
	}
}

// What one line more would show is shown, and not announced.
func TestTheLineForTheRestNeverStandsForOneThatWasRead(t *testing.T) {
	for n := range 40 {
		o := newOffice(t)
		for i := range n {
			o.finding(fmt.Sprintf("TT-%04d", i), "Xã Cẩm Quang", "Chưa khắc phục", day(1, 2, 2024))
		}
		b := shown(t, o, "vi", 80, 19)
		if strings.Contains(b.View(), "+1 nữa") {
			t.Errorf("of %d:\n%s", n, b.View())
		}
	}
}

func TestASentReportIsNotAskedForAgain(t *testing.T) {
	o := normal(t)
	report := o.put(model.Supervision, "Tỉnh Hà Tĩnh", func(r *model.Record) { r.Head.Sort, r.Head.Year = "sau_thang", 2024 })
	b := shown(t, o, "vi", 80, 19)
	b.Press("5", "enter")
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: report}) {
		t.Errorf("the report that is being written is not opened: %+v", got)
	}
	o.Edit(report, func(r *model.Record) { r.Status = model.Completed })
	b.Press("f5")
	if strings.Contains(b.View(), "Báo cáo 6 tháng") {
		t.Errorf("the report is still asked for:\n%s", b.View())
	}
}

func TestReportsAreToldAroundTheirLastDay(t *testing.T) {
	for _, c := range []struct {
		today vn.Date
		want  string // "" for none
	}{
		{day(15, 4, 2024), ""}, {day(16, 4, 2024), "còn 45 ngày"}, {day(31, 5, 2024), "hôm nay"}, {day(1, 6, 2024), "quá 1 ngày"},
		{day(17, 10, 2024), "còn 44 ngày"}, {day(10, 1, 2025), "quá 41 ngày"},
	} {
		t.Run(c.today.String(), func(t *testing.T) {
			o := newOffice(t)
			env := tuitest.NewEnv(t, o, "vi")
			env.Today = c.today
			d := tuitest.NewModel(t, tuitest.NewAlone(env, home.New(env, "", nil), 80, 19), 80, 19)
			if told := strings.Contains(d.View(), "Báo cáo"); told != (c.want != "") || !strings.Contains(d.View(), c.want) {
				t.Errorf("want %q:\n%s", c.want, d.View())
			}
		})
	}
}

func TestItReadsAgainWhenItIsUncovered(t *testing.T) {
	o := normal(t)
	b := shown(t, o, "vi", 80, 19)
	b.Press("3")
	b.marks("TT-0098")
	o.finding("TT-0001", "Xã Cẩm Quang", "Mới thấy", day(1, 1, 2024))
	b.Send(kit.BackMsg{})
	b.shows("TT-0001")
	b.marks("TT-0098") // the marker stays on what it was on
	was := o.reads
	b.Send(kit.SavedMsg{})
	if o.reads != was {
		t.Error("it reads at every save")
	}
}

// A record that was begun from here, or opened at the start, was on no line when the
// marker moved last: coming back from it, the marker is on it.
func TestTheMarkerIsOnTheRecordThatWasLeft(t *testing.T) {
	o := normal(t)
	b := shown(t, o, "vi", 80, 19)
	b.Press("3")
	id := o.put(model.Inspection, "Xã Cẩm Quang", func(*model.Record) {})
	b.Send(kit.BackMsg{Left: id})
	b.marks("Xã Cẩm Quang")
	b.Press("3")
	b.Send(kit.BackMsg{})
	b.marks("TT-0098")
}

func TestAFailureIsSaidAndCanBeRepeated(t *testing.T) {
	o := normal(t)
	o.Fail = model.ErrBusy
	b := shown(t, o, "vi", 80, 19)
	b.shows("Cơ sở dữ liệu đang bận", "Bấm F5 để đọc lại.")
	o.Fail = nil
	b.Press("f5")
	b.shows("Xã Cẩm Bình")
	o.Fail = model.ErrBusy
	b.Press("f5")
	b.shows("Xã Cẩm Bình")
	if !strings.Contains(b.alone.Said, "đang bận") {
		t.Errorf("said %q", b.alone.Said)
	}
}

func TestWithoutAnythingItSaysHowToBegin(t *testing.T) {
	b := shown(t, newOffice(t), "vi", 80, 19)
	b.shows("Chưa có phiếu kiểm tra nào. Bấm n để lập phiếu đầu tiên.", "bấm d để lập đợt trước")
	b.Press("1", "enter")
	if b.alone.Said == "" {
		t.Error("a key without effect says nothing")
	}
}

func TestAProblemOfTheReviewLeadsIntoTheForm(t *testing.T) {
	b := shown(t, normal(t), "vi", 80, 19)
	b.Press("1", "down", "f2")
	open, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || open.Kind != kit.KindReview {
		t.Fatalf("asked for %+v", b.alone.Last())
	}
	at := form.Field{Item: "venue"}
	b.Send(kit.Jump{Field: at})
	if got := b.alone.Last(); got != (kit.OpenMsg{Kind: kit.KindFill, ID: open.ID, Arg: at}) {
		t.Errorf("asked for %+v", got)
	}
}

func TestTheOtherLanguageIsSpokenAtOnce(t *testing.T) {
	b := shown(t, normal(t), "vi", 80, 19)
	b.env.Words = tuitest.NewEnv(t, b.store, "en").Words
	b.Send(kit.LanguageMsg{})
	b.shows("Due soon", "Six-month report 2024", "20 days late")
}

// On a full first screen the note was its last words alone: "xem hết".
func TestANoteWithoutRoomBeginsAtItsBeginning(t *testing.T) {
	o := newOffice(t)
	for i := range 60 {
		o.put(model.Inspection, fmt.Sprintf("Xã Cẩm Bình %d", i), func(r *model.Record) {
			r.Round, r.UnitPath = "Đợt kiểm tra liên ngành số 2/2024 của Ban chỉ đạo tỉnh · cấp tỉnh", "huyện Cẩm Xuyên"
		})
	}
	b := shown(t, o, "vi", 80, 19)
	lines := strings.Split(strings.TrimRight(b.View(), "\n"), "\n")
	if note := strings.TrimSpace(lines[len(lines)-1]); !strings.HasPrefix(note, "Xã Cẩm Bình") {
		t.Errorf("the note is %q\n%s", note, b.View())
	}
}
