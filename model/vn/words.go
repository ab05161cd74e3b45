package vn

import (
	"strconv"
	"strings"
)

// Words returns the short echo in digits and units, which catches a slip of a thousand:
// "8 tỷ 842 triệu đồng", "500 nghìn đồng", "âm 12 triệu 500 nghìn đồng", "0 đồng".
func (m Money) Words() string {
	parts := digitParts(magnitude(int64(m)), []scaleWord{{1e9, "tỷ"}, {1e6, "triệu"}, {1e3, "nghìn"}})
	return negativeWord(m, "âm ") + strings.Join(parts, " ") + " đồng"
}

// WordsEN is [Money.Words] in English: "8 billion 842 million đồng", "minus 500 thousand đồng".
func (m Money) WordsEN() string {
	parts := digitParts(magnitude(int64(m)), []scaleWord{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}})
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, ".", ",")
	}
	return negativeWord(m, "minus ") + strings.Join(parts, " ") + " đồng"
}

type scaleWord struct {
	size uint64
	name string
}

func digitParts(n uint64, scales []scaleWord) []string {
	var parts []string
	for _, s := range scales {
		if count := n / s.size; count > 0 {
			parts = append(parts, group(strconv.FormatUint(count, 10))+" "+s.name)
			n %= s.size
		}
	}
	if n > 0 || parts == nil {
		parts = append(parts, strconv.FormatUint(n, 10))
	}
	return parts
}

func negativeWord(m Money, word string) string {
	if m < 0 {
		return word
	}
	return ""
}

// InWords returns the amount in full words, as minutes and vouchers have it: "tám tỷ tám
// trăm bốn mươi hai triệu đồng". After a larger group zeros are spoken: "một triệu không
// trăm linh năm nghìn đồng".
func (m Money) InWords() string {
	n := magnitude(int64(m))
	if n == 0 {
		return "không đồng"
	}
	return negativeWord(m, "âm ") + strings.Join(vietnameseNumber(nil, n, false), " ") + " đồng"
}

// vietnameseNumber appends the words of n, which is not 0. After says that a larger group
// was spoken before, so that missing hundreds have to be.
func vietnameseNumber(words []string, n uint64, after bool) []string {
	if high := n / 1e9; high > 0 {
		// Beyond a thousand tỷ the same names come again: nghìn tỷ, triệu tỷ, tỷ tỷ.
		words = append(vietnameseNumber(words, high, after), "tỷ")
		n, after = n%1e9, true
	}
	for _, g := range []scaleWord{{1e6, "triệu"}, {1e3, "nghìn"}, {1, ""}} {
		count := n / g.size
		if n %= g.size; count == 0 {
			continue
		}
		words = vietnameseHundreds(words, int(count), after)
		if g.name != "" {
			words = append(words, g.name)
		}
		after = true
	}
	return words
}

// vietnameseHundreds appends the words of 1 to 999.
func vietnameseHundreds(words []string, n int, after bool) []string {
	hundreds, tens, ones := n/100, n/10%10, n%10
	spoken := hundreds > 0 || after
	if spoken {
		words = append(words, vietnameseDigit(hundreds), "trăm")
	}
	switch {
	case tens == 0 && ones == 0:
		return words
	case tens == 0 && spoken:
		return append(words, "linh", vietnameseDigit(ones))
	case tens == 0:
		return append(words, vietnameseDigit(ones))
	case tens == 1:
		words = append(words, "mười")
	default:
		words = append(words, vietnameseDigit(tens), "mươi")
	}
	switch {
	case ones == 0:
		return words
	case ones == 5:
		return append(words, "lăm")
	case ones == 1 && tens > 1:
		return append(words, "mốt")
	case ones == 4 && tens > 1:
		return append(words, "tư")
	default:
		return append(words, vietnameseDigit(ones))
	}
}

func vietnameseDigit(d int) string {
	return [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}[d]
}

// InWordsEN is [Money.InWords] in English: "eight billion eight hundred forty-two million đồng".
func (m Money) InWordsEN() string {
	n := magnitude(int64(m))
	if n == 0 {
		return "zero đồng"
	}
	var words []string
	scales := []scaleWord{
		{1e18, "quintillion"}, {1e15, "quadrillion"}, {1e12, "trillion"},
		{1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}, {1, ""},
	}
	for _, g := range scales {
		count := n / g.size
		if n %= g.size; count == 0 {
			continue
		}
		words = englishHundreds(words, int(count))
		if g.name != "" {
			words = append(words, g.name)
		}
	}
	return negativeWord(m, "minus ") + strings.Join(words, " ") + " đồng"
}

// englishHundreds appends the words of 1 to 999.
func englishHundreds(words []string, n int) []string {
	small := [...]string{
		"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tens := [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	if n >= 100 {
		words = append(words, small[n/100], "hundred")
		n %= 100
	}
	switch {
	case n == 0:
		return words
	case n < len(small):
		return append(words, small[n])
	case n%10 == 0:
		return append(words, tens[n/10])
	default:
		return append(words, tens[n/10]+"-"+small[n%10])
	}
}
