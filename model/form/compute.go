package form

import (
	"math"
	"strings"
	"time"

	"github.com/expr-lang/expr"

	"giamsat/model/vn"
)

// memo keeps what follows from the answers until one of them changes.
type memo struct {
	visible  map[string]bool
	computed map[string]Value
	cells    map[Field]Value
	rows     map[string][]TableRow
	rowAt    map[string]map[Row]int
	tables   map[string][]any
	problems []Problem
	ready    bool
	lists    map[string][]Choice // not forgotten
}

func (s *Session) forget() {
	s.memo = memo{
		visible: map[string]bool{}, computed: map[string]Value{}, cells: map[Field]Value{},
		rows: map[string][]TableRow{}, rowAt: map[string]map[Row]int{}, tables: map[string][]any{},
		lists: s.memo.lists,
	}
	if s.memo.lists == nil {
		s.memo.lists = map[string][]Choice{}
	}
}

// Visible reports whether an item is relevant now.
func (s *Session) Visible(item string) bool {
	it := s.def.items[item]
	return it != nil && s.relevant(it)
}

func (s *Session) relevant(it *Item) bool {
	if it.Relevant == nil {
		return true
	}
	if v, ok := s.memo.visible[it.Name]; ok {
		return v
	}
	v := s.holds(it.Relevant, nil)
	s.memo.visible[it.Name] = v
	return v
}

// CellVisible reports whether a column is relevant in a row.
func (s *Session) CellVisible(f Field) bool {
	row, ok := s.row(s.def.items[f.Item], f.Row)
	c := s.def.At(f)
	return ok && c != nil && s.columnRelevant(row, c)
}

func (s *Session) columnRelevant(row TableRow, c *Item) bool {
	return c.Relevant == nil || s.holds(c.Relevant, &row)
}

// shownField reports whether a field stands on the screen now; free rows that
// were taken out do not.
func (s *Session) shownField(f Field) bool {
	it := s.def.items[f.Item]
	if it == nil || !s.relevant(it) {
		return false
	}
	if f.Row == "" {
		return true
	}
	row, ok := s.row(it, f.Row)
	if !ok {
		return false
	}
	c := it.Table.Column(f.Part)
	return c == nil || s.columnRelevant(row, c)
}

// value is what rules see of an item: nothing of one that is not relevant.
func (s *Session) value(it *Item, row *TableRow) Value {
	if it.parent != nil {
		if row == nil {
			return Value{}
		}
		return s.cell(*row, it)
	}
	if !s.relevant(it) {
		return Value{}
	}
	if it.Computed() {
		return s.computed(it)
	}
	return s.answers[Field{Item: it.Name}].Value
}

func (s *Session) computed(it *Item) Value {
	if v, ok := s.memo.computed[it.Name]; ok {
		return v
	}
	v, _ := s.calculate(it.Calculation, it.Kind, nil)
	s.memo.computed[it.Name] = v
	return v
}

// cell is the value of a column in a row, as rules see it.
func (s *Session) cell(row TableRow, c *Item) Value {
	if a, ok := row.Locked[c.Name]; ok {
		return a.Value
	}
	f := Field{Item: row.table.Name, Row: row.ID, Part: c.Name}
	if !c.Computed() {
		if c.Relevant != nil && !s.columnRelevant(row, c) {
			return Value{}
		}
		return s.answers[f].Value
	}
	if v, ok := s.memo.cells[f]; ok {
		return v
	}
	v, _ := s.calculate(c.Calculation, c.Kind, &row)
	s.memo.cells[f] = v
	return v
}

// find resolves a name of a rule: a column of the row first, then an item.
func (s *Session) find(name string, row *TableRow) *Item {
	if row != nil {
		if c := row.table.Table.Column(name); c != nil {
			return c
		}
	}
	return s.def.items[name]
}

func (s *Session) has(name string, row *TableRow) bool {
	it := s.find(name, row)
	if it == nil {
		return false
	}
	if it.Kind == KindTable {
		return s.relevant(it) && (it.displayOnly() || s.None(it.Name) || s.filledRows(it) > 0)
	}
	return !s.value(it, row).IsZero()
}

// environment gives a rule what it reads, and nothing else.
func (s *Session) environment(ru *Rule, row *TableRow) map[string]any {
	env := make(map[string]any, len(ru.deps)+len(ru.given)+1)
	for _, name := range ru.deps {
		it := s.find(name, row)
		if it.Kind == KindTable {
			env[name] = s.tableEnv(it)
			continue
		}
		env[name] = goValue(it.Kind, s.value(it, row))
	}
	if len(ru.asks) > 0 {
		asked := make(map[string]bool, len(ru.asks))
		for _, name := range ru.asks {
			asked[name] = s.has(name, row)
		}
		env[nameAnswered] = asked
	}
	for _, name := range ru.given {
		switch name {
		case nameVisit:
			env[name] = s.set.Visit.Time()
		case nameProvince:
			env[name] = s.set.Province
		case fnAllows:
			env[name] = s.allows
		case fnBand:
			env[name] = s.band
		case fnWorkdays:
			env[name] = func(from time.Time, n int) time.Time {
				return s.set.Catalog.WorkingDaysAfter(vn.DateOf(from), n).Time()
			}
		}
	}
	return env
}

func (s *Session) tableEnv(it *Item) []any {
	if rows, ok := s.memo.tables[it.Name]; ok {
		return rows
	}
	rows := []any{}
	if s.relevant(it) {
		for _, r := range s.Rows(it.Name) {
			if !s.filled(r) && !it.displayOnly() {
				continue
			}
			m := make(map[string]any, len(it.Table.Columns))
			for _, c := range it.Table.Columns {
				m[c.Name] = goValue(c.Kind, s.cell(r, c))
			}
			rows = append(rows, m)
		}
	}
	s.memo.tables[it.Name] = rows
	return rows
}

// goValue turns a value into what rules calculate with; blank is the type's zero.
func goValue(k Kind, v Value) any {
	switch k {
	case KindInteger, KindMoney, KindTime:
		n, _ := v.Int()
		return int(n)
	case KindDecimal, KindPercent:
		d, err := vn.DecimalOf(v.Text())
		if err != nil {
			return 0.0
		}
		return d.Float64()
	case KindDate:
		d, err := vn.ParseISO(v.Text())
		if err != nil || d.IsZero() {
			return time.Time{}
		}
		return d.Time()
	case KindMany:
		return v.Codes()
	case KindText, KindLongText, KindYesNo, KindYesNoNA, KindOne, KindLookup, KindTable:
	}
	return v.Text()
}

// run evaluates a rule. Rules are typed when the form is loaded, and have no
// side effects; what can still fail (a list's element that is not there) makes
// the rule say nothing.
func (s *Session) run(ru *Rule, env map[string]any) (any, bool) {
	out, err := expr.Run(ru.prog, env)
	return out, err == nil
}

// holds asks a yes/no rule that reads blanks as they are.
func (s *Session) holds(ru *Rule, row *TableRow) bool {
	if ru == nil {
		return false
	}
	if ru.fixed != nil {
		return *ru.fixed
	}
	out, ok := s.run(ru, s.environment(ru, row))
	b, isBool := out.(bool)
	return ok && isBool && b
}

func (s *Session) keeps(ru *Rule, code string, row *TableRow) bool {
	env := s.environment(ru, row)
	env[nameChoice] = code
	out, ok := s.run(ru, env)
	b, isBool := out.(bool)
	return ok && isBool && b
}

// broken reports whether a constraint is not met. It is silent where a name it
// needs has no value.
func (s *Session) broken(c Constraint, row *TableRow) bool {
	for _, name := range c.Rule.needs {
		if !s.has(name, row) {
			return false
		}
	}
	return !s.holds(c.Rule, row)
}

// calculate works a rule out into a value of a kind. Blank numbers count as
// zero, but a figure needs at least one of the numbers or tables it is made
// from, and every date or text.
func (s *Session) calculate(ru *Rule, k Kind, row *TableRow) (Value, bool) {
	counts, some := false, false
	for _, name := range ru.deps {
		it := s.find(name, row)
		switch it.Kind {
		case KindInteger, KindMoney, KindTime, KindDecimal, KindPercent, KindTable:
			counts = true
			some = some || s.has(name, row)
		default:
			if contains(ru.needs, name) && !s.has(name, row) {
				return Value{}, false
			}
		}
	}
	if counts && !some {
		return Value{}, false
	}
	out, ok := s.run(ru, s.environment(ru, row))
	if !ok {
		return Value{}, false
	}
	v := fromGo(k, out)
	return v, !v.IsZero()
}

func fromGo(k Kind, out any) Value {
	switch out := out.(type) {
	case int:
		if k == KindPercent || k == KindDecimal {
			return percentValue(float64(out))
		}
		return Int(int64(out))
	case float64:
		if k == KindInteger || k == KindMoney || k == KindTime {
			if math.IsNaN(out) || math.Abs(out) > 9e18 {
				return Value{}
			}
			return Int(int64(math.Round(out)))
		}
		return percentValue(out)
	case time.Time:
		if out.IsZero() {
			return Value{}
		}
		return DateValue(vn.DateOf(out))
	case string:
		return Text(out)
	case []string:
		return Text(strings.Join(out, " "))
	case []any:
		codes := make([]string, 0, len(out))
		for _, o := range out {
			if c, ok := o.(string); ok {
				codes = append(codes, c)
			}
		}
		return Text(strings.Join(codes, " "))
	}
	return Value{}
}

func (s *Session) allows(project, kind string) bool {
	p, ok := s.set.Catalog.Project(s.def.Programme, project)
	return ok && contains(p.CapitalKinds, kind)
}

func (s *Session) band(year int) float64 {
	percent, _, _ := s.set.Catalog.CounterpartBand(s.set.Province, year)
	return float64(percent)
}
