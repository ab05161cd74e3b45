package form

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/types"
	"github.com/expr-lang/expr/vm"
)

// Rule is one expression of a form file, compiled and typed when the form is
// loaded. Blank answers are read as 0, "" or an empty list; whether a rule is
// asked at all when something is blank depends on what it is for, see needs.
type Rule struct {
	Text string

	what         string // the key it stands under, for faults
	line, column int
	prog         *vm.Program
	fixed        *bool // the rule is the word true or false

	// needs are the names that must have a value for the rule to say anything;
	// names inside answered() and zero(), and tables, are not among them.
	needs []string
	// deps are all names the rule reads.
	deps []string
	// asks are the names inside answered().
	asks []string
	// given are the names it takes from the record and the catalogue.
	given []string
}

// scope is what a rule may name: the items of the form, and for a rule of a
// column also the columns of its table, which win.
type scope struct {
	items   map[string]*Item
	columns map[string]*Item
	choice  bool // a list filter: the name `choice` is the code of the entry
}

func (sc scope) item(name string) *Item {
	if it := sc.columns[name]; it != nil {
		return it
	}
	return sc.items[name]
}

// Names that rules have beside the items.
const (
	nameVisit    = "visit"    // the day of the visit
	nameProvince = "province" // the code of the unit's province
	nameChoice   = "choice"   // in a list filter
)

// given is the type of a name that the record or the catalogue gives.
func given(name string) (types.Type, bool) {
	switch name {
	case nameVisit:
		return types.TypeOf(time.Time{}), true
	case nameProvince, nameChoice:
		return types.String, true
	case fnAllows:
		return types.TypeOf(func(project, kind string) bool { return false }), true
	case fnBand:
		return types.TypeOf(func(year int) float64 { return 0 }), true
	case fnWorkdays:
		return types.TypeOf(func(from time.Time, n int) time.Time { return from }), true
	}
	return nil, false
}

func ruleType(it *Item) types.Type {
	switch it.Kind {
	case KindInteger, KindMoney, KindTime:
		return types.Int
	case KindDecimal, KindPercent:
		return types.Float64
	case KindDate:
		return types.TypeOf(time.Time{})
	case KindMany:
		return types.TypeOf([]string(nil))
	case KindText, KindLongText, KindYesNo, KindYesNoNA, KindOne, KindLookup:
		return types.String
	case KindTable:
		row := types.Map{}
		for _, c := range it.Table.Columns {
			row[c.Name] = ruleType(c)
		}
		return types.Array(row)
	}
	return types.Any
}

// compile types the rule against the scope; result says what it must give.
func (ru *Rule) compile(sc scope, result expr.Option) error {
	text := strings.TrimSpace(ru.Text)
	if text == "true" || text == "false" {
		b := text == "true"
		ru.fixed = &b
	}
	tree, err := parser.Parse(text)
	if err != nil {
		return ruleError(err)
	}
	uses := &usage{names: map[*ast.IdentifierNode]bool{}}
	ast.Walk(&tree.Node, uses)
	if uses.fault != "" {
		return errors.New(uses.fault)
	}
	env := types.Map{nameAnswered: types.TypeOf(map[string]bool(nil))}
	for _, id := range uses.order {
		if err := ru.resolve(sc, id, uses, env); err != nil {
			return err
		}
	}
	opts := append([]expr.Option{expr.Env(env), expr.Patch(asker{}), expr.Timezone("UTC")}, functions()...)
	if result != nil {
		opts = append(opts, result)
	}
	prog, err := expr.Compile(text, opts...)
	if err != nil {
		return ruleError(err)
	}
	ru.prog = prog
	return nil
}

// resolve enters one name into the rule's environment and its lists.
func (ru *Rule) resolve(sc scope, id *ast.IdentifierNode, uses *usage, env types.Map) error {
	name := id.Value
	switch {
	case uses.local[name] || isFunction(name):
		return nil
	case name != nameChoice || sc.choice:
		if t, ok := given(name); ok {
			env[name] = t
			ru.given = addName(ru.given, name)
			return nil
		}
	}
	it := sc.item(name)
	if it == nil {
		return fmt.Errorf("there is no item %q%s", name, nearest(name, sc))
	}
	env[name] = ruleType(it)
	ru.deps = addName(ru.deps, name)
	switch {
	case uses.asked[id]:
		ru.asks = addName(ru.asks, name)
	case uses.zeroed[id] || it.Kind == KindTable:
	default:
		ru.needs = addName(ru.needs, name)
	}
	return nil
}

func addName(list []string, name string) []string {
	if contains(list, name) {
		return list
	}
	return append(list, name)
}

// ruleError keeps the sentence of expr's error and leaves out its drawing.
func ruleError(err error) error {
	var fe *file.Error
	if errors.As(err, &fe) {
		return fmt.Errorf("%s, at its column %d", fe.Message, fe.Column+1)
	}
	return err
}

// usage walks a rule and notes which names it uses, and how.
type usage struct {
	names  map[*ast.IdentifierNode]bool
	order  []*ast.IdentifierNode
	asked  map[*ast.IdentifierNode]bool
	zeroed map[*ast.IdentifierNode]bool
	local  map[string]bool
	fault  string
}

// Visit implements ast.Visitor; children come before their parents.
func (u *usage) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		u.order = append(u.order, n)
	case *ast.VariableDeclaratorNode:
		if u.local == nil {
			u.local = map[string]bool{}
		}
		u.local[n.Name] = true
	case *ast.CallNode:
		callee, ok := n.Callee.(*ast.IdentifierNode)
		if !ok || callee.Value != fnAnswered && callee.Value != fnZero {
			return
		}
		arg := (*ast.IdentifierNode)(nil)
		if len(n.Arguments) == 1 {
			arg, _ = n.Arguments[0].(*ast.IdentifierNode)
		}
		if arg == nil {
			u.fault = callee.Value + "() takes the name of one item"
			return
		}
		u.mark(callee.Value, arg)
	}
}

func (u *usage) mark(fn string, arg *ast.IdentifierNode) {
	set := &u.asked
	if fn == fnZero {
		set = &u.zeroed
	}
	if *set == nil {
		*set = map[*ast.IdentifierNode]bool{}
	}
	(*set)[arg] = true
}

// asker turns answered(x) into a look-up of the name and zero(x) into x itself:
// both speak of the item, not of its value, which a function would be given.
type asker struct{}

const nameAnswered = "answered_"

// Visit implements ast.Visitor.
func (asker) Visit(node *ast.Node) {
	n, ok := (*node).(*ast.CallNode)
	if !ok {
		return
	}
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok || len(n.Arguments) != 1 {
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

// nearest proposes the name that was probably meant.
func nearest(name string, sc scope) string {
	best, dist := "", 3
	for _, set := range []map[string]*Item{sc.columns, sc.items} {
		for n := range set {
			if d := distance(name, n); d < dist || d == dist && best != "" && n < best {
				best, dist = n, d
			}
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// distance is Levenshtein's, over bytes: names are ASCII.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// resultOf says what a calculation or default of a kind must give.
func resultOf(k Kind) expr.Option {
	switch k {
	case KindInteger, KindMoney, KindTime:
		return expr.AsKind(reflect.Int)
	case KindDecimal, KindPercent:
		return expr.AsFloat64()
	case KindDate:
		return expr.AsKind(reflect.Struct)
	case KindMany:
		return expr.AsKind(reflect.Slice)
	case KindText, KindLongText, KindYesNo, KindYesNoNA, KindOne, KindLookup:
		return expr.AsKind(reflect.String)
	case KindTable:
	}
	return nil
}
