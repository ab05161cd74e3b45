package fill_test

import (
	"testing"

	"giamsat/model/vn"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// The remedy of a finding is reported and checked long after the visit; the year
// and the day of the visit were put in where a person meant these days.
func TestADateTypedShortInWhatIsFollowedUpIsOfTheseDays(t *testing.T) {
	visit := vn.Date{Year: 2022, Month: 11, Day: 15}
	for _, c := range []struct{ form, item, typed, want string }{
		{"finding", "report_date", "0506", "2024-06-05"},
		{"finding", "rechecked_on", "t", "2024-06-20"}, // tuitest's today
		{"recommendation", "answered_on", "t", "2024-06-20"},
		{"inspection", "unit_report_date", "0506", "2022-06-05"},
		{"inspection", "unit_report_date", "t", "2022-11-15"},
	} {
		t.Run(c.form+" "+c.typed, func(t *testing.T) {
			b := &bench{t: t, store: tuitest.NewStore()}
			b.env = tuitest.NewEnv(t, b.store, "vi")
			def, err := b.env.Forms.Version(c.form, "")
			if err != nil {
				t.Fatal(err)
			}
			b.id = tuitest.BeginOn(t, b.env, def, kit.Begin{Day: visit})
			b.show(item(c.item), 80, 19)
			b.Type(c.typed)
			b.Press("enter")
			if got := b.stored(item(c.item)); got != c.want {
				t.Errorf("%s is stored as %q, want %q:\n%s", c.item, got, c.want, b.View())
			}
		})
	}
}
