package form

import (
	"fmt"
	"strings"
)

// Row identifies one row of a table for as long as the record lives. A row that
// the form's axes make has an id spelt from its axes ("2023/DA7.TDA1/SN/NSTW"),
// so that two people who fill the same table offline mean the same row; a free
// row has an id from the session's id maker.
type Row string

// Companion fields that items have beside their own value. They stand in
// Field.Part, where a cell of a table has its column's name; column names
// cannot begin with '@'.
const (
	// Evidence is the paper that shows the answer: its number, or a file.
	Evidence = "@evidence"
	// Note is a remark on the answer.
	Note = "@note"
)

// Field names one place where a value stands: an item of the form, a companion
// of an item, or a cell of a table.
type Field struct {
	Item string // the item's name
	Row  Row    // the row, in a table; "" elsewhere
	Part string // the column in a table; Evidence or Note; "" for the item's own value
}

// Cell reports whether the field is a cell of a table.
func (f Field) Cell() bool { return f.Row != "" }

// String spells the field as item, item@note or item[row].column. It is what
// history and logs show.
func (f Field) String() string {
	if f.Row != "" {
		return f.Item + "[" + string(f.Row) + "]." + f.Part
	}
	return f.Item + f.Part
}

// ParseField reads what String wrote.
func ParseField(s string) (Field, error) {
	if i := strings.IndexByte(s, '['); i > 0 {
		j := strings.LastIndex(s, "].")
		if j <= i+1 || j+2 == len(s) {
			return Field{}, fmt.Errorf("parse field %q: a cell is written item[row].column", s)
		}
		return Field{Item: s[:i], Row: Row(s[i+1 : j]), Part: s[j+2:]}, nil
	}
	if i := strings.IndexByte(s, '@'); i > 0 {
		return Field{Item: s[:i], Part: s[i:]}, nil
	}
	if s == "" {
		return Field{}, fmt.Errorf("parse field: nothing there")
	}
	return Field{Item: s}, nil
}
