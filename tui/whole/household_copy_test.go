package whole

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// TestACopiedHouseholdHasNeitherCodeNorNameOfTheOther begins the sheet of a second
// household from the first one's, as one does who visits neighbours.
func TestACopiedHouseholdHasNeitherCodeNorNameOfTheOther(t *testing.T) {
	s := newDesk(t).open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	of := func(id, version string) *form.Definition {
		def, err := env.Forms.Version(id, version)
		if err != nil {
			t.Fatal(err)
		}
		return def
	}
	visit := tuitest.BeginOn(t, env, of("inspection", "2026-11-25"), kit.Begin{})
	tuitest.FillIn(t, env, visit, func(s *form.Session) { s.Answer(form.Field{Item: "methods"}, "ho_so ho") })
	first := tuitest.BeginOn(t, env, of("household", "2026-11-25"), kit.Begin{Parent: visit})
	tuitest.FillIn(t, env, first, func(s *form.Session) {
		for item, raw := range map[string]string{"household_code": "H01", "household_name": "Trần Thị Hoa", "village": "Thôn Mẫu", "members": "4"} {
			s.Answer(form.Field{Item: item}, raw)
		}
	})
	m := tuitest.NewModel(t, tui.New(env, tui.Options{}), 80, 24)
	m.Press("p", "enter", "ctrl+g")
	m.Type("phieu tham van ho")
	m.Press("enter", "enter", "d")
	if !strings.Contains(m.View(), ">  H.01a  Mã hộ") {
		t.Errorf("the copy does not begin with the code:\n%s", m.View())
	}
	list, _, err := s.Records(t.Context(), model.Query{Kinds: []model.Kind{"household"}, Parent: visit, Limit: 9})
	if err != nil || len(list) != 2 {
		t.Fatalf("%d sheets: %v\n%s", len(list), err, m.View())
	}
	for _, r := range list {
		if r.ID == first {
			continue
		}
		op, err := s.Record(t.Context(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		for item, want := range map[string]string{"household_code": "", "household_name": "", "village": "Thôn Mẫu", "members": "4"} {
			if got := op.Filled.Answers[form.Field{Item: item}]; got.Raw != want {
				t.Errorf("the copy has the %s %q, want %q", item, got.Raw, want)
			}
		}
	}
}
