package form

import "strings"

// What tells one record or row from another, as the code and the name of a household
// do, is never the same for two: a copy leaves it empty. A form says so of an item or
// a column with `identifies: true`. What is carried over whole from a former visit, as
// the persons who were met there, keeps it: they are the same persons.

// unsaid are such items, and columns by table.column, of versions that were published
// before a form could say it. A published version never changes, so it is said here;
// the next version says it itself, and needs no line.
var unsaid = map[string]string{
	"household@2026-11-25":       "household_code household_name",
	"round@2026-11-25":           "team.person",
	"inspection@2022-07-15":      "representatives.person others_present.person housing.household",
	"inspection@2026-11-25":      "team.person representatives.person others_present.person housing.household leaders.person village_heads.person",
	"inspection@mtqg-2026-11-25": "team.person representatives.person others_present.person leaders.person village_heads.person",
}

// identify marks what a published version could not say. Where a form of another
// author has the version's name and not its items, there is nothing to mark.
func (d *Definition) identify() {
	for _, name := range strings.Fields(unsaid[d.ID+"@"+d.Version]) {
		table, column, isColumn := strings.Cut(name, ".")
		it := d.items[table]
		if it != nil && isColumn && it.Table != nil {
			it = it.Table.Column(column)
		}
		if it != nil && isColumn == it.Column() {
			it.Identifies = true
		}
	}
}

// checkIdentifies makes sure that a person types what identifies: what the program
// fills in is another in each record by itself.
func (r *reader) checkIdentifies(it *Item) {
	switch {
	case !it.Identifies:
	case it.Table != nil || it.counted():
		r.bad(it, "identifies is for an item or a column, not for what has rows or records; say it of the column")
	case it.Computed() || it.Readonly || it.Hidden || it.Inherit != "" || it.Prior != "" || it.Default != nil:
		r.bad(it, "identifies is for what a person types; take it out, a copy has this from the program")
	}
}

// Differs is the first column that a copy of a row leaves empty; "" where none is.
func (t *Table) Differs() string {
	for _, c := range t.visible {
		if c.Identifies {
			return c.Name
		}
	}
	return ""
}
