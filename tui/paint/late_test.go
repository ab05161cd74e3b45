package paint

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A line that is slow between the bytes of a key makes an Esc of its first one: that
// cannot be taken back, but what comes after is no text, wherever the key was cut.
func TestTheRestOfALateKeyIsNeverText(t *testing.T) {
	for _, key := range []string{
		"\x1b[A", "\x1b[B", "\x1b[H", "\x1b[1;5C", "\x1b[15~", "\x1b[3~", "\x1b[Z", "\x1bOP", "\x1bOA", "\x1b[<0;10;20M", "\x1b[?62;22c",
		"\x1b[27u", "\x1b[[A", "\x1b]11;rgb:0000/0000/0000\x07",
	} {
		for cut := 1; cut < len(key); cut++ {
			if key[1] == ']' && cut == 2 {
				continue // Alt+], and what a person types after it
			}
			for _, gap := range []time.Duration{escapePatience + ms, 300 * ms, latePatience} {
				got := play(t, readSize, step{0, "a"}, step{0, key[:cut]}, step{gap, key[cut:]}, step{time.Second, "z"})
				text := strings.TrimSuffix(strings.TrimPrefix(joined(got), "a"+key[:cut]), "z")
				whole := key
				if xterm, ok := linuxKeys[key]; ok {
					whole = xterm
				}
				if want := map[bool]string{true: "", false: whole}[cut == 1]; text != want {
					t.Errorf("%q cut at %d by %v: after what was passed on came %q, want %q", key, cut, gap, text, want)
				}
			}
		}
	}
}

func TestALateKeyMayBeCutAgain(t *testing.T) {
	got := play(t, readSize, step{0, "\x1b"}, step{300 * ms, "["}, step{time.Second, "1"}, step{time.Second, "5~b"})
	want := []arrival{{escapePatience, "\x1b"}, {2300 * ms, "b"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(arrival{})); diff != "" {
		t.Error(diff)
	}
}

// A line that cut one key will cut others: from then on Esc is waited for longer.
func TestAfterALateKeyALineIsGivenMoreTime(t *testing.T) {
	got := play(t, readSize, step{0, "\x1b"}, step{200 * ms, "[A"}, step{time.Second, "\x1b"}, step{slowPatience, "[A"}, step{time.Second, "\x1b"}, step{time.Second, "b"})
	want := []arrival{{100 * ms, "\x1b"}, {1600 * ms, "\x1b[A"}, {3000 * ms, "\x1b"}, {3600 * ms, "b"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(arrival{})); diff != "" {
		t.Error(diff)
	}
}

// What a person types after Esc is text, however fast; only what looks like the rest of
// a key is not.
func TestWhatIsTypedAfterEscIsKept(t *testing.T) {
	for _, typed := range []string{"Oanh", "OANH", "O", "Phường", "1506", "[1] Có", "[a]", "]", "P", "(1.200)", "\x1b[A", "\r", "8tỷ"} {
		for _, gap := range []time.Duration{150 * ms, latePatience} {
			got := joined(play(t, readSize, step{0, "\x1b"}, step{gap, typed}))
			if got != "\x1b"+typed {
				t.Errorf("%q %v after Esc arrived as %q", typed, gap, got)
			}
		}
	}
	if got := play(t, readSize, step{0, "\x1b"}, step{150 * ms, "["}, step{5 * time.Second, "A"}); joined(got) != "\x1b[A" || got[1].at != 150*ms+latePatience {
		t.Errorf("a bracket that nothing follows arrived as %+v", got)
	}
	if got := play(t, readSize, step{0, "\x1b"}, step{150 * ms, "O"}, step{200 * ms, "A"}); joined(got) != "\x1bOA" {
		t.Errorf("two letters pressed one by one arrived as %+v", got)
	}
}

func TestAPasteWhoseStartIsLateIsAPaste(t *testing.T) {
	got := joined(play(t, readSize, step{0, "\x1b"}, step{300 * ms, "[200~xã\r"}, step{0, "Kỳ" + pasteEnd}))
	if got != "\x1b"+pasteStart+"xã\rKỳ"+pasteEnd {
		t.Errorf("it arrived as %q", got)
	}
}
