package kit

import (
	"fmt"
	"strings"
	"unicode"

	"giamsat/model/form"
	"giamsat/model/vn"
)

// ShortCode is an item's code as a screen shows it: areas lose their letter, so
// that A3.06 is 3.06, as people cite it.
func ShortCode(code string) string {
	if rest, ok := strings.CutPrefix(code, "A"); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return rest
	}
	return code
}

// BareCode is a code as it is compared with what somebody typed: without the
// letter of its area, accents, capitals and signs, so that A3.T1, 3.t1 and 3T1 are
// the same.
func BareCode(code string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, vn.Fold(code))
	return ShortCode(strings.ToUpper(bare))
}

// How well a code fits what was typed, best first.
const (
	fitsExactly = iota // the code, with its signs
	fitsBare           // the code, without signs
	fitsBegun          // the code begins so
	fitsNot
	fits // how many there are
)

// cited is a code in the spellings that it is typed in.
type cited struct{ full, short, bare string }

func citedBy(code string) cited {
	return cited{full: vn.Fold(code), short: vn.Fold(ShortCode(code)), bare: BareCode(code)}
}

// fit says how well a code fits what was typed, folded. Without a digit only what
// is written as the code is counts: words are no codes.
func (c cited) fit(typed string) int {
	bare := BareCode(typed)
	switch {
	case bare == "":
		return fitsNot
	case typed == c.short, typed == c.full:
		return fitsExactly
	case !strings.ContainsAny(bare, "0123456789"):
		if strings.HasPrefix(c.short, typed) {
			return fitsBegun
		}
		return fitsNot
	case bare == c.bare:
		return fitsBare
	case strings.HasPrefix(c.bare, bare):
		return fitsBegun
	}
	return fitsNot
}

// Citable is a choice's code that people know: one that begins with a capital
// and has no small letter, as "DA7.TDA1" is, and neither the form's own word
// "urban" nor a key of the database.
func Citable(code string) string {
	for i, r := range code {
		if i == 0 && !unicode.IsUpper(r) || unicode.IsLower(r) {
			return ""
		}
	}
	return code
}

// RowsFrom says that an item must be answered before a table has its rows.
func (e *Env) RowsFrom(it *form.Item) string {
	return fmt.Sprintf(e.Words.Grid.RowsFrom, ShortCode(it.Code)+" "+it.Label.In(e.Words.Lang))
}
