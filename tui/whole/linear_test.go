package whole

import (
	"maps"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"giamsat/model/form"
	"giamsat/tui/i18n"
	"giamsat/tui/tuitest"
)

// listen starts the program on a terminal on which nothing can be drawn, of a size
// that would be too small otherwise.
func listen(t *testing.T, d desk, lang, termName string, more ...string) *ears {
	t.Helper()
	term := tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Env: append(d.env(), "TERM="+termName), Args: d.args(lang, more...), Width: 20, Height: 5})
	return &ears{Terminal: term, t: t}
}

// ears is a person who hears what is printed.
type ears struct {
	*tuitest.Terminal
	t    *testing.T
	past int // bytes that were heard before the last keys
}

// hears waits until a text was said since the last keys.
func (e *ears) hears(text string) {
	e.t.Helper()
	e.WaitForOutput(text, e.past, tuitest.Patience)
}

// types types a text and presses keys after it.
func (e *ears) types(text string, keys ...string) {
	e.t.Helper()
	e.past = len(e.Transcript())
	e.Type(text)
	e.Press(keys...)
}

// plain holds that nothing but lines of text was sent.
func plain(t *testing.T, sent string) {
	t.Helper()
	for _, r := range strings.ReplaceAll(sent, "\r\n", "") {
		if !unicode.IsPrint(r) || unicode.Is(unicode.Co, r) || r >= 0x2500 && r <= 0x25ff {
			t.Errorf("%q was sent to a terminal that takes text alone", r)
		}
	}
}

// The transcript is read in review: it is what a person hears who fills in a part
// of a form, a table and the review.
func TestAVisitIsHeardLineByLine(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			words := i18n.In(lang)
			refused, _, _ := strings.Cut(words.Review.NotReady, "%d")
			search := map[string]string{"vi": "giai ngan theo nguon", "en": "disbursement by source"}[lang]
			e := listen(t, newDesk(t).begin(t, "venue"), lang, "dumb")
			e.hears("V.05 ")
			for _, step := range []struct {
				text  string
				keys  []string
				until string // the last that the keys have said
			}{
				{text: "Nhà vawn", until: "vawn"},
				{keys: []string{"backspace", "backspace", "backspace"}, until: "[a]"}, // as an input method does
				{text: "ăn hóa", until: "hóa"},
				{keys: []string{"enter"}, until: "R.11a "},
				{text: "1506", keys: []string{"enter"}, until: "R.11b "},
				{keys: []string{"ctrl+g"}, until: "1/"},
				{text: "1.01", until: "1.01. 1/"},
				{keys: []string{"enter"}, until: "1.01 "},
				{text: "2", until: "Ctrl+N"},
				{keys: []string{"ctrl+n"}, until: "1.01 "},
				{text: "chậm", keys: []string{"tab"}, until: "1.0"},
				{keys: []string{"pgdown"}, until: "2.0"},
				{keys: []string{"ctrl+g"}, until: "1/"},
				{text: "3.06", until: "3.06a. 1/"},
				{keys: []string{"enter"}, until: "3.06a "},
				{text: "1", until: "3.06b "},
				{text: "8,842", keys: []string{"enter"}, until: " " + words.Speak.Keys[1] + ": "},
				{text: ".", until: "3.07b "},
				{keys: []string{"ctrl+l"}, until: "3.07b "},
				{keys: []string{"ctrl+g"}, until: "1/"},
				{text: search, until: "3.T1. 1/"},
				{keys: []string{"enter"}, until: "3.T1 "},
				{keys: []string{"enter"}, until: " 1, "},
				{text: "804", keys: []string{"tab"}, until: " 1, "},
				{text: "0", keys: []string{"right"}, until: " 1, "},
				{keys: []string{"down"}, until: " 2, "},
				{keys: []string{"esc"}, until: "3.T1 "},
				{keys: []string{"f2"}, until: "1/"},
				{keys: []string{"down"}, until: "2/"},
				{text: "h", until: refused},
				{keys: []string{"esc"}, until: "3.T1 "},
			} {
				e.types(step.text, step.keys...)
				e.hears(step.until)
			}
			e.types("", "ctrl+c")
			if code, err := e.Wait(); code != 0 {
				t.Errorf("leaving ended with %d, %v", code, err)
			}
			sent := string(e.Transcript())
			plain(t, sent)
			tuitest.Golden(t, "linear-"+lang, strings.ReplaceAll(sent, "\r\n", "\n"))
		})
	}
}

// How one comes to be heard instead of seen.
func TestTheLinearModeIsUsedWhereNothingCanBeDrawn(t *testing.T) {
	t.Parallel()
	for _, lang := range i18n.Languages() {
		for _, c := range []struct {
			name, term string
			env, args  []string
		}{
			{name: "a terminal that cannot draw", term: "dumb"},
			{name: "a terminal that says nothing of itself", term: ""},
			{name: "the flag", term: "xterm-256color", args: []string{"--linear"}},
			{name: "the environment", term: "xterm-256color", env: []string{"GIAMSAT_LINEAR=1"}},
		} {
			t.Run(lang+" "+c.name, func(t *testing.T) {
				t.Parallel()
				d := newDesk(t).begin(t, "venue")
				term := tuitest.Start(t, tuitest.Options{Path: tuitest.BuildBinary(t), Env: append(append(d.env(), "TERM="+c.term), c.env...), Args: d.args(lang, c.args...)})
				e := &ears{Terminal: term, t: t}
				e.hears(i18n.In(lang).Speak.Start + "\r\n")
				e.hears("V.05 ")
				leave(t, term)
				plain(t, string(term.Transcript()))
				restored(t, term)
			})
		}
	}
}

// A person types ahead of a poor line: every key does what it does where screens
// are drawn, and takes no more than a line for its answer and one for what is next.
func TestABurstDoesTheSameAsWhereScreensAreDrawn(t *testing.T) {
	t.Parallel()
	burst := strings.Repeat("1", 40)
	drawn := newDesk(t).begin(t, "committee")
	term := drawn.start(t, "vi")
	term.WaitFor("1.01", tuitest.Patience)
	term.Type(burst)
	term.WaitStill(quiet)
	leave(t, term)

	heard := newDesk(t).begin(t, "committee")
	e := listen(t, heard, "vi", "dumb")
	e.hears("1.01 ")
	e.types(burst)
	e.WaitStill(quiet)
	lines := strings.Count(string(e.Transcript()[e.past:]), "\r\n")
	leave(t, e.Terminal)
	want, got := drawn.read(t, drawn.id).Filled.Answers, heard.read(t, heard.id).Filled.Answers
	if len(want) < 10 || !maps.Equal(raws(want), raws(got)) {
		t.Errorf("heard, the keys answer %v\ndrawn, %v", raws(got), raws(want))
	}
	if lines > 2*len(burst) {
		t.Errorf("forty keys took %d lines", lines)
	}
}

// raws are the texts of answers that have no row, whose ids differ.
func raws(answers map[form.Field]form.Answer) map[form.Field]string {
	texts := map[form.Field]string{}
	for f, a := range answers {
		if f.Row == "" {
			texts[f] = a.Raw
		}
	}
	return texts
}

// quiet is how long nothing may be heard before a test takes it that all was said.
const quiet = 300 * time.Millisecond

func TestNothingIsSaidWhileNothingHappens(t *testing.T) {
	t.Parallel()
	e := listen(t, newDesk(t).begin(t, "venue"), "vi", "dumb")
	e.hears("V.05 ")
	before := e.BytesOut()
	e.Resize(100, 40)
	e.WaitStill(3 * time.Second)
	if more := e.BytesOut() - before; more != 0 {
		t.Errorf("%d bytes were sent", more)
	}
	leave(t, e.Terminal)
}

func TestASignalEndsTheLinearModePolitely(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t).begin(t, "venue")
			e := listen(t, d, "vi", "dumb")
			e.hears("V.05 ")
			e.types("Hội trường")
			e.hears("trường")
			e.Kill(signal)
			if code, _ := e.Wait(); code != 0 {
				t.Errorf("ended with %d, want 0", code)
			}
			restored(t, e.Terminal)
			plain(t, string(e.Transcript()))
			if got := d.raw(t, "venue"); got != "Hội trường" {
				t.Errorf("the venue holds %q", got)
			}
		})
	}
}

func TestAClosedLineLosesNothingInTheLinearMode(t *testing.T) {
	t.Parallel()
	d := newDesk(t).begin(t, "venue")
	e := listen(t, d, "vi", "dumb")
	e.hears("V.05 ")
	e.types("Hội trường")
	e.hears("trường")
	e.HangUp()
	if code, _ := e.Wait(); code != 0 {
		t.Errorf("ended with %d, want 0", code)
	}
	if got := d.raw(t, "venue"); got != "Hội trường" {
		t.Errorf("the venue holds %q", got)
	}
}
