package whole

import (
	"slices"
	"strings"

	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// sheet is a table being filled in: where the cursor is, and what stands where.
type sheet struct {
	v    *visitor
	item *form.Item
	row  int // among the table's rows
	col  int
	left bool // it went back to the form by itself
}

// table plans a table: "there are none", or every cell of every row. It ends on
// the table's line in the form, with the key that goes on from there.
func (v *visitor) table(it *form.Item) {
	v.t.Helper()
	wanted, known := v.tables[it.Name]
	t := &sheet{v: v, item: it}
	switch {
	case known && wanted == nil && it.Table.MayBeNone:
		v.s.SetNone(it.Name, true)
		v.do("0")
		return
	case known && len(wanted) == 0 && it.Table.MayBeNone:
		v.do(enter)
		v.plan = append(v.plan, step{t.spot(), ctrlE + esc})
		v.s.SetNone(it.Name, true)
		v.do(tab)
		return
	case !t.typeable():
		v.do(tab)
		return
	}
	v.do(enter)
	if len(v.s.Rows(it.Name)) == 0 {
		v.plan = append(v.plan, step{t.spot(), ctrlT})
		v.s.AddRow(it.Name, "")
	}
	t.col, _ = t.seek(0, 0)
	for !t.left {
		t.cell(max(len(wanted), 1))
	}
	v.do(tab)
}

// typeable reports whether a person can write anything into the table.
func (t *sheet) typeable() bool {
	rows := t.v.s.Rows(t.item.Name)
	if len(rows) == 0 {
		return t.item.Table.Free
	}
	for r := range rows {
		if _, ok := t.seek(r, 0); ok {
			return true
		}
	}
	return false
}

func (t *sheet) field(r, c int) form.Field {
	return form.Field{Item: t.item.Name, Row: t.v.s.Rows(t.item.Name)[r].ID, Part: t.item.Table.Columns[c].Name}
}

func (t *sheet) spot() spot {
	p := spot{code: kit.ShortCode(t.item.Code), table: true, row: emptyRow}
	if t.row < len(t.v.s.Rows(t.item.Name)) {
		p.row, p.column = t.row+1, t.item.Table.Columns[t.col].Label.VI
	}
	return p
}

// seek finds the next cell of a row, from a column on, that a person fills.
func (t *sheet) seek(r, from int) (int, bool) {
	row := t.v.s.Rows(t.item.Name)[r]
	for c := from; c < len(t.item.Table.Columns); c++ {
		col := t.item.Table.Columns[c]
		if _, locked := row.Locked[col.Name]; locked || col.Computed() || col.Readonly || !t.v.s.CellVisible(t.field(r, c)) {
			continue
		}
		return c, true
	}
	return 0, false
}

// cell types the open cell and goes on to the next one: by Tab, by the digit
// itself, by a new row while more are wanted, or back to the form.
func (t *sheet) cell(wanted int) {
	v, at := t.v, t.spot()
	f, col := t.field(t.row, t.col), t.item.Table.Columns[t.col]
	m := t.meant(f, col)
	keys, moved := t.keys(f, col, m)
	v.answer(f, t.raw(col, m), m)
	v.plan = append(v.plan, step{at, keys})
	add := func(more string) { v.plan[len(v.plan)-1].keys += more }

	if c, ok := t.seek(t.row, t.col+1); ok {
		t.col = c
		if !moved {
			add(tab)
		}
		return
	}
	rows := v.s.Rows(t.item.Name)
	last := t.row == len(rows)-1
	switch {
	case !last:
		if !moved {
			add(tab)
		}
		t.row++
	case rows[t.row].Free && moved:
		// The digit has made a new row already.
		v.s.AddRow(t.item.Name, rows[t.row].ID)
		if t.row++; t.row >= wanted {
			t.col, _ = t.seek(t.row, 0)
			v.plan = append(v.plan, step{t.spot(), esc})
			t.left = true
			return
		}
	case rows[t.row].Free && t.row+1 < wanted:
		v.s.AddRow(t.item.Name, rows[t.row].ID)
		add(tab)
		t.row++
	case rows[t.row].Free:
		add(esc)
		t.left = true
		return
	case t.row+1 < wanted:
		if moved {
			v.t.Fatalf("%s: a digit leaves the table, which this plan does not know", f)
		}
		v.s.AddRow(t.item.Name, "")
		add(ctrlT)
		t.row++
	default:
		if !moved {
			add(tab)
		}
		t.left = true
		return
	}
	t.col, _ = t.seek(t.row, 0)
}

// meant is what the cell shall hold.
func (t *sheet) meant(f form.Field, col *form.Item) meant {
	given := map[string]meant{}
	if wanted := t.v.tables[t.item.Name]; len(wanted) > 0 {
		given = wanted[min(t.row, len(wanted)-1)]
	}
	if t.item.Name == "capital" {
		given = capitalRow(t.v.s.Get(form.Field{Item: f.Item, Row: f.Row, Part: "source"}).Value.Text())
	}
	if m, ok := given[col.Name]; ok {
		return t.v.told(m, col.Kind)
	}
	return t.v.told(general(col, len(t.v.plan), t.v.s.Choices(f)), col.Kind)
}

// raw is what the answer to a cell is kept as: a code where one was chosen.
func (t *sheet) raw(col *form.Item, m meant) string {
	if m.typed == "" || col.Kind == form.KindLookup {
		return m.value.Text()
	}
	return m.typed
}

// keys are the keys of one cell; moved says that they went on by themselves.
func (t *sheet) keys(f form.Field, col *form.Item, m meant) (keys string, moved bool) {
	if col.Kind == form.KindLookup && m.typed != "" {
		return m.typed, false
	}
	switch col.Kind {
	case form.KindYesNo, form.KindYesNoNA, form.KindOne, form.KindLookup:
	case form.KindMany:
		return t.digits(f, m.value.Codes()), false
	default:
		return strings.ReplaceAll(m.typed, "\n", enter), false
	}
	list := t.v.s.Choices(f)
	if len(list) > 10 {
		return t.ahead(f, m.value.Text()), false
	}
	return t.digits(f, m.value.Codes()), col.Advance
}

// digits choose by place; a table has the keys that the form has.
func (t *sheet) digits(f form.Field, codes []string) string {
	t.v.t.Helper()
	keys := ""
	for _, code := range codes {
		keys += t.v.key(f, code)
	}
	return keys
}

// ahead types a choice's name without accents, as far as it takes until no
// other choice has these words.
func (t *sheet) ahead(f form.Field, code string) string {
	t.v.t.Helper()
	list := t.v.s.Choices(f)
	i := slices.IndexFunc(list, func(c form.Choice) bool { return c.Code == code })
	if i < 0 {
		t.v.t.Fatalf("%s: %q is not among the choices", f, code)
	}
	name := []rune(vn.Fold(list[i].Label.VI))
	for n := 3; n < len(name); n++ {
		if len(t.v.s.FindChoices(f, string(name[:n]), 2)) == 1 {
			return string(name[:n])
		}
	}
	return string(name)
}
