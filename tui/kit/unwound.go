package kit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"giamsat/model/form"
	"giamsat/tui/i18n"
)

// Unwound says what a press of undo or redo led to: of one field what stands there
// now, of many what act it was and how many it changed, and of a step that was
// given up whose answer stands. within is the table that the person is in; "" for
// none.
func (e *Env) Unwound(s *form.Session, u form.Unwound, again bool, within string) string {
	if u.Lost != nil {
		return e.givenUp(s, *u.Lost, within)
	}
	w := e.Words.Undo
	if u.Cause == form.Confirmed {
		return e.verified(s, u, again, within)
	}
	if act := e.act(s, u, again, within); act != "" {
		if again {
			return fmt.Sprintf(w.Redid, act)
		}
		return fmt.Sprintf(w.Undid, act)
	}
	if again {
		return fmt.Sprintf(w.RedidTo, e.stands(s, u, within))
	}
	return fmt.Sprintf(w.UndidTo, e.stands(s, u, within))
}

func (e *Env) givenUp(s *form.Session, lost form.Lost, within string) string {
	f, _ := lost.Field.Verifies()
	name, stands := e.fieldName(s, f, within), e.standing(s, f)
	if lost.By == "" || lost.By == e.User {
		return fmt.Sprintf(e.Words.Undo.GivenUpOwn, name, stands)
	}
	return fmt.Sprintf(e.Words.Undo.GivenUp, name, lost.By, stands)
}

// verified says of a field that its second reading was taken back or is there again,
// and what stands there, where that reading had put it right: else the field is as it
// was, and to say so would be no answer.
func (e *Env) verified(s *form.Session, u form.Unwound, again bool, within string) string {
	w, f := e.Words.Undo, u.Fields()[0]
	said := w.VerifyUndid
	if again {
		said = w.VerifyRedid
	}
	said = fmt.Sprintf(said, e.fieldName(s, f, within))
	for _, c := range u.Changes {
		if c.Field == f && c.Old.Value != c.New.Value {
			return said + " " + fmt.Sprintf(w.Now, e.standing(s, f))
		}
	}
	return said
}

// act names what was unwound, as the person did it; "" where the answers that
// stand now say it better.
func (e *Env) act(s *form.Session, u form.Unwound, again bool, within string) string {
	w := e.Words.Undo
	fields, rows, comma := apart(u)
	switch {
	case comma:
		return i18n.Count(w.Comma, len(fields))
	case u.Cause == form.Cleared:
		return i18n.Count(w.Cleared, len(fields))
	case u.Cause == form.Pasted && len(fields) > 0:
		return i18n.Count(w.Pasted, len(fields), e.tableCode(s, fields[0].Item))
	case u.Cause == form.Carried && itemsOf(u) > 1:
		return i18n.Count(w.CarriedItems, itemsOf(u))
	case len(rows) > 0:
		return e.rowsMoved(s, rows, again, within)
	case len(fields) < 2:
		return ""
	case u.Cause == form.Carried:
		return i18n.Count(w.CarriedN, len(fields))
	case u.Cause == form.Bulk && !slices.ContainsFunc(u.Changes, func(c form.Change) bool { return !c.Passed() }):
		return i18n.Count(w.HeldN, len(fields))
	case u.Cause == form.Bulk && cellsOf(fields):
		return i18n.Count(w.Cells, len(fields), e.tableCode(s, fields[0].Item))
	case u.Cause == form.Bulk:
		return i18n.Count(w.Items, len(fields))
	}
	return ""
}

// stands says what stands now in the field that was unwound, and in how many others.
func (e *Env) stands(s *form.Session, u form.Unwound, within string) string {
	fields, _, _ := apart(u)
	if len(fields) == 0 {
		return "" // a step has changes
	}
	first := fmt.Sprintf(e.Words.Undo.Stands, e.fieldName(s, fields[0], within), e.standing(s, fields[0]))
	if len(fields) == 1 {
		return first
	}
	return fmt.Sprintf(e.Words.Undo.Others, first, len(fields)-1)
}

// apart takes the changes apart: the fields, each once, the rows that came or went,
// and whether it was said what a comma means.
func apart(u form.Unwound) (fields []form.Field, rows []form.Change, comma bool) {
	seen := map[form.Field]bool{}
	for _, c := range u.InOrder() {
		switch {
		case c.SettlesComma():
			comma = true
		case c.Kind != form.Answered:
			rows = append(rows, c)
		default:
			if f, _ := c.Field.Verifies(); !seen[f] {
				seen[f] = true
				fields = append(fields, f)
			}
		}
	}
	return fields, rows, comma
}

// itemsOf counts the items that were changed: a table is one, whatever its rows.
func itemsOf(u form.Unwound) int {
	seen := map[string]bool{}
	for _, c := range u.Changes {
		seen[c.Field.Item] = true
	}
	return len(seen)
}

// cellsOf reports whether all fields are cells of one table.
func cellsOf(fields []form.Field) bool {
	for _, f := range fields {
		if f.Row == "" || f.Item != fields[0].Item {
			return false
		}
	}
	return true
}

func (e *Env) tableCode(s *form.Session, table string) string {
	if it := s.Definition().Item(table); it != nil {
		return ShortCode(it.Code)
	}
	return table
}

// rowsMoved names the act on rows: one by its place. A row that undo brought is
// one that had been taken out.
func (e *Env) rowsMoved(s *form.Session, rows []form.Change, again bool, within string) string {
	w, first := e.Words.Undo, rows[0]
	added := (first.Kind == form.RowAdded) == again
	if len(rows) > 1 {
		format := w.RowsOut
		if added {
			format = w.RowsAdded
		}
		return i18n.Count(format, len(rows), e.tableCode(s, first.Field.Item))
	}
	format, at := w.RowOut, first.At
	if added {
		format = w.RowAdded
	}
	for _, r := range s.Rows(first.Field.Item) {
		if !r.Free {
			at++ // rows of the form stand before the others
		}
	}
	said := fmt.Sprintf(format, at+1)
	if first.Field.Item == within {
		return said
	}
	return fmt.Sprintf(w.In, said, e.tableCode(s, first.Field.Item))
}

// briefly is how long a label may be in a sentence, so that what stands in the field
// is still to be read behind it.
const briefly = 36

func (e *Env) brief(label string) string {
	return ansi.Truncate(label, briefly, e.Theme.Sign.CutRight)
}

// fieldName is how a field is called in a sentence: the code and label of its
// item; inside the table it is in, the label of its column and its row.
func (e *Env) fieldName(s *form.Session, f form.Field, within string) string {
	w := e.Words
	it := s.Definition().Item(f.Item)
	if it == nil {
		return f.Item
	}
	var parts []string
	if f.Item != within || f.Row == "" {
		parts = append(parts, e.brief(strings.TrimSpace(ShortCode(it.Code)+" "+it.Label.In(w.Lang))))
	}
	col := s.Definition().At(f)
	switch {
	case f.Part == form.Note:
		parts = append(parts, w.Fill.Note)
	case f.Part == form.Evidence:
		parts = append(parts, w.Fill.Evidence)
	case f.Row != "" && f.Part != "" && col != nil:
		parts = append(parts, e.brief(col.Label.In(w.Lang)))
	}
	for i, r := range s.Rows(f.Item) {
		if f.Row != "" && r.ID == f.Row {
			parts = append(parts, fmt.Sprintf(w.Grid.Row, i+1))
		}
	}
	return strings.Join(parts, ", ")
}

// standing is what stands in a field, in one line.
func (e *Env) standing(s *form.Session, f form.Field) string {
	return e.answered(s, f, s.Get(f))
}
