package grid_test

import (
	"slices"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

var decisions = form.Field{Item: "decisions"}

func decision(row, col string) form.Field { return cell("decisions", row, col) }

// rowsOf lists the rows of a table.
func (s *sheet) rowsOf(table string) []form.Row {
	var ids []form.Row
	for _, r := range s.session.Rows(table) {
		ids = append(ids, r.ID)
	}
	return ids
}

func (s *sheet) wantRows(table string, want ...form.Row) {
	s.tb.Helper()
	if got := s.rowsOf(table); !slices.Equal(got, want) {
		s.tb.Errorf("the rows are %v, want %v\n%s", got, want, s.View())
	}
}

func TestAnEmptyTableSaysHowItGetsRows(t *testing.T) {
	s := open(t, options{at: decisions})
	s.wantShown("Bảng chưa có dòng nào.", "Ctrl+T thêm dòng", "Ctrl+E không có")
	s.Press("up", "down", "left", "right", "pgup", "home", "end", "shift+tab", "backspace", "ctrl+d", "ctrl+x", "ctrl+n", "f9", "space")
	s.wantShown("Bảng chưa có dòng nào.")
	s.wantRows("decisions")
	s.Press("enter")
	s.wantRows("decisions", "r1")
	s.wantHere("decisions[r1].number")

	noYears := open(t, options{at: capitalTable, begin: []form.FieldText{{Field: form.Field{Item: "years"}}}})
	noYears.wantShown("theo mục 3.00 Năm kế hoạch")
}

// The cell itself did not change: that it is empty now, or anything else, is no answer.
func TestUndoOfAVerificationSaysSoAndGoesToItsCell(t *testing.T) {
	at := capital(second, "carried_in")
	s := open(t, options{at: capitalTable, begin: []form.FieldText{{Field: at, Raw: "0,5"}}})
	s.session.Verify(at, s.session.Get(at))
	s.Press("ctrl+z")
	s.wantShown("Đã hoàn tác lần nhập kiểm tra lại của Kéo dài, dòng 2.")
	s.wantHere(at.String())
	if strings.Contains(s.notice, "Nay là") {
		t.Errorf("it says %q", s.notice)
	}
	s.Press("left", "ctrl+y")
	s.wantShown("Đã làm lại lần nhập kiểm tra lại của Kéo dài, dòng 2.")
	s.wantHere(at.String())

	s.session.Verify(at, s.session.Read(at, "5"))
	s.Press("up", "ctrl+z")
	s.wantShown("Đã hoàn tác lần nhập kiểm tra lại của Kéo dài, dòng 2. Nay là: 0,5.")
	s.wantHere(at.String())
	s.want(at, "0,5")
}

func TestAFreeTableGrowsWhileOneTypes(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Press("tab")
	s.enter("71/QĐ", "tab")
	s.enter("1506", "tab", "tab", "tab")
	s.enter("8842", "tab")
	s.wantRows("decisions", "r1", "r2")
	s.wantHere("decisions[r2].number")
	s.want(decision("r1", "issued"), "15/06/2024")
	s.want(decision("r1", "amount"), "8.842")

	s.Press("tab", "tab", "tab", "tab", "tab")
	if s.back == nil {
		t.Error("Tab past a row without answers does not lead back to the form")
	}
	s.wantRows("decisions", "r1", "r2")
}

func TestEnterInTheLastRowMakesANewOneBelow(t *testing.T) {
	s := open(t, options{at: decision("r8", "amount"), rows: map[string][]form.Row{"decisions": {"r8"}}})
	s.enter("100", "enter")
	s.wantHere("decisions[r1].amount")
	s.enter("200", "enter")
	s.wantHere("decisions[r2].amount")
	s.Press("enter")
	s.wantHere("decisions[r2].amount")
}

// What is never the same in two rows is empty in a copy, and typed first.
func TestACopiedRowLeavesEmptyWhatTellsRowsApart(t *testing.T) {
	s := open(t, options{at: decisions, source: strings.Replace(source, "{name: number, code: A3.01.1,", "{name: number, code: A3.01.1, identifies: true,", 1)})
	s.Press("ctrl+t")
	s.enter("71/QĐ", "tab")
	s.enter("1/6", "tab", "ctrl+d")
	s.want(decision("r2", "number"), "")
	s.want(decision("r2", "issued"), "01/06/2024")
	s.wantHere("decisions[r2].number")
	s.Press("ctrl+z")
	s.wantRows("decisions", "r1")
}

func TestRowsAreAddedCopiedTakenOutAndBroughtBack(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Press("ctrl+t")
	s.enter("71/QĐ", "ctrl+t")
	s.wantRows("decisions", "r1", "r2")
	s.Press("up")
	s.Press("ctrl+d")
	s.wantRows("decisions", "r1", "r3", "r2")
	s.want(decision("r3", "number"), "71/QĐ")
	s.wantHere("decisions[r3].number")
	s.Press("ctrl+x")
	s.wantRows("decisions", "r1", "r2")
	s.wantShown("Ctrl+Z lấy lại")
	s.Press("ctrl+z")
	s.wantRows("decisions", "r1", "r3", "r2")
	s.wantHere("decisions[r3].number")
	s.want(decision("r3", "number"), "71/QĐ")
	s.wantShown("Đã hoàn tác việc “bỏ dòng 2”.")
	s.Press("ctrl+y")
	s.wantRows("decisions", "r1", "r2")
	s.wantShown("Đã làm lại việc “bỏ dòng 2”.")
	behind := open(t, options{at: capitalTable})
	behind.Press("ctrl+t", "ctrl+z")
	behind.wantShown("Đã hoàn tác việc “thêm dòng 5”.")
}

func TestARowOfTheFormStays(t *testing.T) {
	s := open(t, options{at: cell("households", "urban", "at_start")})
	for key, says := range map[string]string{
		"ctrl+x": "không bỏ được", "ctrl+t": "không thêm dòng được", "ctrl+d": "không thêm dòng được", "ctrl+e": "không ghi là không có được",
	} {
		s.Press(key)
		s.wantShown(says)
	}
	s.wantRows("households", "urban", "rural")
}

func TestNoneIsRecordedAndTakenBack(t *testing.T) {
	s := open(t, options{at: decisions})
	s.Press("ctrl+e")
	if !s.session.None("decisions") {
		t.Fatal("it is not recorded that there are none")
	}
	s.wantShown("Đã ghi nhận là không có dòng nào.")
	s.Press("ctrl+e")
	if s.session.None("decisions") {
		t.Fatal("it is not taken back")
	}
	s.Press("ctrl+t", "ctrl+e")
	if !s.session.None("decisions") || len(s.rowsOf("decisions")) != 0 {
		t.Fatal("an empty row stands in the way")
	}
	s.Press("ctrl+z")
	s.wantRows("decisions", "r1")
	if s.session.None("decisions") {
		t.Fatal("undo takes back half of it")
	}
	s.enter("71/QĐ", "ctrl+e")
	s.wantShown("bỏ hết dòng trước")
}

func TestANoteOnARow(t *testing.T) {
	s := open(t, options{at: capital(second, "assigned")})
	s.Press("ctrl+n")
	ask, ok := s.opened.Arg.(*kit.Ask)
	if !ok || s.opened.Kind != kit.KindAsk || ask.Title != "Ghi chú cho dòng 2" || !ask.Keeps {
		t.Fatalf("Ctrl+N opens %+v", s.opened)
	}
	s.Send(kit.AnsweredMsg{Tag: ask.Tag, Text: "vốn giao muộn"})
	if got := s.session.Get(form.Field{Item: "capital", Row: second, Part: form.Note}).Raw; got != "vốn giao muộn" {
		t.Errorf("the note is %q", got)
	}
	s.wantShown("> *2  2023", "ghi chú: vốn giao muộn")
	s.Press("ctrl+z")
	s.wantShown("Đã hoàn tác, nay là: ghi chú, dòng 2")
}

func TestUndoGoesToWhatItChanged(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.enter("8038", "enter")
	s.enter("804", "enter", "down", "right")
	s.Press("ctrl+z")
	s.wantHere("capital[" + second + "].assigned")
	s.wantShown("Đã hoàn tác, nay là: Giao, dòng 2: trống")
	s.Press("ctrl+z")
	s.wantHere("capital[" + first + "].assigned")
	s.Press("ctrl+z")
	s.wantShown("Không còn gì để hoàn tác.")
	s.Press("ctrl+y")
	s.wantShown("Đã làm lại, nay là: Giao, dòng 1: 8.038")
	s.want(capital(first, "assigned"), "8.038")
}

func TestUndoInAnOpenCellTakesTheTypingBackAndRedoGivesIt(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), begin: []form.FieldText{{Field: capital(first, "assigned"), Raw: "8038"}}})
	s.enter("9", "ctrl+z")
	s.want(capital(first, "assigned"), "8.038")
	s.wantShown("[8.038")
	s.Press("ctrl+y", "enter")
	s.want(capital(first, "assigned"), "9")
}

func TestUndoInAnOpenCellGoesAWordAtATimeAndThenToTheStep(t *testing.T) {
	s := open(t, options{at: decision("", "number")})
	s.enter("71/QĐ", "enter", "up")
	s.enter("72 a b")
	for _, want := range []string{"72 a ", "72 ", "71/QĐ"} {
		s.Press("ctrl+z")
		s.wantShown("[" + want)
	}
	s.want(decision("r1", "number"), "71/QĐ")
	s.Press("ctrl+z")
	s.wantShown("Đã hoàn tác việc “thêm dòng 2”.") // which Enter had begun
	s.Press("ctrl+z")
	s.want(decision("r1", "number"), "")
	s.wantShown("Đã hoàn tác, nay là: Số, ký hiệu, dòng 1: trống")
}

func TestUndoOfWhatStandsOutsideIsShownInTheForm(t *testing.T) {
	s := open(t, options{at: capitalTable})
	officers := form.Field{Item: "officers"}
	s.session.Answer(officers, "12")
	s.Press("ctrl+z")
	if s.back == nil || s.back.Result != (kit.Jump{Field: officers}) {
		t.Errorf("undo asks for %+v", s.back)
	}
	s.wantShown("Đã hoàn tác, nay là: 3.02 Cán bộ")
}

func TestTheFormsOtherProblemsComeAfterThoseOfTheTable(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), begin: []form.FieldText{{Field: form.Field{Item: "officers"}, Raw: "nhiều"}}})
	s.enter("100", "tab", "tab")
	s.enter("200", "enter")
	s.enter("5", "tab", "tab")
	s.enter("7", "tab")
	s.Press("home", "up")
	s.Press("f8")
	s.wantHere("capital[" + first + "].disbursed")
	s.wantShown("× Giải ngân 200 vượt tổng vốn 100")
	s.Press("f8")
	s.wantHere("capital[" + second + "].disbursed")
	s.Press("f5")
	s.wantHere("capital[" + first + "].disbursed")
	s.Press("down", "f8")
	if s.back == nil || s.back.Result != (kit.Jump{Field: form.Field{Item: "officers"}}) {
		t.Errorf("F8 behind the last one asks for %+v", s.back)
	}
	s = open(t, options{at: decisions})
	s.session.Answer(form.Field{Item: "officers"}, "3")
	s.Press("f8")
	if s.back == nil || s.back.Result != (kit.Jump{Field: capitalTable}) {
		t.Errorf("F8 from a table without problems asks for %+v", s.back)
	}
	s.session.Answer(capital(first, "assigned"), "3")
	s.Press("f8")
	s.wantShown("Không có lỗi nào.")
	s.Press("f10")
	s.wantShown("Mọi mục bắt buộc đã được trả lời.")
}

func TestTheFirstUnansweredIsGoneTo(t *testing.T) {
	s := open(t, options{at: capital(third, "assigned"), begin: []form.FieldText{{Field: form.Field{Item: "officers"}, Raw: "3"}}})
	s.Press("tab")
	s.enter("7", "tab", "f10")
	s.wantHere("capital[" + third + "].assigned")
	s = open(t, options{at: capital(third, "assigned")})
	s.Press("f10")
	if s.back == nil || s.back.Result != (kit.Jump{Field: form.Field{Item: "officers"}}) {
		t.Errorf("F10 asks for %+v", s.back)
	}
}

func TestEveryActionOfTheKeyMapIsOffered(t *testing.T) {
	s := open(t, options{at: capitalTable})
	offered := map[keymap.Action]bool{}
	for _, a := range s.screen.Actions() {
		offered[a.ID] = true
	}
	for _, a := range s.env.Keys.Actions(keymap.InGrid) {
		switch a {
		case keymap.Help, keymap.Palette, keymap.Language, keymap.Input, keymap.Redraw, keymap.Quit:
		default:
			if !offered[a] {
				t.Errorf("%s has a key and is not offered", a)
			}
		}
	}
}

func TestTheOnlyProblemsGoRound(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), begin: []form.FieldText{{Field: form.Field{Item: "officers"}, Raw: "3"}}})
	s.enter("100", "tab", "tab")
	s.enter("200", "down")
	s.Press("f8")
	s.wantHere("capital[" + first + "].disbursed")
	s.Press("up", "home", "f5")
	s.wantHere("capital[" + first + "].disbursed")
	s = open(t, options{at: capital(first, "assigned"), begin: []form.FieldText{{Field: form.Field{Item: "officers"}, Raw: "3"}}})
	s.Press("f8")
	if s.back == nil || s.back.Result != (kit.Jump{Field: capitalTable}) {
		t.Errorf("F8 to what is the matter with the whole table asks for %+v", s.back)
	}
}

func TestTheReviewSendsToACellOrThroughTheForm(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Press("f2")
	s.Send(kit.Jump{Field: capital(third, "disbursed")})
	s.wantHere("capital[" + third + "].disbursed")
	for _, f := range []form.Field{{Item: "officers"}, capitalTable, decision("r8", "number")} {
		s.back = nil
		s.Send(kit.Jump{Field: f})
		if s.back == nil || s.back.Result != (kit.Jump{Field: f}) {
			t.Errorf("to %s it asks for %+v", f, s.back)
		}
	}
}

// What is typed into an empty table went nowhere.
func TestALetterInAnEmptyTableBeginsItsFirstRow(t *testing.T) {
	s := open(t, options{at: decisions})
	s.enter("71/QĐ", "tab")
	s.wantRows("decisions", "r1")
	s.want(decision("r1", "number"), "71/QĐ")
	pasted := open(t, options{at: decisions})
	pasted.Paste("72/QĐ")
	pasted.Press("tab")
	pasted.want(decision("r1", "number"), "72/QĐ")
}

// Without the years that its rows are of, a letter made a row of one's own, which
// those of the form doubled later.
func TestATableWhoseAxesAreNotKnownSaysWhatIsNeededFirst(t *testing.T) {
	for _, key := range []string{"5", "a", "enter", "tab"} {
		t.Run(key, func(t *testing.T) {
			s := open(t, options{at: capitalTable, begin: []form.FieldText{{Field: form.Field{Item: "years"}}}})
			s.Press(key)
			s.wantRows("capital")
			s.wantShown("theo mục 3.00 Năm kế hoạch: trả lời mục đó trước.")
			if s.notice == "" {
				t.Error("the key is not answered")
			}
			s.Press("ctrl+t")
			s.wantRows("capital", "r1") // a row of one's own is made when it is meant
		})
	}
}
