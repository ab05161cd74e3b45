package whole

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"giamsat/tui/i18n"
	"giamsat/tui/tuitest"
)

// patched writes bytes into a database that nobody has open.
func patched(t *testing.T, db string, at int64, with []byte) {
	t.Helper()
	f, err := os.OpenFile(db, os.O_WRONLY, 0)
	if err == nil {
		_, err = f.WriteAt(with, at)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// fourBytes is a number as the header of SQLite has it.
func fourBytes(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

// damaged are databases that cannot be opened, each with the sentence that says
// why. What made them is done to a sound database.
var damaged = []struct {
	name string
	harm func(t *testing.T, d *desk)
	says func(i18n.Failures) string
}{
	{"overwritten", func(t *testing.T, d *desk) { patched(t, d.db, 100, bytes.Repeat([]byte{0xa5}, 4000)) },
		func(f i18n.Failures) string { return f.Damaged }},
	{"of a newer program", func(t *testing.T, d *desk) { patched(t, d.db, 60, fourBytes(9999)) },
		func(f i18n.Failures) string { return f.Newer }},
	{"of another program", func(t *testing.T, d *desk) { patched(t, d.db, 68, fourBytes(0x0ddba11)) },
		func(f i18n.Failures) string { return f.Foreign }},
	{"no database but a text", func(t *testing.T, d *desk) {
		if err := os.WriteFile(d.db, []byte(strings.Repeat("Biên bản kiểm tra\n", 200)), 0o600); err != nil {
			t.Fatal(err)
		}
	}, func(f i18n.Failures) string { return f.Foreign }},
	{"a folder", func(t *testing.T, d *desk) {
		d.db = filepath.Join(t.TempDir(), "folder.db")
		if err := os.Mkdir(d.db, 0o700); err != nil {
			t.Fatal(err)
		}
	}, func(f i18n.Failures) string { return f.Foreign }},
	{"in a folder that is not there", func(_ *testing.T, d *desk) {
		d.db = filepath.Join(filepath.Dir(d.db), "none", "giamsat.db")
	}, func(f i18n.Failures) string { return f.Missing }},
	{"on a disk that only reads", func(t *testing.T, d *desk) {
		d.db = filepath.Join(mounted(t, "ro", d.db), "giamsat.db")
	}, func(f i18n.Failures) string { return f.ReadOnly }},
}

func TestADatabaseThatCannotBeOpenedIsSaidInOneSentence(t *testing.T) {
	t.Parallel()
	for _, c := range damaged {
		for _, lang := range i18n.Languages() {
			t.Run(lang+" "+c.name, func(t *testing.T) {
				t.Parallel()
				d := newDesk(t).begin(t, "venue")
				c.harm(t, &d)
				before, err := os.ReadFile(d.db)
				if err != nil {
					before = nil // a folder, or not there
				}
				says := c.says(i18n.In(lang).Failures)
				refused(t, d, lang, says)
				for _, command := range []string{"check", "list"} {
					if code, said := ran(t, d, d.args(lang, command)...); code != 1 || !strings.Contains(said, says) {
						t.Errorf("giamsat %s ended with %d and said %q, want 1 and %q", command, code, said, says)
					}
				}
				if after, err := os.ReadFile(d.db); err == nil && !bytes.Equal(before, after) {
					t.Error("the file was changed")
				}
			})
		}
	}
}

// refused starts the interface and holds that it says one sentence on an
// untouched terminal.
func refused(t *testing.T, d desk, lang, says string) {
	t.Helper()
	term := tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Env: d.env(), Args: d.args(lang), Width: 400})
	before := term.Modes()
	code, _ := term.Wait()
	said := strings.TrimSpace(strings.Join(term.Screen(), "\n"))
	if code != 1 || !strings.Contains(said, says) || strings.Contains(said, "\n") {
		t.Errorf("the program ended with %d and said %q, want 1 and one line with %q", code, said, says)
	}
	if term.Modes() != before {
		t.Error("the terminal is left in other modes")
	}
}

// ran runs a command without a terminal and returns its exit code and what it said.
func ran(t *testing.T, d desk, args ...string) (code int, said string) {
	t.Helper()
	cmd := exec.Command(tuitest.BuildBinary(t), args...)
	cmd.Env = append(os.Environ(), d.env()...)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatalf("run giamsat %v: %v", args, err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// mounted is a disk of one megabyte with a copy of a database, if any, remounted
// with an option at the end. Only root may mount.
func mounted(t *testing.T, option, db string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("NOT TESTED: mounting a disk is not allowed here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	if db != "" {
		text, err := os.ReadFile(db)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "giamsat.db"), text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if option == "ro" {
		if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			t.Fatalf("remount: %v", err)
		}
	}
	return dir
}

// hold locks a database as another program may, until release.
func hold(t *testing.T, db, locking string) (release func()) {
	t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+db)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := pool.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"PRAGMA locking_mode=" + locking, "BEGIN EXCLUSIVE"} {
		if _, err := conn.ExecContext(t.Context(), command); err != nil {
			t.Fatalf("%s: %v", command, err)
		}
	}
	return func() {
		t.Helper()
		if _, err := conn.ExecContext(t.Context(), "ROLLBACK"); err != nil {
			t.Fatal(err)
		}
		if err := conn.Close(); err != nil {
			t.Fatal(err)
		}
		if err := pool.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestADatabaseThatAnotherKeepsForItselfIsSaidInOneSentence(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a lock, which takes ten seconds")
	}
	t.Parallel()
	d := newDesk(t).begin(t, "venue")
	release := hold(t, d.db, "EXCLUSIVE")
	defer release()
	waiting := map[string]*tuitest.Terminal{} // all at once: each takes ten seconds
	for _, lang := range i18n.Languages() {
		waiting[lang] = tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Env: d.env(), Args: d.args(lang, "list"), Width: 400})
	}
	for lang, term := range waiting {
		want := i18n.In(lang).Start.Locked
		term.WaitFor(want, 2*tuitest.Patience)
		if code, _ := term.Wait(); code != 1 {
			t.Errorf("%s: giamsat list ended with %d, want 1", lang, code)
		}
	}
}

func TestASaveThatAnotherHoldsUpIsMadeUpFor(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a lock, which takes ten seconds")
	}
	t.Parallel()
	d := newDesk(t).begin(t, "venue")
	term := d.start(t, "vi")
	term.WaitFor("Địa điểm", tuitest.Patience)
	words := i18n.In("vi")
	release := hold(t, d.db, "NORMAL")
	term.Type("Nhà")
	term.Press("tab")
	term.WaitFor(words.Common.Saving, tuitest.Patience)
	term.WaitFor(words.Common.SaveFault, 2*tuitest.Patience)
	term.WaitFor(words.Failures.Busy, tuitest.Patience)
	term.Type("1506") // typing goes on
	term.WaitFor("1506", tuitest.Patience)
	release()
	term.WaitFor("Đã lưu", 2*tuitest.Patience)
	term.Press("ctrl+c")
	if code, err := term.Wait(); code != 0 {
		t.Errorf("ended with %d, %v", code, err)
	}
	for item, want := range map[string]string{"venue": "Nhà", "period_from": "1506"} {
		if got := d.raw(t, item); got != want {
			t.Errorf("%s holds %q, want %q", item, got, want)
		}
	}
}

func TestAFullDiskKeepsWhatWasTypedUntilThereIsRoom(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			dir := mounted(t, "", d.db)
			d.db = filepath.Join(dir, "giamsat.db")
			words := i18n.In(lang)
			term := d.start(t, lang)
			term.WaitFor("V.05", tuitest.Patience)
			ballast := filepath.Join(dir, "ballast")
			fillUp(t, ballast)
			term.Type("Hội trường")
			term.Press("tab")
			term.WaitFor(words.Common.SaveFault, 2*tuitest.Patience)
			term.WaitFor(words.Failures.NoSpace, tuitest.Patience)
			if err := os.Remove(ballast); err != nil {
				t.Fatal(err)
			}
			saved, _, _ := strings.Cut(words.Common.Saved, "%")
			term.WaitFor(saved, 2*tuitest.Patience)
			term.Press("ctrl+c")
			if code, err := term.Wait(); code != 0 {
				t.Errorf("ended with %d, %v", code, err)
			}
			if got := d.raw(t, "venue"); got != "Hội trường" {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

// The question about leaving said that the answers are lost, and they came back.
func TestAnswersOfAFullDiskAreCalledKeptAndComeBackAtTheNextStart(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			dir := mounted(t, "", d.db)
			d.db = filepath.Join(dir, "giamsat.db")
			words := i18n.In(lang)
			term := d.start(t, lang)
			term.WaitFor("V.05", tuitest.Patience)
			ballast := filepath.Join(dir, "ballast")
			fillUp(t, ballast)
			term.Type("Hội trường")
			term.Press("tab")
			term.WaitFor(words.Common.SaveFault, 2*tuitest.Patience)
			term.Press("ctrl+c")
			term.WaitFor(i18n.Count(words.Common.QuitKept, 1), 2*tuitest.Patience)
			term.WaitFor(words.Common.LeaveKept, tuitest.Patience)
			term.Type("3")
			if code, err := term.Wait(); code != 1 {
				t.Errorf("ended with %d, %v", code, err)
			}
			if said := strings.Join(term.Screen(), " "); !strings.Contains(said, i18n.Count(words.Start.Unsaved, 1)) {
				t.Errorf("having ended, it says %s", said)
			}
			if err := os.Remove(ballast); err != nil {
				t.Fatal(err)
			}
			term = d.start(t, lang)
			term.WaitFor(i18n.Count(words.Fill.Resumed, 1), tuitest.Patience)
			term.Press("ctrl+c")
			if code, err := term.Wait(); code != 0 {
				t.Errorf("ended with %d, %v", code, err)
			}
			if got := d.raw(t, "venue"); got != "Hội trường" {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

// fillUp writes until the disk is full.
func fillUp(t *testing.T, file string) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	for block := make([]byte, 4096); ; {
		if _, err := f.Write(block); err != nil {
			break // full, which is what was wanted
		}
	}
	if err := f.Close(); err != nil {
		t.Logf("close the ballast: %v", err)
	}
}
