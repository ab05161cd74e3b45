package tui_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// secondVisit begins a visit to a unit that was visited before, whose venue is
// carried over.
func secondVisit(tb testing.TB, env *kit.Env) model.RecordID {
	tb.Helper()
	def := tuitest.Form(tb, env, tuitest.RepeatForm)
	day := vn.Date{Year: 2024, Month: 6, Day: 15}
	unit, _ := env.Catalog.UnitOn("18685", day)
	former := tuitest.BeginOn(tb, env, def, kit.Begin{Unit: unit.Key, Day: vn.Date{Year: 2023, Month: 4, Day: 2}})
	tuitest.FillIn(tb, env, former, func(s *form.Session) { s.Answer(form.Field{Item: "venue"}, "Hội trường") })
	return tuitest.BeginOn(tb, env, def, kit.Begin{Unit: unit.Key, Day: day, Like: former})
}

// What is the matter with the text that stood there is no news of the one that is
// being typed: a line of its own would stand between two of its letters.
func TestNoProblemIsHeardBetweenTwoLettersOfAText(t *testing.T) {
	l := listensTo(t, "venue", secondVisit)
	if said := l.said.String(); !strings.HasSuffix(said, "Enter nếu vẫn đúng, hoặc trả lời lại.\r\n") {
		t.Errorf("on the carried text it says %q", said)
	}
	l.Send(kit.NoticeMsg{Text: "Đã lưu."})
	l.said.Reset()
	l.Press("ctrl+u") // the notice goes, and nothing comes in its place
	l.Type("Nhaf")
	l.hears("[Hội trường]Nhaf")
}

func TestNoProblemIsHeardBetweenTwoLettersOfACell(t *testing.T) {
	l := listens(t, "capital")
	l.Press("enter")
	l.Type("12")
	l.Press("ctrl+u")
	l.Type("abc")
	l.Press("enter", "up")
	l.said.Reset()
	l.Press("space") // edits the cell
	if said := l.said.String(); !strings.Contains(said, "abc") {
		t.Fatalf("opened, the cell says %q", said)
	}
	l.Send(kit.NoticeMsg{Text: "Đã lưu."})
	l.said.Reset()
	l.Type("12")
	l.hears("12")
}

// Who hears nothing of it duplicates the row again.
func TestARowThatWasDuplicatedIsHeard(t *testing.T) {
	l := listens(t, "capital")
	l.Press("enter")
	for _, want := range []string{"Đã nhân dòng 1 thành dòng ", "Đã nhân dòng "} {
		l.said.Reset()
		l.Press("ctrl+d")
		if said := l.said.String(); !strings.Contains(said, want) {
			t.Errorf("it says %q", said)
		}
	}
	l.said.Reset()
	l.Press("down", "up")
	if said := l.said.String(); strings.Contains(said, "Đã nhân") {
		t.Errorf("moving about it says %q", said)
	}
}

// filledIn begins a visit to which nothing is left to be added.
func filledIn(tb testing.TB, env *kit.Env) model.RecordID {
	tb.Helper()
	id := tuitest.BeginOn(tb, env, tuitest.Form(tb, env, tuitest.RepeatForm), kit.Begin{})
	tuitest.FillIn(tb, env, id, func(s *form.Session) {
		for _, name := range []string{"committee", "plan", "posted"} {
			s.Answer(form.Field{Item: name}, form.Yes)
		}
	})
	return id
}

func TestTheKeyThatCompletesIsHeardInTheReview(t *testing.T) {
	l := listensTo(t, "venue", filledIn)
	l.said.Reset()
	l.Press("f2")
	if said := l.said.String(); !strings.Contains(said, "\r\nĐủ điều kiện hoàn thành: bấm h.\r\nxong: Không có lỗi nào.\r\n") {
		t.Errorf("said %q", said)
	}
	l.said.Reset()
	l.Press("h")
	if said := l.said.String(); !strings.Contains(said, "Phiếu đã hoàn thành.") {
		t.Errorf("completed, it says %q", said)
	}
}

// A way of typing that is still on from the last time makes other letters of what is
// typed: nobody sees its name on the title line.
func TestTheWayOfTypingThatIsOnIsHeardAtTheStart(t *testing.T) {
	for method, want := range map[vn.Method]string{vn.MethodTelex: "\r\nTelex: aa ee", vn.MethodVNI: "\r\nVNI: dấu 1", vn.MethodOff: ""} {
		l := listensTo(t, "venue", func(tb testing.TB, env *kit.Env) model.RecordID {
			env.Input = method
			return tuitest.Begin(tb, env)
		})
		said := l.said.String()
		if on := strings.Contains(said, "Telex") || strings.Contains(said, "VNI"); !strings.Contains(said, want) || on != (want != "") {
			t.Errorf("with %v it says %q", method, said)
		}
	}
}

// What is chosen is told from what is offered, also of several, and which of them the
// last key took in or out.
func TestWhatIsChosenIsToldFromWhatIsOffered(t *testing.T) {
	l := listens(t, "slow_causes")
	l.Press("1", "2")
	l.said.Reset()
	l.Press("1")
	l.hears("bỏ chọn: Văn bản hướng dẫn chậm", "")
	l.Press("right")
	l.hears("đã chọn: Thủ tục đầu tư", "")
	l.Press("right")
	l.hears("Đấu thầu", "")
	l.Press("ctrl+l")
	if said := l.said.String(); !strings.HasSuffix(said, "9 Khác\r\nđã chọn: Thủ tục đầu tư\r\ncon trỏ ở: Đấu thầu\r\n") {
		t.Errorf("asked where one is it says %q", said)
	}
	l = listens(t, "committee")
	l.Press("1", "up")
	if said := l.said.String(); !strings.HasSuffix(said, "1 Có, 2 Không, - K.áp dụng. đã chọn: Có\r\n") {
		t.Errorf("on an answer it says %q", said)
	}
}

func TestWhichOfSeveralWasTakenOutOfAListIsHeard(t *testing.T) {
	l := listens(t, "committee")
	l.Press("=")
	l.said.Reset()
	l.Press("tab")
	next := []string{"đã chọn: Đã thành lập Tổ giúp việc Ban Chỉ đạo, 1.03. 2/10", ""}
	l.hears(append([]string{"bỏ chọn: Đã thành lập, kiện toàn Ban Chỉ đạo", "Ghi “Có” cho 9 mục?"}, next...)...)
	l.Press("up")
	l.said.Reset()
	l.Press("tab")
	l.hears(append([]string{"đã chọn: Đã thành lập, kiện toàn Ban Chỉ đạo", "Ghi “Có” cho 10 mục?"}, next...)...)
}

// What one confirmation passes is read out first: nobody confirms what was not heard.
func TestWhatOneConfirmationPassesIsReadOut(t *testing.T) {
	l := listensTo(t, "venue", func(tb testing.TB, env *kit.Env) model.RecordID {
		id := secondVisit(tb, env)
		tuitest.FillIn(tb, env, id, func(s *form.Session) {
			s.Carry([]form.FieldText{{Field: form.Field{Item: "remarks"}, Raw: "Đã làm."}})
		})
		return id
	})
	l.said.Reset()
	l.Press("ctrl+a")
	if said := l.said.String(); !strings.Contains(said, "2 giá trị mang sang đang hiện vẫn đúng?\r\nV.03 Địa điểm: Hội trường\r\nV.04 Nhận xét: Đã làm.\r\n") {
		t.Errorf("said %q", said)
	}
	l.said.Reset()
	l.Press("enter")
	if said := l.said.String(); !strings.Contains(said, "Đã xác nhận 2 giá trị mang sang.") {
		t.Errorf("confirmed, it says %q", said)
	}
}

// A new line is no silence, and how one leaves such a text is said when it is opened.
func TestTheLinesOfALongTextAreHeard(t *testing.T) {
	l := listensTo(t, "remarks", secondVisit)
	if said := l.said.String(); !strings.HasSuffix(said, "V.04 Nhận xét (Enter xuống dòng, Tab sang mục kế): ") {
		t.Errorf("opened, it says %q", said)
	}
	l.said.Reset()
	l.Type("ab")
	l.Press("enter")
	l.hears("ab", "xuống dòng", "")
	l.Press("backspace")
	l.hears("[xuống dòng]")
	l.Type("c")
	l.hears("c")
	l.Press("up")
	if l.said.Len() == 0 {
		t.Error("↑ at the first line is met with silence")
	}
}

// Asked where one is, the program says each thing once.
func TestAskedWhereOneIsNothingIsSaidTwice(t *testing.T) {
	for _, c := range []struct {
		name, item string
		begin      func(testing.TB, *kit.Env) model.RecordID
		keys       []string
		once       string
	}{
		{"a carried answer", "venue", secondVisit, nil, "lấy từ phiếu khác"},
		{"a wrong cell", "capital", tuitest.Begin, []string{"enter", "x", "tab", "left"}, "không đọc được là số"},
		{"a wrong cell in the review", "capital", tuitest.Begin, []string{"enter", "x", "tab", "esc", "f2"}, "không đọc được là số"},
		{"a column without a hint", "shortcomings", secondVisit, []string{"enter", "ctrl+t"}, "Nội dung"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := listensTo(t, c.item, c.begin)
			l.Press(c.keys...)
			l.said.Reset()
			l.Press("ctrl+l")
			if said := l.said.String(); strings.Count(said, c.once) != 1 {
				t.Errorf("said %q", said)
			}
		})
	}
}

// A screen that is read anew when one comes back to it says the line as it is now, and
// not first as it was.
func TestALineIsSaidOnceWhereOneComesBackToIt(t *testing.T) {
	for _, c := range []struct {
		kind kit.Kind
		once string
	}{
		{kit.KindList, "đang làm: Xã Cẩm Bình"}, {kit.KindRound, "đang làm: Xã Cẩm Bình"}, {kit.KindRegister, "Xã Cẩm Bình"},
	} {
		t.Run(string(c.kind), func(t *testing.T) {
			var round, visit, finding model.RecordID
			l := listensTo(t, "", func(tb testing.TB, env *kit.Env) model.RecordID {
				def := tuitest.Form(tb, env, tuitest.RepeatForm)
				round = tuitest.BeginRound(tb, env, vn.Date{Year: 2024, Month: 6, Day: 1})
				unit, _ := env.Catalog.UnitOn("18685", vn.Date{Year: 2024, Month: 6, Day: 15})
				visit = tuitest.BeginOn(tb, env, def, kit.Begin{Unit: unit.Key, Day: vn.Date{Year: 2024, Month: 6, Day: 15}, Parent: round})
				followed, err := env.Forms.Version(string(model.Finding), "")
				if err != nil {
					tb.Fatal(err)
				}
				finding = tuitest.BeginOn(tb, env, followed, kit.Begin{Unit: unit.Key, Day: vn.Date{Year: 2024, Month: 6, Day: 15}})
				return visit
			})
			state := func(name string) {
				l.store.Edit(finding, func(r *model.Record) { r.Head = form.Head{Number: "TT-0117", Title: "Chậm", State: name} })
			}
			state("open")
			at := form.Field{Item: "committee"}
			l.Send(kit.OpenMsg{Kind: c.kind, ID: map[kit.Kind]model.RecordID{kit.KindRound: round}[c.kind]}, kit.OpenMsg{Kind: kit.KindFill, ID: visit, Arg: at})
			l.Press("1")
			state("in_progress")
			l.said.Reset()
			l.Press("esc")
			if said := l.said.String(); strings.Count(said, c.once) != 1 {
				t.Errorf("said %q", said)
			}
		})
	}
}

// What is asked first of a round is called as its form calls it, which is read first.
func TestTheFirstFieldOfARoundIsSaidOnce(t *testing.T) {
	l := listens(t, "committee")
	l.Press("esc", "N", "down")
	l.said.Reset()
	l.Press("enter")
	l.hears("Lập mới, Đợt kiểm tra, giám sát", "Từ ngày: 20/06/2024")
}
