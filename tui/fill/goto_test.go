package fill_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// A code that was typed in full never leads to another item that mentions it.
func TestTheCodeOfAnItemThatIsNotAskedSaysSo(t *testing.T) {
	b := at(t, item("venue"), "vi")
	name := ""
	for _, it := range b.env.Desk.Draft(b.id).Session.Definition().Items() {
		if !it.Hidden && !b.env.Desk.Draft(b.id).Session.Visible(it.Name) && len(it.HangsOn()) > 0 {
			name = it.Name
			break
		}
	}
	if name == "" {
		t.Fatal("everything is asked for in the form")
	}
	b.Press("ctrl+g")
	var pick *kit.Pick
	for _, msg := range b.alone.Asked {
		if open, ok := msg.(kit.OpenMsg); ok && open.Kind == kit.KindGoto {
			pick = open.Arg.(*kit.Pick)
		}
	}
	code := kit.ShortCode(b.env.Desk.Draft(b.id).Session.Definition().Item(name).Code)
	list := pick.Find(code)
	if len(list) == 0 || list[0].Code != name || !strings.Contains(list[0].Label, "không hỏi trong phiếu này") {
		t.Fatalf("%s finds %v", code, list)
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{name}})
	if !strings.Contains(b.View(), "không hỏi trong phiếu này") || !strings.Contains(b.open(), "V.05") {
		t.Errorf("choosing it shows\n%s", b.View())
	}
	why := "(tuỳ " + kit.ShortCode(b.env.Desk.Draft(b.id).Session.Definition().Item(name).HangsOn()[0].Code)
	if !strings.Contains(b.View(), why) {
		t.Errorf("it does not say %q:\n%s", why, b.View())
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{"officers"}})
	if !strings.Contains(b.open(), "1.22") {
		t.Errorf("an item that is asked for is not gone to:\n%s", b.View())
	}
}

// Leaving the list of where to go led to the form, and the table began at its first
// row again.
func TestLeavingTheListOfWhereToGoLeadsBackIntoTheCell(t *testing.T) {
	for _, from := range []string{"shortcomings", "poor_end"} {
		b := visit(t, "vi", kit.Begin{}, 80, 19)
		cell := form.Field{Item: "shortcomings", Row: b.session().AddRow("shortcomings", ""), Part: "owner"}
		b.Send(kit.Jump{Field: item(from)})
		key, want := "enter", any(cell)
		if from == "poor_end" { // the table is opened from another item
			key, want = "ctrl+o", kit.Aside{Field: cell}
		}
		b.Press(key)
		b.env.Desk.Draft(b.id).Record.Place = model.Place{Section: "minutes", Field: cell} // as the table notes it
		b.Send(kit.RunMsg{Action: keymap.Goto})
		if open := b.opened(); open.Kind != kit.KindGoto {
			t.Fatalf("it asked for %+v", b.alone.Last())
		}
		b.Send(kit.BackMsg{})
		if open := b.opened(); open.Kind != kit.KindGrid || open.Arg != want {
			t.Errorf("from %s it asked for %+v", from, b.alone.Last())
		}
		b.Send(kit.Jump{Field: item("poor_start")})
		b.Press("ctrl+g") // on the form
		asked := len(b.alone.Asked)
		b.Send(kit.BackMsg{})
		if len(b.alone.Asked) != asked {
			t.Errorf("asked for on the form, it leads to %+v", b.alone.Last())
		}
	}
}
