package tui_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// Wherever a name is looked up, the list begins with what was typed of it, as the text
// of its filter: so one sees why it is short and can make it longer. Whoever leaves it
// goes on typing where the text was left.
func TestTheListOfALookUpBeginsWithWhatWasTyped(t *testing.T) {
	day := vn.Date{Year: 2024, Month: 6, Day: 15}
	for _, c := range []struct {
		name  string
		place func(t *testing.T, env *kit.Env) kit.OpenMsg
	}{
		{"in the form", func(t *testing.T, env *kit.Env) kit.OpenMsg {
			def, err := env.Forms.For("household", "", day)
			if err != nil {
				t.Fatal(err)
			}
			unit, _ := env.Catalog.UnitOn("18685", day)
			id := tuitest.BeginOn(t, env, def, kit.Begin{Unit: unit.Key, Day: day})
			return kit.OpenMsg{Kind: kit.KindFill, ID: id, Arg: form.Field{Item: "commune"}}
		}},
		{"in a table", func(t *testing.T, env *kit.Env) kit.OpenMsg {
			id := tuitest.BeginRound(t, env, day)
			var row form.Row
			tuitest.FillIn(t, env, id, func(s *form.Session) { row = s.AddRow("plan", "") })
			return kit.OpenMsg{Kind: kit.KindFill, ID: id, Arg: form.Field{Item: "plan", Row: row, Part: "planned_unit"}}
		}},
		{"of a new inspection", func(*testing.T, *kit.Env) kit.OpenMsg {
			return kit.OpenMsg{Kind: kit.KindNew, Arg: &kit.Begin{Kind: model.Inspection}}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
			d := tuitest.NewModel(t, tui.New(env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindHome}, c.place(t, env)}}), 80, 24)
			line := func() string {
				x, y, _ := d.Cursor()
				row := []rune(strings.Split(d.View(), "\n")[y])
				return string(row[:min(x, len(row))])
			}
			d.Type("cam x")
			before := line()
			d.Press("f9")
			if !strings.HasPrefix(line(), " > cam x") || !strings.Contains(d.View(), "Enter chọn") {
				t.Fatalf("the list does not begin with what was typed:\n%s", d.View())
			}
			if strings.Contains(d.View(), "Kỳ Anh") || !strings.Contains(d.View(), "Thị trấn Cẩm Xuyên") {
				t.Errorf("it is not narrowed:\n%s", d.View())
			}
			d.Press("esc")
			if line() != before {
				t.Errorf("Esc leaves %q of %q:\n%s", line(), before, d.View())
			}
			d.Type("uyen thi tran")
			d.Press("f9", "enter")
			if !strings.Contains(d.View(), "Thị trấn Cẩm Xuyên") {
				t.Errorf("what was chosen does not stand there:\n%s", d.View())
			}
		})
	}
}
