package vn

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The rimes, with the letter that bears the tone as a capital. They are written down here a
// second time, from the phonology and not from the tables of the composer, so that the one
// checks the other.
const (
	openRimes = "A E Ê I O Ô Ơ U Ư Y Ai Ao Au Ay Âu Ây Eo Êu Ia Iu Oi Ôi Ơi Ua Ui Ưa Ưi Ưu " +
		"iÊu uÔi ưƠi ưƠu yÊu Oa oAi oAo oAy Oe oEo uÂy uÊ Uy uYa uYu uƠ"
	closedRimes = "Ac Am An Ang Ap At Ach Anh Ăc Ăm Ăn Ăng Ăp Ăt Âc Âm Ân Âng Âp Ât Ec Em En Eng Ep Et Êm Ên Êp Êt Êch Ênh " +
		"Im In Ip It Ich Inh Oc Om On Ong Op Ot Ôc Ôm Ôn Ông Ôp Ôt Ơm Ơn Ơp Ơt Uc Um Un Ung Up Ut Ưc Ưn Ưng Ưt " +
		"iÊc iÊm iÊn iÊng iÊp iÊt yÊm yÊn yÊng yÊt uÔc uÔm uÔn uÔng uÔt ưƠc ưƠm ưƠn ưƠng ưƠp ưƠt oOng oOc " +
		"oAc oAm oAn oAng oAp oAt oAch oAnh oĂc oĂm oĂn oĂng oĂt oEn oEt uÂn uÂng uÂt uÊch uÊnh uyÊn uyÊt uYnh uYch uYt uYp uYn"
)

// goesTogether says whether Vietnamese writes an onset before a rime.
func goesTogether(onset, rime string) bool {
	first, _ := firstLetter(rime)
	front := strings.ContainsRune("eêiy", first)
	rounded := len(rime) > 2 && (strings.HasPrefix(rime, "oa") || strings.HasPrefix(rime, "oă") || strings.HasPrefix(rime, "oe") ||
		strings.HasPrefix(rime, "uy") || strings.HasPrefix(rime, "uê") || strings.HasPrefix(rime, "uâ")) || rime == "oa" || rime == "oe" || rime == "uy" || rime == "uê"
	labial := strings.Contains(" b m p ph v ", " "+onset+" ")
	switch {
	case strings.HasPrefix(rime, "yê"):
		return onset == ""
	case strings.HasPrefix(rime, "iê"):
		return onset != "" && onset != "c" && onset != "g" && onset != "ng" && onset != "gi" && onset != "qu"
	case rime == "y":
		return onset == "" || strings.Contains(" h k l m s t v qu ", " "+onset+" ")
	case rime == "uơ":
		return strings.Contains(" h th kh ", " "+onset+" ")
	case onset == "qu":
		return !strings.ContainsRune("uưoi", first) && !strings.HasPrefix(rime, "ô") && !rounded
	case onset == "gi":
		return !front && !rounded
	case onset == "k" || onset == "gh" || onset == "ngh":
		return front
	case onset == "c" || onset == "g" || onset == "ng":
		return !front
	}
	return !rounded || !labial
}

func firstLetter(s string) (rune, string) {
	r := []rune(s)
	return r[0], string(r[1:])
}

// everyValid makes every syllable that the phonology allows, each with its tones, in the
// form that is stored.
func everyValid() (all []typedSyllable) {
	onsets := append(strings.Fields("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"), "")
	for _, onset := range onsets {
		for _, marked := range strings.Fields(openRimes + " " + closedRimes) {
			rime := strings.ToLower(marked)
			if !goesTogether(onset, rime) {
				continue
			}
			at := strings.IndexFunc(marked, unicode.IsUpper)
			for t := level; t <= nang; t++ {
				stop := strings.ContainsAny(rime[len(rime)-1:], "cpt") || strings.HasSuffix(rime, "ch")
				if stop && t != sac && t != nang {
					continue
				}
				all = append(all, typedSyllable{onset: onset, rime: rime, at: at, tone: t})
			}
		}
	}
	return all
}

// typedSyllable is a syllable whose tone stands on the letter at a byte of its rime.
type typedSyllable struct {
	onset, rime string
	at          int
	tone        tone
}

var combining = [...]string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}

func (s typedSyllable) written() string {
	end := s.at + len(string([]rune(s.rime[s.at:])[0]))
	return NFC(s.onset + s.rime[:end] + combining[s.tone] + s.rime[end:])
}

// keyboard is how one method spells marks and tones.
type keyboard struct {
	method Method
	marks  map[rune][2]string // the plain letter and the key of its mark
	tones  [6]string
}

var keyboards = []keyboard{
	{MethodTelex, map[rune][2]string{'ă': {"a", "w"}, 'â': {"a", "a"}, 'ê': {"e", "e"}, 'ô': {"o", "o"}, 'ơ': {"o", "w"}, 'ư': {"u", "w"}, 'đ': {"d", "d"}},
		[6]string{"", "f", "r", "x", "s", "j"}},
	{MethodVNI, map[rune][2]string{'ă': {"a", "8"}, 'â': {"a", "6"}, 'ê': {"e", "6"}, 'ô': {"o", "6"}, 'ơ': {"o", "7"}, 'ư': {"u", "7"}, 'đ': {"d", "9"}},
		[6]string{"", "2", "3", "4", "1", "5"}},
}

// orders are the ways in which people type the keys of a syllable.
func (k keyboard) orders(s typedSyllable) map[string]string {
	spell := func(text string) (near, plain, marks string) {
		for _, r := range text {
			m, marked := k.marks[r]
			if !marked {
				m[0] = string(r)
			}
			near, plain = near+m[0]+m[1], plain+m[0]
			if !strings.Contains(marks, m[1]) || r == 'đ' {
				marks += m[1]
			}
		}
		return near, plain, marks
	}
	near, plain, marks := spell(s.onset + s.rime)
	vowels := strings.TrimRight(s.rime, "cghkmnpt")
	nearVowels, _, _ := spell(s.onset + vowels)
	nearCoda, _, _ := spell(s.rime[len(vowels):])
	tone := k.tones[s.tone]
	orders := map[string]string{
		"each mark behind its letter, the tone behind the vowels": nearVowels + tone + nearCoda,
		"each mark behind its letter, the tone at the end":        near + tone,
		"all marks at the end, then the tone":                     plain + marks + tone,
		"the tone, then all marks":                                plain + tone + marks,
	}
	if strings.HasPrefix(s.rime, "oo") && k.method == MethodTelex {
		// Only a third o keeps the two: ô is taken back.
		near := s.onset
		if s.onset == "đ" {
			near = "dd"
		}
		return map[string]string{"three o": near + "ooo" + s.rime[2:] + tone}
	}
	return orders
}

func TestEverySyllableIsTyped(t *testing.T) {
	all := everyValid()
	if len(all) < 7000 {
		t.Fatalf("made only %d syllables", len(all))
	}
	for _, s := range all {
		want := s.written()
		for _, k := range keyboards {
			for order, keys := range k.orders(s) {
				if got := typeKeys(k.method, keys); got != want {
					t.Errorf("%s, %s: %q gives %q, want %q", k.method, order, keys, got, want)
				}
				if !strings.HasPrefix(order, "each mark behind its letter, the tone at") {
					continue
				}
				upper := strings.ToUpper(want)
				if k.method == MethodVNI && s.onset == "" && len(s.rime) == 1 && s.rime != "y" {
					upper = strings.ToUpper(keys) // A4 is paper, E5 is fuel
				}
				if got := typeKeys(k.method, strings.ToUpper(keys)); got != upper {
					t.Errorf("%s, %s: %q gives %q, want %q", k.method, order, strings.ToUpper(keys), got, upper)
				}
			}
		}
		if NFC(norm.NFD.String(want)) != want || Fold(want) != Fold(norm.NFD.String(want)) {
			t.Errorf("%q does not survive composing", want)
		}
	}
}
