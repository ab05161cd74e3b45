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
// record, or today while that day cannot be read.
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

// unitEntries are the entries of the list; typed narrows it from the start. A
// former name leads to the units that there are.
func (s *Screen) unitEntries(typed string) func(string) []kit.Entry {
	cat, day := s.env.Catalog, s.reference()
	heirs := s.heirs(typed)
	entries := func(units []catalog.Unit) (list []kit.Entry) {
		for _, u := range units {
			name, above, _ := strings.Cut(cat.Path(u, day), " · ")
			list = append(list, kit.Entry{Code: u.Key.String(), Label: name, Detail: above})
		}
		return list
	}
	return func(more string) []kit.Entry {
		if len(heirs) > 0 {
			return kit.Among(entries(heirs))(more)
		}
		return entries(cat.FindUnits(strings.TrimSpace(typed+" "+more), day, listed))
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

// led says that a former name was typed, and led to the unit that stands in its
// place.
type led struct {
	typed    string
	key      string // of the unit that it led to
	sentence string
}

// former finds the unit of another day that was typed, when there is none of that
// name on the day of the record.
func (s *Screen) former(typed string) (catalog.Unit, bool) {
	day := s.reference()
	if _, settled := s.unitOf(typed); settled || typed == "" || len(s.findUnits(typed, 1)) > 0 {
		return catalog.Unit{}, false
	}
	for _, u := range s.env.Catalog.FindUnitsEver(typed, listed) {
		if s.absent(u, day) != "" {
			return u, true
		}
	}
	return catalog.Unit{}, false
}

// heirs are the units that stand on the day in the place of one that was typed by
// a name of another day.
func (s *Screen) heirs(typed string) []catalog.Unit {
	u, ok := s.former(strings.TrimSpace(typed))
	if !ok {
		return nil
	}
	day := s.reference()
	return s.others(u.Key, day, !day.Before(u.Key.From))
}

// lead puts the only unit that stands in the place of a former one where its name
// was typed, and says so.
func (s *Screen) lead() {
	typed := strings.TrimSpace(s.fields[unit].Value())
	heirs := s.heirs(typed)
	if len(heirs) != 1 {
		return
	}
	was, _ := s.former(typed)
	s.led = led{typed: typed, key: heirs[0].Key.String(), sentence: s.absent(was, s.reference())}
	s.fields[unit].SetValue(s.led.key, -1)
}

// unitFault says that the unit did not exist on the day of the record, and what
// stood in its place; "" when all is well, or nothing was typed yet.
func (s *Screen) unitFault() string {
	typed, day := strings.TrimSpace(s.fields[unit].Value()), s.reference()
	if typed == "" {
		return ""
	}
	if u, ok := s.unitOf(typed); ok {
		if typed == s.led.key && u.ValidOn(day) {
			return s.led.sentence
		}
		return s.absent(u, day)
	}
	if len(s.findUnits(typed, 1)) > 0 {
		return ""
	}
	if u, ok := s.former(typed); ok {
		return s.absent(u, day)
	}
	return fmt.Sprintf(s.env.Words.New.Unknown, typed)
}

// whyNoUnit says why there is no unit: none was typed, or it did not exist on that
// day.
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
	if s.led.key != "" && s.fields[unit].Value() == s.led.key {
		if u, ok := s.unitOf(s.led.key); ok && u.ValidOn(s.reference()) && len(s.findUnits(s.led.typed, 1)) == 0 {
			return
		}
		s.fields[unit].SetValue(s.led.typed, -1) // on this day the name was not a former one
		s.led = led{}
	}
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
	s.lead()
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
