package kit_test

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// begun carries a beginning out.
func begun(t *testing.T, env *kit.Env, b kit.Begin, def *form.Definition) model.RecordID {
	t.Helper()
	msg, ok := env.BeginRecord(b, def)().(kit.BegunMsg)
	if !ok || msg.Err != nil {
		t.Fatalf("the record was not begun: %v", msg.Err)
	}
	return msg.ID
}

func TestARecordIsBegunWithWhatIsKnown(t *testing.T) {
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	day := vn.Date{Year: 2024, Month: 6, Day: 15}
	unit, _ := env.Catalog.UnitOn("18685", day)
	id := begun(t, env, kit.Begin{Kind: model.Inspection, Unit: unit.Key, Day: day, Round: "Đợt 1", Projects: []string{"DA7.TDA1"}}, nil)
	op, err := store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	r := op.Record
	if r.UnitName != "Xã Cẩm Bình" || r.UnitPath != "huyện Cẩm Xuyên" || r.Programme != "GNBV-2021-2025" || r.Day != day || r.Round != "Đợt 1" {
		t.Errorf("begun as %+v", r)
	}
	for item, want := range map[string]string{"visit_date": "15/06/2024", "round": "Đợt 1", "projects": "DA7.TDA1"} {
		if got := store.Answer(id, form.Field{Item: item}).Raw; got != want {
			t.Errorf("%s is %q, want %q", item, got, want)
		}
	}
}

func TestWhatIsNotSaidIsAsInTheRecordItBelongsTo(t *testing.T) {
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	parent := tuitest.Begin(t, env)
	above, err := store.Record(t.Context(), parent)
	if err != nil {
		t.Fatal(err)
	}
	op, err := store.Record(t.Context(), begun(t, env, kit.Begin{Kind: model.Inspection, Parent: parent}, nil))
	if err != nil {
		t.Fatal(err)
	}
	r, want := op.Record, above.Record
	if r.Parent != parent || r.Unit != want.Unit || r.Day != want.Day || r.Programme != want.Programme || len(r.Projects) != len(want.Projects) {
		t.Errorf("begun as %+v, below %+v", r, want)
	}
}

// A household was said to live in the commune "Huyện Cẩm Xuyên".
func TestAHouseholdOfADistrictIsOfNoCommuneYet(t *testing.T) {
	for code, filled := range map[string]bool{"446": false, "18685": true} {
		store := tuitest.NewStore()
		env := tuitest.NewEnv(t, store, "vi")
		day := vn.Date{Year: 2024, Month: 6, Day: 15}
		unit, ok := env.Catalog.UnitOn(code, day)
		if !ok {
			t.Fatalf("there is no unit %s", code)
		}
		visit := begun(t, env, kit.Begin{Kind: model.Inspection, Unit: unit.Key, Day: day}, nil)
		id := begun(t, env, kit.Begin{Kind: model.Household, Parent: visit}, nil)
		if got := store.Answer(id, form.Field{Item: "commune"}); got.IsZero() == filled {
			t.Errorf("in %s the commune is %q", unit.FullName, got.Raw)
		}
	}
}

func TestARecordWithoutAFormIsNotBegun(t *testing.T) {
	store := tuitest.NewStore()
	env := tuitest.NewEnv(t, store, "vi")
	msg := env.BeginRecord(kit.Begin{Kind: model.Inspection, Day: vn.Date{Year: 1999, Month: 1, Day: 1}}, nil)().(kit.BegunMsg)
	if msg.Err == nil || msg.ID != "" {
		t.Errorf("begun as %q, %v", msg.ID, msg.Err)
	}
}
