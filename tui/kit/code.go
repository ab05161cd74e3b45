package kit

import (
	"fmt"
	"strings"
	"unicode"

	"giamsat/model/form"
)

// ShortCode is an item's code as a screen shows it: areas lose their letter, so
// that A3.06 is 3.06, as people cite it.
func ShortCode(code string) string {
	if rest, ok := strings.CutPrefix(code, "A"); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return rest
	}
	return code
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
