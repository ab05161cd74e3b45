package fill_test

import (
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// The keys of the database are nothing that people can read.
func TestNoCodesOfTheProgramAreShown(t *testing.T) {
	for lang, want := range map[string]struct{ unit, known string }{
		"vi": {"Xã Cẩm Bình", "đã chọn 3: Sinh kế"}, "en": {"Xã Cẩm Bình", "3 chosen: Livelihoods"},
	} {
		b := &bench{t: t, store: tuitest.NewStore()}
		b.env = tuitest.NewEnv(t, b.store, lang)
		def, err := b.env.Forms.Version("household", "")
		if err != nil {
			t.Fatal(err)
		}
		b.id = tuitest.BeginOn(t, b.env, def, kit.Begin{})
		tuitest.FillIn(t, b.env, b.id, func(s *form.Session) { s.Answer(item("known"), "sinh_ke thong_tin tin_dung") })
		commune := ""
		for _, it := range def.Items() {
			if it.Code == "H.02a" {
				commune = it.Name
			}
		}
		b.show(item(commune), 80, 19)
		if !strings.Contains(b.open(), want.unit) || strings.Contains(b.View(), "@") {
			t.Errorf("in its field the commune is %q", b.open())
		}
		b.Press("tab", "shift+tab")
		if got := b.stored(item(commune)); !strings.HasPrefix(got, "18685@") {
			t.Errorf("passed, the store has %q", got)
		}
		b.show(item("known"), 80, 19)
		b.Press("tab")
		if !strings.Contains(b.View(), want.known) || strings.Contains(b.View(), "sinh_ke") {
			t.Errorf("the policies are shown by their keys:\n%s", b.View())
		}
	}
}
