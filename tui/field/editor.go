package field

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/vn"
)

// editor is a text being typed and the caret in it. Positions count letters,
// which is what one press of Backspace or an arrow passes over.
type editor struct {
	letters []string
	caret   int // 0 <= caret <= len(letters)
}

func (e *editor) text() string { return strings.Join(e.letters, "") }

func (e *editor) set(text string, caret int) {
	e.letters = vn.Graphemes(text)
	e.caret = len(e.letters)
	if caret >= 0 {
		e.caret = min(caret, len(e.letters))
	}
}

// insert puts a text at the caret. The whole is taken apart anew, since an
// accent that stands alone joins the letter before it.
func (e *editor) insert(s string) {
	before := strings.Join(e.letters[:e.caret], "") + s
	e.letters = vn.Graphemes(before + strings.Join(e.letters[e.caret:], ""))
	e.caret = 0
	for at := 0; at < len(before); e.caret++ {
		at += len(e.letters[e.caret])
	}
}

// cut takes out the letters from one position to another and leaves the caret
// where they were. What is left over may join into fewer letters.
func (e *editor) cut(from, to int) {
	before := strings.Join(e.letters[:from], "")
	after := strings.Join(e.letters[to:], "")
	e.letters, e.caret = e.letters[:0:0], 0
	e.insert(before)
	e.letters = vn.Graphemes(before + after)
	e.caret = min(e.caret, len(e.letters))
}

// apply does what an editing key does; false when the key changed nothing and
// moved nothing.
func (e *editor) apply(op edit) bool {
	old := e.caret
	switch op {
	case deleteBack:
		if e.caret == 0 {
			return false
		}
		e.cut(e.caret-1, e.caret)
		return true
	case deleteForward:
		if e.caret == len(e.letters) {
			return false
		}
		e.cut(e.caret, e.caret+1)
		return true
	case deleteWord:
		return e.cutBackTo(e.wordStart())
	case deleteToStart:
		return e.cutBackTo(e.lineStart())
	case goLeft:
		e.caret = max(e.caret-1, 0)
	case goRight:
		e.caret = min(e.caret+1, len(e.letters))
	case goHome:
		e.caret = e.lineStart()
	case goEnd:
		e.caret = e.lineEnd()
	case noEdit:
	}
	return e.caret != old
}

func (e *editor) cutBackTo(from int) bool {
	if from == e.caret {
		return false
	}
	e.cut(from, e.caret)
	return true
}

// wordStart is where the word before the caret begins; blanks between the word
// and the caret belong to it.
func (e *editor) wordStart() int {
	i := e.caret
	for i > 0 && isBlank(e.letters[i-1]) {
		i--
	}
	for i > 0 && !isBlank(e.letters[i-1]) {
		i--
	}
	return i
}

func (e *editor) lineStart() int {
	i := e.caret
	for i > 0 && e.letters[i-1] != "\n" {
		i--
	}
	return i
}

func (e *editor) lineEnd() int {
	i := e.caret
	for i < len(e.letters) && e.letters[i] != "\n" {
		i++
	}
	return i
}

func isBlank(letter string) bool { return letter == " " || letter == "\u00a0" || letter == "\n" }

// cells is the width of a letter on the screen.
func cells(letter string) int {
	if len(letter) == 1 {
		return 1
	}
	return ansi.StringWidth(letter)
}

func cellsOf(letters []string) int {
	n := 0
	for _, l := range letters {
		n += cells(l)
	}
	return n
}
