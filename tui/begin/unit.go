package begin

import (
	"fmt"
	"slices"
	"strings"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// listed is how many units the list offers at most.
const listed = 400

// findUnits is the type-ahead: the units that were in force on the day of the
// visit, or today while that day cannot be read.
func (s *Screen) findUnits(typed string, limit int) []form.Choice {
	var found []form.Choice
	for _, u := range s.env.Catalog.FindUnits(typed, s.reference(), limit) {
		path := s.env.Catalog.Path(u, s.reference())
		found = append(found, form.Choice{Code: u.Key.String(), Label: form.Label{VI: path, EN: path}})
	}
	return found
}

func (s *Screen) reference() vn.Date {
	if s.fields[visit] != nil {
		if day, err := s.day(); err == nil {
			return day
		}
	}
	return s.env.Today
}

// unitName names a unit by its key, whatever the day.
func (s *Screen) unitName(key string) (string, bool) {
	u, ok := s.unitOf(key)
	if !ok {
		return "", false
	}
	return s.env.Catalog.Path(u, s.reference()), true
}

func (s *Screen) unitOf(key string) (catalog.Unit, bool) {
	k, err := catalog.ParseUnitKey(key)
	if err != nil {
		return catalog.Unit{}, false
	}
	return s.env.Catalog.Unit(k)
}

// unitEntries are the entries of the list; typed narrows it from the start.
func (s *Screen) unitEntries(typed string) func(string) []kit.Entry {
	cat, day := s.env.Catalog, s.reference()
	return func(more string) []kit.Entry {
		var list []kit.Entry
		for _, u := range cat.FindUnits(strings.TrimSpace(typed+" "+more), day, listed) {
			name, above, _ := strings.Cut(cat.Path(u, day), " · ")
			list = append(list, kit.Entry{Code: u.Key.String(), Label: name, Detail: above})
		}
		return list
	}
}

// severalUnits reports whether what was typed fits more than one unit.
func (s *Screen) severalUnits() bool {
	typed := strings.TrimSpace(s.fields[unit].Value())
	if _, settled := s.unitName(typed); settled || typed == "" {
		return false
	}
	return len(s.findUnits(typed, 2)) > 1
}

// unitFault says that the unit did not exist on the day of the visit, and what
// stood in its place; "" when all is well, or nothing was typed yet.
func (s *Screen) unitFault() string {
	typed, day := strings.TrimSpace(s.fields[unit].Value()), s.reference()
	if typed == "" {
		return ""
	}
	if u, ok := s.unitOf(typed); ok {
		return s.absent(u, day)
	}
	if len(s.findUnits(typed, 1)) > 0 {
		return ""
	}
	for _, other := range nearby(day) {
		for _, u := range s.env.Catalog.FindUnits(typed, other, 3) {
			if said := s.absent(u, day); said != "" {
				return said
			}
		}
	}
	return fmt.Sprintf(s.env.Words.New.Unknown, typed)
}

// whyNoUnit says why there is no unit to inspect: none was typed, or it did not
// exist on that day.
func (s *Screen) whyNoUnit() string {
	if said := s.unitFault(); said != "" {
		return said
	}
	return s.env.Words.New.NoUnit
}

// settleUnit looks the name that was typed up again, now that the day is known:
// one that fits a single unit of that day, or is the whole name of just one, is
// that unit.
func (s *Screen) settleUnit() {
	typed := strings.TrimSpace(s.fields[unit].Value())
	if _, settled := s.unitOf(typed); settled || typed == "" {
		return
	}
	found := s.env.Catalog.FindUnits(typed, s.reference(), listed)
	whole := slices.DeleteFunc(slices.Clone(found), func(u catalog.Unit) bool { return vn.Fold(u.FullName) != vn.Fold(typed) })
	for _, list := range [][]catalog.Unit{found, whole} {
		if len(list) == 1 {
			s.fields[unit].SetValue(list[0].Key.String(), -1)
			return
		}
	}
}

// nearby are days on which a unit that is not in force on a day may have been:
// the half years before and after it, nearest first.
func nearby(day vn.Date) []vn.Date {
	const half, years = 183, 3
	var days []vn.Date
	for n := 1; n <= 2*years; n++ {
		days = append(days, day.AddDays(-n*half), day.AddDays(n*half))
	}
	return days
}

// absent says since when or until when a unit existed, when that is not the day.
func (s *Screen) absent(u catalog.Unit, day vn.Date) string {
	words := s.env.Words.New
	switch {
	case u.ValidOn(day):
		return ""
	case day.Before(u.Key.From):
		return fmt.Sprintf(words.NotYet, u.FullName, u.Key.From, s.names(s.others(u.Key, day, false), day))
	}
	return fmt.Sprintf(words.Gone, u.FullName, u.To, s.names(s.others(u.Key, day, true), day))
}

// others walks from a unit to those that stood in its place on a day: forwards
// through its successors, or back through its predecessors.
func (s *Screen) others(key catalog.UnitKey, day vn.Date, forwards bool) []catalog.Unit {
	var found []catalog.Unit
	seen := map[catalog.UnitKey]bool{key: true}
	for queue := []catalog.UnitKey{key}; len(queue) > 0; queue = queue[1:] {
		steps := s.env.Catalog.Predecessors(queue[0])
		if forwards {
			steps = s.env.Catalog.Successors(queue[0])
		}
		for _, step := range steps {
			next := step.Old
			if forwards {
				next = step.New
			}
			u, ok := s.env.Catalog.Unit(next)
			if !ok || seen[next] {
				continue
			}
			seen[next] = true
			if u.ValidOn(day) {
				found = append(found, u)
			} else {
				queue = append(queue, next)
			}
		}
	}
	return found
}

// names lists units in a sentence: "Phường Thành Sen, Phường Trần Phú và Xã Đồng Tiến".
func (s *Screen) names(units []catalog.Unit, day vn.Date) string {
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = u.FullName
	}
	switch n := len(names); n {
	case 0:
		return "–"
	case 1:
		return s.env.Catalog.Path(units[0], day)
	default:
		return strings.Join(names[:n-1], ", ") + " " + s.env.Words.New.And + " " + names[n-1]
	}
}
