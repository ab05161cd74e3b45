// Package round is the screen of one round of inspections: the units that are
// planned, how far the visit to each is, and the visits outside the plan.
//
// It reads everything in one command, and shows what it has until the next reading
// has come. It changes one thing: a value pinned for the round's inspections may be
// taken out. The round's own answers are changed in its form.
package round

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/vn"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Screen is one round.
type Screen struct {
	env           *kit.Env
	id            model.RecordID
	width, height int
	scroll        kit.Scroll

	seq   int // of the last reading that was asked for
	err   error
	found *found // nil: not read yet
	seek  model.RecordID

	returned kit.Return
}

var _ kit.Screen = (*Screen)(nil)

// New makes the screen of a round; arg is not used.
func New(env *kit.Env, id model.RecordID, _ any) kit.Screen { return &Screen{env: env, id: id} }

// Init reads the round and its visits.
func (s *Screen) Init() tea.Cmd { return s.read() }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.fit()
}

func (s *Screen) fit() {
	lines := 0
	if s.found != nil {
		lines = len(s.found.lines)
	}
	s.scroll.Fit(lines, s.height-head)
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InRound }

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	none, unread, unvisited := "", "", ""
	l, ok := s.current()
	if !ok {
		none = s.env.Words.List.NoRow
	}
	if !ok || l.visit == nil {
		unvisited = s.env.Words.Round.NoVisit
	}
	if s.found == nil {
		unread = s.env.Words.List.Reading
	}
	return []kit.Action{
		{ID: keymap.Open, Refused: none},
		{ID: keymap.NewRecord, Refused: unread},
		{ID: keymap.Edit},
		{ID: keymap.Register},
		{ID: keymap.Refresh, Quiet: s.err == nil},
		{ID: keymap.Back},
		{ID: keymap.Review, Refused: unvisited},
		{ID: keymap.History, Quiet: true},
		{ID: keymap.Pins, Refused: unread, Quiet: true},
	}
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if action, ok := s.env.Keys.Action(keymap.InRound, msg); ok {
			return s.do(action)
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.BackMsg:
		s.returned.Began(s.env.Desk.Owed() > 0)
		return s.read()
	case kit.SavedMsg:
		if s.returned.Saved(msg.Err) {
			return s.read()
		}
	case kit.Jump:
		return s.env.Open(kit.KindFill, s.seek, msg.Field)
	case readMsg:
		return s.answered(msg)
	case pinsMsg:
		return s.pinsRead(msg)
	case kit.PickedMsg:
		return s.unpin(msg)
	case kit.PinnedMsg:
		return s.unpinned(msg)
	}
	return nil
}

// answered takes a reading; the marker stays on the unit it was on.
func (s *Screen) answered(msg readMsg) tea.Cmd {
	if msg.id != s.id || msg.seq != s.seq {
		return nil
	}
	s.returned.Read()
	if s.err = msg.err; msg.err != nil {
		s.env.Log.Error("cannot read a round", "round", s.id, "cause", msg.err)
		return s.env.Warn(s.env.Words.Err(msg.err))
	}
	was, had := s.current()
	s.found = msg.found
	s.fit()
	if !had {
		return nil
	}
	for i, l := range s.found.lines {
		if l.same(was) {
			s.scroll.To(i)
			break
		}
	}
	return nil
}

// current is the line that the marker is on.
func (s *Screen) current() (line, bool) {
	if s.found == nil || s.scroll.At >= len(s.found.lines) {
		return line{}, false
	}
	return s.found.lines[s.scroll.At], true
}

// do does an action.
func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.scroll.Move(action) {
		return nil
	}
	switch action {
	case keymap.Open, keymap.Review:
		return s.use(action)
	case keymap.NewRecord:
		return s.begin(line{})
	case keymap.Edit:
		return s.env.Open(kit.KindFill, s.id, nil)
	case keymap.Register:
		return s.env.Open(kit.KindRegister, "", &model.Query{Kinds: model.Followed(), Round: s.id, Order: model.ByDue})
	case keymap.History:
		return s.env.Open(kit.KindHistory, s.id, nil)
	case keymap.Pins:
		return s.askPins()
	case keymap.Refresh:
		return s.read()
	case keymap.Back:
		return s.env.Back(nil)
	}
	return nil
}

// use opens the visit of the line that the marker is on, or its review.
func (s *Screen) use(action keymap.Action) tea.Cmd {
	l, ok := s.current()
	switch {
	case !ok:
		return s.env.Notice(s.env.Words.List.NoRow)
	case l.visit == nil && action == keymap.Open:
		return s.begin(l)
	case l.visit == nil:
		return s.env.Notice(s.env.Words.Round.NoVisit)
	case action == keymap.Open:
		return s.env.Open(kit.KindFill, l.visit.ID, nil)
	}
	s.seek = l.visit.ID
	return s.env.Open(kit.KindReview, l.visit.ID, nil)
}

// begin begins an inspection of the round; of a planned unit with all that is
// known of the visit.
func (s *Screen) begin(l line) tea.Cmd {
	if s.found == nil {
		return nil
	}
	r := s.found.round
	b := &kit.Begin{Kind: model.Inspection, Parent: s.id, Round: model.RoundName(r.Head), Programme: r.Programme, Projects: s.found.projects}
	if l.unit != (catalog.UnitKey{}) {
		b.Unit, b.Day = l.unit, s.visitDay(l)
	}
	return s.env.Open(kit.KindNew, "", b)
}

// visitDay is when a planned unit is visited: today within the round, else as planned.
func (s *Screen) visitDay(l line) vn.Date {
	r, today := s.found.round.Head, s.env.Today
	switch {
	case !today.Before(r.From) && (r.To.IsZero() || !today.After(r.To)):
		return today
	case !l.planned.IsZero():
		return l.planned
	}
	return r.From
}
