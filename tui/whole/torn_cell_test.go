package whole

import (
	"syscall"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/tui/tuitest"
)

// What was typed into a cell that a colleague answered too was gone when the program
// ended before the table was left: nobody was asked whose answer stands.
func TestACellThatAColleagueAnsweredTooIsAskedAboutInItsTableAndAfterTheEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("types for some seconds")
	}
	for name, end := range map[string]func(*tuitest.Terminal){
		"kill -9": func(term *tuitest.Terminal) { term.Kill(syscall.SIGKILL) },
		"Ctrl+C":  func(term *tuitest.Terminal) { term.Press("ctrl+c") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "representatives")
			term := d.start(t, "vi", "--ascii")
			term.WaitFor("V.06", tuitest.Patience)
			term.Press("enter")
			term.WaitFor("Bảng chưa có dòng nào", tuitest.Patience)
			term.Press("ctrl+t", "tab")
			term.WaitFor("Chức vụ", tuitest.Patience)
			term.WaitFor("Đã lưu", tuitest.Patience)
			f := form.Field{Item: "representatives", Part: "position"}
			d.elsewhere(t, func(_ *storage.Store, op *model.Opened) { f.Row = op.Filled.Rows[f.Item][0] })
			term.Type("Chu tich")
			term.WaitFor("Chu tich", tuitest.Patience)
			d.colleague(t, f, "Bi thu")
			term.Press("enter")
			term.WaitFor("dòng 1, Chức vụ: người khác vừa ghi khác. Giữ câu nào?", tuitest.Patience)
			end(term)
			if _, err := term.Wait(); err != nil {
				t.Log(err) // where it was killed
			}
			term = d.start(t, "vi", "--ascii")
			term.WaitFor("Giữ câu nào?", tuitest.Patience)
			term.WaitFor("của tôi: Chu tich", tuitest.Patience)
			term.WaitFor("của binh: Bi thu", tuitest.Patience)
			term.Press("enter") // mine stands first
			term.WaitFor("Đã lưu", tuitest.Patience)
			term.Press("ctrl+c")
			if _, err := term.Wait(); err != nil {
				t.Fatal(err)
			}
			if got := d.read(t, d.id).Filled.Answers[f].Raw; got != "Chu tich" {
				t.Errorf("the store has %q", got)
			}
		})
	}
}
