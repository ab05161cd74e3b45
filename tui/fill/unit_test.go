package fill_test

import (
	"strings"
	"testing"
)

// An amount that was typed in đồng in a field of triệu was taken a million times too large.
func TestAnAmountTypedInDongIsAskedAbout(t *testing.T) {
	for _, c := range []struct{ lang, typed, asked, key, stored, again string }{
		{"vi", "8042000000", "8042000000 là: [,] 8.042 triệu, nếu là đồng  [.] 8.042.000.000 triệu", ",", "8042000000", "8.042"},
		{"vi", "75.000.000", "75.000.000 là: [,] 75 triệu, nếu là đồng  [.] 75.000.000 triệu", ".", "75000000000000", "75.000.000 triệu"},
		{"en", "804000000", "804000000 is: [,] 804 million, if in đồng  [.] 804.000.000 million", ",", "804000000", "804"},
	} {
		t.Run(c.typed, func(t *testing.T) {
			b := at(t, item("arrears"), c.lang)
			b.Press("1")
			b.Type(c.typed)
			b.Press("enter")
			if !strings.Contains(b.View(), c.asked) {
				t.Fatalf("%q is not asked:\n%s", c.asked, b.View())
			}
			b.Press(c.key)
			if got := b.stored(item("arrears_amount")); got != c.stored {
				t.Fatalf("the store has %q, want %q", got, c.stored)
			}
			b.Press("up") // the field opens with a text that reads back as the same amount
			if !strings.Contains(b.open(), c.again) {
				t.Fatalf("it opens with %q, want %q", b.open(), c.again)
			}
			b.Press("home", "end", "space", "backspace", "enter")
			if got := b.stored(item("arrears_amount")); got != c.stored {
				t.Fatalf("left again, the store has %q", got)
			}
		})
	}
}

func TestAnAmountTypedInDongMayBeLeftUndecided(t *testing.T) {
	b := at(t, item("arrears"), "vi")
	b.Press("1")
	b.Type("8042000000")
	b.Press("enter", "enter", "up")
	if !strings.Contains(b.View(), "8042000000 là: [,] 8.042 triệu, nếu là đồng  [.] 8.042.000.000 triệu") {
		t.Fatalf("the doubt is not shown:\n%s", b.View())
	}
	b.Press("f9", ",")
	if got := b.stored(item("arrears_amount")); got != "8042000000" {
		t.Fatalf("the store has %q", got)
	}
}
