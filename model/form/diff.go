package form

import "slices"

// What says what became of an item, a column or a section from one version of a
// form to another.
type What string

// The kinds of differences.
const (
	Added   What = "added"
	Removed What = "removed"
	Moved   What = "moved"   // to another section; it may be changed as well
	Changed What = "changed" // Details say in what
)

// Fate says what a difference means for the answers that records have.
type Fate string

// The fates, from the mildest to the worst.
const (
	Unstored Fate = ""           // records have no answers there
	Readable Fate = "readable"   // an answer stays as it is
	Reread   Fate = "read-again" // an answer is read again, and may turn out to be none
	NoPlace  Fate = "no-place"   // an answer stays stored and is not shown any more
)

// worse reports whether a fate is worse than another.
func (f Fate) worse(than Fate) bool {
	order := []Fate{Unstored, Readable, Reread, NoPlace}
	return slices.Index(order, f) > slices.Index(order, than)
}

// Difference is one thing that differs between two versions of a form. It is
// about a column when Column is set, else about an item when Item is, else about
// a section when Section is, else about the form itself.
type Difference struct {
	What    What     `json:"what"`
	Section string   `json:"section,omitempty"` // that it stands in; of what was removed, the old one
	From    string   `json:"from,omitempty"`    // moved: the section that it stood in
	Item    string   `json:"item,omitempty"`
	Column  string   `json:"column,omitempty"`
	Code    string   `json:"code,omitempty"`
	Label   Label    `json:"label"`
	Details []Detail `json:"details,omitempty"`
	Fate    Fate     `json:"answers,omitempty"`
	// Twin names what was added with the code of what was removed. Answers do
	// not follow a name that was changed.
	Twin string `json:"twin,omitempty"`
}

// Detail is one property that differs. Key is its word in form files; Name says
// which one where there are several: the id of a rule, the code of a choice, the
// id of a row, the role of the head. Lang is set for texts in one language.
// What is new has no Old, what is gone has no New.
type Detail struct {
	Key  string `json:"key"`
	Name string `json:"name,omitempty"`
	Lang string `json:"lang,omitempty"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new,omitempty"`
	Fate Fate   `json:"answers,omitempty"`
}

// Diff lists what differs from an old version of a form to a new one, in the
// order of the new form; what was removed stands where it stood. Items are told
// apart by their names: one with another name is another item.
func Diff(was, is *Definition) []Difference {
	var list []Difference
	if details := headDetails(was, is); len(details) > 0 {
		list = append(list, Difference{What: Changed, Label: is.Title, Details: details})
	}
	twins := twins(was.order, is.order)
	for _, name := range interleave(sectionNames(was), sectionNames(is)) {
		before, now := was.Section(name), is.Section(name)
		list = append(list, sectionDifference(before, now)...)
		for _, item := range interleave(before.names(), now.names()) {
			a, b := was.items[item], is.items[item]
			switch {
			case b == nil || b.Column():
				list = append(list, removed(a, twins[item]))
			case b.Section == name: // else it was moved, and is told where it went
				list = append(list, itemDifferences(a, b)...)
			}
		}
	}
	return list
}

// interleave merges two orders of names: the new one, and what only the old one
// has, behind the name that it followed there.
func interleave(was, is []string) []string {
	list := slices.Clone(is)
	at := 0
	for _, name := range was {
		if i := slices.Index(list, name); i >= 0 {
			at = i + 1
			continue
		}
		list = slices.Insert(list, at, name)
		at++
	}
	return list
}

func sectionNames(d *Definition) []string {
	names := make([]string, len(d.Sections))
	for i, s := range d.Sections {
		names[i] = s.Name
	}
	return names
}

// names are those of a section's items; a section that is not there has none.
func (s *Section) names() []string {
	if s == nil {
		return nil
	}
	return namesOf(s.Items)
}

func namesOf(items []*Item) []string {
	names := make([]string, len(items))
	for i, it := range items {
		names[i] = it.Name
	}
	return names
}

// twins finds, for names that only the old list has, those that only the new one
// has and that have the same code.
func twins(was, is []*Item) map[string]string {
	known := namesOf(was)
	byCode := map[string]string{}
	for _, it := range is {
		if it.Code != "" && !slices.Contains(known, it.Name) {
			byCode[it.Code] = it.Name
		}
	}
	found := map[string]string{}
	for _, it := range was {
		found[it.Name] = byCode[it.Code]
	}
	return found
}

func sectionDifference(was, is *Section) []Difference {
	switch {
	case was == nil:
		return []Difference{{What: Added, Section: is.Name, Code: is.Code, Label: is.Title}}
	case is == nil:
		return []Difference{{What: Removed, Section: was.Name, Code: was.Code, Label: was.Title}}
	}
	var b details
	b.text("code", was.Code, is.Code, Readable)
	b.label("title", was.Title, is.Title)
	b.label("short", was.Short, is.Short)
	b.text("relevant", was.Relevant.text(), is.Relevant.text(), Readable)
	if len(b) == 0 {
		return nil
	}
	return []Difference{{What: Changed, Section: is.Name, Code: is.Code, Label: is.Title, Details: b}}
}

// itemDifferences compares an item with what it was, and the columns of tables.
func itemDifferences(was, is *Item) []Difference {
	if was == nil || was.Column() {
		return []Difference{added(is)}
	}
	var list []Difference
	d := describe(Changed, is)
	if was.Section != is.Section {
		d.What, d.From = Moved, was.Section
	}
	d.Details = itemDetails(was, is)
	d.Fate = worst(was, d.Details)
	if d.What == Moved || len(d.Details) > 0 {
		list = append(list, d)
	}
	if was.Table == nil || is.Table == nil {
		return list
	}
	twins := twins(was.Table.Columns, is.Table.Columns)
	for _, name := range interleave(namesOf(was.Table.Columns), namesOf(is.Table.Columns)) {
		a, b := was.Table.Column(name), is.Table.Column(name)
		switch {
		case a == nil:
			list = append(list, added(b))
		case b == nil:
			list = append(list, removed(a, twins[name]))
		default:
			c := describe(Changed, b)
			c.Details = itemDetails(a, b)
			c.Fate = worst(a, c.Details)
			if len(c.Details) > 0 {
				list = append(list, c)
			}
		}
	}
	return list
}

func describe(what What, it *Item) Difference {
	d := Difference{What: what, Section: it.Section, Item: it.Name, Code: it.Code, Label: it.Label}
	if it.parent != nil {
		d.Section, d.Item, d.Column = it.parent.Section, it.parent.Name, it.Name
	}
	return d
}

// added tells also when a new item must be answered: records lack the answer.
func added(it *Item) Difference {
	d := describe(Added, it)
	var b details
	b.text("required", "", it.Required.text(), Unstored)
	d.Details = b
	return d
}

func removed(it *Item, twin string) Difference {
	d := describe(Removed, it)
	d.Twin = twin
	if it.stored() {
		d.Fate = NoPlace
	}
	return d
}

// stored reports whether records have answers of an item.
func (it *Item) stored() bool { return !it.Computed() && it.Kind != KindRecords }

// worst is the fate of an item's answers: that of the detail that is hardest on
// them.
func worst(was *Item, list []Detail) Fate {
	if !was.stored() {
		return Unstored
	}
	fate := Readable
	for _, d := range list {
		if d.Fate.worse(fate) {
			fate = d.Fate
		}
	}
	return fate
}
