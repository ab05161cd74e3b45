package paint

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const ms = time.Millisecond

// texts hold letters of one to four bytes, composed and decomposed.
var texts = []string{
	"Phường Ngọc Hà",
	"giải ngân đạt 87,5 % kế hoạch năm",
	"Ủy ban nhân dân xã Ea H'leo — quyết định số 08/QĐ-UBND",
	"nghiêng ngả khuỷu quyệt, ữ ễ ợ ẵ ỹ",
	"Nghi\u1ec7m thu h\u006f\u0300a gi\u0061\u0309i",
	"₫ 😀 …",
}

func TestALetterCutByTheLineArrivesWhole(t *testing.T) {
	for _, text := range texts {
		for cut := 1; cut < len(text); cut++ {
			for _, gap := range []time.Duration{0, 60 * ms, 150 * ms, 400 * ms, letterPatience} {
				got := play(t, readSize, step{0, text[:cut]}, step{gap, text[cut:]})
				if joined(got) != text {
					t.Errorf("%q cut at %d by %v arrived as %+v", text, cut, gap, got)
				}
				for _, a := range got {
					if !utf8.ValidString(a.text) {
						t.Errorf("%q cut at %d by %v was read with a part of a letter: %q", text, cut, gap, a.text)
					}
				}
			}
		}
	}
}

func TestABurstIsReadWithoutCuttingLetters(t *testing.T) {
	burst := strings.Repeat("ướ", 4*1024) // longer than any read
	for _, size := range []int{4, 5, 7, 64, readSize, readSize + 1} {
		t.Run(fmt.Sprintf("%d bytes a read", size), func(t *testing.T) {
			got := play(t, size, step{0, burst[:8001]}, step{50 * ms, burst[8001:]})
			if joined(got) != burst {
				t.Errorf("%d bytes arrived as %d", len(burst), len(joined(got)))
			}
			for _, a := range got {
				if !utf8.ValidString(a.text) {
					t.Fatalf("a read returned a part of a letter: %q", a.text)
				}
			}
		})
	}
}

func TestALetterIsNotWaitedForLongerThanItsPatience(t *testing.T) {
	got := play(t, readSize, step{0, "a\xe1\xbb"}, step{letterPatience + ms, "\x87b"})
	want := []arrival{{0, "a"}, {letterPatience, "\xe1\xbb"}, {letterPatience + ms, "\x87b"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(arrival{})); diff != "" {
		t.Error(diff)
	}
}

func TestAKeyAfterHalfALetterIsNotKeptBack(t *testing.T) {
	got := play(t, readSize, step{0, "\xe1\xbb"}, step{300 * ms, "\x03"})
	want := []arrival{{300 * ms, "\xe1\xbb\x03"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(arrival{})); diff != "" {
		t.Error(diff)
	}
}

// sequences are whole keys and answers as terminals send them.
var sequences = []string{
	"\x1b[A", "\x1b[1;5C", "\x1b[15~", "\x1b[200~x\x1b[201~", "\x1bOP", "\x1bO5P", "\x1bx", "\x1bế",
	"\x1b\x1b[A", "\x1b[?62;22c", "\x1b[<0;10;20M", "\x1b]11;rgb:0000/0000/0000\x07",
	"\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1bP>|XTerm(390)\x1b\\",
}

// A line that keeps Esc back brings it together with the next key: both are keys.
func TestEscAndAKeyThatComeTogetherAreTwoKeys(t *testing.T) {
	for sent, want := range map[string]string{
		"\x1bn": "\x1b[27un", "\x1bđ": "\x1b[27uđ", "\x1b\r": "\x1b[27u\r", "\x1b1": "\x1b[27u1", "a\x1bnb": "a\x1b[27unb",
		"\x1bOP": "\x1bOP", "\x1b[A": "\x1b[A", "\x1b\x1b[A": "\x1b\x1b[A", "\x1b\x7f": "\x1b\x7f", "\x1b\\": "\x1b\\", "\x1b": "\x1b",
	} {
		if got := joined(play(t, readSize, step{0, sent})); got != want {
			t.Errorf("%q arrived as %q, want %q", sent, got, want)
		}
	}
}

func TestASequenceCutByTheLineArrivesWhole(t *testing.T) {
	for _, sequence := range sequences {
		for cut := 1; cut < len(sequence); cut++ {
			got := play(t, readSize, step{0, sequence[:cut]}, step{escapePatience, sequence[cut:]}, step{time.Second, "z"})
			want := sequence
			if met([]byte(sequence)) {
				want = escKey + sequence[1:]
			}
			if joined(got) != want+"z" {
				t.Errorf("%q cut at %d arrived as %+v", sequence, cut, got)
			}
			if pasted := strings.HasPrefix(sequence, pasteStart); !pasted && got[0].text != want {
				t.Errorf("%q cut at %d was read as %+v", sequence, cut, got)
			}
		}
	}
}

func TestAnUnfinishedSequenceIsPassedOnInTime(t *testing.T) {
	cases := []struct {
		name  string
		steps []step
		want  []arrival
	}{
		{"Esc alone", []step{{0, "\x1b"}, {time.Second, "a"}}, []arrival{{escapePatience, "\x1b"}, {time.Second, "a"}}},
		{"Esc after a letter", []step{{0, "a\x1b"}, {time.Second, "b"}}, []arrival{{0, "a"}, {escapePatience, "\x1b"}, {time.Second, "b"}}},
		{"Esc twice", []step{{0, "\x1b\x1b"}, {time.Second, "a"}}, []arrival{{escapePatience, "\x1b\x1b"}, {time.Second, "a"}}},
		{
			"Esc held down", []step{{0, "\x1b"}, {30 * ms, "\x1b"}, {30 * ms, "\x1b"}, {30 * ms, "\x1b"}},
			[]arrival{{60 * ms, "\x1b"}, {90 * ms, "\x1b"}, {90 * ms, "\x1b\x1b"}},
		},
		{"Alt+[", []step{{0, "\x1b["}, {time.Second, "a"}}, []arrival{{escapePatience, "\x1b["}, {time.Second, "a"}}},
		{"Alt+P", []step{{0, "\x1bP"}, {time.Second, "a"}}, []arrival{{escapePatience, "\x1bP"}, {time.Second, "a"}}},
		{"broken off by a key", []step{{0, "\x1b[1;"}, {10 * ms, "\x03"}}, []arrival{{10 * ms, "\x1b[1;\x03"}}},
		{"broken off by a sequence", []step{{0, "\x1b[1;\x1b[A"}}, []arrival{{0, "\x1b[1;\x1b[A"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := play(t, readSize, c.steps...)
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(arrival{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnEndlessSequenceIsPassedOn(t *testing.T) {
	var steps []step
	for range 2 * longestSequence {
		steps = append(steps, step{ms, "x"})
	}
	got := play(t, readSize, append([]step{{0, "\x1b]"}}, steps...)...)
	if first := got[0]; first.at > longestSequence*ms || len(first.text) != longestSequence {
		t.Errorf("the first %d bytes were passed on after %v", len(first.text), first.at)
	}
}

func TestPastes(t *testing.T) {
	const second = time.Second
	cases := []struct {
		name  string
		steps []step
		want  []arrival
	}{
		{
			"an end that never comes is added after silence",
			[]step{{0, pasteStart + "abc"}, {5 * second, "\x03"}},
			[]arrival{{0, pasteStart + "abc"}, {pastePatience, pasteEnd}, {5 * second, "\x03"}},
		},
		{
			"a slow paste is not ended",
			[]step{{0, pasteStart + "a"}, {pastePatience, "b"}, {pastePatience, "c" + pasteEnd}, {9 * second, "d"}},
			[]arrival{{0, pasteStart + "a"}, {2 * second, "b"}, {4 * second, "c" + pasteEnd}, {13 * second, "d"}},
		},
		{
			"an end cut in two ends the paste",
			[]step{{0, pasteStart + "a\x1b[2"}, {500 * ms, "01~b"}},
			[]arrival{{0, pasteStart + "a"}, {500 * ms, pasteEnd + "b"}},
		},
		{
			"half an end is completed after silence",
			[]step{{0, pasteStart + "a\x1b[20"}, {5 * second, "b"}},
			[]arrival{{0, pasteStart + "a"}, {pastePatience, pasteEnd}, {5 * second, "b"}},
		},
		{
			"half a letter is kept before the added end",
			[]step{{0, pasteStart + "a\xe1"}, {5 * second, "b"}},
			[]arrival{{0, pasteStart + "a"}, {pastePatience, "\xe1" + pasteEnd}, {5 * second, "b"}},
		},
		{
			"an end after the added one is dropped",
			[]step{{0, pasteStart + "a"}, {5 * second, "b" + pasteEnd + "c"}},
			[]arrival{{0, pasteStart + "a"}, {pastePatience, pasteEnd}, {5 * second, "bc"}},
		},
		{
			"a paste under way when the line ends is kept",
			[]step{{0, pasteStart + "a\xe1"}},
			[]arrival{{0, pasteStart + "a"}, {0, "\xe1" + pasteEnd}},
		},
		{
			"control characters and the letters of keys in it stay",
			[]step{{0, pasteStart + "\x08\x1b[[A\x1b\x08" + pasteEnd + "\x08"}},
			[]arrival{{0, pasteStart + "\x08[[A\x08" + pasteEnd + "\x7f"}},
		},
		{
			"a sequence without its end in it does not take the paste's end",
			[]step{{0, pasteStart + "a\x1bPb\x9dc\x90\xc2\x90\x1b" + pasteEnd + "\t"}},
			[]arrival{{0, pasteStart + "aPbc\xc2\x90" + pasteEnd + "\t"}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := play(t, readSize, c.steps...)
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(arrival{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOddTerminalsKeysAreTranslated(t *testing.T) {
	cases := []struct{ name, sent, want string }{
		{"0x08 is Backspace", "\x08", "\x7f"},
		{"0x7f is Backspace", "\x7f", "\x7f"},
		{"Alt+0x08 is Alt+Backspace", "\x1b\x08", "\x1b\x7f"},
		{"the Linux console's F1", "\x1b[[A", "\x1bOP"},
		{"the Linux console's F2", "\x1b[[B", "\x1bOQ"},
		{"the Linux console's F3", "\x1b[[C", "\x1bOR"},
		{"the Linux console's F4", "\x1b[[D", "\x1bOS"},
		{"the Linux console's F5", "\x1b[[E", "\x1b[15~"},
		{"others' sequences stay", "\x1b[[F", "\x1b[[F"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for cut := range len(c.sent) {
				steps := []step{{0, "a" + c.sent[:cut]}, {escapePatience, c.sent[cut:] + "b"}}
				if got := joined(play(t, readSize, steps...)); got != "a"+c.want+"b" {
					t.Errorf("cut at %d it arrived as %q, want %q", cut, got, "a"+c.want+"b")
				}
			}
		})
	}
}

func TestTheLineIsToldThatTheTerminalIsGone(t *testing.T) {
	for _, end := range []error{io.EOF, syscall.EIO} {
		t.Run(end.Error(), func(t *testing.T) {
			line := NewLine()
			src := &script{steps: []step{{0, "a\xe1"}}, end: end}
			in := newInput(nil, src, line)
			if line.Err() != nil {
				t.Fatalf("the line was lost before it was read: %v", line.Err())
			}
			if got := joined(drain(t, in, src, readSize)); got != "a\xe1" {
				t.Errorf("read %q before the end, want what was kept back too", got)
			}
			select {
			case <-line.Gone():
			default:
				t.Fatal("the line was not told")
			}
			if !errors.Is(line.Err(), end) {
				t.Errorf("the line's error is %v, want %v", line.Err(), end)
			}
		})
	}
}

func TestClosingIsNotLosingTheLine(t *testing.T) {
	line := NewLine()
	in := newInput(nil, &script{end: errStopped}, line)
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := in.Read(make([]byte, 8)); n != 0 || !errors.Is(err, io.EOF) {
		t.Errorf("Read after Close returned %d, %v", n, err)
	}
	if line.Err() != nil {
		t.Errorf("the line was lost: %v", line.Err())
	}
}

func TestInputCounts(t *testing.T) {
	src := &script{steps: []step{{0, "a\x08"}, {ms, "\xe1"}, {ms, "\xba\xbf"}}}
	in := newInput(nil, src, NewLine())
	drain(t, in, src, readSize)
	if in.Bytes() != 5 || in.Reads() != 3 {
		t.Errorf("counted %d bytes in %d reads, want 5 in 3", in.Bytes(), in.Reads())
	}
}

// Bubble Tea's cancel reader treats what has a name as a file that it may wait
// for by itself; see Input.
func TestInputHasNoName(t *testing.T) {
	if _, named := any(&Input{}).(interface{ Name() string }); named {
		t.Error("Input has a method Name: its time limits do not run any more")
	}
}

// Where nothing is silent for too long, it must not matter how a line cuts
// what is sent.
func TestCutsDoNotMatter(t *testing.T) {
	piece := rapid.OneOf(rapid.SampledFrom(sequences), rapid.SampledFrom(texts),
		rapid.SampledFrom([]string{"\x08", "\x1b[[C", "\x1b\x08", "\xff", "\x1b[", "\x1b", "\xe1\xbb", pasteStart, pasteEnd}))
	rapid.Check(t, func(t *rapid.T) {
		sent := strings.Join(rapid.SliceOfN(piece, 1, 8).Draw(t, "sent"), "")
		var steps []step
		for rest := sent; rest != ""; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "cut")
			steps = append(steps, step{rapid.SampledFrom([]time.Duration{0, 40 * ms, escapePatience}).Draw(t, "gap"), rest[:n]})
			rest = rest[n:]
		}
		size := rapid.IntRange(1, 64).Draw(t, "size")
		want := joined(play(t, readSize, step{0, sent}))
		if got := joined(play(t, size, steps...)); got != want {
			t.Fatalf("cut as %+v it arrived as %q, whole as %q", steps, got, want)
		}
	})
}

// Whatever a terminal sends, and however late, all of it arrives but for the
// translations and the rest of a late key, and a keyboard is never locked.
func FuzzNothingIsLost(f *testing.F) {
	for _, sequence := range sequences {
		f.Add([]byte(sequence), 1, int64(150))
	}
	f.Add([]byte("ế\x08\x1b[[A"), 2, int64(3000))
	f.Add([]byte("\x1bX000000000\x1b0"), 11, int64(128)) // broken off in what was passed on
	f.Fuzz(func(t *testing.T, sent []byte, cut int, gap int64) {
		if len(sent) == 0 {
			return
		}
		at := (cut%len(sent) + len(sent)) % len(sent)
		wait := time.Duration((gap%5000+5000)%5000) * ms
		for _, translated := range []string{pasteStart, pasteEnd, "\x08", "\x1b[[", escKey} {
			if strings.Contains(string(sent), translated) {
				return
			}
		}
		got := joined(play(t, readSize, step{0, string(sent[:at])}, step{wait, string(sent[at:])}))
		got = strings.ReplaceAll(got, escKey, "\x1b") // as it is translated before a letter
		if late := wait > escapePatience && strings.Contains(string(sent[:at]), "\x1b"); late && len(got) >= at {
			// The rest of a key that came too late is dropped, or the key comes whole.
			if got[:at] == string(sent[:at]) && strings.HasSuffix(string(sent), got[at:]) {
				return
			}
		}
		if got != string(sent) {
			t.Errorf("%q cut at %d by %v arrived as %q", sent, at, wait, got)
		}
	})
}
