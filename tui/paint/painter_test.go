package paint_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"giamsat/tui/paint"
	"giamsat/tui/tuitest"
)

// screen is a painter and the terminal it paints on.
type screen struct {
	*paint.Painter
	display *tuitest.Display
	wire    bytes.Buffer // what the last write sent
	writes  int
	fails   error
}

func newScreen(width, height int, term string) *screen {
	s := &screen{display: tuitest.NewDisplay(width, height)}
	s.Painter = paint.NewPainter(s, colorprofile.TrueColor, []string{"TERM=" + term})
	s.Resize(width, height)
	if _, err := s.display.Write([]byte("\x1b[?25l")); err != nil { // as Open leaves it
		panic(err)
	}
	return s
}

func (s *screen) Write(sent []byte) (int, error) {
	if s.fails != nil {
		return 0, s.fails
	}
	s.writes++
	s.wire.Reset()
	s.wire.Write(sent)
	return s.display.Write(sent)
}

// show paints rows with the cursor in a place, or hidden where x is negative.
func (s *screen) show(tb interface {
	Helper()
	Fatalf(string, ...any)
}, x, y int, rows ...string) {
	tb.Helper()
	view := tea.NewView(strings.Join(rows, "\n"))
	if x >= 0 {
		view.Cursor = tea.NewCursor(x, y)
		view.Cursor.Shape, view.Cursor.Blink = tea.CursorBar, false
	}
	if err := s.Paint(view); err != nil {
		tb.Fatalf("paint: %v", err)
	}
}

// pieces are what rows are made of: styles, letters of all widths, marks that
// stand alone, and what no terminal may get to see.
var pieces = []string{"a", "bcd", "  ", "      ", "\x1b[m", "\x1b[1m", "\x1b[2m", "\x1b[4m", "\x1b[7m", "\x1b[31m", "\x1b[44m", "\x1b[38;5;200m",
	"đế", "Hà Tĩnh", "e\u0302\u0301", "─", "────────", "あ", "漢字", "😀", "👨‍👩‍👧", "\u0301", "\x1b]0;t\a", "\x1bP$q\"p\x1b\\", "\u009b2J", "\a", "\t"}

// Whatever stood on the terminal before, and whatever way the painter chose to
// the next picture, the terminal shows what it would show of that picture alone.
func TestEveryPictureIsAsIfPaintedAfresh(t *testing.T) {
	for _, term := range []string{"xterm-256color", "linux", "screen-256color", "tmux-256color", "vt100"} {
		t.Run(term, func(t *testing.T) { rapid.Check(t, func(t *rapid.T) { afresh(t, term) }) })
	}
}

func afresh(t *rapid.T, term string) {
	width, height := rapid.IntRange(1, 24).Draw(t, "width"), rapid.IntRange(1, 9).Draw(t, "height")
	s := newScreen(width, height, term)
	row := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12), func(p []string) string { return strings.Join(p, "") })
	var rows []string
	for range rapid.IntRange(1, 8).Draw(t, "pictures") {
		switch rapid.IntRange(0, 9).Draw(t, "what happens before") {
		case 0:
			width, height = rapid.IntRange(1, 24).Draw(t, "width"), rapid.IntRange(1, 9).Draw(t, "height")
			s.display.Resize(width, height)
			s.Resize(width, height)
			rows = nil
		case 1:
			s.Forget()
		}
		rows = next(t, rows, height, row)
		x, y := rapid.IntRange(-1, width-1).Draw(t, "x"), rapid.IntRange(0, height-1).Draw(t, "y")
		s.show(t, x, y, rows...)
		alone := newScreen(width, height, term)
		alone.show(t, x, y, rows...)
		got, want := s.display.Picture(), alone.display.Picture()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("after %q (- afresh, + shown):\n%s", s.wire.String(), diff)
		}
		if unknown := s.display.Unknown(); len(unknown) > 0 {
			t.Fatalf("not understood: %q", unknown)
		}
	}
}

// next is another picture: some rows as before, all rows moved by one, some moved
// within the others, single letters of rows changed, or all new.
func next(t *rapid.T, rows []string, height int, row *rapid.Generator[string]) []string {
	if len(rows) != height {
		rows = make([]string, height)
	}
	rows = append([]string(nil), rows...)
	switch rapid.IntRange(0, 6).Draw(t, "change") {
	case 4:
		from, to := rapid.IntRange(0, height-1).Draw(t, "out"), rapid.IntRange(0, height-1).Draw(t, "in")
		rows = slices.Insert(slices.Delete(rows, from, from+1), to, row.Draw(t, "row"))
	case 5, 6:
		for y := range rows {
			rows[y] = strings.NewReplacer(rapid.SampledFrom(pieces).Draw(t, "piece"), rapid.SampledFrom(pieces).Draw(t, "by")).Replace(rows[y])
		}
	case 0:
		rows = append(rows[1:], row.Draw(t, "row"))
	case 1:
		rows = append([]string{row.Draw(t, "row")}, rows[:height-1]...)
	default:
		for y := range rows {
			if rapid.Bool().Draw(t, "new") {
				rows[y] = row.Draw(t, "row")
			}
		}
	}
	return rows
}

// A form's row has a mark in front and an answer behind its label: going on to
// the next one sends neither label again.
func TestWhatStandsBetweenTwoChangesIsNotSentAgain(t *testing.T) {
	s := newScreen(80, 24, "xterm-256color")
	rows := make([]string, 24)
	for y := range rows {
		rows[y] = fmt.Sprintf("   1.%02d   Quy chế hoạt động, phân công thành viên", y)
	}
	rows[5] = strings.Replace(rows[5], "  ", "> ", 1)
	s.show(t, 60, 5, rows...)
	rows[5] = strings.Replace(rows[5], "> ", "  ", 1) + "      Có"
	rows[6] = strings.Replace(rows[6], "  ", "> ", 1)
	s.show(t, 60, 6, rows...)
	if sent := s.wire.String(); strings.Contains(sent, "Quy") || len(sent) > 40 {
		t.Errorf("what stood already was sent: %q", sent)
	}
}

// Where the choices of the open row close and those of the next one open, the
// rows behind move by one, and the rows in between change a little as well.
func TestRowsThatMoveTakeAlongWhatIsLikeThem(t *testing.T) {
	s := newScreen(80, 24, "xterm-256color")
	form := func(open int) (rows []string) {
		for y := range 23 {
			mark, answer := " ", "      Có"
			if y == open {
				mark, answer = ">", ""
			}
			rows = append(rows, fmt.Sprintf(" %s 1.%02d   Quyết định số %d về Ban Chỉ đạo%s", mark, y, y*y, answer))
			if y == open && y%2 == 0 {
				rows = append(rows, "             [1] Có  [2] Không")
			}
		}
		return append(rows, "")[:24]
	}
	for open := range 20 {
		s.show(t, 0, open, form(open)...)
		if sent := s.wire.String(); open > 0 && (strings.Contains(sent, "Quyết") || len(sent) > 120) {
			t.Errorf("to row %d: rows that stood already were sent: %q", open, sent)
		}
	}
}

func TestALetterIsOneByteAndNothingIsNone(t *testing.T) {
	s := newScreen(80, 24, "xterm-256color")
	rows := make([]string, 24)
	s.show(t, 0, 3, rows...)
	rows[3] = "v"
	s.show(t, 1, 3, rows...)
	rows[3] = "vi"
	s.show(t, 2, 3, rows...)
	if got := s.wire.String(); got != "i" {
		t.Errorf("a letter was sent as %q", got)
	}
	rows[3] = "viế"
	s.show(t, 3, 3, rows...)
	if got := s.wire.String(); got != "ế" {
		t.Errorf("a Vietnamese letter was sent as %q", got)
	}
	before := s.writes
	s.show(t, 3, 3, rows...)
	if s.writes != before {
		t.Errorf("the same picture was sent as %q", s.wire.String())
	}
}

func TestAPictureIsOneWrite(t *testing.T) {
	s := newScreen(80, 24, "xterm-256color")
	for i, rows := range [][]string{{"a", "b"}, {strings.Repeat("x", 80), "\x1b[1mb\x1b[m", "c"}, {"あ", "😀"}} {
		s.show(t, i, i, rows...)
		if s.writes != i+1 {
			t.Fatalf("picture %d took %d writes", i, s.writes-i)
		}
	}
}

// A text that nobody cleaned must not drive the terminal: not now, and not from
// the buffer of cells, which keeps what it calls pass-through sequences.
func TestNoSequenceOfATextIsSent(t *testing.T) {
	for _, text := range []string{"\x1bP$q\"p\x1b\\", "\x1b_Gf=100;\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\", "\x1b]52;c;cHduZWQ=\a", "\x1b]8;;http://pwned\x1b\\",
		"\x1b[2J", "\x1b[10;10H", "\x1bc", "\u009b2J", "\u0090q\u009c", "\x9b2J", "\x90q\x9c", "\x07", "\x08", "\x7f"} {
		t.Run(fmt.Sprintf("%q", text), func(t *testing.T) {
			s := newScreen(20, 2, "xterm-256color")
			s.show(t, 0, 0, "漢", "") // so that no text after it has the whole window painted again
			s.show(t, 0, 1, "A"+text+"B", text)
			sent := strings.NewReplacer("\x1b[?7l", "", "\x1b[?7h", "").Replace(s.wire.String())
			for _, wild := range []string{"\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x1b]", "\x1bc", "\x1b[2J", "10;10", "\a", "\x7f", "\u009b", "\u0090", "\x9b", "\x90q"} {
				if strings.Contains(sent, wild) {
					t.Errorf("%q was sent in %q", wild, sent)
				}
			}
		})
	}
}

func TestAfterAFailedWriteThePictureIsPaintedAfresh(t *testing.T) {
	s := newScreen(10, 2, "xterm")
	s.show(t, 0, 0, "một", "hai")
	s.fails = errors.New("no room")
	if err := s.Paint(tea.NewView("ba\nbốn")); !errors.Is(err, s.fails) {
		t.Fatalf("the error is %v", err)
	}
	s.fails = nil
	s.show(t, 0, 0, "ba", "hai")
	if got := s.display.Picture().Rows; got[0] != "ba" || got[1] != "hai" {
		t.Errorf("the terminal shows %q", got)
	}
}

func TestABigPictureHidesTheCursorWhileItArrives(t *testing.T) {
	s := newScreen(80, 24, "xterm")
	s.show(t, 0, 0, "a")
	rows := make([]string, 24)
	for y := range rows {
		rows[y] = strings.Repeat(string(rune('a'+y)), 40)
	}
	s.show(t, 1, 1, rows...)
	if got := s.wire.String(); !strings.HasPrefix(got, "\x1b[?25l") || !strings.HasSuffix(got, "\x1b[?25h") {
		t.Errorf("%d bytes were sent as %q", len(got), got)
	}
}
