package form

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"giamsat/model/catalog"
	"giamsat/model/vn"
)

// check makes sure that what was read hangs together, and compiles its rules.
func (r *reader) check(d *Definition, cat *catalog.Catalog) {
	codes, sections := map[string]bool{}, map[string]bool{}
	for i := range d.Sections {
		s := &d.Sections[i]
		if sections[s.Name] {
			r.fault(r.places["sections"], "the section %q stands twice in the form", s.Name)
		}
		sections[s.Name] = true
		for _, it := range s.Items {
			r.at(it).collect(d, it, codes)
		}
	}
	r.item = ""
	if !d.ValidTo.IsZero() && d.ValidTo.Before(d.ValidFrom) {
		r.fault(r.places["valid_to"], "valid_to lies before valid_from")
	}
	if _, ok := cat.Programme(d.Programme); !ok && d.Programme != "" {
		r.fault(r.places["programme"], "programme %q is not in the catalogue; write its code there, or any for all of them", d.Programme)
	}
	if len(r.faults) > 0 {
		return
	}
	d.sayUnsaid()
	r.checkSections(d)
	for _, it := range d.order {
		r.at(it).checkItem(d, it, scope{items: d.items}, cat)
	}
	r.item = ""
	r.checkHead(d)
	if len(r.faults) > 0 {
		return
	}
	var cyclic *Item
	if d.graph, cyclic = newGraph(d); cyclic != nil {
		r.at(cyclic).bad(cyclic, "its value or relevance hangs on itself; look at what its rules name")
	}
}

// at makes faults speak of an item.
func (r *reader) at(it *Item) *reader {
	r.item = it.Name
	if it.parent != nil {
		r.item = it.parent.Name + "." + it.Name
	}
	return r
}

func (r *reader) bad(it *Item, format string, args ...any) {
	r.fault(&yaml.Node{Line: it.line, Column: it.column}, format, args...)
}

func (r *reader) badRule(ru *Rule, format string, args ...any) {
	r.fault(&yaml.Node{Line: ru.line, Column: ru.column}, format, args...)
}

func (r *reader) collect(d *Definition, it *Item, codes map[string]bool) {
	if d.items[it.Name] != nil {
		r.bad(it, "the name %q stands twice in the form", it.Name)
	}
	if codes[it.Code] {
		r.bad(it, "the code %q stands twice in the form", it.Code)
	}
	r.checkName(it)
	codes[it.Code] = true
	d.items[it.Name] = it
	d.order = append(d.order, it)
	it.index = d.all
	d.all++
	if it.Table == nil {
		return
	}
	seen := map[string]bool{}
	for i, c := range it.Table.Columns {
		c.parent, c.Section, c.index, c.position = it, it.Section, d.all, i
		d.all++
		r.at(c).checkName(c)
		if seen[c.Name] {
			r.bad(c, "the column %q stands twice in the table", c.Name)
		}
		if c.Kind == KindTable || c.Kind == KindYesNoNA || c.Kind == KindRecords {
			r.bad(c, "a column cannot be of type %s", c.Kind)
		}
		if c.Default != nil {
			r.bad(c, "a column takes no default: an untouched row is an empty one")
		}
		seen[c.Name] = true
	}
	r.at(it)
}

// checkName keeps the words of the rule language free.
func (r *reader) checkName(it *Item) {
	_, reserved := given(it.Name)
	switch it.Name {
	case "and", "or", "not", "in", "let", "if", "else", "true", "false", "nil", "matches", "contains", "startsWith", "endsWith",
		fnAnswered, fnZero:
		reserved = true
	}
	if reserved {
		r.bad(it, "the name %q is a word of the rules; choose another", it.Name)
	}
}

func (r *reader) checkItem(d *Definition, it *Item, sc scope, cat *catalog.Catalog) {
	r.checkShape(d, it, cat)
	const isBool = reflect.Bool
	r.compile(it.Required, sc, isBool)
	r.compile(it.Relevant, sc, isBool)
	filter := sc
	filter.choice = true
	r.compile(it.ListFilter, filter, isBool)
	r.compile(it.Calculation, sc, resultOf(it.Kind))
	r.compile(it.Default, sc, resultOf(it.Kind))
	r.compile(it.Expect, sc, resultOf(it.Kind))
	for _, c := range it.Constraints {
		r.compile(c.Rule, sc, isBool)
		for _, text := range c.texts() {
			r.placeholders(text, it, sc, c.Rule)
		}
	}
	if it.Table != nil {
		r.checkTable(d, it, cat)
	}
}

func (r *reader) compile(ru *Rule, sc scope, result reflect.Kind) {
	if ru == nil {
		return
	}
	if err := r.rules.compile(ru, sc, result); err != nil {
		r.badRule(ru, "%s: %s", ru.what, err)
	}
}

// placeholders makes sure that {names} in a message are items in scope.
func (r *reader) placeholders(text string, it *Item, sc scope, ru *Rule) {
	for _, name := range placeholderNames(text) {
		if sc.item(name) == nil {
			r.badRule(ru, "the message names {%s}, which is no item%s", name, nearest(name, sc))
		}
	}
}

func placeholderNames(text string) []string {
	var names []string
	for {
		i := strings.IndexByte(text, '{')
		if i < 0 {
			return names
		}
		j := strings.IndexByte(text[i:], '}')
		if j < 0 {
			return names
		}
		names = append(names, text[i+1:i+j])
		text = text[i+j+1:]
	}
}

func (r *reader) checkShape(d *Definition, it *Item, cat *catalog.Catalog) {
	switch it.Kind {
	case KindOne, KindMany, KindLookup:
		r.checkChoices(d, it, cat)
	case KindTable:
		if it.Table == nil {
			r.bad(it, "a table needs the key \"table\", or unconfirmed: true while its columns are not known")
		}
	case KindRecords:
		r.checkRecords(it)
	default:
		if len(it.Choices) > 0 || it.List != "" {
			r.bad(it, "type %s takes no choices", it.Kind)
		}
	}
	if it.Kind != KindTable && it.Table != nil {
		r.bad(it, "type %s takes no table", it.Kind)
	}
	if it.Expect != nil && it.Kind != KindMoney {
		r.bad(it, "expect is for money only")
	}
	if it.Computed() && (it.Required != nil || it.Default != nil || it.Readonly) {
		r.bad(it, "a computed item takes no required, default or readonly")
	}
	r.checkFilled(it)
	r.checkIdentifies(it)
	for _, l := range []Label{it.Label, it.Hint, it.Unit} {
		if !utf8.ValidString(l.VI) || vn.NFC(l.VI) != l.VI || vn.NFC(l.EN) != l.EN {
			r.bad(it, "texts must be in composed Unicode (NFC)")
		}
	}
}

func (r *reader) checkChoices(d *Definition, it *Item, cat *catalog.Catalog) {
	if (len(it.Choices) > 0) == (it.List != "") {
		r.bad(it, "type %s needs either choices or a list", it.Kind)
		return
	}
	seen := map[string]bool{}
	for _, c := range it.Choices {
		if seen[c.Code] {
			r.bad(it, "the choice %q stands twice", c.Code)
		}
		seen[c.Code] = true
	}
	if it.List == "" || it.List == listUnits {
		return
	}
	if _, err := cat.List(it.List, d.Programme, d.ValidFrom); err != nil {
		r.bad(it, "list %q: %s", it.List, err)
	}
}

func (r *reader) checkTable(d *Definition, it *Item, cat *catalog.Catalog) {
	t := it.Table
	sc := scope{items: d.items, columns: t.columns()}
	for _, c := range t.Columns {
		r.at(c).checkItem(d, c, sc, cat)
		if d.items[c.Name] != nil {
			r.bad(c, "the column has the name of an item of the form; choose another")
		}
	}
	r.at(it)
	r.checkAxisWhere(t, sc)
	for _, a := range t.Axes {
		c := sc.columns[a.Column]
		if c == nil || c.Kind != KindOne && c.Kind != KindLookup && c.Kind != KindInteger {
			r.bad(it, "axis %q must be a column of type one, lookup or integer", a.Column)
		}
		if a.From == "" && c != nil && c.Kind == KindInteger {
			r.bad(it, "axis %q is a number and needs the key from", a.Column)
		}
		if from := d.items[a.From]; a.From != "" && (from == nil || from.Kind != KindMany) {
			r.bad(it, "axis %q takes its values from %q, which must be an item of type many", a.Column, a.From)
		}
	}
	for _, name := range t.Totals {
		if c := sc.columns[name]; c == nil || c.Kind != KindInteger && c.Kind != KindMoney {
			r.bad(it, "totals: %q must be a column of type integer or money", name)
		}
	}
	for _, name := range t.Key {
		if sc.columns[name] == nil {
			r.bad(it, "key: there is no column %q", name)
		}
	}
	t.shown, t.visible = t.onlyShown(), t.notHidden()
	r.checkFixed(it, sc)
	r.checkFacts(it, sc)
	r.checkFollowed(it, sc)
}

// checkAxisWhere lets the rule see of the row what makes it, and no more: whether
// a row is there cannot hang on what was typed into it.
func (r *reader) checkAxisWhere(t *Table, sc scope) {
	if t.AxisWhere == nil {
		return
	}
	r.compile(t.AxisWhere, sc, reflect.Bool)
	for _, rd := range t.AxisWhere.reads {
		if rd.it.parent != nil && !t.givenBy(rd.it.Name) {
			r.badRule(t.AxisWhere, "axis_where may name items and the columns of axes; %q is neither", rd.it.Name)
		}
	}
}

func (r *reader) checkFixed(it *Item, sc scope) {
	seen := map[Row]bool{}
	for _, f := range it.Table.Fixed {
		if f.ID == "" || seen[f.ID] || strings.ContainsAny(string(f.ID), "[]") {
			r.bad(it, "fixed row %q needs an id of its own, without brackets", f.ID)
		}
		seen[f.ID] = true
		for name := range f.Values {
			c := sc.columns[name]
			switch {
			case c == nil || c.Computed():
				r.bad(it, "fixed row %q: there is no column %q that takes a value", f.ID, name)
			case len(c.Choices) > 0:
				if _, ok := codeIn(c.Choices, f.Values[name]); !ok {
					r.bad(it, "fixed row %q: %q is no choice of column %q", f.ID, f.Values[name], name)
				}
			}
		}
	}
}

func (r *reader) checkFacts(it *Item, sc scope) {
	f := it.Table.Facts
	if f == nil {
		return
	}
	for _, name := range []string{f.Year, f.Project, f.Kind, f.Source} {
		if sc.columns[name] == nil {
			r.bad(it, "facts: there is no column %q", name)
		}
	}
	for name := range f.Measures {
		if c := sc.columns[name]; c == nil || c.Kind != KindMoney {
			r.bad(it, "facts: %q must be a column of type money", name)
		}
	}
}

// onlyShown reports whether nothing can be typed into the table.
func (t *Table) onlyShown() bool {
	if t.Free {
		return false
	}
	for _, c := range t.Columns {
		if !c.Computed() && !t.givenBy(c.Name) {
			return false
		}
	}
	return true
}

// givenBy reports whether an axis, or every fixed row, gives a column its value.
func (t *Table) givenBy(column string) bool {
	for _, a := range t.Axes {
		if a.Column == column {
			return true
		}
	}
	for _, f := range t.Fixed {
		if f.Values[column] == "" {
			return false
		}
	}
	return len(t.Fixed) > 0
}

func (t *Table) columns() map[string]*Item {
	m := make(map[string]*Item, len(t.Columns))
	for _, c := range t.Columns {
		m[c.Name] = c
	}
	return m
}

// Column finds a column by its name; nil when there is none.
func (t *Table) Column(name string) *Item {
	for _, c := range t.Columns {
		if c.Name == name {
			return c
		}
	}
	return nil
}
