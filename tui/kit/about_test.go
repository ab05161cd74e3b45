package kit_test

import (
	"testing"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

func TestWhatBelongsToARecordOpensOnAScreenOfItsOwn(t *testing.T) {
	unit := catalog.UnitKey{Code: "18685", From: vn.Date{Year: 2004, Month: 1, Day: 1}}
	visit := model.Record{ID: "visit", Parent: "round", Unit: unit, Form: formRef("inspection")}
	alone := visit
	alone.Parent = ""
	for name, c := range map[string]struct {
		action keymap.Action
		record model.Record
		kind   kit.Kind
		id     model.RecordID
	}{
		"its history":            {keymap.History, visit, kit.KindHistory, "visit"},
		"a newer form":           {keymap.MoveForm, visit, kit.KindMove, "visit"},
		"its unit":               {keymap.Unit, visit, kit.KindUnit, ""},
		"its unit's findings":    {keymap.Register, visit, kit.KindRegister, ""},
		"its round":              {keymap.Rounds, visit, kit.KindRound, "round"},
		"a round's own":          {keymap.Rounds, model.Record{ID: "round", Form: formRef("round")}, kit.KindRound, "round"},
		"no round of a visit":    {keymap.Rounds, alone, "", ""},
		"a household's round":    {keymap.Rounds, model.Record{ID: "h", Parent: "visit", Form: formRef("household")}, "", ""},
		"what is no such action": {keymap.Undo, visit, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
			done := env.OpenAbout(c.action, c.record)
			wishes := env.Wishes()
			if c.action == keymap.Undo {
				if done || len(wishes) > 0 {
					t.Errorf("undo led to %v", wishes)
				}
				return
			}
			if !done || len(wishes) != 1 {
				t.Fatalf("%v was wished for", wishes)
			}
			switch msg := wishes[0].(type) {
			case kit.OpenMsg:
				if msg.Kind != c.kind || msg.ID != c.id {
					t.Errorf("opens %s of %q, want %s of %q", msg.Kind, msg.ID, c.kind, c.id)
				}
				if q, ok := msg.Arg.(*model.Query); ok && (len(q.Units) != 1 || q.Units[0] != unit) {
					t.Errorf("the register is of %v", q.Units)
				}
			case kit.NoticeMsg:
				if c.kind != "" || msg.Text == "" {
					t.Errorf("refused: %q", msg.Text)
				}
			}
		})
	}
}

func formRef(id string) model.FormRef { return model.FormRef{ID: id} }

func TestARecordIsCalledByWhatItIs(t *testing.T) {
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	id := tuitest.Begin(t, env)
	env.Desk.Load(id)()
	d := env.Desk.Draft(id)
	if got := env.Title(d); got != "Xã Cẩm Bình · 15/06/2024" {
		t.Errorf("an inspection is called %q", got)
	}
	d.Record.Form.ID = "finding"
	d.Record.Head = form.Head{Number: "TT-0117", Title: "Chưa niêm yết danh sách"}
	if got, want := env.Title(d), d.Session.Definition().Title.VI+" · TT-0117 · Chưa niêm yết danh sách"; got != want {
		t.Errorf("a finding is called %q, want %q", got, want)
	}
	d.Record.Head = form.Head{}
	if got, want := env.Title(d), d.Session.Definition().Title.VI+" · Xã Cẩm Bình · 15/06/2024"; got != want {
		t.Errorf("a record without number and title is called %q, want %q", got, want)
	}
}
