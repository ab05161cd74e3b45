package paint

import (
	"strings"
	"testing"
	"time"
)

// What is copied from a terminal or a log is pasted without its colours, and no word is
// lost, wherever the line cuts it.
func TestEscapeSequencesInAPasteAreTakenOutWhole(t *testing.T) {
	for _, c := range []struct{ name, pasted, want string }{
		{"a colour", "\x1b[31mđỏ\x1b[0m xong", "đỏ xong"},
		{"several parameters", "\x1b[1;38;2;255;0;0mtiếng\x1b[m Việt", "tiếng Việt"},
		{"the end of a colour as tput writes it", "đỏ\x1b(B\x1b[m xong", "đỏ xong"},
		{"moving and erasing", "a\x1b[2Kb\x1b[10;20Hc\x1b[?25hd", "abcd"},
		{"keys", "a\x1b[Ab\x1bOPc\x1b[15~d", "abcd"},
		{"a title", "\x1b]0;root@may-chu: ~\x07Báo cáo", "Báo cáo"},
		{"a link", "\x1b]8;;https://example.org\x1b\\xem\x1b]8;;\x1b\\ đây", "xem đây"},
		{"a terminal's answer", "\x1bP>|XTerm(390)\x1b\\chữ", "chữ"},
		{"another start of a paste", "a" + pasteStart + "b", "ab"},
		{"decomposed letters behind one", "\x1b[1mtie\u0302\u0301ng", "tie\u0302\u0301ng"},
		{"broken off by a letter", "\x1b[31ếch", "ếch"},
		{"broken off by a blank", "\x1b[ 12 người", " 12 người"},
		{"broken off by a new line", "\x1b[31\rxã", "\rxã"},
		{"broken off by another", "\x1b[31\x1b[32mxã", "xã"},
		{"a colour without its end", "xã\x1b[31", "xã"},
		{"a sequence without anything", "xã\x1b[", "xã"},
		{"Esc at the end", "xã\x1b", "xã"},
		{"Esc before a word", "\x1bxã \x1bOanh \x1b8.042", "xã Oanh 8.042"},
		{"a bracket behind Esc", "\x1b(1.200)", "(1.200)"},
		{"a title without its end", "\x1b]0;Báo cáo", "]0;Báo cáo"},
		{"a title whose line ends", "\x1b]0;Báo\rcáo\x07", "]0;Báo\rcáo\x07"},
		{"a title that another breaks off", "\x1b]0;Báo\x1b[1m cáo", "]0;Báo cáo"},
		{"brackets that are a person's", "[31m và [1] ]0;", "[31m và [1] ]0;"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sent, want := pasteStart+c.pasted+pasteEnd+"z", pasteStart+c.want+pasteEnd+"z"
			for cut := range len(sent) {
				for _, gap := range []time.Duration{0, escapePatience} {
					if got := joined(play(t, readSize, step{0, sent[:cut]}, step{gap, sent[cut:]})); got != want {
						t.Fatalf("cut at %d by %v it arrives as %q, want %q", cut, gap, got, want)
					}
				}
			}
		})
	}
}

// A sequence in a paste that never ends holds neither the text behind it nor the keys.
func TestAnUnfinishedSequenceInAPasteIsGivenUp(t *testing.T) {
	for pasted, want := range map[string]string{"xã\x1b[31": "xã", "xã\x1b]0;Báo cáo": "xã]0;Báo cáo", "xã\x1b": "xã", "xã\x1b(": "xã("} {
		got := joined(play(t, readSize, step{0, pasteStart + pasted}, step{3 * time.Second, "b"}))
		if got != pasteStart+want+pasteEnd+"b" {
			t.Errorf("%q without its end arrives as %q", pasted, got)
		}
	}
	long := "\x1b]" + strings.Repeat("x", 3*longestSequence)
	if got := joined(play(t, readSize, step{0, pasteStart + long + pasteEnd})); got != pasteStart+long[1:]+pasteEnd {
		t.Errorf("of %d bytes %d arrived", len(long), len(got))
	}
}
