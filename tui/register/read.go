package register

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/kit"
)

// asked is the present question with the text that is typed.
func (s *Screen) asked() model.Query {
	q := s.query
	q.Text = s.filter.Text()
	return q
}

// ask puts the question anew, and keeps the place.
func (s *Screen) ask() tea.Cmd {
	u := s.query.Units
	// The findings of a unit that others went into bear the names of these.
	s.oneUnit = len(u) == 1 && len(s.env.Catalog.Whole(u[0])) == 1
	return tea.Batch(s.pages.Ask(s.asked(), s.scroll.Top), s.countLate())
}

// search asks from the top.
func (s *Screen) search() tea.Cmd {
	s.scroll.To(0)
	s.seek = ""
	return s.ask()
}

// again asks the same question again; the marker follows the entry that was
// opened from here, which may have been changed and gone to the top.
func (s *Screen) again() tea.Cmd {
	return tea.Batch(s.pages.AskWithTop(s.asked(), s.scroll.Top), s.countLate())
}

// need reads the pages in the window that are not there yet.
func (s *Screen) need() tea.Cmd {
	from, to := s.scroll.Shown()
	return s.pages.Need(from, to)
}

func (s *Screen) answered(msg kit.PageMsg) tea.Cmd {
	if !s.pages.Take(msg) {
		return nil
	}
	s.returned.Read()
	if msg.Err != nil {
		s.env.Log.Error("cannot read the register", "cause", msg.Err)
		if s.pages.Total() > 0 {
			return s.env.Warn(s.env.Words.Err(msg.Err))
		}
		return nil
	}
	clear(s.drawn)
	s.measure(msg.Rows)
	s.fit()
	s.money = s.sum()
	for i, row := range msg.Rows {
		if s.seek != "" && row.ID == s.seek {
			s.scroll.To(msg.First() + i)
		}
	}
	return s.need()
}

// measure makes the column of the unit as wide as the names that were read; it
// never gets narrower, so that nothing jumps.
func (s *Screen) measure(rows []model.Summary) {
	s.longest = max(s.longest, ansi.StringWidth(s.env.Words.Register.Unit))
	for _, row := range rows {
		s.longest = max(s.longest, ansi.StringWidth(row.UnitName))
	}
}

// money is what all that is shown comes to.
type money struct{ owed, back vn.Money }

// sum adds up what is to be recovered, and what was: only where all that is shown
// has been read, since the store does not add it up.
func (s *Screen) sum() (m money) {
	for i := range s.pages.Total() {
		row, ok := s.pages.Row(i)
		if !ok {
			return money{}
		}
		m.owed, m.back = m.owed+row.Head.Amount, m.back+row.Head.Recovered
	}
	return m
}

// lateMsg says how many of what was asked for are overdue.
type lateMsg struct {
	of    *Screen
	count int
	total int
}

// countLate asks how many of what is shown are overdue: due before today, and not
// settled.
func (s *Screen) countLate() tea.Cmd {
	s.count++
	q, today := s.asked(), s.env.Today
	q.Open, q.Limit = true, 1
	if q.DueBefore.IsZero() || q.DueBefore.After(today) {
		q.DueBefore = today
	}
	store, log, msg := s.env.Store, s.env.Log, lateMsg{of: s, count: s.count}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		_, total, err := store.Records(ctx, q)
		if err != nil {
			log.Warn("cannot count what is overdue", "cause", err)
			return msg
		}
		msg.total = total
		return msg
	}
}

// states are the choices of the item that says in which state a record is, by
// kind of record.
type states map[model.Kind][]form.Choice

type statesMsg struct{ states states }

// readStates looks the states up in the forms. It is a command, since a form is
// read and compiled when it is first asked for.
func (s *Screen) readStates() tea.Cmd {
	forms, cat, log := s.env.Forms, s.env.Catalog, s.env.Log
	if forms == nil {
		return nil
	}
	return func() tea.Msg {
		found := states{}
		for _, kind := range model.Followed() {
			def, err := forms.Version(string(kind), "")
			if err != nil {
				log.Warn("cannot read a form", "form", kind, "cause", err)
				continue
			}
			it := def.Item(def.HeadItem("state"))
			switch {
			case it == nil:
			case it.List == "":
				found[kind] = it.Choices
			default:
				list, err := cat.List(it.List, "", s.env.Today)
				if err != nil {
					log.Warn("cannot read the list of states", "list", it.List, "cause", err)
				}
				for _, c := range list {
					found[kind] = append(found[kind], form.Choice{Code: c.Code, Label: form.Label{VI: c.VI, EN: c.EN}})
				}
			}
		}
		return statesMsg{found}
	}
}

// originMsg says which row of which inspection an entry came from.
type originMsg struct {
	of     *Screen
	parent model.RecordID
	origin form.Field
	err    error
}

// readOrigin reads where an entry came from: lists do not tell.
func (s *Screen) readOrigin(row model.Summary) tea.Cmd {
	store := s.env.Store
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		op, err := store.Record(ctx, row.ID)
		if err != nil {
			return originMsg{of: s, err: fmt.Errorf("read where %s came from: %w", row.ID, err)}
		}
		return originMsg{of: s, parent: op.Record.Parent, origin: op.Record.Origin}
	}
}

func (s *Screen) openOrigin(msg originMsg) tea.Cmd {
	switch {
	case msg.of != s:
		return nil
	case msg.err != nil:
		return s.env.Warn(s.env.Words.Err(msg.err))
	}
	return s.env.Open(kit.KindFill, msg.parent, msg.origin)
}

// roundsMsg brings the rounds to choose from, or the title of the one that the
// register was opened for.
type roundsMsg struct {
	of     *Screen
	rounds []model.Summary
	choose bool
	err    error
}

// mostRounds is how many rounds are offered: the newest.
const mostRounds = 200

// readRounds reads the rounds to choose from.
func (s *Screen) readRounds() tea.Cmd {
	store := s.env.Store
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		list, _, err := store.Records(ctx, model.Query{Kinds: []model.Kind{model.Round}, Order: model.ByDay, Limit: mostRounds})
		return roundsMsg{of: s, rounds: list, choose: true, err: err}
	}
}

// readRound reads the title of the round that is asked for, when it is not known.
func (s *Screen) readRound() tea.Cmd {
	id := s.query.Round
	if id == "" {
		return nil
	}
	store := s.env.Store
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		op, err := store.Record(ctx, id)
		if err != nil {
			return roundsMsg{of: s, err: err}
		}
		return roundsMsg{of: s, rounds: []model.Summary{{ID: id, UnitName: op.Record.UnitName, Head: op.Record.Head}}}
	}
}
