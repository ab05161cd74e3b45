package review_test

import (
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
	"giamsat/tui/review"
	"giamsat/tui/tuitest"
)

// visit reviews an inspection whose form follows findings up.
func visit(t *testing.T) *bench {
	t.Helper()
	b := &bench{store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, "vi")
	b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{})
	tuitest.BeginOn(t, b.env, formOf(t, b.env, model.Household), kit.Begin{Parent: b.id})
	b.show(t)
	return b
}

func formOf(t *testing.T, env *kit.Env, k model.Kind) *form.Definition {
	t.Helper()
	def, err := env.Forms.Version(string(k), "")
	if err != nil {
		t.Fatal(err)
	}
	return def
}

func (b *bench) show(t *testing.T) {
	b.alone = tuitest.NewAlone(b.env, review.New(b.env, b.id, nil), 80, 19)
	b.Driver = tuitest.NewModel(t, b.alone, 80, 19)
}

func TestCompletingSaysWhatWentIntoTheRegister(t *testing.T) {
	b := visit(t)
	for _, what := range []string{"Chưa niêm yết", "Chưa có quy chế", "Giao vốn chậm"} {
		b.session().AddFilledRow("shortcomings", map[string]string{"shortcoming": what, "owner": "UBND xã"})
	}
	b.Press("h")
	if b.store.Status(b.id) != model.Completed {
		t.Fatalf("it was not completed: %s\n%s", b.alone.Said, b.View())
	}
	if !strings.Contains(b.alone.Said, "Vào sổ theo dõi: 3 tồn tại.") {
		t.Errorf("it said %q", b.alone.Said)
	}
}

func TestAFindingIsRecordedFromAProblem(t *testing.T) {
	b := visit(t)
	b.session().Answer(form.Field{Item: "poor_end"}, "mười")
	b.Press("home", "ctrl+o")
	open, ok := b.alone.Last().(kit.OpenMsg)
	aside, isAside := open.Arg.(kit.Aside)
	if !ok || open.Kind != kit.KindGrid || !isAside || aside.Field.Item != "shortcomings" {
		t.Fatalf("it asked for %+v", b.alone.Last())
	}
	code := form.Field{Item: "shortcomings", Row: aside.Field.Row, Part: "item_code"}
	if got := b.store.Answer(b.id, code).Raw; got != "A3.02" {
		t.Errorf("the finding in the store is about %q", got)
	}
}

func TestWhatIsFollowedUpIsNeverCompleted(t *testing.T) {
	b := visit(t)
	b.session().AddFilledRow("shortcomings", map[string]string{"shortcoming": "Chưa niêm yết", "owner": "UBND xã", "deadline": "30/09/2024"})
	b.Press("h")
	list, _, err := b.store.Records(t.Context(), model.Query{Kinds: []model.Kind{model.Finding}})
	if err != nil || len(list) != 1 {
		t.Fatalf("%d findings, %v", len(list), err)
	}
	b.id = list[0].ID
	b.show(t)
	for _, a := range b.alone.Screen.Actions() {
		if a.ID == keymap.Complete {
			t.Error("completing a finding is offered")
		}
	}
	b.Press("h")
	if b.store.Status(b.id) != model.Draft || b.alone.Said != b.env.Words.Review.Followed {
		t.Errorf("it is %s, and it said %q", b.store.Status(b.id), b.alone.Said)
	}
	if !strings.Contains(b.View(), b.env.Words.Review.Followed) {
		t.Errorf("it does not say so:\n%s", b.View())
	}
	for item, text := range map[string]string{"state": "cannot", "result": "đã giải thể"} {
		b.session().Answer(form.Field{Item: item}, text)
	}
	b.env.Desk.Draft(b.id).Commit(model.Place{})
	b.Press("down")
	if !strings.Contains(b.View(), b.env.Words.Review.Settled) {
		t.Errorf("it does not say that it is settled:\n%s", b.View())
	}
}

// The sentence is longer than the note line: all of it stands there, also when
// there is no problem to list.
func TestWhatCompletingClearsIsSaidInFull(t *testing.T) {
	b := visit(t)
	b.session().Answer(form.Field{Item: "poor_end"}, "5")
	b.session().Answer(form.Field{Item: "areas"}, "1")
	b.Press("down")
	want := b.env.Words.Review.Ready + " " + i18n.Count(b.env.Words.Review.WouldClear, len(b.session().Hidden()), "3.02")
	if got := strings.Join(strings.Fields(b.View()), " "); !strings.Contains(got, want) || len(b.session().Hidden()) == 0 {
		t.Errorf("%q is not said in full:\n%s", want, b.View())
	}
}
