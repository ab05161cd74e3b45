package speak_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/speak"
	"giamsat/tui/theme"
)

func look() *theme.Theme {
	return theme.New(theme.Options{Spoken: true, Profile: colorprofile.TrueColor})
}

// on is a scene on one screen.
func on(s kit.Spoken) speak.Scene {
	return speak.Scene{Screen: "fill", Title: "Xã Cẩm Bình", Spoken: s}
}

func typing(name, text string) kit.Spoken {
	return kit.Spoken{Name: name, Typing: kit.TypingHere, Text: text, Caret: len([]rune(text))}
}

func TestOnlyWhatIsNewIsSaid(t *testing.T) {
	sign := look().Sign
	question := kit.Spoken{Where: "Phần 3 Vốn", Far: "4/12", Name: "3.06 Nợ đọng", Choices: "1 Có, 2 Không", Value: "(chưa trả lời)"}
	answered := question
	answered.Value = "Có"
	further := question
	further.Far = "5/12"
	next := func(s kit.Spoken) kit.Spoken {
		s.Where, s.Name = "Phần 3 Vốn", "3.07 Nguyên nhân"
		return s
	}
	line := kit.Spoken{Name: "Xã Cẩm Bình", Place: "2/14"}
	for _, c := range []struct {
		name string
		was  kit.Spoken
		now  kit.Spoken
		want string
	}{
		{"nothing", question, question, ""},
		{"another count of the section alone", question, further, ""},
		{"the value", question, answered, "Có\n"},
		{"a value taken away", answered, kit.Spoken{Where: question.Where, Name: question.Name, Choices: question.Choices}, "để trống\n"},
		{"the next question behind the answer", question, next(kit.Spoken{Left: "Có", Choices: "1 Có"}), "Có\n3.07 Nguyên nhân. 1 Có\n"},
		{"an answer that was heard as the value", answered, next(kit.Spoken{Left: "Có"}), "3.07 Nguyên nhân\n"},
		{"what is the matter with the answer", question, next(kit.Spoken{Left: "Không", LeftSaid: sign.Stop + " cần ghi chú"}), "Không. lỗi: cần ghi chú\n3.07 Nguyên nhân\n"},
		{"another section", question, kit.Spoken{Where: "Phần 4 Chấp hành", Far: "0/14", Name: "4.01"}, "Phần 4 Chấp hành, 0/14\n4.01\n"},
		{"a sentence", question, with(question, func(s *kit.Spoken) { s.Said = "Chưa có lỗi nào." }), "Chưa có lỗi nào.\n"},
		{"a refused key", question, with(question, func(s *kit.Spoken) { s.Echo = "Không có." }), "Không có.\n"},
		{"no echo beside a new value", question, with(answered, func(s *kit.Spoken) { s.Echo = "đã chọn 1" }), "Có\n"},
		{"no hint by itself", question, with(question, func(s *kit.Spoken) { s.Hint = "Nghị định 27" }), ""},
		{"a like line further down", line, with(line, func(s *kit.Spoken) { s.Place = "3/14" }), "Xã Cẩm Bình. 3/14\n"},
		{"a text begins behind its question", question, typing("3.08", "cũ"), "3.08: cũ"},
		{"a letter", typing("3.08", "Nh"), typing("3.08", "Nhà"), "à"},
		{"a deleted letter", typing("3.08", "Nhà"), typing("3.08", "Nh"), "[à]"},
		{"a letter that took the place of another", typing("3.08", "Nha"), typing("3.08", "Nhà"), "[a]à"},
		{"a letter in the middle", typing("3.08", "Na"), typing("3.08", "Nha"), "h"},
		{"a new line of a text", typing("3.08", "a"), typing("3.08", "a\n"), "\nxuống dòng\n"},
		{"a deleted new line", typing("3.08", "a\n"), typing("3.08", "a"), "[xuống dòng]"},
		{"a pasted text of two lines", typing("3.08", ""), typing("3.08", "a\nb"), "a\nb"},
		{"no echo while one types", typing("3.08", "8"), with(typing("3.08", "80"), func(s *kit.Spoken) { s.Echo = "80 triệu" }), "0"},
		{"the letter that the caret stands before", typing("3.08", "ab"), with(typing("3.08", "ab"), func(s *kit.Spoken) { s.Caret = 1 }), "\nb\n"},
		{"the caret before a blank", typing("3.08", "a b"), with(typing("3.08", "a b"), func(s *kit.Spoken) { s.Caret = 1 }), "\ndấu cách\n"},
		{"letters that narrow a list, and what is found", with(line, beside("c")), with(kit.Spoken{Name: "Xã Kỳ Hoa", Place: "1/3"}, beside("ca")), "a\nXã Kỳ Hoa. 1/3\n"},
		{"the text that a list was narrowed by is closed", with(line, beside("c")), line, "Xã Cẩm Bình. 2/14\n"},
		{"letters that find the same", with(line, beside("c")), with(kit.Spoken{Name: line.Name, Place: "1/3"}, beside("ca")), "a"},
		{"the first letter in a cell with a value", kit.Spoken{Name: "Dòng 2, Giao", Value: "8.038"}, typing("Dòng 2, Giao", "9"), "9"},
		{"a cell opened as it is", kit.Spoken{Name: "Dòng 2, Giao", Value: "9"}, typing("Dòng 2, Giao", "9"), ""},
		{"a screen that is being read", question, kit.Spoken{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s speak.Speaker
			s.Say(on(c.was), sign, i18n.VI())
			if got := s.Say(on(c.now), sign, i18n.VI()); strings.ReplaceAll(got, "\r\n", "\n") != c.want {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}

func with(s kit.Spoken, change func(*kit.Spoken)) kit.Spoken {
	change(&s)
	return s
}

func beside(text string) func(*kit.Spoken) {
	return func(s *kit.Spoken) { s.Typing, s.Text, s.Caret = kit.TypingBeside, text, len(text) }
}

// A text typed without a slip was heard; any other is said whole when it is left.
func TestATextIsSaidWholeUnlessItWasHeardSo(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		said  bool
	}{
		{"typed straight", []string{"", "a", "ab"}, false},
		{"with a slip", []string{"", "a", "", "b"}, true},
		{"added to what stood there", []string{"a", "ab"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s speak.Speaker
			sign, last := look().Sign, ""
			for _, text := range c.texts {
				s.Say(on(typing("3.08", text)), sign, i18n.VI())
				last = text
			}
			got := s.Say(on(kit.Spoken{Name: "3.09", Left: last}), sign, i18n.VI())
			if want := "\r\n" + last + "\r\n3.09\r\n"; c.said && got != want || !c.said && got != "\r\n3.09\r\n" {
				t.Errorf("said %q", got)
			}
		})
	}
}

func TestADrawerDoesNotHaveTheScreenBelowSaidAgain(t *testing.T) {
	var s speak.Speaker
	sign, question := look().Sign, kit.Spoken{Where: "Phần 3", Name: "3.06"}
	s.Say(on(question), sign, i18n.VI())
	drawer := speak.Scene{Screen: "pick", Over: true, Title: "Tới mục", Spoken: kit.Spoken{Name: "1.01", Place: "1/9"}}
	if got, want := s.Say(drawer, sign, i18n.VI()), "Tới mục\r\n1.01. 1/9\r\n"; got != want {
		t.Errorf("the drawer says %q, want %q", got, want)
	}
	if got, want := s.Say(on(question), sign, i18n.VI()), "3.06\r\n"; got != want {
		t.Errorf("behind the drawer %q is said, want %q", got, want)
	}
}

func TestAFailureOfSavingAndItsEndAreSaidAtOnce(t *testing.T) {
	var s speak.Speaker
	sign, scene := look().Sign, on(typing("3.08", "a"))
	s.Say(scene, sign, i18n.VI())
	scene.Fault = "CHƯA LƯU"
	if got, want := s.Say(scene, sign, i18n.VI()), "\r\nCHƯA LƯU\r\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	scene.Fault, scene.Saved = "", "Đã lưu 10:42"
	if got, want := s.Say(scene, sign, i18n.VI()), "Đã lưu 10:42\r\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestWhereOneIsIsSaidWholeWhenAsked(t *testing.T) {
	var s speak.Speaker
	th := look()
	scene := on(kit.Spoken{Where: "Phần 3 Vốn", Far: "4/12", Name: "3.08 Ghi chú", Hint: th.Hint.Render("Nghị định 27"), Said: th.Sign.Reason + " thấp",
		Typing: kit.TypingHere, Text: "đã gõ", Caret: 5})
	s.Say(scene, th.Sign, i18n.VI())
	want := "Xã Cẩm Bình\r\nPhần 3 Vốn, 4/12\r\nNghị định 27\r\ncần lý do: thấp\r\n3.08 Ghi chú: đã gõ"
	if got := s.Whole(scene, th.Sign, i18n.VI()); got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got, want := s.Again(), "\r\ncần lý do: thấp\r\n"; got != want {
		t.Errorf("the sentence again is %q, want %q", got, want)
	}
}

func TestALineThatWasMadeToBeSeenIsSaidInWords(t *testing.T) {
	th := look()
	sign := th.Sign
	for _, c := range []struct{ seen, want string }{
		{" " + th.Focus.Render(sign.Focus+" "+sign.Done+" Xã Cẩm Bình   15/06/2024     52 %"), "xong: Xã Cẩm Bình, 15/06/2024, 52 %"},
		{"vốn 14/22 " + sign.Sep + " 2 lỗi", "vốn 14/22, 2 lỗi"},
		{"A " + sign.Into + " B", "A sang B"},
		{"9/14 " + th.Meter(10, 9, 14) + "  xong 6", "9/14, xong 6"},
		{"trái " + sign.Column + " phải", "trái, phải"},
		{"Đang đọc…\x1b[31m\u2028\u202e─│\ue0ff", "Đang đọc."},
		{sign.Carried + " Có", "theo phiếu trước: Có"},
	} {
		if got := speak.Plain(c.seen, sign, i18n.VI()); got != c.want {
			t.Errorf("%q is said as %q, want %q", c.seen, got, c.want)
		}
	}
}

// Twenty choices in one line are heard without a pause and read in none.
func TestManyChoicesAreSaidOnLinesOfAReadableLength(t *testing.T) {
	for _, mark := range []string{", ", "; "} {
		var names []string
		for i := range 20 {
			names = append(names, strings.Repeat("chữ ", 1+i%5)+string(rune('a'+i)))
		}
		if mark == "; " {
			names[3] = "một, hai"
		}
		choices := strings.Join(names, mark)
		var s speak.Speaker
		got := s.Say(on(kit.Spoken{Name: "3.07b Nguyên nhân", Choices: choices, Value: "khác"}), look().Sign, i18n.VI())
		lines := strings.Split(strings.TrimSuffix(got, "\r\n"), "\r\n")
		for _, line := range lines {
			if n := len([]rune(line)); n > 78 {
				t.Errorf("a line has %d letters: %q", n, line)
			}
		}
		said := strings.Join(lines[2:len(lines)-1], " ")
		if lines[1] != "3.07b Nguyên nhân" || lines[len(lines)-1] != "khác" || said != choices {
			t.Errorf("said %q", got)
		}
	}
}

// Choices that were said before a drawer was opened are not said again behind it.
func TestManyChoicesAreNotSaidAgainBehindADrawer(t *testing.T) {
	var s speak.Speaker
	sign, w := look().Sign, i18n.VI()
	choices := strings.Repeat("1 một, ", 20) + "2 hai"
	question := on(kit.Spoken{Name: "3.07b Nguyên nhân", Choices: choices, Value: "một"})
	s.Say(question, sign, w)
	drawer := speak.Scene{Screen: "pick", Over: true, Depth: 1, Title: "Chọn", Spoken: kit.Spoken{Name: "một", Place: "1/20"}}
	s.Say(drawer, sign, w)
	if got, want := s.Say(question, sign, w), "3.07b Nguyên nhân. một\r\n"; got != want {
		t.Errorf("behind the drawer it says %q, want %q", got, want)
	}
	s.Say(on(kit.Spoken{Name: "3.08"}), sign, w)
	if got := s.Say(question, sign, w); !strings.Contains(got, "1 một, 1 một") {
		t.Errorf("asked anew it says %q", got)
	}
}

// What is found comes between the letters of a search: the rest of the word stood
// alone behind it.
func TestAWordThatIsSoughtIsNotTorn(t *testing.T) {
	var s speak.Speaker
	sign, said := look().Sign, ""
	for _, at := range []struct{ text, name string }{{"", "Xã Cẩm Bình"}, {"1", "Không có mục nào khớp."}, {"15", "Không có mục nào khớp."}, {"150", "Không có mục nào khớp."}} {
		list := kit.Spoken{Name: at.name}
		beside(at.text)(&list)
		said += s.Say(on(list), sign, i18n.VI())
	}
	if want := "1\nKhông có mục nào khớp.\n150"; !strings.HasSuffix(strings.ReplaceAll(said, "\r\n", "\n"), want) {
		t.Errorf("said %q, want %q", said, want)
	}
}
