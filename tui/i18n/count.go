package i18n

import (
	"fmt"
	"strings"
)

// Count fills in a sentence with numbers. Where a word hangs on the number before
// it, as English words do, the sentence gives both: "%d {row|rows}".
func Count(sentence string, args ...any) string {
	var b strings.Builder
	last, next := 0, 0 // the number before, the argument to come
	for i := 0; i < len(sentence); i++ {
		switch {
		case sentence[i] == '%' && i+1 < len(sentence) && sentence[i+1] != '%':
			if next < len(args) {
				last = number(args[next], last)
			}
			next++
			b.WriteByte('%')
		case sentence[i] == '%': // a percent sign, spelt as two
			b.WriteString("%%")
			i++
		case sentence[i] == '{':
			both, _, _ := strings.Cut(sentence[i+1:], "}")
			one, many, _ := strings.Cut(both, "|")
			if last == 1 {
				many = one
			}
			b.WriteString(many)
			i += len(both) + 1
		default:
			b.WriteByte(sentence[i])
		}
	}
	return fmt.Sprintf(b.String(), args...)
}

func number(arg any, before int) int {
	switch n := arg.(type) {
	case int:
		return n
	case int64:
		return int(n)
	}
	return before
}
