package form

import "github.com/expr-lang/expr/ast"

// part is what a ratio divides: an item or column, or with a table the column
// that is summed up. Nothing disbursed yet is no rate of 0 %: empty is not zero.
type part struct {
	it     *Item // the item, or the table
	summed *Item // the column of the table; nil: the item itself
}

// ratioParts finds the first arguments of ratio() that are a name, or the sum
// of a column: ratio(disbursed, available), ratio(sum(capital, .disbursed), …).
type ratioParts struct {
	scope scope
	parts []part
}

// Visit implements ast.Visitor.
func (r *ratioParts) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.CallNode)
	if !ok || len(n.Arguments) != 2 {
		return
	}
	if callee, ok := n.Callee.(*ast.IdentifierNode); !ok || callee.Value != fnRatio {
		return
	}
	switch arg := n.Arguments[0].(type) {
	case *ast.IdentifierNode:
		if it := r.scope.item(arg.Value); it != nil && it.Table == nil {
			r.parts = append(r.parts, part{it: it})
		}
	case *ast.BuiltinNode:
		if p, ok := r.sum(arg); ok {
			r.parts = append(r.parts, p)
		}
	}
}

// sum reads sum(table, .column). Over a filter nothing is asked: which rows it
// leaves is known only to expr.
func (r *ratioParts) sum(n *ast.BuiltinNode) (part, bool) {
	if n.Name != "sum" || len(n.Arguments) != 2 {
		return part{}, false
	}
	name, ok := n.Arguments[0].(*ast.IdentifierNode)
	if !ok {
		return part{}, false
	}
	table := r.scope.item(name.Value)
	if table == nil || table.Table == nil {
		return part{}, false
	}
	predicate, ok := n.Arguments[1].(*ast.PredicateNode)
	if !ok {
		return part{}, false
	}
	member, ok := predicate.Node.(*ast.MemberNode)
	if !ok {
		return part{}, false
	}
	column, ok := member.Property.(*ast.StringNode)
	if !ok {
		return part{}, false
	}
	summed := table.Table.Column(column.Value)
	return part{it: table, summed: summed}, summed != nil
}

// hasPart reports whether anything of what a ratio divides is there.
func (s *Session) hasPart(p part, row *TableRow) bool {
	if p.summed == nil {
		return s.has(p.it, row)
	}
	rows := s.Rows(p.it.Name)
	for i := range rows {
		if !s.cell(&rows[i], p.summed).IsZero() {
			return true
		}
	}
	return false
}
