package cli_test

import (
	"bytes"
	"strings"
	"testing"

	"giamsat/tui/cli"
	"giamsat/tui/i18n"
)

// The parser's own English stood in the middle of Vietnamese sentences.
func TestAWrongCallIsSaidInThePersonsLanguage(t *testing.T) {
	for _, c := range []struct{ args, vi, en string }{
		{"frm", "không hiểu “frm” (có phải: form?)", "“frm” is not understood (did you mean form?)"},
		{"form lintt x", "không hiểu “lintt” (có phải: lint, list?)", "“lintt” is not understood (did you mean lint, list?)"},
		{"show a b", "không hiểu “b”", "“b” is not understood"},
		{"list --kinds x", "không có tuỳ chọn --kinds (có phải: --kind?)", "there is no flag --kinds (did you mean --kind?)"},
		{"--bogus", "không có tuỳ chọn --bogus", "there is no flag --bogus"},
		{"show", "còn thiếu ID", "ID is missing"},
		{"form lint", "còn thiếu FILE", "FILE is missing"},
		{"form diff", "còn thiếu OLD NEW", "OLD NEW is missing"},
		{"form", "cần thêm một trong các từ: lint, list, show, diff, test, move", "one of these words must follow: lint, list, show, diff, test, move"},
		{"list --kind", "--kind cần một giá trị theo sau", "--kind needs a value behind it"},
		{"show x --revision two", "--revision không nhận giá trị “two”", "--revision does not take the value “two”"},
		{"list --json=maybe", "--json không nhận giá trị “maybe”", "--json does not take the value “maybe”"},
	} {
		t.Run(c.args, func(t *testing.T) {
			var commands cli.Commands
			_, err := commands.Parse(strings.Fields(c.args))
			if err == nil {
				t.Fatal("the call is right")
			}
			if got, want := cli.Misuse(&i18n.VI().Start, err), "Lệnh không đúng: "+c.vi+". Xem giamsat --help."; got != want {
				t.Errorf("it says %q, want %q", got, want)
			}
			if got, want := cli.Misuse(&i18n.EN().Start, err), "The command is wrong: "+c.en+". See giamsat --help."; got != want {
				t.Errorf("it says %q, want %q", got, want)
			}
		})
	}
}

// Of a form file that was not there, it said that the data was not.
func TestAFormFileThatIsNotThereIsSaid(t *testing.T) {
	folder := t.TempDir()
	for file, want := range map[string]string{
		folder + "/none.yaml": "Không dùng được tệp " + folder + "/none.yaml: không có tệp này; kiểm tra tên và đường dẫn.\n",
		folder:                "Không dùng được tệp " + folder + ": đó là thư mục, không phải tệp.\n",
	} {
		var out bytes.Buffer
		if err := (cli.Printer{Out: &out, Words: i18n.VI()}).Lint([]string{file}, nil); err != cli.ErrFaults { //nolint:errorlint // itself
			t.Errorf("%s: error %v", file, err)
		}
		if out.String() != want {
			t.Errorf("it says %q, want %q", out.String(), want)
		}
	}
}
