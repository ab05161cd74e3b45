package round

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/tui/kit"
)

// Values pinned for the inspections of the round: every one that is begun starts
// with them, so that here is the place to see where a value is from.

// pickPin is what the list of pins was opened for.
type pickPin struct{}

// pinsMsg brings what is pinned, with a session of the form that shows it.
type pinsMsg struct {
	id      model.RecordID
	pins    model.Pins
	session *form.Session
	err     error
}

// askPins reads what is pinned.
func (s *Screen) askPins() tea.Cmd {
	if s.found == nil {
		return nil
	}
	store, forms, id, r, setting := s.env.Store, s.env.Forms, s.id, s.found.round, s.env.Desk.Setting(s.found.round)
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		msg := pinsMsg{id: id}
		var def *form.Definition
		if msg.pins, msg.err = store.Pins(ctx, id, model.Inspection); msg.err != nil {
			return msg
		}
		if def, msg.err = forms.For(string(model.Inspection), r.Programme, r.Day); msg.err == nil {
			msg.session = form.NewSession(def, form.Record{}, setting)
		}
		return msg
	}
}

// pinsRead lists what is pinned.
func (s *Screen) pinsRead(msg pinsMsg) tea.Cmd {
	switch {
	case msg.id != s.id:
		return nil
	case msg.err != nil:
		return s.env.Warn(s.env.Words.Err(msg.err))
	case len(msg.pins.List) == 0:
		return s.env.Notice(s.env.Words.Repeat.NoPins)
	}
	return s.env.Open(kit.KindPick, "", s.env.PickPin(pickPin{}, msg.pins, msg.session))
}

// unpin takes out the pin that was chosen.
func (s *Screen) unpin(msg kit.PickedMsg) tea.Cmd {
	if _, ok := msg.Tag.(pickPin); !ok || len(msg.Codes) != 1 {
		return nil
	}
	f, err := form.ParseField(msg.Codes[0])
	if err != nil {
		return nil // the list names fields
	}
	store, id := s.env.Store, s.id
	return func() tea.Msg {
		return kit.PinnedMsg{ID: id, Err: store.Pin(context.Background(), id, model.Pin{Kind: model.Inspection, Field: f})}
	}
}

// unpinned says what was done.
func (s *Screen) unpinned(msg kit.PinnedMsg) tea.Cmd {
	switch {
	case msg.ID != s.id:
		return nil
	case msg.Err != nil:
		return s.env.Warn(s.env.Words.Err(msg.Err))
	}
	return s.env.Notice(s.env.Words.Repeat.TakenOut)
}
