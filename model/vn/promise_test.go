package vn

import (
	"maps"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The program promises, of Vietnamese that never breaks: a table of at least 300 spellings
// of money and dates, and the round trip of at least 7,000 syllables through Telex, VNI, NFC
// and folding. Here both are counted, and only what comes out right counts; the tables stand
// with the tests of the parsers, the syllables are made in compose_syllable_test.go.
const (
	promisedSpellings = 300
	promisedSyllables = 7_000
)

// A spelling that is refused, since nobody can say what it means, is no spelling of anything.
func TestThePromisedSpellingsOfMoneyAndDatesAreReadRight(t *testing.T) {
	money, dates := maps.Clone(moneySeen), maps.Clone(datesSeen)
	for _, s := range moneyInMillions {
		money[s.raw] = s.want
	}
	for _, s := range datesOfAVisit {
		dates[s.raw] = s.want
	}
	amounts, days := 0, 0
	for raw, want := range money {
		m, err := ParseMoney(raw, UnitMillion, CommaUnknown)
		if said := asParsed(int64(m), err); said != want {
			t.Errorf("%q is %s, want %s", raw, said, want)
		} else if unicode.IsDigit(rune(want[len(want)-1])) || strings.Contains(want, " or ") {
			amounts++
		}
	}
	for raw, want := range dates {
		d, err := ParseDate(raw, Date{2024, 2, 20})
		if said := asParsed(d.ISO(), err); said != want {
			t.Errorf("%q is %s, want %s", raw, said, want)
		} else if err == nil {
			days++
		}
	}
	if amounts+days < promisedSpellings {
		t.Errorf("%d spellings of amounts and %d of days are read, promised are %d", amounts, days, promisedSpellings)
	}
	t.Logf("%d spellings of amounts and %d of days, of %d and %d that were tried", amounts, days, len(money), len(dates))
}

func TestThePromisedSyllablesMakeTheRoundTrip(t *testing.T) {
	all, there := map[string]bool{}, 0
	for _, s := range everyValid() {
		written := s.written()
		if all[written] {
			continue
		}
		all[written] = true
		if makesTheRoundTrip(s, written) {
			there++
		}
	}
	if there < promisedSyllables || there < len(all) {
		t.Errorf("of %d syllables %d make the round trip, promised are %d", len(all), there, promisedSyllables)
	}
	t.Logf("%d syllables", there)
}

// makesTheRoundTrip reports whether a syllable is what it was after it was typed with either
// method in each order of the keys, decomposed and composed again, and whether what is found
// for it is found for its plain letters.
func makesTheRoundTrip(s typedSyllable, written string) bool {
	for _, k := range keyboards {
		for _, keys := range k.orders(s) {
			if typeKeys(k.method, keys) != written {
				return false
			}
		}
	}
	decomposed := norm.NFD.String(written)
	return NFC(decomposed) == written && CleanLine(decomposed) == written && Fold(written) == plainLetters(decomposed) && Match(Fold(decomposed), written)
}

// plainLetters are the letters of a decomposed text without marks, by no means of the package.
func plainLetters(decomposed string) string {
	var plain []rune
	for _, r := range decomposed {
		switch {
		case r == 'đ':
			plain = append(plain, 'd')
		case r < 0x80:
			plain = append(plain, r)
		}
	}
	return string(plain)
}
