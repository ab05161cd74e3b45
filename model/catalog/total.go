package catalog

import (
	"io/fs"

	"giamsat/model/vn"
)

// total is the money planned for a programme in a province in one year.
type total struct {
	programme, province string
	year                int
	amount              vn.Money
	basis               Basis
}

// ProvinceTotal returns the money of all kinds and sources that was planned for a programme in a province in a year,
// and whether a source tells it.
func (c *Catalog) ProvinceTotal(programme, province string, year int) (vn.Money, bool) {
	for _, p := range c.t.totals {
		if p.programme == programme && p.province == province && p.year == year {
			return p.amount, true
		}
	}
	return 0, false
}

// loadTotals reads totals.csv; dong is the amount in đồng, as a whole number.
func (t *tables) loadTotals(fsys fs.FS) error {
	return readRows(fsys, "totals.csv", []string{"programme", "province", "year", "dong", "basis"}, func(r row) {
		p := total{programme: r.programme(t), province: r.code("province"), year: r.number("year", 2000, 2100),
			amount: vn.Money(r.number("dong", 0, 1e15)), basis: r.basis(t)}
		if p.programme == "" {
			r.fail("programme is empty")
		}
		if len(t.unitsOf(p.province)) == 0 {
			r.fail("province %s is not in units.csv", p.province)
		}
		for _, o := range t.totals {
			if o.programme == p.programme && o.province == p.province && o.year == p.year {
				r.fail("the total of province %s in %d stands twice", p.province, p.year)
			}
		}
		t.totals = append(t.totals, p)
	})
}
