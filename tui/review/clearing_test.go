package review_test

import (
	"fmt"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// outOfScope reviews a record with answers that do not apply any more.
func outOfScope(t *testing.T) *bench {
	t.Helper()
	b := visit(t)
	b.session().Answer(form.Field{Item: "poor_end"}, "5")
	b.session().Answer(form.Field{Item: "areas"}, "1")
	b.Press("down")
	if len(b.session().Hidden()) != 1 {
		t.Fatalf("hidden are %v", b.session().Hidden())
	}
	return b
}

func (b *bench) asked(t *testing.T) *kit.Pick {
	t.Helper()
	open, ok := b.alone.Last().(kit.OpenMsg)
	pick, isPick := open.Arg.(*kit.Pick)
	if !ok || !isPick {
		t.Fatalf("it asked for %+v", b.alone.Last())
	}
	return pick
}

func TestWhatCompletingClearsIsNamedAndAskedAbout(t *testing.T) {
	b := outOfScope(t)
	if view := strings.Join(strings.Fields(b.View()), " "); !strings.Contains(view, "sẽ được xóa: 3.02.") {
		t.Errorf("it does not say which:\n%s", view)
	}
	b.Press("h")
	if b.store.Status(b.id) != model.Draft {
		t.Fatal("it was completed unasked")
	}
	pick := b.asked(t)
	shown := fmt.Sprint(pick.Title, pick.Find(""))
	for _, want := range []string{"1 câu trả lời", "3.02 Hộ nghèo cuối năm", "5"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not in %s", want, shown)
		}
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{pick.Find("")[0].Code}})
	if b.store.Status(b.id) != model.Completed {
		t.Fatalf("answered, it is not completed: %s", b.alone.Said)
	}
	if got := b.store.Answer(b.id, form.Field{Item: "poor_end"}); !got.IsZero() {
		t.Errorf("the store keeps %+v", got)
	}
}

func TestAnItemOfTheQuestionLeadsToWhatDecidesIt(t *testing.T) {
	b := outOfScope(t)
	b.Press("h")
	pick := b.asked(t)
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{"poor_end"}})
	back, ok := b.alone.Last().(kit.BackMsg)
	if !ok || back.Result != (kit.Jump{Field: form.Field{Item: "areas"}}) || b.store.Status(b.id) != model.Draft {
		t.Errorf("it asked for %+v, the record is %s", b.alone.Last(), b.store.Status(b.id))
	}
}

// What was shown is what goes: an answer that came since is asked about anew.
func TestWhatCameSinceTheQuestionIsAskedAboutAnew(t *testing.T) {
	b := outOfScope(t)
	b.Press("h")
	pick := b.asked(t)
	b.session().Answer(form.Field{Item: "areas"}, "1 3")
	b.session().Answer(form.Field{Item: "poor_start"}, "7")
	b.session().Answer(form.Field{Item: "areas"}, "1")
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{pick.Find("")[0].Code}})
	if b.store.Status(b.id) != model.Draft {
		t.Fatal("it was completed")
	}
	if again := b.asked(t); again == pick || !strings.Contains(again.Title, "2 câu trả lời") {
		t.Errorf("it asks %q", again.Title)
	}
}

func TestNothingToClearIsNotAskedAbout(t *testing.T) {
	b := visit(t)
	b.Press("h")
	if b.store.Status(b.id) != model.Completed {
		t.Errorf("it is not completed: %s", b.alone.Said)
	}
}
