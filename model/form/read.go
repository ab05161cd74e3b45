package form

import (
	"errors"
	"strings"
	"unicode/utf8"

	"giamsat/model/vn"
)

// Longest texts, in letters, where the form does not say.
const (
	maxLine = 500
	maxLong = 20_000
)

// Bounds of what is read as a figure. They are far beyond what a form asks for
// (the whole programme is 75.000 tỷ, or 7,5 × 10¹³ đồng) and small enough that no
// sum over a table leaves 64 bits.
const (
	maxMoney   = 1e15 // đồng
	maxInteger = 1e12
)

// Read says what Answer would keep: the cleaned text, and its value when it can
// be read. It changes nothing.
func (s *Session) Read(f Field, raw string) Answer {
	if f.Part == Note || f.Part == Evidence {
		return textAnswer(f.Part == Note, raw)
	}
	it := s.def.At(f)
	if it == nil || it.Kind == KindTable || it.Kind == KindRecords {
		return Answer{}
	}
	if it.Kind == KindOne || it.Kind == KindMany || it.Kind == KindLookup {
		return s.readChoice(f, it, raw)
	}
	return s.readItem(it, raw)
}

// textAnswer keeps a text as it is, but for what no text may hold. A long one
// keeps its lines, and the space with which its first may begin.
func textAnswer(long bool, raw string) Answer {
	text := strings.TrimSpace(vn.CleanLine(raw))
	if long {
		text = strings.TrimRight(vn.CleanText(raw), " \n")
	}
	return Answer{Raw: text, Value: Text(text)}
}

// readItem reads what needs no list; a code of a list is taken as it stands.
func (s *Session) readItem(it *Item, raw string) Answer {
	a, _ := s.parse(it, raw)
	return a
}

// parse reads a text as an item's kind. The error says why there is no value.
func (s *Session) parse(it *Item, raw string) (Answer, error) {
	if it.Kind == KindText || it.Kind == KindLongText {
		return textAnswer(it.Kind == KindLongText, raw), nil
	}
	text := strings.TrimSpace(vn.CleanLine(raw))
	a := Answer{Raw: text}
	if text == "" {
		return a, nil
	}
	var err error
	switch it.Kind {
	case KindInteger:
		var n int64
		if n, err = vn.ParseInt(text); err == nil {
			a.Value, err = bounded(n, maxInteger, text)
		}
	case KindMoney:
		var m vn.Money
		if m, err = vn.ParseMoney(text, vn.UnitMillion, s.Comma()); err == nil {
			a.Value, err = bounded(int64(m), maxMoney, text)
		}
	case KindDecimal, KindPercent:
		read := vn.ParseDecimal
		if it.Kind == KindPercent {
			read = vn.ParsePercent
		}
		var d vn.Decimal
		if d, err = read(text); err == nil {
			a.Value = Text(d.String())
		}
	case KindDate:
		var d vn.Date
		if d, err = vn.ParseDate(text, s.ShortDates()); err == nil {
			a.Value = DateValue(d)
		}
	case KindTime:
		var m int
		if m, err = vn.ParseTime(text); err == nil {
			a.Value = Int(int64(m))
		}
	case KindYesNo, KindYesNoNA:
		a.Value = Text(yesNo(text, it.Kind == KindYesNoNA))
		if a.Value.IsZero() {
			err = errNoChoice
		}
	case KindText, KindLongText, KindOne, KindMany, KindLookup, KindTable, KindRecords:
		a.Value = Text(text)
	}
	return a, err
}

// ShortDates is the day that supplies what is left out of a date.
func (s *Session) ShortDates() vn.Date {
	if s.set.Short.IsZero() {
		return s.set.Visit
	}
	return s.set.Short
}

// Most is the largest figure that a kind of item takes; it is false for a kind
// that has none.
func Most(k Kind) (most int64, bounded bool) {
	switch k {
	case KindInteger:
		return maxInteger, true
	case KindMoney:
		return maxMoney, true
	case KindText, KindLongText, KindDecimal, KindPercent, KindDate, KindTime, KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup, KindTable, KindRecords:
	}
	return 0, false
}

func bounded(n, most int64, text string) (Value, error) {
	if n > most || n < -most {
		return Value{}, &vn.ParseError{Code: vn.TooLarge, Raw: text}
	}
	return Int(n), nil
}

var errNoChoice = errors.New("none of the choices")

// yesNo reads the words people and files use; "" when it is none of them.
func yesNo(text string, na bool) string {
	switch vn.Fold(text) {
	case "yes", "y", "co", "x", "1", "dung":
		return Yes
	case "no", "n", "khong", "0", "2", "k":
		return No
	case "na", "n/a", "-", "khong ap dung", "k.ap dung", "kad":
		if na {
			return NA
		}
	}
	return ""
}

func (s *Session) readChoice(f Field, it *Item, raw string) Answer {
	text := strings.TrimSpace(vn.CleanLine(raw))
	a := Answer{Raw: text}
	if text == "" {
		return a
	}
	if it.List == listUnits {
		if _, ok := s.unit(text); ok {
			a.Value = Text(text)
		}
		return a
	}
	list := s.Choices(f)
	if it.Kind == KindMany {
		a.Value = Text(readMany(list, text))
		return a
	}
	if c, ok := findChoice(list, text); ok {
		a.Value = Text(c.Code)
	}
	return a
}

func findChoice(list []Choice, text string) (Choice, bool) {
	folded := vn.Fold(text)
	for _, c := range list {
		if c.Code == text {
			return c, true
		}
	}
	for _, c := range list {
		if vn.Fold(c.Code) == folded || vn.Fold(c.Label.VI) == folded || vn.Fold(c.Label.EN) == folded {
			return c, true
		}
	}
	return Choice{}, false
}

// readMany reads codes with spaces, commas or semicolons between, or labels as
// they are shown, and gives the codes in the list's order. One unknown word
// spoils the reading, so that none is lost.
func readMany(list []Choice, text string) string {
	chosen := map[string]bool{}
	for _, part := range strings.Split(text, ";") {
		if c, ok := findChoice(list, strings.TrimSpace(part)); ok {
			chosen[c.Code] = true // a label may have spaces and commas of its own
			continue
		}
		for _, word := range strings.FieldsFunc(part, func(r rune) bool { return r == ' ' || r == ',' }) {
			c, ok := findChoice(list, word)
			if !ok {
				return ""
			}
			chosen[c.Code] = true
		}
	}
	var codes []string
	for _, c := range list {
		if chosen[c.Code] {
			codes = append(codes, c.Code)
		}
	}
	return strings.Join(codes, " ")
}

// Why says why a text has no value: a *vn.ParseError or *vn.Ambiguous; nil for
// a text that has one.
func (s *Session) Why(f Field, raw string) error {
	it := s.def.At(f)
	if it == nil || f.Part == Note || f.Part == Evidence {
		return nil
	}
	if it.Kind == KindOne || it.Kind == KindMany || it.Kind == KindLookup {
		if a := s.readChoice(f, it, raw); a.Doubtful() {
			return errNoChoice
		}
		return nil
	}
	_, err := s.parse(it, raw)
	return err
}

func (s *Session) ambiguity(f Field) *vn.Ambiguous {
	a := s.answers[f]
	it := s.def.At(f)
	if !a.Doubtful() || it == nil || it.Kind != KindMoney {
		return nil
	}
	var amb *vn.Ambiguous
	if !errors.As(s.Why(f, a.Raw), &amb) {
		return nil
	}
	return amb
}

// Ambiguity returns the two readings of an ambiguous amount that stands in a
// field, and the reading that the sum of its parts settles, if one does.
func (s *Session) Ambiguity(f Field) (amb *vn.Ambiguous, proposed vn.Comma) {
	amb = s.ambiguity(f)
	if amb == nil {
		return nil, vn.CommaUnknown
	}
	it := s.def.At(f)
	if it.Expect == nil {
		return amb, vn.CommaUnknown
	}
	var row *TableRow
	if f.Row != "" {
		row, _ = s.row(s.def.items[f.Item], f.Row)
	}
	v, ok := s.calculate(it.Expect, KindMoney, row)
	known, isInt := v.Int()
	if !ok || !isInt {
		return amb, vn.CommaUnknown
	}
	if r, fits := amb.Fitting(vn.Money(known)); fits {
		return amb, r.How
	}
	return amb, vn.CommaUnknown
}

// doubtfulMoney lists the amounts that could not be read, in a fixed order.
func (s *Session) doubtfulMoney() []Field {
	var list []Change
	for f, a := range s.answers {
		if it := s.def.At(f); a.Doubtful() && it != nil && it.Kind == KindMoney {
			list = append(list, Change{Field: f})
		}
	}
	sortChanges(list)
	fields := make([]Field, len(list))
	for i, c := range list {
		fields[i] = c.Field
	}
	return fields
}

// tooLong says whether a text is longer than its item takes.
func tooLong(it *Item, text string) bool {
	limit := longest(it)
	return len(text) > limit && utf8.RuneCountInString(text) > limit
}

// longest is how many letters an item takes.
func longest(it *Item) int {
	switch {
	case it.Max > 0:
		return it.Max
	case it.Kind == KindLongText:
		return maxLong
	}
	return maxLine
}
