package vn

import (
	"math"
	"testing"
)

func TestAmountsInWords(t *testing.T) {
	for _, c := range []struct {
		m                            Money
		short, full, shortEN, fullEN string
	}{
		{0, "0 đồng", "không đồng", "0 đồng", "zero đồng"},
		{1, "1 đồng", "một đồng", "1 đồng", "one đồng"},
		{4, "4 đồng", "bốn đồng", "4 đồng", "four đồng"},
		{5, "5 đồng", "năm đồng", "5 đồng", "five đồng"},
		{10, "10 đồng", "mười đồng", "10 đồng", "ten đồng"},
		{11, "11 đồng", "mười một đồng", "11 đồng", "eleven đồng"},
		{14, "14 đồng", "mười bốn đồng", "14 đồng", "fourteen đồng"},
		{15, "15 đồng", "mười lăm đồng", "15 đồng", "fifteen đồng"},
		{20, "20 đồng", "hai mươi đồng", "20 đồng", "twenty đồng"},
		{21, "21 đồng", "hai mươi mốt đồng", "21 đồng", "twenty-one đồng"},
		{24, "24 đồng", "hai mươi tư đồng", "24 đồng", "twenty-four đồng"},
		{25, "25 đồng", "hai mươi lăm đồng", "25 đồng", "twenty-five đồng"},
		{55, "55 đồng", "năm mươi lăm đồng", "55 đồng", "fifty-five đồng"},
		{100, "100 đồng", "một trăm đồng", "100 đồng", "one hundred đồng"},
		{101, "101 đồng", "một trăm linh một đồng", "101 đồng", "one hundred one đồng"},
		{105, "105 đồng", "một trăm linh năm đồng", "105 đồng", "one hundred five đồng"},
		{110, "110 đồng", "một trăm mười đồng", "110 đồng", "one hundred ten đồng"},
		{115, "115 đồng", "một trăm mười lăm đồng", "115 đồng", "one hundred fifteen đồng"},
		{121, "121 đồng", "một trăm hai mươi mốt đồng", "121 đồng", "one hundred twenty-one đồng"},
		{1_000, "1 nghìn đồng", "một nghìn đồng", "1 thousand đồng", "one thousand đồng"},
		{1_005, "1 nghìn 5 đồng", "một nghìn không trăm linh năm đồng", "1 thousand 5 đồng", "one thousand five đồng"},
		{1_015, "1 nghìn 15 đồng", "một nghìn không trăm mười lăm đồng", "1 thousand 15 đồng", "one thousand fifteen đồng"},
		{500_000, "500 nghìn đồng", "năm trăm nghìn đồng", "500 thousand đồng", "five hundred thousand đồng"},
		{1_005_000, "1 triệu 5 nghìn đồng", "một triệu không trăm linh năm nghìn đồng", "1 million 5 thousand đồng", "one million five thousand đồng"},
		{1_000_005, "1 triệu 5 đồng", "một triệu không trăm linh năm đồng", "1 million 5 đồng", "one million five đồng"},
		{804 * Million, "804 triệu đồng", "tám trăm linh bốn triệu đồng", "804 million đồng", "eight hundred four million đồng"},
		{8842 * Million, "8 tỷ 842 triệu đồng", "tám tỷ tám trăm bốn mươi hai triệu đồng", "8 billion 842 million đồng", "eight billion eight hundred forty-two million đồng"},
		{8042 * Million, "8 tỷ 42 triệu đồng", "tám tỷ không trăm bốn mươi hai triệu đồng", "8 billion 42 million đồng", "eight billion forty-two million đồng"},
		{-12_500_000, "âm 12 triệu 500 nghìn đồng", "âm mười hai triệu năm trăm nghìn đồng", "minus 12 million 500 thousand đồng", "minus twelve million five hundred thousand đồng"},
		{75_000 * Billion, "75.000 tỷ đồng", "bảy mươi lăm nghìn tỷ đồng", "75 trillion đồng", "seventy-five trillion đồng"},
		{1_044_000*Billion + 5, "1.044.000 tỷ 5 đồng", "một triệu không trăm bốn mươi tư nghìn tỷ không trăm linh năm đồng", "1,044 trillion 5 đồng", "one quadrillion forty-four trillion five đồng"},
		{
			math.MaxInt64, "9.223.372.036 tỷ 854 triệu 775 nghìn 807 đồng",
			"chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy đồng",
			"9,223,372 trillion 36 billion 854 million 775 thousand 807 đồng",
			"nine quintillion two hundred twenty-three quadrillion three hundred seventy-two trillion thirty-six billion eight hundred fifty-four million seven hundred seventy-five thousand eight hundred seven đồng",
		},
		{
			math.MinInt64, "âm 9.223.372.036 tỷ 854 triệu 775 nghìn 808 đồng",
			"âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám đồng",
			"minus 9,223,372 trillion 36 billion 854 million 775 thousand 808 đồng",
			"minus nine quintillion two hundred twenty-three quadrillion three hundred seventy-two trillion thirty-six billion eight hundred fifty-four million seven hundred seventy-five thousand eight hundred eight đồng",
		},
	} {
		t.Run(c.short, func(t *testing.T) {
			for _, got := range []struct{ name, got, want string }{
				{"Words", c.m.Words(), c.short}, {"InWords", c.m.InWords(), c.full},
				{"WordsEN", c.m.WordsEN(), c.shortEN}, {"InWordsEN", c.m.InWordsEN(), c.fullEN},
			} {
				if got.got != got.want {
					t.Errorf("%s = %q, want %q", got.name, got.got, got.want)
				}
			}
		})
	}
}
