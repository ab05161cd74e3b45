package grid_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

var capitalTable = form.Field{Item: "capital"}

// The rows that the axes make, in their order.
const (
	first  = "2023/SN/NSTW"
	second = "2023/SN/NSĐP"
	third  = "2023/DT/NSTW"
	fourth = "2023/DT/NSĐP"
)

func TestTheFirstCellToBeFilledIsWhereOneBegins(t *testing.T) {
	s := open(t, options{at: capitalTable})
	s.Press("tab")
	s.wantHere("capital[" + first + "].carried_in")
	s = open(t, options{at: capital(third, "disbursed")})
	s.enter("5", "tab")
	s.want(capital(third, "disbursed"), "5")
	s = open(t, options{at: capitalTable, begin: []form.FieldText{{Field: capital(first, "assigned"), Raw: "1"}}})
	s.enter("2", "tab")
	s.want(capital(first, "carried_in"), "2")
}

func TestACellIsKeptWhenItIsLeft(t *testing.T) {
	for _, key := range []string{"enter", "tab", "shift+tab", "up", "down", "pgdown", "pgup", "right", "f8", "f2", "ctrl+n", "esc"} {
		t.Run(key, func(t *testing.T) {
			s := open(t, options{at: capital(second, "carried_in")})
			s.enter("804", key)
			s.want(capital(second, "carried_in"), "804")
			if s.screen.Scope() != keymap.InGrid {
				t.Errorf("the cell is still open: %s", s.screen.Scope())
			}
			if len(s.store.saves) == 0 {
				t.Error("nothing was saved")
			}
		})
	}
}

func TestTabSkipsWhatCannotBeTyped(t *testing.T) {
	s := open(t, options{at: capital(first, "carried_in")})
	s.Press("tab")
	s.wantHere("capital[" + first + "].disbursed")
	s.Press("tab")
	s.wantHere("capital[" + first + "].cause")
	s.Press("tab")
	s.wantHere("capital[" + second + "].assigned")
	s.Press("shift+tab")
	s.wantHere("capital[" + first + "].cause")
}

func TestArrowsWalkOverEveryCell(t *testing.T) {
	s := open(t, options{at: capital(first, "carried_in")})
	s.Press("right")
	s.wantHere("capital[" + first + "].available")
	s.Press("down", "home")
	s.wantHere("capital[" + second + "].plan_year")
	s.Press("end", "up", "up")
	s.wantHere("capital[" + first + "].cause")
	s.Press("pgdown", "left")
	s.wantHere("capital[" + fourth + "].rate")
}

func TestEnterGoesDownToWhereTheRowWasBegun(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.enter("8038", "tab")
	s.enter("0", "enter")
	s.wantHere("capital[" + second + "].assigned")
	s.enter("804", "enter", "enter")
	s.wantHere("capital[" + fourth + "].assigned")
	s.Press("enter")
	s.wantHere("capital[" + fourth + "].assigned")
	s.wantShown("Đây là dòng cuối")
}

func TestTypingBeginsTheCellAnew(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), begin: []form.FieldText{{Field: capital(first, "assigned"), Raw: "8038"}}})
	s.Type("9")
	if s.screen.Scope() != keymap.InCell {
		t.Errorf("the scope is %s", s.screen.Scope())
	}
	s.wantShown("[9", "9 triệu đồng")
	s.enter("00", "right")
	s.want(capital(first, "assigned"), "900")
	s.wantHere("capital[" + first + "].carried_in")
}

func TestSpaceEditsWhatStandsThere(t *testing.T) {
	at := capital(first, "cause")
	s := open(t, options{at: at, begin: []form.FieldText{{Field: at, Raw: "chậm vốn"}}})
	s.Press("space", "left", "left", "left")
	s.enter("giao ", "tab")
	s.want(at, "chậm giao vốn")
}

func TestAnInputMethodsBackspaceInACell(t *testing.T) {
	at := capital(first, "cause")
	s := open(t, options{at: at})
	s.enter("tie", "backspace")
	s.enter("ê", "backspace")
	s.enter("ế")
	s.enter("n", "tab")
	s.want(at, "tiến")
}

func TestALetterThatIsRefusedLeavesTheAnswer(t *testing.T) {
	at := cell("households", "urban", "at_start")
	s := open(t, options{at: at, begin: []form.FieldText{{Field: at, Raw: "120"}}})
	s.Type("d")
	s.wantShown("120", "Không nhận “d”")
	s.Press("backspace", "tab")
	s.want(at, "120")
}

func TestWhatCannotBeReadIsKeptAndMarked(t *testing.T) {
	at := capital(first, "assigned")
	s := open(t, options{at: at})
	s.enter("8 tỷ triệu", "tab")
	s.want(at, "8 tỷ triệu")
	s.wantShown(">! 1")
	s.Press("left")
	s.wantShown("× ")
	s.Press("backspace")
	s.want(at, "")
}

func TestNoKeyTypesIntoACellThatIsNotThePersons(t *testing.T) {
	for name, c := range map[string]struct {
		at   form.Field
		says string
	}{
		"of an axis":  {capital(first, "source"), "do mẫu phiếu ghi sẵn"},
		"computed":    {capital(first, "available"), "tự tính"},
		"of the form": {cell("households", "rural", "area"), "do mẫu phiếu ghi sẵn"},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, options{at: c.at})
			before := s.value(c.at)
			for _, key := range []string{"1", "x", "space", "backspace", "f9"} {
				s.Press(key)
				s.wantShown(c.says)
			}
			s.want(c.at, before)
		})
	}
}

func TestACellThatIsNotAskedInTheRowIsPassedOver(t *testing.T) {
	rows := map[string][]form.Row{"decisions": {"r8", "r9"}}
	s := open(t, options{at: cell("decisions", "r8", "in_force"), rows: rows})
	s.Press("1")
	s.wantHere("decisions[r8].amount")
	s.Press("left", "x")
	s.wantShown("không hỏi ở dòng này")
	s.Press("left", "2")
	s.wantHere("decisions[r8].replaced_by")
}

func TestACompletedInspectionIsOnlyRead(t *testing.T) {
	at := capital(first, "assigned")
	s := open(t, options{at: at, closed: true, begin: []form.FieldText{{Field: at, Raw: "8038"}}})
	for _, key := range []string{"9", "backspace", "ctrl+t", "ctrl+d", "ctrl+x", "ctrl+e", "ctrl+z", "ctrl+y", "ctrl+n", "space", "f9"} {
		s.Press(key)
		s.wantShown("Phiếu đã hoàn thành")
	}
	s.Paste("1\t2\n3\t4")
	s.Paste("7")
	s.want(at, "8.038")
	s.Press("down")
	s.wantHere("capital[" + second + "].assigned")
	for _, a := range s.screen.Actions() {
		if a.ID == keymap.NewRow && a.Refused == "" {
			t.Error("a new row is offered")
		}
	}
}

func TestTheOpenTextGoesToTheRecoveryFileAndComesBack(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Type("80")
	if err := s.env.Desk.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	saved := s.store.saves[len(s.store.saves)-1].Changes
	if len(saved) != 1 || saved[0].Field != capital(first, "assigned") || saved[0].New.Raw != "80" {
		t.Errorf("a flush in the middle of a cell wrote %+v", saved)
	}
	s.Press("tab")
	s.want(capital(first, "assigned"), "80")
}

func TestASuddenEndInACellThatWasOnlyOpenedChangesNothing(t *testing.T) {
	at := cell("households", "urban", "at_start")
	for name, keys := range map[string][]string{"opened": {"space"}, "a refused letter": {"d"}, "typed back": {"space", "5", "backspace"}} {
		t.Run(name, func(t *testing.T) {
			s := open(t, options{at: at, begin: []form.FieldText{{Field: at, Raw: "1200"}}})
			s.Press(keys...)
			if err := s.env.Desk.Flush(t.Context()); err != nil {
				t.Fatal(err)
			}
			for _, save := range s.store.saves {
				if len(save.Changes) > 0 {
					t.Errorf("it wrote %+v", save.Changes)
				}
			}
		})
	}
}

func TestEscGoesBackToTheTable(t *testing.T) {
	s := open(t, options{at: capitalTable})
	s.Press("esc")
	if s.back == nil || s.back.Result != (kit.Jump{Field: capitalTable}) {
		t.Errorf("Esc asks for %+v", s.back)
	}
	s = open(t, options{at: capitalTable})
	s.Press("ctrl+g")
	if s.back == nil || s.back.Result != (kit.RunMsg{Action: keymap.Goto}) {
		t.Errorf("Ctrl+G asks for %+v", s.back)
	}
}

func TestPastTheEndOfATableThatDoesNotGrowIsTheForm(t *testing.T) {
	for name, at := range map[string]form.Field{
		"rows of the form": cell("households", "rural", "escaped"),
		"rows of axes":     capital(fourth, "cause"),
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, options{at: at})
			s.Press("tab")
			if s.back == nil || s.back.Result != (kit.Jump{Field: form.Field{Item: at.Item}}) {
				t.Errorf("Tab asks for %+v", s.back)
			}
		})
	}
}

func TestATableThatIsNotThereClosesTheScreen(t *testing.T) {
	for name, at := range map[string]form.Field{"unknown": {Item: "nothing"}, "no table": {Item: "officers"}} {
		t.Run(name, func(t *testing.T) {
			s := open(t, options{at: at})
			s.Press("x", "enter")
			s.Resize(60, 20)
			if s.back == nil || s.screen.View().Body != "" {
				t.Errorf("it stays: %+v", s.back)
			}
		})
	}
}

func TestTheEchoSaysTheAmountInWords(t *testing.T) {
	at := capital(first, "assigned")
	s := open(t, options{at: at})
	s.Type("8842")
	s.wantShown("8 tỷ 842 triệu đồng")
	s.Press("tab", "left")
	s.wantShown("tám tỷ tám trăm bốn mươi hai triệu đồng")
	s = open(t, options{at: at, lang: "en"})
	s.enter("804", "tab", "left")
	s.wantShown("eight hundred four million")
}

// With Telex on, a cell of words composes; a cell of an amount does
// not.
func TestTelexInTheCellsOfATable(t *testing.T) {
	at := capital(first, "cause")
	s := open(t, options{at: at})
	s.env.Input = vn.MethodTelex
	s.Type("choo nguowif law")
	s.Press("tab")
	s.want(at, "chô người law")
	amount := capital(first, "assigned")
	s = open(t, options{at: amount})
	s.env.Input = vn.MethodVNI
	s.Type("804")
	s.Press("tab")
	s.want(amount, "804")
}

func TestTotalsAndRatiosFollow(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned"), width: 132, height: 30})
	s.enter("8038", "tab", "tab")
	s.enter("5120", "down", "home", "right", "right", "right")
	s.enter("804", "tab")
	var total string
	for _, line := range strings.Split(s.View(), "\n") {
		if strings.HasPrefix(line, " Cộng") {
			total = strings.Join(strings.Fields(line), " ")
		}
	}
	if total != "Cộng 8.842 8.842 5.120 57,91" {
		t.Errorf("the totals are %q", total)
	}
	s.wantShown("Tỷ lệ giải ngân chung 57,91 %")
}

func TestTheCaretStandsBehindTheText(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	x0, y0, ok := s.Cursor()
	if !ok {
		t.Fatal("there is no caret on a cell that can be typed in")
	}
	s.Type("804")
	x, y, ok := s.Cursor()
	if !ok || x != x0+3 || y != y0 {
		t.Errorf("after three letters the caret is at %d,%d %v, it was at %d,%d", x, y, ok, x0, y0)
	}
	row := []rune(strings.Split(s.View(), "\n")[y])
	if got := string(row[x-3 : x]); got != "804" {
		t.Errorf("before the caret stands %q", got)
	}
	s.Press("tab", "f2")
	if s.opened == nil || s.opened.Kind != kit.KindReview {
		t.Errorf("F2 opens %+v", s.opened)
	}
}

func TestOtherMessagesAreLeftAlone(t *testing.T) {
	s := open(t, options{at: capitalTable})
	before := s.View()
	s.Send(tea.FocusMsg{}, kit.SavedMsg{ID: "another"}, kit.PickedMsg{Tag: 7}, kit.AnsweredMsg{Tag: 7, Text: "x"})
	if s.View() != before {
		t.Error("the picture changed")
	}
}

func TestWhatTheRootDoesLeavesTheCellOpen(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Type("80")
	s.Press("f1", "ctrl+p", "ctrl+l", "f12")
	s.Send(kit.RunMsg{Action: keymap.Help})
	if s.screen.Scope() != keymap.InCell {
		t.Error("the cell was left")
	}
	s.enter("4")
	s.Send(kit.RunMsg{Action: keymap.Return})
	s.want(capital(first, "assigned"), "804")
	s.wantHere("capital[" + second + "].assigned")
}

func TestTheKeypadTypesAlsoWhereItSendsNoText(t *testing.T) {
	s := open(t, options{at: capital(first, "assigned")})
	s.Send(tea.KeyPressMsg{Code: tea.KeyKp8}, tea.KeyPressMsg{Code: tea.KeyKp0})
	s.Press("tab")
	s.want(capital(first, "assigned"), "80")
	s = open(t, options{at: decision("r8", "issuer"), rows: map[string][]form.Row{"decisions": {"r8"}}})
	s.Send(tea.KeyPressMsg{Code: tea.KeyKp3})
	s.want(decision("r8", "issuer"), "Xã")
}

// The table opened at its first empty cell, past a fault that stood before it.
func TestATableOpensAtAFaultThatStandsBeforeTheEmptyCells(t *testing.T) {
	begin := []form.FieldText{{Field: capital(first, "assigned"), Raw: "abc"}}
	s := open(t, options{at: capitalTable, begin: begin})
	s.Press("up") // says where it is
	s.wantHere(capital(first, "assigned").String())

	begin = []form.FieldText{{Field: capital(first, "assigned"), Raw: "8038"}, {Field: capital(second, "assigned"), Raw: "abc"}}
	s = open(t, options{at: capitalTable, begin: begin})
	if here := s.here(); here == capital(second, "assigned").String() {
		t.Errorf("an empty cell stands before the fault, and it opened at %s", here)
	}
}
