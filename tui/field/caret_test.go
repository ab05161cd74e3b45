package field_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/field"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// inCells draws a line as a terminal does and returns what stands in each of its cells:
// the second cell of a wide letter holds nothing. It is the test's own measure; nothing of
// it comes from the widgets.
func inCells(line string, width int) []string {
	buf := uv.NewScreenBuffer(width, 1)
	buf.Method = ansi.GraphemeWidth
	uv.NewStyledString(line).Draw(buf, buf.Bounds())
	cells := make([]string, width)
	for x := range cells {
		cells[x] = buf.CellAt(x, 0).Content
	}
	return cells
}

// seenLetters are letters that take a cell: an accent without a letter takes none.
func seenLetters(letters []string) string {
	var b strings.Builder
	for _, l := range letters {
		if l != "\n" && !unicode.Is(unicode.Mn, []rune(l)[0]) {
			b.WriteString(l)
		}
	}
	return b.String()
}

// place is a text, the letters before its caret and behind.
type place struct{ before, behind []string }

// placeOf is what a widget says to who hears it: a text and how many letters of it are
// before the caret.
func placeOf(w field.Widget) place {
	said := w.Tell(kit.Spoken{})
	letters := vn.Graphemes(said.Text)
	return place{letters[:said.Caret], letters[said.Caret:]}
}

// checkCaret holds that the cursor in a drawn line stands right behind the letters before
// the caret, on the first cell of the letter behind it, and that this letter is seen.
// A line that is cut on its left says so, where there is room for the sign.
func checkCaret(tb checker, what, line string, x, width int, p place) {
	tb.Helper()
	if x < 0 || x >= width {
		tb.Fatalf("%s: the cursor is at %d of %d cells", what, x, width)
	}
	cells := inCells(line, width)
	if cells[x] == "" {
		tb.Fatalf("%s: the cursor is at %d, inside a letter of %q", what, x, line)
	}
	seen, cut := strings.CutPrefix(strings.Join(cells[:x], ""), "…")
	before := seenLetters(p.before)
	if !strings.HasSuffix(before, seen) || !cut && width >= 4 && seen != before {
		tb.Fatalf("%s: left of the cursor in %q at %d is %q, want the end of %q", what, line, x, seen, before)
	}
	if len(p.behind) > 0 && seenLetters(p.behind[:1]) != "" && ansi.StringWidth(p.behind[0]) <= width && cells[x] != p.behind[0] {
		tb.Fatalf("%s: on the cursor in %q at %d of %d is %q, want %q", what, line, x, width, cells[x], p.behind[0])
	}
}

// checkCaretOf holds that of a widget's own lines, of which only a long text has several.
func checkCaretOf(tb checker, kind form.Kind, w field.Widget, width int) {
	tb.Helper()
	p, d := placeOf(w), w.View(3)
	what := fmt.Sprintf("%s, %q|%q", kind, p.before, p.behind)
	if kind != form.KindLongText {
		checkCaret(tb, what, d.Line(), d.X, width, p)
		return
	}
	row := lastLine(p.before)
	above := p.before[:len(p.before)-len(row)]
	// A line of the text that was broken stands on several rows: what is left of the
	// cursor is its end, and the row above ends where it begins.
	seen := len(row)
	for seen > 0 && strings.Join(inCells(d.Lines[d.Y], width)[:d.X], "") != seenLetters(row[len(row)-seen:]) {
		seen--
	}
	if d.Y > 0 {
		over := strings.TrimRight(strings.Join(inCells(d.Lines[d.Y-1], width), ""), " ")
		end := strings.TrimRight(seenLetters(row[:len(row)-seen]), " ")
		if len(row) == seen && len(above) > 0 {
			end = strings.TrimRight(seenLetters(lastLine(above[:len(above)-1])), " ")
		}
		if !strings.HasSuffix(end, over) {
			tb.Fatalf("%s: above the cursor's row stands %q, want the end of %q", what, over, end)
		}
	}
	if len(p.behind) > 0 && p.behind[0] == "\n" {
		p.behind = nil
	}
	checkCaret(tb, what, d.Lines[d.Y], d.X, width, place{row[len(row)-seen:], p.behind})
}

// lastLine is what stands behind the last new line.
func lastLine(letters []string) []string {
	from := len(letters)
	for from > 0 && letters[from-1] != "\n" {
		from--
	}
	return letters[from:]
}

// person does anything to a text, in any order.
type person struct {
	w      typedIn
	method vn.Method
	width  int
}

// typedIn is a widget, or a filter with one in it.
type typedIn interface {
	Update(msg tea.Msg) bool
	SetWidth(width int)
}

// act does the next thing.
func (p *person) act(t *rapid.T) {
	letters := []string{
		"a", "i", "u", "o", "w", "d", "d", "s", "f", "j", "ă", "ế", "Đ", "Ự", "e\u0302\u0301", "o\u031b\u0323", "\u0301", "\u0302", "\u0323",
		"1", "8", "2", ",", ".", "/", "=", "-", " ", " ", "日", "Ａ", "한", "👍🏽", "🇻🇳", "🇻",
	}
	keys := []string{"bs", "bs8", "bs", "del", "left", "left", "right", "home", "end", "word", "start", "up", "down", "enter"}
	switch rapid.IntRange(0, 15).Draw(t, "act") {
	case 0, 1, 2, 3, 4:
		p.w.Update(names[rapid.SampledFrom(keys).Draw(t, "key")])
	case 5:
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(append(letters, "\n")), 0, 25).Draw(t, "paste"), "")
		p.w.Update(tea.PasteMsg{Content: text})
	case 6:
		if w, ok := p.w.(field.Widget); ok {
			field.Back(w, "")
		}
	case 7:
		if w, ok := p.w.(field.Widget); ok {
			field.Forward(w)
		}
	case 8:
		p.width = rapid.IntRange(3, 40).Draw(t, "width")
		p.w.SetWidth(p.width)
	case 9:
		p.method = p.method.Next()
	default:
		text := rapid.SampledFrom(letters).Draw(t, "letter")
		p.w.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: text})
	}
}

// Whatever was done to a text, the cursor stands between the same letters on the screen as
// the caret in the text, in cells, and the letter under it is seen whole. Of widths that no
// screen has, a long text knows none below three.
func TestTheCaretStandsBetweenItsLettersWhateverIsDone(t *testing.T) {
	for _, kind := range []form.Kind{
		form.KindText, form.KindLongText, form.KindInteger, form.KindDecimal, form.KindMoney, form.KindPercent, form.KindDate, form.KindTime, form.KindLookup, "code",
	} {
		t.Run(string(kind), func(t *testing.T) {
			s := spec(t)
			s.Choices = numbered(12)
			rapid.Check(t, func(t *rapid.T) {
				p := person{width: rapid.IntRange(3, 40).Draw(t, "width")}
				s.Width, s.Input = p.width, &p.method
				it := of(kind)
				if kind == "code" {
					it = &form.Item{Name: "unit_report_number", Kind: form.KindText}
				}
				w := field.New(it, s)
				p.w = w
				for range rapid.IntRange(1, 40).Draw(t, "acts") {
					p.act(t)
					checkCaretOf(t, kind, w, p.width)
				}
			})
		})
	}
}

// The line of a filter has a label before the text.
func TestTheCaretOfAFilterStandsBetweenItsLetters(t *testing.T) {
	env := tuitest.NewEnv(t, tuitest.NewStore(), "vi")
	rapid.Check(t, func(t *rapid.T) {
		f := field.NewFilter(env, "")
		f.Open()
		width := rapid.IntRange(10, 30).Draw(t, "width")
		f.SetWidth(width)
		p := person{w: f, width: width}
		label := rapid.SampledFrom([]string{"Tìm", "Lọc 日本", ""}).Draw(t, "label")
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			p.act(t)
			f.SetWidth(width)
			row, cursor := f.View(label)
			said := f.Tell(kit.Spoken{})
			letters := vn.Graphemes(said.Text)
			head := ansi.StringWidth(" " + label + " ")
			line := strings.TrimPrefix(ansi.Strip(row), " "+label+" ")
			checkCaret(t, "a filter", line, cursor.X-head, width, place{letters[:said.Caret], letters[said.Caret:]})
		}
	})
}
