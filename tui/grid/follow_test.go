package grid_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/grid"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// desk is a grid of the small inspection that hangs on other records.
type desk struct {
	*tuitest.Driver
	env   *kit.Env
	store *tuitest.Store
	alone *tuitest.Alone
	id    model.RecordID
}

// atSecond opens the table of former findings in the visit after one that found
// something, or another table of it.
func atSecond(t *testing.T, arg any) *desk {
	t.Helper()
	d := &desk{store: tuitest.NewStore()}
	d.env = tuitest.NewEnv(t, d.store, "vi")
	def := tuitest.Form(t, d.env, tuitest.VisitForm)
	first := tuitest.BeginOn(t, d.env, def, kit.Begin{})
	d.env.Desk.Load(first)()
	d.env.Desk.Draft(first).Session.AddFilledRow("shortcomings", map[string]string{"shortcoming": "Chưa niêm yết", "owner": "UBND xã", "deadline": "30/09/2024"})
	if msg := d.env.Desk.Draft(first).Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	d.id = tuitest.BeginOn(t, d.env, def, kit.Begin{})
	d.env.Desk.Load(d.id)()
	d.alone = tuitest.NewAlone(d.env, grid.New(d.env, d.id, arg), 80, 19)
	d.Driver = tuitest.NewModel(t, d.alone, 80, 19)
	return d
}

func (d *desk) refused(a keymap.Action) string {
	for _, act := range d.alone.Screen.Actions() {
		if act.ID == a {
			return act.Refused
		}
	}
	return "not offered"
}

func TestFormerFindingsAreAnsweredInTheirTable(t *testing.T) {
	d := atSecond(t, form.Field{Item: "former_findings"})
	view := d.View()
	if !strings.Contains(view, "Chưa niêm yết") { // it stays in sight while the person answers
		t.Errorf("what was found is not shown:\n%s", view)
	}
	if strings.Contains(view, "inspection-2") {
		t.Errorf("the hidden column is shown:\n%s", view)
	}
	for _, a := range []keymap.Action{keymap.NewRow, keymap.DuplicateRow, keymap.DeleteRow, keymap.None} {
		if why := d.refused(a); why != d.env.Words.Grid.Brought {
			t.Errorf("%s is refused with %q", a, why)
		}
	}
	row := d.env.Desk.Draft(d.id).Session.Rows("former_findings")[0].ID
	d.Press("4") // the cursor begins where the person answers
	if got := d.store.Answer(d.id, form.Field{Item: "former_findings", Row: row, Part: "now"}).Value.Text(); got != "verified" {
		t.Errorf("the state in the store is %q\n%s", got, d.View())
	}
	tuitest.Golden(t, "former-findings", d.View())
}

func TestATableTheRegisterBringsSaysWhenNothingIsOpen(t *testing.T) {
	d := atSecond(t, form.Field{Item: "shortcomings"})
	elsewhere, _ := d.env.Catalog.UnitOn("18073", d.env.Today)
	id := tuitest.BeginOn(t, d.env, tuitest.Form(t, d.env, tuitest.VisitForm), kit.Begin{Unit: elsewhere.Key})
	d.env.Desk.Load(id)()
	d.alone.Screen = grid.New(d.env, id, form.Field{Item: "former_findings"})
	d.alone.Screen.SetSize(80, 19)
	if !strings.Contains(d.View(), d.env.Words.Grid.NothingOpen) {
		t.Errorf("it says:\n%s", d.View())
	}
}

func TestAFindingRecordedFromACellComesBackToIt(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t")
	d.Type("DA7")
	d.Press("tab")
	d.Type("120")
	d.Press("ctrl+o")
	open, ok := d.alone.Last().(kit.OpenMsg)
	aside, isAside := open.Arg.(kit.Aside)
	if !ok || open.Kind != kit.KindGrid || !isAside || aside.Field.Item != "shortcomings" {
		t.Fatalf("it asked for %+v", d.alone.Last())
	}
	what := form.Field{Item: "shortcomings", Row: aside.Field.Row, Part: "shortcoming"}
	if got := d.store.Answer(d.id, what).Raw; !strings.Contains(got, "Giải ngân: 120. Giải ngân 120 vượt 100") {
		t.Errorf("the finding in the store says %q", got)
	}
	above := tuitest.NewAlone(d.env, grid.New(d.env, d.id, aside), 80, 19)
	keys := tuitest.NewModel(t, above, 80, 19)
	if !strings.Contains(keys.View(), "Giải ngân 120 vượt 100 triệu đồng.") { // beyond what its cell shows
		t.Errorf("what the row is about is not read in full:\n%s", keys.View())
	}
	keys.Type("UBND xã")
	keys.Press("esc")
	if got := d.store.Answer(d.id, form.Field{Item: "shortcomings", Row: aside.Field.Row, Part: "owner"}).Raw; got != "UBND xã" {
		t.Errorf("what was typed first went to another cell: %q\n%s", got, keys.View())
	}
	if back, ok := above.Last().(kit.BackMsg); !ok || back.Result != nil {
		t.Errorf("Esc asked for %+v, which does not lead back to where one was", above.Last())
	}
}

func TestAFindingRecordedInItsOwnTableIsANewRow(t *testing.T) {
	d := atSecond(t, form.Field{Item: "shortcomings"})
	asked := len(d.alone.Asked)
	d.Press("ctrl+o")
	d.Type("UBND xã")
	d.Press("tab")
	if rows := d.env.Desk.Draft(d.id).Session.Rows("shortcomings"); len(rows) != 1 || len(d.alone.Asked) != asked {
		t.Fatalf("%d rows, and it asked for %v", len(rows), d.alone.Asked[asked:])
	}
}

func TestARowThatSomebodyElseTakesOutClosesItsCell(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t")
	d.Type("DA7")
	d.Press("tab", "space") // a cell is open, and nothing is typed in it yet
	theirs := kit.NewDesk(d.store, d.env.Catalog, d.env.Forms, nil)
	theirs.Load(d.id)()
	other := theirs.Draft(d.id)
	other.Session.RemoveRow("money", other.Session.Rows("money")[0].ID)
	other.Commit(model.Place{})()
	d.Send(kit.WatchMsg{ID: d.id})
	if n := len(d.env.Desk.Draft(d.id).Session.Rows("money")); n != 0 || !strings.Contains(d.View(), d.env.Words.Grid.Empty) {
		t.Errorf("%d rows stand, and it shows:\n%s", n, d.View())
	}
	if d.alone.Screen.Scope() != keymap.InGrid || !strings.Contains(d.alone.Said, "vừa bỏ dòng") {
		t.Errorf("the cell is still open, or nothing is said of it: %q", d.alone.Said)
	}
}

// theyRemove takes the n-th row of a table out as somebody else does.
func (d *desk) theyRemove(t *testing.T, table string, n int) {
	t.Helper()
	theirs := kit.NewDesk(d.store, d.env.Catalog, d.env.Forms, nil)
	theirs.Load(d.id)()
	other := theirs.Draft(d.id)
	other.Session.RemoveRow(table, other.Session.Rows(table)[n].ID)
	d.store.User = "binh"
	other.Commit(model.Place{})()
	d.store.User = "an"
}

// The row in which a person typed vanished, and the next keys went into another.
func TestWhatIsTypedAfterMyRowWasTakenOutGoesIntoNoOther(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		d := atSecond(t, form.Field{Item: "money"})
		d.env.Words = i18n.In(lang)
		d.Press("ctrl+t")
		d.Type("DA5")
		d.Press("tab")
		d.Type("300")
		d.Press("ctrl+t")
		d.Type("DA7")
		d.Press("tab")
		d.Type("120")
		d.theyRemove(t, "money", 1)
		d.Press("left") // what was typed is answered; the cursor stands in the row
		d.Send(kit.WatchMsg{ID: d.id})
		session := d.env.Desk.Draft(d.id).Session
		if n := len(session.Rows("money")); n != 1 {
			t.Fatalf("%d rows", n)
		}
		if said := d.alone.Said; !strings.Contains(said, "binh") || !strings.Contains(said, "120") || !strings.Contains(said, "DA7") {
			t.Errorf("it says %q", said)
		}
		before := d.View()
		d.alone.Said = ""
		d.Type("45")
		d.Press("enter")
		d.Type(" 6")
		d.Press("ctrl+x", "delete")
		d.Send(tea.PasteMsg{Content: "7"})
		if d.View() != before || d.alone.Said == "" {
			t.Errorf("keys of the row that is gone did something:\n%s\nand it says %q", d.View(), d.alone.Said)
		}
		d.Press("left", "right")
		d.Type("8")
		d.Press("enter")
		if d.View() == before {
			t.Errorf("moved, nothing can be typed:\n%s", d.View())
		}
	}
}

func TestARecordCompletedWhileACellIsTypedInIsSaid(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t")
	d.Type("DA7")
	theirs := kit.NewDesk(d.store, d.env.Catalog, d.env.Forms, nil)
	theirs.Load(d.id)()
	if msg := theirs.Draft(d.id).Complete()().(kit.CompletedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	d.store.Edit(d.id, func(r *model.Record) { r.ChangedBy = "binh" })
	d.Send(kit.WatchMsg{ID: d.id})
	if !strings.Contains(d.alone.Said, "binh vừa hoàn thành phiếu") || !strings.Contains(d.View(), "DA7") {
		t.Errorf("it says %q, and shows:\n%s", d.alone.Said, d.View())
	}
}

func TestAnotherRowTakenOutIsSaid(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t")
	d.Type("DA5")
	d.Press("tab")
	d.Type("300")
	d.Press("ctrl+t")
	d.theyRemove(t, "money", 0)
	d.Send(kit.WatchMsg{ID: d.id})
	if said := d.alone.Said; !strings.Contains(said, "binh vừa bỏ một dòng") || !strings.Contains(said, "300") {
		t.Errorf("it says %q", said)
	}
	d.Type("DA7")
	d.Press("tab")
	if !strings.Contains(d.View(), "DA7") {
		t.Errorf("my own row does not take what is typed:\n%s", d.View())
	}
}

// It was only told what stood in the row; now it can be had back.
func TestARowOfMineThatSomebodyElseTookOutComesBackByUndo(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, there := range []bool{true, false} { // the cursor is in that row, or has gone on
			d := atSecond(t, form.Field{Item: "money"})
			d.env.Words = i18n.In(lang)
			d.Press("ctrl+t")
			d.Type("DA5")
			d.Press("tab")
			d.Type("300")
			d.Press("ctrl+t")
			d.Type("DA7")
			d.Press("tab")
			d.Type("120") // still open when the row goes
			d.theyRemove(t, "money", 1)
			d.Send(kit.WatchMsg{ID: d.id})
			if there {
				d.Press("left")
			} else {
				d.Press("up")
			}
			d.Send(kit.WatchMsg{ID: d.id})
			session := d.env.Desk.Draft(d.id).Session
			if n, said := len(session.Rows("money")), d.alone.Said; n != 1 || !strings.Contains(said, "binh") || !strings.Contains(said, "120") || !strings.Contains(said, "Ctrl+Z") {
				t.Fatalf("%d rows, and it says %q", n, said)
			}
			d.Press("ctrl+z")
			view := d.View()
			if !strings.Contains(view, "120") || !strings.Contains(view, "DA7") || strings.Index(view, "300") > strings.Index(view, "120") {
				t.Errorf("the row is not back in its place:\n%s", view)
			}
			if op, err := d.store.Record(t.Context(), d.id); err != nil || len(op.Filled.Rows["money"]) != 2 {
				t.Errorf("the store has the rows %v, %v", op.Filled.Rows["money"], err)
			}
			d.Press("ctrl+y")
			if n := len(session.Rows("money")); n != 1 {
				t.Errorf("done again, %d rows stand", n)
			}
		}
	}
}

// A note that was typed for a row that is gone vanished without a word.
func TestANoteWhoseRowWasTakenOutMeanwhileIsKeptWithTheTable(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t")
	d.Type("DA7")
	d.Press("tab", "ctrl+n")
	ask := d.alone.Last().(kit.OpenMsg).Arg.(*kit.Ask)
	d.theyRemove(t, "money", 0)
	d.Send(kit.WatchMsg{ID: d.id})
	d.Send(kit.AnsweredMsg{Tag: ask.Tag, Text: "vốn giao muộn"})
	if got := d.store.Answer(d.id, form.Field{Item: "money", Part: form.Note}).Raw; got != "vốn giao muộn" || d.alone.Said != d.env.Words.Grid.NoteMoved {
		t.Errorf("the table's note is %q, and it says %q", got, d.alone.Said)
	}
	d.Press("ctrl+z", "ctrl+z") // the note, then the row
	if rows := d.env.Desk.Draft(d.id).Session.Rows("money"); len(rows) != 1 {
		t.Errorf("the rows are %+v", rows)
	}
}

// Undo takes back one's own acts: not that a colleague took out a row of their own.
func TestARowThatIsNoneOfMineIsNotBroughtBackByUndo(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	theirs := kit.NewDesk(d.store, d.env.Catalog, d.env.Forms, func() form.Row { return "theirs" })
	theirs.Load(d.id)()
	other := theirs.Draft(d.id)
	other.Session.AddFilledRow("money", map[string]string{"paid": "300"})
	other.Commit(model.Place{})()
	d.Send(kit.WatchMsg{ID: d.id})
	d.Press("ctrl+t")
	d.Type("DA7")
	d.Press("tab")
	d.theyRemove(t, "money", 0)
	d.Send(kit.WatchMsg{ID: d.id})
	if strings.Contains(d.alone.Said, "Ctrl+Z") || !strings.Contains(d.alone.Said, "bỏ một dòng") {
		t.Errorf("it says %q", d.alone.Said)
	}
	d.Press("ctrl+z")
	rows := d.env.Desk.Draft(d.id).Session.Rows("money")
	if len(rows) != 1 || rows[0].ID == "theirs" || strings.Contains(d.View(), "DA7") {
		t.Errorf("undo did not take back what was typed here last: %+v\n%s", rows, d.View())
	}
}

func TestARowTakenOutComesBackAfterARestart(t *testing.T) {
	d := atSecond(t, form.Field{Item: "shortcomings"})
	d.Press("ctrl+t")
	d.Type("Chưa niêm yết")
	d.Press("enter", "ctrl+t", "up", "ctrl+x")
	table := form.Field{Item: "shortcomings"}
	if n := len(d.env.Desk.Draft(d.id).Session.Rows(table.Item)); n != 1 {
		t.Fatalf("%d rows are left:\n%s", n, d.View())
	}
	d.env = tuitest.NewEnv(t, d.store, "vi")
	d.env.Desk.Load(d.id)()
	d.alone = tuitest.NewAlone(d.env, grid.New(d.env, d.id, table), 80, 19)
	d.Driver = tuitest.NewModel(t, d.alone, 80, 19)
	if strings.Contains(d.View(), "Chưa niêm yết") {
		t.Fatalf("the row is still there:\n%s", d.View())
	}
	d.Press("ctrl+z")
	if view := d.View(); !strings.Contains(view, "Chưa niêm yết") {
		t.Errorf("the row is not back:\n%s", view)
	}
}

// The key of a finding pressed twice recorded the same one twice over.
func TestASecondFindingOfACellIsRecordedOnlyWhenItIsMeant(t *testing.T) {
	d := atSecond(t, form.Field{Item: "money"})
	d.Press("ctrl+t")
	d.Type("DA7")
	d.Press("tab")
	d.Type("120")
	d.Press("ctrl+o")
	findings := func() int { return len(d.env.Desk.Draft(d.id).Session.Rows("shortcomings")) }
	open := func() *tuitest.Driver {
		aside := d.alone.Last().(kit.OpenMsg).Arg.(kit.Aside)
		return tuitest.NewModel(t, tuitest.NewAlone(d.env, grid.New(d.env, d.id, aside), 80, 19), 80, 19)
	}
	above := open()
	above.Press("ctrl+o")
	if findings() != 1 {
		t.Fatalf("the key pressed twice made %d findings", findings())
	}
	d.Send(kit.BackMsg{})
	d.Press("ctrl+o")
	if aside := d.alone.Last().(kit.OpenMsg).Arg.(kit.Aside); findings() != 1 || !aside.Known {
		t.Fatalf("from the cell again: %d findings, %+v", findings(), aside)
	}
	above = open()
	above.Press("ctrl+o")
	if rows := d.env.Desk.Draft(d.id).Session.Rows("shortcomings"); len(rows) != 2 {
		t.Fatalf("once more makes %d findings", len(rows))
	}
	if !strings.Contains(above.View(), "Giải ngân, dòng 1, Giải ngân: 120") {
		t.Errorf("the second one is about something else:\n%s", above.View())
	}
	d.Send(kit.BackMsg{})
	d.Press("left", "ctrl+o") // another cell of the same table
	if findings() != 3 {
		t.Errorf("another cell has no finding of its own: %d", findings())
	}
}
