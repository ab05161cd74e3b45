package whole

import (
	"fmt"
	"maps"
	"testing"

	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/model/vn"
)

// planner plans the records of a round. Each has a session of its own beside the
// program's, which knows what the program should know: no screen is asked.
type planner struct {
	t     *testing.T
	cat   *catalog.Catalog
	forms *form.Library
	made  int
}

func newPlanner(t *testing.T) *planner {
	t.Helper()
	cat, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := form.OpenLibrary(cat, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &planner{t: t, cat: cat, forms: forms}
}

// unit finds a unit by its whole name on a day.
func (p *planner) unit(name string, day vn.Date) catalog.Unit {
	p.t.Helper()
	for _, u := range p.cat.FindUnits(name, day, 5) {
		if u.FullName == name {
			return u
		}
	}
	p.t.Fatalf("no %s on %s", name, day)
	return catalog.Unit{}
}

// wanted is what a record of a round shall hold.
type wanted struct {
	kind    string
	day     vn.Date
	unit    catalog.UnitKey
	round   string
	parent  *visitor // the record it belongs to; nil: none
	answers map[string]meant
	tables  map[string]rows
	brought map[string][]map[string]string // rows that the program brings, by table
}

// session is the mirror of a record just begun.
func (p *planner) session(w wanted) *form.Session {
	p.t.Helper()
	const programme = "GNBV-2021-2025"
	def, err := p.forms.For(w.kind, programme, w.day)
	if err != nil {
		p.t.Fatal(err)
	}
	s := form.NewSession(def, form.Record{}, form.Setting{Catalog: p.cat, Visit: w.day, Province: catalog.HomeProvince, Programme: programme,
		NewRow: func() form.Row { p.made++; return form.Row(fmt.Sprintf("made-%d", p.made)) }})
	if w.parent != nil {
		s.Inherit(w.parent.s, true)
	}
	known := []form.FieldText{
		{Field: form.Field{Item: "unit"}, Raw: w.unit.String()}, {Field: form.Field{Item: "visit_date"}, Raw: w.day.String()},
		{Field: form.Field{Item: "round"}, Raw: w.round}, {Field: form.Field{Item: "projects"}, Raw: projects},
		{Field: form.Field{Item: "programme"}, Raw: programme},
	}
	if w.parent == nil {
		known = append(known, form.FieldText{Field: form.Field{Item: "projects_in_scope"}, Raw: projects})
	}
	s.Begin(known)
	for table, list := range w.brought {
		s.Bring(table, list)
	}
	return s
}

// plan plans a record from its first field to its last.
func (p *planner) plan(w wanted) *visitor {
	p.t.Helper()
	v := &visitor{t: p.t, answers: w.answers, tables: w.tables, kinds: map[form.Kind]int{}, opened: map[string]bool{}, s: p.session(w)}
	for ok := v.enter(0); ok; {
		ok = v.item()
	}
	return v
}

// sound wants a plan to leave nothing that stands against completing.
func (v *visitor) sound(name string) *visitor {
	v.t.Helper()
	for _, prob := range v.s.Problems() {
		if prob.Severity == form.Stop || prob.Code == form.NoReason {
			v.t.Errorf("the plan of %s leaves %s %s %v: %s", name, prob.Field, prob.Code, prob.Err, prob.Text.VI)
		}
	}
	if v.t.Failed() {
		v.t.FailNow()
	}
	return v
}

// with are answers with others in their place.
func with(base map[string]meant, more map[string]meant) map[string]meant {
	all := maps.Clone(base)
	maps.Copy(all, more)
	return all
}

func withTables(base map[string]rows, more map[string]rows) map[string]rows {
	all := maps.Clone(base)
	maps.Copy(all, more)
	return all
}
