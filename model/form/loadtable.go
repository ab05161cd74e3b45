package form

import "go.yaml.in/yaml/v4"

func (r *reader) table(n *yaml.Node) *Table {
	t := &Table{}
	known := []string{"columns", "axes", "axis_where", "fixed", "free", "may_be_none", "min_rows", "key", "totals", "facts", "opens", "settles"}
	r.mapping(n, "a table", known, func(key string, v *yaml.Node) {
		switch key {
		case "columns":
			r.list(v, key, func(c *yaml.Node) { t.Columns = append(t.Columns, r.readItem(c)) })
		case "axes":
			r.list(v, key, func(a *yaml.Node) { t.Axes = append(t.Axes, r.axis(a)) })
		case "axis_where":
			t.AxisWhere = r.rule(v, key)
		case "fixed":
			r.list(v, key, func(f *yaml.Node) { t.Fixed = append(t.Fixed, r.fixedRow(f)) })
		case "free":
			t.Free = r.flag(v, key)
		case "may_be_none":
			t.MayBeNone = r.flag(v, key)
		case "min_rows":
			t.MinRows = r.count(v, key)
		case "key":
			t.Key = r.names(v, key)
		case "totals":
			t.Totals = r.names(v, key)
		case "facts":
			t.Facts = r.readFacts(v)
		case "opens":
			t.Opens = r.opens(v)
		case "settles":
			t.Settles = r.settles(v)
		}
	}, "columns")
	if len(t.Columns) == 0 {
		r.fault(n, "a table needs at least one column")
	}
	if !t.Free && len(t.Axes) == 0 && len(t.Fixed) == 0 && t.Settles == nil {
		r.fault(n, "a table needs rows: free: true, axes, fixed rows, or settles")
	}
	if len(t.Axes) > 0 && len(t.Fixed) > 0 {
		r.fault(n, "a table has axes or fixed rows, not both")
	}
	return t
}

func (r *reader) axis(n *yaml.Node) Axis {
	var a Axis
	r.mapping(n, "an axis", []string{"column", "from"}, func(key string, v *yaml.Node) {
		switch key {
		case "column":
			a.Column = r.text(v, key)
		case "from":
			a.From = r.text(v, key)
		}
	}, "column")
	return a
}

func (r *reader) fixedRow(n *yaml.Node) FixedRow {
	f := FixedRow{Values: map[string]string{}}
	r.mapping(n, "a fixed row", []string{"id", "label", "values"}, func(key string, v *yaml.Node) {
		switch key {
		case "id":
			f.ID = Row(r.text(v, key))
		case "label":
			f.Label = r.label(v, key)
		case "values":
			f.Values = r.pairs(v, "values")
		}
	}, "id", "label")
	return f
}

func (r *reader) readFacts(n *yaml.Node) *Facts {
	f := &Facts{Measures: map[string]string{}}
	r.mapping(n, "facts", []string{"year", "project", "kind", "source", "measures"}, func(key string, v *yaml.Node) {
		switch key {
		case "year":
			f.Year = r.text(v, key)
		case "project":
			f.Project = r.text(v, key)
		case "kind":
			f.Kind = r.text(v, key)
		case "source":
			f.Source = r.text(v, key)
		case "measures":
			f.Measures = r.pairs(v, "measures")
		}
	}, "year", "project", "kind", "source", "measures")
	return f
}

func (r *reader) opens(n *yaml.Node) *Opens {
	o := &Opens{}
	r.mapping(n, "opens", []string{"form", "fill"}, func(key string, v *yaml.Node) {
		switch key {
		case "form":
			o.Form = r.formID(v, key)
		case "fill":
			o.Fill = r.pairs(v, "fill")
		}
	}, "form", "fill")
	return o
}

func (r *reader) settles(n *yaml.Node) *Settles {
	s := &Settles{}
	r.mapping(n, "settles", []string{"form", "record", "show", "fill"}, func(key string, v *yaml.Node) {
		switch key {
		case "form":
			s.Form = r.formID(v, key)
		case "record":
			s.Record = r.text(v, key)
		case "show":
			s.Show = r.pairs(v, "show")
		case "fill":
			s.Fill = r.pairs(v, "fill")
		}
	}, "form", "record", "show", "fill")
	return s
}

// pairs reads a mapping of names to texts.
func (r *reader) pairs(n *yaml.Node, what string) map[string]string {
	m := map[string]string{}
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s must be a mapping of names to texts", what)
		return m
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		if _, twice := m[key.Value]; twice {
			r.fault(key, "key %q stands twice in %s; keep one", key.Value, what)
		}
		m[key.Value] = r.text(v, what+"."+key.Value)
	}
	return m
}
