// Package move is the screen on which a record is moved to a newer version of its
// form: what stands under the old form on the left, what the new one makes of it
// on the right, and at first only what differs.
//
// Looking changes nothing. Moving asks for a reason and is one write; no answer
// is dropped by it. A completed record is not moved: it is reopened first.
package move

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/form"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen shows one record under a newer form.
type Screen struct {
	env           *kit.Env
	id            model.RecordID
	width, height int
	scroll        kit.Scroll

	seen   *sight // nil until it was read
	failed error  // why it was not
	asked  string // the version that is being read; "" for the newest
	all    bool   // lines that do not differ are shown too
	busy   bool   // moving is under way
}

// sight is a record as it would be under a newer form.
type sight struct {
	op     *model.Opened
	newer  []form.Header
	to     *form.Definition // nil: there is no newer form
	moving form.Moving
}

var _ kit.Waiter = (*Screen)(nil)

// New makes the screen for a record; arg is not used.
func New(env *kit.Env, id model.RecordID, _ any) kit.Screen { return &Screen{env: env, id: id} }

// readMsg brings a record as it would be under a version of its form.
type readMsg struct {
	id      model.RecordID
	version string // that was asked for
	seen    *sight
	err     error
}

// movedMsg says how moving went.
type movedMsg struct {
	id  model.RecordID
	err error
}

// patience is how long is waited for what other screens owe the store.
const patience = 10 * time.Second

// Init reads the record under the newest form.
func (s *Screen) Init() tea.Cmd { return s.read("") }

// read looks at the record under a version of its form; "" is the newest. What
// another screen still owes is written first.
func (s *Screen) read(version string) tea.Cmd {
	s.asked = version
	id, store, desk, forms, cat := s.id, s.env.Store, s.env.Desk, s.env.Forms, s.env.Catalog
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		reply := readMsg{id: id, version: version}
		if reply.err = desk.Flush(ctx); reply.err != nil {
			return reply
		}
		op, err := store.Record(ctx, id)
		if err != nil {
			reply.err = fmt.Errorf("read record %s: %w", id, err)
			return reply
		}
		reply.seen = &sight{op: op, newer: forms.Newer(op.Form, op.Record.Programme, op.Record.Day)}
		if version == "" && len(reply.seen.newer) > 0 {
			version = reply.seen.newer[0].Version
		}
		if version == "" {
			return reply
		}
		if reply.seen.to, reply.err = forms.Version(op.Form.ID, version); reply.err != nil {
			return reply
		}
		set, err := kit.Looking(ctx, store, cat, op.Record, op.Form, reply.seen.to)
		if err != nil {
			reply.err = err
			return reply
		}
		reply.seen.moving = form.Move(op.Filled, op.Form, reply.seen.to, set)
		return reply
	}
}

// Waiting reports whether the record is being read or moved.
func (s *Screen) Waiting() bool { return s.busy || s.seen == nil && s.failed == nil }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.fit()
}

// fit tells the marker how many lines there are now.
func (s *Screen) fit() { s.scroll.Fit(len(s.lines()), s.rows()) }

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InMove }

// What a list or a question was opened for; it comes back with the answer.
type (
	pickVersion struct{}
	askReason   struct{}
)

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case readMsg:
		return s.arrived(msg)
	case movedMsg:
		return s.moved(msg)
	case tea.KeyPressMsg:
		if a, ok := s.env.Keys.Action(s.Scope(), msg); ok {
			return s.do(a)
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.PickedMsg:
		if _, ok := msg.Tag.(pickVersion); ok && len(msg.Codes) == 1 {
			s.seen = nil
			return s.read(msg.Codes[0])
		}
	case kit.AnsweredMsg:
		if _, ok := msg.Tag.(askReason); ok {
			return s.move(msg.Text)
		}
	}
	return nil
}

func (s *Screen) arrived(msg readMsg) tea.Cmd {
	if msg.id != s.id || msg.version != s.asked {
		return nil
	}
	if msg.err != nil {
		s.failed = msg.err
		return s.env.Warn(s.env.Words.Err(msg.err))
	}
	s.seen, s.failed = msg.seen, nil
	s.scroll.To(0)
	s.fit()
	return nil
}

// do carries out an action.
func (s *Screen) do(a keymap.Action) tea.Cmd {
	if s.scroll.Move(a) {
		return nil
	}
	switch a {
	case keymap.MoveForm:
		return s.ask()
	case keymap.ShowAll:
		s.toggle()
	case keymap.Pick:
		return s.pick()
	case keymap.Back:
		return s.env.Back(nil)
	}
	return nil
}

// toggle shows all answers, or those that differ, and stays on the one it is on or
// goes to the next that is shown.
func (s *Screen) toggle() {
	before, at := s.lines(), s.scroll.At
	s.all = !s.all
	s.fit()
	now := s.lines()
	for ; at < len(before); at++ {
		if i := slices.Index(now, before[at]); i >= 0 {
			s.scroll.To(i)
			return
		}
	}
}

// refused says why the record cannot be moved; "" when it can.
func (s *Screen) refused() string {
	w := s.env.Words.Move
	switch {
	case s.seen == nil:
		return w.Reading
	case s.seen.to == nil:
		return w.NoNewer
	case s.seen.op.Record.Status == model.Completed:
		return w.Closed
	}
	return ""
}

func (s *Screen) ask() tea.Cmd {
	if why := s.refused(); why != "" {
		return s.env.Notice(why)
	}
	title := fmt.Sprintf(s.env.Words.Move.Ask, s.seen.to.Version)
	return s.env.Open(kit.KindAsk, s.id, &kit.Ask{Tag: askReason{}, Title: title, Required: true})
}

// pick offers the newer versions where there are several.
func (s *Screen) pick() tea.Cmd {
	if s.seen == nil || len(s.seen.newer) < 2 {
		return nil
	}
	var entries []kit.Entry
	for _, h := range s.seen.newer {
		entries = append(entries, kit.Entry{Code: h.Version, Label: h.Version + " " + h.Title.In(s.env.Words.Lang),
			Detail: fmt.Sprintf(s.env.Words.Move.Valid, h.ValidFrom)})
	}
	find := func(typed string) (found []kit.Entry) {
		for _, e := range entries {
			if vn.Match(vn.Fold(e.Label), typed) {
				found = append(found, e)
			}
		}
		return found
	}
	return s.env.Open(kit.KindPick, s.id, &kit.Pick{Tag: pickVersion{}, Title: s.env.Words.Move.Versions, Find: find})
}

// move writes the record under the new form.
func (s *Screen) move(reason string) tea.Cmd {
	if s.refused() != "" || s.busy {
		return nil
	}
	s.busy = true
	id, store, save, to := s.id, s.env.Store, model.SaveOf(s.seen.op, s.seen.moving), s.seen.to
	return func() tea.Msg { return movedMsg{id: id, err: store.Move(context.Background(), save, to, reason)} }
}

// moved goes back to where the record was opened from, once it is bound to the new
// form. After a failure the record is read again: somebody else may have
// changed it.
func (s *Screen) moved(msg movedMsg) tea.Cmd {
	if msg.id != s.id {
		return nil
	}
	s.busy = false
	if msg.err != nil {
		return tea.Batch(s.env.Warn(s.env.Words.Err(msg.err)), s.read(s.asked))
	}
	s.env.Desk.Close(s.id)
	done := fmt.Sprintf(s.env.Words.Move.Done, s.seen.to.Version)
	return tea.Batch(s.env.Hand(kit.MovedMsg{ID: s.id}), s.env.Back(nil), s.env.Notice(done))
}

// Actions lists what can be done here now.
func (s *Screen) Actions() []kit.Action {
	if s.seen == nil || s.seen.to == nil {
		return []kit.Action{{ID: keymap.Back}}
	}
	list := []kit.Action{{ID: keymap.MoveForm, Refused: s.refused()}, {ID: keymap.ShowAll}}
	if len(s.seen.newer) > 1 {
		list = append(list, kit.Action{ID: keymap.Pick})
	}
	return append(list, kit.Action{ID: keymap.Back})
}
