package field

import (
	"regexp"
	"strings"
	"unicode"

	"giamsat/model/vn"
)

// typist is an editor in which Vietnamese can be typed with the keys of an English
// keyboard. What is composed ends with a blank, with a step of the caret, and when
// the field is read: a word that turned out to be none is its keys again.
type typist struct {
	editor
	input     *vn.Method // the root's; nil where nothing is composed: codes
	code      bool       // of Vietnamese only đ is composed
	search    bool       // a text that is looked for: what begins like a code is typed as it is
	composing bool       // word is what stands right before the caret
	word      vn.Composing
	left      unfinished // what was being typed when typing was taken back
}

// unfinished is a word that may have other letters when it ends, "lă" for "law", and the
// text that it stood in.
type unfinished struct {
	word  vn.Composing
	text  string
	caret int
}

// compose types one key by the method; false when the key is to be typed as it is.
func (t *typist) compose(text string, max int) bool {
	t.left = unfinished{}
	if t.input == nil || *t.input == vn.MethodOff || strings.ContainsFunc(text, unicode.IsSpace) {
		t.settle()
		return false
	}
	if t.code {
		return t.bar(text)
	}
	if !t.composing {
		t.word = vn.ComposingAt(t.letters[:t.caret])
	}
	next := t.word.Key(*t.input, text)
	old, shown := len(vn.Graphemes(t.shown(t.word))), t.shown(next)
	if len(t.letters)-old+len(vn.Graphemes(shown)) > max {
		t.settle()
		return false
	}
	t.edit(t.caret-old, t.caret, shown, wrote)
	t.word, t.composing = next, true
	return true
}

// shown is how a word stands in the line before it ends.
func (t *typist) shown(word vn.Composing) string {
	if t.search && codeLike.MatchString(word.Keys()) {
		return word.Keys()
	}
	return word.Shown()
}

// ended is how it stands there then.
func (t *typist) ended(word vn.Composing) string {
	if t.search && codeLike.MatchString(word.Keys()) {
		return word.Keys()
	}
	return word.Settled()
}

// codeLike is the beginning of a code that VNI would take for a word with a tone: "a3"
// of A3.T1, "da7" of DA7.TDA1. Nobody looks for a lone "ả", and "da5ng" goes on.
var codeLike = regexp.MustCompile(`(?i)^([aeiou]|da)[0-9]+(\.\S*)?$`)

// bar types the đ of a code.
func (t *typist) bar(key string) bool {
	if t.caret == 0 {
		return false
	}
	letters, ok := t.input.Bar(t.letters[t.caret-1], key)
	if ok {
		t.edit(t.caret-1, t.caret, letters, wrote)
	}
	return ok
}

// unwrite is Backspace: it takes a letter that stands there, and typing goes on
// from what is left.
func (t *typist) unwrite() {
	if t.composing {
		t.composing = t.word.Shown() != "" && t.shown(t.word) == t.word.Shown()
		t.word = t.word.Back()
	}
	t.apply(deleteBack)
}

// settle ends the word before the caret.
func (t *typist) settle() {
	t.left = unfinished{}
	if !t.composing {
		return
	}
	t.composing = false
	if left := t.ended(t.word); left != t.shown(t.word) {
		t.edit(t.caret-len(vn.Graphemes(t.shown(t.word))), t.caret, left, wrote)
	}
}

// settled is the text and the caret as they are when the word ends here.
func (t *typist) settled() (text string, caret int) {
	if !t.composing || t.ended(t.word) == t.shown(t.word) {
		return t.text(), t.caret
	}
	left := *t
	left.letters, left.past = append([]string(nil), t.letters...), past{}
	left.settle()
	return left.text(), left.caret
}

// put replaces the whole text.
func (t *typist) put(text string, caret int) {
	t.composing = false
	t.set(text, caret)
}

// back, forward and blank are the editor's: the word that was being typed is none
// any more, until it is given again just as it stood there.
func (t *typist) back() bool {
	if t.composing {
		t.left = unfinished{word: t.word, text: t.text(), caret: t.caret}
	}
	t.composing = false
	return t.editor.back()
}

func (t *typist) forward() bool {
	changed := t.editor.forward()
	t.composing = t.left.word != (vn.Composing{}) && t.text() == t.left.text && t.caret == t.left.caret
	if t.composing {
		t.word = t.left.word
	}
	return changed
}

func (t *typist) blank() {
	t.composing = false
	t.editor.blank()
}

func (t *typist) backTo(letters []string) {
	t.composing = false
	t.editor.backTo(letters)
}
