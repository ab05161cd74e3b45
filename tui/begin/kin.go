package begin

import (
	"fmt"
	"slices"
	"strings"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// led says that a former unit was typed or chosen, and led to the one that stands
// in its place.
type led struct {
	meant    string // the name that was typed, or the key of the unit
	key      string // of the unit that it led to
	sentence string
}

// former finds the unit of another day that is meant: the one that was chosen, or
// the one whose name was typed when there is none of that name on the day of the
// record.
func (s *Screen) former(value string) (catalog.Unit, bool) {
	day := s.reference()
	if u, settled := s.unitOf(value); settled {
		return u, !u.ValidOn(day)
	}
	if value == "" || len(s.findUnits(value, 1)) > 0 {
		return catalog.Unit{}, false
	}
	for _, u := range s.env.Catalog.FindUnitsEver(value, listed) {
		if !u.ValidOn(day) {
			return u, true
		}
	}
	return catalog.Unit{}, false
}

// heirs are the units that stand on the day in the place of one of another day:
// what it went into or was made of, and what bore its name.
func (s *Screen) heirs(value string) []catalog.Unit {
	u, ok := s.former(strings.TrimSpace(value))
	if !ok {
		return nil
	}
	return s.standIns(u)
}

func (s *Screen) standIns(u catalog.Unit) []catalog.Unit {
	day := s.reference()
	list := s.others(u.Key, day, !day.Before(u.Key.From))
	for _, v := range s.env.Catalog.FindUnits(u.Name, day, listed) {
		if v.Name == u.Name && !slices.ContainsFunc(list, func(w catalog.Unit) bool { return w.Key == v.Key }) {
			list = append(list, v)
		}
	}
	return list
}

// namesake is the unit that bore the very same name on the day, among those that a
// unit went into or was made of: of a commune that kept its name when it was
// merged, people mean the one that was there.
func (s *Screen) namesake(u catalog.Unit) (catalog.Unit, bool) {
	day := s.reference()
	for _, v := range s.others(u.Key, day, !day.Before(u.Key.From)) {
		if v.FullName == u.FullName {
			return v, true
		}
	}
	return catalog.Unit{}, false
}

// lead puts the unit that stands in the place of a former one where that was, and
// says so: the one of its name, else the only one.
func (s *Screen) lead() {
	value := strings.TrimSpace(s.fields[unit].Value())
	was, ok := s.former(value)
	if !ok || s.leadToNamesake(value, was) {
		return
	}
	if list := s.standIns(was); len(list) == 1 {
		s.leadTo(value, list[0], s.absent(was, s.reference()))
	}
}

func (s *Screen) leadToNamesake(value string, was catalog.Unit) bool {
	v, ok := s.namesake(was)
	if ok {
		day := s.reference()
		s.leadTo(value, v, s.absent(was, day)+" "+fmt.Sprintf(s.env.Words.New.Taken, s.env.Catalog.Path(v, day)))
	}
	return ok
}

func (s *Screen) leadTo(value string, u catalog.Unit, sentence string) {
	s.led = led{meant: value, key: u.Key.String(), sentence: sentence}
	s.fields[unit].SetValue(s.led.key, -1)
}

// settleUnit looks up again what was typed or chosen, now that the day is known: a
// name that fits a single unit of that day, or is the whole name of just one, is
// that unit, and a unit of another day gives way to the one of its name.
func (s *Screen) settleUnit() {
	if s.led.key != "" && s.fields[unit].Value() == s.led.key {
		there, ok := s.unitOf(s.led.key)
		if _, away := s.former(s.led.meant); ok && away && there.ValidOn(s.reference()) {
			return
		}
		s.fields[unit].SetValue(s.led.meant, -1) // on this day what was meant was not a former one
		s.led = led{}
	}
	value := strings.TrimSpace(s.fields[unit].Value())
	if value == "" {
		return
	}
	if u, settled := s.unitOf(value); settled {
		if !u.ValidOn(s.reference()) {
			s.leadToNamesake(value, u)
		}
		return
	}
	found := s.env.Catalog.FindUnits(value, s.reference(), listed)
	whole := slices.DeleteFunc(slices.Clone(found), func(u catalog.Unit) bool { return vn.Fold(u.FullName) != vn.Fold(value) })
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
