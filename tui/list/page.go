package list

import (
	"context"
	"maps"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/kit"
)

// newPages makes a list that nothing was read of; rounds come with how far they
// are.
func newPages(store kit.Store) *kit.Pages {
	pages := kit.NewPages(store)
	pages.Beside = func(ctx context.Context, rows []model.Summary) (any, error) {
		if ids := rounds(rows); len(ids) > 0 {
			return store.Counts(ctx, ids)
		}
		return nil, nil
	}
	return pages
}

// rounds are those of the rows that are rounds.
func rounds(rows []model.Summary) []model.RecordID {
	var ids []model.RecordID
	for _, row := range rows {
		if row.Kind == model.Round {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

// asked is what is listed now.
func (s *Screen) asked() model.Query {
	q := s.listing.Query
	q.Text = s.filter.Text()
	return q
}

// search asks for what the filter says, from the top.
func (s *Screen) search() tea.Cmd {
	s.scroll.To(0)
	return s.refresh()
}

// refresh asks the same question again and keeps the place.
func (s *Screen) refresh() tea.Cmd { return s.pages.Ask(s.asked(), s.scroll.Top) }

// seekAgain asks the same question again; the marker goes where the record
// that was open is now, which is its old place or, when it was changed, the top.
func (s *Screen) seekAgain() tea.Cmd { return s.pages.AskWithTop(s.asked(), s.scroll.Top) }

// found puts the marker on the record that was open.
func (s *Screen) found(msg kit.PageMsg) {
	if s.fresh && msg.First() == 0 && s.pages.Grown() {
		s.scroll.To(0)
		s.fresh = false
	}
	for i, row := range msg.Rows {
		if s.seek != "" && row.ID == s.seek {
			s.scroll.To(msg.First() + i)
		}
	}
}

// need reads the pages in the window that are not there yet.
func (s *Screen) need() tea.Cmd {
	from, to := s.scroll.Shown()
	return s.pages.Need(from, to)
}

// answered takes a page.
func (s *Screen) answered(msg kit.PageMsg) tea.Cmd {
	if !s.pages.Take(msg) {
		return nil
	}
	s.returned.Read()
	if msg.Err != nil {
		s.env.Log.Error("cannot list records", "cause", msg.Err)
		if s.pages.Total() > 0 {
			return s.env.Warn(s.env.Words.Err(msg.Err))
		}
		return nil
	}
	clear(s.drawn)
	if counts, ok := msg.Beside.(map[model.RecordID]model.Count); ok {
		maps.Copy(s.counts, counts)
	}
	if s.filter.Text() == "" {
		s.all = msg.Total
	}
	s.scroll.Fit(s.pages.Total(), s.height-head)
	s.found(msg)
	return s.need()
}
