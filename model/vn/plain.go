package vn

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// longest is the length in bytes above which a text is not looked at as a number or a
// date. It bounds the work an expression can ask for.
const longest = 256

// signs maps the marks that input methods and word processors put in place of those
// on the keyboard.
var signs = strings.NewReplacer(
	"−", "-", "–", "-", "—", "-", "‐", "-", "‒", "-",
	"×", "*", "÷", "/", "∕", "/", "₫", "d",
)

// plain brings a text to the few characters the parsers look at: folded, with
// full-width digits and marks made narrow, every space the same. A superscript or a
// fraction is refused: folding would make 52 of 5².
func plain(raw string, malformed Code) (string, error) {
	if len(raw) > longest {
		return "", fail(TooLong, raw)
	}
	for _, r := range raw {
		if r == utf8.RuneError || unicode.Is(unicode.No, r) {
			return "", fail(malformed, raw)
		}
	}
	s := signs.Replace(Fold(raw))
	if s == "" {
		return "", fail(Empty, raw)
	}
	return s, nil
}

// pattern compiles an expression when it is first asked for. Compiling all of them at the
// start took a millisecond of the forty that the program has to show its first screen.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
