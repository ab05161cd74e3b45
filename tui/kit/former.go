package kit

import (
	"context"
	"fmt"
	"slices"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
)

// What a unit brings along: figures of its former record, and findings that are
// still open. A unit that was made of others answers for what these were whole;
// of a part nobody published how much went where.

// wholly lists the units that a unit was made of. split is true when parts of
// divided units went into it too. One that kept its identity and only gained land
// was not made of others.
func wholly(cat *catalog.Catalog, unit catalog.UnitKey) (whole []catalog.UnitKey, split bool) {
	for _, s := range cat.Predecessors(unit) {
		switch {
		case s.Old == unit:
			return nil, false
		case s.Full:
			whole = append(whole, s.Old)
		default:
			split = true
		}
	}
	return whole, split
}

// Split reports whether parts of divided units went into a unit, so that the
// former figures of its land are not known.
func Split(cat *catalog.Catalog, unit catalog.UnitKey) bool {
	_, split := wholly(cat, unit)
	return split
}

// past is a former record, with the year that its figures are of.
type past struct {
	year    int
	session *form.Session
}

// former finds the records that hold a unit's figures of the visit before: its
// own last one, or those of all the units that it was made of, if they are of
// one year.
func (m *beginning) former(ctx context.Context, unit catalog.UnitKey) ([]past, error) {
	own, err := m.lastOf(ctx, unit)
	if err != nil || own != nil {
		return own, err
	}
	whole, split := wholly(m.cat, unit)
	if split {
		return nil, nil
	}
	var all []past
	for _, w := range whole {
		had, err := m.former(ctx, w)
		if err != nil || len(had) == 0 {
			return nil, err
		}
		all = append(all, had...)
	}
	for _, p := range all {
		if p.year != all[0].year {
			return nil, nil
		}
	}
	return all, nil
}

// lastOf is a unit's latest completed record of this kind before the day.
func (m *beginning) lastOf(ctx context.Context, unit catalog.UnitKey) ([]past, error) {
	q := model.Query{Kinds: []model.Kind{m.known.Kind}, Units: []catalog.UnitKey{unit}, Status: model.Completed, Order: model.ByDay, Limit: page}
	for {
		list, total, err := m.store.Records(ctx, q)
		if err != nil {
			return nil, fmt.Errorf("look for the former record: %w", err)
		}
		for _, sum := range list {
			if !sum.Day.Before(m.known.Day) {
				continue
			}
			op, err := m.store.Record(ctx, sum.ID)
			if err != nil {
				return nil, fmt.Errorf("read the former record: %w", err)
			}
			year := op.Record.Head.Year
			if year == 0 {
				year = op.Record.Day.Year
			}
			return []past{{year: year, session: m.desk.session(op)}}, nil
		}
		if q.Offset += len(list); len(list) == 0 || q.Offset >= total {
			return nil, nil
		}
	}
}

// page is how many records are read at once.
const page = 100

// priorFigures are the figures that items begin with, by item: those of one
// record, or the sums of several's. What is no figure stays where all say the same,
// as the day that they are of; what is missing in one of them is left out.
func (m *beginning) priorFigures(ctx context.Context) (map[string]form.Value, error) {
	if !slices.ContainsFunc(m.def.Items(), func(it *form.Item) bool { return it.Prior != "" }) {
		return nil, nil
	}
	had, err := m.former(ctx, m.known.Unit)
	if err != nil || len(had) == 0 {
		return nil, err
	}
	sums := m.def.PriorFigures(had[0].session)
	for _, p := range had[1:] {
		more := m.def.PriorFigures(p.session)
		for item, v := range sums {
			n, counts := v.Int()
			next, also := more[item].Int()
			switch {
			case counts && also:
				sums[item] = form.Int(n + next)
			case v != more[item]:
				delete(sums, item)
			}
		}
	}
	return sums, nil
}

// bring lists what is still open of former visits, as rows of the tables in which
// it is answered.
func (m *beginning) bring(ctx context.Context, session *form.Session) error {
	for _, it := range m.def.Items() {
		if it.Table == nil || it.Table.Settles == nil {
			continue
		}
		open, err := all(ctx, m.store, model.Query{Kinds: []model.Kind{model.Kind(it.Table.Settles.Form)},
			Units: m.cat.Whole(m.known.Unit), Open: true, Order: model.ByDue})
		if err != nil {
			return fmt.Errorf("look for what is still open: %w", err)
		}
		rows := make([]map[string]string, len(open))
		for i, sum := range open {
			rows[i] = rowOf(it, sum)
		}
		session.Bring(it.Name, rows)
	}
	return nil
}

// all reads every record that a query asks for.
func all(ctx context.Context, store Store, q model.Query) ([]model.Summary, error) {
	var list []model.Summary
	for q.Limit = page; ; q.Offset = len(list) {
		some, total, err := store.Records(ctx, q)
		if err != nil {
			return nil, err
		}
		list = append(list, some...)
		if len(some) == 0 || len(list) >= total {
			return list, nil
		}
	}
}

// rowOf is a followed record as a row: texts by column.
func rowOf(it *form.Item, sum model.Summary) map[string]string {
	row := map[string]string{it.Table.Settles.Record: string(sum.ID)}
	for column, role := range it.Table.Settles.Show {
		row[column] = shownAs(it.Table.Column(column), role, sum)
	}
	return row
}

// shownAs spells what a record's summary says of a role as it would be typed into
// a column.
func shownAs(col *form.Item, role string, sum model.Summary) string {
	switch role {
	case form.RoleDay:
		return sum.Day.String()
	case form.RoleUnit:
		if col.Kind == form.KindLookup {
			return sum.Unit.String()
		}
		return sum.UnitName
	}
	return sum.Head.Role(role)
}
