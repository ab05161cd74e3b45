package move_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/move"
	"giamsat/tui/tuitest"
)

// paper is a form that the tests make newer versions of.
const paper = `
id: inspection
version: "2022-07-15"
title: {vi: "Phiếu", en: "Paper"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: head
    code: "V"
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: venue, code: V.05, type: text, label: {vi: "Địa điểm làm việc", en: "Place of the visit"}, basis: "I"}
      - {name: chair, code: V.06, type: text, label: {vi: "Người chủ trì", en: "Chair"}, basis: "I"}
      - {name: former, code: V.03, type: text, label: {vi: "Huyện cũ", en: "Former district"}, basis: "I"}
  - name: capital_area
    code: "A3"
    title: {vi: "Vốn", en: "Capital"}
    short: {vi: "Vốn", en: "Capital"}
    items:
      - {name: paid_on, code: A3.07, type: text, label: {vi: "Ngày thanh toán lần cuối trong kỳ kiểm tra", en: "Last payment within the period"}, basis: "I"}
      - {name: slow, code: A3.09, type: one, label: {vi: "Tiến độ", en: "Progress"}, choices: [{code: slow, vi: "Chậm", en: "Slow"}, {code: fast, vi: "Đúng hạn", en: "On time"}], basis: "I"}
      - name: grants
        code: A3.T9
        type: table
        label: {vi: "Các khoản giao", en: "Grants"}
        basis: "I"
        table:
          free: true
          columns:
            - {name: paper, code: A3.T9.1, type: text, label: {vi: "Văn bản", en: "Paper"}, basis: "I"}
            - {name: amount, code: A3.T9.2, type: text, label: {vi: "Số tiền", en: "Amount"}, basis: "I"}
`

// later is a newer version: one answer is read anew, one cannot be, one has no
// place, one is asked for, and the amounts of the table are amounts.
func later(version, from string) string {
	return strings.NewReplacer(`version: "2022-07-15"`, fmt.Sprintf("version: %q", version), `valid_from: "2022-07-15"`, fmt.Sprintf("valid_from: %q", from),
		`      - {name: former, code: V.03, type: text, label: {vi: "Huyện cũ", en: "Former district"}, basis: "I"}`,
		`      - {name: members, code: V.08, type: integer, required: true, label: {vi: "Số người dự", en: "People present"}, basis: "I"}`,
		`vi: "Người chủ trì"`, `vi: "Người chủ trì buổi làm việc"`,
		`code: A3.07, type: text`, `code: A3.07, type: date`, `vi: "Chậm"`, `vi: "Chậm tiến độ"`, `code: A3.T9.2, type: text`, `code: A3.T9.2, type: money`).Replace(paper)
}

type bench struct {
	*tuitest.Driver
	store *tuitest.Store
	env   *kit.Env
	id    model.RecordID
	alone *tuitest.Alone
}

// began is a record on the first version with an answer in each item.
func began(t *testing.T, lang string, more fstest.MapFS) *bench {
	t.Helper()
	b := &bench{store: tuitest.NewStore()}
	b.env = tuitest.NewEnv(t, b.store, lang)
	own := fstest.MapFS{"inspection-2022-07-15.yaml": {Data: []byte(paper)}}
	for name, file := range more {
		own[name] = file
	}
	lib, err := form.OpenLibrary(b.env.Catalog, own)
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Faults()) > 0 {
		t.Fatal(lib.Faults())
	}
	b.env.Forms = lib
	def := b.form(t, "2022-07-15")
	b.id = tuitest.BeginOn(t, b.env, def, kit.Begin{})
	op, err := b.store.Record(t.Context(), b.id)
	if err != nil {
		t.Fatal(err)
	}
	s := form.NewSession(def, op.Filled, b.env.Desk.Setting(op.Record))
	for _, a := range []form.FieldText{{Field: item("venue"), Raw: "Trụ sở UBND xã"}, {Field: item("chair"), Raw: "Nguyễn Văn Hòa"}, {Field: item("former"), Raw: "Cẩm Xuyên"},
		{Field: item("paid_on"), Raw: "cuối tháng năm"}, {Field: item("slow"), Raw: "slow"}} {
		s.Answer(a.Field, a.Raw)
	}
	for _, cells := range [][2]string{{"12/QĐ-UBND", "8.038"}, {"71/QĐ-UBND", "khoảng tám tỷ"}} {
		row := s.AddRow("grants", "")
		s.Answer(form.Field{Item: "grants", Row: row, Part: "paper"}, cells[0])
		s.Answer(form.Field{Item: "grants", Row: row, Part: "amount"}, cells[1])
	}
	if _, err := b.store.Save(t.Context(), model.Save{ID: b.id, Changes: s.TakeChanges()}); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bench) form(t *testing.T, version string) *form.Definition {
	t.Helper()
	def, err := b.env.Forms.Version("inspection", version)
	if err != nil {
		t.Fatal(err)
	}
	return def
}

func (b *bench) version(t *testing.T) string {
	t.Helper()
	op, err := b.store.Record(t.Context(), b.id)
	if err != nil {
		t.Fatal(err)
	}
	return op.Record.Form.Version
}

// newer are later versions of the form, beside the first one.
func newer(versions ...string) fstest.MapFS {
	own := fstest.MapFS{}
	for _, v := range versions {
		own["inspection-"+v+".yaml"] = &fstest.MapFile{Data: []byte(later(v, "2022-07-15"))}
	}
	return own
}

// open shows the screen alone.
func (b *bench) open(t *testing.T, width, height int) {
	t.Helper()
	b.alone = tuitest.NewAlone(b.env, move.New(b.env, b.id, nil), width, height)
	b.Driver = tuitest.NewModel(t, b.alone, width, height)
}

func item(name string) form.Field { return form.Field{Item: name} }

func TestPictures(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		for _, size := range [][2]int{{60, 15}, {80, 19}, {120, 35}} {
			for name, keys := range map[string][]string{"differs": {"down", "down"}, "all": {"a"}} {
				picture := fmt.Sprintf("%s-%s-%dx%d", name, lang, size[0], size[1])
				t.Run(picture, func(t *testing.T) {
					b := began(t, lang, newer("2026-11-25"))
					b.open(t, size[0], size[1])
					b.Press(keys...)
					tuitest.Golden(t, picture, b.View())
				})
			}
		}
	}
}

func TestOnlyWhatDiffersIsShownAtFirst(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	b.open(t, 100, 30)
	if strings.Contains(b.View(), "Trụ sở UBND xã") {
		t.Errorf("an answer that is kept is shown:\n%s", b.View())
	}
	b.Press("a")
	if !strings.Contains(b.View(), "Trụ sở UBND xã") {
		t.Errorf("an answer that is kept is not shown:\n%s", b.View())
	}
	b.Press("end", "a")
	if strings.Contains(b.View(), "Trụ sở UBND xã") {
		t.Errorf("an answer that is kept is shown again:\n%s", b.View())
	}
	if !strings.Contains(b.View(), ">! 3.T9.2   dòng 2") {
		t.Errorf("the marker is not on the answer that it was on:\n%s", b.View())
	}
}

func TestMovingAsksForAReasonAndBindsTheRecord(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	b.open(t, 80, 19)
	b.Press("c")
	ask, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || ask.Kind != kit.KindAsk || !ask.Arg.(*kit.Ask).Required {
		t.Fatalf("nothing was asked: %+v", b.alone.Last())
	}
	if got := b.version(t); got != "2022-07-15" {
		t.Fatalf("the record is on %s before the reason is given", got)
	}
	b.Send(kit.AnsweredMsg{Tag: ask.Arg.(*kit.Ask).Tag, Text: "mẫu mới của tỉnh"})
	if got := b.version(t); got != "2026-11-25" {
		t.Errorf("the record is on %s", got)
	}
	if len(b.store.Reasons) != 1 || b.store.Reasons[0] != "mẫu mới của tỉnh" {
		t.Errorf("the reasons are %q", b.store.Reasons)
	}
	amount := form.Field{Item: "grants", Row: "row-1", Part: "amount"}
	if got := b.store.Answer(b.id, amount).Value; got != form.Int(8_038_000_000) {
		t.Errorf("the amount stands as %+v", got)
	}
	if got := b.store.Answer(b.id, item("former")).Raw; got != "Cẩm Xuyên" {
		t.Errorf("what has no place stands as %q", got)
	}
	if b.alone.Said != "Phiếu đã chuyển sang mẫu 2026-11-25." {
		t.Errorf("it said %q", b.alone.Said)
	}
}

func TestACompletedRecordIsReopenedFirst(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	if _, err := b.store.Complete(t.Context(), model.Completion{Save: model.Save{ID: b.id}}); err != nil {
		t.Fatal(err)
	}
	b.open(t, 80, 19)
	b.Press("c")
	if !strings.Contains(b.alone.Said, "mở lại phiếu") || b.version(t) != "2022-07-15" {
		t.Errorf("it said %q, and the record is on %s", b.alone.Said, b.version(t))
	}
	if !strings.Contains(b.View(), "mở lại phiếu") {
		t.Errorf("nothing on the screen says what to do:\n%s", b.View())
	}
}

func TestWithoutANewerFormThereIsNothingToDo(t *testing.T) {
	b := began(t, "en", newer("2026-11-25"))
	if err := b.store.Move(t.Context(), model.Save{ID: b.id}, b.form(t, "2026-11-25"), "test"); err != nil {
		t.Fatal(err)
	}
	b.open(t, 80, 19)
	if !strings.Contains(b.View(), "There is no newer form for this record.") {
		t.Errorf("the screen shows\n%s", b.View())
	}
	b.Press("c")
	if b.alone.Last() != nil {
		t.Errorf("it asked for %+v", b.alone.Last())
	}
}

func TestOneOfSeveralNewerFormsIsChosen(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25", "2026-11-26"))
	b.open(t, 80, 19)
	if !strings.Contains(b.View(), "Mẫu 2026-11-26") {
		t.Fatalf("the newest is not shown first:\n%s", b.View())
	}
	b.Press("f9")
	list, ok := b.alone.Last().(kit.OpenMsg)
	if !ok || list.Kind != kit.KindPick {
		t.Fatalf("no list was opened: %+v", b.alone.Last())
	}
	pick := list.Arg.(*kit.Pick)
	if found := pick.Find(""); len(found) != 2 || found[1].Code != "2026-11-25" {
		t.Fatalf("the list offers %+v", found)
	}
	b.Send(kit.PickedMsg{Tag: pick.Tag, Codes: []string{"2026-11-25"}})
	if !strings.Contains(b.View(), "Mẫu 2026-11-25") {
		t.Errorf("the chosen one is not shown:\n%s", b.View())
	}
}

func TestAFailureIsSaidAndTheRecordReadAgain(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	b.open(t, 80, 19)
	b.Press("c")
	tag := b.alone.Last().(kit.OpenMsg).Arg.(*kit.Ask).Tag
	b.store.Clash = &model.ConflictError{Conflicts: []model.Conflict{{Field: item("slow")}}}
	b.Send(kit.AnsweredMsg{Tag: tag, Text: "mẫu mới"})
	if b.version(t) != "2022-07-15" || b.alone.Said == "" || strings.Contains(b.alone.Said, "Phiếu đã chuyển") {
		t.Errorf("it said %q, and the record is on %s", b.alone.Said, b.version(t))
	}
	b.Press("c")
	tag = b.alone.Last().(kit.OpenMsg).Arg.(*kit.Ask).Tag
	b.Send(kit.AnsweredMsg{Tag: tag, Text: "mẫu mới"})
	if b.version(t) != "2026-11-25" {
		t.Errorf("the record is on %s", b.version(t))
	}
}

// The form below the screen must show the new one after the move, where one was.
func TestTheFormIsReadAgainAfterTheMove(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	app := tuitest.NewModel(t, tui.New(b.env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindList}, {Kind: kit.KindFill, ID: b.id}}}), 80, 24)
	app.Press("tab")
	app.Type(" B") // not left yet: it is kept before the record is looked at
	app.Press("ctrl+p")
	app.Type("mau moi hon")
	app.Press("enter")
	if !strings.Contains(app.View(), "Chuyển mẫu phiếu") {
		t.Fatalf("the screen was not opened:\n%s", app.View())
	}
	app.Press("c")
	app.Type("theo mẫu của tỉnh")
	app.Press("enter")
	if !strings.Contains(app.View(), "Người chủ trì buổi làm việc") || strings.Contains(app.View(), "Huyện cũ") {
		t.Errorf("the form shows\n%s", app.View())
	}
	if got := b.store.Answer(b.id, item("chair")).Raw; got != "Nguyễn Văn Hòa B" {
		t.Errorf("what was typed before stands as %q", got)
	}
	app.Type(" ngày 15")
	app.Press("enter")
	if got := b.store.Answer(b.id, item("chair")).Raw; got != "Nguyễn Văn Hòa B ngày 15" {
		t.Errorf("what was typed after the move stands as %q", got)
	}
}

func TestTheReviewIsReadAgainAfterTheMove(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	app := tuitest.NewModel(t, tui.New(b.env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindList}, {Kind: kit.KindFill, ID: b.id}}}), 80, 24)
	app.Press("f2", "c", "c")
	app.Type("mẫu của tỉnh")
	app.Press("enter")
	if got := b.version(t); got != "2026-11-25" {
		t.Fatalf("the record is on %s:\n%s", got, app.View())
	}
	if !strings.Contains(app.View(), "Số người dự") {
		t.Errorf("the review does not show what the new form asks for:\n%s", app.View())
	}
	app.Press("esc")
	if !strings.Contains(app.View(), "Người chủ trì buổi làm việc") {
		t.Errorf("the form shows\n%s", app.View())
	}
}

func TestARecordOfTheListIsMovedFromThere(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	app := tuitest.NewModel(t, tui.New(b.env, tui.Options{First: []kit.OpenMsg{{Kind: kit.KindList}}}), 80, 24)
	app.Press("ctrl+p")
	app.Type("mau moi hon")
	app.Press("enter", "c")
	app.Type("mẫu của tỉnh")
	app.Press("enter")
	if got := b.version(t); got != "2026-11-25" {
		t.Errorf("the record is on %s:\n%s", got, app.View())
	}
	if !strings.Contains(app.View(), "Phiếu đã chuyển sang mẫu 2026-11-25.") {
		t.Errorf("the list shows\n%s", app.View())
	}
}

func TestEveryLandingHasItsSentence(t *testing.T) {
	b := began(t, "vi", newer("2026-11-25"))
	b.open(t, 160, 30)
	seen := map[string]bool{}
	for range 12 {
		lines := strings.Split(strings.TrimSpace(b.View()), "\n")
		seen[lines[len(lines)-1]] = true
		b.Press("down")
	}
	said := ""
	for line := range seen {
		said += line + "\n"
	}
	for _, want := range []string{"không có chỗ cho câu trả lời này", "không đọc được “cuối tháng năm”", "đọc “Chậm” thành “Chậm tiến độ”", "hiểu “8.038” là số tiền (triệu đồng)", "bắt buộc trả lời mục này"} {
		if !strings.Contains(said, want) {
			t.Errorf("no line says %q:\n%s", want, said)
		}
	}
}
