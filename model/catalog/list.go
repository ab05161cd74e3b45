package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"giamsat/model/vn"
)

// ErrUnknownList is what List's error wraps when there is no list of that name, so that a form's lint can say so.
var ErrUnknownList = errors.New("unknown list")

// ErrUnknownProgramme is what List's error wraps when there is no programme of that code.
var ErrUnknownProgramme = errors.New("unknown programme")

// Choice is one entry of a list: what a form stores (Code) and what people read (VI, EN).
type Choice struct {
	Code      string
	Parent    string // code of the entry it belongs under, "" at the top
	VI, EN    string
	From, To  vn.Date // days on which it may be chosen; zero is open
	Programme string  // the only programme it belongs to, "" for all
	Basis     Basis   // "" for entries derived from units and projects, which carry their own evidence
	folded    string
}

// Matches reports whether every word of the query is in the entry's code or labels, without accents, in any order.
func (ch Choice) Matches(query string) bool { return vn.Match(ch.folded, query) }

// derivedLists are the lists that are not written down but follow from units, programmes and projects.
// Codes of units in them are unit keys ("18073@2025-07-01"), since a bare code is re-used.
var derivedLists = []string{"communes", "districts", "former_districts", "programmes", "project_leaves",
	"project_leaves_here", "projects", "projects_here", "provinces", "units"}

// Lists returns the names that List knows, sorted.
func (c *Catalog) Lists() []string {
	names := slices.Concat(derivedLists, c.t.listNames)
	slices.Sort(names)
	return names
}

// List returns the entries of a list that may be chosen on day within a programme, in the order to show them. It is
// the one door for the choice lists that form files name.
//
// An empty programme means any, a zero day means any day; an entry that then stands twice is given once, as it was
// first. Projects, units and programmes are lists too: "projects" and "project_leaves" are those of the programme,
// with the ending "_here" only those not known to be absent from the home province; "provinces", "districts",
// "communes" and "units" (the last two levels) are those in force on day in the home province, "former_districts" the
// districts that ended before it; "programmes" are those that may be inspected on day.
func (c *Catalog) List(name, programme string, day vn.Date) ([]Choice, error) {
	if _, ok := c.Programme(programme); programme != "" && !ok {
		return nil, fmt.Errorf("list %s: %w %q", name, ErrUnknownProgramme, programme)
	}
	switch name {
	case "projects", "projects_here", "project_leaves", "project_leaves_here":
		return c.projectChoices(name, programme), nil
	case "programmes":
		return c.programmeChoices(day), nil
	case "provinces":
		return c.unitChoices(func(u Unit) bool { return u.Level() == Province && onDay(u.Key.From, u.To, day) }), nil
	case "districts", "communes", "units", "former_districts":
		return c.unitChoices(func(u Unit) bool {
			return u.Province == c.home && belongs(name, u.Level(), onDay(u.Key.From, u.To, day),
				!u.To.IsZero() && (day.IsZero() || u.To.Before(day)))
		}), nil
	}
	span, ok := c.t.lists[name]
	if !ok {
		return nil, fmt.Errorf("%w %q", ErrUnknownList, name)
	}
	c.t.foldEntries()
	var found []Choice
	for _, e := range c.t.entries[span[0]:span[1]] {
		if !onDay(e.From, e.To, day) || programme != "" && e.Programme != "" && e.Programme != programme {
			continue
		}
		if !slices.ContainsFunc(found, func(f Choice) bool { return f.Code == e.Code }) {
			found = append(found, e)
		}
	}
	return found, nil
}

// Choice returns the entry that a record's stored code meant, whatever the day: old records show entries that can no
// longer be chosen.
func (c *Catalog) Choice(name, programme, code string) (Choice, bool) {
	entries, err := c.List(name, programme, vn.Date{})
	if err != nil {
		return Choice{}, false
	}
	i := slices.IndexFunc(entries, func(ch Choice) bool { return ch.Code == code })
	if i < 0 {
		return Choice{}, false
	}
	return entries[i], true
}

// onDay is validOn where a zero day means any.
func onDay(from, to, day vn.Date) bool { return day.IsZero() || validOn(from, to, day) }

// belongs says whether a unit of the home province belongs to one of the lists of units.
func belongs(list string, level Level, inForce, ended bool) bool {
	switch list {
	case "districts":
		return level == District && inForce
	case "communes":
		return level == Commune && inForce
	case "units":
		return level != Province && inForce
	case "former_districts":
		return level == District && ended
	}
	return false
}

func (c *Catalog) unitChoices(keep func(Unit) bool) []Choice {
	var found []Choice
	for _, e := range c.t.nameIndex() {
		if u := e.unit; keep(u) {
			ch := Choice{Code: u.Key.String(), VI: u.FullName, EN: u.englishName(), From: u.Key.From, To: u.To}
			ch.folded = e.full + " " + u.Key.Code
			found = append(found, ch)
		}
	}
	return found
}

// englishName renders the kind in English and keeps the name: "Thành Sen ward".
func (u Unit) englishName() string {
	switch u.Kind {
	case Tinh:
		return u.Name + " province"
	case ThanhPhoTW, ThanhPho:
		return u.Name + " city"
	case ThiXa:
		return u.Name + " town"
	case Quan:
		return u.Name + " urban district"
	case Huyen:
		return u.Name + " district"
	case Xa:
		return u.Name + " commune"
	case Phuong:
		return u.Name + " ward"
	case ThiTran:
		return u.Name + " township"
	}
	return u.FullName
}

func (c *Catalog) programmeChoices(day vn.Date) []Choice {
	programmes := c.ProgrammesOn(day)
	if day.IsZero() {
		programmes = c.t.programmes
	}
	found := make([]Choice, len(programmes))
	for i, p := range programmes {
		found[i] = Choice{Code: p.Code, VI: p.Name, EN: p.NameEN, From: p.From, To: p.To, Programme: p.Code, Basis: p.Basis}.fold()
	}
	return found
}

func (c *Catalog) projectChoices(name, programme string) []Choice {
	var found []Choice
	for _, p := range c.t.programmes {
		if programme != "" && p.Code != programme {
			continue
		}
		projects := c.Projects(p.Code)
		if strings.HasPrefix(name, "project_leaves") {
			projects = c.ProjectLeaves(p.Code)
		}
		for _, q := range projects {
			if strings.HasSuffix(name, "_here") && q.Applies == No {
				continue
			}
			found = append(found, Choice{Code: q.Code, Parent: q.Parent, VI: q.Name, EN: q.NameEN, Programme: p.Code}.fold())
		}
	}
	return found
}

func (ch Choice) fold() Choice {
	ch.folded = vn.Fold(ch.Code + " " + ch.VI + " " + ch.EN)
	return ch
}

// foldEntries folds the stored entries once, when the first list is asked for.
func (t *tables) foldEntries() {
	t.folds.Do(func() {
		for i := range t.entries {
			t.entries[i] = t.entries[i].fold()
		}
	})
}

// loadLists reads lists.csv. The entries of one list stand together, in the order to show them; a code may return with
// other days or another programme, but never twice for the same day and programme.
func (t *tables) loadLists(fsys fs.FS) error {
	columns := []string{"list", "code", "parent", "vi", "en", "valid_from", "valid_to", "programme", "basis"}
	t.entries = make([]Choice, 0, 300)
	t.lists = make(map[string][2]int, 48)
	return readRows(fsys, "lists.csv", columns, func(r row) {
		name := r.code("list")
		e := Choice{Code: r.code("code"), Parent: r.text("parent"), VI: r.need("vi"), EN: r.need("en"),
			Programme: r.programme(t), Basis: r.basis(t)}
		e.From, e.To = r.span()
		span, known := t.lists[name]
		switch {
		case slices.Contains(derivedLists, name):
			r.fail("list %s is derived and cannot be written down", name)
		case !known:
			span = [2]int{len(t.entries), len(t.entries)}
			t.listNames = append(t.listNames, name)
		case span[1] != len(t.entries):
			r.fail("list %s is in two places", name)
		}
		before := t.entries[span[0]:]
		for _, o := range before {
			if o.Code == e.Code && overlaps(o.From, o.To, e.From, e.To) &&
				(o.Programme == e.Programme || o.Programme == "" || e.Programme == "") {
				r.fail("list %s: code %s overlaps an earlier row", name, e.Code)
			}
		}
		if e.Parent != "" && !slices.ContainsFunc(before, func(o Choice) bool { return o.Code == e.Parent }) {
			r.fail("list %s: parent %s of %s does not stand above it", name, e.Parent, e.Code)
		}
		t.entries = append(t.entries, e)
		t.lists[name] = [2]int{span[0], len(t.entries)}
	})
}

// hasCode reports whether a stored list has a code for a programme on any day.
func (t *tables) hasCode(list, programme, code string) bool {
	span := t.lists[list]
	return slices.ContainsFunc(t.entries[span[0]:span[1]], func(e Choice) bool {
		return e.Code == code && (e.Programme == "" || programme == "" || e.Programme == programme)
	})
}
