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
// another are dropped, and the reading for it is given up; until the first reply
// to the new one is there, what was read before stays, so that nothing flickers.
//
// A search is put twice, at the same time: the hasty one brings the first lines
// that are found, the whole one how many there are.
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

	hasty  bool // rows are the first lines of a search that goes on
	ctx    context.Context
	giveUp context.CancelFunc // the present question
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
	former := p.query.Text
	p.query = q
	p.query.Text = strings.TrimSpace(q.Text)
	clear(p.asked)
	if p.giveUp != nil {
		p.giveUp()
	}
	p.ctx, p.giveUp = context.WithCancel(context.Background())
	page := max(row, 0) / pageSize
	if p.query.Text == "" || p.query.Text == former || page > 0 {
		return p.read(page)
	}
	return tea.Batch(p.glance(), p.read(page))
}

// glance looks for the first lines of a search. It has nothing to say when it
// finds none at once, or fails: the whole search tells.
func (p *Pages) glance() tea.Cmd {
	query := p.query
	query.Hasty = true
	read := p.reading(query, 0)
	return func() tea.Msg {
		if msg := read(); msg.Err == nil && (len(msg.Rows) > 0 || msg.Total != model.Uncounted) {
			return msg
		}
		return nil
	}
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
	read := p.reading(p.query, page)
	return func() tea.Msg { return read() }
}

// reading reads a page, when it is run.
func (p *Pages) reading(query model.Query, page int) func() PageMsg {
	store, beside, seq, question := p.store, p.Beside, p.seq, p.ctx
	query.Limit, query.Offset = pageSize, page*pageSize
	return func() PageMsg {
		ctx, cancel := context.WithTimeout(question, Patience)
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
	if p.shown != p.seq || p.hasty {
		return nil // the present question has no whole reply yet; what follows comes then
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
	glance := msg.Total == model.Uncounted
	if msg.of != p || msg.seq != p.seq || glance && p.shown == p.seq {
		return false
	}
	if !glance {
		delete(p.asked, msg.page)
	}
	if p.err = msg.Err; msg.Err != nil {
		return true
	}
	if p.shown != msg.seq {
		p.shown, p.first = msg.seq, p.total
		clear(p.rows)
	}
	p.rows[msg.page], p.total, p.hasty = msg.Rows, msg.Total, glance
	if glance {
		p.total = len(msg.Rows)
	}
	return true
}

// First is the place of the first row that a reply has.
func (m PageMsg) First() int { return m.page * pageSize }

// Total is how many records there are, as the last reply says; while Counting,
// how many were found so far.
func (p *Pages) Total() int { return p.total }

// Counting reports whether a search goes on whose first lines are there.
func (p *Pages) Counting() bool { return p.hasty }

// Grown reports whether there are more records than before the question was put
// again.
func (p *Pages) Grown() bool { return p.total > p.first }

// Err says why the last reading failed; nil when it did not.
func (p *Pages) Err() error { return p.err }

// Asking reports whether the present question has no reply yet.
func (p *Pages) Asking() bool { return p.shown != p.seq }

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
