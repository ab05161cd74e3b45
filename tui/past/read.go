package past

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// reading is what was read: it is not changed any more.
type reading struct {
	record   model.Record // as it is today
	was, now *form.Session
	event    model.Event // that the record is shown after
	revision int         // its number, when the event is a completion
	after    model.Event // the next reopening, when there was one
}

// readMsg answers a reading.
type readMsg struct {
	of      *Screen
	reading *reading
	err     error
}

// read reads everything in one command.
func (s *Screen) read() tea.Cmd {
	store, desk, id, seq, msg := s.env.Store, s.env.Desk, s.id, s.seq, readMsg{of: s}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		msg.reading, msg.err = readPast(ctx, store, desk, id, seq)
		return msg
	}
}

func readPast(ctx context.Context, store kit.Store, desk *kit.Desk, id model.RecordID, seq int64) (*reading, error) {
	was, err := store.RecordAt(ctx, id, seq)
	if err != nil {
		return nil, fmt.Errorf("read a former record: %w", err)
	}
	now, err := store.Record(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the record of today: %w", err)
	}
	events, err := store.History(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the history of a former record: %w", err)
	}
	revisions, err := store.Revisions(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the revisions of a former record: %w", err)
	}
	r := &reading{record: now.Record, was: sessionOf(desk, was), now: sessionOf(desk, now)}
	found := false
	for _, e := range events {
		switch {
		case e.Seq == seq:
			r.event, found = e, true
		case found && e.Kind == model.EventReopen && r.after.Kind == "":
			r.after = e
		}
	}
	for _, rev := range revisions {
		if rev.Seq == seq {
			r.revision = rev.N
		}
	}
	return r, nil
}

func sessionOf(desk *kit.Desk, op *model.Opened) *form.Session {
	return form.NewSession(op.Form, op.Filled, desk.Setting(op.Record))
}

func (s *Screen) heard(msg readMsg) tea.Cmd {
	if msg.of != s {
		return nil
	}
	if s.err = msg.err; msg.err != nil {
		s.env.Log.Error("cannot read a former record", "record", s.id, "seq", s.seq, "cause", msg.err)
		return nil
	}
	s.seen = msg.reading
	s.lay()
	s.fit()
	return nil
}

// when writes a moment.
func when(at time.Time) string { return at.Local().Format("02/01/2006 15:04") }
