package form

// Outline is a form as plain data, for people and programs that read it without
// filling it in.
type Outline struct {
	ID        string `json:"id"`
	Version   string `json:"version"`
	Hash      string `json:"hash"`
	Title     Label  `json:"title"`
	Programme string `json:"programme"` // "any": it serves every programme
	Parent    string `json:"parent,omitempty"`
	ValidFrom string `json:"valid_from"`
	ValidTo   string `json:"valid_to,omitempty"`
	Basis     string `json:"basis"`
	// Head says, for each role of a record's head, the item or rule that plays it.
	Head     map[string]string `json:"head,omitempty"`
	Sections []OutlineSection  `json:"sections"`
}

// OutlineSection is one section of an Outline.
type OutlineSection struct {
	Name     string        `json:"name"`
	Code     string        `json:"code"`
	Title    Label         `json:"title"`
	Relevant string        `json:"relevant,omitempty"`
	Items    []OutlineItem `json:"items"`
}

// OutlineItem is one item, or one column of a table. Rules are given as they
// stand in the form file.
type OutlineItem struct {
	Name        string              `json:"name"`
	Code        string              `json:"code"`
	Kind        Kind                `json:"type"`
	Label       Label               `json:"label"`
	Hint        *Label              `json:"hint,omitempty"`
	Unit        *Label              `json:"unit,omitempty"`
	Required    string              `json:"required,omitempty"`
	Relevant    string              `json:"relevant,omitempty"`
	Calculation string              `json:"calculation,omitempty"`
	Default     string              `json:"default,omitempty"`
	Readonly    bool                `json:"readonly,omitempty"`
	Constraints []OutlineConstraint `json:"constraints,omitempty"`
	Choices     []OutlineChoice     `json:"choices,omitempty"`
	List        string              `json:"list,omitempty"`
	ListFilter  string              `json:"list_filter,omitempty"`
	Table       *OutlineTable       `json:"table,omitempty"`
	Form        string              `json:"form,omitempty"`
	Hidden      bool                `json:"hidden,omitempty"`
	Inherit     string              `json:"inherit,omitempty"`
	Prior       string              `json:"prior,omitempty"`
	Unconfirmed bool                `json:"unconfirmed,omitempty"`
	Basis       string              `json:"basis"`
}

// OutlineConstraint is one rule that an answer must meet.
type OutlineConstraint struct {
	ID       string   `json:"id,omitempty"`
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Message  Label    `json:"message"`
	Finding  *Label   `json:"finding,omitempty"`
	Basis    string   `json:"basis,omitempty"`
}

// OutlineChoice is one entry of a list that the form itself brings.
type OutlineChoice struct {
	Code  string `json:"code"`
	Label Label  `json:"label"`
}

// OutlineTable is the rows and columns of a table.
type OutlineTable struct {
	Columns   []OutlineItem   `json:"columns"`
	Axes      []string        `json:"axes,omitempty"`
	AxisWhere string          `json:"axis_where,omitempty"`
	Fixed     []string        `json:"fixed,omitempty"` // ids of the form's own rows
	Free      bool            `json:"free,omitempty"`
	MayBeNone bool            `json:"may_be_none,omitempty"`
	MinRows   int             `json:"min_rows,omitempty"`
	Key       []string        `json:"key,omitempty"`
	Totals    []string        `json:"totals,omitempty"`
	Opens     *OutlineOpens   `json:"opens,omitempty"`
	Settles   *OutlineSettles `json:"settles,omitempty"`
}

// OutlineOpens says what the rows of a table begin.
type OutlineOpens struct {
	Form string            `json:"form"`
	Fill map[string]string `json:"fill"`
}

// OutlineSettles says what the rows of a table answer.
type OutlineSettles struct {
	Form   string            `json:"form"`
	Record string            `json:"record"`
	Show   map[string]string `json:"show"`
	Fill   map[string]string `json:"fill"`
}

// Outline returns the form as plain data.
func (d *Definition) Outline() Outline {
	o := Outline{ID: d.ID, Version: d.Version, Hash: d.Hash, Title: d.Title, Programme: d.Programme, Parent: d.Parent,
		ValidFrom: d.ValidFrom.ISO(), ValidTo: d.ValidTo.ISO(), Basis: d.Basis, Head: map[string]string{}, Sections: []OutlineSection{}}
	if d.Programme == "" {
		o.Programme = anyProgramme
	}
	for name, ro := range d.head {
		o.Head[name] = ro.rule.text()
	}
	for _, s := range d.Sections {
		o.Sections = append(o.Sections, OutlineSection{Name: s.Name, Code: s.Code, Title: s.Title, Relevant: s.Relevant.text(), Items: outlineItems(s.Items)})
	}
	return o
}

func outlineItems(items []*Item) []OutlineItem {
	list := make([]OutlineItem, 0, len(items))
	for _, it := range items {
		o := OutlineItem{Name: it.Name, Code: it.Code, Kind: it.Kind, Label: it.Label, Hint: labelOrNil(it.Hint), Unit: labelOrNil(it.Unit),
			Required: it.Required.text(), Relevant: it.Relevant.text(), Calculation: it.Calculation.text(), Default: it.Default.text(),
			Readonly: it.Readonly, List: it.List, ListFilter: it.ListFilter.text(), Basis: it.Basis,
			Form: it.Form, Hidden: it.Hidden, Inherit: it.Inherit, Prior: it.Prior, Unconfirmed: it.Unconfirmed}
		for _, c := range it.Constraints {
			o.Constraints = append(o.Constraints, OutlineConstraint{ID: c.ID, Rule: c.Rule.text(), Severity: c.Severity, Message: c.Message, Finding: labelOrNil(c.Finding), Basis: c.Basis})
		}
		for _, c := range it.Choices {
			o.Choices = append(o.Choices, OutlineChoice(c))
		}
		if it.Table != nil {
			o.Table = outlineTable(it.Table)
		}
		list = append(list, o)
	}
	return list
}

func outlineTable(t *Table) *OutlineTable {
	o := &OutlineTable{Columns: outlineItems(t.Columns), AxisWhere: t.AxisWhere.text(), Free: t.Free, MayBeNone: t.MayBeNone,
		MinRows: t.MinRows, Key: t.Key, Totals: t.Totals}
	for _, a := range t.Axes {
		o.Axes = append(o.Axes, a.Column)
	}
	if t.Opens != nil {
		o.Opens = &OutlineOpens{Form: t.Opens.Form, Fill: t.Opens.Fill}
	}
	if st := t.Settles; st != nil {
		o.Settles = &OutlineSettles{Form: st.Form, Record: st.Record, Show: st.Show, Fill: st.Fill}
	}
	for _, f := range t.Fixed {
		o.Fixed = append(o.Fixed, string(f.ID))
	}
	return o
}

func labelOrNil(l Label) *Label {
	if l == (Label{}) {
		return nil
	}
	return &l
}

// text is the rule as it stands in the file; "" where there is none.
func (ru *Rule) text() string {
	if ru == nil {
		return ""
	}
	return ru.Text
}
