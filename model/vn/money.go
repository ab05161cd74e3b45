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

// Million returns the amount in triệu đồng as forms show it: dots between thousands, a
// comma and at most three decimals, halves rounded away from zero: "8.842", "8,5", "0,804".
// Below 500 đồng that is "0": [Money.MillionExact] shows all.
func (m Money) Million() string {
	return joinNumber(splitNumber(roundQuotient(int64(m), 1000), 3))
}

// Shown returns the amount in triệu đồng for reading: with three decimals where
// they say all, with every đồng otherwise.
func (m Money) Shown() string {
	if m%1000 == 0 {
		return m.Million()
	}
	return m.exact()
}

// MillionExact returns the amount in triệu đồng with every đồng, up to six decimals.
// [ParseMoney] with UnitMillion reads it back as the same amount, whatever the source's
// comma means: where the decimals would be a lone group of three, which could be thousands,
// a zero is added, "8,8420", and an amount that would be asked about has its unit behind it,
// "75.000.000 triệu". Only the smallest int64, which no text gives, is too large.
func (m Money) MillionExact() string {
	if m > mostBare || m < -mostBare {
		return m.exact() + " triệu"
	}
	return m.exact()
}

// exact writes every đồng, without a unit.
func (m Money) exact() string {
	sign, whole, frac := splitNumber(int64(m), 6)
	if len(frac) == 3 && len(whole) <= 3 && whole != "0" {
		frac += "0"
	}
	return joinNumber(sign, whole, frac)
}

// splitNumber takes n / 10^places apart, without trailing zeros.
func splitNumber(n int64, places int) (sign, whole, frac string) {
	sign, digits := signAndDigits(n)
	whole, frac = splitDigits(digits, places)
	return sign, whole, strings.TrimRight(frac, "0")
}

func joinNumber(sign, whole, frac string) string {
	if frac != "" {
		frac = "," + frac
	}
	return sign + group(whole) + frac
}
