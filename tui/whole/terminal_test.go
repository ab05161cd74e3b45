package whole

import (
	"bytes"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"giamsat/tui"
	"giamsat/tui/i18n"
	"giamsat/tui/tuitest"
)

// sit starts the program on a desk and waits for the form.
func sit(t *testing.T, d desk, lang string) *tuitest.Terminal {
	t.Helper()
	term := d.start(t, lang)
	term.WaitFor("V.05", tuitest.Patience)
	return term
}

// leave ends the program as a person does, and holds that all was well.
func leave(t *testing.T, term *tuitest.Terminal) {
	t.Helper()
	term.Press("ctrl+c")
	if code, err := term.Wait(); code != 0 {
		t.Errorf("leaving ended with %d, %v", code, err)
	}
}

func TestWithoutATerminalOneSentenceIsSaid(t *testing.T) {
	for _, lang := range i18n.Languages() {
		words := i18n.In(lang).Start
		t.Run(lang+" neither end", func(t *testing.T) {
			d := newDesk(t)
			if code, said := ran(t, d, d.args(lang)...); code != 2 || strings.TrimSpace(said) != words.NotATerminal {
				t.Errorf("ended with %d and said %q, want 2 and %q", code, said, words.NotATerminal)
			}
		})
		for _, end := range []string{"< /dev/null", "| cat"} {
			t.Run(lang+" "+end, func(t *testing.T) {
				d := newDesk(t)
				line := fmt.Sprintf("'%s' '%s' %s; echo", tuitest.BuildBinary(t), strings.Join(d.args(lang), "' '"), end)
				term := tuitest.Start(t, tuitest.Options{Path: "/bin/sh", Args: []string{"-c", line}, Env: d.env(), Width: 200})
				if _, err := term.Wait(); err != nil {
					t.Fatal(err)
				}
				if said := strings.TrimSpace(strings.Join(term.Screen(), "\n")); said != words.NotATerminal {
					t.Errorf("said %q, want %q", said, words.NotATerminal)
				}
			})
		}
	}
}

func TestATinyWindowAsksForRoomAndLosesNothing(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			term := tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Env: d.env(), Args: d.args(lang), Width: 20, Height: 5})
			says := strings.Fields(fmt.Sprintf(i18n.In(lang).Common.TooSmall, tui.MinWidth, tui.MinHeight))
			asks := func(rows []string) bool {
				return strings.HasPrefix(strings.Join(strings.Fields(strings.Join(rows, " ")), " "), strings.Join(says[:4], " "))
			}
			term.WaitUntil("the request for room", tuitest.Patience, asks)
			term.Resize(80, 24)
			term.WaitFor("V.05", tuitest.Patience)
			term.Type("Nhà văn")
			term.WaitFor("Nhà văn", tuitest.Patience)
			term.Resize(20, 5)
			term.WaitUntil("the request for room", tuitest.Patience, asks)
			term.Resize(80, 24)
			term.WaitFor("Nhà văn", tuitest.Patience)
			term.Type(" hóa")
			term.WaitFor("Nhà văn hóa", tuitest.Patience)
			leave(t, term)
			if got := d.raw(t, "venue"); got != "Nhà văn hóa" {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

func TestAStormOfSizesEndsWithTheRightScreen(t *testing.T) {
	t.Parallel()
	d := newDesk(t).begin(t, "venue")
	term := sit(t, d, "vi")
	term.Type("Nhà văn hóa")
	term.WaitFor("Nhà văn hóa", tuitest.Patience)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		term.Resize(1+rng.IntN(200), 1+rng.IntN(60))
	}
	term.Resize(80, 24)
	term.WaitUntil("the form in the last size", tuitest.Patience, func(rows []string) bool {
		return len(rows) == 24 && strings.HasPrefix(rows[1], strings.Repeat("─", 80)) && strings.HasPrefix(rows[21], strings.Repeat("─", 80)) &&
			strings.Contains(strings.Join(rows, "\n"), "Nhà văn hóa")
	})
	leave(t, term)
	if got := d.raw(t, "venue"); got != "Nhà văn hóa" {
		t.Errorf("the venue holds %q", got)
	}
}

// hostile are texts that would drive a terminal if they were sent to it as they
// are. Each has a mark by which it is known in the transcript.
var hostile = []struct{ name, text, mark string }{
	{"a title", "A\x1b]0;pwned\aB", "\x1b]0;pwned"},
	{"a clipboard", "A\x1b]52;c;cHduZWQ=\aB", "]52;c;cHduZWQ=\a"},
	{"a link", "A\x1b]8;;http://pwned\x1b\\B", "\x1b]8;;http"},
	{"a device string", "A\x1bP$q\"p\x1b\\B", "\x1bP$q"},
	{"an erased screen", "A\x1b[2J\x1b[1;1HB", "A\x1b[2J"},
	{"8-bit controls", "A\u009b31mB", "\u009b31m"},
	{"turned writing", "A\u202egnirts\u2066B", "\u202e"},
	{"a bell and a backspace", "A\a\bB", "A\a"},
}

func TestPastedSequencesNeverReachTheTerminal(t *testing.T) {
	t.Parallel()
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			term := sit(t, d, "vi")
			term.Paste(c.text)
			term.Type("~end")
			term.WaitFor("~end", tuitest.Patience)
			term.Press("tab")
			term.WaitFor("Đã lưu", tuitest.Patience)
			leave(t, term)
			if bytes.Contains(term.Transcript(), []byte(c.mark)) {
				t.Errorf("%q was sent to the terminal", c.mark)
			}
			if got := d.raw(t, "venue"); !strings.HasPrefix(got, "A") || strings.ContainsAny(got, "\x1b\a\b\u009b\u202e\u2066") {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

// What another program wrote past this one is in nobody's hand: the screen must
// not trust it, and neither must the command line.
func TestStoredSequencesNeverReachTheTerminal(t *testing.T) {
	t.Parallel()
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "committee_number")
			d.overwrite(t, `UPDATE record SET unit_name = ?, round = ?1`, c.text)
			d.overwrite(t, `UPDATE answer SET raw = ?, value = ?1 WHERE item = 'unit'`, c.text)
			d.overwrite(t, `UPDATE answer SET raw = ?, value = ?1 WHERE item = 'round'`, c.text)
			term := d.start(t, "vi")
			term.WaitFor("15/06/2024", tuitest.Patience)
			term.Press("pgup")
			term.WaitFor("V.0", tuitest.Patience)
			term.Press("f2")
			term.Press("ctrl+l")
			term.WaitStill(200 * time.Millisecond)
			leave(t, term)
			if bytes.Contains(term.Transcript(), []byte(c.mark)) {
				t.Errorf("%q was sent to the terminal", c.mark)
			}
			for _, args := range [][]string{{"list"}, {"show", string(d.id)}} {
				if code, said := ran(t, d, d.args("vi", args...)...); code != 0 || strings.Contains(said, c.mark) {
					t.Errorf("giamsat %v ended with %d and printed %q", args, code, said)
				}
			}
		})
	}
}

// overwrite changes the database past the program.
func (d desk) overwrite(t *testing.T, statement, text string) {
	t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+d.db)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pool.ExecContext(t.Context(), statement, text); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOddInputIsTakenWithoutHarm(t *testing.T) {
	t.Parallel()
	binary := make([]byte, 4096)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range binary {
		binary[i] = byte(rng.UintN(256))
	}
	lines := strings.TrimSuffix(strings.Repeat("một dòng dán vào\n", 200), "\n")
	for _, c := range []struct{ name, paste string }{
		{"a file that is no text", string(bytes.ReplaceAll(binary, []byte("\x1b"), []byte("e")))},
		{"two hundred lines into one", lines},
		{"letters cut in half", "Nh\xc3 v\xc4n h\xe1\xba a \xff\xfe\xc3\x28"},
		{"nothing but nulls", strings.Repeat("\x00", 300)},
		{"a device string without its end", "A\x1bPB"},
		{"an 8-bit device string without its end", "A\x90B"},
		{"a title without its end", "A\x1b]0;B"},
		{"a control of two bytes without its end", "A\u0090B"},
		{"an 8-bit title without its end", "A\x9d0;B"},
		{"a control sequence without its end", "A\x1b["},
		{"an escape at the end", "A\x1b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			term := sit(t, d, "vi")
			term.Paste(c.paste)
			term.Press("tab")
			term.WaitUntil("the next item", tuitest.Patience, not(opened("V.05")))
			leave(t, term)
			got := d.raw(t, "venue")
			if !utf8.ValidString(got) || strings.ContainsAny(got, "\n\r\x00\x1b") {
				t.Errorf("the venue holds %q", got)
			}
			if c.paste == lines && !strings.HasPrefix(got, "một dòng dán vào") {
				t.Errorf("of two hundred lines the venue holds %q", got)
			}
			check(t, d, stringer(c.name))
		})
	}
}

// Without the marks of a paste the same bytes come as keys: from a terminal that
// knows no marks, or from a cat on the wrong keyboard. The line must not be dead
// afterwards.
func TestTypedSequencesWithoutTheirEndDoNotTakeTheKeyboard(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for three seconds")
	}
	t.Parallel()
	lines := map[string]*tuitest.Terminal{}
	desks := map[string]desk{}
	for _, sent := range []string{"\x1bP", "\x1b]0;", "\x1b[", "\x1bX", "\x90", "\x9b", "\x9d0;", "\xc2"} {
		desks[sent] = newDesk(t).begin(t, "venue")
		lines[sent] = sit(t, desks[sent], "vi")
		lines[sent].Raw([]byte(sent))
	}
	<-time.After(3 * time.Second) // longer than any patience with an unfinished sequence
	for sent, term := range lines {
		t.Run(fmt.Sprintf("%q", sent), func(t *testing.T) {
			term.Type("Nhà văn hóa")
			term.WaitFor("Nhà văn hóa", tuitest.Patience)
			leave(t, term)
			if got := desks[sent].raw(t, "venue"); !strings.HasSuffix(got, "Nhà văn hóa") || (strings.ContainsAny(got, "\x1b\u0090\u009b\u009d") || !utf8.ValidString(got)) {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

type stringer string

func (s stringer) String() string { return string(s) }

func TestASignalEndsTheProgramPolitely(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			term := sit(t, d, "vi")
			term.Type("Hội trường")
			term.WaitFor("Hội trường", tuitest.Patience)
			began := time.Now()
			term.Kill(signal)
			code, _ := term.Wait()
			if took := time.Since(began); took > promptly {
				t.Errorf("it took %v", took)
			}
			if code != 0 {
				t.Errorf("ended with %d, want 0", code)
			}
			restored(t, term)
			if got := d.raw(t, "venue"); got != "Hội trường" {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

// restored holds that the terminal is as a shell wants it.
func restored(t *testing.T, term *tuitest.Terminal) {
	t.Helper()
	modes := term.Modes()
	if modes.Lflag&syscall.ICANON == 0 || modes.Lflag&syscall.ECHO == 0 || modes.Iflag&syscall.ICRNL == 0 {
		t.Errorf("the terminal is still raw: %+v", modes)
	}
	if _, _, visible := term.Cursor(); !visible {
		t.Error("the cursor is hidden")
	}
	sent := term.Transcript()
	for on, off := range map[string]string{"\x1b[?1049h": "\x1b[?1049l", "\x1b[?2004h": "\x1b[?2004l"} {
		if bytes.LastIndex(sent, []byte(on)) > bytes.LastIndex(sent, []byte(off)) {
			t.Errorf("%q was not taken back", on)
		}
	}
}
