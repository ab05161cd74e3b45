package whole

import (
	"strings"
	"testing"
	"time"

	"giamsat/model/form"
	"giamsat/tui/tuitest"
)

// A note on a table's row was kept when it was left, and lost while it was typed.
func TestANoteOnARowIsKeptWhileItIsTypedHoweverTheProgramEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("types for some seconds")
	}
	t.Parallel()
	for _, by := range []ending{killed, hungUp, terminated} {
		t.Run(by.String(), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "representatives")
			r := round{desk: d, by: by}
			term := r.start(t)
			term.WaitFor("V.06", tuitest.Patience)
			term.Press("enter")
			term.WaitFor("Bảng chưa có dòng nào", tuitest.Patience)
			term.Press("ctrl+t")
			term.WaitFor(">  1 [", tuitest.Patience)
			term.Type("Binh")
			term.Press("tab")
			term.WaitFor("Chức vụ", tuitest.Patience)
			term.Press("left")
			term.WaitFor(">  1 [Binh", tuitest.Patience)
			so := ""
			for _, more := range []string{"thay truong thon", ", di hop"} { // the second time the note is changed
				so += more
				term.Press("ctrl+n")
				term.WaitFor("Ghi chú cho dòng 1", tuitest.Patience)
				term.Type(more)
				term.WaitFor(so, tuitest.Patience)
				<-time.After(allowance)
				r.at = time.Now()
				r.end(t, term)
				term = r.start(t)
				if by == killed {
					term.WaitFor("Đã lấy lại phần đang gõ dở", tuitest.Patience)
					term.Press("right", "left")
				}
				term.WaitFor("ghi chú: "+so, tuitest.Patience)
			}
			term.Press("ctrl+c")
			if code, err := term.Wait(); code != 0 {
				t.Errorf("ended with %d, %v", code, err)
			}
			filled := d.read(t, d.id).Filled
			rows := filled.Rows["representatives"]
			if len(rows) != 1 {
				t.Fatalf("the rows are %v", rows)
			}
			if got := filled.Answers[form.Field{Item: "representatives", Row: rows[0], Part: form.Note}].Raw; got != so {
				t.Errorf("the note is %q, want %q", strings.ReplaceAll(got, "\n", "|"), so)
			}
			check(t, d, by)
		})
	}
}
