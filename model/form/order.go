package form

import "sort"

// cycles refuses forms in which an item's value or relevance hangs on itself,
// and keeps for each item the items that follow from it.
func (r *reader) cycles(d *Definition) {
	d.deps = map[string][]string{}
	reads := map[string][]string{}
	for _, it := range d.order {
		for _, name := range it.reads() {
			if d.items[name] == nil || name == it.Name && it.Kind == KindTable {
				continue // a column of the same table, or the table from within
			}
			reads[it.Name] = addName(reads[it.Name], name)
			d.deps[name] = addName(d.deps[name], it.Name)
		}
		sort.Strings(reads[it.Name])
	}
	state := map[string]int{} // 1: on the way, 2: done
	var visit func(name string) bool
	visit = func(name string) bool {
		switch state[name] {
		case 1:
			return false
		case 2:
			return true
		}
		state[name] = 1
		for _, next := range reads[name] {
			if !visit(next) {
				return false
			}
		}
		state[name] = 2
		return true
	}
	for _, it := range d.order {
		if !visit(it.Name) {
			r.at(it).bad(it, "its value or relevance hangs on itself; look at the rules of %v", reads[it.Name])
			return
		}
		if it.Table != nil {
			r.columnCycles(it)
		}
	}
}

// columnCycles does the same among the computed columns of one table.
func (r *reader) columnCycles(it *Item) {
	cols := it.Table.columns()
	state := map[string]int{}
	var visit func(name string) bool
	visit = func(name string) bool {
		c := cols[name]
		if c == nil || state[name] == 2 {
			return true
		}
		if state[name] == 1 {
			return false
		}
		state[name] = 1
		for _, ru := range []*Rule{c.Calculation, c.Relevant} {
			if ru == nil {
				continue
			}
			for _, next := range ru.deps {
				if !visit(next) {
					return false
				}
			}
		}
		state[name] = 2
		return true
	}
	for _, c := range it.Table.Columns {
		if !visit(c.Name) {
			r.at(c).bad(c, "the column's value hangs on itself")
			return
		}
	}
}

// reads lists the names that an item's value, relevance or rows hang on;
// constraints do not count, since nothing follows from them.
func (it *Item) reads() []string {
	var names []string
	add := func(rules ...*Rule) {
		for _, ru := range rules {
			if ru == nil {
				continue
			}
			for _, n := range ru.deps {
				names = addName(names, n)
			}
		}
	}
	add(it.Relevant, it.Calculation)
	if it.Table == nil {
		return names
	}
	add(it.Table.AxisWhere)
	for _, a := range it.Table.Axes {
		if a.From != "" {
			names = addName(names, a.From)
		}
	}
	for _, c := range it.Table.Columns {
		add(c.Relevant, c.Calculation)
	}
	return names
}
