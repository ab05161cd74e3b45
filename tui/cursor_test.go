package tui_test

import (
	"slices"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"giamsat/model/form"
	"giamsat/tui"
	"giamsat/tui/kit"
	"giamsat/tui/tuitest"
)

// typedPlaces are the places of the program where a person types a text of words, and how
// one comes there from an item of the form or, where there is none, from home.
var typedPlaces = []struct {
	name string
	at   form.Field
	keys []string
}{
	{"a text of the form", form.Field{Item: "venue"}, nil},
	{"a long text of the form", form.Field{Item: "strengths"}, nil},
	{"a note", form.Field{Item: "venue"}, []string{"ctrl+n"}},
	{"a cell of a table", form.Field{Item: "representatives"}, []string{"enter", "ctrl+t", "space"}},
	{"the note of a row", form.Field{Item: "representatives"}, []string{"enter", "ctrl+t", "ctrl+n"}},
	{"the list of a field", form.Field{Item: "venue"}, []string{"ctrl+g"}},
	{"the palette", form.Field{Item: "venue"}, []string{"ctrl+p"}},
	{"the filter of the list", form.Field{}, []string{"p", "/"}},
	{"the filter of the register", form.Field{}, []string{"t", "/"}},
	{"a new inspection's unit", form.Field{}, []string{"n"}},
}

// goTo opens the program in a fresh store and goes to a place in it.
func goTo(t *testing.T, env *kit.Env, at form.Field, keys []string) *tuitest.Driver {
	t.Helper()
	first := []kit.OpenMsg{{Kind: kit.KindHome}}
	if at.Item != "" {
		first = append(first, kit.OpenMsg{Kind: kit.KindFill, ID: tuitest.Begin(t, env), Arg: at})
	}
	d := tuitest.NewModel(t, tui.New(env, tui.Options{First: first}), 80, 24)
	d.Press(keys...)
	return d
}

// line is a text of one line as a person thinks of it: letters, and a caret between two.
type line struct {
	letters []string
	caret   int
}

// do presses a key of the person's, on the screen and on the text in mind.
func (w *line) do(d *tuitest.Driver, key string) {
	switch key {
	case "left":
		w.caret = max(w.caret-1, 0)
	case "right":
		if w.caret == len(w.letters) {
			return // there it takes the match of a look-up
		}
		w.caret++
	case "home":
		w.caret = 0
	case "end":
		w.caret = len(w.letters)
	case "backspace":
		if w.caret > 0 {
			w.caret--
			w.letters = slices.Delete(w.letters, w.caret, w.caret+1)
		}
	case "delete":
		if w.caret < len(w.letters) {
			w.letters = slices.Delete(w.letters, w.caret, w.caret+1)
		}
	default:
		w.letters = slices.Insert(w.letters, w.caret, key)
		w.caret++
		d.Type(key)
		return
	}
	d.Press(key)
}

// Wherever a person types, the terminal's cursor stands on the cell of the letter that the
// next one goes before, counted from what the screen shows and not by the program.
func TestTheCursorStandsBetweenTheLettersOnEveryScreenThatIsTypedOn(t *testing.T) {
	letters := []string{"a", "u", "ă", "ế", "Đ", "e\u0302\u0301", "o\u031b\u0323", "1", "q", "日", "한"}
	keys := []string{"left", "left", "right", "home", "end", "backspace", "delete"}
	for _, c := range typedPlaces {
		t.Run(c.name, func(t *testing.T) {
			d := goTo(t, tuitest.NewEnv(t, tuitest.NewStore(), "vi"), c.at, c.keys)
			rapid.Check(t, func(rt *rapid.T) {
				d.Press("end", "ctrl+u")
				w := line{}
				for range rapid.IntRange(1, 12).Draw(rt, "acts") {
					if rapid.IntRange(0, 2).Draw(rt, "what") == 0 {
						w.do(d, rapid.SampledFrom(keys).Draw(rt, "key"))
					} else {
						w.do(d, rapid.SampledFrom(letters).Draw(rt, "letter"))
					}
					checkCursor(rt, d, w)
				}
			})
		})
	}
}

func checkCursor(t *rapid.T, d *tuitest.Driver, w line) {
	t.Helper()
	x, y, visible := d.Cursor()
	if !visible {
		t.Fatalf("no cursor while %q is typed\n%s", w.letters, d.View())
	}
	buf := uv.NewScreenBuffer(80, 1)
	buf.Method = ansi.GraphemeWidth
	uv.NewStyledString(strings.Split(d.View(), "\n")[y]).Draw(buf, buf.Bounds())
	var before, behind strings.Builder
	for at := range 80 {
		if at < x {
			before.WriteString(buf.CellAt(at, 0).Content)
		} else {
			behind.WriteString(buf.CellAt(at, 0).Content)
		}
	}
	if !strings.HasSuffix(before.String(), strings.Join(w.letters[:w.caret], "")) || !strings.HasPrefix(behind.String(), strings.Join(w.letters[w.caret:], "")) {
		t.Fatalf("%q|%q: the cursor is at %d between\n%q and\n%q", w.letters[:w.caret], w.letters[w.caret:], x, before.String(), behind.String())
	}
}
