package whole

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/tuitest"
)

// compare reads the database back in five ways, each of which must show the
// completed inspection with every answer as it was meant.
func (v *visitor) compare(t *testing.T, d desk) {
	t.Helper()
	db := d.db
	id := d.only(t)
	want, op := v.s.Record(), d.read(t, id)
	if op.Record.Status != model.Completed || op.Record.UnitName != "Xã Cẩm Bình" || op.Record.Round != visitRound ||
		op.Record.Day.ISO() != visitISO || strings.Join(op.Record.Projects, " ") != projects {
		t.Errorf("the inspection is %+v", op.Record)
	}
	stored := renamed(t, op.Filled, want)
	for f, a := range want.Answers {
		if got := stored[f]; got != a {
			t.Errorf("%s is %+v in the database, meant is %+v", f, got, a)
		}
	}
	for f, a := range stored {
		if _, meant := want.Answers[f]; !meant {
			t.Errorf("%s is %+v in the database and was never answered", f, a)
		}
	}
	v.compareShown(t, db, id, op.Filled)
	compareComputed(t, db, id)
	records, events, answers := 1, op.Record.Rev, len(op.Filled.Answers)
	for _, f := range d.followed(t) {
		records, events, answers = records+1, events+f.Record.Rev, answers+len(f.Filled.Answers)
	}
	sound := fmt.Sprintf(i18n.In("vi").Start.Sound+"\n", records, events, answers)
	if said := command(t, db, "check"); said != sound {
		t.Errorf("check says %q, want %q", said, sound)
	}
	t.Logf("%d answers and %d tables with rows of their own are as they were meant", len(want.Answers), len(want.Rows))
	v.compareSQL(t, db, id, op.Filled)
}

// followed are the records that completing began.
func (d desk) followed(t *testing.T) []*model.Opened {
	t.Helper()
	s := d.open(t)
	defer shut(t, s)
	list, _, err := s.Records(t.Context(), model.Query{Kinds: model.Followed(), Limit: 100})
	if err != nil || len(list) == 0 {
		t.Fatalf("completing began %d records, error %v", len(list), err)
	}
	var all []*model.Opened
	for _, row := range list {
		op, err := s.Record(t.Context(), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, op)
	}
	return all
}

// only is the one inspection of a desk.
func (d desk) only(t *testing.T) model.RecordID {
	t.Helper()
	s := d.open(t)
	defer shut(t, s)
	list, _, err := s.Records(t.Context(), model.Query{Limit: 2})
	if err != nil || len(list) != 1 {
		t.Fatalf("there are %d inspections, error %v", len(list), err)
	}
	return list[0].ID
}

// renamed gives the stored answers with the row names of the mirror: a row that
// a person added has an id of its own in each.
func renamed(t *testing.T, got, want form.Record) map[form.Field]form.Answer {
	t.Helper()
	name := map[form.Row]form.Row{}
	for table, rows := range want.Rows {
		if len(got.Rows[table]) != len(rows) {
			t.Errorf("%s has %d rows in the database, meant are %d", table, len(got.Rows[table]), len(rows))
			continue
		}
		for i, r := range rows {
			name[got.Rows[table][i]] = r
		}
	}
	for table := range got.Rows {
		if len(want.Rows[table]) == 0 {
			t.Errorf("%s has rows that nobody added", table)
		}
	}
	answers := map[form.Field]form.Answer{}
	for f, a := range got.Answers {
		if as, free := name[f.Row]; free {
			f.Row = as
		}
		answers[f] = a
	}
	return answers
}

// compareSQL reads the answers as somebody who knows SQL: text and value, money
// as whole đồng, and the sum of a fact.
func (v *visitor) compareSQL(t *testing.T, db string, id model.RecordID, rec form.Record) {
	t.Helper()
	var list []struct {
		Item, Row, Part, Raw, Type string
		Value                      any
	}
	out := sqlite(t, db, "SELECT json_group_array(json_object('item', item, 'row', row, 'part', part, 'raw', raw, 'type', typeof(value), 'value', value)) FROM answer WHERE raw <> '' AND record = (SELECT key FROM record WHERE id = '"+string(id)+"')")
	decode(t, []byte(out), &list)
	if len(list) != len(rec.Answers) {
		t.Errorf("sqlite3 sees %d answers, the program %d", len(list), len(rec.Answers))
	}
	for _, a := range list {
		f := form.Field{Item: a.Item, Row: form.Row(a.Row), Part: a.Part}
		want, kind := rec.Answers[f], "text"
		if _, is := want.Value.Int(); is {
			kind = "integer"
		}
		if a.Raw != want.Raw || fmt.Sprint(a.Value) != want.Value.Text() || a.Type != kind {
			t.Errorf("%s is %q, %v (%s) for sqlite3, and %+v for the program", f, a.Raw, a.Value, a.Type, want)
		}
	}
	pairs := len(v.s.Rows("capital")) / 2
	got := sqlite(t, db, "SELECT sum(amount) FROM fact WHERE year = 2023 AND measure = 'assigned'")
	if got != fmt.Sprint(pairs*1105*million) {
		t.Errorf("the facts add up to %s assigned, %d rows of 1.000 and 105 triệu do not", got, pairs)
	}
}

// compareShown reads what the command line shows.
func (v *visitor) compareShown(t *testing.T, db string, id model.RecordID, rec form.Record) {
	t.Helper()
	var shown struct {
		Status  string
		Answers map[string]struct {
			Value any
			Raw   string
		}
	}
	decode(t, []byte(command(t, db, "show", string(id), "--json")), &shown)
	if shown.Status != "completed" || len(shown.Answers) != len(rec.Answers) {
		t.Errorf("show has %d answers, status %s", len(shown.Answers), shown.Status)
	}
	for f, a := range rec.Answers {
		if got := shown.Answers[f.String()]; fmt.Sprint(got.Value) != a.Value.Text() || got.Raw != "" {
			t.Errorf("show has %+v for %s, which is %+v", got, f, a)
		}
	}
}

// compareComputed reads the figures that nobody types, each worked out by hand
// from the answers.
func compareComputed(t *testing.T, db string, id model.RecordID) {
	t.Helper()
	shown := command(t, db, "show", string(id))
	for _, line := range []string{
		"A1.15 Tổng số văn bản ban hành trong kỳ: 2 văn bản\n",
		"A1.24 Tỷ lệ cán bộ được tập huấn: 83,33 %\n",                            // 10 of 12
		"A2.04a Tỷ lệ hộ nghèo cuối năm: 5,42 %\n",                               // 90 − 30 + 2 + 3 of 1,200
		"A2.04b Tỷ lệ hộ cận nghèo cuối năm: 4,58 %\n",                           // 70 − 20 + 1 + 4 of 1,200
		"A2.82a Kinh phí DA7.TDA1 được giao (từ bảng A3.T1): 1.105 triệu đồng\n", // 1.000 + 105
		"A3.T1c Tỷ lệ giải ngân chung: 76,59 %\n",                                // 880 of 1.040 + 109
		"A3.03a Vốn đối ứng NSĐP / NSTW: 10,50 %\n",                              // 105 to 1.000
		"A4.13c Đơn thư khiếu nại, tố cáo, phản ánh: còn lại: 1 đơn\n",
		"A5.02a Số báo cáo đúng hạn: 3 báo cáo\n",
		"A2.80b DA7.TDA1: lượt người được tập huấn (từ bảng A1.20): 60 lượt người\n",
		"M.07 Nội dung kiểm tra: văn bản chỉ đạo, truyền thông, tập huấn; tiến độ, kết quả các dự án; kế hoạch vốn và sử dụng vốn; chấp hành quy định, vi phạm và xử lý; thông tin, báo cáo, khó khăn, kiến nghị\n",
		"M.15e Trưởng đoàn theo danh sách đoàn: Nguyễn Văn Hòa\n",
	} {
		if !strings.Contains(shown, line) {
			t.Errorf("%q is not shown", line)
		}
	}
}

// decode reads JSON with whole numbers as they are written.
func decode(t *testing.T, src []byte, into any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		t.Fatalf("read JSON: %v\n%.200s", err, src)
	}
}

// command runs the program without its interface.
func command(t *testing.T, db string, args ...string) string {
	t.Helper()
	cmd := exec.Command(tuitest.BuildBinary(t), append(args, "--db", db, "--lang", "vi")...)
	home := t.TempDir()
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}
