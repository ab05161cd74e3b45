package whole

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"giamsat/storage/storagetest"
	"giamsat/tui/i18n"
)

// wrong are ways to break a sound form: what stands in a line, and what is put
// there. The fault must name that line.
var wrong = []struct{ name, was, is string }{
	{"an unknown key", `id: inspection`, "id: inspection\ncolour: red"},
	{"an unknown kind of item", `type: integer`, `type: number`},
	{"a name that is there twice", `{name: officers,`, `{name: leader,`},
	{"a name that is none", `{name: officers,`, `{name: "số cán bộ",`},
	{"an item without a label", `label: {vi: "Cán bộ", en: "Officers"}, `, ``},
	{"a label in one language", `label: {vi: "Cán bộ", en: "Officers"}`, `label: {vi: "Cán bộ"}`},
	{"a rule over an item that is not there", `type: integer,`, `type: integer, relevant: "nobody == 'yes'",`},
	{"a rule that cannot be read", `type: integer,`, `type: integer, relevant: "committee == ",`},
	{"a rule that compares a number with a text", `type: money,`, `type: money, relevant: "officers == 'yes'",`},
	{"a rule that hangs on itself", `type: integer,`, `type: integer, calculation: "officers + 1",`},
	{"a list that is not there", `type: integer,`, `type: one, list: nowhere,`},
	{"a date that is none", `valid_from: "2022-07-15"`, `valid_from: "2022-15-07"`},
	{"a programme that is not there", `programme: GNBV-2021-2025`, `programme: GNBV-1821`},
	{"a table without columns", "table:\n          free: true", "table:\n          free: perhaps"},
	{"an indent that does not fit", `    code: "V"`, `     code: "V"`},
	{"no form at all", `id: inspection`, `- id: inspection`},
}

// position is how a fault begins.
var position = regexp.MustCompile(`(?m)^(.+\.yaml):(\d+):(\d+): (.+)$`)

func TestLintNamesFileLineAndCure(t *testing.T) {
	t.Parallel()
	for i, c := range wrong {
		for _, lang := range i18n.Languages() {
			t.Run(lang+" "+c.name, func(t *testing.T) {
				t.Parallel()
				d := newDesk(t)
				file := filepath.Join(t.TempDir(), fmt.Sprintf("form-%d.yaml", i))
				head, tail, found := strings.Cut(storagetest.FormSource, c.was)
				if !found {
					t.Fatalf("%q does not stand in the form", c.was)
				}
				if err := os.WriteFile(file, []byte(head+c.is+tail), 0o600); err != nil {
					t.Fatal(err)
				}
				code, said := ran(t, d, d.args(lang, "form", "lint", file)...)
				if code != 1 {
					t.Errorf("the command ended with %d, want 1", code)
				}
				first := strings.Count(head, "\n") + 1
				last := first + strings.Count(c.is, "\n") + 1
				for _, m := range position.FindAllStringSubmatch(said, -1) {
					var line int
					if _, err := fmt.Sscan(m[2], &line); err != nil {
						t.Fatal(err)
					}
					if m[1] == file && line >= first && line <= last && len(strings.Fields(m[4])) > 3 {
						return
					}
				}
				t.Errorf("no fault with a sentence names a line from %d to %d:\n%s", first, last, said)
			})
		}
	}
}

func TestLintOfASoundForm(t *testing.T) {
	d := newDesk(t)
	file := filepath.Join(t.TempDir(), "sound.yaml")
	if err := os.WriteFile(file, []byte(storagetest.FormSource), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages() {
		want := fmt.Sprintf(i18n.In(lang).Start.FormSound, file)
		if code, said := ran(t, d, d.args(lang, "form", "lint", file)...); code != 0 || !strings.Contains(said, want) {
			t.Errorf("%s: ended with %d and said %q, want 0 and %q", lang, code, said, want)
		}
	}
}

func TestLintOfAFileThatIsNoForm(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(dir, "binary.yaml")
	if err := os.WriteFile(binary, []byte("\x7fELF\x00\xff\xfe\x1b]0;x\a"), 0o600); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(dir, "empty.yaml")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	for _, file := range []string{binary, empty, filepath.Join(dir, "none.yaml"), dir} {
		for _, lang := range i18n.Languages() {
			code, said := ran(t, d, d.args(lang, "form", "lint", file)...)
			if code != 1 || !strings.Contains(said, file) || strings.ContainsAny(said, "\x1b\x00") {
				t.Errorf("%s: of %s the command ended with %d and said %q, want 1 and the file's name", lang, file, code, said)
			}
		}
	}
}
