package form

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker"
	"github.com/expr-lang/expr/checker/nature"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/optimizer"
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

	// reads are all items and columns that the rule reads.
	reads []read
	// needs are those that must have a value for the rule to say anything; what
	// stands inside answered() and zero(), and tables, are not among them.
	needs []*Item
	// asks are those inside answered().
	asks []*Item
	// given are the names it takes from the record and the catalogue.
	given []string
	// parts are what its ratios divide.
	parts []part

	// bounds are worked out when the rule is first broken.
	bounds boundsOnce
	// quotient is set when it is one ratio of names that are added and subtracted.
	quotient bool
}

// read is one item that a rule reads, and of a table the columns it looks at.
type read struct {
	it       *Item
	columns  []*Item
	narrowed bool // by an index
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
	case fnProvinceTotal:
		return types.TypeOf(func(year int) (int, error) { return 0, nil }), true
	}
	return nil, false
}

func ruleType(it *Item) types.Type {
	switch it.Kind {
	case KindInteger, KindMoney, KindTime, KindRecords:
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

// ruleCompiler compiles the rules of one form. What does not change from rule to rule
// is made once: expr would make it anew for each, which took a third of loading.
type ruleCompiler struct {
	base  conf.Config
	types map[*Item]types.Type
}

func newRuleCompiler() *ruleCompiler {
	c := conf.CreateNew()
	for _, option := range functions() {
		option(c)
	}
	c.Disabled["now"] = true // a rule reads no clock
	for name := range c.Disabled {
		delete(c.Builtins, name)
	}
	return &ruleCompiler{base: *c, types: map[*Item]types.Type{}}
}

// known is a type whose nature is worked out once, and not for each rule.
type known struct {
	types.Type
	nature nature.Nature
}

// Nature implements types.Type.
func (k known) Nature() nature.Nature { return k.nature }

func (rc *ruleCompiler) typeOf(it *Item) types.Type {
	if t, ok := rc.types[it]; ok {
		return t
	}
	t := ruleType(it)
	k := known{Type: t, nature: t.Nature()}
	rc.types[it] = k
	return k
}

// compile types a rule against the scope; result says what it must give.
func (rc *ruleCompiler) compile(ru *Rule, sc scope, result reflect.Kind) error {
	text := strings.TrimSpace(ru.Text)
	if text == "true" || text == "false" {
		b := text == "true"
		ru.fixed = &b
		if result == reflect.Bool {
			return nil // most rules of a form are the word true
		}
	}
	cfg := rc.base
	tree, err := parser.ParseWithConfig(text, &cfg)
	if err != nil {
		return ruleError(err)
	}
	uses := &usage{}
	ast.Walk(&tree.Node, uses)
	if uses.fault != "" {
		return errors.New(uses.fault)
	}
	env := types.Map{nameAnswered: types.TypeOf(map[string]bool(nil))}
	for _, id := range uses.order {
		if err := rc.resolve(ru, sc, id, uses, env); err != nil {
			return err
		}
	}
	ru.columnsOfTables(uses)
	ratios := &ratioParts{scope: sc}
	ast.Walk(&tree.Node, ratios)
	ru.parts = ratios.parts
	ru.quotient = quotientOfNames(tree.Node)
	cfg.Expect, cfg.ExpectAny = result, true
	cfg.Visitors = []ast.Visitor{rewriter{env}}
	cfg.WithEnv(env)
	if _, err = new(checker.Checker).PatchAndCheck(tree, &cfg); err != nil {
		return ruleError(err)
	}
	ru.narrowTables(tree)
	if err = optimizer.Optimize(&tree.Node, &cfg); err != nil {
		return ruleError(err)
	}
	if ru.prog, err = compiler.Compile(tree, &cfg); err != nil {
		return ruleError(err)
	}
	return nil
}

// resolve enters one name into the rule's environment and its lists.
func (rc *ruleCompiler) resolve(ru *Rule, sc scope, id *ast.IdentifierNode, uses *usage, env types.Map) error {
	name := id.Value
	switch {
	case uses.local[name] || uses.called[id]:
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
	env[name] = rc.typeOf(it)
	ru.reads = addRead(ru.reads, it)
	switch {
	case uses.asked[id]:
		ru.asks = addItem(ru.asks, it)
	case uses.zeroed[id]:
	case it.Kind == KindTable:
		if uses.loose[id] {
			uses.whole = true
		}
	default:
		ru.needs = addItem(ru.needs, it)
	}
	return nil
}

// narrowTables lets predicates that pick rows by equality use an index.
func (ru *Rule) narrowTables(tree *parser.Tree) {
	n := &narrower{tables: map[string]*Item{}, used: map[string]bool{}}
	for _, rd := range ru.reads {
		if rd.it.Table != nil {
			n.tables[rd.it.Name] = rd.it
		}
	}
	if len(n.tables) == 0 {
		return
	}
	ast.Walk(&tree.Node, n)
	for i, rd := range ru.reads {
		ru.reads[i].narrowed = n.used[rd.it.Name]
	}
}

// columnsOfTables notes which columns of the tables the rule looks at: those
// whose names it takes from rows, or all where a row is used as a whole.
func (ru *Rule) columnsOfTables(uses *usage) {
	for i, rd := range ru.reads {
		if rd.it.Table == nil {
			continue
		}
		for _, c := range rd.it.Table.Columns {
			if uses.takesWholeRows() || uses.members[c.Name] {
				ru.reads[i].columns = append(ru.reads[i].columns, c)
			}
		}
	}
}

func addName(list []string, name string) []string {
	if contains(list, name) {
		return list
	}
	return append(list, name)
}

func addItem(list []*Item, it *Item) []*Item {
	for _, x := range list {
		if x == it {
			return list
		}
	}
	return append(list, it)
}

func addRead(list []read, it *Item) []read {
	for _, x := range list {
		if x.it == it {
			return list
		}
	}
	return append(list, read{it: it})
}

// ruleError keeps the sentence of expr's error and leaves out its drawing.
func ruleError(err error) error {
	var fe *file.Error
	if errors.As(err, &fe) {
		return fmt.Errorf("%s, at its column %d", fe.Message, fe.Column+1)
	}
	return err
}

// resultOf says what a calculation or default of a kind must give.
func resultOf(k Kind) reflect.Kind {
	switch k {
	case KindInteger, KindMoney, KindTime:
		return reflect.Int
	case KindDecimal, KindPercent:
		return reflect.Float64
	case KindDate:
		return reflect.Struct
	case KindMany:
		return reflect.Slice
	case KindText, KindLongText, KindYesNo, KindYesNoNA, KindOne, KindLookup:
		return reflect.String
	case KindTable, KindRecords:
	}
	return reflect.Invalid
}
