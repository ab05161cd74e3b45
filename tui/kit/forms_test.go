package kit_test

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// office is a store with the forms of a round, of the visit above, and of what
// follows from them.
type office struct {
	t     *testing.T
	store *tuitest.Store
	env   *kit.Env
	visit *form.Definition
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, store: tuitest.NewStore()}
	o.env = tuitest.NewEnv(t, o.store, "vi")
	o.visit = tuitest.Form(t, o.env, tuitest.VisitForm)
	return o
}

func on(y int, m time.Month, d int) vn.Date { return vn.Date{Year: y, Month: m, Day: d} }

func (o *office) unit(code string, day vn.Date) catalog.UnitKey {
	o.t.Helper()
	u, ok := o.env.Catalog.UnitOn(code, day)
	if !ok {
		o.t.Fatalf("no unit %s on %s", code, day)
	}
	return u.Key
}

// round begins a round of inspections of two areas.
func (o *office) round() model.RecordID {
	o.t.Helper()
	day := on(2024, 6, 10)
	id := begun(o.t, o.env, kit.Begin{Kind: model.Round, Unit: o.unit("42", day), Day: day, Programme: "GNBV-2021-2025"}, nil)
	o.answer(id, map[string]string{"decision_number": "12/QĐ-UBND", "areas": "3 4", "level": "tinh", "round_kind": "ke_hoach"})
	return id
}

// begin begins a visit.
func (o *office) begin(b kit.Begin) model.RecordID {
	o.t.Helper()
	return tuitest.BeginOn(o.t, o.env, o.visit, b)
}

// open puts a record on the desk.
func (o *office) open(id model.RecordID) *kit.Draft {
	o.t.Helper()
	if msg := o.env.Desk.Load(id)().(kit.OpenedMsg); msg.Err != nil {
		o.t.Fatal(msg.Err)
	}
	return o.env.Desk.Draft(id)
}

// answer answers items of a record and takes it off the desk.
func (o *office) answer(id model.RecordID, texts map[string]string) {
	o.t.Helper()
	d := o.open(id)
	for item, text := range texts {
		if !d.Session.Answer(form.Field{Item: item}, text) {
			o.t.Fatalf("%s takes no %q", item, text)
		}
	}
	o.run(d.Commit(model.Place{}))
	o.env.Desk.Close(id)
}

// complete completes a record, whatever it lacks, and takes it off the desk.
func (o *office) complete(id model.RecordID) kit.CompletedMsg {
	o.t.Helper()
	msg := o.open(id).Complete()().(kit.CompletedMsg)
	if msg.Err == nil {
		o.env.Desk.Close(id)
	}
	return msg
}

// reopen makes a completed record a draft again.
func (o *office) reopen(id model.RecordID) *kit.Draft {
	o.t.Helper()
	if err := o.store.Reopen(o.t.Context(), id, "sửa"); err != nil {
		o.t.Fatal(err)
	}
	return o.open(id)
}

// run carries a command out, and what follows from it.
func (o *office) run(cmd tea.Cmd) {
	if cmd != nil {
		cmd()
	}
}

// stored is what stands in the store for an item.
func (o *office) stored(id model.RecordID, item string) string {
	return o.store.Answer(id, form.Field{Item: item}).Raw
}

// all lists the records of a kind, oldest first.
func (o *office) all(kind model.Kind) []model.Summary {
	o.t.Helper()
	list, _, err := o.store.Records(o.t.Context(), model.Query{Kinds: []model.Kind{kind}})
	if err != nil {
		o.t.Fatal(err)
	}
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}
