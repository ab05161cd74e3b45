package vn

import (
	"strings"
	"unicode"
)

// what says what a key does besides being a letter or a digit.
type what int

const (
	noMark what = iota
	setTone
	dropTone
	hat
	horn
	breve
	hook // horn or breve, whichever the vowel has
	stroke
)

// mark is what a key does: a tone that it sets, or the letters that it gives a hat.
type mark struct {
	what what
	tone tone
	on   string
}

// mark says what a key does in a method.
func (m Method) mark(key rune) mark {
	key = unicode.ToLower(key)
	switch m {
	case MethodOff:
	case MethodTelex:
		if at := strings.IndexRune("frxsj", key); at >= 0 {
			return mark{what: setTone, tone: huyen + tone(at)}
		}
		switch key {
		case 'z':
			return mark{what: dropTone}
		case 'a':
			return mark{what: hat, on: "aăâ"}
		case 'e':
			return mark{what: hat, on: "eê"}
		case 'o':
			return mark{what: hat, on: "oôơ"}
		case 'w':
			return mark{what: hook}
		case 'd':
			return mark{what: stroke}
		}
	case MethodVNI:
		switch key {
		case '0':
			return mark{what: dropTone}
		case '1':
			return mark{what: setTone, tone: sac}
		case '2', '3', '4':
			return mark{what: setTone, tone: huyen + tone(key-'2')}
		case '5':
			return mark{what: setTone, tone: nang}
		case '6':
			return mark{what: hat, on: "aăâeêoôơ"}
		case '7':
			return mark{what: horn}
		case '8':
			return mark{what: breve}
		case '9':
			return mark{what: stroke}
		}
	}
	return mark{}
}

// marked does what a key does to the word; false when it does nothing and is a letter.
func (c Composing) marked(does mark, key rune) (Composing, bool) {
	w, ok := lettersOf(NFC(c.word))
	if !ok {
		return c, false
	}
	viable := w.parts().viable(w.tone)
	if does.what == stroke {
		return c.stroked(w, viable, key)
	}
	from, to := w.nucleus()
	switch {
	case !viable:
		return c, false
	case from == to:
		return c.alone(w, does, key)
	case does.what == setTone:
		return c.toned(w, does.tone, key)
	case does.what == dropTone:
		if w.tone == level {
			return c, false
		}
		w.tone = level
		return c.became(w, key), true
	}
	if next, ok := w.with(does); ok {
		return c.became(next, key), true
	}
	return c.without(w, does, key)
}

// became is the word after a key that changed it.
func (c Composing) became(w letters, key rune) Composing {
	c.word, c.typed = w.text(), c.typed+string(key)
	return c
}

// back is the word after a key that took its mark back and is a letter now. What stands
// there is what was typed. The word is typed on as it is, but for the double o of xoong,
// which can be typed in no other way and may bear a tone.
func (c Composing) back(w letters, key rune) Composing {
	c.word = w.add(key).text()
	c.typed = c.word
	p := part(strings.ToLower(c.word))
	c.plain = p.nucleus != "oo"
	return c
}

// toned sets a tone. What cannot bear it is no syllable.
func (c Composing) toned(w letters, t tone, key rune) (Composing, bool) {
	if w.tone == t {
		w.tone = level
		return c.back(w, key), true
	}
	w.tone = t
	if !w.parts().viable(t) {
		return c, false
	}
	return c.became(w, key), true
}

// alone makes ư of a w without a vowel. Behind a sign or a number it is none: TW and WB are
// what follows there ("NQ/TW").
func (c Composing) alone(w letters, does mark, key rune) (Composing, bool) {
	if does.what != hook || !opening(c.lead) {
		return c, false
	}
	horned := 'ư'
	if unicode.IsUpper(key) {
		horned = 'Ư'
	}
	if w = w.add(horned); !w.parts().viable(w.tone) {
		return c, false
	}
	c = c.became(w, key)
	c.lone = true
	return c, true
}

// opening says whether a word begins behind what stands before it.
func opening(lead string) bool { return lead == "" || strings.ContainsAny(lead[len(lead)-1:], `("'[{`) }

// stroked makes đ, of the d that the word begins with or, in an abbreviation, of the last
// letter.
func (c Composing) stroked(w letters, viable bool, key rune) (Composing, bool) {
	at := 0
	if !viable {
		if at = len(w.small) - 1; at >= 0 && strings.ContainsFunc(string(w.small), isVowel) {
			return c, false
		}
	}
	switch {
	case len(w.small) == 0:
	case w.small[at] == 'd':
		return c.became(w.put(at, 'đ'), key), true
	case w.small[at] == 'đ':
		return c.back(w.put(at, 'd'), key), true
	}
	return c, false
}

// with gives the first vowel that can have it a mark; a vowel has room for one.
func (w letters) with(does mark) (letters, bool) {
	from, to := w.nucleus()
	if next, pair := w.withPair(does); pair {
		return next, string(next.small) != string(w.small)
	}
	for _, try := range []struct {
		does         bool
		before, then string
	}{
		{does.what == hat, "aăeoơ", "ââêôô"},
		{does.what == horn || does.what == hook, "oôu", "ơơư"},
		{does.what == breve || does.what == hook, "aâ", "ăă"},
	} {
		before, then := []rune(try.before), []rune(try.then)
		for at := from; try.does && at < to; at++ {
			if does.what == hat && !strings.ContainsRune(does.on, w.small[at]) {
				continue
			}
			for i, r := range before {
				if r != w.small[at] {
					continue
				}
				if next := w.put(at, then[i]); rimesOf().begun[next.parts().rime()] {
					return next, true
				}
			}
		}
	}
	return w, false
}

// withPair gives uo its horns, or ươ the hat of uô. Where nothing follows, as in thuở and
// huơ, only the o has a horn.
func (w letters) withPair(does mark) (letters, bool) {
	from, to := w.nucleus()
	for at := from; at+1 < to; at++ {
		if !strings.ContainsRune("uư", w.small[at]) || !strings.ContainsRune("oôơ", w.small[at+1]) {
			continue
		}
		switch {
		case does.what == hat && strings.ContainsRune(does.on, 'ô'):
			return w.put(at, 'u').put(at+1, 'ô'), true
		case does.what != horn && does.what != hook:
		case at+2 == len(w.small) && ending(w.parts().onset):
			return w.put(at, 'u').put(at+1, 'ơ'), true
		default:
			return w.put(at, 'ư').put(at+1, 'ơ'), true
		}
	}
	return w, false
}

// ending says whether words of an onset end in uơ.
func ending(onset string) bool { return onset == "h" || onset == "th" || onset == "kh" }

// without takes the mark of a key back where the word has it already; false when it has not.
func (c Composing) without(w letters, does mark, key rune) (Composing, bool) {
	marks := map[what]string{hat: "âêô", horn: "ơư", breve: "ă", hook: "ăơư"}[does.what]
	bare := strings.NewReplacer("ă", "a", "â", "a", "ê", "e", "ô", "o", "ơ", "o", "ư", "u")
	from, to := w.nucleus()
	had := false
	for at := from; at < to; at++ {
		r := w.small[at]
		if !strings.ContainsRune(marks, r) || does.what == hat && !strings.ContainsRune(does.on, r) {
			continue
		}
		if had = true; c.lone && r == 'ư' {
			c.word = w.put(at, 'w').text()
			c.typed, c.plain = c.word, true
			return c, true
		}
		w = w.put(at, []rune(bare.Replace(string(r)))[0])
	}
	if !had {
		return c, false
	}
	return c.back(w, key), true
}
