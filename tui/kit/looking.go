package kit

import (
	"context"
	"fmt"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
)

// Counter is as much of a store as counting records needs.
type Counter interface {
	Records(ctx context.Context, q model.Query) (page []model.Summary, total int, err error)
}

// Looking is what a session needs that only looks at a record under some forms,
// outside the desk: nothing is added by it. The records that these forms count
// are counted.
func Looking(ctx context.Context, store Counter, cat *catalog.Catalog, r model.Record, forms ...*form.Definition) (form.Setting, error) {
	set := form.Setting{Catalog: cat, Visit: r.Day, Province: catalog.HomeProvince, Programme: r.Programme, Children: map[string]int{},
		NewRow: func() form.Row { return "" }}
	if u, ok := cat.Unit(r.Unit); ok {
		set.Province = u.Province
	}
	for _, def := range forms {
		for _, it := range def.Items() {
			if it.Kind != form.KindRecords {
				continue
			}
			_, n, err := store.Records(ctx, model.Query{Kinds: []model.Kind{model.Kind(it.Form)}, Parent: r.ID, Limit: 1})
			if err != nil {
				return set, fmt.Errorf("count the %s records of %s: %w", it.Form, r.ID, err)
			}
			set.Children[it.Form] = n
		}
	}
	return set, nil
}
