package vn

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Method is a way of typing Vietnamese with the keys of an English keyboard.
type Method string

// The methods. MethodOff types every key as it is.
const (
	MethodOff   Method = ""
	MethodTelex Method = "telex"
	MethodVNI   Method = "vni"
)

// Next is the method that follows when one goes round: off, Telex, VNI.
func (m Method) Next() Method {
	switch m {
	case MethodOff:
		return MethodTelex
	case MethodTelex:
		return MethodVNI
	case MethodVNI:
	}
	return MethodOff
}

// Composing is what is being typed right before the caret, back to the last blank, by the
// rules that people know from their input methods:
//
//   - Telex: aa ee oo dd make â ê ô đ, aw ow uw make ă ơ ư, uow makes ươ, w alone ư;
//     s f r x j are sắc, huyền, hỏi, ngã, nặng, and z takes the tone away.
//   - VNI: 1 to 5 are the tones in that order, 6 the hat of â ê ô, 7 the horn of ơ ư, 8 the
//     breve of ă, 9 makes đ, and 0 takes the tone away.
//   - Marks may be typed right behind their letter or at the end of the word ("nguowif").
//     The tone moves where it belongs when letters follow.
//   - The same key again takes its mark back and is typed itself, "aaa" is "aa", and the
//     rest of the word is typed as it is.
//   - What cannot become a Vietnamese syllable shows the keys as they were typed, at once
//     where that is certain, else when the word ends. Abbreviations without a vowel keep
//     their đ: "QDD" is QĐ, as everybody types it.
//
// It is a value; each step returns the next. The zero Composing is an empty place.
type Composing struct {
	lead  string // what stands there before the word: "15/" of "15/2024"
	keyed string // lead as it was typed
	word  string // as it stands there
	typed string // the keys of the word
	plain bool   // a mark was taken back, or the word is of an address: no more marks here
	lone  bool   // the word's ư was made by w alone

	foreign bool // another input method composes this word
}

// farBack is more letters than are looked at for the beginning of a word.
const farBack = 64

// ComposingAt takes up what stands before the caret, whoever typed it.
func ComposingAt(before []string) Composing {
	from := len(before)
	for from > 0 && !unicode.IsSpace(firstRune(before[from-1])) {
		if len(before)-from == farBack {
			return Composing{plain: true}
		}
		from--
	}
	at := len(before)
	for at > from && inWord(firstRune(before[at-1])) {
		at--
	}
	lead, word := strings.Join(before[from:at], ""), strings.Join(before[at:], "")
	return Composing{lead: lead, keyed: lead, word: word, typed: word, plain: address(lead)}
}

func firstRune(letter string) rune {
	r, _ := utf8.DecodeRuneInString(letter)
	return r
}

func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.Nd) }

// address says whether a text begins an e-mail or a web address.
func address(lead string) bool {
	return strings.Contains(lead, "@") || strings.Contains(lead, "://")
}

// Shown is what stands before the caret.
func (c Composing) Shown() string { return c.lead + c.word }

// Keys are what was typed to make what is shown.
func (c Composing) Keys() string { return c.keyed + c.typed }

// Settled is what stands there when the word ends: the composed word where it is one, the
// keys as they were typed where it is none.
func (c Composing) Settled() string { return c.lead + c.settled() }

func (c Composing) settled() string {
	if c.word == c.typed || abbreviation(c.word) {
		return c.word
	}
	w, ok := lettersOf(NFC(c.word))
	if ok && w.parts().complete(w.tone) && !w.named(c.typed) {
		return c.word
	}
	return c.typed
}

// named says whether a word is a capital with a number, which are typed alike in VNI: A4,
// E5. It is a syllable as well, but Ã or È is hardly ever written with nothing behind it.
func (w letters) named(typed string) bool {
	return len(w.small) == 1 && w.upper[0] && strings.ContainsRune("aeiou", w.small[0]) && isDigit(typed[len(typed)-1])
}

// abbreviation says whether a word has a đ and no vowel: QĐ, HĐND, NĐ24.
func abbreviation(word string) bool {
	return strings.ContainsAny(word, "đĐ") && !strings.ContainsFunc(word, func(r rune) bool {
		base, _ := untoned(unicode.ToLower(r))
		return isVowel(base)
	})
}

// Key takes the next key by its text. A blank ends the word and begins an empty place; the
// caller writes the blank itself.
func (c Composing) Key(m Method, key string) Composing {
	r, size := utf8.DecodeRuneInString(key)
	switch {
	case unicode.IsSpace(r):
		return Composing{}
	case size < len(key) || r >= utf8.RuneSelf:
		// Composed letters, or an accent alone: another input method is at work.
		c.word, c.typed, c.foreign = c.word+key, c.typed+key, true
		return c
	case !inWord(r):
		return c.joined(key)
	case c.plain || c.foreign:
		return c.literally(r)
	}
	if does := m.mark(r); does.what != noMark {
		if next, ok := c.marked(does, r); ok {
			return next
		}
	}
	return c.letter(r)
}

// joined ends the word with a sign that is no blank: "kinh tế-xã hội", "15/2024". An
// at-sign makes an address of all before it.
func (c Composing) joined(sign string) Composing {
	next := Composing{lead: c.Settled() + sign, keyed: c.keyed + c.typed + sign}
	if address(next.keyed) && !address(c.keyed) {
		next.lead = next.keyed
	}
	next.plain = address(next.lead)
	return next
}

// literally types a key as it is.
func (c Composing) literally(r rune) Composing {
	c.word, c.typed = c.word+string(r), c.typed+string(r)
	return c
}

// letter adds a letter to the word, and puts the marks of what stands there in order.
func (c Composing) letter(r rune) Composing {
	w, ok := lettersOf(NFC(c.word))
	if !ok {
		return c.literally(r)
	}
	w = w.add(r).horned()
	if !w.parts().viable(w.tone) {
		c.typed += string(r)
		if abbreviation(c.word) {
			c.word += string(r)
		} else {
			c.word = c.typed
		}
		return c
	}
	c.word, c.typed = w.text(), c.typed+string(r)
	return c
}

// horned gives both letters of ươ their horn as soon as something follows one that has:
// "thuơng" and "thưong" are thương, while thuở ends with the one.
func (w letters) horned() letters {
	from, to := w.nucleus()
	for i := from; i+1 < to && i+2 < len(w.small); i++ {
		pair := string(w.small[i : i+2])
		if pair == "uơ" || pair == "ưo" {
			both := w.put(i, 'ư').put(i+1, 'ơ')
			if rimesOf().begun[both.parts().rime()] {
				return both
			}
		}
	}
	return w
}

// Back takes the last letter that stands there away. What is typed next goes on from there.
func (c Composing) Back() Composing {
	left := Graphemes(c.Shown())
	if len(left) == 0 {
		return Composing{}
	}
	next := ComposingAt(left[:len(left)-1])
	if next.lead == c.lead {
		next.keyed = c.keyed
	}
	// Where another input method composes, it takes letters back and goes on.
	next.foreign = c.foreign
	return next
}
