package whole

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/storage"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// visitForm is a form that people of a province wrote, and newVisitForm a later
// version of it.
const (
	visitForm = `id: inspection
version: "2024-01-01"
title: {vi: "Phiếu của tỉnh", en: "Form of the province"}
programme: GNBV-2021-2025
valid_from: "2024-01-01"
basis: "test"
sections:
  - name: head
    code: "V"
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: unit, code: V.01, type: lookup, list: units, readonly: true, label: {vi: "Đơn vị", en: "Unit"}, basis: "I"}
      - {name: visit_date, code: V.04, type: date, readonly: true, label: {vi: "Ngày", en: "Date"}, basis: "I"}
      - {name: leader, code: "1.01", type: text, label: {vi: "Trưởng đoàn", en: "Leader"}, basis: "C"}
      - {name: officers, code: "1.02", type: text, label: {vi: "Số cán bộ", en: "Officers"}, basis: "C"}
      - {name: trained, code: "1.03", type: text, label: {vi: "Đã tập huấn", en: "Trained"}, basis: "C"}
      - {name: district, code: "1.04", type: text, label: {vi: "Huyện cũ", en: "Former district"}, basis: "C"}
`
	visitKeys = `# The form as it is filled in on a visit.
unit: Xã Cẩm Bình
day: 15/06/2024

keys "Nguyễn Văn An" Enter 12 Enter 8 Enter
answer 1.02 = 12
no problem
progress V 3/4
`
)

// newVisitForm counts the officers, asks for a deputy, and has no place for the
// former district.
var newVisitForm = strings.NewReplacer(`version: "2024-01-01"`, `version: "2024-06-01"`,
	`code: "1.02", type: text`, `code: "1.02", type: integer`, `code: "1.03", type: text`, `code: "1.03", type: integer`,
	`      - {name: district, code: "1.04", type: text, label: {vi: "Huyện cũ", en: "Former district"}, basis: "C"}`,
	`      - {name: deputy, code: "1.05", type: text, required: true, label: {vi: "Phó trưởng đoàn", en: "Deputy"}, basis: "C"}`).Replace(visitForm)

// put writes a file anew.
func put(t *testing.T, file, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestAFormIsCopiedFromTheProgram(t *testing.T) {
	home(t)
	want, err := os.ReadFile("../../model/form/defs/finding-2026-11-25.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out, said bytes.Buffer
	if code := called(t, []string{"form", "show", "finding@2026-11-25", "--source"}, &out, &said); code != 0 || !bytes.Equal(out.Bytes(), want) {
		t.Errorf("code %d, %d bytes, want %d\n%s", code, out.Len(), len(want), said.String())
	}
}

func TestTwoVersionsOfAFormAreCompared(t *testing.T) {
	data := home(t)
	dir := t.TempDir()
	old, later := put(t, filepath.Join(dir, "old.yaml"), visitForm), put(t, filepath.Join(dir, "new.yaml"), newVisitForm)
	bad := put(t, filepath.Join(dir, "bad.yaml"), "colour: red\n")
	for _, c := range []call{
		{args: []string{"form", "diff", old, later}, out: `(?s)^inspection@2024-01-01 → inspection@2024-06-01$.*^V Chung$.*` +
			`^  ~ 1.02 Số cán bộ: sửa; câu trả lời phải đọc lại\n      kiểu: “text” → “integer”$.*` +
			`^  - 1.04 Huyện cũ: bỏ; câu trả lời không còn chỗ \(vẫn lưu\)$.*^  \+ 1.05 Phó trưởng đoàn: thêm\n      bắt buộc: thêm “true”$.*^4 khác biệt: thêm 1, bỏ 1, chuyển phần 0, sửa 2\.$`},
		{args: []string{"--lang", "en", "form", "diff", old, later}, out: `^  ~ 1.03 Trained: changed; answers are read again\n      type: “text” → “integer”$`},
		{args: []string{"form", "diff", old, old}, out: `^Không có khác biệt nào`},
		{args: []string{"form", "diff", "inspection@2022-07-15", old}, out: `^  - A3\.T1 .*: bỏ; câu trả lời không còn chỗ \(vẫn lưu\)$`},
		{args: []string{"form", "diff", "nothing", old}, code: 1, errOut: `^Không có mẫu phiếu nothing\.$`},
		{args: []string{"form", "diff", old, filepath.Join(dir, "absent.yaml")}, code: 1, errOut: `^Không dùng được tệp .*absent.yaml: `},
		{args: []string{"form", "diff", old, bad}, code: 1, errOut: `^Mẫu phiếu có [0-9]+ lỗi`},
	} {
		c.test(t)
	}
	var out bytes.Buffer
	if code := called(t, []string{"form", "diff", old, later, "--json"}, &out, &out); code != 0 {
		t.Fatal(out.String())
	}
	var told struct {
		Old, New    struct{ Version string }
		Differences []form.Difference
	}
	if err := json.Unmarshal(out.Bytes(), &told); err != nil || told.Old.Version != "2024-01-01" || told.New.Version != "2024-06-01" || len(told.Differences) != 4 ||
		told.Differences[2].What != form.Removed || told.Differences[2].Fate != form.NoPlace {
		t.Errorf("%v: %s", err, out.String())
	}
	if _, err := os.Stat(data); err == nil {
		t.Error("comparing forms made a data folder")
	}
}

func TestAFormIsTestedByTheScriptsBesideIt(t *testing.T) {
	home(t)
	dir := t.TempDir()
	file := put(t, filepath.Join(dir, "visit.yaml"), visitForm)
	none := call{args: []string{"form", "test", file}, code: 1, out: `visit.yaml: chưa có kịch bản nào; đặt kịch bản cạnh mẫu phiếu, tên visit\*\.keys\.$`}
	none.test(t)
	keys := put(t, filepath.Join(dir, "visit.keys"), visitKeys)
	put(t, filepath.Join(dir, "visitors.yaml"), strings.Replace(visitForm, "id: inspection", "id: visitors", 1))
	put(t, filepath.Join(dir, "visitors.keys"), visitKeys)
	lost := put(t, filepath.Join(dir, "lost.keys"), visitKeys)
	for _, c := range []call{
		{args: []string{"form", "test", file}, out: `^.*visit\.keys: 4 bước, đạt\.\n1 kịch bản, 0 chỗ sai\.$`},
		{args: []string{"--lang", "en", "form", "test", file, keys}, out: `^.*visit\.keys: 4 steps, passed\.\n1 script, 0 faults\.$`},
		{args: []string{"form", "test", lost}, code: 1, out: `^.*lost\.keys: cạnh kịch bản không có mẫu phiếu`},
		{args: []string{"form", "test", filepath.Join(dir, "visit.txt")}, code: 1, out: `không phải là mẫu phiếu`},
	} {
		c.test(t)
	}
	// The form is changed, and the script tells what that does.
	put(t, file, strings.Replace(visitForm, `code: "1.03", type: text`, `code: "1.03", type: integer, constraints: [{id: N9, rule: "trained <= 5", severity: stop, message: {vi: "{trained} quá 5", en: "{trained} exceeds 5"}}]`, 1))
	call{args: []string{"form", "test", file}, code: 1, out: `^.*visit\.keys:7: 1\.03 có lỗi N9: 8 quá 5\.\n1 kịch bản, 1 chỗ sai\.$`}.test(t)
	put(t, keys, strings.Replace(visitKeys, "12 Enter", "Entr", 1))
	call{args: []string{"form", "test", file}, code: 1, out: `^.*visit\.keys:5: “Entr” không phải là phím`}.test(t)
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "giamsat-keys-*")); err != nil || len(left) > 0 {
		t.Errorf("stores are left behind: %v, %v", left, err)
	}
}

// province makes data with a visit on the province's form, and puts the later
// version beside it.
func province(t *testing.T) desk {
	t.Helper()
	data := home(t)
	put(t, filepath.Join(data, "forms", "visit.yaml"), visitForm)
	put(t, filepath.Join(data, "forms", "visit-2.yaml"), newVisitForm)
	d := desk{db: filepath.Join(data, "giamsat.db"), state: filepath.Join(t.TempDir(), "state")}
	s := d.open(t)
	defer shut(t, s)
	env := tuitest.NewEnv(t, s, "vi")
	d.id = tuitest.BeginOn(t, env, tuitest.Form(t, env, visitForm), kit.Begin{})
	text := func(item, raw string) form.FieldText { return form.FieldText{Field: form.Field{Item: item}, Raw: raw} }
	d.answer(t, s, form.Field{Item: "leader"}, text("leader", "Nguyễn Văn An"), text("officers", "12"), text("trained", "khoảng tám"), text("district", "Cẩm Xuyên"))
	return d
}

// complete closes the visit.
func (d desk) complete(t *testing.T, s *storage.Store) {
	t.Helper()
	if _, err := s.Complete(t.Context(), model.Completion{Save: model.Save{ID: d.id}}); err != nil {
		t.Fatal(err)
	}
}

func TestARecordIsMovedToANewerForm(t *testing.T) {
	d := province(t)
	short := string(d.id[:len(d.id)-4])
	const lines = `(?s)^Xã Cẩm Bình · 15/06/2024 · Phiếu của tỉnh: mẫu 2024-01-01 → 2024-06-01$.*` +
		`^  1\.02 Số cán bộ: Mẫu mới hiểu “12” là số nguyên\.$.*^  1\.03 Đã tập huấn: Mẫu mới không đọc được “khoảng tám”.*` +
		`^  1\.04 Huyện cũ “Cẩm Xuyên”: Mẫu mới không có chỗ.*^  1\.05 Phó trưởng đoàn: Mẫu mới bắt buộc.*`
	for _, c := range []call{
		{args: []string{"form", "move", short}, out: lines + `Chưa thay đổi gì\.`},
		{args: []string{"form", "move", short, "--yes"}, code: 1, out: lines, errOut: `^Chuyển mẫu cần lý do`},
		{args: []string{"form", "move", short, "2024-01-01"}, code: 1, errOut: `^Phiếu đang dùng chính mẫu 2024-01-01\.$`},
		{args: []string{"form", "move", short, "1999"}, code: 1, errOut: `^Không có mẫu phiếu inspection@1999\.$`},
		{args: []string{"form", "move", "nowhere"}, code: 1, errOut: `^Không có phiếu nào mang mã nowhere\.$`},
		{args: []string{"show", short, "--json"}, out: `"version":"2024-01-01"`},
		{args: []string{"form", "move", short, "2024-06-01", "--yes", "--reason", "mẫu mới của tỉnh"}, out: `^Phiếu đã chuyển sang mẫu 2024-06-01\.$`},
		{args: []string{"show", short, "--json"}, out: `"version":"2024-06-01".*"district":{"value":"Cẩm Xuyên"}.*"officers":{"value":12}.*"trained":{"value":null,"raw":"khoảng tám"}`},
		{args: []string{"form", "move", short}, code: 1, errOut: `^Không có mẫu nào mới hơn cho phiếu này\.$`},
		{args: []string{"check"}, out: `dữ liệu nguyên vẹn`},
	} {
		c.test(t)
	}
	s := d.open(t)
	defer shut(t, s)
	history, err := s.History(t.Context(), d.id)
	if err != nil {
		t.Fatal(err)
	}
	moved := ""
	for _, e := range history {
		if e.Kind == "move" {
			moved = e.Reason
		}
	}
	if moved != "mẫu mới của tỉnh" {
		t.Errorf("the history says that it was moved for %q", moved)
	}
}

func TestACompletedRecordIsNotMoved(t *testing.T) {
	d := province(t)
	s := d.open(t)
	d.complete(t, s)
	shut(t, s)
	call{args: []string{"form", "move", string(d.id), "--yes", "--reason", "x"}, code: 1, out: `2024-06-01`, errOut: `^Phiếu đã hoàn thành: mở lại phiếu`}.test(t)
	call{args: []string{"show", string(d.id), "--json"}, out: `"version":"2024-01-01"`}.test(t)
}

func TestAFormerRevisionIsPrinted(t *testing.T) {
	d := province(t)
	s := d.open(t)
	d.complete(t, s)
	if err := s.Reopen(t.Context(), d.id, "bổ sung"); err != nil {
		t.Fatal(err)
	}
	leader := form.Field{Item: "leader"}
	d.answer(t, s, leader, form.FieldText{Field: leader, Raw: "Trần Thị Bình"})
	d.complete(t, s)
	shut(t, s)
	id := string(d.id)
	for _, c := range []call{
		{args: []string{"show", id}, out: `^  1\.01 Trưởng đoàn: Trần Thị Bình$`},
		{args: []string{"show", id, "--revision", "1"}, out: `(?s)lần hoàn thành thứ 1, [^,]*, an$.*^  1\.01 Trưởng đoàn: Nguyễn Văn An$`},
		{args: []string{"show", id, "--revision", "2"}, out: `^  1\.01 Trưởng đoàn: Trần Thị Bình$`},
		{args: []string{"show", id, "--revision", "1", "--json"}, out: `"leader":{"value":"Nguyễn Văn An"}`},
		{args: []string{"show", id, "--revision", "3"}, code: 1, errOut: `không có lần hoàn thành thứ 3; đã hoàn thành 2 lần\.$`},
	} {
		c.test(t)
	}
}

func TestAnIDMayBeCutShortWhileItIsClear(t *testing.T) {
	data := home(t)
	db := filepath.Join(data, "giamsat.db")
	sample(t, db)
	var out bytes.Buffer
	if code := called(t, []string{"list"}, &out, &out); code != 0 {
		t.Fatal(out.String())
	}
	id := regexp.MustCompile(`(?m)^(\S+)  15/11/2023`).FindStringSubmatch(out.String())
	if id == nil {
		t.Fatal(out.String())
	}
	call{args: []string{"show", id[1]}, out: `15/11/2023`}.test(t)
	call{args: []string{"show", id[1][:len(id[1])-1]}, out: `15/11/2023`}.test(t)
	call{args: []string{"show", id[1][:2]}, code: 1, errOut: `(?s)^Nhiều phiếu có mã bắt đầu bằng ` + id[1][:2] + `, gõ thêm:\n  [0-9a-f-]{36}\n.*`}.test(t)
	call{args: []string{"show", ""}, code: 1, errOut: `^Không có phiếu nào mang mã`}.test(t)
}

func TestRecordsOfAnyKindAreListed(t *testing.T) {
	d := province(t)
	s := d.open(t)
	env := tuitest.NewEnv(t, s, "vi")
	def, err := env.Forms.Version("finding", "")
	if err != nil {
		t.Fatal(err)
	}
	found := tuitest.BeginOn(t, env, def, kit.Begin{Parent: d.id})
	op, err := s.Record(t.Context(), found)
	if err != nil {
		t.Fatal(err)
	}
	session := form.NewSession(def, op.Filled, env.Desk.Setting(op.Record))
	session.AnswerAll([]form.FieldText{{Field: form.Field{Item: "what"}, Raw: "Chậm giải ngân"}}, form.Filled)
	_, err = s.Save(t.Context(), model.Save{ID: found, Changes: session.TakeChanges(), Revs: op.Revs, Head: session.Head()})
	shut(t, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []call{
		{args: []string{"list"}, out: `^` + string(d.id) + `  15/06/2024 .*Xã Cẩm Bình$`},
		{args: []string{"list", "--kind", "finding"}, out: `^MÃ +NGÀY +TÌNH TRẠNG +LỖI +ĐƠN VỊ +TÊN\n` + string(found) + `  15/06/2024 .*Xã Cẩm Bình  TT-0001 Chậm giải ngân$`},
		{args: []string{"list", "--kind", "finding", "--json"}, out: `"kind":"finding","parent":"` + string(d.id) + `".*"head":{"title":"Chậm giải ngân","number":"TT-0001"`},
		{args: []string{"list", "--kind", "round"}, out: `^MÃ +NGÀY +TÌNH TRẠNG +LỖI +ĐƠN VỊ +TÊN$`},
		{args: []string{"list", "--kind", "banana"}, code: 1, errOut: `^Không có loại phiếu banana; có: .*finding.*\.$`},
		{args: []string{"show", string(found)}, out: `^TT-0001 Chậm giải ngân · Xã Cẩm Bình`},
	} {
		c.test(t)
	}
}
