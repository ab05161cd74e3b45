package whole

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

// TestASecondVisitIsCarriedPassedAndCompletedOverTheDatabase enters the second
// visit to a unit in the whole program over SQLite: what was carried cannot be
// completed unseen, is passed with Enter, and its history says where it is from.
// A pin and a copy are made on the way.
func TestASecondVisitIsCarriedPassedAndCompletedOverTheDatabase(t *testing.T) {
	s := newDesk(t).open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	def := tuitest.Form(t, env, tuitest.RepeatForm)
	round := tuitest.BeginRound(t, env, vn.Date{Year: 2024, Month: 6, Day: 1})
	unit, _ := env.Catalog.UnitOn("18685", vn.Date{Year: 2024, Month: 6, Day: 15})
	begin := func(day vn.Date, parent model.RecordID) model.RecordID {
		return tuitest.BeginOn(t, env, def, kit.Begin{Unit: unit.Key, Day: day, Parent: parent})
	}
	tuitest.FillIn(t, env, begin(vn.Date{Year: 2023, Month: 4, Day: 2}, ""), func(s *form.Session) {
		for item, raw := range map[string]string{"committee": "yes", "decision": "02/QĐ-UBND", "plan": "yes", "posted": "no", "contact": "Bình"} {
			s.Answer(form.Field{Item: item}, raw)
		}
		s.Answer(form.Field{Item: "posted", Part: form.Note}, "hỏng bảng tin")
	})
	second := begin(vn.Date{Year: 2024, Month: 6, Day: 15}, round)
	answer := func(item string) form.Answer {
		t.Helper()
		op, err := s.Record(t.Context(), second)
		if err != nil {
			t.Fatal(err)
		}
		return op.Filled.Answers[form.Field{Item: item}]
	}

	m := tuitest.NewModel(t, tui.New(env, tui.Options{}), 80, 24)
	shows := func(after, text string) {
		t.Helper()
		if !strings.Contains(m.View(), text) {
			t.Fatalf("%s: %q is not shown:\n%s", after, text, m.View())
		}
	}
	m.Press("p", "enter", "pgdown", "ctrl+f")
	shows("as last time", "Như phiếu trước cho 5 mục? (Xã Cẩm Bình, 02/04/2023)")
	m.Press("enter")
	if got := answer("decision"); got.Raw != "02/QĐ-UBND" || !got.Carried {
		t.Fatalf("stored is %+v", got)
	}
	m.Press("f2", "h")
	shows("completing", "6 giá trị mang sang chưa xem lại")
	if op, err := s.Record(t.Context(), second); err != nil || op.Record.Status != model.Draft {
		t.Fatalf("it was completed unseen: %v", err)
	}
	m.Press("enter") // to the first of them
	for range 7 {    // six, and one that is empty
		m.Press("enter")
	}
	if got := answer("contact"); got.Raw != "Bình" || got.Carried {
		t.Fatalf("passed is %+v", got)
	}
	m.Press("pgup", "f4")
	shows("pinning nothing", env.Words.Repeat.NoValue)
	m.Type("Hội trường")
	m.Press("f4")
	shows("pinning", "Đã ghim cho đợt: V.03")
	if got := begunIn(t, s, begin(vn.Date{Year: 2024, Month: 6, Day: 16}, round), "venue"); got.Raw != "Hội trường" || !got.Carried {
		t.Errorf("the next record of the round begins with %+v", got)
	}
	m.Press("f2", "h")
	if op, err := s.Record(t.Context(), second); err != nil || op.Record.Status != model.Completed {
		t.Fatalf("it was not completed: %v\n%s", err, m.View())
	}
	m.Press("l")
	shows("the history", "mang sang")
}

// TestAScreenfulIsConfirmedAndItsHistorySaysSo confirms at once what is in sight: it
// is stored as looked at, and the history tells it from what was passed one by one.
func TestAScreenfulIsConfirmedAndItsHistorySaysSo(t *testing.T) {
	s := newDesk(t).open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	def := tuitest.Form(t, env, tuitest.RepeatForm)
	unit, _ := env.Catalog.UnitOn("18685", vn.Date{Year: 2024, Month: 6, Day: 15})
	tuitest.FillIn(t, env, tuitest.BeginOn(t, env, def, kit.Begin{Unit: unit.Key, Day: vn.Date{Year: 2023, Month: 4, Day: 2}}), func(s *form.Session) {
		for item, raw := range map[string]string{"committee": "yes", "decision": "02/QĐ-UBND", "plan": "yes", "posted": "yes", "contact": "Bình"} {
			s.Answer(form.Field{Item: item}, raw)
		}
	})
	second := tuitest.BeginOn(t, env, def, kit.Begin{Unit: unit.Key, Day: vn.Date{Year: 2024, Month: 6, Day: 15}})
	m := tuitest.NewModel(t, tui.New(env, tui.Options{}), 80, 24)
	m.Press("p", "enter", "pgdown", "ctrl+f", "enter", "ctrl+a")
	if !strings.Contains(m.View(), "5 giá trị mang sang đang hiện vẫn đúng? ") || !strings.Contains(m.View(), "● 1.02 Số quyết định: 02/QĐ-UBND") {
		t.Fatalf("what would be confirmed is not listed:\n%s", m.View())
	}
	m.Press("enter", "f2", "h")
	op, err := s.Record(t.Context(), second)
	if err != nil || op.Record.Status != model.Completed {
		t.Fatalf("it was not completed: %v\n%s", err, m.View())
	}
	m.Press("l")
	if !strings.Contains(m.View(), "1.03    Có kế hoạch: ≈ Có → Có (xác nhận một lượt)") {
		t.Errorf("the history does not say so:\n%s", m.View())
	}
}

// begunIn is what a record that was just begun has in an item.
func begunIn(t *testing.T, s kit.Store, id model.RecordID, item string) form.Answer {
	t.Helper()
	op, err := s.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return op.Filled.Answers[form.Field{Item: item}]
}
