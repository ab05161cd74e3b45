package kit

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
)

const (
	// pageSize is how many records are read at once: two or three windows.
	pageSize = 60
	// nearPages is how many pages on either side of the window are kept.
	nearPages = 8
	// Patience is how long a reading may take before it counts as failed.
	Patience = 15 * time.Second
)

// Pages is a long list of records, of which what is near the window is read and
// kept: a hundred thousand cost what a screenful does. It belongs to one screen,
// which hands it every PageMsg. Replies to a question that was followed by
// another are dropped; until the first reply to the new one is there, what was
// read before stays, so that nothing flickers.
type Pages struct {
	// Beside reads, in the same command, what else belongs to the records of a
	// page; it comes along in PageMsg.Beside. Nil: nothing does.
	Beside func(ctx context.Context, rows []model.Summary) (any, error)

	store Store
	query model.Query
	rows  map[int][]model.Summary // by number of the page
	asked map[int]bool            // pages under way
	seq   int                     // of the present question
	shown int                     // of the question that rows answer
	total int
	first int // total before the first reply to the question
	err   error
}

// PageMsg answers a question: one page of the records.
type PageMsg struct {
	of    *Pages
	seq   int
	page  int
	Rows  []model.Summary
	Total int
	// Beside is what Pages.Beside read of the rows.
	Beside any
	Err    error
}

// NewPages makes a list that has not been asked for yet.
func NewPages(store Store) *Pages {
	return &Pages{store: store, rows: map[int][]model.Summary{}, asked: map[int]bool{}}
}

// Ask puts a question, beginning with the page that has a row.
func (p *Pages) Ask(q model.Query, row int) tea.Cmd {
	p.seq++
	p.query = q
	p.query.Text = strings.TrimSpace(q.Text)
	clear(p.asked)
	return p.read(max(row, 0) / pageSize)
}

// AskWithTop is Ask that reads the first page too: whoever changed a record
// finds it there.
func (p *Pages) AskWithTop(q model.Query, row int) tea.Cmd {
	return tea.Batch(p.Ask(q, row), p.read(0))
}

// read reads one page, unless that is under way.
func (p *Pages) read(page int) tea.Cmd {
	if p.asked[page] {
		return nil
	}
	p.asked[page] = true
	store, beside, seq, query := p.store, p.Beside, p.seq, p.query
	query.Limit, query.Offset = pageSize, page*pageSize
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), Patience)
		defer cancel()
		msg := PageMsg{of: p, seq: seq, page: page}
		msg.Rows, msg.Total, msg.Err = store.Records(ctx, query)
		if msg.Err == nil && beside != nil {
			msg.Beside, msg.Err = beside(ctx, msg.Rows)
		}
		return msg
	}
}

// Need reads the pages that have the rows of a window and are not there yet.
func (p *Pages) Need(from, to int) tea.Cmd {
	if p.shown != p.seq {
		return nil // the present question has no reply yet; what follows comes then
	}
	var cmds []tea.Cmd
	for page := from / pageSize; page*pageSize < to; page++ {
		if p.rows[page] == nil {
			cmds = append(cmds, p.read(page))
		}
	}
	for page := range p.rows {
		if page < from/pageSize-nearPages || page > to/pageSize+nearPages {
			delete(p.rows, page)
		}
	}
	return tea.Batch(cmds...)
}

// Take takes a reply over; it is false for one that is not of the present
// question. The first reply to a question throws away what the former brought.
func (p *Pages) Take(msg PageMsg) bool {
	if msg.of != p || msg.seq != p.seq {
		return false
	}
	delete(p.asked, msg.page)
	if p.err = msg.Err; msg.Err != nil {
		return true
	}
	if p.shown != msg.seq {
		p.shown, p.first = msg.seq, p.total
		clear(p.rows)
	}
	p.rows[msg.page], p.total = msg.Rows, msg.Total
	return true
}

// First is the place of the first row that a reply has.
func (m PageMsg) First() int { return m.page * pageSize }

// Total is how many records there are, as the last reply says.
func (p *Pages) Total() int { return p.total }

// Grown reports whether there are more records than before the question was put
// again.
func (p *Pages) Grown() bool { return p.total > p.first }

// Err says why the last reading failed; nil when it did not.
func (p *Pages) Err() error { return p.err }

// Started reports whether any question has been answered.
func (p *Pages) Started() bool { return p.shown > 0 }

// Row returns a record by its place, when it has been read.
func (p *Pages) Row(i int) (model.Summary, bool) {
	if i < 0 {
		return model.Summary{}, false
	}
	page := p.rows[i/pageSize]
	if i%pageSize >= len(page) {
		return model.Summary{}, false
	}
	return page[i%pageSize], true
}
