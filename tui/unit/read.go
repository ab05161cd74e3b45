package unit

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/tui/kit"
)

// counts is how much there is about a unit.
type counts struct {
	known        bool
	visits, open int
}

// countMsg answers a counting.
type countMsg struct {
	of     *Screen
	key    catalog.UnitKey
	counts counts
}

// followed asks for what a unit has to settle: its own, and what it took over with
// the units that went wholly into it.
func followed(cat *catalog.Catalog, key catalog.UnitKey) *model.Query {
	return &model.Query{Kinds: model.Followed(), Units: cat.Whole(key), Open: true, Order: model.ByDue}
}

// count counts the inspections of a unit, and what it has to settle.
func (s *Screen) count() tea.Cmd {
	if len(s.way) == 0 {
		return nil
	}
	store, log, key := s.env.Store, s.env.Log, s.here()
	open := *followed(s.env.Catalog, key)
	open.Limit = 1
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		_, visits, err := store.Records(ctx, model.Query{Units: []catalog.UnitKey{key}, Limit: 1})
		left := 0
		if err == nil {
			_, left, err = store.Records(ctx, open)
		}
		if err != nil {
			log.Warn("cannot count what there is about a unit", "unit", key, "cause", err)
			return countMsg{of: s, key: key}
		}
		return countMsg{of: s, key: key, counts: counts{known: true, visits: visits, open: left}}
	}
}
