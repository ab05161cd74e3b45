package vn

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, line, text string }{
		{"plain text stays", "Xã Sơn Hồng", "Xã Sơn Hồng", "Xã Sơn Hồng"},
		{"outer and double spaces stay, it may be a piece", "  a  b ", "  a  b ", "  a  b "},
		{"decomposed text is composed", "ho\u0300a tie\u0302\u0301ng", "hòa tiếng", "hòa tiếng"},
		{"half composed text is composed", "ê\u0301", "ế", "ế"},
		{"windows line end is one break", "a\r\nb", "a b", "a\nb"},
		{"old mac line end", "a\rb", "a b", "a\nb"},
		{"two breaks are two lines, one space", "a\n\nb", "a b", "a\n\nb"},
		{"CR LF CR LF", "a\r\n\r\nb", "a b", "a\n\nb"},
		{"CR CR LF", "a\r\r\nb", "a b", "a\n\nb"},
		{"line separator", "a\u2028b", "a b", "a\nb"},
		{"paragraph separator", "a\u2029b", "a b", "a\nb"},
		{"next line, form feed, vertical tab", "a\u0085b\fc\vd", "a b c d", "a\nb\nc\nd"},
		{"tabs from a spreadsheet", "a\t\tb\tc", "a b c", "a b c"},
		{"tab after break", "a\n\tb", "a b", "a\n b"},
		{"broken bytes are dropped", "a\xffb\xc3", "ab", "ab"},
		{"a letter cut in two is dropped", "ti\xe1\xba", "ti", "ti"},
		{"a real replacement character stays", "a\ufffdb", "a\ufffdb", "a\ufffdb"},
		{"escape sequence loses its escape", "\x1b[31mred\x1b[0m", "[31mred[0m", "[31mred[0m"},
		{"C1 control", "a\u009b31mb", "a31mb", "a31mb"},
		{"NUL and DEL", "a\x00b\x7fc", "abc", "abc"},
		{"bidirectional override", "a\u202eb\u2066c", "abc", "abc"},
		{"zero width characters and the byte order mark", "\ufeffa\u200bb\u200dc", "abc", "abc"},
		{"soft hyphen", "a\u00adb", "ab", "ab"},
		{"private use", "a\ue000b", "ab", "ab"},
		{"a hidden character between letter and tone", "e\u200b\u0301", "é", "é"},
		{"surrogates written as bytes", "a\xed\xa0\x80b", "ab", "ab"},
		{"no-break space stays", "8\u00a0842", "8\u00a0842", "8\u00a0842"},
		{"empty", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := CleanLine(c.in); got != c.line {
				t.Errorf("CleanLine(%q) = %q, want %q", c.in, got, c.line)
			}
			if got := CleanText(c.in); got != c.text {
				t.Errorf("CleanText(%q) = %q, want %q", c.in, got, c.text)
			}
		})
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "hòa", "a\r\n\tb", "\xff\xfe", "e\u200b\u0301", "\u202e", strings.Repeat("\u0301", 70), "가\u1100\u1161"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line, text := CleanLine(s), CleanText(s)
		for name, got := range map[string]string{"line": line, "text": text, "fold": Fold(s)} {
			if !utf8.ValidString(got) {
				t.Fatalf("%s of %q is not UTF-8: %q", name, s, got)
			}
			for _, r := range got {
				if (r != '\n' || name != "text") && unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) {
					t.Fatalf("%s of %q holds %U", name, s, r)
				}
			}
		}
		if !norm.NFC.IsNormalString(line) || !norm.NFC.IsNormalString(text) {
			t.Fatalf("not composed: %q, %q", line, text)
		}
		if again := CleanLine(line); again != line {
			t.Fatalf("CleanLine twice: %q, then %q", line, again)
		}
		if again := CleanText(text); again != text {
			t.Fatalf("CleanText twice: %q, then %q", text, again)
		}
		if strings.Join(Graphemes(s), "") != s {
			t.Fatalf("letters of %q do not give it back: %q", s, Graphemes(s))
		}
		if folded := Fold(s); Fold(folded) != folded {
			t.Fatalf("Fold twice of %q: %q, then %q", s, folded, Fold(folded))
		} else if !Match(folded, folded) {
			t.Fatalf("%q does not match itself", folded)
		}
	})
}

func TestGraphemesAreLettersAsPeopleCountThem(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"hòa", []string{"h", "ò", "a"}},
		{"tie\u0302\u0301ng", []string{"t", "i", "e\u0302\u0301", "n", "g"}},
		{"đ1", []string{"đ", "1"}},
		{"a\r\nb", []string{"a", "\r\n", "b"}},
		{"👨‍👩‍👧x", []string{"👨‍👩‍👧", "x"}},
		{"🇻🇳", []string{"🇻🇳"}},
	} {
		if got := Graphemes(c.in); !slices.Equal(got, c.want) {
			t.Errorf("Graphemes(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
