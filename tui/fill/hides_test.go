package fill_test

import (
	"slices"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// says holds whether the note lines say a sentence, over as many of them as it takes.
func (b *bench) says(sentence string, want bool) {
	b.t.Helper()
	if got := strings.Contains(strings.Join(strings.Fields(b.View()), " "), sentence); got != want {
		b.t.Errorf("it says %q: %v, want %v:\n%s", sentence, got, want, b.View())
	}
}

// A stray digit on R.13 put an area with answers out of the record unseen.
func TestUnchoosingAnAreaWithAnswersSaysSo(t *testing.T) {
	for lang, want := range map[string]string{
		"vi": "1 mục đã trả lời không còn được hỏi; câu trả lời vẫn giữ, Ctrl+Z chọn lại.",
		"en": "Answered items no longer asked: 1; the answers stay, Ctrl+Z undoes it.",
	} {
		t.Run(lang, func(t *testing.T) {
			b := &bench{t: t, store: tuitest.NewStore()}
			b.env = tuitest.NewEnv(t, b.store, lang)
			b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{})
			b.show(item("areas"), 80, 19)
			b.Press("1", "2", "3", "enter")
			session := b.env.Desk.Draft(b.id).Session
			b.Send(kit.Jump{Field: item("posted")})
			b.Press("1")
			b.Send(kit.Jump{Field: item("areas")})
			b.Press("2")
			b.says(want, false) // nothing of that area was answered
			b.Press("2", "3")
			b.says(want, true)
			b.Press("ctrl+z")
			b.says(want, false)
			b.Press("3")
			b.Press("enter")
			if session.Visible("posted") || session.Get(item("posted")).Value.Text() != form.Yes {
				t.Error("the area is still asked, or its answer is lost")
			}
			b.Press("ctrl+z")
			if !session.Visible("posted") || !slices.Contains(session.Get(item("areas")).Value.Codes(), "3") {
				t.Error("undo does not bring the area back")
			}
		})
	}
}
