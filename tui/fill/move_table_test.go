package fill_test

import (
	"testing"

	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// F8 on the line of a table goes into its faulty cell, not past it.
func TestTheNextProblemOfATableIsInsideIt(t *testing.T) {
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{})
	b.show(item("money"), 80, 19)
	session := b.env.Desk.Draft(b.id).Session
	row := session.AddRow("money", "")
	faulty := form.Field{Item: "money", Row: row, Part: "disbursed"}
	session.Answer(faulty, "500")
	b.Press("f8")
	opened, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || opened.Kind != kit.KindGrid || opened.Arg != faulty {
		t.Fatalf("F8 asked for %+v", b.alone.Last())
	}
}

// A letter on the line of a table that has no rows yet, since its years are not
// known, made a row that the form's own doubled later.
func TestTypingOnATableWithoutItsYearsSaysWhatIsNeededFirst(t *testing.T) {
	b := at(t, item("capital_years"), "vi")
	b.Press("4") // the year of the visit, the only one that stands there
	b.Send(kit.Jump{Field: item("capital")})
	b.Type("5")
	if _, ok := b.alone.Last().(kit.OpenMsg); ok {
		t.Error("the table was opened for the letter")
	}
	b.shows("Dòng của bảng theo mục 3.T1a Các năm kế hoạch vốn: trả lời mục đó trước.")
}

// The key that answers the rest of a section was typed into a cell of the table whose
// line the cursor was on.
func TestTheRestConformsFromTheLineOfATable(t *testing.T) {
	b := &bench{t: t, store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{})
	b.show(item("money"), 80, 19)
	b.session().AddRow("money", "")
	offered := false
	for _, a := range b.alone.Screen.Actions() {
		offered = offered || a.ID == keymap.Conform && a.Refused == ""
	}
	if !offered {
		t.Error("it is not among the keys of the line")
	}
	b.Press("=")
	if open, ok := b.alone.Last().(kit.OpenMsg); !ok || open.Kind != kit.KindPick {
		t.Errorf("= asked for %+v", b.alone.Last())
	}
}
