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
	set := settingOf(cat, r, func() form.Row { return "" })
	set.Children = map[string]int{}
	for _, def := range forms {
		for _, it := range def.Items() {
			if it.Kind != form.KindRecords {
				continue
			}
			n, err := countOf(ctx, store, model.Kind(it.Form), r.ID)
			if err != nil {
				return set, err
			}
			set.Children[it.Form] = n
		}
	}
	return set, nil
}

// settingOf is what a session for a record needs. A unit that the catalogue does
// not know counts as one of the home province.
func settingOf(cat *catalog.Catalog, r model.Record, newRow func() form.Row) form.Setting {
	province := catalog.HomeProvince
	if u, ok := cat.Unit(r.Unit); ok {
		province = u.Province
	}
	return form.Setting{Catalog: cat, Visit: r.Day, Province: province, Programme: r.Programme, NewRow: newRow}
}

func countOf(ctx context.Context, store Counter, kind model.Kind, parent model.RecordID) (int, error) {
	_, n, err := store.Records(ctx, model.Query{Kinds: []model.Kind{kind}, Parent: parent, Limit: 1})
	if err != nil {
		return 0, fmt.Errorf("count the %s records of %s: %w", kind, parent, err)
	}
	return n, nil
}
