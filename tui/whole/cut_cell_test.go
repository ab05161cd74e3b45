package whole

import (
	"testing"

	"giamsat/model/form"
)

// TestACellThatWasBeingTypedIsOpenAgainAfterTheLineDropped types on where the line
// was cut, and loses nothing of what stood there.
func TestACellThatWasBeingTypedIsOpenAgainAfterTheLineDropped(t *testing.T) {
	t.Parallel()
	d := newDesk(t).begin(t, "venue")
	p := sitDown(t, d)
	p.WaitFor("> ", patience)
	goTo(t, p.Terminal, "V.06")
	p.Press("enter", "ctrl+t")
	p.waitAt(spot{code: "V.06", table: true, row: 1, column: "Họ và tên"})
	p.Type("Nguyễn Thị")
	p.WaitFor("Nguyễn Thị", patience)
	p.HangUp()
	if _, err := p.Wait(); err != nil {
		t.Fatal(err)
	}
	p = sitDown(t, d)
	p.waitAt(spot{code: "V.06", table: true, row: 1, column: "Họ và tên"})
	p.Type(" Hương")
	p.Press("tab")
	p.leave()
	op := d.read(t, d.id)
	at := form.Field{Item: "representatives", Row: op.Filled.Rows["representatives"][0], Part: "person"}
	if got := op.Filled.Answers[at].Raw; got != "Nguyễn Thị Hương" {
		t.Errorf("the cell has %q", got)
	}
}
