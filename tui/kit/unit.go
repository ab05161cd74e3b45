package kit

import (
	"fmt"
	"strings"

	"giamsat/model/catalog"
)

// UnitDays tells a unit from others of its name: what it lay in, and since when
// or until when it was.
func (e *Env) UnitDays(u catalog.Unit) string {
	w := e.Words.Unit
	above := e.UnitAbove(u)
	switch {
	case !u.To.IsZero():
		return e.Join(above, fmt.Sprintf(w.Until, u.To))
	case u.Dated():
		return e.Join(above, fmt.Sprintf(w.Since, u.Key.From))
	}
	return above
}

// UnitAbove names what a unit lay in, as it stands inside a line; "" for a
// province.
func (e *Env) UnitAbove(u catalog.Unit) string {
	_, above, _ := strings.Cut(e.Catalog.Path(u, u.Key.From), " · ")
	return above
}

// Beside is what stands beside a choice's label: what a unit lay in, or the code
// where people know it by that. A unit's key is not for people.
func (e *Env) Beside(code string) string {
	if key, err := catalog.ParseUnitKey(code); err == nil {
		if u, ok := e.Catalog.Unit(key); ok {
			return e.UnitAbove(u)
		}
		return ""
	}
	return Citable(code)
}
