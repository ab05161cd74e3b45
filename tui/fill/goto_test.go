package fill_test

import (
	"strings"
	"testing"

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
