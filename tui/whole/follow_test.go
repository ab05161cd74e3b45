package whole

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// TestFindingsGoFromOneVisitToTheNextInTheDatabase takes two findings from the
// minutes of a visit into the register and to the next visit, in SQLite.
func TestFindingsGoFromOneVisitToTheNextInTheDatabase(t *testing.T) {
	d := newDesk(t)
	s := d.open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	def := tuitest.Form(t, env, tuitest.VisitForm)
	household, err := env.Forms.Version("household", "")
	if err != nil {
		t.Fatal(err)
	}
	visit := func() (model.RecordID, *kit.Draft) {
		id := tuitest.BeginOn(t, env, def, kit.Begin{})
		tuitest.BeginOn(t, env, household, kit.Begin{Parent: id})
		return id, onDesk(t, env, id)
	}
	complete := func(draft *kit.Draft) kit.CompletedMsg {
		t.Helper()
		msg := draft.Complete()().(kit.CompletedMsg)
		if msg.Err != nil {
			t.Fatal(msg.Err)
		}
		return msg
	}
	_, first := visit()
	for _, what := range []string{"Chưa niêm yết", "Giao vốn chậm"} {
		first.Session.AddFilledRow("shortcomings", map[string]string{"shortcoming": what, "owner": "UBND xã", "deadline": "30/09/2024"})
	}
	if msg := complete(first); msg.Begun[model.Finding] != 2 {
		t.Fatalf("%v were begun", msg.Begun)
	}
	second, next := visit()
	rows := next.Session.Rows("former_findings")
	if len(rows) != 2 {
		t.Fatalf("%d findings are asked about", len(rows))
	}
	at := func(row form.Row, col string) form.Field {
		return form.Field{Item: "former_findings", Row: row, Part: col}
	}
	if got := next.Session.Get(at(rows[0].ID, "former_number")).Raw; got != "TT-0001" && got != "TT-0002" {
		t.Errorf("a finding is called %q", got)
	}
	for i, state := range []string{"verified", "in_progress"} {
		next.Session.Answer(at(rows[i].ID, "now"), state)
		next.Session.Answer(at(rows[i].ID, "checked_by"), "Nguyễn Văn An")
	}
	if msg := complete(next); msg.Changed[model.Finding] != 2 {
		t.Fatalf("%v were changed", msg.Changed)
	}
	open, _, err := s.Records(t.Context(), model.Query{Kinds: model.Followed(), Open: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(open) != 1 || open[0].Head.State != "in_progress" {
		t.Errorf("%d findings are open: %+v", len(open), open)
	}
	if op, err := s.Record(t.Context(), second); err != nil || op.Record.Status != model.Completed {
		t.Errorf("the second visit: %v", err)
	}
}

func onDesk(t *testing.T, env *kit.Env, id model.RecordID) *kit.Draft {
	t.Helper()
	if msg := env.Desk.Load(id)().(kit.OpenedMsg); msg.Err != nil {
		t.Fatal(msg.Err)
	}
	return env.Desk.Draft(id)
}
