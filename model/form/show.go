package form

import (
	"strings"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// listUnits is the catalogue's list of administrative units: too long to be
// laid out, looked up by typing.
const listUnits = "units"

// Shown is an answer as people read it: "8.842", "15/06/2024", "Có", the label
// of a choice. A text that could not be read is shown as it was typed.
func (s *Session) Shown(f Field, lang string) string { return s.ShownAs(f, s.Get(f), lang) }

// ShownAs is an answer as people would read it in a field: one that stood there
// before, too.
func (s *Session) ShownAs(f Field, a Answer, lang string) string {
	it := s.def.At(f)
	if it == nil || f.Part == Note || f.Part == Evidence || a.Value.IsZero() {
		return a.Raw
	}
	return s.showValue(f, it, a.Value, lang)
}

func (s *Session) showValue(f Field, it *Item, v Value, lang string) string {
	n, _ := v.Int()
	switch it.Kind {
	case KindInteger, KindRecords:
		if it.Plain() {
			return v.Text()
		}
		return vn.FormatInt(n)
	case KindMoney:
		return vn.Money(n).Shown()
	case KindTime:
		return vn.FormatTime(int(n))
	case KindDate:
		if d, err := vn.ParseISO(v.Text()); err == nil {
			return d.String()
		}
	case KindPercent:
		if d, err := vn.DecimalOf(v.Text()); err == nil {
			return d.Format(2)
		}
	case KindDecimal:
		if d, err := vn.DecimalOf(v.Text()); err == nil {
			return trimZeros(d.Format(6))
		}
	case KindYesNo, KindYesNoNA:
		return yesNoLabel(v.Text()).In(lang)
	case KindOne, KindMany, KindLookup:
		return s.showCodes(f, it, v, lang)
	case KindText, KindLongText, KindTable:
	}
	return v.Text()
}

// Plain reports whether a number is a year: no dots stand between its digits.
func (it *Item) Plain() bool {
	return it.Name == "year" || strings.HasSuffix(it.Name, "_year")
}

// trimZeros takes the zeros from the end of a number that has decimals.
func trimZeros(s string) string {
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ",")
}

// YesNoChoices are the answers of a yes/no item, in the order of their keys.
func YesNoChoices(na bool) []Choice {
	list := []Choice{{Yes, yesNoLabel(Yes)}, {No, yesNoLabel(No)}}
	if na {
		list = append(list, Choice{NA, yesNoLabel(NA)})
	}
	return list
}

func yesNoLabel(code string) Label {
	switch code {
	case Yes:
		return Label{"Có", "Yes"}
	case No:
		return Label{"Không", "No"}
	case NA:
		return Label{"Không áp dụng", "Not applicable"}
	}
	return Label{}
}

func (s *Session) showCodes(f Field, it *Item, v Value, lang string) string {
	if it.List == listUnits {
		if u, ok := s.unit(v.Text()); ok {
			return u.FullName
		}
		return v.Text()
	}
	list := s.allChoices(it)
	var parts []string
	for _, code := range v.Codes() {
		label := code
		for _, c := range list {
			if c.Code == code {
				label = c.Label.In(lang)
			}
		}
		parts = append(parts, label)
	}
	return strings.Join(parts, "; ")
}

func (s *Session) unit(key string) (catalog.Unit, bool) {
	k, err := catalog.ParseUnitKey(key)
	if err != nil {
		return catalog.Unit{}, false
	}
	return s.set.Catalog.Unit(k)
}

// message puts the values of {names} into a rule's sentence, in both languages.
func (s *Session) message(l Label, row *TableRow) Label {
	return Label{VI: s.fill(l.VI, "vi", row), EN: s.fill(l.EN, "en", row)}
}

func (s *Session) fill(text, lang string, row *TableRow) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '{')
		j := strings.IndexByte(text[i+1:], '}') + i + 1
		if i < 0 || j <= i {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		b.WriteString(s.shownName(text[i+1:j], lang, row))
		text = text[j+1:]
	}
}

func (s *Session) shownName(name, lang string, row *TableRow) string {
	f := Field{Item: name}
	if row != nil && row.table.Table.Column(name) != nil {
		f = Field{Item: row.table.Name, Row: row.ID, Part: name}
	}
	if shown := s.Shown(f, lang); shown != "" {
		return shown
	}
	return "–"
}
