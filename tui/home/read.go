package home

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

const (
	// most is how many lines of a group are read: more than a window shows.
	most = 40
	// near is how many days before its last day a finding or a report is told.
	near = 15
)

// Reports are told from well before their last day, since they take weeks, until
// the next one comes into sight.
const (
	reportAhead = 45
	reportLate  = 120
)

// part is what was read of a group: its first lines, and how many there are.
type part struct {
	rows  []model.Summary
	total int
}

// found is everything that waits for the person.
type found struct {
	drafts, returned, overdue, soon part
	reports                         []report
	rounds                          []model.Summary // under way or to come
	ended                           []model.Summary // rounds that ended, their report not sent
	counts                          map[model.RecordID]model.Count
	first                           bool // there is no inspection at all
}

// report is one that is due every year.
type report struct {
	catalog.Deadline
	year  int
	last  vn.Date        // the last day on which it is on time
	draft model.RecordID // the report, when it is being written
}

// readMsg answers a reading.
type readMsg struct {
	seq   int
	found found
	err   error
}

// read asks the store for everything, in one command with copies of what it
// needs.
func (s *Screen) read() tea.Cmd {
	s.seq++
	r := reading{store: s.env.Store, cat: s.env.Catalog, user: s.env.User, today: s.env.Today, kinds: s.env.Kinds()}
	seq := s.seq
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		err := r.all(ctx)
		return readMsg{seq: seq, found: r.found, err: err}
	}
}

// lister is what a reading needs of the store.
type lister interface {
	Records(ctx context.Context, q model.Query) (page []model.Summary, total int, err error)
	Counts(ctx context.Context, rounds []model.RecordID) (map[model.RecordID]model.Count, error)
}

// reading is one reading on its way; it belongs to one command.
type reading struct {
	store lister
	cat   *catalog.Catalog
	user  string
	today vn.Date
	kinds []model.Kind
	found found
}

func (r *reading) all(ctx context.Context) error {
	for _, step := range []func(context.Context) error{r.readRounds, r.readDrafts, r.readReturned, r.readFollowed, r.readReports} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("read what waits: %w", err)
		}
	}
	return nil
}

// drafts asks for what the person is filling in.
func drafts(kinds []model.Kind, user string) model.Query {
	return model.Query{Kinds: kinds, Status: model.Draft, By: user}
}

// returned asks for what somebody else reopened.
func returned(kinds []model.Kind, user string) model.Query {
	q := drafts(kinds, user)
	q.Returned = true
	return q
}

// overdue asks for what should have been settled by yesterday.
func overdue(today vn.Date) model.Query {
	return model.Query{Kinds: model.Followed(), Open: true, DueBefore: today, Order: model.ByDue}
}

// dueSoon asks for what is to be settled within days.
func dueSoon(today vn.Date) model.Query {
	return model.Query{Kinds: model.Followed(), Open: true, DueFrom: today, DueBefore: today.AddDays(near + 1), Order: model.ByDue}
}

func (r *reading) ask(ctx context.Context, q model.Query) (part, error) {
	if q.Limit == 0 {
		q.Limit = most
	}
	rows, total, err := r.store.Records(ctx, q)
	return part{rows, total}, err
}

func (r *reading) readDrafts(ctx context.Context) (err error) {
	if r.found.drafts, err = r.ask(ctx, drafts(r.kinds, r.user)); err != nil {
		return err
	}
	if r.found.drafts.total == 0 {
		any, err := r.ask(ctx, model.Query{Limit: 1})
		r.found.first = any.total == 0
		return err
	}
	return nil
}

func (r *reading) readReturned(ctx context.Context) (err error) {
	r.found.returned, err = r.ask(ctx, returned(r.kinds, r.user))
	// What stands in a group of its own is not told twice.
	r.found.drafts.leave(func(row model.Summary) bool {
		return has(r.found.returned.rows, row.ID) || has(r.found.rounds, row.ID) || has(r.found.ended, row.ID)
	})
	return err
}

// leave takes rows out of a part.
func (p *part) leave(out func(model.Summary) bool) {
	before := len(p.rows)
	p.rows = slices.DeleteFunc(p.rows, out)
	p.total -= before - len(p.rows)
}

func has(rows []model.Summary, id model.RecordID) bool {
	return slices.ContainsFunc(rows, func(row model.Summary) bool { return row.ID == id })
}

func (r *reading) readFollowed(ctx context.Context) (err error) {
	if r.found.overdue, err = r.ask(ctx, overdue(r.today)); err != nil {
		return err
	}
	r.found.soon, err = r.ask(ctx, dueSoon(r.today))
	return err
}

// readRounds reads the rounds whose report is not sent, and how far they are.
func (r *reading) readRounds(ctx context.Context) error {
	open, err := r.ask(ctx, model.Query{Kinds: []model.Kind{model.Round}, Open: true, Order: model.ByDue})
	if err != nil {
		return err
	}
	ids := make([]model.RecordID, len(open.rows))
	for i, row := range open.rows {
		ids[i] = row.ID
		switch to := row.Head.To; {
		case to.IsZero() && row.Head.From.IsZero():
			// Hardly begun: it waits among what is being filled in.
		case !to.IsZero() && to.Before(r.today):
			r.found.ended = append(r.found.ended, row)
		default:
			r.found.rounds = append(r.found.rounds, row)
		}
	}
	slices.SortStableFunc(r.found.rounds, func(a, b model.Summary) int { return a.Head.From.Compare(b.Head.From) })
	if len(ids) == 0 {
		return nil
	}
	r.found.counts, err = r.store.Counts(ctx, ids)
	return err
}

// readReports finds the yearly reports whose last day is near or past, and for
// which no completed record stands.
func (r *reading) readReports(ctx context.Context) error {
	written, err := r.ask(ctx, model.Query{Kinds: []model.Kind{model.Supervision}, Order: model.ByDay})
	if err != nil {
		return err
	}
	for year := r.today.Year - 1; year <= r.today.Year+1; year++ {
		for _, d := range r.cat.Deadlines() {
			last, falls := r.cat.LastDay(d, vn.Date{Year: year, Month: time.January, Day: 1})
			if d.WorkingDays > 0 || d.Year != 0 || !falls || !held(d, last) {
				continue
			}
			if days := r.today.DaysTo(last); days > reportAhead || days < -reportLate {
				continue
			}
			rep := report{Deadline: d, year: year, last: last}
			if rep.sent(written.rows) {
				continue
			}
			r.found.reports = append(r.found.reports, rep)
		}
	}
	return nil
}

// held reports whether a rule was in force on a day.
func held(d catalog.Deadline, day vn.Date) bool {
	return !day.Before(d.From) && (d.To.IsZero() || !day.After(d.To))
}

// sent reports whether a report of this kind and year is completed or sent, and
// notes the one that is being written.
func (r *report) sent(written []model.Summary) bool {
	for _, row := range written {
		year := row.Head.Year
		if year == 0 {
			year = row.Day.Year
		}
		if row.Head.Sort != r.Code || year != r.year || r.Programme != "" && row.Programme != "" && row.Programme != r.Programme {
			continue
		}
		if row.Status == model.Completed || row.Head.Settled {
			return true
		}
		r.draft = row.ID
	}
	return false
}
