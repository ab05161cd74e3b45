package grid_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// keysOfAWalk are what a person may press in any state.
var keysOfAWalk = []string{
	"up", "down", "left", "right", "home", "end", "pgup", "pgdown", "enter", "tab", "shift+tab", "esc", "space",
	"backspace", "delete", "ctrl+t", "ctrl+d", "ctrl+x", "ctrl+e", "ctrl+z", "ctrl+y", "ctrl+n", "ctrl+w", "ctrl+u",
	"f2", "f5", "f8", "f9", "f10", "1", "2", "3", "8", "0", ",", ".", "t", "ế", "đ", "x", "=",
}

// Whatever is pressed and pasted at whatever size, the picture stays inside its
// room, the cursor in sight, and undoing everything gives the record back.
func TestARandomWalkKeepsThePictureAndCanBeUndone(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		at := rapid.SampledFrom([]form.Field{capitalTable, decisions, {Item: "households"}}).Draw(r, "table")
		s := open(t, options{at: at, begin: filled()})
		start := s.session.Record()
		width, height := 80, 24-chrome
		for range rapid.IntRange(1, 60).Draw(r, "steps") {
			switch rapid.IntRange(0, 20).Draw(r, "kind") {
			case 0:
				width, height = rapid.IntRange(60, 200).Draw(r, "width"), rapid.IntRange(1, 50).Draw(r, "height")
				s.screen.SetSize(width, height)
			case 1:
				s.Paste(rapid.SampledFrom([]string{"1\t2\n3\t4", "8,842\t0", "a", "x\ny\nz\n", "\t\n", "NSTW\t5\t\t\t\t\t\t\t\t\t\t1"}).Draw(r, "block"))
			case 2:
				s.env.Words = i18n.In(s.env.Words.Other())
				s.Send(kit.LanguageMsg{})
			default:
				s.Press(rapid.SampledFrom(keysOfAWalk).Draw(r, "key"))
			}
			bounded(t, s, width, height)
			body := ansi.Strip(s.screen.View().Body)
			if strings.Count("\n"+body, "\n>") > 1 {
				r.Fatalf("the cursor stands twice\n%s", body)
			}
			if len(s.rowsOf(at.Item)) > 0 && !strings.Contains("\n"+body, "\n>") && !strings.Contains(s.screen.View().Note, "Esc") {
				r.Fatalf("the cursor is out of sight\n%s", body)
			}
		}
		s.Press("down") // leaves the cell, or the question
		s.Press("down")
		for {
			if _, ok := s.session.Undo(); !ok {
				break
			}
		}
		if diff := cmp.Diff(start, s.session.Record(), cmp.AllowUnexported(form.Value{})); diff != "" {
			r.Fatal(diff)
		}
	})
}

func TestEveryTableOfTheFormsFitsEveryWindow(t *testing.T) {
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	library, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, h := range library.List() {
		def, err := library.Version(h.ID, h.Version)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range def.Items() {
			if it.Table == nil || it.Unconfirmed { // no columns: nothing opens it
				continue
			}
			tables++
			s := open(t, options{source: string(def.Source), at: form.Field{Item: it.Name}, rows: map[string][]form.Row{it.Name: {"r7", "r8", "r9"}},
				begin: []form.FieldText{{Field: form.Field{Item: "capital_years"}, Raw: "2022 2023"}}})
			for _, size := range [][2]int{{60, 15}, {80, 19}, {132, 38}, {200, 45}} {
				s.screen.SetSize(size[0], size[1])
				for range len(it.Table.Columns) + 1 {
					bounded(t, s, size[0], size[1])
					if body := ansi.Strip(s.screen.View().Body); len(s.rowsOf(it.Name)) > 0 && strings.Count(body, "]") != 1 {
						t.Fatalf("%s at %v: the cursor is out of sight\n%s", it.Name, size, body)
					}
					s.Press("right")
				}
				s.Press("home")
			}
			if h.Programme == "GNBV-2021-2025" && (it.Name == "capital" || it.Name == "training") {
				s.Resize(80, 24)
				tuitest.Golden(t, "forms/"+it.Name, s.View())
			}
		}
	}
	if tables == 0 {
		t.Error("the forms have no tables")
	}
}

func TestACarriedValueIsPassedWithEnter(t *testing.T) {
	at := capital(first, "assigned")
	s := open(t, options{at: at})
	s.session.AnswerAll([]form.FieldText{{Field: at, Raw: "8038"}, {Field: capital(second, "assigned"), Raw: "804"}}, form.Carried)
	s.Press("right", "left")
	s.Send(kit.LanguageMsg{})
	s.wantShown("≈  8.038", "≈ 1  2023", "≈    804")
	s.Press("enter")
	if s.session.Get(at).Carried {
		t.Error("Enter does not pass it")
	}
	if !s.session.Get(capital(second, "assigned")).Carried {
		t.Error("it passes another one")
	}
	s.wantShown(" 1  2023")
}

func TestTheTextOfACrashIsBackInItsCell(t *testing.T) {
	s := open(t, options{at: capitalTable, left: []model.OpenText{
		{Field: form.Field{Item: "officers"}, Text: "12"}, {Field: capital(third, "assigned"), Text: "4286", Caret: 2}}})
	s.wantShown("[4286", "Đã lấy lại phần đang gõ dở")
	s.enter("0", "tab")
	s.want(capital(third, "assigned"), "42.086")
	if len(s.draft.Recovered) != 1 {
		t.Errorf("what is left for the form is %+v", s.draft.Recovered)
	}
}
