package catalog

import (
	"io/fs"

	"giamsat/model/vn"
)

// counterpart is the least share of local money that goes with central money in a province.
type counterpart struct {
	province  string
	from, to  int // years
	percent   int
	basis     Basis
	confirmed bool
}

// CounterpartBand returns the least local counterpart of a province in a year, in percent of the central money
// (QĐ 02/2022/QĐ-TTg: 3, 10 or 15). The basis says how it is known, and confirmed is false where it was inferred from
// figures, as for Hà Tĩnh. Percent 0 with an empty basis means that it is not known.
func (c *Catalog) CounterpartBand(province string, year int) (percent int, basis Basis, confirmed bool) {
	for _, b := range c.t.counterpart {
		if b.province == province && b.from <= year && year <= b.to {
			return b.percent, b.basis, b.confirmed
		}
	}
	return 0, "", false
}

// CarryOver is a resolution's permission to spend the money of some plan years later than the year after.
type CarryOver struct {
	Programme         string
	FirstYear, ToYear int     // plan years of the money, both included
	Until             vn.Date // last day of spending
	Basis             Basis
}

// CarryOverWindows returns the permissions of a programme. Money of a plan year that none of them covers, carried over
// all the same, deserves a warning (forms rule N13).
func (c *Catalog) CarryOverWindows(programme string) []CarryOver {
	var found []CarryOver
	for _, w := range c.t.carryOver {
		if w.Programme == programme {
			found = append(found, w)
		}
	}
	return found
}

func (t *tables) loadCounterpart(fsys fs.FS) error {
	return readRows(fsys, "counterpart.csv", []string{"province", "from_year", "to_year", "percent", "basis"}, func(r row) {
		b := counterpart{province: r.code("province"), percent: r.number("percent", 0, 100), basis: r.basis(t)}
		b.from, b.to = r.years()
		b.confirmed = b.basis.Confirmed()
		if len(t.unitsOf(b.province)) == 0 {
			r.fail("province %s is not in units.csv", b.province)
		}
		for _, o := range t.counterpart {
			if o.province == b.province && b.from <= o.to && o.from <= b.to {
				r.fail("province %s overlaps an earlier row", b.province)
			}
		}
		t.counterpart = append(t.counterpart, b)
	})
}

func (t *tables) loadCarryOver(fsys fs.FS) error {
	return readRows(fsys, "carry_over.csv", []string{"programme", "from_year", "to_year", "until", "basis"}, func(r row) {
		w := CarryOver{Programme: r.programme(t), Until: r.day("until"), Basis: r.basis(t)}
		w.FirstYear, w.ToYear = r.years()
		if w.Programme == "" {
			r.fail("programme is empty")
		}
		if w.Until.Year <= w.ToYear {
			r.fail("until %q does not lie after %d", w.Until.ISO(), w.ToYear)
		}
		t.carryOver = append(t.carryOver, w)
	})
}

// years returns from_year and to_year, in order.
func (r row) years() (from, to int) {
	from, to = r.number("from_year", 2000, 2100), r.number("to_year", 2000, 2100)
	if to < from {
		r.fail("to_year %d is before from_year %d", to, from)
	}
	return from, to
}
