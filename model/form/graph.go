package form

import "math/bits"

// The graph says what follows from what, so that an answer makes the session
// work out again only what hangs on it. It is made once, when a form is loaded,
// from the names that the rules read. Its nodes are the values and the problems
// that a session remembers; an edge leads from what is read to what reads it.
//
// Most rules of a table read their own row only. Such edges are marked: from a
// changed cell they lead to cells of the same row, and only where a rule adds up
// a column does a change of one cell reach further.
type graph struct {
	all     []node
	readers [][]edge
	after   []bitset // of each node: all that follows from it
	cells   []cellPlan
}

type node struct {
	kind nodeKind
	it   *Item
}

type nodeKind uint8

const (
	// valueNode is an item's relevance and value; of a column, those in every row.
	valueNode nodeKind = iota
	// rowsNode is a table's rows: which there are, and which have an answer.
	rowsNode
	// checkNode is the problems of an item; of a table, those of the whole.
	checkNode
	// rowCheckNode is the problems of each row of a table.
	rowCheckNode
)

// nodes are the places of an item in the graph; those it has not are -1.
type nodes struct{ value, rows, check, rowCheck int }

type edge struct {
	to    int
	inRow bool
}

// cellPlan is what a changed cell leads to: columns of its own row, itself among
// them, and what follows beyond the row.
type cellPlan struct {
	row   []*Item
	after bitset
}

// newGraph lays out nodes and edges. cyclic is the item whose value hangs on
// itself, if there is one: such a form cannot be calculated.
func newGraph(d *Definition) (g graph, cyclic *Item) {
	for _, it := range d.order {
		it.nodes = nodes{value: g.node(valueNode, it), rows: -1, rowCheck: -1}
		if it.Table != nil {
			it.nodes.rows = g.node(rowsNode, it)
			it.nodes.rowCheck = g.node(rowCheckNode, it)
			for _, c := range it.Table.Columns {
				c.nodes = nodes{value: g.node(valueNode, c), rows: -1, check: -1, rowCheck: -1}
			}
		}
		it.nodes.check = g.node(checkNode, it)
	}
	g.readers = make([][]edge, len(g.all))
	for _, it := range d.order {
		g.item(d, it)
	}
	if cyclic = g.close(); cyclic != nil {
		return g, cyclic
	}
	g.cells = make([]cellPlan, d.all)
	for _, it := range d.order {
		if it.Table != nil {
			for _, c := range it.Table.Columns {
				g.cells[c.index] = g.plan(c)
			}
		}
	}
	return g, nil
}

func (g *graph) node(kind nodeKind, it *Item) int {
	g.all = append(g.all, node{kind, it})
	return len(g.all) - 1
}

func (g *graph) edge(from, to int, inRow bool) {
	e := edge{to, inRow}
	for _, x := range g.readers[from] {
		if x == e {
			return
		}
	}
	g.readers[from] = append(g.readers[from], e)
}

// item lays the edges to an item's own nodes.
func (g *graph) item(d *Definition, it *Item) {
	n := it.nodes
	g.reads(n.value, nil, it.within, it.Relevant, it.Calculation)
	g.edge(n.value, n.check, false)
	g.reads(n.check, nil, it.Required, it.ListFilter)
	g.constraints(d, n.check, it, nil)
	if it.Table == nil {
		return
	}
	g.edge(n.value, n.rows, false)
	g.edge(n.rows, n.check, false)
	g.edge(n.rowCheck, n.check, false)
	// The columns that axis_where names are axes, given with the row.
	g.reads(n.rows, it, it.Table.AxisWhere)
	for _, a := range it.Table.Axes {
		if from := d.items[a.From]; from != nil {
			g.edge(from.nodes.value, n.rows, false)
		} else {
			g.reads(n.rows, it, it.Table.Column(a.Column).ListFilter)
		}
	}
	for _, name := range it.Table.Key {
		g.edge(it.Table.Column(name).nodes.value, n.check, false)
	}
	for _, c := range it.Table.Columns {
		g.reads(c.nodes.value, it, c.Relevant, c.Calculation)
		g.edge(c.nodes.value, n.rowCheck, true)
		g.reads(n.rowCheck, it, c.Required, c.ListFilter)
		g.constraints(d, n.rowCheck, c, it)
		if c.Relevant != nil {
			g.edge(c.nodes.value, n.rows, false) // a row whose answers are all hidden counts as empty
		}
	}
}

// constraints lays the edges of an item's rules and of the values in their
// messages.
func (g *graph) constraints(d *Definition, to int, it, table *Item) {
	for _, c := range it.Constraints {
		g.reads(to, table, c.Rule)
		for _, text := range c.texts() {
			for _, name := range placeholderNames(text) {
				if table != nil && table.Table.Column(name) != nil {
					continue // the row's own value, read already
				}
				if named := d.items[name]; named != nil {
					g.edge(named.nodes.value, to, false)
				}
			}
		}
	}
}

// reads lays the edges from what rules read to a node; table is the one whose
// row the rules are asked in.
func (g *graph) reads(to int, table *Item, rules ...*Rule) {
	for _, ru := range rules {
		if ru == nil {
			continue
		}
		for _, rd := range ru.reads {
			switch {
			case rd.it.Table != nil:
				g.edge(rd.it.nodes.rows, to, false)
				for _, c := range rd.columns {
					g.edge(c.nodes.value, to, false)
				}
			case rd.it.parent != nil:
				if g.all[to].kind != rowsNode {
					g.edge(rd.it.nodes.value, to, true)
				}
			default:
				g.edge(rd.it.nodes.value, to, false)
			}
		}
	}
}

// close works out for each node all that follows from it. It returns the item of
// a node that follows from itself.
func (g *graph) close() *Item {
	const (
		onTheWay = 1
		done     = 2
	)
	g.after = make([]bitset, len(g.all))
	state := make([]uint8, len(g.all))
	var cyclic *Item
	var visit func(n int) bool
	visit = func(n int) bool {
		switch state[n] {
		case onTheWay:
			cyclic = g.all[n].it
			return false
		case done:
			return true
		}
		state[n] = onTheWay
		g.after[n] = newBitset(len(g.all))
		for _, e := range g.readers[n] {
			if !visit(e.to) {
				return false
			}
			g.after[n].set(e.to)
			g.after[n].merge(g.after[e.to])
		}
		state[n] = done
		return true
	}
	for n := range g.all {
		if !visit(n) {
			return cyclic
		}
	}
	return nil
}

func (g *graph) plan(c *Item) cellPlan {
	p := cellPlan{after: newBitset(len(g.all))}
	var visit func(c *Item)
	visit = func(c *Item) {
		for _, x := range p.row {
			if x == c {
				return
			}
		}
		p.row = append(p.row, c)
		for _, e := range g.readers[c.nodes.value] {
			switch {
			case !e.inRow:
				p.after.set(e.to)
				p.after.merge(g.after[e.to])
			case g.all[e.to].kind == valueNode:
				visit(g.all[e.to].it)
			}
		}
	}
	visit(c)
	return p
}

// feeds reports whether a table's rows or values follow from another item.
func (g *graph) feeds(it, table *Item) bool {
	from := []int{it.nodes.value}
	if it.Table != nil {
		from = append(from, it.nodes.rows)
		for _, c := range it.Table.Columns {
			from = append(from, c.nodes.value)
		}
	}
	for _, n := range from {
		if g.after[n].has(table.nodes.rows) {
			return true
		}
		for _, c := range table.Table.Columns {
			if g.after[n].has(c.nodes.value) {
				return true
			}
		}
	}
	return false
}

// bitset is a set of nodes.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(n int)      { b[n/64] |= 1 << (n % 64) }
func (b bitset) has(n int) bool { return b[n/64]&(1<<(n%64)) != 0 }

func (b bitset) merge(o bitset) {
	for i, w := range o {
		b[i] |= w
	}
}

// each calls visit for every member.
func (b bitset) each(visit func(n int)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			visit(i*64 + bits.TrailingZeros64(w))
		}
	}
}
