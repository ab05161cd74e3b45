package tuitest

import (
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// shell starts a script on a terminal.
func shell(t *testing.T, script string, o Options) *Terminal {
	t.Helper()
	path, err := exec.LookPath("sh")
	if err != nil {
		t.Skipf("no shell: %v", err)
	}
	o.Path, o.Args = path, []string{"-c", script}
	return Start(t, o)
}

func TestScreenShowsWhatWasPrinted(t *testing.T) {
	term := shell(t, `printf 'một\r\n\033[2;5Hhai\033[31;1mđ\033[m'; read _`, Options{Width: 20, Height: 3})
	term.WaitFor("haiđ", Patience)
	if got, want := strings.Join(term.Screen(), "\n"), "một\n    haiđ\n"; got != want {
		t.Errorf("screen is %q, want %q", got, want)
	}
	if x, y, visible := term.Cursor(); x != 8 || y != 1 || !visible {
		t.Errorf("cursor is %d,%d shown %v, want 8,1 shown", x, y, visible)
	}
	cell := term.Cell(7, 1)
	if cell.Content != "đ" || cell.Style.Fg != ansi.Red || cell.Style.Attrs == 0 {
		t.Errorf("cell is %q in %v with %v, want a bold red đ", cell.Content, cell.Style.Fg, cell.Style.Attrs)
	}
}

func TestKeysReachTheProgram(t *testing.T) {
	term := shell(t, `stty raw -echo; printf ready; dd bs=1 count=30 2>/dev/null | od -An -v -tx1`, Options{Width: 120})
	term.WaitFor("ready", Patience)
	term.Type("đ")
	term.Press("enter", "shift+tab", "up", "f1", "f12", "ctrl+c", "alt+x", "backspace")
	term.Paste("p")
	term.WaitForMatch(regexp.MustCompile(`c4 91 0d 1b 5b 5a 1b 5b 41 1b 4f 50 1b 5b 32 34\n\s+7e 03 1b 78 7f 1b 5b 32 30 30 7e 70 1b 5b`), Patience)
}

func TestProgramGetsACleanEnvironment(t *testing.T) {
	t.Setenv("COLORTERM", "truecolor")
	term := shell(t, `env | sort; echo "in $PWD"`, Options{Env: []string{"TERM=linux", "SIGN=x"}, Width: 200, Height: 40})
	if code, err := term.Wait(); code != 0 || err != nil {
		t.Fatalf("ended with %d, %v", code, err)
	}
	screen := strings.Join(term.Screen(), "\n") + "\n"
	for _, want := range []string{"TERM=linux\n", "SIGN=x\n", "LANG=C.UTF-8\n", "HOME=" + term.Home() + "\n", "XDG_DATA_HOME=" + term.Home() + "/data\n", "in " + term.Home() + "\n"} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is missing in\n%s", want, screen)
		}
	}
	if strings.Contains(screen, "COLORTERM") {
		t.Errorf("the tests' own environment is seen in\n%s", screen)
	}
}

func TestWaitReturnsTheExitCodeAndAllOutput(t *testing.T) {
	term := shell(t, `printf bye; exit 3`, Options{})
	if code, err := term.Wait(); code != 3 || err == nil {
		t.Errorf("ended with %d, %v, want 3 and an error", code, err)
	}
	if got := term.Screen()[0]; got != "bye" {
		t.Errorf("screen shows %q, want bye", got)
	}
	if got := string(term.Transcript()); got != "bye" || term.BytesOut() != 3 {
		t.Errorf("received %q, %d bytes, want bye, 3 bytes", got, term.BytesOut())
	}
}

func TestSignalsSizesAndHangUpsReachTheProgram(t *testing.T) {
	// The inner loop waits in short reads of nothing: sh runs a trap only
	// between commands.
	const wait = `while :; do sleep 0.02; done`
	t.Run("a signal", func(t *testing.T) {
		term := shell(t, `trap 'exit 7' TERM; printf ready; `+wait, Options{})
		term.WaitFor("ready", Patience)
		term.Kill(syscall.SIGTERM)
		if code, _ := term.Wait(); code != 7 {
			t.Errorf("ended with %d, want 7", code)
		}
	})
	t.Run("a size", func(t *testing.T) {
		term := shell(t, `trap 'stty size; exit' WINCH; stty size; `+wait, Options{Width: 70, Height: 20})
		term.WaitFor("20 70", Patience)
		term.Resize(61, 30)
		term.WaitFor("30 61", Patience)
		if got := len(term.Screen()); got != 30 {
			t.Errorf("screen has %d rows, want 30", got)
		}
	})
	t.Run("a dropped line", func(t *testing.T) {
		term := shell(t, `trap 'exit 9' HUP; printf ready; `+wait, Options{})
		term.WaitFor("ready", Patience)
		term.HangUp()
		if code, _ := term.Wait(); code != 9 {
			t.Errorf("ended with %d, want 9", code)
		}
	})
	t.Run("a dropped line without a signal", func(t *testing.T) {
		term := shell(t, `trap 'exit 9' HUP; printf ready; cat; exit 4`, Options{Detached: true})
		term.WaitFor("ready", Patience)
		term.HangUp()
		if code, _ := term.Wait(); code != 4 {
			t.Errorf("ended with %d, want 4", code)
		}
	})
}

func TestQuestionsAreAnsweredOnlyWhenAsked(t *testing.T) {
	const ask = `stty raw -echo min 0 time 5; printf '\033[6n\033[c'; dd bs=1 count=13 2>/dev/null | tr -c '0-9;?Rc[' .; printf end`
	t.Run("answers when told to", func(t *testing.T) {
		term := shell(t, ask, Options{Answer: true})
		term.WaitFor(".[1;1R.[?62;2", Patience)
	})
	t.Run("is silent otherwise", func(t *testing.T) {
		term := shell(t, ask, Options{})
		term.WaitFor("end", Patience)
		if got := term.Screen()[0]; got != "end" {
			t.Errorf("screen shows %q, want no answer", got)
		}
	})
}

func TestModesShowRawAndRestored(t *testing.T) {
	term := shell(t, `printf one; read _; stty raw; printf two; dd bs=1 count=1 >/dev/null 2>&1; stty sane; printf three`, Options{})
	term.WaitFor("one", Patience)
	before := term.Modes()
	term.Press("enter")
	term.WaitFor("two", Patience)
	if during := term.Modes(); during.Lflag == before.Lflag {
		t.Errorf("raw modes %+v do not differ from %+v", during, before)
	}
	term.Press("a")
	if _, err := term.Wait(); err != nil {
		t.Fatal(err)
	}
	if after := term.Modes(); after.Lflag&syscall.ICANON == 0 {
		t.Errorf("modes after the end %+v are still raw", after)
	}
}

func TestWaitStillReturnsAfterTheLastOutput(t *testing.T) {
	term := shell(t, `for i in 1 2 3 4 5; do printf $i; sleep 0.05; done; read _`, Options{})
	term.WaitStill(400 * time.Millisecond)
	if got := term.Screen()[0]; got != "12345" {
		t.Errorf("screen shows %q, want 12345", got)
	}
}

func TestWaitForFails(t *testing.T) {
	t.Run("showing the screen when the text does not come", func(t *testing.T) {
		term := shell(t, `printf something; read _`, Options{})
		term.WaitFor("something", Patience)
		fails := watch(t, func(tb testing.TB) {
			term.tb = tb
			term.WaitFor("else", 20*time.Millisecond)
		})
		term.tb = t
		if !strings.Contains(fails, "the text else was not shown") || !strings.Contains(fails, "|something|") {
			t.Errorf("the test failed with %q", fails)
		}
	})
	t.Run("at once when the program ends", func(t *testing.T) {
		term := shell(t, `printf something`, Options{})
		fails := watch(t, func(tb testing.TB) {
			term.tb = tb
			term.WaitFor("else", time.Hour)
		})
		term.tb = t
		if !strings.Contains(fails, "ended before the text else was shown") {
			t.Errorf("the test failed with %q", fails)
		}
	})
}
