package field

import (
	"strings"
	"unicode"

	"giamsat/model/vn"
	"giamsat/tui/i18n"
)

// What each kind of line takes is wide on purpose: everything that package vn
// reads, and letters wherever a unit or a month may be spelt. Only what can
// never be part of an answer is refused at the key.

func digitOr(r rune, others string) bool {
	return (r >= '0' && r <= '9') || strings.ContainsRune(others, r)
}

// worded is a letter, or an accent that arrives alone.
func worded(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// anyText is a text: names, numbers of documents.
type anyText struct{}

func (anyText) takes(rune) bool                 { return true }
func (anyText) echo(string, *i18n.Words) string { return "" }

// count is a whole number; plain: a year, which is not grouped.
type count struct{ plain bool }

// takes a slash as well: a date typed here by mistake must not become another
// number; it is kept and marked.
func (count) takes(r rune) bool { return digitOr(r, "., -+/\u00a0") }

// echo groups a long number, where digits are easily miscounted.
func (c count) echo(text string, _ *i18n.Words) string {
	n, err := vn.ParseInt(text)
	if c.plain {
		return ""
	}
	if shown := vn.FormatInt(n); err == nil && shown != text && len(text) > 3 {
		return shown
	}
	return ""
}

// decimal is a number with decimals.
type decimal struct{}

func (decimal) takes(r rune) bool { return digitOr(r, "., -+/\u00a0") }

func (decimal) echo(text string, _ *i18n.Words) string {
	d, err := vn.ParseDecimal(text)
	if err != nil {
		return ""
	}
	return unlike(text, strings.Replace(d.String(), ".", ",", 1))
}

// percent is a percentage.
type percent struct{}

func (percent) takes(r rune) bool { return digitOr(r, "., -+%\u00a0") }

func (percent) echo(text string, _ *i18n.Words) string {
	d, err := vn.ParsePercent(text)
	if err != nil {
		return ""
	}
	return unlike(text, d.Format(2)+" %")
}

// money is an amount in triệu đồng, or with a unit, or a sum.
type money struct{ comma vn.Comma }

func (money) takes(r rune) bool { return digitOr(r, "., -+*/×÷:()=\u00a0") || worded(r) }

// echo says the amount in words, which catches a slip of a thousand. An amount
// with two readings is the screen's question.
func (m money) echo(text string, w *i18n.Words) string {
	amount, err := vn.ParseMoney(text, vn.UnitMillion, m.comma)
	if err != nil {
		return ""
	}
	return w.Money(amount)
}

// date is a day; what is left out of it comes from the day of the visit, or from today.
type date struct{ visit vn.Date }

func (date) takes(r rune) bool { return digitOr(r, "/-.,+ \u00a0") || worded(r) }

func (d date) echo(text string, w *i18n.Words) string {
	day, err := vn.ParseDate(text, d.visit)
	if err != nil {
		return ""
	}
	return w.Day(day)
}

// clock is a time of day.
type clock struct{}

func (clock) takes(r rune) bool { return digitOr(r, ":.' \u00a0") || worded(r) }

func (clock) echo(text string, _ *i18n.Words) string {
	minutes, err := vn.ParseTime(text)
	if err != nil {
		return ""
	}
	return unlike(text, vn.FormatTime(minutes))
}

// unlike is what was understood, where it does not read like what was typed.
func unlike(text, understood string) string {
	if text == understood {
		return ""
	}
	return understood
}
