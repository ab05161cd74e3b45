package begin

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// listed is how many units the list offers at most.
const listed = 400

// typedSaid is how many cells of what was typed a sentence repeats.
const typedSaid = 24

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

// unitEntries are the entries of the list that begins with what stands typed. The
// value of the field, where it is a former unit, leads to those that there are.
func (s *Screen) unitEntries(value, typed string) func(string) []kit.Entry {
	cat, day := s.env.Catalog, s.reference()
	heirs := s.heirs(value)
	entries := func(units []catalog.Unit) (list []kit.Entry) {
		for _, u := range units {
			name, above, _ := strings.Cut(cat.Path(u, day), " · ")
			list = append(list, kit.Entry{Code: u.Key.String(), Label: name, Detail: above})
		}
		return list
	}
	return func(text string) []kit.Entry {
		if more, goesOn := strings.CutPrefix(text, typed); goesOn {
			if among := kit.Among(entries(heirs))(more); len(among) > 0 {
				return among
			}
		}
		return entries(cat.FindUnits(text, day, listed))
	}
}

// severalUnits reports whether what was typed fits more than one unit, or stands
// for a former one in whose place there is more than one.
func (s *Screen) severalUnits() bool {
	value := strings.TrimSpace(s.fields[unit].Value())
	if was, ok := s.former(value); ok {
		_, same := s.namesake(was)
		return !same && len(s.standIns(was)) > 1
	}
	if _, settled := s.unitName(value); settled || value == "" {
		return false
	}
	return len(s.findUnits(value, 2)) > 1
}

// severalSaid says that what was typed is no unit yet: it fits several.
func (s *Screen) severalSaid(format string) string {
	typed := strings.TrimSpace(s.fields[unit].Value())
	if u, settled := s.unitOf(typed); settled {
		typed = u.FullName
	}
	return fmt.Sprintf(format, ansi.Truncate(typed, typedSaid, s.env.Theme.Sign.CutRight))
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
		return s.offered(u)
	}
	switch n := len(s.findUnits(typed, 2)); {
	case n > 1 && s.at != unit:
		return s.severalSaid(s.env.Words.New.Undecided)
	case n > 0:
		return ""
	}
	if u, ok := s.former(typed); ok {
		return s.offered(u)
	}
	return fmt.Sprintf(s.env.Words.New.Unknown, typed)
}

// offered says that a unit was not there on the day, and how one that was is taken.
func (s *Screen) offered(u catalog.Unit) string {
	words, day := s.env.Words.New, s.reference()
	said := s.absent(u, day)
	if said == "" {
		return ""
	}
	switch list := s.standIns(u); len(list) {
	case 0:
		return said
	case 1:
		return said + " " + fmt.Sprintf(words.TakeOne, s.env.Catalog.Path(list[0], day))
	default:
		return said + " " + words.TakeAmong
	}
}

// whyNoUnit says why there is no unit: none was typed, or it did not exist on that
// day.
func (s *Screen) whyNoUnit() string {
	if said := s.unitFault(); said != "" {
		return said
	}
	return s.env.Words.New.NoUnit
}
