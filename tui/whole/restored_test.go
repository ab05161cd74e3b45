package whole

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/tuitest"
)

// A data file without content was begun anew without a word, as on the first day.
func TestADataFileThatLostItsContentIsNotBegunAnewSilently(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		d := newDesk(t)
		if err := os.WriteFile(d.db, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_, says, _ := strings.Cut(i18n.In(lang).Start.BegunEmpty, "%s")
		begins, _, _ := strings.Cut(strings.TrimSpace(says), ":")
		for _, again := range []bool{false, true} {
			term := d.start(t, lang)
			term.WaitFor(i18n.In(lang).Home.Title, tuitest.Patience)
			if shown := strings.Contains(strings.Join(term.Screen(), "\n"), begins); shown == again {
				t.Errorf("%s, again %t: that the file was empty is shown: %t\n%s", lang, again, shown, strings.Join(term.Screen(), "\n"))
			}
			term.Press("ctrl+c")
			if code, err := term.Wait(); code != 0 {
				t.Errorf("ended with %d, %v", code, err)
			}
		}
	}
}

func TestAFullDiskIsToldAtTheStartAndNothingIsLeftThere(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	full := mounted(t, "", "")
	fillUp(t, filepath.Join(full, "ballast"))
	d.db = filepath.Join(full, "giamsat.db")
	for _, lang := range i18n.Languages() {
		refused(t, d, lang, i18n.In(lang).Start.DiskFull)
	}
	if left, err := os.ReadDir(full); err != nil || len(left) != 1 {
		t.Errorf("left there: %v, %v", left, err)
	}
}

// What the README says of a backup: the copy takes the place of the data file, and
// the two files beside it go.
func TestABackupTakesThePlaceOfTheData(t *testing.T) {
	t.Parallel()
	venue := func(text string) form.FieldText { return form.FieldText{Field: form.Field{Item: "venue"}, Raw: text} }
	d := newDesk(t).begin(t, "venue", venue("trước"))
	saved := filepath.Join(t.TempDir(), "copy.db")
	if code, said := ran(t, d, d.args("en", "backup", saved)...); code != 0 {
		t.Fatal(said)
	}
	s := d.open(t)
	d.answer(t, s, form.Field{Item: "venue"}, venue("sau"))
	shut(t, s)
	for _, rest := range []string{"-wal", "-shm"} {
		if err := os.Remove(d.db + rest); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	copied, err := os.ReadFile(saved)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.db, copied, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, said := ran(t, d, d.args("en", "check")...); code != 0 {
		t.Errorf("the check ends with %d and says %s", code, said)
	}
	if got := d.raw(t, "venue"); got != "trước" {
		t.Errorf("the venue holds %q", got)
	}
	term := d.start(t, "vi")
	term.WaitFor("trước", tuitest.Patience)
	term.Type("nữa")
	term.Press("tab", "ctrl+c")
	if code, err := term.Wait(); code != 0 {
		t.Errorf("ended with %d, %v", code, err)
	}
	if got := d.raw(t, "venue"); got != "nữa" && got != "trướcnữa" {
		t.Errorf("after going on the venue holds %q", got)
	}
}
