package catalog

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"giamsat/model/vn"
)

// loadUnits reads units.csv. Faults: an unknown kind, a code in force twice on one day, a parent that is missing on
// the unit's first or last day or stands on the wrong level.
func (t *tables) loadUnits(fsys fs.FS) error {
	columns := []string{"code", "name", "kind", "parent", "valid_from", "valid_to", "full_name"}
	t.units = make([]Unit, 0, 450)
	lines := make(map[UnitKey]int, 450)
	err := readRows(fsys, "units.csv", columns, func(r row) {
		u := Unit{Name: r.need("name"), FullName: r.need("full_name"), Kind: UnitKind(r.need("kind")), Parent: r.text("parent")}
		u.Key.Code = r.code("code")
		u.Key.From, u.To = r.span()
		level := u.Level()
		switch {
		case level == "":
			r.fail("kind %q does not exist", u.Kind)
		case (level == Province) != (u.Parent == ""):
			r.fail("%s: only a province has no parent", u.FullName)
		case u.Key.From.IsZero():
			r.fail("%s has no valid_from", u.FullName)
		}
		t.units = append(t.units, u)
		lines[u.Key] = r.line
	})
	if err != nil {
		return err
	}
	slices.SortFunc(t.units, func(a, b Unit) int {
		return cmp.Or(strings.Compare(a.Key.Code, b.Key.Code), a.Key.From.Compare(b.Key.From))
	})
	for i := range t.units {
		u := &t.units[i]
		if i > 0 {
			if p := t.units[i-1]; p.Key.Code == u.Key.Code && overlaps(p.Key.From, p.To, u.Key.From, u.To) {
				return fmt.Errorf("units.csv:%d: code %s overlaps %s", lines[u.Key], u.Key, p.Key)
			}
		}
		if u.Province, err = t.provinceOf(*u); err != nil {
			return fmt.Errorf("units.csv:%d: %w", lines[u.Key], err)
		}
	}
	return nil
}

// provinceOf walks up from a unit to its province and checks each step.
func (t *tables) provinceOf(u Unit) (string, error) {
	day, last := u.Key.From, u.To
	if last.IsZero() {
		last = vn.Date{Year: 9999, Month: time.December, Day: 31} // only a parent without an end is in force then
	}
	for u.Parent != "" {
		parent, ok := t.unitOn(u.Parent, day)
		if !ok {
			return "", fmt.Errorf("parent %s of %s is not in force on %s", u.Parent, u.Key, day.ISO())
		}
		if _, ok := t.unitOn(u.Parent, last); !ok {
			return "", fmt.Errorf("parent %s of %s ends before it", parent.Key, u.Key)
		}
		if rank(parent.Level()) >= rank(u.Level()) {
			return "", fmt.Errorf("parent %s of %s does not stand above it", parent.Key, u.Key)
		}
		u = parent
	}
	return u.Key.Code, nil
}

// rank orders the levels from the top.
func rank(l Level) int {
	switch l {
	case Province:
		return 0
	case District:
		return 1
	case Commune:
		return 2
	}
	return 3
}

// Succession says that one unit went, wholly or in part, into another.
type Succession struct {
	Old, New  UnitKey
	Effective vn.Date // first day of the new state
	Full      bool    // false: only a part went there, and its share is not published
	Basis     string  // the resolution, such as "1665/NQ-UBTVQH15"
	Evidence  string  // text, listing, mapping, inferred or inferred-weak
}

// Successors returns what a unit went into, oldest change first. A unit that kept its identity and only lost or gained
// land is its own successor in that change (Old == New); who walks the chain must stop there.
func (c *Catalog) Successors(key UnitKey) []Succession {
	return c.t.successionsWhere(func(s Succession) bool { return s.Old == key })
}

// Predecessors returns what a unit was made of, oldest change first. See Successors for units that kept their identity.
func (c *Catalog) Predecessors(key UnitKey) []Succession {
	return c.t.successionsWhere(func(s Succession) bool { return s.New == key })
}

// successionsWhere walks all 317 rows: two string comparisons each, cheaper than two indexes built at every start.
func (t *tables) successionsWhere(keep func(Succession) bool) []Succession {
	var found []Succession
	for _, s := range t.successions {
		if keep(s) {
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b Succession) int { return a.Effective.Compare(b.Effective) })
	return found
}

// loadSuccessions reads successions.csv. The names beside the codes are checked against units.csv, so that a re-used
// code cannot slip in for the wrong unit.
func (t *tables) loadSuccessions(fsys fs.FS) error {
	columns := []string{"old_code", "old_name", "new_code", "new_name", "effective", "scope", "basis", "evidence"}
	t.successions = make([]Succession, 0, 350)
	return readRows(fsys, "successions.csv", columns, func(r row) {
		effective := r.day("effective")
		if effective.IsZero() {
			r.fail("effective is empty")
			return
		}
		t.successions = append(t.successions, Succession{
			Old:       t.endOf(r, "old", effective.AddDays(-1)),
			New:       t.endOf(r, "new", effective),
			Effective: effective,
			Full:      r.oneOf("scope", "full", "partial") == "full",
			Basis:     r.need("basis"),
			Evidence:  r.oneOf("evidence", "text", "listing", "mapping", "inferred", "inferred-weak"),
		})
	})
}

// endOf resolves one end ("old" or "new") of a succession to the unit in force on day.
func (t *tables) endOf(r row, end string, day vn.Date) UnitKey {
	code, name := r.code(end+"_code"), r.need(end+"_name")
	u, ok := t.unitOn(code, day)
	switch {
	case !ok:
		r.fail("%s_code %s is no unit on %s", end, code, day.ISO())
	case u.FullName != name:
		r.fail("%s_name is %q, but %s is %q", end, name, u.Key, u.FullName)
	}
	return u.Key
}
