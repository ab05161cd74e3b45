package whole

import (
	"syscall"
	"testing"

	"giamsat/model/form"
)

// What was typed before the program was killed is taken back by the next start,
// and done again by the one after that; the history holds.
func TestUndoGoesOnInANewlyStartedProgram(t *testing.T) {
	t.Parallel()
	venue := form.Field{Item: "venue"}
	d := newDesk(t).begin(t, "venue")
	for _, life := range []struct{ key, said, stands string }{
		{"", "Đã lưu", "Trụ sở"},
		{"ctrl+z", "Đã hoàn tác, nay là: V.05", ""},
		{"ctrl+y", "Đã làm lại, nay là: V.05", "Trụ sở"},
		{"ctrl+z", "Đã hoàn tác, nay là: V.05", ""},
	} {
		p := sitDown(t, d)
		p.WaitFor("V.05", patience)
		if life.key == "" {
			p.Type("Trụ sở")
			p.Press("enter")
		} else {
			p.Press(life.key)
			p.WaitFor(life.said, patience)
		}
		p.WaitFor("Đã lưu", patience)
		p.Kill(syscall.SIGKILL)
		if _, err := p.Wait(); err == nil {
			t.Fatal("the program was not killed")
		}
		if got := d.read(t, d.id).Filled.Answers[venue].Raw; got != life.stands {
			t.Fatalf("after %q the database has %q", life.key, got)
		}
	}
	s := d.open(t)
	defer shut(t, s)
	if r, err := s.Check(t.Context()); err != nil || !r.Sound() {
		t.Errorf("%+v, %v", r, err)
	}
}
