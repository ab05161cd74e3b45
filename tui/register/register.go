// Package register is the screen with what is followed up until it is settled:
// the findings, difficulties and recommendations of all inspections, what is due
// first on top.
//
// It reads pages as they come into sight and changes nothing: Enter opens the
// record, where it is answered. Which part is shown is said on the first line,
// each facet with the key that changes it, and Esc takes all of them back to what
// the register was opened with. What is overdue is never stored: it follows from
// the due day and today.
package register

import (
	"fmt"
	"reflect"
	"strings"

	tea "charm.land/bubbletea/v2"

	"giamsat/model"
	"giamsat/tui/field"
	"giamsat/tui/keymap"
	"giamsat/tui/kit"
)

// Rows above the entries: the facets, and the names of the columns. Below them
// stands what all that is shown comes to.
const (
	head = 2
	foot = 1
)

// Screen is the register.
type Screen struct {
	env           *kit.Env
	width, height int
	scroll        kit.Scroll

	query  model.Query // which part is shown, the text apart
	opened model.Query // … when the register was opened
	round  string      // title of the round in query

	oneUnit bool // the query is of a unit that nothing went into
	longest int  // cells of the longest name of a unit that was read

	filter *field.Filter // the text that is searched for

	pages  *kit.Pages
	count  int    // of the present question, so that a late reply to another is dropped
	late   int    // how many of what is shown are overdue; 0: none, or not known
	money  money  // of all that is shown
	states states // what the forms call them
	drawn  map[int]string
	seek   model.RecordID // opened from here: the marker stays on it
	went   bool           // one was opened from here

	returned kit.Return
}

var _ kit.Screen = (*Screen)(nil)

// New makes the register; arg is the *model.Query to begin with, or nil for all
// that is not settled.
func New(env *kit.Env, _ model.RecordID, arg any) kit.Screen {
	s := &Screen{env: env, pages: kit.NewPages(env.Store), drawn: map[int]string{}}
	s.query = model.Query{Open: true, Order: model.ByDue}
	if q, ok := arg.(*model.Query); ok && q != nil {
		s.query = *q
	}
	if len(s.query.Kinds) == 0 {
		s.query.Kinds = model.Followed()
	}
	s.opened = s.query
	s.filter = field.NewFilter(env, s.query.Text)
	return s
}

// Init reads the first page, how much is overdue, and what states are called.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.ask(), s.readStates(), s.readRound()) }

// SetSize gives the room for the body.
func (s *Screen) SetSize(width, height int) {
	if width != s.width {
		clear(s.drawn)
	}
	s.width, s.height = width, height
	s.filter.SetWidth(s.width / 3)
	s.fit()
}

// fit tells the marker how many entries there are, and how many can be shown: the
// lines below them are for the rest of a long note.
func (s *Screen) fit() { s.scroll.Fit(s.pages.Total(), s.height-head-foot-kit.NoteLines+1) }

// Scope names the keys that are valid here now.
func (s *Screen) Scope() keymap.Scope {
	if s.filter.IsOpen() {
		return keymap.InListFilter
	}
	return keymap.InRegister
}

// Actions lists what can be done now.
func (s *Screen) Actions() []kit.Action {
	none, origin := "", ""
	switch row, ok := s.current(); {
	case !ok:
		none, origin = s.env.Words.Register.NoRow, s.env.Words.Register.NoRow
	case row.Parent == "":
		origin = s.env.Words.Register.NoOrigin
	}
	failed := s.pages.Err() != nil
	list := []kit.Action{{ID: keymap.Open, Refused: none}}
	if s.filter.IsOpen() {
		return append(list, kit.Action{ID: keymap.Found}, kit.Action{ID: keymap.Back}, kit.Action{ID: keymap.Refresh, Quiet: !failed})
	}
	list = append(list, kit.Action{ID: keymap.Filter}, kit.Action{ID: keymap.Refresh, Quiet: !failed})
	for _, a := range []keymap.Action{keymap.ByDue, keymap.ByOpen, keymap.ByKind, keymap.ByUnit, keymap.ByRound, keymap.ByArea, keymap.ByState} {
		list = append(list, kit.Action{ID: a})
	}
	return append(list,
		kit.Action{ID: keymap.Origin, Refused: origin},
		kit.Action{ID: keymap.History, Refused: none},
		kit.Action{ID: keymap.Back},
		kit.Action{ID: keymap.OrderBy, Quiet: true},
		kit.Action{ID: keymap.Unit, Refused: none, Quiet: true},
		kit.Action{ID: keymap.Review, Refused: none, Quiet: true},
	)
}

// Update dispatches one message.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.pressed(msg)
	case tea.PasteMsg:
		if s.filter.Update(msg) {
			return s.search()
		}
	case kit.RunMsg:
		return s.do(msg.Action)
	case kit.PickedMsg:
		return s.picked(msg)
	case kit.Jump:
		return s.env.Open(kit.KindFill, s.seek, msg.Field)
	case kit.BackMsg:
		if s.went {
			s.went = false
			s.filter.Close() // what was looked for is found: the letters are commands again
		}
		s.returned.Began(s.env.Desk.Owed() > 0)
		return s.again()
	case kit.SavedMsg:
		if s.returned.Saved(msg.Err) {
			return s.again()
		}
	case kit.LanguageMsg:
		s.filter.Relabel()
		clear(s.drawn)
	case kit.PageMsg:
		return s.answered(msg)
	case lateMsg:
		if msg.of == s && msg.count == s.count {
			s.late = msg.total
		}
	case statesMsg:
		s.states = msg.states
		clear(s.drawn)
	case roundsMsg:
		return s.roundsRead(msg)
	case originMsg:
		return s.openOrigin(msg)
	}
	return nil
}

func (s *Screen) pressed(msg tea.KeyPressMsg) tea.Cmd {
	if action, ok := s.env.Keys.Action(s.Scope(), msg); ok && !s.filter.Captures(msg) {
		return s.do(action)
	}
	if s.filter.Update(msg) {
		return s.search()
	}
	return nil
}

// do does an action of the register.
func (s *Screen) do(action keymap.Action) tea.Cmd {
	if s.scroll.Move(action) {
		s.seek = ""
		return s.need()
	}
	switch action {
	case keymap.Filter:
		s.filter.Open()
		return nil
	case keymap.Found:
		s.filter.Close()
		return nil
	case keymap.Back:
		return s.back()
	case keymap.Refresh:
		return s.again()
	case keymap.Open, keymap.Review, keymap.History, keymap.Unit, keymap.Origin:
		row, ok := s.current()
		if !ok {
			return s.env.Notice(s.env.Words.Register.NoRow)
		}
		s.seek, s.went = row.ID, true
		return s.use(action, row)
	}
	return s.narrow(action)
}

// use does what concerns the entry that the marker is on.
func (s *Screen) use(action keymap.Action, row model.Summary) tea.Cmd {
	switch action {
	case keymap.Review:
		return s.env.Open(kit.KindReview, row.ID, nil)
	case keymap.History:
		return s.env.Open(kit.KindHistory, row.ID, nil)
	case keymap.Unit:
		return s.env.Open(kit.KindUnit, "", row.Unit)
	case keymap.Origin:
		if row.Parent == "" {
			return s.env.Notice(s.env.Words.Register.NoOrigin)
		}
		return s.readOrigin(row)
	}
	return s.env.Open(kit.KindFill, row.ID, nil)
}

// back leaves the filter, then takes the facets back to those that the register
// was opened with, then leaves.
func (s *Screen) back() tea.Cmd {
	switch {
	case s.filter.IsOpen() && s.filter.Text() == s.opened.Text:
		s.filter.Close()
		return nil
	case s.filter.Text() != s.opened.Text, !reflect.DeepEqual(s.query, s.opened):
		s.filter.Close()
		s.filter.Set(s.opened.Text)
		s.query = s.opened
		return tea.Batch(s.search(), s.readRound())
	}
	return s.env.Back(nil)
}

// current is the entry that the marker is on, when it has been read.
func (s *Screen) current() (model.Summary, bool) { return s.pages.Row(s.scroll.At) }

// View draws the register.
func (s *Screen) View() kit.Frame {
	first, cursor := s.firstRow()
	rows := []string{first, s.heads()}
	from, to := s.scroll.Shown()
	for i := from; i < to; i++ {
		rows = append(rows, s.line(i))
	}
	if sentence := s.sentence(); sentence != "" {
		rows = append(rows[:1], "", " "+sentence)
	}
	above, last := kit.Wrap(s.note(), s.width, s.env.Theme.Sign.CutRight)
	if s.pages.Total() > 0 {
		rows = kit.Footed(rows, append([]string{" " + s.totals()}, s.noteRows(above)...), s.height)
	}
	frame := kit.Frame{Title: s.env.Words.Register.Title, Body: strings.Join(rows, "\n"), Note: s.env.Theme.Hint.Render(last), Cursor: cursor}
	if s.pages.Total() > 0 {
		frame.Above = len(above)
	}
	return frame
}

// noteRows is the beginning of a long note, with the rows that it leaves free: the
// line above them does not jump from entry to entry.
func (s *Screen) noteRows(above []string) []string {
	rows := make([]string, kit.NoteLines-1)
	for i, l := range above {
		rows[len(rows)-len(above)+i] = " " + s.env.Theme.Hint.Render(l)
	}
	return rows
}

// sentence stands in the place of the entries when there are none to show.
func (s *Screen) sentence() string {
	words, theme := s.env.Words, s.env.Theme
	switch {
	case s.pages.Err() != nil && s.pages.Total() == 0:
		return strings.TrimPrefix(s.env.Failed(s.Scope(), s.pages.Err(), s.width), " ")
	case !s.pages.Started():
		return theme.Muted.Render(words.List.Reading)
	case s.pages.Total() > 0:
		return ""
	case s.filter.Text() == "" && reflect.DeepEqual(s.query, model.Query{Kinds: model.Followed(), Open: true, Order: model.ByDue}):
		return words.Register.Settled
	case s.filter.Text() == "" && reflect.DeepEqual(s.query, model.Query{Kinds: model.Followed(), Order: model.ByDue}):
		return words.Register.Empty
	case s.filter.Text() == s.opened.Text && reflect.DeepEqual(s.query, s.opened):
		return words.Register.Nothing // what it was opened for: Esc has nothing to take back
	}
	return theme.Muted.Render(fmt.Sprintf(words.Register.NoMatch, s.env.Keys.Short(s.Scope(), keymap.Back)))
}
