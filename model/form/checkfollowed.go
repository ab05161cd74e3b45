package form

import (
	"reflect"
	"slices"
	"strings"
)

// checkSections compiles the rules by which whole sections are asked for.
func (r *reader) checkSections(d *Definition) {
	r.item = ""
	for i := range d.Sections {
		r.compile(d.Sections[i].Relevant, scope{items: d.items}, reflect.Bool)
	}
}

func (r *reader) checkRecords(it *Item) {
	switch {
	case it.Form == "":
		r.bad(it, "type records needs the key form: the id of the form whose records it counts")
	case it.Computed() || it.Default != nil || it.Readonly:
		r.bad(it, "type records takes no calculation, default or readonly: its value is the count")
	case len(it.Choices) > 0 || it.List != "":
		r.bad(it, "type records takes no choices")
	}
}

// checkFilled is about what the program fills, or nobody can.
func (r *reader) checkFilled(it *Item) {
	if it.Form != "" && it.Kind != KindRecords {
		r.bad(it, "form is for type records only")
	}
	if it.Hidden && (it.Required != nil || len(it.Constraints) > 0) {
		r.bad(it, "a hidden item takes no required and no constraints: nobody could put it right")
	}
	taken := it.Inherit != "" || it.Prior != ""
	switch {
	case taken && it.Column():
		r.bad(it, "a column takes no inherit and no prior; say it of the table, or of an item beside it")
	case taken && (it.Computed() || it.Kind == KindRecords):
		r.bad(it, "an item that is computed takes no inherit and no prior")
	case it.Prior != "" && it.Kind == KindTable:
		r.bad(it, "prior is for one figure, not for a table")
	}
	r.checkUnconfirmed(it)
}

func (r *reader) checkUnconfirmed(it *Item) {
	switch {
	case !it.Unconfirmed:
	case it.Kind != KindTable:
		r.bad(it, "unconfirmed is for type table only")
	case len(it.Table.Columns) > 0:
		r.bad(it, "unconfirmed is for a table without columns; a table with columns is asked for as it is")
	case it.Required != nil || len(it.Constraints) > 0 || it.Inherit != "":
		r.bad(it, "an unconfirmed table takes no required, constraints or inherit: it has no columns yet")
	}
}

// checkFollowed makes sure that what a table opens and settles can be taken from
// its rows.
func (r *reader) checkFollowed(it *Item, sc scope) {
	t := it.Table
	for _, name := range t.Totals {
		if c := sc.columns[name]; c != nil && c.Hidden {
			r.bad(it, "totals: the column %q is hidden", name)
		}
	}
	if o := t.Opens; o != nil {
		r.checkFill(it, sc, "opens", o.Fill)
	}
	if t.Settles != nil {
		r.checkSettles(it, sc)
	}
}

// checkFill looks at what the items of another form are filled with. Those items
// are not known here, only the spelling of their names.
func (r *reader) checkFill(it *Item, sc scope, what string, fill map[string]string) {
	if len(fill) == 0 {
		r.bad(it, "%s: fill is empty; name at least one item and the column it is filled from", what)
	}
	for _, target := range sortedKeys(fill) {
		from := sc.item(fill[target])
		switch {
		case !identifier.MatchString(target):
			r.bad(it, "%s: fill: %q must be the name of an item", what, target)
		case from == nil:
			r.bad(it, "%s: fill: %s is filled from %q, which is no column and no item%s", what, target, fill[target], nearest(fill[target], sc))
		case from.Kind == KindTable:
			r.bad(it, "%s: fill: %s cannot be filled from the table %q", what, target, fill[target])
		}
	}
}

func (r *reader) checkSettles(it *Item, sc scope) {
	s := it.Table.Settles
	r.checkFill(it, sc, "settles", s.Fill)
	if c := sc.columns[s.Record]; c == nil || c.Kind != KindText || !c.Hidden || c.Computed() {
		r.bad(it, "settles: record %q must be a hidden column of type text", s.Record)
	}
	for _, column := range sortedKeys(s.Show) {
		c, role := sc.columns[column], s.Show[column]
		if c == nil || c.Computed() {
			r.bad(it, "settles: show: there is no column %q that takes a value", column)
		}
		if _, known := roleKinds[role]; !known && role != RoleDay && role != RoleUnit {
			r.bad(it, "settles: show: %q is none of %s, %s, %s", role, RoleDay, RoleUnit, strings.Join(roleNames(), ", "))
		}
	}
	if len(it.Table.answers()) == 0 {
		r.bad(it, "settles: fill: no column is left for the person's answer; name one that show does not fill")
	}
	if it.Required != nil && !it.Table.Free {
		r.bad(it, "a table whose rows the program brings takes no required; say it of its columns")
	}
}

// answers are the columns of a settling table in which the person answers: those
// that go into the followed record and did not come from it.
func (t *Table) answers() []*Item {
	var list []*Item
	for _, c := range t.Columns {
		if _, shown := t.Settles.Show[c.Name]; shown || c.Computed() || c.Hidden || c.Readonly {
			continue
		}
		for _, from := range t.Settles.Fill {
			if from == c.Name {
				list = append(list, c)
				break
			}
		}
	}
	return list
}

func (t *Table) notHidden() []*Item {
	if !slices.ContainsFunc(t.Columns, func(c *Item) bool { return c.Hidden }) {
		return t.Columns
	}
	var list []*Item
	for _, c := range t.Columns {
		if !c.Hidden {
			list = append(list, c)
		}
	}
	return list
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
