package grid_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// filled is the capital table of the source's figures, with a row too much.
func filled() []form.FieldText {
	var list []form.FieldText
	for row, figures := range map[form.Row][]string{
		first: {"8038", "0", "5120"}, second: {"804", "0", "804"}, third: {"4286", "0", "4300"}, fourth: {"429", "", "200"},
	} {
		for i, col := range []string{"assigned", "carried_in", "disbursed"} {
			list = append(list, form.FieldText{Field: capital(string(row), col), Raw: figures[i]})
		}
	}
	return append(list, form.FieldText{Field: capital(second, "cause"), Raw: "vốn đối ứng giao chậm, đến tháng 9 mới phân bổ"},
		form.FieldText{Field: form.Field{Item: "capital", Row: second, Part: form.Note}, Raw: "theo báo cáo 71/BC-UBND"})
}

// scenes are the pictures that are kept.
var scenes = map[string]func(s *sheet){
	"capital":  func(s *sheet) { s.Press("down") },
	"typing":   func(s *sheet) { s.Press("down", "right"); s.Type("12,5") },
	"problem":  func(s *sheet) { s.Press("f8") },
	"far":      func(s *sheet) { s.Press("end", "down") },
	"question": func(s *sheet) { s.Type("8,842"); s.Press("enter") },
	"english":  func(s *sheet) { s.Paste("Giao\tKéo dài\n8,042.50\t8.042\n12.5\t-") },
	"filldown": func(s *sheet) { s.Press("home", "end"); s.Type("chậm giao vốn"); s.Press("ctrl+k") },
	"paste":    func(s *sheet) { s.Paste("8.038\t0\t1\n804\tkhông rõ\n1\n2\n3\t4") },
}

func TestPictures(t *testing.T) {
	for name, act := range scenes {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {132, 43}} {
			for _, lang := range i18n.Languages() {
				picture := fmt.Sprintf("%s/%dx%d-%s", name, size[0], size[1], lang)
				t.Run(picture, func(t *testing.T) {
					s := open(t, options{at: capital(first, "assigned"), begin: filled(), lang: lang, width: size[0], height: size[1]})
					act(s)
					tuitest.Golden(t, picture, s.View())
				})
			}
		}
	}
	t.Run("ascii", func(t *testing.T) {
		s := open(t, options{at: capital(first, "assigned"), begin: filled(), ascii: true, width: 60, height: 20})
		s.Press("end", "f8")
		tuitest.Golden(t, "ascii", s.View())
	})
	t.Run("decisions", func(t *testing.T) {
		s := open(t, options{at: decisions})
		tuitest.Golden(t, "decisions/none", s.View())
		s.Paste("71/QĐ-UBND\t15/6/2024\tTỉnh\tCó\n72/QĐ-UBND\t1/2/2024\tHuyện\tKhông\n9\t31/2/2024")
		s.Press("enter", "tab", "tab")
		tuitest.Golden(t, "decisions/three", s.View())
	})
	t.Run("households", func(t *testing.T) {
		s := open(t, options{at: cell("households", "urban", "at_start")})
		s.enter("1200", "tab")
		s.enter("35", "enter")
		s.enter("640", "tab")
		tuitest.Golden(t, "households", s.View())
	})
}

// bounded fails when the body is not of the size asked for, or the cursor is
// outside of it.
func bounded(t *testing.T, s *sheet, width, height int) {
	t.Helper()
	f := s.screen.View()
	lines := strings.Split(f.Body, "\n")
	if len(lines) != height {
		t.Errorf("%dx%d: %d lines", width, height, len(lines))
	}
	for _, line := range append(lines, f.Title, f.Note) {
		if w := ansi.StringWidth(line); w > width {
			t.Errorf("%dx%d: a line is %d wide: %q", width, height, w, ansi.Strip(line))
		}
	}
	if c := f.Cursor; c != nil && (c.X < 0 || c.X >= width || c.Y < 0 || c.Y >= height) {
		t.Errorf("%dx%d: the caret is at %d,%d", width, height, c.X, c.Y)
	}
}

func TestEverySizeIsKept(t *testing.T) {
	for _, at := range []form.Field{capital(first, "assigned"), capital(fourth, "cause"), cell("households", "rural", "escaped"), decisions} {
		for _, typing := range []bool{false, true} {
			s := open(t, options{at: at, begin: filled()})
			if typing {
				s.Press("space")
				s.Type("Bố trí vốn đối ứng chậm, đến tháng 9 mới phân bổ chi tiết cho các chủ đầu tư")
			}
			for width := 60; width <= 200; width++ {
				for _, height := range []int{1, 3, 5, 15, 45} {
					s.screen.SetSize(width, height)
					bounded(t, s, width, height)
				}
			}
		}
	}
}

func TestTheCursorIsInSightInAnySize(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), begin: filled()})
	for _, size := range [][2]int{{60, 3}, {200, 50}, {61, 5}, {80, 17}} {
		s.screen.SetSize(size[0], size[1])
		for _, keys := range [][]string{{"end"}, {"home"}, {"down", "down", "end"}, {"pgup"}, {"left", "left"}} {
			s.Press(keys...)
			if body := ansi.Strip(s.screen.View().Body); strings.Count(body, "]") != 1 || strings.Count(body, "\n>") != 1 {
				t.Errorf("%v after %v: the cursor is out of sight\n%s", size, keys, body)
			}
		}
	}
}

func TestLargeTablesScroll(t *testing.T) {
	rows := make([]form.Row, 100)
	for i := range rows {
		rows[i] = form.Row(fmt.Sprintf("x%d", i))
	}
	s := open(t, options{at: decision("x0", "number"), rows: map[string][]form.Row{"decisions": rows}})
	s.wantShown("↓ còn 8")
	for range 12 {
		s.Press("pgdown")
		bounded(t, s, 80, 24-chrome)
	}
	s.wantHere("decisions[x99].number")
	s.wantShown(">  100", "↑")
	s.Press("pgup", "up")
	s.wantHere("decisions[x82].number")
}

func TestTheLanguageChangesInTheMiddleOfACell(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), begin: filled()})
	s.Type("12")
	s.env.Words = i18n.EN()
	s.Send(kit.LanguageMsg{})
	s.wantShown("Assigned", "[12", "12 million đồng")
	s.enter("5", "tab")
	s.want(capital(first, "assigned"), "125")
}

func TestWhatAnotherScreenChangedIsTakenUp(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Press("f2")
	s.session.Answer(capital(second, "assigned"), "804")
	s.Send(kit.SavedMsg{ID: inspection})
	s.wantShown("804")
	s.session.Answer(capital(third, "assigned"), "4286")
	s.screen.Update(kit.BackMsg{})
	s.wantShown("4.286")
}

func TestTheWarningSignDoesNotHangOnColour(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), begin: filled()})
	s.wantShown(" ! 3  2023   DT     NSTW")
	s.wantShown("> ")
}

func TestALongProblemIsReadInFullWhereThereIsRoom(t *testing.T) {
	s := open(t, options{at: capital(third, "disbursed"), begin: filled()})
	s.screen.SetSize(80, 20)
	const sentence = "Giải ngân 4.300 vượt tổng vốn 4.286 (triệu đồng): nhiều nhất 4.286 triệu."
	if n := strings.Count(ansi.Strip(s.screen.View().Body), "vượt"); n != 0 {
		t.Error("a sentence that fits the note line stands twice")
	}
	s.screen.SetSize(40, 20)
	f := s.screen.View()
	said := strings.Join(strings.Fields(ansi.Strip(f.Body+" "+f.Note)), " ")
	if !strings.Contains(said, sentence) || f.Above != 1 {
		t.Errorf("the sentence is cut, %d lines above\n%s", f.Above, said)
	}
	bounded(t, s, 40, 20)
	s.screen.SetSize(40, 9)
	bounded(t, s, 40, 9)
}
