package field

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/vn"
)

// editor is a text being typed and the caret in it. Positions count letters,
// which is what one press of Backspace or an arrow passes over.
type editor struct {
	letters []string
	joined  string // the letters as one text, which every key asks for
	caret   int    // 0 <= caret <= len(letters)
	past    past
}

func (e *editor) text() string { return e.joined }

// set begins anew: what was typed before cannot be taken back.
func (e *editor) set(text string, caret int) {
	e.past = past{}
	e.letters, e.joined = vn.Graphemes(text), text
	e.caret = len(e.letters)
	if caret >= 0 {
		e.caret = min(caret, len(e.letters))
	}
}

// put makes these the letters.
func (e *editor) put(letters []string) { e.letters, e.joined = letters, strings.Join(letters, "") }

// insert puts a text at the caret.
func (e *editor) insert(s string) {
	kind := wrote
	if strings.HasSuffix(s, " ") || strings.HasSuffix(s, "\n") {
		kind = wroteBlank
	}
	e.edit(e.caret, e.caret, s, kind)
}

// pasteIn puts a text at the caret that is a piece of its own.
func (e *editor) pasteIn(s string) {
	e.seal()
	e.insert(s)
	e.seal()
}

// cut takes out the letters from one position to another.
func (e *editor) cut(from, to int) {
	kind := erased
	switch {
	case from == e.caret:
		kind = erasedForward
	case to-from > 1 || isBlank(e.letters[from]):
		kind = erasedBlank
	}
	e.edit(from, to, "", kind)
}

// edit puts a text in the place of the letters from one position to another,
// and the caret behind it. The letters at both sides are taken apart anew
// together with it, since an accent that stands alone joins the letter before
// it; the rest of the text is left alone, so that a key costs the same in a
// long text.
func (e *editor) edit(from, to int, s string, kind editedKind) {
	first, last := max(from-1, 0), min(to+1, len(e.letters))
	before := strings.Join(e.letters[first:from], "") + s
	after := strings.Join(e.letters[to:last], "")
	if !joinsNearby(before) || !joinsNearby(after) {
		first, last = 0, len(e.letters)
		before = strings.Join(e.letters[:from], "") + s
		after = strings.Join(e.letters[to:], "")
	}
	parts := vn.Graphemes(before + after)
	x := edited{at: first, old: slices.Clone(e.letters[first:last]), new: parts, before: e.caret, kind: kind}
	e.caret = first
	for at := 0; at < len(before); e.caret++ {
		at += len(parts[e.caret-first])
	}
	head := lengthOf(e.letters[:first])
	tail := head + lengthOf(e.letters[first:last])
	e.joined = e.joined[:head] + before + after + e.joined[tail:]
	e.letters = slices.Replace(e.letters, first, last, parts...)
	x.after = e.caret
	e.past.note(x)
}

// lengthOf is the length of letters in bytes.
func lengthOf(letters []string) int {
	n := 0
	for _, l := range letters {
		n += len(l)
	}
	return n
}

// joinsNearby reports whether a text is of scripts in which a letter joins its
// neighbours and no others: Latin, Greek and Cyrillic with their accents. Halves
// of flags, for one, count from the beginning of their row.
func joinsNearby(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x0590 && (r < 0x1e00 || r > 0x1fff)
	})
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
	e.seal()
	e.cut(from, e.caret)
	e.seal()
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
	// Vietnamese letters are one code point, and no table has to be asked.
	if r, size := utf8.DecodeRuneInString(letter); size == len(letter) && (r >= 0xc0 && r <= 0x24f || r >= 0x1e00 && r <= 0x1eff) {
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
