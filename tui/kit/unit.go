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
	_, above, _ := strings.Cut(e.Catalog.Path(u, u.Key.From), " · ")
	switch {
	case !u.To.IsZero():
		return e.Join(above, fmt.Sprintf(w.Until, u.To))
	case u.Dated():
		return e.Join(above, fmt.Sprintf(w.Since, u.Key.From))
	}
	return above
}
