package form

import "giamsat/model/vn"

// Choices lists what can be chosen in a field now: the form's own choices or
// the catalogue's on the day of the visit, less what the filter leaves out.
// For a yes/no item it lists its answers; for the list of units it is empty,
// since that one is looked up with FindChoices.
func (s *Session) Choices(f Field) []Choice {
	it := s.column(f)
	if it == nil {
		return nil
	}
	switch it.Kind {
	case KindYesNo, KindYesNoNA:
		return YesNoChoices(it.Kind == KindYesNoNA)
	case KindOne, KindMany, KindLookup:
	default:
		return nil
	}
	all := s.allChoices(it)
	if it.ListFilter == nil {
		return all
	}
	var row *TableRow
	if f.Row != "" {
		row, _ = s.row(s.def.items[f.Item], f.Row)
	}
	var list []Choice
	for _, c := range all {
		if kept, ok := s.ask(it.ListFilter, row, c.Code); ok && kept {
			list = append(list, c)
		}
	}
	return list
}

// column finds a field's item, also for a column named without a row.
func (s *Session) column(f Field) *Item {
	if f.Row == "" && f.Part != "" {
		if it := s.def.items[f.Item]; it != nil && it.Table != nil {
			return it.Table.Column(f.Part)
		}
	}
	return s.def.At(f)
}

// allChoices is the list before its filter; the catalogue's are kept, since
// they do not change within a record.
func (s *Session) allChoices(it *Item) []Choice {
	if it.List == "" || it.List == listUnits {
		return it.Choices
	}
	if list, ok := s.memo.lists[it.List]; ok {
		return list
	}
	entries, err := s.set.Catalog.List(it.List, s.Programme(), s.set.Visit)
	if err != nil {
		// The list was there when the form was loaded. A day on which it has
		// no entry gives an empty list, and the answer a problem of its own.
		entries = nil
	}
	list := make([]Choice, len(entries))
	for i, e := range entries {
		list[i] = Choice{Code: e.Code, Label: Label{VI: e.VI, EN: e.EN}}
	}
	s.memo.lists[it.List] = list
	return list
}

// FindChoices is the type-ahead: the choices whose code or label has every
// typed word, without regard to accents, in the list's order, at most limit.
func (s *Session) FindChoices(f Field, typed string, limit int) []Choice {
	it := s.column(f)
	if it == nil {
		return nil
	}
	var list []Choice
	if it.List == listUnits {
		for _, u := range s.set.Catalog.FindUnits(typed, s.set.Visit, limit) {
			list = append(list, Choice{Code: u.Key.String(), Label: Label{VI: u.FullName, EN: u.FullName}})
		}
		return list
	}
	for _, c := range s.Choices(f) {
		if len(list) < limit && vn.Match(vn.Fold(c.Code+" "+c.Label.VI+" "+c.Label.EN), typed) {
			list = append(list, c)
		}
	}
	return list
}
