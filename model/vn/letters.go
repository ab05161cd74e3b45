package vn

import (
	"strings"
	"sync"
	"unicode"
)

// tone is one of the six tones.
type tone int

const (
	level tone = iota // ngang, without a sign
	huyen
	hoi
	nga
	sac
	nang
)

// toned lists the vowels in each of the tones, by their order.
var toned = []string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
	"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
}

// letters is a word with its tone taken off: small letters with their marks, and which of
// them are capitals.
type letters struct {
	small []rune
	upper []bool
	tone  tone
}

// lettersOf takes a composed word apart. A word with two tones is none, and is told as false.
func lettersOf(word string) (w letters, ok bool) {
	for _, r := range word {
		low := unicode.ToLower(r)
		base, t := untoned(low)
		if t != level {
			if w.tone != level {
				return letters{}, false
			}
			w.tone = t
		}
		w.small, w.upper = append(w.small, base), append(w.upper, low != r)
	}
	return w, true
}

// vowel is a letter without its tone, and the tone.
type vowel struct {
	base rune
	tone tone
}

// vowels are the letters of toned, both ways.
var vowels = sync.OnceValues(func() (apart map[rune]vowel, joined map[vowel]rune) {
	apart, joined = map[rune]vowel{}, map[vowel]rune{}
	for _, row := range toned {
		letters := []rune(row)
		for t, r := range letters {
			v := vowel{letters[0], tone(t)}
			apart[r], joined[v] = v, r
		}
	}
	return apart, joined
})

func untoned(low rune) (rune, tone) {
	apart, _ := vowels()
	if v, ok := apart[low]; ok {
		return v.base, v.tone
	}
	return low, level
}

func withTone(base rune, t tone) rune {
	_, joined := vowels()
	if r, ok := joined[vowel{base, t}]; ok {
		return r
	}
	return base
}

// parts takes the word apart into onset, nucleus and coda.
func (w letters) parts() parted { return part(string(w.small)) }

// nucleus says from which letter to which the vowels stand.
func (w letters) nucleus() (from, to int) {
	p := w.parts()
	from = len([]rune(p.onset))
	return from, from + len([]rune(p.nucleus))
}

// put writes another letter in the place of one; a capital stays one.
func (w letters) put(at int, r rune) letters {
	w.small = append([]rune(nil), w.small...)
	w.small[at] = r
	return w
}

// add puts a letter behind the word.
func (w letters) add(r rune) letters {
	low := unicode.ToLower(r)
	w.small = append(append([]rune(nil), w.small...), low)
	w.upper = append(append([]bool(nil), w.upper...), low != r)
	return w
}

// text writes the word with its tone where it belongs.
func (w letters) text() string {
	at := w.bearer()
	var b strings.Builder
	for i, r := range w.small {
		if i == at {
			r = withTone(r, w.tone)
		}
		if w.upper[i] {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// bearer is the letter that bears the tone; -1 when there is no vowel. It is the one with
// a mark (the ơ of ươ), else the last one before an ending, else the first of two and the
// middle one of three: "hòa", "thúy", "của". That is the older way, in which the names of
// provinces and communes are written in law (Hòa Bình, Thanh Hóa), and what people's input
// methods do unless they are told otherwise. Searches hold "hòa" and "hoà" for the same.
func (w letters) bearer() int {
	from, to := w.nucleus()
	if from == to {
		return -1
	}
	for i := to - 1; i >= from; i-- {
		if strings.ContainsRune("ăâêôơư", w.small[i]) {
			return i
		}
	}
	switch {
	case to < len(w.small):
		return to - 1
	case to-from == 3:
		return from + 1
	default:
		return from
	}
}
