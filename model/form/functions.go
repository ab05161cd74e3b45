package form

import (
	"fmt"
	"math"
	"time"

	"github.com/expr-lang/expr"

	"giamsat/model/vn"
)

// Names of the functions that the engine itself treats.
const (
	fnAnswered = "answered" // answered(name): the item has a value
	fnZero     = "zero"     // zero(name): its number, 0 when blank
)

// Catalogue functions are values of the environment, since what they answer
// depends on the programme and the province of the record.
const (
	fnAllows   = "allows"   // allows(project, kind): the project may have this kind of capital
	fnBand     = "band"     // band(year): the least local counterpart, in percent of central money
	fnWorkdays = "workdays" // workdays(from, n): the n-th working day after from
)

// functions are the pure ones. They are made anew for each compilation: expr
// has no shared registry, and this is cheap.
func functions() []expr.Option {
	return []expr.Option{
		expr.Function(fnAnswered, func(...any) (any, error) { return false, fmt.Errorf("answered() is replaced when a form is loaded") }, new(func(any) bool)),
		expr.Function(fnZero, func(...any) (any, error) { return 0, fmt.Errorf("zero() is replaced when a form is loaded") }, new(func(int) int), new(func(float64) float64)),
		expr.Function("ratio", ratio, new(func(int, int) float64), new(func(float64, float64) float64), new(func(int, float64) float64), new(func(float64, int) float64)),
		expr.Function("year", func(p ...any) (any, error) { return p[0].(time.Time).Year(), nil }, new(func(time.Time) int)),
		expr.Function("days", func(p ...any) (any, error) {
			return int(math.Round(p[1].(time.Time).Sub(p[0].(time.Time)).Hours() / 24)), nil
		}, new(func(time.Time, time.Time) int)),
		expr.Function("million", func(p ...any) (any, error) { return p[0].(int) * 1_000_000, nil }, new(func(int) int)),
	}
}

// isFunction tells a function's name from an item's, where a rule calls it.
func isFunction(name string) bool {
	switch name {
	case fnAnswered, fnZero, "ratio", "year", "days", "million":
		return true
	}
	return false
}

// ratio is part of whole in percent with two decimals, half-up (rule N6). It is
// NaN, which reads as blank, when the whole is zero. Whole numbers are divided
// exactly.
func ratio(p ...any) (any, error) {
	part, okPart := p[0].(int)
	whole, okWhole := p[1].(int)
	if okPart && okWhole {
		pct, ok := vn.Percent(int64(part), int64(whole))
		if !ok {
			return math.NaN(), nil
		}
		return pct.Float64(), nil
	}
	a, b := number(p[0]), number(p[1])
	if b == 0 {
		return math.NaN(), nil
	}
	return math.Round(10000*a/b) / 100, nil
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
