package vn

import "strings"

// Writing is which marks a page of figures uses. Spreadsheets copy figures as
// they show them, in the way of the country they are set to.
type Writing uint8

const (
	WritingUnknown    Writing = iota
	WritingVietnamese         // 1.234,5
	WritingEnglish            // 1,234.5
)

// marks are what separates thousands, and what begins the decimals.
func (w Writing) marks() (thousands, decimals string) {
	if w == WritingEnglish {
		return ",", "."
	}
	return ".", ","
}

// Fits reports whether a figure can be written so: "8,042.50" only in English,
// "8042,5" only in Vietnamese, "8.042" and "8042" in both. A text that is more than
// a figure, as "8 tỷ" is, says nothing of it: it fits both.
func (w Writing) Fits(raw string) bool {
	_, body, _, ok := bareFigure(raw)
	if !ok {
		return true
	}
	_, _, fits := w.split(body)
	return fits
}

// Rewrite puts a figure that fits into the writing that every reader of this
// package reads in one way only: without marks between thousands, and with a
// comma before decimals. What is no bare figure, or does not fit, comes back as
// it is.
func (w Writing) Rewrite(raw string) string {
	sign, body, after, ok := bareFigure(raw)
	if !ok {
		return raw
	}
	whole, frac, fits := w.split(body)
	switch {
	case !fits:
		return raw
	case frac == "":
		return sign + whole + after
	case len(frac) == 3:
		frac += "0" // three digits alone could be thousands
	}
	return sign + whole + "," + frac + after
}

// split takes a figure's digits apart at its decimals.
func (w Writing) split(body string) (whole, frac string, fits bool) {
	thousands, decimals := w.marks()
	head, frac, cut := strings.Cut(body, decimals)
	if cut && !allDigits(frac) || head == "" {
		return "", "", false
	}
	parts := strings.Split(head, thousands)
	for _, p := range parts {
		if !allDigits(p) {
			return "", "", false
		}
	}
	if len(parts) > 1 && !grouped(parts) {
		return "", "", false
	}
	return join(parts), frac, true
}

// bareFigure takes a figure's sign and percent sign off, and the blanks between
// its thousands out; false for what is no figure, or more.
func bareFigure(raw string) (sign, body, after string, ok bool) {
	s, err := plain(raw, NotANumber)
	if err != nil {
		return "", "", "", false
	}
	if strings.HasSuffix(s, "%") {
		s, after = strings.TrimSpace(strings.TrimSuffix(s, "%")), "%"
	}
	switch {
	case strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")"):
		s, sign = strings.TrimSpace(s[1:len(s)-1]), "-"
	case strings.HasPrefix(s, "-"):
		s, sign = strings.TrimSpace(s[1:]), "-"
	case strings.HasPrefix(s, "+"):
		s = strings.TrimSpace(s[1:])
	}
	if !onlyNumeral(s) {
		return "", "", "", false
	}
	if strings.Contains(s, " ") {
		digits, rest := s, ""
		if i := strings.IndexAny(s, ".,"); i >= 0 {
			digits, rest = s[:i], s[i:]
		}
		parts := strings.Split(digits, " ")
		if !grouped(parts) || strings.Contains(rest, " ") {
			return "", "", "", false
		}
		s = join(parts) + rest
	}
	return sign, s, after, true
}

// Dash reports whether a text is how accounts write zero: a dash alone.
func Dash(raw string) bool {
	s, err := plain(raw, NotANumber)
	return err == nil && s == "-"
}
