package vn

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// CleanLine makes text from outside (keys, paste, import, merge) fit to be one line:
// valid UTF-8, composed (NFC), without control characters, invisible format characters
// (bidirectional overrides, zero-width letters), private or surrogate code points. A
// run of line breaks and tabs becomes one space; other spaces stay as they are, and
// nothing is trimmed, since the text may be a piece pasted between two words.
func CleanLine(s string) string { return clean(s, false) }

// CleanText is [CleanLine] for text of several lines: a line break of any kind (LF,
// CRLF, CR, VT, FF, NEL, U+2028, U+2029) becomes \n and stays.
func CleanText(s string) string { return clean(s, true) }

func clean(s string, keepLines bool) string {
	if isPlainASCII(s, keepLines) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false    // the last thing written stands for a tab or a break
	carriage := false // the last thing read was \r: a \n belongs to it
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		broken := r == utf8.RuneError && size == 1
		i += size
		switch {
		case broken:
		case isLineBreak(r) && keepLines:
			if r != '\n' || !carriage {
				b.WriteByte('\n')
			}
			blank = false
		case r == '\t' || isLineBreak(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
		case unicode.Is(unicode.C, r):
		default:
			b.WriteRune(r)
			blank = false
		}
		carriage = r == '\r'
	}
	// Composing comes last: a dropped character may have stood between a letter and
	// its accent. Composing never brings back anything that was dropped.
	return norm.NFC.String(b.String())
}

func isPlainASCII(s string, keepLines bool) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if (c < ' ' && (c != '\n' || !keepLines)) || c >= 0x7f {
			return false
		}
	}
	return true
}

func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return true
	default:
		return false
	}
}

// NFC returns the composed form, in which "ế" is one code point. All stored text is
// in this form.
func NFC(s string) string { return norm.NFC.String(s) }

// Graphemes splits a text into what a person calls letters: "ế" is one, composed or
// decomposed. It is what one press of Backspace or an arrow passes over. Joined
// together they give the text back byte for byte.
func Graphemes(s string) []string {
	var letters []string
	for i := graphemes.FromString(s); i.Next(); {
		letters = append(letters, i.Value())
	}
	return letters
}
