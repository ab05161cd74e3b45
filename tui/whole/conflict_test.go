package whole

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/storage/storagetest"
	"giamsat/tui/tuitest"
)

// A text that kill -9 left behind is asked about where a colleague has answered
// since, and Esc in that question lets the colleague's answer stand.
func TestATextLeftByACrashIsNotStoredOverAColleaguesAnswer(t *testing.T) {
	if testing.Short() {
		t.Skip("types for some seconds")
	}
	t.Parallel()
	d := newDesk(t).begin(t, "venue")
	term := d.start(t, "vi", "--ascii")
	term.WaitFor("Địa điểm", tuitest.Patience)
	term.Type("Nha van hoa")
	term.WaitFor("Nha van hoa", tuitest.Patience)
	<-time.After(allowance)
	term.Kill(syscall.SIGKILL)
	if _, err := term.Wait(); err != nil {
		t.Log(err) // it was killed
	}
	d.colleague(t, form.Field{Item: "venue"}, "Tru so")
	term = d.start(t, "vi", "--ascii")
	term.WaitFor("Nha van hoa", tuitest.Patience)
	term.Press("enter")
	term.WaitFor("Giữ câu nào?", tuitest.Patience)
	term.Press("esc")
	term.WaitFor("giữ câu của binh", tuitest.Patience)
	term.Press("ctrl+c")
	if _, err := term.Wait(); err != nil {
		t.Fatal(err)
	}
	if got := d.read(t, d.id).Filled.Answers[form.Field{Item: "venue"}].Raw; got != "Tru so" {
		t.Errorf("the store has %q", got)
	}
}

// Mine was lost when the program ended while it asked whose answer stands.
func TestTheQuestionAboutAConflictComesBackHoweverTheProgramEnds(t *testing.T) {
	t.Parallel()
	for _, by := range []ending{killed, hungUp} {
		t.Run(by.String(), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			term := d.start(t, "vi", "--ascii")
			term.WaitFor("Địa điểm", tuitest.Patience)
			term.Type("Nha van hoa")
			term.WaitFor("Nha van hoa", tuitest.Patience)
			d.colleague(t, form.Field{Item: "venue"}, "Tru so")
			term.Press("enter")
			term.WaitFor("Giữ câu nào?", tuitest.Patience)
			round{by: by, at: time.Now()}.end(t, term)
			term = d.start(t, "vi", "--ascii")
			term.WaitFor("của tôi: Nha van hoa", tuitest.Patience)
			term.WaitFor("của binh: Tru so", tuitest.Patience)
			term.Press("enter") // mine stands first
			term.WaitFor("Đã lưu", tuitest.Patience)
			term.Press("ctrl+c")
			if _, err := term.Wait(); err != nil {
				t.Fatal(err)
			}
			if got := d.raw(t, "venue"); got != "Nha van hoa" {
				t.Errorf("the store has %q", got)
			}
			d.start(t, "vi", "--ascii").WaitFor("Nha van hoa", tuitest.Patience) // and nothing is asked or told any more
			if left, err := filepath.Glob(filepath.Join(d.state, "giamsat", "recovery", "*.owed")); err != nil || len(left) > 0 {
				t.Errorf("in the recovery folder is still %v, %v", left, err)
			}
		})
	}
}

// A row that a colleague took out from under what was typed in it was only told about.
func TestARowTakenOutByAColleagueComesBackWithWhatWasTypedInIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t).begin(t, "representatives")
	term := d.start(t, "vi", "--ascii")
	term.WaitFor("V.06", tuitest.Patience)
	term.Press("enter")
	term.WaitFor("Bảng chưa có dòng nào", tuitest.Patience)
	term.Press("ctrl+t")
	term.WaitFor(">  1 [", tuitest.Patience)
	term.Type("Nguyen Van Binh")
	term.Press("tab")
	term.WaitFor("Chức vụ", tuitest.Patience)
	term.Type("Chu tich")
	term.WaitFor("Chu tich", tuitest.Patience)
	d.removes(t, "representatives")
	term.Press("left") // what was typed last goes into a row that is out
	term.WaitFor("binh vừa bỏ dòng đang nhập", 2*tuitest.Patience)
	term.WaitFor("Bảng chưa có dòng nào", tuitest.Patience)
	term.Press("ctrl+z")
	term.WaitFor("Nguyen Van Binh", tuitest.Patience)
	term.WaitFor("Chu tich", tuitest.Patience)
	term.Press("ctrl+c")
	if code, err := term.Wait(); code != 0 {
		t.Errorf("ended with %d, %v", code, err)
	}
	filled := d.read(t, d.id).Filled
	if rows := filled.Rows["representatives"]; len(rows) != 1 || filled.Answers[form.Field{Item: "representatives", Row: rows[0], Part: "position"}].Raw != "Chu tich" {
		t.Errorf("the store has %v, %v", rows, filled.Answers)
	}
	check(t, d, killed)
}

// removes takes the only row of a table out from a program of somebody else's.
func (d desk) removes(t *testing.T, table string) {
	t.Helper()
	d.elsewhere(t, func(s *storage.Store, op *model.Opened) {
		save := model.Save{ID: d.id, Changes: []form.Change{{Kind: form.RowRemoved, Field: form.Field{Item: table, Row: op.Filled.Rows[table][0]}, Cause: form.Typed}}}
		if _, err := s.Save(t.Context(), save); err != nil {
			t.Fatal(err)
		}
	})
}

// colleague answers a field from a program of somebody else's.
func (d desk) colleague(t *testing.T, f form.Field, text string) {
	t.Helper()
	d.elsewhere(t, func(s *storage.Store, op *model.Opened) {
		save := model.Save{ID: d.id, Revs: map[form.Field]int64{f: op.Revs[f]}, Changes: []form.Change{{Kind: form.Answered, Field: f,
			Old: op.Filled.Answers[f], New: form.Answer{Raw: text, Value: form.Text(text)}, Cause: form.Typed}}}
		if _, err := s.Save(t.Context(), save); err != nil {
			t.Fatal(err)
		}
	})
}

// elsewhere has a colleague do something with the record.
func (d desk) elsewhere(t *testing.T, do func(*storage.Store, *model.Opened)) {
	t.Helper()
	s, err := storage.Open(t.Context(), d.db, storage.Options{User: "binh", From: "test", Load: storagetest.Load, RecoveryDir: filepath.Join(t.TempDir(), "recovery")})
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, s)
	op, err := s.Record(t.Context(), d.id)
	if err != nil {
		t.Fatal(err)
	}
	do(s, op)
}
