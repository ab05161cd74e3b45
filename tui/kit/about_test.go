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
	form0 := d.Session.Definition().Title.VI
	for name, c := range map[string]struct {
		kind  string
		round string
		head  form.Head
		want  string
	}{
		"an inspection":              {"inspection", "", form.Head{}, "Xã Cẩm Bình · 15/06/2024"},
		"an inspection of a round":   {"inspection", "2/2024", form.Head{}, "Xã Cẩm Bình · 15/06/2024 · đợt 2/2024"},
		"a finding":                  {"finding", "", form.Head{Number: "TT-0117", Title: "Chưa niêm yết"}, "TT-0117 · Xã Cẩm Bình · Chưa niêm yết"},
		"a finding without a number": {"finding", "", form.Head{Title: "Chưa niêm yết"}, form0 + " · Chưa niêm yết"},
		"a round":                    {"round", "", form.Head{Number: "1", Title: "Đợt 1/2024 · cấp tỉnh"}, "Đợt 1/2024 · cấp tỉnh · Xã Cẩm Bình"},
		"a household":                {"household", "", form.Head{Title: "H03 · thôn 2"}, form0 + " · H03 · thôn 2"},
		"what has no title yet":      {"household", "", form.Head{}, form0 + " · Xã Cẩm Bình · 15/06/2024"},
	} {
		t.Run(name, func(t *testing.T) {
			d.Record.Form.ID, d.Record.Round, d.Record.Head = c.kind, c.round, c.head
			if got := env.Title(d); got != c.want {
				t.Errorf("it is called %q, want %q", got, c.want)
			}
		})
	}
}
