package grid_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// withFormer gives a table's screen former records with these answers, the newest
// first, as if they had been read.
func withFormer(s *sheet, former ...func(*form.Session)) *sheet {
	var list []kit.Former
	for i, fill := range former {
		was := form.NewSession(s.session.Definition(), form.Record{}, s.env.Desk.Setting(model.Record{Day: vn.Date{Year: 2023 - i, Month: 5, Day: 4}}))
		was.Begin(nil)
		fill(was)
		list = append(list, kit.Former{ID: model.RecordID("former"), UnitName: "Xã Cẩm Bình", Day: vn.Date{Year: 2023 - i, Month: 5, Day: 4}, Own: true, Session: was})
	}
	s.Send(kit.FormerMsg{ID: inspection, List: list})
	return s
}

func TestDittoInACellTakesTheRowOfTheSameKey(t *testing.T) {
	at := capital(second, "assigned")
	s := withFormer(open(t, options{at: at}),
		func(was *form.Session) { was.Answer(at, "804"); was.Answer(capital(first, "assigned"), "1") },
		func(was *form.Session) { was.Answer(at, "700,5") })
	s.Press("ctrl+r")
	if a := s.session.Get(at); a.Raw != "804" || !a.Carried {
		t.Fatalf("the cell has %+v", a)
	}
	if !strings.Contains(s.notice, "Xã Cẩm Bình, ngày 04/05/2023") {
		t.Errorf("said is %q", s.notice)
	}
	s.wantShown("≈")
	s.Press("f7")
	s.want(at, "700,5")
	s.Press("f7")
	if s.notice != s.env.Words.Repeat.NoOlder {
		t.Errorf("said is %q", s.notice)
	}
	s.Press("f7")
	s.want(at, "")
	s.Press("ctrl+r", "down", "up")
	if !s.session.Get(at).Carried {
		t.Error("an arrow passes the value")
	}
	s.Press("tab")
	if s.session.Get(at).Carried {
		t.Error("Tab does not pass it")
	}
}

func TestDittoOverATypedTextIsUndoneToIt(t *testing.T) {
	at := capital(first, "cause")
	s := withFormer(open(t, options{at: at}), func(was *form.Session) { was.Answer(at, "chậm giao vốn") })
	s.Type("của tôi")
	s.Press("ctrl+r")
	s.want(at, "chậm giao vốn")
	s.Press("ctrl+z")
	s.want(at, "của tôi")
}

func TestDittoOnAComputedCellSaysWhy(t *testing.T) {
	s := withFormer(open(t, options{at: capital(first, "available")}), func(*form.Session) {})
	s.Press("ctrl+r")
	if s.notice != s.env.Words.Grid.Computed || !s.bad {
		t.Errorf("said is %q", s.notice)
	}
}

func TestDittoInAnEmptyTableBringsItsRows(t *testing.T) {
	row := func(number string) func(*form.Session) {
		return func(was *form.Session) {
			was.AddFilledRow("decisions", map[string]string{"number": number, "in_force": "yes"})
		}
	}
	s := withFormer(open(t, options{at: form.Field{Item: "decisions"}}), row("12/QĐ"), row("9/QĐ"))
	s.Press("ctrl+r")
	s.wantShown("12/QĐ", "≈")
	if n := s.session.Filled("decisions"); n != 1 {
		t.Fatalf("there are %d rows", n)
	}
	s.Press("ctrl+r")
	s.wantShown("9/QĐ")
	if n := len(s.session.Rows("decisions")); n != 1 {
		t.Fatalf("there are %d rows after the older record", n)
	}
	s.Press("ctrl+z")
	if n := len(s.session.Rows("decisions")); n != 0 {
		t.Errorf("one step back leaves %d rows", n)
	}
}

func TestTypingTheSameOverACarriedValuePassesIt(t *testing.T) {
	at := capital(first, "assigned")
	s := withFormer(open(t, options{at: at}), func(was *form.Session) { was.Answer(at, "804") })
	s.Press("ctrl+r")
	s.Type("804")
	s.Press("esc")
	if a := s.session.Get(at); a.Carried || a.Raw != "804" {
		t.Errorf("the cell has %+v", a)
	}
}

func TestLookingThroughCarriedRowsAddsNone(t *testing.T) {
	for _, key := range []string{"tab", "enter"} {
		t.Run(key, func(t *testing.T) {
			s := withFormer(open(t, options{at: form.Field{Item: "decisions"}}), func(was *form.Session) {
				was.AddFilledRow("decisions", map[string]string{"number": "12/QĐ", "in_force": "yes"})
			})
			s.Press("ctrl+r")
			last := s.session.Rows("decisions")[0].ID
			for n := 0; n < 20 && s.notice != s.env.Words.Repeat.LookedThrough; n++ {
				s.Press(key)
			}
			if n := len(s.session.Rows("decisions")); n != 1 || s.notice != s.env.Words.Repeat.LookedThrough {
				t.Fatalf("there are %d rows, said is %q", n, s.notice)
			}
			if key == "tab" && s.session.Get(form.Field{Item: "decisions", Row: last, Part: "in_force"}).Carried {
				t.Error("the last cell was not passed")
			}
			s.Press(key)
			if n := len(s.session.Rows("decisions")); n != 2 {
				t.Errorf("once more leaves %d rows", n)
			}
		})
	}
}

func TestDittoInATableWaitsForTheFormerRecords(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	screen, ok := s.screen.(kit.Waiter)
	if !ok || screen.Waiting() {
		t.Fatal("the screen waits before anything was asked")
	}
	cmd := screen.Update(tea.KeyPressMsg{Code: 'r', Mod: tea.ModCtrl})
	if !screen.Waiting() || cmd == nil {
		t.Fatal("the screen does not wait for what it asked for")
	}
	s.Send(cmd())
	if screen.Waiting() || s.notice != s.env.Words.Repeat.NoFormer {
		t.Errorf("then it says %q", s.notice)
	}
}
