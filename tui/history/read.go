package history

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// story is what was read of a record: it is not changed any more.
type story struct {
	record    model.Record
	events    []model.Event // oldest first
	revisions map[int64]int // the number of a revision by the event that completed it
	longest   int           // cells of the longest name of who changed it
	eras      []era         // oldest first; the last is of the present form
}

// era is the time that a record was on one form: the words of that form tell what
// happened then.
type era struct {
	until   int64 // seq of the event that ended it; 0: it has not ended
	session *form.Session
}

// at returns the form that an event was on.
func (st *story) at(seq int64) *form.Session {
	for _, e := range st.eras {
		if seq < e.until {
			return e.session
		}
	}
	return st.eras[len(st.eras)-1].session
}

// storyMsg answers a reading.
type storyMsg struct {
	of    *Screen
	seq   int
	story *story
	err   error
}

// read reads everything in one command.
func (s *Screen) read() tea.Cmd {
	s.seq++
	store, desk, id, msg := s.env.Store, s.env.Desk, s.id, storyMsg{of: s, seq: s.seq}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		msg.story, msg.err = readStory(ctx, store, desk, id)
		return msg
	}
}

func readStory(ctx context.Context, store kit.Store, desk *kit.Desk, id model.RecordID) (*story, error) {
	op, err := store.Record(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the record of a history: %w", err)
	}
	st := &story{record: op.Record, revisions: map[int64]int{}}
	if st.events, err = store.History(ctx, id); err != nil {
		return nil, fmt.Errorf("read a history: %w", err)
	}
	revisions, err := store.Revisions(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the revisions of a history: %w", err)
	}
	for _, r := range revisions {
		st.revisions[r.Seq] = r.N
	}
	for _, e := range st.events {
		st.longest = max(st.longest, ansi.StringWidth(e.By))
		if e.Kind != model.EventMove {
			continue
		}
		before, err := store.RecordAt(ctx, id, e.Seq-1)
		if err != nil {
			return nil, fmt.Errorf("read the former form of a history: %w", err)
		}
		st.eras = append(st.eras, era{until: e.Seq, session: sessionOf(desk, before)})
	}
	st.eras = append(st.eras, era{session: sessionOf(desk, op)})
	return st, nil
}

// sessionOf takes a record up to read from it: labels, rows, and answers as they
// are shown.
func sessionOf(desk *kit.Desk, op *model.Opened) *form.Session {
	return form.NewSession(op.Form, op.Filled, desk.Setting(op.Record))
}

// heard takes a reading over. The marker stays on the event that it is on.
func (s *Screen) heard(msg storyMsg) tea.Cmd {
	if msg.of != s || msg.seq != s.seq {
		return nil
	}
	if msg.err != nil {
		s.env.Log.Error("cannot read a history", "record", s.id, "cause", msg.err)
		if s.seen != nil {
			return s.env.Warn(s.env.Words.Err(msg.err))
		}
		s.err = msg.err
		return nil
	}
	e, had := s.current()
	s.seen, s.err, s.folded = msg.story, nil, nil
	clear(s.told)
	s.look()
	for i, at := range s.shown {
		if had && s.seen.events[at].Seq == e.Seq {
			s.scroll.To(i)
		}
	}
	return nil
}
