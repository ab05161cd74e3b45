package field_test

import (
	"strings"
	"testing"

	"giamsat/model/form"
	"giamsat/tui/field"
)

func TestALongTextIsWrittenOverSeveralLines(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		width      int
		value      string
		view       string
		x, y       int
	}{
		{"empty", "", 20, "", "", 0, 0},
		{"Enter begins a line", "một<enter>hai", 20, "một\nhai", "một\nhai", 3, 1},
		{"an empty line at the end", "một<enter>", 20, "một\n", "một\n", 0, 1},
		{"it breaks at blanks", "một hai ba bốn", 9, "một hai ba bốn", "một hai \nba bốn", 6, 1},
		{"a long word breaks where it must", "abcdefghij", 6, "abcdefghij", "abcde\nfghij", 5, 1},
		{"up in the same column", "một hai<enter>ba<up>X", 20, "mộXt hai\nba", "mộXt hai\nba", 3, 0},
		{"down to a shorter line", "một hai<enter>ba<up><end><down>X", 20, "một hai\nbaX", "một hai\nbaX", 3, 1},
		{"up over a broken line", "một hai ba bốn<up>X", 9, "một haXi ba bốn", "một \nhaXi ba \nbốn", 3, 1},
		{"up behind a full row", "abcdefg<enter>0123456789<up><up>X", 8, "abcXdefg\n0123456789", "abcXdef\ng\n0123456\n789", 4, 0},
		{"up to the end of a full row stays on it", "0123456789abcd<up>", 8, "0123456789abcd", "0123456\n789abcd", 6, 0},
		{"Home and End of the line", "một<enter>hai<home>X<end>Y", 20, "một\nXhaiY", "một\nXhaiY", 5, 1},
		{"Backspace joins lines", "một<enter>hai<home><bs>", 20, "mộthai", "mộthai", 3, 0},
		{"a paste keeps its lines", "[một|hai]", 20, "một\nhai", "một\nhai", 3, 1},
		{"decomposed", "ti{e\u0302\u0301}ng<enter>Vi{e\u0323\u0302}t", 20, "tie\u0302\u0301ng\nVie\u0323\u0302t", "tie\u0302\u0301ng\nVie\u0323\u0302t", 4, 1},
		{"a wide letter behind a break", " abcdefg日", 9, " abcdefg日", " \nabcdefg\n日", 2, 2},
		{"wide letters", "日本語日本語", 7, "日本語日本語", "日本語\n日本語", 6, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := spec(t)
			s.Width = c.width
			w := field.New(of(form.KindLongText), s)
			press(t, w, c.keys)
			d := w.View(5)
			if w.Value() != c.value || drawn(w) != c.view || d.X != c.x || d.Y != c.y {
				t.Errorf("%s gives %q, drawn %q, cursor %d,%d; want %q, %q, %d,%d",
					c.keys, w.Value(), drawn(w), d.X, d.Y, c.value, c.view, c.x, c.y)
			}
		})
	}
}

func TestALongTextKeepsUpAndDownUntilItsEdge(t *testing.T) {
	s := spec(t)
	s.Width = 9
	w := field.New(of(form.KindLongText), s)
	press(t, w, "một hai ba bốn")
	for _, c := range []struct {
		keys     string
		up, down bool
	}{
		{"", true, false},
		{"<up>", false, true},
		{"<enter>", true, false},
		{"X<enter><up>", true, true},
	} {
		press(t, w, c.keys)
		if up, down := w.Captures(names["up"]), w.Captures(names["down"]); up != c.up || down != c.down {
			t.Errorf("after %q it keeps Up: %v and Down: %v, want %v and %v", c.keys, up, down, c.up, c.down)
		}
	}
	if !w.Captures(names["enter"]) || w.Captures(names["tab"]) || w.Captures(names["esc"]) {
		t.Error("Enter is the text's, Tab and Esc are the screen's")
	}
	w.SetValue("", -1)
	if w.Update(names["up"]) || w.Update(names["down"]) {
		t.Error("an empty text takes Up and Down")
	}
}

func TestALongTextScrollsWithTheCaret(t *testing.T) {
	w := field.New(of(form.KindLongText), spec(t))
	press(t, w, strings.TrimSuffix(strings.Repeat("dòng<enter>", 12), "<enter>"))
	for at := 11; at >= 0; at-- {
		d := w.View(4)
		if len(d.Lines) > 4 || d.Y < 0 || d.Y >= len(d.Lines) {
			t.Fatalf("line %d: %d lines are drawn, the cursor is in line %d", at, len(d.Lines), d.Y)
		}
		press(t, w, "<up>")
	}
	if w.View(0).X != -1 {
		t.Error("a cursor is drawn where there is no room")
	}
}
