// Package home is the first screen: what needs the person who is at the
// keyboard, each line opened by Enter.
//
// It only reads, all of it in one command, and keeps what it shows until the
// next reading has come. It reads when it is opened, when it is uncovered, and
// once more when what was still being saved then is saved.
package home

import (
	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/model/catalog"
	"giamsat/model/form"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// The groups, in their order on the screen and in keymap.
type group int

const (
	inEntry group = iota
	sentBack
	late
	soon
	reports
	underWay
	groups
)

// Screen is the first screen.
type Screen struct {
	env           *kit.Env
	width, height int

	seq      int // of the last reading that was asked for
	started  bool
	err      error
	found    found
	returned kit.Return

	lines [groups][]line // what was found, in words
	shown [groups]int    // how many lines of each group are shown, without the one for the rest
	at    int            // the marker, among the lines that are shown
	seek  model.RecordID // the record whose review was opened from here
	left  model.RecordID // the record that was left last, until the marker is on it
}

var _ kit.Screen = (*Screen)(nil)

// New makes the first screen; it needs neither id nor argument.
func New(env *kit.Env, _ model.RecordID, _ any) kit.Screen { return &Screen{env: env} }

// Init reads what waits.
func (s *Screen) Init() tea.Cmd { return s.read() }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.lay()
}

// Scope names the keys that are valid here.
func (s *Screen) Scope() keymap.Scope { return keymap.InHome }

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	words := s.env.Words
	none, draft := "", ""
	l, ok := s.current()
	if !ok {
		none = words.List.NoRow
	}
	if !ok || l.id == "" {
		draft = words.Home.NoDraft
	}
	actions := []kit.Action{
		{ID: keymap.Open, Refused: none},
		{ID: keymap.NewRecord},
		{ID: keymap.Filter},
		{ID: keymap.Inspections},
		{ID: keymap.Rounds},
		{ID: keymap.Register},
		{ID: keymap.NewOther},
		{ID: keymap.Unit, Quiet: true},
		{ID: keymap.Edit, Refused: draft, Quiet: true},
		{ID: keymap.Review, Refused: draft, Quiet: true},
		{ID: keymap.Refresh, Quiet: s.err == nil},
	}
	for g := range groups {
		actions = append(actions, kit.Action{ID: g.action(), Quiet: true})
	}
	return append(actions, kit.Action{ID: keymap.Quit})
}

// action is the key of a group.
func (g group) action() keymap.Action {
	return [...]keymap.Action{keymap.Drafts, keymap.Returned, keymap.Overdue, keymap.DueSoon, keymap.Reports, keymap.UnderWay}[g]
}

// newKind marks the question which kind of record is to be begun.
type newKind struct{}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if action, ok := s.env.Keys.Action(keymap.InHome, msg); ok {
			return s.do(action)
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.BackMsg:
		s.returned.Began(s.env.Desk.Owed() > 0)
		s.left = msg.Left
		return s.read()
	case kit.SavedMsg:
		if s.returned.Saved(msg.Err) {
			return s.read()
		}
	case kit.Jump:
		return s.env.Open(kit.KindFill, s.seek, msg.Field)
	case kit.PickedMsg:
		if _, ok := msg.Tag.(newKind); ok && len(msg.Codes) == 1 {
			return s.begin(model.Kind(msg.Codes[0]))
		}
	case kit.LanguageMsg:
		s.tell()
	case readMsg:
		return s.answered(msg)
	}
	return nil
}

// answered takes a reading; the marker stays on what it was on.
func (s *Screen) answered(msg readMsg) tea.Cmd {
	if msg.seq != s.seq {
		return nil
	}
	s.started = true
	s.returned.Read()
	if s.err = msg.err; msg.err != nil {
		s.env.Log.Error("cannot read what waits", "cause", msg.err)
		if !s.empty() {
			return s.env.Warn(s.env.Words.Err(msg.err))
		}
		return nil
	}
	was, had := s.current()
	s.found = msg.found
	s.tell()
	if had {
		s.find(was)
	}
	if s.left != "" && !s.returned.Stale() { // where one came from, however one had got there
		s.findRecord(s.left)
		s.left = ""
	}
	return nil
}

// do does an action.
func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.moved(action) {
		return nil
	}
	switch action {
	case keymap.NewRecord:
		return s.begin(model.Inspection)
	case keymap.NewOther:
		return s.env.Open(kit.KindPick, "", s.env.PickKind(newKind{}, s.env.Words.New.Which))
	case keymap.Filter:
		s.env.Open(kit.KindList, "", nil)
		return s.env.Hand(kit.RunMsg{Action: keymap.Filter})
	case keymap.Inspections:
		return s.env.Open(kit.KindList, "", nil)
	case keymap.Rounds:
		return s.list(model.Query{Kinds: []model.Kind{model.Round}}, "")
	case keymap.Register:
		return s.env.Open(kit.KindRegister, "", nil)
	case keymap.Unit:
		return s.env.Open(kit.KindUnit, "", nil)
	case keymap.Refresh:
		return s.read()
	case keymap.Open, keymap.Edit, keymap.Review:
		return s.use(action)
	}
	for g := range groups {
		if action == g.action() {
			return s.enter(g)
		}
	}
	return nil
}

// moved moves the marker; false when the action is no move.
func (s *Screen) moved(action keymap.Action) bool {
	var scroll kit.Scroll
	scroll.Fit(s.count(), max(s.height-head, 1))
	scroll.To(s.at)
	moved := scroll.Move(action)
	s.at = scroll.At
	return moved
}

// use does what concerns the line that the marker is on.
func (s *Screen) use(action keymap.Action) tea.Cmd {
	l, ok := s.current()
	switch {
	case !ok:
		return s.env.Notice(s.env.Words.List.NoRow)
	case action == keymap.Open:
		return s.open(l)
	case l.id == "":
		return s.env.Notice(s.env.Words.Home.NoDraft)
	case action == keymap.Edit:
		return s.env.Open(kit.KindFill, l.id, nil)
	}
	s.seek = l.id
	return s.env.Open(kit.KindReview, l.id, nil)
}

// sentItem is the item of a round's form that says when its report was sent.
const sentItem = "report_sent"

// open opens what a line is about.
func (s *Screen) open(l line) tea.Cmd {
	switch {
	case l.rest:
		return s.openAll(l.group)
	case l.group == underWay:
		return s.env.Open(kit.KindRound, l.id, nil)
	case l.id == "":
		return s.begin(model.Supervision)
	case l.group == reports && l.kind == model.Round:
		return s.env.Open(kit.KindFill, l.id, form.Field{Item: sentItem})
	}
	return s.env.Open(kit.KindFill, l.id, nil)
}

// begin begins a record; what is not of a visit is begun for the province.
func (s *Screen) begin(kind model.Kind) tea.Cmd {
	return s.env.Open(kit.KindNew, "", &kit.Begin{Kind: kind})
}

// enter goes to a group; from within the group it opens all of it.
func (s *Screen) enter(g group) tea.Cmd {
	if len(s.lines[g]) == 0 {
		return s.env.Notice(s.noGroup(g))
	}
	if l, ok := s.current(); ok && l.group == g {
		return s.openAll(g)
	}
	s.at = 0
	for before := range g {
		s.at += s.rows(before)
	}
	return nil
}

// openAll opens everything of a group.
func (s *Screen) openAll(g group) tea.Cmd {
	kinds, user, today, words := s.env.Kinds(), s.env.User, s.env.Today, s.env.Words.Home
	switch g {
	case inEntry:
		return s.list(drafts(kinds, user), words.MyDrafts)
	case sentBack:
		return s.list(returned(kinds, user), words.MyReturned)
	case late:
		q := overdue(today)
		return s.env.Open(kit.KindRegister, "", &q)
	case soon:
		q := dueSoon(today)
		return s.env.Open(kit.KindRegister, "", &q)
	case reports:
		return s.list(model.Query{Kinds: []model.Kind{model.Supervision}}, "")
	case underWay, groups:
	}
	return s.list(model.Query{Kinds: []model.Kind{model.Round}}, "")
}

func (s *Screen) list(q model.Query, title string) tea.Cmd {
	return s.env.Open(kit.KindList, "", &kit.Listing{Query: q, Title: title})
}

// title names the program and the province.
func (s *Screen) title() string {
	title := s.env.Words.Common.Product
	if home, ok := s.env.Catalog.UnitOn(s.env.Catalog.Home(), s.env.Today); ok {
		title += " " + s.env.Theme.Sign.Sep + " " + home.Name
	}
	return title
}

// reportKind names a kind of report: "Báo cáo năm".
func (s *Screen) reportKind(d catalog.Deadline) string {
	if c, ok := s.env.Catalog.Choice("report_kinds", d.Programme, d.Code); ok {
		if s.env.Words.Lang == "en" {
			return c.EN
		}
		return c.VI
	}
	return d.Code
}
