package i18n

import (
	"fmt"
	"strings"

	"giamsat/model/form"
)

// ruleSays is the form's own message, with what it does not say: what the answer
// is held against, what it may be, and where a reason goes.
func (w *Words) ruleSays(p form.Problem) string {
	say := w.Problems
	said := strings.TrimSuffix(p.Text.In(w.Lang), ".")
	if said == "" {
		if p.Code == form.NoReason {
			return say.Reason
		}
		return say.Broken
	}
	asked := strings.Contains(said, say.Asks) // the form's sentence asks for the reason itself
	besides := w.besides(p.Matter)
	if p.Code == form.NoReason && asked {
		besides = append([]string{noteKey}, besides...) // one bracket holds both
	}
	said += bracketed(besides)
	limit := w.limit(p, said)
	switch {
	case p.Code == form.NoReason && asked:
		if limit != "" {
			said += "; " + limit
		}
		return said + "."
	case p.Code == form.NoReason:
		if limit != "" {
			said += ": " + limit
			return said + "; " + say.NoReason + "."
		}
		return said + ": " + say.NoReason + "."
	case limit != "":
		return said + ": " + limit + "."
	}
	return said + "."
}

// noteKey is the key of the note, in which a reason stands.
const noteKey = "Ctrl+N"

// besides are the items that a rule reads and its message does not name.
func (w *Words) besides(m *form.Matter) []string {
	if m == nil || len(m.Beside) == 0 {
		return nil
	}
	var parts []string
	for _, side := range m.Beside {
		parts = append(parts, shorten(side.Label.In(w.Lang))+": "+shorten(side.Shown.In(w.Lang)))
	}
	return []string{strings.Join(parts, ", ")}
}

func bracketed(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// limit says what the answer may be. A figure that stands in the rule itself is
// left out where the form's message has it.
func (w *Words) limit(p form.Problem, said string) string {
	if p.Matter == nil || p.Matter.Limit == nil {
		return ""
	}
	l := p.Matter.Limit
	value, say := l.Value.In(w.Lang), w.Problems.Limits
	if l.Moment && strings.Contains(said, value) {
		return "" // the message has the day, and says whether it is the first or the last
	}
	if l.Fixed && strings.Contains(said, strings.TrimSuffix(strings.TrimSuffix(value, " %"), ",00")) {
		return ""
	}
	if p.Kind == form.KindMoney {
		value += " " + w.Grid.Million
	}
	format := ""
	switch l.Relation {
	case form.AtMost:
		format = pick(l.Moment, say.Latest, say.AtMost)
	case form.AtLeast:
		format = pick(l.Moment, say.Earliest, say.AtLeast)
	case form.Below:
		format = pick(l.Moment, say.Before, say.Below)
	case form.Above:
		format = pick(l.Moment, say.After, say.Above)
	case form.Exactly:
		format = say.Exactly
	}
	return fmt.Sprintf(format, value)
}

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
