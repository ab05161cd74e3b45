package paint

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Terminals measure text in one of two ways: code point by code point, or by
// what a person counts as a letter. For letters of the Latin scripts, with their
// marks, and for the signs of this interface both ways agree. The painter measures
// letters, as the screens do, until a text comes on which the two may differ and the
// terminal has not said that it measures letters too: the other way needs a table
// of two megabytes, which a Vietnamese form never needs.

// plain are the code points that both ways measure alike, in any company.
var plain = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0020, Hi: 0x007e, Stride: 1},
		{Lo: 0x00a0, Hi: 0x00a8, Stride: 1}, // without © and ®, which may be drawn as pictures
		{Lo: 0x00aa, Hi: 0x00ac, Stride: 1},
		{Lo: 0x00af, Hi: 0x036f, Stride: 1}, // to the end of the combining marks
		{Lo: 0x1e00, Hi: 0x1eff, Stride: 1}, // Vietnamese
		{Lo: 0x2010, Hi: 0x2027, Stride: 1}, // dashes, quotes, …
		{Lo: 0x20ab, Hi: 0x20ab, Stride: 1}, // ₫
		{Lo: 0x2190, Hi: 0x2193, Stride: 1}, // arrows
		{Lo: 0x2200, Hi: 0x22ff, Stride: 1}, // ≈ ≤ ≥
		{Lo: 0x2500, Hi: 0x259f, Stride: 1}, // frames
		{Lo: 0x25a0, Hi: 0x25a9, Stride: 1},
		{Lo: 0x25b2, Hi: 0x25b5, Stride: 1}, {Lo: 0x25b7, Hi: 0x25bf, Stride: 1},
		{Lo: 0x25c1, Hi: 0x25fa, Stride: 1},
		{Lo: 0x2713, Hi: 0x2713, Stride: 1}, // ✓
	},
	LatinOffset: 4,
}

// simple reports whether both ways measure a row alike. What escape sequences are
// made of is plain as well.
func simple(row string) bool {
	return !strings.ContainsFunc(row, func(r rune) bool { return r != ansi.ESC && !unicode.Is(plain, r) })
}
