package vn

import (
	"strings"
	"sync"
)

// onsets are the consonants that a syllable may begin with, the longer ones first.
// "kr" is none of Vietnamese, but Krông Bông and Krông Nô are districts. Which of c and k,
// g and gh, ng and ngh goes with which vowel is not asked: that is spelling, and a person
// who slips in it has meant a syllable all the same.
var onsets = strings.Fields("ngh ng nh gh gi kh ph qu th tr ch kr b c d đ g h k l m n p r s t v x")

// nuclei are the vowels of a syllable without their tone, each with the endings that may
// follow; "-" is none. The names Đắk and Lắk have the ending k after a.
var nuclei = [][2]string{
	{"a", "- c ch m n ng nh p t k"}, {"ă", "c m n ng p t k"}, {"â", "c m n ng p t k"},
	{"e", "- c m n ng p t"}, {"ê", "- ch m n nh p t"}, {"i", "- ch m n nh p t"},
	{"o", "- c m n ng p t"}, {"ô", "- c m n ng p t"}, {"ơ", "- m n p t"},
	{"u", "- c m n ng p t"}, {"ư", "- c m n ng t"}, {"y", "- ch n nh p t"},
	{"ai", "-"}, {"ao", "-"}, {"au", "-"}, {"ay", "-"}, {"âu", "-"}, {"ây", "-"}, {"eo", "-"}, {"êu", "-"},
	{"ia", "-"}, {"iu", "-"}, {"oi", "-"}, {"ôi", "-"}, {"ơi", "-"}, {"ua", "-"}, {"ui", "-"},
	{"ưa", "-"}, {"ưi", "-"}, {"ưu", "-"}, {"uơ", "-"}, {"oo", "c ng"},
	{"iê", "c m n ng p t"}, {"yê", "m n ng t"}, {"uô", "c m n ng t"}, {"ươ", "c m n ng p t"},
	{"oa", "- c ch m n ng nh p t"}, {"oă", "c m n ng t"}, {"oe", "- m n ng t"},
	{"uâ", "n ng t"}, {"uê", "- ch n nh"}, {"uy", "- ch n nh p t"}, {"uyê", "n t"},
	{"iêu", "-"}, {"yêu", "-"}, {"uôi", "-"}, {"ươi", "-"}, {"ươu", "-"},
	{"oai", "-"}, {"oao", "-"}, {"oay", "-"}, {"oeo", "-"}, {"uây", "-"}, {"uya", "-"}, {"uyu", "-"},
}

// rimes are all that may follow an onset, and all that these begin with.
type rimes struct {
	whole  map[string]bool // with marks, without a tone: "oan", "ươi"
	begun  map[string]bool // what a whole one begins with: "o", "oa"
	folded map[string]bool // the same without any mark: "uoi"
}

var rimesOf = sync.OnceValue(func() rimes {
	r := rimes{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, n := range nuclei {
		for _, coda := range strings.Fields(n[1]) {
			whole := []rune(n[0] + strings.TrimPrefix(coda, "-"))
			r.whole[string(whole)] = true
			for i := range len(whole) + 1 {
				r.begun[string(whole[:i])] = true
				r.folded[Fold(string(whole[:i]))] = true
			}
		}
	}
	return r
})

// parted is a word taken apart into what a syllable consists of, in letters.
type parted struct{ onset, nucleus, coda string }

func (p parted) rime() string { return p.nucleus + p.coda }

// part takes a word apart. The word is in small letters without a tone. The u of "qu" and
// the i of "gi" belong to the onset, except in gì, gìn and giếng, where the i is the vowel.
func part(word string) parted {
	var p parted
	for _, o := range onsets {
		rest, ok := strings.CutPrefix(word, o)
		if !ok || o == "gi" && (!beginsWithVowel(rest) || strings.HasPrefix(rest, "ê")) {
			continue
		}
		p.onset, word = o, rest
		break
	}
	end := 0
	for i, r := range word {
		if !isVowel(r) {
			break
		}
		end = i + len(string(r))
	}
	p.nucleus, p.coda = word[:end], word[end:]
	return p
}

func isVowel(r rune) bool { return strings.ContainsRune("aăâeêioôơuưy", r) }

func beginsWithVowel(s string) bool { return s != "" && strings.IndexFunc(s, isVowel) == 0 }

// stopped says whether a coda cuts the voice off. Such a syllable has the tone sắc or nặng.
func stopped(coda string) bool {
	return coda == "c" || coda == "ch" || coda == "k" || coda == "p" || coda == "t"
}

// fits says whether a coda can be said with a tone. The k of Đăk is written without one.
func fits(coda string, t tone) bool {
	return !stopped(coda) || t == sac || t == nang || coda == "k" && t == level
}

// complete says whether the parts are a syllable of Vietnamese, or one of the two letters
// that are none by themselves and are named all the same.
func (p parted) complete(t tone) bool {
	if p.onset == "" && t == level && (p.rime() == "ă" || p.rime() == "â") {
		return true
	}
	return rimesOf().whole[p.rime()] && fits(p.coda, t)
}

// viable says whether a syllable may still come of a word, with whatever marks: the
// letters alone must be the beginning of one, and the ending must bear the tone.
func (p parted) viable(t tone) bool {
	if p.rime() == "" {
		return true // an onset, or nothing yet
	}
	if t != level && !fits(p.coda, t) {
		return false
	}
	if p.nucleus == "" {
		return p.onset == "" && beginsOnset(p.coda)
	}
	return rimesOf().folded[Fold(p.rime())]
}

// beginsOnset says whether letters are the beginning of an onset: "q" of "qu".
func beginsOnset(s string) bool {
	for _, o := range onsets {
		if strings.HasPrefix(o, s) {
			return true
		}
	}
	return false
}
