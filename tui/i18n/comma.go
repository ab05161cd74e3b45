package i18n

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// readingKeys answer which of two readings is meant, in the order in which these are
// shown. They begin neither a figure nor a text: whoever looks at the paper and types
// the next amount must not choose with its first digit. Of a comma in doubt the comma
// says that it begins decimals, and the dot that it parts thousands.
var readingKeys = [2]string{",", "."}

// ReadingBy is the reading that a key means; it is false for any other key.
func ReadingBy(amb *vn.Ambiguous, key string) (vn.Reading, bool) {
	if i := slices.Index(readingKeys[:], key); i >= 0 {
		return amb.Readings()[i], true
	}
	return vn.Reading{}, false
}

// WritingKey is the key that says how the figures of a pasted block are written: the
// same keys as for one amount, named for what begins the decimals.
func WritingKey(w vn.Writing) string {
	switch w {
	case vn.WritingVietnamese:
		return readingKeys[0]
	case vn.WritingEnglish:
		return readingKeys[1]
	case vn.WritingUnknown:
	}
	return ""
}

// WritingBy is the way of writing that a key means; it is false for any other key.
func WritingBy(key string) (vn.Writing, bool) {
	for _, w := range [...]vn.Writing{vn.WritingVietnamese, vn.WritingEnglish} {
		if key == WritingKey(w) {
			return w, true
		}
	}
	return vn.WritingUnknown, false
}

// KeysByEar calls the keys of a question by their names, where it stands in words to
// be heard.
func (w *Words) KeysByEar(text string) string {
	for i, key := range readingKeys {
		text = strings.ReplaceAll(text, "["+key+"] ", fmt.Sprintf(w.Speak.Press, w.Speak.Keys[i], ""))
	}
	return text
}

// CommaQuestion asks what an ambiguous amount means, in one line that one key
// answers: both readings, and which of them the sum of the parts settles. They are in
// words where in figures they differ by one dot. Where the unit is in question it says
// which reading counts đồng.
func (w *Words) CommaQuestion(amb *vn.Ambiguous, proposed vn.Comma) string {
	var readings []string
	for i, r := range amb.Readings() {
		reading := r.Amount.Shown() + " " + w.Grid.Million
		if amb.ByComma {
			reading = w.Money(r.Amount)
		}
		switch {
		case r.How == proposed:
			reading += ", " + w.Fill.CommaFits
		case amb.ByUnit && i == 0:
			reading += ", " + w.Fill.InDong
		}
		readings = append(readings, "["+readingKeys[i]+"] "+reading)
	}
	line := fmt.Sprintf(w.Fill.CommaAsk, amb.Raw) + " " + strings.Join(readings, "  ")
	if amb.ByComma {
		line += "  " + w.Fill.CommaKept
	}
	return line
}

// CommaByEar asks the same of who hears it: the readings are amounts in words, since
// a comma and a dot sound alike, and each follows the key that means it.
func (w *Words) CommaByEar(amb *vn.Ambiguous, proposed vn.Comma) string {
	var parts []string
	for i, r := range amb.Readings() {
		part := fmt.Sprintf(w.Speak.Press, w.Speak.Keys[i], w.Money(r.Amount))
		if r.How == proposed {
			part += ", " + w.Fill.CommaFits
		}
		parts = append(parts, part)
	}
	line := fmt.Sprintf(w.Fill.CommaAsk, amb.Raw) + " " + strings.Join(parts, "; ")
	if amb.ByComma {
		line += " " + w.Fill.CommaKept
	}
	return line
}

// ProblemByEar is [Words.Problem] for who hears it: an amount with two readings is
// said in words.
func (w *Words) ProblemByEar(p form.Problem) string {
	var twofold *vn.Ambiguous
	if errors.As(p.Err, &twofold) {
		return fmt.Sprintf(w.Speak.Twofold, twofold.Raw, w.Money(twofold.Thousands), w.Money(twofold.Decimal))
	}
	return w.Problem(p)
}
