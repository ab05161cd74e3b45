package form

// What tells one record or row from another, as the code and the name of a household
// do, is never the same for two: a copy leaves it empty. A form says so of an item or
// a column with `identifies: true`. What is carried over whole from a former visit, as
// the persons who were met there, keeps it: they are the same persons.

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
