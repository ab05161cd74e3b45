package form

// memo keeps what follows from the answers until an answer changes that it hangs
// on. Nothing in it is part of the record: it can be thrown away at any time.
type memo struct {
	items    []itemMemo          // by Item.index; columns have none
	lists    map[string][]Choice // catalogue lists, which do not change within a record
	problems []Problem           // of the whole form
	joined   bool                // problems holds them
}

type itemMemo struct {
	visible  tristate
	known    bool // value holds the calculation's
	value    Value
	checked  bool // problems holds them
	problems []Problem
	table    *tableMemo
}

type tristate uint8

const (
	unknown tristate = iota
	yes
	no
)

func stateOf(b bool) tristate {
	if b {
		return yes
	}
	return no
}

type tableMemo struct {
	rows  []TableRow
	at    map[Row]int
	made  bool // rows and at hold them
	byRow map[Row]*rowMemo
	env   []any  // the rows that count, as rules read them; nil: not made
	ready []bool // by column: every row in env has its value
	index *rowIndex
}

// rowMemo outlives its row's place in the table: a row that an axis takes away
// and brings back has the same id and the same given cells.
type rowMemo struct {
	filled   tristate
	cells    []cellMemo
	checked  bool
	problems []Problem
	keyed    bool
	key      string
	env      map[string]any
}

type cellMemo struct {
	visible tristate
	known   bool
	value   Value
}

// forgetAll throws everything away but the lists.
func (s *Session) forgetAll() {
	lists := s.memo.lists
	if lists == nil {
		lists = map[string][]Choice{}
	}
	s.memo = memo{items: make([]itemMemo, s.def.all), lists: lists}
}

func (s *Session) tableMemo(it *Item) *tableMemo {
	m := &s.memo.items[it.index]
	if m.table == nil {
		m.table = &tableMemo{byRow: map[Row]*rowMemo{}, ready: make([]bool, len(it.Table.Columns))}
	}
	return m.table
}

func (tm *tableMemo) row(it *Item, id Row) *rowMemo {
	m := tm.byRow[id]
	if m == nil {
		m = &rowMemo{cells: make([]cellMemo, len(it.Table.Columns))}
		tm.byRow[id] = m
	}
	return m
}

// forget throws away what hangs on a change that was carried out.
func (s *Session) forget(c Change) {
	if c.Field == commaField {
		s.forgetAll() // what any amount of money reads as
		return
	}
	it := s.def.items[c.Field.Item]
	if it == nil {
		return
	}
	s.forgetCheck(it)
	switch {
	case c.Kind != Answered:
		tm := s.tableMemo(it)
		tm.made, tm.env = false, nil
		s.forgetAfter(s.def.graph.after[it.nodes.rows])
	case c.Field.Row != "":
		s.forgetCell(it, c.Field)
	case c.Field.Part == "":
		s.forgetAfter(s.def.graph.after[it.nodes.value])
	case c.Field.Part == Note && it.Table != nil && it.Table.shown:
		for _, rm := range s.tableMemo(it).byRow {
			rm.checked = false
		}
	case c.Field.Part == None && it.Table != nil:
		s.forgetAfter(s.def.graph.after[it.nodes.rows])
	}
}

func (s *Session) forgetCheck(it *Item) {
	s.memo.items[it.index].checked = false
	s.memo.joined = false
}

func (s *Session) forgetCell(it *Item, f Field) {
	if it.Table == nil {
		return
	}
	tm := s.tableMemo(it)
	rm := tm.row(it, f.Row)
	rm.checked = false
	c := it.Table.Column(f.Part)
	if c == nil {
		return // the row's note
	}
	if st := it.Table.Settles; st != nil && c.Name == st.Record {
		tm.made = false // whether the person may take the row out
	}
	was := rm.filled
	plan := &s.def.graph.cells[c.index]
	for _, x := range plan.row {
		tm.drop(rm, x)
	}
	rm.filled = unknown
	s.forgetAfter(plan.after)
	row, there := s.row(it, f.Row)
	if there && was != unknown && was == stateOf(s.filled(row)) {
		return
	}
	tm.env = nil
	s.forgetAfter(s.def.graph.after[it.nodes.rows])
}

// forgetAfter throws away everything in a set of nodes.
func (s *Session) forgetAfter(set bitset) {
	set.each(func(n int) {
		it := s.def.graph.all[n].it
		switch s.def.graph.all[n].kind {
		case valueNode:
			if it.parent != nil {
				s.tableMemo(it.parent).dropColumn(it)
				return
			}
			m := &s.memo.items[it.index]
			m.visible, m.known = unknown, false
		case rowsNode:
			tm := s.tableMemo(it)
			tm.made, tm.env = false, nil
		case checkNode:
			s.forgetCheck(it)
		case rowCheckNode:
			for _, rm := range s.tableMemo(it).byRow {
				rm.checked = false
			}
		}
	})
}

func (tm *tableMemo) dropColumn(c *Item) {
	for _, rm := range tm.byRow {
		tm.drop(rm, c)
		if c.Relevant != nil {
			rm.filled = unknown
		}
	}
}

func (tm *tableMemo) drop(rm *rowMemo, c *Item) {
	rm.cells[c.position] = cellMemo{}
	rm.keyed = false
	delete(rm.env, c.Name)
	tm.ready[c.position] = false
	tm.index.forget(c.Name)
}
