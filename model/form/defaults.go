package form

import (
	"slices"
	"strings"

	"giamsat/model/vn"
)

// Begin fills a new record: what the program knows of the visit, then every
// default of the form, in the form's order, so that a default may hang on what
// stands before it. What the form has no item for is passed over, and so is what
// is not known (an empty text). Items named as open stay so whatever their default.
// It cannot be undone, since nobody typed it.
func (s *Session) Begin(known []FieldText, open ...string) {
	s.AnswerAll(slices.DeleteFunc(slices.Clone(known), func(ft FieldText) bool { return ft.Raw == "" }), Filled)
	for _, it := range s.def.order {
		f := Field{Item: it.Name}
		if it.Default == nil || slices.Contains(open, it.Name) || !s.answers[f].IsZero() || !s.relevant(it) {
			continue
		}
		if v, ok := s.calculate(it.Default, it.Kind, nil); ok {
			s.AnswerAll([]FieldText{{f, s.typed(it, v)}}, Filled)
		}
	}
}

// typed spells a value the way a person would type it, so that it reads back
// as the same value.
func (s *Session) typed(it *Item, v Value) string {
	n, isInt := v.Int()
	switch {
	case it.Kind == KindMoney && isInt:
		return vn.Money(n).MillionExact()
	case it.Kind == KindTime && isInt:
		return vn.FormatTime(int(n))
	case it.Kind == KindDecimal || it.Kind == KindPercent:
		// Without dots: "1.234" would not be read as a percentage.
		return strings.Replace(v.Text(), ".", ",", 1)
	case it.Kind == KindDate:
		if d, err := vn.ParseISO(v.Text()); err == nil {
			return d.String()
		}
	}
	return v.Text()
}

// Editing is the text that an opened field begins with: the answer as it would
// be typed, or what was typed when it could not be read.
func (s *Session) Editing(f Field) string {
	a := s.answers[f]
	it := s.def.At(f)
	if it == nil || f.Part == Note || f.Part == Evidence || a.Value.IsZero() {
		return a.Raw
	}
	switch it.Kind {
	case KindText, KindLongText:
		return a.Raw
	}
	return s.typed(it, a.Value)
}
