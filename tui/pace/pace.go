// Package pace is the screen on which a person sees what entering took: keys,
// time and corrections of each record, and how many of them an answer needed.
//
// It shows the person's own records only, and what it shows goes nowhere else.
// It reads when it is opened, when a save has ended, and when asked to; what was
// typed since the last answer that was saved is not counted yet.
package pace

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// head is how many rows stand above the records: what they took together, and the
// names of the columns.
const head = 3

// most is how many records are shown.
const most = 100

// Screen is the person's statistics.
type Screen struct {
	env           *kit.Env
	id            model.RecordID // the record it was opened from; may be none
	width, height int
	scroll        kit.Scroll

	seq  int // of the last reading that was asked for
	read bool
	err  error
	list []model.Pace
}

var _ kit.Screen = (*Screen)(nil)

// New makes the screen; id is the record that it is opened from, or "".
func New(env *kit.Env, id model.RecordID, _ any) kit.Screen { return &Screen{env: env, id: id} }

// readMsg answers a reading.
type readMsg struct {
	of   *Screen
	seq  int
	list []model.Pace
	err  error
}

// Init reads what the last records took.
func (s *Screen) Init() tea.Cmd {
	s.seq++
	store, seq := s.env.Store, s.seq
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), kit.Patience)
		defer cancel()
		list, err := store.Paces(ctx, most)
		return readMsg{of: s, seq: seq, list: list, err: err}
	}
}

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.scroll.Fit(len(s.list), height-head-kit.NoteLines+1)
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InPace }

// Actions lists what can be done here.
func (s *Screen) Actions() []kit.Action {
	none := ""
	if len(s.list) == 0 {
		none = s.env.Words.List.NoRow
	}
	return []kit.Action{{ID: keymap.Open, Refused: none}, {ID: keymap.Refresh}, {ID: keymap.Back}}
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if a, ok := s.env.Keys.Action(s.Scope(), msg); ok {
			return s.do(a)
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.BackMsg:
		return s.Init()
	case kit.SavedMsg: // what was typed just before is counted now
		if msg.Err == nil {
			return s.Init()
		}
	case readMsg:
		return s.heard(msg)
	}
	return nil
}

// heard takes a reading; the marker goes to the record it was opened from, and
// stays where it is afterwards.
func (s *Screen) heard(msg readMsg) tea.Cmd {
	if msg.of != s || msg.seq != s.seq {
		return nil
	}
	if s.err = msg.err; msg.err != nil {
		s.env.Log.Error("cannot read what entering took", "cause", msg.err)
		return nil
	}
	first := !s.read
	s.read, s.list = true, msg.list
	s.SetSize(s.width, s.height)
	for i, p := range s.list {
		if first && p.ID == s.id {
			s.scroll.To(i)
		}
	}
	return nil
}

func (s *Screen) do(a keymap.Action) tea.Cmd {
	if s.scroll.Move(a) {
		return nil
	}
	switch a {
	case keymap.Open:
		p, ok := s.current()
		switch {
		case !ok:
			return s.env.Notice(s.env.Words.List.NoRow)
		case p.ID == s.id:
			return s.env.Back(nil)
		}
		return s.env.Open(kit.KindFill, p.ID, nil)
	case keymap.Refresh:
		return s.Init()
	case keymap.Back:
		return s.env.Back(nil)
	}
	return nil
}

// current is the record under the marker.
func (s *Screen) current() (model.Pace, bool) {
	if s.scroll.At >= len(s.list) {
		return model.Pace{}, false
	}
	return s.list[s.scroll.At], true
}

// before is the person's former record of the same kind and unit, when it is
// among those that were read.
func (s *Screen) before(at int) (model.Pace, bool) {
	p := s.list[at]
	for _, q := range s.list {
		if q.ID != p.ID && q.Kind == p.Kind && q.Unit == p.Unit && q.Day.Before(p.Day) && q.Keys > 0 {
			return q, true
		}
	}
	return model.Pace{}, false
}
