package vn

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// syllable is written with the tone as a combining mark, and its plain letters.
type syllable struct{ decomposed, folded string }

// everySyllable makes all that the alphabet allows: each onset with each vowel or group of
// vowels, each tone on each of its letters, each ending. That is more than the language uses
// and holds both places of the tone ("hòa", "hoà").
func everySyllable() []syllable {
	onsets := strings.Fields("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
	vowels := strings.Fields("a ă â e ê i o ô ơ u ư y ai ao au âu ay ây eo êu ia iê iu oa oă oe oi ôi ơi oo " +
		"ua uâ uê ui uô uơ ưa ưi ươ ưu uy uya uyê uyu yê iêu yêu oai oay oeo uay uây uôi ươi ươu")
	tones := []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
	endings := []string{"", "c", "ch", "m", "n", "ng", "nh", "p", "t"}
	plain := strings.NewReplacer("ă", "a", "â", "a", "ê", "e", "ô", "o", "ơ", "o", "ư", "u", "đ", "d")

	var all []syllable
	for _, onset := range append(onsets, "") {
		for _, vowel := range vowels {
			letters := strings.Split(vowel, "")
			for at := range letters {
				for _, tone := range tones {
					toned := strings.Join(letters[:at+1], "") + tone + strings.Join(letters[at+1:], "")
					for _, ending := range endings {
						all = append(all, syllable{norm.NFD.String(onset + toned + ending), plain.Replace(onset + vowel + ending)})
					}
				}
			}
		}
	}
	return all
}

func TestEverySyllableSurvivesComposingAndFolding(t *testing.T) {
	all := everySyllable()
	if len(all) < 7000 {
		t.Fatalf("made only %d syllables", len(all))
	}
	for _, s := range all {
		composed := NFC(s.decomposed)
		if back := norm.NFD.String(composed); back != s.decomposed {
			t.Fatalf("%q composed is %q, decomposed again %q", s.decomposed, composed, back)
		}
		if CleanLine(s.decomposed) != composed || CleanText(s.decomposed) != composed {
			t.Fatalf("cleaning %q gives %q, want %q", s.decomposed, CleanLine(s.decomposed), composed)
		}
		for _, spelling := range []string{composed, s.decomposed, strings.ToUpper(composed), strings.ToUpper(s.decomposed)} {
			if got := Fold(spelling); got != s.folded {
				t.Fatalf("Fold(%q) = %q, want %q", spelling, got, s.folded)
			}
		}
		if composed, decomposed := len(Graphemes(composed)), len(Graphemes(s.decomposed)); composed != decomposed || composed != len(s.folded) {
			t.Fatalf("%q has %d letters composed, %d decomposed, %d plain", s.decomposed, composed, decomposed, len(s.folded))
		}
	}
}

func TestVietnameseBlockAgreesWithUnicode(t *testing.T) {
	for r := rune(0x80); r < 0x2000; r++ {
		base := vietnameseBase(r)
		if base == 0 || strings.ContainsRune("đĐðÐ", r) {
			continue
		}
		letter := norm.NFD.String(string(r))[0] | 0x20
		if letter != base {
			t.Errorf("vietnameseBase(%c) = %c, Unicode has %c", r, base, letter)
		}
	}
}
