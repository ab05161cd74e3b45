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

// TestWhatAVisitFoundIsLookedAtOverTheDatabase walks from the register to where a
// finding came from, through its history and that of its visit to a former
// revision, and to the unit, in the whole program over SQLite.
func TestWhatAVisitFoundIsLookedAtOverTheDatabase(t *testing.T) {
	s := newDesk(t).open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	def := tuitest.Form(t, env, tuitest.VisitForm)
	household, err := env.Forms.Version("household", "")
	if err != nil {
		t.Fatal(err)
	}
	id := tuitest.BeginOn(t, env, def, kit.Begin{})
	tuitest.BeginOn(t, env, household, kit.Begin{Parent: id})
	d := onDesk(t, env, id)
	complete := func() {
		t.Helper()
		if msg := d.Complete()().(kit.CompletedMsg); msg.Err != nil {
			t.Fatal(msg.Err)
		}
		env.Desk.Close(id)
	}
	row := d.Session.AddFilledRow("shortcomings", map[string]string{"shortcoming": "Chưa niêm yết", "owner": "UBND xã", "deadline": "18/06/2024"})
	complete()
	if err := s.Reopen(t.Context(), id, "sai người chịu trách nhiệm"); err != nil {
		t.Fatal(err)
	}
	d = onDesk(t, env, id)
	d.Session.Answer(form.Field{Item: "shortcomings", Row: row, Part: "owner"}, "Hội Nông dân xã")
	complete()

	m := tuitest.NewModel(t, tui.New(env, tui.Options{}), 80, 24)
	shows := func(after string, texts ...string) {
		t.Helper()
		for _, text := range texts {
			if !strings.Contains(m.View(), text) {
				t.Fatalf("%s: %q is not shown:\n%s", after, text, m.View())
			}
		}
	}
	m.Press("t")
	shows("the register", "TT-0001", "quá 2", "1 mục · ! 1 quá hạn", "trách nhiệm: Hội Nông dân xã")
	m.Press("h")
	shows("the finding's history", "Lịch sử · TT-0001", "UBND xã → Hội Nông dân xã", "tự điền · an")
	m.Press("esc", "i")
	shows("where it was found", "Chưa niêm yết")
	m.Press("esc", "esc", "v") // the row in its table, the form
	shows("its unit", "Xã Cẩm Bình", "1 phiếu kiểm tra · 1 mục theo dõi chưa xong")
	m.Press("i", "f2", "l")
	shows("the visit's history", "Hoàn thành lần 2", "Mở lại: “sai người chịu trách nhiệm”", "Hoàn thành lần 1", "UBND xã → Hội Nông dân xã")
	for !strings.Contains(marked(m.View()), "Hoàn thành lần 1") {
		m.Press("down")
	}
	m.Press("enter")
	shows("the first revision", "Bản 1 · Xã Cẩm Bình", "mở lại", "1 chỗ khác hiện nay")
	m.Press("n")
	shows("the difference", "≠ nay:", "Hội Nông dân xã")
	m.Press("esc", "esc", "esc", "esc", "esc")
	shows("all the way back", "TT-0001")
	if _, total, err := s.Records(t.Context(), model.Query{Kinds: model.Followed()}); err != nil || total != 1 {
		t.Errorf("%d findings, %v", total, err)
	}
}

// marked is the line that the marker is on.
func marked(view string) string {
	for _, l := range strings.Split(view, "\n") {
		if strings.HasPrefix(l, " >") {
			return l
		}
	}
	return ""
}
