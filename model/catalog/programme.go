package catalog

import (
	"io/fs"
	"slices"
	"strings"

	"giamsat/model/vn"
)

// Programme is one version of a national target programme. Inspections pin its code for ever.
type Programme struct {
	Code     string // "GNBV-2021-2025"
	Version  string // the phase whose lists hold: "2021-2025"
	Name     string
	NameEN   string
	From, To vn.Date // the period the programme was approved for
	// Inspected is the last day on which inspections of it are expected: money left over is spent, and therefore
	// inspected, after the period. Zero means no later than To.
	Inspected vn.Date
	Decision  string // "90/QĐ-TTg, 18/01/2022"
	Basis     Basis
}

// Open reports whether an inspection of the programme may take place on day.
func (p Programme) Open(day vn.Date) bool {
	last := p.To
	if !p.Inspected.IsZero() {
		last = p.Inspected
	}
	return validOn(p.From, last, day)
}

// Applies says whether a project runs in the home province.
type Applies string

// A project that is not known to run or not to run is Unchecked: it is offered, and may be answered "not applicable".
const (
	Yes       Applies = "yes"
	No        Applies = "no"
	Unchecked Applies = "unchecked"
)

// Project is a project or sub-project of a programme.
type Project struct {
	Code         string // "DA7" or "DA7.TDA1"
	Parent       string // code of the project above, "" for a project
	Programme    string
	Name, NameEN string
	CapitalKinds []string // codes of the list capital_kinds
	LeadMinistry string   // as named when the programme was approved
	Applies      Applies  // in the home province
	// How well each is founded: quoted, derived, partial or memory.
	NameEvidence, CapitalEvidence, LeadEvidence string
	Sources                                     []string // public https addresses
}

type applyKey struct{ programme, project, province string }

// ProgrammesOn returns the programmes that may be inspected on day: first those whose period holds it, then those
// that ended and still have money to be inspected.
func (c *Catalog) ProgrammesOn(day vn.Date) []Programme {
	var current, ended []Programme
	for _, p := range c.t.programmes {
		switch {
		case validOn(p.From, p.To, day):
			current = append(current, p)
		case p.Open(day):
			ended = append(ended, p)
		}
	}
	return append(current, ended...)
}

// Programme returns the programme of a code.
func (c *Catalog) Programme(code string) (Programme, bool) {
	i := slices.IndexFunc(c.t.programmes, func(p Programme) bool { return p.Code == code })
	if i < 0 {
		return Programme{}, false
	}
	return c.t.programmes[i], true
}

// Projects returns the projects and sub-projects of a programme in tree order: each project before its sub-projects.
// A programme whose tree is not published has none.
func (c *Catalog) Projects(programme string) []Project {
	var found []Project
	for _, p := range c.t.projects {
		if p.Programme == programme {
			found = append(found, c.fromHome(p))
		}
	}
	return found
}

// Project returns one project of a programme.
func (c *Catalog) Project(programme, code string) (Project, bool) {
	p, ok := c.t.project(programme, code)
	if !ok {
		return Project{}, false
	}
	return c.fromHome(p), true
}

// ProjectLeaves returns what money is planned by: the sub-projects, and the projects that have none, in tree order.
func (c *Catalog) ProjectLeaves(programme string) []Project {
	all := c.Projects(programme)
	return slices.DeleteFunc(all, func(p Project) bool {
		return slices.ContainsFunc(c.t.projects, func(q Project) bool {
			return q.Programme == programme && q.Parent == p.Code
		})
	})
}

// fromHome fills in what depends on the home province, and copies the slices that a caller could change.
func (c *Catalog) fromHome(p Project) Project {
	p.CapitalKinds, p.Sources = slices.Clone(p.CapitalKinds), slices.Clone(p.Sources)
	p.Applies = Unchecked
	if a, ok := c.t.applies[applyKey{p.Programme, p.Code, c.home}]; ok {
		p.Applies = a
	}
	return p
}

func (t *tables) project(programme, code string) (Project, bool) {
	for _, p := range t.projects {
		if p.Programme == programme && p.Code == code {
			return p, true
		}
	}
	return Project{}, false
}

// programme reads a cell that names a programme, or nothing where that means every programme.
func (r row) programme(t *tables) string {
	code := r.text("programme")
	if code != "" && !slices.ContainsFunc(t.programmes, func(p Programme) bool { return p.Code == code }) {
		r.fail("programme %q is not in programmes.csv", code)
	}
	return code
}

func (t *tables) loadProgrammes(fsys fs.FS) error {
	columns := []string{"code", "version", "name_vi", "name_en", "valid_from", "valid_to", "inspected_to", "decision", "basis"}
	return readRows(fsys, "programmes.csv", columns, func(r row) {
		p := Programme{
			Code: r.code("code"), Version: r.need("version"), Name: r.need("name_vi"), NameEN: r.need("name_en"),
			Inspected: r.day("inspected_to"), Decision: r.need("decision"), Basis: r.basis(t),
		}
		p.From, p.To = r.span()
		if slices.ContainsFunc(t.programmes, func(q Programme) bool { return q.Code == p.Code }) {
			r.fail("programme %s stands twice", p.Code)
		}
		t.programmes = append(t.programmes, p)
	})
}

func (t *tables) loadProjects(fsys fs.FS) error {
	columns := []string{"programme", "code", "parent", "name_vi", "name_en", "capital_kinds", "lead_ministry",
		"name_evidence", "capital_evidence", "lead_evidence", "source"}
	return readRows(fsys, "projects.csv", columns, func(r row) {
		evidence := func(column string) string { return r.oneOf(column, "quoted", "derived", "partial", "memory") }
		p := Project{
			Programme: r.programme(t), Code: r.code("code"), Parent: r.text("parent"), Name: r.need("name_vi"),
			NameEN: r.need("name_en"), CapitalKinds: strings.Split(r.need("capital_kinds"), ";"),
			LeadMinistry: r.need("lead_ministry"), NameEvidence: evidence("name_evidence"),
			CapitalEvidence: evidence("capital_evidence"), LeadEvidence: evidence("lead_evidence"),
			Sources: strings.Fields(r.text("source")),
		}
		if _, twice := t.project(p.Programme, p.Code); twice {
			r.fail("project %s stands twice", p.Code)
		}
		if _, ok := t.project(p.Programme, p.Parent); p.Parent != "" && !ok {
			r.fail("parent %s of project %s does not stand above it", p.Parent, p.Code)
		}
		for _, kind := range p.CapitalKinds {
			if !t.hasCode("capital_kinds", p.Programme, kind) {
				r.fail("capital kind %q is not in the list capital_kinds of %s", kind, p.Programme)
			}
		}
		for _, s := range p.Sources {
			if !strings.HasPrefix(s, "https://") {
				r.fail("source %q is not an https address", s)
			}
		}
		t.projects = append(t.projects, p)
	})
}

func (t *tables) loadApplies(fsys fs.FS) error {
	t.applies = make(map[applyKey]Applies, 32)
	return readRows(fsys, "applies.csv", []string{"programme", "project", "province", "applies"}, func(r row) {
		key := applyKey{r.programme(t), r.code("project"), r.code("province")}
		if _, ok := t.project(key.programme, key.project); !ok {
			r.fail("project %s is not in projects.csv", key.project)
		}
		if len(t.unitsOf(key.province)) == 0 {
			r.fail("province %s is not in units.csv", key.province)
		}
		if _, twice := t.applies[key]; twice {
			r.fail("project %s stands twice for province %s", key.project, key.province)
		}
		t.applies[key] = Applies(r.oneOf("applies", string(Yes), string(No), string(Unchecked)))
	})
}
