package tuitest

import (
	"bytes"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestEmulatorDraws(t *testing.T) {
	const width, height = 10, 4
	cases := []struct{ name, sent, want string }{
		{"text from the top left", "ab", "ab"},
		{"new rows", "a\r\nb", "a/b"},
		{"a new row only after the row is full", "0123456789", "0123456789"},
		{"a full row's next letter on the next row", "0123456789a", "0123456789/a"},
		{"over itself without wrapping", "\x1b[?7l0123456789ab", "012345678b"},
		{"a scrolled screen", "a\r\nb\r\nc\r\nd\r\ne", "b/c/d/e"},
		{"the cursor's places", "\x1b[3;4Hx\x1b[1;1Hy\x1b[2dz\x1b[8Gw", "y/ z     w/   x"},
		{"relative moves", "abc\x1b[2Dx\x1b[By\x1b[Az\x1b[Cw", "axcz w/  y"},
		{"tabs", "\tx\x1b[Zy", "        y"},
		{"repeated characters", "a\x1b[4b|", "aaaaa|"},
		{"erased ends", "abcdef\x1b[3D\x1b[K", "abc"},
		{"erased beginnings", "abcdef\x1b[3D\x1b[1K", "    ef"},
		{"erased characters", "abcdef\r\x1b[2X", "  cdef"},
		{"a cleared screen", "abc\r\ndef\x1b[2Jx", "/   x"},
		{"erased rows below", "a\r\nb\r\nc\x1b[2;1H\x1b[J", "a"},
		{"inserted characters", "abc\r\x1b[2@", "  abc"},
		{"deleted characters", "abcdef\r\x1b[2P", "cdef"},
		{"insert mode", "bc\r\x1b[4ha\x1b[4l", "abc"},
		{"inserted rows", "a\r\nb\r\nc\x1b[2;1H\x1b[L", "a//b/c"},
		{"deleted rows", "a\r\nb\r\nc\x1b[1;1H\x1b[M", "b/c"},
		{"scrolled rows between others", "a\r\nb\r\nc\r\nd\x1b[2;3r\x1b[S", "a/c//d"},
		{"rows scrolled back", "a\r\nb\r\nc\r\nd\x1b[2;3r\x1b[T", "a//b/d"},
		{"a reversed line feed at the top", "a\r\nb\x1b[1;1H\x1bM", "/a/b"},
		{"saved places", "ab\x1b7\x1b[3;3Hc\x1b8d", "abd//  c"},
		{"the alternate screen", "abc\x1b[?1049hx", "   x"},
		{"the covered screen again", "abc\x1b[?1049hx\x1b[?1049l!", "abc!"},
		{"composed and decomposed letters", "ế e\u0302\u0301", "ế e\u0302\u0301"},
		{"wide letters", "あb", "あb"},
		{"half of a wide letter as a blank", "あb\r\x1b[Cx", " xb"},
		{"titles and other texts nowhere", "\x1b]0;title\x07a\x1bPx\x1b\\b", "ab"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e := newEmulator(width, height, func(string) {})
			e.write([]byte(c.sent))
			want := strings.Split(c.want, "/")
			want = append(want, make([]string, height-len(want))...)
			if diff := cmp.Diff(want, e.rows()); diff != "" {
				t.Error(diff)
			}
			if len(e.unknown) > 0 {
				t.Errorf("not understood: %q", e.unknown)
			}
		})
	}
}

// The renderer the interface uses chooses among many sequences for the same
// change; whatever it chooses, the emulator must show the frame it was given.
func TestEmulatorShowsWhatTheRendererWasGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const width, height = 24, 8
		var wire bytes.Buffer
		renderer := uv.NewTerminalRenderer(&wire, []string{"TERM=xterm-256color"})
		renderer.SetFullscreen(true)
		renderer.SetBackspace(true)
		e := newEmulator(width, height, func(string) {})
		frame := uv.NewScreenBuffer(width, height)
		row := rapid.StringOfN(rapid.SampledFrom([]rune("aaaaab   đếあ~")), 0, width/2, -1)
		for range rapid.IntRange(1, 5).Draw(t, "frames") {
			rows := rapid.SliceOfN(row, height, height).Draw(t, "rows")
			frame.Clear()
			uv.NewStyledString(strings.Join(rows, "\n")).Draw(frame, frame.Bounds())
			renderer.Render(frame.RenderBuffer)
			if err := renderer.Flush(); err != nil {
				t.Fatal(err)
			}
			e.write(wire.Bytes())
			sent := wire.String()
			wire.Reset()
			for y := range rows {
				rows[y] = strings.TrimRight(rows[y], " ")
			}
			if diff := cmp.Diff(rows, e.rows()); diff != "" {
				t.Fatalf("after %q (- given, + shown, not understood %q):\n%s", sent, e.unknown, diff)
			}
		}
	})
}
