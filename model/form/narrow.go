package form

import (
	"reflect"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// Rules of tables often pick rows by equality: filter(capital, .plan_year ==
// plan_year && .project == project). Asked for each row of another table, that
// walks sixty rows thirty times for one answer. So the rows that such a predicate
// goes through are first narrowed to those with these values, by an index. The
// predicate itself stays: narrowing changes how long a rule takes, never what it
// says.
const nameNarrow = "narrow_"

// indexName is the name under which a rule's environment has a table's index; no
// item can be called so.
func indexName(table string) string { return table + "@" }

// mostNarrow is how many columns an index has at most.
const mostNarrow = 4

// narrower puts the narrowing into a rule that has passed the type check.
type narrower struct {
	tables map[string]*Item
	used   map[string]bool // tables that are narrowed
}

// Visit implements ast.Visitor.
func (n *narrower) Visit(node *ast.Node) {
	call, ok := (*node).(*ast.BuiltinNode)
	if !ok || len(call.Arguments) != 2 || call.Name != "filter" && call.Name != "any" && call.Name != "count" {
		return
	}
	table, ok := call.Arguments[0].(*ast.IdentifierNode)
	predicate, isPredicate := call.Arguments[1].(*ast.PredicateNode)
	if !ok || !isPredicate || n.tables[table.Value] == nil {
		return
	}
	var columns []string
	var values []ast.Node
	for _, term := range leading(predicate.Node, nil) {
		column, value, ok := n.equality(term)
		if !ok || len(columns) == mostNarrow {
			break // what comes after may lean on what came before
		}
		columns, values = append(columns, column), append(values, value)
	}
	if len(columns) == 0 {
		return
	}
	anything := reflect.TypeFor[any]()
	callee := &ast.IdentifierNode{Value: nameNarrow}
	callee.SetType(reflect.TypeOf(narrow))
	index := &ast.IdentifierNode{Value: indexName(table.Value)}
	index.SetType(anything)
	names := &ast.StringNode{Value: strings.Join(columns, " ")}
	names.SetType(reflect.TypeFor[string]())
	narrowed := &ast.CallNode{Callee: callee, Arguments: append([]ast.Node{index, names}, values...)}
	narrowed.SetNature(*table.Nature())
	ast.Patch(&call.Arguments[0], narrowed)
	n.used[table.Value] = true
}

// leading lists the terms of a chain of "and", first to last.
func leading(node ast.Node, terms []ast.Node) []ast.Node {
	if and, ok := node.(*ast.BinaryNode); ok && (and.Operator == "&&" || and.Operator == "and") {
		return leading(and.Right, leading(and.Left, terms))
	}
	return append(terms, node)
}

// equality takes .column == value apart, where the value is a name or a written
// one, and a whole number or a text like the column.
func (n *narrower) equality(node ast.Node) (column string, value ast.Node, ok bool) {
	equal, ok := node.(*ast.BinaryNode)
	if !ok || equal.Operator != "==" {
		return "", nil, false
	}
	member, ok := equal.Left.(*ast.MemberNode)
	if !ok {
		return "", nil, false
	}
	pointer, isPointer := member.Node.(*ast.PointerNode)
	name, isName := member.Property.(*ast.StringNode)
	if !isPointer || pointer.Name != "" || !isName {
		return "", nil, false
	}
	kind := member.Type().Kind()
	if kind != reflect.Int && kind != reflect.String || equal.Right.Type().Kind() != kind {
		return "", nil, false
	}
	switch right := equal.Right.(type) {
	case *ast.IdentifierNode:
		twin := *right
		return name.Value, &twin, true
	case *ast.StringNode:
		twin := *right
		return name.Value, &twin, true
	case *ast.IntegerNode:
		twin := *right
		return name.Value, &twin, true
	}
	return "", nil, false
}

// rowIndex finds the rows of a table by the values of some columns.
type rowIndex struct {
	rows []any
	by   map[string]map[rowKey][]any // by the columns' names
}

type rowKey [mostNarrow]any

// narrow is the function that rules call: the index, the columns' names, and the
// values they must have.
func narrow(p ...any) (any, error) {
	ix, isIndex := p[0].(*rowIndex)
	names, isNames := p[1].(string)
	if !isIndex || !isNames {
		return nil, errBlank
	}
	var key rowKey
	copy(key[:], p[2:])
	found := ix.on(names)[key]
	if found == nil {
		return []any{}, nil
	}
	return found, nil
}

func (ix *rowIndex) on(names string) map[rowKey][]any {
	if m, ok := ix.by[names]; ok {
		return m
	}
	columns := strings.Fields(names)
	m := make(map[rowKey][]any, len(ix.rows))
	for _, row := range ix.rows {
		cells, ok := row.(map[string]any)
		if !ok {
			continue
		}
		var key rowKey
		for i, c := range columns {
			key[i] = cells[c]
		}
		m[key] = append(m[key], row)
	}
	if ix.by == nil {
		ix.by = map[string]map[rowKey][]any{}
	}
	ix.by[names] = m
	return m
}

// forget throws away the indexes that look at a column.
func (ix *rowIndex) forget(column string) {
	if ix == nil {
		return
	}
	for names := range ix.by {
		if contains(strings.Fields(names), column) {
			delete(ix.by, names)
		}
	}
}
