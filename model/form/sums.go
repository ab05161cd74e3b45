package form

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// Sums are the figures that several rows of a table come to, a column each. They
// follow from the answers, are never typed and never stored.
type Sums struct {
	Rows    int // how many rows they are of
	cells   []Value
	partial []bool // by column: a figure that cannot be read is left out
}

// Of returns a column's figure; it has no value where nothing is added up.
func (t Sums) Of(col *Item) Value {
	if t.cells == nil || col == nil || col.position >= len(t.cells) {
		return Value{}
	}
	return t.cells[col.position]
}

// Group is the rows of a table that belong to one project of the programme,
// with its sub-projects, and what they come to.
type Group struct {
	// Within are the values of the axes before the project, as the year is: the
	// money of two years is planned apart. Empty where all rows have the same.
	Within  []string
	Project string // code of the project, "DA7"
	Label   Label  // what it is called
	Members []Row
	Sums
}

// Sums adds up a table's columns over all its rows. A percentage of two of them
// is worked out from the sums; percentages are never added.
func (s *Session) Sums(table string) Sums {
	it := s.def.items[table]
	if it == nil || it.Table == nil || !s.relevant(it) {
		return Sums{}
	}
	rows := s.Rows(table)
	all := make([]*TableRow, len(rows))
	for i := range rows {
		all[i] = &rows[i]
	}
	return s.sumUp(it, all)
}

// Groups adds up the rows of each project of a table that has a column of
// projects and totals, in the order of their first rows. There are none where
// they would say nothing new: every row is of a project of its own, or all are
// of one.
func (s *Session) Groups(table string) []Group {
	it := s.def.items[table]
	if it == nil || it.Table == nil || len(it.Table.Totals) == 0 || !s.relevant(it) {
		return nil
	}
	project := it.Table.projectColumn()
	if project == nil {
		return nil
	}
	before := it.Table.axesBefore(project)
	var groups []Group
	at := map[string]int{}
	members := [][]*TableRow{}
	rows := s.Rows(table)
	for i := range rows {
		code := s.cell(&rows[i], project).Text()
		if code == "" {
			continue
		}
		g := Group{Project: s.topProject(code)}
		for _, col := range before {
			g.Within = append(g.Within, s.cell(&rows[i], col).Text())
		}
		key := strings.Join(append(g.Within, g.Project), "\x00")
		n, known := at[key]
		if !known {
			n = len(groups)
			at[key] = n
			groups, members = append(groups, g), append(members, nil)
		}
		groups[n].Members = append(groups[n].Members, rows[i].ID)
		members[n] = append(members[n], &rows[i])
	}
	if len(groups) < 2 || !slices.ContainsFunc(members, func(m []*TableRow) bool { return len(m) > 1 }) {
		return nil
	}
	same := !slices.ContainsFunc(groups, func(g Group) bool { return !slices.Equal(g.Within, groups[0].Within) })
	for n := range groups {
		if same {
			groups[n].Within = nil
		}
		groups[n].Label = s.projectLabel(groups[n].Project)
		groups[n].Sums = s.sumUp(it, members[n])
	}
	return groups
}

// sumUp adds the totals' columns up over some rows, then works out what is a
// ratio of them.
func (s *Session) sumUp(it *Item, rows []*TableRow) Sums {
	t := it.Table
	sums := Sums{Rows: len(rows), cells: make([]Value, len(t.Columns))}
	memo := &rowMemo{cells: make([]cellMemo, len(t.Columns))}
	for i := range memo.cells {
		memo.cells[i] = cellMemo{visible: yes, known: true} // what is not added up is blank
	}
	for _, name := range t.Totals {
		col := t.Column(name)
		v := s.sum(col, rows)
		sums.cells[col.position], memo.cells[col.position].value = v, v
	}
	whole := &TableRow{table: it, memo: memo}
	for _, col := range t.Columns {
		if col.Kind == KindPercent && col.Computed() && !t.adds(col) && t.ratioOfTotals(col.Calculation) {
			sums.cells[col.position], _ = s.calculate(col.Calculation, col.Kind, whole)
		}
	}
	s.findPartial(&sums, it, rows)
	return sums
}

// sum adds one column up; it has no value when no row has one.
func (s *Session) sum(col *Item, rows []*TableRow) Value {
	sum, any := int64(0), false
	for _, r := range rows {
		if n, ok := s.cell(r, col).Int(); ok {
			next := sum + n
			if n > 0 && next < sum || n < 0 && next > sum {
				return Value{} // beyond 64 bits: no figure is better than a wrong one
			}
			sum, any = next, true
		}
	}
	if !any {
		return Value{}
	}
	return Int(sum)
}

// MoneyTotal is the column of amounts whose total says what a table comes to: of
// several the one that is worked out from the others, as the whole funding is from
// its sources, else the first. several tells that it must be named, since its figure
// alone could be taken for another's. It is nil where no amounts are added up.
func (t *Table) MoneyTotal() (col *Item, several bool) {
	var money, computed []*Item
	for _, name := range t.Totals {
		c := t.Column(name)
		if c.Kind != KindMoney {
			continue
		}
		money = append(money, c)
		if c.Computed() {
			computed = append(computed, c)
		}
	}
	switch {
	case len(money) == 0:
		return nil, false
	case len(computed) == 1:
		return computed[0], len(money) > 1
	}
	return money[0], len(money) > 1
}

// MoneyPair is the two totals of amounts of a table in which nothing is typed, where it
// has no more: one is held against the other, as local money against central, and
// neither alone says what the table comes to.
func (t *Table) MoneyPair() (a, b *Item, ok bool) {
	if !t.shown || len(t.Totals) != 2 {
		return nil, nil, false
	}
	a, b = t.Column(t.Totals[0]), t.Column(t.Totals[1])
	return a, b, a.Kind == KindMoney && b.Kind == KindMoney
}

// adds reports whether a column is added up.
func (t *Table) adds(col *Item) bool { return slices.Contains(t.Totals, col.Name) }

// ratioOfTotals reports whether a rule divides sums and differences of columns
// that are added up: only then what holds of a row holds of a sum of rows.
func (t *Table) ratioOfTotals(ru *Rule) bool {
	if !ru.quotient || len(ru.asks) > 0 || len(ru.given) > 0 {
		return false
	}
	return !slices.ContainsFunc(ru.reads, func(rd read) bool {
		return rd.it.parent == nil || rd.it.parent.Table != t || !t.adds(rd.it)
	})
}

// projectColumn is the column that says which project a row is of; nil: none.
func (t *Table) projectColumn() *Item {
	if t.Facts != nil && t.Facts.Project != "" {
		if col := t.Column(t.Facts.Project); col != nil && listsProjects(col.List) {
			return col
		}
	}
	for _, col := range t.visible {
		if col.Kind == KindOne && listsProjects(col.List) {
			return col
		}
	}
	return nil
}

// listsProjects reports whether a list of the catalogue is one of projects.
func listsProjects(list string) bool {
	return strings.HasPrefix(list, "projects") || strings.HasPrefix(list, "project_leaves")
}

// axesBefore are the columns of the axes that turn slower than a column.
func (t *Table) axesBefore(col *Item) []*Item {
	var before []*Item
	for _, a := range t.Axes {
		if a.Column == col.Name {
			return before
		}
		before = append(before, t.Column(a.Column))
	}
	return nil
}

// topProject is the project that a sub-project belongs to; a project itself.
func (s *Session) topProject(code string) string {
	for {
		p, ok := s.set.Catalog.Project(s.Programme(), code)
		if !ok || p.Parent == "" {
			return code
		}
		code = p.Parent
	}
}

func (s *Session) projectLabel(code string) Label {
	p, ok := s.set.Catalog.Project(s.Programme(), code)
	if !ok {
		return Label{code, code}
	}
	return Label{p.Name, p.NameEN}
}

// quotientOfNames reports whether a calculation is ratio() of names that are only
// added and subtracted.
func quotientOfNames(root ast.Node) bool {
	call, ok := root.(*ast.CallNode)
	if !ok || len(call.Arguments) != 2 {
		return false
	}
	callee, ok := call.Callee.(*ast.IdentifierNode)
	return ok && callee.Value == fnRatio && additive(call.Arguments[0]) && additive(call.Arguments[1])
}

func additive(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.IdentifierNode:
		return true
	case *ast.BinaryNode:
		return (n.Operator == "+" || n.Operator == "-") && additive(n.Left) && additive(n.Right)
	}
	return false
}
