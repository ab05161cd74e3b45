package tuitest

import (
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// Form loads a form that is written in a test.
func Form(tb testing.TB, env *kit.Env, src string) *form.Definition {
	tb.Helper()
	def, err := form.Load("test.yaml", []byte(src), env.Catalog)
	if err != nil {
		tb.Fatal(err)
	}
	return def
}

// BeginOn begins a record on a form, for Xã Cẩm Bình on 15/06/2024 where b does
// not say otherwise.
func BeginOn(tb testing.TB, env *kit.Env, def *form.Definition, b kit.Begin) model.RecordID {
	tb.Helper()
	b.Kind = model.Kind(def.ID)
	if b.Parent == "" && b.Day.IsZero() {
		b.Day = vn.Date{Year: 2024, Month: 6, Day: 15}
	}
	if b.Parent == "" && b.Unit.Code == "" {
		unit, ok := env.Catalog.UnitOn("18685", b.Day)
		if !ok {
			tb.Fatal("the unit of the fixture is not in the catalogue")
		}
		b.Unit = unit.Key
	}
	msg, ok := env.BeginRecord(b, def)().(kit.BegunMsg)
	if !ok || msg.Err != nil {
		tb.Fatalf("the record was not begun: %v", msg.Err)
	}
	return msg.ID
}
