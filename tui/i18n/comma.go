package i18n

import (
	"errors"
	"fmt"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// CommaQuestion asks what an ambiguous amount means, in one line that one key
// answers: both readings, and which of them the sum of the parts settles. They are in
// words where in figures they differ by one dot. Where the unit is in question it says
// which reading counts đồng.
func (w *Words) CommaQuestion(amb *vn.Ambiguous, proposed vn.Comma) string {
	var readings []string
	for i, r := range amb.Readings() {
		reading := fmt.Sprintf("[%d] %s %s", i+1, r.Amount.Shown(), w.Grid.Million)
		if amb.ByComma {
			reading = fmt.Sprintf("[%d] %s", i+1, w.Money(r.Amount))
		}
		switch {
		case r.How == proposed:
			reading += ", " + w.Fill.CommaFits
		case amb.ByUnit && i == 0:
			reading += ", " + w.Fill.InDong
		}
		readings = append(readings, reading)
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
		part := fmt.Sprintf(w.Speak.Press, i+1, w.Money(r.Amount))
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
