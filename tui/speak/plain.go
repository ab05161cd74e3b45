package speak

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"giamsat/tui/i18n"
	"giamsat/tui/theme"
)

// between stands between the parts of a line in which a sign or a column was.
const between = "  "

// Plain makes a line to be said of one that was made to be seen: without styles,
// with words for the signs, commas for columns, and nothing that does not print.
func Plain(text string, sign theme.Signs, w *i18n.Words) string {
	text = named(sign, w).Replace(ansi.Strip(text))
	text = strings.Map(printed, text)
	var b strings.Builder
	for part := range strings.SplitSeq(text, between) {
		part = strings.TrimSpace(part)
		if strings.Trim(part, " ,;:") == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(glue(b.String(), ","))
		}
		b.WriteString(part)
	}
	return b.String()
}

// named puts words in the place of signs. A sign that only shows something, a
// rule or the marker, has none.
func named(sign theme.Signs, w *i18n.Words) *strings.Replacer {
	s := w.Speak
	word := func(text string) string { return between + text + ":" + between }
	return strings.NewReplacer(
		sign.Stop, word(s.Problem), sign.Problem, word(s.Problem), sign.Reason, word(s.Reason), sign.Notice, word(s.Notice),
		sign.Carried, word(s.Carried), sign.Pin, word(s.Pin), sign.Chosen, word(s.Chosen), sign.Open, word(s.Open), sign.Ahead, word(s.Ahead),
		sign.Done, word(s.Done), sign.Differs, word(s.Differs), " "+sign.Into+" ", " "+s.Into+" ", sign.Into, " "+s.Into+" ",
		sign.Sep, between, " · ", between, sign.Column, between,
		sign.Focus, "", sign.Unchosen, "", sign.Rule, "", sign.Bar, "", sign.Rest, "", sign.Up, "", sign.Down, "",
		sign.CutLeft, "...", sign.CutRight, "...",
	)
}

// printed keeps the characters that print and that a voice can say.
func printed(r rune) rune {
	switch {
	case r == '…':
		return '.'
	case unicode.IsSpace(r):
		return ' '
	case !unicode.IsPrint(r), unicode.Is(unicode.Co, r), r >= 0x2500 && r <= 0x25ff:
		return -1
	}
	return r
}

// glue is what stands between two parts of a sentence: the mark, unless the first
// part ends with one.
func glue(before, mark string) string {
	if strings.ContainsAny(before[len(before)-1:], ".,:;?!") {
		return " "
	}
	return mark + " "
}

// join puts the parts that say something behind each other.
func join(mark string, parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(glue(b.String(), mark))
		}
		b.WriteString(p)
	}
	return b.String()
}
