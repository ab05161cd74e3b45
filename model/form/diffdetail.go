package form

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// details collects the properties that differ.
type details []Detail

func (b *details) text(key, was, is string, fate Fate) { b.named(key, "", was, is, fate) }

func (b *details) named(key, name, was, is string, fate Fate) {
	if was != is {
		*b = append(*b, Detail{Key: key, Name: name, Old: was, New: is, Fate: fate})
	}
}

// label compares a text language by language; what is new or gone is told in both.
func (b *details) label(key string, was, is Label) { b.namedLabel(key, "", was, is, Readable) }

func (b *details) namedLabel(key, name string, was, is Label, fate Fate) {
	for _, l := range []struct{ lang, was, is string }{{"vi", was.VI, is.VI}, {"en", was.EN, is.EN}} {
		if l.was != l.is {
			*b = append(*b, Detail{Key: key, Name: name, Lang: l.lang, Old: l.was, New: l.is, Fate: fate})
		}
	}
}

func (b *details) flag(key string, was, is bool) {
	if was != is {
		b.text(key, strconv.FormatBool(was), strconv.FormatBool(is), Readable)
	}
}

// count compares numbers of which 0 says that the form does not say.
func (b *details) count(key string, was, is int) {
	spelt := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	b.text(key, spelt(was), spelt(is), Readable)
}

func (b *details) words(key string, was, is []string, fate Fate) {
	b.text(key, strings.Join(was, ", "), strings.Join(is, ", "), fate)
}

func headDetails(was, is *Definition) []Detail {
	var b details
	b.label("title", was.Title, is.Title)
	b.text("programme", was.Programme, is.Programme, Reread) // the lists follow from it
	b.text("parent", was.Parent, is.Parent, Readable)
	b.text("valid_from", was.ValidFrom.ISO(), is.ValidFrom.ISO(), Readable)
	b.text("valid_to", was.ValidTo.ISO(), is.ValidTo.ISO(), Readable)
	b.text("basis", was.Basis, is.Basis, Readable)
	before, after := was.Outline().Head, is.Outline().Head
	for _, role := range interleave(slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after))) {
		b.named("head", role, before[role], after[role], Readable)
	}
	return b
}

// itemDetails compares two items of one name.
func itemDetails(was, is *Item) []Detail {
	var b details
	b.text("code", was.Code, is.Code, Readable)
	b.text("type", string(was.Kind), string(is.Kind), kindFate(was.Kind, is.Kind))
	b.label("label", was.Label, is.Label)
	b.label("hint", was.Hint, is.Hint)
	b.label("unit", was.Unit, is.Unit)
	b.text("basis", was.Basis, is.Basis, Readable)
	b.text("required", was.Required.text(), is.Required.text(), Readable)
	b.text("relevant", was.Relevant.text(), is.Relevant.text(), Readable)
	b.text("default", was.Default.text(), is.Default.text(), Readable)
	b.text("expect", was.Expect.text(), is.Expect.text(), Readable)
	computed := Readable
	if is.Computed() && !was.Computed() {
		computed = NoPlace // the calculation takes the place of the answer
	}
	b.text("calculation", was.Calculation.text(), is.Calculation.text(), computed)
	b.flag("readonly", was.Readonly, is.Readonly)
	b.flag("hidden", was.Hidden, is.Hidden)
	b.flag("unconfirmed", was.Unconfirmed, is.Unconfirmed)
	b.text("inherit", was.Inherit, is.Inherit, Readable)
	b.text("prior", was.Prior, is.Prior, Readable)
	b.text("form", was.Form, is.Form, Readable)
	b.flag("advance", was.Advance, is.Advance)
	b.flag("no_bulk", was.NoBulk, is.NoBulk)
	b.flag("identifies", was.Identifies, is.Identifies)
	b.count("width", was.Width, is.Width)
	b.count("max", was.Max, is.Max)
	b.text("list", was.List, is.List, Reread)
	b.text("list_filter", was.ListFilter.text(), is.ListFilter.text(), Reread)
	b.choices(was.Choices, is.Choices)
	b.constraints(was.Constraints, is.Constraints)
	if was.Table != nil && is.Table != nil {
		b.table(was.Table, is.Table)
	}
	return b
}

// kindFate is what another kind means for answers: cells have no place outside a
// table, a single answer has none in one, and records are counted, not answered.
func kindFate(was, is Kind) Fate {
	if was == KindTable || is == KindTable || is == KindRecords {
		return NoPlace
	}
	return Reread
}

// choices compares the form's own lists by code. A code that is gone cannot be
// read any more.
func (b *details) choices(was, is []Choice) {
	labels := func(list []Choice) (codes []string, byCode map[string]Label) {
		byCode = map[string]Label{}
		for _, c := range list {
			codes = append(codes, c.Code)
			byCode[c.Code] = c.Label
		}
		return codes, byCode
	}
	before, old := labels(was)
	after, next := labels(is)
	for _, code := range interleave(before, after) {
		fate := Readable
		if _, there := next[code]; !there {
			fate = Reread
		}
		b.namedLabel("choices", code, old[code], next[code], fate)
	}
}

// constraints compares rules by their ids. Of several with one id those that are
// the same word for word are the same, the rest are compared in their order.
func (b *details) constraints(was, is []Constraint) {
	gone := slices.DeleteFunc(slices.Clone(was), func(c Constraint) bool { return slices.ContainsFunc(is, c.same) })
	come := slices.DeleteFunc(slices.Clone(is), func(c Constraint) bool { return slices.ContainsFunc(was, c.same) })
	for _, c := range come {
		old := Constraint{}
		if i := slices.IndexFunc(gone, func(g Constraint) bool { return g.ID == c.ID }); i >= 0 {
			old = gone[i]
			gone = slices.Delete(gone, i, i+1)
		}
		b.constraint(old, c)
	}
	for _, g := range gone {
		b.constraint(g, Constraint{})
	}
}

func (b *details) constraint(was, is Constraint) {
	id := is.ID
	if is.Rule == nil {
		id = was.ID
	}
	b.named("constraints", id, was.Rule.text(), is.Rule.text(), Readable)
	if was.Rule == nil || is.Rule == nil {
		return // its message and the rest come and go with it
	}
	b.named("severity", id, string(was.Severity), string(is.Severity), Readable)
	b.namedLabel("message", id, was.Message, is.Message, Readable)
	b.namedLabel("finding", id, was.Finding, is.Finding, Readable)
	b.named("basis", id, was.Basis, is.Basis, Readable)
}

func (c Constraint) same(d Constraint) bool {
	return c.ID == d.ID && c.Rule.text() == d.Rule.text() && c.Severity == d.Severity && c.Message == d.Message && c.Finding == d.Finding && c.Basis == d.Basis
}

// table compares what is said of a table as a whole; its columns are compared
// each by itself.
func (b *details) table(was, is *Table) {
	b.words("columns", kept(was, is), kept(is, was), Readable)
	b.words("axes", axes(was), axes(is), NoPlace) // other axes spell the ids of their rows otherwise
	b.text("axis_where", was.AxisWhere.text(), is.AxisWhere.text(), NoPlace)
	b.fixed(was.Fixed, is.Fixed)
	b.flag("free", was.Free, is.Free)
	b.flag("may_be_none", was.MayBeNone, is.MayBeNone)
	b.count("min_rows", was.MinRows, is.MinRows)
	b.words("key", was.Key, is.Key, Readable)
	b.words("totals", was.Totals, is.Totals, Readable)
	b.text("facts", was.Facts.spelt(), is.Facts.spelt(), Readable)
	b.text("opens", was.Opens.spelt(), is.Opens.spelt(), Readable)
	b.text("settles", was.Settles.spelt(), is.Settles.spelt(), Readable)
}

// kept lists the columns of a table that another one has too, in their order.
func kept(t, other *Table) []string {
	return slices.DeleteFunc(namesOf(t.Columns), func(name string) bool { return other.Column(name) == nil })
}

func axes(t *Table) []string {
	list := make([]string, len(t.Axes))
	for i, a := range t.Axes {
		list[i] = a.Column
		if a.From != "" {
			list[i] += " ← " + a.From
		}
	}
	return list
}

// fixed compares the rows that the form brings. What stands in the cells of one
// that is gone has no place.
func (b *details) fixed(was, is []FixedRow) {
	byID := func(list []FixedRow) (ids []string, rows map[string]FixedRow) {
		rows = map[string]FixedRow{}
		for _, r := range list {
			ids = append(ids, string(r.ID))
			rows[string(r.ID)] = r
		}
		return ids, rows
	}
	before, old := byID(was)
	after, next := byID(is)
	for _, id := range interleave(before, after) {
		fate := Readable
		if _, there := next[id]; !there {
			fate = NoPlace
		}
		b.namedLabel("fixed", id, old[id].Label, next[id].Label, fate)
		b.named("values", id, spelt(old[id].Values), spelt(next[id].Values), fate)
	}
}

// spelt writes a mapping in a fixed order.
func spelt(m map[string]string) string {
	parts := make([]string, 0, len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		parts = append(parts, fmt.Sprintf("%s: %s", k, m[k]))
	}
	return strings.Join(parts, ", ")
}

func (f *Facts) spelt() string {
	if f == nil {
		return ""
	}
	return spelt(map[string]string{"year": f.Year, "project": f.Project, "kind": f.Kind, "source": f.Source, "measures": spelt(f.Measures)})
}

func (o *Opens) spelt() string {
	if o == nil {
		return ""
	}
	return spelt(map[string]string{"form": o.Form, "fill": spelt(o.Fill)})
}

func (st *Settles) spelt() string {
	if st == nil {
		return ""
	}
	return spelt(map[string]string{"form": st.Form, "record": st.Record, "show": spelt(st.Show), "fill": spelt(st.Fill)})
}
