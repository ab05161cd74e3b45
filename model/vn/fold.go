package vn

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Fold returns the form of a text by which it is searched: lower case, without
// diacritics, đ as d, runs of white space as one space, trimmed. "Hòa", "hoà" and
// "HOA" fold to the same. Every Vietnamese text folds to ASCII.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b = appendFolded(b, rune(c))
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if base := vietnameseBase(r); base != 0 {
			b = append(b, base)
		} else if r != utf8.RuneError || size > 1 {
			b = appendDecomposed(b, s[i:i+size], r)
		}
		i += size
	}
	return strings.TrimSuffix(string(b), " ")
}

// isFolded finds the texts that need no work: most queries and all stored folded columns.
func isFolded(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || 'A' <= c && c <= 'Z' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// vietnameseBlock holds the folded letters of U+1EA0 to U+1EF9, the block of letters
// with a tone made for Vietnamese. A test compares it with the Unicode tables.
const vietnameseBlock = "aaaaaaaaaaaaaaaaaaaaaaaa" + "eeeeeeeeeeeeeeee" + "iiii" +
	"oooooooooooooooooooooooo" + "uuuuuuuuuuuuuu" + "yyyyyyyy"

// vietnameseBase is the short way for composed Vietnamese letters; 0 means the letter is
// none. Eth (Ð) is taken for Đ, which it looks like and is typed for.
func vietnameseBase(r rune) byte {
	if 0x1ea0 <= r && r <= 0x1ef9 {
		return vietnameseBlock[r-0x1ea0]
	}
	switch r {
	case 'đ', 'Đ', 'ð', 'Ð':
		return 'd'
	case 'à', 'á', 'â', 'ã', 'ă', 'À', 'Á', 'Â', 'Ã', 'Ă':
		return 'a'
	case 'è', 'é', 'ê', 'È', 'É', 'Ê':
		return 'e'
	case 'ì', 'í', 'ĩ', 'Ì', 'Í', 'Ĩ':
		return 'i'
	case 'ò', 'ó', 'ô', 'õ', 'ơ', 'Ò', 'Ó', 'Ô', 'Õ', 'Ơ':
		return 'o'
	case 'ù', 'ú', 'ũ', 'ư', 'Ù', 'Ú', 'Ũ', 'Ư':
		return 'u'
	case 'ý', 'Ý':
		return 'y'
	default:
		return 0
	}
}

func appendDecomposed(b []byte, letter string, r rune) []byte {
	parts := norm.NFKD.PropertiesString(letter).Decomposition()
	if parts == nil {
		return appendFolded(b, r)
	}
	for len(parts) > 0 {
		p, size := utf8.DecodeRune(parts)
		b = appendFolded(b, p)
		parts = parts[size:]
	}
	return b
}

func appendFolded(b []byte, r rune) []byte {
	switch {
	case 'a' <= r && r <= 'z':
		return append(b, byte(r))
	case unicode.IsSpace(r):
		if len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
		return b
	case unicode.In(r, unicode.Mn, unicode.C):
		return b
	default:
		return utf8.AppendRune(b, unicode.ToLower(r))
	}
}

// Match says whether every word of the query occurs somewhere in the folded text, in
// any order: "tinh ha" matches "so nong nghiep ha tinh". The query is folded here; the text
// must have been folded before. An empty query matches everything. Over a long list pass
// Fold(query), folded once: folding that again costs next to nothing.
func Match(folded, query string) bool {
	rest := Fold(query)
	for rest != "" {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

// A collator keeps buffers and may not be shared between goroutines; making one is too
// dear to do for each comparison.
var collators = sync.Pool{New: func() any { return collate.New(language.Vietnamese, collate.Numeric) }}

// Compare orders two texts as a Vietnamese dictionary does: letters first (a ă â … d đ
// e ê … o ô ơ … u ư), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then case. Numbers
// count as numbers: "Thôn 2" is before "Thôn 10". Texts that the dictionary holds equal are
// ordered by their bytes, so that lists are stable.
// It may be called from several goroutines.
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if n := c.CompareString(a, b); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}
