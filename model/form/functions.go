package form

import (
	"errors"
	"math"
	"time"

	"github.com/expr-lang/expr"

	"giamsat/model/vn"
)

// Names of the functions that the engine itself treats.
const (
	fnAnswered = "answered" // answered(name): the item has a value
	fnZero     = "zero"     // zero(name): its number, 0 when blank
	fnRatio    = "ratio"    // ratio(part, whole): in percent; blank without a part
	fnYear     = "year"     // year(date)
	fnDays     = "days"     // days(from, to)
	fnMillion  = "million"  // million(n): n triệu đồng
)

// Catalogue functions are values of the environment, since what they answer
// depends on the programme and the province of the record.
const (
	fnAllows   = "allows"   // allows(project, kind): the project may have this kind of capital
	fnBand     = "band"     // band(year): the least local counterpart, in percent of central money
	fnWorkdays = "workdays" // workdays(from, n): the n-th working day after from

	// province_total(year): the money planned for the programme in the record's
	// province that year; blank where none is published
	fnProvinceTotal = "province_total"
)

// functions are the pure ones, made for one loading of a form: expr has no
// shared registry.
func functions() []expr.Option {
	return []expr.Option{
		expr.Function(fnAnswered, replaced, new(func(any) bool)),
		expr.Function(fnZero, replaced, new(func(int) int), new(func(float64) float64)),
		expr.Function(fnRatio, ratio, new(func(int, int) float64), new(func(float64, float64) float64), new(func(int, float64) float64), new(func(float64, int) float64)),
		expr.Function(otherName(fnRatio), ratio, new(func(int, int) float64), new(func(float64, float64) float64), new(func(int, float64) float64), new(func(float64, int) float64)),
		expr.Function(nameQuotient, quotient, new(func(int, int) float64), new(func(float64, float64) float64), new(func(int, float64) float64), new(func(float64, int) float64)),
		expr.Function(nameNarrow, narrow, new(func(...any) any)),
		expr.Function(fnYear, year, new(func(time.Time) int)),
		expr.Function(otherName(fnYear), year, new(func(time.Time) int)),
		expr.Function(fnDays, days, new(func(time.Time, time.Time) int)),
		expr.Function(otherName(fnDays), days, new(func(time.Time, time.Time) int)),
		expr.Function(fnMillion, million, new(func(int) int)),
		expr.Function(otherName(fnMillion), million, new(func(int) int)),
	}
}

// isFunction tells a function's name from an item's, where a rule calls it.
func isFunction(name string) bool {
	switch name {
	case fnAnswered, fnZero, fnRatio, fnYear, fnDays, fnMillion:
		return true
	}
	return false
}

// otherName is a function's second name, which no item can have.
func otherName(function string) string { return function + "@" }

// errBlank ends a rule that has nothing to say: a calculation is then blank, a
// constraint silent, a condition not met.
var errBlank = errors.New("there is no value to calculate with")

func replaced(...any) (any, error) { return nil, errBlank }

func year(p ...any) (any, error) {
	t := p[0].(time.Time)
	if t.IsZero() {
		return 0, nil
	}
	return t.Year(), nil
}

func days(p ...any) (any, error) {
	from, to := p[0].(time.Time), p[1].(time.Time)
	if from.IsZero() || to.IsZero() {
		return nil, errBlank
	}
	return int(math.Round(to.Sub(from).Hours() / 24)), nil
}

func million(p ...any) (any, error) {
	n := p[0].(int)
	if n > maxMoney/int(vn.Million) || n < -maxMoney/int(vn.Million) {
		return nil, errBlank
	}
	return n * int(vn.Million), nil
}

// ratio is part of whole in percent with two decimals, half-up (rule N6), and
// blank when the whole is zero. Whole numbers are divided exactly.
func ratio(p ...any) (any, error) {
	part, okPart := p[0].(int)
	whole, okWhole := p[1].(int)
	if okPart && okWhole {
		pct, ok := vn.Percent(int64(part), int64(whole))
		if !ok {
			return nil, errBlank
		}
		return pct.Float64(), nil
	}
	q, err := quotient(p...)
	if err != nil {
		return nil, err
	}
	return math.Round(10000*q.(float64)) / 100, nil
}

func quotient(p ...any) (any, error) {
	a, b := number(p[0]), number(p[1])
	if b == 0 {
		return nil, errBlank
	}
	return a / b, nil
}

func number(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}
