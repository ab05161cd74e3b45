package vn

import "strings"

// Money is an amount in đồng. There is no smaller coin, so every amount is whole.
type Money int64

// Multiples of the đồng as they are spoken of.
const (
	Thousand Money = 1_000         // nghìn
	Million  Money = 1_000_000     // triệu
	Billion  Money = 1_000_000_000 // tỷ
)

// millionPlaces is the number of decimals with which triệu show every đồng.
const millionPlaces = 6

// Million returns the amount in triệu đồng as forms show it: dots between thousands, a
// comma and at most three decimals, halves rounded away from zero: "8.842", "8,5", "0,804".
// Below 500 đồng that is "0": [Money.MillionExact] shows all.
func (m Money) Million() string {
	return inMillions(roundQuotient(int64(m), 1000), 3, 0)
}

// MillionExact returns the amount in triệu đồng with every đồng, up to six decimals.
// [ParseMoney] with UnitMillion reads it back as the same amount, whatever the source's
// comma means: where the decimals would be a lone group of three, which could be thousands,
// a zero is added, "8,8420".
func (m Money) MillionExact() string {
	fewest := 0
	if -1000*Million < m && m < 1000*Million && (m <= -Million || m >= Million) && m%Thousand == 0 {
		fewest = 4
		if m%(10*Thousand) == 0 {
			fewest = 0 // one or two decimals, or none, are never in question
		}
	}
	return inMillions(int64(m), millionPlaces, fewest)
}

// inMillions writes a number with that many decimals, dropping trailing zeros unless fewer
// than fewest decimals, and more than none, would be left.
func inMillions(n int64, places, fewest int) string {
	sign, digits := signAndDigits(n)
	whole, frac := splitDigits(digits, places)
	frac = strings.TrimRight(frac, "0")
	if frac == "" {
		return sign + group(whole)
	}
	if len(frac) < fewest {
		frac += strings.Repeat("0", fewest-len(frac))
	}
	return sign + group(whole) + "," + frac
}
