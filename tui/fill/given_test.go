package fill_test

import (
	"strings"
	"testing"

	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// The first day of a round looked like one that could be typed, and no key did
// anything on it.
func TestWhatNobodyTypesSaysSo(t *testing.T) {
	for lang, want := range map[string]struct{ mark, said string }{
		"vi": {"(ghi sẵn)", "Mục này ghi khi lập phiếu; sai thì lập phiếu mới."},
		"en": {"(given)", "This was set when the record was begun; if it is wrong, begin another."},
	} {
		t.Run(lang, func(t *testing.T) {
			b := &bench{t: t, store: tuitest.NewStore()}
			b.env = tuitest.NewEnv(t, b.store, lang)
			b.id = tuitest.BeginRound(t, b.env, vn.Date{Year: 2024, Month: 6, Day: 15})
			b.show(item("visit_date"), 80, 19)
			if row := b.open(); !strings.Contains(row, "R.09a") || !strings.Contains(row, want.mark) {
				t.Errorf("the row does not say that nobody types it: %q", row)
			}
			b.shows(want.said) // before any key
			b.Type("5")
			b.shows(want.said)
			if got := b.stored(item("visit_date")); got != "2024-06-15" {
				t.Errorf("the day is %q", got)
			}
		})
	}
}

func TestWhatIsComputedSaysSoOnItsItem(t *testing.T) {
	b := at(t, item("capital_rate"), "vi")
	b.shows("Mục này tự tính, không nhập.")
}

// A blank line marked as given looked like a fault.
func TestWhatTheRoundDoesNotSaySaysWhyItIsBlank(t *testing.T) {
	b := visit(t, "vi", kit.Begin{}, 80, 19)
	b.Send(kit.Jump{Field: item("decision")})
	b.shows("(không có đợt)")
	b.shows("phiếu không thuộc đợt nào đã lập")
	if strings.Contains(b.open(), "(ghi sẵn)") {
		t.Errorf("nothing is marked as given: %q", b.open())
	}
	round := tuitest.BeginRound(t, b.env, vn.Date{Year: 2024, Month: 6, Day: 1})
	b = &bench{t: t, store: b.store, env: b.env}
	b.id = tuitest.BeginOn(t, b.env, tuitest.Form(t, b.env, tuitest.VisitForm), kit.Begin{Parent: round})
	b.show(item("decision"), 80, 19)
	b.shows("(đợt chưa ghi)")
	b.shows("Lấy từ đợt, ở đó chưa ghi")
}
