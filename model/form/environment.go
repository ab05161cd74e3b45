package form

import (
	"math"
	"strings"
	"time"

	"giamsat/model/vn"
)

// run evaluates a rule; choice is the code that a list filter asks about. Rules
// are typed when the form is loaded and have no side effects; one that cannot be
// worked out (a division by zero, an element that is not there) says nothing.
func (s *Session) run(ru *Rule, row *TableRow, choice string) (any, bool) {
	env := s.environment(ru, row)
	if choice != "" {
		env[nameChoice] = choice
	}
	out, err := s.machine.Run(ru.prog, env)
	clear(env)
	s.spare = append(s.spare, env)
	return out, err == nil
}

// ask evaluates a yes/no rule.
func (s *Session) ask(ru *Rule, row *TableRow, choice string) (holds, ok bool) {
	out, ran := s.run(ru, row, choice)
	b, isBool := out.(bool)
	return b, ran && isBool
}

// environment gives a rule what it reads, and nothing else. Working out what it
// reads may run other rules, each with an environment of its own.
func (s *Session) environment(ru *Rule, row *TableRow) map[string]any {
	var env map[string]any
	if n := len(s.spare); n > 0 {
		env, s.spare = s.spare[n-1], s.spare[:n-1]
	} else {
		env = make(map[string]any, 8)
	}
	for _, rd := range ru.reads {
		if rd.it.Table != nil {
			env[rd.it.Name] = s.tableEnv(rd)
			if rd.narrowed {
				env[indexName(rd.it.Name)] = s.tableIndex(rd.it)
			}
			continue
		}
		env[rd.it.Name] = goValue(rd.it.Kind, s.value(rd.it, row))
	}
	if len(ru.asks) > 0 {
		asked := make(map[string]bool, len(ru.asks))
		for _, it := range ru.asks {
			asked[it.Name] = s.has(it, row)
		}
		env[nameAnswered] = asked
	}
	for _, name := range ru.given {
		switch name {
		case nameVisit:
			env[name] = goValue(KindDate, DateValue(s.set.Visit))
		case nameProvince:
			env[name] = s.set.Province
		case fnAllows:
			env[name] = s.allows
		case fnBand:
			env[name] = s.band
		case fnWorkdays:
			env[name] = s.workdays
		case fnProvinceTotal:
			env[name] = s.provinceTotal
		}
	}
	return env
}

// tableEnv is a table as rules read it: its rows with an answer, each with the
// columns that the rule looks at and those that rules before it did.
func (s *Session) tableEnv(rd read) []any {
	if !s.relevant(rd.it) {
		return []any{}
	}
	rows := s.Rows(rd.it.Name)
	tm := s.tableMemo(rd.it)
	if tm.env == nil {
		env := make([]any, 0, len(rows))
		for i := range rows {
			if !rd.it.Table.shown && !s.filled(&rows[i]) {
				continue
			}
			if rows[i].memo.env == nil {
				rows[i].memo.env = make(map[string]any, len(rd.it.Table.Columns))
			}
			env = append(env, rows[i].memo.env)
		}
		tm.env = env
		tm.index = nil
		clear(tm.ready)
	}
	for _, c := range rd.columns {
		if tm.ready[c.position] {
			continue
		}
		for i := range rows {
			m := rows[i].memo
			if m.env == nil || !rd.it.Table.shown && !s.filled(&rows[i]) {
				continue
			}
			if _, there := m.env[c.Name]; !there {
				m.env[c.Name] = goValue(c.Kind, s.cell(&rows[i], c))
			}
		}
		tm.ready[c.position] = true
	}
	return tm.env
}

// tableIndex finds the rows of tableEnv by their values.
func (s *Session) tableIndex(it *Item) *rowIndex {
	if !s.relevant(it) {
		return &rowIndex{}
	}
	tm := s.tableMemo(it)
	if tm.index == nil {
		tm.index = &rowIndex{rows: tm.env}
	}
	return tm.index
}

// goValue turns a value into what rules calculate with; blank is the type's zero.
func goValue(k Kind, v Value) any {
	switch k {
	case KindInteger, KindMoney, KindTime, KindRecords:
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

// fromGo is the value of a calculation's result. Beyond what a figure can be, no
// figure is better than a wrong one.
func fromGo(k Kind, out any) Value {
	switch out := out.(type) {
	case int:
		return fromNumber(k, float64(out), int64(out))
	case float64:
		return fromNumber(k, out, int64(math.Round(min(max(out, -maxFigure), maxFigure))))
	case time.Time:
		if out.IsZero() {
			return Value{}
		}
		return DateValue(vn.DateOf(out))
	case string:
		if k == KindLongText {
			return Text(vn.CleanText(out))
		}
		return Text(vn.CleanLine(out))
	case []string:
		return codesValue(out)
	case []any:
		codes := make([]string, 0, len(out))
		for _, o := range out {
			if c, ok := o.(string); ok {
				codes = append(codes, c)
			}
		}
		return codesValue(codes)
	}
	return Value{}
}

func codesValue(codes []string) Value {
	return Text(strings.Join(strings.Fields(strings.Join(codes, " ")), " "))
}

// maxFigure bounds computed figures, far beyond any sum of what can be typed.
const maxFigure = 1e18

func fromNumber(k Kind, x float64, whole int64) Value {
	if math.IsNaN(x) || math.Abs(x) >= maxFigure {
		return Value{}
	}
	switch k {
	case KindDecimal:
		return rounded(x, 6)
	case KindPercent:
		return rounded(x, 2) // half-up, as rule N6 has it
	}
	return Int(whole)
}

// rounded is a decimal with at most so many places, halves away from zero.
func rounded(x float64, places int) Value {
	scaled := math.Round(x * math.Pow10(places))
	if math.IsNaN(scaled) || math.Abs(scaled) >= maxFigure {
		return Value{}
	}
	d, ok := vn.NewDecimal(int64(scaled), places)
	if !ok {
		return Value{}
	}
	return Text(d.String())
}

func (s *Session) allows(project, kind string) bool {
	p, ok := s.set.Catalog.Project(s.Programme(), project)
	return ok && contains(p.CapitalKinds, kind)
}

func (s *Session) band(year int) float64 {
	percent, _, _ := s.set.Catalog.CounterpartBand(s.set.Province, year)
	return float64(percent)
}

// provinceTotal has no answer, and ends the rule, where no total is published.
func (s *Session) provinceTotal(year int) (int, error) {
	total, ok := s.set.Catalog.ProvinceTotal(s.Programme(), s.set.Province, year)
	if !ok {
		return 0, errBlank
	}
	return int(total), nil
}

func (s *Session) workdays(from time.Time, n int) time.Time {
	if from.IsZero() {
		return from
	}
	return s.set.Catalog.WorkingDaysAfter(vn.DateOf(from), n).Time()
}
