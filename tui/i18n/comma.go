package i18n

import (
	"fmt"
	"strings"

	"giamsat/model/vn"
)

// CommaQuestion asks what an ambiguous amount means, in one line that one key
// answers: both readings, and which of them the sum of the parts settles. Where the unit
// is in question it says which reading counts đồng.
func (w *Words) CommaQuestion(amb *vn.Ambiguous, proposed vn.Comma) string {
	var readings []string
	for i, r := range amb.Readings() {
		reading := fmt.Sprintf("[%d] %s %s", i+1, r.Amount.Shown(), w.Grid.Million)
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
