package form

// Outline is a form as plain data, for people and programs that read it without
// filling it in.
type Outline struct {
	ID        string           `json:"id"`
	Version   string           `json:"version"`
	Hash      string           `json:"hash"`
	Title     Label            `json:"title"`
	Programme string           `json:"programme"`
	ValidFrom string           `json:"valid_from"`
	ValidTo   string           `json:"valid_to,omitempty"`
	Basis     string           `json:"basis"`
	Sections  []OutlineSection `json:"sections"`
}

// OutlineSection is one section of an Outline.
type OutlineSection struct {
	Name  string        `json:"name"`
	Code  string        `json:"code"`
	Title Label         `json:"title"`
	Items []OutlineItem `json:"items"`
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
	Basis       string              `json:"basis"`
}

// OutlineConstraint is one rule that an answer must meet.
type OutlineConstraint struct {
	ID       string   `json:"id,omitempty"`
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Message  Label    `json:"message"`
	Basis    string   `json:"basis,omitempty"`
}

// OutlineChoice is one entry of a list that the form itself brings.
type OutlineChoice struct {
	Code  string `json:"code"`
	Label Label  `json:"label"`
}

// OutlineTable is the rows and columns of a table.
type OutlineTable struct {
	Columns   []OutlineItem `json:"columns"`
	Axes      []string      `json:"axes,omitempty"`
	AxisWhere string        `json:"axis_where,omitempty"`
	Fixed     []string      `json:"fixed,omitempty"` // ids of the form's own rows
	Free      bool          `json:"free,omitempty"`
	MayBeNone bool          `json:"may_be_none,omitempty"`
	MinRows   int           `json:"min_rows,omitempty"`
	Key       []string      `json:"key,omitempty"`
	Totals    []string      `json:"totals,omitempty"`
}

// Outline returns the form as plain data.
func (d *Definition) Outline() Outline {
	o := Outline{ID: d.ID, Version: d.Version, Hash: d.Hash, Title: d.Title, Programme: d.Programme,
		ValidFrom: d.ValidFrom.ISO(), ValidTo: d.ValidTo.ISO(), Basis: d.Basis, Sections: []OutlineSection{}}
	for _, s := range d.Sections {
		o.Sections = append(o.Sections, OutlineSection{Name: s.Name, Code: s.Code, Title: s.Title, Items: outlineItems(s.Items)})
	}
	return o
}

func outlineItems(items []*Item) []OutlineItem {
	list := make([]OutlineItem, 0, len(items))
	for _, it := range items {
		o := OutlineItem{Name: it.Name, Code: it.Code, Kind: it.Kind, Label: it.Label, Hint: labelOrNil(it.Hint), Unit: labelOrNil(it.Unit),
			Required: it.Required.text(), Relevant: it.Relevant.text(), Calculation: it.Calculation.text(), Default: it.Default.text(),
			Readonly: it.Readonly, List: it.List, ListFilter: it.ListFilter.text(), Basis: it.Basis}
		for _, c := range it.Constraints {
			o.Constraints = append(o.Constraints, OutlineConstraint{ID: c.ID, Rule: c.Rule.text(), Severity: c.Severity, Message: c.Message, Basis: c.Basis})
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
