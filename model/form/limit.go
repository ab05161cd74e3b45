package form

import (
	"cmp"
	"strings"
	"sync"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"

	"giamsat/model/vn"
)

// Relation says how an answer must stand to its limit.
type Relation string

// The relations of limits.
const (
	AtMost  Relation = "<="
	AtLeast Relation = ">="
	Below   Relation = "<"
	Above   Relation = ">"
	Exactly Relation = "=="
)

// Limit is what an answer would have to be for a rule to be met, everything else
// standing as it is.
type Limit struct {
	Relation Relation
	Value    Label // as people read it
	// Moment is set for days, times and years, which are early or late and not
	// little or much.
	Moment bool
	// Fixed is set where the limit stands in the rule itself: a message of the form
	// then mostly says it.
	Fixed bool
}

// bound is a comparison in a rule, solved for one of its items.
type bound struct {
	relation Relation
	rule     *Rule // what the item is held against
}

// boundsOnce keeps the comparisons of a rule: forms are shared by goroutines, and
// few of their rules are ever broken, so that they are looked for then.
type boundsOnce struct {
	once sync.Once
	list []bound
}

// limit is what an item may be under a rule that is not met: that of the first of
// the rule's comparisons that is not.
func (s *Session) limit(f Field, it *Item, c Constraint, row *TableRow) *Limit {
	now := s.value(it, row)
	for _, b := range s.def.boundsOf(it, c.Rule) {
		to, ok := s.boundary(it, b, row)
		if !ok || b.relation.holds(order(it.Kind, now, to)) {
			continue
		}
		if n, is := to.Int(); is && n < 0 && (b.relation == AtMost || b.relation == Below) {
			return nil // the others are wrong already, and no figure here puts that right
		}
		return &Limit{Relation: b.relation, Value: s.shownBoth(f, it, to), Fixed: len(b.rule.reads) == 0,
			Moment: it.Kind == KindDate || it.Kind == KindTime || it.Plain()}
	}
	return nil
}

// boundary works out what an item is held against.
func (s *Session) boundary(it *Item, b bound, row *TableRow) (Value, bool) {
	for _, other := range b.rule.needs {
		if !s.has(other, row) {
			return Value{}, false
		}
	}
	out, ok := s.run(b.rule, row, "")
	if !ok {
		return Value{}, false
	}
	v := fromGo(it.Kind, out)
	return v, !v.IsZero()
}

// order compares two values of a kind.
func order(k Kind, a, b Value) int {
	switch k {
	case KindDecimal, KindPercent:
		x, errX := vn.DecimalOf(a.Text())
		y, errY := vn.DecimalOf(b.Text())
		if errX == nil && errY == nil {
			return x.Compare(y)
		}
	case KindInteger, KindMoney, KindTime, KindRecords:
		x, _ := a.Int()
		y, _ := b.Int()
		return cmp.Compare(x, y)
	case KindText, KindLongText, KindDate, KindYesNo, KindYesNoNA, KindOne, KindMany, KindLookup, KindTable:
	}
	return strings.Compare(a.Text(), b.Text())
}

// holds reports whether a comparison's outcome meets the relation.
func (r Relation) holds(outcome int) bool {
	switch r {
	case AtMost:
		return outcome <= 0
	case AtLeast:
		return outcome >= 0
	case Below:
		return outcome < 0
	case Above:
		return outcome > 0
	case Exactly:
		return outcome == 0
	}
	return true
}

// turned is the relation with its sides changed.
func (r Relation) turned() Relation {
	switch r {
	case AtMost:
		return AtLeast
	case AtLeast:
		return AtMost
	case Below:
		return Above
	case Above:
		return Below
	case Exactly:
	}
	return r
}

// boundsOf are the comparisons of a rule that can be solved for an item. One that
// cannot be compiled by itself is no bound.
func (d *Definition) boundsOf(it *Item, ru *Rule) []bound {
	ru.bounds.once.Do(func() {
		if it.chosen() || it.Kind == KindText || it.Kind == KindLongText || it.Kind == KindTable {
			return
		}
		rc := newRuleCompiler()
		cfg := rc.base
		tree, err := parser.ParseWithConfig(strings.TrimSpace(ru.Text), &cfg)
		if err != nil {
			return // it was compiled when the form was loaded; what it is without bounds is nothing worse
		}
		sc := scope{items: d.items}
		if it.parent != nil {
			sc.columns = it.parent.Table.columns()
		}
		for _, c := range comparisons(tree.Node, it) {
			side := &Rule{Text: c.text, what: ru.what, line: ru.line, column: ru.column}
			if rc.compile(side, sc, resultOf(it.Kind)) == nil {
				ru.bounds.list = append(ru.bounds.list, bound{c.relation, side})
			}
		}
	})
	return ru.bounds.list
}

// comparison is a relation of an item to an expression.
type comparison struct {
	relation Relation
	text     string
}

// comparisons finds those of a rule whose truth would be enough, or is needed, for
// the rule to hold: what stands between "and" and "or", not what is negated.
func comparisons(node ast.Node, it *Item) []comparison {
	n, ok := node.(*ast.BinaryNode)
	if !ok {
		return nil
	}
	switch r := Relation(n.Operator); {
	case isAnd(n):
		return append(comparisons(n.Left, it), comparisons(n.Right, it)...)
	case n.Operator == "||" || n.Operator == "or":
		left, right := comparisons(n.Left, it), comparisons(n.Right, it)
		if len(left) > 0 && len(right) > 0 && !oneWay(append(left, right...)) {
			return nil // none, or three to seven: neither is what it must be
		}
		return append(alternative(n.Left, it), alternative(n.Right, it)...)
	case r == AtMost || r == AtLeast || r == Below || r == Above || r == Exactly:
		if c, ok := solve(r, n.Left, n.Right, it); ok {
			return []comparison{c}
		}
		if c, ok := solve(r.turned(), n.Right, n.Left, it); ok {
			return []comparison{c}
		}
	}
	return nil
}

// alternative are the comparisons of one side of an "or": one that is only a part
// of that side is not enough.
func alternative(node ast.Node, it *Item) []comparison {
	if n, ok := node.(*ast.BinaryNode); ok && isAnd(n) {
		return nil
	}
	return comparisons(node, it)
}

// oneWay reports whether comparisons all ask for more, or all for less.
func oneWay(list []comparison) bool {
	more, less := 0, 0
	for _, c := range list {
		switch c.relation {
		case AtLeast, Above:
			more++
		case AtMost, Below:
			less++
		case Exactly:
		}
	}
	return more == len(list) || less == len(list)
}

func isAnd(n *ast.BinaryNode) bool { return n.Operator == "&&" || n.Operator == "and" }

// solve brings everything but the item to the other side: the item stands alone,
// or is added once to others.
func solve(r Relation, left, right ast.Node, it *Item) (comparison, bool) {
	if mentions(right, it) {
		return comparison{}, false
	}
	terms := sum(left, false)
	text, found := right.String(), 0
	for _, t := range terms {
		switch {
		case isItem(t.node, it):
			if found++; t.minus {
				return comparison{}, false
			}
		case mentions(t.node, it):
			return comparison{}, false
		case t.minus:
			text = "(" + text + ") + (" + t.node.String() + ")"
		default:
			text = "(" + text + ") - (" + t.node.String() + ")"
		}
	}
	if found != 1 || len(terms) > 1 && !isFigure(it.Kind) {
		return comparison{}, false
	}
	return comparison{r, text}, true
}

// term is one part of a sum.
type term struct {
	node  ast.Node
	minus bool
}

func sum(node ast.Node, minus bool) []term {
	if n, ok := node.(*ast.BinaryNode); ok && (n.Operator == "+" || n.Operator == "-") {
		return append(sum(n.Left, minus), sum(n.Right, minus != (n.Operator == "-"))...)
	}
	return []term{{node, minus}}
}

// isItem reports whether a node is the item itself, or zero() of it.
func isItem(node ast.Node, it *Item) bool {
	switch n := node.(type) {
	case *ast.IdentifierNode:
		return n.Value == it.Name
	case *ast.CallNode:
		callee, ok := n.Callee.(*ast.IdentifierNode)
		return ok && callee.Value == fnZero && len(n.Arguments) == 1 && isItem(n.Arguments[0], it)
	}
	return false
}

// mentions reports whether an expression names an item anywhere.
func mentions(node ast.Node, it *Item) bool {
	m := &mention{name: it.Name}
	ast.Walk(&node, m)
	return m.found
}

type mention struct {
	name  string
	found bool
}

// Visit implements ast.Visitor.
func (m *mention) Visit(node *ast.Node) {
	if n, ok := (*node).(*ast.IdentifierNode); ok && n.Value == m.name {
		m.found = true
	}
}
