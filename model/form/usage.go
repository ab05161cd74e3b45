package form

import (
	"time"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/types"
)

// usage walks a rule and notes which names it uses, and how.
type usage struct {
	order  []*ast.IdentifierNode
	called map[ast.Node]bool // names of functions: a column may be called year, too
	asked  map[ast.Node]bool // inside answered()
	zeroed map[ast.Node]bool // inside zero()
	local  map[string]bool   // names that the rule declares itself
	fault  string

	// What a rule looks at in the rows of tables: the columns it names, unless
	// rows go somewhere as a whole.
	members map[string]bool
	loose   map[ast.Node]bool // names and filters that no counting function has taken
	bare    map[ast.Node]bool // # without a column behind it
	whole   bool
}

// overRows tells expr's functions that take rows and look only at the columns
// that their predicate names.
func overRows(name string) bool {
	switch name {
	case "filter", "map", "count", "sum", "any", "all", "none", "one", "len":
		return true
	}
	return false
}

// Visit implements ast.Visitor; children come before their parents.
func (u *usage) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		u.order = append(u.order, n)
		mark(&u.loose, n)
	case *ast.VariableDeclaratorNode:
		if u.local == nil {
			u.local = map[string]bool{}
		}
		u.local[n.Name] = true
	case *ast.PointerNode:
		if n.Name == "" {
			mark(&u.bare, n)
		}
	case *ast.MemberNode:
		if name, ok := n.Property.(*ast.StringNode); ok {
			if u.members == nil {
				u.members = map[string]bool{}
			}
			u.members[name.Value] = true
			delete(u.bare, n.Node)
		}
	case *ast.BuiltinNode:
		if overRows(n.Name) && len(n.Arguments) > 0 {
			delete(u.loose, n.Arguments[0])
		}
		if n.Name == "filter" {
			mark(&u.loose, n)
		}
	case *ast.CallNode:
		u.call(n)
	}
}

func (u *usage) call(n *ast.CallNode) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		return
	}
	if isFunction(callee.Value) {
		mark(&u.called, callee)
	}
	if callee.Value != fnAnswered && callee.Value != fnZero {
		return
	}
	arg := (*ast.IdentifierNode)(nil)
	if len(n.Arguments) == 1 {
		arg, _ = n.Arguments[0].(*ast.IdentifierNode)
	}
	switch {
	case arg == nil:
		u.fault = callee.Value + "() takes the name of one item"
	case callee.Value == fnAnswered:
		mark(&u.asked, arg)
	default:
		mark(&u.zeroed, arg)
	}
}

func mark(set *map[ast.Node]bool, n ast.Node) {
	if *set == nil {
		*set = map[ast.Node]bool{}
	}
	(*set)[n] = true
}

func (u *usage) takesWholeRows() bool {
	if u.whole || len(u.bare) > 0 {
		return true
	}
	for n := range u.loose {
		if _, filter := n.(*ast.BuiltinNode); filter {
			return true
		}
	}
	return false
}

// rewriter turns answered(x) into a look-up of the name and zero(x) into x
// itself: both speak of the item, not of its value, which a function would be
// given. A division becomes a call that says nothing where the divisor is zero,
// a written day becomes that day, in UTC, and a function is called by its other
// name where the rule reads an item of the same name.
type rewriter struct {
	env types.Map
}

const (
	nameAnswered = "answered_"
	nameQuotient = "quotient_"
)

// Visit implements ast.Visitor.
func (rw rewriter) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BinaryNode:
		if n.Operator == "/" {
			ast.Patch(node, &ast.CallNode{Callee: &ast.IdentifierNode{Value: nameQuotient}, Arguments: []ast.Node{n.Left, n.Right}})
		}
	case *ast.BuiltinNode:
		if n.Name == "date" {
			patchDate(node, n)
		}
	case *ast.CallNode:
		callee, ok := n.Callee.(*ast.IdentifierNode)
		if !ok {
			return
		}
		if _, item := rw.env[callee.Value]; item && isFunction(callee.Value) {
			callee.Value = otherName(callee.Value)
		}
		if len(n.Arguments) != 1 {
			return
		}
		arg, ok := n.Arguments[0].(*ast.IdentifierNode)
		if !ok {
			return
		}
		switch callee.Value {
		case fnAnswered:
			ast.Patch(node, &ast.MemberNode{Node: &ast.IdentifierNode{Value: nameAnswered}, Property: &ast.StringNode{Value: arg.Value}})
		case fnZero:
			ast.Patch(node, &ast.IdentifierNode{Value: arg.Value})
		}
	}
}

func patchDate(node *ast.Node, n *ast.BuiltinNode) {
	if len(n.Arguments) == 1 {
		if text, ok := n.Arguments[0].(*ast.StringNode); ok {
			if day, err := time.Parse(time.DateOnly, text.Value); err == nil {
				ast.Patch(node, &ast.ConstantNode{Value: day})
				return
			}
		}
	}
	if len(n.Arguments) > 0 {
		if zone, ok := n.Arguments[0].(*ast.ConstantNode); ok && zone.Value == time.UTC {
			return // patched already
		}
	}
	ast.Patch(node, &ast.BuiltinNode{Name: n.Name, Arguments: append([]ast.Node{&ast.ConstantNode{Value: time.UTC}}, n.Arguments...)})
}
