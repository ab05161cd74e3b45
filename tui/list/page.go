package list

import (
	"context"
	"maps"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
)

const (
	// pageSize is how many records are read at once: two or three windows.
	pageSize = 60
	// near is how many pages on either side of the window are kept.
	near = 8
	// patience is how long a reading may take before it counts as failed.
	patience = 15 * time.Second
)

// pageMsg answers a question: one page of the records, and how far rounds are.
type pageMsg struct {
	seq   int
	page  int
	rows  []model.Summary
	count map[model.RecordID]model.Count
	total int
	err   error
}

// ask puts the question anew, beginning with the page that has a row. Replies to
// former questions are of no interest any more.
func (s *Screen) ask(row int) tea.Cmd {
	s.seq++
	clear(s.asked)
	return s.read(max(row, 0) / pageSize)
}

// search asks for what the filter says, from the top.
func (s *Screen) search() tea.Cmd {
	s.scroll.To(0)
	return s.ask(0)
}

// refresh asks the same question again and keeps the place.
func (s *Screen) refresh() tea.Cmd { return s.ask(s.scroll.Top) }

// seekAgain asks the same question again; the marker goes where the record
// that was open is now, which is its old place or, when it was changed, the top.
func (s *Screen) seekAgain() tea.Cmd {
	cmd := s.refresh()
	return tea.Batch(cmd, s.read(0))
}

// found puts the marker on the record that was open.
func (s *Screen) found(msg pageMsg) {
	if s.fresh && msg.page == 0 && msg.total > s.before {
		s.scroll.To(0)
		s.fresh = false
	}
	for i, row := range msg.rows {
		if s.seek != "" && row.ID == s.seek {
			s.scroll.To(msg.page*pageSize + i)
		}
	}
}

// read reads one page, unless that is under way.
func (s *Screen) read(page int) tea.Cmd {
	if s.asked[page] {
		return nil
	}
	s.asked[page] = true
	store, seq := s.env.Store, s.seq
	query := s.listing.Query
	query.Text, query.Limit, query.Offset = strings.TrimSpace(s.filter.Value()), pageSize, page*pageSize
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		rows, total, err := store.Records(ctx, query)
		msg := pageMsg{seq: seq, page: page, rows: rows, total: total, err: err}
		if ids := rounds(rows); err == nil && len(ids) > 0 {
			msg.count, msg.err = store.Counts(ctx, ids)
		}
		return msg
	}
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

// need reads the pages in the window that are not there yet.
func (s *Screen) need() tea.Cmd {
	if s.shown != s.seq {
		return nil // the present question has no reply yet; what follows comes then
	}
	from, to := s.scroll.Shown()
	var cmds []tea.Cmd
	for page := from / pageSize; page*pageSize < to; page++ {
		if s.pages[page] == nil {
			cmds = append(cmds, s.read(page))
		}
	}
	return tea.Batch(cmds...)
}

// answered takes a page. The first reply to a question throws away what the
// former one brought; until then that stays in sight, so that nothing flickers.
func (s *Screen) answered(msg pageMsg) tea.Cmd {
	if msg.seq != s.seq {
		return nil
	}
	delete(s.asked, msg.page)
	s.started = true
	if s.err = msg.err; msg.err != nil {
		s.env.Log.Error("cannot list records", "cause", msg.err)
		if s.total > 0 {
			return s.env.Warn(s.env.Words.Err(msg.err))
		}
		return nil
	}
	if s.shown != msg.seq {
		s.shown, s.before = msg.seq, s.total
		clear(s.pages)
	}
	clear(s.drawn)
	s.pages[msg.page], s.total = msg.rows, msg.total
	maps.Copy(s.counts, msg.count)
	if strings.TrimSpace(s.filter.Value()) == "" {
		s.all = msg.total
	}
	s.scroll.Fit(s.total, s.height-head)
	s.found(msg)
	s.forget()
	return s.need()
}

// forget lets go of pages far from the window.
func (s *Screen) forget() {
	here := s.scroll.Top / pageSize
	for page := range s.pages {
		if page < here-near || page > here+near {
			delete(s.pages, page)
		}
	}
}

// row returns a record by its place in the list, when it has been read.
func (s *Screen) row(i int) (model.Summary, bool) {
	page := s.pages[i/pageSize]
	if i < 0 || i%pageSize >= len(page) {
		return model.Summary{}, false
	}
	return page[i%pageSize], true
}
