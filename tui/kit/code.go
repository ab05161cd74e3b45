package kit

import "strings"

// ShortCode is an item's code as a screen shows it: areas lose their letter, so
// that A3.06 is 3.06, as people cite it.
func ShortCode(code string) string {
	if rest, ok := strings.CutPrefix(code, "A"); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return rest
	}
	return code
}
