package whole

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/storage"
	"giamsat/storage/demo"
	"giamsat/tui/tuitest"
)

// home gives a test an empty home, and returns where the data would lie.
func home(t *testing.T) string {
	t.Helper()
	tuitest.BuildBinary(t) // before the go command would miss its own caches
	dir := t.TempDir()
	for name, folder := range map[string]string{"XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state", "HOME": ""} {
		t.Setenv(name, filepath.Join(dir, folder))
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "GIAMSAT_DB", "GIAMSAT_USER", "GIAMSAT_LOG"} {
		t.Setenv(name, "")
	}
	t.Setenv("LANG", "vi_VN.UTF-8")
	return filepath.Join(dir, "data", "giamsat")
}

// call is one call of the program and what must come of it. What is printed is
// matched line by line; an empty pattern means that nothing may be printed.
type call struct {
	args   []string
	code   int
	out    string
	errOut string
}

// called runs the built program without a terminal.
func called(t *testing.T, args []string, out, errOut io.Writer) int {
	t.Helper()
	cmd := exec.Command(tuitest.BuildBinary(t), args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(""), out, errOut
	var ended *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode()
}

func (c call) test(t *testing.T) {
	t.Helper()
	var out, errOut bytes.Buffer
	if code := called(t, c.args, &out, &errOut); code != c.code {
		t.Errorf("%v: code %d, want %d\n%s%s", c.args, code, c.code, out.String(), errOut.String())
	}
	for name, said := range map[string]struct{ got, want string }{"stdout": {out.String(), c.out}, "stderr": {errOut.String(), c.errOut}} {
		if said.want == "" && said.got != "" || !regexp.MustCompile("(?m)"+said.want).MatchString(said.got) {
			t.Errorf("%v: %s is %q, want a match of %q", c.args, name, said.got, said.want)
		}
	}
}

// sample makes a database with the sample in it.
func sample(t *testing.T, file string) {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	store, err := storage.Open(t.Context(), file, storage.Options{User: "demo", Create: true,
		Load: func(src []byte) (*form.Definition, error) { return form.Load("stored form", src, cat) }})
	if err != nil {
		t.Fatal(err)
	}
	_, err = demo.Maker{Store: store, Catalog: cat, Forms: forms, NewRow: func() form.Row { return form.Row(uuid.NewString()) },
		Today: vn.DateOf(time.Now())}.Fill(context.Background())
	if err := errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
}

// write puts bytes into a file, at a place of one that is there.
func write(t *testing.T, file string, at int64, b []byte) {
	t.Helper()
	f, err := os.OpenFile(file, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(b, at)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestHelpVersionAndWrongCalls(t *testing.T) {
	home(t)
	for _, c := range []call{
		{args: []string{"--help"}, out: `giamsat backup FILE .* sao lưu dữ liệu vào một tệp$`},
		{args: []string{"show", "--lang", "en", "-h"}, out: `giamsat list \[--kind KIND\] \[--json\] .* print the list of records;`},
		{args: []string{"--version"}, out: `^giamsat `},
		{args: []string{"frobnicate"}, code: 2, errOut: `^Lệnh không đúng: .*frobnicate.*giamsat --help\.$`},
		{args: []string{"--lang=en", "list", "--colour"}, code: 2, errOut: `^The command is wrong: .*--colour.*giamsat --help\.$`},
		{args: []string{"--lang", "fr", "list"}, code: 2, errOut: `^Không có ngôn ngữ “fr”; chọn vi hoặc en\.$`},
	} {
		c.test(t)
	}
}

func TestTheInterfaceNeedsATerminalAndMakesNothingBefore(t *testing.T) {
	data := home(t)
	call{code: 2, errOut: `^giamsat cần một cửa sổ dòng lệnh`}.test(t)
	call{args: []string{"--demo", "--lang", "en"}, code: 2, errOut: `^giamsat needs a terminal`}.test(t)
	if _, err := os.Stat(data); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the data folder is there: %v", err)
	}
}

func TestInspectionsAreListedAndShown(t *testing.T) {
	data := home(t)
	call{args: []string{"list"}, code: 1, errOut: `^Không mở được dữ liệu .*giamsat.db: Không có tệp dữ liệu`}.test(t)
	sample(t, filepath.Join(data, "giamsat.db"))
	for _, c := range []call{
		{args: []string{"list"}, out: `^MÃ +NGÀY +TÌNH TRẠNG +LỖI +ĐƠN VỊ$`},
		{args: []string{"list"}, out: `  15/11/2023  Đang nhập +[0-9]+ +Tỉnh Hà Tĩnh$`},
		{args: []string{"list", "--json"}, out: `^{"id":"[0-9a-f-]+","kind":"inspection","unit":"Phường Thành Sen","path":"tỉnh Hà Tĩnh","visit":"2025-12-25",.*"status":"draft"`},
		{args: []string{"show", "nowhere"}, code: 1, errOut: `^Không có phiếu nào mang mã nowhere\.$`},
		{args: []string{"check"}, out: `^31 phiếu, [0-9]+ sự kiện, [0-9]+ câu trả lời: dữ liệu nguyên vẹn\.$`},
	} {
		c.test(t)
	}
	var out bytes.Buffer
	if code := called(t, []string{"list"}, &out, &out); code != 0 {
		t.Fatal(out.String())
	}
	id := regexp.MustCompile(`(?m)^(\S+)  15/11/2023`).FindStringSubmatch(out.String())
	if id == nil {
		t.Fatalf("no inspection of 15/11/2023:\n%s", out.String())
	}
	call{args: []string{"show", id[1]}, out: `A3\.T1 .*\n.*Dự án: .*Nguồn: .*Giao: 8\.038`}.test(t)
	call{args: []string{"show", id[1], "--json"}, out: `"capital\[[^]]*DA7\.TDA1[^]]*\]\.assigned":{"value":8038000000}`}.test(t)
}

func TestFormsAreListedShownAndLinted(t *testing.T) {
	data := home(t)
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.yaml"), filepath.Join(dir, "bad.yaml")
	const tiny = `id: tiny
version: "2024-01-01"
title: {vi: "Phiếu thử", en: "Tiny form"}
programme: GNBV-2021-2025
valid_from: "2022-07-15"
basis: "test"
sections:
  - name: head
    code: "V"
    title: {vi: "Chung", en: "Head"}
    short: {vi: "Chung", en: "Head"}
    items:
      - {name: leader, code: "1.01", type: text, label: {vi: "Trưởng đoàn", en: "Leader"}, basis: "C"}
`
	write(t, good, 0, []byte(tiny))
	write(t, bad, 0, []byte("colour: red\n"+strings.Replace(tiny, "id: tiny", "id: bad", 1)))
	for _, c := range []call{
		{args: []string{"form", "list"}, out: `^inspection +2022-07-15 +15/07/2022 +Phiếu kiểm tra`},
		{args: []string{"form", "list", "--json"}, out: `"id":"inspection","version":"2022-07-15"`},
		{args: []string{"form", "show", "inspection@2022-07-15", "--lang", "en"}, out: `^  A3\.T1 +table `},
		{args: []string{"form", "show", "inspection", "--json"}, out: `"name":"capital","code":"A3.T1","type":"table"`},
		{args: []string{"form", "show", "nothing"}, code: 1, errOut: `^Không có mẫu phiếu nothing\.$`},
		{args: []string{"form", "lint", good}, out: `good.yaml: không có lỗi\.$`},
		{args: []string{"form", "lint", good, bad}, code: 1, out: `bad.yaml:1:[0-9]+: .*colour`},
		{args: []string{"form", "lint", filepath.Join(dir, "absent.yaml")}, code: 1, out: `^Không dùng được tệp .*absent.yaml: `},
	} {
		c.test(t)
	}
	if err := os.MkdirAll(filepath.Join(data, "forms"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(data, "forms", "own.yaml"), 0, []byte(tiny))
	call{args: []string{"form", "list"}, out: `^tiny +2024-01-01`}.test(t)
	write(t, filepath.Join(data, "forms", "bad.yaml"), 0, []byte("colour: red\n"))
	call{args: []string{"form", "list"}, out: `^tiny +2024-01-01`, errOut: `có lỗi:$`}.test(t)
}

func TestABackupIsMadeAndNeverOverwritesUnasked(t *testing.T) {
	home(t)
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.db"), filepath.Join(dir, "b.db")
	sample(t, a)
	for _, c := range []call{
		{args: []string{"--db", a, "backup", b}, out: `^Đã sao lưu vào .*b.db\.$`},
		{args: []string{"--db", b, "check"}, out: `nguyên vẹn`},
		{args: []string{"--db", a, "backup", b}, code: 1, errOut: `^Đã có tệp .*b.db; thêm --replace nếu muốn ghi đè\.$`},
		{args: []string{"--db", a, "backup", b, "--replace"}, out: `^Đã sao lưu vào`},
	} {
		c.test(t)
	}
}

// A backup that cannot be made said that there were no data, that a file existed
// which one had asked to replace, or that what was typed was kept.
func TestABackupThatCannotBeMadeSaysWhatIsInItsWay(t *testing.T) {
	home(t)
	dir := t.TempDir()
	a := filepath.Join(dir, "a.db")
	sample(t, a)
	full := mounted(t, "", "")
	fillUp(t, filepath.Join(full, "ballast"))
	for _, c := range []struct {
		args   []string
		vi, en string
	}{
		{[]string{filepath.Join(dir, "none", "x.db")}, `^Không ghi được vào .*x\.db: không có thư mục này; kiểm tra đường dẫn\.\n$`, `x\.db cannot be written: there is no such folder; check the path\.\n$`},
		{[]string{a, "--replace"}, `^Không dùng được tệp .*a\.db: Đó chính là tệp dữ liệu đang dùng; chọn tên khác\.\n$`, `That is the data file itself; choose another name\.\n$`},
		{[]string{a}, `Đó chính là tệp dữ liệu`, `That is the data file itself`},
		{[]string{dir, "--replace"}, `đó là thư mục, không phải tệp\.\n$`, `it is a folder\.\n$`},
		{[]string{""}, `^Tên tệp trống; gõ tên tệp cần ghi\.\n$`, `^The name of the file is empty; type one\.\n$`},
		{[]string{filepath.Join(full, "x.db")}, `ổ đĩa đã đầy; xoá bớt tệp rồi thử lại\.\n$`, `the disk is full; delete some files, then try again\.\n$`},
	} {
		call{args: append([]string{"--db", a, "backup"}, c.args...), code: 1, errOut: c.vi}.test(t)
		call{args: append([]string{"--lang", "en", "--db", a, "backup"}, c.args...), code: 1, errOut: c.en}.test(t)
	}
	if left, err := os.ReadDir(full); err != nil || len(left) != 1 {
		t.Errorf("left on the full disk: %v, %v", left, err)
	}
}

func TestAFolderThatCannotBeWrittenIsNotSaidToBeMissing(t *testing.T) {
	home(t)
	t.Setenv("GIAMSAT_LOG", filepath.Join(mounted(t, "ro", ""), "giamsat.log"))
	call{args: []string{"form", "list"}, code: 1, errOut: `^Không ghi được vào .*giamsat\.log: ổ đĩa chỉ đọc\.\n$`}.test(t)
	call{args: []string{"--lang", "en", "form", "list"}, code: 1, errOut: `giamsat\.log cannot be written: its disk can only be read\.\n$`}.test(t)
}

func TestAFileInTheWayOfAFolderIsNamed(t *testing.T) {
	home(t)
	state := t.TempDir()
	if err := os.WriteFile(filepath.Join(state, "giamsat"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_STATE_HOME", state)
	call{args: []string{"form", "list"}, code: 1, errOut: `^Không tạo được thư mục .*giamsat: trong đường dẫn có một tệp ở chỗ của thư mục\.\n$`}.test(t)
	call{args: []string{"--lang", "en", "form", "list"}, code: 1, errOut: `a file stands in its path where a folder should\.\n$`}.test(t)
}

// Each thing that can be wrong with the data is one sentence that says what to do.
func TestBadDataIsOneSentence(t *testing.T) {
	home(t)
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	sample(t, file("newer.db"))
	sample(t, file("damaged.db"))
	const versionAt, pageSize = 60, 4096
	write(t, file("newer.db"), versionAt, binary.BigEndian.AppendUint32(nil, 9999))
	write(t, file("damaged.db"), pageSize, []byte(strings.Repeat("rubbish ", 40*pageSize/8)))
	write(t, file("letter.txt"), 0, []byte(strings.Repeat("This is a letter to the province. ", 200)))
	for _, c := range []call{
		{args: []string{"--db", file("nowhere/a.db"), "list"}, code: 1, errOut: `nowhere/a.db: Không có tệp dữ liệu`},
		{args: []string{"--db", file("letter.txt"), "list"}, code: 1, errOut: `letter.txt: Tệp này không phải dữ liệu của giamsat`},
		{args: []string{"--db", file("newer.db"), "list"}, code: 1, errOut: `newer.db: Dữ liệu do phiên bản mới hơn ghi`},
		{args: []string{"--db", file("damaged.db"), "list"}, code: 1, errOut: `hỏng`},
	} {
		c.test(t)
	}
	if os.Geteuid() == 0 {
		t.Log("file permissions do not bind the system administrator: not tried")
		return
	}
	sample(t, file("mine.db"))
	if err := os.Chmod(file("mine.db"), 0o400); err != nil {
		t.Fatal(err)
	}
	call{args: []string{"--db", file("mine.db"), "list"}, code: 1, errOut: `Không có quyền|chỉ đọc`}.test(t)
}
