package catalog

import "slices"

// Lineage is a unit with those that went into it over the years.
type Lineage struct {
	// Whole are the unit itself and the former units that went wholly into it,
	// newest change first: what was found in them is the unit's to remedy, and
	// their figures may be summed.
	Whole []UnitKey
	// Split are former units of which only a part went into it, or into one of
	// Whole. No shares are published, so that their figures are never summed.
	Split []UnitKey
}

// Lineage follows a unit back to all that it was made of.
func (c *Catalog) Lineage(key UnitKey) Lineage {
	l := Lineage{Whole: []UnitKey{key}}
	for i := 0; i < len(l.Whole); i++ {
		before := c.Predecessors(l.Whole[i])
		slices.Reverse(before)
		for _, s := range before {
			switch {
			case s.Old == l.Whole[i], slices.Contains(l.Whole, s.Old):
			case s.Full:
				l.Whole = append(l.Whole, s.Old)
			case !slices.Contains(l.Split, s.Old):
				l.Split = append(l.Split, s.Old)
			}
		}
	}
	return l
}

// Whole returns the units whose records belong to a unit today: itself, and the
// former ones that went wholly into it.
func (c *Catalog) Whole(key UnitKey) []UnitKey { return c.Lineage(key).Whole }

// Kin returns the units that share ground with a unit, itself first: all that it was made of, wholly or in part, and all
// that it went into, over the years. Nothing is to be summed over them.
func (c *Catalog) Kin(key UnitKey) []UnitKey {
	kin := []UnitKey{key}
	follow := func(next func(UnitKey) []UnitKey) {
		for open := []UnitKey{key}; len(open) > 0; open = open[1:] {
			for _, k := range next(open[0]) {
				if !slices.Contains(kin, k) {
					kin, open = append(kin, k), append(open, k)
				}
			}
		}
	}
	follow(func(k UnitKey) (old []UnitKey) {
		for _, s := range c.Predecessors(k) {
			old = append(old, s.Old)
		}
		return old
	})
	follow(func(k UnitKey) (later []UnitKey) {
		for _, s := range c.Successors(k) {
			later = append(later, s.New)
		}
		return later
	})
	return kin
}
