package kit

import (
	"fmt"
	"strings"
)

// Speaker is a screen that can be heard instead of seen, in the linear mode. All
// screens of the program are.
type Speaker interface {
	Screen
	// Spoken says where the person is and what stands there; it changes nothing.
	Spoken() Spoken
}

// Spoken is a screen in words, as far as the person's place on it goes. The texts
// may be styled and have the theme's signs and columns in them: whoever says them
// puts words in the place of these. What is the same as before is not said again.
type Spoken struct {
	Where string // the part of the screen one is in: a section, a group, a row; "" for none
	Far   string // how far that part is, said with it

	Name    string // the question, the line or the cell under the marker
	Choices string // the keys that answer it: "1 Có, 2 Không"
	Value   string // what stands there, where it is not being typed
	Picked  bool   // the value is some of the choices
	Ticked  string // which of the choices the last key took in or out, where the value is several; said for it
	Mark    string // the choice that the arrows are on, where the value is several
	Place   string // where it stands among the others: "2/14"

	Typing Typing // whether letters are a text now
	Text   string // that text
	Caret  int    // after how many of its letters the caret stands

	Left     string // the answer of the field that the last key left; "" when it did not change
	LeftSaid string // what is the matter with that answer, or what became of what was left

	Said  string   // what is the matter here, or was just said; said at once
	Echo  string   // what a key met with or the text means; said when a key changed nothing else
	Hint  string   // what to enter, and all that is left out above; said when one asks
	Lines []string // a text that is read from its beginning, said once
}

// Typing says what the letters are that a person types.
type Typing int

// Letters are commands, the value of what is under the marker, or what a list is
// narrowed by.
const (
	NotTyping Typing = iota
	TypingHere
	TypingBeside
)

// OfLines says the line under the marker of a list, and how many there are.
func OfLines(name string, s Scroll) Spoken {
	return Spoken{Name: name, Place: Of(s.At, s.Lines())}
}

// Of counts the line at (from 0) of so many; "" where there are none.
func Of(at, lines int) string {
	if lines == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", at+1, lines)
}

// Listed puts names beside each other; where one has commas of its own, with
// semicolons.
func Listed(names []string) string {
	for _, n := range names {
		if strings.Contains(n, ",") {
			return strings.Join(names, "; ")
		}
	}
	return strings.Join(names, ", ")
}
