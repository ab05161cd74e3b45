package form

import "go.yaml.in/yaml/v4"

func (r *reader) table(n *yaml.Node) *Table {
	t := &Table{}
	known := []string{"columns", "axes", "axis_where", "fixed", "free", "may_be_none", "min_rows", "key", "totals", "facts"}
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
		}
	}, "columns")
	if len(t.Columns) == 0 {
		r.fault(n, "a table needs at least one column")
	}
	if !t.Free && len(t.Axes) == 0 && len(t.Fixed) == 0 {
		r.fault(n, "a table needs rows: free: true, axes, or fixed rows")
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
			if v.Kind != yaml.MappingNode {
				r.fault(v, "values must be a mapping of columns to values")
				return
			}
			for i := 0; i+1 < len(v.Content); i += 2 {
				f.Values[v.Content[i].Value] = r.text(v.Content[i+1], "values."+v.Content[i].Value)
			}
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
			if v.Kind != yaml.MappingNode {
				r.fault(v, "measures must be a mapping of columns to measures")
				return
			}
			for i := 0; i+1 < len(v.Content); i += 2 {
				f.Measures[v.Content[i].Value] = r.text(v.Content[i+1], "measure")
			}
		}
	}, "year", "project", "kind", "source", "measures")
	return f
}
